"""Following up in time: attempts as they are made, and what is done when a promise nears or passes its deadline."""

from __future__ import annotations

import json
import logging
from typing import NamedTuple

from leadpact.ledger import access
from leadpact.ledger.access import SYSTEM, Actor
from leadpact.ledger.models import Clock, HandOff, Lead, Person
from leadpact.ledger.rulebook import InForce, Rulebook
from leadpact.ledger.writer import Draft, recording
from leadpact.operations import reactions
from leadpact.operations.handoff import ANSWER_ACTS, payload, reassign_in, sellers
from leadpact.rules import clock, sla
from leadpact.rules.assignment import Wanting, assign
from leadpact.rules.facts import Fact

log = logging.getLogger("leadpact.sla")
OUTCOMES: dict[str, tuple[str, ...]] = {
    "call": ("no_answer", "voicemail", "reached"),
    "email": ("sent", "replied"),
    "meeting": ("held", "no_show"),
    "social": ("sent", "replied"),
}
"""What can come of an attempt over each channel; reached, replied and held are two-way."""
DAY_S = 86400


class WrongAttempt(ValueError):
    """The channel or outcome is not one of the agreed ones; the message lists them."""


class Logged(NamedTuple):
    """What an attempt did: the fact's id (to take it back), and whether it accepted the lead too."""

    fact_id: str
    accepted: bool


def log_attempt(
    *, actor: Actor, lead_id: int, channel: str, outcome: str, now_s: int, occurred_s: int | None = None, note: str = ""
) -> Logged:
    """Record a contact with the buyer. The owner of an unanswered hand-off accepts it by the same act.

    The fact that stops the first-touch clock carries the working seconds since it started, in the owner's hours.
    Raises ``WrongAttempt`` and what ``access`` raises.
    """
    if channel not in OUTCOMES:
        raise WrongAttempt(f"{channel!r} is not a way to reach a buyer; choose one of: {', '.join(OUTCOMES)}.")
    if outcome not in OUTCOMES[channel]:
        raise WrongAttempt(f"{outcome!r} cannot come of a {channel}; choose one of: {', '.join(OUTCOMES[channel])}.")
    when_s = now_s if occurred_s is None else min(occurred_s, now_s)
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        lead = access.lead(actor, "log_attempt", lead_id)
        hand_off = reactions.open_hand_off(lead_id)
        drafts = []
        accepts = hand_off is not None and hand_off.answer == "open" and hand_off.owner_id == actor.id
        if hand_off is not None and accepts:
            drafts.append(Draft(accepted_fact(hand_off, actor, rules, when_s)))
        side = "sales" if actor.side == "sales" or actor.side == "system" else "marketing"
        fact = Fact(
            0, "", channel, when_s, now_s, lead_id=lead_id, account_id=lead.account_id, by_id=actor.id, side=side,
            channel=channel, value_code=outcome, worked_s=worked(hand_off, "first_touch", rules, when_s),
        )  # fmt: skip
        drafts.append(Draft(fact, note.strip() or None))
        appended = book.append(drafts)
        reactions.follow(appended, now_s)
        return Logged(appended.facts[-1].id, accepts)


def worked(hand_off: HandOff | None, promise: str, rules: Rulebook, at_s: int) -> int | None:
    """Working seconds since the running clock of a promise started, in its owner's hours; None when none runs."""
    if hand_off is None:
        return None
    running = (
        Clock.objects.filter(lead_id=hand_off.lead_id, promise=promise, state="running").order_by("started_s").first()
    )
    if running is None:
        return None
    return clock.elapsed(rules.calendar(running.person_id, rules.by_id(hand_off.pact_id)), running.started_s, at_s)


def accepted_fact(hand_off: HandOff, actor: Actor, rules: Rulebook, at_s: int) -> Fact:
    """The fact that a lead is taken: stops the answer clock and starts that of the attempts."""
    return accepted(hand_off, actor, rules, at_s, worked(hand_off, "answer", rules, at_s))


def accepted(hand_off: HandOff, actor: Actor, rules: Rulebook, at_s: int, worked_s: int | None) -> Fact:
    """The same, with the working seconds since the answer clock started given."""
    held = rules.by_id(hand_off.pact_id)
    rule = held.pact.follow_up
    due_s = sla.start(rules.calendar(hand_off.owner_id, held), at_s, rule.within)
    return Fact(
        0, "", "accepted", at_s, rules.now_s, lead_id=hand_off.lead_id, person_id=hand_off.owner_id, by_id=actor.id,
        side="sales", step=hand_off.step, lane=hand_off.lane, pact_id=hand_off.pact_id,
        pact_version=hand_off.pact_version, due_s=due_s, worked_s=worked_s,
        payload=payload(rules, hand_off.owner_id, held, due_s, acts=ANSWER_ACTS, attempts=rule.attempts),
    )  # fmt: skip


