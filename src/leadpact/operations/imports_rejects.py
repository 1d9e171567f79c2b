"""The file of rows that an import did not take: the rows themselves, as they stood, with line, column and reason."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Protocol, Self, cast

from django.conf import settings

from leadpact.connectors.shapes import Reject
from leadpact.connectors.tables_shaping import REJECT_COLUMNS

FIRST = 20
"""Rejects that the report itself lists."""
_FORMULA = re.compile(r"\s*(?:[=@\t\r]|[+-](?![\d\s()./,-]*$))")


class Report(Protocol):
    """What is told where the rejects are."""

    file: str
    is_dry_run: bool
    rejects_file: str
    rejects: list[Reject]


class Layout(Protocol):
    """How the file was written whose rejects these are: so is the file of rejects, as far as it can be."""

    headings: tuple[str, ...]
    encoding: str
    delimiter: str

    def row_at(self, line: int) -> Sequence[str] | None:
        """The row that begins on a line, as it stands in the file."""
        ...


class Rejects:
    """Collects rejects: the first ones in the report, all of them in a file that is made with the first one.

    The file has the columns of the original in its delimiter and encoding, then line, column and reason, so that it
    can be mended and brought in again. What a spreadsheet would run as a formula gets an apostrophe before it. A
    trial makes no file. It lies in ``imports`` in the home folder, which only its owner may read. ``done_bytes`` is
    how long it was when an import that goes on was broken off: what came after is written anew.
    """

    def __init__(self, run_id: int, report: Report, layout: Layout, *, done_bytes: int = 0) -> None:
        self._run_id = run_id
        self._report = report
        self._layout = layout
        self._file: TextIOWrapper | None = None
        self._writer: Any = None
        path = _folder() / f"{run_id}-{Path(report.file).stem[:80]}-rejects.csv"
        self._path = path
        self.lines: list[int] = []
        if done_bytes and path.exists():
            with path.open("r+b") as raw:
                raw.truncate(done_bytes)
            self._open("a")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def add(self, reject: Reject) -> None:
        """Note one reject; ``lines`` are those of all."""
        self.lines.append(reject.line)
        if len(self._report.rejects) < FIRST:
            self._report.rejects.append(reject)
        if self._report.is_dry_run:
            return
        if self._file is None:
            self._open("w")
        row = self._layout.row_at(reject.line)
        width = len(self._layout.headings)
        cells = list(row or [reject.value])[:width]
        cells += [""] * (width - len(cells))
        self._writer.writerow([*map(harmless, cells), reject.line, reject.column, reject.reason])

    def kept_bytes(self) -> int:
        """How long the file is, with everything so far written out; 0 when there is none."""
        if self._file is None:
            return 0
        self._file.flush()
        return self._path.stat().st_size

    def _open(self, mode: str) -> None:
        is_new = mode == "w"
        encoding = self._layout.encoding if _can_write(self._layout.encoding) else "utf-8-sig"
        if not is_new and encoding in ("utf-8-sig", "utf-16", "utf-32"):
            encoding = encoding.removesuffix("-sig") if encoding == "utf-8-sig" else f"{encoding}-le"
        opened = self._path.open(mode, encoding=encoding, errors="replace", newline="")
        self._file = cast("TextIOWrapper", opened)
        self._writer = csv.writer(opened, delimiter=self._layout.delimiter or ",")
        if is_new:
            self._writer.writerow([*self._layout.headings, *REJECT_COLUMNS])
        self._report.rejects_file = str(self._path)


def _folder() -> Path:
    folder = Path(settings.HOME) / "imports"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _can_write(encoding: str) -> bool:
    try:
        "".encode(encoding)
    except LookupError:
        return False
    return bool(encoding)


def harmless(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would run as a formula; numbers and phones stay."""
    return f"'{text}" if _FORMULA.match(text) else text
