"""The points table of a pact and its gate as expressions: what each lead had at its moment, and whether it crossed.

A second reader of ``rules.scoring`` and ``rules.gate`` for millions of leads; the totals are the same for every lead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import ibis

from leadpact.evidence.criteria import MET
from leadpact.evidence.marks import Asked, Done, marks
from leadpact.evidence.tables import NEVER_S, one, settled
from leadpact.rules.consent import never
from leadpact.rules.criteria import AnyOf, Condition, DaysSince, Known, Touches, leaves
from leadpact.rules.criteria_windows import DAY_S
from leadpact.rules.pact import Pact, Step
from leadpact.rules.scoring import fading_ages

NO_LANE, SHORT, FIELDS, ACTIONS, MUST, NEVER, NOT_COVERED = 1, 2, 4, 8, 16, 32, 64
"""What keeps a lead back, each a bit of ``kept_by``; 0 where it crosses.

NO_LANE: no lane's condition holds; SHORT: one does, but points are missing; FIELDS and ACTIONS: not all are there;
MUST: one does not hold; NEVER: one does; NOT_COVERED: it is not this pact's lead.
"""


@dataclass(frozen=True, slots=True)
class RowOf:
    """A row of the points table; ``group`` is its place among the groups, -1 without one."""

    asked: Asked
    points: int
    group: int


@dataclass(frozen=True, slots=True)
class LaneOf:
    """A lane: the place of its condition among what is asked (-1: none), and what its gate wants."""

    when: Asked | None
    is_always: bool
    points: int
    least: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Scoring:
    """What a pact asks of a lead at a step: everything that totals and the gate depend on, and nothing else."""

    rows: tuple[RowOf, ...]
    groups: tuple[str, ...]
    half_life_s: float | None
    lanes: tuple[LaneOf, ...]
    fields: tuple[Asked, ...]
    actions: tuple[Asked, ...]
    must: tuple[Asked, ...]
    never: tuple[Asked, ...]
    covers: Asked | None

    @property
    def asked(self) -> tuple[Asked, ...]:
        """Everything it asks, each thing once, rows first."""
        whens = [lane.when for lane in self.lanes if lane.when is not None]
        covers = [] if self.covers is None else [self.covers]
        rows = [row.asked for row in self.rows]
        return tuple(dict.fromkeys([*rows, *whens, *self.fields, *self.actions, *self.must, *self.never, *covers]))


def scoring_of(pact: Pact, step: Step | None = None) -> Scoring:
    """What a pact asks at a step, by default its first one."""
    step = step or pact.steps[0]
    good = pact.good_lead
    groups = tuple(dict.fromkeys(row.group for row in good.points if row.group is not None))
    places = {name: place for place, name in enumerate(groups)}
    return Scoring(
        rows=tuple(
            RowOf(
                Asked(row.when, is_fading=bool(good.half_life_days) and _has_touches(row.when)),
                row.points,
                places.get(row.group or "", -1) if row.group is not None else -1,
            )
            for row in good.points
        ),
        groups=groups,
        half_life_s=good.half_life_days * DAY_S if good.half_life_days else None,
        lanes=tuple(
            LaneOf(
                None if lane.when is None else Asked(lane.when),
                lane.gate.always,
                0 if lane.gate.always else lane.gate.points,
                () if lane.gate.always else tuple((places.get(name, -1), least) for name, least in lane.gate.least),
            )
            for lane in step.lanes
        ),
        fields=tuple(Asked(AnyOf(tuple(Known(name) for name in group))) for group in step.comes_with),
        actions=tuple(Asked(Done(action)) for action in step.after),
        must=tuple(Asked(condition) for condition in good.must),
        never=tuple(Asked(condition) for condition in never(good.never)),
        covers=None if pact.covers is None else Asked(pact.covers),
    )


def _has_touches(condition: Condition) -> bool:
    return any(isinstance(leaf, Touches | DaysSince) for leaf in leaves(condition))


def scores(table: Any, p: Mapping[str, Any], judged: Any, scoring: Scoring, family: Any = None) -> Any:
    """The moments with what the pact gives each lead.

    Columns beside those of ``judged``: total; ``g0`` ... points per group; lane, the place of the first lane that
    fits (-1: none); kept_by, what keeps the lead back (see ``NO_LANE``), 0 where it crosses. ``family``: see ``marks``.
    """
    asked = scoring.asked
    place = {each: number for number, each in enumerate(asked)}
    told = marks(table, p, judged, asked, family)
    points = {f"p{number}": _points(told, row, place[row.asked], scoring) for number, row in enumerate(scoring.rows)}
    met = {each: f"c{number}" for each, number in place.items()}
    told = settled(told.select(*told.columns, **points))
    sums = {"total": _sum(told, range(len(scoring.rows)))}
    for number in range(len(scoring.groups)):
        sums[f"g{number}"] = _sum(told, [at for at, row in enumerate(scoring.rows) if row.group == number])
    told = settled(told.select(*told.columns, **sums))
    fits, whens = [], []
    for lane in scoring.lanes:
        when = ibis.literal(value=True) if lane.when is None else told[met[lane.when]] == MET
        whens.append(when)
        fits.append(when if lane.is_always else when & _enough(told, lane))
    numbered = [(fit, ibis.literal(number, "int64")) for number, fit in enumerate(fits)]
    lane_at = ibis.cases(*numbered, else_=ibis.literal(-1, "int64")) if numbered else ibis.literal(-1, "int64")
    told = settled(told.select(*told.columns, lane=lane_at, any_when=one(_any(whens)).cast("int64")))
    kept_by = (
        (told.lane >= 0).ifelse(0, (told.any_when == 1).ifelse(SHORT, NO_LANE))
        + FIELDS * _lacks(told, scoring.fields, met)
        + ACTIONS * _lacks(told, scoring.actions, met)
        + MUST * _lacks(told, scoring.must, met)
        + NEVER * one(_any([told[met[each]] == MET for each in scoring.never]))
        + NOT_COVERED * _lacks(told, () if scoring.covers is None else (scoring.covers,), met)
    )
    return told.select(*judged.columns, *sums, "lane", kept_by=kept_by.cast("int64"))


def _points(told: Any, row: RowOf, place: int, scoring: Scoring) -> Any:
    """The points that a row gives each lead."""
    worth = ibis.literal(row.points, "int64")
    if row.asked.is_fading and scoring.half_life_s is not None and row.points:
        touched_s = told[f"t{place}"]
        ages = fading_ages(row.points, scoring.half_life_s)
        faded = _left(told.hand_s - touched_s, row.points, ages, 0, len(ages))
        worth = (touched_s == NEVER_S).ifelse(worth, faded)
    return (told[f"c{place}"] == MET).ifelse(worth, 0).cast("int64")


def _left(age_s: Any, points: int, ages: Sequence[int], low: int, high: int) -> Any:
    """What is left of a row's points at an age, by halving: between ``low`` and ``high`` of them are lost."""
    if low == high:
        return ibis.literal(points - low if points > 0 else points + low, "int64")
    middle = (low + high) // 2
    return (age_s >= ages[middle]).ifelse(
        _left(age_s, points, ages, middle + 1, high), _left(age_s, points, ages, low, middle)
    )


def _sum(told: Any, rows: Sequence[int] | range) -> Any:
    columns = [told[f"p{number}"] for number in rows]
    return reduce(lambda a, b: a + b, columns).cast("int64") if columns else ibis.literal(0, "int64")


def _enough(told: Any, lane: LaneOf) -> Any:
    enough = told.total >= lane.points
    for group, points in lane.least:
        had = told[f"g{group}"] if group >= 0 else ibis.literal(0, "int64")
        enough = enough & (had >= points)
    return enough


def _any(conditions: Sequence[Any]) -> Any:
    return reduce(lambda a, b: a | b, conditions) if conditions else ibis.literal(value=False)


def _lacks(told: Any, asked: Sequence[Asked], met: Mapping[Asked, str]) -> Any:
    """1 where not all of these hold."""
    return one(_any([told[met[each]] != MET for each in asked]))
