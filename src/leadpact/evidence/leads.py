"""What the facts of a lead add up to for a measure: where it came from and how it ended.

The rules are those of ``rules.story``; this is their second reader, for millions of leads at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from leadpact.evidence.shared import is_apart, shared_by
from leadpact.evidence.tables import FAR_S, NEVER_KEY, NEVER_S, earliest, fact_key, known, latest, one, settled
from leadpact.rules.facts import ATTEMPTS
from leadpact.rules.story import REPLIES

LOST = ("disqualified", "lost")
SENT_BACK = ("gave_up", "recycled", "rejected")
REVIVES = ("accepted", "deal_opened", "handed_over", "woken")
"""Facts after which an earlier end no longer stands."""
STAGES = ("captured", "qualified", "handed_over", "accepted", "first_talk", "deal_opened", "won")
DEAL_KINDS = ("deal_opened", "lost", "stage_changed", "won")
"""Facts that are about a deal."""
_KINDS_OF_STAGES = tuple(stage for stage in STAGES if stage not in ("captured", "first_talk", "won"))
STORY_KINDS = ("captured", "qualified", "won", *sorted(ATTEMPTS), *LOST, *SENT_BACK, *REVIVES)


def is_two_way(table: Any) -> Any:
    """Whether a contact was a talk: reached, replied, held, or from the buyer."""
    return table.kind.isin(sorted(ATTEMPTS)) & (
        table.value_code.fill_null("").isin(sorted(REPLIES)) | (table.side == "buyer")
    )


def is_attempt(table: Any) -> Any:
    """Whether sales reached out."""
    return table.kind.isin(sorted(ATTEMPTS)) & (table.side == "sales")


@shared_by("origin_lead_id")
def origins(table: Any, as_of_s: Any) -> Any:
    """Where each captured lead came from, the same for every measure: what its first captured fact says.

    A source is ``unknown`` where that names none; other facts of the lead do not count, and a lead that was never
    captured has none. Columns: origin_lead_id, origin (its source), found_by (marketing, sales, unknown), origin_s,
    origin_month.
    """
    told = known(table, as_of_s, ("captured",))
    told = told.select("lead_id", "side", "source", "occurred_s", "occurred_month", key=fact_key(told))
    first = told.group_by(first_lead_id="lead_id").agg(first_key=told.key.min())
    row = told.filter(told.key.isin(first.first_key))
    is_marketing = row.side.isin(["buyer", "marketing"])
    return row.select(
        origin_lead_id="lead_id",
        origin=row.source.fill_null("unknown"),
        found_by=is_marketing.ifelse("marketing", (row.side == "sales").ifelse("sales", "unknown")),
        origin_s="occurred_s",
        origin_month=row.occurred_month.cast("int64"),
    )


@shared_by("dealt_lead_id")
def deals_over(table: Any, as_of_s: Any) -> Any:
    """One row per lead with a deal: whether all its deals are over, and by which loss.

    Columns: dealt_lead_id; begun_key, the last time that a deal of it began; lost_key and lost_s, the last loss of a
    lead of which no deal is open, ``NEVER_KEY`` and ``NEVER_S`` while one is open or where none was lost.

    A deal begins with what is first told of it, and again whenever it is opened; it is open until it is won or lost
    after that. Facts that name none are of one and the same.
    """
    told = known(table, as_of_s, DEAL_KINDS, ("deal_id",))
    told = told.select(
        *("lead_id", "kind", "occurred_s"),
        key=fact_key(told),
        deal=told.deal_id.fill_null(0),
    )
    per = told.group_by(["lead_id", "deal"]).agg(
        first_key=told.key.min(),
        opened_key=_last_key(told, ("deal_opened",)),
        closed_key=_last_key(told, ("lost", "won")),
        lost_key=_last_key(told, ("lost",)),
        lost_s=latest(told.kind == "lost", told.occurred_s),
    )
    per = per.select(*per.columns, begun_key=ibis.greatest(per.first_key, per.opened_key))
    leads = per.group_by(dealt_lead_id="lead_id").agg(
        begun_key=per.begun_key.max(),
        last_key=per.lost_key.max(),
        last_s=per.lost_s.max(),
        is_open=one(per.begun_key > per.closed_key).max(),
    )
    is_over = leads.is_open == 0
    return leads.select(
        *("dealt_lead_id", "begun_key"),
        lost_key=is_over.ifelse(leads.last_key, NEVER_KEY),
        lost_s=is_over.ifelse(leads.last_s, NEVER_S),
    )


def _last_key(told: Any, kinds: tuple[str, ...]) -> Any:
    return told.kind.isin(list(kinds)).ifelse(told.key, NEVER_KEY).max()


def with_deals(told: Any, table: Any, as_of_s: Any, lead: str) -> Any:
    """Facts that may end a lead, without those that a deal of it says did not: ``told`` has kind, key and the lead.

    A loss ends it only as the last of a lead of which no deal is open; nothing that lies before a deal began does.
    """
    deals = deals_over(table, as_of_s).select("dealt_lead_id", "begun_key", over_key="lost_key")
    both = settled(told.left_join(deals, [(lead, "dealt_lead_id")]))
    is_end = (both.kind != "lost") | (both.key == both.over_key.fill_null(NEVER_KEY))
    both = both.filter(is_end & (both.key >= both.begun_key.fill_null(NEVER_KEY)))
    return both.select(*told.columns)


def stories(table: Any, as_of_s: Any, *, has_stages: bool = False) -> Any:
    """One row per lead, as known at the snapshot.

    Columns: lead_id; since_s and month (yyyymm) of its first captured fact, or of the first fact told where none is
    captured; source (see ``origins``) and found_by (marketing, sales, unknown); won_s, lost_s (lost or
    disqualified) and back_s (rejected, recycled or given up), ``FAR_S`` where not. ``has_stages``: also the
    first instant of each of ``STAGES``.

    An end counts when nothing brought the lead forward after it; a lead that was ever won is won, whatever else
    was recorded; a deal that is lost ends it only when none of its deals is open any more (see ``deals_over``). First
    and after are by (occurred_s, seq).
    """
    return _stories(table, as_of_s, has_stages or is_apart())


@shared_by("lead_id")
def _stories(table: Any, as_of_s: Any, has_stages: bool) -> Any:
    told = known(table, as_of_s, [kind for kind in STORY_KINDS if kind != "captured"])
    told = told.select("lead_id", "kind", "occurred_s", "occurred_month", key=fact_key(told), is_talk=is_two_way(told))
    stages = {"first_talk_s": told.is_talk, **{f"{kind}_s": told.kind == kind for kind in _KINDS_OF_STAGES}}
    named = stages if has_stages else {}
    per = told.group_by("lead_id").agg(
        first_s=told.occurred_s.min(),
        first_month=told.occurred_month.min().cast("int64"),
        won_s=earliest(told.kind == "won", told.occurred_s),
        revived_key=told.kind.isin(list(REVIVES)).ifelse(told.key, NEVER_KEY).max(),
        **{name: earliest(condition, told.occurred_s) for name, condition in named.items()},
    )
    ends = _ends(table, as_of_s, per)
    per = settled(per.left_join(ends, [("lead_id", "ended_lead_id")]))
    instants = ("won_s", *named, "lost_s", "back_s")
    per = per.select("lead_id", "first_s", "first_month", *instants)
    return of_all_leads(table, as_of_s, per, dict.fromkeys(instants, FAR_S))


def _ends(table: Any, as_of_s: Any, per: Any) -> Any:
    """When leads were lost or sent back with nothing after it; only those that were."""
    told = known(table, as_of_s, (*LOST, *SENT_BACK))
    told = told.select("kind", "occurred_s", ended_lead_id="lead_id", key=fact_key(told))
    both = settled(told.join(per.select("lead_id", "won_s", "revived_key"), [("ended_lead_id", "lead_id")]))
    both = both.filter((both.won_s == FAR_S) & (both.key > both.revived_key))
    both = with_deals(both, table, as_of_s, "ended_lead_id")
    return both.group_by("ended_lead_id").agg(
        lost_s=earliest(both.kind.isin(list(LOST)), both.occurred_s),
        back_s=earliest(both.kind.isin(list(SENT_BACK)), both.occurred_s),
    )


def of_all_leads(table: Any, as_of_s: Any, told: Any, otherwise: Mapping[str, int]) -> Any:
    """What is told of leads, for all that were captured or are told of, with their origin.

    ``told`` has lead_id, first_s and first_month, and the columns of ``otherwise``, which says what stands where
    nothing is told. Columns: these, and lead_id, since_s, month, source and found_by as in ``stories``.
    """
    captured = origins(table, as_of_s)
    own = settled(captured.left_join(told, [("origin_lead_id", "lead_id")]))
    own = own.select(
        *(own[name].fill_null(value).name(name) for name, value in otherwise.items()), "found_by",
        lead_id="origin_lead_id", since_s="origin_s", month="origin_month", source="origin",
    )  # fmt: skip
    rest = settled(told.left_join(captured.select("origin_lead_id"), [("lead_id", "origin_lead_id")]))
    rest = rest.filter(rest.origin_lead_id.fill_null(0) == 0)
    unknown = ibis.literal("unknown")
    rest = rest.select(
        *(rest[name].fill_null(value).name(name) for name, value in otherwise.items()), "lead_id",
        found_by=unknown, since_s="first_s", month="first_month", source=unknown,
    )  # fmt: skip
    return ibis.union(own, rest.select(*own.columns))
