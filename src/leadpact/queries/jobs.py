"""What the worker does, did last and could not do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Job, Person

LATE_S = 300
"""A job that should have run this long ago shows that no worker is running."""


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job; ``state`` is waiting, running, late, failing (it is tried again) or failed (it is not).

    ``of`` is what it is asked for, as short text. ``again_by`` is who last let it be tried again, at ``again_at``.
    """

    id: int
    name: str
    state: str
    due_s: int
    every_s: int | None
    tries: int
    error: str
    worker: str
    of: str = ""
    again_by: str = ""
    again_at: datetime | None = None

    @property
    def due_at(self) -> datetime:
        """When it is done next."""
        return datetime.fromtimestamp(self.due_s, UTC)

    @property
    def may_be_tried(self) -> bool:
        """Whether it can be tried again at once."""
        return self.state in ("failed", "failing")


@dataclass(frozen=True, slots=True)
class JobsPage:
    """All jobs, those with trouble first. ``is_working`` is false when jobs are overdue that nobody does."""

    jobs: tuple[JobRow, ...]
    is_working: bool

    @property
    def failed(self) -> int:
        """How many jobs failed, be they tried again or not."""
        return sum(job.may_be_tried for job in self.jobs)


_ORDER = {"failed": 0, "failing": 1, "late": 2, "running": 3, "waiting": 4}


def jobs_page(actor: Actor, now_s: int, limit: int = 200) -> JobsPage:
    """The timetable and what was asked for. Raises ``Forbidden``."""
    access.check(actor, "see_jobs")
    jobs = list(Job.objects.order_by("due_s", "id")[:limit])
    people = {job.again_by_id for job in jobs if job.again_by_id}
    names = dict(Person.objects.filter(pk__in=people).values_list("pk", "name")) if people else {}
    rows = [_row(job, now_s, names) for job in jobs]
    rows.sort(key=lambda row: (_ORDER[row.state], row.due_s, row.id))
    return JobsPage(tuple(rows), is_working=bool(rows) and all(row.state != "late" for row in rows))


def _row(job: Job, now_s: int, names: Mapping[int, str]) -> JobRow:
    if job.failed_s is not None:
        state = "failed"
    elif job.lease_until_s > now_s:
        state = "running"
    elif job.error:
        state = "failing"
    else:
        state = "late" if job.due_s < now_s - LATE_S else "waiting"
    again_at = None if job.again_s is None else datetime.fromtimestamp(job.again_s, UTC)
    return JobRow(
        job.pk, job.name, state, job.due_s, job.every_s, job.tries, job.error, job.lease_by,
        _of(job.arguments), names.get(job.again_by_id or 0, ""), again_at,
    )  # fmt: skip


def _of(arguments: Mapping[str, Any]) -> str:
    """What a job is asked for: ``funnel, until 2026-03-31``."""
    found = []
    for name, value in arguments.items():
        if isinstance(value, Mapping):
            found += [f"{each.replace('_', ' ')} {text}" for each, text in value.items()]
        else:
            found.append(str(value) if name == "name" else f"{name.replace('_', ' ')} {value}")
    return ", ".join(found)
