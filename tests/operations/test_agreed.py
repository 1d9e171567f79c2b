"""What measures are asked with by the pact in force."""

from __future__ import annotations

import json

import pytest

from leadpact.connectors import pact_file
from leadpact.evidence.criteria import condition_of
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
