"""A CRM's export read whole, column by column: only what means something here is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from leadpact.connectors.settle_columns import Columns, recognise
from leadpact.connectors.settle_dates import Dates, Order, order_of, read
from leadpact.connectors.shapes import Reject
from leadpact.connectors.tables import Table, open_table
from leadpact.connectors.tables_cells import number
from leadpact.connectors.tables_reading import ReadAs, TableAsks
from leadpact.rules.settle_words import is_true

BATCH_ROWS = 20_000
DATES = ("created", "good_at", "first_contact", "activity_at", "closed")
NUMBERS = ("score", "cost", "amount", "times_contacted")
_JOINED = {"email": ";", "phone": ";", "activity": " / ", "stage": " / "}
"""Meanings whose columns are put together, with the sign between them; of others the first that is filled counts."""
_OWN_WORDS = frozenset(("email", "phone", "company", "name", "first_name", "last_name"))
"""Meanings that have other words in nearly every row."""
_NOT_KEPT = frozenset(("deleted", "id"))
_MOST_ALIKE = 200_000
NO_ANSWERS: Mapping[str, str] = MappingProxyType({})
_LEAST_KNOWN = 3
MOST_REJECTS = 20
_LONGEST_ATTRIBUTE = 80


@dataclass(slots=True)
class Export:
    """A file read. Lists have one entry per row that was taken.

    ``texts`` by meaning; ``dates`` and ``numbers`` by meaning, read; ``ids`` and ``others`` by the column's place.
    """

    name: str
    columns: Columns
    texts: dict[str, list[str]] = field(default_factory=dict)
    dates: dict[str, Dates] = field(default_factory=dict)
    numbers: dict[str, list[float | None]] = field(default_factory=dict)
    ids: dict[int, list[str]] = field(default_factory=dict)
    others: dict[int, list[str]] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)
    refused: int = 0
    rejects: list[Reject] = field(default_factory=list)
    deleted: int = 0
    notes: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.lines)

    def text(self, meaning: str) -> list[str]:
        """The words of a meaning, empty where the file has no such column."""
        return self.texts.get(meaning, [])

    def seconds(self, meaning: str) -> list[int]:
        """The instants of a meaning, empty where the file has no such column."""
        found = self.dates.get(meaning)
        return found.seconds if found else []


def headings_of(path: Path, *, answers: Mapping[str, str] = NO_ANSWERS) -> Columns:
    """What the columns of a file mean, from its headings alone. Raises ``TableRefused``."""
    return recognise(_opened(path, answers).headings)


def _opened(path: Path, answers: Mapping[str, str]) -> Table:
    """The file as a table. ``answers`` are by setting, and only heard where the file asks for them."""
    how = ReadAs(names="number")  # A heading that stands twice is told apart by its number.
    while True:
        try:
            return open_table(path, read_as=how)
        except TableAsks as asks:
            known = answers.get(asks.setting) or (_first_line(path, how) if asks.setting == "heading" else None)
            if known is None or getattr(how, asks.setting) is not None:
                raise
            how = ReadAs(**{**how._asdict(), asks.setting: int(known) if asks.setting == "heading" else known})


def _first_line(path: Path, how: ReadAs) -> str | None:
    """The first line as the heading, where it has words that headings have, whatever the rows below look like."""
    means = recognise(open_table(path, read_as=how._replace(heading=1)).headings).means
    return "1" if len(means) >= _LEAST_KNOWN else None


def read_export(
    path: Path, *, name: str, zone: tzinfo, order: Order | None = None, given: Mapping[str, str] | None = None,
    has_others: bool = False, answers: Mapping[str, str] = NO_ANSWERS,
) -> Export:  # fmt: skip
    """Read a file. ``has_others`` keeps the columns without a meaning too, cut to short codes.

    Raises ``TableRefused``, ``NoSuchColumn``, and ``TwoDates`` where a date could be two dates.
    """
    table = _opened(path, answers)
    columns = recognise(table.headings, given)
    export = Export(name, columns)
    keeping = _Keeping(export, has_others=has_others)
    for batch in _batches(table.rows, BATCH_ROWS):
        keeping.take(batch)
    export.notes.extend(table.notes)
    keeping.settle(zone, order)
    return export


def _batches(rows: Iterable[tuple[int, list[str] | Reject]], size: int) -> Iterator[list[tuple[int, Any]]]:
    walked = iter(rows)
    while batch := list(islice(walked, size)):
        yield batch


class _Keeping:
    """The columns of a file as they grow."""

    def __init__(self, export: Export, *, has_others: bool) -> None:
        self._export = export
        columns = export.columns
        self._raw: dict[str, list[str]] = {meaning: [] for meaning in columns.means if meaning not in _NOT_KEPT}
        known = columns.known
        others = [place for place in range(len(columns.headings)) if has_others and place not in known]
        export.others = {place: [] for place in others}
        export.ids = {place: [] for place in columns.ids}
        self._same: dict[str, str] = {}

    def take(self, batch: Sequence[tuple[int, list[str] | Reject]]) -> None:
        export = self._export
        good: list[tuple[int, list[str]]] = []
        gone = export.columns.first("deleted")
        for line, row in batch:
            if isinstance(row, Reject):
                export.refused += 1
                if len(export.rejects) < MOST_REJECTS:
                    export.rejects.append(row)
            elif gone is not None and is_true(row[gone]):
                export.deleted += 1
            else:
                good.append((line, row))
        if not good:
            return
        export.lines.extend(line for line, _ in good)
        by_column = list(zip(*(row for _, row in good), strict=True))
        for meaning, kept in self._raw.items():
            places = export.columns.means[meaning]
            kept.extend(self._one([by_column[place] for place in places], meaning))
        for place, ids in export.ids.items():
            ids.extend(map(str.strip, by_column[place]))
        for place, others in export.others.items():
            others.extend(self._alike(cell.strip()[:_LONGEST_ATTRIBUTE] for cell in by_column[place]))

    def _one(self, cells: Sequence[Sequence[str]], meaning: str) -> Iterable[str]:
        between = _JOINED.get(meaning)
        texts: Iterable[str]
        if len(cells) == 1:
            texts = map(str.strip, cells[0])
        elif between is None:
            texts = (next((cell.strip() for cell in row if cell.strip()), "") for row in zip(*cells, strict=True))
        else:
            texts = (between.join(filter(None, map(str.strip, row))) for row in zip(*cells, strict=True))
        return texts if meaning in _OWN_WORDS else self._alike(texts)

    def _alike(self, texts: Iterable[str]) -> list[str]:
        """One object for equal texts, while there are not very many."""
        if len(self._same) > _MOST_ALIKE:
            return list(texts)
        keep = self._same.setdefault
        return [keep(text, text) for text in texts]

    def settle(self, zone: tzinfo, order: Order | None) -> None:
        """Read dates and numbers, once all rows are known."""
        export = self._export
        dates = {meaning: self._raw.pop(meaning) for meaning in DATES if meaning in self._raw}
        chosen = order or order_of(dates.values())
        for meaning, values in dates.items():
            heading = export.columns.heading(export.columns.means[meaning][0])
            export.dates[meaning] = found = read(values, zone, chosen, f"{export.name}, {heading}")
            if found.unread:
                export.notes.append(f"{heading}: {found.unread:,} dates cannot be read, such as {found.example!r}.")
        for meaning in NUMBERS:
            if meaning in self._raw:
                export.numbers[meaning] = _numbers(self._raw.pop(meaning))
        export.texts = self._raw
        self._same = {}


def _numbers(values: Sequence[str]) -> list[float | None]:
    """Numbers of a column; with a decimal comma where the column's values only make sense so."""
    distinct = [text for text in dict.fromkeys(values) if text]
    has_comma = sum(_number(text, True) is not None for text in distinct[:2000]) > sum(
        _number(text, False) is not None for text in distinct[:2000]
    )
    known: dict[str, float | None] = {text: _number(text, has_comma) for text in distinct}
    return [known.get(text) for text in values]


def _number(text: str, has_comma: bool) -> float | None:
    bare = text.strip().strip("%").strip()
    if bare[:3].isalpha() and bare[:3].isupper():  # a currency's code before the amount
        bare = bare[3:].strip()
    try:
        return float(number(bare, has_comma=has_comma))
    except (ValueError, OverflowError):
        return None
