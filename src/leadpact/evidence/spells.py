"""One row per lead that sales tried to reach: how many attempts before the first reply, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from leadpact.evidence.handed import NO_POINTS, first_hands
from leadpact.evidence.leads import REVIVES, STORY_KINDS, is_attempt, is_two_way, origins, with_deals
from leadpact.evidence.shared import step_by
from leadpact.evidence.tables import (
    DAY_S,
    FAR_KEY,
    FAR_S,
    NEVER_KEY,
    NEVER_S,
    count_of,
    earliest,
    fact_key,
    known,
    latest,
    one,
    settled,
    shared_of_period,
    whole,
)
from leadpact.rules.facts import ATTEMPTS

BANDS = ((40, "0-39"), (60, "40-59"), (80, "60-79"))
_LOST = ("disqualified", "lost", "rejected")
_QUIT = ("gave_up", "recycled")
LAST_DAY = 181


@shared_of_period("lead_id", "cohort_s")
def tried(table: Any, p: Mapping[str, Any]) -> Any:
    """One row per lead with an attempt: lead_id, band, source, k (attempts before the first reply), and instants.

    Attempts count from the lead's first hand-off, or from the start where it was never handed over. A contact
    counts up to and with the one that was answered, by (occurred_s, seq). is_answered: before it was lost, if it was.
    """
    leads = _begun(table, p)
    leads = leads.filter((leads.cohort_s >= p["since_s"]) & (leads.cohort_s < p["until_s"]))
    both = settled(leads.left_join(_attempts(table, p), [("lead_id", "tried_lead_id")]))
    answer_key = ibis.least(both.reply_key, both.deal_key)
    return both.select(
        *("lead_id", "source", "cohort_s", "won_s", "contact_s", "lost_s", "quit_s"),
        k=both.k.fill_null(0),
        band=_band(both.points),
        answer_s=ibis.least(both.reply_s, both.deal_s),
        is_silent=one(answer_key == FAR_KEY),
        has_deal=one(both.deal_key < FAR_KEY),
        is_answered=one(answer_key < both.lost_key),
    )


@step_by("lead_id")
def _begun(table: Any, p: Mapping[str, Any]) -> Any:
    """The leads that were tried, with their source and when they begin (cohort_s): handed over, else first heard of."""
    leads = _ended(table, p)
    origin = origins(table, p["as_of_s"]).select("origin_lead_id", "origin_s", "origin")
    both = settled(leads.left_join(origin, [("lead_id", "origin_lead_id")]))
    begun_s = (both.start_s > NEVER_S).ifelse(both.start_s, both.origin_s.fill_null(NEVER_S))
    own = both.select(*leads.columns, source=both.origin.fill_null("unknown"), begun_s=begun_s)
    # Of the few that were neither captured nor handed over, the story tells when they were first heard of.
    others = own.filter(own.begun_s == NEVER_S).select("lead_id")
    told = known(table, p["as_of_s"], STORY_KINDS, of=others)
    heard = told.group_by(heard_lead_id="lead_id").agg(heard_s=told.occurred_s.min())
    both = settled(own.left_join(heard, [("lead_id", "heard_lead_id")]))
    cohort_s = (both.begun_s > NEVER_S).ifelse(both.begun_s, both.heard_s.fill_null(NEVER_S))
    return both.select(*leads.columns, "source", cohort_s=cohort_s)


def _contacts(table: Any, p: Mapping[str, Any]) -> Any:
    """Every contact with a lead from its first hand-off on, or from the start; start_… and points are of that."""
    told = known(table, p["as_of_s"], ATTEMPTS)
    told = told.select(
        "lead_id", "occurred_s", key=fact_key(told), is_talk=one(is_two_way(told)), is_try=one(is_attempt(told))
    )
    hands = first_hands(table, p["as_of_s"]).select("hand_s", "hand_key", "points", handed_lead_id="lead_id")
    both = settled(told.left_join(hands, [("lead_id", "handed_lead_id")]))
    both = both.select(
        *told.columns, start_s=both.hand_s.fill_null(NEVER_S), start_key=both.hand_key.fill_null(NEVER_KEY),
        points=both.points.fill_null(NO_POINTS),
    )  # fmt: skip
    return both.filter(both.key > both.start_key)


@step_by("lead_id")
def _reached(table: Any, p: Mapping[str, Any]) -> Any:
    """Per lead that was tried its start, its points then, and the last attempt, contact and first reply since."""
    after = _contacts(table, p)
    tried = after.group_by("lead_id").agg(
        start_s=after.start_s.min(),
        start_key=after.start_key.min(),
        points=after.points.min(),
        last_key=(after.is_try == 1).ifelse(after.key, NEVER_KEY).max(),
        contact_s=latest((after.is_try == 1) | (after.is_talk == 1), after.occurred_s),
        reply_s=earliest(after.is_talk == 1, after.occurred_s),
        reply_key=(after.is_talk == 1).ifelse(after.key, FAR_KEY).min(),
    )
    return tried.filter(tried.last_key > NEVER_KEY)


@step_by("lead_id")
def _firsts(table: Any, p: Mapping[str, Any]) -> Any:
    """The same with the first deal and win from the start on, and the last fact that brought the lead forward."""
    tried = _reached(table, p)
    told = _beside(known(table, p["as_of_s"], {"won", *REVIVES}), tried.select("lead_id", "start_key"))
    is_deal = told.kind.isin(["deal_opened", "won"])
    others = told.group_by("told_lead_id").agg(
        deal_s=earliest(is_deal, told.occurred_s),
        deal_key=is_deal.ifelse(told.key, FAR_KEY).min(),
        won_s=earliest(told.kind == "won", told.occurred_s),
        revived_key=told.kind.isin(list(REVIVES)).ifelse(told.key, NEVER_KEY).max(),
    )
    both = settled(tried.left_join(others, [("lead_id", "told_lead_id")]))
    return both.select(
        *tried.columns,
        deal_s=both.deal_s.fill_null(FAR_S),
        deal_key=both.deal_key.fill_null(FAR_KEY),
        won_s=both.won_s.fill_null(FAR_S),
        revived_key=both.revived_key.fill_null(NEVER_KEY),
    )


def _beside(told: Any, leads: Any) -> Any:
    """Facts of these leads from their start on, with the leads' columns; the lead is ``told_lead_id``."""
    told = told.select("kind", "occurred_s", told_lead_id="lead_id", key=fact_key(told))
    both = settled(told.join(leads, [("told_lead_id", "lead_id")]))
    return both.filter(both.key >= both.start_key)


