"""Ranges and guards for counts. Pure functions; intervals are 95% unless a level is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from leadpact.evidence.distributions import binomial_at_least, binomial_at_most, binomial_point, chi2_point, normal_tail

Z95 = 1.959963984540054
FEW, ENOUGH = 10, 30
"""Below FEW no percentage is given; below ENOUGH it is shown in grey with its range."""
Support = Literal["none", "few", "enough"]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Range(NamedTuple):
    """A lower and an upper bound."""

    low: float
    high: float


def support(n: int) -> Support:
    """Whether n is too few to say (none), to be read with care (few), or enough."""
    return "none" if n < FEW else "few" if n < ENOUGH else "enough"


def wilson(k: int, n: int, z: float = Z95) -> Range:
    """Score interval of a share k of n (Wilson 1927); (0, 1) when n is 0."""
    if n == 0:
        return Range(0.0, 1.0)
    p = k / n
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    low = 0.0 if k == 0 else float(centre - half)
    high = 1.0 if k == n else float(centre + half)
    return Range(max(0.0, low), min(1.0, high))


def newcombe(k1: int, n1: int, k2: int, n2: int, z: float = Z95) -> Range:
    """Interval of the difference k1/n1 - k2/n2 (Newcombe 1998, method 10)."""
    p1, p2 = k1 / n1, k2 / n2
    (l1, u1), (l2, u2) = wilson(k1, n1, z), wilson(k2, n2, z)
    low = p1 - p2 - np.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2)
    high = p1 - p2 + np.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)
    return Range(float(low), float(high))


def goodman(counts: Sequence[int], level: float = 0.95) -> list[Range]:
    """Simultaneous intervals of the shares of a total (Goodman 1965)."""
    n, many = sum(counts), len(counts)
    chi = chi2_point(1 - (1 - level) / many, 1)
    found = []
    for count in counts:
        p = count / n
        half = np.sqrt(chi * chi + 4 * n * p * (1 - p) * chi)
        found.append(
            Range(
                max(0.0, float((chi + 2 * n * p - half) / (2 * (chi + n)))),
                min(1.0, float((chi + 2 * n * p + half) / (2 * (chi + n)))),
            )
        )
    return found


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """Adjusted p-values in the given order (Benjamini & Hochberg 1995); name those at or below 0.05."""
    if not p_values:
        return []
    p = np.asarray(p_values, dtype=np.float64)
    order = np.argsort(-p, kind="stable")
    rank = len(p) - np.arange(len(p))
    adjusted = np.empty_like(p)
    adjusted[order] = np.minimum(1.0, np.minimum.accumulate(p[order] * len(p) / rank))
    return [float(q) for q in adjusted]


class Prior(NamedTuple):
    """What is known of a rate before its own counts: mean, and the strength in counts (infinite: no spread seen)."""

    mean: float
    strength: float

    def shrunk(self, k: int, n: int) -> float:
        """The rate k of n drawn towards the mean."""
        if np.isinf(self.strength):
            return self.mean
        return (k + self.strength * self.mean) / (n + self.strength)


def prior_by_moments(rates: Sequence[float]) -> Prior:
    """Beta prior from the plain mean and variance of rates (Gelman et al., Bayesian Data Analysis, 5.1).

    The Beta's parameters are mean x strength and (1 - mean) x strength.
    """
    mean, variance = float(np.mean(rates)), float(np.var(rates, ddof=1))
    return _prior(mean, variance)


def kleinman(ks: Sequence[int], ns: Sequence[int]) -> Prior:
    """Beta prior from counts of different size (Kleinman 1973); no spread beyond chance: everybody gets the mean."""
    k, n = np.asarray(ks, dtype=np.float64), np.asarray(ns, dtype=np.float64)
    k, n = k[n > 0], n[n > 0]
    if len(n) == 0:
        return Prior(0.0, float("inf"))
    w = n / n.sum()
    p = k / n
    mean = float((w * p).sum())
    spread = float((w * (1 - w)).sum())
    chance = float((w * (1 - w) / n).sum())
    if spread - chance <= 0:
        return Prior(mean, float("inf"))
    variance = (float((w * (p - mean) ** 2).sum()) - mean * (1 - mean) * chance) / (spread - chance)
    return _prior(mean, variance)


def _prior(mean: float, variance: float) -> Prior:
    if variance <= 0 or mean <= 0 or mean >= 1:
        return Prior(mean, float("inf"))
    return Prior(mean, max(0.0, mean * (1 - mean) / variance - 1))


def outside(k: int, n: int, rate: float, level: float = 0.998) -> Literal["below", "above", "within"]:
    """Where k of n lies against the exact binomial limits around a rate; each tail is (1 - level) / 2."""
    tail = (1 - level) / 2
    if binomial_at_most(k, n, rate) < tail:
        return "below"
    if binomial_at_least(k, n, rate) < tail:
        return "above"
    return "within"


def limits(n: int, rate: float, level: float = 0.998) -> Range:
    """The shares of n between which nothing is said: the smallest and largest that ``outside`` calls within."""
    tail = (1 - level) / 2
    low = binomial_point(tail, n, rate)
    high = binomial_point(1 - tail, n, rate)
    return Range(max(0, low) / n, min(n, high) / n)


def overdispersion(ks: Sequence[int], ns: Sequence[int], rate: float) -> float:
    """How much more shares k of n spread around a rate than chance gives (Spiegelhalter 2005); 1 where no more.

    The mean of z squared, the outermost tenth on each side drawn in. It is taken for more than 1 only when more
    than chance allows lie outside the 99.8% limits, and never for fewer than ten shares.
    """
    flagged = sum(outside(k, n, rate) != "within" for k, n in zip(ks, ns, strict=True))
    many = len(ns)
    if many < FEW or not 0 < rate < 1 or flagged <= binomial_point(0.95, many, 0.002):
        return 1.0
    k, n = np.asarray(ks, dtype=np.float64), np.asarray(ns, dtype=np.float64)
    z = (k / n - rate) / np.sqrt(rate * (1 - rate) / n)
    low, high = np.quantile(z, [0.1, 0.9])
    return max(1.0, float(np.mean(np.clip(z, low, high) ** 2)))


def difference_p(value: float, se: float, other: float, other_se: float) -> float:
    """Two-sided p-value of the difference of two independent normal estimates; 1 where both are exact and equal."""
    se_both = float(np.hypot(se, other_se))
    if se_both == 0:
        return 1.0 if value == other else 0.0
    return 2 * normal_tail(abs(value - other) / se_both)


def multinomial_draws(at_risk: Ints, outcomes: Ints, draws: int, rng: np.random.Generator) -> Ints:
    """Fresh counts for each row of a life table, drawn from its own shares.

    ``at_risk`` has shape (rows,), ``outcomes`` (rows, kinds) with row sums of at most at_risk. Gives
    (draws, rows, kinds). Rows without anybody at risk stay 0.
    """
    n = np.maximum(at_risk, 1)[:, None]
    shares = np.concatenate([outcomes / n, 1 - outcomes.sum(axis=1, keepdims=True) / n], axis=1)
    shares = np.clip(shares, 0.0, 1.0)
    shares /= shares.sum(axis=1, keepdims=True)
    drawn: Ints = rng.multinomial(at_risk, shares, size=(draws, len(at_risk)))
    return drawn[:, :, :-1]


def percentile_band(drawn: Any, level: float = 0.95) -> tuple[Floats, Floats]:
    """Lower and upper bound along the first axis of draws."""
    tail = 100 * (1 - level) / 2
    low, high = np.percentile(drawn, [tail, 100 - tail], axis=0)
    return low, high
