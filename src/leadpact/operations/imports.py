"""Bringing files in: history from other systems, in batches, with every row accounted for.

Each batch is one transaction, so an import that is stopped or fails keeps its whole batches and leaves no
row half taken; running it again goes on where it stopped, because a row that is there already changes nothing.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from django.db import transaction

from leadpact.connectors.shapes import Reject
from leadpact.connectors.tables_reading import ReadAs
from leadpact.evidence.compiled import unswept
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import ImportBatch, ImportRun
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.statements import sparing_memory
from leadpact.ledger.writer import recording
from leadpact.operations import imports_made, reactions
from leadpact.operations.capture import Status
from leadpact.operations.imports_again import REFUSED_MOST, Again, earlier, marks_of
from leadpact.operations.imports_facts import open_facts
from leadpact.operations.imports_records import open_records
from leadpact.operations.imports_rejects import Rejects
from leadpact.operations.imports_rows import UNCHANGED, Batch, Rows, Taken

OUTCOMES = ("created", "changed", "unchanged", "rejected", "flagged")
SHAPES = ("leads", "accounts", "deals", "touches", "owners", "assets", "facts")
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
    run_id: int = 0


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
    kept: ImportRun | None = None,
) -> ImportReport:
    """Bring a file in. Gives the counts of what became of its rows.

    ``shape`` is one of ``SHAPES``; without ``mapping_text`` the columns are named as ours.
    History is recorded as of when it happened and starts no clock, notice or assignment, unless it is ``live``.
    With ``dry_run`` everything is done and taken back: the counts are those of the real thing. ``progress`` is
    told lines done and about how many there are; ``stop`` is asked between batches. ``kept`` is a run to go on with:
    the rows that its batches took are passed over.

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
    name = kept.file_name if kept else path.name
    report = ImportReport(name, shape, dry_run, notes=list(rows.notes))
    began = time.monotonic()
    with sparing_memory(), _Trial() if dry_run else nullcontext():
        # Of a trial nothing is kept, so there is nothing to know again.
        marks = "" if dry_run else marks_of(path, shape, mapping_text, read_as, now_s, live=live)
        kept = kept or ImportRun(file_name=name[-300:], shape=shape, by_id=actor.id, path="")
        kept.started_s, kept.state, kept.digest, kept.error = now_s, "running", marks, ""
        kept.of_lines = rows.lines
        kept.save()
        _take_all(rows, report, kept, now_s=now_s, live=live, progress=progress, stop=stop)
    report.run_id = kept.pk
    report.seconds = round(time.monotonic() - began, 3)
    report.notes = [note for note in (*rows.notes, *report.notes) if note]
    report.notes = list(dict.fromkeys(report.notes))
    if dry_run:
        report.notes.append("This was a trial: nothing was kept. The same without --dry-run brings it in.")
    else:
        ImportRun.objects.filter(pk=kept.pk).update(notes=report.notes[:NOTES_MOST])
    return report


class NothingBrokenOff(LookupError):
    """No import of a file of this name was broken off."""


def broken_off(file_name: str) -> ImportRun:
    """The last import of a file of this name that has not come to its end. Raises ``NothingBrokenOff``."""
    runs = ImportRun.objects.filter(file_name=file_name[-300:], state__in=("running", "stopped", "failed"))
    found = runs.order_by("-pk").first()
    if found is None:
        raise NothingBrokenOff(f"No import of {file_name} was broken off. Bring it in without --resume.")
    return found


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
    kept: ImportRun,
    *,
    now_s: int,
    live: bool,
    progress: Callable[[int, int], None],
    stop: Callable[[], bool],
) -> None:
    began = time.monotonic()
    rules = Rulebook(now_s)
    done, done_bytes = _done_before(kept, report)
    again = None if live or report.is_dry_run else earlier(kept)
    with Rejects(kept.pk, report, rows, done_bytes=done_bytes) as rejects:
        for batch in _after(rows.batches, done):
            if stop():
                report.is_stopped = True
                report.notes.append(
                    f"Stopped after {report.lines:,} rows; these are kept. Bring the same file in again to go on."
                )
                break
            with unswept():
                _take(rows, batch, report, rejects, rules=rules, live=live, run_id=kept.pk, again=again)
            _keep(kept, report, None)
            progress(min(report.lines, rows.lines), rows.lines)
        kept.preview = {"refused_lines": rejects.lines} if len(rejects.lines) <= REFUSED_MOST else {}
    _keep(kept, report, now_s + round(time.monotonic() - began))


def _done_before(kept: ImportRun, report: ImportReport) -> tuple[int, int]:
    """How many rows the batches of a run took before it was broken off, and how long its rejects were; counts them."""
    done = done_bytes = 0
    for lines, counts, rejects_bytes in (
        ImportBatch.objects.filter(run_id=kept.pk).order_by("pk").values_list("lines", "counts", "rejects_bytes")
    ):
        done, done_bytes = done + lines, max(done_bytes, rejects_bytes)
        for status, count in counts.items():
            report.counts[status] = report.counts.get(status, 0) + count
    report.lines = done
    report.rejects_file = kept.rejects_file if done_bytes else ""
    if done:
        report.notes.append(f"Went on after {done:,} rows that had come in before.")
    return done, done_bytes


def _after(batches: Iterator[Batch], done: int) -> Iterator[Batch]:
    """The batches without the first rows, which came in before."""
    for batch in batches:
        if done >= len(batch):
            done -= len(batch)
            continue
        yield batch[done:] if done else batch
        done = 0


def _take(
    rows: Rows, batch: Batch, report: ImportReport, rejects: Rejects, *,
    rules: Rulebook, live: bool, run_id: int, again: Again | None,
) -> None:  # fmt: skip
    """Take one batch in one transaction, and count what became of its rows."""
    # Without a pact there are no points, and no need to look for them.
    with recording(rules.now_s, scorer=rules if rules.pacts else None) as book:
        first_seq = book.last_seq + 1
        before = imports_made.highest()
        fresh = batch if again is None else [row for row in batch if not again.is_same(row)]
        taken, appended = rows.take(fresh, book, rules, live) if fresh else ([], [])
        if len(fresh) < len(batch):
            taken = [*taken, *[UNCHANGED] * (len(batch) - len(fresh))]
        counted = Counter(each.status for each in taken)
        for each in taken:
            if each.reject is not None:
                rejects.add(each.reject)
        if live:
            for written in appended:
                reactions.follow(written, rules.now_s)
        ImportBatch.objects.create(
            run_id=run_id, first_seq=first_seq, last_seq=book.last_seq, lines=len(batch), counts=dict(counted),
            rejects_bytes=rejects.kept_bytes(), made=imports_made.since(before, book),
        )  # fmt: skip
    # Counted only now: a batch that fails is not in the report.
    _count(taken, counted, report)


def _count(taken: list[Taken], counted: Mapping[Status, int], report: ImportReport) -> None:
    for status, count in counted.items():
        report.counts[status] += count
    report.lines += len(taken)
    for each in taken:
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
    kept.save(update_fields=["counts", "rejects_file", "ended_s", "lines", "state", "preview"])
