"""The verdict: sales accepts a lead or sends it back with an agreed reason, and what follows a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Literal

from leadpact.rules.pact import Pact, Step
from leadpact.rules.terms import Span


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer already given: by whom (a name for people), when (epoch seconds), what, and why if sent back."""

    answer: Literal["accepted", "rejected"]
    by: str
    occurred_s: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What follows a rejection: one of ``wakes_s`` or ``wakes_after``, and ``wakes_when_known``, or none of them.

    ``wakes_s`` is the instant (epoch seconds) at which the lead comes forward again. A span of working time
    needs a calendar, which is not here: it comes back as ``wakes_after`` for the clock to turn into an instant.
    ``wakes_when_known`` is a field whose value wakes the lead, whichever comes first. With none of them the
    lead goes straight back to marketing.
    """

    reason: str
    wakes_s: int | None = None
    wakes_after: Span | None = None
    wakes_when_known: str | None = None

    @property
    def is_back_to_marketing(self) -> bool:
        """Whether marketing has it at once, with no waking to wait for."""
        return self.wakes_s is None and self.wakes_after is None and self.wakes_when_known is None


class UnknownReason(ValueError):
    """A reason that the pact does not list; ``valid`` are those it does."""

    def __init__(self, reason: str, valid: tuple[str, ...], what: str) -> None:
        self.reason = reason
        self.valid = valid
        near = get_close_matches(reason, valid, 1)
        meant = f" Did you mean “{near[0]}”?" if near else ""
        known = f"Choose one of: {', '.join(valid)}" if valid else "The pact lists none"
        super().__init__(f"“{reason}” is no reason for {what}.{meant} {known}; or agree on it in a new pact.")


class AlreadyAnswered(ValueError):
    """A second verdict on the same hand-off; ``given`` is the first."""

    def __init__(self, given: Verdict) -> None:
        self.given = given
        what = "accepted" if given.answer == "accepted" else "sent back"
        why = f" (reason: {given.reason})" if given.reason else ""
        when = datetime.fromtimestamp(given.occurred_s, UTC)
        super().__init__(
            f"This lead was already {what}{why} by {given.by} on {when:%Y-%m-%d at %H:%M} UTC. Talk to {given.by}, "
            "or correct that answer first."
        )


def check_unanswered(given: Verdict | None) -> None:
    """Let a verdict pass where none was given; raise AlreadyAnswered, saying who, when and what, where one was."""
    if given is not None:
        raise AlreadyAnswered(given)


def check_reject(step: Step, reason: str) -> None:
    """Let a reason of the step's list pass; raise UnknownReason, listing the valid ones, for any other."""
    if reason not in step.reject_reasons:
        raise UnknownReason(reason, step.reject_reasons, "sending a lead back")


def check_back_to_marketing(pact: Pact, reason: str) -> None:
    """Let an agreed reason for handing a lead to marketing pass; raise UnknownReason for any other."""
    valid = pact.back_to_marketing.reasons if pact.back_to_marketing else ()
    if reason not in valid:
        raise UnknownReason(reason, valid, "handing a lead to marketing")


def after_reject(step: Step, reason: str, now_s: int) -> Afterwards:
    """Say what follows a rejection given now (epoch seconds). A reason without a rule goes back to marketing.

    Raises UnknownReason for a reason that is not on the step's list.
    """
    check_reject(step, reason)
    rule = next((rule for rule in step.recycle if rule.reason == reason), None)
    if rule is None:
        return Afterwards(reason)
    span = rule.wake_after
    if span is None or span.is_working:
        return Afterwards(reason, None, span, rule.wake_when_known)
    return Afterwards(reason, now_s + span.seconds, None, rule.wake_when_known)
