"""How two things go together in counts: differences, ratios within strata, and agreement. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from leadpact.evidence.distributions import chi2_point, chi2_tail
from leadpact.evidence.uncertainty import Z95, Floats, Range

LEAST_PSI = 0.1
"""A distance of two distributions up to this is trifling, even where it is more than chance gives."""

Fourfold = tuple[int, int, int, int]
"""Counts (a, b, c, d): with and without the outcome on one side, then on the other."""


class Ratio(NamedTuple):
    """An odds ratio with its interval."""

    value: float
    low: float
    high: float


class Kappa(NamedTuple):
    """Cohen's kappa of two opinions with its error (Fleiss, Cohen & Everitt 1969), and what chance alone gives."""

    agreement: float
    by_chance: float
    kappa: float
    se: float
    low: float
    high: float


def difference_of_shares_p(k1: int, n1: int, k2: int, n2: int) -> float:
    """Two-sided p-value of k1/n1 against k2/n2 (chi-square of the fourfold table); 1 where there is nothing to see."""
    n, k = n1 + n2, k1 + k2
    if not n1 or not n2 or k in (0, n):
        return 1.0
    chi = n * (k1 * (n2 - k2) - k2 * (n1 - k1)) ** 2 / (n1 * n2 * k * (n - k))
    return chi2_tail(chi, 1)


def least_expected(k1: int, n1: int, k2: int, n2: int) -> float:
    """The smallest of the four counts that one would expect without any difference."""
    n, k = n1 + n2, k1 + k2
    return min(n1, n2) * min(k, n - k) / n if n else 0.0


def odds_ratio(table: Fourfold) -> Ratio | None:
    """The odds ratio of one fourfold table with Woolf's interval; None where a count is 0."""
    return mantel_haenszel([table])


def mantel_haenszel(tables: Iterable[Fourfold], z: float = Z95) -> Ratio | None:
    """The odds ratio within strata (Mantel & Haenszel 1959), interval of Robins, Breslow & Greenland (1986).

    None where the strata say nothing of it: no stratum has both sides and both outcomes.
    """
    a, b, c, d = (np.asarray(column, dtype=np.float64) for column in zip(*tables, strict=True))
    n = a + b + c + d
    n = np.where(n > 0, n, 1.0)
    r, s = a * d / n, b * c / n
    top, bottom = float(r.sum()), float(s.sum())
    if top <= 0 or bottom <= 0:
        return None
    p, q = (a + d) / n, (b + c) / n
    variance = (
        float((p * r).sum()) / (2 * top**2)
        + float((p * s + q * r).sum()) / (2 * top * bottom)
        + float((q * s).sum()) / (2 * bottom**2)
    )
    value, half = top / bottom, z * float(np.sqrt(variance))
    return Ratio(value, float(value * np.exp(-half)), float(value * np.exp(half)))


def kappa(table: Sequence[Sequence[int]], z: float = Z95) -> Kappa | None:
    """Agreement of two opinions on the same things beyond chance, from a square table of counts.

    The error is that of Fleiss, Cohen & Everitt (1969). None where nothing was judged or chance explains all.
    """
    n = float(np.sum(table))
    if n == 0:
        return None
    p: Floats = np.asarray(table, dtype=np.float64) / n
    rows, columns = p.sum(axis=1), p.sum(axis=0)
    seen, chance = float(np.trace(p)), float(rows @ columns)
    if chance >= 1:
        return None
    value = (seen - chance) / (1 - chance)
    margins = columns[:, None] + rows[None, :]
    on = float((np.diag(p) * (1 - np.diag(margins) * (1 - value)) ** 2).sum())
    off = float((p * margins**2).sum() - (np.diag(p) * np.diag(margins) ** 2).sum()) * (1 - value) ** 2
    rest = (value - chance * (1 - value)) ** 2
    se = float(np.sqrt(max(0.0, on + off - rest) / n)) / (1 - chance)
    return Kappa(seen, chance, value, se, max(-1.0, value - z * se), min(1.0, value + z * se))


def gwet(table: Sequence[Sequence[int]]) -> float | None:
    """Agreement beyond chance that does not collapse when nearly all are called the same (AC1, Gwet 2008)."""
    n = float(np.sum(table))
    if n == 0:
        return None
    p: Floats = np.asarray(table, dtype=np.float64) / n
    usual = (p.sum(axis=1) + p.sum(axis=0)) / 2
    chance = float((usual * (1 - usual)).sum()) / (len(p) - 1)
    return (float(np.trace(p)) - chance) / (1 - chance) if chance < 1 else None


def e_value(ratio: float) -> float:
    """How strong an unrecorded trait would have to be to explain a ratio away (VanderWeele & Ding 2017).

    It would have to make both things that many times likelier.
    """
    if ratio <= 0:
        return float("inf")
    value = max(ratio, 1 / ratio)
    return float(value + np.sqrt(value * (value - 1)))


class Drift(NamedTuple):
    """How far two distributions lie apart, and how far chance alone would leave them in 19 of 20 cases."""

    psi: float
    critical: float

    @property
    def is_changed(self) -> bool:
        """Whether it is more than chance gives and more than trifling."""
        return self.psi > self.critical and self.psi > LEAST_PSI


def drift(before: Sequence[int], after: Sequence[int], level: float = 0.95) -> Drift | None:
    """Population stability index of counts by bin, a half added to each, with its critical value (Yurdakul 2018).

    The critical value is the chi-square quantile with one less than the bins as degrees, times 1/N + 1/M. None
    with fewer than two bins or nothing on a side.
    """
    x, y = np.asarray(before, dtype=np.float64), np.asarray(after, dtype=np.float64)
    if len(x) < 2 or x.sum() == 0 or y.sum() == 0:
        return None
    p, q = (x + 0.5) / (x + 0.5).sum(), (y + 0.5) / (y + 0.5).sum()
    psi = float(((p - q) * np.log(p / q)).sum())
    return Drift(psi, chi2_point(level, len(x) - 1) * float(1 / x.sum() + 1 / y.sum()))


def first_of(ranges: Sequence[Range]) -> list[int]:
    """Which of some shares may be the largest: those whose interval reaches into that of the largest one.

    ``ranges`` are in order of their shares, largest first.
    """
    return [place for place, each in enumerate(ranges) if each.high >= ranges[0].low] if ranges else []
