"""Curves over time from grouped counts, with leads that are not finished yet.

Each function takes one row per time: how many had the event, how many a competing event, how many were last
seen (censored) then. An event at a time happens before a censoring at the same time. Everybody is at risk
from the start.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadpact.evidence.uncertainty import Z95, Floats, Ints

_TINY, _MOST = 1e-12, 500.0
"""Below the first a share is taken as none; the second keeps the range of a share of nearly 1 from overflowing."""


@dataclass(frozen=True, slots=True)
class LifeTable:
    """Product-limit curve: arrays by ``time``; ``survival`` is the share without the event after that time."""

    time: Floats
    at_risk: Ints
    events: Ints
    censored: Ints
    hazard: Floats
    hazard_se: Floats
    survival: Floats
    se: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True)
class Percentile:
    """First time by which a share had the event, with its interval; None where not reached."""

    share: float
    time: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Incidence:
    """Cumulative incidence of a target beside a competing event: arrays by ``time``, ``still_open`` is neither yet."""

    time: Floats
    at_risk: Ints
    target: Ints
    competing: Ints
    censored: Ints
    cif: Floats
    se: Floats
    low: Floats
    high: Floats
    still_open: Floats

    def row(self, time: float) -> int:
        """Index of the last row not later than a time, -1 where the time lies before all rows."""
        return int(np.searchsorted(self.time, time, side="right")) - 1

    def at_risk_at(self, time: float) -> int:
        """How many were still followed and open just before a time."""
        later = int(np.searchsorted(self.time, time, side="left"))
        return int(self.at_risk[later]) if later < len(self.time) else 0

    def censored_before(self, time: float) -> int:
        """How many were last seen, still open, before a time."""
        return int(self.censored[: int(np.searchsorted(self.time, time, side="left"))].sum())


def at_risk(ended: Ints) -> Ints:
    """Numbers at risk from the numbers that ended in each row: the reverse cumulative sum."""
    return np.cumsum(ended[::-1])[::-1].astype(np.int64)


def _safe(top: Floats, bottom: Floats) -> Floats:
    return np.divide(top, bottom, out=np.zeros_like(top, dtype=np.float64), where=bottom > 0)


def life_table(time: Sequence[float], events: Sequence[int], censored: Sequence[int], z: float = Z95) -> LifeTable:
    """Kaplan-Meier curve (Kaplan & Meier 1958) with Greenwood's error and the log-log band.

    With whole-number times this is the discrete life table (Singer & Willett 2003). The band is not a number
    where the curve has reached 0.
    """
    t = np.asarray(time, dtype=np.float64)
    d = np.asarray(events, dtype=np.int64)
    c = np.asarray(censored, dtype=np.int64)
    n = at_risk(d + c)
    hazard = _safe(d.astype(np.float64), n.astype(np.float64))
    survival = np.asarray(np.cumprod(1 - hazard), dtype=np.float64)
    summed: Floats = np.cumsum(_safe(d.astype(np.float64), (n * (n - d)).astype(np.float64)))
    se = np.asarray(survival * np.sqrt(summed), dtype=np.float64)
    low, high = _log_log(survival, summed, z)
    hazard_se: Floats = np.sqrt(_safe(hazard * (1 - hazard), n.astype(np.float64)))
    return LifeTable(t, n, d, c, hazard, hazard_se, survival, se, low, high)


def _log_log(survival: Floats, summed: Floats, z: float) -> tuple[Floats, Floats]:
    low, high = np.ones_like(survival), np.ones_like(survival)
    inside = (survival > 0) & (survival < 1)
    s = survival[inside]
    theta = np.exp(z * np.sqrt(summed[inside]) / np.abs(np.log(s)))
    low[inside], high[inside] = s**theta, s ** (1 / theta)
    gone = survival <= 0
    low[gone], high[gone] = 0.0, np.nan
    return low, high


def percentile(table: LifeTable, share: float) -> Percentile:
    """First time with at least ``share`` having had the event.

    The interval comes from inverting the band (Brookmeyer & Crowley 1982).
    """
    line = 1 - share + 1e-12

    def first(curve: Floats) -> float | None:
        hits = np.nonzero(curve <= line)[0]
        return float(table.time[hits[0]]) if len(hits) else None

    return Percentile(share, first(table.survival), first(table.low), first(table.high))


def incidence(
    time: Sequence[float],
    target: Sequence[int],
    competing: Sequence[int],
    censored: Sequence[int],
    z: float = Z95,
) -> Incidence:
    """Cumulative incidence of the target (Aalen & Johansen 1978) with the delta-method variance.

    The variance is that of R's ``survfit``; the interval is complementary log-log.
    """
    t = np.asarray(time, dtype=np.float64)
    w_count = np.asarray(target, dtype=np.int64)
    l_count = np.asarray(competing, dtype=np.int64)
    c_count = np.asarray(censored, dtype=np.int64)
    n_count = at_risk(w_count + l_count + c_count)
    w, both, n = w_count.astype(float), (w_count + l_count).astype(float), n_count.astype(float)
    still_open = np.asarray(np.cumprod(1 - _safe(both, n)), dtype=np.float64)
    before = np.concatenate([[1.0], still_open[:-1]])
    cif = np.cumsum(before * _safe(w, n))
    a = _safe(both, n * (n - both))
    b = before**2 * _safe(w * (n - w), n**3)
    c = before * _safe(w, n**2)
    variance = cif**2 * np.cumsum(a) - 2 * cif * np.cumsum(cif * a + c) + np.cumsum(cif**2 * a + b + 2 * cif * c)
    se = np.sqrt(np.maximum(variance, 0.0))
    low, high = _complementary(cif, se, z)
    return Incidence(t, n_count, w_count, l_count, c_count, cif, se, low, high, still_open)


def _complementary(cif: Floats, se: Floats, z: float) -> tuple[Floats, Floats]:
    low, high = cif.copy(), cif.copy()
    inside = (cif > _TINY) & (cif < 1 - _TINY) & (se > _TINY)
    f = cif[inside]
    theta = np.exp(np.minimum(z * se[inside] / ((1 - f) * np.abs(np.log1p(-f))), _MOST))
    low[inside], high[inside] = 1 - (1 - f) ** (1 / theta), 1 - (1 - f) ** theta
    return low, high
