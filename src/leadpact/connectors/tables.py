"""Tables in files of every common kind: their heading row, and their rows one by one as text.

Delimited text is read by the csv module in its strict mode: a row that it cannot read for sure is rejected, never
guessed at. Memory does not grow with the file, except for workbooks and JSON that is not one record a line.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from leadpact.connectors.shapes import Reject, shown
from leadpact.connectors.tables_encoding import SAMPLE_BYTES
from leadpact.connectors.tables_heading import counted, filled, find_heading, names_of, said_heading
from leadpact.connectors.tables_json import open_json
from leadpact.connectors.tables_packed import codec_of, opened_text
from leadpact.connectors.tables_reading import Choice, Contents, ReadAs, TableAsks, TableRefused, examine, kind_of

DELIMITERS = (",", ";", "\t", "|")
DELIMITER_NAMES = {"comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "pipe": "|", "bar": "|"}
NAMES_OF_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe"}
LOOKED_AT = 100
"""Rows that the guesses look at."""
FOOTER_MOST = 20
"""Lone cells below a table that count as its footer."""

Record = list[str] | csv.Error
Row = list[str] | Reject
Records = Iterator[tuple[int, int, Record]]


@dataclass(slots=True)
class Table:
    """A file opened as a table.

    ``rows`` can be walked once: the line a row begins on, and its cells or why it is rejected. Every row that
    is not rejected has as many cells as there are headings. ``lines`` is about how many lines the file has,
    for progress. ``notes`` say what was skipped or guessed; those about rows come when these have been walked.
    ``kind`` is text, book, json or parquet; only text has an encoding and a delimiter, only books a sheet.
    """

    path: Path
    headings: tuple[str, ...]
    encoding: str
    delimiter: str
    heading_line: int
    lines: int
    notes: list[str] = field(default_factory=list)
    rows: Iterator[tuple[int, Row]] = field(default_factory=lambda: iter(()))
    kind: str = "text"
    sheet: str = ""
    member: str | None = None
    is_guess: bool = False
    odd: dict[int, list[str]] = field(default_factory=dict)
    """Rows with too many or too few cells, by line, as they stand: for who gives them back; who reads may clear it."""


def open_table(
    path: Path | str, *, encoding: str | None = None, delimiter: str | None = None, read_as: ReadAs | None = None
) -> Table:
    """Open a file and find its kind, encoding, delimiter and headings, unless these are given.

    Raises ``TableRefused`` with what is wrong, where, and what to do, and ``TableAsks`` (one of them) when it can be
    read once a question is answered; both before any row is read.
    """
    path = Path(path)
    asked = read_as or ReadAs()
    asked = asked._replace(encoding=encoding or asked.encoding, delimiter=delimiter or asked.delimiter)
    kind, sample = kind_of(path, asked.member)
    if kind == "book":
        return _book(path, asked)
    if kind == "parquet":
        from leadpact.connectors.tables_parquet import open_parquet_table  # noqa: PLC0415 - slow to load

        names, lines, rows = open_parquet_table(path)
        return Table(path, names, "", "", 0, lines, [], rows, kind)
    contents = examine(path, sample, asked.encoding, asked.member)
    if kind == "json":
        found = open_json(path, contents.encoding, asked.member, asked.sheet)
        return Table(
            path, found.headings, contents.encoding, "", 0, found.lines, found.notes, found.rows, kind,
            asked.sheet or "", asked.member,
        )  # fmt: skip
    return _text(path, contents, asked)


def _text(path: Path, contents: Contents, asked: ReadAs) -> Table:
    start, declared = _sample_text(contents)
    chosen = _named_delimiter(asked.delimiter, path) or declared or _guess_delimiter(start, path)
    records = _first_records(_reader(io.StringIO(start, newline=""), chosen))
    where = str(path)
    if asked.heading is None:
        line, cells, notes = find_heading(records, where, skips_first=declared is not None)
    else:
        line, cells, notes = said_heading(records, asked.heading, where)
    below = [record for first, record in records if first > line and filled(record)]
    names = names_of(cells, f"{path}, line {line}", _widest(below), numbers=asked.names == "number")
    if len(names) == 1 and asked.delimiter is None:
        _check_is_table(below, path)
    if contents.is_guess:
        notes.insert(0, f"The encoding was guessed: {contents.encoding}. If letters look wrong, say it with encoding:.")
    table = Table(path, names, contents.encoding, chosen, line, contents.lines, notes, member=contents.member)
    table.is_guess = contents.is_guess
    table.rows = _text_rows(table, has_null=contents.has_null)
    return table


def _book(path: Path, asked: ReadAs) -> Table:
    from leadpact.connectors.tables_sheets import open_sheet  # noqa: PLC0415 - only workbooks need it

    sheet = open_sheet(path, asked.sheet)

    def records() -> Records:
        return ((number, number, _trimmed(row)) for number, row in sheet.rows())

    start = _first_records(records())
    where = f"{path}, sheet {sheet.name!r}"
    if asked.heading is None:
        line, cells, notes = find_heading(start, where)
    else:
        line, cells, notes = said_heading(start, asked.heading, where)
    below = [record for first, record in start if first > line and filled(record)]
    wide = _widest(below)
    cells = [*cells, *[""] * (wide - len(cells))]  # What stands beside the headings is a column without one.
    names = names_of(cells, f"{where}, row {line}", wide, numbers=asked.names == "number")
    table = Table(path, names, "", "", line, sheet.lines, [*sheet.notes, *notes], kind="book", sheet=sheet.name)
    # In a sheet every row is as wide as the sheet; what is short of the headings is blank.
    table.rows = _rows(table, ((one, two, _padded(row, len(names))) for one, two, row in records()), has_null=False)
    return table


def _trimmed(row: list[str]) -> Record:
    while row and not row[-1].strip():
        row.pop()
    return row


def _padded(row: Record, width: int) -> Record:
    return row if isinstance(row, csv.Error) or not row or len(row) >= width else row + [""] * (width - len(row))


def _check_is_table(below: list[list[str]], path: Path) -> None:
    """Ask for the delimiter of a table of one column whose rows fall apart: it is prose, or cut by another sign."""
    if below and sum(len(record) > 1 and filled(record) > 1 for record in below) * 2 > len(below):
        choices = tuple(Choice(name, "") for name in NAMES_OF_DELIMITERS.values())
        raise TableAsks("it does not look like a table: its rows have no common cut.", str(path), "delimiter", choices)


def _sample_text(contents: Contents) -> tuple[str, str | None]:
    """The first lines as text, and the delimiter that a first line ``sep=;`` (written by Excel) declares."""
    text = contents.sample.decode(codec_of(contents.encoding)[0], "ignore")
    if not contents.is_whole:
        text = text[: max(text.rfind("\n"), text.rfind("\r")) + 1]
        if not text:
            reason = f"the first line is longer than {SAMPLE_BYTES // 1024} KB."
            raise TableRefused(reason, str(contents.path), "Check that this is a table with a line for each row.")
    first = text[:8].lower().rstrip("\r\n")
    declared = first[4:5] if first.startswith("sep=") and len(first.splitlines()[0]) == 5 else None
    return text, declared


def _named_delimiter(delimiter: str | None, path: Path) -> str | None:
    if delimiter is None:
        return None
    sign = DELIMITER_NAMES.get(delimiter, delimiter)
    if len(sign) != 1 or sign in '"\r\n ':
        raise TableRefused(
            f"{delimiter!r} cannot be a delimiter.", str(path), "Give one sign: comma, semicolon, tab or pipe."
        )
    return sign


def _reader(lines: Iterable[str], delimiter: str) -> Records:
    """Records with their first and last line; a record that cannot be read is the csv module's error."""
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)
    while True:
        first = reader.line_num + 1
        record: Record
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            record = error
        yield first, reader.line_num, record


