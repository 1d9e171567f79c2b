"""What people see of a lead: its page, its story in words, lists and search, and who sees which."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Lead
from leadpact.operations import capture, deals, handoff, qualify, sla, verdict
from leadpact.queries import leads
from leadpact.queries.lead_views import Acts, ClockView, DealView, Found, KnownField, LeadHead, Need
from tests.company import NOW_S, company
from tests.story import story

MINUTE_S, DAY_S = 60, 86_400


@pytest.fixture
def acme(db):
    return company()


def queries(act):
    with CaptureQueriesContext(
        connection,
    ) as seen:
        act()
    return len(seen)


# --- the page


def test_a_lead_before_the_gate(acme):
    lead_id = acme.lead(name="Nadia Rahman", company="Kessler", employees="420", country="DE", source="")
    page = leads.page(acme.actor("marketer"), lead_id, NOW_S + 60)
    assert page.lead == LeadHead(
        lead_id,
        "Nadia Rahman",
        "",
        "Kessler",
        "420 people, DE",
        "",
        "",
        "new",
        "With marketing",
        "",
        1,
        has_warning=False,
    )
    assert (page.clock, page.handoff_id, page.open_handoff_id, page.deals, page.why, page.older) == (
        None,
        None,
        None,
        (),
        "",
        None,
    )
    assert page.found == Found("marketing", "Web form", "")
    assert page.gate.is_open is False
    assert [(need.kind, need.label, need.is_met) for need in page.gate.needs] == [
        ("field", "Company", True),
        ("field", "Need", False),
        ("field", "Source", True),
        ("field", "Phone / E-mail", False),
        ("action", "Qualification call", False),
        ("points", "12 of 60 points", False),
        ("points", "12 of 20 for fit", False),
        ("points", "0 of 10 for interest", False),
        ("must", "Phone known, or e-mail known", False),
    ]
    assert page.acts == Acts(
        can_answer=False, can_log=True, can_qualify=True, can_hand_over=False, can_open_deal=False, can_edit=True,
        can_reassign=False,
    )  # fmt: skip
    assert page.fields[:3] == (
        KnownField("Company", "Kessler", True, True, "", page.fields[0].ask),
        KnownField("Need", "", False, True, "", page.fields[1].ask),
        KnownField("Source", "Web form", True, True, "", page.fields[2].ask),
    )  # fmt: skip
    assert [(f.label, f.value) for f in page.fields if f.is_known and not f.is_required] == [
        ("Country", "DE"), ("People", "420"), ("Name", "Nadia Rahman"),
    ]  # fmt: skip


@pytest.mark.parametrize("past", ["good", "bare", "faded"])
def test_the_points_shown_add_up_to_the_points(acme, past):
    lead_id = acme.lead(company="Kessler", employees="420") if past == "bare" else acme.good_lead()
    now_s = NOW_S
    if past == "faded":
        now_s = NOW_S + 20 * DAY_S
        sla.rescore_faded(now_s=now_s)
    page, lead = leads.page(acme.actor("marketer"), lead_id, now_s), Lead.objects.get()
    held = [row for row in page.score.rows if row.state == "held"]
    assert (page.score.points, sum(row.points for row in held)) == (lead.points, lead.points)
    assert len(page.score.rows) == 12
    assert page.score.line == 60
    assert {row.state for row in page.score.rows} <= {"held", "missed", "unknown"}


def test_a_point_names_who_said_it_and_when(acme):
    lead_id = acme.good_lead()
    rows = leads.page(acme.actor("marketer"), lead_id, NOW_S).score.rows
    said_at = datetime.fromtimestamp(NOW_S, UTC)
    assert [(row.points, row.state, row.fact, row.at) for row in rows] == [
        (18, "held", "Ida Brandt", said_at),  # budget
        (12, "held", "the buyer", said_at),  # people
        (10, "held", "Ida Brandt", said_at),  # authority
        (12, "held", "Ida Brandt", said_at),  # timeframe
        (8, "held", "Ida Brandt", said_at),  # need
        (6, "held", "the buyer", said_at),  # job title
        (4, "missed", "", None),  # tool today
        (12, "missed", "", None),  # prices
        (10, "held", "the buyer", said_at),  # form
        (8, "missed", "", None),  # material
        (8, "missed", "", None),  # event
        (0, "missed", "the buyer", said_at),  # country: known, which is what this row asks not to be
    ]
    assert (rows[0].asked_by, rows[0].because) == ("sales", "Without money there is no deal, however good the talk.")


def test_a_lead_with_its_owner(acme):
    hand_off = acme.handed_over()
    owner = acme.owner(hand_off)
    page = leads.page(owner, hand_off.lead_id, NOW_S + 3 * MINUTE_S)
    assert page.clock == ClockView("Call", "ok", 12 * MINUTE_S, 20, datetime.fromtimestamp(NOW_S + 15 * MINUTE_S, UTC))
    assert (page.handoff_id, page.open_handoff_id, page.stops, page.gate) == (hand_off.pk, hand_off.pk, "call", None)
    assert page.why == f"{owner.name}: next in turn of 2 people"
    assert page.acts == Acts(
        can_answer=True,
        can_log=True,
        can_qualify=False,
        can_hand_over=False,
        can_open_deal=True,
        can_edit=True,
        can_reassign=False,
    )
    assert [reason["code"] for reason in page.reasons_to_reject] == [
        "too_early", "no_budget", "no_need", "wrong_person", "not_reachable", "duplicate", "other",
    ]  # fmt: skip
    assert page.reasons_to_reject[1] == {"code": "no_budget", "label": "No budget"}
    head = leads.page(acme.actor("sales_head"), hand_off.lead_id, NOW_S + 60)
    assert (head.acts.can_reassign, head.colleagues) == (True, ((acme.people["other"].pk, "Bo Berg"),))
    assert leads.page(acme.actor("marketer"), hand_off.lead_id, NOW_S + 60).acts == Acts(
        can_answer=False, can_log=True, can_qualify=False, can_hand_over=False, can_open_deal=False, can_edit=True,
        can_reassign=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("minutes", "state", "left_s", "used"),
    [(11, "ok", 240, 73), (12, "risk", 180, 80), (15, "risk", 0, 100), (20, "late", -300, 100)],
)
def test_a_clock_near_its_end(acme, minutes, state, left_s, used):
    hand_off = acme.handed_over()
    clock = leads.page(acme.owner(hand_off), hand_off.lead_id, NOW_S + minutes * MINUTE_S).clock
    assert (clock.state, clock.left_s, clock.used_percent) == (state, left_s, used)


def test_a_deal_names_finder_and_closer(acme):
    hand_off = acme.handed_over()
    owner = acme.owner(hand_off)
    deal_id = deals.open_deal(actor=owner, lead_id=hand_off.lead_id, now_s=NOW_S + 60)
    deals.win(actor=owner, deal_id=deal_id, amount_minor=1_200_000, currency="EUR", now_s=NOW_S + 120)
    Lead.objects.update(found_by_id=acme.people["marketing_head"].pk)
    page = leads.page(owner, hand_off.lead_id, NOW_S + 180)
    assert page.deals == (
        DealView(
            deal_id,
            "Discovery",
            1_200_000,
            "EUR",
            "won",
            "Mia Head",
            owner.name,
            datetime.fromtimestamp(NOW_S + 120, UTC),
        ),
    )
    assert (page.score.points, page.score.rows, page.lead.state_words) == (0, (), "Won")
    assert [event.says for event in page.story[:4]] == [
        "Won: 12,000 EUR",
        "Deal opened: discovery",
        "Accepted",
        f"Handed over to {owner.name}, 76 points",
    ]


def test_a_returned_lead_is_judged_by_the_pact_of_today(acme):
    from leadpact.connectors import pact_file
    from leadpact.operations import pact

    hand_off = acme.handed_over()
    verdict.reject(actor=acme.owner(hand_off), hand_off_id=hand_off.pk, reason="no_need", now_s=NOW_S + 60)
    text = pact_file.starter().replace("comes_with: [company, need,", "comes_with: [company, need, language,")
    mia, sam = acme.actor("marketing_head"), acme.actor("sales_head")
    row = pact.propose(actor=mia, text=text, now_s=NOW_S + 70)
    pact.sign(actor=mia, pact_id=row.pk, now_s=NOW_S + 70)
    pact.sign(actor=sam, pact_id=row.pk, now_s=NOW_S + 70)
    page = leads.page(acme.actor("marketer"), hand_off.lead_id, NOW_S + 80)
    assert page.lead.pact_version == 2
    assert Need("field", "Language", is_met=False) in page.gate.needs
    assert page.gate.says == "Gate closed: language missing. Ask for it."


def test_a_page_asks_as_much_of_the_database_for_a_long_story_as_for_a_short_one(acme):
    hand_off = acme.handed_over()
    owner = acme.owner(hand_off)

    def ask():
        leads.page(owner, hand_off.lead_id, NOW_S + 9000)

    sla.log_attempt(actor=owner, lead_id=hand_off.lead_id, channel="call", outcome="no_answer", now_s=NOW_S + 60)
    ask()
    short = queries(ask)
    for number in range(5):
        sla.log_attempt(
            actor=owner,
            lead_id=hand_off.lead_id,
            channel="call",
            outcome="no_answer",
            note="x",
            now_s=NOW_S + 120 + number,
        )
    assert queries(ask) == short


def test_a_long_story_goes_on_where_it_stopped_even_when_facts_arrived_late(acme):
    lead_id = story(acme, "captured web; 60 calls by Ida")
    acme.touch(lead_id, "page_view", "pricing", occurred_s=NOW_S - 60 * DAY_S + 90 * MINUTE_S)
    actor = acme.actor("marketer")
    first = leads.page(actor, lead_id, NOW_S)
    rest = leads.page(actor, lead_id, NOW_S, before_seq=first.older)
    assert (len(first.story), first.older, rest.older) == (40, first.story[-1].seq, None)
    whole = [*first.story, *rest.story]
    assert len(whole) == len({event.seq for event in whole}) == 62
    assert whole == sorted(whole, key=lambda event: (event.at, event.seq), reverse=True)
    assert leads.page(actor, lead_id, NOW_S, before_seq=9_999).story == ()


def test_before_any_pact_the_values_are_shown_all_the_same(db):
    from leadpact.connectors.shapes import LeadShape
    from leadpact.operations import people

    form = people.PersonForm("op@acme.example", "Olga", "operator")
    people.set_up(company="A", zone="UTC", country="", operator=form, password="a long pass phrase", now_s=NOW_S)
    shape = LeadShape("x", "web", None, "web_form", values={"name": "Nadia", "country": "DE"})
    lead_id = capture.capture_lead(actor=access.SYSTEM, shape=shape, now_s=NOW_S).lead_id
    page = leads.page(access.SYSTEM, lead_id, NOW_S)
    assert [(field.label, field.value) for field in page.fields] == [
        ("Country", "DE"),
        ("Name", "Nadia"),
    ]
    assert (page.score.points, page.gate, page.lead.pact_version) == (0, None, None)


# --- who sees which


@pytest.mark.parametrize(
    ("role", "fresh", "handed"),
    [
        ("marketer", None, None),
        ("marketing_head", None, None),
        ("sales_head", None, None),
        ("operator", None, None),
        ("salesperson", access.Unknown, None),
        ("other", access.Unknown, access.Unknown),
        ("reader", access.Forbidden, access.Forbidden),
    ],
)
def test_who_sees_which_lead(acme, role, fresh, handed):
    hand_off = acme.handed_over("x1")
    assert hand_off.owner_id == acme.people["salesperson"].pk
    new = acme.lead("x2", name="Somebody")
    for lead_id, error in ((new, fresh), (hand_off.lead_id, handed)):
        if error is None:
            assert leads.page(acme.actor(role), lead_id, NOW_S).lead.id == lead_id
        else:
            with pytest.raises(error):
                leads.page(acme.actor(role), lead_id, NOW_S)


def test_a_key_sees_what_its_scopes_say(acme):
    lead_id = acme.lead(name="Nadia")
    reading = Actor(None, "key", "system", "BI", frozenset(("see_leads", "see_own_leads")))
    writing = Actor(None, "key", "system", "Form", frozenset(("capture_lead",)))
    assert leads.page(reading, lead_id, NOW_S).lead.id == lead_id
    with pytest.raises(access.Forbidden):
        leads.page(writing, lead_id, NOW_S)


def test_what_one_may_see_but_not_change_is_forbidden_not_unknown(acme):
    lead_id = acme.lead(name="Nadia")
    with pytest.raises(access.Forbidden, match="Only its owner or the head of the team may do this: Open a deal"):
        deals.open_deal(actor=acme.actor("sales_head"), lead_id=lead_id, now_s=NOW_S)
    with pytest.raises(access.Unknown, match=f"There is no lead {lead_id} that you may see"):
        deals.open_deal(actor=acme.actor("salesperson"), lead_id=lead_id, now_s=NOW_S)
    with pytest.raises(access.Unknown, match="There is no lead 999"):
        leads.page(acme.actor("marketer"), 999, NOW_S)


# --- forms


def test_the_form_to_mend_a_lead_offers_every_field_with_its_value(acme):
    lead_id = acme.lead(name="Nadia", budget="planned")
    title, fields = leads.edit_fields(acme.actor("marketer"), lead_id, NOW_S)
    by_name = {field.name: field for field in fields}
    assert (title, by_name["name"].value, by_name["budget"].value, by_name["need"].value) == (
        "Nadia",
        "Nadia",
        "planned",
        "",
    )
    assert ("approved", "Approved") in by_name["budget"].choices
    assert [field.name for field in fields if field.is_long] == ["need", "note"]
    with pytest.raises(access.Unknown):
        leads.edit_fields(acme.actor("salesperson"), lead_id, NOW_S)


def test_a_lead_without_a_name_is_called_by_what_is_known(acme):
    titles = []
    for number, values in enumerate(
        ({"company": "Kessler"}, {"email": "n@k.example"}, {"phone": "+49 30 901820"}, {"country": "DE"})
    ):
        lead_id = acme.lead(f"x{number}", **values)
        titles.append(leads.title_of(Lead.objects.get(pk=lead_id)))
    assert titles == ["Kessler", "n@k.example", "+49 30 901820", "Lead 4"]


def test_a_waiting_lead_says_so(acme):
    for person in acme.people.values():
        type(person).objects.filter(pk=person.pk, role="salesperson").update(is_active=False)
    lead_id = acme.good_lead()
    qualify.hand_over(actor=acme.actor("marketer"), lead_id=lead_id, now_s=NOW_S)
    page = leads.page(acme.actor("marketer"), lead_id, NOW_S)
    assert (page.lead.state_words, page.story[0].says, page.gate, page.acts.can_hand_over) == (
        "Waits for an owner", "Waits for an owner: nobody who may take it is there", None, False,
    )  # fmt: skip
    assert handoff.fill_short_lists(now_s=NOW_S) == 0
