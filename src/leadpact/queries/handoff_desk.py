"""A marketer's desk: leads before the gate, what each still needs, and the short call form of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import FactRow, Lead
from leadpact.ledger.privacy import Named, Sight
from leadpact.ledger.rulebook import InForce, Rulebook
from leadpact.ledger.statements import hand
from leadpact.queries.handoff import DESK_STATES, Part, count_in, has_desk, parts_of
from leadpact.queries.lead_views import Found, Need
from leadpact.queries.leads import MARKETING_HAS_IT, at, facts_line, found_of, needs_of, title_of
from leadpact.rules.facts import Fact
from leadpact.rules.gate import GateAnswer, decide
from leadpact.rules.lead import Seen, seen
from leadpact.rules.terms import Field

PAGE = 25
LOOKED_AT = 100
"""So many leads with the most points are asked whether they may cross; more would not be handed over in a day."""
VIEWS = ("all", "ready", "mine", "returned", "uncovered")
Kind = Literal["coded", "number", "date", "text", "lines"]


@dataclass(frozen=True, slots=True)
class Row:
    """A lead on the desk. ``line`` is the points asked for, None where none are; ``missing`` counts unmet needs."""

    lead_id: int
    name: str
    job_title: str
    company: str
    facts: str
    points: int | None
    line: int | None
    found: Found
    needs: tuple[Need, ...]
    missing: int
    is_ready: bool
    came_back: str
    captured_at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of the short call form, with its present value and the choices of a coded one (code, label)."""

    name: str
    label: str
    ask: str
    kind: Kind
    choices: tuple[tuple[str, str], ...]
    value: str


