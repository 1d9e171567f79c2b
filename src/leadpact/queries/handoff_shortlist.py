"""A salesperson's short list: what is theirs to follow up, the clocks on it, and one lead at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Clock, HandOff, Lead, Person
from leadpact.ledger.privacy import Named, Sight
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.statements import hand
from leadpact.queries.handoff import (
    Due,
    More,
    OpenLine,
    Reason,
    count_in,
    day_end_s,
    due_of,
    is_everybodys,
    known_to,
    open_lines,
    score_of,
    why_of,
)
from leadpact.queries.handoff_brief import Brief, brief_of
from leadpact.queries.lead_views import ClockView, Found
from leadpact.queries.leads import clock_of, facts_line, found_of, names, reject_reasons, title_of
from leadpact.rules.assignment_words import ids_in
from leadpact.rules.facts import Fact
from leadpact.rules.shortlist import capacity_left, period_start
from leadpact.rules.trials import BAND, HOUR_S, call_place

PAGE = 25
DAY_S = 86_400
NEVER_S = 1 << 40
"""Stands for the deadline of a lead on which none runs, in an order by deadlines."""
SELLERS = ("salesperson", "sales_head")
VIEWS = ("all", "due", "unanswered", "accepted")


@dataclass(frozen=True, slots=True)
class Row:
    """A lead on the short list. ``reasons`` and ``more`` add up to ``points``; ``owner`` is set on a team's list.

    Where a trial keeps points from the reader, there are none, and no reasons.
    """

    lead_id: int
    handoff_id: int
    name: str
    job_title: str
    company: str
    facts: str
    points: int | None
    reasons: tuple[Reason, ...]
    more: More | None
    asks: tuple[str, ...]
    found: Found
    clock: ClockView | None
    stops: str
    is_accepted: bool
    phone: str
    email: str
    refused: tuple[str, ...]
    is_selected: bool
    owner: str
    reasons_to_reject: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class Slots:
    """Places of the running period: taken, of how many, per day, week or month."""

    taken: int
    of: int
    per: str


@dataclass(frozen=True, slots=True)
class Behind:
    """The queue behind the list: how many wait (at most ``MOST`` + 1), and for how many whole days the oldest."""

    count: int
    oldest_days: int


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody whose list a head of sales may open, and how much lies on it; None where the pact does not show it."""

    id: int
    name: str
    count: int | None


@dataclass(frozen=True, slots=True)
class ShortList:
    """A page of the list. ``counts`` are by view; ``first`` is the place of the first row, from 1, of ``of``.

    ``after`` and ``before`` are the marks of the next and the previous page; empty where there is none, and
    ``before`` is "first" for the first page.
    """

    view: str
    owner: str
    due: Due
    counts: Mapping[str, int]
    line: int | None
    slots: Slots | None
    rows: tuple[Row, ...]
    waiting: Behind
    brief: Brief | None
    team: tuple[Colleague, ...]
    first: int
    of: int
    after: str
    before: str
    is_blind: bool
    """Whether a trial keeps points from the reader, and the order too."""


class _Key(NamedTuple):
    """The order of the list: late ones first, then by points, then the older one.

    While the pact's call order is shuffled: by bands of points, then by the hour, then as drawn. Where a trial keeps
    points from the reader, the deadline stands in their place.
    """

    is_in_time: int
    rank: int
    owned_s: int
    id: int


