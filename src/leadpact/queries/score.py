"""A lead's points by the pact in force, with their reasons, for other programs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.rulebook import NoPact, Rulebook
from leadpact.queries.consent import shown
from leadpact.rules.facts import Fact
from leadpact.rules.lead import seen
from leadpact.rules.scoring import ScoredRow

_STATES = {True: "holds", False: "does not hold", None: "not known"}


class NotCovered(LookupError):
    """No pact in force covers the lead."""


def of_lead(actor: Actor, lead_id: int, now_s: int) -> dict[str, Any]:
    """The points of a lead as of now, as plain values.

    Keys: lead, as_of, pact, pact_version, points, groups, fades_at, reasons (points, worth, state, label, group,
    fact), asks (field, question, points). The reasons' points add up to the points. Raises ``Unknown``,
    ``NotCovered`` and ``NoPact``.
    """
    lead = access.lead(actor, "see_own_leads", lead_id)
    rules = Rulebook(now_s)
    if not rules.pacts:
        raise NoPact("No pact is in force, so nothing says what a good lead is. Propose one: leadpact pact put FILE")
    facts = reader.facts_of([lead.pk])[lead.pk]
    scored = rules.score(seen(facts, now_s), now_s)
    if scored is None:
        raise NotCovered(f"No pact in force covers lead {lead_id}. Widen what a pact covers, or sign one that does.")
    held, score = scored
    by_seq = {fact.seq: fact for fact in shown(facts)}
    return {
        "lead": lead.pk,
        "as_of": _iso(now_s),
        "pact": held.pact.name,
        "pact_version": held.pact.version,
        "points": score.total,
        "groups": dict(score.groups),
        "fades_at": None if score.fades_at_s is None else _iso(score.fades_at_s),
        "reasons": [_reason(row, by_seq.get(row.because_seq or 0)) for row in score.rows],
        "asks": [ask._asdict() for ask in score.asks],
    }


def _reason(row: ScoredRow, fact: Fact | None) -> dict[str, Any]:
    return {
        "points": row.points,
        "worth": row.worth,
        "state": _STATES[row.holds],
        "label": row.label,
        "group": row.group,
        "fact": fact.id if fact else None,
    }


def _iso(at_s: int) -> str:
    return datetime.fromtimestamp(at_s, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
