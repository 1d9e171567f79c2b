"""Promises while a lead's story is told: what starts, keeps, breaks and withdraws their clocks."""

import json

import pytest

from leadpact.rules.facts import Fact
from leadpact.rules.pact import AttemptRule, FollowUp
from leadpact.rules.story import tell
from leadpact.rules.story_clocks import read_terms, terms_of
from leadpact.rules.terms import Span
from tests.story import PEOPLE, told

H = 3600
ANA, BO = PEOPLE["Ana"], PEOPLE["Bo"]


def rows(text):
    return tell(1, told(text), {})


def lead(text, *names):
    row = rows(text).lead
    return tuple(getattr(row, name) for name in names)


def clocks(text):
    """(promise, whose, state, hour in which it stopped) of each clock."""
    return [
        (c.promise, c.person_id, c.state, None if c.stopped_s is None else c.stopped_s / H) for c in rows(text).clocks
    ]


def test_a_first_touch_after_the_deadline_is_late():
    assert clocks("captured web; handed over to Ana within 1 hour; wait 5 hours; call") == [
        ("first_touch", ANA, "late", 7)
    ]


def test_a_touch_at_the_deadline_itself_is_kept():
    assert clocks("captured web; handed over to Ana within 1 hour; call") == [("first_touch", ANA, "kept", 2)]


@pytest.mark.parametrize("phrase", ["call by Ida", "call by Mia", "reply", "page pricing", "form demo"])
def test_what_marketing_or_the_buyer_does_stops_no_first_touch(phrase):
    assert clocks(f"captured web; handed over to Ana within 4 hours; {phrase}") == [
        ("first_touch", ANA, "running", None)
    ]


def test_a_managers_call_stops_the_first_touch():
    assert clocks("captured web; handed over to Ana within 4 hours; call by Sam") == [("first_touch", ANA, "kept", 2)]


def test_an_answer_stops_its_clock_and_starts_that_of_the_attempts():
    text = "captured web; handed over to Ana within 4 hours; answer within 24 hours; accepted within 15 days for 2 attempts"
    assert clocks(text) == [
        ("first_touch", ANA, "running", None),
        ("answer", ANA, "kept", 3),
        ("attempts", ANA, "running", None),
    ]


@pytest.mark.parametrize(
    ("ends", "state"),
    [
        ("2 calls", "kept"),
        ("call; 1 emails", "kept"),
        ("call", "running"),
        ("call reached", "kept"),
        ("reply", "kept"),
        ("deal", "kept"),
        ("disqualified", "kept"),
        ("rejected no_need", "withdrawn"),
        ("2 calls by Ida", "running"),
        ("wait 30 days; 2 calls", "late"),
        ("call; wait 30 days; call", "late"),
        ("wait 30 days; gave up", "late"),
        ("gave up", "withdrawn"),
        ("wait 30 days", "running"),
    ],
)
def test_the_promise_of_attempts(ends, state):
    found = clocks(f"captured web; handed over to Ana; accepted within 15 days for 2 attempts; {ends}")
    assert [(promise, how) for promise, _, how, _ in found] == [("attempts", state)]


def test_attempts_made_before_the_promise_do_not_count_for_it():
    found = clocks("captured web; handed over to Ana; 5 calls by Sam; accepted within 15 days for 2 attempts; call")
    assert [how for _, _, how, _ in found] == ["running"]


def test_whoever_accepts_after_the_buyer_answered_owes_no_attempts():
    assert clocks("captured web; handed over to Ana; call reached by Sam; accepted within 15 days for 2 attempts") == []


STARTER = FollowUp(
    6,
    Span(15, "working_days"),
    AttemptRule("person", ("call", "email", "meeting", "social"), (("call", 3),), 4),
    (),
    (),
    30,
)
DAY = 24


def attempts(plan, zone="Europe/Berlin", rule=STARTER, by=ANA):
    """State of the promise after attempts, given as (hour after the acceptance, channel)."""
    facts = told("captured web; handed over to Ana; accepted within 21 days")
    at_s = facts[-1].occurred_s
    facts[-1] = facts[-1]._replace(payload=json.dumps(terms_of(rule, zone)))
    facts += [
        Fact(
            10 + n, f"a{n}", kind, at_s + round(hour * H), 0, lead_id=1, side="sales", by_id=by, value_code="no_answer"
        )
        for n, (hour, kind) in enumerate(plan)
    ]
    (clock,) = tell(1, facts, {}).clocks
    return clock.state, None if clock.stopped_s is None else (clock.stopped_s - at_s) / H


FOUR_DAYS = [(1, "call"), (2, "email"), (DAY, "call"), (2 * DAY, "email"), (3 * DAY, "call")]


def test_six_attempts_with_three_calls_on_four_days_keep_the_starter_promise():
    assert attempts([*FOUR_DAYS, (3 * DAY + 1, "social")]) == ("kept", 3 * DAY + 1)


@pytest.mark.parametrize(
    ("plan", "why"),
    [
        (FOUR_DAYS, "five are not six"),
        ([(n, "call") for n in range(1, 9)], "all on one day"),
        ([(n * DAY, "email") for n in range(1, 9)], "not a single call"),
        ([(n * DAY, "email") for n in range(1, 6)] + [(6 * DAY, "call"), (7 * DAY, "call")], "two calls of three"),
    ],
)
def test_what_does_not_keep_the_starter_promise(plan, why):
    assert attempts(plan) == ("running", None), why


