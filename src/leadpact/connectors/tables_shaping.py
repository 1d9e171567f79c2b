"""From rows to shapes: a mapping, met with a file's headings, becomes one reader per slot of the shape.

Readers are prepared once; a row costs a few microseconds. Readings of repeating cells (dates, codes) are
remembered, a bounded number of them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from collections.abc import Mapping as Dictionary
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from leadpact.connectors import tables_cells as cells
from leadpact.connectors.shapes import (
    NO_VALUES,
    AccountShape,
    AssetShape,
    DealShape,
    LeadShape,
    OwnerShape,
    Reject,
    Shape,
    TouchShape,
    shown,
)
from leadpact.connectors.tables import Row
from leadpact.connectors.tables_cells import nearest
from leadpact.connectors.tables_mapping import read_mapping
from leadpact.connectors.tables_targets import (
    MAKES,
    TARGETS,
    Entry,
    Kind,
    MappingError,
    MappingRefused,
    MappingText,
    Target,
    reader_of,
)
from leadpact.rules.facts import KINDS

REJECT_COLUMNS = ("reject line", "reject column", "reject reason")
"""What a file of rejects says beside the file's own columns: mended, it comes in as it is."""
REMEMBERED = 4096
"""Readings of one column that are remembered."""
Get = Callable[[list[str]], Any]


class _BadCell(Exception):
    def __init__(self, column: str, reason: str, value: str) -> None:
        super().__init__(reason)
        self.column, self.reason, self.value = column, reason, value


class Mapping:
    """A mapping ready for rows with certain headings.

    ``makes`` names the shape (leads, touches, deals, accounts, owners, assets), ``fields`` the fields that rows may
    give a value, ``unused`` the headings that nothing is read from.
    """

    __slots__ = ("_fields", "_finish", "_fixed", "_read", "fields", "makes", "unused")

    def __init__(self, makes: str, slots: list[Get], fields: dict[str, Get], unused: tuple[str, ...]) -> None:
        self.makes = makes
        self.fields = tuple(fields)
        self.unused = unused
        # What is the same for every row is put in place beforehand.
        self._fixed = [get.value if isinstance(get, _Constant) else None for get in slots]
        self._read = tuple((place, get) for place, get in enumerate(slots) if not isinstance(get, _Constant))
        self._fields = tuple(fields.items())
        self._finish = _FINISH[makes]

    def shape(self, line: int, row: Row) -> Shape | Reject:
        """The shape that a row of the table says, or why it says none. A row rejected already stays so."""
        if isinstance(row, Reject):
            return row
        try:
            slots = self._fixed.copy()
            for place, get in self._read:
                slots[place] = get(row)
            values: Dictionary[str, str] = NO_VALUES
            if self._fields:
                values = {name: text for name, get in self._fields if (text := get(row))}
            return self._finish(slots, values)
        except _BadCell as bad:
            return Reject(line, bad.column, bad.reason, shown(bad.value))


def compile_mapping(text: str, file_name: str, headings: Sequence[str]) -> Mapping:
    """Read a mapping and fit it to a table's headings.

    Raises ``MappingRefused`` with every mistake, as ``file:line:column: path: message``.
    """
    return fit_mapping(read_mapping(text, file_name), headings)


def plain_mapping(makes: str) -> tuple[str, str]:
    """Text and file name of the mapping used when none is given: columns named as the shape's slots.

    ``makes`` is leads, touches, deals, accounts, owners or assets.
    """
    name = f"plain_{makes}.yaml"
    return (files("leadpact.connectors") / "mappings" / name).read_text("utf-8"), name


def fit_mapping(said: MappingText, headings: Sequence[str]) -> Mapping:
    """Fit a mapping that was read already to a table's headings.

    Raises ``MappingRefused`` naming every column that is missing.
    """
    fitting = _Fitting(said, headings)
    kinds = {target.name: target for target in TARGETS[said.shape]}
    slots = [fitting.slot(slot) for slot in MAKES[said.shape]._fields if slot != "values"]
    fields = {name: fitting.get(entry, "text", is_required=entry.is_required) for name, entry in said.fields.items()}
    if said.takes_other_columns:
        fields |= fitting.other_columns(kinds)
    if fitting.errors:
        raise MappingRefused(fitting.errors)
    unused = tuple(name for place, name in enumerate(headings) if place not in fitting.used)
    return Mapping(said.shape, slots, fields, unused)


