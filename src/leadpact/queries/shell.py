"""What waits where, for the frame of every page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from leadpact.ledger.access import Actor
from leadpact.ledger.models import Company, Deal, HandOff, Lead, Notice
from leadpact.ledger.rulebook import in_force

DESK_STATES = ("new", "returned")
"""States of a lead that lies on marketing's desk."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Counts by place (URL name), late promises of the reader, unread notices, the pact in force."""

    counts: dict[str, int]
    late: int
    unread: int
    pact_version: int | None
    next_review_on: date | None
    is_demo: bool


def frame(actor: Actor, now_s: int) -> Frame:
    """Count what waits for the actor. A handful of indexed queries."""
    counts: dict[str, int] = {}
    late = 0
    if actor.side == "sales":
        mine = HandOff.objects.filter(is_open=True, owner_id=actor.id)
        late = mine.filter(next_due_s__lt=now_s).count()
        counts["shortlist"] = late or mine.count()
        counts["deals"] = Deal.objects.filter(owner_id=actor.id, state="open").count()
    if actor.side == "marketing":
        counts["desk"] = capped(Lead.objects.filter(state__in=DESK_STATES).values_list("pk", flat=True)[:1000])
    if actor.may("see_queue"):
        counts["queue"] = capped(Lead.objects.filter(state="queued").values_list("pk", flat=True)[:1000])
    held = in_force(now_s)
    today = datetime.fromtimestamp(now_s, UTC).date()
    reviews = sorted(goal.review_by for each in held for goal in each.pact.goals if goal.review_by >= today)
    return Frame(
        counts,
        late,
        Notice.objects.filter(person_id=actor.id or 0, read_s=None).count(),
        held[0].pact.version if held else None,
        reviews[0] if reviews else None,
        Company.objects.filter(is_demo=True).exists(),
    )


def capped(ids: object) -> int:
    """How many rows a limited query gives: counting stops where a number no longer helps anybody."""
    return len(list(ids))  # type: ignore[call-overload]  # a sliced query set
