"""What waits where, for the frame of every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from leadpact.ledger.access import Actor
from leadpact.ledger.models import Company, Deal, Notice, PactVersion
from leadpact.ledger.rulebook import InForce, in_force
from leadpact.queries.handoff import DESK_STATES, count_in, due_for
from leadpact.rules.trials import TRIALS, runs


@dataclass(frozen=True, slots=True)
class Frame:
    """Counts by place (URL name), late promises of the reader, unread notices, the pact in force.

    ``to_sign`` is the newest proposed version that waits for the reader's signature: its row's id and its number.
    The short list counts what is late or due today, the desk and the queue at most ``handoff.MOST`` + 1. ``trials``
    are those that run, which everybody is told.
    """

    counts: dict[str, int]
    late: int
    unread: int
    pact_version: int | None
    next_review_on: date | None
    is_demo: bool
    to_sign: tuple[int, int] | None = None
    trials: int = 0


def frame(actor: Actor, now_s: int) -> Frame:
    """Count what waits for the actor. A handful of indexed queries."""
    counts: dict[str, int] = {}
    late = 0
    held = in_force(now_s)
    if actor.side == "sales":
        due = due_for(actor, now_s, held)
        late, counts["shortlist"] = due.late, due.now
        counts["deals"] = Deal.objects.filter(owner_id=actor.id, state="open").count()
    if actor.side == "marketing":
        counts["desk"] = count_in(DESK_STATES)
    if actor.may("see_queue"):
        counts["queue"] = count_in(("queued",))
    to_sign = _to_sign(actor, held)
    counts["pact"] = int(to_sign is not None)
    today = datetime.fromtimestamp(now_s, UTC).date()
    reviews = sorted(goal.review_by for each in held for goal in each.pact.goals if goal.review_by >= today)
    return Frame(
        counts,
        late,
        Notice.objects.filter(person_id=actor.id or 0, read_s=None).count(),
        held[0].pact.version if held else None,
        reviews[0] if reviews else None,
        Company.objects.filter(is_demo=True).exists(),
        to_sign,
        len({trial for each in held for trial in TRIALS if runs(each.pact, trial)}),
    )


def _to_sign(actor: Actor, held: Sequence[InForce]) -> tuple[int, int] | None:
    """The newest version that is proposed after those in force, and that the reader's team has not signed."""
    if actor.side not in ("marketing", "sales") or not actor.may(f"sign_for_{actor.side}"):
        return None
    newest = {each.pact.name: each.pact.version for each in held}
    waiting = PactVersion.objects.filter(**{"state": "proposed", f"{actor.side}_signed_s": None})
    for pk, name, version in waiting.order_by("-pk").values_list("pk", "name", "version"):
        if version > newest.get(name, 0):
            return pk, version
    return None
