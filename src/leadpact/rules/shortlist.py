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

_WHY = {
    "capacity": "everybody who may take it has the leads agreed for this {per}",
    "nobody_available": "nobody who may take it is there",
    "owner_away": "its owner is away, and the pact keeps it for them",
}


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


def why_waits(
    reason: str,
    queued_s: int,
    now_s: int,
    short_list: ShortList,
    *,
    place: int | None = None,
    of: int | None = None,
    calendar: Calendar | None = None,
) -> str:
    """Say why a lead waits, for how long, and at which place (from 1) of the queue.

    ``Waits 3 days, 2nd of 9: everybody who may take it has the leads agreed for this week.`` A lead that waits
    too long says so. A reason of another kind is shown in words. Raises as ``waits_until``.
    """
    why = _WHY.get(reason, reason.replace("_", " ")).format(per=short_list.per)
    at = "" if place is None else f", {_nth(place)}{'' if of is None else f' of {of}'}"
    late = ""
    if overdue(queued_s, short_list.waits_at_most, now_s, calendar):
        late = f" Agreed were {short_list.waits_at_most} at most."
    return f"Waits {_age(now_s - queued_s)}{at}: {why}.{late}"


def _first_day(per: Per, now_s: int, zone_name: str) -> datetime:
    day = datetime.fromtimestamp(now_s, zone(zone_name)).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    if per == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if per == "month" else day


def _midnight(day: datetime) -> int:
    # Adding days to a zoned time keeps the wall clock, so this is that day's midnight even across a clock change.
    return int(day.timestamp())


def _age(seconds: int) -> str:
    for length, unit in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        count = seconds // length
        if count:
            return f"{count} {unit}{'' if count == 1 else 's'}"
    return "less than a minute"


def _nth(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
