"""Marketing's side of the hand-off: the short call form, the agreed actions, and the gate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Lead
from leadpact.ledger.rulebook import InForce, Rulebook
from leadpact.ledger.writer import Book, Draft, Points, recording
from leadpact.operations import reactions
from leadpact.operations.capture import describe_lead
from leadpact.operations.handoff import Crossing, place
from leadpact.rules.facts import Fact
from leadpact.rules.gate import GateAnswer, decide
from leadpact.rules.lead import Seen, seen
from leadpact.rules.scoring import Score

READY = frozenset(("new", "returned", "recycled"))
"""States from which marketing may hand a lead over."""
LARGEST_ID = (1 << 63) - 1
"""No database keeps a larger id; one asked for a larger one fails."""


class GateClosed(ValueError):
    """The gate does not open; the message says what is missing and what to do. ``answer`` has it in full."""

    def __init__(self, answer: GateAnswer) -> None:
        self.answer = answer
        super().__init__(answer.refusal)


class NotReady(ValueError):
    """The lead is not marketing's to hand over now; the message says where it is, ``state`` is its state."""

    def __init__(self, state: str) -> None:
        self.state = state
        super().__init__(f"This lead is {state.replace('_', ' ')} already; nothing was handed over again.")


class NotCovered(ValueError):
    """No signed pact covers the lead."""


class UnknownAction(ValueError):
    """The action is not one that the pact knows; the message lists them."""


@dataclass
class HandedOver:
    """What became of leads: owner by lead, reason for waiting by lead, refusal by lead."""

    owners: dict[int, int] = field(default_factory=dict)
    waiting: dict[int, str] = field(default_factory=dict)
    refused: dict[int, str] = field(default_factory=dict)


def record_qualification(
    *, actor: Actor, lead_id: int, values: Mapping[str, str], actions: Sequence[str], now_s: int
) -> None:
    """Save the short call form: values with who and when, and the actions done.

    Raises ``UnknownAction``, ``WrongValues``, and what ``access`` raises.
    """
    rules = Rulebook(now_s)
    known = {code for held in rules.pacts for step in held.pact.steps for code in step.after}
    known |= {code for held in rules.pacts for code, _ in held.pact.actions}
    for action in actions:
        if action not in known:
            cure = f"choose one of: {', '.join(sorted(known))}" if known else "no pact in force names any"
            raise UnknownAction(f"{action!r} is not an action of the pact; {cure}.")
    with transaction.atomic():
        describe_lead(actor=actor, lead_id=lead_id, values=values, now_s=now_s, verb="qualify")
        _note_actions(actor, lead_id, actions, rules)


def _note_actions(actor: Actor, lead_id: int, actions: Sequence[str], rules: Rulebook) -> None:
    """Record the actions that were not done before."""
    now_s = rules.now_s
    with recording(now_s, scorer=rules) as book:
        lead = access.lead(actor, "qualify", lead_id)
        done = seen(reader.facts_of([lead_id])[lead_id]).actions
        fact = Fact(
            0, "", "action_done", now_s, now_s, lead_id=lead_id, account_id=lead.account_id, by_id=actor.id,
            side="marketing",
        )  # fmt: skip
        fresh = [action for action in dict.fromkeys(actions) if action not in done]
        reactions.follow(book.append([Draft(fact._replace(field=action)) for action in fresh]), now_s)


def judge(lead_id: int, facts: Sequence[Fact], rules: Rulebook, book: Book) -> tuple[InForce, Seen, Score, GateAnswer]:
    """What the gate says of a lead now, with the points it rests on. Raises ``NotCovered``."""
    view = seen(facts, rules.now_s)
    scored = rules.score(view, rules.now_s)
    if scored is None:
        raise NotCovered(
            f"No signed pact covers lead {lead_id}. Widen what a pact covers, or sign one, before handing it over."
        )
    held, score = scored
    book.keep_points(lead_id, Points(held.id, score.total, score.fades_at_s))
    return held, view, score, decide(view, score, held.step, held.pact, rules.now_s)


def hand_over(*, actor: Actor, lead_id: int, now_s: int) -> HandedOver:
    """Hand one lead over, or say why the gate stays closed.

    Raises ``GateClosed``, ``NotReady``, ``NotCovered``, and what ``access`` raises.
    """
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        lead = access.lead(actor, "hand_over", lead_id)
        if lead.state not in READY:
            raise NotReady(lead.state)
        held, view, score, answer = judge(lead_id, book.facts_of([lead_id])[lead_id], rules, book)
        if not answer.open:
            raise GateClosed(answer)
        crossing = _crossing(lead, view, held, score, answer)
        placed = place([crossing], actor, rules)
        drafts = [*passed(crossing, actor, now_s), *placed.drafts]
        reactions.follow(book.append(drafts), now_s)
    return HandedOver(placed.owners, placed.waiting)


def hand_over_all(*, actor: Actor, lead_ids: Sequence[int], now_s: int) -> HandedOver:
    """Hand many leads over at once: those that pass go, the others are listed with the reason. One transaction."""
    access.check(actor, "hand_over")
    rules = Rulebook(now_s)
    result = HandedOver()
    with recording(now_s, scorer=rules) as book:
        leads = _ready(lead_ids, actor, result)
        facts = book.facts_of([lead.pk for lead in leads])
        groups: dict[int, list[Crossing]] = {}
        for lead in leads:
            try:
                held, view, score, answer = judge(lead.pk, facts[lead.pk], rules, book)
            except NotCovered as error:
                result.refused[lead.pk] = str(error)
                continue
            if answer.open:
                groups.setdefault(held.id, []).append(_crossing(lead, view, held, score, answer))
            else:
                result.refused[lead.pk] = answer.refusal
        for crossings in groups.values():
            placed = place(crossings, actor, rules)
            gate_facts = [draft for crossing in crossings for draft in passed(crossing, actor, now_s)]
            reactions.follow(book.append([*gate_facts, *placed.drafts]), now_s)
            result.owners |= placed.owners
            result.waiting |= placed.waiting
    return result


def _ready(lead_ids: Sequence[int], actor: Actor, result: HandedOver) -> list[Lead]:
    """The leads that are marketing's to hand over; the others are refused with the reason."""
    found = Lead.objects.in_bulk([lead_id for lead_id in lead_ids if 0 < lead_id <= LARGEST_ID])
    leads = []
    for lead_id in sorted(set(lead_ids)):
        lead = found.get(lead_id)
        if lead is None or not access.may_touch(actor, "hand_over", lead):
            result.refused[lead_id] = f"There is no lead {lead_id} that you may hand over."
        elif lead.state not in READY:
            result.refused[lead_id] = f"The lead is {lead.state.replace('_', ' ')} already."
        else:
            leads.append(lead)
    return leads


def _crossing(lead: Lead, view: Seen, held: InForce, score: Score, answer: GateAnswer) -> Crossing:
    lane = next(lane for lane in held.step.lanes if lane.name == answer.lane)
    return Crossing(lead, view, held, held.step, lane, score.total)


def passed(crossing: Crossing, actor: Actor, now_s: int) -> list[Draft]:
    """The facts that a lead passed the gate, with the points on which that rests."""
    fact = Fact(
        0, "", "qualified", now_s, now_s, lead_id=crossing.lead.pk, account_id=crossing.lead.account_id, by_id=actor.id,
        side="marketing", source=crossing.lead.source, step=crossing.step.name, lane=crossing.lane.name,
        points=crossing.points, pact_id=crossing.held.id, pact_version=crossing.held.pact.version,
    )  # fmt: skip
    return [Draft(fact)]
