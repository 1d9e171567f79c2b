"""Learn a points table from history: few attributes, few round bins, whole points, and what they mean as a chance.

Bins of like win rate (``learning_bins``) give each attribute a weight of evidence; an L1 path over weights of
evidence that were learned from other leads keeps at most twelve attributes, one weight each; each bin may then move
a little from that, as far as its own leads say so. Two conditions at once may count as one of the twelve where
that pays on leads they were not found with. Where wins are few, the twelve that tell most are kept instead,
each shrunk by what chance alone would tell. The sums are scaled to whole points from 0 to
100, and two numbers turn points into a chance. Nothing is drawn: the same leads give the same table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from leadpact.evidence.calibration import rising
from leadpact.evidence.learning_bins import MOST_CELLS, Binning, bins, cuts, not_above_known
from leadpact.evidence.learning_crossed import Binned, Pair, sought
from leadpact.evidence.learning_table import TOTAL, Attribute, Bin, Cross, Examples, Scale, Table
from leadpact.evidence.learning_weights import chosen, drawn_to
from leadpact.evidence.uncertainty import Floats, Ints

FOLDS = 5
MOST_ATTRIBUTES = 12
FEW_WINS = 300
"""Wins, or leads that were not won, below which a table is learned coarsely, and shrunk hard."""
LEAST_WINS = 50
"""Wins, and leads that were not won, below which nothing is learned."""
_STAY = "The points of your pact stay as they are."


class TooLittle(Exception):
    """The history does not say enough; the message says what is there and what is needed."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How coarse a table is learned; ``recipe_for`` chooses by how much history there is."""

    most_attributes: int
    most_bins: int
    cells: int
    least_leads: float
    least_of_level: int
    price: float
    bin_pull: float
    """How strongly a bin is held to its attribute's one weight; infinite: each has the same weight."""


def recipe_for(leads: int, wins: int, most_attributes: int = MOST_ATTRIBUTES) -> Recipe:
    """Coarse and shrunk hard where wins are few, finer where there are many."""
    fewer = min(wins, leads - wins)
    if fewer < FEW_WINS:
        # The more there is, the less a cut may owe to chance.
        price = float(np.interp(fewer, (100, 200), (0.5, 2.0)))
        return Recipe(most_attributes, 5, 12, max(10, 0.04 * leads), 5, price, float("inf"))
    return Recipe(most_attributes, 10, MOST_CELLS, max(15, 0.0075 * leads), 10, 2.0, 20.0)


@dataclass(frozen=True, slots=True)
class _Grid:
    """An attribute's cells: cuts of a number, or its frequent levels; then the other levels, then the unknown."""

    attribute: Attribute
    cuts: Floats
    levels: tuple[str, ...]
    cells: Ints

    @property
    def many(self) -> int:
        return (len(self.cuts) + 2) if self.attribute.numbers is not None else len(self.levels) + 2


def learn(
    examples: Examples, *, least_wins: int = LEAST_WINS, recipe: Recipe | None = None, cross: Cross | bool = True
) -> Table:
    """Learn a table. ``cross``: whether to look for two conditions to cross; or those two, where they earn anything.

    Raises:
        TooLittle: too few wins or too few leads that were not won, or nothing that tells them apart.
    """
    told = examples.in_order()
    leads, wins = len(told.won), int(told.won.sum())
    check_enough(leads, wins, least_wins)
    recipe = recipe or recipe_for(leads, wins)
    grids = [_grid(each, recipe) for each in told.attributes]
    whole = [_bins(grid, told.won, np.ones(leads, dtype=bool), recipe) for grid in grids]
    if not grids:
        raise TooLittle(f"Nothing is known of these leads that could tell them apart. {_STAY}")
    folds = _folds(told.ids)
    kept, weights, alone = _weighed(grids, whole, told.won, folds, recipe)
    if not len(kept):
        raise TooLittle(f"In {leads:,} leads nothing tells those that were won from the others. {_STAY}")
    table = _Kept(
        [grids[place] for place in kept],
        [whole[place] for place in kept],
        [weight * whole[place].evidence for place, weight in zip(kept, weights, strict=True)],
    )
    if np.isinf(recipe.bin_pull):
        columns = [_crossed(grid, told.won, folds, recipe, is_shrunk=True) for grid in table.grids]
        return _table(table, told, crossed=np.sum(columns, axis=0))
    found = cross if isinstance(cross, Cross) else _sought(table, alone, told, folds, recipe) if cross else None
    if found is not None:
        fewer, extra = _moved(_with_room(table, found, recipe), told, recipe.bin_pull, found)
        if extra > 0:
            return _table(fewer, told, cross=found, extra=extra)
    return _table(_moved(table, told, recipe.bin_pull)[0], told)


