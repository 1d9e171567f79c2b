"""Which panels a measure has, and those of any other from its first table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from leadpact.evidence.pictures import of_agreement, of_leads, of_outcomes, of_promises
from leadpact.evidence.pictures.panels import Panel

BUILDERS: dict[str, Callable[[Mapping[str, Any]], list[Panel]]] = {
    "acceptance": of_agreement.acceptance,
    "attribution": of_outcomes.attribution,
    "audience": of_leads.audience,
    "backtrack": of_agreement.backtrack,
    "funnel": of_leads.funnel,
    "goals": of_promises.goals,
    "lead_definition": of_agreement.lead_definition,
    "loss_reasons": of_outcomes.loss_reasons,
    "material": of_outcomes.material,
    "persistence": of_outcomes.persistence,
    "promises": of_promises.promises,
    "readiness": of_leads.readiness,
    "referral": of_leads.referral,
    "scoring_quality": of_agreement.scoring_quality,
    "sla_keeping": of_promises.sla_keeping,
    "source_quality": of_leads.source_quality,
    "source_shares": of_leads.source_shares,
    "speed_to_lead": of_outcomes.speed_to_lead,
    "success_review": of_outcomes.success_review,
    "trials": of_outcomes.trials,
}


def panels_of(body: Mapping[str, Any]) -> Sequence[Panel]:
    """The panels of an answer as JSON; none where it has no rows, is split, or its measure declares no pictures."""
    build = BUILDERS.get(body.get("measure", ""))
    if build is None or not body["rows"] or body["parameters"].get("by"):
        return ()
    return build(body)
