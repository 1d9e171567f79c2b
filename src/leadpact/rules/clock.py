"""Working time of a person: what their hours, zone, holidays and absences make of seconds.

A second is working when the wall clock of the calendar's zone then reads a time within the day's hours. So a
clock put forward shortens the hours it falls into and a clock put back lengthens them, and no second counts
twice. Every question is answered from a table per calendar and year (UTC intervals with their running total),
made when first asked for, by bisection.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from difflib import get_close_matches
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from leadpact.rules.hours import Unanswerable, Week, week
from leadpact.rules.terms import Span

__all__ = [
    "NO_HOLIDAYS",
    "Calendar",
    "Holidays",
    "NeverWorks",
    "NoHolidays",
    "Unanswerable",
    "UnknownZone",
    "Week",
    "due",
    "due_after",
    "elapsed",
    "length",
    "local_day",
    "next_working",
    "week",
    "week_on",
    "working_day_seconds",
]

DAY_S = 86400
YEAR_S = 31556952
"""Mean length of a year, to guess in which one an instant lies."""
HORIZON_YEARS = 50
"""How far ahead a deadline is looked for."""
_DAY_ZERO = date(1970, 1, 1).toordinal()
_THURSDAY = 3
"""Weekday of 1970-01-01, Monday being 0."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Ranges = tuple[tuple[int, int], ...]


class NoHolidays(Unanswerable):
    """A working day lies in a year whose holidays nobody knows."""


class NeverWorks(Unanswerable):
    """The calendar has no working time (any more)."""


class UnknownZone(Unanswerable):
    """No time zone has that name."""


@dataclass(frozen=True, slots=True)
class Holidays:
    """Days off of a country or region. On a ``half`` day the first half of the day's working seconds remains.

    ``years`` are those whose holidays are known; None when none are needed.
    """

    name: str = ""
    full: frozenset[date] = frozenset()
    half: frozenset[date] = frozenset()
    years: frozenset[int] | None = None


NO_HOLIDAYS = Holidays()


@dataclass(frozen=True, slots=True)
class Year:
    """Working intervals of one local year, epoch seconds, in order; ``after`` is the running total at each end."""

    number: int
    from_s: int
    to_s: int
    starts: list[int]
    ends: list[int]
    after: list[int]
    total: int

    def worked(self, instant_s: int) -> int:
        """Working seconds from the start of the year until an instant within it."""
        i = bisect_right(self.starts, instant_s) - 1
        if i < 0:
            return 0
        left = self.ends[i] - instant_s
        return self.after[i] - left if left > 0 else self.after[i]

    def reached(self, worked_s: int) -> int:
        """First instant at which so many working seconds (1 to ``total``) of the year have gone by."""
        i = bisect_left(self.after, worked_s)
        return self.ends[i] - self.after[i] + worked_s


@dataclass(frozen=True, slots=True)
class Calendar:
    """When one person works. Equal calendars share their tables.

    ``weeks`` are pairs of the date from which the hours hold and the hours, in order of date; the first also
    hold before it. ``absences`` are pairs of first and last day, both included. Raises UnknownZone, and
    ValueError when weeks or absences are out of order.
    """

    zone: str
    weeks: tuple[tuple[date, Week], ...]
    holidays: Holidays = NO_HOLIDAYS
    absences: tuple[tuple[date, date], ...] = ()
    years: dict[int, Year] = field(init=False, repr=False, compare=False)
    """Tables made so far, by year."""

    def __post_init__(self) -> None:
        zone(self.zone)
        if not self.weeks:
            raise NeverWorks(f"A calendar in {self.zone} was given no hours. Give some, such as mon-fri 09:00-17:00.")
        if any(a[0] >= b[0] for a, b in zip(self.weeks, self.weeks[1:], strict=False)):
            raise ValueError("The hours of a calendar must be in order of the date from which they hold.")
        for first, last in self.absences:
            if last < first:
                raise ValueError(f"An absence ends on {last}, before it starts on {first}. Swap the two days.")
        object.__setattr__(self, "years", _shared_years(self))

    @classmethod
    def of(
        cls,
        zone: str,
        hours: str | Week,
        holidays: Holidays = NO_HOLIDAYS,
        absences: Iterable[tuple[date, date]] = (),
    ) -> Calendar:
        """Make a calendar whose hours never change, given as text (see ``week``) or as a week."""
        given = week(hours) if isinstance(hours, str) else hours
        return cls(zone, ((date.min, given),), holidays, tuple(absences))


@lru_cache(maxsize=512)
def _shared_years(calendar: Calendar) -> dict[int, Year]:  # noqa: ARG001 - it is the key of the cache
    return {}


