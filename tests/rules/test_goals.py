from datetime import date

import pytest

from leadpact.rules.goals import Gone, Limit, Period, before, gone, limit_of, owed, period_of
from leadpact.rules.pact import Goal


def weekday(day):
    return day.weekday() < 5


@pytest.mark.parametrize(
    ("per", "day", "starts", "expected", "name"),
    [
        (
            "quarter",
            date(2026, 11, 21),
            "january",
            Period("quarter", date(2026, 10, 1), date(2026, 12, 31), 4),
            "Q4 2026",
        ),
        ("quarter", date(2026, 1, 1), "january", Period("quarter", date(2026, 1, 1), date(2026, 3, 31), 1), "Q1 2026"),
        (
            "quarter",
            date(2026, 11, 21),
            "april",
            Period("quarter", date(2026, 10, 1), date(2026, 12, 31), 3),
            "Q3 2026/27",
        ),
        (
            "quarter",
            date(2027, 1, 5),
            "february",
            Period("quarter", date(2026, 11, 1), date(2027, 1, 31), 4),
            "Q4 2026/27",
        ),
        ("year", date(2027, 2, 1), "april", Period("year", date(2026, 4, 1), date(2027, 3, 31), 1), "2026/27"),
        ("year", date(2026, 2, 1), "january", Period("year", date(2026, 1, 1), date(2026, 12, 31), 1), "2026"),
        ("month", date(2026, 2, 28), "april", Period("month", date(2026, 2, 1), date(2026, 2, 28), 2), "February 2026"),
        ("week", date(2027, 1, 1), "january", Period("week", date(2026, 12, 28), date(2027, 1, 3), 53), "W53 2026"),
    ],
)
def test_periods_begin_with_the_pacts_year(per, day, starts, expected, name):
    found = period_of(per, day, starts)
    assert found == expected
    assert found.name == name


def test_the_period_before_joins_without_a_gap():
    this = period_of("quarter", date(2026, 2, 3), "february")
    last = before(this, "february")
    assert (last.first_on, last.last_on, this.first_on) == (date(2025, 11, 1), date(2026, 1, 31), date(2026, 2, 1))


def test_only_working_days_that_have_ended_are_gone():
    week = period_of("week", date(2026, 6, 3))
    assert gone(week, date(2026, 6, 3), weekday) == Gone(2, 5)
    assert gone(week, date(2026, 6, 1), weekday) == Gone(0, 5)
    assert gone(week, date(2026, 6, 7), weekday).share == 1.0
    assert gone(week, date(2026, 6, 3), lambda _day: False).share == 1.0


def test_a_monthly_target_is_owed_by_working_days_over_a_quarter():
    quarter = period_of("quarter", date(2026, 5, 1))
    assert owed(40, "month", quarter, date(2026, 7, 1), weekday) == pytest.approx(120)
    # April and May whole, and one of the 22 working days of June.
    assert owed(40, "month", quarter, date(2026, 6, 2), weekday) == pytest.approx(80 + 40 / 22)
    assert owed(40, "month", quarter, date(2026, 4, 1), weekday) == 0
    assert owed(480, "year", quarter, date(2026, 7, 1), weekday) == pytest.approx(480 * 65 / 261)


def test_when_a_goal_does_not_hold():
    goal = Goal("sales", "promise_kept", 90, "%", None, date(2027, 1, 1), unless="accepted_handoffs over 60 a month")
    limit = limit_of(goal)
    assert limit == Limit("accepted_handoffs", True, 60.0, "month")
    assert (limit.is_passed(61, 60), limit.is_passed(60, 60)) == (True, False)
    under = Goal("sales", "promise_kept", 90, "%", None, date(2027, 1, 1), unless="conformity under 95%")
    assert limit_of(under) == Limit("conformity", False, 0.95, None)
    assert limit_of(Goal("sales", "promise_kept", 90, "%", None, date(2027, 1, 1))) is None
