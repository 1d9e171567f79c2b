"""The pact's YAML file: places of mistakes, hostile files, and the way back."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadpact.connectors.pact_file import Reading, normalise, read, starter, write
from leadpact.rules.criteria import (
    Is,
)
from leadpact.rules.pact import Gate, Pact, Trials

EXAMPLE = """\
pact: Acme, all products
version: 3
vision: Help small factories buy the right machine first time.
teams: {marketing: Marketing, sales: Sales}
covers: everyone                          # or conditions on the lead
time: {zone: Europe/Berlin, holidays: DE, hours: {mon-thu: 09:00-12:30 13:30-17:30, fri: 09:00-15:00}, year_starts: january}
money: {report_in: EUR, rates: fixed each quarter}

good_lead:
  points:                                 # every lead's score is the sum of these, nothing else
    - {when: {field: budget, is: [approved, planned]}, points: 18, group: fit, asked_by: sales, because: No budget was our second reason for loss.}
    - {when: {field: employees, between: [50, 500]}, points: 12, group: fit, asked_by: marketing, because: Our best customers are this size.}
    - {when: {touches: page_view, of: pricing, at_least: 2, within: 30 days}, points: 10, group: intent, asked_by: marketing, because: "..."}
    - {when: {field: country, unknown: true}, points: 0, asked_by: both, because: Unknown is not no.}
  half_life: 30 days                      # touch points fade; a field's points do not
  must: [{field: need, known: true}]      # whatever the score
  never: [{field: email, is_free_mail: true}, {field: do_not_contact, is: true}]

hand_offs:                                # one step here; a company with SDRs has two, each with its own clock and verdict
  - step: marketing to sales
    comes_with: [company, job_title, budget, need, timeframe_months, source, one_of: [phone, email]]
    after: [qualification_call]           # actions that marketing has done
    lanes:                                # first that fits; the lead shows which and why
      - {lane: asked for a demo, when: {touches: form_filled, of: demo}, gate: always, first_touch: within 15 working minutes}
      - {lane: scored, gate: {points: 60, least: {fit: 20, intent: 10}}, first_touch: within 4 working hours, surge: {over: 50 a day, first_touch: within 2 working days}}
    short_list: {each_person: 10 a week, order: score, waits_at_most: 14 days}
    assign: [open_deal_owner, account_owner, named_accounts, language, region, round_robin]   # in this order
    answer: within 1 working day
    reject_reasons: [too_early, no_budget, no_need, wrong_person, not_reachable, duplicate, other]
    recycle: {too_early: wake after 90 days, no_budget: wake when budget known, other: back to marketing}
back_to_marketing: {reasons: [not_ready, needs_material], answer: within 3 working days}

follow_up:
  attempts: 6 within 15 working days
  attempt: {by: person, channels: [call, email, meeting, social], least: {call: 3}, different_days: 4}
  material: [{kind: case_study, by_attempt: 2}]
  if_late: [remind at 75%, tell manager at 100%, reassign after 8 working hours]
  rest: 30 days                           # silent this long after the last attempt = given up

deals:
  stages: [discovery, proposal, negotiation]
  loss_reasons: [price, no_decision, competitor, too_early, did_not_understand, missing_feature, other]
  value_of_a_deal: 8000 EUR
  cost_of_an_attempt: 60 EUR

credit: {originator: 40%, touches_between: 20%, closer: 40%, level: account, window: 90 days, sourced: first touch}

goals:
  together: [{measure: revenue_won, target: 600000 EUR a quarter, by: segment, review_by: 2027-01-15}]
  marketing: [{measure: accepted_handoffs, target: 40 a month, review_by: 2027-01-15, owner: ...}]
  sales: [{measure: promise_kept, target: 90%, unless: accepted_handoffs over 60 a month, review_by: 2027-01-15, owner: ...}]

people: {figures: own and team, smallest_group: 5, individual_late: seen by owner and manager, names_kept: 12 months, trials: announced}
trials: {explored_slice: 0%, persistence: 0%, shuffled_call_order: off}
"""

TWENTY = """\
pact: Twenty mistakes
visoin: One.
time:
  zone: Europe/Berln
  holidays: XX
  hours: {mon-thu: 09:00-25:00, fri: 09:00-15:00}
money: {report_in: EUR}
money: {report_in: USD}
good_lead:
  points:
    - {when: {field: budgit, is: approved}, points: 10, asked_by: both, because: x}
    - {when: {field: budget, is: aproved}, points: 10, group: fit, asked_by: both, because: x}
    - {when: {touches: page_veiw}, points: -3, asked_by: both, because: x}
  half_life: 30
hand_offs:
  - step: over
    lanes:
      - {lane: all, gate: always, first_touch: within 4 working hours}
      - {lane: scored, gate: {points: 60, least: {intent: 10}}, first_touch: within 4 working hours}
    short_list: {each_person: 10 a week}
    answer: within 1 working day
    reject_reasons: [too_early, no_budget]
    recycle: {too_late: back to marketing}
