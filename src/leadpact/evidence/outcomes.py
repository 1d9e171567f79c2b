"""Leads whose deal is over: won or lost, when it began and when it ended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from leadpact.evidence.distributions import binomial_point
from leadpact.evidence.journeys import with_origin
from leadpact.evidence.leads import deals_over
from leadpact.evidence.result import Row
from leadpact.evidence.tables import FAR_S, NEVER_S, earliest, known, one, settled, shared_of_period

_KINDS = ("deal_opened", "lost", "won")


@shared_of_period("lead_id", "end_s")
def closed(table: Any, p: Mapping[str, Any]) -> Any:
    """One row per lead whose deal ended in the period.

    Columns: lead_id, is_won (1 or 0), opened_s (of the first deal, not after the end), end_s, source, found_by. A
    lead that was ever won is won, at its first win; lost is one of which no deal is open any more, at its last loss.
    """
    told = known(table, p["as_of_s"], _KINDS)
    per = told.group_by("lead_id").agg(
        won_s=earliest(told.kind == "won", told.occurred_s),
        first_s=earliest(told.kind == "deal_opened", told.occurred_s),
    )
    lost = deals_over(table, p["as_of_s"])
    lost = lost.filter(lost.lost_s > NEVER_S).select("dealt_lead_id", "lost_s")
    both = settled(per.left_join(lost, [("lead_id", "dealt_lead_id")]))
    ended = both.select(*per.columns, lost_s=both.lost_s.fill_null(NEVER_S))
    ended = ended.filter((ended.won_s < FAR_S) | (ended.lost_s > NEVER_S))
    is_won = ended.won_s < FAR_S
    end_s = is_won.ifelse(ended.won_s, ended.lost_s)
    ended = ended.select(
        "lead_id", is_won=one(is_won), end_s=end_s, opened_s=(ended.first_s < end_s).ifelse(ended.first_s, end_s)
    )
    ended = ended.filter((ended.end_s >= p["since_s"]) & (ended.end_s < p["until_s"]))
    return with_origin(table, p, ended, "end_s")


def order_median(counts: Mapping[int, int]) -> Row:
    """Median of whole numbers from how often each occurs, with the interval between two of them in order.

    The interval of order statistics holds the true median in at least 95 of 100 cases; below six there is none.
    """
    n = sum(counts.values())
    if n < _LEAST:
        return {"median": None, "low": None, "high": None}
    values = np.asarray(sorted(counts), dtype=np.int64)
    reached = np.cumsum([counts[int(value)] for value in values])
    rank = binomial_point(0.025, n, 0.5)

    def at(place: int) -> int:
        return int(values[int(np.searchsorted(reached, place))])

    middle = (at((n + 1) // 2) + at(n // 2 + 1)) / 2
    return {"median": middle, "low": at(max(1, rank)), "high": at(n + 1 - max(1, rank))}


_LEAST = 6
