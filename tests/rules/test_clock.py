from __future__ import annotations

import random
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadpact.rules.clock import (
    NO_HOLIDAYS,
    Calendar,
    Holidays,
    NeverWorks,
    NoHolidays,
    UnknownZone,
    Week,
    due,
    due_after,
    elapsed,
    length,
    local_day,
    next_working,
    week,
    week_on,
    working_day_seconds,
    zone,
)
from leadpact.rules.terms import Span
from tests.rules.clock_oracle import Minutes, walk
from tests.rules.clock_people import PEOPLE, calendar_of, random_person

HOURS = "mon-thu 09:00-12:30 13:30-17:30; fri 09:00-15:00"
BERLIN = Calendar.of("Europe/Berlin", HOURS)


def at(text: str, zone_name: str = "Europe/Berlin") -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=zone(zone_name)).timestamp())


def shown(instant_s: int, zone_name: str = "Europe/Berlin") -> str:
    return datetime.fromtimestamp(instant_s, zone(zone_name)).strftime("%Y-%m-%d %H:%M:%S")


# Against the oracle ---------------------------------------------------------------------------------------------

FIRST, LAST = 2023, 2024
CASES, EACH = 20, 500


@pytest.mark.parametrize("seed", range(CASES))
def test_agrees_with_counted_minutes(seed: int) -> None:
    """20 people with 500 questions each: 10,000 cases, spans from seconds to more than a year."""
    dice = random.Random(seed)
    person = random_person(dice, FIRST, LAST)
    oracle, calendar = Minutes(person, FIRST, LAST), calendar_of(person)
    low, high = at(f"{FIRST}-01-02"), at(f"{LAST}-12-30")
    wrong = []
    for _ in range(EACH):
        start_s = dice.randrange(low, high)
        end_s = min(high, start_s + int(10 ** dice.uniform(0, 7.7)))
        counted = oracle.elapsed(start_s, end_s)
        if elapsed(calendar, start_s, end_s) != counted:
            wrong.append(("elapsed", start_s, end_s))
        seconds = dice.choice((counted, int(10 ** dice.uniform(0, 6))))
        expected = oracle.due(start_s, seconds)
        if expected is not None and due(calendar, start_s, seconds) != expected:
            wrong.append(("due", start_s, seconds))
        if expected is not None and elapsed(calendar, start_s, expected) != seconds:
            wrong.append(("promise", start_s, seconds))
    assert wrong == []


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_counted_minutes_agree_with_a_plain_walk(name: str) -> None:
    """The oracle itself is checked: its prefix sums against stepping through time with the wall clock."""
    year = 2018 if name == "sao_paulo_2018" else 2025
    dice = random.Random(name)
    person = PEOPLE[name]
    oracle, calendar = Minutes(person, year, year + 1), calendar_of(person)
    for _ in range(3):
        start_s = at(f"{year}-01-02") + dice.randrange(300 * 86400)
        seconds = dice.randrange(1, 5 * 3600)
        walked = walk(person, start_s, seconds)
        assert (oracle.due(start_s, seconds), due(calendar, start_s, seconds)) == (walked, walked)


@given(
    seed=st.integers(0, 30),
    start_s=st.integers(at("2022-06-01"), at("2023-06-01")),
    seconds=st.integers(0, 3_000_000),
    more=st.integers(0, 3_000_000),
)
def test_due_and_elapsed_are_each_others_inverse(seed: int, start_s: int, seconds: int, more: int) -> None:
    calendar = calendar_of(random_person(random.Random(seed), 2022, 2024))
    end_s = due(calendar, start_s, seconds)
    assert elapsed(calendar, start_s, end_s) == seconds
    if seconds:
        assert elapsed(calendar, start_s, end_s - 1) == seconds - 1
    # Deadlines in two parts: a promise and an addition end where the sum does.
    assert due(calendar, end_s, more) == due(calendar, start_s, seconds + more) or seconds == 0 or more == 0


# Single rules ---------------------------------------------------------------------------------------------------


def test_friday_evening_waits_for_monday() -> None:
    assert shown(due(BERLIN, at("2025-03-07 18:30"), 15 * 60)) == "2025-03-10 09:15:00"


