"""A lead's facts in words: every kind, newest first, without what only the machinery needs."""

import pytest

from leadpact.ledger.privacy import Named
from leadpact.queries import leads, story
from leadpact.rules.facts import KINDS, PACT_KINDS, Fact
from tests.company import NOW_S, company
from tests.story import PEOPLE, told, words_told

NAMES = Named({number: name for name, number in PEOPLE.items()})


def story_of(facts, words, names, pact, limit=None, knows_late=lambda _person_id: True):
    """The story for somebody who may know of everybody's late promises."""
    return story.story_of(facts, words, names or Named(), pact, limit, knows_late=knows_late)


QUIET = {"promised", "scored", "corrected", *PACT_KINDS}
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


SENTENCES = [
    ("captured", {"source": "trade_show"}, "First heard of: Trade show"),
    ("captured", {}, "First heard of: source not known"),
    ("page_view", {"field": "pricing"}, "Looked at the page: pricing"),
    ("page_view", {}, "Looked at a page"),
    ("form_filled", {"field": "demo"}, "Filled in the form: demo"),
    ("form_filled", {}, "Filled in a form"),
    ("email_opened", {"campaign": "spring"}, "Opened the mail: spring"),
    ("email_opened", {}, "Opened a mail"),
    ("email_clicked", {"campaign": "spring"}, "Followed a link in the mail: spring"),
    ("email_clicked", {}, "Followed a link in a mail"),
    ("call", {"value_code": "reached"}, "Talked on the phone"),
    ("call", {"value_code": "no_answer"}, "Called, no answer"),
    ("call", {"value_code": "voicemail"}, "Called, left a message"),
    ("call", {}, "Called"),
    ("call", {"side": "buyer"}, "They called"),
    ("email", {"value_code": "sent"}, "E-mail sent"),
    ("email", {"value_code": "replied"}, "They replied by e-mail"),
    ("email", {"side": "buyer"}, "They replied by e-mail"),
    ("meeting", {"value_code": "held"}, "Met"),
    ("meeting", {"value_code": "no_show"}, "They did not come to the meeting"),
    ("event_visit", {"campaign": "fair"}, "Came to the event: fair"),
    ("event_visit", {}, "Came to an event"),
    ("social", {"value_code": "sent"}, "Wrote on a social network"),
    ("social", {"value_code": "replied"}, "They replied on a social network"),
    ("asset_sent", {}, "Material sent"),
    ("asset_viewed", {"payload": '{"asset": "Fewer returns"}'}, "Read “Fewer returns”"),
    ("asset_viewed", {}, "Read material of ours"),
    ("referred", {}, "Was recommended to us"),
    ("asked", {}, "Asked a question"),
    ("action_done", {"field": "qualification_call"}, "Qualification call"),
    ("action_done", {}, "Did what the pact asks before a hand-off"),
    ("qualified", {"points": 70}, "Passed the gate with 70 points"),
    ("qualified", {"points": 1}, "Passed the gate with 1 point"),
    ("qualified", {}, "Passed the gate"),
    ("queued", {"reason": "capacity"}, "Waits for an owner: everybody's list is full"),
    ("queued", {"reason": "nobody_available"}, "Waits for an owner: nobody who may take it is there"),
    ("queued", {"reason": "owner_away"}, "Waits for an owner: its owner is away"),
    (
        "queued", {"reason": "no_calendar"},
        "Waits for an owner: no deadline can be counted, because holidays are not known",
    ),
    ("queued", {}, "Waits for an owner: no reason is recorded"),
    ("handed_over", {"person_id": 2, "points": 70}, "Handed over to Ana, 70 points"),
    ("handed_over", {"person_id": 2}, "Handed over to Ana"),
    ("handed_over", {"person_id": 77}, "Handed over to sales"),
    ("accepted", {}, "Accepted"),
    ("rejected", {"reason": "too_early"}, "Sent back: too early"),
    ("rejected", {}, "Sent back"),
    ("recycled", {"reason": "too_early", "due_s": 86_400}, "Sleeps until 2 Jan 1970: too early"),
    ("recycled", {"reason": "no_budget", "field": "budget"}, "Sleeps until budget is known: no budget"),
    ("recycled", {"due_s": 86_400, "field": "budget"}, "Sleeps until 2 Jan 1970 or until budget is known"),
    ("recycled", {}, "Sleeps"),
    ("woken", {"reason": "time"}, "Came forward again: its day has come"),
    ("woken", {"reason": "known"}, "Came forward again: what was missing is known now"),
    ("woken", {}, "Came forward again"),
    ("gave_up", {"reason": "silent"}, "Given up: nobody was heard of for too long"),
    ("gave_up", {"reason": "no_need"}, "Given up: no need"),
    ("kept_on", {"value_number": 2.0}, "Not given up yet: 2 more attempts, by a trial of the pact"),
    ("disqualified", {"reason": "said_no"}, "Ruled out: said no"),
    ("reassigned", {"person_id": 3, "reason": "late"}, "Went to Bo, because a promise was late"),
    ("reassigned", {"person_id": 3, "reason": "by_hand"}, "Went to Bo"),
    ("reassigned", {}, "Went to somebody else"),
    ("reminded", {"person_id": 2, "field": "first_touch"}, "Ana was reminded to get in touch"),
    ("reminded", {"person_id": 2, "field": "answer"}, "Ana was reminded to accept the lead or send it back"),
    ("reminded", {"person_id": 2, "field": "attempts"}, "Ana was reminded to keep trying"),
    ("reminded", {"field": "waiting"}, "Somebody was reminded that the lead waits for an owner"),
    ("reminded", {"person_id": 2}, "Ana was reminded of a promise"),
    ("escalated", {"person_id": 5, "field": "first_touch"}, "Sam was told that nobody has got in touch in time"),
    ("escalated", {"person_id": 5, "field": "answer"}, "Sam was told that the answer is late"),
    ("escalated", {"person_id": 5, "field": "attempts"}, "Sam was told that the agreed attempts are late"),
    ("escalated", {"field": "waiting"}, "Somebody was told that the lead has waited too long for an owner"),
    ("escalated", {"person_id": 5}, "Sam was told that a promise is late"),
    (
        "escalated", {"person_id": 5, "field": "answer", "reason": "nobody_else"},
        "Sam was told that the answer is late; nobody else could take the lead",
    ),
    (
        "escalated", {"person_id": 5, "field": "answer", "reason": "no_calendar"},
        "Sam was told that the answer is late; no deadline of anybody else could be counted",
    ),
    ("deal_opened", {"stage": "discovery"}, "Deal opened: discovery"),
    ("deal_opened", {}, "Deal opened"),
    ("stage_changed", {"stage": "proposal"}, "Deal moved to proposal"),
    ("stage_changed", {}, "Deal moved to another stage"),
    ("won", {"amount_minor": 400_000, "currency": "EUR"}, "Won: 4,000 EUR"),
    ("won", {"amount_minor": 123_456, "currency": "EUR"}, "Won: 1,234.56 EUR"),
    ("won", {"amount_minor": 5}, "Won: 0.05"),
    ("won", {}, "Won"),
    ("lost", {"reason": "price"}, "Lost: price"),
    ("lost", {}, "Lost"),
    ("erased", {}, "Forgotten, because the person asked for it"),
    ("erased", {"reason": "retention"}, "Forgotten, because nothing happened for as long as the pact keeps leads"),
    ("merged", {}, "Merged with another lead"),
    ("unmerged", {}, "Parted from another lead again"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "columns", "says"), SENTENCES)