follow_up:
  attempts: 6 times
deals:
  stages: [open, open]
  loss_reasons: [price]
  value_of_a_deal: 8000 EURO
credit: {originator: 40%, touches_between: 30%, closer: 40%}
goals:
  sales:
    - {measure: promise_kpt, target: 90%, review_by: 2027-02-30}
people: {smallest_group: five}
"""
TWENTY_ERRORS = """\
acme.yaml:2:1: visoin: `visoin` is not a known key here; did you mean `vision`?
acme.yaml:4:9: time.zone: `Europe/Berln` is not a time zone such as `Europe/Berlin`; did you mean `Europe/Berlin`?
acme.yaml:5:13: time.holidays: `XX` is not a country, or a country with a region, such as `DE` or `DE-BY`
acme.yaml:6:20: time.hours.mon-thu: '09:00-25:00' holds a time that no clock shows; times go from 00:00 to 24:00
acme.yaml:8:1: money: `money` is given twice, first in line 7; keep one of them
acme.yaml:11:22: good_lead.points[1].when.field: `budgit` is not a known field; did you mean `budget`?
acme.yaml:12:34: good_lead.points[2].when.is: `aproved` is not a value of `budget`; did you mean `approved`?
acme.yaml:13:24: good_lead.points[3].when.touches: `page_veiw` is not a kind of touch; did you mean `page_view`?
acme.yaml:13:44: good_lead.points[3].points: `-3` is not understood; expected a whole number from 0 to 1000; a negative number has no meaning here
acme.yaml:14:14: good_lead.half_life: `30` is not a span of time; expected a span such as `15 working minutes`, `14 days` or `1 working day`
acme.yaml:19:9: hand_offs[1].lanes[2]: no lead gets here: `all` takes every lead; put it last, or give it a `when`
acme.yaml:19:51: hand_offs[1].lanes[2].gate.least.intent: no row of `good_lead.points` is in the group `intent`; expected fit
acme.yaml:23:15: hand_offs[1].recycle.too_late: `too_late` is not one of this step's `reject_reasons`; expected too_early or no_budget
acme.yaml:25:13: follow_up.attempts: `6 times` is not understood; expected attempts within a time, such as `6 within 15 working days`
acme.yaml:27:18: deals.stages[2]: `open` is given twice, first in line 27
acme.yaml:29:20: deals.value_of_a_deal: `8000 EURO` is not understood; expected an amount with its currency and no thousands sign, such as `8000 EUR`
acme.yaml:30:9: credit: the shares add up to 110%, not to 100%: 40 + 30 + 40
acme.yaml:33:17: goals.sales[1].measure: `promise_kpt` is not a measure; did you mean `promise_kept`?
acme.yaml:33:54: goals.sales[1].review_by: `2027-02-30` is not in the calendar; expected a date such as `2027-01-15`
acme.yaml:34:26: people.smallest_group: `five` is not understood; expected a whole number from 2 up
"""


@cache
def first() -> Pact:
    pact = read(starter()).pact
    assert pact is not None
    return pact


def test_a_pact_with_twenty_mistakes_lists_twenty_errors():
    reading = read(TWENTY, "acme.yaml")
    assert reading.pact is None
    assert [str(error) for error in reading.errors] == TWENTY_ERRORS.splitlines()
    assert len(reading.errors) == 20


BROKEN = [
    ("", "1:1: pact: the file is empty; begin with `pact: NAME`, or with the starter pact"),
    ("# only a comment\n", "1:1: pact: the file is empty; begin with `pact: NAME`, or with the starter pact"),
    ("pact: 'x\n", "2:1: pact: not valid YAML: found unexpected end of stream (while scanning a quoted scalar)"),
    ("pact: a: b\n", "1:8: pact: not valid YAML: mapping values are not allowed here; a text with a colon and a blank inside needs quotes"),
    ("pact: x\ntime:\n\tzone: UTC\n \tx: 1\n", "3:1: pact: a tab indents this line; use blanks, two for each level|4:2: pact: a tab indents this line; use blanks, two for each level"),
    ("pact: x\n---\npact: y\n", "2:1: pact: a second document begins; a pact is one document, without `---` inside"),
    ("pact: &x [a]\nvision: *x\n", "1:7: pact: `&x` names a place for reuse; a pact has no use for it, remove it|2:9: vision: `*x` refers to another place; write its content out"),
    ("? [a]\n: b\n", "1:3: pact: a list or map stands where a name belongs; check the brackets, or quote the text"),
    ("[" * 5000, "1:31: [1]: more than 30 lists and maps inside each other"),
    ("pact: a\x07b\n", "1:8: pact: the character U+0007 cannot stand in a text file; remove it"),
    ("vision: x\npact: \ud800\n", "2:7: pact: the character U+D800 cannot stand in a text file; remove it"),
    (b"pact: x\nvision: gr\xfcn\n", "2:11: pact: this is not UTF-8 text; save the file as UTF-8"),
    ("pact: " + "x" * 1_000_000, "1:1: pact: the file is larger than 1,000,000 bytes; a pact has a few thousand"),
    ("- a\n", "1:1: pact: expected a map with `pact`, `time`, `money`, `good_lead`, `hand_offs`, `follow_up`, `deals`, found a list"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_is_told_with_its_place(text: str | bytes, told: str):
    reading = read(text)
    assert reading.pact is None
    assert [str(error) for error in reading.errors] == [f"pact.yaml:{each}" for each in told.split("|")]


def test_too_many_pieces_are_refused_early():
    text = "pact: x\nwords:\n" + "".join(f"  a{i}: b\n" for i in range(20_000))
    assert [error.message for error in read(text).errors] == [
        "more than 20,000 names and values; a pact has a few hundred"
    ]


def test_a_tag_is_refused():
    assert str(read(starter().replace("pact: Our", "pact: !!python/name:os Our")).errors[0]) == (
        "pact.yaml:4:7: pact: the tag `tag:yaml.org,2002:python/name:os` has no use in a pact; remove it"
    )


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(0, len(EXAMPLE) - 1), st.integers(0, 6), st.text(alphabet="{}[]:,-#&*!|>'\"%@` \n\tab0\\", max_size=4)
)
def test_no_damage_ends_in_a_traceback(start: int, length: int, put: str):
    text = EXAMPLE[:start] + put + EXAMPLE[start + length :]
    reading = read(text)
    assert (reading.pact is None) is bool(reading.errors)
    lines = text.count("\n") + 2
    assert all(1 <= error.line <= lines and error.column >= 1 and error.message for error in reading.errors)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=40) | st.binary(max_size=40))
def test_no_text_ends_in_a_traceback(text: str | bytes):
    assert read(text).pact is None


def test_words_of_yaml_stay_text():
    pact = read(starter().replace("holidays: DE ", "holidays: NO ").replace("approved, planned", "none, approved")).pact
    assert pact is not None
    assert pact.time.holidays == "NO"
    assert pact.time.hours == "mon-thu 09:00-12:30 13:30-17:30; fri 09:00-15:00"
    assert pact.good_lead.never == (Is("do_not_contact", ("true",)),)


def test_bytes_a_mark_and_other_line_ends_are_read_alike():
    assert read(("\ufeff" + starter()).replace("\n", "\r\n").encode()) == Reading(first(), ())


def test_the_example_reads_and_comes_back():
    pact = read(EXAMPLE).pact
    assert pact is not None
    assert [(row.points, row.label) for row in pact.good_lead.points] == [
        (18, "Budget approved or planned"),
        (12, "People 50 to 500"),
        (10, "Pricing page 2 times in 30 days"),
        (0, "Country unknown"),
    ]
    assert pact.actions == (("qualification_call", "Qualification call"),)
    assert read(write(pact)) == Reading(pact, ())


def test_the_starter_is_a_whole_pact():
    pact = first()
    assert sum(row.points for row in pact.good_lead.points) == 108
    assert len(pact.good_lead.points) == 12
    assert [lane.gate for lane in pact.steps[0].lanes] == [
        Gate(always=True),
        Gate(False, 60, (("fit", 20), ("intent", 10))),
    ]
    assert {goal.review_by.year for goal in pact.goals} == {2027}
    assert pact.trials == Trials()
    named = (
        *pact.steps[0].reject_reasons,
        *pact.deals.stages,
        *pact.deals.loss_reasons,
        *(lane.name for lane in pact.steps[0].lanes),
    )
    assert {code: set(pact.words.get(code, {})) for code in named} == {code: {"en", "de"} for code in named}
    assert read(write(pact)) == Reading(pact, ())


@pytest.mark.parametrize("text", [EXAMPLE, starter(), write(first()), starter().replace("\n", "\r\n")], ids=range(4))
def test_a_tidy_file_is_its_own_normal_form(text: str):
    assert normalise(text) == text


def test_normalising_mends_the_layout_and_keeps_the_meaning_and_the_comments():
    untidy = (
        "# a\npact:   'x'  # b\ndeals:\n    stages:\n    - on   # c\n    - 08:00\n    loss_reasons: [ a,b ]\nvision:\n"
    )
    tidy = "# a\npact: 'x'    # b\ndeals:\n  stages:\n    - on   # c\n    - 08:00\n  loss_reasons: [a, b]\nvision:\n"
    assert normalise(untidy) == tidy
    assert normalise(tidy) == tidy


def test_normalising_refuses_what_is_not_yaml():
    with pytest.raises(ValueError, match=re.escape("pact.yaml:1:8: pact: not valid YAML")):
        normalise("pact: a: b")
