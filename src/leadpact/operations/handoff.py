"""Passing qualified leads on: assignment, the short list, the queue, and another owner."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Q

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Absence, Account, Deal, HandOff, Lead, Person
from leadpact.ledger.reader import chunks, marks
from leadpact.ledger.rulebook import InForce, Rulebook
from leadpact.ledger.statements import hand
from leadpact.ledger.writer import Book, Draft, recording
from leadpact.operations import reactions
from leadpact.rules import sla
from leadpact.rules.assignment import PersonLeft, Seller, Wanting, assign, check_receiver
from leadpact.rules.clock import Unanswerable
from leadpact.rules.facts import Fact
from leadpact.rules.lead import Seen, seen
from leadpact.rules.pact import Lane, LateStep, Step
from leadpact.rules.shortlist import Waiting, capacity_left, period_start, rank
from leadpact.rules.terms import Span
from leadpact.rules.trials import call_place

log = logging.getLogger("leadpact.handoff")
ANSWER_ACTS = frozenset(("remind", "tell_manager"))


Deadlines = dict[tuple[int, int, Span, frozenset[str] | None], tuple[int, list[tuple[str, int]]]]
"""Deadline and late steps of a promise that starts now, by person, pact, length and acts."""


class NotOpen(ValueError):
    """The hand-off is closed already; the message says what became of the lead."""


class SameOwner(ValueError):
    """The hand-off is that person's already."""


class Crossing(NamedTuple):
    """A lead that passed the gate: what it needs to be placed."""

    lead: Lead
    view: Seen
    held: InForce
    step: Step
    lane: Lane
    points: int


@dataclass
class Placed:
    """What became of leads: the drafts to record, and per lead the new owner or the reason for waiting."""

    drafts: list[Draft] = field(default_factory=list)
    owners: dict[int, int] = field(default_factory=dict)
    waiting: dict[int, str] = field(default_factory=dict)


def sellers(held: InForce, step: Step, rules: Rulebook, *, without: int | None = None) -> list[Seller]:
    """The people who may get leads of a step, with what they took this period."""
    since_s = period_start(step.short_list.per, rules.now_s, held.pact.time.zone)
    people = [(p, away) for p, _, away in rules.people() if p.role == "salesperson" and p.pk != without]
    beside = [rule.by for rule in step.assign if not rule.counts_against_capacity]
    served = _served([p.pk for p, _ in people], since_s, beside)
    return [seller(person, away, served[person.pk], held, step) for person, away in people]


def _served(people: Sequence[int], since_s: int, beside: Sequence[str]) -> dict[int, tuple[int, int | None]]:
    """How many leads each person took since an instant, and when the last; ``beside`` are rules that do not count.

    A lead that came by such a rule counts for whoever it was given to afterwards.
    """
    uncounted = f"AND (h.owned_s > h.handed_s OR COALESCE(f.reason, '') NOT IN ({marks(beside)}))" if beside else ""
    taken = "FROM hand_offs h JOIN facts f ON f.seq = h.id WHERE h.owner_id = %s"
    found: dict[int, tuple[int, int | None]] = {}
    with hand() as cursor:
        for person_id in people:
            cursor.execute(
                f"SELECT (SELECT COUNT(*) {taken} AND h.owned_s >= %s {uncounted}), "
                f"(SELECT h.owned_s {taken} {uncounted} ORDER BY h.owned_s DESC LIMIT 1)",
                [person_id, since_s, *beside, person_id, *beside],
            )
            count, last_s = cursor.fetchone()
            found[person_id] = count, last_s
    return found


def seller(person: Person, away: list[Absence], served: tuple[int, int | None], held: InForce, step: Step) -> Seller:
    """Somebody of sales as the assignment sees them; ``served`` is how many leads this period, and when the last."""
    zone = ZoneInfo(person.zone or held.pact.time.zone)
    absent = tuple((_midnight(a.from_on, zone), _midnight(a.until_on + timedelta(days=1), zone)) for a in away)
    return Seller(
        id=person.pk,
        name=f"#{person.pk}",  # Names stay out of facts; pages put them back.
        is_active=person.is_active,
        absent=absent,
        languages=_listed(person.languages),
        regions=_listed(person.regions),
        taken=served[0],
        capacity=step.short_list.each_person if person.capacity is None else person.capacity,
        last_served_s=served[1],
        accounts=tuple(int(a) for a in _listed(person.accounts) if a.isdigit()),
    )