def test_every_sentence_reads_as_one(kind, columns, says):
    fact = Fact(1, "a", kind, 60, 60, lead_id=1)._replace(**columns)
    assert [event.says for event in story_of([fact], {}, NAMES, None)] == [says]


def test_the_sentences_speak_of_every_kind_that_is_told():
    assert {kind for kind, _, _ in SENTENCES} | {"described"} == set(KINDS) - QUIET


def test_a_whole_story_in_words():
    text = (
        "captured trade_show by Ida; name=Nadia; country=DE; form demo; page pricing; action qualification_call; qualified 70; "
        "queued capacity; handed over to Ana; accepted; call; call reached; reply; reminded attempts; reassigned to Bo; "
        "deal 3k; stage proposal; won 4k"
    )
    events = story_of(told(text), words_told(text), NAMES, None)
    assert [(event.says, event.detail) for event in reversed(events)] == [
        ("First heard of: Trade show", "Ida"),
        ("Noted", "Name: Nadia"),
        ("Noted", "Country: DE"),
        ("Filled in the form: demo", ""),
        ("Looked at the page: pricing", ""),
        ("Qualification call", "Ida"),
        ("Passed the gate with 70 points", "Ida"),
        ("Waits for an owner: everybody's list is full", ""),
        ("Handed over to Ana, 70 points", "Ida"),
        ("Accepted", "Ana"),
        ("Called, no answer", "Ana"),
        ("Talked on the phone", "Ana"),
        ("They replied by e-mail", ""),
        ("Ana was reminded to keep trying", ""),
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


TOLD_LATE = (
    Fact(1, "a", "handed_over", 60, 60, lead_id=1, person_id=2, side="sales"),
    Fact(2, "b", "reminded", 70, 70, lead_id=1, person_id=2, field="first_touch"),
    Fact(3, "c", "escalated", 80, 80, lead_id=1, person_id=1, field="first_touch"),
    Fact(4, "d", "reassigned", 90, 90, lead_id=1, person_id=1, side="sales", reason="late"),
    Fact(5, "e", "escalated", 95, 95, lead_id=1, person_id=2, field="waiting"),
)


def test_that_somebody_was_late_is_told_to_those_who_may_know():
    whole = [event.says for event in story_of(TOLD_LATE, {}, NAMES, None)]
    assert len(whole) == len(TOLD_LATE)
    others = [event.says for event in story_of(TOLD_LATE, {}, NAMES, None, knows_late=lambda person_id: person_id == 1)]
    name = NAMES[1]
    assert others == [whole[0], f"Went to {name}", whole[4]]
    assert whole[1] == f"Went to {name}, because a promise was late"
    assert [e.says for e in story.story_of(TOLD_LATE, {}, NAMES, None)] == others


def test_what_is_old_is_told_without_names_but_with_ones_own():
    named = Named({1: "Ana", 2: "Bo"}, {1: "Ana", 2: "a salesperson"}, 100)
    facts = [
        Fact(n, str(n), "reassigned", at_s, at_s, lead_id=1, person_id=who, by_id=2)
        for n, (who, at_s) in enumerate([(2, 99), (1, 99), (2, 100)], 1)
    ]
    events = story_of(facts, {}, named, None)
    assert [(e.says, e.detail) for e in events] == [
        ("Went to Bo", "Bo"), ("Went to Ana", "a salesperson"), ("Went to a salesperson", "a salesperson"),
    ]  # fmt: skip


def test_who_may_not_see_points_reads_nothing_of_the_gate_and_of_waiting():
    facts = [
        Fact(1, "a", "captured", 60, 60, lead_id=1, source="web"),
        Fact(2, "b", "qualified", 61, 61, lead_id=1, points=76, by_id=1),
        Fact(3, "c", "queued", 61, 61, lead_id=1, points=76, reason="capacity"),
        Fact(4, "d", "escalated", 62, 62, lead_id=1, person_id=1, field="waiting"),
        Fact(5, "e", "handed_over", 63, 63, lead_id=1, person_id=2, by_id=1, points=76, side="marketing"),
        Fact(6, "f", "call", 64, 64, lead_id=1, by_id=2, side="sales", value_code="no_answer"),
    ]
    told = [(e.says, e.detail) for e in story.story_of(facts, {}, NAMES, None, is_blind=True)]
    explored = [
        fact._replace(points=58, by_id=None) if fact.seq == 5 else fact for fact in facts if fact.seq in (1, 5, 6)
    ]
    assert told == [(e.says, e.detail) for e in story.story_of(explored, {}, NAMES, None, is_blind=True)]
    assert len(told) == 3
    assert not any("76" in says for says, _ in told)
    assert len(story_of(facts, {}, NAMES, None)) == 6
