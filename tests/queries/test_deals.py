"""Deals as people see them: the list by stage, one deal with finder, closer and helpers, and whose they are."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadpact.ledger import access
from leadpact.ledger.models import Lead
from leadpact.operations import deals as act
from leadpact.operations import sla
from leadpact.queries import deals, leads
from leadpact.queries.deals import DealLine, OpenForm, StageCount
from tests.company import NOW_S, company
from tests.story import story

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return company()


def opened(acme, name="x1", **more):
    hand_off = acme.handed_over(name)
    owner = acme.owner(hand_off)
    deal_id = act.open_deal(actor=owner, lead_id=hand_off.lead_id, now_s=NOW_S + 60, **more)
    return owner, deal_id


def at(at_s):
    return datetime.fromtimestamp(at_s, UTC)


def test_a_won_deal_names_finder_closer_and_who_helped(acme):
    owner, deal_id = opened(acme, amount_minor=900_000)
    lead_id, head = Lead.objects.get().pk, acme.actor("sales_head")
    sla.log_attempt(actor=head, lead_id=lead_id, channel="call", outcome="reached", now_s=NOW_S + 70)
    act.win(actor=owner, deal_id=deal_id, amount_minor=1_200_000, currency="EUR", now_s=NOW_S + 120)
    page = deals.page(acme.actor("marketer"), deal_id, NOW_S + 180)
    assert page.line == DealLine(
        deal_id, lead_id, "Nadia x1", "Kessler x1", "Discovery", "won", 1_200_000, "EUR", owner.name, "Ida Brandt", "marketing",
        at(NOW_S + 60), at(NOW_S + 120),
    )  # fmt: skip
    assert (page.reason, page.qualified_by, page.may_change) == ("", "Ida Brandt", False)
    assert page.helpers == ("Sam Head",)
    assert page.story[0].says == "Won: 12,000 EUR"


@pytest.mark.parametrize(
    ("past", "finder", "qualified_by"),
    [
        ("captured web by Mia; qualified 70; handed over to Ana; won 3k", "Mia Head", "Ida Brandt"),
        ("captured web; qualified 70; handed over to Ana; won 3k", "Ida Brandt", "Ida Brandt"),
        ("captured cold by Ana; won 3k", "Ana Lind", ""),
        ("captured web; handed over to Ana; won 3k", "", ""),
    ],
)
def test_whoever_closes_is_not_named_as_finder_for_want_of_another(acme, past, finder, qualified_by):
    lead_id = story(acme, past)
    (line,) = deals.listing(acme.actor("operator"), NOW_S, state="won").rows
    assert (line.finder, line.owner) == (finder, "Ana Lind")
    assert deals.page(acme.actor("operator"), line.id, NOW_S).qualified_by == qualified_by
    assert leads.page(acme.actor("operator"), lead_id, NOW_S).deals[0].finder == finder


def test_of_history_whoever_opened_the_deal_for_another_found_it(acme):
    lead_id = story(acme, "captured web")
    ida, ana = acme.people["marketer"].pk, acme.people["salesperson"].pk
    acme.touch(lead_id, "won", deal_id=5, by_id=ida, person_id=ana, side="sales", amount_minor=5, currency="EUR")
    (line,) = deals.listing(acme.actor("operator"), NOW_S, state="won").rows
    assert (line.finder, line.owner) == ("Ida Brandt", "Ana Lind")


def test_an_open_deal_offers_the_pacts_stages_and_reasons(acme):
    owner, deal_id = opened(acme)
    page = deals.page(owner, deal_id, NOW_S + 61)
    assert page.may_change is True
    assert page.stages == (("discovery", "Discovery"), ("proposal", "Proposal"), ("negotiation", "Negotiation"))
    assert page.loss_reasons[:2] == (("price", "Price"), ("no_decision", "No decision"))
    assert deals.page(acme.actor("marketer"), deal_id, NOW_S + 61).may_change is False
    assert deals.page(acme.actor("sales_head"), deal_id, NOW_S + 61).may_change is True


def test_a_lost_deal_says_why_in_words(acme):
    owner, deal_id = opened(acme)
    act.lose(actor=owner, deal_id=deal_id, reason="no_decision", now_s=NOW_S + 120)
    assert deals.page(owner, deal_id, NOW_S + 121).reason == "No decision"


def test_the_stages_are_counted_with_their_money(acme):
    opened(acme, "x1", amount_minor=100)
    opened(acme, "x2", amount_minor=250)
    opened(acme, "x3", stage="proposal", amount_minor=7, currency="USD")
    opened(acme, "x4", stage="proposal")
    listed = deals.listing(acme.actor("sales_head"), NOW_S + 61)
    assert listed.stages == (
        StageCount("discovery", "Discovery", 2, ((350, "EUR"),)),
        StageCount("proposal", "Proposal", 2, ((7, "USD"),)),
        StageCount("negotiation", "Negotiation", 0, ()),
    )
    assert [line.name for line in listed.rows] == ["Nadia x4", "Nadia x3", "Nadia x2", "Nadia x1"]
    assert [line.name for line in deals.listing(acme.actor("sales_head"), NOW_S, stage="proposal").rows] == [
        "Nadia x4",
        "Nadia x3",
    ]
    assert deals.listing(acme.actor("sales_head"), NOW_S, state="won").rows == ()


def test_the_list_goes_on_by_its_mark(acme):
    for _ in range(27):
        story(acme, "captured web; deal 3k")
    head = acme.actor("sales_head")
    first = deals.listing(head, NOW_S)
    second = deals.listing(head, NOW_S, after=first.next)
    ids = [line.id for line in (*first.rows, *second.rows)]
    assert (len(first.rows), len(second.rows), second.next) == (25, 2, "")
    assert ids == sorted(ids, reverse=True)
    assert len(set(ids)) == 27


def test_a_list_asks_as_much_for_three_rows_as_for_one(acme):
    head = acme.actor("sales_head")

    def ask():
        with CaptureQueriesContext(connection) as seen:
            deals.listing(head, NOW_S)
        return len(seen)

    story(acme, "captured web by Ida; deal 3k")
    one = ask()
    story(acme, "captured web by Mia; deal 3k")
    story(acme, "captured web; deal 3k")
    assert ask() == one


def test_everybody_sees_the_deals_they_may(acme):
    owner, deal_id = opened(acme)
    other = acme.actor("other")
    assert owner.id != other.id
    for role in ("marketer", "marketing_head", "sales_head", "operator"):
        assert [line.id for line in deals.listing(acme.actor(role), NOW_S).rows] == [deal_id]
    assert [line.id for line in deals.listing(owner, NOW_S).rows] == [deal_id]
    assert deals.listing(other, NOW_S).rows == ()
    with pytest.raises(access.Unknown, match=f"There is no deal {deal_id} that you may see"):
        deals.page(other, deal_id, NOW_S)
    with pytest.raises(access.Forbidden):
        deals.listing(acme.actor("reader"), NOW_S)
    with pytest.raises(access.Unknown):
        deals.page(owner, 999, NOW_S)


def test_the_form_of_a_new_deal(acme):
    hand_off = acme.handed_over()
    stages = (("discovery", "Discovery"), ("proposal", "Proposal"), ("negotiation", "Negotiation"))
    assert deals.open_form(acme.owner(hand_off), hand_off.lead_id, NOW_S) == OpenForm("Nadia x1", stages, "EUR")
    with pytest.raises(access.Unknown):
        deals.open_form(acme.actor("other"), hand_off.lead_id, NOW_S)
