"""The arithmetic of persistence: curves by attempt number, their ranges, and where to stop.

All functions work on counts by (group, attempt) and are pure. Outcomes are in the order event, lost, gave_up, open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from leadpact.evidence.life_table import at_risk as left_at
from leadpact.evidence.life_table import incidence
from leadpact.evidence.result import Row
from leadpact.evidence.uncertainty import ENOUGH, FEW, Floats, Ints, multinomial_draws, percentile_band

DRAWS = 1000
SEED = 20_110_301
EVENT, LOST, GAVE_UP, OPEN = range(4)
OUTCOMES = ("event", "lost", "gave_up", "open")


@dataclass(frozen=True, slots=True)
class Grid:
    """Counts by (group, attempt, outcome); the last column may stand for "that many or more"."""

    groups: tuple[tuple[str, str], ...]
    """Score band and source of each group, sorted."""
    ended: Ints
    is_pooled: bool

    @property
    def at_risk(self) -> Ints:
        """Leads still silent before each attempt, by group."""
        return np.stack([left_at(row) for row in self.ended.sum(axis=2)])


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve by attempt with its range."""

    value: Floats
    low: Floats
    high: Floats


def counts_of(rows: Iterable[Row], event: str) -> dict[tuple[str, str], dict[int, Ints]]:
    """Counts by (band, source) and attempt."""
    found: dict[tuple[str, str], dict[int, Ints]] = defaultdict(dict)
    for row in rows:
        known_ends = [row[f"{event}_{outcome}"] for outcome in OUTCOMES[:OPEN]]
        found[row["band"], row["source"]][row["k"]] = np.array(
            [*known_ends, row["leads"] - sum(known_ends)], dtype=np.int64
        )
    return found


class AfterReply(NamedTuple):
    """Chance that a lead is won by so many whole days after its reply."""

    chance: float
    days: int


def won_after_reply(rows: Iterable[Row], end_day: int) -> AfterReply | None:
    """The chance at the last day before ``end_day`` to which 30 leads were followed (Aalen & Johansen 1978).

    ``rows`` count leads, won and lost by days from the reply. None where 30 leads were followed to no day.
    """
    by_day: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in rows:
        for place, count in enumerate((row["won"], row["lost"], row["leads"] - row["won"] - row["lost"])):
            by_day[row["days"]][place] += count
    if not by_day:
        return None
    days = sorted(by_day)
    won, lost, still_open = ([by_day[day][place] for day in days] for place in range(3))
    curve = incidence(days, won, lost, still_open)
    followed = [place for place, day in enumerate(days) if day < end_day and curve.at_risk[place] >= ENOUGH]
    return AfterReply(float(curve.cif[followed[-1]]), days[followed[-1]]) if followed else None


@dataclass(frozen=True, slots=True)
class Stop:
    """After how many attempts going on is no longer worth it, with its range.

    ``is_seen`` says whether that point lies within the data.
    """

    attempts: int
    low: int
    high: int
    is_seen: bool


def grid(counts: dict[tuple[str, str], dict[int, Ints]]) -> Grid:
    """Counts as a grid.

    Groups under 30 leads go together per band; attempts with fewer than 30 at risk become one tail.
    """
    merged: dict[tuple[str, str], dict[int, Ints]] = {}
    for (band, source), by_attempt in counts.items():
        size = sum(int(row.sum()) for row in by_attempt.values())
        target = merged.setdefault((band, source if size >= ENOUGH else ""), {})
        for attempt, row in by_attempt.items():
            target[attempt] = target.get(attempt, np.zeros(4, dtype=np.int64)) + row
    groups = tuple(sorted(merged))
    most = max(max(by_attempt) for by_attempt in merged.values())
    ended = np.zeros((len(groups), most, 4), dtype=np.int64)
    for place, group in enumerate(groups):
        for attempt, row in merged[group].items():
            ended[place, attempt - 1] = row
    thin = np.nonzero(left_at(ended.sum(axis=(0, 2))) < ENOUGH)[0]
    if len(thin) == 0:
        return Grid(groups, ended, is_pooled=False)
    first = int(thin[0])
    tail = ended[:, first:].sum(axis=1, keepdims=True)
    return Grid(groups, np.concatenate([ended[:, :first], tail], axis=1), is_pooled=True)


def cumulative(event: Floats, competing: Floats) -> Floats:
    """Cumulative incidence along the last axis from hazards (Aalen & Johansen 1978)."""
    still = np.cumprod(1 - event - competing, axis=-1)
    before = np.concatenate([np.ones_like(still[..., :1]), still[..., :-1]], axis=-1)
    return np.cumsum(before * event, axis=-1)


