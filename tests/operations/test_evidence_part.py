"""What is said where nothing is found of the part that was asked about."""

from __future__ import annotations

import pytest

from leadpact.evidence.catalogue import MEASURES
from leadpact.operations.refresh import run_now
from tests.company import NOW_S, company


@pytest.fixture
def acme(db):
    return company()


def said(name, **parameters):
    body = run_now(name=name, parameters=parameters, now_s=NOW_S)
    return body["sentence"], [note["text"] for note in body["notes"] if note["key"].startswith("no_")]


@pytest.mark.parametrize("name", [name for name in MEASURES if name not in ("audience", "material")])
def test_nothing_of_a_part_is_not_said_to_be_nothing_at_all(acme, name):
    """There are leads: "none are recorded" would be wrong of a source that nobody has."""
    acme.good_lead()
    sentence, notes = said(name, source="fair-2019")
    assert sentence == (
        "No facts to tell this from are recorded of the part asked about (source fair-2019). Take a filter away, or "
        "ask about a longer time."
    )
    assert "No lead has the source “fair-2019”; there are: web_form." in notes


def test_what_was_asked_about_is_named(acme):
    acme.good_lead()
    part = {"source": "web_form", "team": "sales", "segment": "mood=good", "since": "2026-01-01"}
    sentence, notes = said("funnel", **part)
    assert "(source web_form, team sales, segment mood=good, since 2026-01-01)" in sentence
    assert notes == ["Of no lead anything is known in a field “mood”."]
    assert "the part asked about (source fair)" in said("funnel", source="fair", by="team")[0]
    assert said("funnel", campaign="summer")[1][0].startswith("No lead has the campaign “summer”")


def test_a_whole_ledger_without_facts_is_said_to_have_none(acme):
    assert said("funnel") == ("No leads are recorded in this period.", [])
    assert said("funnel", source="web")[1] == ["No lead has the source “web”, nor any other."]
