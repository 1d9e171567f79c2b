"""Two opinions on the same leads: what marketing says of each, and what sales does."""

from __future__ import annotations

from typing import Any

import ibis

from leadpact.evidence.handed import TAKES
from leadpact.evidence.leads import origins
from leadpact.evidence.measure import Values
from leadpact.evidence.tables import FAR_KEY, fact_key, known, one, settled

OPINIONS = ("good", "held_back")
ANSWERS = ("accepted", "rejected")
EXPLORED = "explored"
"""The reason of a hand-off by which a lead crossed only to be tried out."""
_KINDS = ("qualified", "handed_over", "rejected", "disqualified", *TAKES)


def opinions(table: Any, p: Values) -> Any:
    """One row per lead: what marketing says of it (good, held_back) and sales (accepted, rejected, none).

    Good: qualified or handed over before sales answered. Leads that sales found itself and that never crossed are
    left out: marketing has no opinion of them.
    """
    told = known(table, p["as_of_s"], _KINDS, ("reason",))
    told = told.select("lead_id", "kind", "occurred_s", "side", "reason", key=fact_key(told))
    per = told.group_by("lead_id").agg(
        hand_key=_least(told, told.kind == "handed_over"), qualified_key=_least(told, told.kind == "qualified"),
        first_s=told.occurred_s.min(),
    )  # fmt: skip
    start_key = (per.hand_key < FAR_KEY).ifelse(per.hand_key, 0)
    per = per.select("lead_id", "hand_key", "qualified_key", "first_s", start_key=start_key)
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
    leads = _with_origin(table, p, leads.select(
        *("lead_id", "first_s", "hand_key", "qualified_key"), is_explored=leads.is_explored.fill_null(0),
        **{name: leads[name].fill_null(FAR_KEY) for name in ("next_key", "back_key", "taken_key")},
    ))  # fmt: skip
    answer_key = ibis.least(leads.back_key, leads.taken_key)
    is_crossed = (leads.hand_key < FAR_KEY) & (leads.is_explored == 0)
    is_good = is_crossed | ((leads.qualified_key < FAR_KEY) & (leads.qualified_key < answer_key))
    leads = leads.select(
        *("lead_id", "since_s", "is_own", "hand_key", "source"),
        marketing=is_good.ifelse("good", "held_back"),
        sales=ibis.cases(
            (leads.back_key < leads.next_key, "rejected"), (leads.taken_key < leads.next_key, "accepted"), else_="none"
        ),
    )
    in_period = (leads.since_s >= p["since_s"]) & (leads.since_s < p["until_s"])
    return leads.filter(in_period & ((leads.is_own == 0) | (leads.hand_key < FAR_KEY)))


def _with_origin(table: Any, p: Values, told: Any) -> Any:
    """All leads, captured or told of, with since_s, source and whether sales found it itself (is_own)."""
    origin = origins(table, p["as_of_s"])
    keys = ("hand_key", "qualified_key", "next_key", "back_key", "taken_key")
    own = settled(origin.left_join(told, [("origin_lead_id", "lead_id")]))
    own = own.select(
        *(own[key].fill_null(FAR_KEY).name(key) for key in keys),
        is_explored=own.is_explored.fill_null(0), lead_id="origin_lead_id", since_s="origin_s", source="origin",
        is_own=one(own.found_by == "sales"),
    )  # fmt: skip
    rest = settled(told.left_join(origin.select("origin_lead_id"), [("lead_id", "origin_lead_id")]))
    rest = rest.filter(rest.origin_lead_id.fill_null(0) == 0)
    rest = rest.select(
        *keys,
        "is_explored",
        "lead_id",
        since_s="first_s",
        source=ibis.literal("unknown"),
        is_own=one(rest.lead_id == 0),
    )
    return ibis.union(own, rest.select(*own.columns))


def _least(told: Any, condition: Any) -> Any:
    return condition.ifelse(told.key, FAR_KEY).min()
