"""Marketing's desk: what each lead still needs, which may cross, and the short call form."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadpact.connectors import pact_file
from leadpact.ledger.access import Forbidden, Unknown
from leadpact.ledger.models import HandOff, Lead
from leadpact.ledger.writer import Draft, recording
from leadpact.operations import capture, qualify, verdict
from leadpact.queries import handoff_desk
from leadpact.queries.handoff_desk import Action, Asked, Chosen, Row
from leadpact.queries.lead_views import Found, Need
from leadpact.queries.leads import at
from leadpact.queries.shell import frame
from leadpact.rules.facts import Fact
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
HOUR = 3600


@pytest.fixture
def acme():
    return company()


def page(acme, **asked):
    return handoff_desk.page(acme.actor("marketer"), NOW_S + HOUR, **asked)


def ids(found):
    return [row.lead_id for row in found.rows]


def test_a_row_says_what_is_missing_first(acme):
    lead_id = acme.lead("x1", name="Cold Lead", company="Cold Ltd", email="c@cold.example", employees="40")
    assert page(acme).rows == (
        Row(
            lead_id=lead_id,
            name="Cold Lead",
            job_title="",
            company="Cold Ltd",
            facts="40 people",
            points=12,
            line=60,
            found=Found("marketing", "Web form", ""),
            needs=(
                Need("field", "Need", is_met=False),
                Need("action", "Qualification call", is_met=False),
                Need("points", "12 of 60 points", is_met=False),
                Need("points", "12 of 20 for fit", is_met=False),
                Need("points", "0 of 10 for interest", is_met=False),
                Need("field", "Company", is_met=True),
                Need("field", "Source", is_met=True),
                Need("field", "Phone / E-mail", is_met=True),
            ),
            missing=5,
            is_ready=False,
            came_back="",
            captured_at=at(NOW_S),
        ),
    )


def test_conditions_that_forbid_a_hand_off_are_named(acme):
    lead_id = acme.good_lead("x1", do_not_contact="true")
    row = next(row for row in page(acme).rows if row.lead_id == lead_id)
    assert row.needs[0] == Need("never", "not while: Do not contact yes", is_met=False)
    assert (row.missing, row.is_ready) == (1, False)


def test_what_may_cross_comes_first_on_its_page(acme):
    rich = acme.lead("rich", name="R", company="R", email="r@r.example", employees="40", budget="approved", authority="decides",
                     timeframe_months="2", need="much", job_title="Head", tool_today="x")  # fmt: skip
    ready = acme.good_lead("ready", employees="9999", job_title="Clerk")
    assert Lead.objects.get(pk=rich).points > Lead.objects.get(pk=ready).points
    found = page(acme)
    assert ids(found) == [ready, rich]
    assert [row.is_ready for row in found.rows] == [True, False]
    assert found.ready == (ready,)


def test_views_divide_the_desk_and_count_like_the_navigation(acme):
    ready = acme.good_lead("ready")
    cold = acme.lead("cold", name="Cold", company="C", email="c@c.example")
    typed = capture.type_in_lead(actor=acme.actor("marketer"), values={"name": "Typed in"}, source="fair", now_s=NOW_S)
    back = acme.handed_over("back")
    verdict.reject(actor=acme.owner(back), hand_off_id=back.pk, reason="wrong_person", now_s=NOW_S + 60)
    by_view = {view: set(ids(page(acme, view=view))) for view in handoff_desk.VIEWS}
    assert by_view == {
        "all": {ready, cold, typed.lead_id, back.lead_id},
        "ready": {ready, back.lead_id},
        "mine": {typed.lead_id, back.lead_id},
        "returned": {back.lead_id},
        "uncovered": set(),
    }
    found = page(acme)
    assert found.counts == {view: len(members) for view, members in by_view.items()}
    assert frame(acme.actor("marketer"), NOW_S + HOUR).counts["desk"] == found.counts["all"]
    assert (set(found.ready), found.at_once) == ({ready, back.lead_id}, (ready,))
    assert next(row.came_back for row in found.rows if row.lead_id == back.lead_id) == "Wrong person"


def test_leads_that_went_over_are_not_on_the_desk(acme):
    acme.handed_over("x1")
    assert page(acme).rows == ()


@pytest.mark.parametrize("view", ["all", "mine"])
def test_pages_follow_each_other_without_gap_or_double(acme, view):
    marketer = acme.people["marketer"].pk
    with recording(NOW_S) as book:  # No scorer: the points are set below.
        made = [book.new_lead_id() for _ in range(9)]
        book.append(
            [Draft(Fact(0, "", "captured", NOW_S, 0, lead_id=each, side="marketing", by_id=marketer)) for each in made]
        )
    for each, points in zip(made, (5, 7, None, 7, -2, 7, None, 0, 5), strict=True):
        Lead.objects.filter(pk=each).update(points=points, state="returned" if each % 2 else "new")
    order = sorted(made, key=lambda each: (-(p if (p := Lead.objects.get(pk=each).points) is not None else -99), each))
    found, after = [], ""
    for _page in range(5):
        desk = page(acme, view=view, after=after, limit=2)
        found += ids(desk)
        after = desk.after
    assert (found, after) == (order, "")
    assert ids(page(acme, after="nonsense", limit=2)) == order[:2]


def test_only_the_best_are_asked_whether_they_may_cross(acme, monkeypatch):
    monkeypatch.setattr(handoff_desk, "LOOKED_AT", 2)
    made = [acme.good_lead(f"x{number}") for number in range(3)]
    found = page(acme)
    assert (found.looked_at, found.ready, found.counts["ready"]) == (2, tuple(made[:2]), 2)
    assert [row.is_ready for row in found.rows] == [True, True, True]


def test_without_an_action_in_the_pact_points_and_fields_decide():
    text = pact_file.starter().replace("    after: [qualification_call]\n", "")
    acme = company(text=text)
    lead_id = acme.lead("x1", name="N", company="N", email="n@n.example", need="much")
    acme.touch(lead_id, "form_filled", "demo")
    assert page(acme).ready == (lead_id,)


def test_the_form_asks_what_the_pact_asks_with_what_is_known(acme):
    lead_id = acme.lead("x1", name="No Company", phone="+49 30 901820", budget="planned", need="Too slow\nand dear")
    assert page(acme, lead_id=lead_id).chosen == Chosen(
        lead_id,
        "No Company",
        "",
        "+49 30 901820",
        (
            Asked(
                "budget",
                "Budget",
                "Budget?",
                "coded",
                (("approved", "Approved"), ("planned", "Planned"), ("none", "None")),
                "planned",
            ),
            Asked(
                "authority",
                "Authority",
                "Who decides?",
                "coded",
                (("decides", "Decides"), ("influences", "Influences"), ("none", "None")),
                "",
            ),
            Asked("need", "Need", "What should it solve?", "lines", (), "Too slow\nand dear"),
            Asked("timeframe_months", "Timeframe (months)", "When to start?", "number", (), ""),
            Asked("company", "Company", "Which company?", "text", (), ""),
        ),
        (Action("qualification_call", "Qualification call", is_done=False),),
    )


def test_the_pacts_own_fields_are_asked_too():
    text = pact_file.starter().replace(
        "qualification: [",
        "fields:\n  pallets: {type: number, label: Pallets a day}\n  start_on: {type: date, label: Start}\nqualification: [",
    )
    acme = company(text=text)
    lead_id = acme.lead("x1", name="N", company="N", email="n@n.example", need="much", pallets="12")
    asked = page(acme, lead_id=lead_id).chosen.fields
    assert [(each.name, each.kind, each.value) for each in asked[-2:]] == [
        ("pallets", "number", "12"),
        ("start_on", "date", ""),
    ]


def test_the_form_is_for_leads_that_have_not_gone_over(acme):
    hand_off = acme.handed_over("x1")
    assert page(acme, lead_id=hand_off.lead_id).chosen is None
    with pytest.raises(Unknown):
        page(acme, lead_id=999)


def test_the_desk_is_marketings(acme):
    for role in ("salesperson", "sales_head", "operator", "reader"):
        with pytest.raises(Forbidden):
            handoff_desk.page(acme.actor(role), NOW_S)
    assert handoff_desk.page(acme.actor("marketing_head"), NOW_S).rows == ()


def test_sales_qualify_their_own(acme):
    ana = acme.actor("salesperson")
    taken = capture.type_in_lead(actor=ana, values={"name": "Mine", "company": "M"}, source="fair", now_s=NOW_S)
    other = acme.lead("x1", name="Not mine")
    assert handoff_desk.form_of(ana, taken.lead_id, NOW_S).name == "Mine"
    with pytest.raises(Unknown):
        handoff_desk.form_of(ana, other, NOW_S)


def test_a_desk_costs_the_same_queries_whatever_its_length(acme):
    counts = {}
    for number in range(20):
        acme.good_lead(f"x{number}")
        if number + 1 in (1, 3, 20):
            with CaptureQueriesContext(connection) as queries:
                assert len(page(acme, lead_id=1).rows) == number + 1
            counts[number + 1] = len(queries)
    assert counts == dict.fromkeys((1, 3, 20), counts[1])
    assert counts[1] <= 28


def test_all_ready_ones_go_over_at_once(acme):
    made = [acme.good_lead(f"x{number}") for number in range(3)]
    cold = acme.lead("cold", name="Cold")
    result = qualify.hand_over_all(actor=acme.actor("marketer"), lead_ids=[*page(acme).ready, cold], now_s=NOW_S + HOUR)
    assert sorted(result.owners) == made
    assert list(result.refused) == [cold]
    assert HandOff.objects.count() == 3