@lru_cache(maxsize=1024)
def zone(name: str) -> ZoneInfo:
    """Find the time zone of that name. Raises UnknownZone with the nearest names."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        near = get_close_matches(name, sorted(available_timezones()), n=2, cutoff=0.5) or ["Europe/Berlin"]
        raise UnknownZone(f"There is no time zone {name!r}. Write for instance {' or '.join(near)}.") from error


def _local(calendar: Calendar, instant_s: int) -> datetime:
    return (_EPOCH + timedelta(seconds=instant_s)).astimezone(zone(calendar.zone))


def local_day(calendar: Calendar, instant_s: int) -> date:
    """Find the day that an instant falls on in the calendar's zone."""
    return _local(calendar, instant_s).date()


def week_on(calendar: Calendar, day: date) -> Week:
    """Find the hours in force on a day."""
    return calendar.weeks[max(0, bisect_right(calendar.weeks, day, key=lambda pair: pair[0]) - 1)][1]


def elapsed(calendar: Calendar, start_s: int, end_s: int) -> int:
    """Working seconds between two instants (epoch seconds); 0 when the end is not after the start.

    Raises NoHolidays when a working day between them lies in a year without holiday data.
    """
    if end_s <= start_s:
        return 0
    year = _year_at(calendar, start_s)
    if end_s <= year.to_s:
        return year.worked(end_s) - year.worked(start_s)
    total = -year.worked(start_s)
    while end_s > year.to_s:
        total += year.total
        year = _year_at(calendar, year.to_s)
    return total + year.worked(end_s)


def due(calendar: Calendar, start_s: int, working_seconds: int) -> int:
    """First instant (epoch seconds) at which so many working seconds have gone by since the start.

    ``elapsed(calendar, start_s, due(calendar, start_s, n)) == n`` for every n from 0 on. Raises NoHolidays,
    NeverWorks when the hours or the next 50 years do not hold that much, ValueError when n is negative.
    """
    if working_seconds <= 0:
        if working_seconds < 0:
            raise ValueError(f"A deadline cannot lie {-working_seconds} working seconds before its start.")
        return start_s
    year = _year_at(calendar, start_s)
    target = working_seconds + year.worked(start_s)
    if target <= year.total:
        return year.reached(target)
    _must_work(calendar)
    last = year.number + HORIZON_YEARS
    while target > year.total:
        if year.number >= last:
            raise _never(calendar, start_s)
        target -= year.total
        year = _year_at(calendar, year.to_s)
    return year.reached(target)


def next_working(calendar: Calendar, instant_s: int) -> int:
    """Find the first working instant from this one on: itself when it is working time. Raises as ``due``."""
    return due(calendar, instant_s, 1) - 1


def working_day_seconds(calendar: Calendar, start_s: int) -> int:
    """Length of one working day: the week's working seconds shared among its weekdays with hours.

    The week is the one in force on the day of the start, or the next one that has hours. Raises NeverWorks.
    """
    day = local_day(calendar, start_s)
    here = week_on(calendar, day)
    later = (hours for since, hours in calendar.weeks if since > day)
    found = next((hours for hours in (here, *later) if hours.working_days), None)
    if found is None:
        raise _never(calendar, start_s)
    return round(found.seconds / found.working_days)


def length(calendar: Calendar, span: Span, start_s: int) -> int:
    """Seconds of a span: working seconds for the working units, plain seconds for minutes, hours and days."""
    if span.unit == "working_days":
        return round(span.amount * working_day_seconds(calendar, start_s))
    return span.seconds


def due_after(calendar: Calendar, start_s: int, span: Span) -> int:
    """When a span that begins at the start is over; a day that is no working day has 24 hours. Raises as ``due``."""
    seconds = length(calendar, span, start_s)
    return due(calendar, start_s, seconds) if span.is_working else start_s + seconds


