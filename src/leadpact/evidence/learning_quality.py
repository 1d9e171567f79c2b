"""How good a learned table is on leads it was not learned from: the last ones in time, never some at random."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from leadpact.evidence.calibration import Calibration, Interval, calibration, concordance, equal_bins
from leadpact.evidence.learning import TooLittle, learn, recipe_for
from leadpact.evidence.learning_table import Attribute, Examples, Table
from leadpact.evidence.learning_yardsticks import NoYardstick, black_box, naive_bayes
from leadpact.evidence.uncertainty import FEW, Floats, Ints

KNOWN = 0.7
"""The part of the leads, the first in time, from which the table that is judged is learned."""
LEAST_KNOWN_WINS = 30
RESAMPLES, SEED, MOST_RESAMPLED = 50, 20_260_301, 3_000
TOP = 0.2


@dataclass(frozen=True, slots=True)
class Quality:
    """What a table learned from the first leads did with the last ones.

    ``ranks``: of one won lead and one that was not, how often the won one has more points. ``one``, ``bayes``, ``now``
    and ``box`` are the same for the best attribute alone, naive Bayes, the points that were given at the hand-off,
    and the black box; None where there is none. ``top_won`` of ``won`` wins lie among the ``top_leads`` leads with
    most points. ``base_rate`` is the win rate that the table was learned from, ``rate`` that of the leads judged.
    ``plain`` is the table learned without a crossed attribute, where this one has one.
    """

    learned_from: int
    leads: int
    won: int
    ranks: Interval
    one: Interval | None
    one_name: str
    plain: Interval | None
    bayes: Interval | None
    now: Interval | None
    box: Interval | None
    calibration: Calibration
    top_leads: int
    top_won: int
    base_rate: float
    rate: float


def judged(examples: Examples, given: Floats | None = None, *, with_box: bool = False) -> Quality | None:
    """Judge on the last leads in time; None where they are too few to say. ``given``: points of the time, by lead.

    Raises ``NoYardstick`` where the black box is asked for and not there.
    """
    order = np.lexsort((examples.ids, examples.moments))
    cut = int(KNOWN * len(order))
    known, asked = examples.of(order[:cut]), examples.of(order[cut:])
    won = int(asked.won.sum())
    if min(won, len(asked.won) - won) < FEW:
        return None
    try:
        table = learn(known, least_wins=LEAST_KNOWN_WINS)
    except TooLittle:
        return None
    points = table.points(asked.attributes, len(asked.won))
    ranks = _ranks(points, asked.won)
    if ranks is None:
        return None
    alone = Table(table.scales[:1], 0.0, 0.0, table.leads, table.won)
    top = np.argsort(-points, kind="stable")[: max(1, round(TOP * len(points)))]
    return Quality(
        learned_from=len(known.won),
        leads=len(asked.won),
        won=won,
        ranks=ranks,
        one=_ranks(alone.points(asked.attributes, len(points)), asked.won),
        one_name=table.scales[0].name,
        plain=None if table.cross is None else _ranks(_plain(known, asked), asked.won),
        bayes=_ranks(naive_bayes(known, asked), asked.won),
        now=_now(given[order[cut:]], asked.won) if given is not None else None,
        box=_ranks(black_box(known, asked), asked.won) if with_box else None,
        calibration=_calibration(table, points, asked.won),
        top_leads=len(top),
        top_won=_top_won(points, asked.won, len(top)),
        base_rate=table.won / table.leads,
        rate=won / len(points),
    )


def _plain(known: Examples, asked: Examples) -> Ints:
    """The points of the table learned without crossing."""
    return learn(known, least_wins=LEAST_KNOWN_WINS, cross=False).points(asked.attributes, len(asked.won))


def _top_won(points: Ints, won: Ints, top: int) -> int:
    """Wins among the leads with most points; of those that tie at the edge their share."""
    edge = np.sort(points)[-top]
    above, at = points > edge, points == edge
    room = top - int(above.sum())
    return int(won[above].sum()) + round(float(won[at].sum()) * room / int(at.sum()))


def _ranks(score: Ints | Floats, won: Ints) -> Interval | None:
    values, place = np.unique(score, return_inverse=True)
    wins = np.bincount(place, won, len(values)).astype(np.int64)
    return concordance(wins, np.bincount(place, minlength=len(values)) - wins)


def _now(given: Floats, won: Ints) -> Interval | None:
    """Of the points of the time, where nearly all had any."""
    has = ~np.isnan(given)
    if has.mean() < 0.9 or len(np.unique(given[has])) < 2:
        return None
    return _ranks(given[has], won[has])


def _calibration(table: Table, points: Ints, won: Ints) -> Calibration:
    values, place = np.unique(points, return_inverse=True)
    leads = np.bincount(place).astype(np.int64)
    wins = np.bincount(place, won, len(values)).astype(np.int64)
    return calibration(equal_bins(leads, min(10, max(2, len(won) // 30))), table.chance(values), wins, leads)


def steadiness(
    examples: Examples, table: Table, progress: Callable[[int, int], None] = lambda _done, _of: None
) -> dict[tuple[str, int], int]:
    """In how many of ``RESAMPLES`` resamples of the leads each bin stands on the same side of its attribute's mean.

    By attribute and place of the bin. An attribute that a resample does not keep stands on no side. Two conditions
    that are crossed count where they earn further points in the resample too. At most ``MOST_RESAMPLED`` leads are
    drawn, seeded.
    """
    told = examples.in_order()
    draw = np.random.default_rng(SEED)
    size = min(len(told.won), MOST_RESAMPLED)
    found = {(scale.name, place): 0 for scale in table.scales for place in range(len(scale.bins))}
    if table.cross is not None:
        found[table.cross.name, 0] = 0
    places = {scale.name: scale.places(_named(told, scale.name)) for scale in table.scales}
    own = {
        scale.name: _sides(places[scale.name], np.array([each.points for each in scale.bins])) for scale in table.scales
    }
    # A table that crosses is learned finely; so are those of resamples, also where fewer wins are drawn.
    recipe = None if table.cross is None else recipe_for(size, size // 2)
    for turn in range(RESAMPLES):
        rows = draw.integers(0, len(told.won), size)
        again = told.of(rows)
        progress(turn + 1, RESAMPLES)
        try:
            other = learn(again, least_wins=1, recipe=recipe, cross=table.cross or False)
        except TooLittle:
            continue
        if table.cross is not None:
            found[table.cross.name, 0] += other.cross is not None
        for scale in other.scales:
            if scale.name not in own:
                continue
            given = np.array([*(each.points for each in scale.bins), 0])[scale.places(_named(told, scale.name))]
            many = len(own[scale.name])
            counts = np.bincount(places[scale.name], minlength=many)
            sums = np.bincount(places[scale.name], given, many)
            sides = np.sign(np.round(sums / np.maximum(counts, 1) - given.mean(), 9))
            for place in np.flatnonzero((sides == own[scale.name]) & (sides != 0)):
                found[scale.name, int(place)] += 1
    return found


def _named(examples: Examples, name: str) -> Attribute:
    return next(each for each in examples.attributes if each.name == name)


def _sides(places: Ints, points: Ints) -> Floats:
    """Whether each bin stands above (1) or below (-1) the mean of the leads."""
    found: Floats = np.sign(np.round(points - points[places].mean(), 9)).astype(np.float64)
    return found


__all__ = ["NoYardstick", "Quality", "judged", "steadiness"]
