"""Few, round bins of an attribute whose leads win alike. Pure functions of counts; nothing is drawn.

Numbers are cut at the roundest number between two neighbouring percentiles; levels are put in the order of their
shrunk win rate. The cuts kept are those of the best likelihood less a price for each bin (dynamic programming over
at most ``MOST_CELLS`` cells), as in an entropy tree that is optimal instead of greedy.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import floor, log10

import numpy as np
from scipy.special import xlogy

from leadpact.evidence.calibration import rising
from leadpact.evidence.uncertainty import Floats, Ints

MOST_CELLS = 64
_BESIDE = 0.35
"""How far beside a percentile, in parts of their distance, a round number may be looked for."""
_PRIOR_LEADS = 20.0
"""Leads of the average win rate that are added to a level before levels are put in order."""
_DIGITS = 12
_CHANCE = 3.0


@dataclass(frozen=True, slots=True)
class Binning:
    """The bin of each cell, the last cell being the unknown one, and each bin's weight of evidence.

    ``gain`` is twice the log-likelihood that the bins win over no bins at all (the G of a table of counts).
    """

    bins: Ints
    evidence: Floats
    gain: float

    @property
    def trust(self) -> float:
        """How much of the evidence is likely to hold on other leads, from 0 to 1, after what chance alone gains.

        As Stein's estimate shrinks: chance gives a degree of freedom per further bin, and some three for having
        looked for the best cuts.
        """
        return max(0.0, 1.0 - (_CHANCE + len(self.evidence) - 1) / self.gain) if self.gain > 0 else 0.0


def round_between(low: float, high: float) -> float:
    """The number with the fewest digits that lies above ``low`` and not above ``high``."""
    if low < 0 <= high:
        return 0.0
    top = floor(log10(max(abs(low), abs(high), 10.0**-_DIGITS))) + 1
    for power in range(top, top - _DIGITS, -1):
        for step in (10.0**power, 5 * 10.0 ** (power - 1), 2 * 10.0 ** (power - 1)):
            number = round(float(np.floor(high / step) * step), max(0, 1 - power))
            if low < number <= high:
                return number
    return float(high)


def cuts(numbers: Floats, most: int = MOST_CELLS) -> Floats:
    """Round numbers that cut the known values into at most so many cells; a cut belongs to the cell above it."""
    known = np.sort(numbers[~np.isnan(numbers)])
    values = np.unique(known)
    if len(values) <= most:
        pairs = list(pairwise(values))
    else:
        shares = np.arange(1, most) / most
        low = np.quantile(known, shares - _BESIDE / most, method="lower")
        high = np.quantile(known, shares + _BESIDE / most, method="higher")
        pairs = []
        for a, b in zip(low, high, strict=True):
            place = int(np.searchsorted(values, a))
            if a < b:
                pairs.append((a, b))
            elif place > 0:
                pairs.append((values[place - 1], a))
    return np.unique(np.array([round_between(float(a), float(b)) for a, b in pairs], dtype=np.float64))


def evidence(won: Floats, leads: Floats) -> Floats:
    """Weight of evidence of each bin: the log of its odds to win over the odds of all, with one added to each count.

    Adding one win and one lead that was not won to each bin draws bins of few leads towards nothing.
    """
    lost = leads - won
    many = len(leads)
    found: Floats = np.log((won + 1) / (won.sum() + many)) - np.log((lost + 1) / (lost.sum() + many))
    return found


def bins(
    won: Floats, leads: Floats, *, is_level: bool, rises: int, most: int, least: float, price: float,
    is_asked: bool = False,
) -> Binning:  # fmt: skip
    """Bins of an attribute's cells, from wins and leads per cell; the last cell holds the unknown and stays alone.

    At most ``most`` bins of at least ``least`` leads each; a further bin must raise the log-likelihood by ``price``.
    ``rises`` 1 or -1 holds the win rate to rise or fall with the number; ``is_asked``: see ``not_above_known``.
    """
    cells = len(leads) - 1
    share = (won.sum() + 1) / (leads.sum() + 2)
    order = np.arange(cells)
    if is_level:
        order = np.argsort((won[:-1] + _PRIOR_LEADS * share) / (leads[:-1] + _PRIOR_LEADS), kind="stable")
    elif rises < 0:
        order = order[::-1]
    pools = _pools(won[order], leads[order]) if rises and not is_level else np.arange(cells)
    many = int(pools[-1]) + 1 if cells else 0
    ends = best_cuts(_summed(pools, won[order], many), _summed(pools, leads[order], many), most, least, price)
    place = np.empty(cells + 1, dtype=np.int64)
    place[order] = np.searchsorted(ends, pools, side="right") - 1
    if rises < 0:
        place[order] = len(ends) - 2 - place[order]
    place[cells] = max(len(ends) - 1, 0)
    total = int(place[cells]) + 1
    wins, all_ = _summed(place, won, total), _summed(place, leads, total)
    gain = 2 * float(likelihood(wins, all_).sum() - likelihood(won.sum(), leads.sum()))
    worth = evidence(wins, all_)
    return Binning(place, not_above_known(worth, all_) if is_asked else worth, gain)


def not_above_known(worth: Floats, leads: Floats) -> Floats:
    """The same, with the unknown (the last one) worth no more than the known are on average.

    Else leads would be better off for not having been asked.
    """
    if len(worth) < 2 or leads[:-1].sum() <= 0:
        return worth
    found = worth.copy()
    found[-1] = min(found[-1], float(np.average(worth[:-1], weights=leads[:-1])))
    return found


def _summed(place: Ints, counts: Floats, many: int) -> Floats:
    return np.bincount(place, counts, many).astype(np.float64)


def likelihood(won: Floats, leads: Floats) -> Floats:
    """The log-likelihood of counts at their own win rate."""
    found: Floats = xlogy(won, won) + xlogy(leads - won, leads - won) - xlogy(leads, leads)
    return found


def _pools(won: Floats, leads: Floats) -> Ints:
    """The pool of each cell, so that win rates rise from pool to pool."""
    rates = rising(won.tolist(), np.maximum(leads, 1e-9).tolist())
    return np.concatenate([[0], np.cumsum(np.diff(rates) > 0)]).astype(np.int64)


def best_cuts(won: Floats, leads: Floats, most: int, least: float, price: float) -> Ints:
    """Where the best bins of cells in a row begin, and at last where they end."""
    cells = len(leads)
    if cells == 0:
        return np.zeros(1, dtype=np.int64)
    value = _values(won, leads, least) - price
    reached, came = [value[0]], [np.zeros(cells + 1, dtype=np.int64)]
    for _ in range(1, most):
        further = reached[-1][:, None] + value
        came.append(np.argmax(further, axis=0))
        reached.append(further.max(axis=0))
    many = int(np.argmax([each[cells] for each in reached]))
    ends = [cells]
    if np.isfinite(reached[many][cells]):
        for step in range(many, 0, -1):
            ends.append(int(came[step][ends[-1]]))
    return np.array([0, *ends[::-1]], dtype=np.int64)


def _values(won: Floats, leads: Floats, least: float) -> Floats:
    """The log-likelihood of each run of cells [i, j) as one bin; minus infinity where it holds too few leads."""
    k, n = np.concatenate([[0.0], np.cumsum(won)]), np.concatenate([[0.0], np.cumsum(leads)])
    wins, all_ = k[None, :] - k[:, None], n[None, :] - n[:, None]
    is_run = np.triu(np.ones_like(all_, dtype=bool), 1) & (all_ >= least)
    wins, all_ = np.where(is_run, wins, 0.0), np.where(is_run, all_, 0.0)
    return np.where(is_run, likelihood(wins, all_), -np.inf)
