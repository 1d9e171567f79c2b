"""Makes ``tests/golden/clock.csv``: ``python -m tests.rules.clock_golden``.

The first rows are reasoned by hand and must agree with the oracle that counts minutes; the others are what the
oracle counts. The clock itself has no part in it.
"""

from __future__ import annotations

import csv
import random
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from leadpact.rules.terms import Span
from tests.rules.clock_oracle import Minutes, Person
from tests.rules.clock_people import PEOPLE

FILE = Path(__file__).resolve().parents[1] / "golden" / "clock.csv"
HEAD = ("calendar", "start_local", "span", "due_local", "why")
COUNTED = 440

BY_HAND = """
berlin          | 2025-03-07 18:30       | 15 working minutes  | 2025-03-10 09:15       | Friday evening waits for Monday
berlin          | 2025-03-08 11:00       | 4 working hours     | 2025-03-10 14:00       | Saturday; Monday has 3.5 hours before lunch
berlin          | 2025-03-09 23:59       | 1 working minutes   | 2025-03-10 09:01       | Sunday, a minute before midnight
berlin          | 2025-03-10 12:20       | 15 working minutes  | 2025-03-10 13:35       | 10 minutes before lunch, 5 after
berlin          | 2025-03-10 12:45       | 15 working minutes  | 2025-03-10 13:45       | starts in the lunch break
berlin          | 2025-03-10 12:30       | 15 working minutes  | 2025-03-10 13:45       | starts as lunch begins
berlin          | 2025-03-10 09:00       | 210 working minutes | 2025-03-10 12:30       | ends exactly at lunch, not after it
berlin          | 2025-03-10 09:00       | 211 working minutes | 2025-03-10 13:31       | one minute more goes over lunch
berlin          | 2025-03-07 14:00       | 60 working minutes  | 2025-03-07 15:00       | ends exactly at the week's end
berlin          | 2025-03-07 14:00       | 61 working minutes  | 2025-03-10 09:01       | one minute more goes over the weekend
berlin          | 2025-03-07 15:00       | 1 working hours     | 2025-03-10 10:00       | Friday ends at 15:00
berlin          | 2025-03-10 09:00       | 1 working days      | 2025-03-10 17:12       | a day is 36 hours / 5 = 7:12
berlin          | 2025-03-13 17:00       | 1 working days      | 2025-03-17 09:42       | 0:30 on Thursday, 6:00 on Friday, 0:42 on Monday
berlin          | 2025-03-10 09:00       | 5 working days      | 2025-03-14 15:00       | five working days are one week
berlin          | 2025-03-12 13:30       | 5 working days      | 2025-03-19 12:30       | a week from Wednesday's lunch ends before the next one
berlin          | 2025-03-10 09:00       | 15 working days     | 2025-03-28 15:00       | three weeks without a holiday
berlin          | 2025-04-17 17:00       | 1 working hours     | 2025-04-22 09:30       | Good Friday, the weekend and Easter Monday
berlin          | 2025-04-30 16:30       | 2 working hours     | 2025-05-02 10:00       | 1 May
berlin          | 2025-05-28 17:30       | 15 working minutes  | 2025-05-30 09:15       | Ascension Day
berlin          | 2025-10-02 17:20       | 20 working minutes  | 2025-10-06 09:10       | 3 October is a Friday
berlin          | 2025-06-06 15:00       | 30 working minutes  | 2025-06-10 09:30       | Whit Monday
berlin          | 2025-12-23 17:00       | 2 working hours     | 2025-12-24 10:30       | the morning of Christmas Eve is working time
berlin          | 2025-12-24 13:40       | 15 working minutes  | 2025-12-29 09:10       | the half day ends at 13:45: half of 7:30
berlin          | 2025-12-24 12:00       | 1 working hours     | 2025-12-29 09:15       | half day: 30 minutes, lunch, 15 minutes
berlin          | 2025-12-31 13:00       | 30 working minutes  | 2026-01-02 09:15       | half day, New Year, and a new year's table
berlin          | 2024-12-24 09:00       | 4 working hours     | 2024-12-27 09:15       | 3:45 on the half day, two holidays
berlin          | 2025-12-31 09:00       | 1 working days      | 2026-01-02 12:27       | 3:45 on the half day, 3:27 on Friday
berlin          | 2025-03-28 14:30       | 1 working hours     | 2025-03-31 09:30       | clock forward on Sunday touches no hour of work
berlin          | 2025-10-24 14:30       | 1 working hours     | 2025-10-27 09:30       | clock back on Sunday touches no hour of work
support         | 2025-03-29 12:00       | 24 working hours    | 2025-03-30 13:00       | clock forward: 24 hours end an hour later by the wall clock
support         | 2025-10-25 12:00       | 24 working hours    | 2025-10-26 11:00       | clock back: 24 hours end an hour earlier by the wall clock
support         | 2025-03-30 01:30       | 1 working hours     | 2025-03-30 03:30       | 02:00 to 03:00 does not exist
support         | 2025-10-26 02:30+02:00 | 1 working hours     | 2025-10-26 02:30+01:00 | 02:30 comes twice
support         | 2025-10-26 01:30       | 2 working hours     | 2025-10-26 02:30+01:00 | the second 02:30
sunday_early    | 2025-03-30 00:00       | 1 working hours     | 2025-03-30 03:30       | the hours fall into the gap: 30 minutes before it, 30 after
sunday_early    | 2025-03-30 00:00       | 90 working minutes  | 2025-03-30 04:00       | the gap shortens 2 hours to 1:30
sunday_early    | 2025-10-26 00:00       | 1 working hours     | 2025-10-26 02:30+02:00 | ends at the first 02:30
sunday_early    | 2025-10-26 00:00       | 90 working minutes  | 2025-10-26 02:30+01:00 | 02:00 to 02:30 is worked twice
sunday_early    | 2025-10-26 00:00       | 91 working minutes  | 2025-10-26 03:01       | then the break until 03:00
night           | 2025-03-10 23:00       | 2 working hours     | 2025-03-11 01:00       | a night goes over midnight
night           | 2025-03-15 05:00       | 2 working hours     | 2025-03-17 23:00       | the last night ends on Saturday at 06:00
night           | 2025-03-16 12:00       | 30 working minutes  | 2025-03-17 22:30       | Sunday waits for Monday night
night           | 2025-03-14 22:00       | 8 working hours     | 2025-03-15 06:00       | Friday's night ends on Saturday
new_york        | 2025-03-10 11:00       | 1 working hours     | 2025-03-10 12:00       | own zone, ends at lunch
new_york        | 2025-03-07 16:45       | 30 working minutes  | 2025-03-10 09:15       | clock forward there, three weeks before Europe
new_york        | 2025-07-03 16:30       | 1 working hours     | 2025-07-07 09:30       | Independence Day is a Friday
new_york        | 2025-11-26 16:00       | 2 working hours     | 2025-11-28 10:00       | Thanksgiving
new_york        | 2025-10-31 16:00       | 2 working hours     | 2025-11-03 10:00       | clock back there, a week after Europe
london          | 2025-05-02 16:30       | 1 working hours     | 2025-05-06 09:30       | early May bank holiday
london          | 2026-12-24 16:30       | 1 working hours     | 2026-12-29 09:30       | Christmas Friday; Boxing Day is Saturday, its substitute Monday
kolkata         | 2025-03-08 13:30       | 1 working hours     | 2025-03-10 10:30       | Saturday is worked until 14:00
kolkata         | 2025-03-10 12:45       | 30 working minutes  | 2025-03-10 14:15       | lunch from 13:00 to 14:00, five and a half hours off UTC
riyadh          | 2025-03-13 15:30       | 1 working hours     | 2025-03-16 08:30       | the weekend is Friday and Saturday
riyadh          | 2025-03-14 10:00       | 1 working days      | 2025-03-16 16:00       | the whole of Sunday
sydney          | 2025-04-04 16:30       | 1 working hours     | 2025-04-07 09:00       | clock back in April in the south
lord_howe       | 2025-04-05 12:00       | 24 working hours    | 2025-04-06 11:30       | the clock goes back by half an hour
lord_howe       | 2025-10-04 12:00       | 24 working hours    | 2025-10-05 12:30       | the clock goes forward by half an hour
sao_paulo_2018  | 2018-11-03 22:00       | 3 working hours     | 2018-11-04 02:00       | midnight does not exist: the day begins at 01:00
sao_paulo_2018  | 2018-02-17 22:00       | 3 working hours     | 2018-02-18 00:00       | 23:00 to 24:00 comes twice
sao_paulo_2018  | 2018-02-17 22:00       | 4 working hours     | 2018-02-18 01:00       | and an hour of the next day
berlin_away     | 2025-07-11 14:30       | 1 working hours     | 2025-08-04 09:30       | three weeks of leave
berlin_away     | 2025-07-21 10:00       | 15 working minutes  | 2025-08-04 09:15       | starts within the leave
berlin_away     | 2025-09-09 17:00       | 1 working hours     | 2025-09-11 09:30       | one day away
part_time       | 2025-03-10 11:00       | 2 working hours     | 2025-03-12 10:00       | Monday and Wednesday mornings only
part_time       | 2025-03-12 09:00       | 1 working days      | 2025-03-12 12:00       | a day is 6 hours / 2 = 3:00
part_time       | 2025-06-30 11:30       | 1 working hours     | 2025-07-01 09:30       | new hours from 1 July, a Tuesday
part_time       | 2025-06-25 12:00       | 1 working days      | 2025-06-30 12:00       | the day's length is that of the start, 3:00
part_time       | 2025-07-01 08:00       | 1 working days      | 2025-07-01 17:00       | under the new hours a day is 7:00
berlin          | 2025-03-07 18:30       | 15 minutes          | 2025-03-07 18:45       | plain minutes run in the evening too
berlin          | 2025-03-29 12:00       | 24 hours            | 2025-03-30 13:00       | plain hours, clock forward
berlin          | 2025-10-25 12:00       | 1 days              | 2025-10-26 11:00       | a plain day has 24 hours, clock back
new_york        | 2025-03-07 17:00       | 2 days              | 2025-03-09 18:00       | two plain days, clock forward
"""

