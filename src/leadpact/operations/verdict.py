"""The answer to a hand-off: accept, or send back with a reason from the agreed list."""

from __future__ import annotations

from typing import Literal

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Deal, HandOff, Person
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Draft, recording
from leadpact.operations import reactions
from leadpact.operations.handoff import NotOpen
from leadpact.operations.sla import accepted_fact, worked
from leadpact.rules.clock import due_after
from leadpact.rules.facts import Fact
from leadpact.rules.verdict import AlreadyAnswered, Verdict, after_reject


class DealOpen(ValueError):
    """The lead has become a deal that is still open."""


def accept(*, actor: Actor, hand_off_id: int, now_s: int) -> str:
    """Take a lead. Gives the id of the fact, to take it back.

    Raises ``AlreadyAnswered`` saying by whom and when, ``NotOpen``, and what ``access`` raises. Two people
    accepting at once: the ledger's lock lets one through, the other is told.
    """
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        hand_off = _unanswered(access.hand_off(actor, "answer", hand_off_id))
        appended = book.append([Draft(accepted_fact(hand_off, actor, rules, now_s))])
        reactions.follow(appended, now_s)
        return appended.facts[0].id


def reject(*, actor: Actor, hand_off_id: int, reason: str, now_s: int, note: str = "") -> str:
    """Send a lead back. What follows (wake later, wake when something is known, back to marketing) is the pact's.

    A lead that was accepted may still be sent back: only a talk shows that there is no budget. While a deal is open
    on it, it may not: the deal ends first, with its own reason. Raises ``UnknownReason`` listing the agreed ones,
    ``AlreadyAnswered``, ``NotOpen``, ``DealOpen``, and what ``access`` raises.
    """
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        hand_off = access.hand_off(actor, "answer", hand_off_id)
        if not hand_off.is_open or hand_off.answer == "rejected":
            _unanswered(hand_off)
        if Deal.objects.filter(lead_id=hand_off.lead_id, state="open").exists():
            raise DealOpen("A deal is open on this lead: lose it with its reason instead of sending the lead back.")
        worked_s = worked(hand_off, "answer", rules, now_s)
        first, *rest = rejected(hand_off, actor, rules, reason, worked_s)
        drafts = [Draft(first, note.strip() or None), *map(Draft, rest)]
        appended = book.append(drafts)
        reactions.follow(appended, now_s)
        return appended.facts[0].id


def rejected(hand_off: HandOff, actor: Actor, rules: Rulebook, reason: str, worked_s: int | None) -> list[Fact]:
    """The facts that a lead is sent back now, and of its waking where the pact says so. Raises ``UnknownReason``."""
    now_s = rules.now_s
    held = rules.by_id(hand_off.pact_id)
    step = held.step_named(hand_off.step)
    after = after_reject(step, reason, now_s)
    fact = Fact(
        0, "", "rejected", now_s, now_s, lead_id=hand_off.lead_id, person_id=hand_off.owner_id, by_id=actor.id,
        side="sales", step=hand_off.step, lane=hand_off.lane, reason=reason, pact_id=hand_off.pact_id,
        pact_version=hand_off.pact_version, worked_s=worked_s,
    )  # fmt: skip
    if after.is_back_to_marketing:
        return [fact]
    wakes_s = after.wakes_s
    if after.wakes_after is not None:
        wakes_s = due_after(rules.calendar(None, held), now_s, after.wakes_after)
    return [
        fact,
        fact._replace(kind="recycled", side="system", worked_s=None, due_s=wakes_s, field=after.wakes_when_known),
    ]


def _unanswered(hand_off: HandOff) -> HandOff:
    if hand_off.answer != "open":
        by = Person.objects.filter(pk=hand_off.answered_by_id or 0).values_list("name", flat=True).first() or "somebody"
        answer: Literal["accepted", "rejected"] = "accepted" if hand_off.answer == "accepted" else "rejected"
        raise AlreadyAnswered(Verdict(answer, by, hand_off.answered_s or 0, hand_off.reason))
    if not hand_off.is_open:
        raise NotOpen(f"Hand-off {hand_off.pk} is closed; the lead went on without an answer. Nothing was changed.")
    return hand_off
