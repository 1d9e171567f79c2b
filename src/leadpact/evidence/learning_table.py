"""What is learned: attributes in bins with whole points, and what a sum of points means as a chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.special import expit

from leadpact.evidence.uncertainty import Floats, Ints

TOTAL = 100


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of many leads, by lead: ``numbers`` (NaN unknown), or ``levels`` (places in ``names``, -1 unknown).

    ``rises`` is 1 where more can never be worth less, -1 where more can never be worth more, else 0. ``is_asked``:
    somebody is to find it out, so that not having done so may not be worth more than what is found on average.
    """

    name: str
    numbers: Floats | None = None
    levels: Ints | None = None
    names: tuple[str, ...] = ()
    rises: int = 0
    is_asked: bool = False

    def of(self, rows: Ints) -> Attribute:
        """The same attribute of some of the leads."""
        if self.numbers is not None:
            return replace(self, numbers=self.numbers[rows])
        return replace(self, levels=(self.levels if self.levels is not None else np.zeros(0, np.int64))[rows])

    @property
    def is_unknown(self) -> Ints:
        """Per lead, 1 where it is unknown."""
        if self.numbers is not None:
            return np.isnan(self.numbers).astype(np.int64)
        return (np.asarray(self.levels) < 0).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Examples:
    """Leads to learn from: which, when decided on (epoch seconds), whether they were won, and what was known then."""

    ids: Ints
    moments: Ints
    won: Ints
    attributes: tuple[Attribute, ...]

    def of(self, rows: Ints) -> Examples:
        """Some of the leads, in the order given."""
        return Examples(
            self.ids[rows], self.moments[rows], self.won[rows], tuple(each.of(rows) for each in self.attributes)
        )

    def in_order(self) -> Examples:
        """The same leads by moment, then by number: what is learned must not depend on how rows came."""
        return self.of(np.lexsort((self.ids, self.moments)))

    def without(self, names: Sequence[str]) -> Examples:
        """The same leads without some attributes."""
        return replace(self, attributes=tuple(each for each in self.attributes if each.name not in set(names)))


@dataclass(frozen=True, slots=True)
class Bin:
    """One bin: numbers from ``low`` to below ``high``, or one of ``levels``, or any other level, or unknown."""

    points: int
    leads: int
    won: int
    low: float | None = None
    high: float | None = None
    levels: tuple[str, ...] = ()
    is_rest: bool = False
    is_unknown: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """The bins of one attribute; the worst one has no points. ``is_whole``: a number that was whole in every lead."""

    name: str
    bins: tuple[Bin, ...]
    is_whole: bool = False

    def places(self, attribute: Attribute) -> Ints:
        """The bin of each lead; a level that was never seen counts as any other, an unseen unknown as no bin (-1)."""
        unknown = next((place for place, each in enumerate(self.bins) if each.is_unknown), -1)
        if attribute.numbers is not None:
            edges = [each.high for each in self.bins if not each.is_unknown and each.high is not None]
            found = np.searchsorted(np.array(edges, dtype=np.float64), attribute.numbers, side="right")
            return np.where(np.isnan(attribute.numbers), unknown, found).astype(np.int64)
        by_level = {level: place for place, each in enumerate(self.bins) for level in each.levels}
        rest = next((place for place, each in enumerate(self.bins) if each.is_rest), -1)
        table = np.array([*(by_level.get(name, rest) for name in attribute.names), unknown], dtype=np.int64)
        found_levels: Ints = table[np.asarray(attribute.levels)]
        return found_levels

    @property
    def most(self) -> int:
        """The points of the best bin."""
        return max((each.points for each in self.bins), default=0)


@dataclass(frozen=True, slots=True)
class Cross:
    """Points for two conditions that hold at once. ``sides``: an attribute each, whose bin with points is meant.

    ``leads`` and ``won`` are those for which both held.
    """

    sides: tuple[Scale, Scale]
    points: int
    leads: int
    won: int

    @property
    def name(self) -> str:
        """The names of both attributes."""
        return " and ".join(side.name for side in self.sides)

    def holds(self, attributes: Sequence[Attribute], many: int) -> Ints:
        """Per lead, 1 where both conditions hold; what is not among the attributes holds for none."""
        by_name = {each.name: each for each in attributes}
        found = np.ones(many, dtype=np.int64)
        for side in self.sides:
            if side.name not in by_name:
                return np.zeros(many, dtype=np.int64)
            has = np.array([*(each.points > 0 for each in side.bins), False])
            found &= has[side.places(by_name[side.name])]
        return found


@dataclass(frozen=True, slots=True)
class Table:
    """A learned points table: the best bins, and those of two conditions at once, add up to ``TOTAL``.

    The chance to win of a lead with so many points is ``1 / (1 + exp(-(at_zero + each_point * points)))``.
    """

    scales: tuple[Scale, ...]
    at_zero: float
    each_point: float
    leads: int
    won: int
    cross: Cross | None = None

    def points(self, attributes: Sequence[Attribute], many: int) -> Ints:
        """The points of each of ``many`` leads; what the table does not ask about counts for nothing."""
        by_name = {each.name: each for each in attributes}
        total = np.zeros(many, dtype=np.int64)
        for scale in self.scales:
            if scale.name in by_name:
                given = np.array([*(each.points for each in scale.bins), 0], dtype=np.int64)
                total += given[scale.places(by_name[scale.name])]
        return total if self.cross is None else total + self.cross.points * self.cross.holds(attributes, many)

    def chance(self, points: Ints | Floats) -> Floats:
        """The calibrated chance to win at these points."""
        found: Floats = expit(self.at_zero + self.each_point * np.asarray(points, dtype=np.float64))
        return found
