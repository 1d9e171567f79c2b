"""The file of rows that an import did not take: line, column, reason, value."""

from __future__ import annotations

import csv
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Protocol, Self

from django.conf import settings

from leadpact.connectors.shapes import Reject

FIRST = 20
"""Rejects that the report itself lists."""


class Report(Protocol):
    """What is told where the rejects are."""

    file: str
    is_dry_run: bool
    rejects_file: str
    rejects: list[Reject]


class Rejects:
    """Collects rejects: the first ones in the report, all of them in a file that is made with the first one.

    A trial makes no file. The file lies in ``imports`` in the home folder, which only its owner may read.
    """

    def __init__(self, run_id: int, report: Report) -> None:
        self._run_id = run_id
        self._report = report
        self._file: TextIOWrapper | None = None
        self._writer: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def add(self, reject: Reject) -> None:
        """Note one reject."""
        if len(self._report.rejects) < FIRST:
            self._report.rejects.append(reject)
        if self._report.is_dry_run:
            return
        if self._file is None:
            self._open()
        self._writer.writerow(reject)

    def _open(self) -> None:
        folder = Path(settings.HOME) / "imports"
        folder.mkdir(mode=0o700, exist_ok=True)
        stem = Path(self._report.file).stem[:80]
        path = folder / f"{self._run_id}-{stem}-rejects.csv"
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow(Reject._fields)
        self._report.rejects_file = str(path)