def test_lunch_is_left_out() -> None:
    assert shown(due(BERLIN, at("2025-03-10 12:20"), 15 * 60)) == "2025-03-10 13:35:00"
    assert elapsed(BERLIN, at("2025-03-10 12:20"), at("2025-03-10 13:35")) == 900


def test_the_first_instant_is_given_not_the_last() -> None:
    assert shown(due(BERLIN, at("2025-03-10 12:00"), 1800)) == "2025-03-10 12:30:00"
    assert shown(due(BERLIN, at("2025-03-07 14:00"), 3600)) == "2025-03-07 15:00:00"


def test_nothing_promised_is_due_at_once_even_at_night() -> None:
    assert due(BERLIN, at("2025-03-08 03:00"), 0) == at("2025-03-08 03:00")


def test_a_deadline_before_its_start_is_refused() -> None:
    with pytest.raises(ValueError, match="60 working seconds before its start"):
        due(BERLIN, at("2025-03-10 09:00"), -60)


def test_an_end_before_the_start_has_nothing_elapsed() -> None:
    assert elapsed(BERLIN, at("2025-03-11 09:00"), at("2025-03-10 09:00")) == 0


@pytest.mark.parametrize(
    ("hours", "day", "expected"),
    [
        ("sun 01:30-02:30 03:00-04:00", "2025-03-30", 5400),  # 02:00-03:00 does not exist
        ("sun 01:30-02:30 03:00-04:00", "2025-10-26", 9000),  # 02:00-02:30 comes twice
        ("sun 02:10-02:50", "2025-03-30", 0),
        ("sun 02:10-02:50", "2025-10-26", 4800),
        ("mon-sun 00:00-24:00", "2025-03-30", 23 * 3600),
        ("mon-sun 00:00-24:00", "2025-10-26", 25 * 3600),
    ],
)
def test_a_gap_shortens_and_an_overlap_lengthens(hours: str, day: str, expected: int) -> None:
    calendar = Calendar.of("Europe/Berlin", hours)
    following = date.fromisoformat(day).toordinal() + 1
    assert elapsed(calendar, at(day), at(date.fromordinal(following).isoformat())) == expected


def test_no_second_counts_twice_when_midnight_comes_twice() -> None:
    """Havana put its clock back from 01:00 to 00:00 on 2 November 2025: one night of nine hours."""
    calendar = Calendar.of("America/Havana", "mon-sun 00:00-06:00 22:00-24:00")
    night = at("2025-11-01 20:00", "America/Havana"), at("2025-11-02 08:00", "America/Havana")
    assert elapsed(calendar, *night) == 9 * 3600


def test_a_day_that_never_was_has_no_working_time() -> None:
    """Samoa went from 29 to 31 December 2011."""
    calendar = Calendar.of("Pacific/Apia", "mon-sun 09:00-17:00")
    assert elapsed(calendar, at("2011-12-29", "Pacific/Apia"), at("2012-01-01", "Pacific/Apia")) == 2 * 8 * 3600


def test_a_half_day_keeps_the_first_half_of_its_seconds() -> None:
    """450 minutes on a Wednesday: 225 remain, 09:00-12:30 and 15 minutes after lunch."""
    eve = Holidays("DE", half=frozenset((date(2025, 12, 24), date(2025, 12, 31))))
    calendar = Calendar.of("Europe/Berlin", HOURS, eve)
    assert elapsed(calendar, at("2025-12-24"), at("2025-12-25")) == 225 * 60
    assert shown(due(calendar, at("2025-12-24 13:40"), 360)) == "2025-12-25 09:01:00"


def test_half_of_an_odd_number_of_seconds_is_rounded_down() -> None:
    calendar = Calendar.of("UTC", "wed 09:00-09:01", Holidays("x", half=frozenset((date(2025, 12, 24),))))
    assert elapsed(calendar, at("2025-12-24", "UTC"), at("2025-12-25", "UTC")) == 30


def test_absence_stops_the_clock_and_both_its_days_are_off() -> None:
    calendar = Calendar.of("Europe/Berlin", HOURS, absences=((date(2025, 3, 11), date(2025, 3, 12)),))
    assert shown(due(calendar, at("2025-03-10 17:00"), 3600)) == "2025-03-13 09:30:00"


