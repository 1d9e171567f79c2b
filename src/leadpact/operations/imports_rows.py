"""What an import has in its hands: rows in batches, and what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from leadpact.connectors.shapes import Reject, shown
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Appended, Book
from leadpact.operations.capture import Status
from leadpact.rules.capture import FieldProblem

Batch = list[tuple[int, Any]]
"""Lines with their shape, fact or reject."""


class Taken(NamedTuple):
    """What became of a row, and of which lead; ``flag`` says what about it somebody should look at.

    ``others`` are further leads that it fits.
    """

    status: Status
    reject: Reject | None = None
    flag: str = ""
    lead_id: int | None = None
    others: tuple[int, ...] = ()


UNCHANGED = Taken("unchanged")
Take = Callable[[Batch, Book, Rulebook, bool], tuple[list[Taken], list[Appended]]]


@dataclass
class Rows:
    """A file opened for import. ``lines`` is about how many it has; ``notes`` grow while rows are read."""

    batches: Iterator[Batch]
    take: Take
    lines: int
    notes: list[str] = field(default_factory=list)
    headings: tuple[str, ...] = ("value",)
    encoding: str = "utf-8"
    delimiter: str = ","
    kept: dict[int, list[str]] = field(default_factory=dict)
    """The rows of the batch at hand as they stand in the file, by line."""

    def row_at(self, line: int) -> Sequence[str] | None:
        """The row that begins on a line of the batch at hand."""
        return self.kept.get(line)


def rejected(line: int, problems: tuple[FieldProblem, ...]) -> Taken:
    """A row that is not taken, by the first thing that is wrong with it; the reason names the others too."""
    first, *others = problems
    reason = f"expected {first.expected}"
    if others:
        reason += "; also wrong: " + ", ".join(each.field for each in others)
    return Taken("rejected", Reject(line, first.field, reason, shown(first.value)))
