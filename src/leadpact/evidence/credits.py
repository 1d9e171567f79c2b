"""The arithmetic of shared credit: rules per win from who came when, Markov removal, and ranges over wins.

All functions are pure. A team's share is a fraction of 1; points are 1,000 per win and add up exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from leadpact.evidence.journeys import TEAMS
from leadpact.evidence.result import Row
from leadpact.evidence.uncertainty import Floats, Ints, percentile_band
from leadpact.rules.credit import WIN_POINTS, largest_remainder, share
from leadpact.rules.pact import Credit

DRAWS = 1000
SEED = 20_120_808
_KEPT_DIGITS = 2
"""Wins whose shares agree to so many digits are drawn together; each keeps the mean of its exact shares."""
Player = tuple[str, str]
"""Team and channel."""
START: Player = ("", "")


def position(n: int, is_first: bool, is_last: bool, between: int) -> Fraction:
    """The share of a team or channel by 40-20-40: first and last touch 40% each, those between share the rest.

    ``between`` of the n touches are its own and neither first nor last. One touch has all, two have half each.
    """
    if n <= 2:
        return Fraction(is_first + is_last, 2)
    return Fraction(2 * (is_first + is_last), 5) + Fraction(between, 5 * (n - 2))


def agreed_points(
    credit: Credit, found_by: str, first_team: str, closer: str, touches: Mapping[str, int]
) -> dict[str, int]:
    """The 1,000 points of a win by the pact's rule, added up per team; ``unknown`` where nobody is recorded.

    ``touches`` are all touches per team in order of the teams' first. By ``sourced: first touch`` the team of the
    first touch found it, and that touch is not among those between; without touches who captured it did.
    """
    between = dict(touches)
    finder = found_by
    if credit.sourced == "first_touch" and first_team:
        finder = first_team
        between[first_team] -= 1
    keys = [(team, place) for place, (team, count) in enumerate(between.items()) for _ in range(count)]
    rows = share(credit, _known(finder), _known(closer), [key for key in keys if key[0] != "unknown"])
    points: dict[str, int] = {}
    for row in rows:
        team = row.key or "unknown"
        points[team] = points.get(team, 0) + row.points
    return points


def _known(team: str) -> str | None:
    return None if team == "unknown" else team


def whole_points(credited: Mapping[Player, float], wins: int) -> dict[Player, int]:
    """1,000 points per win in whole numbers by the credits, adding up exactly; ties go to the first by name."""
    names = sorted(credited)
    weights = [Fraction(round(max(0.0, credited[name]), 9)) for name in names]
    if not wins or not sum(weights):
        return dict.fromkeys(names, 0)
    return dict(zip(names, largest_remainder(WIN_POINTS * wins, weights), strict=True))


@dataclass(frozen=True, slots=True)
class Removal:
    """What a first-order chain says: chance of a win from the start, and how much of it falls away without each."""

    chance: float
    effects: dict[Player, float]

    def credits(self, wins: float) -> dict[Player, float]:
        """The wins shared in proportion to the removal effects."""
        total = sum(self.effects.values())
        return {player: wins * effect / total if total > 0 else 0.0 for player, effect in self.effects.items()}


def removal(steps: Iterable[tuple[bool, Player, Player, int]]) -> Removal:
    """Markov removal effects (Anderl et al. 2016) from counts of (is won, before, player, touches).

    ``before`` is START for the first touch of a path. A touch that no other follows ends its path: won or not.
    Repeats of one player are dropped, and without a player its traffic ends without a win. Chances are
    [(I - Q)^-1 r] at the start; the chance of a win equals wins / paths exactly.
    """
    counts = list(steps)
    players = sorted({player for _, _, player, _ in counts})
    at = {player: place for place, player in enumerate(players)}
    size = len(players)
    follow = np.zeros((size, size))
    begin, won, other = np.zeros(size), np.zeros(size), np.zeros(size)
    for is_won, before, player, touches in counts:
        ends = won if is_won else other
        ends[at[player]] += touches
        if before == START:
            begin[at[player]] += touches
            continue
        ends[at[before]] -= touches
        if before != player:
            follow[at[before], at[player]] += touches
    left = follow.sum(axis=1) + won + other
    chain, ending = follow / left[:, None], won / left
    start = begin / begin.sum()
    chance = _chance(chain, ending, start)
    effects = {}
    for player, place in at.items():
        kept = np.arange(size) != place
        without = _chance(chain[np.ix_(kept, kept)], ending[kept], start[kept])
        effects[player] = 1 - without / chance if chance > 0 else 0.0
    return Removal(chance, effects)


def _chance(chain: Floats, ending: Floats, start: Floats) -> float:
    if not len(start):
        return 0.0
    return float(start @ np.linalg.solve(np.eye(len(start)) - chain, ending))


@dataclass(frozen=True, slots=True)
class Band:
    """Ranges over wins: of each rule's shares, and of the least and the most that the rules give."""

    low: Floats
    high: Floats
    least: float
    most: float


