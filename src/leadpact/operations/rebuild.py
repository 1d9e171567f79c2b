"""Comparing the rows that pages list with the facts, or writing them again."""

from __future__ import annotations

from collections.abc import Callable

from leadpact.ledger import access, rebuild
from leadpact.ledger.access import Actor
from leadpact.ledger.rebuild import Difference, Drift
from leadpact.ledger.rulebook import NoPact, Rulebook
from leadpact.ledger.writer import Points
from leadpact.rules.lead import Seen

__all__ = ["Difference", "Drift", "check", "write_again"]


def _quiet(_done: int, _of: int) -> None:
    return None


def check(*, actor: Actor, now_s: int, progress: Callable[[int, int], None] = _quiet) -> Drift:
    """Compare every row with what the facts say; changes nothing. Raises ``Forbidden``."""
    access.check(actor, "see_jobs")
    rules = Rulebook(now_s)

    def points_by(pact_id: int, view: Seen, as_of_s: int) -> Points | None:
        try:
            held = rules.by_id(pact_id)
        except NoPact:
            return None
        score = held.card.score(rules.with_company(view, held), as_of_s)
        return Points(held.id, score.total, score.fades_at_s)

    return rebuild.check(points_by, progress)


def write_again(*, actor: Actor, now_s: int, progress: Callable[[int, int], None] = _quiet) -> int:
    """Write every row again from the facts, with points as of now. Gives how many leads. Raises ``Forbidden``."""
    access.check(actor, "see_jobs")
    return rebuild.rebuild(Rulebook(now_s), now_s, progress)
