"""Why a lead waits, in words."""

import pytest

from leadpact.queries.handoff_words import reason_words, span_words, waits_in_words
from leadpact.rules.terms import Span

DAY_S = 86_400
AGREED = Span(14, "days")


@pytest.mark.parametrize(
    ("reason", "waited_s", "place", "says"),
    [
        (
            "capacity", 3 * DAY_S, 2,
            "Waits 3 days, place 2 of 9: everybody who may take it has the leads agreed for this week.",
        ),
        ("nobody_available", 3_700, 9, "Waits 1 hour, place 9 of 9: nobody who may take it is there."),
        (
            "owner_away", 30, 1,
            "Waits less than a minute, place 1 of 9: its owner is away, and the pact keeps it for them.",
        ),
        (
            "no_calendar", 60, 1,
            "Waits 1 minute, place 1 of 9: no deadline can be counted, because holidays are not known.",
        ),
        ("in_review", 120, 1, "Waits 2 minutes, place 1 of 9: in review."),
        (None, 2 * DAY_S, 1, "Waits 2 days, place 1 of 9: no reason is recorded."),
    ],
)  # fmt: skip
def test_why_a_lead_waits(reason, waited_s, place, says):
    assert waits_in_words(reason, waited_s, "week", place=place, of=9, agreed=AGREED, is_late=False) == says


def test_a_lead_that_waits_too_long_says_what_was_agreed():
    says = waits_in_words("in_review", 20 * DAY_S, "day", place=1, of=1, agreed=AGREED, is_late=True)
    assert says == "Waits 20 days, place 1 of 1: in review. Agreed were 14 days at most."


@pytest.mark.parametrize("per", ["day", "week", "month"])
def test_a_full_list_names_its_period(per):
    assert f"for this {per}." in waits_in_words("capacity", 0, per, place=1, of=1, agreed=AGREED, is_late=False)


@pytest.mark.parametrize(
    ("reason", "per", "says"),
    [
        ("capacity", "month", "everybody's list is full for this month"),
        ("capacity", "", "everybody's list is full"),
        ("in_review", "week", "in review"),
        (None, "week", "no reason is recorded"),
    ],
)
def test_reasons_of_many(reason, per, says):
    assert reason_words(reason, per) == says


@pytest.mark.parametrize(
    ("span", "says"),
    [
        (Span(1, "days"), "1 day"), (Span(14, "days"), "14 days"), (Span(1.5, "hours"), "1.5 hours"),
        (Span(0.5, "days"), "0.5 days"), (Span(24, "working_hours"), "24 working hours"),
        (Span(1, "working_minutes"), "1 working minute"), (Span(2, "working_days"), "2 working days"),
    ],
)  # fmt: skip
def test_spans(span, says):
    assert span_words(span) == says == str(span)


def test_the_place_in_the_queue_may_stay_unsaid():
    says = waits_in_words("capacity", 3 * DAY_S, "week", place=None, of=0, agreed=AGREED, is_late=False)
    assert says == "Waits 3 days: everybody who may take it has the leads agreed for this week."
