"""Tails and percentage points of the distributions behind the ranges.

The same numbers as ``scipy.stats`` gives, from the functions under it: loading these costs a tenth of the time, and
every process that shows a figure pays for it.
"""

from __future__ import annotations

from math import ceil

from scipy import special


def normal_tail(x: float) -> float:
    """The chance that a standard normal variable lies above x."""
    return float(special.ndtr(-x))


def chi2_tail(x: float, df: int) -> float:
    """The chance that a chi-square variable with ``df`` degrees of freedom lies above x."""
    return float(special.chdtrc(df, x))


def chi2_point(p: float, df: int) -> float:
    """The point below which a chi-square variable lies with chance p."""
    return float(special.chdtri(df, 1 - p))


def t_tail(x: float, df: float) -> float:
    """The chance that Student's t lies above x."""
    return float(special.stdtr(df, -x))


def t_point(p: float, df: float) -> float:
    """The point below which Student's t lies with chance p."""
    return float(special.stdtrit(df, p))


def binomial_at_most(k: int, n: int, p: float) -> float:
    """The chance of at most k successes in n trials."""
    return 0.0 if k < 0 else 1.0 if k >= n else float(special.bdtr(k, n, p))


def binomial_at_least(k: int, n: int, p: float) -> float:
    """The chance of at least k successes in n trials."""
    return 1.0 if k <= 0 else 0.0 if k > n else float(special.bdtrc(k - 1, n, p))


def binomial_point(chance: float, n: int, p: float) -> int:
    """The least number of successes that is not exceeded with at least this chance (0 < chance < 1)."""
    if p <= 0 or n == 0:
        return 0
    if p >= 1:
        return n
    enough = chance * (1 - 1e-12)  # So that a tie is one.
    found = min(max(ceil(float(special.bdtrik(chance, n, p))), 0), n)
    while found > 0 and binomial_at_most(found - 1, n, p) >= enough:
        found -= 1
    while found < n and binomial_at_most(found, n, p) < enough:
        found += 1
    return found