class _Fitting:
    """One meeting of a mapping and a table's headings, collecting what is missing."""

    def __init__(self, said: MappingText, headings: Sequence[str]) -> None:
        self.said = said
        self.headings = tuple(headings)
        self.errors: list[MappingError] = []
        self.used: set[int] = set()
        self._exact = {_in_one_line(name): place for place, name in enumerate(headings)}
        self._folded: dict[str, list[int]] = {}
        for name, place in self._exact.items():
            self._folded.setdefault(name.casefold(), []).append(place)

    def slot(self, slot: str) -> Get:
        """The reader of a slot: of the one target that the mapping gives it, else its default."""
        for target in TARGETS[self.said.shape]:
            entry = self.said.columns.get(target.name)
            if target.slot == slot and entry is not None and not self._is_absent(entry, target):
                return self.get(entry, target.kind, is_required=target.is_required or entry.is_required)
        default = "buyer" if slot == "side" and self.said.shape == "leads" else None
        return _Constant(default)

    def _is_absent(self, entry: Entry, target: Target) -> bool:
        """Whether an optional column is not in the file and nothing stands for it."""
        if not entry.is_optional or entry.empty is not None or target.is_required:
            return False
        return all(self._place(name) is None for name in entry.sources)

    def get(self, entry: Entry, kind: Kind, *, is_required: bool) -> Get:
        """The reader of one entry."""
        read = reader_of(kind, entry)
        if entry.constant is not None:
            return _Constant(read(entry.constant) if entry.constant else None)
        empty = read(entry.empty) if entry.empty else None
        places = [self._place(name) for name in entry.sources]
        found = [place for place in places if place is not None]
        if len(found) < len(places):
            if not entry.is_optional or (is_required and empty is None):
                self._miss(entry, [name for name, place in zip(entry.sources, places, strict=True) if place is None])
            return _Constant(empty)
        self.used.update(found)
        if entry.is_digest:
            return _digest(found)
        if len(found) > 1:
            if kind == "instant":
                return _first_filled([self._one(place, entry, read, is_required=False) for place in found])
            return _joined(found, entry.sources) if entry.path == "key" else _worded(found, read)
        if entry.codes is not None:
            read = _coded(entry.codes, entry.otherwise, read)
        if entry.takes_first or kind not in {"id", "code", "text"} or entry.codes is not None or entry.date is not None:
            read = lru_cache(REMEMBERED)(read)
        if entry.takes_first:
            read = _first(read)
        return _cell(found[0], self.headings[found[0]], read, entry.blanks | {""}, empty, is_required=is_required)

    def _one(self, place: int, entry: Entry, read: Callable[[str], object], *, is_required: bool) -> Get:
        return _cell(place, self.headings[place], read, entry.blanks | {""}, None, is_required=is_required)

    def other_columns(self, targets: Dictionary[str, Target]) -> dict[str, Get]:
        """Readers of the columns that nothing else reads, as fields named by their headings."""
        fields: dict[str, Get] = {}
        for place, heading in enumerate(self.headings):
            name = re.sub(r"\W+", "_", heading.casefold()).strip("_")
            if (
                heading in REJECT_COLUMNS
                or place in self.used
                or name in targets
                or not name
                or name in fields
                or name in self.said.fields
            ):
                continue
            self.used.add(place)
            fields[name] = _cell(place, heading, cells.words, self.said.blanks | {""}, None, is_required=False)
        return fields

    def _place(self, name: str) -> int | None:
        wanted = _in_one_line(name)
        if wanted in self._exact:
            return self._exact[wanted]
        alike = self._folded.get(wanted.casefold(), [])
        return alike[0] if len(alike) == 1 else None

    def _miss(self, entry: Entry, names: list[str]) -> None:
        known = ", ".join(self.headings[:60]) or "none"
        for name in names:
            message = f"the file has no column {name!r}{nearest(name, self.headings)}; its headings are: {known}"
            self.errors.append(MappingError(self.said.file_name, entry.line, entry.column, entry.path, message))


def _in_one_line(name: str) -> str:
    return " ".join(name.split())