def _midnight(day: date, zone: ZoneInfo) -> int:
    return int(datetime.combine(day, time(), zone).timestamp())


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def place(crossings: Sequence[Crossing], actor: Actor, rules: Rulebook, *, is_queued: bool = False) -> Placed:
    """Give crossing leads to people by the pact's order, or put them into the ranked queue.

    All crossings are of one pact and step. Leads already waiting (``is_queued``) are not queued again; a fact says
    so when they wait for another reason than before, and one whose deadline cannot be counted goes on waiting.
    Raises ``clock.Unanswerable`` when the deadline of a lead that does not wait yet cannot be counted.
    """
    placed = Placed()
    deadlines: Deadlines = {}
    if not crossings:
        return placed
    held, step = crossings[0].held, crossings[0].step
    by_id = {c.lead.pk: c for c in crossings}
    waiting = [Waiting(c.lead.pk, c.points, c.lead.queued_s or c.lead.captured_s) for c in crossings]
    ranked = [by_id[each.lead_id] for each in rank(waiting, step.short_list.order)]
    today = _handed_since(rules.now_s, held.pact.time.zone)
    found = assign(
        _wanting(ranked),
        sellers(held, step, rules),
        step.assign,
        rules.now_s,
        short_list=step.short_list,
    )
    for placement in found:
        crossing = by_id[placement.lead_id]
        reason: str = placement.reason or "capacity"
        if placement.seller_id is not None:
            rule, why = placement.rule or "", placement.explanation
            try:
                drafts = handed(crossing, placement.seller_id, rule, why, actor, rules, today + 1, deadlines)
            except Unanswerable as error:
                if not is_queued:
                    raise
                log.error("Lead %s waits on: %s", placement.lead_id, error)  # noqa: TRY400 - the reason says all
                reason = "no_calendar"
            else:
                today += 1
                placed.owners[placement.lead_id] = placement.seller_id
                placed.drafts += drafts
                continue
        placed.waiting[placement.lead_id] = reason
        if not is_queued:
            placed.drafts.append(queued(crossing, reason, actor, rules))
        elif crossing.lead.queued_reason != reason:
            placed.drafts.append(still_queued(crossing, reason, actor, rules))
    return placed


def _wanting(crossings: Sequence[Crossing]) -> list[Wanting]:
    accounts = {c.lead.account_id for c in crossings if c.lead.account_id is not None}
    owners: dict[int, int | None] = {}
    deal_owners: dict[int, int] = {}
    if accounts:
        named = Account.objects.filter(Q(pk__in=accounts) | Q(same_as_id__in=accounts))
        known = list(named.order_by("pk").values_list("pk", "owner_id", "same_as_id"))
        # A company that was made one with another kept its deals, and may be the one that has an owner.
        of = {pk: same_as_id or pk for pk, _, same_as_id in known}
        for pk, owner_id, same_as_id in known:
            owners[of[pk]] = owner_id or owners.get(of[pk]) if same_as_id is None else owners.get(of[pk]) or owner_id
        rows = Deal.objects.filter(account_id__in=of, state="open").order_by("opened_s")
        deal_owners = {of[row.account_id]: row.owner_id for row in rows if row.account_id and row.owner_id}
    found = []
    for c in crossings:
        account_id = c.lead.account_id or 0
        found.append(wanting(c.lead, c.view, c.points, deal_owners.get(account_id), owners.get(account_id)))
    return found


def wanting(
    lead: Lead, view: Seen, points: int, deal_owner_id: int | None = None, account_owner_id: int | None = None
) -> Wanting:
    """A lead as the assignment asks of it."""
    region = _code(view, "region") or _code(view, "country")
    return Wanting(lead.pk, lead.account_id, deal_owner_id, account_owner_id, _code(view, "language"), region, points)


def _code(view: Seen, name: str) -> str | None:
    value = view.values.get(name)
    return value.code if value else None


def _handed_since(now_s: int, zone: str) -> int:
    return HandOff.objects.filter(handed_s__gte=period_start("day", now_s, zone)).count()


def late_steps(steps: Sequence[LateStep], acts: frozenset[str] | None = None) -> tuple[LateStep, ...]:
    """The pact's steps for a late promise, or those of them that fit another promise."""
    return tuple(step for step in steps if acts is None or step.act in acts)


def payload(
    rules: Rulebook,
    person_id: int | None,
    held: InForce,
    due_s: int,
    acts: frozenset[str] | None = None,
    since_s: int | None = None,
    **more: object,
) -> str:
    """The typed extras of a fact that starts a clock at ``since_s`` (None: now): when to remind, tell and reassign."""
    return _extras(_late(rules, person_id, held, due_s, acts, rules.now_s if since_s is None else since_s), **more)


