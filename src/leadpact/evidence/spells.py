"""One row per lead that sales tried to reach: how many attempts before the first reply, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from leadpact.evidence.leads import REVIVES, is_attempt, is_two_way, stories
from leadpact.evidence.shared import shared
from leadpact.evidence.tables import DAY_S, FAR_S, NEVER_S, count_of, earliest, known, latest, one, settled, whole
from leadpact.rules.facts import ATTEMPTS

KINDS = (
    "handed_over",
    *sorted(ATTEMPTS),
    "deal_opened",
    "won",
    "lost",
    "disqualified",
    "rejected",
    "gave_up",
    "recycled",
    "woken",
    "accepted",
)
BANDS = ((40, "0-39"), (60, "40-59"), (80, "60-79"))
_LOST = ("disqualified", "lost", "rejected")
_QUIT = ("gave_up", "recycled")
_NO_SEQ = 9_000_000_000_000_000_000
_NO_POINTS = -1_000_000
LAST_DAY = 181


@shared
def tried(table: Any, p: Mapping[str, Any], *more: str) -> Any:
    """One row per lead with an attempt: band, source, k (attempts before the first reply), and instants.

    Attempts count from the lead's first hand-off, or from the start where it was never handed over. A contact
    counts up to and with the one that was answered, by (occurred_s, seq). ``more`` names further columns, such as
    ``lead_id``.
    """
    told = known(table, p["as_of_s"], KINDS)
    told = told.select(
        *("lead_id", "kind", "occurred_s", "seq", "points"), is_talk=one(is_two_way(told)), is_try=one(is_attempt(told))
    )
    start = told.group_by("lead_id").agg(hand_s=earliest(told.kind == "handed_over", told.occurred_s))
    start = start.select("lead_id", start_s=(start.hand_s < FAR_S).ifelse(start.hand_s, NEVER_S))
    after = settled(told.join(start, "lead_id"))
    after = after.filter(after.occurred_s >= after.start_s)
    leads = _ended(after, _firsts(after))
    counted = _attempts(after, leads).select("k", tried_lead_id="lead_id")
    spells = settled(leads.filter(leads.last_s > NEVER_S).left_join(counted, [("lead_id", "tried_lead_id")]))
    origin = stories(table, p["as_of_s"]).select("since_s", "source", told_lead_id="lead_id")
    both = settled(spells.join(origin, [("lead_id", "told_lead_id")]))
    cohort_s = (both.start_s > NEVER_S).ifelse(both.start_s, both.since_s)
    both = both.filter((cohort_s >= p["since_s"]) & (cohort_s < p["until_s"]))
    names = ("source", "reply_s", "deal_s", "won_s", "last_s", "lost_s", "quit_s")
    return both.select(*more, *names, k=both.k.fill_null(0), band=_band(both.points))


def _firsts(after: Any) -> Any:
    """Per lead the first and last instants of what happened from its start on, and its points then."""
    is_hand = (after.kind == "handed_over") & (after.occurred_s == after.start_s)
    return after.group_by("lead_id").agg(
        start_s=after.start_s.min(),
        points=is_hand.ifelse(after.points.fill_null(_NO_POINTS), _NO_POINTS).max(),
        reply_s=earliest(after.is_talk == 1, after.occurred_s),
        deal_s=earliest(after.kind.isin(["deal_opened", "won"]), after.occurred_s),
        won_s=earliest(after.kind == "won", after.occurred_s),
        revived_s=latest(after.kind.isin(list(REVIVES)), after.occurred_s),
        last_s=latest(after.is_try == 1, after.occurred_s),
    )


def _ended(after: Any, firsts: Any) -> Any:
    """The leads with the seq of their first reply, and when they were lost or given up with nothing after it."""
    told = after.filter((after.is_talk == 1) | after.kind.isin([*_LOST, *_QUIT]))
    both = settled(told.select("lead_id", "kind", "occurred_s", "seq", "is_talk").join(firsts, "lead_id"))
    is_first_reply = (both.is_talk == 1) & (both.occurred_s == both.reply_s)
    is_standing = both.occurred_s >= both.revived_s
    is_lost = both.kind.isin(list(_LOST)) & (both.won_s == FAR_S)
    ends = both.group_by("lead_id").agg(
        reply_seq=is_first_reply.ifelse(both.seq, _NO_SEQ).min(),
        lost_s=earliest(is_lost & is_standing, both.occurred_s),
        quit_s=earliest(both.kind.isin(list(_QUIT)) & is_standing & (both.occurred_s >= both.last_s), both.occurred_s),
    )
    ends = ends.select("reply_seq", "lost_s", "quit_s", ended_lead_id="lead_id")
    leads = settled(firsts.left_join(ends, [("lead_id", "ended_lead_id")]))
    return leads.select(
        *firsts.columns,
        reply_seq=leads.reply_seq.fill_null(_NO_SEQ),
        lost_s=leads.lost_s.fill_null(FAR_S),
        quit_s=leads.quit_s.fill_null(FAR_S),
    )


def _attempts(after: Any, leads: Any) -> Any:
    """How many attempts each lead got up to and with its first reply, its deal or its loss."""
    tries = after.filter(after.is_try == 1).select("lead_id", "occurred_s", "seq")
    tries = settled(tries.join(leads.select("lead_id", "reply_s", "reply_seq", "deal_s", "lost_s"), "lead_id"))
    is_before = (tries.occurred_s < tries.reply_s) | (
        (tries.occurred_s == tries.reply_s) & (tries.seq <= tries.reply_seq)
    )
    tries = tries.filter(is_before & (tries.occurred_s <= tries.deal_s) & (tries.occurred_s <= tries.lost_s))
    return tries.group_by("lead_id").agg(k=tries.count())


def _band(points: Any) -> Any:
    edges = [(points < line, name) for line, name in BANDS]
    return ibis.cases((points == _NO_POINTS, "none"), *edges, else_="80+")


def endings(told: Any, p: Mapping[str, Any]) -> dict[str, Any]:
    """How a lead that was tried ended: conditions by name, for the event reply and for the event won."""
    reply_s = ibis.least(told.reply_s, told.deal_s)
    is_reply = (reply_s < FAR_S) & (reply_s <= told.lost_s)
    is_won = told.won_s < FAR_S
    is_lost = told.lost_s < FAR_S
    is_silent = (reply_s == FAR_S) & (told.last_s < p["as_of_s"] - p["rest_s"])
    is_quit = (told.quit_s < FAR_S) | is_silent
    return {
        "reply_event": is_reply,
        "reply_lost": ~is_reply & is_lost,
        "reply_gave_up": ~is_reply & ~is_lost & is_quit,
        "won_event": is_won,
        "won_lost": ~is_won & is_lost,
        "won_gave_up": ~is_won & ~is_lost & is_quit,
    }


def spells(table: Any, p: Mapping[str, Any]) -> Any:
    """Leads per band, source and number of attempts, by how it ended: for the event reply and for the event won."""
    told = tried(table, p)
    counted = {name: count_of(condition) for name, condition in endings(told, p).items()}
    return told.group_by(["band", "source", "k"]).agg(leads=told.count(), **counted)


def ripening(table: Any, p: Mapping[str, Any]) -> Any:
    """Leads that replied, per source and whole days from the reply to the win, the end, or the snapshot."""
    told = tried(table, p)
    told = told.select("source", "won_s", "k", "lost_s", reply_s=ibis.least(told.reply_s, told.deal_s))
    told = told.filter((told.k > 0) & (told.reply_s < FAR_S) & (told.reply_s <= told.lost_s))
    is_won, is_lost = told.won_s < FAR_S, told.lost_s < FAR_S
    end_s = is_won.ifelse(told.won_s, is_lost.ifelse(told.lost_s, p["as_of_s"]))
    days = whole((end_s < told.reply_s).ifelse(0, end_s - told.reply_s), DAY_S)
    told = told.select(
        "source", is_won=is_won, is_lost=is_lost & ~is_won, days=(days > LAST_DAY).ifelse(LAST_DAY, days)
    )
    return told.group_by(["source", "days"]).agg(
        leads=told.count(), won=count_of(told.is_won), lost=count_of(told.is_lost)
    )