def _first_records(read: Records) -> list[tuple[int, list[str]]]:
    """The first records that can be read, up to ``LOOKED_AT`` of them with a word in them."""
    records: list[tuple[int, list[str]]] = []
    count = 0
    for first, _, record in read:
        if isinstance(record, list):
            records.append((first, record))
            count += filled(record) > 0
            if count == LOOKED_AT:
                break
    return records


def _guess_delimiter(text: str, path: Path) -> str:
    """The one delimiter that cuts heading and rows alike; ``clevercsv`` is asked only when several do, or none."""
    fits: list[str] = []
    occurring: list[tuple[float, str]] = []
    for delimiter in DELIMITERS:
        records = _first_records(_reader(io.StringIO(text, newline=""), delimiter))
        widths = [len(record) for _, record in records if filled(record)]
        if not widths:
            continue
        width, count = Counter(widths).most_common(1)[0]
        if width > 1:
            occurring.append((count / len(widths), delimiter))
            if count >= 0.8 * len(widths) and widths[0] == width:
                fits.append(delimiter)
    if len(fits) == 1:
        return fits[0]
    if not occurring:
        return "\t" if path.name.lower().removesuffix(".gz").endswith((".tsv", ".tab")) else ","
    if len(occurring) == 1:
        return occurring[0][1]
    return _ask_clevercsv(text) or max(occurring)[1]


