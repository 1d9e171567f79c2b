"""What another line between good and other leads would have meant in the past. Pure functions of arrays.

Volume and who changes side are exact. Outcomes are a range, because who was never handed over has none: selective
labels (Lakkaraju et al. 2017). Leads that are won are known wins; of those that pass and were never worked on at most
as many are won as of those worked on with about as many points (people hand over the better ones of a band), and a
slice let through by chance says how many. All were measured on simulated companies whose truth is known; see
``docs/explanation/replay.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from leadpact.evidence.tally import Bools
from leadpact.evidence.uncertainty import FEW, Z95, Ints

BAND = 10
MOST_BANDS = 20
PERCENTILE = 90


@dataclass(frozen=True, slots=True)
class Past:
    """Leads with what became of them, as arrays: ``is_seen`` where an outcome is known or may still come.

    ``is_tried`` are those let through by chance below the line; they are seen too.
    """

    total: Ints
    is_seen: Bools
    is_won: Bools
    is_tried: Bools


class Tried(NamedTuple):
    """Wins by the slice that was let through by chance, with its range, and from how many leads that is."""

    value: float
    low: float
    high: float
    leads: int


class Wins(NamedTuple):
    """How many of some leads are won, were they all handed over.

    ``known`` is counted; ``at_most`` adds the unseen by the rate of the seen in their band, None where a band has too
    few; ``without_assumption`` takes all unseen for won. ``unseen`` were never worked on; ``never_tried`` of them lie
    in bands where fewer than ten were.
    """

    leads: int
    known: int
    at_most: float | None
    without_assumption: int
    unseen: int
    never_tried: int
    tried: Tried | None


class Band(NamedTuple):
    """Leads of a band of points: from ``low`` up to, not including, ``high``; seen and won of them, and unseen.

    ``share`` of the seen is won, None under ten.
    """

    low: int
    high: int
    seen: int
    won: int
    unseen: int

    @property
    def share(self) -> float | None:
        """Won of the seen; None where they are too few to say."""
        return self.won / self.seen if self.seen >= FEW else None


def edges(total: Ints) -> Ints:
    """Lower edges of the bands of points, and the upper edge of the last; never more than twenty bands."""
    if len(total) == 0:
        return np.array([0, BAND], dtype=np.int64)
    low, high = int(total.min()), int(total.max())
    width = max(BAND, BAND * -(-(high - low + 1) // (MOST_BANDS * BAND)))
    first = width * (low // width)
    return np.arange(first, high + width + 1, width, dtype=np.int64)


def bands(past: Past, among: Bools) -> list[Band]:
    """The bands of points with what is known of the leads among some; rates are of all seen but those let through."""
    cut = edges(past.total)
    place = np.searchsorted(cut, past.total, side="right") - 1
    many = len(cut) - 1
    judged = past.is_seen & ~past.is_tried
    seen = np.bincount(place[judged], minlength=many)
    won = np.bincount(place[judged & past.is_won], minlength=many)
    unseen = np.bincount(place[among & ~past.is_seen], minlength=many)
    return [Band(int(cut[at]), int(cut[at + 1]), int(seen[at]), int(won[at]), int(unseen[at])) for at in range(many)]


def wins(past: Past, passes: Bools) -> Wins:
    """What is known of the wins among the leads that pass (or, on the other side of the line, that do not)."""
    known = int((passes & past.is_won).sum())
    unseen = passes & ~past.is_seen & ~past.is_won
    found = bands(past, unseen)
    never = sum(each.unseen for each in found if each.share is None)
    added = sum(each.unseen * each.share for each in found if each.share is not None)
    many = int(unseen.sum())
    return Wins(
        leads=int(passes.sum()),
        known=known,
        at_most=known + added if many == 0 or never < many else None,
        without_assumption=known + many,
        unseen=many,
        never_tried=never,
        tried=_tried(past, known, unseen),
    )


def _tried(past: Past, known: int, unseen: Bools) -> Tried | None:
    """Known wins and those of the unseen by the rates of the slice, in bands of at least ten of it.

    The range is that of a sample of each band without putting back. None where fewer than ten were let through, or
    where nothing is unseen.
    """
    tried = past.is_tried & past.is_seen
    if tried.sum() < FEW or not unseen.any():
        return None
    cut = edges(past.total)
    place = np.searchsorted(cut, past.total, side="right") - 1
    counts = np.stack(
        [np.bincount(place[each], minlength=len(cut) - 1) for each in (tried, tried & past.is_won, unseen)]
    )
    value, variance = float(known), 0.0
    for n, k, u in _pooled(counts):
        value += k / n * u
        p = (k + 0.5) / (n + 1)
        variance += u * u * p * (1 - p) / n * max(0.0, 1 - n / u) if u else 0.0
    half = Z95 * variance**0.5
    return Tried(value, max(float(known), value - half), value + half, int(tried.sum()))


def _pooled(counts: Ints) -> list[tuple[int, int, int]]:
    """Bands in order, joined with the next until each has ten that were let through; the last with those before."""
    pools: list[list[int]] = [[0, 0, 0]]
    for column in counts.T:
        if pools[-1][0] >= FEW:
            pools.append([0, 0, 0])
        pools[-1] = [a + int(b) for a, b in zip(pools[-1], column, strict=True)]
    if pools[-1][0] < FEW and len(pools) > 1:
        last = pools.pop()
        pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return [(n, k, u) for n, k, u in pools]


def weekly(at_s: Ints, passes: Bools, starts: Sequence[int]) -> Ints:
    """How many leads pass in each week; ``starts`` are their first seconds. Leads before the first are left out."""
    begins = np.asarray(starts, dtype=np.int64)
    place = np.searchsorted(begins, at_s[passes], side="right") - 1
    return np.bincount(place[place >= 0], minlength=len(begins)).astype(np.int64)


def high_week(volumes: Ints) -> float:
    """The volume that nine of ten weeks stay at or below; 0 without a week."""
    return float(np.percentile(volumes, PERCENTILE, method="inverted_cdf")) if len(volumes) else 0.0


def capacity_line(
    total: Ints, at_s: Ints, is_free: Bools, is_always: Bools, starts: Sequence[int], capacity: float
) -> int | None:
    """The lowest line at which nine of ten weeks stay within the capacity; None where no line does.

    ``is_free`` are leads that cross whenever they have the points, ``is_always`` those that cross whatever they have.
    """
    begins = np.asarray(starts, dtype=np.int64)
    if len(begins) == 0:
        return None
    week = np.searchsorted(begins, at_s, side="right") - 1
    always = np.bincount(week[is_always & (week >= 0)], minlength=len(begins))
    if high_week(always) > capacity:
        return None
    free = is_free & ~is_always & (week >= 0)
    volumes = always.astype(np.int64)
    for points in np.unique(total[free])[::-1]:
        volumes = volumes + np.bincount(week[free & (total == points)], minlength=len(begins))
        if high_week(volumes) > capacity:
            return int(points) + 1
    return 0