def test_hours_change_from_a_date_on() -> None:
    weeks = ((date(2020, 1, 1), week("mon-fri 09:00-17:00")), (date(2025, 3, 12), week("mon-fri 10:00-14:00")))
    calendar = Calendar("Europe/Berlin", weeks)
    assert elapsed(calendar, at("2025-03-10"), at("2025-03-15")) == (8 + 8 + 4 + 4 + 4) * 3600
    assert week_on(calendar, date(2019, 1, 1)) == weeks[0][1]
    assert elapsed(calendar, at("2019-03-11"), at("2019-03-12")) == 8 * 3600


def test_the_same_instant_is_different_working_time_for_two_people() -> None:
    berlin, new_york = (calendar_of(PEOPLE[name]) for name in ("berlin", "new_york"))
    start_s = at("2025-03-10 17:00")
    assert (shown(due(berlin, start_s, 3600)), shown(due(new_york, start_s, 3600))) == (
        "2025-03-11 09:30:00",
        "2025-03-10 19:00:00",  # 12:00 there: New York already has summer time, Berlin not yet
    )


def test_next_working_instant() -> None:
    assert shown(next_working(BERLIN, at("2025-03-08 11:00"))) == "2025-03-10 09:00:00"
    assert next_working(BERLIN, at("2025-03-10 10:00")) == at("2025-03-10 10:00")
    assert shown(next_working(BERLIN, at("2025-03-10 12:30"))) == "2025-03-10 13:30:00"


def test_local_day_is_the_persons() -> None:
    assert local_day(BERLIN, at("2025-03-10 00:30")) == date(2025, 3, 10)
    assert local_day(Calendar.of("America/New_York", HOURS), at("2025-03-10 00:30")) == date(2025, 3, 9)


def test_new_year_belongs_to_the_local_year() -> None:
    """Only 2025 is known. New Year's Eve in Auckland ends eleven hours before it does in Greenwich."""
    known = Holidays("New Zealand", years=frozenset((2025,)))
    calendar = Calendar.of("Pacific/Auckland", "mon-sun 00:00-24:00", known)
    zone_name = "Pacific/Auckland"
    start_s, end_s = at("2025-01-01", zone_name), at("2026-01-01", zone_name)
    assert elapsed(calendar, start_s, end_s) == 365 * 86400
    assert due(calendar, end_s - 60, 60) == end_s
    with pytest.raises(NoHolidays):
        elapsed(calendar, start_s, end_s + 1)
    with pytest.raises(NoHolidays):
        elapsed(calendar, start_s - 1, end_s)


# Spans ----------------------------------------------------------------------------------------------------------


def test_a_working_day_is_the_mean_of_the_week() -> None:
    assert working_day_seconds(BERLIN, at("2025-03-10")) == (4 * 450 + 360) * 60 // 5


def test_a_working_day_follows_the_week_in_force_else_the_next_with_hours() -> None:
    weeks = ((date(2020, 1, 1), week("mon-fri 09:00-17:00")), (date(2025, 1, 1), week("mon,tue 09:00-12:00")))
    calendar = Calendar("UTC", weeks)
    assert [working_day_seconds(calendar, at(day, "UTC")) for day in ("2024-12-31", "2025-01-01")] == [28800, 10800]
    later = Calendar("UTC", ((date(2020, 1, 1), week("none")), (date(2025, 1, 1), week("mon 09:00-12:00"))))
    assert working_day_seconds(later, at("2024-12-31", "UTC")) == 10800


@pytest.mark.parametrize(
    ("span", "seconds", "end"),
    [
        (Span(15, "working_minutes"), 900, "2025-03-10 09:15:00"),
        (Span(4, "working_hours"), 14400, "2025-03-10 14:00:00"),
        (Span(1, "working_days"), 25920, "2025-03-10 17:12:00"),
        (Span(1.5, "working_hours"), 5400, "2025-03-10 10:30:00"),
        (Span(5, "working_days"), 129600, "2025-03-14 15:00:00"),
        (Span(15, "minutes"), 900, "2025-03-08 20:15:00"),
        (Span(4, "hours"), 14400, "2025-03-09 00:00:00"),
        (Span(2, "days"), 172800, "2025-03-10 20:00:00"),
    ],
)
def test_every_unit_of_a_span(span: Span, seconds: int, end: str) -> None:
    start_s = at("2025-03-08 20:00")
    assert (length(BERLIN, span, start_s), shown(due_after(BERLIN, start_s, span))) == (seconds, end)


