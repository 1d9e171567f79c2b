"""Leads, companies, deals, touches, owners and material from a table, by a mapping of its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from leadpact.connectors.shapes import Reject, Shape
from leadpact.connectors.tables import Table, open_table
from leadpact.connectors.tables_mapping import read_mapping
from leadpact.connectors.tables_reading import ReadAs
from leadpact.connectors.tables_shaping import Mapping, fit_mapping, plain_mapping
from leadpact.connectors.tables_targets import MappingError, MappingRefused
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Appended, Book
from leadpact.operations.account_records import TakenAccount, take_accounts
from leadpact.operations.asset_records import TakenAsset, take_assets
from leadpact.operations.capture import Captured, Intake
from leadpact.operations.deal_records import TakenDeal, take_deals
from leadpact.operations.imports_rows import Batch, Rows, Taken, rejected
from leadpact.operations.owner_records import TakenOwner, take_owners
from leadpact.operations.touches import take_touches

BATCH_ROWS = 4000
Done = tuple[list[Taken], list[Appended]]


def open_records(
    path: Path,
    shape: str,
    mapping_text: str | None,
    mapping_name: str,
    *,
    read_as: ReadAs,
) -> Rows:
    """Open a table and fit the mapping to it.

    Raises ``TableRefused`` and ``MappingRefused`` with every mistake, also when the mapping is for another shape.
    """
    text, name = (mapping_text, mapping_name) if mapping_text is not None else plain_mapping(shape)
    said = read_mapping(text, name)
    if said.shape != shape:
        wrong = f"the mapping is for {said.shape}; the file is to be brought in as {shape}"
        raise MappingRefused([MappingError(name, 1, 1, "shape", wrong)])
    read_as = read_as._replace(
        encoding=read_as.encoding or said.encoding, delimiter=read_as.delimiter or said.delimiter
    )
    table = open_table(path, read_as=read_as)
    mapping = fit_mapping(said, table.headings)
    if mapping.unused:
        table.notes.append(f"Columns that nothing is read from: {', '.join(mapping.unused)}.")
    rows = Rows(iter(()), _Records(shape), table.lines, table.notes, table.headings, table.encoding, table.delimiter)
    rows.batches = _batches(table, mapping, rows.kept)
    return rows


def _batches(table: Table, mapping: Mapping, kept: dict[int, list[str]]) -> Iterator[Batch]:
    shape = mapping.shape
    while read := list(islice(table.rows, BATCH_ROWS)):
        kept.clear()
        kept.update((line, row) for line, row in read if not isinstance(row, Reject))
        kept.update(table.odd)
        table.odd.clear()
        yield [(line, shape(line, row)) for line, row in read]


class _Records:
    """Takes batches of one shape; remembers people and companies from batch to batch."""

    def __init__(self, shape: str) -> None:
        self._take: Callable[[Intake, list[int], Sequence[Any]], Done] = _TAKES[shape]
        self._intake: Intake | None = None

    def __call__(self, batch: Batch, book: Book, rules: Rulebook, live: bool) -> Done:
        if self._intake is None:
            self._intake = Intake(book, rules, live=live)
        self._intake.turn_to(book)
        lines: list[int] = []
        shapes: list[Shape] = []
        for line, shape in batch:
            if not isinstance(shape, Reject):
                lines.append(line)
                shapes.append(shape)
        taken, appended = self._take(self._intake, lines, shapes)
        rest = iter(taken)
        whole = [Taken("rejected", row) if isinstance(row, Reject) else next(rest) for _, row in batch]
        return whole, appended


def _leads(intake: Intake, lines: list[int], shapes: Sequence[Any]) -> Done:
    outcomes, appended = intake.take(shapes)
    return [_captured(line, each) for line, each in zip(lines, outcomes, strict=True)], appended


def _captured(line: int, outcome: Captured) -> Taken:
    if outcome.status == "rejected":
        return rejected(line, outcome.problems)
    if outcome.conflict:
        others = ", ".join(map(str, outcome.conflict))
        return Taken(
            outcome.status, None, f"Line {line}: taken for lead {outcome.lead_id}, but it fits lead {others} too.",
            outcome.lead_id, outcome.conflict,
        )  # fmt: skip
    return Taken(outcome.status, None, "", outcome.lead_id)


def _touches(intake: Intake, lines: list[int], shapes: Sequence[Any]) -> Done:
    outcomes, appended = take_touches(intake, shapes)
    return [_captured(line, each) for line, each in zip(lines, outcomes, strict=True)], [appended]


def _deals(intake: Intake, lines: list[int], shapes: Sequence[Any]) -> Done:
    outcomes, appended = take_deals(intake, shapes)
    taken = []
    for line, shape, each in zip(lines, shapes, outcomes, strict=True):
        taken.append(_deal(line, shape.external_id, each))
    return taken, [appended]


def _deal(line: int, external_id: str, outcome: TakenDeal) -> Taken:
    if outcome.status == "rejected":
        return rejected(line, outcome.problems)._replace(others=outcome.could_be)
    early = (
        f"Line {line}: deal {external_id} was won before lead {outcome.lead_id} was first heard of; kept and flagged."
    )
    return Taken(outcome.status, None, early if outcome.is_early else "", outcome.lead_id)


def _accounts(intake: Intake, lines: list[int], shapes: Sequence[Any]) -> Done:
    return _plain(lines, take_accounts(shapes, intake.book.now_s, intake.book.accounts_changed)), []


def _owners(intake: Intake, lines: list[int], shapes: Sequence[Any]) -> Done:
    return _plain(lines, take_owners(shapes, intake.book.now_s, intake.book.people_changed)), []


def _assets(intake: Intake, lines: list[int], shapes: Sequence[Any]) -> Done:
    return _plain(lines, take_assets(shapes, intake.book.now_s)), []


def _plain(lines: list[int], outcomes: Sequence[TakenAccount | TakenOwner | TakenAsset]) -> list[Taken]:
    return [
        rejected(line, each.problems) if each.status == "rejected" else Taken(each.status)
        for line, each in zip(lines, outcomes, strict=True)
    ]


_TAKES = {
    "leads": _leads, "touches": _touches, "deals": _deals, "accounts": _accounts, "owners": _owners, "assets": _assets,
}  # fmt: skip