def _rates(counts: Floats, n: Ints) -> Floats:
    """Counts (..., rows, 3) over numbers at risk (rows,), 0 where nobody is."""
    wide = np.broadcast_to(np.maximum(n, 1)[..., None], counts.shape)
    rates: Floats = counts / wide
    return rates


def _three(counts: Floats, n: Ints) -> tuple[Floats, Floats]:
    rates = _rates(counts, n)
    event, lost, gave_up = rates[..., EVENT], rates[..., LOST], rates[..., GAVE_UP]
    return cumulative(event, lost + gave_up), cumulative(event, lost)


def curves(table: Grid) -> tuple[Curve, Curve, Curve | None]:
    """As run today, had everyone been kept, and like with like (None with a single group).

    Like with like: the second curve per group, averaged with the groups' shares at attempt 1 (Robins & Finkelstein
    2000). A cell with fewer than 10 at risk borrows the hazard of its band, or of everybody.
    Ranges: 1,000 seeded multinomial draws of each row.
    """
    rng = np.random.default_rng(SEED)
    n = table.at_risk
    total = n.sum(axis=0)
    counts = table.ended[:, :, :OPEN]
    drawn = np.stack([multinomial_draws(n[g], counts[g], DRAWS, rng) for g in range(len(table.groups))])
    as_run, kept = _three(counts.sum(axis=0).astype(float), total)
    run_draws, kept_draws = _three(drawn.sum(axis=0).astype(float), total)
    lower, upper = _banded(as_run, run_draws), _banded(kept, kept_draws)
    if len(table.groups) == 1:
        return lower, upper, None
    alike = _alike(table, counts[:, None].astype(float))[0]
    return lower, upper, _banded(alike, _alike(table, drawn.astype(float)))


def _banded(value: Floats, drawn: Floats) -> Curve:
    low, high = percentile_band(drawn)
    return Curve(value, np.minimum(low, value), np.maximum(high, value))


def _alike(table: Grid, drawn: Floats) -> Floats:
    """Standardised curve for each draw: ``drawn`` is (groups, draws, rows, 3), the result (draws, rows)."""
    n = table.at_risk
    bands = [band for band, _ in table.groups]
    everyone = _rates(drawn.sum(axis=0), n.sum(axis=0))
    shares = n[:, 0] / n[:, 0].sum()
    result = np.zeros(drawn.shape[1:3])
    for place, band in enumerate(bands):
        same = [other for other, name in enumerate(bands) if name == band]
        band_n = n[same].sum(axis=0)
        in_band = np.where((band_n >= FEW)[:, None], _rates(drawn[same].sum(axis=0), band_n), everyone)
        own = np.where((n[place] >= FEW)[:, None], _rates(drawn[place], n[place]), in_band)
        result += shares[place] * cumulative(own[..., EVENT], own[..., LOST])
    return result


def going_on(event: Floats, lost: Floats, worth: float, cost: float) -> Floats:
    """What it is worth to go on before each attempt: W_k = max(0, h_k worth - cost + (1 - h_k - l_k) W_{k+1})."""
    value = np.zeros((*event.shape[:-1], event.shape[-1] + 1))
    for k in range(event.shape[-1] - 1, -1, -1):
        rest = 1 - event[..., k] - lost[..., k]
        value[..., k] = np.maximum(0.0, event[..., k] * worth - cost + rest * value[..., k + 1])
    return value[..., :-1]


def stop(ended: Ints, is_pooled: bool, worth: float, cost: float) -> Stop:
    """Where to stop for one table of counts (attempts, 4), with its range from draws.

    Rows with fewer than 30 at risk and a pooled tail are left out.
    """
    n = left_at(ended.sum(axis=1))
    seen = n >= ENOUGH
    seen[-1] = seen[-1] and not is_pooled
    n, counts = n[seen], ended[seen][:, :OPEN]
    drawn = multinomial_draws(n, counts, DRAWS, np.random.default_rng(SEED))
    point, points = (
        _last_worthwhile(counts.astype(float), n, worth, cost),
        _last_worthwhile(drawn.astype(float), n, worth, cost),
    )
    low, high = np.percentile(points, [2.5, 97.5], method="nearest")
    return Stop(int(point), int(min(low, point)), int(max(high, point)), bool(point < len(n)))


def _last_worthwhile(counts: Floats, n: Ints, worth: float, cost: float) -> Ints:
    rates = _rates(counts, n)
    value = going_on(rates[..., EVENT], rates[..., LOST], worth, cost)
    none_left = np.concatenate([value <= 0, np.ones((*value.shape[:-1], 1), dtype=bool)], axis=-1)
    return np.asarray(np.argmax(none_left, axis=-1), dtype=np.int64)
