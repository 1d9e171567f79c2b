"""One row per lead that was handed over: its first hand-off, what sales answered, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from leadpact.evidence.leads import is_attempt, is_two_way, origins
from leadpact.evidence.measure import Parameter
from leadpact.evidence.shared import shared_by
from leadpact.evidence.tables import FAR_KEY, FAR_S, count_of, earliest, fact_key, keyed, known, one, settled
from leadpact.rules.facts import ATTEMPTS

NO_POINTS = -1_000_000
"""Stands where a hand-off carries no points."""
TAKES = ("accepted", "deal_opened", "lost", "stage_changed", "won")
"""Facts that show that sales took a lead: it said so, or there was a deal, however it ended."""
ENDS = ("disqualified", "gave_up", "lost", "recycled", "rejected")
HANDED_KINDS = frozenset(("handed_over", *TAKES, *ENDS))
BANDS = tuple(range(10, 100, 10))
"""Lower edges of the score bands of ten points; the first band is below ten, the last from ninety on."""

HANDED_SINCE = Parameter("since_s", "instant", "only leads first handed over at or after it")
HANDED_UNTIL = Parameter("until_s", "instant", "only leads first handed over before it")
OUTCOMES = {
    "leads": "1 = 1",
    "answered": "answer <> 'open'",
    "accepted": "answer = 'accepted'",
    "rejected": "answer = 'rejected'",
    "open": "answer = 'open'",
    "won": "is_won = 1",
    "won_early": "is_early = 1",
}
"""What a key calls the leads that were handed over, by what became of them."""


def handed(table: Any, p: Mapping[str, Any], *, with_attempts: bool = False) -> Any:
    """One row per lead with its first hand-off in the period, as known at the snapshot.

    Columns: lead_id; hand_key (see ``fact_key``), hand_s, heard_s (when the hand-off was recorded), source (see
    ``leads.origins``), points (``NO_POINTS`` where none), version (of the pact, 0 where none); answer: accepted,
    rejected or open; deal_s, won_s and end_s (a deal of it lost, or the lead sent back, given up or disqualified),
    ``FAR_S`` where not, all from the hand-off on; is_early (a win lies before the hand-off).
    ``with_attempts`` adds try_s, the first contact by sales, and talk_s, the first talk.

    The answer is that of the first hand-off, until the lead is handed over again: sent back, whatever came before
    it, or taken (accepted, or a deal, whatever became of it).
    """
    leads = _handed(table, p["as_of_s"])
    leads = leads.filter((leads.hand_s >= p["since_s"]) & (leads.hand_s < p["until_s"]))
    if not with_attempts:
        return leads
    both = settled(leads.left_join(_contacts(table, p["as_of_s"]), [("lead_id", "contact_lead_id")]))
    return both.select(*leads.columns, try_s=both.try_s.fill_null(FAR_S), talk_s=both.talk_s.fill_null(FAR_S))


@shared_by("lead_id")
def _handed(table: Any, as_of_s: Any) -> Any:
    hands = first_hands(table, as_of_s)
    after = _beside(known(table, as_of_s, HANDED_KINDS), hands)
    after = after.group_by(after_lead_id="lead_id").agg(**_columns(after))
    leads = settled(hands.join(after, [("lead_id", "after_lead_id")]))
    leads = settled(leads.left_join(origins(table, as_of_s), [("lead_id", "origin_lead_id")]))
    is_back = leads.back_key < leads.next_key
    is_taken = leads.taken_key < leads.next_key
    return leads.select(
        *("lead_id", "hand_key", "hand_s", "heard_s", "points", "version"),
        *("deal_s", "won_s", "end_s", "is_early"),
        source=leads.origin.fill_null("unknown"),
        answer=ibis.cases((is_back, "rejected"), (is_taken, "accepted"), else_="open"),
    )


def _beside(told: Any, hands: Any) -> Any:
    """Facts of leads that were handed over, with the hand-off's place: lead_id, kind, occurred_s, key, hand_key."""
    told = told.select("lead_id", "kind", "side", "value_code", "occurred_s", key=fact_key(told))
    return settled(told.join(hands.select("hand_key", handed_lead_id="lead_id"), [("lead_id", "handed_lead_id")]))


@shared_by("contact_lead_id")
def _contacts(table: Any, as_of_s: Any) -> Any:
    """The first contact by sales (try_s) and the first talk (talk_s) after the first hand-off of each lead."""
    both = _beside(known(table, as_of_s, ATTEMPTS), first_hands(table, as_of_s))
    both = both.filter(both.key > both.hand_key)
    return both.group_by(contact_lead_id="lead_id").agg(
        try_s=earliest(is_attempt(both), both.occurred_s), talk_s=earliest(is_two_way(both), both.occurred_s)
    )


