"""Putting work on the table of jobs, in the transaction of whatever makes it necessary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from leadpact.ledger.models import Job


def enqueue(name: str, *, due_s: int, once: str, arguments: Mapping[str, Any] | None = None) -> bool:
    """Ask for a job of the timetable at an instant; True when it was not waiting already.

    ``once`` names the work: it is done once however often it is asked for until it is done. Asking again for
    work that failed for good gives it new tries.
    """
    values = {"name": name, "arguments": dict(arguments or {}), "due_s": due_s}
    job, is_new = Job.objects.get_or_create(once=once, defaults=values)
    if is_new:
        return True
    again = Job.objects.filter(Q(failed_s__isnull=False) | Q(due_s__gt=due_s, lease_by=""), pk=job.pk)
    return bool(again.update(due_s=due_s, failed_s=None, tries=0, error=""))