SPANS = (
    "15 working minutes",
    "45 working minutes",
    "2 working hours",
    "4 working hours",
    "1 working days",
    "3 working days",
    "15 working days",
)


def span_of(text: str) -> Span:
    """A span as the file writes it."""
    amount, unit = text.split(" ", 1)
    return Span(float(amount), unit.replace(" ", "_"))  # type: ignore[arg-type] # the file holds units only


def instant(text: str, zone: str) -> int:
    """Epoch seconds of a local time; one that comes twice carries its offset."""
    found = datetime.fromisoformat(text)
    return int((found if found.tzinfo else found.replace(tzinfo=ZoneInfo(zone))).timestamp())


def local(instant_s: int, zone: str) -> str:
    """The local time, with its offset where the first instant of that reading is another."""
    found = datetime.fromtimestamp(instant_s, ZoneInfo(zone))
    text = found.strftime("%Y-%m-%d %H:%M" + (":%S" if found.second else ""))
    return text if instant(text, zone) == instant_s else text + found.isoformat()[-6:]


def day_seconds(person: Person, start_s: int) -> float:
    """Mean length of a working day of the week in force at the start."""
    on = datetime.fromtimestamp(start_s, ZoneInfo(person.zone)).date()
    week = [hours for since, hours in person.hours if since <= on][-1]
    lengths = [sum(closes - opens for opens, closes in day) for day in week if day]
    return 60 * sum(lengths) / len(lengths)


