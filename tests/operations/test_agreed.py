"""What measures are asked with by the pact in force."""

from __future__ import annotations

import json
from datetime import date

import pytest

from leadpact.connectors import pact_file
from leadpact.evidence.criteria import condition_of
from leadpact.ledger.rulebook import Rulebook
from leadpact.operations import agreed
from leadpact.operations.refresh import run_now
from tests.company import NOW_S, company


@pytest.fixture(scope="module")
def pact():
    return pact_file.read(pact_file.starter()).pact


def test_the_criteria_are_those_of_the_pact_each_under_its_own_label(pact):
    found = agreed.criteria(pact)
    good = pact.good_lead
    assert [condition_of(each) for each in found.values()] == [
        *(row.when for row in good.points),
        *good.must,
        *good.never,
    ]
    assert list(found)[: len(good.points)] == [row.label for row in good.points]
    assert json.loads(json.dumps(found)) == found


def test_a_hand_off_is_judged_by_the_criteria_of_the_pact(db):
    acme = company()
    acme.handed_over()
    body = run_now(name="acceptance", parameters={}, now_s=NOW_S + 60)
    assert [row["criterion"] for row in body["rows"]] == list(body["parameters"]["criteria"])
    met = {row["criterion"]: row["met"] for row in body["rows"]}
    assert next(iter(met.values())) == 1
    assert body["sentence_args"] == {"leads": 1, "answered": 0, "accepted": 0}


def test_working_hours_are_those_of_the_pact(db):
    company()
    rules = Rulebook(NOW_S)
    found = agreed.hours(rules.calendar(None, rules.main()), NOW_S)
    day_s = 86_400
    assert found["open"][:2] == [[9 * 3600, 12 * 3600 + 1800], [13 * 3600 + 1800, 17 * 3600 + 1800]]
    assert found["open"][-1] == [4 * day_s + 9 * 3600, 4 * day_s + 15 * 3600]
    assert found["offsets"][0] == [0, 3600]
    assert found["offsets"][-1] == [1_774_746_000, 7200]  # 29 March 2026, 01:00 UTC
    assert len(found["offsets"]) == 12
    assert (date(2026, 1, 1) - date(1970, 1, 1)).days in found["closed"]
    assert json.loads(json.dumps(found)) == found
    body = run_now(name="speed_to_lead", parameters={}, now_s=NOW_S)
    assert body["parameters"]["hours"] == found


def test_what_marketing_owes_is_that_of_the_pact(db):
    company()
    held = Rulebook(NOW_S).main()
    found = agreed.owed(held, "Europe/Berlin")
    step = held.pact.steps[0]
    assert list(found["comes_with"]) == ["", *(each.name for each in held.pact.steps)]
    assert found["comes_with"][""] == found["comes_with"][step.name] == [list(group) for group in step.comes_with]
    assert found["after"][""] == list(step.after)
    assert set(found["targets"]) == {goal.measure for goal in held.pact.goals if goal.side == "marketing" and goal.per}
    assert all(each["from_month"] in (202606, 202607) for each in found["targets"].values())
    body = run_now(name="promises", parameters={}, now_s=NOW_S + 60)
    assert body["parameters"]["comes_with"] == found["comes_with"]
