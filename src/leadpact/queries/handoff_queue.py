"""The queue: leads that passed the gate and wait for an owner, ranked, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import FactRow, Lead
from leadpact.ledger.privacy import Named, Sight
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.statements import hand
from leadpact.queries.handoff_words import reason_words, waits_in_words
from leadpact.queries.lead_views import Found
from leadpact.queries.leads import at, facts_line, found_of, title_of
from leadpact.rules.permissions import reach_of
from leadpact.rules.shortlist import next_period_start, overdue

PAGE = 25
_POINTS = "COALESCE(points, -1000000)"
"""Points to rank by; a lead that no pact covers any more comes last."""


@dataclass(frozen=True, slots=True)
class Row:
    """A lead that waits. ``why`` says since when, at which place and for what; ``can_open`` whether its page may be."""

    place: int
    lead_id: int
    name: str
    job_title: str
    company: str
    facts: str
    points: int | None
    lane: str
    marketer: str
    found: Found
    queued_at: datetime
    why: str
    is_overdue: bool
    can_open: bool


@dataclass(frozen=True, slots=True)
class WaitsFor:
    """A reason for waiting in words, and how many leads wait for it."""

    says: str
    count: int


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of the queue; ``first`` is the place of its first row. ``after`` is the mark of the next page, or empty.

    ``oldest_waits_s`` is how long the oldest has waited (seconds), ``room_at`` when the next period begins and
    everybody has room again. ``is_blind``: a trial keeps points from the reader, and
    with them the order in which leads go over; they are shown by how long they wait.
    """

    count: int
    oldest_waits_s: int | None
    reasons: tuple[WaitsFor, ...]
    order: str
    room_at: datetime | None
    rows: tuple[Row, ...]
    first: int
    after: str
    is_blind: bool = False


class _Mark(NamedTuple):
    """The last row of a page: what it is ranked by, and its place."""

    points: int
    queued_s: int
    id: int
    place: int


def page(actor: Actor, now_s: int, *, after: str = "", limit: int = PAGE) -> Queue:
    """A page of the queue, best first by the pact's order, by keyset. Raises ``Forbidden``."""
    access.check(actor, "see_queue")
    rules = Rulebook(now_s)
    held = rules.pacts[0] if rules.pacts else None
    order = held.step.short_list.order if held else "score"
    mark = _mark(after)
    sight = Sight(actor, rules)
    is_blind = not sight.points("queued", (each.id for each in rules.pacts))
    found = _waiting_longest(mark, limit + 1) if is_blind else _ranked(order, mark, limit + 1)
    first = mark.place + 1 if mark else 1
    reasons, oldest_s = _reasons(held.step.short_list.per if held else "week")
    last = found[limit - 1] if len(found) > limit else None
    count = sum(reason.count for reason in reasons)
    rows = _rows(actor, [each.id for each in found[:limit]], rules, sight, first, count, is_blind=is_blind)
    room_s = next_period_start(held.step.short_list.per, now_s, held.pact.time.zone) if held else None
    return Queue(
        count,
        None if oldest_s is None else now_s - oldest_s,
        reasons,
        order,
        None if room_s is None else at(room_s),
        rows,
        first,
        "_".join(map(str, last._replace(place=first + limit - 1))) if last else "",
        is_blind,
    )


def _mark(after: str) -> _Mark | None:
    parts = after.split("_")
    if len(parts) != len(_Mark._fields) or not all(part.removeprefix("-").isdecimal() for part in parts):
        return None
    return _Mark(*map(int, parts))


def _ranked(order: str, mark: _Mark | None, limit: int) -> list[_Mark]:
    """The waiting leads after a mark, in the pact's order."""
    where, values = "state = 'queued'", []
    if mark is not None and order == "score":
        where += f" AND ({_POINTS} < %s OR ({_POINTS} = %s AND (queued_s > %s OR (queued_s = %s AND id > %s))))"
        values = [mark.points, mark.points, mark.queued_s, mark.queued_s, mark.id]
    elif mark is not None:
        where += f" AND (queued_s > %s OR (queued_s = %s AND ({_POINTS} < %s OR ({_POINTS} = %s AND id > %s))))"
        values = [mark.queued_s, mark.queued_s, mark.points, mark.points, mark.id]
    by = f"{_POINTS} DESC, queued_s, id" if order == "score" else f"queued_s, {_POINTS} DESC, id"
    with hand() as cursor:
        cursor.execute(
            f"SELECT {_POINTS}, queued_s, id FROM leads WHERE {where} ORDER BY {by} LIMIT %s", [*values, limit]
        )
        return [_Mark(points, queued_s, lead_id, 0) for points, queued_s, lead_id in cursor.fetchall()]


