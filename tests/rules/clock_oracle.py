"""Working time by counting minutes: slow, naive, and written apart from the clock it judges.

Nothing of ``leadpact.rules.clock`` is used here. Rules are plain data, time is a row of minutes of which each is
working or not, and every answer is a count. All rules used in tests lie on whole minutes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Person:
    """Whose hours: per date the ranges (minutes after midnight) of each weekday, days off, and days away."""

    zone: str
    hours: tuple[tuple[date, tuple[tuple[tuple[int, int], ...], ...]], ...]
    full: frozenset[date] = frozenset()
    half: frozenset[date] = frozenset()
    away: tuple[tuple[date, date], ...] = ()

    def minutes_of(self, day: date) -> bytearray:
        """The 1,440 wall-clock minutes of a day: working (1) or not (0)."""
        row = bytearray(1440)
        if day in self.full or any(first <= day <= last for first, last in self.away):
            return row
        week = self.hours[0][1]
        for since, hours in self.hours:
            if since <= day:
                week = hours
        for opens, closes in week[day.weekday()]:
            row[opens:closes] = b"\1" * (closes - opens)
        if day in self.half:
            working = [minute for minute, works in enumerate(row) if works]
            assert len(working) % 2 == 0, "the oracle counts whole minutes"
            for minute in working[len(working) // 2 :]:
                row[minute] = 0
        return row

    def works(self, instant_s: int) -> bool:
        """Whether one instant is working time, by reading the wall clock."""
        wall = datetime.fromtimestamp(instant_s, ZoneInfo(self.zone))
        return bool(_row(self, wall.date())[wall.hour * 60 + wall.minute])


@lru_cache(maxsize=512)
def _row(person: Person, day: date) -> bytearray:
    return person.minutes_of(day)


def _ahead(zone: ZoneInfo, instant_s: int) -> int:
    return datetime.fromtimestamp(instant_s, zone).utcoffset() // timedelta(minutes=1)


@lru_cache(maxsize=32)
def _offsets(name: str, from_s: int, count: int) -> NDArray[np.int32]:
    """Minutes that the wall clock is ahead of UTC, for every minute; the clock changes at most once in 24 hours."""
    zone, found = ZoneInfo(name), np.empty(count, dtype=np.int32)
    for day in range(0, count, 1440):
        at = from_s + day * 60
        now, then = _ahead(zone, at), _ahead(zone, at + 86400)
        found[day : day + 1440] = (
            now if now == then else [_ahead(zone, at + minute * 60) for minute in range(min(1440, count - day))]
        )
    return found


def walk(person: Person, start_s: int, seconds: int) -> int:
    """Go minute by minute until so many working seconds have gone by."""
    at, left = start_s, seconds
    while left > 0:
        step = 60 - at % 60
        if person.works(at):
            if left <= step:
                return at + left
            left -= step
        at += step
    return at


@dataclass
class Minutes:
    """All minutes of some years of one person, with their running total."""

    person: Person
    first_year: int
    last_year: int
    from_s: int = field(init=False)
    flags: NDArray[np.int64] = field(init=False)
    before: NDArray[np.int64] = field(init=False)

    def __post_init__(self) -> None:
        begin = datetime(self.first_year, 1, 1, tzinfo=UTC) - timedelta(days=1)
        end = datetime(self.last_year + 1, 1, 1, tzinfo=UTC) + timedelta(days=1)
        self.from_s = int(begin.timestamp())
        count = (int(end.timestamp()) - self.from_s) // 60
        wall = np.arange(count, dtype=np.int32) + _offsets(self.person.zone, self.from_s, count)
        day, minute = np.divmod(wall, np.int32(1440))
        low, high = int(day.min()), int(day.max())
        rows = [self.person.minutes_of(begin.date() + timedelta(days=n)) for n in range(low, high + 1)]
        table = np.frombuffer(b"".join(rows), dtype=np.uint8).reshape(len(rows), 1440).astype(np.int64)
        self.flags = table[day - low, minute]
        self.before = np.concatenate(([0], np.cumsum(self.flags * 60)))

    def worked(self, instant_s: int) -> int:
        """Working seconds since the first minute."""
        minute, second = divmod(instant_s - self.from_s, 60)
        return int(self.before[minute] + self.flags[minute] * second)

    def elapsed(self, start_s: int, end_s: int) -> int:
        """Working seconds between two instants."""
        return self.worked(end_s) - self.worked(start_s)

    def due(self, start_s: int, seconds: int) -> int | None:
        """First instant with so many working seconds since the start; None when the years do not hold it."""
        if seconds == 0:
            return start_s
        target = self.worked(start_s) + seconds
        if target > self.before[-1]:
            return None
        # The first minute at whose end enough has been worked.
        minute = int(np.searchsorted(self.before, target, side="left")) - 1
        return self.from_s + minute * 60 + target - int(self.before[minute])
