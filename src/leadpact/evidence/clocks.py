"""One row per promise to touch a lead that was handed over, and how its clock stands at the snapshot.

The rules are those of ``rules.story``: the first contact by sales stops the clock, a deal stops it too; a lead
sent back, given up, disqualified, merged or handed over again before the deadline withdraws it; a new owner
brings a new deadline. What comes first is told by (occurred_s, seq).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from leadpact.evidence.leads import is_attempt
from leadpact.evidence.tables import (
    FAR_KEY,
    FAR_S,
    NEVER_KEY,
    NEVER_S,
    earliest,
    fact_key,
    keyed,
    known,
    latest,
    merges,
    one,
    settled,
    shared_of_period,
    standing,
)
from leadpact.rules.facts import ATTEMPTS

DEALS = ("deal_opened", "lost", "won")
WITHDRAWS = ("disqualified", "gave_up", "recycled", "rejected")
STOP_KINDS = ("reassigned", *sorted(ATTEMPTS), *DEALS, *WITHDRAWS)
CLOCK_KINDS = ("handed_over", *STOP_KINDS)
BUCKET_MINUTES = (
    *(0, 1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 75, 90, 105, 120, 150, 180, 210, 240, 270, 300, 360, 420, 480, 540),
    *(600, 720, 840, 960, 1080, 1200, 1440, 1680, 1920, 2160, 2400, 2880, 3360, 3840, 4320, 4800, 5760, 7200),
    *(8640, 10080, 12960, 15840, 20160, 25920, 31680, 43200, 57600, 86400, 129600, 259200, 525600),
)
"""Upper edges of the fixed buckets of the curve, in minutes; the last one takes everything longer."""


def hand_offs(table: Any, p: Mapping[str, Any]) -> Any:
    """How many hand-offs are recorded in the period, with a deadline or without."""
    told = standing(table, p["as_of_s"], ("handed_over",))
    told = told.filter((told.occurred_s >= p["since_s"]) & (told.occurred_s < p["until_s"]))
    return told.agg(hand_offs=told.count())


@shared_of_period("lead_id", "start_s")
def clocks(table: Any, p: Mapping[str, Any]) -> Any:
    """One row per hand-off with a deadline, at the snapshot.

    Columns: lead_id, hand_id (id of the fact), month (yyyymm, of the hand-off), person_id (0 where unknown), start_s,
    due_s, touch_s and withdrawn_s (``FAR_S`` where not), worked_s of the touch (-1 where not carried),
    is_reassigned, is_late_again (a new deadline was set after the old one had passed), all as whole numbers.
    """
    hands = _hands(known(table, p["as_of_s"], ("handed_over",), ("id",)), p)
    pairs = _pairs(known(table, p["as_of_s"], STOP_KINDS), hands)
    stops = pairs.group_by("hand_seq").agg(touch_key=(pairs.is_touch == 1).ifelse(pairs.fact_key, FAR_KEY).min())
    beside = settled(pairs.join(stops, "hand_seq"))
    is_left = beside.fact_kind.isin(list(WITHDRAWS))
    is_new = (beside.fact_kind == "reassigned") & (beside.fact_due_s > 0) & (beside.fact_key < beside.touch_key)
    found = beside.group_by("hand_seq").agg(
        touch_key=beside.touch_key.min(),
        touch_s=earliest(beside.is_touch == 1, beside.fact_s),
        left_key=is_left.ifelse(beside.fact_key, FAR_KEY).min(),
        left_s=earliest(is_left, beside.fact_s),
        worked_s=(beside.fact_key == beside.touch_key).ifelse(beside.fact_worked_s, -1).max(),
        new_key=is_new.ifelse(beside.fact_key, NEVER_KEY).max(),
        new_s=latest(is_new, beside.fact_s),
    )
    whole = _with(hands, found, touch_key=FAR_KEY, touch_s=FAR_S, left_key=FAR_KEY, left_s=FAR_S, worked_s=-1,
                  new_s=NEVER_S)  # fmt: skip
    whole = _with(whole, _new_deadlines(pairs, found), new_due_s=0)
    whole = _with(whole, _merged(merges(table, p["as_of_s"]), hands), merged_key=FAR_KEY, merged_s=FAR_S)
    is_touched = whole.touch_key < ibis.least(whole.left_key, whole.merged_key, whole.next_key)
    return whole.select(
        "lead_id", "hand_id", "person_id", "start_s", "month",
        withdrawn_s=ibis.least(whole.left_s, whole.merged_s, whole.next_s),
        # A deadline that has passed stays: a new owner does not make the buyer's wait shorter.
        due_s=((whole.new_due_s > 0) & (whole.new_s <= whole.first_due_s)).ifelse(whole.new_due_s, whole.first_due_s),
        touch_s=is_touched.ifelse(whole.touch_s, FAR_S),
        worked_s=is_touched.ifelse(whole.worked_s, -1),
        is_reassigned=(whole.new_due_s > 0).ifelse(1, 0),
        is_late_again=(whole.new_s > whole.first_due_s).ifelse(1, 0),
    )  # fmt: skip


def _hands(all_hands: Any, p: Mapping[str, Any]) -> Any:
    """Hand-offs with a deadline in the period, each with the next one of its lead (``next_s``, ``next_key``)."""
    # By its own seq, so that SQLite keeps it with the lead as a column that it can index.
    all_hands = keyed(
        all_hands,
        "seq",
        lead_id=all_hands.lead_id,
        own_lead_id=all_hands.own_lead_id,
        hand_id=all_hands.id,
        start_s=all_hands.occurred_s,
        start_key=fact_key(all_hands),
        month=all_hands.occurred_month.cast("int64"),
        first_due_s=all_hands.due_s.fill_null(0),
        person_id=all_hands.person_id.fill_null(0),
    )
    later = all_hands.select(later_lead_id="lead_id", later_s="start_s", later_key="start_key")
    both = settled(all_hands.join(later, [("lead_id", "later_lead_id")]))
    both = both.filter(both.later_key > both.start_key)
    following = both.group_by("seq").agg(next_s=both.later_s.min(), next_key=both.later_key.min())
    hands = all_hands.select(*(name for name in all_hands.columns if name != "seq"), hand_seq="seq")
    following = following.select("next_s", "next_key", hand_seq="seq")
    hands = _with(hands, following, next_s=FAR_S, next_key=FAR_KEY)
    return hands.filter((hands.first_due_s > 0) & (hands.start_s >= p["since_s"]) & (hands.start_s < p["until_s"]))


def _pairs(facts: Any, hands: Any) -> Any:
    """Each hand-off beside each fact of its lead from its start until the next hand-off."""
    # By its own seq, so that SQLite looks facts up by lead and not by a span of time.
    facts = keyed(
        facts,
        "seq",
        fact_lead_id=facts.lead_id,
        fact_s=facts.occurred_s,
        fact_key=fact_key(facts),
        fact_kind=facts.kind,
        fact_due_s=facts.due_s.fill_null(0),
        fact_worked_s=facts.worked_s.fill_null(-1),
        is_touch=one(is_attempt(facts) | facts.kind.isin(list(DEALS))),
    )
    starts = hands.select("hand_seq", "lead_id", "start_key", "next_key")
    both = settled(starts.join(facts.drop("seq"), [("lead_id", "fact_lead_id")]))
    return both.filter((both.fact_key > both.start_key) & (both.fact_key < both.next_key))


def _with(hands: Any, extra: Any, **empty: int) -> Any:
    """The hand-offs with further columns by ``hand_seq``, filled where there are none."""
    named = extra.select(*empty, key_seq="hand_seq")
    both = settled(hands.left_join(named, [("hand_seq", "key_seq")]))
    return both.select(*hands.columns, **{name: both[name].fill_null(value) for name, value in empty.items()})


def _new_deadlines(pairs: Any, found: Any) -> Any:
    """The deadline that the last new owner got before the touch."""
    at = found.select(new_hand="hand_seq", new_key="new_key")
    both = settled(pairs.join(at, [("hand_seq", "new_hand"), ("fact_key", "new_key")]))
    return both.group_by("hand_seq").agg(new_due_s=both.fact_due_s.max())


def _merged(merged: Any, hands: Any) -> Any:
    gone = merged.select("gone_id", gone_s="merged_s", gone_key="merged_key")
    both = settled(hands.select("hand_seq", "own_lead_id", "start_key").join(gone, [("own_lead_id", "gone_id")]))
    both = both.filter(both.gone_key > both.start_key)
    return both.group_by("hand_seq").agg(merged_s=both.gone_s.min(), merged_key=both.gone_key.min())
