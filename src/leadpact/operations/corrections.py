"""Taking back an entry that was wrong: a fact that mends a fact."""

from __future__ import annotations

from collections.abc import Sequence

from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Draft, recording
from leadpact.rules import consent
from leadpact.rules.facts import ATTEMPTS, Fact

UNDOABLE = ATTEMPTS | {"accepted", "rejected", "deal_opened", "stage_changed", "won", "lost", "action_done", "gave_up"}
BESIDE: dict[str, frozenset[str]] = {"rejected": frozenset(("recycled",))}
"""Facts that the machinery wrote after another one, in the same second, and that go with it."""
AFTER_ANSWER = frozenset(("qualified", "queued", "handed_over"))
"""Facts on which an earlier answer rests no more, because the lead went on."""
AFTER_OPENING = frozenset(("stage_changed", "won", "lost"))


class NotUndoable(ValueError):
    """The fact cannot be taken back; the message says why."""


def take_back(*, actor: Actor, fact_id: str, now_s: int) -> int:
    """Correct one's own entry (or any of the team, for its head). Gives the lead's id.

    What the machinery wrote beside it is corrected too: the waking of a lead sent back, the acceptance that a call
    or an opened deal brought with it. Raises ``NotUndoable``, ``Unknown``, ``Forbidden``.
    """
    access.check(actor, "correct_facts")
    with recording(now_s, scorer=Rulebook(now_s)) as book:
        fact = reader.fact_by_id(fact_id)
        if fact is None or fact.lead_id is None:
            raise access.Unknown("There is no such entry.")
        if fact.by_id != actor.id or actor.id is None:
            access.lead(actor, "see_own_leads", fact.lead_id)
        access.check_on(actor, "correct_facts", owner_id=fact.by_id, side=fact.side)
        if fact.kind not in UNDOABLE and not _is_permission(fact):
            raise NotUndoable(f"An entry of the kind {fact.kind.replace('_', ' ')} cannot be taken back.")
        facts = reader.facts_of([fact.lead_id])[fact.lead_id]
        gone = {other.corrects_id for other in facts if other.kind == "corrected"}
        if fact.id in gone:
            raise NotUndoable("This entry was taken back already.")
        standing = [other for other in facts if other.id not in gone]
        _check_nothing_rests_on(fact, standing)
        base = Fact(0, "", "corrected", now_s, now_s, lead_id=fact.lead_id, by_id=actor.id, side=fact.side)
        wrong = [fact, *_beside(fact, standing)]
        book.append([Draft(base._replace(corrects_id=each.id)) for each in wrong])
    return fact.lead_id


def _is_permission(fact: Fact) -> bool:
    """Whether it says what a buyer allows."""
    return fact.kind == "described" and fact.field in consent.FIELDS


def _beside(fact: Fact, standing: Sequence[Fact]) -> list[Fact]:
    """What was written by the same act."""
    if _is_permission(fact):  # What was said at once, and what followed from it.
        at_once = [
            f for f in standing if f.occurred_s == fact.occurred_s and f.seq > fact.seq and f.by_id == fact.by_id
        ]
        return [f for f in at_once if _is_permission(f) or f.kind in ("disqualified", "woken")]
    with_it = BESIDE.get(fact.kind, ())
    found = [f for f in standing if f.kind in with_it and f.occurred_s == fact.occurred_s and f.seq > fact.seq]
    if fact.kind in ATTEMPTS | {"deal_opened"}:
        channel = "deal" if fact.kind == "deal_opened" else fact.kind
        found += [f for f in standing if f.kind == "accepted" and f.channel == channel and f.seq == fact.seq - 1]
    return found


def _check_nothing_rests_on(fact: Fact, standing: Sequence[Fact]) -> None:
    later = [other for other in standing if other.seq > fact.seq]
    if fact.kind in ("accepted", "rejected") and any(other.kind in AFTER_ANSWER for other in later):
        raise NotUndoable("The lead was handed over again since; that answer stands.")
    if fact.kind == "deal_opened" and any(f.kind in AFTER_OPENING and f.deal_id == fact.deal_id for f in later):
        raise NotUndoable("The deal went on since; take back what came after it first.")
