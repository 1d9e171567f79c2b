from __future__ import annotations

from datetime import date

import pytest

from leadpact.connectors.holidays_data import UnknownCountry, UnknownRegion, holidays
from leadpact.rules.clock import NO_HOLIDAYS, Calendar, Holidays, NoHolidays, elapsed
from tests.rules.clock_people import ENGLAND, GERMANY


def on(year: int, *days: str) -> frozenset[date]:
    return frozenset(date.fromisoformat(f"{year}-{day}") for day in days)


def test_a_country() -> None:
    assert holidays("DE", range(2024, 2027)) == Holidays("Germany", GERMANY, frozenset(), frozenset((2024, 2025, 2026)))


def test_a_region_has_more_days_than_its_country() -> None:
    found = holidays("DE-BY", (2025,))
    assert found.full - holidays("DE", (2025,)).full == on(2025, "01-06", "06-19", "11-01")
    assert found.name == "Germany (BY)"


@pytest.mark.parametrize("code", ["de-by", " DE-BY ", "DE-Bayern", "DE-bayern"])
def test_a_region_may_be_written_as_people_write_it(code: str) -> None:
    assert holidays(code, (2025,)) == holidays("DE-BY", (2025,))


def test_observed_days_are_the_days_off() -> None:
    assert holidays("GB-ENG", range(2024, 2027)).full >= ENGLAND


def test_half_days_where_the_country_has_them() -> None:
    found = holidays("AU-SA", (2025,))
    assert (found.half, found.full & found.half) == (on(2025, "12-24", "12-31"), frozenset())


def test_years_that_the_library_does_not_cover_stay_unknown_and_the_clock_says_so() -> None:
    found = holidays("LK", range(2026, 2029))
    assert found.years == frozenset((2026,))
    calendar = Calendar.of("Asia/Colombo", "mon-fri 09:00-17:00", found)
    with pytest.raises(NoHolidays, match="no holiday data for Sri Lanka in 2027: known is 2026"):
        elapsed(calendar, 1_798_000_000, 1_801_000_000)


def test_only_the_years_asked_for() -> None:
    assert {day.year for day in holidays("US", (2021, 2023)).full} == {2021, 2023}


def test_no_code_needs_no_holidays() -> None:
    assert holidays("", (2025,)) is NO_HOLIDAYS


def test_read_once() -> None:
    assert holidays("FR", (2025, 2024, 2024)) is holidays("FR", (2024, 2025))


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("Germany", "No public holidays are known for 'Germany'. Write a two-letter country code: DE (Germany)."),
        ("UK", "No public holidays are known for 'UK'. Write a two-letter country code: GB (United Kingdom)."),
        ("DEU", "No public holidays are known for 'DEU'. Write a two-letter country code: DE (Germany)."),
        ("Brasil", "No public holidays are known for 'Brasil'. Write a two-letter country code: BR (Brazil)."),
        ("99", "No public holidays are known for '99'. Write a two-letter country code: for instance DE."),
    ],
)
def test_an_unknown_country_names_the_nearest(code: str, says: str) -> None:
    with pytest.raises(UnknownCountry) as raised:
        holidays(code, (2025,))
    assert str(raised.value) == says


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("AT-10", "Austria has no region '10'. Write AT-1, or one of 1, 2, 3, 4, 5, 6, 7, 8, 9, or 'AT'."),
        ("SM-1", "San Marino has no regions with holidays of their own, so 'SM-1' cannot be read. Write 'SM'."),
    ],
)
def test_an_unknown_region_names_those_there_are(code: str, says: str) -> None:
    with pytest.raises(UnknownRegion) as raised:
        holidays(code, (2025,))
    assert str(raised.value) == says
