"""Goals over time: the period a goal runs in, how much of it is gone, and when a goal does not hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from leadpact.rules.pact import Goal
from leadpact.rules.pact_reading_forms import MONTHS

Per = Literal["week", "month", "quarter", "year"]
_LENGTH = {"month": 1, "quarter": 3, "year": 12}
_LIMIT = re.compile(r"(\S+) (over|under) ([\d.]+)(%?).*?(?: an? (week|month|quarter|year))?")
WorkingDay = Callable[[date], bool]
"""Whether a day is a working day."""


class Period(NamedTuple):
    """A stretch of days, the last one included. ``number`` counts the periods of its year from 1."""

    per: Per
    first_on: date
    last_on: date
    number: int

    @property
    def name(self) -> str:
        """Its short name: ``Q4 2026``; where the year does not start in January ``Q1 2026/27``."""
        begins = self.first_on.year if self.per != "week" else (self.first_on + timedelta(days=3)).year
        if self.per == "month":
            return f"{self.first_on:%B %Y}"
        if self.per == "week":
            return f"W{self.number} {begins}"
        first = _month_back(self.first_on, (self.number - 1) * _LENGTH[self.per])
        year = str(first.year) if first.month == 1 else f"{first.year}/{(first.year + 1) % 100:02d}"
        return year if self.per == "year" else f"Q{self.number} {year}"

    def days(self) -> list[date]:
        """Every day of it."""
        return [self.first_on + timedelta(days=place) for place in range((self.last_on - self.first_on).days + 1)]


def period_of(per: Per, day: date, year_starts: str = "january") -> Period:
    """The period that a day lies in; quarters and years begin with the month that the pact's year starts in.

    Weeks begin on Monday and are numbered by ISO 8601.
    """
    if per == "week":
        first = day - timedelta(days=day.weekday())
        return Period(per, first, first + timedelta(days=6), day.isocalendar().week)
    since = (day.month - 1 - MONTHS.index(year_starts)) % 12 if per != "month" else day.month - 1
    length = _LENGTH[per]
    first = _month_back(day.replace(day=1), since % length)
    return Period(per, first, _month_back(first, -length) - timedelta(days=1), since // length + 1)


def before(period: Period, year_starts: str = "january") -> Period:
    """The period just before one."""
    return period_of(period.per, period.first_on - timedelta(days=1), year_starts)


def _month_back(first: date, months: int) -> date:
    place = first.year * 12 + first.month - 1 - months
    return date(place // 12, place % 12 + 1, 1)


class Gone(NamedTuple):
    """How much of a period is gone: ended days of all days."""

    ended: int
    of: int

    @property
    def share(self) -> float:
        """As a fraction of 1."""
        return self.ended / self.of if self.of else 1.0


def gone(period: Period, today: date, works: WorkingDay) -> Gone:
    """How many of the period's working days have ended before today."""
    days = [day for day in period.days() if works(day)]
    return Gone(sum(day < today for day in days), len(days))


def owed(target: float, per: Per, over: Period, until: date, works: WorkingDay, year_starts: str = "january") -> float:
    """What a target per week, month … comes to within a period, counted up to (without) a day.

    Each of the target's own periods gives its target in equal parts to its working days.
    """
    total, day = 0.0, over.first_on
    last = min(over.last_on, until - timedelta(days=1))
    while day <= last:
        own = period_of(per, day, year_starts)
        days = [each for each in own.days() if works(each)]
        if days:
            total += target * sum(day <= each <= last for each in days) / len(days)
        day = own.last_on + timedelta(days=1)
    return total


class Limit(NamedTuple):
    """Above (or below) so much of a measure a goal does not hold."""

    measure: str
    is_over: bool
    target: float
    per: Per | None

    def is_passed(self, value: float, allowed: float) -> bool:
        """Whether a value lies beyond what is allowed of it."""
        return value > allowed if self.is_over else value < allowed


def limit_of(goal: Goal) -> Limit | None:
    """When a goal does not hold: ``accepted_handoffs over 60 a month``; None when it always does."""
    found = _LIMIT.fullmatch(goal.unless or "")
    if found is None:
        return None
    target = float(found[3]) / (100 if found[4] else 1)
    per: dict[str | None, Per] = {"week": "week", "month": "month", "quarter": "quarter", "year": "year"}
    return Limit(found[1], found[2] == "over", target, per.get(found[5]))


__all__ = ["Gone", "Limit", "Per", "Period", "WorkingDay", "before", "gone", "limit_of", "owed", "period_of"]