def _year_at(calendar: Calendar, instant_s: int) -> Year:
    found = calendar.years.get(1970 + instant_s // YEAR_S)
    if found is not None and found.from_s <= instant_s < found.to_s:
        return found
    number = _local(calendar, instant_s).year
    # The wall clock may read the old year again after a change at midnight: the year's first instant decides.
    while instant_s < _opens(calendar.zone, number):
        number -= 1
    while instant_s >= _opens(calendar.zone, number + 1):
        number += 1
    found = calendar.years.get(number)
    if found is None:
        found = calendar.years[number] = _made(calendar, number)
    return found


@lru_cache(maxsize=4096)
def _opens(zone_name: str, number: int) -> int:
    return int(datetime(number, 1, 1, tzinfo=zone(zone_name)).timestamp())


@lru_cache(maxsize=2048)
def _offsets(zone_name: str, number: int) -> tuple[tuple[int, int, int], ...]:
    """Stretches of a year with one offset from UTC: first instant, end, offset, all in seconds."""
    tz = zone(zone_name)

    def offset(instant_s: int) -> int:
        shift = (_EPOCH + timedelta(seconds=instant_s)).astimezone(tz).utcoffset()
        return 0 if shift is None else shift // timedelta(seconds=1)

    since, end = _opens(zone_name, number), _opens(zone_name, number + 1)
    at, now, found = since, offset(since), []
    while at < end:
        then = min(at + DAY_S, end - 1)
        if offset(then) != now:
            low, high = at, then
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if offset(middle) == now else (low, middle)
            found.append((since, high, now))
            since, now = high, offset(high)
        at = then if then > at else end
    return (*found, (since, end, now))


def _made(calendar: Calendar, number: int) -> Year:
    starts: list[int] = []
    ends: list[int] = []
    after: list[int] = []
    total = 0
    stretches = _offsets(calendar.zone, number)
    walls = [(since.toordinal() - _DAY_ZERO, _wall_seconds(hours)) for since, hours in calendar.weeks]
    off = _days_absent(calendar, stretches)
    for since, until, offset in stretches:
        first, last = since + offset, until + offset
        for day in range(first // DAY_S, -(-last // DAY_S)):
            if day in off:
                continue
            while len(walls) > 1 and walls[1][0] <= day:
                del walls[0]
            for opens, closes in _hours_on(calendar.holidays, day, walls[0][1]):
                begin, end = max(day * DAY_S + opens, first), min(day * DAY_S + closes, last)
                if begin < end:
                    total += end - begin
                    starts.append(begin - offset)
                    ends.append(end - offset)
                    after.append(total)
    return Year(number, stretches[0][0], stretches[-1][1], starts, ends, after, total)


def _days_absent(calendar: Calendar, stretches: tuple[tuple[int, int, int], ...]) -> set[int]:
    first, last = stretches[0][0] // DAY_S - 1, stretches[-1][1] // DAY_S + 1
    days: set[int] = set()
    for begins, ends in calendar.absences:
        days.update(range(max(first, begins.toordinal() - _DAY_ZERO), min(last, ends.toordinal() - _DAY_ZERO) + 1))
    return days


def _wall_seconds(hours: Week) -> tuple[Ranges, ...]:
    return tuple(tuple((opens * 60, closes * 60) for opens, closes in day) for day in hours.days)


def _hours_on(holidays: Holidays, day: int, walls: tuple[Ranges, ...]) -> Ranges:
    """Seconds of the day by the wall clock between which work is done; ``day`` counts from 1970-01-01."""
    hours = walls[(day + _THURSDAY) % 7]
    if not hours or holidays is NO_HOLIDAYS:
        return hours
    on = date.fromordinal(day + _DAY_ZERO)
    if holidays.years is not None and on.year not in holidays.years:
        raise _unknown_year(holidays, on.year)
    if on in holidays.full:
        return ()
    return _first_half(hours) if on in holidays.half else hours


def _first_half(hours: Ranges) -> Ranges:
    left = sum(closes - opens for opens, closes in hours) // 2
    kept: list[tuple[int, int]] = []
    for opens, closes in hours:
        if left > 0:
            kept.append((opens, min(closes, opens + left)))
            left -= closes - opens
    return tuple(kept)


def _must_work(calendar: Calendar) -> None:
    if not any(hours.working_days for _, hours in calendar.weeks):
        raise NeverWorks(
            f"The hours of this calendar in {calendar.zone} are empty, so no working time ever passes. "
            "Give some, such as mon-fri 09:00-17:00."
        )


def _never(calendar: Calendar, start_s: int) -> NeverWorks:
    _must_work(calendar)
    return NeverWorks(
        f"There is not enough working time within {HORIZON_YEARS} years after {local_day(calendar, start_s)}. "
        "Shorten the absence or the promise, give hours that hold later, or hand over to somebody else."
    )


def _unknown_year(holidays: Holidays, year: int) -> NoHolidays:
    known = sorted(holidays.years or ())
    have = f"known are {known[0]} to {known[-1]}" if len(known) > 1 else f"known is {[*known, 'no year'][0]}"
    return NoHolidays(
        f"There is no holiday data for {holidays.name or 'this calendar'} in {year}: {have}. "
        "Take in newer holiday data, or leave the holidays of the working time empty."
    )
