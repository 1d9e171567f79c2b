"""Promises with a deadline: when they are due, what happens when they are late, and whether they were kept.

A clock is three instants (epoch seconds): when it started, when it is due, and when it stopped, if it did.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from leadpact.rules import clock
from leadpact.rules.clock import Calendar
from leadpact.rules.pact import FollowUp, Lane, LateStep
from leadpact.rules.terms import Span

ActName = Literal["remind", "tell_manager", "reassign"]
ClockState = Literal["kept", "late", "running", "overdue", "withdrawn"]


class Act(NamedTuple):
    """One thing to do about a promise, and from when on (epoch seconds). For a thing done: when it was done."""

    act: str
    at_s: int


class Attempt(NamedTuple):
    """A contact that may count: when, over which channel, and whether a person (not a machine) made it."""

    occurred_s: int
    channel: str
    by_person: bool = True


@dataclass(frozen=True, slots=True)
class Attempts:
    """How the promise of so many attempts stands.

    ``counted`` are attempts within the promise that the rule lets count, of ``asked``; ``days`` of
    ``days_asked`` are the different days they fell on. ``missing`` lists channels with how many more they need.
    ``to_go`` is the least number of further attempts that would keep the promise. ``ended_early`` says that it
    was closed in time by the lead itself: won, lost, disqualified, do not contact, or a reply.
    """

    state: Literal["kept", "running", "broken"]
    counted: int
    asked: int
    days: int
    days_asked: int
    missing: tuple[tuple[str, int], ...]
    to_go: int
    kept_s: int | None = None
    """When the promise was fulfilled or closed."""
    ended_early: bool = False

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is to be done for it."""
        return self.state != "running"

    def words(self) -> str:
        """Say what is missing, or that nothing is."""
        done = f"{self.counted} of {self.asked} attempts"
        if self.ended_early:
            return f"Kept: the lead was settled after {done}."
        if self.state == "kept":
            return f"Kept: {done} on {_many(self.days, 'day')}."
        lack = [f"{count} by {channel}" for channel, count in self.missing]
        if self.days < self.days_asked:
            lack.append(f"on {_many(self.days_asked - self.days, 'further day')}")
        detail = f" ({', '.join(lack)})" if lack else ""
        verb = {"running": "to go", "broken": "missing at the deadline"}[self.state]
        return f"{done}; {_many(self.to_go, 'more attempt' if self.state == 'running' else 'attempt')}{detail} {verb}."


def first_touch(lane: Lane, handed_over_today: int) -> Span:
    """Find the first-touch promise of a lane on a day with so many hand-offs, this one included."""
    if lane.surge is not None and handed_over_today > lane.surge.over_a_day:
        return lane.surge.first_touch
    return lane.first_touch


def start(calendar: Calendar, start_s: int, span: Span) -> int:
    """Deadline of a promise whose clock starts now. Raises as ``clock.due``."""
    return clock.due_after(calendar, start_s, span)


def state(started_s: int, due_s: int, stopped_s: int | None, now_s: int, withdrawn_s: int | None = None) -> ClockState:
    """Judge one clock: kept or late once stopped, else running or overdue.

    A clock is withdrawn when its lead went elsewhere (reassigned, merged, erased) after the start, before it was
    stopped and before the deadline; one withdrawn after the deadline stays overdue, for the promise was broken.
    """
    stopped = stopped_s if stopped_s is not None and stopped_s <= now_s else None
    first = stopped is None or (withdrawn_s is not None and withdrawn_s < stopped)
    if withdrawn_s is not None and started_s <= withdrawn_s <= min(due_s, now_s) and first:
        return "withdrawn"
    if stopped is not None:
        return "kept" if stopped <= due_s else "late"
    return "running" if now_s <= due_s else "overdue"


def used(calendar: Calendar, started_s: int, due_s: int, now_s: int, *, in_working_time: bool = True) -> float:
    """Share of the promised time gone by: 0 at the start, 1 at the deadline, more beyond it.

    Counted in working time, or in plain time for a promise in minutes, hours or days (``in_working_time`` False)
    and for one without any working second before its deadline.
    """
    if now_s <= started_s:
        return 0.0 if due_s > started_s else 1.0
    if in_working_time:
        promised = clock.elapsed(calendar, started_s, due_s)
        if promised:
            return clock.elapsed(calendar, started_s, now_s) / promised
    return (now_s - started_s) / (due_s - started_s) if due_s > started_s else 1.0


