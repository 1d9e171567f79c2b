"""One crossed attribute: two things that together tell more than the sum of what each tells; found, then tried.

Where two conditions hold at once a lead gets further points. Which two is looked for over all pairs of attributes
and all runs of their bins: how much the log odds of the leads with both differ from what each alone gives (the
interaction of a table of two by two, one step of Newton's from the sums without it). Each of the two must tell
something alone, in the bins it has. The search is made again without each fold, and what it finds is tried on that
fold; only what pays there, beyond noise, is proposed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

import numpy as np
from scipy.special import expit

from leadpact.evidence.learning_weights import drawn_to
from leadpact.evidence.uncertainty import Floats, Ints

BEYOND_NOISE = 3.0
"""So many standard errors must the gain on held-out leads be above nothing; of 200 histories that only add up one
gets a pair by that."""
LEAST_GAIN = 0.01
"""The least gain, as a part of what the table without it explains: less is not worth a row with two conditions."""
LEAST_ALIKE = 0.5
"""In so large a part of the folds the search must find the same two attributes."""
LEAST_SHARE = 0.01
LEAST_LEADS = 30
_PULL = 20.0


class Binned(NamedTuple):
    """An attribute in bins, by lead: the last of ``many`` bins is the unknown, which is never crossed."""

    places: Ints
    many: int
    rises: int
    is_level: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two attributes by their places, and which bins of each take part."""

    first: int
    second: int
    of_first: tuple[int, ...]
    of_second: tuple[int, ...]

    def both(self, binned: Sequence[Binned]) -> Ints:
        """Per lead, 1 where both hold."""
        found: Ints = self.sides(binned).prod(axis=1)
        return found

    def sides(self, binned: Sequence[Binned]) -> Ints:
        """Per lead, whether the first holds and whether the second does."""
        own = (
            np.isin(binned[self.first].places, self.of_first),
            np.isin(binned[self.second].places, self.of_second),
        )
        return np.column_stack(own).astype(np.int64)


def sought(binned: Sequence[Binned], score: Floats, lighter: Floats, won: Ints, folds: Ints) -> Pair | None:
    """The pair of conditions that pays on leads it was not found with; None where none does.

    ``score``: log odds of each lead without it, learned from other leads; ``lighter``: those of the table that
    would be left beside it, where an attribute has to make room.
    """
    if len(binned) < 2:
        return None
    found = strongest(binned, score, won)
    if found is None:
        return None
    gains, alike = np.zeros(len(won)), 0
    parts = np.unique(folds)
    for fold in parts:
        is_here = folds == fold
        rest = [each._replace(places=each.places[~is_here]) for each in binned]
        pair = strongest(rest, score[~is_here], won[~is_here])
        if pair is None:
            continue
        alike += {pair.first, pair.second} == {found.first, found.second}
        gains[is_here] = _gains(pair.sides(binned), score, lighter, won, is_here)
    noise = gains.std() / np.sqrt(len(won))
    least = max(BEYOND_NOISE * noise, LEAST_GAIN * _explained(score, won))
    return found if alike >= LEAST_ALIKE * len(parts) and gains.mean() > least else None


def strongest(binned: Sequence[Binned], score: Floats, won: Ints) -> Pair | None:
    """The two runs of bins whose leads have most above what both give alone, by its standard error."""
    line = drawn_to(score[:, None], won, np.ones(1), 1e-6)
    chance = expit(line[0] + line[1] * score)
    left, weight = won - chance, chance * (1 - chance)
    runs = [_runs(each) for each in binned]
    least = max(LEAST_LEADS, LEAST_SHARE * len(won))
    best, found = 0.0, None
    for first, second in combinations(range(len(binned)), 2):
        if not len(runs[first]) or not len(runs[second]):
            continue
        above = _above(binned[first], binned[second], runs[first], runs[second], (left, weight), least)
        at = np.unravel_index(int(np.argmax(above)), above.shape)
        if above[at] > best:
            best = float(above[at])
            own = (tuple(int(each) for each in np.flatnonzero(runs[first][at[0]])),)
            other = (tuple(int(each) for each in np.flatnonzero(runs[second][at[1]])),)
            found = Pair(first, second, own[0], other[0])
    return found


def _runs(binned: Binned) -> Ints:
    """Bins that may take part together, one set a row: a run to either end, and single levels.

    Where more is never to be worth less only a run to the top may, and the other way round.
    """
    known = binned.many - 1
    rows = []
    if binned.rises >= 0:
        rows += [np.arange(binned.many) >= low for low in range(1, known)]
    if binned.rises <= 0:
        rows += [np.arange(binned.many) < high for high in range(1, known)]
    if binned.is_level:
        rows += [np.arange(binned.many) == place for place in range(1, known - 1)]
    found = np.array(rows, dtype=np.int64).reshape(len(rows), binned.many)
    found[:, known] = 0
    return found


def _above(
    one: Binned, other: Binned, own: Ints, others: Ints, sums: tuple[Floats, Floats], least: float
) -> Floats:  # fmt: skip
    """Per set of bins of both: the interaction of two by two, by its standard error; 0 where leads are too few."""
    cell = one.places * other.many + other.places
    size, shape = one.many * other.many, (one.many, other.many)
    left, weight = (np.bincount(cell, each, size).reshape(shape) for each in sums)
    leads = np.bincount(cell, minlength=size).reshape(shape)
    slope, spread = np.zeros((len(own), len(others))), np.zeros((len(own), len(others)))
    is_enough = np.ones((len(own), len(others)), dtype=bool)
    for mine, theirs, sign in (
        (own, others, 1), (1 - own, others, -1), (own, 1 - others, -1), (1 - own, 1 - others, 1),
    ):  # fmt: skip
        bend = np.maximum(mine @ weight @ theirs.T, 1e-9)
        slope += sign * (mine @ left @ theirs.T) / bend
        spread += 1 / bend
        is_enough &= (mine @ leads @ theirs.T) >= least
    return np.where(is_enough, slope / np.sqrt(spread), 0.0)


def _gains(sides: Ints, score: Floats, lighter: Floats, won: Ints, is_here: Ints) -> Floats:
    """What each held-out lead's log likelihood gains by the further points of both, fitted on the others."""
    without = np.column_stack([score, sides])
    with_both = np.column_stack([lighter, sides, sides.prod(axis=1)])
    losses = []
    for columns in (without, with_both):
        begin = np.array([1.0, *np.zeros(columns.shape[1] - 1)])
        weights = drawn_to(columns[~is_here], won[~is_here], begin, _PULL, is_free=True)
        told = weights[0] + columns[is_here] @ weights[1:]
        losses.append(np.logaddexp(0.0, told) - won[is_here] * told)
    found: Floats = losses[0] - losses[1]
    return found


def _explained(score: Floats, won: Ints) -> float:
    """How much less the loss is with the scores than with the win rate alone, per lead."""
    line = drawn_to(score[:, None], won, np.ones(1), 1e-6)
    told = line[0] + line[1] * score
    rate = float(np.clip(won.mean(), 1e-9, 1 - 1e-9))
    alone = -(rate * np.log(rate) + (1 - rate) * np.log(1 - rate))
    return max(0.0, float(alone - np.mean(np.logaddexp(0.0, told) - won * told)))
