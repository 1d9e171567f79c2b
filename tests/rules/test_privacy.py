"""What people may see of people: every reader, every subject, every choice of the pact."""

from datetime import UTC, datetime

import pytest

from leadpact.rules.pact import PeopleFigures
from leadpact.rules.privacy import (
    NOT_SIGNED,
    Someone,
    manager_is_told,
    may_see,
    may_see_group,
    named_until_s,
    strictest,
)

ANA = Someone(1, "salesperson", "sales", manager_id=7)
READERS = {
    "Ana": ANA,
    "Bo": Someone(2, "salesperson", "sales"),
    "manager": Someone(7, "salesperson", "sales"),
    "sales head": Someone(3, "sales_head", "sales"),
    "marketer": Someone(4, "marketer", "marketing"),
    "marketing head": Someone(5, "marketing_head", "marketing"),
    "operator": Someone(6, "operator", "system"),
    "reader": Someone(8, "reader", "system"),
    "key": Someone(None, "key", "system"),
    "product": Someone(None, "system", "system", is_system=True),
}
ALWAYS = {"Ana", "product"}
FIGURES = {"own": set(), "own_and_team": {"sales head"}, "all": set(READERS)}
LATE = {"owner": set(), "owner_and_manager": {"manager", "sales head"}, "team": {"manager", "sales head", "Bo"}}


def seen_by(what, agreed):
    return {name for name, reader in READERS.items() if may_see(reader, ANA, what, agreed)}


@pytest.mark.parametrize("figures", FIGURES)
def test_figures_of_a_person_are_seen_by_whom_the_pact_names(figures):
    assert seen_by("figure", PeopleFigures(figures=figures)) == ALWAYS | FIGURES[figures]


@pytest.mark.parametrize("late", LATE)
def test_that_a_person_is_late_is_seen_by_whom_the_pact_names(late):
    assert seen_by("late", PeopleFigures(individual_late=late)) == ALWAYS | LATE[late]
    assert manager_is_told(PeopleFigures(individual_late=late)) is (late != "owner")


def test_a_group_is_shown_when_it_is_large_enough_or_seen_one_by_one_anyway():
    team = [ANA, READERS["Bo"]]
    agreed = PeopleFigures(smallest_group=3)
    assert {name for name, reader in READERS.items() if may_see_group(reader, team, agreed)} == {
        "sales head",
        "product",
    }
    assert may_see_group(READERS["reader"], [*team, READERS["manager"]], agreed)
    assert may_see_group(READERS["reader"], team, agreed, is_whole_team=True)
    assert may_see_group(ANA, [ANA], agreed)
    assert may_see_group(READERS["reader"], [], agreed)


def test_of_several_pacts_the_strictest_holds_line_by_line():
    first = PeopleFigures("all", 3, "owner", "2 years")
    second = PeopleFigures("own_and_team", 8, "team", "13 months")
    assert strictest([first, second]) == PeopleFigures("own_and_team", 8, "owner", "13 months")
    assert strictest([first]) == first
    assert strictest([]) == NOT_SIGNED
    assert seen_by("figure", NOT_SIGNED) == seen_by("late", NOT_SIGNED) == ALWAYS
    assert strictest(
        [PeopleFigures(leads_kept="2 years"), first, PeopleFigures(leads_kept="23 months")]
    ).leads_kept == ("23 months")
    assert strictest([PeopleFigures(names_kept="400 days"), PeopleFigures(names_kept="1 year")]).names_kept == "1 year"


@pytest.mark.parametrize(
    ("kept", "day"),
    [
        ("12 months", "2027-03-31"), ("1 month", "2028-02-29"), ("2 years", "2026-03-31"), ("90 days", "2028-01-01"),
        ("13 months", "2027-02-28"), ("9999 years", None),
    ],
)  # fmt: skip
def test_names_are_kept_by_the_calendar(kept, day):
    now_s = int(datetime(2028, 3, 31, 12, tzinfo=UTC).timestamp())
    until_s = named_until_s(PeopleFigures(names_kept=kept), now_s)
    if day is None:
        assert until_s < -9_000_000_000_000
    else:
        assert datetime.fromtimestamp(until_s, UTC) == datetime.fromisoformat(f"{day}T12:00:00+00:00")
