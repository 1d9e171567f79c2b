"""Taking back an entry that was wrong: a fact that mends a fact."""

from __future__ import annotations

from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Draft, recording
from leadpact.rules.facts import ATTEMPTS, Fact

UNDOABLE = ATTEMPTS | {"accepted", "rejected", "deal_opened", "stage_changed", "won", "lost", "action_done", "gave_up"}
BESIDE = {"rejected": frozenset(("recycled",))}
"""Facts that the machinery wrote with another one, in the same second, and that go with it."""


class NotUndoable(ValueError):
    """The fact cannot be taken back; the message says why."""


def take_back(*, actor: Actor, fact_id: str, now_s: int) -> int:
    """Correct one's own entry (or any of the team, for its head). Gives the lead's id.

    What the machinery wrote beside it is corrected too. Raises ``NotUndoable``, ``Unknown``, ``Forbidden``.
    """
    with recording(now_s, scorer=Rulebook(now_s)) as book:
        fact = reader.fact_by_id(fact_id)
        if fact is None or fact.lead_id is None:
            raise access.Unknown("There is no such entry.")
        access.check_on(actor, "correct_facts", owner_id=fact.by_id, side=fact.side)
        if fact.kind not in UNDOABLE:
            raise NotUndoable(f"An entry of the kind {fact.kind.replace('_', ' ')} cannot be taken back.")
        facts = reader.facts_of([fact.lead_id])[fact.lead_id]
        gone = {other.corrects_id for other in facts if other.kind == "corrected"}
        if fact.id in gone:
            raise NotUndoable("This entry was taken back already.")
        wrong = [fact, *(f for f in facts if f.kind in BESIDE.get(fact.kind, ()) and f.occurred_s == fact.occurred_s)]
        later = [f for f in facts if f.seq > max(w.seq for w in wrong) and f.kind == "handed_over"]
        if later and fact.kind in ("accepted", "rejected"):
            raise NotUndoable("The lead was handed over again since; that answer stands.")
        base = Fact(0, "", "corrected", now_s, now_s, lead_id=fact.lead_id, by_id=actor.id, side=fact.side)
        book.append([Draft(base._replace(corrects_id=each.id)) for each in wrong if each.id not in gone])
    return fact.lead_id