def _late(
    rules: Rulebook, person_id: int | None, held: InForce, due_s: int, acts: frozenset[str] | None, since_s: int
) -> list[tuple[str, int]]:
    steps = late_steps(held.pact.follow_up.if_late, acts)
    return [(act.act, act.at_s) for act in sla.timetable(rules.calendar(person_id, held), since_s, due_s, steps)]


def _extras(late: Sequence[tuple[str, int]], **more: object) -> str:
    told = {name: value for name, value in more.items() if value is not None}
    return json.dumps({"late": late, **told}, separators=(",", ":"))


def _deadline(
    rules: Rulebook, owner_id: int, held: InForce, span: Span, acts: frozenset[str] | None, deadlines: Deadlines
) -> tuple[int, list[tuple[str, int]]]:
    """When a promise that starts now is due, and what follows while it is late."""
    key = owner_id, held.id, span, acts
    found = deadlines.get(key)
    if found is None:
        due_s = sla.start(rules.calendar(owner_id, held), rules.now_s, span)
        found = deadlines[key] = due_s, _late(rules, owner_id, held, due_s, acts, rules.now_s)
    return found


def handed(
    crossing: Crossing,
    owner_id: int,
    rule: str,
    why: str,
    actor: Actor,
    rules: Rulebook,
    today: int,
    deadlines: Deadlines,
) -> list[Draft]:
    """The facts of a hand-off with the promises it starts; ``today`` counts the day's hand-offs, this one included.

    ``deadlines`` keeps what is the same for further hand-offs to the same person.
    """
    held, step, lane = crossing.held, crossing.step, crossing.lane
    due_s, late = _deadline(rules, owner_id, held, sla.first_touch(lane, today), None, deadlines)
    answer_s, answer_late = _deadline(rules, owner_id, held, step.answer, ANSWER_ACTS, deadlines)
    is_shuffled = held.pact.trials.shuffled_call_order
    base = Fact(
        0, "", "handed_over", rules.now_s, 0, lead_id=crossing.lead.pk, account_id=crossing.lead.account_id,
        person_id=owner_id, by_id=actor.id, side="marketing", step=step.name, lane=lane.name, reason=rule or None,
        points=crossing.points, pact_id=held.id, pact_version=held.pact.version, source=crossing.lead.source,
        value_number=call_place(crossing.lead.pk) if is_shuffled else None,
    )  # fmt: skip
    promised = base._replace(
        kind="promised", side="system", field="answer", due_s=answer_s, reason=None, points=None, value_number=None,
        payload=_extras(answer_late),
    )  # fmt: skip
    return [
        Draft(base._replace(due_s=due_s, payload=_extras(late, why=why))),
        Draft(promised),
    ]


def queued(crossing: Crossing, reason: str, actor: Actor, rules: Rulebook) -> Draft:
    """The fact that a lead which passed the gate waits, for what, and until when at most."""
    held, step = crossing.held, crossing.step
    due_s = sla.start(rules.calendar(None, held), rules.now_s, step.short_list.waits_at_most)
    extra = json.dumps({"late": [["tell_manager", due_s]]}, separators=(",", ":"))
    draft = still_queued(crossing, reason, actor, rules)
    return draft._replace(fact=draft.fact._replace(due_s=due_s, payload=extra))


def still_queued(crossing: Crossing, reason: str, actor: Actor, rules: Rulebook) -> Draft:
    """The fact that a lead waits on, for another reason than before; its clock goes on."""
    held, step, lead = crossing.held, crossing.step, crossing.lead
    fact = Fact(
        0, "", "queued", rules.now_s, 0, lead_id=lead.pk, account_id=lead.account_id, by_id=actor.id, side="system",
        step=step.name, lane=crossing.lane.name, reason=reason, points=crossing.points, pact_id=held.id,
        pact_version=held.pact.version,
    )  # fmt: skip
    return Draft(fact)


