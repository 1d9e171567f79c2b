"""Reading a pact's tree: each mistake is told once, where it is, with its cure."""

from __future__ import annotations

from typing import Any

import pytest

from leadpact.rules.pact_reading import MEASURES, PactError, read_pact
from tests.rules.test_pact_reading import SMALLEST, changed, node, read


def told(tree: Any) -> list[str]:
    reading = read(tree)
    assert (reading.pact is None) is bool(reading.errors)
    return [f"{error.path}: {error.message}" for error in reading.errors]


KNOWN = {"field": "need", "known": "true"}
ROW = SMALLEST["good_lead"]["points"][0]
LANE = SMALLEST["hand_offs"][0]["lanes"][0]
GOAL = {"measure": "accepted_handoffs", "target": "40 a month", "review_by": "2027-01-15"}
MISTAKES = [
    ("pakt", "x", "pakt: `pakt` is not a known key here"),
    ("visio", "x", "visio: `visio` is not a known key here; did you mean `vision`?"),
    ("time", None, "time: `time` is missing"),
    ("pact", "", "pact: nothing is given here; expected a text, or remove the line"),
    ("pact", ["x"], "pact: expected a text, found a list"),
    ("version", "-1", "version: `-1` is not understood; expected a whole number from 1 up; a negative number has no meaning here"),
    ("version", "0", "version: 0 is out of bounds; expected a whole number from 1 up"),
    ("teams", {"marketing": "M"}, "teams.sales: `sales` is missing"),
    ("covers", "all", "covers: `all` is not `everyone`, a condition or a list of conditions; expected everyone"),
    ("time.zone", "Europe/Berln", "time.zone: `Europe/Berln` is not a time zone such as `Europe/Berlin`; did you mean `Europe/Berlin`?"),
    ("time.holidays", "de", "time.holidays: `de` is not a country, or a country with a region, such as `DE` or `DE-BY`; did you mean `DE`?"),
    ("time.hours", {}, "time.hours: a week without working hours; expected at least one day such as `{mon-fri: 09:00-17:00}`"),
    ("time.hours", {"mon": "09:00-25:00"}, "time.hours.mon: '09:00-25:00' holds a time that no clock shows; times go from 00:00 to 24:00"),
    ("time.hours", {"mon": "17:00-09:00"}, "time.hours.mon: '17:00-09:00' ends before it begins; for a night write 17:00-24:00, and 00:00-09:00 on the day after"),
    ("time.hours", {"mon-wed": "09:00-17:00", "tue": "09:00-17:00"}, "time.hours.tue: `tue` has hours twice: in `mon-wed` and in `tue`"),
    ("time.hours", {"mun": "09:00-17:00"}, "time.hours.mun: 'mun' is no weekday; write 'sun'"),
    ("time.year_starts", "januari", "time.year_starts: `januari` is not a month such as `january`; did you mean `january`?"),
    ("money.report_in", "EURO", "money.report_in: `EURO` is not a currency (ISO 4217, such as EUR); did you mean `EUR`?"),
    ("money.rates", "daily", "money.rates: `daily` is not a way to fix rates; expected one of fixed each month, fixed each quarter, fixed each year"),
    ("fields", {"Big One": {"type": "coded"}}, "fields.Big One: `Big One` is not a name (small letters, digits and underscores, a letter first)"),
    ("fields", {"x": {"type": "txt"}}, "fields.x.type: `txt` is not one of the choices; expected one of coded, number, date, personal"),
    ("fields", {"x": {"type": "number", "codes": ["a"]}}, "fields.x.codes: only a coded field has codes; `x` is a number field"),
    ("fields", {"email": {"type": "coded"}}, "fields.email.type: `email` is a standard field and stays personal; take another name for another meaning"),
    ("lists", {"ours": ["a"]}, "lists: no condition asks for the list `ours`; use it with `matches_list`, or remove it"),
    ("qualification", ["budgt"], "qualification[1]: `budgt` is not a known field; did you mean `budget`?"),
    ("good_lead.points", [], "good_lead.points: expected a list of rows with at least 1 entry, found 0"),
    ("good_lead.points.0.points", "-5", "good_lead.points[1].points: `-5` is not understood; expected a whole number from 0 to 1000; a negative number has no meaning here"),
    ("good_lead.points.0.asked_by", "sale", "good_lead.points[1].asked_by: `sale` is not one of the choices; did you mean `sales`?"),
    ("good_lead.points.0.group", "Big Fit", "good_lead.points[1].group: `Big Fit` is not a code (small letters, digits and underscores); write `big_fit` and give its label under `words`"),
    ("good_lead.points", [ROW, ROW], "good_lead.points[2]: asks the same as points[1]; a condition gives its points once"),
    ("good_lead.half_life", "30 working days", "good_lead.half_life: `30 working days` is working time; plain time such as `30 days` is expected here"),
    ("good_lead.half_life", "0 days", "good_lead.half_life: `0 days` is no time at all; expected a span such as `15 working minutes`, `14 days` or `1 working day`"),
    ("hand_offs.0.comes_with", ["company", "company"], "hand_offs[1].comes_with[2]: `company` is given twice, first in line 1"),
    ("hand_offs.0.lanes.0.first_touch", "soon", "hand_offs[1].lanes[1].first_touch: `soon` is not a span of time; expected a span such as `15 working minutes`, `14 days` or `1 working day`"),
    ("hand_offs.0.lanes.0.first_touch", "2 workin days", "hand_offs[1].lanes[1].first_touch: `2 workin days` is not a span of time; expected a span such as `15 working minutes`, `14 days` or `1 working day`"),
    ("hand_offs.0.lanes.0.first_touch", "2 weeks", "hand_offs[1].lanes[1].first_touch: `weeks` is not a unit of time; expected one of minutes, hours, days, working minutes, working hours, working days"),
    ("hand_offs.0.lanes", [LANE, LANE], "hand_offs[1].lanes[2]: a lane called `all` is there already; each lane of a step has its own name"),
    ("hand_offs.0.lanes", [{**LANE, "gate": "always"}, {**LANE, "lane": "late"}], "hand_offs[1].lanes[2]: no lead gets here: `all` takes every lead; put it last, or give it a `when`"),
    ("hand_offs.0.lanes.0.gate", {"points": "60", "least": {"intnt": "5"}}, "hand_offs[1].lanes[1].gate.least.intnt: no row of `good_lead.points` is in the group `intnt`; expected fit"),
    ("hand_offs.0.lanes.0.gate", {}, "hand_offs[1].lanes[1].gate: an empty gate; expected `always`, or points such as `{points: 60, least: {fit: 20}}`"),
    ("hand_offs.0.short_list.each_person", "10 a year", "hand_offs[1].short_list.each_person: `year` is not a period; expected one of day, week, month"),
    ("hand_offs.0.assign", ["round_robin", "round_robin"], "hand_offs[1].assign[2]: `round_robin` is given twice; each rule is asked once"),
    ("hand_offs.0.assign", ["acount_owner"], "hand_offs[1].assign[1]: `acount_owner` is not a rule of assignment; did you mean `account_owner`?"),
    ("hand_offs.0.reject_reasons", ["Too early"], "hand_offs[1].reject_reasons[1]: `Too early` is not a code (small letters, digits and underscores); write `too_early` and give its label under `words`"),
    ("hand_offs.0.reject_reasons", ["a", "b", "a"], "hand_offs[1].reject_reasons[3]: `a` is given twice, first in line 1"),
    ("hand_offs.0.recycle", {"no_buget": "back to marketing"}, "hand_offs[1].recycle.no_buget: `no_buget` is not one of this step's `reject_reasons`; did you mean `no_budget`?"),
    ("hand_offs.0.recycle", {"no_budget": "wake when budgt known"}, "hand_offs[1].recycle.no_budget: `budgt` is not a known field; did you mean `budget`?"),
    ("hand_offs.0.recycle", {"no_budget": "bin it"}, "hand_offs[1].recycle.no_budget: `bin it` is not understood; expected `wake after 90 days`, `wake when budget known` or `back to marketing`"),
    ("hand_offs", [*SMALLEST["hand_offs"], *SMALLEST["hand_offs"]], "hand_offs[2]: a step called `over` is there already; each step has its own name"),
    ("follow_up.attempts", "six within 15 working days", "follow_up.attempts: `six within 15 working days` is not understood; expected attempts within a time, such as `6 within 15 working days`"),
    ("follow_up.attempt", {"channels": ["fax"]}, "follow_up.attempt.channels[1]: `fax` is not a channel; expected one of call, email, meeting, social"),
    ("follow_up.attempt", {"least": {"call": "9"}}, "follow_up.attempt.least: asks for 9 attempts of 6; raise `attempts`, or ask for fewer"),
    ("follow_up.attempt", {"different_days": "7"}, "follow_up.attempt.different_days: 7 is more than the 6 attempts; raise `attempts`, or ask for fewer"),
    ("follow_up.if_late", ["shout at 75%"], "follow_up.if_late[1]: `shout at 75%` is not understood; expected `remind`, `tell manager` or `reassign`, then `at 75%` or `after 8 working hours`"),
    ("deals.stages", ["a", "a"], "deals.stages[2]: `a` is given twice, first in line 1"),
    ("deals.value_of_a_deal", "8,000 EUR", "deals.value_of_a_deal: `8,000 EUR` is not understood; expected an amount with its currency and no thousands sign, such as `8000 EUR`"),
    ("deals.value_of_a_deal", "8000.5 JPY", "deals.value_of_a_deal: `8000.5` has more decimals than JPY has (0)"),
    ("deals.value_of_a_deal", "8000 XYZ", "deals.value_of_a_deal: `XYZ` is not a currency (ISO 4217, such as EUR)"),
    ("credit", {"originator": "40%", "touches_between": "30%", "closer": "40%"}, "credit: the shares add up to 110%, not to 100%: 40 + 30 + 40"),
    ("credit", {"originator": "40.5%", "touches_between": "20%", "closer": "40%"}, "credit.originator: 40.5% is not whole; expected whole percents such as `40%`"),
    ("goals.sales", [{**GOAL, "measure": "accepted_handofs"}], "goals.sales[1].measure: `accepted_handofs` is not a measure; did you mean `accepted_handoffs`?"),
    ("goals.sales", [{**GOAL, "target": "40"}], "goals.sales[1].target: `40` does not say for which period; expected a target such as `600000 EUR a quarter`, `40 a month` or `90%`"),
    ("goals.sales", [{**GOAL, "target": "40 EUR a month"}], "goals.sales[1].target: `accepted_handoffs` is not money; expected a target such as `40 a month` or `90%`"),
    ("goals.sales", [{**GOAL, "measure": "revenue_won"}], "goals.sales[1].target: `revenue_won` is money; expected a target such as `600000 EUR a quarter`"),
    ("goals.sales", [{**GOAL, "review_by": "2027-02-30"}], "goals.sales[1].review_by: `2027-02-30` is not in the calendar; expected a date such as `2027-01-15`"),
    ("goals.sales", [{**GOAL, "unless": "deals_wan over 3 a week"}], "goals.sales[1].unless: `deals_wan` is not a measure; did you mean `deals_won`?"),
    ("goals.sales", [{**GOAL, "by": "employees"}], "goals.sales[1].by: `employees` is a number field; a goal is broken down by a coded one, such as `segment`"),
    ("goals.sales", [{**GOAL, "review_by": None}], "goals.sales[1].review_by: nothing is given here; expected a date such as `2027-01-15`, or remove the line"),
    ("people", {"smallest_group": "1"}, "people.smallest_group: 1 is out of bounds; expected a whole number from 2 up"),
    ("people", {"leads_kept": "29 days"}, "people.leads_kept: leads cannot be kept for `29 days`; expected a time from 30 days to 50 years"),
    ("people", {"leads_kept": "51 years"}, "people.leads_kept: leads cannot be kept for `51 years`; expected a time from 30 days to 50 years"),
    ("people", {"leads_kept": "for ever"}, "people.leads_kept: `for ever` is not understood; expected a time such as `24 months`, `2 years` or `400 days`"),
    ("people", {"figures": "everybody"}, "people.figures: `everybody` is not one of the choices; expected one of own and team, own, all"),
    ("trials", {"explored_slice": "500%"}, "trials.explored_slice: 500% is more than all; expected a share from 0% to 100%"),
    ("trials", {"explored_slice": "5%, 8 a week"}, "trials.explored_slice: `5%, 8 a week` is not understood; expected a share such as `5%` or `5%, at most 8 a week`"),
    ("trials", {"shuffled_call_order": "maybe"}, "trials.shuffled_call_order: `maybe` is neither `true` nor `false`"),
    ("words", {"too_early": {"german": "Zu früh"}}, "words.too_early.german: `german` is not a language; expected a code such as `en`, `de` or `pt-BR`"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "message"), MISTAKES)