def test_the_third_call_or_the_fourth_day_completes_what_was_short():
    mails = [(n * DAY, "email") for n in range(1, 6)]
    assert attempts([*mails, *[((6 + n) * DAY, "call") for n in range(3)]]) == ("kept", 8 * DAY)
    one_day = [(n, "call") for n in range(1, 7)]
    assert attempts([*one_day, *[(n * DAY, "email") for n in (1, 2, 3)]]) == ("kept", 3 * DAY)


def test_days_are_those_of_the_owners_zone():
    # The acceptance is at 02:00 UTC. Nine hours later it is still that day in Berlin, but the next one in Auckland.
    rule = FollowUp(2, Span(15, "working_days"), AttemptRule("person", (), (), 2), (), (), 30)
    assert attempts([(1, "call"), (11, "call")], "Europe/Berlin", rule) == ("running", None)
    assert attempts([(1, "call"), (11, "call")], "Pacific/Auckland", rule) == ("kept", 11)


def test_channels_that_the_pact_does_not_name_do_not_count():
    rule = FollowUp(2, Span(15, "working_days"), AttemptRule("person", ("call",), (), 1), (), (), 30)
    assert attempts([(1, "email"), (2, "call"), (3, "social")], rule=rule) == ("running", None)
    assert attempts([(1, "email"), (2, "call"), (3, "call")], rule=rule) == ("kept", 3)


def test_a_machines_mails_count_only_where_the_pact_lets_anyone_try():
    by_person = FollowUp(2, Span(15, "working_days"), AttemptRule("person", (), (), 1), (), (), 30)
    anyone = FollowUp(2, Span(15, "working_days"), AttemptRule("anyone", (), (), 1), (), (), 30)
    mails = [(1, "email"), (2, "email")]
    assert attempts(mails, rule=by_person, by=None) == ("running", None)
    assert attempts(mails, rule=anyone, by=None) == ("kept", 2)
    assert attempts([(1, "call"), (2, "call")], rule=by_person, by=None) == ("kept", 2)


def test_terms_come_back_as_they_were_written():
    terms = read_terms(json.loads(json.dumps(terms_of(STARTER, "America/New_York"))))
    assert (terms.rule.attempts, terms.rule.attempt, terms.calendar.zone) == (6, STARTER.attempt, "America/New_York")


def test_history_without_a_rule_asks_for_any_contact():
    terms = read_terms({})
    assert (terms.rule.attempts, terms.rule.attempt) == (1, AttemptRule("anyone", (), (), 1))


def test_steps_that_were_taken_are_not_due_again():
    def due(text):
        return [(c.next_act, None if c.next_s is None else c.next_s / H) for c in rows(text).clocks]

    base = "captured web; handed over to Ana within 4 hours"
    assert due(base) == [("remind", 4.75)]
    assert due(f"{base}; wait 3 hours; reminded") == [("tell_manager", 5)]
    assert due(f"{base}; wait 3 hours; reminded; escalated") == [("reassign", 7)]
    assert due(f"{base}; reminded answer") == [("remind", 4.75)]
    assert due(f"{base}; call") == [(None, None)]


def test_a_new_owner_gets_a_new_clock_and_the_broken_promise_stays_broken():
    late = "captured web; handed over to Ana within 1 hour; wait 8 hours; reassigned to Bo within 1 hour; call"
    assert clocks(late) == [("first_touch", ANA, "late", 10), ("first_touch", BO, "kept", 11)]
    in_time = "captured web; handed over to Ana within 4 hours; reassigned to Bo within 4 hours"
    assert clocks(in_time) == [("first_touch", ANA, "withdrawn", 2), ("first_touch", BO, "running", None)]


def test_a_new_owner_of_a_touched_lead_owes_no_first_touch_but_the_rest():
    text = "captured web; handed over to Ana within 4 hours; answer within 24 hours; call by Sam; reassigned to Bo within 4 hours"
    assert clocks(text) == [("first_touch", ANA, "kept", 3), ("answer", BO, "running", None)]
    (hand_off,) = rows(text).hand_offs
    assert (hand_off.owner_id, hand_off.owned_s, hand_off.handed_s, hand_off.why) == (BO, 4 * H, H, None)


def test_a_reassignment_without_a_hand_off_changes_the_owner_alone():
    assert lead("captured web; deal; reassigned to Bo", "owner_id", "state") == (BO, "deal")


def test_a_queued_lead_keeps_its_place_and_its_clock_when_the_reason_changes():
    text = "captured web; queued nobody_available for 14 days; wait 2 days; queued capacity"
    assert lead(text, "state", "queued_s", "queued_reason") == ("queued", H, "capacity")
    assert clocks(text) == [("waiting", None, "running", None)]
    assert clocks(f"{text}; handed over to Ana") == [("waiting", None, "kept", 51)]
    assert clocks("captured web; queued capacity for 1 hours; wait 5 hours; handed over to Ana") == [
        ("waiting", None, "late", 7)
    ]


def test_a_deal_on_a_waiting_lead_takes_it_out_of_the_queue():
    text = "captured web; queued capacity for 14 days; deal 5k"
    assert lead(text, "state", "queued_s", "queued_reason", "owner_id") == ("deal", None, None, ANA)
    assert clocks(text) == [("waiting", None, "withdrawn", 2)]
