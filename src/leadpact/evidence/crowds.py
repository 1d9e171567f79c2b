"""Two crowds by segment: how alike they are, how alike chance would leave them, and which segments differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadpact.evidence.uncertainty import Z95, Floats, Range

DRAWS = 1000
SEED = 20_210_407
LEAST_EXPECTED = 5


def pooled(visitors: Sequence[int], customers: Sequence[int]) -> list[bool]:
    """Which segments stand alone; the smallest ones go together until each side expects at least five everywhere.

    Segments are in any order; a tie goes to the later one.
    """
    both = np.asarray(visitors, dtype=np.float64) + np.asarray(customers, dtype=np.float64)
    whole = both.sum()
    smaller = min(sum(visitors), sum(customers)) / whole if whole else 0.0
    alone = [True] * len(both)
    order = sorted(range(len(both)), key=lambda place: (both[place], -place))
    together = 0.0
    for place in order:
        is_small = both[place] * smaller < LEAST_EXPECTED
        if not is_small and (together == 0.0 or together * smaller >= LEAST_EXPECTED):
            break
        alone[place] = False
        together += both[place]
    return alone


def katz(x: int, n: int, y: int, m: int, z: float = Z95) -> Range:
    """Interval of the ratio (x/n) / (y/m) of two shares that are not 0 (Katz et al. 1978)."""
    ratio = (x / n) / (y / m)
    half = z * float(np.sqrt(1 / x - 1 / n + 1 / y - 1 / m))
    return Range(float(ratio * np.exp(-half)), float(ratio * np.exp(half)))


@dataclass(frozen=True, slots=True)
class Alike:
    """Overlap (sum of the smaller shares) and Jensen-Shannon divergence (base 2), each beside what chance leaves.

    Were both one crowd, 95 of 100 draws of the same sizes would overlap at least ``overlap_by_chance`` and diverge
    at most ``divergence_by_chance``.
    """

    overlap: float
    overlap_by_chance: float
    divergence: float
    divergence_by_chance: float

    @property
    def is_different(self) -> bool:
        """Whether the crowds differ by more than chance gives."""
        return self.divergence > self.divergence_by_chance


def alike(visitors: Sequence[int], customers: Sequence[int]) -> Alike:
    """How alike two crowds are, with chance levels from 1,000 multinomial draws of the pooled mix, fixed seed."""
    x, y = np.asarray(visitors, dtype=np.int64), np.asarray(customers, dtype=np.int64)
    mix = (x + y) / (x.sum() + y.sum())
    rng = np.random.default_rng(SEED)
    p = rng.multinomial(int(x.sum()), mix, size=DRAWS) / x.sum()
    q = rng.multinomial(int(y.sum()), mix, size=DRAWS) / y.sum()
    own_p, own_q = x / x.sum(), y / y.sum()
    return Alike(
        float(np.minimum(own_p, own_q).sum()),
        float(np.percentile(np.minimum(p, q).sum(axis=1), 5)),
        float(divergence(own_p[None, :], own_q[None, :])[0]),
        float(np.percentile(divergence(p, q), 95)),
    )


def divergence(p: Floats, q: Floats) -> Floats:
    """Jensen-Shannon divergence of distributions by row, in bits: 0 where they are the same, at most 1."""
    middle = (p + q) / 2
    found: Floats = (_kl(p, middle) + _kl(q, middle)) / 2
    return found


def _kl(p: Floats, q: Floats) -> Floats:
    ratio = np.divide(p, q, out=np.ones_like(p), where=(p > 0) & (q > 0))
    summed: Floats = (p * np.log2(ratio, out=np.zeros_like(p), where=ratio > 0)).sum(axis=1)
    return summed