def bands(wins: Sequence[int], shares: Floats, compared: Sequence[int]) -> Band:
    """Draw the wins again 1,000 times and share them anew.

    ``wins`` counts each kind of win, ``shares`` (kinds, rules) is what one win of the kind gives. ``compared`` are
    the rules among which the least and the most are sought.
    """
    counts, means = _alike(np.asarray(wins, dtype=np.int64), shares)
    total = int(counts.sum())
    drawn = np.random.default_rng(SEED).multinomial(total, counts / total, size=DRAWS) / total
    found: Floats = drawn @ means
    low, high = percentile_band(found)
    chosen = found[:, list(compared)]
    least, _ = percentile_band(chosen.min(axis=1))
    _, most = percentile_band(chosen.max(axis=1))
    return Band(low, high, float(least), float(most))


def _alike(counts: Ints, shares: Floats) -> tuple[Ints, Floats]:
    """Kinds of wins with nearly the same shares put together."""
    _, kind = np.unique(np.round(shares, _KEPT_DIGITS), axis=0, return_inverse=True)
    kind = kind.reshape(-1)
    size = int(kind.max()) + 1
    added = np.zeros(size, dtype=np.int64)
    np.add.at(added, kind, counts)
    means = np.stack([np.bincount(kind, weights=counts * column, minlength=size) for column in shares.T], axis=1)
    return added, means / added[:, None]


def team_shares(rows: Iterable[Row], rule: str, credit: Credit | None) -> Floats:
    """What each team has of one win of each kind by a rule: shape (kinds, teams), rows sum to 1."""
    give = _agreed(credit) if rule == "agreed" and credit else _GIVES[rule]
    return np.array([give(row) if touches_of(row) or rule == "agreed" else (0.0, 0.0, 1.0) for row in rows])


def touches_of(row: Row) -> int:
    """How many touches wins of this kind have."""
    return int(sum(row[f"n_{team}"] for team in TEAMS))


def _agreed(credit: Credit) -> Callable[[Row], tuple[float, ...]]:
    def give(row: Row) -> tuple[float, ...]:
        order = sorted(TEAMS, key=lambda team: team != row["first_team"])
        told = {team: row[f"n_{team}"] for team in order if row[f"n_{team}"]}
        points = agreed_points(credit, row["found_by"], row["first_team"], row["closer"], told)
        return tuple(points.get(team, 0) / WIN_POINTS for team in TEAMS)

    return give


def _at(end: str) -> Callable[[Row], tuple[float, ...]]:
    return lambda row: tuple(float(row[f"{end}_team"] == team) for team in TEAMS)


def _by_position(row: Row) -> tuple[float, ...]:
    n = touches_of(row)
    found = []
    for team in TEAMS:
        first, last = row["first_team"] == team, row["last_team"] == team
        found.append(float(position(n, first, last, row[f"n_{team}"] - first - last)))
    return tuple(found)


def _in_parts(rule: str) -> Callable[[Row], tuple[float, ...]]:
    def give(row: Row) -> tuple[float, ...]:
        own = [row[f"{rule}_{team}"] for team in TEAMS]
        return tuple(each / sum(own) for each in own)

    return give


_GIVES: Mapping[str, Callable[[Row], tuple[float, ...]]] = {
    "first": _at("first"),
    "last": _at("last"),
    "linear": lambda row: tuple(row[f"n_{team}"] / touches_of(row) for team in TEAMS),
    "position": _by_position,
    "decay": _in_parts("decay"),
    "shapley": _in_parts("shapley"),
}
