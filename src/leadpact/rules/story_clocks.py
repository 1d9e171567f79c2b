"""Clocks while a lead's story is told, and the promise of so many attempts judged by the pact's rule.

The rule travels with the fact that starts the promise (``terms_of`` writes it, ``read_terms`` reads it), so that a
story told again years later judges by what was agreed then.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from leadpact.rules import clock, sla
from leadpact.rules.consent import WAY_OF
from leadpact.rules.facts import Fact
from leadpact.rules.pact import AttemptRule, FollowUp
from leadpact.rules.story_rows import ClockRow
from leadpact.rules.terms import Span

BY_A_PERSON = frozenset(("call", "meeting"))
"""Contacts that nobody leaves to a machine, even where the ledger does not say who made them."""
FAR_S = 1 << 62
ACT_OF = {"reminded": "remind", "escalated": "tell_manager"}


class Terms(NamedTuple):
    """What the promise of attempts asks for, and the zone whose days are counted."""

    rule: FollowUp
    calendar: clock.Calendar


@dataclass(slots=True)
class Running:
    """A clock while the story is told; ``late`` are its steps as (act, at second).

    ``terms`` is for the promise of attempts; ``made`` are the attempts since it started, as (occurred_s, channel,
    by a person).
    """

    id: str
    hand_off_id: int | None
    promise: str
    person_id: int | None
    started_s: int
    due_s: int
    late: list[tuple[str, int]]
    terms: Terms | None = None
    made: list[tuple[int, str, bool]] = field(default_factory=list)
    stopped_s: int | None = None
    worked_s: int | None = None
    state: str = "running"

    def stop(self, at_s: int, worked_s: int | None = None) -> None:
        """End the clock: kept when not later than the deadline."""
        self.stopped_s, self.worked_s = at_s, worked_s
        self.state = "kept" if at_s <= self.due_s else "late"
        self.late = []

    def withdraw(self, at_s: int) -> None:
        """End the clock without a verdict, unless its deadline has already passed."""
        if at_s > self.due_s:
            self.stop(at_s)
        else:
            self.stopped_s, self.state, self.late = at_s, "withdrawn", []

    def attempt(self, fact: Fact) -> None:
        """Count an attempt; the one that makes the promise complete stops the clock, be it late."""
        if self.terms is None:
            return
        self.made.append((fact.occurred_s, fact.kind, fact.by_id is not None or fact.kind in BY_A_PERSON))
        rule, calendar = self.terms
        now_s = fact.occurred_s
        if sla.attempts_kept(rule, self.made, self.started_s, FAR_S, now_s, calendar).state == "kept":
            self.stop(now_s)

    def needs(self, refused: Sequence[str]) -> bool:
        """Whether the promise asks for attempts by a way that the buyer refused."""
        if self.terms is None or not refused:
            return False
        attempt = self.terms.rule.attempt
        shut = {kind for kind, way in WAY_OF.items() if way in refused}
        return any(kind in shut for kind, _ in attempt.least) or (
            bool(attempt.channels) and shut.issuperset(attempt.channels)
        )

    def row(self, lead_id: int) -> ClockRow:
        """The row that pages list, with the step that comes next."""
        act, at_s = min(self.late, key=lambda step: step[1]) if self.late else (None, None)
        return ClockRow(
            self.id, lead_id, self.hand_off_id, self.promise, self.person_id, self.started_s, self.due_s,
            self.stopped_s, self.worked_s, self.state, act, at_s,
        )  # fmt: skip


def extras_of(fact: Fact) -> dict[str, Any]:
    """The typed extras of a fact; none where it carries none."""
    extra = json.loads(fact.payload) if fact.payload else {}
    return extra if isinstance(extra, dict) else {}


def terms_of(rule: FollowUp, zone: str) -> dict[str, Any]:
    """What the fact that starts the promise of attempts says of it: how many, and what must be among them."""
    attempt = rule.attempt
    asked = {
        "by": attempt.by,
        "channels": list(attempt.channels),
        "least": [list(pair) for pair in attempt.least],
        "days": attempt.different_days,
        "zone": zone,
    }
    return {"attempts": rule.attempts, "rule": asked}


def read_terms(extra: dict[str, Any]) -> Terms:
    """Read them back. Without a rule any contact counts; without a number one is enough."""
    rule = extra.get("rule", {})
    least = tuple((str(channel), int(count)) for channel, count in rule.get("least", ()))
    channels = tuple(str(channel) for channel in rule.get("channels", ()))
    return _terms(
        int(extra.get("attempts", 1)),
        str(rule.get("by", "anyone")),
        channels,
        least,
        int(rule.get("days", 1)),
        str(rule.get("zone", "UTC")),
    )


@lru_cache(maxsize=256)
def _terms(
    attempts: int, by: str, channels: tuple[str, ...], least: tuple[tuple[str, int], ...], days: int, zone: str
) -> Terms:
    who = AttemptRule("person" if by == "person" else "anyone", channels, least, days)
    # Only the number and the kinds of attempts are judged here: the deadline is in the fact, lateness in its steps.
    rule = FollowUp(attempts, Span(1, "days"), who, (), (), 0)
    return Terms(rule, clock.Calendar.of(zone, _ANY_HOURS))


_ANY_HOURS = "mon-fri 09:00-17:00"
"""A calendar needs hours; only its zone is used."""


def wakes_at(fact: Fact) -> int | None:
    """When a recycled lead comes forward by itself (epoch seconds); None for never, as for history long over."""
    return None if extras_of(fact).get("rests") is True else fact.due_s


WHY_MOST = 500
"""Longest explanation of an assignment that a row keeps, in signs."""


def why_of(fact: Fact) -> str | None:
    """Why the assignment chose this person; None where a person chose."""
    why = extras_of(fact).get("why")
    return str(why)[:WHY_MOST] if why else None
