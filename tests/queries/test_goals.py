"""The common goal broken down at the rates of a made history, how it stands, and the goals with their reviews."""

import re
from datetime import date

import pytest

from leadpact.evidence.breakdown import Needed
from leadpact.ledger import access
from leadpact.operations import refresh
from leadpact.queries import goals, goals_plain, scoreboard
from tests.board_company import FRIDAY_S, pact_text, quarter
from tests.company import NOW_S, company
from tests.made_once import made_once
from tests.story import story

pytestmark = pytest.mark.django_db
DAY_S = 86_400
KINDS = (
    ("captured web; qualified 70; handed over to Ana; accepted; call reached; deal; won 8k", 12),
    ("captured web; qualified 70; handed over to Ana; accepted; call reached; deal; lost price", 12),
    ("captured fair; qualified 70; handed over to Bo; rejected too_early", 6),
    ("captured web", 30),
)
"""60 leads: 30 handed over, 24 accepted, 12 won at 8,000."""


def with_rates(copies=1):
    """A company with a year of leads behind it, each of which had time to be won."""
    acme = company()
    for place, (text, count) in enumerate(KINDS):
        for number in range(count // copies):
            story(acme, text, start_s=NOW_S - (300 - 4 * number - place) * DAY_S)
    return acme


def page(acme, role="reader", now_s=FRIDAY_S):
    refresh.run_now(name=goals.FUNNEL, parameters=goals.history(now_s)[0], now_s=now_s)
    refresh.run_now(name=goals.GOALS, parameters={}, now_s=now_s)
    return goals.page(acme.actor(role), now_s)


def test_the_common_goal_is_broken_down_at_the_measured_rates():
    acme = made_once("rates", with_rates)
    found = page(acme).broken
    assert (found.target, found.currency, found.amount.n, found.amount.mean) == (15_000_000, "EUR", 12, 800_000)
    assert (found.since, found.until, found.ripe_days) == (date(2025, 5, 1), date(2026, 4, 30), 30)
    told = [
        (p.name, p.side, p.k, p.n, round(p.needed.value, 3), round(p.by_now, 3), p.done, p.state) for p in found.parts
    ]
    gone = found.gone.share
    assert told == [
        ("won", "sales", 0, 0, 18.75, round(18.75 * gone, 3), 0, "behind"),
        ("accepted", "sales", 12, 24, 37.5, round(37.5 * gone, 3), 0, "behind"),
        ("handed_over", "marketing", 24, 30, 46.875, round(46.875 * gone, 3), 0, "behind"),
        ("captured", "marketing", 30, 60, 93.75, round(93.75 * gone, 3), 0, "behind"),
    ]  # fmt: skip
    assert all(part.needed.low < part.needed.value < part.needed.high for part in found.parts[1:])
    assert found.parts[0].needed == Needed("won", 18.75, 18.75, 18.75)


def test_leads_sent_back_after_they_were_taken_are_not_counted_as_accepted_anywhere():
    """Neither in the rate nor in what was done; and a lead handed over twice is one lead in both."""
    acme = made_once("rates", with_rates)
    back = "captured web; qualified 70; handed over to Ana; accepted; call reached; rejected too_early"
    for number in range(6):
        story(acme, back, start_s=NOW_S - (280 - number) * DAY_S)
    story(acme, back, start_s=NOW_S - 20 * DAY_S)
    again = "captured web; qualified 70; handed over to Ana; rejected too_early; handed over to Bo; accepted"
    story(acme, again, start_s=NOW_S - 20 * DAY_S)
    told = {p.name: (p.k, p.n, p.done) for p in page(acme).broken.parts}
    assert told["accepted"] == (12, 24, 1)
    assert told["handed_over"] == (24, 36, 2)


def test_with_too_little_history_nothing_is_said():
    acme, _ = quarter()
    found = page(acme).broken
    assert (found.parts[0].name, found.parts[0].needed.why, found.parts[0].done) == ("won", "few", 3)
    assert all(part.needed.value is None and part.state == "none" for part in found.parts)


def test_before_the_measures_are_asked_the_page_waits():
    acme, _ = quarter()
    found = goals.page(acme.actor("reader"), FRIDAY_S)
    assert (found.is_waiting, found.broken.is_waiting) == (True, True)


def test_every_goal_stands_there_once_with_its_review():
    acme, _ = quarter()
    found = page(acme)
    assert [(line.side, line.measure, line.is_overdue, line.review_by) for line in found.lines] == [
        ("together", "revenue_won", False, date(2027, 1, 15)),
        ("marketing", "accepted_handoffs", False, date(2027, 1, 15)),
        ("sales", "promise_kept", False, date(2027, 1, 15)),
    ]  # fmt: skip
    assert all((line.forecast, line.stale) == (None, ()) for line in found.lines)
    told = goals_plain.plain(found)
    assert [each["measure"] for each in told["goals"]] == ["revenue_won", "accepted_handoffs", "promise_kept"]


def test_reviews_that_are_over_come_first_and_are_flagged():
    from leadpact.connectors import pact_file

    text = pact_file.starter().replace("40 a month, review_by: 2027-01-15", "40 a month, review_by: 2026-06-01")
    acme = company(text=text)
    first, *rest = page(acme).lines
    assert (first.measure, first.is_overdue, first.stale) == ("accepted_handoffs", True, ("review_passed",))
    assert not any(line.is_overdue for line in rest)


def test_a_company_without_a_pact_has_no_goals():
    acme = company()
    found = goals.page(acme.actor("reader"), NOW_S - DAY_S)
    assert (found.broken, found.lines) == (None, ())
    with pytest.raises(access.Forbidden):
        goals.page(access.Actor(None, "key", "system", verbs=frozenset(("import_data",))), NOW_S)


@pytest.mark.parametrize(("target", "state"), [("95%", "missed"), ("80%", "kept")])
def test_a_share_of_promises_kept_is_judged_by_the_goal_it_stands_beside(target, state):
    text = pact_text(smallest="smallest_group: 2")
    signed = next(line for line in text.splitlines() if "{measure: promise_kept" in line)
    acme, _hands = quarter(text=text.replace(signed, re.sub(r"\d+%", target, signed)))
    refresh.run_now(name="sla_keeping", parameters=scoreboard.standing(FRIDAY_S).asked, now_s=FRIDAY_S)
    line = next(each for each in page(acme).lines if each.measure == "promise_kept" and each.side == "sales")
    assert (line.promise.k, line.promise.n, line.promise.state) == (10, 12, state)
    assert line.promise.promised == int(target[:-1]) / 100