def counted(minutes: Minutes, start_s: int, span: str) -> int:
    """When a span is over, by counting minutes. Raises AssertionError when the years do not hold it."""
    amount, unit = span.split(" ", 1)
    each = {"minutes": 60, "hours": 3600, "days": 86400}
    if not unit.startswith("working "):
        return start_s + round(float(amount) * each[unit])
    day = day_seconds(minutes.person, start_s) if unit == "working days" else each[unit.removeprefix("working ")]
    found = minutes.due(start_s, round(float(amount) * day))
    assert found is not None
    return found


def minutes_of(name: str) -> Minutes:
    """All minutes of the years for which somebody's holidays are written down."""
    return Minutes(PEOPLE[name], 2018, 2019) if name == "sao_paulo_2018" else Minutes(PEOPLE[name], 2024, 2026)


def _reasons(person: Person, start_s: int, due_s: int) -> str:
    zone = ZoneInfo(person.zone)
    first, last = (datetime.fromtimestamp(at, zone) for at in (start_s, due_s))
    days = [first.date() + timedelta(days=n) for n in range((last.date() - first.date()).days + 1)]
    week = person.hours[-1][1] if person.hours[-1][0] <= days[0] else person.hours[0][1]
    shift = last.utcoffset() - first.utcoffset()
    found = {
        "from a free day": not week[first.weekday()],
        "over free weekdays": any(not week[day.weekday()] for day in days[1:]),
        "over a holiday": any(day in person.full and week[day.weekday()] for day in days),
        "on a half day": any(day in person.half for day in days),
        "over an absence": any(a <= day <= b for day in days for a, b in person.away),
        "clock forward": shift > timedelta(0),
        "clock back": shift < timedelta(0),
        "over the new year": first.year != last.year,
        "within the day": len(days) == 1,
    }
    return ", ".join(name for name, holds in found.items() if holds) or "over the night"


