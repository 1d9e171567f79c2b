"""Clearing away what nobody needs any more: sessions that ran out, failed jobs, old results, words of mails."""

from __future__ import annotations

from datetime import UTC, datetime

from django.contrib.sessions.models import Session

from leadpact.ledger import results, visits
from leadpact.ledger.models import HeldEntry, Job
from leadpact.operations import mails
from leadpact.operations.forms import HELD_DAYS
from leadpact.rules.visits import KEPT_DAYS

DAY_S = 86_400
FAILED_DAYS, RESULT_DAYS = 30, 90


def clear_old(*, now_s: int) -> int:
    """Delete them. Gives how many rows went; facts and notices are never among them."""
    sessions, _ = Session.objects.filter(expire_date__lt=datetime.fromtimestamp(now_s, UTC)).delete()
    jobs, _ = Job.objects.filter(failed_s__lt=now_s - FAILED_DAYS * DAY_S).delete()
    old = visits.clear(now_s - KEPT_DAYS * DAY_S)
    held, _ = HeldEntry.objects.filter(at_s__lt=now_s - HELD_DAYS * DAY_S).delete()
    return (
        old
        + held
        + mails.clear_old(now_s=now_s)
        + sessions
        + jobs
        + results.forget(before_s=now_s - RESULT_DAYS * DAY_S)
    )
