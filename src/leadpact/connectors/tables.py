"""Tables in CSV files: their delimiter, their heading row, and their rows one by one.

Reading is the csv module's, in its strict mode: a row that it cannot read for sure is rejected, never
guessed at. Memory does not grow with the file.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path

import clevercsv

from leadpact.connectors.shapes import Reject, shown
from leadpact.connectors.tables_reading import SAMPLE_BYTES, Contents, TableRefused, examine, opened_text

DELIMITERS = (",", ";", "\t", "|")
DELIMITER_NAMES = {"comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "pipe": "|", "bar": "|"}
LOOKED_AT = 100
"""Rows that the guesses look at."""

Record = list[str] | csv.Error
Row = list[str] | Reject


@dataclass(slots=True)
class Table:
    """A file opened as a table.

    ``rows`` can be walked once: the line a row begins on, and its cells or why it is rejected. Every row that
    is not rejected has as many cells as there are headings. ``lines`` is about how many lines the file has,
    for progress. ``notes`` say what was skipped or guessed; those about rows come when these have been walked.
    """

    path: Path
    headings: tuple[str, ...]
    encoding: str
    delimiter: str
    heading_line: int
    lines: int
    notes: list[str] = field(default_factory=list)
    rows: Iterator[tuple[int, Row]] = field(default_factory=lambda: iter(()))


def open_table(path: Path | str, *, encoding: str | None = None, delimiter: str | None = None) -> Table:
    """Open a CSV file (or .csv.gz) and find its encoding, delimiter and headings, unless these are given.

    Raises ``TableRefused`` with what is wrong, where, and what to do, before any row is read.
    """
    path = Path(path)
    contents = examine(path, encoding)
    start, declared = _sample_text(contents)
    chosen = _named_delimiter(delimiter, path) or declared or _guess_delimiter(start, path)
    skipped, heading_line, cells, notes = _find_heading(start, chosen, path, is_declared=declared is not None)
    headings = _headings(cells, heading_line, path, _widest(start, chosen))
    if contents.is_guess:
        notes.insert(0, f"The encoding was guessed: {contents.encoding}. If letters look wrong, say it with encoding:.")
    table = Table(path, headings, contents.encoding, chosen, heading_line, contents.lines, notes)
    table.rows = _rows(table, skipped, has_null=contents.has_null)
    return table


def _sample_text(contents: Contents) -> tuple[str, str | None]:
    """The first lines as text, and the delimiter that a first line ``sep=;`` (written by Excel) declares."""
    text = contents.sample.decode(contents.encoding, "ignore")
    if not contents.is_whole:
        text = text[: max(text.rfind("\n"), text.rfind("\r")) + 1]
        if not text:
            reason = f"the first line is longer than {SAMPLE_BYTES // 1024} KB."
            raise TableRefused(reason, str(contents.path), "Check that this is a CSV file with a line for each row.")
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


def _reader(lines: Iterable[str], delimiter: str) -> Iterator[tuple[int, int, Record]]:
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


def _first_records(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """The records of the sample that can be read, up to ``LOOKED_AT`` of them with a word in them."""
    records: list[tuple[int, list[str]]] = []
    filled = 0
    for first, _, record in _reader(io.StringIO(text, newline=""), delimiter):
        if isinstance(record, list):
            records.append((first, record))
            filled += _filled(record) > 0
            if filled == LOOKED_AT:
                break
    return records


def _filled(record: list[str]) -> int:
    return sum(1 for cell in record if cell.strip())


def _guess_delimiter(text: str, path: Path) -> str:
    """The one delimiter that cuts heading and rows alike; ``clevercsv`` is asked only when several do, or none."""
    fits: list[str] = []
    occurring: list[tuple[float, str]] = []
    for delimiter in DELIMITERS:
        widths = [len(record) for _, record in _first_records(text, delimiter) if _filled(record)]
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
    try:
        dialect = clevercsv.Detector().detect(sample, delimiters=list(DELIMITERS))
    except clevercsv.Error:
        return None
    found = dialect.delimiter if dialect is not None else None
    return found if found in DELIMITERS else None


def _widest(text: str, delimiter: str) -> int:
    """The number of cells up to the last one with a word in it, over the first rows below the first."""
    records = [record for _, record in _first_records(text, delimiter) if _filled(record)][1:]
    return max((_used(record) for record in records), default=0)


def _used(record: list[str]) -> int:
    return max((place for place, cell in enumerate(record, 1) if cell.strip()), default=0)


def _find_heading(text: str, delimiter: str, path: Path, *, is_declared: bool) -> tuple[int, int, list[str], list[str]]:
    """The heading row: how many records lie above it, its line, its cells, and notes on what was passed over.

    Above a heading may stand blank rows, titles and comments: rows with at most half as many filled cells as
    the rows mostly have.
    """
    records = _first_records(text, delimiter)
    usual = _usual_width([record for _, record in records])
    blank = padding = 0
    for place, (line, record) in enumerate(records):
        filled = _filled(record)
        if place == 0 and is_declared:
            continue
        if not filled:
            blank += 1
        elif _is_padding(record, filled, usual):
            padding += 1
        else:
            return _records_above(text, delimiter, line), line, record, _notes_above(blank, padding)
    raise TableRefused("no heading row was found.", str(path), "Export it again with a row of column names.")


def _usual_width(records: list[list[str]]) -> int:
    counts = Counter(filled for record in records if (filled := _filled(record)))
    # The more frequent first; of equally frequent ones the wider, as titles and comments are narrow.
    return max(counts, key=lambda width: (counts[width], width), default=0)


def _is_padding(record: list[str], filled: int, usual: int) -> bool:
    if usual < 2:
        return False
    if usual == 2:
        # A lone first cell is a title or a comment; a lone second one is a heading with a blank before it.
        return filled == 1 and bool(record[0].strip())
    return filled <= ceil(usual / 2) - (usual % 2)


def _records_above(text: str, delimiter: str, heading_line: int) -> int:
    lines = io.StringIO(text, newline="")
    return sum(1 for first, _, _ in _reader(lines, delimiter) if first < heading_line)


def _notes_above(blank: int, padding: int) -> list[str]:
    notes = []
    if blank:
        notes.append(f"{_counted(blank, 'blank row')} above the heading skipped.")
    if padding:
        notes.append(f"{_counted(padding, 'short row')} above the heading (a title or a comment) skipped.")
    return notes


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _headings(cells: list[str], line: int, path: Path, widest: int) -> tuple[str, ...]:
    """The headings, each in one line without outer spaces. Blank ones at the end, over nothing, are dropped."""
    names = [" ".join(cell.split()) for cell in cells]
    while names and not names[-1] and len(names) > widest:
        names.pop()
    where = f"{path}, line {line}"
    found = f"The headings found are: {', '.join(name or '(blank)' for name in names[:40])}."
    cure = f"{found} Give each column a name of its own; if this row is not the heading, put one above it."
    blank = [str(place) for place, name in enumerate(names, 1) if not name]
    double = [name for name, count in Counter(names).items() if name and count > 1]
    if blank or double:
        complaints = [f"column {', '.join(blank)} has no heading" if blank else ""]
        complaints.append(f"these headings stand twice: {', '.join(map(repr, double))}" if double else "")
        raise TableRefused("; ".join(filter(None, complaints)) + ".", where, cure)
    if any("\0" in name for name in names):
        raise TableRefused("a heading holds null bytes.", where, "Export the file again as CSV (UTF-8).")
    return tuple(names)


def _rows(table: Table, skipped: int, *, has_null: bool) -> Iterator[tuple[int, Row]]:
    """The rows below the heading: the line each begins on, with its cells, as many as headings, or its reject."""
    width = len(table.headings)
    blank = taken = 0
    with opened_text(table.path, table.encoding) as text:
        for place, (first, last, record) in enumerate(_reader(text, table.delimiter)):
            if place <= skipped:
                continue
            if not isinstance(record, list):
                yield first, _unreadable(first, last, record)
                continue
            if not record or not (record[0].strip() or _filled(record)):
                blank += 1
                continue
            taken += 1
            if has_null and (null := _null_cell(first, record, table.headings)):
                yield first, null
            elif len(record) == width:
                yield first, record
            else:
                yield first, _fitted(first, record, table.headings)
    if blank:
        table.notes.append(f"{_counted(blank, 'blank row')} skipped.")
    if not taken:
        table.notes.append("There is no row below the heading.")


def _fitted(line: int, record: list[str], headings: tuple[str, ...]) -> Row:
    width = len(headings)
    if len(record) < width:
        reason = (
            f"the row has {_counted(len(record), 'cell')}, the heading {width}: this one and all after it are missing"
        )
        return Reject(line, headings[len(record)], reason, shown(record[-1]))
    extra = record[width:]
    if not any(cell.strip() for cell in extra):
        return record[:width]
    reason = f"the row has {_counted(len(record), 'cell')}, the heading {width}: a delimiter too many or quotes missing"
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
