"""Following up in time: attempts as they are made, and what is done when a promise nears or passes its deadline."""

from __future__ import annotations

import json
import logging
from typing import NamedTuple

from django.db.models import Q

from leadpact.ledger import access, reader
from leadpact.ledger.access import SYSTEM, Actor
from leadpact.ledger.models import Clock, FactRow, HandOff, Lead, Person
from leadpact.ledger.privacy import agreed
from leadpact.ledger.rulebook import InForce, NoPact, Rulebook
from leadpact.ledger.writer import Draft, recording
from leadpact.operations import reactions
from leadpact.operations.handoff import ANSWER_ACTS, payload, reassigned, sellers, wanting
from leadpact.operations.trials import kept_on
from leadpact.rules import clock, sla
from leadpact.rules.assignment import Placement, assign
from leadpact.rules.facts import Fact
from leadpact.rules.lead import seen, valid
from leadpact.rules.privacy import manager_is_told
from leadpact.rules.story_clocks import terms_of

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
        drafts = [Draft(fact) for fact in by_doing(hand_off, actor, rules, when_s, channel)]
        accepts = bool(drafts)
        side = "marketing" if actor.side == "marketing" else "sales"
        fact = Fact(
            0, "", channel, when_s, now_s, lead_id=lead_id, account_id=lead.account_id, by_id=actor.id, side=side,
            channel=channel, value_code=outcome,
            worked_s=worked(hand_off, "first_touch", rules, when_s) if side == "sales" else None,
        )  # fmt: skip
        drafts.append(Draft(fact, note.strip() or None))
        appended = book.append(drafts)
        reactions.follow(appended, now_s)
        return Logged(appended.facts[-1].id, accepts)


def worked(hand_off: HandOff | None, promise: str, rules: Rulebook, at_s: int) -> int | None:
    """Working seconds since the running clock of a promise started, in its owner's hours.

    None when none runs, or none had started by then. Raises as ``clock.elapsed``.
    """
    if hand_off is None:
        return None
    running = (
        Clock.objects.filter(lead_id=hand_off.lead_id, promise=promise, state="running").order_by("started_s").first()
    )
    if running is None or at_s < running.started_s:
        return None
    return clock.elapsed(rules.calendar(running.person_id, rules.by_id(hand_off.pact_id)), running.started_s, at_s)


def by_doing(hand_off: HandOff | None, actor: Actor, rules: Rulebook, at_s: int, channel: str) -> list[Fact]:
    """The fact that the owner takes an unanswered lead by following it up; ``channel`` says how. Else nothing.

    What was done before the lead was theirs takes it now.
    """
    if hand_off is None or hand_off.answer != "open" or hand_off.owner_id != actor.id:
        return []
    taken_s = at_s if at_s >= hand_off.owned_s else rules.now_s
    return [accepted_fact(hand_off, actor, rules, taken_s)._replace(channel=channel)]


def accepted_fact(hand_off: HandOff, actor: Actor, rules: Rulebook, at_s: int) -> Fact:
    """The fact that a lead is taken: stops the answer clock and starts that of the attempts."""
    return accepted(hand_off, actor, rules, at_s, worked(hand_off, "answer", rules, at_s))


def accepted(hand_off: HandOff, actor: Actor, rules: Rulebook, at_s: int, worked_s: int | None) -> Fact:
    """The same, with the working seconds since the answer clock started given."""
    held = rules.by_id(hand_off.pact_id)
    rule = held.pact.follow_up
    calendar = rules.calendar(hand_off.owner_id, held)
    due_s = sla.start(calendar, at_s, rule.within)
    return Fact(
        0, "", "accepted", at_s, rules.now_s, lead_id=hand_off.lead_id, person_id=hand_off.owner_id, by_id=actor.id,
        side="sales", step=hand_off.step, lane=hand_off.lane, pact_id=hand_off.pact_id,
        pact_version=hand_off.pact_version, due_s=due_s, worked_s=worked_s,
        payload=payload(
            rules, hand_off.owner_id, held, due_s, acts=ANSWER_ACTS, since_s=at_s, **terms_of(rule, calendar.zone)
        ),
    )  # fmt: skip


def act_on_due(*, now_s: int, limit: int = 200) -> int:
    """Remind, tell the manager and reassign wherever a step is due. Gives how many steps were taken.

    Each step is taken in a transaction of its own that looks again under the ledger's lock, so that of several
    workers one takes it, and a worker that dies leaves nothing half done. A step that cannot be taken is logged
    with its reason and stops no other.
    """
    taken, last_s, last_id = 0, -1, ""
    while taken < limit:
        further = Q(next_s__gt=last_s) | Q(next_s=last_s, pk__gt=last_id)
        due = Clock.objects.filter(further, next_s__lte=now_s).order_by("next_s", "pk")
        rows = list(due.values_list("next_s", "pk")[: limit - taken])
        if not rows:
            break
        taken += sum(_try_step(clock_id, now_s) for _, clock_id in rows)
        last_s, last_id = rows[-1][0] or 0, rows[-1][1]
    return taken


def _try_step(clock_id: str, now_s: int) -> int:
    try:
        return _step(clock_id, now_s)
    except (clock.Unanswerable, NoPact) as error:
        log.error("The step that is due on clock %s was not taken: %s", clock_id, error)  # noqa: TRY400 - the reason says all, a traceback nothing
        return 0


def _step(clock_id: str, now_s: int) -> int:
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        running = Clock.objects.filter(pk=clock_id, state="running", next_s__lte=now_s).first()
        if running is None:
            return 0
        act = _act_due(running, now_s)
        reassigned_fact, why_not = _taken_over(running, rules) if act == "reassign" else (None, None)
        fact = reassigned_fact or _told(running, act, rules, why_not)
        reactions.follow(book.append([Draft(fact)]), now_s)
        return 1


