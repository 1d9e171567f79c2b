"""When each lead is judged: as it passed the gate, else as it stood when something was last learned of it.

Whatever is recorded later plays no part: not what was described or done afterwards, not a correction, not a merge.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import ibis

from leadpact.evidence.handed import NO_POINTS
from leadpact.evidence.shared import corrections, shared
from leadpact.evidence.tables import FAR_KEY, FAR_S, fact_key, known, one, settled, standing
from leadpact.rules.lead import READS

GATES = ("qualified", "handed_over")
"""Facts that show that a lead passed a gate; the first one is its moment."""
ENDS = ("deal_opened", "disqualified", "gave_up", "lost", "won")
"""Facts after which a lead that passed no gate is judged no more."""
COLUMNS = ("lead_id", "own_id", "hand_key", "hand_s", "heard_s", "is_passed", "is_handed", "points", "version")
_STEPS = 3


@shared
def moments(table: Any, as_of_s: Any) -> Any:
    """One row per lead with the moment it is judged at; see ``COLUMNS``.

    ``lead_id`` is the lead it counts for at the snapshot, ``own_id`` the one that the deciding fact was told of.
    ``hand_key`` (see ``fact_key``) and ``hand_s`` are the place in time, ``heard_s`` by when what counts was
    recorded: the columns that ``criteria.levels`` wants. ``is_passed``: it passed a gate, the first one is the
    moment; ``is_handed``: it was ever handed over. ``points`` and ``version`` are those of the gate's fact
    (``NO_POINTS`` and 0 where none).

    A lead that passed none is judged when something was last learned of it before its first end, and as of all that
    was recorded of that.
    """
    passed = _passed(table, as_of_s)
    return ibis.union(passed, _unpassed(table, as_of_s, passed))


def _passed(table: Any, as_of_s: Any) -> Any:
    told = _gates(table, as_of_s, GATES)
    first = told.group_by(first_lead_id="lead_id").agg(
        first_key=told.hand_key.min(), handed=one(told.kind == "handed_over").max()
    )
    both = settled(told.join(first, [("lead_id", "first_lead_id"), ("hand_key", "first_key")]))
    return both.select(
        *("lead_id", "own_id", "hand_key", "hand_s", "heard_s"),
        is_passed=ibis.literal(1, "int64"),
        is_handed=both.handed.cast("int64"),
        points=both.points,
        version=both.version,
    )


def _gates(table: Any, as_of_s: Any, kinds: tuple[str, ...]) -> Any:
    told = known(table, as_of_s, kinds, ("recorded_s", "pact_id", "pact_version"))
    return told.select(
        *("lead_id", "kind"),
        own_id="own_lead_id",
        hand_key=fact_key(told),
        hand_s="occurred_s",
        heard_s="recorded_s",
        points=told.points.fill_null(NO_POINTS).cast("int64"),
        version=told.pact_version.fill_null(0).cast("int64"),
        pact_id=told.pact_id.fill_null(0),
    )


def _unpassed(table: Any, as_of_s: Any, passed: Any) -> Any:
    learned = known(table, as_of_s, READS, ("recorded_s",))
    learned = learned.filter(learned.lead_id.notin(passed.lead_id))
    learned = learned.select("lead_id", "occurred_s", "recorded_s", key=fact_key(learned))
    ends = known(table, as_of_s, ENDS)
    ends = ends.select("lead_id", key=fact_key(ends))
    ends = ends.group_by(ended_lead_id="lead_id").agg(end_key=ends.key.min())
    both = settled(learned.left_join(ends, [("lead_id", "ended_lead_id")]))
    is_before = both.key < both.end_key.fill_null(FAR_KEY)
    last = both.group_by("lead_id").agg(
        last_key=is_before.ifelse(both.key, 0).max(),
        last_s=is_before.ifelse(both.occurred_s, 0).max(),
        told_s=is_before.ifelse(both.recorded_s, 0).max(),
        first_key=both.key.min(),
        first_s=both.occurred_s.min(),
        first_told_s=both.recorded_s.min(),
    )
    # What ended before anything was learned of it is judged by the first that was.
    is_known = last.last_key > 0
    return last.select(
        "lead_id",
        own_id="lead_id",
        hand_key=is_known.ifelse(last.last_key, last.first_key),
        hand_s=is_known.ifelse(last.last_s, last.first_s),
        heard_s=is_known.ifelse(last.told_s, last.first_told_s),
        is_passed=ibis.literal(0, "int64"),
        is_handed=ibis.literal(0, "int64"),
        points=ibis.literal(NO_POINTS, "int64"),
        version=ibis.literal(0, "int64"),
    )


def gates(table: Any, as_of_s: Any) -> Any:
    """One row per qualified fact, with the columns of ``moments`` and pact_id (0 where none): each gate that opened."""
    told = _gates(table, as_of_s, ("qualified",))
    return told.select(
        *("lead_id", "own_id", "hand_key", "hand_s", "heard_s"),
        is_passed=ibis.literal(1, "int64"),
        is_handed=ibis.literal(1, "int64"),
        points=told.points,
        version=told.version,
        pact_id=told.pact_id,
    )


@shared
def members(table: Any, as_of_s: Any, judged: Any) -> Any:
    """The leads that told a moment's facts: member_id, hand_key, hand_s, heard_s; itself and those merged by then.

    ``judged`` has own_id, hand_key, hand_s and heard_s. Merges of merges are followed up to three steps.
    """
    found = step = judged.select("hand_key", "hand_s", "heard_s", member_id="own_id")
    merged = _merged(table, as_of_s)
    for _ in range(_STEPS):
        both = settled(merged.join(step, [("into_id", "member_id")]))
        both = both.filter((both.from_s <= both.heard_s) & (both.heard_s < both.until_s))
        step = both.select("hand_key", "hand_s", "heard_s", member_id="gone_id")
        found = ibis.union(found, step)
    return found


def _merged(table: Any, as_of_s: Any) -> Any:
    """For how long each lead was merged into another: gone_id, into_id, from_s and until_s (``FAR_S``: still)."""
    told = standing(table, as_of_s, ("merged", "unmerged"), ("recorded_s",))
    told = told.select(
        "lead_id", "kind", "recorded_s", key=fact_key(told), into_id=told.value_number.fill_null(0.0).cast("int64")
    )
    later = told.select(later_lead_id="lead_id", later_key="key", later_s="recorded_s")
    both = settled(told.left_join(later, [("lead_id", "later_lead_id")]))
    is_later = both.later_key.fill_null(0) > both.key
    until = both.group_by("key").agg(
        gone_id=both.lead_id.max(),
        into_id=((both.kind == "merged") & (both.into_id != both.lead_id)).ifelse(both.into_id, 0).max(),
        from_s=both.recorded_s.max(),
        until_s=is_later.ifelse(both.later_s.fill_null(FAR_S), FAR_S).min(),
    )
    return until.filter(until.into_id != 0)


def told_by(table: Any, as_of_s: Any, kinds: Iterable[str], family: Any, fields: Iterable[str]) -> Any:
    """What was known at each moment: a row per moment and fact told of its lead by then, and not mended by then.

    Columns: hand_key, hand_s; kind, seq, key, occurred_s, field, code, value_number, source, campaign. ``kinds`` and
    ``fields`` (of described facts) are those asked for, ``family`` are the ``members``.
    """
    kinds, fields = sorted(kinds), sorted(fields)
    told = table.filter((table.recorded_s <= as_of_s) & (table.occurred_s <= as_of_s) & table.kind.isin(kinds))
    if kinds == ["described"]:
        told = told.filter(told.field.isin(fields))
    elif "described" in kinds:
        told = told.filter((told.kind != "described") | told.field.fill_null("").isin(fields))
    told = told.select(
        *("lead_id", "kind", "seq", "id", "occurred_s", "recorded_s", "value_number"),
        key=fact_key(told),
        field=told.field.fill_null(""),
        code=told.value_code.fill_null("unknown"),
        source=told.source.fill_null(""),
        campaign=told.campaign.fill_null(""),
    )
    both = settled(family.join(told, [("member_id", "lead_id")]))
    both = both.filter((both.key <= both.hand_key) & (both.recorded_s <= both.heard_s))
    return unmended(table, as_of_s, both)


def unmended(table: Any, as_of_s: Any, both: Any) -> Any:
    """Without the facts that had been corrected when the moment came; ``both`` has seq, id and heard_s."""
    kept = corrections()
    if kept is not None:
        wrong = kept.filter(kept.recorded_s <= as_of_s).group_by(wrong_of="seq").agg(wrong_s=kept.recorded_s.min())
        own = "seq"
    else:
        said = table.filter(
            (table.recorded_s <= as_of_s) & (table.kind == "corrected") & (table.corrects_id.fill_null("") != "")
        )
        wrong = said.group_by(wrong_of="corrects_id").agg(wrong_s=said.recorded_s.min())
        own = "id"
    found = settled(both.left_join(wrong, [(own, "wrong_of")]))
    return found.filter(found.wrong_s.fill_null(FAR_S) > found.heard_s)
