"""How the tables of an answer are read, whatever its measure declares of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any

from leadpact.evidence.measure import Layout, Shown

Row = Mapping[str, Any]
SHARES = frozenset(("promise_kept",))
"""Numbers by month that are shares; all others count."""
NUMBERS = frozenset(("count", "number", "days", "share", "points", "amount", "followed"))
"""Kinds of columns that hold numbers."""
_ENDS = ("_low", "_high", "_se")


def layouts_of(declared: Sequence[Layout], rows: Sequence[Row], dimension: str | None = None) -> tuple[Layout, ...]:
    """The declared layouts, else one guessed from the rows; with the column of the dimension that they are split by."""
    found = tuple(declared) or ((Layout("", "The figures", tuple(_guessed(rows))),) if rows else ())
    if dimension is None:
        return found
    return tuple(_split(layout, dimension) for layout in found)


def _split(layout: Layout, dimension: str) -> Layout:
    if any(column.name == dimension for column in layout.columns):
        first = [column for column in layout.columns if column.name == dimension]
        rest = [column for column in layout.columns if column.name != dimension]
    else:
        first, rest = [Shown(dimension, dimension.replace("_", " ").capitalize(), "code")], list(layout.columns)
    return replace(
        layout, columns=(*first, *rest), key=(dimension, *(name for name in layout.key if name != dimension))
    )


def _guessed(rows: Sequence[Row]) -> list[Shown]:
    """Columns as their names and values suggest."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    found = []
    for name in names:
        if name == "support" or any(name.endswith(end) and name.removesuffix(end) in names for end in _ENDS):
            continue
        values = [row[name] for row in rows if row.get(name) is not None]
        title = name.removesuffix("_minor").replace("_", " ").capitalize()
        found.append(Shown(name, title, _guessed_kind(name, values, has_range=f"{name}_low" in names)))
    return found


def _guessed_kind(name: str, values: Sequence[Any], *, has_range: bool) -> str:
    if name == "person_id":
        return "person"
    if not values or not all(isinstance(value, (int, float)) for value in values):
        return "code"
    if name.endswith("_minor"):
        return "amount"
    if has_range and all(0 <= value <= 1 for value in values):
        return "share"
    return "count" if all(float(value).is_integer() for value in values) else "days"


def table_of(body: Any, layout: Layout) -> Sequence[Row]:
    """The rows of a layout in an answer as JSON."""
    rows: Sequence[Row] = body["tables"].get(layout.table, ()) if layout.table else body["rows"]
    return rows


def named_by(layout: Layout) -> tuple[Shown, ...]:
    """The columns that name a row: those before the first number."""
    return tuple(takewhile(lambda column: column.kind not in NUMBERS, layout.columns)) or layout.columns[:1]


def drawn_of(layouts: Sequence[Layout], body: Mapping[str, Any]) -> tuple[Layout, list[Row]]:
    """The table to draw of an answer without pictures of its own: that of the whole with its rows, else the first."""
    layout = next((each for each in layouts if each.whole), layouts[0])
    wanted = (layout.whole or {}).items()
    return layout, [row for row in table_of(body, layout) if all(row.get(name) == value for name, value in wanted)]


def figure_of(layout: Layout) -> tuple[Shown | None, Shown | None]:
    """The column to draw: its first share, and the first count beside it."""
    named = named_by(layout)
    share = next((column for column in layout.columns if column.kind == "share"), None)
    count = next((column for column in layout.columns if column.kind == "count" and column not in named), None)
    return share, count
