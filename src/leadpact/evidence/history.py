"""What was known of each lead when it was decided on, and whether it was won: what a points table is learned from.

Two populations. *Handed over*: each lead at its first hand-off. *Captured*: each lead a day after it was captured, or
just before sales first did something about it, whichever came first; for histories in which hardly any lead was handed
over. What was recorded later plays no part. Portable expressions; see ``history_examples`` for the arrays.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from leadpact.evidence.handed import NO_POINTS
from leadpact.evidence.leads import is_attempt
from leadpact.evidence.moments import members, unmended
from leadpact.evidence.tables import DAY_S, FACT_STEP, FAR_S, count_of, fact_key, known, one, settled
from leadpact.rules.facts import ATTEMPTS

SALES_DID = ("accepted", "deal_opened", "disqualified", "gave_up", "handed_over", "lost", "rejected", "won")
"""Facts with which sales begins, beside its attempts."""
BUYER_TOUCHES = (
    "asset_viewed", "email_clicked", "email_opened", "event_visit", "form_filled", "page_view", "referred",
)  # fmt: skip
LEADS, FAMILY = "history_leads", "history_family"
_LEADS = {
    "lead_id": "int64", "own_id": "int64", "hand_key": "int64", "hand_s": "int64", "heard_s": "int64", "points": "int64"
}  # fmt: skip
_FAMILY = {"hand_key": "int64", "hand_s": "int64", "heard_s": "int64", "member_id": "int64"}
WITH_KIND = ("form_filled", "page_view")
"""Touches that say of which kind of form or page they are; a campaign comes once and is no row of a pact."""
SHORT_DAYS, LONG_DAYS = 30, 90
"""The windows in which touches are counted."""


def handed(table: Any, p: Mapping[str, Any]) -> Any:
    """Leads decided on at their first hand-off: lead_id, own_id, hand_key, hand_s, heard_s, points."""
    told = known(table, p["as_of_s"], ("handed_over",), ("recorded_s",))
    told = told.select(
        *("lead_id", "recorded_s", "occurred_s"), own_id="own_lead_id", key=fact_key(told),
        points=told.points.fill_null(NO_POINTS).cast("int64"),
    )  # fmt: skip
    first = told.group_by(first_lead_id="lead_id").agg(first_key=told.key.min())
    row = told.filter(told.key.isin(first.first_key))
    row = row.filter((row.occurred_s >= p["since_s"]) & (row.occurred_s <= p["ripe_s"]))
    return row.select("lead_id", "own_id", hand_key="key", hand_s="occurred_s", heard_s="recorded_s", points="points")


def captured(table: Any, p: Mapping[str, Any]) -> Any:
    """Leads decided on a day after their capture, or just before sales did something: columns as ``handed``.

    No fact is at such a moment, so that its place is made up: behind all facts of its second, and a lead's own.
    """
    told = known(table, p["as_of_s"], ("captured",), ("recorded_s",))
    told = told.select("lead_id", "seq", "recorded_s", "occurred_s", own_id="own_lead_id", key=fact_key(told))
    first = told.group_by(first_lead_id="lead_id").agg(first_key=told.key.min())
    row = told.filter(told.key.isin(first.first_key))
    did = known(table, p["as_of_s"], (*SALES_DID, *sorted(ATTEMPTS)))
    did = did.filter(did.kind.isin(list(SALES_DID)) | is_attempt(did))
    did = did.group_by(did_lead_id="lead_id").agg(did_s=did.occurred_s.min())
    both = settled(row.left_join(did, [("lead_id", "did_lead_id")]))
    before_s = both.did_s.fill_null(FAR_S) - 1
    moment_s = (both.occurred_s + DAY_S < before_s).ifelse(both.occurred_s + DAY_S, before_s)
    both = both.select("lead_id", "own_id", "seq", "occurred_s", "recorded_s", moment_s=moment_s)
    # What sales did in the very second of the capture, or before it, leaves what was told with the capture.
    at_s = (both.moment_s < both.occurred_s).ifelse(both.occurred_s, both.moment_s)
    both = both.select("lead_id", "own_id", "seq", "recorded_s", hand_s=at_s)
    both = both.filter((both.hand_s >= p["since_s"]) & (both.hand_s <= p["ripe_s"]))
    return both.select(
        *("lead_id", "own_id"),
        hand_key=(both.hand_s * FACT_STEP + FACT_STEP // 2 + both.seq).cast("int64"),
        hand_s=both.hand_s,
        heard_s=(both.recorded_s < both.hand_s).ifelse(both.hand_s, both.recorded_s),
        points=ibis.literal(NO_POINTS, "int64"),
    )


def decided(table: Any, p: Mapping[str, Any], is_handed: bool) -> Any:
    """The leads of either population with their moments; set aside as ``LEADS`` before anything else is asked."""
    return handed(table, p) if is_handed else captured(table, p)


def family(table: Any, p: Mapping[str, Any]) -> Any:
    """The leads that told what was known at each moment; set aside as ``FAMILY``."""
    return members(table, p["as_of_s"], placed())


def placed() -> Any:
    """The leads as they were set aside."""
    return ibis.table(_LEADS, name=LEADS)


def outcomes(table: Any, p: Mapping[str, Any]) -> Any:
    """One row per lead: lead_id, hand_key, hand_s, points, won_s (seconds until won, ``FAR_S``), is_early."""
    judged = placed()
    wins = known(table, p["as_of_s"], ("won",))
    wins = wins.select("occurred_s", key=fact_key(wins), won_lead_id="lead_id")
    both = settled(judged.select("lead_id", "hand_key", "hand_s").join(wins, [("lead_id", "won_lead_id")]))
    is_after = both.key > both.hand_key
    found = both.group_by(told_lead_id="lead_id").agg(
        won_s=(is_after.ifelse(both.occurred_s - both.hand_s, FAR_S)).min(),
        early=one(both.key <= both.hand_key).max(),
    )
    whole = settled(judged.left_join(found, [("lead_id", "told_lead_id")]))
    return whole.select(
        *("lead_id", "hand_key", "hand_s", "points"),
        won_s=whole.won_s.fill_null(FAR_S).cast("int64"),
        is_early=whole.early.fill_null(0).cast("int64"),
    )


def _told(table: Any, p: Mapping[str, Any], kinds: tuple[str, ...]) -> Any:
    """Facts of some kinds that were known at each lead's moment, and not mended by then."""
    told = table.filter(
        (table.recorded_s <= p["as_of_s"]) & (table.occurred_s <= p["as_of_s"]) & table.kind.isin(sorted(kinds))
    )
    told = told.filter(told.lead_id.fill_null(0) != 0)
    told = told.select(
        *("lead_id", "kind", "seq", "id", "occurred_s", "recorded_s"),
        key=fact_key(told),
        field=told.field.fill_null(""),
        code=told.value_code.fill_null("unknown"),
        number=told.value_number.fill_null(2e300),
        source=told.source.fill_null(""),
        campaign=told.campaign.fill_null(""),
    )
    both = settled(ibis.table(_FAMILY, name=FAMILY).join(told, [("member_id", "lead_id")]))
    both = both.filter((both.key <= both.hand_key) & (both.recorded_s <= both.heard_s))
    return unmended(table, p["as_of_s"], both)