class _Constant:
    """A reader of what is the same for every row."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __call__(self, _row: list[str]) -> object:
        return self.value


def _cell(
    place: int, column: str, read: Callable[[str], object], blanks: frozenset[str], empty: object, *, is_required: bool
) -> Get:
    longest = cells.LONGEST_CODE if read is cells.code else cells.LONGEST_TEXT if read is cells.words else -1

    def get(row: list[str]) -> object:
        text = row[place].strip()
        if text in blanks:
            if is_required and empty is None:
                raise _BadCell(column, "it is blank, and every row needs it", text)
            return empty
        if len(text) <= longest:
            return text  # a plain code or plain words: nothing to read
        try:
            return read(text)
        except ValueError as error:
            raise _BadCell(column, str(error), text) from None

    return get


def _joined(places: list[int], columns: Sequence[str]) -> Get:
    """An id made of several columns, each of which must be filled."""

    def get(row: list[str]) -> str:
        parts = [row[place].strip() for place in places]
        if not all(parts):
            raise _BadCell(columns[parts.index("")], "it is blank, and it is a part of the row's own id", "")
        return "/".join(parts)

    return get


def _worded(places: list[int], read: Callable[[str], object]) -> Get:
    """A text made of several columns, such as first and last name; blank ones are left out."""

    def get(row: list[str]) -> object:
        text = " ".join(filter(None, (row[place].strip() for place in places)))
        return read(text) if text else None

    return get


def _first_filled(gets: Sequence[Get]) -> Get:
    """What the first of several columns says that says anything."""

    def get(row: list[str]) -> object:
        return next((found for each in gets if (found := each(row)) is not None), None)

    return get


def _digest(places: list[int]) -> Get:
    """An id for rows that have none: the same for the same words in these columns, whatever their case."""

    def get(row: list[str]) -> str:
        words = "\x1f".join(" ".join(row[place].casefold().split()) for place in places)
        if not words.strip("\x1f"):
            raise _BadCell("(row)", "it has no id, and nothing stands in the columns that tell who it is", "")
        return hashlib.sha256(words.encode()).hexdigest()[:24]

    return get


def _first(read: Callable[[str], object]) -> Callable[[str], object]:
    def read_first(text: str) -> object:
        first = re.split("[,;]", text, maxsplit=1)[0].strip()
        return read(first) if first else None

    return read_first


def _coded(codes: dict[str, str], otherwise: str, read: Callable[[str], object]) -> Callable[[str], object]:
    folded = {written.casefold(): meant for written, meant in codes.items()}

    def look_up(text: str) -> object:
        meant = codes.get(text)
        if meant is None:
            meant = folded.get(text.casefold())
        if meant is None:
            if otherwise == "reject":
                listed = ", ".join(list(codes)[:20])
                raise ValueError(f"the mapping gives it no meaning; it knows {listed}{nearest(text, codes)}")
            meant = "unknown" if otherwise == "unknown" else text
        return read(meant) if meant else None

    return look_up


def _lead(slots: list[Any], values: Dictionary[str, str]) -> Shape:
    return LeadShape._make((*slots, values))


def _account(slots: list[Any], values: Dictionary[str, str]) -> Shape:
    return AccountShape._make((*slots, values))


def _touch(slots: list[Any], _values: Dictionary[str, str]) -> Shape:
    if slots[5] is None:
        slots[5] = KINDS[slots[3]].side
    return TouchShape._make(slots)


def _owner(slots: list[Any], _values: Dictionary[str, str]) -> Shape:
    return OwnerShape._make(slots)


def _asset(slots: list[Any], _values: Dictionary[str, str]) -> Shape:
    return AssetShape._make(slots)


_LEAD = DealShape._fields.index("lead")


def _deal(slots: list[Any], values: Dictionary[str, str]) -> Shape:
    slots[_LEAD] = slots[_LEAD] or ""
    deal = DealShape._make((*slots, values))
    if deal.state == "open":
        # In most systems an open deal's closing date is a hope, not a fact.
        deal = deal._replace(closed_s=None)
    elif deal.closed_s is None:
        raise _BadCell("closed_at", f"a deal that is {deal.state} needs the day when it was closed", "")
    amount: object = deal.amount_minor
    if isinstance(amount, Decimal):
        try:
            deal = deal._replace(amount_minor=cells.minor_units(amount, deal.currency))
        except ValueError as error:
            raise _BadCell("amount", str(error), str(amount)) from None
    return deal


_FINISH: dict[str, Callable[[list[Any], Dictionary[str, str]], Shape]] = {
    "leads": _lead,
    "accounts": _account,
    "owners": _owner,
    "assets": _asset,
    "touches": _touch,
    "deals": _deal,
}
