"""Where a table begins: its heading row, below blank rows, titles and comments, and the names of its columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import ceil

from leadpact.connectors.tables_refused import Choice, TableAsks, TableRefused

MOST_COLUMNS = 16_384
Seen = Sequence[tuple[int, list[str]]]
"""The first records, each with the line it begins on."""
_NUMBER = re.compile(r"[+-]?\d[\d.,' ]*%?")
_YEAR = re.compile(r"(19|20)\d\d")
_DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T].*)?")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def filled(record: Sequence[str]) -> int:
    """How many cells have a word in them."""
    return sum(1 for cell in record if cell.strip())


def find_heading(records: Seen, where: str, *, skips_first: bool = False) -> tuple[int, list[str], list[str]]:
    """The line of the heading row, its cells, and notes on what was passed over.

    Above a heading may stand blank rows, titles and comments: rows with at most half as many filled cells as
    the rows mostly have. Raises ``TableRefused`` when there is none, and ``TableAsks`` when the row looks like
    the rows below it.
    """
    usual = _usual_width([record for _, record in records])
    blank = padding = 0
    for place, (line, record) in enumerate(records):
        count = filled(record)
        if place == 0 and skips_first:
            continue
        if not count:
            blank += 1
        elif _is_padding(record, count, usual):
            padding += 1
        else:
            below = [each for _, each in records[place + 1 :] if filled(each)]
            if _looks_like_data(record, below):
                raise _ask_for_heading(line, record, where)
            return line, record, _notes_above(blank, padding)
    raise TableRefused("no heading row was found.", where, "Export it again with a row of column names.")


def said_heading(records: Seen, line: int, where: str) -> tuple[int, list[str], list[str]]:
    """The heading row that somebody named by its line; with line 0 the columns are numbered."""
    if line == 0:
        width = max((len(record) for _, record in records), default=0)
        if not width:
            raise TableRefused("there is no row with anything in it.", where, "Export it again.")
        return 0, [f"column {place}" for place in range(1, width + 1)], ["There is no heading; columns are numbered."]
    for first, record in records:
        if first == line and filled(record):
            return line, record, [f"The heading was said to be in line {line}."]
    raise TableRefused(f"line {line} cannot be the heading.", where, "Name the line of a row that has column names.")


def _ask_for_heading(line: int, record: Sequence[str], where: str) -> TableAsks:
    shown = ", ".join(cell.strip() for cell in record[:6])
    choices = (Choice(str(line), f"the headings are: {shown}"), Choice("0", "there are none; the columns are numbered"))
    return TableAsks("its first row looks like the rows below it: is it the heading?", where, "heading", choices)


def _looks_like_data(heading: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether the row holds what rows hold: an address, a date or a number over others of its kind, or its own copy."""
    for place, kind in enumerate(map(_kind, heading)):
        cells = [record[place].strip() for record in below if place < len(record) and record[place].strip()]
        if kind == "mail":
            return True
        if cells and kind and sum(cell == heading[place].strip() for cell in cells) * 2 >= len(cells):
            return True
        if kind in ("day", "number") and (_alike(kind, cells) if cells else not below):
            return True
    return False


def _alike(kind: str, cells: Sequence[str]) -> bool:
    return sum(_kind(cell) in (kind, "year") for cell in cells) * 2 > len(cells)


def _kind(cell: str) -> str:
    text = cell.strip()
    if not text:
        return ""
    if _YEAR.fullmatch(text):
        return "year"
    if _DAY.fullmatch(text):
        return "day"
    if _NUMBER.fullmatch(text):
        return "number"
    return "mail" if _MAIL.fullmatch(text) else "text"


def _usual_width(records: Sequence[Sequence[str]]) -> int:
    counts = Counter(count for record in records if (count := filled(record)))
    # The more frequent first; of equally frequent ones the wider, as titles and comments are narrow.
    return max(counts, key=lambda width: (counts[width], width), default=0)


def _is_padding(record: Sequence[str], count: int, usual: int) -> bool:
    if usual < 2:
        return False
    if usual == 2:
        # A lone first cell is a title or a comment; a lone second one is a heading with a blank before it.
        return count == 1 and bool(record[0].strip())
    return count <= ceil(usual / 2) - (usual % 2)


def _notes_above(blank: int, padding: int) -> list[str]:
    notes = []
    if blank:
        notes.append(f"{counted(blank, 'blank row')} above the heading skipped.")
    if padding:
        notes.append(f"{counted(padding, 'short row')} above the heading (a title or a comment) skipped.")
    return notes


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def names_of(cells: Sequence[str], where: str, widest: int, *, numbers: bool) -> tuple[str, ...]:
    """The headings, each in one line without outer spaces. Blank ones at the end, over nothing, are dropped.

    With ``numbers`` blank and double ones are told apart by a number; without it ``TableAsks`` is raised for them.
    """
    names = [" ".join(cell.split()) for cell in cells]
    while names and not names[-1] and len(names) > widest:
        names.pop()
    if any("\0" in name for name in names):
        raise TableRefused("a heading holds null bytes.", where, "Export the file again as CSV (UTF-8).")
    if len(names) > MOST_COLUMNS:
        reason = f"it has {len(names):,} columns; {MOST_COLUMNS:,} are the most."
        raise TableRefused(reason, where, "Check that this is a table with a line for each row.")
    blank = [str(place) for place, name in enumerate(names, 1) if not name]
    double = [name for name, count in Counter(names).items() if name and count > 1]
    if not blank and not double:
        return tuple(names)
    if numbers:
        return _numbered(names)
    complaints = [f"column {', '.join(blank[:20])} has no heading" if blank else ""]
    complaints.append(f"these headings stand twice: {', '.join(map(repr, double[:20]))}" if double else "")
    says = (
        "number them: "
        + ", ".join(new for new, old in zip(_numbered(names), names, strict=True) if new != old and len(new) < 60)[:120]
    )
    found = f"The headings found are: {', '.join(name or '(blank)' for name in names[:40])}."
    raise TableAsks(f"{'; '.join(filter(None, complaints))}. {found}", where, "names", (Choice("number", says),))


def _numbered(names: Sequence[str]) -> tuple[str, ...]:
    """Blank headings named by their place, further ones of a name by how many there were: ``name (2)``."""
    made: list[str] = []
    taken = set(names)
    for place, name in enumerate(names, 1):
        if name and name not in made:
            made.append(name)
            continue
        stem, number = (name, 2) if name else (f"column {place}", 1)
        fresh = f"{stem} ({number})" if number > 1 else stem
        while fresh in taken:
            number += 1
            fresh = f"{stem} ({number})"
        taken.add(fresh)
        made.append(fresh)
    return tuple(made)