@step_by("lead_id")
def _ended(table: Any, p: Mapping[str, Any]) -> Any:
    """The leads that were tried, with when they were lost or given up with nothing after it."""
    firsts = _firsts(table, p)
    own = firsts.select("lead_id", "start_key", "won_s", "revived_key", "last_key")
    both = _beside(known(table, p["as_of_s"], (*_LOST, *_QUIT)), own)
    both = with_deals(both, table, p["as_of_s"], "told_lead_id")
    is_standing = both.key > both.revived_key
    is_lost = both.kind.isin(list(_LOST)) & (both.won_s == FAR_S) & is_standing
    ends = both.group_by("told_lead_id").agg(
        lost_s=earliest(is_lost, both.occurred_s),
        lost_key=is_lost.ifelse(both.key, FAR_KEY).min(),
        quit_s=earliest(both.kind.isin(list(_QUIT)) & is_standing & (both.key > both.last_key), both.occurred_s),
    )
    leads = settled(firsts.left_join(ends, [("lead_id", "told_lead_id")]))
    filled = {name: leads[name].fill_null(FAR_S) for name in ("lost_s", "quit_s")}
    return leads.select(*firsts.columns, lost_key=leads.lost_key.fill_null(FAR_KEY), **filled)


@step_by("tried_lead_id")
def _attempts(table: Any, p: Mapping[str, Any]) -> Any:
    """How many attempts each lead got up to and with its first reply, its deal or its loss: tried_lead_id, k."""
    after, leads = _contacts(table, p), _ended(table, p)
    tries = after.filter(after.is_try == 1).select("key", tried_id="lead_id")
    own = leads.select("lead_id", end_key=ibis.least(leads.reply_key, leads.deal_key, leads.lost_key))
    tries = settled(tries.join(own, [("tried_id", "lead_id")]))
    tries = tries.filter(tries.key <= tries.end_key)
    return tries.group_by(tried_lead_id="tried_id").agg(k=tries.count())


def _band(points: Any) -> Any:
    edges = [(points < line, name) for line, name in BANDS]
    return ibis.cases((points == NO_POINTS, "none"), *edges, else_="80+")


def endings(told: Any, p: Mapping[str, Any]) -> dict[str, Any]:
    """How a lead that was tried ended: conditions by name, for the event reply and for the event won.

    Silence gives a lead up that never answered; where the win is what counts, also one that did, but had no deal.
    """
    is_reply = told.is_answered == 1
    is_won = told.won_s < FAR_S
    is_lost = told.lost_s < FAR_S
    is_quit = told.quit_s < FAR_S
    is_still = told.contact_s < p["as_of_s"] - p["rest_s"]
    return {
        "reply_event": is_reply,
        "reply_lost": ~is_reply & is_lost,
        "reply_gave_up": ~is_reply & ~is_lost & (is_quit | ((told.is_silent == 1) & is_still)),
        "won_event": is_won,
        "won_lost": ~is_won & is_lost,
        "won_gave_up": ~is_won & ~is_lost & (is_quit | ((told.has_deal == 0) & is_still)),
    }


def spells(table: Any, p: Mapping[str, Any]) -> Any:
    """Leads per band, source and number of attempts, by how it ended: for the event reply and for the event won."""
    told = tried(table, p)
    counted = {name: count_of(condition) for name, condition in endings(told, p).items()}
    return told.group_by(["band", "source", "k"]).agg(leads=told.count(), **counted)


def ripening(table: Any, p: Mapping[str, Any]) -> Any:
    """Leads that replied, per source and whole days from the reply to the win, the end, or the snapshot."""
    told = tried(table, p)
    told = told.filter((told.k > 0) & (told.is_answered == 1))
    is_won, is_lost = told.won_s < FAR_S, told.lost_s < FAR_S
    end_s = is_won.ifelse(told.won_s, is_lost.ifelse(told.lost_s, p["as_of_s"]))
    days = whole((end_s < told.answer_s).ifelse(0, end_s - told.answer_s), DAY_S)
    told = told.select(
        "source", is_won=is_won, is_lost=is_lost & ~is_won, days=(days > LAST_DAY).ifelse(LAST_DAY, days)
    )
    return told.group_by(["source", "days"]).agg(
        leads=told.count(), won=count_of(told.is_won), lost=count_of(told.is_lost)
    )
