"""Deals: opened, moved, won and lost, and what a lead becomes by them."""

import pytest

from leadpact.connectors import pact_file
from leadpact.ledger import access
from leadpact.ledger.models import Clock, Deal, FactRow, HandOff, Lead, Notice
from leadpact.operations import deals, pact
from leadpact.operations.deals import WrongDeal
from tests.company import NOW_S, company
from tests.story import story

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return company()


@pytest.fixture
def hand_off(acme):
    return acme.handed_over()


def open_deal(actor, lead_id, now_s=NOW_S + 600, **more):
    return deals.open_deal(actor=actor, lead_id=lead_id, now_s=now_s, **more)


def win(actor, deal_id, amount_minor=1_200_000, currency="EUR", now_s=NOW_S + 900):
    deals.win(actor=actor, deal_id=deal_id, amount_minor=amount_minor, currency=currency, now_s=now_s)


def since(seq):
    rows = FactRow.objects.filter(seq__gt=seq).order_by("seq")
    return list(
        rows.values_list("kind", "stage", "amount_minor", "currency", "reason", "person_id", "by_id", "worked_s")
    )


def newest():
    return FactRow.objects.order_by("-seq").values_list("seq", flat=True).first()


def test_a_deal_from_opened_to_won(acme, hand_off):
    owner, seq = acme.owner(hand_off), newest()
    deal_id = open_deal(owner, hand_off.lead_id, amount_minor=1_000_000)
    deals.move_stage(actor=owner, deal_id=deal_id, stage="proposal", now_s=NOW_S + 700)
    deals.move_stage(actor=owner, deal_id=deal_id, stage="proposal", now_s=NOW_S + 800)
    win(owner, deal_id, currency="eur")
    me = owner.id
    assert since(seq) == [
        ("accepted", None, None, None, None, me, me, 600),
        ("deal_opened", "discovery", 1_000_000, "EUR", None, me, me, 600),
        ("stage_changed", "proposal", None, None, None, me, me, None),
        ("won", "proposal", 1_200_000, "EUR", None, me, me, None),
    ]
    deal = Deal.objects.get()
    assert (deal.state, deal.stage, deal.amount_minor, deal.currency, deal.opened_s, deal.closed_s, deal.closer_id) == (
        "won", "proposal", 1_200_000, "EUR", NOW_S + 600, NOW_S + 900, me,
    )  # fmt: skip
    lead = Lead.objects.get()
    assert (lead.state, lead.owner_id, lead.reason, lead.points) == ("won", me, None, None)
    assert dict(Clock.objects.values_list("promise", "state")) == {
        "answer": "kept",
        "attempts": "kept",
        "first_touch": "kept",
    }
    assert Clock.objects.get(promise="first_touch").worked_s == 600
    hand_off.refresh_from_db()
    assert (hand_off.answer, hand_off.is_open) == ("accepted", False)
    told = Notice.objects.filter(kind="won").values_list("person_id", flat=True)
    assert list(told) == [acme.people["marketer"].pk]


def test_a_lost_deal_keeps_its_stage_and_reason_and_the_note_apart(acme, hand_off):
    owner = acme.owner(hand_off)
    deal_id = open_deal(owner, hand_off.lead_id, stage="negotiation")
    deals.lose(actor=owner, deal_id=deal_id, reason="competitor", now_s=NOW_S + 900, note="Holt Ltd was cheaper")
    deal = Deal.objects.get()
    assert (deal.state, deal.stage, deal.reason, deal.closed_s) == ("lost", "negotiation", "competitor", NOW_S + 900)
    assert (Lead.objects.get().state, Lead.objects.get().reason) == ("lost", "competitor")
    assert "Holt" not in str(list(FactRow.objects.values()))


def test_a_second_deal_after_a_lost_one(acme, hand_off):
    owner = acme.owner(hand_off)
    first = open_deal(owner, hand_off.lead_id)
    deals.lose(actor=owner, deal_id=first, reason="price", now_s=NOW_S + 700)
    second = open_deal(owner, hand_off.lead_id, now_s=NOW_S + 800)
    lead = Lead.objects.get()
    assert (second > first, lead.state, lead.reason, lead.owner_id) == (True, "deal", None, owner.id)
    win(owner, second)
    assert dict(Deal.objects.values_list("pk", "state")) == {first: "lost", second: "won"}
    assert Lead.objects.get().state == "won"


@pytest.mark.parametrize("act", ["win", "lose", "move"])
def test_a_closed_deal_stays_as_it_is(acme, hand_off, act):
    owner = acme.owner(hand_off)
    deal_id = open_deal(owner, hand_off.lead_id)
    win(owner, deal_id)
    seq = newest()
    again = {
        "win": lambda: win(owner, deal_id),
        "lose": lambda: deals.lose(actor=owner, deal_id=deal_id, reason="price", now_s=NOW_S + 950),
        "move": lambda: deals.move_stage(actor=owner, deal_id=deal_id, stage="proposal", now_s=NOW_S + 950),
    }
    with pytest.raises(WrongDeal, match=f"Deal {deal_id} is won already. Open a new one on the lead"):
        again[act]()
    assert since(seq) == []


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (
            {"stage": "closing"},
            "'closing' is not a stage of the pact; choose one of: discovery, proposal, negotiation.",
        ),
        (
            {"amount_minor": 5, "currency": "EURO"},
            "'EURO' is not a currency in use; give its three letters (ISO 4217), such as EUR.",
        ),
        (
            {"amount_minor": -1},
            "-1 is no amount of a deal; give one between 0 and 1000000000000000 in minor units such as cents.",
        ),
        (
            {"amount_minor": 10**16},
            "10000000000000000 is no amount of a deal; give one between 0 and 1000000000000000 in minor units such as cents.",
        ),
    ],
)
def test_what_cannot_be_opened(acme, hand_off, more, says):
    seq = newest()
    with pytest.raises(WrongDeal) as wrong:
        open_deal(acme.owner(hand_off), hand_off.lead_id, **more)
    assert (str(wrong.value), since(seq)) == (says, [])


