"""Imports as people see them: which files came in, when, by whom, and what became of their rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import ImportRun, Person

MOST = 100


@dataclass(frozen=True, slots=True)
class RunRow:
    """One import run; ``counts`` are rows by outcome, ``state`` as in ``ImportRun``."""

    id: int
    file_name: str
    shape: str
    state: str
    by: str
    started_at: datetime
    lines: int
    of_lines: int
    counts: Mapping[str, int]
    notes: tuple[str, ...] = ()
    error: str = ""
    rejects_file: str = ""
    may_go_on: bool = False

    @property
    def share(self) -> int:
        """How much of the file is done, in whole per cent."""
        return min(100, 100 * self.lines // max(1, self.of_lines))


def runs(actor: Actor) -> tuple[RunRow, ...]:
    """The last runs, newest first. Raises ``Forbidden``."""
    access.check(actor, "import_data")
    found = list(ImportRun.objects.order_by("-pk")[:MOST])
    people = {run.by_id for run in found if run.by_id}
    names = dict(Person.objects.filter(pk__in=people).values_list("pk", "name")) if people else {}
    return tuple(_row(run, names) for run in found)


def run(actor: Actor, run_id: int) -> RunRow:
    """One run. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "import_data")
    found = ImportRun.objects.filter(pk=run_id).first()
    if found is None:
        raise access.Unknown(f"There is no import {run_id}.")
    names = dict(Person.objects.filter(pk=found.by_id or 0).values_list("pk", "name"))
    return _row(found, names)


def _row(run: ImportRun, names: Mapping[int, str]) -> RunRow:
    lines = run.lines or sum(run.counts.get(each, 0) for each in ("created", "changed", "unchanged", "rejected"))
    return RunRow(
        run.pk, run.file_name, run.shape, run.state, names.get(run.by_id or 0, ""),
        datetime.fromtimestamp(run.started_s, UTC), lines, max(run.of_lines, lines), run.counts,
        tuple(run.notes), run.error, run.rejects_file, run.state in ("stopped", "failed") and bool(run.path),
    )  # fmt: skip
