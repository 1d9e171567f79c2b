"""Goals: months counted by hand, the four tests of a stale target, and forecasts on one level."""

from __future__ import annotations

import calendar
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from leadpact.evidence.catalogue import ask
from leadpact.evidence.series import begun_within, month_of, place_of
from tests.evidence.company import START, sqlite_source
from tests.evidence.measures.book import Book

FIRST = place_of(202401)


def second(place, day=3):
    """A second of a month counted from January 2024."""
    month = month_of(FIRST + place)
    return calendar.timegm((month // 100, month % 100, day, 0, 0, 0))


def facts(by_month, kind="handed_over", **columns):
    book = Book()
    lead = 0
    for place, count in enumerate(by_month):
        for each in range(count):
            lead += 1
            book.tell(kind, lead, (second(place, 3 + each % 20) - START) / 86_400, **columns)
    return book.facts


def asked(told, months, goal=None, **given):
    goals = None if goal is None else {"0": goal}
    return ask("goals", sqlite_source(told), as_of_s=second(months, 5), goals=goals, **given)


GOAL = {
    "side": "marketing", "measure": "handoffs", "target": 10, "unit": "", "per": "month",
    "review_by": "2030-01-01", "agreed_month": 202401, "is_changed": False, "year_starts": 0,
}  # fmt: skip
STEADY = [10, 12, 9, 11, 10, 8, 12, 10, 11, 9, 10, 12, 9, 10, 11, 8, 10, 12, 9, 11]


def test_months_and_limits_by_hand():
    result = asked(facts([*STEADY, 30, 7]), 21, GOAL)  # the last month still runs
    (row,) = result.rows
    mean = sum(STEADY) / 20
    moving = sum(abs(a - b) for a, b in pairwise(STEADY)) / 19
    assert (row["months"], row["mean"], row["moving_range"]) == (21, pytest.approx(mean), pytest.approx(moving))
    assert (row["low"], row["high"]) == (
        pytest.approx(mean - 3 / 1.128 * moving),
        pytest.approx(mean + 3 / 1.128 * moving),
    )
    assert (row["state"], row["signals"], row["last_signal"]) == ("signal", 1, "2025-09")
    assert row["stale_because"] == "moved_since"
    assert result.sentence == (
        "Numbers followed by month: 1; moved by more than they do by themselves: 1. Agreed goals that should be "
        "looked at again: 1 of 1."
    )
    assert [row["value"] for row in result.tables["months"]] == [*STEADY, 30]


@pytest.mark.parametrize(("begun", "is_whole"), [(1, True), (5, True), (6, False), (28, False)])
def test_a_month_within_which_the_records_begin_is_not_complete(begun, is_whole):
    """Of no number, though the number itself began earlier or later within it."""
    book = Book()
    for place in range(21):
        for each in range(8):
            lead, day = place * 8 + each, begun if place == 0 else 3 + each % 2
            book.tell("captured", lead, (second(place, day) - START) / 86_400, side="buyer", source="web")
            book.tell("handed_over", lead, (second(place, 28) - START) / 86_400)
    result = asked(book.facts, 21)
    assert {row["months"] for row in result.rows} == {21 if is_whole else 20}
    months = [row["month"] for row in result.tables["months"]]
    assert min(months) == ("2024-01" if is_whole else "2024-02")
    said = [note.text for note in result.notes if note.key == "begun_within"]
    day = f"The records of leads begin on 2024-01-{begun:02d}."
    assert said == ([] if is_whole else [f"{day} They do not hold the whole of 2024-01, so no number has that month."])


@pytest.mark.parametrize(
    ("instant", "month", "is_whole"),
    [
        ((2024, 1, 31, 23, 30, 0), 202402, True),  # In Berlin the month has begun.
        ((2024, 2, 1, 3, 0, 0), 202401, False),  # In New York it has not.
    ],
)
def test_the_month_is_that_of_the_company(instant, month, is_whole):
    row = {"kind": "captured", "month": month, "n": 3, "first_s": calendar.timegm(instant)}
    assert (begun_within({"firsts": [row]}) is None) is is_whole


@pytest.mark.parametrize(
    ("change", "because"),
    [
        ({}, ""),
        ({"target": 60, "per": "quarter"}, "never_met"),
        ({"target": 1}, "always_met"),
        ({"review_by": "2025-06-01"}, "review_passed"),
        ({"is_changed": True}, "definition_changed"),
    ],
)
def test_when_a_target_should_be_looked_at_again(change, because):
    (row,) = asked(facts(STEADY), 20, {**GOAL, **change}).rows
    assert row["stale_because"] == because


def test_a_forecast_stays_on_the_present_level():
    shifted = [*STEADY, *[20 + each % 3 for each in range(8)]]
    goal = {**GOAL, "target": 240, "per": "year"}
    (row,) = asked(facts(shifted), 28, goal).rows
    assert (row["changed_after"], row["mean_now"]) == ("2025-08", pytest.approx(20.875))
    already = sum(shifted[24:])
    assert row["forecast"] == pytest.approx(already + 8 * 20.875)
    assert row["forecast_low"] < row["forecast"] < row["forecast_high"]
    assert row["chance"] == "likely"
    accepted = asked(facts(shifted), 28, goal, accepted={"handoffs": 202509}).rows[0]
    assert accepted["state"] == "few"


def test_months_that_follow_each_other_have_no_limits():
    (row,) = asked(facts(list(range(1, 21))), 20, GOAL).rows
    assert (row["state"], row["mean"], row["signals"]) == ("autocorrelated", None, 0)
    assert asked(facts(list(range(1, 21))), 20).sentence == (
        "Numbers followed by month: 1. None can be told from chance yet; the notes say why. No goals are agreed yet."
    )


def test_months_that_count_too_few_have_no_limits():
    """One or two a month and then four in one: no month is flagged and no target is called too high or too low."""
    few = [2, 1, 0, 2, 1, 3, 1, 0, 2, 1, 2, 1, 0, 0, 2, 1, 0, 1, 3, 1, 9]
    result = asked(facts(few), 21, {**GOAL, "target": 12, "review_by": "2025-06-01"})
    (row,) = result.rows
    assert (row["state"], row["mean"], row["low"], row["high"], row["signals"]) == ("small_counts", None, None, None, 0)
    assert (row["stale_because"], row["mean_now"]) == ("review_passed", pytest.approx(sum(few) / 21))
    assert {each["signal"] for each in result.tables["months"]} == {None}
    assert result.sentence == (
        "Numbers followed by month: 1. None can be told from chance yet; the notes say why. Agreed goals "
        "that should be looked at again: 1 of 1."
    )
    (note,) = result.notes
    assert note.text == (
        "Numbers that count fewer than 5 a month on average (shares: of fewer than 10), too few for limits: 1. Nothing "
        "is said of their single months, nor of their targets beside them."
    )
    assert asked(facts([5] * 13), 13).rows[0]["state"] == "provisional"


def test_a_forecast_needs_ten_counted_and_takes_nothing_back():
    """Nine wins in a year promise nothing; with ten the range begins at what the quarter has already."""
    goal = {**GOAL, "target": 5, "per": "quarter"}
    nine, ten = [1, 1, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1], [1, 1, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0, 2]
    (without,), (row,) = (asked(facts(each), 13, goal).rows for each in (nine, ten))
    assert (without["forecast"], without["chance"]) == (None, None)
    assert (row["forecast"], row["forecast_low"]) == (pytest.approx(2 + 2 * 10 / 13), 2)
    assert row["forecast_high"] > row["forecast"]


def test_money_of_few_wins_and_shares_of_few_clocks_have_no_limits():
    book = Book()
    for place in range(13):
        day = (second(place) - START) / 86_400
        for each in range(4):
            book.tell("won", place * 10 + each + 1, day, amount_minor=1_000_000, currency="EUR")
        for each in range(9):
            due = second(place) + 14_400
            book.tell("handed_over", place * 10 + each + 1, day, side="marketing", due_s=due)
    states = {row["metric"]: row["state"] for row in asked(book.facts, 13).rows}
    assert states == {
        "deals_won": "small_counts", "revenue_won": "small_counts", "handoffs": "provisional",
        "promise_kept": "small_counts",
    }  # fmt: skip


def test_too_few_months():
    result = asked(facts([3, 4, 5, 4, 3]), 5, GOAL)
    assert result.sentence == (
        "Numbers followed: 1, none of them for 12 months yet: too few to say what they do by themselves."
    )
    assert result.rows[0]["forecast"] is None
    assert [note.key for note in result.notes] == ["few_months", "no_forecast"]


def test_shares_have_limits_by_the_size_of_each_month():
    book = Book()
    lead = 0
    for place in range(14):
        for each in range(10 + place):
            lead += 1
            day = (second(place) - START) / 86_400
            due = second(place) + 14_400
            book.tell("handed_over", lead, day, side="marketing", due_s=due)
            late = 9 if each % 5 == 0 else 1
            book.tell("call", lead, day, late, side="sales")
    goal = {**GOAL, "measure": "promise_kept", "target": 90, "unit": "%", "per": None}
    rows = {row["metric"]: row for row in asked(book.facts, 14, goal).rows}
    months = [row for row in asked(book.facts, 14, goal).tables["months"] if row["metric"] == "promise_kept"]
    assert [(row["k"], row["n"]) for row in months[:3]] == [(8, 10), (8, 11), (9, 12)]
    assert months[0]["high"] - months[0]["low"] > months[-1]["high"] - months[-1]["low"]
    assert rows["promise_kept"]["monthly_target"] == 0.9
    assert rows["promise_kept"]["forecast"] is None


def test_a_number_agreed_for_all_leads_is_not_held_against_some():
    """Ten a month of one source are neither too few nor a forecast for a goal of all sources; a share is a share."""
    for told, sentence in (
        (STEADY, "Numbers followed by month: 1; moved by more than they do by themselves: 0."),
        ([1] * 20, "Numbers followed by month: 1. None can be told from chance yet; the notes say why."),
    ):
        result = asked(facts(told), 20, {**GOAL, "target": 60}, is_part=1)
        assert (result.sentence, result.rows[0]["goal"], result.rows[0]["forecast"]) == (sentence, None, None)
        (note,) = [note for note in result.notes if note.key == "for_all"]
        assert note.text == "Goals agreed for all leads, and so not held against some of them: 1."
    share = asked(facts(STEADY), 20, {**GOAL, "measure": "promise_kept", "unit": "%", "per": None}, is_part=1)
    assert (share.sentence_args["goals"], [note.key for note in share.notes]) == (1, ["no_number"])
    whole = asked(facts(STEADY), 20, {**GOAL, "target": 60})
    assert (whole.rows[0]["stale_because"], whole.rows[0]["forecast"] is None) == ("never_met", False)


def test_money_is_never_converted_and_bare_wins_are_told():
    told = facts([5] * 13, "won", amount_minor=4_000, currency="EUR")
    for place, (amount, currency) in enumerate([(5_000, "USD"), (None, None)]):
        told.append({
            "seq": len(told) + 1, "kind": "won", "lead_id": 900 + place, "occurred_s": second(3),
            "amount_minor": amount, "currency": currency,
        })  # fmt: skip
    goal = {**GOAL, "side": "together", "measure": "revenue_won", "target": 600, "unit": "EUR", "per": "quarter"}
    result = asked(told, 13, goal)
    assert {(row["metric"], row["currency"]) for row in result.rows} == {
        ("deals_won", None), ("revenue_won", "EUR"), ("revenue_won", "USD"),
    }  # fmt: skip
    euro = next(row for row in result.rows if row["currency"] == "EUR")
    assert (euro["mean"], euro["monthly_target"], euro["goal"]) == (200, 200, "together: revenue_won")
    assert {note.key for note in result.notes} >= {"currencies", "without_amount"}


def test_a_quarter_ends_where_the_pact_says():
    """In June of a year that starts in April the quarter has one more month to come."""
    goal = {**GOAL, "target": 33, "per": "quarter", "year_starts": 3}
    (row,) = asked(facts(STEADY[:17]), 17, goal).rows
    assert row["forecast"] == pytest.approx(STEADY[15] + STEADY[16] + sum(STEADY[:17]) / 17)


def test_nothing_is_counted_before_its_month_is_over():
    told = facts([4])
    assert datetime.fromtimestamp(second(0, 20), UTC).month == 1
    assert ask("goals", sqlite_source(told), as_of_s=second(0, 25)).sentence.startswith("No complete month")


def test_a_month_counts_from_its_last_second_on_in_the_companys_zone():
    told = facts([*STEADY, 30])
    end = second(21, 1)
    months = lambda as_of_s, **given: ask("goals", sqlite_source(told), as_of_s=as_of_s, **given).rows[0]["months"]  # noqa: E731 - asked often
    assert (months(end - 2), months(end - 1), months(end)) == (20, 21, 21)
    # In Berlin the month is over an hour earlier than in UTC, in New York five hours later.
    assert months(end - 3_601, running_month=month_of(FIRST + 21)) == 21
    assert months(end, running_month=month_of(FIRST + 20)) == 20
