"""How long leads are kept: spans of the calendar, and what keeps a lead whatever its age."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadpact.rules.retention import DAY_S, NOTICE_DAYS, Standing, after_s, before_s, days_of, due_s, stays

NOW_S = int(datetime(2028, 3, 31, 12, tzinfo=UTC).timestamp())
spans = st.builds("{} {}".format, st.integers(1, 99), st.sampled_from(("days", "months", "years")))
instants = st.integers(0, 2 * NOW_S)
standings = st.builds(
    Standing, st.just(1), st.sampled_from(("new", "returned", "recycled", "closed", "lost", "won", "deal", "queued")),
    instants, st.none() | instants, st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.none() | instants,
)  # fmt: skip


@pytest.mark.parametrize(
    ("span", "before", "after"),
    [
        ("1 month", "2028-02-29", "2028-04-30"), ("24 months", "2026-03-31", "2030-03-31"),
        ("90 days", "2028-01-01", "2028-06-29"), ("1 year", "2027-03-31", "2029-03-31"), ("9999 years", None, None),
    ],
)  # fmt: skip
def test_spans_follow_the_calendar(span, before, after):
    for found, expected in ((before_s(span, NOW_S), before), (after_s(span, NOW_S), after)):
        if expected is None:
            assert abs(found) > 10**15
        else:
            assert datetime.fromtimestamp(found, UTC).isoformat() == f"{expected}T12:00:00+00:00"


@given(spans, instants)
def test_there_and_back_loses_three_days_at_most(span, at_s):
    there = before_s(span, at_s)
    assert at_s - 3 * DAY_S <= after_s(span, there) <= at_s
    assert before_s(span, at_s) >= at_s - (days_of(span) + 4) * DAY_S


@given(standings, spans, instants)
def test_only_who_nothing_keeps_may_be_forgotten(standing, span, now_s):
    is_free = (
        not (standing.has_won or standing.has_open_deal or standing.has_open_hand_off or standing.has_clock)
        and standing.state in ("new", "returned", "recycled", "closed", "lost")
        and (standing.wake_s is None or standing.wake_s <= now_s)
        and (standing.kept_until_s is None or standing.kept_until_s <= now_s)
        and after_s(span, standing.last_s) <= now_s
    )
    assert (stays(standing, span, now_s) is None) is is_free


@given(standings, spans, instants)
def test_nobody_is_due_before_the_time_is_up_nor_without_notice(standing, span, listed_s):
    due = due_s(standing, span, listed_s)
    assert due >= listed_s + NOTICE_DAYS * DAY_S
    assert due >= after_s(span, standing.last_s)
    assert due >= (standing.kept_until_s or 0)
    assert due in (listed_s + NOTICE_DAYS * DAY_S, after_s(span, standing.last_s), standing.kept_until_s)


def test_the_weightiest_reason_comes_first():
    plain = Standing(1, "closed", 0)
    assert stays(plain._replace(has_won=True, has_open_deal=True), "1 year", NOW_S) == "customer"
    assert stays(plain._replace(state="deal"), "1 year", NOW_S) == "deal"
    assert stays(plain._replace(state="queued"), "1 year", NOW_S) == "with_sales"
    assert stays(plain._replace(has_clock=True), "1 year", NOW_S) == "promise"
    assert stays(plain._replace(wake_s=NOW_S + 1), "1 year", NOW_S) == "wakes"
    assert stays(plain._replace(kept_until_s=NOW_S + 1), "1 year", NOW_S) == "kept"
    assert stays(plain._replace(last_s=NOW_S), "1 year", NOW_S) == "recent"
    assert stays(plain, "1 year", NOW_S) is None
