"""What an import would do, row by row, before anything is written: the first rows are taken and taken back again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import transaction

from leadpact.connectors.shapes import DealShape, LeadShape, Reject
from leadpact.connectors.tables_reading import ReadAs
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Lead
from leadpact.ledger.notices import called
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Appended, recording
from leadpact.operations.imports_likely import Looked, Row, likely, who
from leadpact.operations.imports_records import open_records
from leadpact.operations.imports_rows import Batch, Taken

ROWS = 1000
"""Rows that a preview looks at unless asked for more."""
AGAIN = "heard of again"
COLUMNS = {
    "external_id": "id", "source_system": "system", "occurred_at": "day", "opened_at": "day it was opened",
    "closed_at": "day it was closed", "amount_minor": "amount", "found_by": "who found it",
    "qualified_by": "who qualified it", "closed_by": "who closed it", "value_code": "outcome",
}  # fmt: skip
"""What slots are called in a preview; what is not listed is called as it is, or as the file calls it."""
LISTED = 25
"""Rows of each kind that it lists."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the preview: its line, who it is about, and what becomes of it: fields, duplicates or the reason.

    ``named`` are the leads that it is about: number, and what they are called.
    """

    line: int
    who: str
    says: str
    leads: tuple[int, ...] = ()
    named: tuple[tuple[int, str], ...] = ()


@dataclass(slots=True)
class Preview:
    """Counts by outcome of the first ``looked_at`` rows of about ``of_lines``, and the first rows of each kind."""

    counts: dict[str, int]
    looked_at: int
    of_lines: int
    created: list[Line] = field(default_factory=list)
    changed: list[Line] = field(default_factory=list)
    duplicates: list[Line] = field(default_factory=list)
    rejected: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lines: dict[int, int] = field(default_factory=dict)
    """The first line of each lead."""
    fresh: list[Row] = field(default_factory=list)
    """The new rows that say something of a lead."""
    likely: Looked = field(default_factory=Looked)


def preview(
    *, actor: Actor, path: Path, shape: str, mapping_text: str | None, read_as: ReadAs, now_s: int, rows: int = ROWS
) -> Preview:
    """Say what would become of the first rows of a file: new, changed in which fields, the same, refused and why.

    A row that is a known lead's by its address or phone is listed among the duplicates, a new one that looks like a
    lead by its name and company among the likely ones. Nothing is kept. Raises as ``imports.run``.
    """
    access.check(actor, "import_data")
    opened = open_records(path, shape, mapping_text, "mapping", read_as=read_as)
    made = Preview({}, 0, opened.lines)
    known = Lead.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    with transaction.atomic():
        for batch in _first(opened.batches, rows):
            with recording(now_s, scorer=None) as book:
                taken, appended = opened.take(batch, book, Rulebook(now_s), False)
            _tell(made, batch, taken, appended, known)
        transaction.set_rollback(True)
    made.likely = likely(made.fresh, LISTED)
    for lines in (made.created, made.changed, made.duplicates, made.rejected):
        lines[:] = _named(lines)
    # With fewer rows than were asked for the file is at its end, and its lines need no guess.
    made.of_lines = made.looked_at if made.looked_at < rows else max(made.of_lines, made.looked_at)
    made.notes = list(opened.notes)
    return made


def _named(lines: list[Line]) -> list[Line]:
    """The lines with the names of their leads; leads that only the file makes have none."""
    leads = Lead.objects.in_bulk({lead_id for line in lines for lead_id in line.leads})
    return [
        replace(line, named=tuple((each, called(leads[each])) for each in line.leads if each in leads))
        for line in lines
    ]


def _first(batches: Any, most: int) -> Any:
    for batch in batches:
        yield batch[:most]
        most -= len(batch)
        if most <= 0:
            return


def _tell(made: Preview, batch: Batch, taken: Sequence[Taken], appended: Sequence[Appended], known: int) -> None:
    counted = Counter(each.status for each in taken)
    for status, count in counted.items():
        made.counts[status] = made.counts.get(status, 0) + count
    made.looked_at += len(taken)
    fields = _fields_of(appended)
    for (line, shape), each in zip(batch, taken, strict=True):
        if each.reject is not None:
            says = f"{COLUMNS.get(each.reject.column, each.reject.column)}: {each.reject.reason}"
            _list(made.rejected, Line(line, each.reject.value, says, each.others))
        elif each.lead_id is not None and each.status == "changed":
            says = ", ".join(dict.fromkeys(fields.get(each.lead_id, ())))
            _list(made.changed, Line(line, _who(shape), says, (each.lead_id,)))
        elif each.status == "created":
            goes_to = (each.lead_id,) if isinstance(shape, DealShape) and each.lead_id is not None else ()
            _list(made.created, Line(line, _who(shape), "goes to" if goes_to else _values(shape), goes_to))
            if isinstance(shape, LeadShape):
                made.fresh.append(Row(line, shape))
        if each.lead_id is not None and isinstance(shape, LeadShape):
            _double(made, line, shape, each, known, is_heard=AGAIN in fields.get(each.lead_id, ()))


def _double(made: Preview, line: int, shape: Any, taken: Taken, known: int, *, is_heard: bool) -> None:
    """List a row among the duplicates when it is a known lead under another id, or stands in the file twice."""
    lead_id = taken.lead_id or 0
    first = made.lines.setdefault(lead_id, line)
    if taken.flag:
        others = tuple(each for each in (lead_id, *taken.others) if each <= known)
        _list(made.duplicates, Line(line, _who(shape), "fits several leads", others))
    elif lead_id <= known and taken.status == "changed" and is_heard:
        _list(made.duplicates, Line(line, _who(shape), "is known already, by its e-mail address or phone", (lead_id,)))
    elif lead_id > known and taken.status != "created" and first != line:
        _list(made.duplicates, Line(line, _who(shape), f"is the same as line {first} of the file"))


def _list(lines: list[Line], line: Line) -> None:
    if len(lines) < LISTED:
        lines.append(line)


def _fields_of(appended: Sequence[Appended]) -> dict[int, list[str]]:
    fields: dict[int, list[str]] = {}
    for written in appended:
        for fact in written.facts:
            if fact.lead_id is not None:
                name = (
                    fact.field
                    if fact.kind == "described"
                    else "heard of again"
                    if fact.kind == "captured"
                    else fact.kind
                )
                fields.setdefault(fact.lead_id, []).append((name or "").replace("_", " "))
    return fields


def _who(shape: Any) -> str:
    if isinstance(shape, Reject):
        return shape.value
    return who(shape) if isinstance(shape, LeadShape) else getattr(shape, "name", "") or shape.external_id


def _values(shape: Any) -> str:
    values = getattr(shape, "values", {}) or {}
    return ", ".join(f"{name.replace('_', ' ')} {text}" for name, text in islice(values.items(), 8) if name != "name")
