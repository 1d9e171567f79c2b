"""JSON and JSON lines as tables: a list of records, a list of rows, or a record on each line.

A record within a record becomes columns with dots (``address.city``); a list of plain values is written in one cell,
divided by semicolons.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from leadpact.connectors.shapes import Reject, shown
from leadpact.connectors.tables_packed import opened_text
from leadpact.connectors.tables_refused import Choice, TableAsks, TableRefused

MOST_BYTES = 256 << 20
"""A JSON file that is not one record a line is held in memory; a larger one is refused."""
MOST_DEPTH = 6
MOST_COLUMNS = 16_384
LONGEST_LINE = 16 << 20
_CURE = "Write it as JSON lines (one record a line) or CSV."
Row = list[str] | Reject


class _Twice(ValueError):
    """A key stands twice in one record."""


class JsonTable:
    """A JSON file opened as a table: its columns, how many rows, and the rows one by one."""

    def __init__(
        self, headings: tuple[str, ...], lines: int, rows: Iterator[tuple[int, Row]], notes: list[str]
    ) -> None:
        self.headings, self.lines, self.rows, self.notes = headings, lines, rows, notes


def open_json(path: Path, encoding: str, member: str | None, wanted: str | None) -> JsonTable:
    """Open a file of JSON or JSON lines; ``wanted`` names the list in it that is meant.

    Raises ``TableRefused`` when it is no JSON or no table, and ``TableAsks`` when it holds several lists.
    """
    with opened_text(path, encoding, member) as text:
        first, second = _filled_line(text), _filled_line(text)
    if second.lstrip().startswith(("{", "[")) and _is_whole(first):
        return _lines_table(path, encoding, member)
    with opened_text(path, encoding, member) as text:
        whole = text.read(MOST_BYTES)
        if text.read(1):
            raise TableRefused(f"it is JSON of more than {MOST_BYTES >> 20} MB.", str(path), _CURE)
    try:
        found = json.loads(whole, object_pairs_hook=_record, parse_int=str, parse_float=str)
    except _Twice as error:
        raise TableRefused(str(error), str(path), "Export it anew with one value for each name.") from None
    except json.JSONDecodeError as error:
        reason = f"it is no JSON: line {error.lineno}, column {error.colno}: {error.msg}."
        raise TableRefused(reason, str(path), "Export it again, or as CSV (UTF-8).") from None
    except RecursionError:
        raise TableRefused("its records lie too deep within each other.", str(path), _CURE) from None
    return _whole_table(path, found, wanted)


def _filled_line(text: TextIO) -> str:
    line = text.readline(LONGEST_LINE)
    while line and not line.strip():
        line = text.readline(LONGEST_LINE)
    return line


def _record(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise _Twice(f"the name {double!r} stands twice in one record.")
    return made


def _is_whole(line: str) -> bool:
    try:
        return isinstance(json.loads(line.removeprefix("\ufeff")), dict | list)
    except (ValueError, RecursionError):
        return False


def _whole_table(path: Path, found: Any, wanted: str | None) -> JsonTable:
    notes = []
    if isinstance(found, dict):
        lists = {name: each for name, each in found.items() if isinstance(each, list) and _is_table(each)}
        name = wanted if wanted in lists else next(iter(lists)) if len(lists) == 1 and _holds(found, lists) else None
        if name is None and lists:
            choices = tuple(Choice(each, f"{len(rows):,} records") for each, rows in list(lists.items())[:40])
            raise TableAsks("the JSON holds a list beside other things: is it the table?", str(path), "sheet", choices)
        if name is None:
            raise TableRefused("this JSON is one record, not a table of rows.", str(path), "Export a list of records.")
        notes.append(f"The rows are those of {name!r}.")
        found = lists[name]
    if not isinstance(found, list) or not _is_table(found):
        raise TableRefused("this JSON is no list of records.", str(path), "Export a list of records, or CSV (UTF-8).")
    if isinstance(found[0], list):
        headings = tuple(_text(cell) for cell in found[0])
        if len(set(headings)) != len(headings) or not all(name.strip() for name in headings):
            raise TableRefused("a heading is blank or stands twice.", str(path), "Give each column a name of its own.")
        return JsonTable(headings, len(found) - 1, _from_lists(headings, found[1:]), notes)
    flat = [_flat(record) for record in found]
    columns: dict[str, None] = {}
    for record in flat:
        columns.update(dict.fromkeys(record))
    _check_columns(path, columns)
    names = tuple(columns)
    rows = ((number, [record.get(name, "") for name in names]) for number, record in enumerate(flat, 1))
    return JsonTable(names, len(flat), rows, notes)


def _holds(found: dict[str, Any], lists: dict[str, Any]) -> bool:
    """Whether the record is there for its list: beside it stand only plain values."""
    return all(name in lists or not isinstance(each, dict | list) for name, each in found.items())


def _is_table(found: list[Any]) -> bool:
    return bool(found) and (
        all(isinstance(each, dict) for each in found)
        or (len(found) > 1 and all(isinstance(each, list) for each in found))
    )


def _check_columns(path: Path, columns: dict[str, None]) -> None:
    if not columns or len(columns) > MOST_COLUMNS:
        reason = "its records have no names." if not columns else f"its records have {len(columns):,} different names."
        raise TableRefused(reason, str(path), "Export a list of records, or CSV (UTF-8).")


def _from_lists(headings: tuple[str, ...], found: list[Any]) -> Iterator[tuple[int, Row]]:
    for number, cells in enumerate(found, 2):
        yield number, _fitted(number, [_text(cell) for cell in cells], headings)


def _fitted(number: int, cells: list[str], headings: tuple[str, ...]) -> Row:
    if len(cells) == len(headings):
        return cells
    reason = f"the row has {len(cells)} cells, the heading {len(headings)}"
    return Reject(number, "(row)", reason, shown(" ".join(cells)))


def _lines_table(path: Path, encoding: str, member: str | None) -> JsonTable:
    """A record on each line: read once for the names of the columns, and once more for the rows."""
    columns: dict[str, None] = {}
    count = 0
    is_lists = False
    for _, record in _lines(path, encoding, member):
        count += 1
        if isinstance(record, dict):
            columns.update(dict.fromkeys(record))
            _check_columns(path, columns or {"": None})
        elif isinstance(record, list) and count == 1:
            is_lists = True
            columns = dict.fromkeys(record)
    _check_columns(path, columns)
    names = tuple(columns)
    return JsonTable(names, count - is_lists, _line_rows(path, encoding, member, names, is_lists=is_lists), [])


def _line_rows(
    path: Path, encoding: str, member: str | None, names: tuple[str, ...], *, is_lists: bool
) -> Iterator[tuple[int, Row]]:
    for place, (number, record) in enumerate(_lines(path, encoding, member)):
        if isinstance(record, Reject):
            yield number, record
        elif isinstance(record, dict):
            yield number, [record.get(name, "") for name in names]
        elif not (is_lists and place == 0):
            yield number, _fitted(number, record, names)


def _lines(path: Path, encoding: str, member: str | None) -> Iterator[tuple[int, dict[str, str] | list[str] | Reject]]:
    """Each line that is not blank, with its number: its record flat, its cells, or why it is none."""
    with opened_text(path, encoding, member) as text:
        for number, line in enumerate(text, 1):
            if not line.strip():
                continue
            try:
                found = json.loads(
                    line.removeprefix("\ufeff"), object_pairs_hook=_record, parse_int=str, parse_float=str
                )
            except _Twice as error:
                yield number, Reject(number, "(row)", str(error).rstrip("."), shown(line))
                continue
            except (ValueError, RecursionError):
                yield number, Reject(number, "(row)", "the line is no JSON record", shown(line))
                continue
            if isinstance(found, dict):
                yield number, _flat(found)
            elif isinstance(found, list):
                yield number, [_text(cell) for cell in found]
            else:
                yield number, Reject(number, "(row)", "the line is no JSON record", shown(line))


def _flat(record: dict[str, Any]) -> dict[str, str]:
    flat: dict[str, str] = {}
    _flatten(record, "", 0, flat)
    return flat


def _flatten(record: dict[str, Any], prefix: str, depth: int, flat: dict[str, str]) -> None:
    for name, value in record.items():
        if isinstance(value, dict) and value and depth < MOST_DEPTH:
            _flatten(value, f"{prefix}{name}.", depth + 1, flat)
        else:
            flat[f"{prefix}{name}"] = _text(value)


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and not any(isinstance(each, dict | list) for each in value):
        return ";".join(_text(each) for each in value)
    return json.dumps(value, ensure_ascii=False)
