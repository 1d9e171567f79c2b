from __future__ import annotations

import csv

import pytest

from leadpact.rules.clock import due_after, elapsed
from tests.rules.clock_golden import FILE, counted, instant, local, minutes_of, rows, span_of
from tests.rules.clock_people import PEOPLE, calendar_of

with FILE.open(encoding="utf-8", newline="") as _file:
    GOLDEN = list(csv.DictReader(_file))


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_every_golden_case_of_a_person(name: str) -> None:
    calendar = calendar_of(PEOPLE[name])
    cases = [row for row in GOLDEN if row["calendar"] == name]
    assert len(cases) >= 25
    wrong, broken = [], []
    for row in cases:
        start_s, span = instant(row["start_local"], calendar.zone), span_of(row["span"])
        due_s = due_after(calendar, start_s, span)
        if due_s != instant(row["due_local"], calendar.zone):
            wrong.append((row, local(due_s, calendar.zone)))
        if span.unit == "working_hours" and elapsed(calendar, start_s, due_s) != span.seconds:
            broken.append(row)
    assert (wrong, broken) == ([], [])


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_cases_by_hand_agree_with_counted_minutes(name: str) -> None:
    minutes, zone = minutes_of(name), PEOPLE[name].zone
    cases = [row for row in GOLDEN if row["calendar"] == name and row["why"].startswith("by hand")]
    answers = [counted(minutes, instant(row["start_local"], zone), row["span"]) for row in cases]
    wrong = [
        (row, local(at, zone)) for row, at in zip(cases, answers, strict=True) if at != instant(row["due_local"], zone)
    ]
    assert wrong == []


def test_the_file_holds_what_it_promises() -> None:
    assert len(GOLDEN) >= 500
    assert sum(row["why"].startswith("by hand: ") for row in GOLDEN) >= 40
    reasons = " ".join(row["why"] for row in GOLDEN)
    wanted = ("over a holiday", "on a half day", "over an absence", "clock forward", "clock back", "from a free day")
    assert [reason for reason in wanted if reasons.count(reason) < 10] == []


def test_the_file_is_what_its_maker_makes() -> None:
    assert [tuple(row.values()) for row in GOLDEN] == rows()
