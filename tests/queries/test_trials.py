"""What trials cost, counted on a small company's own leads."""

from dataclasses import replace

import pytest

from leadpact.connectors import pact_file
from leadpact.ledger.access import Forbidden
from leadpact.operations import qualify, sla
from leadpact.queries import replay_ground
from leadpact.queries.trials import needed, prices
from leadpact.rules.pact import Trials
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
DAY_S = 86_400
THEN_S = NOW_S + 35 * DAY_S


@pytest.fixture(autouse=True)
def _nothing_kept():
    replay_ground.forget()
    yield
    replay_ground.forget()


@pytest.fixture
def acme():
    """Eight leads that lack points and nothing else, one that lacks more, and four that sales gave up in silence."""
    made = company()
    for n in range(9):
        lead_id = made.lead(f"b{n}", name=f"Nadia {n}", company=f"Kessler {n}", email=f"n{n}@kessler{n}.example")
        if n:
            qualify.record_qualification(
                actor=made.actor("marketer"), lead_id=lead_id, values={"need": "returns", "budget": "none"},
                actions=["qualification_call"], now_s=NOW_S,
            )  # fmt: skip
    for n in range(4):
        hand_off = made.handed_over(f"s{n}")
        sla.log_attempt(
            actor=made.owner(hand_off), lead_id=hand_off.lead_id, channel="call", outcome="no_answer", now_s=NOW_S + 60
        )
    assert sla.give_up_silent(now_s=NOW_S + 31 * DAY_S) == 4
    return made


def with_trials(**given):
    pact = pact_file.read(pact_file.starter()).pact
    return replace(pact, trials=Trials(**given))


def test_trials_that_are_off_cost_nothing(acme):
    found = prices(acme.actor("reader"), with_trials(), THEN_S)
    assert [(each.trial, each.is_on, each.setting, each.costs, each.leads_a_week) for each in found] == [
        ("explored_slice", False, "off", "", None),
        ("persistence", False, "off", "", None),
        ("shuffled_call_order", False, "off", "", None),
    ]


def test_the_price_is_counted_on_what_came(acme):
    pact = with_trials(explored_slice=0.5, persistence=0.25, shuffled_call_order=True)
    explored, persistence, order = prices(acme.actor("marketer"), pact, THEN_S)
    # Eight leads in the five weeks since there are leads; half of them.
    assert (explored.setting, explored.costs, explored.leads_a_week) == (
        "50% of them, at most 2 a week", "about 0.8 extra leads a week", 0.8,
    )  # fmt: skip
    # Four given up in the thirteen weeks of three months; a quarter of them, two attempts at 60 EUR each.
    assert persistence.leads_a_week == pytest.approx(4 / 13 * 0.25)
    assert persistence.costs == "about 0.1 leads a week get 2 more attempts each: 9 EUR a week"
    assert order.costs == "no extra leads; within the hour a lead with a few more points may wait"


def test_so_many_a_week_at_most(acme):
    explored, _, _ = prices(acme.actor("marketer"), with_trials(explored_slice=1.0, explored_most=1), THEN_S)
    assert (explored.setting, explored.leads_a_week) == ("100% of them, at most 1 a week", 1.0)


def test_without_a_number_a_tenth_of_what_people_take_is_the_most(acme):
    for person in (acme.people["salesperson"], acme.people["other"]):
        person.capacity = 1
        person.save()
    explored, _, _ = prices(acme.actor("marketer"), with_trials(explored_slice=1.0), THEN_S)
    assert (explored.setting, explored.leads_a_week) == ("100% of them, at most 1 a week", 1.0)


def test_a_company_without_leads_has_a_price_of_nothing():
    made = company()
    explored, persistence, _ = prices(
        made.actor("marketer"), with_trials(explored_slice=0.5, persistence=0.5), NOW_S + DAY_S
    )
    assert (explored.costs, persistence.costs) == (
        "about 0 extra leads a week",
        "about 0 leads a week get 2 more attempts each",
    )


def test_the_number_of_leads_needed_is_told():
    assert needed() == "To see whether 10 of 100 or 13 of 100 are won takes about 1,600 leads on each side."


def test_who_may_not_read_the_pact_reads_no_price(acme):
    stranger = replace(acme.actor("reader"), verbs=frozenset())
    with pytest.raises(Forbidden):
        prices(stranger, with_trials(), NOW_S)
