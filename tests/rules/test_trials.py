"""Trials: drawn by chance alone, the same whenever asked, and only where nothing but points is missing."""

from dataclasses import replace

import pytest

from leadpact.connectors import pact_file
from leadpact.rules import trials
from leadpact.rules.gate import GateAnswer, LaneAnswer
from leadpact.rules.pact import Trials
from leadpact.rules.trials import call_place, draw, explored_a_week, is_explored, is_kept_on, leads_needed


@pytest.fixture(scope="module")
def pact():
    return pact_file.read(pact_file.starter()).pact


def test_draws_are_even_and_those_of_trials_and_versions_are_not_alike():
    draws = [[draw("explored_slice", pact_id, lead) for lead in range(20_000)] for pact_id in (1, 2)]
    tenths = [sum(int(each * 10) == tenth for each in draws[0]) for tenth in range(10)]
    assert min(tenths) > 1_870  # three standard deviations of 2,000
    assert max(tenths) < 2_130
    both = sum(a < 0.05 and b < 0.05 for a, b in zip(*draws, strict=True))
    assert both < 90  # 50 by chance
    assert draw("persistence", 1, 7) == draw("persistence", 1, 7) != draw("explored_slice", 1, 7)
    assert 0 <= min(draws[0]) < max(draws[0]) < 1


def test_a_slice_holds_its_share_and_a_larger_one_holds_the_smaller(pact):
    small = replace(pact, trials=Trials(explored_slice=0.05, persistence=0.1))
    large = replace(pact, trials=Trials(explored_slice=0.2))
    inside = [{lead for lead in range(20_000) if is_explored(each, 3, lead)} for each in (pact, small, large)]
    assert inside[0] == set()
    assert 900 < len(inside[1]) < 1_100
    assert inside[1] < inside[2]
    assert 1_850 < sum(is_kept_on(small, 3, lead) for lead in range(20_000)) < 2_150


@pytest.mark.parametrize(
    "role", ["salesperson", "sales_head", "marketer", "marketing_head", "operator", "key", "system"]
)
def test_points_of_leads_under_way_are_kept_from_sales_alone_and_only_while_a_pact_explores(pact, role):
    runs = replace(pact, trials=Trials(explored_slice=0.05))
    other = replace(pact, trials=Trials(persistence=0.5, shuffled_call_order=True))
    states = (
        "new", "queued", "handed_over", "accepted", "deal", "merged", "won", "lost", "closed", "returned", "recycled",
    )  # fmt: skip
    hidden = {state for state in states if trials.hides_points(role, state, [other, runs])}
    under_way = {"queued", "handed_over", "accepted", "deal", "merged"}
    assert hidden == (under_way if role in ("salesperson", "sales_head") else set())
    assert not any(trials.hides_points(role, state, pacts) for state in states for pacts in ([], [other]))


def test_places_in_the_call_order_do_not_follow_the_numbers_of_leads():
    places = [call_place(lead) for lead in range(1, 5_001)]
    mean = sum(places) / len(places)
    lead_mean = 2500.5
    covariance = sum((p - mean) * (lead - lead_mean) for lead, p in enumerate(places, 1)) / len(places)
    assert abs(covariance / (0.2887 * 1443.4)) < 0.05


def lane(name, when, had, needed):
    return LaneAnswer(name, when is True and had >= needed, when, had, needed, (), "")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "scored"),
        ({"why": (lane("demo", False, 40, 0), lane("hot", True, 40, 90), lane("scored", True, 40, 60))}, "scored"),
        ({"why": (lane("demo", None, 40, 0),)}, None),
        ({"open": True, "lane": "scored"}, None),
        ({"missing_fields": (("phone", "email"),)}, None),
        ({"missing_actions": ("call",)}, None),
        ({"must": ("something",)}, None),
        ({"never": ("something",)}, None),
    ],
)
def test_only_a_lead_that_lacks_points_and_nothing_else_is_explored(pact, change, expected):
    answer = GateAnswer(False, "step", None, (lane("scored", True, 40, 60),), 40, 60, (), (), (), (), (), pact)
    assert trials.lane_to_explore(replace(answer, **change)) == expected


def test_the_week_has_room_for_a_tenth_of_the_capacity_or_what_the_pact_says(pact):
    assert [explored_a_week(pact, capacity) for capacity in (0, 4, 80, 140)] == [1, 1, 8, 14]
    assert explored_a_week(replace(pact, trials=Trials(explored_slice=0.05, explored_most=3)), 140) == 3


def test_how_many_leads_it_takes_is_the_rule_of_sixteen():
    assert [leads_needed(0.10, 0.03), leads_needed(0.5, 0.1)] == [1_600, 400]
