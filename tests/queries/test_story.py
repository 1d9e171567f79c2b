"""A lead's facts in words: every kind, newest first, without what only the machinery needs."""

import pytest

from leadpact.queries import leads
from leadpact.queries.story import story_of
from leadpact.rules.facts import KINDS, Fact
from tests.company import NOW_S, company
from tests.story import PEOPLE, told, words_told

NAMES = {number: name for name, number in PEOPLE.items()}
QUIET = {"promised", "scored", "corrected", "erased", "pact_proposed", "pact_signed"}
"""Kinds that only the machinery needs, or that are no part of a lead's story."""


@pytest.fixture
def acme(db):
    return company()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_fact_is_told_or_left_out_on_purpose(kind):
    fact = Fact(
        1, "a", kind, 60, 60, lead_id=1, person_id=2, by_id=1, side="sales", field="first_touch", value_code="x", reason="capacity",
        stage="discovery", amount_minor=500, currency="EUR", points=3, source="web", campaign="spring",
    )  # fmt: skip
    events = story_of([fact], {}, NAMES, None)
    assert len(events) == (0 if kind in QUIET else 1)
    assert all(event.says and "{" not in event.says for event in events)
    bare = story_of([Fact(1, "a", kind, 60, 60, lead_id=1)], {}, {}, None)
    assert len(bare) == len(events)


def test_a_whole_story_in_words():
    text = (
        "captured trade_show by Ida; name=Nadia; country=DE; form demo; page pricing; action qualification_call; qualified 70; "
        "queued capacity; handed over to Ana; accepted; call; call reached; reply; reminded attempts; reassigned to Bo; "
        "deal 3k; stage proposal; won 4k"
    )
    events = story_of(told(text), words_told(text), NAMES, None)
    assert [(event.says, event.detail) for event in reversed(events)] == [
        ("First heard of: Trade show", "Ida"),
        ("Told us", "Name: Nadia"),
        ("Told us", "Country: DE"),
        ("Filled in the form: demo", ""),
        ("Looked at the page: pricing", ""),
        ("Qualification call", "Ida"),
        ("Passed the gate with 70 points", "Ida"),
        ("Waits: everybody's list is full", ""),
        ("Handed over to Ana, 70 points", "Ida"),
        ("Accepted", "Ana"),
        ("Called, no answer", "Ana"),
        ("Talked on the phone", "Ana"),
        ("They replied by e-mail", ""),
        ("Ana was reminded: attempts", ""),
        ("Went to Bo", ""),
        ("Deal opened: discovery", "Bo"),
        ("Deal moved to proposal", "Bo"),
        ("Won: 4,000 EUR", "Bo"),
    ]


def test_values_told_at_one_moment_are_one_line_and_derived_ones_none(acme):
    lead_id = acme.lead(name="Nadia", country="DE", email="n@gmail.com")
    page = leads.page(acme.actor("marketer"), lead_id, NOW_S)
    assert [(event.says, event.detail) for event in page.story] == [
        ("Told us", "Name: Nadia; Country: DE; E-mail: n@gmail.com"),
        ("First heard of: Web form", ""),
    ]


def test_what_was_taken_back_is_not_told():
    assert [event.says for event in story_of(told("captured web; call; undo"), {}, NAMES, None)] == [
        "First heard of: Web"
    ]


def test_amounts_are_told_in_the_currencys_own_units():
    won = Fact(1, "a", "won", 1, 1, lead_id=1, amount_minor=1_250_000, currency="JPY")
    assert story_of([won], {}, {}, None)[0].says == "Won: 1,250,000 JPY"


def test_names_come_back_into_an_explanation():
    assert (
        leads.with_names("#2: next in turn of 2 people; #77 is full", NAMES)
        == "Ana: next in turn of 2 people; #77 is full"
    )
    assert leads.ids_in("#2: least recently served; #13 is away") == [2, 13]
    assert leads.ids_in(None) == []