def test_a_mistake_is_told_once_with_its_cure(path: str, value: Any, message: str):
    assert told(changed(path, value)) == [message]


CONDITION_MISTAKES = [
    ("yes", "", "expected a condition such as `{field: budget, is: approved}` or `{touches: page_view, at_least: 2, within: 30 days}`, found `yes`"),
    ({}, "", "expected a condition such as `{field: budget, is: approved}` or `{touches: page_view, at_least: 2, within: 30 days}`, found an empty map"),
    ({"feild": "budget", "is": "x"}, ".feild", "`feild` starts no condition; did you mean `field`?"),
    ({"field": "trade_shw", "is": "x"}, ".field", "`trade_shw` is not a known field"),
    ({"field": "budgte", "is": "approved"}, ".field", "`budgte` is not a known field; did you mean `budget`?"),
    ({"field": "budget", "is": "aproved"}, ".is", "`aproved` is not a value of `budget`; did you mean `approved`?"),
    ({"field": "budget", "is": ["approved", "approved"]}, ".is[2]", "`approved` is given twice, first in line 1"),
    ({"field": "budget", "iz": "approved"}, ".iz", "`iz` is not a known key here; expected one of is, is_not, matches_list, known, unknown, between, at_least, at_most, contains_word, is_free_mail"),
    ({"field": "budget"}, "", "nothing is asked of `budget`; expected one of is, is_not, matches_list, known, unknown"),
    ({"field": "need", "is": "x"}, "", "`is` cannot be asked of `need`, a personal field; expected one of known, unknown, contains_word"),
    ({"field": "phone", "is_free_mail": "true"}, "", "`is_free_mail` cannot be asked of `phone`, a personal field; expected one of known, unknown, contains_word"),
    ({"field": "need", "known": "true", "unknown": "true"}, "", "`known` and `unknown` in one condition; put each in its own, inside `all: [...]`"),
    ({"field": "need", "known": "perhaps"}, ".known", "`perhaps` is neither `true` nor `false`"),
    ({"field": "need", "contains_word": "two words"}, ".contains_word", "`two words` is several words; list them as `[one, two]`"),
    ({"field": "employees", "between": ["5"]}, ".between", "expected two bounds `[50, 500]` with at least 2 entries, found 1"),
    ({"field": "employees", "between": ["9", "5"]}, ".between", "the lower bound lies above the upper one; turn them round"),
    ({"field": "employees", "at_least": "many"}, ".at_least", "`many` is not understood; expected a number"),
    ({"field": "industry", "matches_list": "ours"}, ".matches_list", "`ours` is not a list declared under `lists`"),
    ({"touches": "page_veiw"}, ".touches", "`page_veiw` is not a kind of touch; did you mean `page_view`?"),
    ({"touches": "call", "at_least": "0"}, ".at_least", "at least 0 touches holds for every lead; expected at least 1"),
    ({"touches": "call", "at_least": "3", "at_most": "2"}, ".at_least", "at least 3 and at most 2 touches: no lead has both"),
    ({"touches": "call", "since": "3 days"}, ".since", "`since` is not a known key here; expected one of of, at_least, at_most, within"),
    ({"days_since": "call"}, "", "expected `at_least` or `at_most`, a number of days"),
    ({"account_leads": {"within": "3 days"}}, ".account_leads.at_least", "`at_least` is missing"),
    ({"all": []}, ".all", "expected a list of conditions with at least 1 entry, found 0"),
    ({"not": [KNOWN]}, ".not", "expected a condition such as `{field: budget, is: approved}` or `{touches: page_view, at_least: 2, within: 30 days}`, found a list"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "path", "message"), CONDITION_MISTAKES)
