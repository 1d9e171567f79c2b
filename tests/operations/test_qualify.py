"""The gate: what it refuses and why, what it lets through, and the facts that follow."""

import json

import pytest

from leadpact.connectors import pact_file
from leadpact.ledger import access
from leadpact.ledger.models import Clock, FactRow, HandOff, Lead, Notice, Person
from leadpact.operations import qualify, verdict
from leadpact.operations.capture import WrongValues
from leadpact.operations.qualify import GateClosed, HandedOver, NotCovered, NotReady, UnknownAction
from tests.company import NOW_S, company
from tests.story import story

pytestmark = pytest.mark.django_db
MINUTE_S, HOUR_S, DAY_S = 60, 3_600, 86_400
FORM = {"budget": "approved", "need": "too many returns", "timeframe_months": "3", "authority": "decides"}


@pytest.fixture
def acme():
    return company()


def hand_over(acme, lead_id, role="marketer", now_s=NOW_S):
    return qualify.hand_over(actor=acme.actor(role), lead_id=lead_id, now_s=now_s)


def fill(acme, lead_id, values=FORM, actions=("qualification_call",), role="marketer", now_s=NOW_S):
    actor = acme.actor(role)
    qualify.record_qualification(actor=actor, lead_id=lead_id, values=values, actions=list(actions), now_s=now_s)


def refusal(acme, lead_id):
    before = FactRow.objects.count()
    with pytest.raises(GateClosed) as closed:
        hand_over(acme, lead_id)
    assert FactRow.objects.count() == before
    return closed.value.answer


def since(seq, *columns):
    return list(FactRow.objects.filter(seq__gt=seq).order_by("seq").values_list("kind", *columns))


def newest():
    return FactRow.objects.order_by("-seq").values_list("seq", flat=True).first()


# --- the short call form


def test_each_answer_has_who_and_when_and_the_action_is_noted_once(acme):
    lead_id = acme.lead(name="Nadia")
    seq = newest()
    fill(acme, lead_id, now_s=NOW_S + 60)
    ida = acme.people["marketer"].pk
    assert since(seq, "field", "value_code", "by_id", "side", "occurred_s") == [
        ("described", "budget", "approved", ida, "marketing", NOW_S + 60),
        ("described", "need", "known", ida, "marketing", NOW_S + 60),
        ("described", "timeframe_months", "3", ida, "marketing", NOW_S + 60),
        ("described", "authority", "decides", ida, "marketing", NOW_S + 60),
        ("action_done", "qualification_call", None, ida, "marketing", NOW_S + 60),
    ]
    seq = newest()
    fill(acme, lead_id, actions=["qualification_call", "qualification_call"], now_s=NOW_S + 120)
    assert since(seq) == []


def test_an_unknown_action_or_a_wrong_value_saves_nothing_of_the_form(acme):
    lead_id = acme.lead(name="Nadia")
    seq = newest()
    with pytest.raises(
        UnknownAction, match=r"'site_visit' is not an action of the pact; choose one of: qualification_call\."
    ):
        fill(acme, lead_id, actions=["site_visit"])
    with pytest.raises(WrongValues):
        fill(acme, lead_id, values=FORM | {"timeframe_months": "soon"})
    assert since(seq) == []


@pytest.mark.parametrize(
    ("role", "error"), [("reader", access.Forbidden), ("operator", access.Forbidden), ("other", access.Unknown)]
)
def test_who_may_not_qualify(acme, role, error):
    lead_id = acme.lead(name="Nadia")
    with pytest.raises(error):
        fill(acme, lead_id, role=role)


# --- refusals


def test_the_gate_names_all_that_is_missing(acme):
    answer = refusal(acme, acme.lead(name="Nadia"))
    assert (answer.missing_fields, answer.missing_actions) == (
        (("company",), ("need",), ("phone", "email")), ("qualification_call",),
    )  # fmt: skip
    assert answer.refusal == (
        "Gate closed: 0 of 60 points, 0 of 20 points for fit, 0 of 10 points for interest, company missing, need missing, "
        "phone or e-mail missing, qualification call not done, “Phone known, or e-mail known” does not hold. "
        "Do it and record it, or ask for them, or lower the line in a new pact, or correct the lead if that is wrong."
    )


def test_the_action_alone_keeps_the_gate_closed(acme):
    lead_id = acme.lead(company="Kessler", email="n@k.example")
    acme.touch(lead_id, "form_filled", "demo")
    fill(acme, lead_id, actions=())
    answer = refusal(acme, lead_id)
    assert answer.refusal == "Gate closed: qualification call not done. Do it and record it."


def test_enough_points_in_all_are_not_enough_without_those_of_each_group(acme):
    lead_id = acme.lead(
        company="Kessler", email="n@k.example", employees="420", job_title="Head of Operations", tool_today="Excel"
    )
    fill(acme, lead_id)
    answer = refusal(acme, lead_id)
    assert (answer.points_had, [(g.group, g.had, g.needed) for g in answer.groups]) == (
        70,
        [("fit", 70, 20), ("intent", 0, 10)],
    )
    assert answer.refusal == "Gate closed: 0 of 10 points for interest. Lower the line in a new pact."