def timetable(
    calendar: Calendar,
    start_s: int,
    due_s: int,
    late_steps: Sequence[LateStep],
    *,
    in_working_time: bool = True,
) -> tuple[Act, ...]:
    """When each late step of the pact is to be taken, in order of time.

    A percentage counts the promised working time (plain time when ``in_working_time`` is False or no working
    time was promised); 100 is the deadline itself. A span counts from the deadline. Raises as ``clock.due``.
    """
    promised = clock.elapsed(calendar, start_s, due_s) if in_working_time else 0
    acts: list[Act] = []
    for step in late_steps:
        if step.after is not None:
            at_s = clock.due_after(calendar, due_s, step.after)
        elif step.at_percent is None or step.at_percent == 100:
            at_s = due_s
        elif promised:
            at_s = clock.due(calendar, start_s, round(promised * step.at_percent / 100))
        else:
            at_s = start_s + round((due_s - start_s) * step.at_percent / 100)
        acts.append(Act(step.act, at_s))
    return tuple(sorted(acts, key=lambda act: act.at_s))


def next_step(timetable: Sequence[Act], done: Iterable[tuple[str, int]], now_s: int) -> Act | None:
    """Find the first step still to be taken; it is due when its ``at_s`` is not after now, else it waits.

    ``done`` are (act, when it was done). A step is done when the same act was done at its time or later. A
    reminder is dropped once a later step is due: nobody is reminded of a deadline that has passed.
    """
    last: dict[str, int] = {}
    for act, at_s in done:
        last[act] = max(at_s, last.get(act, at_s))
    for number, step in enumerate(timetable):
        if step.act in last and last[step.act] >= step.at_s:
            continue
        if step.act == "remind" and any(later.at_s <= now_s for later in timetable[number + 1 :]):
            continue
        return step
    return None


def attempts_kept(
    rule: FollowUp,
    attempts: Iterable[tuple[int, str, bool]],
    started_s: int,
    due_s: int,
    now_s: int,
    calendar: Calendar,
    ended_s: int | None = None,
) -> Attempts:
    """Judge the promise of so many attempts within a time.

    ``attempts`` are (occurred_s, channel, by_person), in any order; those from the start to the deadline count,
    up to now. Days are those of the calendar's zone. ``ended_s`` is when the lead was won, lost, disqualified,
    asked not to be contacted, or replied: by the deadline this closes the promise as kept.
    """
    counting = sorted(
        Attempt(*each)
        for each in attempts
        if started_s <= each[0] <= min(due_s, now_s) and _counts(rule, each[1], by_person=each[2])
    )
    kept_s = _kept_at(rule, counting, calendar)
    ended = ended_s is not None and ended_s <= min(due_s, now_s)
    if kept_s is None and not ended:
        return _standing(rule, counting, calendar, "running" if now_s <= due_s else "broken")
    if kept_s is not None and (ended_s is None or kept_s <= ended_s):
        return _standing(rule, counting, calendar, "kept", kept_s)
    return _standing(rule, counting, calendar, "kept", ended_s, ended_early=True)


def _counts(rule: FollowUp, channel: str, *, by_person: bool) -> bool:
    if rule.attempt.by == "person" and not by_person:
        return False
    return not rule.attempt.channels or channel in rule.attempt.channels


def _kept_at(rule: FollowUp, counting: Sequence[Attempt], calendar: Calendar) -> int | None:
    by_channel: dict[str, int] = {}
    days: set[date] = set()
    for number, attempt in enumerate(counting, start=1):
        by_channel[attempt.channel] = by_channel.get(attempt.channel, 0) + 1
        days.add(clock.local_day(calendar, attempt.occurred_s))
        if number >= rule.attempts and len(days) >= rule.attempt.different_days and not _missing(rule, by_channel):
            return attempt.occurred_s
    return None


def _missing(rule: FollowUp, by_channel: dict[str, int]) -> tuple[tuple[str, int], ...]:
    lacks = ((channel, least - by_channel.get(channel, 0)) for channel, least in rule.attempt.least)
    return tuple((channel, lack) for channel, lack in lacks if lack > 0)


def _standing(
    rule: FollowUp,
    counting: Sequence[Attempt],
    calendar: Calendar,
    verdict: Literal["kept", "running", "broken"],
    kept_s: int | None = None,
    *,
    ended_early: bool = False,
) -> Attempts:
    by_channel: dict[str, int] = {}
    for attempt in counting:
        by_channel[attempt.channel] = by_channel.get(attempt.channel, 0) + 1
    days = len({clock.local_day(calendar, attempt.occurred_s) for attempt in counting})
    missing = _missing(rule, by_channel)
    lacks = (rule.attempts - len(counting), sum(lack for _, lack in missing), rule.attempt.different_days - days)
    return Attempts(
        state=verdict,
        counted=len(counting),
        asked=rule.attempts,
        days=days,
        days_asked=rule.attempt.different_days,
        missing=missing,
        to_go=0 if verdict == "kept" else max(0, *lacks),
        kept_s=kept_s,
        ended_early=ended_early,
    )


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
