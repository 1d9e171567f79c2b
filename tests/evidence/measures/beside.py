"""Small companies told beside the one of thirteen leads, for what nobody does there."""

from __future__ import annotations

from tests.evidence.company import company
from tests.evidence.measures import (
    test_attribution,
    test_backtrack,
    test_material,
    test_readiness,
    test_referral,
    test_success_review,
    test_trials,
)

TOLD = (
    *(test_backtrack, test_material, test_referral, test_readiness, test_success_review, test_attribution),
    test_trials,
)


def everything(copies, beside):
    """So many companies of thirteen leads and so many small ones of each kind, in one order of recording."""
    told = [fact for each in TOLD for fact in each.told(beside)]
    facts = [*company(copies), *({**fact, "lead_id": fact["lead_id"] + 100_000} for fact in told)]
    return [{**fact, "seq": place} for place, fact in enumerate(facts, 1)]