def test_a_lead_that_said_no_never_crosses(acme):
    lead_id = acme.good_lead(do_not_contact="true")
    answer = refusal(acme, lead_id)
    assert [each.words for each in answer.never] == ["Do not contact yes"]
    assert "never hand over" in answer.refusal


def test_a_pact_that_covers_nobody_of_that_kind_is_told():
    acme = company(text=pact_file.starter().replace("covers: everyone ", "covers: {field: country, is: US} "))
    lead_id = acme.lead(country="DE", name="Nadia")
    with pytest.raises(NotCovered, match=f"No signed pact covers lead {lead_id}"):
        hand_over(acme, lead_id)
    assert Lead.objects.get().points is None


@pytest.mark.parametrize(
    ("past", "state"),
    [
        ("captured web; handed over to Ana", "handed over"),
        ("captured web; handed over to Ana; accepted", "accepted"),
        ("captured web; queued capacity", "queued"),
        ("captured web; deal 3k", "deal"),
        ("captured web; deal 3k; lost price", "lost"),
        ("captured web; won 3k", "won"),
        ("captured web; disqualified", "closed"),
    ],
)
def test_what_is_not_with_marketing_cannot_be_handed_over(acme, past, state):
    lead_id = story(acme, past)
    with pytest.raises(NotReady, match=f"This lead is {state} already"):
        hand_over(acme, lead_id)


@pytest.mark.parametrize(
    ("role", "error"), [("reader", access.Forbidden), ("operator", access.Forbidden), ("salesperson", access.Unknown)]
)
def test_who_may_not_hand_over(acme, role, error):
    lead_id = acme.good_lead()
    with pytest.raises(error):
        hand_over(acme, lead_id, role=role)


# --- what goes over


def test_the_facts_of_a_hand_off_are_whole(acme):
    lead_id = acme.good_lead()
    seq = newest()
    went = hand_over(acme, lead_id)
    ana, ida = acme.people["salesperson"].pk, acme.people["marketer"].pk
    assert (went.owners, went.waiting, went.refused) == ({lead_id: ana}, {}, {})
    step, lane, version = "marketing to sales", "asked for a demo", 1
    # budget 18, employees 12, authority 10, timeframe 12, need 8, job title 6, form 10
    points = 76
    assert since(
        seq, "person_id", "by_id", "side", "step", "lane", "points", "pact_id", "pact_version", "field", "reason"
    ) == [
        ("qualified", None, ida, "marketing", step, lane, points, acme.pact_id, version, None, None),
        ("handed_over", ana, ida, "marketing", step, lane, points, acme.pact_id, version, None, "round_robin"),
        ("promised", ana, ida, "system", step, lane, None, acme.pact_id, version, "answer", None),
    ]
    # Tuesday 10:00 in Berlin: 15 working minutes for the first touch; 7.2 working hours, an hour of lunch between.
    due_s, answer_s = (
        NOW_S + 15 * MINUTE_S,
        NOW_S + 7 * HOUR_S + 30 * MINUTE_S + 15 * HOUR_S + 30 * MINUTE_S + 42 * MINUTE_S,
    )
    assert [f.due_s for f in FactRow.objects.filter(seq__gt=seq).order_by("seq")] == [None, due_s, answer_s]
    hand_off = HandOff.objects.get()
    assert (hand_off.owner_id, hand_off.points, hand_off.next_promise, hand_off.next_due_s, hand_off.is_open) == (
        ana, points, "first_touch", due_s, True,
    )  # fmt: skip
    assert hand_off.why == f"#{ana}: turn of 2"
    assert list(
        Clock.objects.order_by("promise").values_list("promise", "person_id", "due_s", "next_act", "next_s")
    ) == [
        ("answer", ana, answer_s, "remind", NOW_S + round(0.75 * 7.2 * HOUR_S) + HOUR_S),
        ("first_touch", ana, due_s, "remind", NOW_S + 675),
    ]
    assert list(Notice.objects.values_list("person_id", "kind", "hand_off_id")) == [(ana, "handed_over", hand_off.pk)]


def test_the_explanation_holds_numbers_and_no_names(acme):
    hand_off = acme.handed_over()
    said = hand_off.why + json.dumps(list(FactRow.objects.values_list("payload", flat=True)))
    for person in Person.objects.all():
        for word in (*person.name.split(), person.email):
            assert word not in said


def test_the_lane_is_the_first_that_fits(acme):
    lead_id = acme.good_lead()
    other = acme.lead("x2", company="Rix", email="r@rix.example", employees="50", job_title="Owner")
    acme.touch(other, "form_filled", "contact")
    fill(acme, other)
    assert [hand_over(acme, each).refused for each in (lead_id, other)] == [{}, {}]
    assert dict(HandOff.objects.values_list("lead_id", "lane")) == {lead_id: "asked for a demo", other: "scored"}
    # Four working hours from Tuesday 10:00, with an hour of lunch.
    assert Clock.objects.get(lead_id=other, promise="first_touch").due_s == NOW_S + 5 * HOUR_S


