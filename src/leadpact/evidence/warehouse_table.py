"""Whether a warehouse's table has the documented columns: all that is wrong with it is said at once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from typing import Any

from leadpact.evidence.copy_parts import NAMES
from leadpact.evidence.tables import FAR_S
from leadpact.evidence.warehouse_address import Address, WarehouseRefused
from leadpact.rules.facts import COLUMNS

FILLED = ("seq", "kind", "occurred_s", "recorded_s")
"""Columns that are filled in every fact; the id is too, but to count texts of a large table takes long."""
_INSTANTS = ("occurred_s", "recorded_s")
_TEXT = ("text", "varchar", "character varying", "string")
_FITS: dict[str, tuple[str, ...]] = {
    "whole": (
        *(
            "bigint",
            "integer",
            "int",
            "smallint",
            "tinyint",
            "mediumint",
            "long",
            "short",
            "byte",
            "bigserial",
            "serial",
        ),
        *("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uinteger", "usmallint", "utinyint"),
    ),
    "fraction": ("double precision", "double", "float8", "float64"),
    "text": _TEXT,
    "day": ("date", "date32", *_TEXT),
}
_MEANS = {
    "int64": ("whole", "a whole number of 64 bits"),
    "int32": ("whole", "a whole number of 32 bits"),
    "float64": ("fraction", "a fraction of 64 bits"),
    "string": ("text", "a text of any length"),
    "date": ("day", "a date"),
}
_WRAPS = re.compile(r"(?:nullable|lowcardinality)\((.*)\)")


def check_columns(address: Address, found: Iterable[tuple[str, str]]) -> None:
    """Refuse a table that lacks a column or has one of another type; ``found`` are its names and types.

    Raises:
        WarehouseRefused: the text names every such column, what was found and what is expected.
    """
    types = {str(name): str(type_) for name, type_ in found}
    wrong = [
        line
        for column in COLUMNS
        if column.name in NAMES and (line := _wrong(address.engine, column.name, column.type, types))
    ]
    if wrong:
        listed = "\n".join(f"- {line}" for line in wrong)
        many = f"{len(wrong)} columns are" if len(wrong) > 1 else "a column is"
        raise WarehouseRefused(
            f"{address.shown}, table {address.table}: {many} not as measures need:\n{listed}\n"
            "docs/reference/facts.md describes all of them. A view that renames and casts will do: ?table=its_name"
        )


def rows_sql(address: Address) -> str:
    """The query whose answer ``check_rows`` reads: one look at all facts, in the SQL of every engine."""
    filled = ", ".join(f"COUNT({name})" for name in FILLED)
    latest = ", ".join(f"MAX({name})" for name in _INSTANTS)
    return f"SELECT COUNT(*), MIN(seq), MAX(seq), {filled}, {latest} FROM {address.table}"


def check_rows(address: Address, told: Sequence[Sequence[Any]]) -> None:
    """Refuse a table that measures would count wrongly; ``told`` is the answer to ``rows_sql``.

    That is one without facts, with facts that lack what each needs, with more facts than numbers (so that some came
    twice), or with instants that are not in seconds.

    Raises:
        WarehouseRefused: see above.
    """
    facts, first, last, *more = told[0]
    if not facts:
        raise address.refused(f"the table {address.table} holds no facts yet; fill it from: leadpact export facts")
    filled = dict(zip(FILLED, more, strict=False))
    empty = [f"{name} ({facts - filled[name]:,})" for name in FILLED if filled[name] < facts]
    if empty:
        raise address.refused(
            f"the table {address.table} has facts without {', '.join(empty)}; each of the {facts:,} needs them: fill "
            "them, or leave these facts out with a view: ?table=its_name"
        )
    if facts > int(last) - int(first) + 1:
        raise address.refused(
            f"the table {address.table} holds {facts:,} facts, but seq runs from {first} to {last} only, so some came "
            "twice and would count twice: load them once, or take each seq once with a view: ?table=its_name"
        )
    for name, at in zip(_INSTANTS, more[len(FILLED) :], strict=True):
        if int(at) >= FAR_S:
            raise address.refused(f"{name} is {at}; expected seconds since 1970, not parts of them")


def _wrong(engine: str, name: str, type_: str, types: dict[str, str]) -> str:
    """What is wrong with a column; empty when nothing is."""
    family, means = _MEANS[type_]
    if name not in types:
        lowered = {each.lower(): each for each in types}
        near = difflib.get_close_matches(name, lowered, 1)
        hint = f" (is it {lowered[near[0]]}?)" if near and lowered[near[0]] not in NAMES else ""
        return f"{name}: missing{hint}; expected {means}"
    fits = _FITS[family]
    if engine == "sqlite" and family == "fraction":
        fits = (*fits, "real", "float")  # There they are of 64 bits.
    return "" if _plain_type(types[name]) in fits else f"{name}: found {types[name]}; expected {means}"


def _plain_type(type_: str) -> str:
    """A type's name without what wraps it, its length and its sign."""
    name = type_.strip().lower()
    while wrapped := _WRAPS.fullmatch(name):
        name = wrapped[1]
    return re.sub(r"\(.*?\)", "", name).replace(" unsigned", "").strip()
