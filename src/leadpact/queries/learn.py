"""The page of what was learned from history: whether it is being learned, what was found, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from leadpact.ledger import access, results
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Job

JOB, KEPT_AS = "learn_draft", "learned_draft"
"""As ``operations.learn`` names them."""


@dataclass(frozen=True, slots=True)
class LearnPage:
    """What was learned last (``body``, as ``operations.learn.learn_draft`` gives it), and what is under way."""

    state: Literal["nothing", "too_little", "learned"]
    is_looking: bool
    error: str
    body: Mapping[str, Any]
    made_at: datetime | None


def page(actor: Actor) -> LearnPage:
    """What was learned last. Raises ``Forbidden``."""
    access.check(actor, "draft_pact")
    last = results.latest(KEPT_AS)
    job = Job.objects.filter(once=JOB).first()
    has_failed = job is not None and job.failed_s is not None
    error = job.error.strip().splitlines()[-1] if job is not None and has_failed and job.error.strip() else ""
    return LearnPage(
        state="nothing" if last is None else "learned" if last.body["is_learned"] else "too_little",
        is_looking=job is not None and not has_failed,
        error=error,
        body={} if last is None else last.body,
        made_at=None if last is None else datetime.fromtimestamp(last.made_s, UTC),
    )