def test_a_mistake_in_a_condition_is_told_once(written: Any, path: str, message: str):
    assert told(changed("good_lead.must", [written])) == [f"good_lead.must[1]{path}: {message}"]


def test_undeclared_actions_are_refused_once_actions_are_declared():
    tree = changed("hand_offs.0.after", ["qualificaton_call"])
    tree["actions"] = {"qualification_call": "Qualification call"}
    assert told(tree) == [
        "hand_offs[1].after[1]: `qualificaton_call` is not an action declared under `actions`; did you mean `qualification_call`?"
    ]


def test_a_field_declared_wrongly_is_told_where_it_is_declared_only():
    tree = changed("good_lead.must", [{"field": "size", "between": ["1", "2"]}])
    tree["fields"] = {"size": {"type": "numbr"}}
    assert told(tree) == ["fields.size.type: `numbr` is not one of the choices; did you mean `number`?"]


def test_other_measures_may_be_given():
    tree = changed("goals.sales", [{**GOAL, "measure": "applause"}])
    assert read_pact(node(tree), measures=("applause",)).pact is not None
    assert told(tree) == [f"goals.sales[1].measure: `applause` is not a measure; expected one of {', '.join(MEASURES)}"]


def test_an_error_names_its_place():
    error = PactError(3, 9, "deals.stages[2]", "`a` is given twice", "acme.yaml")
    assert str(error) == "acme.yaml:3:9: deals.stages[2]: `a` is given twice"
