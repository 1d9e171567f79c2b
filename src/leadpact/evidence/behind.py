"""How the leads behind a figure are named: by the very expressions that counted them.

A figure is named by a key: the columns of its row and what of it was counted, as texts, such as
``{"month": "2018-03", "found_by": "marketing", "stage": "won"}``. The same snapshot gives exactly as many.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

PERIOD = ("as_of_s", "since_s", "until_s")
Key = Mapping[str, str]
Clause = Callable[[str, Key, Mapping[str, int]], str]


@dataclass(frozen=True, slots=True)
class Behind:
    """How the rows behind a measure's figures are found.

    ``build`` gives one row per lead or clock, ``item`` is the column that names it, ``clauses`` say by name of a
    part of the key which rows it means, and ``always`` which rows count at all. ``shape`` as of a ``Query``.
    ``tells_late`` are the outcomes by which a reader would learn whether a promise of one person was kept. Leads that
    chance chose for a trial (``is_drawn``) are not shown to those who follow them up. ``blanks`` are the parts of which
    an empty text is a value of its own; of all others it says nothing.
    """

    build: Callable[..., Any]
    item: str
    clauses: Mapping[str, Clause]
    needs: tuple[str, ...] = PERIOD
    always: str = "1 = 1"
    shape: Callable[[Mapping[str, Any]], Hashable] | None = None
    is_drawn: bool = False
    tells_late: frozenset[str] = frozenset()
    blanks: frozenset[str] = frozenset()


def text(value: str) -> str:
    """A text as SQL writes it."""
    if "\0" in value:
        raise ValueError("a text with a zero sign")
    return "'" + value.replace("'", "''") + "'"


def same(column: str) -> Clause:
    """A part of a key that stands in a column of the same name."""
    return lambda value, _key, _values: f"{column} = {text(value)}"


def anything(value: str, _key: Key, _values: Mapping[str, int]) -> str:
    """A part of a key that does not choose among leads."""
    return f"{text(value)} = {text(value)}"
