"""Reading a pact's tree: what each form means, and what each mistake is told."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from leadpact.rules.criteria import (
    AccountLeads,
    All,
    AnyOf,
    Between,
    ContainsWord,
    DaysSince,
    FreeMail,
    InList,
    Is,
    Known,
    Not,
    Touches,
)
from leadpact.rules.facts import TOUCHES
from leadpact.rules.pact import (
    AssignRule,
    AttemptRule,
    BackToMarketing,
    Credit,
    Deals,
    FollowUp,
    Gate,
    Goal,
    GoodLead,
    Lane,
    LateStep,
    Material,
    Money,
    Pact,
    PeopleFigures,
    Points,
    Recycle,
    ShortList,
    Step,
    Surge,
    Trials,
    WorkingTime,
)
from leadpact.rules.pact_reading import MEASURES, Node, PactError, Reading, read_pact
from leadpact.rules.pact_writing import pact_tree
from leadpact.rules.terms import Field, Span

ZONES = frozenset(("Europe/Berlin", "America/New_York", "UTC"))
COUNTRIES = frozenset(("DE", "DE-BY", "US", "NO"))
SMALLEST: dict[str, Any] = {
    "pact": "Acme",
    "time": {"zone": "Europe/Berlin", "hours": {"mon-fri": "09:00-17:00"}},
    "money": {"report_in": "EUR"},
    "good_lead": {
        "points": [
            {
                "when": {"field": "budget", "is": "approved"},
                "points": "60",
                "group": "fit",
                "asked_by": "both",
                "because": "Yes.",
            }
        ]
    },
    "hand_offs": [
        {
            "step": "over",
            "lanes": [{"lane": "all", "gate": {"points": "60"}, "first_touch": "within 4 working hours"}],
            "short_list": {"each_person": "10 a week"},
            "answer": "within 1 working day",
            "reject_reasons": ["too_early", "no_budget"],
        }
    ],
    "follow_up": {"attempts": "6 within 15 working days"},
    "deals": {"stages": ["open"], "loss_reasons": ["price"]},
}
SMALLEST_PACT = Pact(
    name="Acme",
    version=1,
    vision="",
    teams=(("marketing", "Marketing"), ("sales", "Sales")),
    covers=None,
    time=WorkingTime("Europe/Berlin", "", "mon-fri 09:00-17:00"),
    report_in="EUR",
    rates="fixed each quarter",
    good_lead=GoodLead(
        (Points(Is("budget", ("approved",)), 60, "Budget approved", "fit", "both", "Yes."),), None, (), ()
    ),
    steps=(
        Step(
            name="over",
            comes_with=(),
            after=(),
            lanes=(Lane("all", Gate(points=60), Span(4, "working_hours")),),
            short_list=ShortList(10, "week", "score", Span(14, "days")),
            assign=(AssignRule("round_robin"),),
            answer=Span(1, "working_days"),
            reject_reasons=("too_early", "no_budget"),
            recycle=(),
        ),
    ),
    back_to_marketing=None,
    follow_up=FollowUp(
        6, Span(15, "working_days"), AttemptRule("person", ("call", "email", "meeting", "social"), (), 1), (), (), 30.0
    ),
    deals=Deals(("open",), ("price",), None, None),
    credit=Credit(40, 20, 40, "account", 90.0, "first_touch"),
    goals=(),
)


def node(value: Any) -> Node:
    """A tree without places."""
    if isinstance(value, dict):
        return Node({key: node(each) for key, each in value.items()}, 1, 1)
    return Node(tuple(map(node, value)), 1, 1) if isinstance(value, list) else Node(value, 1, 1)


def read(value: Any) -> Reading:
    return read_pact(node(value), zones=ZONES, countries=COUNTRIES)


def changed(path: str, value: Any) -> dict[str, Any]:
    """The smallest pact with one place set to a value, or removed when the value is None."""
    tree: Any = copy.deepcopy(SMALLEST)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    at = tree
    for step in way:
        at = at[step] if isinstance(step, int) else at.setdefault(step, {})
    if value is None:
        del at[last]
    else:
        at[last] = value
    return tree


def pact_of(path: str, value: Any) -> Pact:
    reading = read(changed(path, value))
    assert reading.errors == ()
    assert reading.pact is not None
    return reading.pact


def told(tree: Any) -> list[str]:
    reading = read(tree)
    assert (reading.pact is None) is bool(reading.errors)
    return [f"{error.path}: {error.message}" for error in reading.errors]


def test_the_smallest_pact_has_the_documented_defaults():
    assert read(SMALLEST) == Reading(SMALLEST_PACT, ())


FIELDS = {
    "revenue": {"type": "number", "label": "Revenue", "ask": "How much?"},
    "founded": {"type": "date", "label": "Founded"},
    "trade": {"type": "coded", "codes": ["steel", "wood"]},
    "hobby": {"type": "personal"},
}
CONDITIONS = [
    ({"field": "budget", "is": ["approved", "planned"]}, Is("budget", ("approved", "planned"))),
    ({"field": "budget", "is_not": "none"}, Is("budget", ("none",), negated=True)),
    ({"field": "do_not_contact", "is": "true"}, Is("do_not_contact", ("true",))),
    ({"field": "country", "is": ["NO", "on"]}, Is("country", ("NO", "on"))),
    ({"field": "source", "is": "trade_show"}, Is("source", ("trade_show",))),
    ({"field": "employees", "between": ["50", "500"]}, Between("employees", 50.0, 500.0)),
    ({"field": "revenue", "at_least": "-1.5"}, Between("revenue", -1.5, None)),
    ({"field": "employees", "at_most": "10"}, Between("employees", None, 10.0)),
    ({"field": "founded", "between": ["1970-01-02", "2026-01-01"]}, Between("founded", 1.0, 20454.0)),
    ({"field": "founded", "at_most": "1969-12-31"}, Between("founded", None, -1.0)),
    ({"field": "need", "known": "true"}, Known("need")),
    ({"field": "need", "unknown": "true"}, Known("need", wanted=False)),
    ({"field": "job_title", "contains_word": ["head", "director"]}, ContainsWord("job_title", ("head", "director"))),
    ({"field": "email", "is_free_mail": "true"}, FreeMail()),
    ({"field": "email", "is_free_mail": "false"}, FreeMail(wanted=False)),
    ({"field": "trade", "matches_list": "ours"}, InList("trade", "ours", frozenset(("steel", "tin")))),
    (
        {"touches": "page_view", "of": "pricing", "at_least": "2", "within": "30 days"},
        Touches(("page_view",), "pricing", 2, None, 30.0),
    ),
    ({"touches": ["call", "email"]}, Touches(("call", "email"))),
    ({"touches": "any", "at_most": "3", "within": "0.5 days"}, Touches(tuple(sorted(TOUCHES)), None, 0, 3, 0.5)),
    ({"touches": "call", "at_least": "1", "at_most": "3"}, Touches(("call",), None, 1, 3)),
    ({"days_since": "email_opened", "at_most": "14"}, DaysSince("email_opened", None, 14.0)),
    ({"account_leads": {"at_least": "2", "within": "30 days"}}, AccountLeads(2, 30.0)),
    ({"all": [{"field": "need", "known": "true"}]}, All((Known("need"),))),
    (
        {"any": [{"field": "need", "known": "true"}, {"touches": "any"}]},
        AnyOf((Known("need"), Touches(tuple(sorted(TOUCHES))))),
    ),
    ({"not": {"field": "need", "known": "true"}}, Not(Known("need"))),
]


@pytest.mark.parametrize(("written", "meant"), CONDITIONS)
def test_a_condition_is_read_and_written(written: Any, meant: Any):
    tree = changed("good_lead.must", [written])
    tree["fields"] = FIELDS
    tree["lists"] = {"ours": ["tin", "steel"]} if "matches_list" in written else {}
    pact = read(tree).pact
    assert pact is not None
    assert pact.good_lead.must == (meant,)
    assert pact_tree(pact)["good_lead"]["must"] == [written]


def test_other_spellings_of_a_condition():
    for written, meant in [
        ({"field": "need", "known": "false"}, Known("need", wanted=False)),
        ({"field": "employees", "at_least": "5", "at_most": "9"}, Between("employees", 5.0, 9.0)),
        ({"touches": "call", "within": "12 hours"}, Touches(("call",), within_days=0.5)),
    ]:
        assert pact_of("good_lead.must", [written]).good_lead.must == (meant,)


def test_own_fields_are_declared():
    tree = {**SMALLEST, "fields": FIELDS, "qualification": ["revenue", "trade"]}
    pact = read(tree).pact
    assert pact is not None
    assert pact.fields == (
        Field("revenue", "number", "Revenue", "How much?"),
        Field("founded", "date", "Founded"),
        Field("trade", "coded", "Trade", "", ("steel", "wood")),
        Field("hobby", "personal", "Hobby"),
    )
    assert pact.qualification == ("revenue", "trade")


FORMS = [
    ("covers", "everyone", "covers", None),
    ("covers", {"field": "country", "is": "DE"}, "covers", Is("country", ("DE",))),
    ("covers", [{"field": "country", "is": "DE"}], "covers", Is("country", ("DE",))),
    (
        "covers",
        [{"field": "country", "is": "DE"}, {"field": "need", "known": "true"}],
        "covers",
        All((Is("country", ("DE",)), Known("need"))),
    ),
    ("good_lead.half_life", "30 days", "good_lead.half_life_days", 30.0),
    ("time.holidays", "DE-BY", "time.holidays", "DE-BY"),
    ("time.holidays", "none", "time.holidays", ""),
    (
        "time.hours",
        {"mon-thu": "09:00-12:30  13:30-17:30", "fri": "08:00-24:00"},
        "time.hours",
        "mon-thu 09:00-12:30 13:30-17:30; fri 08:00-24:00",
    ),
    ("hand_offs.0.lanes.0.gate", "always", "steps.0.lanes.0.gate", Gate(always=True)),
    ("hand_offs.0.lanes.0.gate", {"points": "60", "least": {"fit": "20"}}, "steps.0.lanes.0.gate", Gate(False, 60, (("fit", 20),))),
    (
        "hand_offs.0.lanes.0.surge",
        {"over": "50 a day", "first_touch": "within 2 working days"},
        "steps.0.lanes.0.surge",
        Surge(50, Span(2, "working_days")),
    ),
    (
        "hand_offs.0.comes_with",
        ["company", "source", {"one_of": ["phone", "email"]}],
        "steps.0.comes_with",
        (("company",), ("source",), ("phone", "email")),
    ),
    (
        "hand_offs.0.assign",
        ["language", {"by": "account_owner", "counts": "false", "if_absent": "wait"}, {"by": "round_robin"}],
        "steps.0.assign",
        (AssignRule("language"), AssignRule("account_owner", False, "wait"), AssignRule("round_robin")),
    ),
    (
        "hand_offs.0.recycle",
        {"too_early": "wake after 90 days", "no_budget": "wake when budget known"},
        "steps.0.recycle",
        (Recycle("too_early", Span(90, "days")), Recycle("no_budget", None, "budget")),
    ),
    ("hand_offs.0.recycle", {"too_early": "back to marketing"}, "steps.0.recycle", (Recycle("too_early"),)),
    ("hand_offs.0.from", "sales", "steps.0.from_side", "sales"),
    ("hand_offs.0.to", "marketing", "steps.0.to_side", "marketing"),
    ("hand_offs.0.short_list", {"each_person": "3 a day", "order": "age"}, "steps.0.short_list", ShortList(3, "day", "age", Span(14, "days"))),
    ("hand_offs.0.after", ["qualification_call"], "actions", (("qualification_call", "Qualification call"),)),
    (
        "back_to_marketing",
        {"reasons": ["not_ready"], "answer": "within 90 minutes"},
        "back_to_marketing",
        BackToMarketing(("not_ready",), Span(90, "minutes")),
    ),
    (
        "follow_up.if_late",
        ["remind at 75%", "tell manager at 100%", "reassign after 1.5 working hours"],
        "follow_up.if_late",
        (LateStep("remind", 75), LateStep("tell_manager", 100), LateStep("reassign", None, Span(1.5, "working_hours"))),
    ),
    (
        "follow_up.attempt",
        {"by": "anyone", "channels": ["call", "email"], "least": {"call": "3"}, "different_days": "4"},
        "follow_up.attempt",
        AttemptRule("anyone", ("call", "email"), (("call", 3),), 4),
    ),
    ("follow_up.material", [{"kind": "case_study", "by_attempt": "2"}], "follow_up.material", (Material("case_study", 2),)),
    ("follow_up.rest", "12 hours", "follow_up.rest_days", 0.5),
    ("deals.value_of_a_deal", "8000 EUR", "deals.value_of_a_deal", Money(800_000, "EUR")),
    ("deals.value_of_a_deal", "8000.5 EUR", "deals.value_of_a_deal", Money(800_050, "EUR")),
    ("deals.value_of_a_deal", "8000 JPY", "deals.value_of_a_deal", Money(8000, "JPY")),
    ("deals.cost_of_an_attempt", "1.234 KWD", "deals.cost_of_an_attempt", Money(1234, "KWD")),
    (
        "credit",
        {"originator": "30%", "touches_between": "30%", "closer": "40%", "level": "lead", "sourced": "captured by", "window": "60 days"},
        "credit",
        Credit(30, 30, 40, "lead", 60.0, "captured_by"),
    ),
    (
        "goals.together",
        [{"measure": "revenue_won", "target": "600000 EUR a quarter", "by": "segment", "review_by": "2027-01-15"}],
        "goals",
        (Goal("together", "revenue_won", 600000.0, "EUR", "quarter", date(2027, 1, 15), by="segment"),),
    ),
    (
        "goals.sales",
        [
            {
                "measure": "promise_kept",
                "target": "90%",
                "unless": "accepted_handoffs over 60 a month",
                "owner": "Ana",
                "review_by": "2027-01-15",
            }
        ],
        "goals",
        (
            Goal(
                "sales", "promise_kept", 90.0, "%", None, date(2027, 1, 15), None, "Ana", "accepted_handoffs over 60 a month"
            ),
        ),
    ),
    (
        "people",
        {"figures": "own", "smallest_group": "8", "individual_late": "seen by team", "names_kept": "2 years", "trials": "announced"},
        "people",
        PeopleFigures("own", 8, "team", "2 years", "announced"),
    ),
    (
        "trials",
        {"explored_slice": "5%", "persistence": "0.7%", "shuffled_call_order": "on"},
        "trials",
        Trials(0.05, 0.007, True),
    ),
    (
        "words",
        {"too_early": "Too early", "no_budget": {"en": "No budget", "de": "Kein Budget"}},
        "words",
        {"too_early": {"en": "Too early"}, "no_budget": {"en": "No budget", "de": "Kein Budget"}},
    ),
]  # fmt: skip


def at(thing: Any, path: str) -> Any:
    for step in path.split("."):
        thing = thing[int(step)] if step.isdigit() else getattr(thing, step)
    return thing


@pytest.mark.parametrize(("path", "written", "where", "meant"), FORMS)
def test_a_form_is_read_and_survives_writing(path: str, written: Any, where: str, meant: Any):
    pact = pact_of(path, written)
    assert at(pact, where) == meant
    assert read(pact_tree(pact)) == Reading(pact, ())


def test_a_label_of_its_own_is_kept_and_a_default_one_is_not_written():
    own = pact_of("good_lead.points.0.label", "Money is there")
    assert own.good_lead.points[0].label == "Money is there"
    assert pact_tree(own)["good_lead"]["points"][0]["label"] == "Money is there"
    assert "label" not in pact_tree(SMALLEST_PACT)["good_lead"]["points"][0]


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
    ("people", {"figures": "everybody"}, "people.figures: `everybody` is not one of the choices; expected one of own and team, own, all"),
    ("trials", {"explored_slice": "500%"}, "trials.explored_slice: 500% is more than all; expected a share from 0% to 100%"),
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


def test_what_no_file_can_say_is_not_written():
    rows = (Points(Between("employees"), 1, "x", None, "both", "y"),)
    with pytest.raises(ValueError, match="has no bound at all"):
        pact_tree(replace(SMALLEST_PACT, good_lead=GoodLead(rows, None, (), ())))
    one, other = (InList("country", "ours", frozenset((code,))) for code in ("DE", "US"))
    with pytest.raises(ValueError, match="Two lists are called 'ours' and differ"):
        pact_tree(replace(SMALLEST_PACT, good_lead=replace(SMALLEST_PACT.good_lead, must=(one, other))))