def _ask_clevercsv(text: str) -> str | None:
    # Its time grows with what it sees; the first lines say enough.
    sample = "".join(text[:8192].splitlines(keepends=True)[:LOOKED_AT])
    clevercsv: Any = import_module("clevercsv")  # Slow to load, and hardly ever asked.
    try:
        dialect = clevercsv.Detector().detect(sample, delimiters=list(DELIMITERS))
    except clevercsv.Error:
        return None
    found = dialect.delimiter if dialect is not None else None
    return found if found in DELIMITERS else None


def _widest(below: list[list[str]]) -> int:
    """The number of cells up to the last one with a word in it."""
    return max((_used(record) for record in below), default=0)


def _used(record: list[str]) -> int:
    return max((place for place, cell in enumerate(record, 1) if cell.strip()), default=0)


def _text_rows(table: Table, *, has_null: bool) -> Iterator[tuple[int, Row]]:
    with opened_text(table.path, table.encoding, table.member) as text:
        yield from _rows(table, _reader(text, table.delimiter), has_null=has_null)


def _rows(table: Table, records: Records, *, has_null: bool) -> Iterator[tuple[int, Row]]:
    """The rows below the heading: the line each begins on, with its cells, as many as headings, or its reject."""
    width, heading_line = len(table.headings), table.heading_line
    blank = taken = 0
    footer: list[tuple[int, Row]] = []
    for first, last, record in records:
        if first <= heading_line:
            continue
        if not isinstance(record, list):
            yield first, _unreadable(first, last, record)
            continue
        if not record or not (record[0].strip() or filled(record)):
            blank += 1
            continue
        taken += 1
        row: Row = record
        if has_null and (null := _null_cell(first, record, table.headings)):
            row = null
        elif len(record) != width:
            row = _fitted(first, record, table.headings)
            if isinstance(row, Reject):
                table.odd[first] = record
        if blank and width > 2 and filled(record) == 1 and len(footer) < FOOTER_MOST:
            footer.append((first, row))
            continue
        if footer:
            yield from _flushed(footer)
        yield first, row
    yield from _end(table, blank, taken, footer)


def _flushed(held: list[tuple[int, Row]]) -> Iterator[tuple[int, Row]]:
    """What was held as a possible footer, and is none as rows came after it."""
    yield from held
    held.clear()


def _end(table: Table, blank: int, taken: int, footer: list[tuple[int, Row]]) -> Iterator[tuple[int, Row]]:
    if footer and isinstance(footer[0][1], Reject) and taken > len(footer):
        what = counted(len(footer), "short line")
        table.notes.append(f"{what} below the table, from line {footer[0][0]} on, skipped (a footer).")
    else:
        yield from footer
    if blank:
        table.notes.append(f"{counted(blank, 'blank row')} skipped.")
    if not taken:
        table.notes.append("There is no row below the heading.")


def _fitted(line: int, record: list[str], headings: tuple[str, ...]) -> Row:
    width = len(headings)
    if len(record) < width:
        reason = (
            f"the row has {counted(len(record), 'cell')}, the heading {width}: this one and all after it are missing"
        )
        return Reject(line, headings[len(record)], reason, shown(record[-1]))
    extra = record[width:]
    if not any(cell.strip() for cell in extra):
        return record[:width]
    reason = f"the row has {counted(len(record), 'cell')}, the heading {width}: a delimiter too many or quotes missing"
    return Reject(line, f"column {width + 1}", reason, shown(" ".join(extra)))


def _null_cell(line: int, record: list[str], headings: tuple[str, ...]) -> Reject | None:
    for place, cell in enumerate(record):
        if "\0" in cell:
            column = headings[place] if place < len(headings) else f"column {place + 1}"
            return Reject(line, column, "the cell holds a null byte, a sign of a damaged export", shown(cell))
    return None


def _unreadable(first: int, last: int, error: csv.Error) -> Reject:
    text = str(error)
    lines = f"line {first}" if first >= last else f"lines {first} to {last}"
    if "unexpected end" in text:
        reason = f"a quotation mark opened here is never closed: {lines} cannot be read"
    elif "field limit" in text:
        size = f"{csv.field_size_limit():,}"
        reason = f"a cell is longer than {size} characters, or its quotation mark is not closed: {lines} cannot be read"
    elif "expected after" in text:
        reason = 'text follows a closing quotation mark: write a quotation mark within a cell twice ("")'
    else:
        reason = f"{lines} cannot be read ({text})"
    return Reject(first, "(row)", reason)
