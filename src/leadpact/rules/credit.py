"""Who earned a win: 1,000 points by the pact's rule, in whole points that always add up."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, Literal, TypeVar

from leadpact.rules.pact import Credit

WIN_POINTS = 1000
RULE_WORDS = {
    "agreed": "The rule you both signed",
    "first": "First touch",
    "last": "Last touch",
    "linear": "Linear: all touches alike",
    "position": "Position: 40-20-40",
    "decay": "Decay: late touches more",
    "shapley": "Shapley: split among the channels that touched it",
    "markov": "Markov: what would be missing",
}
"""What the rules are called by which wins are shared, the pact's and those beside it."""
Key = TypeVar("Key", bound=Hashable)
"""A person or a team, as the caller names them."""
Role = Literal["originator", "touch", "closer", "nobody"]


@dataclass(frozen=True, slots=True)
class Share(Generic[Key]):
    """Points of a win for one person or team in one role; ``nobody`` (key None) where nothing was recorded."""

    key: Key | None
    role: Role
    points: int


@dataclass(frozen=True, slots=True)
class ValueShare(Generic[Key]):
    """A part of a deal's amount, in the minor unit of its currency."""

    key: Key | None
    role: Role
    amount_minor: int


def share(
    credit: Credit, originator: Key | None, closer: Key | None, touches: Sequence[tuple[Key, int]]
) -> tuple[Share[Key], ...]:
    """Share a win's 1,000 points: the originator first, then touches by their earliest, the closer last.

    ``touches`` are those between, each a key and an instant (epoch seconds); each weighs the same, and one
    key's are added up. A missing role's part goes to the touches, without touches to the other role; the
    touches' part, without touches, to both roles in proportion to theirs. One person in both roles has two
    rows. Where nothing at all is recorded one row says so. The points add up to 1,000 exactly, by largest
    remainder with ties to the earliest. Method: the pact rule, an agreed way of sharing applause; it measures
    no effect.
    """
    counts: dict[Key, int] = {}
    for key, _ in sorted(touches, key=_instant):
        counts[key] = counts.get(key, 0) + 1
    first, between, last = _parts(credit, has=(originator is not None, bool(counts), closer is not None))
    rows: list[tuple[Key | None, Role, Fraction]] = []
    if originator is not None:
        rows.append((originator, "originator", first))
    rows += [(key, "touch", between * count / len(touches)) for key, count in counts.items()]
    if closer is not None:
        rows.append((closer, "closer", last))
    if not rows:
        return (Share(None, "nobody", WIN_POINTS),)
    points = largest_remainder(WIN_POINTS, [part for _, _, part in rows])
    return tuple(Share(key, role, each) for (key, role, _), each in zip(rows, points, strict=True))


def value_shares(shares: Sequence[Share[Key]], amount_minor: int) -> tuple[ValueShare[Key], ...]:
    """Share a deal's amount (minor units) like its points, rounded the same way, so that it adds up exactly."""
    amounts = largest_remainder(amount_minor, [Fraction(each.points) for each in shares])
    return tuple(ValueShare(each.key, each.role, amount) for each, amount in zip(shares, amounts, strict=True))


def largest_remainder(total: int, weights: Sequence[Fraction]) -> list[int]:
    """Split a whole number by weights: round all down, then one more to the largest remainders, ties to the first.

    A total below zero is split like its opposite. The parts add up to the total. Raises ValueError where no
    weight is above zero. Method: Hamilton's, the largest remainder.
    """
    whole = sum(weights)
    if whole <= 0:
        raise ValueError("Nothing to share by: no weight is above zero. Give the pact's shares as parts of 100.")
    exact = [abs(total) * weight / whole for weight in weights]
    parts = [int(each) for each in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: parts[place] - exact[place])
    for place in by_remainder[: abs(total) - sum(parts)]:
        parts[place] += 1
    return parts if total >= 0 else [-part for part in parts]


def _instant(touch: tuple[Key, int]) -> int:
    return touch[1]


def _parts(credit: Credit, has: tuple[bool, bool, bool]) -> tuple[Fraction, Fraction, Fraction]:
    """Give the parts of originator, touches and closer once the missing ones have passed theirs on."""
    first, between, last = Fraction(credit.originator), Fraction(credit.touches_between), Fraction(credit.closer)
    has_first, has_touches, has_last = has
    if has_touches:
        passed = (Fraction(0) if has_first else first) + (Fraction(0) if has_last else last)
        return (first if has_first else Fraction(0)), between + passed, (last if has_last else Fraction(0))
    if has_first and has_last:
        both = first + last
        return (first, Fraction(0), last) if both else (Fraction(1), Fraction(0), Fraction(1))
    return Fraction(has_first), Fraction(0), Fraction(has_last)
