"""What the facts of a lead add up to for a measure: where it came from and how it ended.

The rules are those of ``rules.story``; this is their second reader, for millions of leads at once.
"""

from __future__ import annotations

from typing import Any

from leadpact.evidence.shared import is_apart, shared
from leadpact.evidence.tables import FAR_S, earliest, known, latest, one, settled
from leadpact.rules.facts import ATTEMPTS
from leadpact.rules.story import REPLIES

LOST = ("disqualified", "lost")
SENT_BACK = ("gave_up", "recycled", "rejected")
REVIVES = ("accepted", "deal_opened", "handed_over", "woken")
"""Facts after which an earlier end no longer stands."""
STAGES = ("captured", "qualified", "handed_over", "accepted", "first_talk", "deal_opened", "won")
_KINDS_OF_STAGES = tuple(stage for stage in STAGES if stage not in ("captured", "first_talk", "won"))
_NO_SEQ = 9_000_000_000_000_000_000
STORY_KINDS = ("captured", "qualified", "won", *sorted(ATTEMPTS), *LOST, *SENT_BACK, *REVIVES)


def is_two_way(table: Any) -> Any:
    """Whether a contact was a talk: reached, replied, held, or from the buyer."""
    return table.kind.isin(sorted(ATTEMPTS)) & (
        table.value_code.fill_null("").isin(sorted(REPLIES)) | (table.side == "buyer")
    )


def is_attempt(table: Any) -> Any:
    """Whether sales reached out."""
    return table.kind.isin(sorted(ATTEMPTS)) & (table.side == "sales")


def named_source(is_captured: Any, source: Any) -> Any:
    """The source of a lead, the same for every measure: that of its first captured fact.

    It is ``unknown`` where that names none, and for a lead that was never captured, whatever other facts name.
    """
    return is_captured.ifelse(source.fill_null("unknown"), "unknown")


def stories(table: Any, as_of_s: Any, *, has_stages: bool = False) -> Any:
    """One row per lead, as known at the snapshot.

    Columns: lead_id; since_s and month (yyyymm) of its first captured fact, or of the first fact told where none is
    captured; source (see ``named_source``) and found_by (marketing, sales, unknown); won_s, lost_s (lost or
    disqualified) and back_s (rejected, recycled or given up), ``FAR_S`` where not. ``has_stages``: also the
    first instant of each of ``STAGES``.

    An end counts when nothing brought the lead forward after it; a lead that was ever won is won, whatever else
    was recorded. First is by (occurred_s, seq).
    """
    return _stories(table, as_of_s, has_stages or is_apart())


@shared
def _stories(table: Any, as_of_s: Any, has_stages: bool) -> Any:
    told = known(table, as_of_s, STORY_KINDS)
    # Only what is needed: the facts are gone through twice, and engines hold them in between.
    told = told.select("lead_id", "kind", "occurred_s", "seq", is_talk=one(is_two_way(told)))
    is_captured, is_revived = told.kind == "captured", told.kind.isin(list(REVIVES))
    stages = {"first_talk_s": told.is_talk == 1, **{f"{kind}_s": told.kind == kind for kind in _KINDS_OF_STAGES}}
    named = stages if has_stages else {}
    per = told.group_by("lead_id").agg(
        captured_s=earliest(is_captured, told.occurred_s),
        any_s=told.occurred_s.min(),
        won_s=earliest(told.kind == "won", told.occurred_s),
        revived_s=latest(is_revived, told.occurred_s),
        **{name: earliest(condition, told.occurred_s) for name, condition in named.items()},
    )
    leads = per.select("lead_id", "won_s", *named, since_s=(per.captured_s < FAR_S).ifelse(per.captured_s, per.any_s))
    ends = _starts_and_ends(told, per)
    leads = settled(leads.join(ends, [("lead_id", "story_lead_id")]))
    return _with_origin(table, leads.drop("story_lead_id"))


def _starts_and_ends(told: Any, per: Any) -> Any:
    """Per lead the seq of its first fact, and when it was lost or sent back with nothing after it."""
    wanted = told.select("lead_id", "kind", "occurred_s", "seq")
    both = settled(wanted.join(per.select("lead_id", "captured_s", "any_s", "won_s", "revived_s"), "lead_id"))
    is_first_captured = (both.kind == "captured") & (both.occurred_s == both.captured_s)
    is_first = is_first_captured | ((both.captured_s == FAR_S) & (both.occurred_s == both.any_s))
    is_end = both.kind.isin([*LOST, *SENT_BACK]) & (both.occurred_s >= both.revived_s) & (both.won_s == FAR_S)
    both = both.select("lead_id", "kind", "occurred_s", "seq", is_first=one(is_first), is_end=one(is_end))
    both = both.filter((both.is_first == 1) | (both.is_end == 1))
    return both.group_by(story_lead_id="lead_id").agg(
        first_seq=(both.is_first == 1).ifelse(both.seq, _NO_SEQ).min(),
        lost_s=earliest((both.is_end == 1) & both.kind.isin(list(LOST)), both.occurred_s),
        back_s=earliest((both.is_end == 1) & both.kind.isin(list(SENT_BACK)), both.occurred_s),
    )


def _with_origin(table: Any, leads: Any) -> Any:
    """The leads with month, source and finder of the fact that ``first_seq`` names."""
    first = table.filter(table.kind.isin(list(STORY_KINDS)))
    first = first.select("seq", "kind", "side", "source", "occurred_month")
    row = settled(leads.join(first, [("first_seq", "seq")]))
    finder = row.side.isin(["buyer", "marketing"]).ifelse("marketing", (row.side == "sales").ifelse("sales", "unknown"))
    return row.select(
        *(name for name in leads.columns if name != "first_seq"),
        month=row.occurred_month.cast("int64"),
        source=named_source(row.kind == "captured", row.source),
        found_by=(row.kind == "captured").ifelse(finder, "unknown"),
    )
