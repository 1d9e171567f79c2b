"""One row per lead that was handed over: its first hand-off, what sales answered, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from leadpact.evidence.leads import is_attempt, is_two_way
from leadpact.evidence.measure import Parameter
from leadpact.evidence.tables import FAR_S, count_of, earliest, known, one, settled
from leadpact.rules.facts import ATTEMPTS

FACT_STEP = 4_000_000_000
"""``occurred_s`` times this plus ``seq`` is one whole number in the order of facts (until the year 2043)."""
FAR_KEY = 9_000_000_000_000_000_000
NO_POINTS = -1_000_000
"""Stands where a hand-off carries no points."""
TAKES = ("accepted", "deal_opened", "won")
"""Facts that show that sales took a lead."""
ENDS = ("disqualified", "gave_up", "lost", "recycled", "rejected")
HANDED_KINDS = ("captured", "handed_over", *TAKES, *ENDS)
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


def fact_key(told: Any) -> Any:
    """The place of a fact in the order (occurred_s, seq), as one whole number."""
    return (told.occurred_s * FACT_STEP + told.seq).cast("int64")


def handed(table: Any, p: Mapping[str, Any], *, with_attempts: bool = False) -> Any:
    """One row per lead with its first hand-off in the period, as known at the snapshot.

    Columns: lead_id; hand_key (see ``fact_key``), hand_s, heard_s (when the hand-off was recorded), source (see
    ``leads.named_source``), points (``NO_POINTS`` where none), version (of the pact, 0 where
    none); answer: accepted, rejected or open; deal_s, won_s and end_s (lost, or sent back, given up or
    disqualified), ``FAR_S`` where not, all from the hand-off on; is_early (a win lies before the hand-off).
    ``with_attempts`` adds try_s, the first contact by sales, and talk_s, the first talk.

    The answer is that of the first hand-off, until the lead is handed over again: sent back, whatever came before
    it, or taken (accepted, or a deal).
    """
    kinds = (*HANDED_KINDS, *sorted(ATTEMPTS)) if with_attempts else HANDED_KINDS
    told = known(table, p["as_of_s"], kinds, ("recorded_s", "pact_version"))
    told = told.select(
        *("lead_id", "kind", "occurred_s", "recorded_s", "source", "points", "pact_version", "side", "value_code"),
        key=fact_key(told),
    )
    per = told.group_by("lead_id").agg(
        hand_key=_least(told.kind == "handed_over", told.key),
        captured_key=_least(told.kind == "captured", told.key),
    )
    per = per.filter(per.hand_key < FAR_KEY)
    both = settled(told.join(per, "lead_id"))
    leads = both.group_by("lead_id").agg(**_columns(both, with_attempts=with_attempts))
    leads = leads.filter((leads.hand_s >= p["since_s"]) & (leads.hand_s < p["until_s"]))
    is_back = leads.back_key < leads.next_key
    is_taken = leads.taken_key < leads.next_key
    own = ("try_s", "talk_s") if with_attempts else ()
    return leads.select(
        *("lead_id", "hand_key", "hand_s", "heard_s", "points", "version"),
        *("deal_s", "won_s", "end_s", "is_early", *own),
        source=(leads.origin != "").ifelse(leads.origin, "unknown"),
        answer=ibis.cases((is_back, "rejected"), (is_taken, "accepted"), else_="open"),
    )


def _columns(both: Any, *, with_attempts: bool) -> dict[str, Any]:
    is_hand, is_after = both.key == both.hand_key, both.key > both.hand_key
    named = both.source.fill_null("unknown")
    found = {
        "hand_key": both.hand_key.min(),
        "hand_s": is_hand.ifelse(both.occurred_s, -FAR_S).max(),
        "heard_s": is_hand.ifelse(both.recorded_s, -FAR_S).max(),
        "points": is_hand.ifelse(both.points.fill_null(NO_POINTS), NO_POINTS).max().cast("int64"),
        "version": is_hand.ifelse(both.pact_version.fill_null(0), 0).max().cast("int64"),
        "origin": (both.key == both.captured_key).ifelse(named, "").max(),
        "next_key": _least(is_after & (both.kind == "handed_over"), both.key),
        "back_key": _least(is_after & (both.kind == "rejected"), both.key),
        "taken_key": _least(is_after & both.kind.isin(list(TAKES)), both.key),
        "deal_s": earliest(is_after & both.kind.isin(["deal_opened", "won"]), both.occurred_s),
        "won_s": earliest(is_after & (both.kind == "won"), both.occurred_s),
        "end_s": earliest(is_after & both.kind.isin(list(ENDS)), both.occurred_s),
        "is_early": one((both.key < both.hand_key) & (both.kind == "won")).max(),
    }
    if with_attempts:
        found["try_s"] = earliest(is_after & is_attempt(both), both.occurred_s)
        found["talk_s"] = earliest(is_after & is_two_way(both), both.occurred_s)
    return found


def _least(condition: Any, key: Any) -> Any:
    return condition.ifelse(key, FAR_KEY).min()


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