@dataclass(frozen=True, slots=True)
class _Kept:
    """The attributes that are kept, with their bins and what each bin is worth."""

    grids: list[_Grid]
    binned: list[Binning]
    worth: list[Floats]

    def __iter__(self) -> Iterator[tuple[_Grid, Binning, Floats]]:
        return zip(self.grids, self.binned, self.worth, strict=True)


def _sought(table: _Kept, alone: Floats, told: Examples, folds: Ints, recipe: Recipe) -> Cross | None:
    """Two conditions that pay when they hold at once; ``alone``: what each attribute gives, learned from others."""
    lined = [
        Binned(made.bins[grid.cells], len(made.evidence), grid.attribute.rises, grid.attribute.numbers is None)
        for grid, made, _worth in table
    ]
    score = alone.sum(axis=1)
    weakest = int(np.argmin(alone.std(axis=0)))
    lighter = score - alone[:, weakest] if len(lined) >= recipe.most_attributes else score
    pair = sought(lined, score, lighter, told.won, folds)
    return None if pair is None else Cross(_sides(table, pair, told.won), 0, 0, 0)


def _sides(table: _Kept, pair: Pair, won: Ints) -> tuple[Scale, Scale]:
    """Each of the two attributes as a scale on which the bins that take part have a point."""
    found = []
    for place, own in ((pair.first, pair.of_first), (pair.second, pair.of_second)):
        made = table.binned[place]
        given = np.isin(np.arange(len(made.evidence)), own).astype(np.int64)
        found.append(_scale(table.grids[place], made, given, won))
    return found[0], found[1]


def _with_room(table: _Kept, cross: Cross, recipe: Recipe) -> _Kept:
    """The table without the attribute that tells least, where the crossed one needs its place."""
    if len(table.grids) < recipe.most_attributes:
        return table
    taken = {side.name for side in cross.sides}
    spread = [
        np.inf if grid.attribute.name in taken else float(np.var(worth[made.bins[grid.cells]]))
        for grid, made, worth in table
    ]
    out = int(np.argmin(spread))
    stay = [place for place in range(len(spread)) if place != out]
    return _Kept([table.grids[at] for at in stay], [table.binned[at] for at in stay], [table.worth[at] for at in stay])


def _folds(ids: Ints) -> Ints:
    """The fold of each lead; one that was drawn several times stands beside itself and is in one fold."""
    return (np.cumsum(np.diff(ids, prepend=ids[:1]) != 0) % FOLDS).astype(np.int64)


def _weighed(
    grids: list[_Grid], whole: list[Binning], won: Ints, folds: Ints, recipe: Recipe
) -> tuple[Ints, Floats, Floats]:
    """Places of the attributes that are kept, the weight of each, and what it gives each lead, learned from others."""
    if np.isinf(recipe.bin_pull):
        trust = np.array([made.trust for made in whole])
        kept = _telling(grids, whole, trust, recipe)
        return kept, trust[kept], np.zeros((len(won), 0))
    crossed = np.column_stack([_crossed(grid, won, folds, recipe) for grid in grids])
    kept = chosen(crossed, won, recipe.most_attributes)
    if not len(kept):
        return kept, np.zeros(0), np.zeros((len(won), 0))
    weights = drawn_to(crossed[:, kept], won, np.ones(len(kept)), 1.0)[1:]
    kept, weights = kept[weights > 0], weights[weights > 0]
    return kept, weights, crossed[:, kept] * weights


def check_enough(leads: int, wins: int, least: int = LEAST_WINS) -> None:
    """Raise ``TooLittle`` where a history is too short or has one outcome only."""
    lost = leads - wins
    if leads == 0:
        raise TooLittle(f"There is no lead yet whose outcome is known. {_STAY}")
    if wins == 0 or lost == 0:
        what = "was won" if wins == 0 else "was lost or is still open"
        raise TooLittle(
            f"Of {leads:,} leads whose outcome is known none {what}: with one outcome only there is nothing to compare."
            f" {_STAY}"
        )
    if wins < least or lost < least:
        which, many = ("wins", wins) if wins < least else ("leads that were not won", lost)
        raise TooLittle(
            f"There are {many:,} {which} among {leads:,} leads whose outcome is known; at least {least} are needed"
            f" before a table can be learned that does better than what your teams know. {_STAY}"
        )


