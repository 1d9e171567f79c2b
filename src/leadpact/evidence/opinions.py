"""Two opinions on the same leads: what marketing says of each, and what sales does."""

from __future__ import annotations

from typing import Any

import ibis

from leadpact.evidence.handed import TAKES
from leadpact.evidence.leads import of_all_leads
from leadpact.evidence.measure import Values
from leadpact.evidence.shared import shared_by
from leadpact.evidence.tables import FAR_KEY, fact_key, known, one, settled
from leadpact.rules.trials import EXPLORED

OPINIONS = ("good", "held_back")
ANSWERS = ("accepted", "rejected")
_KINDS = ("qualified", "handed_over", "rejected", "disqualified", *TAKES)
_KEYS = ("hand_key", "qualified_key", "next_key", "back_key", "taken_key")


@shared_by("lead_id")
def opinions(table: Any, p: Values) -> Any:
    """One row per lead: what marketing says of it (good, held_back) and sales (accepted, rejected, none).

    Good: qualified or handed over before sales answered. Leads that sales found itself and that never crossed are
    left out: marketing has no opinion of them.
    """
    told = known(table, p["as_of_s"], _KINDS, ("reason",))
    told = told.select("lead_id", "kind", "occurred_s", "occurred_month", "side", "reason", key=fact_key(told))
    per = told.group_by("lead_id").agg(
        hand_key=_least(told, told.kind == "handed_over"), qualified_key=_least(told, told.kind == "qualified"),
        first_s=told.occurred_s.min(), first_month=told.occurred_month.min().cast("int64"),
    )  # fmt: skip
    start_key = (per.hand_key < FAR_KEY).ifelse(per.hand_key, 0)
    per = per.mutate(start_key=start_key)
    later = told.filter(told.kind != "qualified")
    both = settled(later.join(per.select("start_key", per_lead_id="lead_id"), [("lead_id", "per_lead_id")]))
    is_after = both.key > both.start_key
    is_no = (both.kind == "rejected") | ((both.kind == "disqualified") & (both.side == "sales") & (both.start_key == 0))
    is_explored = (both.key == both.start_key) & (both.reason.fill_null("") == EXPLORED)
    answers = both.group_by(answered_id="lead_id").agg(
        next_key=_least(both, is_after & (both.kind == "handed_over")),
        back_key=_least(both, is_after & is_no),
        taken_key=_least(both, is_after & both.kind.isin(list(TAKES))),
        is_explored=one(is_explored).max(),
    )
    leads = settled(per.left_join(answers, [("lead_id", "answered_id")]))
    leads = of_all_leads(table, p["as_of_s"], leads, {**dict.fromkeys(_KEYS, FAR_KEY), "is_explored": 0})
    answer_key = ibis.least(leads.back_key, leads.taken_key)
    is_crossed = (leads.hand_key < FAR_KEY) & (leads.is_explored == 0)
    is_good = is_crossed | ((leads.qualified_key < FAR_KEY) & (leads.qualified_key < answer_key))
    leads = leads.select(
        *("lead_id", "since_s", "hand_key", "source"),
        is_own=one(leads.found_by == "sales"),
        marketing=is_good.ifelse("good", "held_back"),
        sales=ibis.cases(
            (leads.back_key < leads.next_key, "rejected"), (leads.taken_key < leads.next_key, "accepted"), else_="none"
        ),
    )
    in_period = (leads.since_s >= p["since_s"]) & (leads.since_s < p["until_s"])
    return leads.filter(in_period & ((leads.is_own == 0) | (leads.hand_key < FAR_KEY)))


def _least(told: Any, condition: Any) -> Any:
    return condition.ifelse(told.key, FAR_KEY).min()
