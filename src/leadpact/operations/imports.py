"""Bringing files in: history from other systems, in batches, with every row accounted for.

Each batch is one transaction, so an import that is stopped or fails keeps its whole batches and leaves no
row half taken; running it again goes on where it stopped, because a row that is there already changes nothing.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from django.db import transaction

from leadpact.connectors.shapes import Reject
from leadpact.connectors.tables_reading import ReadAs
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import ImportBatch, ImportRun
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.statements import sparing_memory
from leadpact.ledger.writer import recording
from leadpact.operations import reactions
from leadpact.operations.imports_facts import open_facts
from leadpact.operations.imports_records import open_records
from leadpact.operations.imports_rejects import Rejects
from leadpact.operations.imports_rows import Batch, Rows, Taken

OUTCOMES = ("created", "changed", "unchanged", "rejected", "flagged")
SHAPES = ("leads", "accounts", "deals", "touches", "facts")
NOTES_MOST = 50
"""Notes about single lines that a report lists."""


class WrongShape(ValueError):
    """There is nothing such to bring in; the message lists what there is."""


@dataclass
class ImportReport:
    """What an import did. ``counts`` by outcome: each row is one of the first four; ``flagged`` ones are among them.

    ``rejects_file`` is empty when every row was taken, and in a trial; ``rejects`` are the first ones.
    ``lines`` are rows of the file, ``seconds`` of wall time.
    """

    file: str
    shape: str
    is_dry_run: bool
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(OUTCOMES, 0))
    rejects_file: str = ""
    rejects: list[Reject] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lines: int = 0
    seconds: float = 0.0
    is_stopped: bool = False


def _quiet(_done: int, _of: int) -> None:
    return None


def _never() -> bool:
    return False


def run(
    *,
    actor: Actor,
    path: Path | str,
    shape: str,
    now_s: int,
    mapping_text: str | None = None,
    mapping_name: str = "mapping.yaml",
    dry_run: bool = False,
    live: bool = False,
    read_as: ReadAs | None = None,
    progress: Callable[[int, int], None] = _quiet,
    stop: Callable[[], bool] = _never,
) -> ImportReport:
    """Bring a file in. Gives the counts of what became of its rows.

    ``shape`` is leads, accounts, deals, touches or facts; without ``mapping_text`` the columns are named as ours.
    History is recorded as of when it happened and starts no clock, notice or assignment, unless it is ``live``.
    With ``dry_run`` everything is done and taken back: the counts are those of the real thing. ``progress`` is
    told lines done and about how many there are; ``stop`` is asked between batches.

    Raises ``TableRefused``, ``MappingRefused`` and ``WrongShape`` before anything is written, and ``Forbidden``.
    """
    access.check(actor, "import_data")
    path, read_as = Path(path), read_as or ReadAs()
    if shape not in SHAPES:
        raise WrongShape(f"{shape!r} cannot be brought in; choose one of: {', '.join(SHAPES)}.")
    if shape == "facts":
        rows = open_facts(path, now_s=now_s, encoding=read_as.encoding, delimiter=read_as.delimiter)
    else:
        rows = open_records(path, shape, mapping_text, mapping_name, read_as=read_as)
    report = ImportReport(path.name, shape, dry_run, notes=list(rows.notes))
    began = time.monotonic()
    with sparing_memory(), _Trial() if dry_run else nullcontext():
        _take_all(rows, report, actor=actor, now_s=now_s, live=live, progress=progress, stop=stop)
    report.seconds = round(time.monotonic() - began, 3)
    report.notes = [note for note in (*rows.notes, *report.notes) if note]
    report.notes = list(dict.fromkeys(report.notes))
    if dry_run:
        report.notes.append("This was a trial: nothing was kept. The same without --dry-run brings it in.")
    return report


class _TakenBack(Exception):
    """Ends a trial."""


class _Trial(AbstractContextManager[None]):
    """A transaction around the whole import that is taken back at its end."""

    def __enter__(self) -> None:
        self._atomic = transaction.atomic()
        self._atomic.__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        taken_back = _TakenBack()
        self._atomic.__exit__(kind or _TakenBack, error or taken_back, trace)


def _take_all(
    rows: Rows,
    report: ImportReport,
    *,
    actor: Actor,
    now_s: int,
    live: bool,
    progress: Callable[[int, int], None],
    stop: Callable[[], bool],
) -> None:
    kept = ImportRun.objects.create(
        file_name=report.file[-300:], shape=report.shape, started_s=now_s, by_id=actor.id, state="running"
    )
    began = time.monotonic()
    rules = Rulebook(now_s)
    with Rejects(kept.pk, report) as rejects:
        for batch in rows.batches:
            if stop():
                report.is_stopped = True
                report.notes.append(
                    f"Stopped after {report.lines:,} rows; these are kept. Bring the same file in again to go on."
                )
                break
            _take(rows, batch, report, rejects, rules=rules, live=live, run_id=kept.pk)
            _keep(kept, report, None)
            progress(min(report.lines, rows.lines), rows.lines)
    _keep(kept, report, now_s + round(time.monotonic() - began))


def _take(
    rows: Rows, batch: Batch, report: ImportReport, rejects: Rejects, *, rules: Rulebook, live: bool, run_id: int
) -> None:
    """Take one batch in one transaction, and count what became of its rows."""
    # Without a pact there are no points, and no need to look for them.
    with recording(rules.now_s, scorer=rules if rules.pacts else None) as book:
        first_seq = book.last_seq + 1
        taken, appended = rows.take(batch, book, rules, live)
        ImportBatch.objects.create(run_id=run_id, first_seq=first_seq, last_seq=book.last_seq, lines=len(batch))
        if live:
            for each in appended:
                reactions.follow(each, rules.now_s)
    # Counted only now: a batch that fails is not in the report.
    _count(taken, report, rejects)


def _count(taken: list[Taken], report: ImportReport, rejects: Rejects) -> None:
    counted = Counter(each.status for each in taken)
    for status, count in counted.items():
        report.counts[status] += count
    report.lines += len(taken)
    for each in taken:
        if each.reject is not None:
            rejects.add(each.reject)
        if each.flag:
            report.counts["flagged"] += 1
            if report.counts["flagged"] <= NOTES_MOST:
                report.notes.append(each.flag)
            elif report.counts["flagged"] == NOTES_MOST + 1:
                report.notes.append("More lines are flagged than are listed here.")


def _keep(kept: ImportRun, report: ImportReport, ended_s: int | None) -> None:
    kept.counts, kept.rejects_file, kept.ended_s, kept.lines = report.counts, report.rejects_file, ended_s, report.lines
    if ended_s is not None:
        kept.state = "stopped" if report.is_stopped else "done"
    kept.save(update_fields=["counts", "rejects_file", "ended_s", "lines", "state"])
