"""The table of jobs: taking one by lease, keeping it, and putting it down again, done or failed.

A worker that dies leaves a lease that runs out; then another one takes the job. So a job is done at least
once, and what it does must bear being done again. Instants are epoch seconds and come from the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.db import transaction

from leadpact.ledger.models import Job

LEASE_S = 60
"""How long a lease holds; it is renewed long before while the job runs."""
TRIES = 8
"""After so many tries a job that was asked for once is left alone, and shown."""
BACK_OFF_S, MOST_BACK_OFF_S = 15, 600


class Lease(NamedTuple):
    """A job that this worker may do until the lease runs out; ``worker`` is who holds it."""

    id: int
    name: str
    arguments: Mapping[str, Any]
    every_s: int | None
    tries: int
    worker: str


def back_off_s(tries: int) -> int:
    """Seconds until the next try: twice as long after each failure, ten minutes at most."""
    return int(min(MOST_BACK_OFF_S, BACK_OFF_S * 2 ** (max(1, tries) - 1)))


def claim(now_s: int, worker: str, lease_s: int = LEASE_S) -> Lease | None:
    """Take the job that has been due longest and that nobody holds; None when there is none.

    Looks without a lock first, so that an idle worker never keeps writers waiting.
    """
    due = Job.objects.filter(failed_s__isnull=True, due_s__lte=now_s, lease_until_s__lte=now_s).order_by("due_s", "id")
    while due.exists():
        with transaction.atomic():
            job = due.select_for_update(skip_locked=True).first()
            if job is None:
                return None
            if job.every_s is None and job.tries >= TRIES:
                Job.objects.filter(pk=job.pk).update(
                    failed_s=now_s, lease_by="", error=job.error or f"Its worker died in each of {job.tries} tries."
                )
                continue
            same = Job.objects.filter(pk=job.pk, due_s=job.due_s, lease_until_s=job.lease_until_s)
            taken = same.update(lease_until_s=now_s + lease_s, lease_by=worker, tries=job.tries + 1)
        if taken:
            return Lease(job.pk, job.name, job.arguments, job.every_s, job.tries + 1, worker)
    return None


def renew(lease: Lease, now_s: int, lease_s: int = LEASE_S) -> bool:
    """Hold a job for longer; False when the lease was lost, because it ran out and another worker took it."""
    return bool(_held(lease).update(lease_until_s=now_s + lease_s))


def finish(lease: Lease, now_s: int) -> None:
    """Put a job down as done: one of the timetable waits for its next turn, another one is gone."""
    if lease.every_s is None:
        _held(lease).delete()
    else:
        _held(lease).update(due_s=now_s + lease.every_s, lease_until_s=0, lease_by="", tries=0, error="")


def fail(lease: Lease, now_s: int, error: str) -> None:
    """Put a job down with its error. One of the timetable is tried for ever, another one ``TRIES`` times."""
    is_over = lease.every_s is None and lease.tries >= TRIES
    _held(lease).update(
        due_s=now_s + back_off_s(lease.tries),
        lease_until_s=0,
        lease_by="",
        error=error,
        failed_s=now_s if is_over else None,
    )


def keep_turns(turns: Mapping[str, int], now_s: int) -> None:
    """Make the table hold the timetable: ``turns`` is how often each job runs, in seconds; a new one is due now."""
    rows = [Job(name=name, once=f"turn:{name}", due_s=now_s, every_s=every_s) for name, every_s in turns.items()]
    Job.objects.bulk_create(rows, ignore_conflicts=True)
    for name, every_s in turns.items():
        Job.objects.filter(once=f"turn:{name}").exclude(every_s=every_s).update(every_s=every_s, due_s=now_s)
    _forget(Job.objects.filter(every_s__isnull=False).values_list("name", flat=True), turns)


def _forget(names: Iterable[str], turns: Mapping[str, int]) -> None:
    for name in set(names) - set(turns):
        Job.objects.filter(name=name, every_s__isnull=False).delete()


def _held(lease: Lease) -> Any:
    return Job.objects.filter(pk=lease.id, lease_by=lease.worker)