@dataclass(frozen=True, slots=True)
class Action:
    """Something the pact asks marketing to do before a hand-off."""

    code: str
    label: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """The lead of the short call form."""

    lead_id: int
    name: str
    company: str
    phone: str
    fields: tuple[Asked, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """A page of the desk. ``counts`` are by view, at most ``MOST`` + 1; ``ready`` are the ids of all that may cross.

    ``at_once`` are those of them that sales never sent back: what came back is looked at one by one. ``looked_at``
    is how many leads were asked for that: those with the most points. ``after`` is the mark of the
    next page, or empty.
    """

    view: str
    counts: Mapping[str, int]
    ready: tuple[int, ...]
    at_once: tuple[int, ...]
    looked_at: int
    rows: tuple[Row, ...]
    chosen: Chosen | None
    after: str


class _Key(NamedTuple):
    """The order of the desk: most points first, leads without points last, then by id."""

    minus_points: int
    id: int
    state: str = ""


MARKED = 2
"""Parts of a mark: the points and the id of the last row."""
NO_POINTS = 1 << 40
"""Stands for the points of a lead that no pact covers, in the order of the desk."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A lead with what the gate says of it; ``answer`` is None where no pact covers it."""

    view: Seen
    held: InForce | None
    answer: GateAnswer | None

    @property
    def is_ready(self) -> bool:
        return self.answer is not None and self.answer.open


def page(
    actor: Actor, now_s: int, *, view: str = "all", lead_id: int | None = None, after: str = "", limit: int = PAGE
) -> Desk:
    """Marketing's desk: every lead before the gate, most points first; on the page those that may cross come first.

    ``lead_id`` opens the short call form of a lead that has not gone over yet. Raises ``Forbidden`` and ``Unknown``.
    """
    check_desk(actor)
    chosen = access.lead(actor, "qualify", lead_id) if lead_id is not None else None
    chosen = chosen if chosen and chosen.state in MARKETING_HAS_IT else None
    best = _best(DESK_STATES, None, "", LOOKED_AT)
    keys = [] if view == "ready" else _keys(view, actor.id, after, limit)
    rules = Rulebook(now_s)
    ready_at_most = _with_actions_done([key.id for key in best], rules)
    ids = ready_at_most | {key.id for key in keys[:limit]} | ({chosen.pk} if chosen else set())
    facts = reader.facts_of(ids)
    judged = {each: _judge(facts[each], rules) for each in ids}
    ready = [key for key in best if key.id in ready_at_most and judged[key.id].is_ready]
    if view == "ready":
        mark = _key_of(after)
        keys = [key for key in ready if mark is None or key[:MARKED] > mark[:MARKED]]
    shown = keys[:limit]
    return Desk(
        view=view,
        counts=_counts(actor.id, len(ready)),
        ready=tuple(key.id for key in ready),
        at_once=tuple(key.id for key in ready if key.state != "returned"),
        looked_at=len(best),
        rows=_rows(shown, judged, Sight(actor, rules)),
        chosen=_chosen(chosen, judged[chosen.pk], facts[chosen.pk]) if chosen else None,
        after=f"{shown[-1].minus_points}_{shown[-1].id}" if len(keys) > limit else "",
    )


def check_desk(actor: Actor) -> None:
    """Raise ``Forbidden`` unless the desk is the actor's room."""
    access.check(actor, "qualify")
    if not has_desk(actor):
        raise access.Forbidden("The desk is marketing's. Qualify a lead of your own on its page.")


def _keys(view: str, mine: int | None, after: str, limit: int) -> list[_Key]:
    if view == "uncovered":
        mark = _key_of(after)
        return sorted(key for part in parts_of(DESK_STATES) for key in _without_points(part, mark, limit + 1))[
            : limit + 1
        ]
    states = ("returned",) if view == "returned" else DESK_STATES
    return _best(states, mine if view == "mine" else None, after, limit + 1)


def _key_of(after: str) -> _Key | None:
    parts = after.split("_")
    if len(parts) != MARKED or not all(part.removeprefix("-").isdecimal() for part in parts):
        return None
    return _Key(int(parts[0]), int(parts[1]))


def _best(states: Sequence[str], whose: int | None, after: str, limit: int) -> list[_Key]:
    """The leads in these states with the most points, after a mark; those without points come last."""
    mark = _key_of(after)
    parts = parts_of(states, whose)
    found: list[_Key] = []
    if mark is None or mark.minus_points != NO_POINTS:
        found = [key for part in parts for key in _with_points(part, mark, limit)]
    if len(found) < limit:
        found += [key for part in parts for key in _without_points(part, mark, limit)]
    return sorted(found)[:limit]


def _with_points(part: Part, mark: _Key | None, limit: int) -> list[_Key]:
    where, values = f"{part.where} AND points IS NOT NULL", [*part.values]
    if mark is not None:
        # The first half is what the index is read by, the second leaves out what the page before showed.
        where += " AND points <= %s AND (points < %s OR id > %s)"
        values += [-mark.minus_points, -mark.minus_points, mark.id]
    with hand() as cursor:
        cursor.execute(
            f"SELECT points, id, state FROM leads WHERE {where} ORDER BY points DESC, id LIMIT %s", [*values, limit]
        )
        return [_Key(-points, lead_id, state) for points, lead_id, state in cursor.fetchall()]


def _without_points(part: Part, mark: _Key | None, limit: int) -> list[_Key]:
    where, values = f"{part.where} AND points IS NULL", [*part.values]
    if mark is not None and mark.minus_points == NO_POINTS:
        where += " AND id > %s"
        values.append(mark.id)
    with hand() as cursor:
        cursor.execute(f"SELECT id, state FROM leads WHERE {where} ORDER BY id LIMIT %s", [*values, limit])
        return [_Key(NO_POINTS, lead_id, state) for lead_id, state in cursor.fetchall()]


def _counts(actor_id: int | None, ready: int) -> dict[str, int]:
    return {
        "all": count_in(DESK_STATES),
        "ready": ready,
        "mine": count_in(DESK_STATES, actor_id or 0),
        "returned": count_in(("returned",)),
        "uncovered": count_in(DESK_STATES, is_uncovered=True),
    }


def _with_actions_done(lead_ids: Sequence[int], rules: Rulebook) -> set[int]:
    """The leads for which everything was done that a pact asks before a hand-off; no other one may cross.

    One look at an index instead of reading all facts of leads that stay closed anyway.
    """
    asked = [set(held.step.after) for held in rules.pacts]
    if not all(asked):
        return set(lead_ids) if asked else set()
    members = reader.family(lead_ids)
    done: dict[int, set[str]] = {}
    found = FactRow.objects.filter(lead_id__in=list(members), kind="action_done").values_list("lead_id", "field")
    for member, action in found:
        for lead_id in members[member or 0]:
            done.setdefault(lead_id, set()).add(action or "")
    return {lead_id for lead_id, actions in done.items() if any(each <= actions for each in asked)}


def _judge(facts: Sequence[Fact], rules: Rulebook) -> _Judged:
    view = seen(facts, rules.now_s)
    scored = rules.score(view, rules.now_s)
    if scored is None:
        return _Judged(view, None, None)
    held, score = scored
    return _Judged(view, held, decide(view, score, held.step, held.pact, rules.now_s))


def _rows(keys: Sequence[_Key], judged: Mapping[int, _Judged], sight: Sight) -> tuple[Row, ...]:
    """The rows of a page, those that may cross first."""
    leads = Lead.objects.in_bulk([key.id for key in keys])
    who = sight.names(lead.found_by_id for lead in leads.values())
    rows = [_row(leads[key.id], judged[key.id], who) for key in keys if key.id in leads]
    return tuple(sorted(rows, key=lambda row: not row.is_ready))


def _row(lead: Lead, judged: _Judged, who: Named) -> Row:
    pact = judged.held.pact if judged.held else None
    needs = needs_of(judged.answer, pact) if judged.answer else []
    is_back = lead.state == "returned" and lead.reason
    return Row(
        lead_id=lead.pk,
        name=title_of(lead),
        job_title=lead.job_title or "",
        company=lead.company or "",
        facts=facts_line(lead),
        points=judged.answer.points_had if judged.answer else None,
        line=(judged.answer.points_needed or None) if judged.answer else None,
        found=found_of(lead, who, pact),
        needs=tuple(sorted(needs, key=lambda need: need.is_met)),
        missing=sum(not need.is_met for need in needs),
        is_ready=judged.is_ready,
        came_back=(pact.word(lead.reason or "") if pact else lead.reason or "") if is_back else "",
        captured_at=at(lead.captured_s),
    )


def form_of(actor: Actor, lead_id: int, now_s: int) -> Chosen:
    """The short call form of one lead. Raises ``Forbidden`` and ``Unknown``."""
    lead = access.lead(actor, "qualify", lead_id)
    facts = reader.facts_of([lead_id])[lead_id]
    return _chosen(lead, _judge(facts, Rulebook(now_s)), facts)


def _chosen(lead: Lead, judged: _Judged, facts: Sequence[Fact]) -> Chosen:
    texts = reader.texts(facts, reader.words_of([lead.pk]).get(lead.pk, {}))
    held = judged.held
    return Chosen(
        lead.pk,
        title_of(lead),
        lead.company or "",
        lead.phone or "",
        tuple(_asked(field, judged.view, texts, held) for field in _form_fields(judged)) if held else (),
        _actions(held, judged.view) if held else (),
    )


def _form_fields(judged: _Judged) -> list[Field]:
    """What the short call asks: the pact's list, what the step still misses, and the pact's own fields."""
    if judged.held is None:
        return []
    pact = judged.held.pact
    missing = [name for group in (judged.answer.missing_fields if judged.answer else ()) for name in group]
    wanted = dict.fromkeys([*pact.qualification, *missing, *(field.name for field in pact.fields)])
    return [field for name in wanted if (field := pact.field(name)) is not None]


def _asked(field: Field, view: Seen, texts: Mapping[str, str], held: InForce | None) -> Asked:
    value = view.values.get(field.name)
    if field.type == "personal":
        kind: Kind = "lines" if field.name in ("need", "note") else "text"
        return Asked(field.name, field.label, field.ask, kind, (), texts.get(field.name, ""))
    choices = tuple((code, held.pact.word(code) if held else code) for code in field.codes)
    kind = "text" if field.type == "coded" and not choices else field.type
    return Asked(field.name, field.label, field.ask, kind, choices, value.code if value else "")


def _actions(held: InForce, view: Seen) -> tuple[Action, ...]:
    codes = dict.fromkeys([*held.step.after, *(code for code, _ in held.pact.actions)])
    return tuple(Action(code, held.pact.word(code), code in view.actions) for code in codes)
