"""The numbers of a replay as plain rows, for tables, files and other programs."""

from __future__ import annotations

from typing import Any

from leadpact.evidence.replay import Wins
from leadpact.queries.replay_shapes import Effect, Side

TABLES = ("weeks", "wins", "bands", "lanes", "gates")
Row = dict[str, Any]


def rows_of(found: Effect, table: str) -> list[Row]:
    """One of ``TABLES``. Raises ``KeyError`` for any other name."""
    return {"weeks": _weeks, "wins": _wins, "bands": _bands, "lanes": _lanes, "gates": _gates}[table](found)


def plain(found: Effect) -> Row:
    """All of it as plain values."""
    return {
        "pact": found.pact,
        "version_in_force": found.version_before,
        "months": found.months,
        "since": found.since_on.isoformat(),
        "as_of": found.as_of.isoformat(),
        "leads": found.leads,
        "capacity_a_week": round(found.capacity_a_week, 2),
        "capacity_line": found.capacity_line,
        "draft": _side(found.draft),
        "in_force": None if found.before is None else _side(found.before),
        "joins": found.joins,
        "leaves": found.leaves,
        "unchanged": found.unchanged,
        "attempts_a_week": round(found.attempts_a_week, 2),
        "rows_that_never_held": list(found.never_held),
        "nothing_passes": found.nothing_passes,
        "gates_that_agree": {"same": found.agreement.same, "of": found.agreement.of},
        "sentences": list(found.sentences),
        "tables": {name: rows_of(found, name) for name in TABLES},
    }


def _side(side: Side) -> Row:
    return {
        "line": side.line,
        "passed": side.passed,
        "a_week": round(side.volume.mean, 2),
        "in_nine_of_ten_weeks_at_most": round(side.volume.high, 2),
        "weeks_over_capacity": side.volume.weeks_over,
    }


def _weeks(found: Effect) -> list[Row]:
    return [
        {
            "week_from": week.starts_on.isoformat(),
            "draft": week.draft,
            "in_force": week.before if found.before is not None else None,
            "did_pass": week.crossed,
            "is_whole": week.is_whole,
        }
        for week in found.weeks
    ]


def _wins(found: Effect) -> list[Row]:
    sides = [("draft", found.draft)] + ([] if found.before is None else [("in_force", found.before)])
    return [
        {"pact": name, "leads_that": which, **_counts(wins)}
        for name, side in sides
        for which, wins in (("pass", side.wins), ("stay_back", side.missed))
    ]


def _counts(wins: Wins) -> Row:
    tried = wins.tried
    return {
        "leads": wins.leads,
        "won_so_far": wins.known,
        "at_most_about": None if wins.at_most is None else round(wins.at_most, 1),
        "if_all_unseen_were_won": wins.without_assumption,
        "not_worked_on": wins.unseen,
        "hardly_ever_tried": wins.never_tried,
        "by_chance_slice": None if tried is None else round(tried.value, 1),
        "by_chance_low": None if tried is None else round(tried.low, 1),
        "by_chance_high": None if tried is None else round(tried.high, 1),
    }


def _bands(found: Effect) -> list[Row]:
    return [
        {
            "from_points": band.low,
            "to_points": band.high - 1,
            "worked_on": band.seen,
            "won": band.won,
            "share_won": None if band.share is None else round(band.share, 4),
            "not_worked_on": band.unseen,
        }
        for band in found.bands
    ]


def _lanes(found: Effect) -> list[Row]:
    return [
        {
            "lane": lane.lane,
            "first_touch_within": lane.first_touch,
            "draft_a_week": round(lane.draft, 2),
            "in_force_a_week": None if lane.before is None else round(lane.before, 2),
        }
        for lane in found.lanes
    ]


def _gates(found: Effect) -> list[Row]:
    """The gates that are judged otherwise now; empty when all agree."""
    return [
        {
            "lead": each.lead_id,
            "at": each.at.isoformat(),
            "version": each.version,
            "points_then": each.points_then,
            "points_now": each.points_now,
            "kept_back_by": ", ".join(each.why),
        }
        for each in found.agreement.differs
    ]
