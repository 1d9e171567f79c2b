"""How many leads a person still takes, and the order of those that wait."""

from __future__ import annotations

import random
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadpact.rules.clock import Calendar, UnknownZone
from leadpact.rules.pact import ShortList
from leadpact.rules.shortlist import (
    Waiting,
    a_week,
    capacity_left,
    next_period_start,
    overdue,
    period_start,
    rank,
    waits_until,
)
from leadpact.rules.terms import Span

BERLIN = "Europe/Berlin"
LIST = ShortList(10, "week", "score", Span(14, "days"))
DAY_S = 86_400


def at(text: str, zone: str = BERLIN) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp())


@pytest.mark.parametrize(
    ("taken", "own", "left"),
    [(0, None, 10), (9, None, 1), (10, None, 0), (12, None, 0), (2, 3, 1), (2, 30, 8), (0, 0, 0)],
)
def test_capacity_left(taken, own, left):
    assert capacity_left(LIST, taken, own) == left


@pytest.mark.parametrize(
    ("per", "now", "start", "following"),
    [
        ("day", "2026-03-05T00:00", "2026-03-05", "2026-03-06"),
        ("day", "2026-03-29T12:00", "2026-03-29", "2026-03-30"),  # the clock goes forward: 23 hours
        ("day", "2026-10-25T23:59", "2026-10-25", "2026-10-26"),  # and back: 25 hours
        ("week", "2026-03-02T00:00", "2026-03-02", "2026-03-09"),  # a Monday
        ("week", "2026-03-01T23:59", "2026-02-23", "2026-03-02"),  # the Sunday before
        ("week", "2026-03-29T05:00", "2026-03-23", "2026-03-30"),
        ("week", "2026-01-01T05:00", "2025-12-29", "2026-01-05"),
        ("month", "2026-01-31T05:00", "2026-01-01", "2026-02-01"),
        ("month", "2026-12-01T00:00", "2026-12-01", "2027-01-01"),
        ("month", "2028-02-29T10:00", "2028-02-01", "2028-03-01"),
    ],
)
def test_periods_begin_at_midnight_of_the_company(per, now, start, following):
    assert (period_start(per, at(now), BERLIN), next_period_start(per, at(now), BERLIN)) == (at(start), at(following))


def test_the_zone_decides_which_day_it_is():
    now_s = at("2026-03-02T05:00", "UTC")
    assert period_start("week", now_s, "UTC") == at("2026-03-02", "UTC")
    assert period_start("week", now_s, "America/Los_Angeles") == at("2026-02-23", "America/Los_Angeles")


def test_a_zone_that_does_not_exist_is_refused():
    with pytest.raises(UnknownZone, match="Europe/Berlin"):
        period_start("day", 0, "Europe/Berlyn")


@given(
    st.sampled_from(("day", "week", "month")),
    st.integers(0, 4_000_000_000),
    st.sampled_from((BERLIN, "America/Sao_Paulo", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Cairo")),
)
def test_every_instant_lies_in_one_period(per, now_s, zone):
    start, end = period_start(per, now_s, zone), next_period_start(per, now_s, zone)
    assert start <= now_s < end
    assert period_start(per, end, zone) == end
    assert next_period_start(per, end - 1, zone) == end


def test_rank_by_score_then_older_then_id():
    entries = [Waiting(1, 50, 900), Waiting(2, 80, 900), Waiting(3, 80, 100), Waiting(5, 50, 900), Waiting(4, 80, 900)]
    expected = [3, 2, 4, 1, 5]
    random.Random(4).shuffle(entries)
    assert [entry.lead_id for entry in rank(entries, "score")] == expected


def test_rank_by_age_then_score_then_id():
    entries = [Waiting(5, 50, 900), Waiting(2, 80, 900), Waiting(3, 10, 100), Waiting(1, 50, 900)]
    assert [entry.lead_id for entry in rank(entries, "age")] == [3, 2, 1, 5]


def test_overdue_only_after_the_whole_span():
    span = Span(14, "days")
    assert not overdue(1_000, span, 1_000 + 14 * DAY_S)
    assert overdue(1_000, span, 1_001 + 14 * DAY_S)


def test_working_days_need_the_calendar():
    span = Span(2, "working_days")
    friday_s = at("2026-03-06T16:00")
    calendar = Calendar.of(BERLIN, "mon-fri 09:00-17:00")
    assert waits_until(friday_s, span, calendar) == at("2026-03-10T16:00")
    with pytest.raises(ValueError, match="2 working days: pass the company's calendar"):
        overdue(friday_s, span, friday_s)


@pytest.mark.parametrize(("per", "most"), [("day", 5 * 14.0), ("week", 14.0), ("month", 14 * 12 / 52.1775)])
def test_a_week_takes_the_lesser_limit_of_each_person(per, most):
    rule = ShortList(10, per, "score", Span(14, "days"))
    assert a_week(rule, [None, 4, 0]) == pytest.approx(most)
    assert a_week(rule, [25]) == a_week(rule, [None])  # nobody takes more than the pact says
    assert a_week(rule, []) == 0