def page(
    actor: Actor,
    now_s: int,
    *,
    view: str = "all",
    of: int | None = None,
    lead_id: int | None = None,
    after: str = "",
    limit: int = PAGE,
) -> ShortList:
    """The actor's short list; a head of sales sees the team's, or with ``of`` one person's.

    ``lead_id`` chooses the lead at a glance, else the first one. Raises ``Forbidden`` and ``Unknown``.
    """
    access.check(actor, "answer")
    owner_id = _owner(actor, of)
    rules = Rulebook(now_s)
    sight = Sight(actor, rules)
    lines = known_to(sight, open_lines(owner_id))
    # One order for the whole list: a few leads out of it would stand apart.
    is_blind = not sight.points("handed_over", (each for line in lines for each in (line.pact_id, line.points_pact_id)))
    end_s = day_end_s(actor, now_s)
    views = {name: [line for line in lines if _is_in(line, name, end_s)] for name in VIEWS}
    key = _order(rules, is_blind=is_blind)
    shown = sorted(views[view], key=lambda line: key(line, now_s))
    start = _start([key(line, now_s) for line in shown], after)
    part = shown[start : start + limit]
    chosen = next((line for line in part if line.lead_id == lead_id), part[0] if part else None)
    read = _read(part, chosen, rules, sight, is_blind=is_blind)
    return ShortList(
        view=view,
        owner=names([of]).get(of, "") if of is not None else "",
        due=due_of(lines, now_s, end_s),
        counts={name: len(found) for name, found in views.items()},
        line=None if is_blind else _line(rules),
        slots=_slots(actor, rules) if of is None and owner_id is not None else None,
        rows=tuple(_row(line, read, is_selected=line is chosen, with_owner=owner_id is None) for line in part),
        waiting=_behind(now_s),
        brief=_brief(chosen, read) if chosen else None,
        team=_team(lines if of is None else open_lines(None), sight) if is_everybodys(actor) else (),
        first=start + 1,
        of=len(shown),
        after=_mark(key(part[-1], now_s)) if start + limit < len(shown) else "",
        before="" if start == 0 else "first" if start <= limit else _mark(key(shown[start - limit - 1], now_s)),
        is_blind=is_blind,
    )


def _owner(actor: Actor, of: int | None) -> int | None:
    """Whose list is asked for; None is the whole team's."""
    if of is None:
        return None if is_everybodys(actor) else actor.id
    person = Person.objects.filter(pk=of, role__in=SELLERS).first()
    if person is None or (of != actor.id and not is_everybodys(actor)):
        raise access.Unknown(f"There is no short list of a person {of} that you may see.")
    return of


def _is_in(line: OpenLine, view: str, end_s: int) -> bool:
    if view == "due":
        return line.due_s is not None and line.due_s < end_s
    if view == "all":
        return True
    return (line.answer == "accepted") is (view == "accepted")


def _order(rules: Rulebook, *, is_blind: bool) -> Callable[[OpenLine, int], _Key]:
    is_shuffled = bool(rules.pacts) and rules.main().pact.trials.shuffled_call_order
    if is_blind:
        return _blind_shuffled if is_shuffled else _blind
    return _shuffled if is_shuffled else _key


def _key(line: OpenLine, now_s: int) -> _Key:
    is_late = line.due_s is not None and line.due_s < now_s
    return _Key(0 if is_late else 1, -(line.points or 0), line.owned_s, line.id)


