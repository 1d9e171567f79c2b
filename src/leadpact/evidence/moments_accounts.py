"""The other leads of a lead's company, as known at a moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leadpact.evidence.moments import unmended
from leadpact.evidence.tables import fact_key, one, settled


def account_counts(table: Any, as_of_s: Any, family: Any, windows: Mapping[int, str]) -> Any:
    """How many other leads of the same company were captured in the seconds before each moment.

    ``windows``: a length in seconds -> the name of its column; ``counted_key`` is the moment's ``hand_key``;
    ``family``: see ``moments.members``. A lead's company is the one that its last captured fact names by then; leads
    merged into it by then are not others.
    """
    told = _captured(table, as_of_s)
    own = _own(table, as_of_s, family, told)
    others = told.select(
        *("seq", "id", "recorded_s", "occurred_s"), other_account_id="account_id", other_lead_id="lead_id"
    )
    both = settled(own.join(others, [("account_id", "other_account_id")]))
    both = both.filter((both.recorded_s <= both.heard_s) & (both.occurred_s <= both.hand_s))
    both = settled(unmended(table, as_of_s, both).drop("wrong_of", "wrong_s"))
    kin = family.select(family_key="hand_key", family_id="member_id")
    both = settled(both.left_join(kin, [("hand_key", "family_key"), ("other_lead_id", "family_id")]))
    both = both.filter(both.family_id.fill_null(0) == 0)
    each = both.group_by("hand_key", "hand_s", "other_lead_id").agg(captured_s=both.occurred_s.min())
    return each.group_by(counted_key="hand_key").agg(
        **{
            name: one(each.captured_s > each.hand_s - window_s).sum().cast("int64")
            for window_s, name in windows.items()
        }
    )


def _captured(table: Any, as_of_s: Any) -> Any:
    told = table.filter(
        (table.recorded_s <= as_of_s)
        & (table.kind == "captured")
        & (table.account_id.fill_null(0) != 0)
        & (table.lead_id.fill_null(0) != 0)
    )
    return told.select("lead_id", "account_id", "seq", "id", "recorded_s", "occurred_s", key=fact_key(told))


def _own(table: Any, as_of_s: Any, family: Any, told: Any) -> Any:
    """The company of each moment's lead."""
    told = told.rename(told_of="lead_id", told_s="recorded_s").drop("occurred_s")
    both = settled(family.join(told, [("member_id", "told_of")]))
    both = both.filter((both.key <= both.hand_key) & (both.told_s <= both.heard_s))
    both = settled(unmended(table, as_of_s, both).drop("wrong_of", "wrong_s"))
    last = both.group_by(last_of="hand_key").agg(last_key=both.key.max())
    found = settled(both.join(last, [("hand_key", "last_of"), ("key", "last_key")]))
    return found.select("hand_key", "hand_s", "heard_s", "account_id")
