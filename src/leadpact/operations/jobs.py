"""Trying again what the worker could not do."""

from __future__ import annotations

import logging

from django.db.models import Q

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Job

log = logging.getLogger("leadpact.jobs")


class NothingToTry(ValueError):
    """The job did not fail, runs at this moment, or is done by now."""


def try_again(*, actor: Actor, job_id: int, now_s: int) -> None:
    """Let a failed job be done at once, with new tries. Who asked for it stays with the job and in the log.

    Raises ``NothingToTry`` and ``Forbidden``.
    """
    access.check(actor, "retry_jobs")
    has_failed = Q(failed_s__isnull=False) | ~Q(error="")
    again = Job.objects.filter(has_failed, pk=job_id, lease_until_s__lte=now_s)
    if not again.update(due_s=now_s, failed_s=None, tries=0, lease_by="", again_by_id=actor.id, again_s=now_s):
        raise NothingToTry("This job runs just now, or is done already. Nothing was changed.")
    log.info("job %s is tried again, asked for by person %s", job_id, actor.id)