def test_a_wrong_reason_or_stage_or_amount_changes_nothing(acme, hand_off):
    owner = acme.owner(hand_off)
    deal_id = open_deal(owner, hand_off.lead_id)
    seq = newest()
    with pytest.raises(
        WrongDeal, match=r"'weather' is not an agreed reason for a loss; choose one of: price, no_decision"
    ):
        deals.lose(actor=owner, deal_id=deal_id, reason="weather", now_s=NOW_S + 900)
    with pytest.raises(WrongDeal, match="'won' is not a stage of the pact"):
        deals.move_stage(actor=owner, deal_id=deal_id, stage="won", now_s=NOW_S + 900)
    for amount, currency in ((-1, "EUR"), (1, "XXX"), (1, "")):
        with pytest.raises(WrongDeal):
            win(owner, deal_id, amount, currency)
    assert (since(seq), Deal.objects.get().state) == ([], "open")


def test_the_head_may_close_it_and_the_owner_is_named_as_closer(acme, hand_off):
    owner, head = acme.owner(hand_off), acme.actor("sales_head")
    deal_id = open_deal(owner, hand_off.lead_id)
    win(head, deal_id)
    won = FactRow.objects.get(kind="won")
    assert (won.by_id, won.person_id, Deal.objects.get().closer_id) == (head.id, owner.id, owner.id)


def test_a_deal_opened_by_the_head_accepts_nothing(acme, hand_off):
    open_deal(acme.actor("sales_head"), hand_off.lead_id)
    assert HandOff.objects.get().answer == "open"
    assert FactRow.objects.filter(kind="accepted").count() == 0


@pytest.mark.parametrize("past", ["captured web; disqualified", "captured web; merged into 999"])
def test_no_deal_begins_on_a_lead_that_is_closed_or_merged(acme, past):
    lead_id = story(acme, past)
    with pytest.raises(WrongDeal, match="no deal can begin there"):
        open_deal(access.SYSTEM, lead_id)


def test_a_deal_on_a_waiting_lead_takes_it_out_of_the_queue(acme):
    lead_id = story(acme, "captured cold by Ana; qualified 70; queued capacity for 14 days")
    open_deal(acme.actor("salesperson"), lead_id)
    lead = Lead.objects.get()
    assert (lead.state, lead.queued_s, lead.owner_id) == ("deal", None, acme.people["salesperson"].pk)
    assert Clock.objects.get().state == "late"


def test_stages_and_reasons_are_those_of_the_pact_the_lead_was_handed_over_by(acme, hand_off):
    text = pact_file.starter().replace("stages: [discovery,", "stages: [first_talk, discovery,")
    mia, sam = acme.actor("marketing_head"), acme.actor("sales_head")
    row = pact.propose(actor=mia, text=text, now_s=NOW_S + 1)
    pact.sign(actor=mia, pact_id=row.pk, now_s=NOW_S + 1)
    pact.sign(actor=sam, pact_id=row.pk, now_s=NOW_S + 1)
    owner = acme.owner(hand_off)
    deal_id = open_deal(owner, hand_off.lead_id)
    assert Deal.objects.get().stage == "discovery"
    deals.lose(actor=owner, deal_id=deal_id, reason="price", now_s=NOW_S + 700)
    open_deal(owner, hand_off.lead_id, now_s=NOW_S + 800)
    assert set(Deal.objects.values_list("stage", flat=True)) == {"discovery"}
    own = acme.lead("y1", name="Own")
    story(acme, "reassigned to Ana", lead_id=own, start_s=NOW_S)
    open_deal(acme.actor("salesperson"), own, now_s=NOW_S + 900)
    assert Deal.objects.get(lead_id=own).stage == "first_talk"


@pytest.mark.parametrize(
    ("role", "error"),
    [
        ("other", access.Unknown),
        ("marketer", access.Forbidden),
        ("operator", access.Forbidden),
        ("reader", access.Forbidden),
    ],
)
def test_whose_deals(acme, hand_off, role, error):
    deal_id = open_deal(acme.owner(hand_off), hand_off.lead_id)
    with pytest.raises(error):
        win(acme.actor(role), deal_id)
    with pytest.raises(error):
        open_deal(acme.actor(role), hand_off.lead_id)
    assert Deal.objects.get().state == "open"


def test_no_such_deal(acme):
    with pytest.raises(access.Unknown, match="There is no deal 99"):
        win(acme.actor("salesperson"), 99)
