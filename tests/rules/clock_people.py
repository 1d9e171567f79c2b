"""People whose working time is tried: in several zones, with breaks, nights, holidays and absences.

Holidays are written out by hand, so that nothing here rests on the library that the product reads them from.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from leadpact.rules.clock import Calendar, Holidays, Week
from tests.rules.clock_oracle import Person

WORK = ((540, 750), (810, 1050))  # 09:00-12:30 13:30-17:30
OFFICE = ((540, 720), (780, 1020))  # 09:00-12:00 13:00-17:00
SHORT = ((540, 900),)  # 09:00-15:00
NONE = ()


def days(*texts: str) -> frozenset[date]:
    """Days written as one year and its months and days: ``2025 01-01 12-25``."""
    return frozenset(date.fromisoformat(f"{text.split()[0]}-{day}") for text in texts for day in text.split()[1:])


GERMANY = days(
    "2024 01-01 03-29 04-01 05-01 05-09 05-20 10-03 12-25 12-26",
    "2025 01-01 04-18 04-21 05-01 05-29 06-09 10-03 12-25 12-26",
    "2026 01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26",
)
ENGLAND = days(
    "2024 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    "2025 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    "2026 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
)
UNITED_STATES = days(
    "2024 01-01 01-15 05-27 06-19 07-04 09-02 11-28 12-25",
    "2025 01-01 01-20 05-26 06-19 07-04 09-01 11-27 12-25",
    "2026 01-01 01-19 05-25 06-19 07-03 09-07 11-26 12-25",
)
EVES = days("2024 12-24 12-31", "2025 12-24 12-31", "2026 12-24 12-31")


def every(since: date, monday_to_sunday: tuple) -> tuple:
    return ((since, monday_to_sunday),)


ALWAYS = date.min
GERMAN_WEEK = (WORK, WORK, WORK, WORK, SHORT, NONE, NONE)
PEOPLE: dict[str, Person] = {
    "berlin": Person("Europe/Berlin", every(ALWAYS, GERMAN_WEEK), GERMANY, EVES),
    "london": Person("Europe/London", every(ALWAYS, (OFFICE,) * 5 + (NONE,) * 2), ENGLAND),
    "new_york": Person("America/New_York", every(ALWAYS, (OFFICE,) * 5 + (NONE,) * 2), UNITED_STATES),
    "berlin_away": Person(
        "Europe/Berlin",
        every(ALWAYS, GERMAN_WEEK),
        GERMANY,
        EVES,
        ((date(2025, 7, 14), date(2025, 8, 1)), (date(2025, 9, 10), date(2025, 9, 10))),
    ),
    "part_time": Person(  # mon and wed mornings; from July 2025 every weekday
        "Europe/Vienna",
        (
            (ALWAYS, (((540, 720),), NONE, ((540, 720),), NONE, NONE, NONE, NONE)),
            (date(2025, 7, 1), (OFFICE,) * 5 + (NONE,) * 2),
        ),
    ),
    "night": Person(  # mon-fri 22:00-24:00, tue-sat 00:00-06:00
        "Europe/Berlin",
        every(
            ALWAYS,
            (
                ((1320, 1440),),
                *([((0, 360), (1320, 1440))] * 4),
                ((0, 360),),
                NONE,
            ),
        ),
    ),
    "support": Person("Europe/Berlin", every(ALWAYS, (((0, 1440),),) * 7)),
    "sunday_early": Person(  # hours that lie across the hour that is lost or doubled
        "Europe/Berlin", every(ALWAYS, (NONE,) * 6 + (((90, 150), (180, 240)),))
    ),
    "riyadh": Person("Asia/Riyadh", every(ALWAYS, (((480, 960),),) * 4 + (NONE, NONE, ((480, 960),)))),
    "kolkata": Person("Asia/Kolkata", every(ALWAYS, (((600, 780), (840, 1140)),) * 5 + (((600, 840),), NONE))),
    "sydney": Person("Australia/Sydney", every(ALWAYS, (((510, 1020),),) * 5 + (NONE,) * 2)),
    "lord_howe": Person("Australia/Lord_Howe", every(ALWAYS, (((0, 1440),),) * 7)),
    "sao_paulo_2018": Person("America/Sao_Paulo", every(ALWAYS, (((0, 720), (1320, 1440)),) * 7)),
}


def week_of(ranges: tuple) -> Week:
    return Week(tuple(tuple(day) for day in ranges))


def calendar_of(person: Person) -> Calendar:
    """The same person for the clock."""
    return Calendar(
        person.zone,
        tuple((since, week_of(hours)) for since, hours in person.hours),
        Holidays("the test", person.full, person.half),
        person.away,
    )


ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Europe/London",
    "Asia/Kolkata",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Africa/Casablanca",
    "America/St_Johns",
    "Pacific/Auckland",
    "Asia/Tehran",
    "Pacific/Chatham",
    "America/Havana",
    "Africa/Cairo",
)


def random_person(dice: random.Random, first_year: int, last_year: int) -> Person:
    """A person with anything in it: hours by tens of minutes, two versions of them, days off, half days, absences."""
    begin = date(first_year, 1, 1)
    span = (date(last_year, 12, 31) - begin).days

    def day() -> date:
        return begin + timedelta(days=dice.randrange(span))

    def hours() -> tuple[tuple[int, int], ...]:
        if dice.random() < 0.2:
            return ()
        marks = sorted(dice.sample(range(145), 2 * dice.choice((1, 2, 2, 3))))
        ranges = [(marks[i] * 10, marks[i + 1] * 10) for i in range(0, len(marks), 2)]
        return tuple(ranges)

    def week() -> tuple:
        found = tuple(hours() for _ in range(7))
        return found if any(found) else (((540, 1020),),) * 7

    weeks = [(date.min, week())]
    if dice.random() < 0.5:
        weeks.append((day(), week()))
    away = []
    for _ in range(dice.choice((0, 1, 3))):
        first = day()
        away.append((first, first + timedelta(days=dice.randrange(25))))
    return Person(
        dice.choice(ZONES),
        tuple(weeks),
        frozenset(day() for _ in range(dice.randrange(30))),
        frozenset(day() for _ in range(dice.randrange(8))),
        tuple(away),
    )