def _grid(attribute: Attribute, recipe: Recipe) -> _Grid:
    if attribute.numbers is not None:
        edges = cuts(attribute.numbers, recipe.cells)
        cells = np.searchsorted(edges, attribute.numbers, side="right")
        cells = np.where(np.isnan(attribute.numbers), len(edges) + 1, cells)
        return _Grid(attribute, edges, (), cells.astype(np.int64))
    levels = np.asarray(attribute.levels)
    counts = np.bincount(levels + 1, minlength=len(attribute.names) + 1)[1:]
    frequent = sorted(attribute.names[place] for place in np.flatnonzero(counts >= recipe.least_of_level))
    by_name = {name: place for place, name in enumerate(frequent)}
    table = np.array([*(by_name.get(name, len(frequent)) for name in attribute.names), len(frequent) + 1])
    return _Grid(attribute, np.zeros(0), tuple(frequent), table[levels].astype(np.int64))


def _counts(grid: _Grid, won: Ints, rows: Ints) -> tuple[Floats, Floats]:
    cells = grid.cells[rows]
    return (
        np.bincount(cells, won[rows], grid.many).astype(np.float64),
        np.bincount(cells, minlength=grid.many).astype(np.float64),
    )


def _bins(grid: _Grid, won: Ints, rows: Ints, recipe: Recipe) -> Binning:
    wins, leads = _counts(grid, won, rows)
    return bins(
        wins, leads, is_level=grid.attribute.numbers is None, rises=grid.attribute.rises,
        most=recipe.most_bins, least=recipe.least_leads, price=recipe.price, is_asked=grid.attribute.is_asked,
    )  # fmt: skip


def _crossed(grid: _Grid, won: Ints, folds: Ints, recipe: Recipe, *, is_shrunk: bool = False) -> Floats:
    """The weight of evidence of each lead, learned from the leads of the other folds."""
    found = np.zeros(len(won))
    for fold in range(FOLDS):
        is_here = folds == fold
        made = _bins(grid, won, ~is_here, recipe)
        found[is_here] = made.evidence[made.bins[grid.cells[is_here]]] * (made.trust if is_shrunk else 1.0)
    return found


def _telling(grids: list[_Grid], binned: list[Binning], trust: Floats, recipe: Recipe) -> Ints:
    """Places of the attributes that tell most: the spread of what they give over the leads."""
    spread = trust * np.array(
        [float(np.var(made.evidence[made.bins[grid.cells]])) for grid, made in zip(grids, binned, strict=True)]
    )
    order = np.argsort(-spread, kind="stable")[: recipe.most_attributes]
    return np.sort(order[spread[order] > 1e-9])


def _moved(table: _Kept, told: Examples, pull: float, cross: Cross | None = None) -> tuple[_Kept, float]:
    """What each bin is worth when it may move from its attribute's one weight, and both conditions of ``cross``."""
    score = np.sum([each[made.bins[grid.cells]] for grid, made, each in table], axis=0)
    columns = [made.bins[grid.cells][:, None] == np.arange(len(made.evidence)) for grid, made, _worth in table]
    if cross is not None:
        columns.append(cross.holds(told.attributes, len(told.won))[:, None])
    member = np.column_stack(columns).astype(np.float64)
    moves = drawn_to(member, told.won, np.zeros(member.shape[1]), pull, offset=score, is_free=True)[1:]
    ends = np.cumsum([len(each) for each in table.worth])
    found = []
    for (grid, made, each), move in zip(table, np.split(moves, ends)[:-1], strict=True):
        moved = each + move
        leads = np.bincount(made.bins[grid.cells], minlength=len(moved)).astype(np.float64)
        if grid.attribute.rises:
            moved[:-1] = _held(moved[:-1], leads[:-1], grid.attribute.rises)
        found.append(not_above_known(moved, leads) if grid.attribute.is_asked else moved)
    return replace(table, worth=found), float(moves[-1]) if cross is not None else 0.0


def _held(worth: Floats, leads: Floats, rises: int) -> Floats:
    """The closest values that never fall (rise) from bin to bin, by leads."""
    low = worth.min(initial=0.0)
    shifted = (worth - low) if rises > 0 else (worth - low)[::-1]
    weight = np.maximum(leads if rises > 0 else leads[::-1], 1e-9)
    held: Floats = rising((shifted * weight).tolist(), weight.tolist()) + low
    return held if rises > 0 else held[::-1]


