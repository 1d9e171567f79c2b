"""Deals by stage: when each was left, and for what; and which material their leads had by then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from leadpact.evidence.leads import DEAL_KINDS
from leadpact.evidence.shared import is_apart, shared_by
from leadpact.evidence.tables import FAR_S, known, one, settled, shared_of_period

_DIGITS = 19


@shared_of_period("lead_id", "opened_s")
def deals(table: Any, p: Mapping[str, Any]) -> Any:
    """One row per deal opened in the period: deal_id, lead_id, opened_s, closed_s (``FAR_S`` while open), is_won."""
    told = _told(table, p)
    is_end = told.kind.isin(["won", "lost"])
    per = told.group_by("deal_id").agg(
        lead_id=told.lead_id.min(),
        opened_s=told.occurred_s.min(),
        closed_s=is_end.ifelse(told.occurred_s, FAR_S).min(),
        is_won=one(told.kind == "won").max(),
    )
    return per.filter((per.opened_s >= p["since_s"]) & (per.opened_s < p["until_s"]))


def _told(table: Any, p: Mapping[str, Any]) -> Any:
    told = known(table, p["as_of_s"], DEAL_KINDS, ("deal_id", "stage"))
    return told.filter(told.deal_id.fill_null(0) > 0)


@shared_of_period("lead_id", "opened_s")
def visits(table: Any, p: Mapping[str, Any]) -> Any:
    """One row per stage that a deal of the period was in and left, at the first time that it left it.

    Columns: deal_id, lead_id, opened_s, stage, left_s, onward (won, lost, or the next stage). What came next is told by
    one text of its order and name, of which the least is taken. Who is told to be in the same stage again has not left.
    """
    told = _told(table, p)
    code = ibis.cases((told.kind == "won", "w"), (told.kind == "lost", "l"), else_="s")
    place = told.occurred_s * 2**31 + told.seq + 10**18
    told = told.select(
        "deal_id", "lead_id", "occurred_s", place=place, stage=told.stage.fill_null("unknown"),
        is_entry=one(told.kind.isin(["deal_opened", "stage_changed"])),
        named=place.cast("string") + code + told.stage.fill_null("unknown"),
    )  # fmt: skip
    entries = told.filter(told.is_entry == 1).select("deal_id", "lead_id", "stage", entry="place")
    later = told
    if not is_apart():  # SQLite indexes a grouped table and would else compare all with all.
        later = told.group_by(["deal_id", "place"]).agg(named=told.named.min(), occurred_s=told.occurred_s.min())
    later = later.select("place", "named", "occurred_s", later_deal_id="deal_id")
    both = settled(entries.join(later, [("deal_id", "later_deal_id")]))
    both = both.filter(both.place > both.entry)
    left = both.group_by(["deal_id", "lead_id", "stage", "entry"]).agg(
        left_s=both.occurred_s.min(), named=both.named.min()
    )
    left = left.select("deal_id", "lead_id", "stage", "left_s", "named", onward=_onward(left.named))
    left = left.filter(left.onward != left.stage)
    first = left.group_by(["deal_id", "stage"]).agg(
        lead_id=left.lead_id.min(), left_s=left.left_s.min(), named=left.named.min()
    )
    left = first.select("deal_id", "lead_id", "stage", "left_s", onward=_onward(first.named))
    chosen = deals(table, p).select("opened_s", chosen_id="deal_id")
    return settled(left.join(chosen, [("deal_id", "chosen_id")])).drop("chosen_id")


def _onward(named: Any) -> Any:
    how = named.substr(_DIGITS, 1)
    return ibis.cases((how == "w", "won"), (how == "l", "lost"), else_=named.substr(_DIGITS + 1))


@shared_by("lead_id")
def uses(table: Any, p: Mapping[str, Any]) -> Any:
    """One row per piece of material and lead: first_s, last_s, sent_by_sales, sent_by_marketing, viewed (counts)."""
    told = known(table, p["as_of_s"], ("asset_sent", "asset_viewed"), ("asset_id",))
    told = told.filter(told.asset_id.fill_null(0) > 0)
    is_sent = told.kind == "asset_sent"
    return told.group_by(["asset_id", "lead_id"]).agg(
        first_s=told.occurred_s.min(),
        last_s=told.occurred_s.max(),
        sent_by_sales=told.count(where=is_sent & (told.side == "sales")),
        sent_by_marketing=told.count(where=is_sent & (told.side != "sales")),
        viewed=told.count(where=~is_sent),
    )
