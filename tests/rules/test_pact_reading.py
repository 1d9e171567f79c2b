"""Reading a pact's tree: what each form means, and what each mistake is told."""

from __future__ import annotations

import copy
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
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
from leadpact.rules.pact_reading import SECTIONS, Node, Reading, read_pact
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
    ("people", {"leads_kept": "24 months"}, "people", PeopleFigures(leads_kept="24 months")),
    (
        "trials",
        {"explored_slice": "5%", "persistence": "0.7%", "shuffled_call_order": "on"},
        "trials",
        Trials(0.05, 0.007, True),
    ),
    (
        "trials",
        {"explored_slice": "2.5%, at most 8 a week"},
        "trials",
        Trials(explored_slice=0.025, explored_most=8),
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


def test_what_no_file_can_say_is_not_written():
    rows = (Points(Between("employees"), 1, "x", None, "both", "y"),)
    with pytest.raises(ValueError, match="has no bound at all"):
        pact_tree(replace(SMALLEST_PACT, good_lead=GoodLead(rows, None, (), ())))
    one, other = (InList("country", "ours", frozenset((code,))) for code in ("DE", "US"))
    with pytest.raises(ValueError, match="Two lists are called 'ours' and differ"):
        pact_tree(replace(SMALLEST_PACT, good_lead=replace(SMALLEST_PACT.good_lead, must=(one, other))))


def test_every_section_and_every_test_of_a_condition_is_documented():
    page = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "pact.md").read_text(encoding="utf-8")
    heads = {key for written, _ in CONDITIONS for key in written}
    assert [name for name in (*SECTIONS, *sorted(heads)) if not re.search(rf"`{name}`|[{{ `]{name}: ", page)] == []
