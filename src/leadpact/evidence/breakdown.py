"""A common goal broken down into what must happen before it: wins, leads accepted, handed over, found.

Each step divides by a measured rate. The range is that of a product of independent factors on the log scale: the
relative variances add up, ((1 - p) / (n p) of a share, sd^2 / (n mean^2) of a mean), and 95% lies within 1.96 of their
root. A step with too little history, and every one behind it, is refused.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal, NamedTuple

LEAST_OF, LEAST_HITS = 10, 5
"""A rate of fewer than so many, or of fewer such among them, is not used."""
_Z95 = 1.959963984540054
Refused = Literal["", "few", "none", "before"]
"""Why nothing is said: too few, none at all, or a step nearer to the goal says nothing."""


class Mean(NamedTuple):
    """The mean of n amounts, with their standard deviation."""

    n: int
    mean: float
    deviation: float


class Rate(NamedTuple):
    """k of n leads that came to the step before also came to this one; ``name`` is the step that n counts."""

    name: str
    k: int
    n: int


class Needed(NamedTuple):
    """How many of something the goal needs, with its range; empty where ``why`` says why not."""

    name: str
    value: float | None
    low: float | None
    high: float | None
    why: Refused = ""

    def verdict(self, done: float, share: float) -> Literal["ahead", "behind", "on_pace", "none"]:
        """How what was done stands to the share of the period that is gone: apart only outside the range."""
        if self.low is None or self.high is None or share <= 0:
            return "none"
        if done < math.floor(self.low * share):
            return "behind"
        return "ahead" if done > math.ceil(self.high * share) else "on_pace"


def mean_of(amounts: Sequence[float]) -> Mean:
    """The mean of amounts; the deviation is 0 for fewer than two."""
    n = len(amounts)
    if n == 0:
        return Mean(0, 0.0, 0.0)
    mean = math.fsum(amounts) / n
    apart = math.fsum((each - mean) ** 2 for each in amounts)
    return Mean(n, mean, math.sqrt(apart / (n - 1)) if n > 1 else 0.0)


def broken_down(target: float, amount: Mean | None, rates: Sequence[Rate]) -> tuple[Needed, ...]:
    """Wins first, then what each rate needs before, in order. Without an amount the target counts wins already."""
    value, variance, why = float(target), 0.0, _usable(amount)
    if amount is not None and why == "":
        value /= amount.mean
        variance += (amount.deviation / amount.mean) ** 2 / amount.n
    found = [_needed("won", value, variance, why)]
    for rate in rates:
        own: Refused = (
            "none" if rate.n == 0 or rate.k == 0 else "few" if rate.k < LEAST_HITS or rate.n < LEAST_OF else ""
        )
        why = "before" if why else own
        if why == "":
            p = min(1.0, rate.k / rate.n)
            value /= p
            variance += (1 - p) / (rate.n * p)
        found.append(_needed(rate.name, value, variance, why))
    return tuple(found)


def _usable(amount: Mean | None) -> Refused:
    if amount is None:
        return ""
    if amount.n == 0 or amount.mean <= 0:
        return "none"
    return "few" if amount.n < LEAST_OF else ""


def _needed(name: str, value: float, variance: float, why: Refused) -> Needed:
    if why:
        return Needed(name, None, None, None, why)
    times = math.exp(_Z95 * math.sqrt(variance))
    return Needed(name, value, value / times, value * times)


__all__ = ["LEAST_HITS", "LEAST_OF", "Mean", "Needed", "Rate", "Refused", "broken_down", "mean_of"]
