"""What a pact gives each lead, added up from levels of conditions that were read before: arithmetic in memory.

The same as ``scores`` says in SQL. While a pact is edited only what is asked anew is read; points, lines and fading
cost additions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadpact.evidence.criteria import MET
from leadpact.evidence.judged import Marked
from leadpact.evidence.marks import Asked
from leadpact.evidence.scores import (
    ACTIONS,
    FIELDS,
    MUST,
    NEVER,
    NO_LANE,
    NOT_COVERED,
    SHORT,
    LaneOf,
    RowOf,
    Scoring,
)
from leadpact.evidence.uncertainty import Ints
from leadpact.rules.scoring import fading_ages

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Tally:
    """Points and gate of each lead, as arrays; see ``scores``. ``points`` has a row per row of the table."""

    points: Ints
    total: Ints
    lane: Ints
    kept_by: Ints

    @property
    def passes(self) -> Bools:
        """Which leads cross."""
        found: Bools = self.kept_by == 0
        return found

    @property
    def covered(self) -> Bools:
        """Which leads are this pact's at all."""
        found: Bools = (self.kept_by & NOT_COVERED) == 0
        return found

    @property
    def but_for_points(self) -> Bools:
        """Which leads cross, or lack nothing but points."""
        found: Bools = (self.kept_by & ~SHORT) == 0
        return found


def tally(scoring: Scoring, leads: int, marked: Mapping[Asked, Marked]) -> Tally:
    """Add up what a pact gives so many leads; ``marked`` has everything that it asks."""
    points = np.zeros((len(scoring.rows), leads), dtype=np.int64)
    for place, row in enumerate(scoring.rows):
        points[place] = _points(row, scoring, marked[row.asked])
    total = points.sum(axis=0) if len(points) else np.zeros(leads, dtype=np.int64)
    groups = [
        points[[row.group == number for row in scoring.rows]].sum(axis=0) for number in range(len(scoring.groups))
    ]
    lane = np.full(leads, -1, dtype=np.int64)
    any_when = np.zeros(leads, dtype=np.bool_)
    for number, each in reversed(list(enumerate(scoring.lanes))):
        when = np.ones(leads, dtype=np.bool_) if each.when is None else marked[each.when].levels == MET
        any_when |= when
        lane[when & _enough(each, total, groups)] = number
    kept_by = np.where(lane >= 0, 0, np.where(any_when, SHORT, NO_LANE)).astype(np.int64)
    for bit, asked in ((FIELDS, scoring.fields), (ACTIONS, scoring.actions), (MUST, scoring.must)):
        kept_by += bit * _lacks(asked, marked, leads)
    kept_by += NEVER * np.logical_or.reduce(
        [marked[each].levels == MET for each in scoring.never] or [np.zeros(leads, dtype=np.bool_)]
    )
    kept_by += NOT_COVERED * _lacks(() if scoring.covers is None else (scoring.covers,), marked, leads)
    return Tally(points, total, lane, kept_by)


def _points(row: RowOf, scoring: Scoring, marked: Marked) -> Ints:
    is_met = marked.levels == MET
    left = np.full(len(is_met), row.points, dtype=np.int64)
    if row.asked.is_fading and scoring.half_life_s is not None and row.points and marked.age_s is not None:
        ages = np.array(fading_ages(row.points, scoring.half_life_s), dtype=np.int64)
        lost = np.searchsorted(ages, marked.age_s, side="right")
        is_old = marked.age_s >= 0
        left[is_old] -= (1 if row.points > 0 else -1) * lost[is_old]
    return np.where(is_met, left, 0)


def _enough(lane: LaneOf, total: Ints, groups: Sequence[Ints]) -> Bools:
    if lane.is_always:
        return np.ones(len(total), dtype=np.bool_)
    enough: Bools = total >= lane.points
    for group, points in lane.least:
        had = groups[group] if group >= 0 else np.zeros(len(total), dtype=np.int64)
        enough = enough & (had >= points)
    return enough


def _lacks(asked: Sequence[Asked], marked: Mapping[Asked, Marked], leads: int) -> Ints:
    found = np.zeros(leads, dtype=np.bool_)
    for each in asked:
        found |= marked[each].levels != MET
    return found.astype(np.int64)