def test_on_a_busy_day_the_surge_promise_holds():
    text = (
        pact_file.starter()
        .replace("surge: {over: 50 a day", "surge: {over: 1 a day")
        .replace("form_filled, of: demo", "form_filled, of: fair")
    )
    acme = company(text=text)
    for name in ("x1", "x2"):
        hand_over(acme, acme.good_lead(name))
    # Two working days are 14.4 hours: the rest of Tuesday (6.5), Wednesday (7.5), and 0.4 on Thursday from 09:00.
    thursday = NOW_S - HOUR_S + 2 * DAY_S + 24 * MINUTE_S
    assert list(Clock.objects.filter(promise="first_touch").order_by("lead_id").values_list("due_s", flat=True)) == [
        NOW_S + 5 * HOUR_S, thursday,
    ]  # fmt: skip


def test_what_sales_types_later_does_not_change_the_points_of_the_hand_off(acme):
    hand_off = acme.handed_over()
    acme.touch(hand_off.lead_id, "event_visit", occurred_s=NOW_S + 60, recorded_s=NOW_S + 60)
    assert (HandOff.objects.get().points, FactRow.objects.get(kind="handed_over").points) == (76, 76)
    assert Lead.objects.get().points == 84


def test_a_lead_sent_back_can_be_handed_over_again(acme):
    hand_off = acme.handed_over()
    verdict.reject(actor=acme.owner(hand_off), hand_off_id=hand_off.pk, reason="no_need", now_s=NOW_S + 60)
    hand_over(acme, hand_off.lead_id, now_s=NOW_S + 120)
    assert list(HandOff.objects.order_by("pk").values_list("answer", "is_open")) == [
        ("rejected", False),
        ("open", True),
    ]


# --- many at once


def test_many_at_once_go_in_order_and_the_others_are_refused_with_their_reason(acme):
    good = [acme.good_lead(f"x{n}") for n in range(3)]
    bare, won = acme.lead("y", name="Bare"), story(acme, "captured web; won 3k")
    went = qualify.hand_over_all(actor=acme.actor("marketer"), lead_ids=[*good, bare, won, 999], now_s=NOW_S)
    ana, bo = acme.people["salesperson"].pk, acme.people["other"].pk
    assert went.owners == {good[0]: ana, good[1]: bo, good[2]: ana}
    assert went.waiting == {}
    assert went.refused[bare].startswith("Gate closed: ")
    assert went.refused[won] == "The lead is won already."
    assert went.refused[999] == "There is no lead 999 that you may hand over."
    assert sorted(Lead.objects.values_list("state", flat=True)) == ["handed_over"] * 3 + ["new", "won"]


def test_a_salesperson_hands_over_only_what_is_theirs(acme):
    lead_id = acme.good_lead()
    went = qualify.hand_over_all(actor=acme.actor("other"), lead_ids=[lead_id], now_s=NOW_S)
    assert (went.owners, went.refused) == ({}, {lead_id: f"There is no lead {lead_id} that you may hand over."})


@pytest.mark.parametrize(
    ("role", "may"),
    [("marketer", True), ("marketing_head", True), ("salesperson", False), ("sales_head", False)],
)
def test_of_many_only_those_that_one_may_hand_over_go(acme, role, may):
    """Marketing hands over every lead; sales none that it neither found nor owns."""
    lead_id = acme.good_lead()
    went = qualify.hand_over_all(actor=acme.actor(role), lead_ids=[lead_id], now_s=NOW_S)
    if may:
        assert (list(went.owners), went.waiting, went.refused) == ([lead_id], {}, {})
        return
    assert went == HandedOver(refused={lead_id: f"There is no lead {lead_id} that you may hand over."})
    assert Lead.objects.get().state == "new"


@pytest.mark.parametrize("role", ["operator", "reader"])
def test_who_hands_nothing_over_is_told_before_any_lead_is_looked_at(acme, role):
    with pytest.raises(access.Forbidden):
        qualify.hand_over_all(actor=acme.actor(role), lead_ids=[999], now_s=NOW_S)


@pytest.mark.parametrize("lead_id", [0, -1, 999, 2**63 - 1, 2**63, 10**30])
def test_an_id_that_is_no_leads_is_refused_and_keeps_nobody_back(acme, lead_id):
    good = acme.good_lead()
    went = qualify.hand_over_all(actor=acme.actor("marketer"), lead_ids=[lead_id, good, lead_id], now_s=NOW_S)
    assert (list(went.owners), went.refused) == (
        [good],
        {lead_id: f"There is no lead {lead_id} that you may hand over."},
    )
    with pytest.raises(access.Unknown, match=f"There is no lead {lead_id}"):
        qualify.hand_over(actor=acme.actor("marketer"), lead_id=lead_id, now_s=NOW_S)
