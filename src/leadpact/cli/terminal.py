"""What commands write: answers on standard output, everything else on standard error."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping, Sequence

WIDEST = 60
"""A cell of a table is cut after so many signs."""
EVERY_S = 0.2
"""Progress is written at most so often."""


def answer(text: str) -> None:
    """Write to standard output."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def say(text: str) -> None:
    """Write to standard error."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


class Progress:
    """Counts aloud on long work: one line that is written over on a terminal, or lines when asked for.

    Give it to an operation as its ``progress``; ``end`` finishes the line.
    """

    def __init__(self, what: str, *, is_asked: bool = False) -> None:
        self._what = what
        self._is_terminal = sys.stderr.isatty()
        self._is_shown = self._is_terminal or is_asked
        self._last = 0.0
        self._written = False

    def __call__(self, done: int, of: int, what: str = "") -> None:
        """Show how far it came; ``what`` names the part at hand."""
        now = time.monotonic()
        if not self._is_shown or (now - self._last < EVERY_S and done < of):
            return
        self._last = now
        share = f" ({100 * done // of} %)" if of else ""
        text = f"{self._what}: {done:,} of about {of:,}{share}{f', {what}' if what else ''}"
        sys.stderr.write(f"\r{text}\x1b[K" if self._is_terminal else f"{text}\n")
        sys.stderr.flush()
        self._written = self._is_terminal

    def end(self) -> None:
        """Finish the line."""
        if self._written:
            sys.stderr.write("\n")
            self._written = False


def add_progress(parser: argparse.ArgumentParser) -> None:
    """The option that shows progress also where nobody watches."""
    parser.add_argument("--progress", action="store_true", help="show progress even when this is no terminal")


def table(rows: Sequence[Mapping[str, object]]) -> str:
    """Rows as a table of text, columns in the order they first appear; numbers to the right."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    cells = [[_cell(row.get(column)) for column in columns] for row in rows]
    widths = [max([len(column), *(len(line[place]) for line in cells)]) for place, column in enumerate(columns)]
    is_number = [
        all(isinstance(row.get(column), int | float | None) for row in rows) for column in columns
    ]  # booleans too: they read the same on either side

    def line(texts: Sequence[str]) -> str:
        padded = (
            text.rjust(width) if right else text.ljust(width)
            for text, width, right in zip(texts, widths, is_number, strict=True)
        )
        return "  ".join(padded).rstrip()

    return "\n".join([line(columns), line(["-" * width for width in widths]), *map(line, cells)])


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = f"{value:.4g}" if isinstance(value, float) else str(value)
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"