def fill_short_lists(*, now_s: int, limit: int = 500) -> int:
    """Hand waiting leads over, best first, as far as people have room. Gives how many went.

    The queue is gone through in parts of ``limit`` leads, each in a transaction of its own, so that leads which
    wait for one person hold up nobody behind them.
    """
    rules = Rulebook(now_s)
    handed = 0
    for part in chunks(_ranked_queue(rules), limit):
        with recording(now_s, scorer=rules) as book:
            waiting = list(Lead.objects.filter(pk__in=part, state="queued"))
            crossings = _grouped(waiting, book, rules)
            for group in crossings:
                placed = place(group, access.SYSTEM, rules, is_queued=True)
                reactions.follow(book.append(placed.drafts), now_s)
                handed += len(placed.owners)
        if crossings and not any(_has_room(group[0], rules) for group in crossings):
            break
    return handed


def _ranked_queue(rules: Rulebook) -> list[int]:
    """Every waiting lead, in the order of the pact in force."""
    rows = Lead.objects.filter(state="queued").values_list("pk", "points", "queued_s", "captured_s")
    waiting = [Waiting(pk, points or 0, queued_s or captured_s) for pk, points, queued_s, captured_s in rows]
    order = rules.pacts[0].step.short_list.order if rules.pacts else "score"
    return [each.lead_id for each in rank(waiting, order)]


def _has_room(crossing: Crossing, rules: Rulebook) -> bool:
    """Whether anybody can take a lead of this step now."""
    short_list = crossing.step.short_list
    return any(
        each.is_active
        and not any(since_s <= rules.now_s < until_s for since_s, until_s in each.absent)
        and capacity_left(short_list, each.taken, each.capacity) > 0
        for each in sellers(crossing.held, crossing.step, rules)
    )


def _grouped(leads: Sequence[Lead], book: Book, rules: Rulebook) -> list[list[Crossing]]:
    """Waiting leads by the pact and step of their queued fact, as they were when they passed the gate."""
    facts = book.facts_of([lead.pk for lead in leads])
    groups: dict[tuple[int, str], list[Crossing]] = {}
    for lead in leads:
        told = facts[lead.pk]
        queued = next((f for f in reversed(told) if f.kind == "queued"), None)
        if queued is None or queued.pact_id is None:
            continue
        held = rules.by_id(queued.pact_id)
        step = held.step_named(queued.step)
        lane = next((lane for lane in step.lanes if lane.name == queued.lane), step.lanes[-1])
        crossing = Crossing(lead, seen(told, rules.now_s), held, step, lane, lead.points or queued.points or 0)
        groups.setdefault((held.id, step.name), []).append(crossing)
    return list(groups.values())


def reassign(*, actor: Actor, hand_off_id: int, person_id: int, now_s: int, reason: str = "by_hand") -> None:
    """Give an open hand-off to another person, whose clock starts now.

    Raises ``NotOpen``, ``SameOwner``, ``PersonLeft`` when the person no longer takes leads, and what ``access`` raises.
    """
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        hand_off = access.hand_off(actor, "reassign", hand_off_id)
        if not hand_off.is_open:
            raise NotOpen(f"Hand-off {hand_off_id} is closed; it was {hand_off.answer}. Nothing was changed.")
        person = Person.objects.filter(pk=person_id).first()
        if person is None or person.side != "sales":
            raise access.Unknown(f"Nobody in sales has the number {person_id}.")
        check_receiver(Seller(person.pk, person.name, is_active=person.is_active))
        if person_id == hand_off.owner_id:
            raise SameOwner(f"The lead is {person.name}'s already; choose somebody else. Nothing was changed.")
        fact = reassigned(hand_off, person_id, reason, actor, rules)
        reactions.follow(book.append([Draft(fact)]), now_s)


def reassigned(
    hand_off: HandOff, person_id: int, reason: str, actor: Actor, rules: Rulebook, why: str | None = None
) -> Fact:
    """The fact that an open hand-off has another owner, whose clock starts now; ``why`` explains a choice by rules."""
    held = rules.by_id(hand_off.pact_id)
    step = held.step_named(hand_off.step)
    lane = next((lane for lane in step.lanes if lane.name == hand_off.lane), step.lanes[-1])
    due_s = sla.start(rules.calendar(person_id, held), rules.now_s, lane.first_touch)
    return Fact(
        0, "", "reassigned", rules.now_s, 0, lead_id=hand_off.lead_id, person_id=person_id, by_id=actor.id,
        side="system", step=hand_off.step, lane=hand_off.lane, reason=reason, pact_id=hand_off.pact_id,
        pact_version=hand_off.pact_version, due_s=due_s,
        payload=payload(rules, person_id, held, due_s, why=why),
    )  # fmt: skip


__all__ = ["Crossing", "NotOpen", "PersonLeft", "Placed", "SameOwner", "fill_short_lists", "place", "reassign"]
