"""How well a number foretells an outcome, from counts by that number. Pure functions, seeded where they draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from leadpact.evidence.uncertainty import Floats, Ints

DRAWS, SEED = 1000, 20_110_303
MOST_RANKS = 1_000
LEARNING_DRAWS = 300
HALF = 0.5
"""Added to each pool of shares that are drawn from."""
_NO_SPREAD = 1e-12


class Interval(NamedTuple):
    """A value with its range."""

    value: float
    low: float
    high: float


def rising(events: Sequence[int], leads: Sequence[int], half: float = 0.0) -> Floats:
    """The closest shares that never fall along the order given (pooling adjacent violators).

    ``half`` an event and twice that of a lead are added to each pool; with 0.5 no share is 0 or 1, as is needed to
    draw from them, but pools of few leads may then fall again.
    """
    pools: list[list[float]] = []
    for k, n in zip(events, leads, strict=True):
        pools.append([float(k), float(n), 1.0])
        while len(pools) > 1 and pools[-2][0] * pools[-1][1] >= pools[-1][0] * pools[-2][1]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return np.concatenate([np.full(int(many), (k + half) / (n + 2 * half)) for k, n, many in pools]).astype(np.float64)


def equal_bins(leads: Ints, bins: int = 10) -> Ints:
    """The bin of each row, so that bins hold about as many leads each; leads of one row stay together."""
    middle = np.cumsum(leads) - leads / 2
    places: Ints = np.minimum((bins * middle / leads.sum()).astype(np.int64), bins - 1)
    return places


@dataclass(frozen=True, slots=True)
class Calibration:
    """What came against what was foretold, per bin and in all.

    ``error`` is the expected calibration error over the bins, ``by_chance`` what a perfect score would stay below
    in 19 of 20 cases. ``z`` is Spiegelhalter's: beyond 1.96 either way the foretold shares do not fit. Of shares that
    were learned from few leads chance alone drives it further; see ``learned_chance``.
    """

    leads: Ints
    events: Ints
    foretold: Floats
    low: Floats
    high: Floats
    error: float
    by_chance: float
    z: float


def calibration(bins: Ints, foretold: Floats, events: Ints, leads: Ints) -> Calibration:
    """Reliability by bin with the range that chance gives a perfect score, from seeded binomial draws.

    Arrays by row: its bin, the share foretold, events and leads.
    """
    places = np.unique(bins)
    member = (bins[None, :] == places[:, None]).astype(np.int64)
    n, k = member @ leads, member @ events
    expected = member @ (foretold * leads) / n
    drawn = np.random.default_rng(SEED).binomial(leads, foretold, size=(DRAWS, len(leads))) @ member.T
    low, high = np.percentile(drawn / n, [2.5, 97.5], axis=0)
    weights = n / n.sum()
    error = float(weights @ np.abs(k / n - expected))
    by_chance = float(np.percentile(np.abs(drawn / n - expected) @ weights, 95))
    return Calibration(n, k, expected, low, high, error, by_chance, _spiegelhalter(foretold, events, leads))


def _spiegelhalter(foretold: Floats, events: Ints, leads: Ints) -> float:
    tilt = 1 - 2 * foretold
    spread = float((leads * tilt**2 * foretold * (1 - foretold)).sum())
    return float(((events - leads * foretold) * tilt).sum() / np.sqrt(spread)) if spread > _NO_SPREAD else 0.0


class Learned(NamedTuple):
    """Shares learned by rising points, and the leads they were learned from."""

    points: Floats
    shares: Floats
    leads: Ints

    def foretell(self, points: Floats, shares: Floats | None = None) -> Floats:
        """The share at other points, straight between those learned from."""
        found: Floats = np.interp(points, self.points, self.shares if shares is None else shares)
        return found


class Chance(NamedTuple):
    """What chance alone gives shares that still hold: ``error`` at most and ``z`` between, in 19 of 20 cases."""

    error: float
    z_low: float
    z_high: float


def learned_chance(learned: Learned, points: Floats, bins: Ints, leads: Ints) -> Chance:
    """The error and Spiegelhalter's z of shares that still hold, though learned from so few leads.

    Both halves are drawn anew from the learned shares, and learned and held against each other again.
    """
    places = np.unique(bins)
    member = (bins[None, :] == places[:, None]).astype(np.int64)
    n = member @ leads
    rng = np.random.default_rng(SEED)
    truth = learned.foretell(points)
    errors, zs = [], []
    for _ in range(LEARNING_DRAWS):
        again = rising(rng.binomial(learned.leads, learned.shares).tolist(), learned.leads.tolist(), HALF)
        events = rng.binomial(leads, truth)
        foretold = learned.foretell(points, again)
        errors.append(float(np.abs(member @ events - member @ (foretold * leads)).sum() / n.sum()))
        zs.append(_spiegelhalter(foretold, events, leads))
    z_low, z_high = np.percentile(zs, [2.5, 97.5])
    return Chance(float(np.percentile(errors, 95)), float(z_low), float(z_high))


def concordance(events: Ints, others: Ints) -> Interval | None:
    """How often, of one with and one without the event, the one with it ranks higher; equal ranks count half.

    Counts by rank, lowest first. The range comes from seeded multinomial draws of both. None where a side is empty.
    """
    if events.sum() == 0 or others.sum() == 0:
        return None
    value = float(_concordant(events[None], others[None])[0])
    if len(events) > MOST_RANKS:  # The range of so many ranks is that of neighbouring ones taken together.
        bins = equal_bins(events + others, MOST_RANKS)
        events, others = (np.bincount(bins, side, MOST_RANKS).astype(np.int64) for side in (events, others))
    rng = np.random.default_rng(SEED)
    with_it = rng.multinomial(int(events.sum()), events / events.sum(), size=DRAWS)
    without = rng.multinomial(int(others.sum()), others / others.sum(), size=DRAWS)
    low, high = np.percentile(_concordant(with_it, without), [2.5, 97.5])
    return Interval(value, min(float(low), value), max(float(high), value))


def _concordant(events: Ints, others: Ints) -> Floats:
    below = np.cumsum(others, axis=1) - others / 2
    shares: Floats = (events * below).sum(axis=1) / (events.sum(axis=1) * others.sum(axis=1))
    return shares
