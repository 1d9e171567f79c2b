"""Workbooks: Excel (.xlsx, .xlsm, .xls) and OpenDocument (.ods), one sheet of them, cell by cell as text.

What a cell holds is taken, not how it is shown: a date is ISO, a number has no trailing noise, a percentage is its
fraction.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from leadpact.connectors.tables_packed import MOST_RATIO, SMALL_BYTES, damaged, grows
from leadpact.connectors.tables_refused import Choice, TableAsks, TableRefused

MOST_UNPACKED = 2 << 30
MOST_CELLS = 40_000_000
"""Cells that one sheet may span: they are held in memory at once."""
_PIECE = 1 << 20
_REFERENCE = re.compile(rb'<c [^>]*?r="([A-Z]{1,3})(\d{1,7})"')
_ROW = re.compile(rb'<row [^>]*?r="(\d{1,7})"')
_WIDE = re.compile(rb' r="([A-Z]{2,3})\d')
_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d+)"')
_ODS_ROWS, _ODS_COLUMNS = 1 << 20, 1 << 14


class Sheet:
    """One sheet of a workbook, opened: its name, how many rows it has, and notes on what else there is."""

    def __init__(self, sheet: Any, notes: list[str]) -> None:
        self.name = str(sheet.name)
        self.lines = int(sheet.end[0]) + 1
        self.notes = notes
        self._sheet = sheet

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row's number in the sheet, from 1, and its cells as text."""
        for number, row in enumerate(self._sheet.iter_rows(), 1):
            yield number, [_text(cell) for cell in row]


def open_sheet(path: Path, wanted: str | None) -> Sheet:
    """Open the sheet that is wanted, or the only visible one with something in it.

    Raises ``TableRefused`` for a damaged, locked or boundless workbook, and ``TableAsks`` when several sheets have
    rows.
    """
    _check_size(path)
    try:
        book = CalamineWorkbook.from_path(path)
        visible = [
            each.name
            for each in book.sheets_metadata
            if each.typ == SheetTypeEnum.WorkSheet and (each.visible == SheetVisibleEnum.Visible or each.name == wanted)
        ]
        sheets = [book.get_sheet_by_name(name) for name in visible if wanted in (None, name)]
    except PasswordError:
        raise TableRefused("the workbook has a password.", str(path), "Save it without one.") from None
    except (CalamineError, OSError, ValueError, RuntimeError) as error:
        reason = f"the workbook cannot be read ({str(error).splitlines()[0][:200]})."
        raise TableRefused(reason, str(path), "Open it and save it anew, or save the sheet as CSV (UTF-8).") from None
    filled = [sheet for sheet in sheets if sheet.height]
    if len(filled) == 1:
        return Sheet(filled[0], _notes(book, filled[0]))
    if not filled:
        which = "the workbook has no sheet" if wanted is None else f"there is no sheet {wanted!r}"
        raise TableRefused(f"{which} with something in it.", str(path), "Open it and look for its table.")
    choices = tuple(Choice(sheet.name, f"{sheet.height:,} rows, {sheet.width} columns") for sheet in filled[:40])
    raise TableAsks(f"the workbook has {len(filled)} sheets with rows.", str(path), "sheet", choices)


def _notes(book: CalamineWorkbook, sheet: Any) -> list[str]:
    notes = []
    if len(book.sheet_names) > 1:
        notes.append(f"Read from the sheet {sheet.name!r}; the others hold nothing, or are hidden.")
    merged = sheet.merged_cell_ranges
    if merged:
        notes.append(f"{len(merged)} merged areas: their first cell has the value, the others count as blank.")
    return notes


def _check_size(path: Path) -> None:
    """Refuse a workbook that unpacks or spans beyond measure before it is loaded, which happens in memory at once."""
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            unpacked = sum(info.file_size for info in infos)
            if unpacked > MOST_UNPACKED or (unpacked > SMALL_BYTES and unpacked > MOST_RATIO * path.stat().st_size):
                raise grows(path)
            for info in infos:
                _check_member(path, archive, info)
    except (zipfile.BadZipFile, EOFError, RuntimeError, ValueError) as error:
        raise damaged(path, "workbook", error) from None


def _check_member(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """Unpack one part to see that it is what it says it is, and how far its cells reach."""
    is_sheet = info.filename.startswith("xl/worksheets/sheet")
    is_ods = info.filename == "content.xml"
    if info.filename.endswith(".bin") and info.filename.startswith("xl/worksheets/"):
        raise TableRefused("this is a binary workbook (.xlsb).", str(path), "Save it as .xlsx.")
    rows = columns = 1
    repeats = 0
    kept = b""
    with archive.open(info) as part:
        while piece := part.read(_PIECE):
            if not (is_sheet or is_ods):
                continue
            text = kept + piece
            kept = text[-200:]
            if is_sheet:
                rows = max([rows, *map(int, _ROW.findall(text))])
                columns = max([columns, *map(_column, set(_WIDE.findall(text)))])
            else:
                repeats += sum(int(found) for found in _REPEATED.findall(piece) if 1000 < int(found) < _ODS_COLUMNS)
    if rows * columns > MOST_CELLS or repeats > MOST_CELLS:
        reason = f"its cells span {rows:,} rows and {columns:,} columns."
        cure = "Delete what is far from the table (select the rows and columns after it and delete them), and save it."
        raise TableRefused(reason, str(path), cure)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _text(cell: Any) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else f"{cell:.15g}"
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return _span(cell) if isinstance(cell, timedelta) else str(cell)


def _span(cell: timedelta) -> str:
    seconds = int(cell.total_seconds())
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
