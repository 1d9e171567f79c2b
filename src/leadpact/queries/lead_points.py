"""A lead's points as its page shows them: every row of the points table, and the line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _

from leadpact.ledger.models import Lead
from leadpact.ledger.privacy import Named
from leadpact.ledger.rulebook import InForce
from leadpact.queries.lead_views import PointRow, ScoreView
from leadpact.rules.scoring import Score

HIDDEN = ScoreView(0, None, ())
"""Stands where a trial keeps a lead's points from the reader."""


def score_view(scored: tuple[InForce, Score] | None, facts: Sequence[Any], lead: Lead, who: Named) -> ScoreView:
    """A lead's points, with every row of the points table where it is still open."""
    if scored is None:
        return ScoreView(lead.points or 0, None, ())
    held, score = scored
    by_seq = {fact.seq: fact for fact in facts}
    rows = []
    for row in score.rows:
        fact = by_seq.get(row.because_seq or 0)
        declared = held.pact.good_lead.points[row.index]
        state = "held" if row.holds else "unknown" if row.holds is None else "missed"
        said = who.told_at(fact.occurred_s).get(fact.by_id or 0, "") if fact else ""
        rows.append(
            PointRow(
                row.points if row.holds else row.worth,
                row.label,
                state,
                declared.because,
                declared.asked_by,
                said or (_("the buyer") if fact and fact.side == "buyer" else ""),
                datetime.fromtimestamp(fact.occurred_s, UTC) if fact else None,
            )
        )
    return ScoreView(score.total, line_of(held), tuple(rows))


def line_of(held: InForce, step_name: str | None = None) -> int | None:
    """The points the gate asks for; None when every lane opens always."""
    asked = [lane.gate.points for lane in held.step_named(step_name).lanes if not lane.gate.always]
    return min(asked) if asked else None
