"""What the worker does, did last and could not do."""

from __future__ import annotations

from dataclasses import dataclass

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Job

LATE_S = 300
"""A job that should have run this long ago shows that no worker is running."""


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job; ``state`` is waiting, running, late, failing (it is tried again) or failed (it is not)."""

    id: int
    name: str
    state: str
    due_s: int
    every_s: int | None
    tries: int
    error: str
    worker: str


@dataclass(frozen=True, slots=True)
class JobsPage:
    """All jobs, those with trouble first. ``is_working`` is false when jobs are overdue that nobody does."""

    jobs: tuple[JobRow, ...]
    is_working: bool


_ORDER = {"failed": 0, "failing": 1, "late": 2, "running": 3, "waiting": 4}


def jobs_page(actor: Actor, now_s: int, limit: int = 200) -> JobsPage:
    """The timetable and what was asked for. Raises ``Forbidden``."""
    access.check(actor, "see_jobs")
    rows = [_row(job, now_s) for job in Job.objects.order_by("due_s", "id")[:limit]]
    rows.sort(key=lambda row: (_ORDER[row.state], row.due_s, row.id))
    return JobsPage(tuple(rows), is_working=bool(rows) and all(row.state != "late" for row in rows))


def _row(job: Job, now_s: int) -> JobRow:
    if job.failed_s is not None:
        state = "failed"
    elif job.lease_until_s > now_s:
        state = "running"
    elif job.error:
        state = "failing"
    else:
        state = "late" if job.due_s < now_s - LATE_S else "waiting"
    return JobRow(job.pk, job.name, state, job.due_s, job.every_s, job.tries, job.error, job.lease_by)