def _waiting_longest(mark: _Mark | None, limit: int) -> list[_Mark]:
    """The waiting leads after a mark, the oldest first, with nothing of their points."""
    leads = Lead.objects.filter(state="queued", queued_s__isnull=False).order_by("queued_s", "pk")
    if mark is not None:
        leads = leads.filter(Q(queued_s__gt=mark.queued_s) | Q(queued_s=mark.queued_s, pk__gt=mark.id))
    return [_Mark(0, queued_s or 0, pk, 0) for queued_s, pk in leads.values_list("queued_s", "pk")[:limit]]


def _reasons(per: str) -> tuple[tuple[WaitsFor, ...], int | None]:
    """For what leads wait, the commonest first, and since when the oldest does."""
    with hand() as cursor:
        cursor.execute(
            "SELECT queued_reason, COUNT(*), MIN(queued_s) FROM leads WHERE state = 'queued' GROUP BY queued_reason"
        )
        found = sorted(cursor.fetchall(), key=lambda row: (-row[1], row[0] or ""))
    oldest = min((row[2] for row in found if row[2] is not None), default=None)
    return tuple(WaitsFor(reason_words(reason, per), count) for reason, count, _since in found), oldest


class _Step(NamedTuple):
    """By which lane of which step a lead passed the gate."""

    pact_id: int | None
    step: str | None
    lane: str | None


def _rows(
    actor: Actor, ids: Sequence[int], rules: Rulebook, sight: Sight, first: int, count: int, *, is_blind: bool
) -> tuple[Row, ...]:
    leads = Lead.objects.in_bulk(list(ids))
    queued = FactRow.objects.filter(lead_id__in=list(ids), kind="queued").order_by("seq")
    steps = {row[0] or 0: _Step(*row[1:]) for row in queued.values_list("lead_id", "pact_id", "step", "lane")}
    who = sight.names(person for lead in leads.values() for person in (lead.found_by_id, lead.marketer_id))
    rows = [leads[lead_id] for lead_id in ids if lead_id in leads]
    made = (_row(actor, lead, steps, rules, who, first + i, None if is_blind else count) for i, lead in enumerate(rows))
    return tuple(replace(row, points=None) if is_blind else row for row in made)


def _row(
    actor: Actor,
    lead: Lead,
    steps: Mapping[int, _Step],
    rules: Rulebook,
    who: Named,
    place: int,
    count: int | None,
) -> Row:
    passed = steps.get(lead.pk, _Step(lead.points_pact_id, None, None))
    held = rules.by_id(passed.pact_id)
    agreed = held.step_named(passed.step).short_list
    queued_s = lead.queued_s or lead.last_s
    is_late = overdue(queued_s, agreed.waits_at_most, rules.now_s, rules.calendar(None, held))
    return Row(
        place,
        lead.pk,
        title_of(lead),
        lead.job_title or "",
        lead.company or "",
        facts_line(lead),
        lead.points,
        held.pact.word(passed.lane) if passed.lane else "",
        who.told_at(queued_s).get(lead.marketer_id or 0, ""),
        found_of(lead, who, held.pact),
        at(queued_s),
        waits_in_words(
            lead.queued_reason,
            rules.now_s - queued_s,
            agreed.per,
            place=None if count is None else place,
            of=count or 0,
            agreed=agreed.waits_at_most,
            is_late=is_late,
        ),
        is_late,
        _can_open(actor, lead),
    )


def _can_open(actor: Actor, lead: Lead) -> bool:
    if actor.role == "system" or actor.verbs is not None or reach_of(actor.role, "see_own_leads") == "all":
        return True
    own = actor.id in (lead.found_by_id, lead.marketer_id)
    return own or reach_of(actor.role, "see_leads") == "all"
