"""What working time costs and how often it is wrong: ``python -m benchmarks.clock`` from the checkout.

Cost is CPU time of this process per call, over spans up to a year, two zones, breaks and holidays; the walker of
minutes and the golden cases of the tests are the judges.
"""

from __future__ import annotations

import csv
import json
import random
import sys
import time
from collections.abc import Callable
from datetime import date

from tests.rules.clock_golden import FILE, instant, span_of
from tests.rules.clock_oracle import Minutes
from tests.rules.clock_people import PEOPLE, calendar_of, random_person

from leadpact.connectors.holidays_data import holidays
from leadpact.rules import clock
from leadpact.rules.clock import Calendar

HOURS = "mon-thu 09:00-12:30 13:30-17:30; fri 09:00-15:00"
YEAR_S = 365 * 86400
CALLS = 100_000
PEOPLE_TRIED, CASES_EACH = 20, 500


def run() -> list[dict[str, object]]:
    """Measure; one row per figure: name, value, unit, target and whether it was met."""
    dice = random.Random(7)
    calendars = _calendars()
    starts = [1_704_100_000 + dice.randrange(YEAR_S) for _ in range(CALLS)]
    spans = [(calendars[i % 2], start, start + dice.randrange(YEAR_S)) for i, start in enumerate(starts)]
    promises = [(calendar, start, dice.randrange(1, 1800 * 3600)) for calendar, start, _ in spans]
    for calendar in calendars:
        clock.elapsed(calendar, starts[0], 1_704_100_000 + 4 * YEAR_S)
    return [
        _row("elapsed over up to a year", _cost(clock.elapsed, spans), "µs CPU per call", 20),
        _row("due over up to a year of work", _cost(clock.due, promises), "µs CPU per call", 20),
        _row("table of one person and year", _cost_of_a_table(), "ms CPU", 4),
        _row(f"wrong of {PEOPLE_TRIED * CASES_EACH} random cases", _wrong_of_random(), "cases", 0),
        _row("wrong of the golden cases", _wrong_of_golden(), "cases", 0),
    ]


def _row(name: str, value: float, unit: str, target: float) -> dict[str, object]:
    return {"name": f"clock: {name}", "value": round(value, 3), "unit": unit, "target": target, "ok": value <= target}


def _calendars() -> tuple[Calendar, Calendar]:
    leave = ((date(2024, 7, 15), date(2024, 8, 2)),)
    berlin = Calendar.of("Europe/Berlin", HOURS, holidays("DE-BY", range(2023, 2031)), leave)
    new_york = Calendar.of(
        "America/New_York", "mon-fri 09:00-12:00 13:00-17:00", holidays("US-NY", range(2023, 2031)), leave
    )
    return berlin, new_york


def _cost(ask: Callable[[Calendar, int, int], int], cases: list[tuple[Calendar, int, int]]) -> float:
    """CPU microseconds per call: the best of three rounds, the loop included."""
    rounds = []
    for _ in range(3):
        begin = time.process_time()
        for calendar, start_s, other in cases:
            ask(calendar, start_s, other)
        rounds.append(time.process_time() - begin)
    return min(rounds) / len(cases) * 1e6


def _cost_of_a_table() -> float:
    """CPU milliseconds to make a year's table, the zone's own changes found already."""
    calendar = _calendars()[0]
    begin = time.process_time()
    for _ in range(20):
        calendar.years.clear()
        clock.next_working(calendar, 1_720_000_000)
    return (time.process_time() - begin) / 20 * 1e3


def _wrong_of_random() -> int:
    wrong = 0
    for seed in range(100, 100 + PEOPLE_TRIED):
        dice = random.Random(seed)
        person = random_person(dice, 2023, 2024)
        minutes, calendar = Minutes(person, 2023, 2024), calendar_of(person)
        for _ in range(CASES_EACH):
            start_s = dice.randrange(1_672_700_000, 1_735_500_000)
            end_s = min(1_735_500_000, start_s + int(10 ** dice.uniform(0, 7.6)))
            counted = minutes.elapsed(start_s, end_s)
            found = clock.elapsed(calendar, start_s, end_s), clock.due(calendar, start_s, counted)
            wrong += found != (counted, minutes.due(start_s, counted))
    return wrong


def _wrong_of_golden() -> int:
    calendars = {name: calendar_of(person) for name, person in PEOPLE.items()}
    wrong = 0
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            calendar = calendars[row["calendar"]]
            found = clock.due_after(calendar, instant(row["start_local"], calendar.zone), span_of(row["span"]))
            wrong += found != instant(row["due_local"], calendar.zone)
    return wrong


if __name__ == "__main__":
    for figure in run():
        sys.stdout.write(json.dumps(figure, ensure_ascii=False) + "\n")
