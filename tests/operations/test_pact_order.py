"""Two product lines, each with its pact, and leads of neither: who judges what, in which order, and what nobody drops."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadpact.connectors import pact_file
from leadpact.ledger.models import Clock, HandOff, Lead
from leadpact.ledger.rulebook import in_force
from leadpact.operations import pact, qualify, refresh
from leadpact.operations.pact import NotToSign
from leadpact.queries import doctor, evidence, handoff_desk, handoff_shortlist, lead_list, leads, pact_order, scoreboard
from leadpact.queries.pact_order import Overlap
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db


def line(name, covers, order="", touch="15 working minutes"):
    text = pact_file.starter().replace("pact: Our pact", f"pact: {name}").replace("15 working minutes", touch)
    return text.replace("covers: everyone ", f"covers: {covers}\n{order} ", 1)


MACHINES = line("Machines", "{field: industry, is: [logistics, food]}", "order: 2")
PARTS = line("Parts", "{field: industry, is: [retail, food]}", "order: 1", "1 working hour")


def signed(acme, text, now_s=NOW_S + 60):
    row = pact.propose(actor=acme.actor("marketing_head"), text=text, now_s=now_s)
    for role in ("marketing_head", "sales_head"):
        row = pact.sign(actor=acme.actor(role), pact_id=row.pk, now_s=now_s)
    return row


@pytest.fixture
def acme():
    made = company(text=MACHINES)
    made.parts_id = signed(made, PARTS).pk
    made.now_s = NOW_S + 120
    return made


def test_the_first_in_order_that_covers_a_lead_judges_it(acme):
    assert [held.pact.name for held in in_force(acme.now_s)] == ["Parts", "Machines"]
    kinds = {"machine": "logistics", "part": "retail", "both": "food", "neither": "education"}
    ids = {name: acme.good_lead(name, industry=industry) for name, industry in kinds.items()}
    judged = dict(Lead.objects.values_list("pk", "points_pact_id"))
    assert judged == {
        ids["machine"]: acme.pact_id, ids["part"]: acme.parts_id, ids["both"]: acme.parts_id, ids["neither"]: None,
    }  # fmt: skip
    marketer, now_s = acme.actor("marketer"), acme.now_s
    desk = handoff_desk.page(marketer, now_s)
    assert {row.lead_id for row in desk.rows} == set(ids.values())
    assert set(desk.ready) == set(ids.values()) - {ids["neither"]}
    assert desk.counts["uncovered"] == 1
    assert [row.lead_id for row in handoff_desk.page(marketer, now_s, view="uncovered").rows] == [ids["neither"]]
    assert [row.id for row in lead_list.listing(marketer, now_s, state="uncovered").rows] == [ids["neither"]]
    assert leads.page(marketer, ids["neither"], now_s).lead.pact_version is None
    assert leads.page(marketer, ids["part"], now_s).lead.pact_version == 1


def test_each_hand_off_has_the_clocks_of_its_own_pact(acme):
    for name, industry in (("machine", "logistics"), ("part", "retail")):
        lead_id = acme.good_lead(name, industry=industry)
        qualify.hand_over(actor=acme.actor("marketer"), lead_id=lead_id, now_s=acme.now_s)
    hands = {hand.pact_id: hand for hand in HandOff.objects.all()}
    assert set(hands) == {acme.pact_id, acme.parts_id}
    waits = {
        pact_id: Clock.objects.get(hand_off_id=hand.pk, promise="first_touch").due_s - acme.now_s
        for pact_id, hand in hands.items()
    }
    assert waits == {acme.pact_id: 15 * 60, acme.parts_id: 3600}
    rows = handoff_shortlist.page(acme.actor("sales_head"), acme.now_s).rows
    assert {row.handoff_id for row in rows} == {hand.pk for hand in hands.values()}
    board = scoreboard.board(acme.actor("reader"), acme.now_s + 7200)
    assert board.has_pact
    assert board.goal is not None


def test_the_page_says_how_many_leads_each_judges_and_which_fit_two(acme):
    for name, industry in (("a", "logistics"), ("b", "retail"), ("c", "food"), ("d", "food"), ("e", "education")):
        acme.good_lead(name, industry=industry)
    found = pact_order.places(acme.actor("reader"), acme.now_s)
    assert [(each.place, each.order, each.name, each.leads) for each in found.pacts] == [
        (1, 1, "Parts", 3), (2, 2, "Machines", 1),
    ]  # fmt: skip
    assert (found.overlaps, found.looked_at) == ((Overlap("Parts", "Machines", 2),), 5)
    assert (found.uncovered, found.never) == (1, ())
    check = next(each for each in doctor.checks(acme.now_s) if each.name == "pact")
    assert (check.is_well, check.says) == (False, "1 open leads are covered by no pact")


def test_a_pact_for_every_lead_hides_those_behind_it(acme):
    signed(
        acme, line("Everything", "everyone").replace("covers: everyone\n ", "covers: everyone\norder: 3 "), NOW_S + 100
    )
    assert pact_order.places(acme.actor("reader"), acme.now_s).never == ()
    signed(acme, MACHINES.replace("order: 2", "order: 4"), NOW_S + 110)
    assert pact_order.places(acme.actor("reader"), acme.now_s).never == ("Machines",)


@pytest.mark.parametrize(("order", "says"), [("order: 2", "both have place 2"), ("order: 1", "both have place 1")])
def test_two_pacts_with_one_place_are_not_signed(acme, order, says):
    row = pact.propose(actor=acme.actor("marketing_head"), text=line("Service", "everyone", order), now_s=acme.now_s)
    with pytest.raises(NotToSign, match=f"would hold at once, and {says}"):
        pact.sign(actor=acme.actor("sales_head"), pact_id=row.pk, now_s=acme.now_s)


def test_two_pacts_without_a_place_are_not_signed():
    acme = company()
    row = pact.propose(actor=acme.actor("marketing_head"), text=line("Service", "everyone"), now_s=NOW_S)
    with pytest.raises(NotToSign, match="none names its place"):
        pact.sign(actor=acme.actor("marketing_head"), pact_id=row.pk, now_s=NOW_S)


def test_overlaps_are_looked_for_with_as_many_questions_however_many_leads(acme):
    counted = "{any: [{account_leads: {at_least: 1}}, {field: industry, is: [logistics, food]}]}"
    text = line("Machines", counted, "order: 2").replace("version: 1", "version: 2")
    assert signed(acme, text, NOW_S + 180).name == "Machines"
    asked = []
    for many in (1, 5):
        for n in range(many):
            acme.good_lead(f"of{many}-{n}", industry="food")
        with CaptureQueriesContext(connection) as queries:
            found = pact_order.places(acme.actor("marketer"), acme.now_s + 120)
        asked.append(len(queries))
    assert found.looked_at == 6
    assert asked[0] == asked[1]


def test_a_measure_is_asked_of_one_pact(acme):
    for name, industry in (("a", "logistics"), ("b", "retail"), ("c", "food")):
        acme.handed_over(name, industry=industry)
    asked = lambda **more: refresh.run_now(name="funnel", parameters=more, now_s=acme.now_s)["sentence_args"]["leads"]  # noqa: E731 - asked often
    assert (asked(), asked(pact="Parts"), asked(pact="Machines")) == (3, 2, 1)
    assert asked(pact="Parts", version="1") == 2
    page = evidence.measure_page(acme.actor("reader"), "funnel", {"pact": "Parts"}, now_s=acme.now_s)
    assert page.offer.pacts == ("Machines", "Parts")
    with pytest.raises(evidence.WrongQuestion, match="There are: Machines, Parts"):
        asked(pact="Pirts")
