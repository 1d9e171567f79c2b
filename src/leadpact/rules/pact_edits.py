"""Changes to a draft's file: what is set, put in, taken out or moved; and two changes of one file brought together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from leadpact.rules.pact_reading_tree import Node
from leadpact.rules.pact_writing_criteria import Tree

Step = str | int
Path = tuple[Step, ...]
"""The way to a place: names of keys, and places in lists counted from 0."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change. ``set`` and ``insert`` carry a value, ``move`` the place in the list it goes to.

    ``set`` to None takes the key away. ``insert`` puts the value before the place that ``path`` ends with.
    """

    act: Literal["set", "insert", "remove", "move"]
    path: Path
    value: Tree | None = None
    to: int = 0


def plain(node: Node) -> Tree | None:
    """A piece of a file without its places."""
    value = node.value
    if isinstance(value, dict):
        return {key: _or_empty(child) for key, child in value.items()}
    return [_or_empty(child) for child in value] if isinstance(value, tuple) else value


def _or_empty(node: Node) -> Tree:
    found = plain(node)
    return "" if found is None else found


def at(tree: Tree | None, path: Path) -> Tree | None:
    """The piece of a tree at a place; None when there is none."""
    for step in path:
        if isinstance(tree, dict) and isinstance(step, str):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and 0 <= step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


class Clash(NamedTuple):
    """A place that both changed: the pieces of the file as they were, as one wrote them, and as the other did."""

    before: str
    mine: str
    theirs: str


class Merged(NamedTuple):
    """Two changes brought together; ``text`` is None when both changed the same places, which ``clashes`` holds.

    ``with_mine`` is the text that takes mine at those places and theirs at all others.
    """

    text: str | None
    clashes: tuple[Clash, ...]
    with_mine: str


class _Hunk(NamedTuple):
    low: int
    high: int
    pieces: tuple[str, ...]


def merge(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> Merged:
    """Bring two changes of one file together, piece by piece (three-way merge: Khanna, Kunal, Pierce 2007).

    Pieces are what is changed as a whole, a row or a key. Two pieces put in at the same place are both kept, the
    other's first; the same change made twice is made once.
    """
    ours, others = _hunks(base, mine), _hunks(base, theirs)
    clashes = [
        Clash("".join(base[a.low : a.high]), "".join(a.pieces), "".join(b.pieces))
        for a in ours
        for b in others
        if a != b and _meet(a, b)
    ]
    kept = [hunk for hunk in others if hunk not in ours and not any(_meet(hunk, each) for each in ours)]
    text = _joined(base, [*((hunk, 0) for hunk in kept), *((hunk, 1) for hunk in ours)])
    return Merged(None if clashes else text, tuple(clashes), text)


def _joined(base: Sequence[str], hunks: list[tuple[_Hunk, int]]) -> str:
    found: list[str] = []
    place = 0
    for hunk, _ in sorted(hunks, key=lambda each: (each[0].low, each[0].high, each[1])):
        found += [*base[place : hunk.low], *hunk.pieces]
        place = max(place, hunk.high)
    return "".join([*found, *base[place:]])


def _hunks(base: Sequence[str], other: Sequence[str]) -> list[_Hunk]:
    found: list[_Hunk] = []
    for tag, a, b, c, d in SequenceMatcher(None, base, other, autojunk=False).get_opcodes():
        if tag == "replace" and b - a == d - c:  # As many pieces as before: each is a change of its own.
            found += [_Hunk(a + n, a + n + 1, (other[c + n],)) for n in range(b - a)]
        elif tag != "equal":
            found.append(_Hunk(a, b, tuple(other[c:d])))
    return found


def _meet(one: _Hunk, other: _Hunk) -> bool:
    """Whether two changes touch the same piece; something put in touches only what was changed around it."""
    for put_in, hunk in ((one, other), (other, one)):
        if put_in.low == put_in.high:
            return hunk.low < put_in.low < hunk.high
    return max(one.low, other.low) < min(one.high, other.high)
