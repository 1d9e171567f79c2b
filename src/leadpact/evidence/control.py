"""The arithmetic of a series of periods: what it does by itself, where it changed, and where it may end.

All functions are pure. Values are of consecutive periods of equal length, the oldest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from leadpact.evidence.distributions import t_point, t_tail
from leadpact.evidence.uncertainty import Floats, Range

PER_RANGE = 3 / 1.128
"""Limits lie so many mean moving ranges from the mean (Wheeler; 1.128 is the mean range of two in sigmas)."""
RANGE_LIMIT = 3.268
RUN = 8
LEAST_BASE, FULL_BASE, LEAST_FORECAST = 12, 20, 6
MOST_AUTOCORRELATION = 0.4
Signal = Literal["outside", "run"]
Chance = Literal["likely", "could_go_either_way", "unlikely"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Between what values a stable process moves; ``moving_range`` is the mean of the differences."""

    mean: float
    low: float
    high: float
    moving_range: float


def xmr(base: Sequence[float]) -> Limits:
    """Limits of individual values from a baseline: mean and 3/1.128 mean moving ranges on both sides."""
    values = np.asarray(base, dtype=np.float64)
    mean, moving = float(values.mean()), float(np.abs(np.diff(values)).mean())
    return Limits(mean, mean - PER_RANGE * moving, mean + PER_RANGE * moving, moving)


def signals(values: Sequence[float], centre: float, limits: Sequence[Range]) -> list[Signal | None]:
    """Which values say that something changed: outside its limits, or the eighth and later in a row on one side."""
    found: list[Signal | None] = []
    side, length = 0, 0
    for value, (low, high) in zip(values, limits, strict=True):
        own = int(value > centre) - int(value < centre)
        length = length + 1 if own == side and own else 1
        side = own
        outside = value < low or value > high
        found.append("outside" if outside else "run" if own and length >= RUN else None)
    return found


def share_limits(k: Sequence[int], n: Sequence[int]) -> tuple[float, list[Range]]:
    """Centre and limits of each period's share (p-chart): pooled share and three standard errors of its own size."""
    centre = sum(k) / sum(n)
    halves = [3 * float(np.sqrt(centre * (1 - centre) / each)) for each in n]
    return centre, [Range(max(0.0, centre - half), min(1.0, centre + half)) for half in halves]


def autocorrelation(values: Sequence[float]) -> float:
    """How much a value tells of the next one: correlation at lag 1, 0 where nothing moves."""
    apart = np.asarray(values, dtype=np.float64) - np.mean(values)
    whole = float((apart**2).sum())
    return float((apart[1:] * apart[:-1]).sum()) / whole if whole > 0 else 0.0


def changepoint(values: Sequence[float]) -> int:
    """How many values lie before the split that leaves the least squares around the two means."""
    told = np.asarray(values, dtype=np.float64)
    n = len(told)
    before = np.arange(1, n)
    summed = np.cumsum(told)[:-1]
    gain = summed**2 / before + (told.sum() - summed) ** 2 / (n - before)
    return int(before[int(np.argmax(gain))])


@dataclass(frozen=True, slots=True)
class Forecast:
    """What further periods will come to, with its range."""

    value: float
    low: float
    high: float
    _error: float
    _freedom: int

    def chance(self, least: float) -> Chance:
        """Whether at least so much will come, in words: likely from 80 of 100 on, unlikely up to 20."""
        if self._error == 0:
            return "likely" if self.value >= least else "unlikely"
        p = t_tail((least - self.value) / self._error, self._freedom)
        return "likely" if p >= 0.8 else "unlikely" if p <= 0.2 else "could_go_either_way"


def forecast(seen: Sequence[float], further: int, already: float = 0.0) -> Forecast | None:
    """What ``further`` periods add to what is there, from the periods seen on one level; None under six.

    m mean +- t(n-1) sd sqrt(m + m^2 / n); values are not negative, so the range ends at what is there already.
    """
    n = len(seen)
    if n < LEAST_FORECAST:
        return None
    values: Floats = np.asarray(seen, dtype=np.float64)
    error = float(values.std(ddof=1)) * float(np.sqrt(further + further**2 / n))
    value = already + further * float(values.mean())
    half = t_point(0.975, n - 1) * error
    return Forecast(value, max(already, value - half), value + half, error, n - 1)
