"""The short list: how many leads a person still takes this period, and the queue of those that wait."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from leadpact.rules.clock import Calendar, due_after, zone
from leadpact.rules.pact import ShortList
from leadpact.rules.terms import Span

Per = Literal["day", "week", "month"]
Order = Literal["score", "age"]
_PER_WEEK: dict[Per, float] = {"day": 5.0, "week": 1.0, "month": 12 / 52.1775}
"""Periods in a week; a day's list is worked five days a week, and a year has 52.1775 of them."""


class Waiting(NamedTuple):
    """A lead in the queue: its points now and since when it waits (epoch seconds)."""

    lead_id: int
    points: int
    queued_s: int


def capacity_left(short_list: ShortList, taken_in_period: int, own_capacity: int | None = None) -> int:
    """How many more leads a person takes in this period, never below 0.

    ``own_capacity`` is the person's own limit, None for none; the lesser of it and the pact's holds.
    """
    limit = short_list.each_person if own_capacity is None else min(own_capacity, short_list.each_person)
    return max(0, limit - taken_in_period)


def a_week(short_list: ShortList, own_capacities: Iterable[int | None]) -> float:
    """How many leads people take a week together, each by the lesser of the pact's limit and their own."""
    return sum(capacity_left(short_list, 0, own) for own in own_capacities) * _PER_WEEK[short_list.per]


def period_start(per: Per, now_s: int, zone_name: str) -> int:
    """When the running day, week (from Monday) or month began in that zone, epoch seconds.

    Raises ``UnknownZone``.
    """
    return _midnight(_first_day(per, now_s, zone_name))


def next_period_start(per: Per, now_s: int, zone_name: str) -> int:
    """When the next day, week or month begins in that zone, and with it fresh capacity, epoch seconds."""
    first = _first_day(per, now_s, zone_name)
    if per == "month":
        return _midnight((first + timedelta(days=31)).replace(day=1))
    return _midnight(first + timedelta(days=7 if per == "week" else 1))


def rank(entries: Iterable[Waiting], order: Order) -> list[Waiting]:
    """Put waiting leads in order: by ``score`` most points first, then the oldest; by ``age`` the other way round.

    What is equal in both goes by id, so that the order never depends on how the leads came in.
    """
    if order == "score":
        return sorted(entries, key=lambda entry: (-entry.points, entry.queued_s, entry.lead_id))
    return sorted(entries, key=lambda entry: (entry.queued_s, -entry.points, entry.lead_id))


def waits_until(queued_s: int, waits_at_most: Span, calendar: Calendar | None = None) -> int:
    """Until when a lead may wait, epoch seconds.

    Working units need the company's calendar. Raises ``ValueError`` without one, and as ``clock.due_after``.
    """
    if calendar is not None:
        return due_after(calendar, queued_s, waits_at_most)
    if waits_at_most.is_working:
        raise ValueError(f"waits_at_most is {waits_at_most}: pass the company's calendar to count working time.")
    return queued_s + waits_at_most.seconds


def overdue(queued_s: int, waits_at_most: Span, now_s: int, calendar: Calendar | None = None) -> bool:
    """Whether a lead has waited longer than agreed. Raises as ``waits_until``."""
    return now_s > waits_until(queued_s, waits_at_most, calendar)


def _first_day(per: Per, now_s: int, zone_name: str) -> datetime:
    day = datetime.fromtimestamp(now_s, zone(zone_name)).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    if per == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if per == "month" else day


def _midnight(day: datetime) -> int:
    # Adding days to a zoned time keeps the wall clock, so this is that day's midnight even across a clock change.
    return int(day.timestamp())