# What cannot be answered ----------------------------------------------------------------------------------------


def test_a_year_without_holidays_says_which_and_what_to_do() -> None:
    calendar = Calendar.of("Europe/Berlin", HOURS, Holidays("Germany", years=frozenset(range(2020, 2031))))
    with pytest.raises(NoHolidays) as raised:
        due(calendar, at("2030-12-30 09:00"), 40 * 3600)
    assert str(raised.value) == (
        "There is no holiday data for Germany in 2031: known are 2020 to 2030. "
        "Take in newer holiday data, or leave the holidays of the working time empty."
    )
    assert shown(due(calendar, at("2030-12-30 09:00"), 3600)) == "2030-12-30 10:00:00"


def test_known_years_are_named_as_they_are() -> None:
    for years, words in (
        ((), "known is no year"),
        ((2024,), "known is 2024"),
        ((2023, 2024), "known are 2023 to 2024"),
    ):
        calendar = Calendar.of("Europe/Berlin", HOURS, Holidays("Germany", years=frozenset(years)))
        with pytest.raises(NoHolidays, match=f"for Germany in 2025: {words}"):
            next_working(calendar, at("2025-03-10"))


def test_unknown_years_do_not_matter_to_one_who_is_away_or_has_no_hours() -> None:
    known = Holidays("Germany", years=frozenset((2025, 2027)))
    away = Calendar.of("Europe/Berlin", HOURS, known, ((date(2025, 12, 1), date(2027, 1, 3)),))
    assert shown(due(away, at("2025-11-28 14:30"), 3600)) == "2027-01-04 09:30:00"


def test_empty_hours_never_work() -> None:
    with pytest.raises(NeverWorks, match=r"hours of this calendar in UTC are empty.*mon-fri 09:00-17:00"):
        due(Calendar.of("UTC", "none"), 0, 1)
    assert elapsed(Calendar.of("UTC", "none"), 0, 10**9) == 0
    with pytest.raises(NeverWorks, match="are empty"):
        working_day_seconds(Calendar.of("UTC", "none"), 0)
    with pytest.raises(NeverWorks, match="was given no hours"):
        Calendar("UTC", ())


def test_away_for_ever_never_works() -> None:
    known = Holidays("Germany", years=frozenset((2025, 2026)))
    gone = Calendar.of("Europe/Berlin", HOURS, known, ((date(2025, 6, 1), date.max),))
    with pytest.raises(NeverWorks, match=r"within 50 years after 2025-05-30.*hand over to somebody else"):
        due(gone, at("2025-05-30 14:00"), 2 * 3600)


def test_calendars_that_contradict_themselves_are_refused() -> None:
    nine_to_five = week("mon-fri 09:00-17:00")
    with pytest.raises(UnknownZone, match=r"no time zone 'Europe/Berln'.*Europe/Berlin"):
        Calendar.of("Europe/Berln", HOURS)
    with pytest.raises(ValueError, match="in order of the date"):
        Calendar("UTC", ((date(2025, 1, 1), nine_to_five), (date(2025, 1, 1), nine_to_five)))
    with pytest.raises(ValueError, match="ends on 2025-01-01, before it starts on 2025-01-02"):
        Calendar("UTC", ((date.min, nine_to_five),), NO_HOLIDAYS, ((date(2025, 1, 2), date(2025, 1, 1)),))


def test_equal_calendars_share_their_tables() -> None:
    one, two = (Calendar.of("Europe/Paris", HOURS, Holidays("F", frozenset((date(2025, 7, 14),)))) for _ in range(2))
    next_working(one, at("2025-03-10"))
    assert (one == two, hash(one) == hash(two), two.years is one.years, list(two.years)) == (True, True, True, [2025])


def test_a_week_is_what_its_text_says() -> None:
    assert BERLIN.weeks[0][1] == Week((((540, 750), (810, 1050)),) * 4 + (((540, 900),), (), ()))
