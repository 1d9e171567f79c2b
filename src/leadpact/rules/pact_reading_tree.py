"""What a pact's file is read from: a tree that knows its places, and the errors found in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TypeVar

from leadpact.rules.terms import Field

T = TypeVar("T")
SHOWN = 60
"""Longest piece of a file repeated in a message, in characters."""
LISTED = 12
"""At most so many valid names are listed when none of them is near."""


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of the file: a text, nothing (None), a list, or a map. Lines and columns count from 1.

    Every scalar is its text, so that ``on``, ``NO`` and ``08:00`` mean what they say. ``keys`` holds the place
    (line, column) of each key of a map.
    """

    value: str | tuple[Node, ...] | dict[str, Node] | None
    line: int
    column: int
    keys: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PactError:
    """A mistake in a pact's file. ``path`` leads to it: ``good_lead.points[3].when``, counted from 1."""

    line: int
    column: int
    path: str
    message: str
    file: str = "pact.yaml"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.path}: {self.message}"


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a pact may use besides its own, and those it declares itself.

    ``zones`` and ``countries`` (``DE``, ``DE-BY``) None means that nobody can check them here. A field mapped to
    None was declared with a mistake: it exists, and nothing more is said about it.
    """

    measures: tuple[str, ...]
    zones: frozenset[str] | None
    countries: frozenset[str] | None
    file: str
    fields: Mapping[str, Field | None] = field(default_factory=dict)
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    used_lists: set[str] = field(default_factory=set)


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """The end of a message: the nearest valid name, else the valid names if they are few, else nothing."""
    valid = list(names)
    by_small = {each.casefold(): each for each in valid}
    near = get_close_matches(name.casefold().replace(" ", "_"), by_small, n=1) or get_close_matches(
        name.casefold(), by_small, n=1
    )
    if near:
        return f"; did you mean `{by_small[near[0]]}`?"
    if valid and len(valid) <= LISTED:
        return "; expected " + (" or ".join(valid) if len(valid) < 3 else "one of " + ", ".join(valid))
    return ""


def shown(text: str) -> str:
    """A text of the file as a message repeats it: in backquotes, on one line, cut when long."""
    line = " ".join(text.split())
    return f"`{line[: SHOWN - 1]}…`" if len(line) > SHOWN else f"`{line}`"


@dataclass(frozen=True, slots=True)
class Spot:
    """A node on its path, with the names in use and the list that errors are added to."""

    node: Node
    path: str
    names: Names
    errors: list[PactError]

    def fail(self, message: str, at: tuple[int, int] | None = None) -> None:
        """Add an error at this place, or at another (line, column)."""
        line, column = at or (self.node.line, self.node.column)
        self.errors.append(PactError(line, column, self.path or "pact", message, self.names.file))

    def child(self, key: str, node: Node) -> Spot:
        """The spot of a map's value."""
        return Spot(node, f"{self.path}.{key}" if self.path else key, self.names, self.errors)

    def kind(self) -> str:
        """What is found here, in words."""
        value = self.node.value
        if value is None:
            return "nothing"
        if isinstance(value, str):
            return shown(value) if value else "an empty text"
        return "a list" if isinstance(value, tuple) else "a map of keys and values"

    def text(self, expected: str = "a text") -> str:
        """The text found here; an empty one, and an error, for anything else."""
        value = self.node.value
        if isinstance(value, str) and value.strip():
            return value
        if value is None or isinstance(value, str):
            self.fail(f"nothing is given here; expected {expected}, or remove the line")
        else:
            self.fail(f"expected {expected}, found {self.kind()}")
        return ""

    def items(self, least: int = 0, expected: str = "a list `[a, b]`") -> list[Spot]:
        """The spots of a list's entries; fewer than ``least`` are an error."""
        value = self.node.value
        if not isinstance(value, tuple):
            self.fail(f"expected {expected}, found {self.kind()}")
            return []
        if len(value) < least:
            self.fail(
                f"expected {expected} with at least {least} {'entry' if least == 1 else 'entries'}, found {len(value)}"
            )
        return [Spot(node, f"{self.path}[{i}]", self.names, self.errors) for i, node in enumerate(value, 1)]

    def entries(self, expected: str = "a map `{name: value}`") -> dict[str, Spot]:
        """The spots of a map with free keys."""
        value = self.node.value
        if not isinstance(value, dict):
            self.fail(f"expected {expected}, found {self.kind()}")
            return {}
        return {key: self.child(key, node) for key, node in value.items()}

    def section(self, keys: Sequence[str], required: Sequence[str] = ()) -> Section:
        """A map with known keys; an unknown or a missing one is an error."""
        value = self.node.value
        if not isinstance(value, dict):
            self.fail(f"expected a map with {_listed(required or keys)}, found {self.kind()}")
            return Section({}, is_sound=False)
        spots: dict[str, Spot] = {}
        unknown = [key for key in value if key not in keys]
        for key, node in value.items():
            spot = self.child(key, node)
            if key in unknown:
                free = [each for each in keys if each not in value]
                spot.fail(f"`{key}` is not a known key here{did_you_mean(key, free)}", self.node.keys.get(key))
            else:
                spots[key] = spot
        for key in required:
            if key not in value and not any(get_close_matches(each, [key]) for each in unknown):
                self.child(key, self.node).fail(f"`{key}` is missing")
        return Section(spots, is_sound=not unknown)


def _listed(names: Sequence[str]) -> str:
    some = ", ".join(f"`{name}`" for name in names[:LISTED])
    return some + (", …" if len(names) > LISTED else "")


@dataclass(frozen=True, slots=True)
class Section:
    """The known keys found in a map. ``is_sound`` is False when there were others, or no map at all."""

    spots: dict[str, Spot]
    is_sound: bool

    def read(self, key: str, reader: Callable[[Spot], T], otherwise: T) -> T:
        """The value of a key as ``reader`` reads it, or ``otherwise`` when the key is absent."""
        spot = self.spots.get(key)
        return otherwise if spot is None else reader(spot)
