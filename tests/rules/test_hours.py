from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadpact.rules.hours import UnclearHours, Week, week

WORK = ((540, 750), (810, 1050))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("mon-thu 09:00-12:30 13:30-17:30; fri 09:00-15:00", None),
        ("mon-thu: 09:00-12:30 13:30-17:30; fri: 09:00-15:00", "mon-thu 09:00-12:30 13:30-17:30; fri 09:00-15:00"),
        ("mon,wed 9:00-12:00", "mon,wed 09:00-12:00"),
        ("Mon, Wed 09:00-12:00, 13:00-14:00", "mon,wed 09:00-12:00 13:00-14:00"),
        ("monday - friday 09:00 – 17:00", "mon-fri 09:00-17:00"),
        ("fri 13:00-17:00 09:00-12:00;", "fri 09:00-12:00 13:00-17:00"),
        ("mon 09:00-12:00 12:00-17:00", "mon 09:00-17:00"),
        ("sun-thu 08:00-16:00", "mon-thu,sun 08:00-16:00"),
        ("sat-mon 08:00-16:00", "mon,sat-sun 08:00-16:00"),
        ("mon-sun 00:00-24:00", None),
        (
            "mon-fri 22:00-24:00; tue-sat 00:00-06:00",
            "mon 22:00-24:00; tue-fri 00:00-06:00 22:00-24:00; sat 00:00-06:00",
        ),
        ("none", None),
    ],
)
def test_reads_and_writes_back(written: str, read: str | None) -> None:
    found = week(written)
    assert found.text() == (read or written)
    assert week(str(found)) == found


def test_the_ranges_are_minutes_of_the_day() -> None:
    found = week("mon-thu 09:00-12:30 13:30-17:30; fri 09:00-15:00")
    assert found == Week((WORK, WORK, WORK, WORK, ((540, 900),), (), ()))
    assert (found.seconds, found.working_days) == (36 * 3600, 5)


@given(st.tuples(*[st.sets(st.integers(0, 1440), max_size=6) for _ in range(7)]))
def test_every_week_survives_its_text(marks: tuple[set[int], ...]) -> None:
    days = []
    for day in marks:
        ordered = sorted(day)
        days.append(tuple((ordered[i], ordered[i + 1]) for i in range(0, len(ordered) - 1, 2)))
    assert week(Week(tuple(days)).text()) == Week(tuple(days))


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (
            "",
            "The hours are empty. Write for instance 'mon-thu 09:00-12:30 13:30-17:30; fri 09:00-15:00', or 'none' for no hours.",
        ),
        (
            "mon-thu 09:00-17:00; frid 09:00-15:00",
            (
                "The hours 'mon-thu 09:00-17:00; frid 09:00-15:00' cannot be read: 'frid' is no weekday in "
                "'frid 09:00-15:00'; write 'fri'."
            ),
        ),
        (
            "xyz 09:00-10:00",
            "The hours 'xyz 09:00-10:00' cannot be read: 'xyz' is no weekday; write one of mon, tue, wed, thu, fri, sat, sun.",
        ),
        (
            "09:00-17:00",
            "The hours '09:00-17:00' cannot be read: it names no weekday; begin with days, as in 'mon-fri 09:00-17:00'.",
        ),
        ("mon-fri", "The hours 'mon-fri' cannot be read: it has no times; write times, as in 'mon-fri 09:00-17:00'."),
        ("mon 9-17", "The hours 'mon 9-17' cannot be read: '9-17' is no range of times; write it as 09:00-17:30."),
        (
            "mon 22:00-06:00",
            (
                "The hours 'mon 22:00-06:00' cannot be read: '22:00-06:00' ends before it begins; "
                "for a night write 22:00-24:00, and 00:00-06:00 on the day after."
            ),
        ),
        (
            "mon 22:00-00:00",
            "The hours 'mon 22:00-00:00' cannot be read: '22:00-00:00' ends before it begins; for a night write 22:00-24:00.",
        ),
        (
            "mon 09:00-24:30",
            (
                "The hours 'mon 09:00-24:30' cannot be read: '09:00-24:30' holds a time that no clock shows; "
                "times go from 00:00 to 24:00."
            ),
        ),
        (
            "mon 09:60-10:00",
            (
                "The hours 'mon 09:60-10:00' cannot be read: '09:60-10:00' holds a time that no clock shows; "
                "times go from 00:00 to 24:00."
            ),
        ),
        (
            "mon 09:00-12:00; mon-fri 11:00-13:00",
            (
                "The hours 'mon 09:00-12:00; mon-fri 11:00-13:00' cannot be read: 09:00-12:00 and 11:00-13:00 overlap in "
                "'mon-fri 11:00-13:00'; let one end before the next begins."
            ),
        ),
    ],
)
def test_what_cannot_be_read_is_said_where_and_how_to_mend_it(written: str, says: str) -> None:
    with pytest.raises(UnclearHours) as raised:
        week(written)
    assert str(raised.value) == says