def values(table: Any, p: Mapping[str, Any]) -> Any:
    """The last value of each field at each moment: hand_key, field, code (or unknown), number (2e300: none)."""
    told = _told(table, p, ("described",))
    told = settled(told.select("hand_key", "field", "key", "code", "number"))
    last = told.group_by("hand_key", "field").agg(last_key=told.key.max())
    return told.filter(told.key.isin(last.last_key)).select("hand_key", "field", "code", "number")


def origins(table: Any, p: Mapping[str, Any]) -> Any:
    """Source and campaign as captured facts name them, empty where one does not: hand_key, key, source, campaign."""
    told = _told(table, p, ("captured",))
    return told.select("hand_key", "key", "source", "campaign")


def touches(table: Any, p: Mapping[str, Any]) -> Any:
    """What buyers did before the moment: hand_key, kind, of, and how often within each of the two windows."""
    told = _told(table, p, BUYER_TOUCHES)
    told = told.filter(told.occurred_s > told.hand_s - LONG_DAYS * DAY_S)
    told = told.select(
        *("hand_key", "kind"),
        of=told.kind.isin(list(WITH_KIND)).ifelse(told.field, ""),
        is_short=told.occurred_s > told.hand_s - SHORT_DAYS * DAY_S,
    )
    return told.group_by("hand_key", "kind", "of").agg(short=count_of(told.is_short), long=told.count())


def later(table: Any, p: Mapping[str, Any]) -> Any:
    """What was first told after the moment, whether or not it was mended since: hand_key and field."""
    told = table.filter((table.recorded_s <= p["as_of_s"]) & (table.kind == "described"))
    told = told.select(
        *("lead_id", "recorded_s"),
        key=fact_key(told),
        field=told.field.fill_null(""),
        code=told.value_code.fill_null("unknown"),
    )
    told = told.filter((told.code != "unknown") & (told.field != ""))
    both = settled(ibis.table(_FAMILY, name=FAMILY).join(told, [("member_id", "lead_id")]))
    is_before = (both.key <= both.hand_key) & (both.recorded_s <= both.heard_s)
    per = both.group_by("hand_key", "field").agg(before=one(is_before).max())
    return per.filter(per.before == 0).select("hand_key", "field")