def _shuffled(line: OpenLine, now_s: int) -> _Key:
    late, rank, owned_s, _ = _key(line, now_s)
    return _Key(late, -(-rank // BAND), owned_s // HOUR_S, round(call_place(line.lead_id) * (1 << 48)))


def _blind(line: OpenLine, now_s: int) -> _Key:
    return _key(line, now_s)._replace(rank=NEVER_S if line.due_s is None else line.due_s)


def _blind_shuffled(line: OpenLine, now_s: int) -> _Key:
    return _shuffled(line._replace(points=None), now_s)


def _mark(key: _Key) -> str:
    return "_".join(map(str, key))


def _start(keys: Sequence[_Key], after: str) -> int:
    """Where the page after a mark begins; a mark that cannot be read begins at the first row."""
    parts = after.split("_")
    if len(parts) != len(_Key._fields) or not all(part.removeprefix("-").isdecimal() for part in parts):
        return 0
    mark = _Key(*map(int, parts))
    return sum(key <= mark for key in keys)


@dataclass(frozen=True, slots=True)
class _Read:
    """What a page of the list is made of, each read once."""

    rules: Rulebook
    leads: Mapping[int, Lead]
    hand_offs: Mapping[int, HandOff]
    facts: Mapping[int, list[Fact]]
    running: Mapping[tuple[int | None, str], Clock]
    who: Named
    sight: Sight
    is_blind: bool


def _read(part: Sequence[OpenLine], chosen: OpenLine | None, rules: Rulebook, sight: Sight, *, is_blind: bool) -> _Read:
    hand_offs = HandOff.objects.in_bulk([line.id for line in part])
    leads = Lead.objects.in_bulk([line.lead_id for line in part])
    facts = reader.facts_of(leads)
    clocks = Clock.objects.filter(lead_id__in=list(leads), state="running").order_by("started_s")
    running = {(row.hand_off_id, row.promise): row for row in clocks}
    ids: list[int | None] = [person for lead in leads.values() for person in (lead.found_by_id, lead.owner_id)]
    if chosen is not None:
        ids += [person for fact in facts[chosen.lead_id] for person in (fact.by_id, fact.person_id)]
        ids += ids_in(hand_offs[chosen.id].why)
    return _Read(rules, leads, hand_offs, facts, running, sight.names(ids), sight, is_blind)


def _row(line: OpenLine, read: _Read, *, is_selected: bool, with_owner: bool) -> Row:
    lead, hand_off = read.leads[line.lead_id], read.hand_offs[line.id]
    held = read.rules.by_id(hand_off.pact_id)
    why = why_of(score_of(lead, read.facts[lead.pk], read.rules))
    running = read.running.get((line.id, hand_off.next_promise or ""))
    return Row(
        lead_id=lead.pk,
        handoff_id=hand_off.pk,
        name=title_of(lead),
        job_title=lead.job_title or "",
        company=lead.company or "",
        facts=facts_line(lead),
        points=None if read.is_blind else why.points,
        reasons=() if read.is_blind else why.reasons,
        more=None if read.is_blind else why.more,
        asks=why.asks,
        found=found_of(lead, read.who, held.pact),
        clock=None if line.due_s is None else clock_of(hand_off, read.rules, running),
        stops="accept" if hand_off.next_promise == "answer" else "call",
        is_accepted=hand_off.answer == "accepted",
        phone=lead.phone or "",
        email=lead.email or "",
        refused=tuple((lead.refused or "").split()),
        is_selected=is_selected,
        owner=read.who.get(hand_off.owner_id or 0, "") if with_owner else "",
        reasons_to_reject=reject_reasons(held, hand_off),
    )


def _brief(chosen: OpenLine, read: _Read) -> Brief:
    lead = read.leads[chosen.lead_id]
    return brief_of(
        lead, read.hand_offs[chosen.id], read.facts[lead.pk], read.rules, read.who, read.sight, read.is_blind
    )


def _line(rules: Rulebook) -> int | None:
    """The points under which no lead crosses; None where a lane opens whatever the points."""
    lanes = [lane for held in rules.pacts for lane in held.step.lanes]
    return min((lane.gate.points for lane in lanes), default=None) if not any(x.gate.always for x in lanes) else None


def _slots(actor: Actor, rules: Rulebook) -> Slots | None:
    """Places of the actor's own list in the running period of the pact."""
    person = Person.objects.filter(pk=actor.id or 0, role="salesperson").first()
    if person is None or not rules.pacts:
        return None
    held = rules.main()
    agreed = held.step.short_list
    since_s = period_start(agreed.per, rules.now_s, held.pact.time.zone)
    taken = HandOff.objects.filter(owner_id=person.pk, owned_s__gte=since_s).count()
    # Nothing taken yet leaves the whole capacity.
    return Slots(taken, capacity_left(agreed, 0, person.capacity), agreed.per)


def _behind(now_s: int) -> Behind:
    with hand() as cursor:
        cursor.execute(_OLDEST_WAITING)
        oldest = cursor.fetchone()
    days = 0 if oldest is None else (now_s - int(oldest[0])) // DAY_S
    return Behind(count_in(("queued",)), days)


_OLDEST_WAITING = """
SELECT queued_s FROM leads WHERE queued_s IS NOT NULL AND state || '' = 'queued' ORDER BY queued_s LIMIT 1"""
"""In the order of the index of those that wait; a bare state would have every one of them read and sorted."""


def _team(lines: Sequence[OpenLine], sight: Sight) -> tuple[Colleague, ...]:
    """Who has a list: the active salespeople, and whoever has leads on theirs."""
    counts = Counter(line.owner_id for line in lines)
    people = Person.objects.filter(role__in=SELLERS).order_by("name", "pk")
    listed = [each for each in people if counts[each.pk] or (each.is_active and each.role == "salesperson")]
    sight.know(each.pk for each in listed)
    return tuple(Colleague(p.pk, p.name, counts[p.pk] if sight.figure(p.pk) else None) for p in listed)