def act_on_due(*, now_s: int, limit: int = 200) -> int:
    """Remind, tell the manager and reassign wherever a step is due. Gives how many steps were taken.

    Each step is taken in a transaction of its own that looks again under the ledger's lock, so that of several
    workers one takes it, and a worker that dies leaves nothing half done.
    """
    due = Clock.objects.filter(next_s__lte=now_s).order_by("next_s").values_list("pk", flat=True)[:limit]
    return sum(_step(clock_id, now_s) for clock_id in due)


def _step(clock_id: str, now_s: int) -> int:
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        running = Clock.objects.filter(pk=clock_id, state="running", next_s__lte=now_s).first()
        if running is None:
            return 0
        hand_off = HandOff.objects.filter(pk=running.hand_off_id or 0).first()
        if running.next_act == "reassign" and hand_off is not None:
            other = _another(hand_off, rules)
            if other is not None:
                appended = reassign_in(book, hand_off, other, "late", SYSTEM, rules)
                reactions.follow(appended, now_s)
                return 1
        kind = {"remind": "reminded", "tell_manager": "escalated"}.get(running.next_act or "", "escalated")
        told_id = running.person_id if kind == "reminded" else _manager(running)
        fact = Fact(
            0, "", kind, now_s, now_s, lead_id=running.lead_id, person_id=told_id, field=running.promise,
            due_s=running.due_s, reason="nobody_else" if running.next_act == "reassign" else None,
            payload=json.dumps({"act": running.next_act}),
        )  # fmt: skip
        reactions.follow(book.append([Draft(fact)]), now_s)
        return 1


def _manager(running: Clock) -> int | None:
    """Who is told of a late promise: the owner's manager, else a head of the side that promised."""
    person = Person.objects.filter(pk=running.person_id or 0).first()
    if person is not None and person.manager_id is not None:
        return person.manager_id
    role = "marketing_head" if running.promise == "waiting" else "sales_head"
    return Person.objects.filter(role=role, is_active=True).order_by("pk").values_list("pk", flat=True).first()


def _another(hand_off: HandOff, rules: Rulebook) -> int | None:
    """Who takes over a late lead, by the pact's order without its present owner."""
    held: InForce = rules.by_id(hand_off.pact_id)
    step = held.step_named(hand_off.step)
    wanting = [Wanting(hand_off.lead_id, points=hand_off.points or 0)]
    people = sellers(held, step, rules, without=hand_off.owner_id)
    rest = tuple(rule for rule in step.assign if rule.by not in ("open_deal_owner", "account_owner"))
    found = assign(wanting, people, rest, rules.now_s, short_list=step.short_list, zone=held.pact.time.zone)
    return found[0].seller_id


def wake_due(*, now_s: int, limit: int = 500) -> int:
    """Bring recycled leads forward whose day has come. Gives how many."""
    due = (
        Lead.objects.filter(wake_s__lte=now_s, state="recycled").order_by("wake_s").values_list("pk", flat=True)[:limit]
    )
    if not due:
        return 0
    with recording(now_s, scorer=Rulebook(now_s)) as book:
        still = Lead.objects.filter(pk__in=list(due), wake_s__lte=now_s, state="recycled")
        drafts = [Draft(Fact(0, "", "woken", now_s, now_s, lead_id=lead.pk, reason="time")) for lead in still]
        appended = book.append(drafts)
        reactions.follow(appended, now_s)
    return len(appended.facts)


def give_up_silent(*, now_s: int, limit: int = 500) -> int:
    """Close hand-offs on which nothing happened for longer than the pact's rest. Gives how many."""
    rules = Rulebook(now_s)
    if not rules.pacts:
        return 0
    shortest = min(held.pact.follow_up.rest_days for held in rules.pacts)
    quiet = Lead.objects.filter(state="accepted", last_s__lt=now_s - shortest * DAY_S).values_list("pk", flat=True)[
        :limit
    ]
    if not quiet:
        return 0
    with recording(now_s, scorer=rules) as book:
        drafts = []
        for lead in Lead.objects.filter(pk__in=list(quiet), state="accepted"):
            hand_off = reactions.open_hand_off(lead.pk)
            held = rules.by_id(hand_off.pact_id if hand_off else None)
            if lead.last_s < now_s - held.pact.follow_up.rest_days * DAY_S:
                fact = Fact(0, "", "gave_up", now_s, now_s, lead_id=lead.pk, side="system", reason="silent")
                drafts.append(Draft(fact))
        return len(book.append(drafts).facts)


def rescore_faded(*, now_s: int, limit: int = 2000) -> int:
    """Score leads anew whose points have faded. Gives how many."""
    due = list(Lead.objects.filter(fades_s__lte=now_s).order_by("fades_s").values_list("pk", flat=True)[:limit])
    if not due:
        return 0
    with recording(now_s, scorer=Rulebook(now_s)) as book:
        return book.rescore(due)