def _starts(dice: random.Random, person: Person, year: int) -> datetime:
    """Starts lie near what is hard: holidays, eves, absences, clock changes, weekends; the rest anywhere."""
    near = sorted(day for day in person.full if day.year == year)
    near += [day for day in sorted(person.half) if day.year == year] * 4
    near += [day for pair in person.away for day in pair if day.year == year] * 12
    changes = [(3, 9), (3, 30), (4, 6), (10, 5), (10, 26), (11, 2)] if year > 2018 else [(2, 18), (11, 4)]
    near += [date(year, month, day) for month, day in changes] * 3
    day = date(year, 1, 8) + timedelta(days=dice.randrange(340))
    if dice.random() < 0.7:
        day = dice.choice(near) - timedelta(days=dice.choice((0, 0, 1, 1, 2, 3)))
    at = dice.choice((7, 8.5, 9, 10.25, 11.75, 12.5, 12.75, 13.5, 15, 16.5, 17.25, 18.5, 20, 22.5, 23.75, 1.5, 2.5))
    return datetime(day.year, day.month, day.day, int(at), int(at % 1 * 60), tzinfo=ZoneInfo(person.zone))


def rows() -> list[tuple[str, ...]]:
    """All rows of the file, those by hand first."""
    found = []
    for line in BY_HAND.strip().splitlines():
        name, start, span, end, why = (part.strip() for part in line.split("|"))
        found.append((name, start, span, end, f"by hand: {why}"))
    dice = random.Random(20250330)
    tables = {name: minutes_of(name) for name in PEOPLE}
    turns = [*PEOPLE, "berlin", "berlin_away"]
    while len(found) < len(BY_HAND.strip().splitlines()) + COUNTED:
        name = turns[len(found) % len(turns)]
        person = PEOPLE[name]
        start_s = int(_starts(dice, person, 2018 if name == "sao_paulo_2018" else 2025).timestamp())
        span = dice.choice(SPANS)
        due_s = counted(tables[name], start_s, span)
        why = f"counted: {_reasons(person, start_s, due_s)}"
        row = (name, local(start_s, person.zone), span, local(due_s, person.zone), why)
        if row not in found:
            found.append(row)
    return found


if __name__ == "__main__":
    with FILE.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows((HEAD, *rows()))