@shared_by("lead_id")
def first_hands(table: Any, as_of_s: Any) -> Any:
    """The first hand-off of each lead: lead_id, hand_key, hand_s, heard_s, points, version."""
    told = known(table, as_of_s, ("handed_over",), ("recorded_s", "pact_version"))
    told = told.select(
        *("lead_id", "recorded_s", "occurred_s"), key=fact_key(told), points=told.points.fill_null(NO_POINTS),
        version=told.pact_version.fill_null(0),
    )  # fmt: skip
    first = told.group_by(first_lead_id="lead_id").agg(first_key=told.key.min())
    row = told.filter(told.key.isin(first.first_key))
    return row.select(
        "lead_id", hand_key="key", hand_s="occurred_s", heard_s="recorded_s",
        points=row.points.cast("int64"), version=row.version.cast("int64"),
    )  # fmt: skip


@shared_by("lead_id")
def acceptances(table: Any, as_of_s: Any) -> Any:
    """One row per time that sales took a lead and did not send it back before it was handed over again.

    Columns: lead_id; occurred_s and month (yyyymm) of the acceptance, of each hand-off the last one; is_handed (1 where
    the lead had been handed over before, else 0).
    """
    told = known(table, as_of_s, ("accepted", "handed_over", "rejected"))
    told = told.select("lead_id", "kind", "occurred_s", month=told.occurred_month.cast("int64"), key=fact_key(told))
    taken = told.filter(told.kind == "accepted")
    taken = keyed(taken, "key", lead_id=taken.lead_id, occurred_s=taken.occurred_s, month=taken.month)
    beside = told.select(beside_lead_id="lead_id", beside_kind="kind", beside_key="key")
    both = settled(taken.join(beside, [("lead_id", "beside_lead_id")]))
    is_hand, is_after = both.beside_kind == "handed_over", both.beside_key > both.key
    per = both.group_by("key").agg(
        lead_id=both.lead_id.min(),
        occurred_s=both.occurred_s.min(),
        month=both.month.min(),
        hands_before=count_of(is_hand & (both.beside_key < both.key)),
        next_hand_key=_least(is_hand & is_after, both.beside_key),
        next_answer_key=_least(~is_hand & is_after, both.beside_key),
    )
    stands = per.filter(per.next_answer_key >= per.next_hand_key)
    return stands.select("lead_id", "occurred_s", "month", is_handed=one(stands.hands_before > 0))


def _columns(both: Any) -> dict[str, Any]:
    is_after = both.key > both.hand_key
    return {
        "next_key": _least(is_after & (both.kind == "handed_over"), both.key),
        "back_key": _least(is_after & (both.kind == "rejected"), both.key),
        "taken_key": _least(is_after & both.kind.isin(list(TAKES)), both.key),
        "deal_s": earliest(is_after & both.kind.isin(["deal_opened", "won"]), both.occurred_s),
        "won_s": earliest(is_after & (both.kind == "won"), both.occurred_s),
        "end_s": earliest(is_after & both.kind.isin(list(ENDS)), both.occurred_s),
        "is_early": one((both.key < both.hand_key) & (both.kind == "won")).max(),
    }


def _least(condition: Any, key: Any) -> Any:
    return condition.ifelse(key, FAR_KEY).min()


BAND_WORDS = {
    "-1": "without points", "0": "below 10", **{str(edge): f"{edge} to {edge + 9}" for edge in BANDS[:-1]},
    str(BANDS[-1]): f"{BANDS[-1]} or more",
}  # fmt: skip
"""Bands of ten points in words, by their lower edge."""


def points_band(points: Any) -> Any:
    """The lower edge of the band of ten points, from 0 to 90; -1 where a hand-off carries none."""
    edges = [(points < edge, edge - 10) for edge in BANDS]
    return ibis.cases((points == NO_POINTS, -1), *edges, else_=BANDS[-1]).cast("int64")


def answers(leads: Any) -> dict[str, Any]:
    """How many leads were accepted, sent back, and won: counts by name."""
    return {
        "leads": leads.count(),
        "accepted": count_of(leads.answer == "accepted"),
        "rejected": count_of(leads.answer == "rejected"),
        "won": count_of(leads.won_s < FAR_S),
        "won_early": count_of(leads.is_early == 1),
    }