def _act_due(running: Clock, now_s: int) -> str:
    """The step to take: nobody is reminded of a deadline when a later step is due as well."""
    if running.next_act != "remind":
        return running.next_act or ""
    started = FactRow.objects.filter(seq=int(running.id.partition(":")[0])).values_list("payload", flat=True).first()
    late = [sla.Act(act, at_s) for act, at_s in json.loads(started or "{}").get("late", ())]
    found = sla.next_step(late, (), now_s)
    return found.act if found else "remind"


def _taken_over(running: Clock, rules: Rulebook) -> tuple[Fact | None, str | None]:
    """The fact that somebody else has a late lead, or why not: the manager is told in its place."""
    hand_off = HandOff.objects.filter(pk=running.hand_off_id or 0).first()
    other = _another(hand_off, rules) if hand_off is not None else None
    if hand_off is None or other is None or other.seller_id is None:
        return None, "nobody_else"
    try:
        return reassigned(hand_off, other.seller_id, "late", SYSTEM, rules, why=other.explanation), None
    except clock.Unanswerable as error:
        log.error("Lead %s was not given to person %s: %s", hand_off.lead_id, other.seller_id, error)  # noqa: TRY400 - the message says it all
        return None, "no_calendar"


def _told(running: Clock, act: str, rules: Rulebook, why_not: str | None) -> Fact:
    """The fact that the owner was reminded, or the manager told; the owner, where the pact lets nobody else know."""
    kind, now_s = "reminded" if act == "remind" else "escalated", rules.now_s
    is_open = running.person_id is None or manager_is_told(agreed(rules.pacts))
    return Fact(
        0, "", kind, now_s, now_s, lead_id=running.lead_id, field=running.promise, due_s=running.due_s, reason=why_not,
        person_id=_manager(running) if kind == "escalated" and is_open else running.person_id,
        payload=json.dumps({"act": act}),
    )  # fmt: skip


def _manager(running: Clock) -> int | None:
    """Who is told of a late promise: the owner's manager while there, else a head of the side that promised."""
    person = Person.objects.filter(pk=running.person_id or 0).select_related("manager").first()
    if person is not None and person.manager is not None and person.manager.is_active:
        return person.manager_id
    role = "marketing_head" if running.promise == "waiting" else "sales_head"
    return Person.objects.filter(role=role, is_active=True).order_by("pk").values_list("pk", flat=True).first()


def _another(hand_off: HandOff, rules: Rulebook) -> Placement | None:
    """Who takes over a late lead, by the pact's order without its present owner."""
    held: InForce = rules.by_id(hand_off.pact_id)
    step = held.step_named(hand_off.step)
    lead = Lead.objects.filter(pk=hand_off.lead_id).first()
    if lead is None:
        return None
    view = seen(reader.facts_of([lead.pk])[lead.pk], rules.now_s)
    people = sellers(held, step, rules, without=hand_off.owner_id)
    rest = tuple(rule for rule in step.assign if rule.by not in ("open_deal_owner", "account_owner"))
    wanted = [wanting(lead, view, hand_off.points or 0)]
    return assign(wanted, people, rest, rules.now_s, short_list=step.short_list)[0]


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
    """Close accepted hand-offs on which neither sales nor the buyer did anything for longer than the pact's rest.

    What the machinery or marketing did does not count. Leads of the persistence trial get more attempts instead,
    once. Gives how many leads were dealt with.
    """
    rules = Rulebook(now_s)
    quiet = _quiet(rules, limit)
    if not quiet:
        return 0
    with recording(now_s, scorer=rules) as book:
        # Somebody may have acted since; then the lead has a newer fact.
        still = [lead for lead in Lead.objects.filter(pk__in=quiet) if lead.last_seq == quiet[lead.pk]]
        kept = kept_on(still, rules)
        drafts = [
            Draft(
                kept.get(lead.pk)
                or Fact(0, "", "gave_up", now_s, now_s, lead_id=lead.pk, account_id=lead.account_id, reason="silent")
            )
            for lead in still
        ]
        appended = book.append(drafts)
        reactions.follow(appended, now_s)
        return len(appended.facts)


def _quiet(rules: Rulebook, limit: int) -> dict[int, int]:
    """Leads on which it is too long silent, with the seq of their last fact; at most ``limit``."""
    # Hand-offs without a pact are brought-in history, of which nothing was promised.
    taken = HandOff.objects.filter(is_open=True, answer="accepted", pact_id__isnull=False)
    found: dict[int, int] = {}
    for pact_id in set(taken.values_list("pact_id", flat=True)):
        before_s = rules.now_s - round(rules.by_id(pact_id).pact.follow_up.rest_days * DAY_S)
        old = taken.filter(pact_id=pact_id, answered_s__lt=before_s, owned_s__lt=before_s).order_by("pk")
        for part in reader.chunks(old.values_list("lead_id", flat=True)):
            leads = Lead.objects.filter(pk__in=part, state="accepted")
            told = reader.facts_of(lead.pk for lead in leads)
            for lead in leads:
                acted = (
                    f.occurred_s for f in valid(told[lead.pk]) if f.side in ("buyer", "sales") or f.kind == "kept_on"
                )
                if max(acted, default=0) < before_s and len(found) < limit:
                    found[lead.pk] = lead.last_seq
    return found


def rescore_faded(*, now_s: int, limit: int = 2000) -> int:
    """Score leads anew whose points have faded. Gives how many."""
    due = list(Lead.objects.filter(fades_s__lte=now_s).order_by("fades_s").values_list("pk", flat=True)[:limit])
    if not due:
        return 0
    with recording(now_s, scorer=Rulebook(now_s)) as book:
        return book.rescore(due)