def _table(
    kept: _Kept, told: Examples, *, crossed: Floats | None = None, cross: Cross | None = None, extra: float = 0.0
) -> Table:
    """The table in whole points, calibrated on ``crossed`` where that is given: what leads of other folds say.

    ``extra`` is what both conditions of ``cross`` are worth at once.
    """
    many = len(told.won)
    used = [np.unique(made.bins[grid.cells]) for grid, made, _worth in kept]
    # What differs by rounding alone tells nothing.
    own = [np.round(each[places], 9) for each, places in zip(kept.worth, used, strict=True)]
    *given, both = whole_points([*own, np.array([0.0, extra])])
    scales = []
    for (grid, made, _worth), places, row in zip(kept, used, given, strict=True):
        whole = np.zeros(len(made.evidence), dtype=np.int64)
        whole[places] = row
        if row.max(initial=0) > 0:
            scales.append(_scale(grid, made, whole, told.won))
    if not scales:  # Holding bins to what the meaning asks for may leave nothing of what told them apart.
        raise TooLittle(f"In {many:,} leads nothing tells those that were won from the others. {_STAY}")
    scales.sort(key=lambda scale: (-scale.most, scale.name))
    table = Table(tuple(scales), 0.0, 0.0, many, int(told.won.sum()))
    if cross is not None and both[1] > 0:
        holds = cross.holds(told.attributes, many) == 1
        counted = replace(cross, points=int(both[1]), leads=int(holds.sum()), won=int(told.won[holds].sum()))
        table = replace(table, cross=counted)
    low, unit = sum(float(each.min()) for each in own), sum(float(np.ptp(each)) for each in own) / TOTAL
    sums = table.points(told.attributes, many) if crossed is None else (crossed - low) / max(unit, 1e-12)
    line = drawn_to(sums.astype(np.float64)[:, None], told.won, np.zeros(1), 1e-6)
    return replace(table, at_zero=float(line[0]), each_point=float(line[1]))


def whole_points(worth: list[Floats]) -> list[Ints]:
    """Whole points of each bin of each attribute, from 0 for the worst bin, the best bins adding up to ``TOTAL``."""
    above = [each - each.min(initial=np.inf) if len(each) else each for each in worth]
    best = np.array([each.max(initial=0.0) for each in above])
    if best.sum() <= 0:
        return [np.zeros(len(each), dtype=np.int64) for each in above]
    exact = best * TOTAL / best.sum()
    tops = np.floor(exact).astype(np.int64)
    for place in np.argsort(-(exact - tops), kind="stable")[: TOTAL - int(tops.sum())]:
        tops[place] += 1
    return [
        np.minimum(np.rint(each * TOTAL / best.sum()), top).astype(np.int64)
        if high > 0
        else np.zeros(len(each), np.int64)
        for each, top, high in zip(_topped(above, best, tops), tops, best, strict=True)
    ]


def _topped(above: list[Floats], best: Floats, tops: Ints) -> list[Floats]:
    """The best bin of each attribute gets just its whole points."""
    unit = best.sum() / TOTAL
    return [np.where(each >= high, top * unit, each) for each, high, top in zip(above, best, tops, strict=True)]


def _scale(grid: _Grid, made: Binning, points: Ints, won: Ints) -> Scale:
    wins, leads = _counts(grid, won, np.arange(len(won)))
    is_number = grid.attribute.numbers is not None
    found: list[Bin] = []
    cells = grid.many - 1
    # Other levels than the frequent ones stand for nothing where no lead had any: what was never seen earns nothing.
    used = made.bins[:cells] if is_number or leads[cells - 1] else made.bins[: cells - 1]
    for own in _merged(used, points, is_number=is_number):
        k, n = int(wins[own].sum()), int(leads[own].sum())
        worth = int(points[made.bins[own[0]]])
        if is_number:
            low = float(grid.cuts[own[0] - 1]) if own[0] > 0 else None
            high = float(grid.cuts[own[-1]]) if own[-1] < len(grid.cuts) else None
            found.append(Bin(worth, n, k, low=low, high=high))
        else:
            names = tuple(grid.levels[place] for place in own if place < len(grid.levels))
            is_rest = len(grid.levels) in own if leads[cells - 1] else worth == 0
            found.append(Bin(worth, n, k, levels=names, is_rest=is_rest and bool(names or n)))
    if leads[cells]:
        found.append(Bin(int(points[made.bins[cells]]), int(leads[cells]), int(wins[cells]), is_unknown=True))
    numbers = grid.attribute.numbers
    is_whole = numbers is not None and bool((np.isnan(numbers) | (numbers == np.rint(numbers))).all())
    return Scale(grid.attribute.name, tuple(found), is_whole)


def _merged(place: Ints, points: Ints, *, is_number: bool) -> list[list[int]]:
    """Cells that get the same points: neighbours of a number, all alike of levels; the worst levels first."""
    given = points[place]
    if not is_number:
        return [[int(cell) for cell in np.flatnonzero(given == each)] for each in np.unique(given)]
    runs: list[list[int]] = []
    for cell, worth in enumerate(given):
        if runs and given[runs[-1][-1]] == worth:
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return runs
