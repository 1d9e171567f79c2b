"""What the pact in force says that measures are asked with, beside its plain numbers: as values that JSON holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from leadpact.evidence.criteria import plain_condition
from leadpact.evidence.owed import VOLUMES
from leadpact.ledger.rulebook import InForce, Rulebook
from leadpact.rules.clock import Calendar, week_on
from leadpact.rules.criteria import Condition
from leadpact.rules.criteria_words import in_words, lower_first
from leadpact.rules.pact import Pact

YEARS = 5
"""For so many years back it is known when the company worked."""
DAY_S = 86_400
EPOCH = date(1970, 1, 1)
_SHARES = {"conformity": "data", "promise_kept": "waiting"}
"""Goal of marketing that is a share -> promise it is about."""


def terms(rules: Rulebook, as_of_s: int) -> dict[str, Any]:
    """Parameters of measures by name, of the first pact in force; what it leaves open is left out.

    Raises ``NoPact``.
    """
    held = rules.main()
    calendar = rules.calendar(None, held)
    found = {"criteria": criteria(held.pact), "hours": hours(calendar, as_of_s), **owed(held, calendar.zone)}
    return {name: value for name, value in found.items() if value}


def owed(held: InForce, zone: str) -> dict[str, Any]:
    """What marketing promises: see the measure ``promises``. Hand-offs that name no step are of the first one."""
    steps = [step for step in held.pact.steps if step.from_side == "marketing"]
    named = [*steps[:1], *steps]
    names = ["", *(step.name for step in steps)][: len(named)]
    goals = [goal for goal in held.pact.goals if goal.side == "marketing"]
    begins = datetime.fromtimestamp(held.effective_s, ZoneInfo(zone)).date()
    first = (begins.replace(day=1) + timedelta(days=32)).replace(day=1) if begins.day > 1 else begins
    return {
        "comes_with": {
            name: [list(group) for group in step.comes_with] for name, step in zip(names, named, strict=True)
        },
        "after": {name: list(step.after) for name, step in zip(names, named, strict=True) if step.after},
        "targets": {
            goal.measure: {"target": goal.target, "per": goal.per, "from_month": first.year * 100 + first.month}
            for goal in goals
            if goal.measure in VOLUMES and goal.per and goal.unit != "%"
        },
        "promised": {
            _SHARES[goal.measure]: goal.target / 100 for goal in goals if goal.measure in _SHARES and goal.unit == "%"
        },
    }


def hours(calendar: Calendar, as_of_s: int) -> dict[str, Any]:
    """When the company works, for the years before an instant: see ``speed_to_lead.Hours``.

    Hours are those of the ordinary week that holds at the instant.
    """
    zone = ZoneInfo(calendar.zone)
    today = datetime.fromtimestamp(as_of_s, zone).date()
    first = today.replace(year=today.year - YEARS, month=1, day=1)
    week = week_on(calendar, today)
    opened = [
        [number * DAY_S + 60 * opens, number * DAY_S + 60 * closes]
        for number, stretches in enumerate(week.days)
        for opens, closes in stretches
    ]
    closed = sorted((day - EPOCH).days for day in calendar.holidays.full if first <= day <= today)
    offsets = [list(each) for each in _offsets(zone, first, today)]
    return {"open": opened, "offsets": offsets, "closed": closed} if opened else {}


@lru_cache(maxsize=32)
def _offsets(zone: ZoneInfo, first: date, last: date) -> tuple[tuple[int, int], ...]:
    """Offsets from UTC in seconds, each with the instant from which it holds; the first for all before as well."""
    found: list[tuple[int, int]] = []
    day = datetime.combine(first, time(), UTC)
    while day.date() <= last:
        offset = _offset(zone, day)
        if not found:
            found.append((0, offset))
        elif offset != found[-1][1]:
            low, high = day - timedelta(days=1), day
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) // 2
                low, high = (middle, high) if _offset(zone, middle) == found[-1][1] else (low, middle)
            found.append((round(high.timestamp()), offset))
        day += timedelta(days=1)
    return tuple(found)


def _offset(zone: ZoneInfo, at: datetime) -> int:
    shift = at.astimezone(zone).utcoffset()
    return 0 if shift is None else shift // timedelta(seconds=1)


def criteria(pact: Pact) -> dict[str, dict[str, Any]]:
    """The pact's criteria by label: rows of the points table, then what must and what must never be."""
    found: dict[str, dict[str, Any]] = {}
    for label, condition in _criteria(pact):
        name, place = label, 2
        while name in found:
            name, place = f"{label} ({place})", place + 1
        found[name] = plain_condition(condition)
    return found


def _criteria(pact: Pact) -> Iterator[tuple[str, Condition]]:
    for row in pact.good_lead.points:
        yield row.label, row.when
    for condition in pact.good_lead.must:
        yield f"Must: {lower_first(in_words(condition, pact))}", condition
    for condition in pact.good_lead.never:
        yield f"Never: {lower_first(in_words(condition, pact))}", condition
