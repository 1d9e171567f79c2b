"""Sending leads, touches, deals and companies: what is taken, and that the same again changes nothing."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadpact.ledger.models import Account, Deal, FactRow, Lead, PersonValue
from tests.api.conftest import DEAL, LEAD, MARK, TOUCH


def facts(*kinds):
    return list(FactRow.objects.filter(kind__in=kinds).order_by("seq").values_list("kind", "field", "value_code"))


def test_a_new_lead_is_taken_with_its_points(acme, sender):
    assert sender.post("/leads", LEAD) == (201, {"lead_id": 1, "status": "created", "conflict": []})
    lead = Lead.objects.get()
    assert (lead.name, lead.company, lead.employees, lead.source) == ("Nadia Rahman", "Kessler", 420, "web_form")
    assert lead.points is not None
    captured = FactRow.objects.get(kind="captured")
    assert (captured.external_id, captured.source_system, captured.side) == ("a1", "shop", "buyer")
    assert set(PersonValue.objects.values_list("field", "text")) == {
        ("name", "Nadia Rahman"), ("company", "Kessler"), ("email", "nadia@kessler.example"),
    }  # fmt: skip


def test_the_same_lead_again_adds_no_fact(sender):
    sender.post("/leads", LEAD)
    before = FactRow.objects.count()
    assert sender.post("/leads", LEAD) == (200, {"lead_id": 1, "status": "unchanged", "conflict": []})
    assert FactRow.objects.count() == before


def test_what_is_new_of_a_known_lead_is_added(sender):
    sender.post("/leads", LEAD)
    before = FactRow.objects.count()
    more = {**MARK, "fields": {"employees": "430", "do_not_contact": True, "city": None, "industry": ""}}
    assert sender.post("/leads", more) == (200, {"lead_id": 1, "status": "changed", "conflict": []})
    added = FactRow.objects.filter(seq__gt=before).values_list("field", "value_code", "value_number")
    assert [row for row in added if row[0] in ("employees", "do_not_contact", "city", "industry")] == [
        ("employees", "430", 430.0), ("do_not_contact", "true", None),
    ]  # fmt: skip


def test_a_lead_whose_marks_point_to_others_says_so(sender):
    sender.post("/leads", LEAD)
    sender.post("/leads", {**MARK, "external_id": "a2", "fields": {"phone": "+4930123456", "country": "DE"}})
    both = {**MARK, "fields": {"email": "nadia@kessler.example", "phone": "+4930123456"}}
    assert sender.post("/leads", both)[1] == {"lead_id": 1, "status": "changed", "conflict": [2]}


def test_an_instant_with_its_offset_is_kept(sender):
    sender.post("/leads", {**LEAD, "occurred_at": "2026-03-31T16:05:00+02:00"})
    at_s = FactRow.objects.get(kind="captured").occurred_s
    assert datetime.fromtimestamp(at_s, UTC).isoformat() == "2026-03-31T14:05:00+00:00"


def test_a_touch_is_taken_once(sender):
    sender.post("/leads", LEAD)
    assert sender.post("/touches", TOUCH) == (201, {"lead_id": 1, "status": "created"})
    assert sender.post("/touches", TOUCH) == (200, {"lead_id": 1, "status": "unchanged"})
    assert facts("form_filled") == [("form_filled", "demo", None)]
    assert FactRow.objects.get(kind="form_filled").side == "buyer"


def test_a_call_is_of_sales_unless_said_otherwise(sender, acme):
    sender.post("/leads", LEAD)
    call = {
        "external_id": "t2",
        "lead": MARK,
        "kind": "call",
        "value_code": "reached",
        "by": "ana@acme.example",
        "text": "Wants a demo",
    }
    assert sender.post("/touches", call)[0] == 201
    fact = FactRow.objects.get(kind="call")
    assert (fact.side, fact.by_id) == ("sales", acme.people["salesperson"].pk)
    assert PersonValue.objects.get(fact_seq=fact.seq).text == "Wants a demo"


def test_a_deal_is_taken_and_followed(sender):
    sender.post("/leads", LEAD)
    opened = {"deal_id": 1, "lead_id": 1, "is_early": False}
    assert sender.post("/deals", DEAL) == (201, {**opened, "status": "created"})
    assert sender.post("/deals", DEAL) == (200, {**opened, "status": "unchanged"})
    won = {
        **DEAL,
        "state": "won",
        "closed_at": datetime.now(UTC).isoformat(),
        "amount": 1300,
        "closed_by": "bo@acme.example",
    }
    assert sender.post("/deals", won) == (200, {**opened, "status": "changed"})
    assert sender.post("/deals", won) == (200, {**opened, "status": "unchanged"})
    deal = Deal.objects.get()
    assert (deal.state, deal.amount_minor, deal.currency) == ("won", 130_000, "EUR")


@pytest.mark.parametrize(
    ("amount", "currency", "minor"), [("12", "JPY", 12), (12.5, "eur", 1250), ("1.234", "KWD", 1234)]
)
def test_amounts_are_kept_in_the_minor_unit_of_their_currency(amount, currency, minor, sender):
    sender.post("/leads", LEAD)
    assert sender.post("/deals", {**DEAL, "amount": amount, "currency": currency})[0] == 201
    assert (Deal.objects.get().amount_minor, Deal.objects.get().currency) == (minor, currency.upper())


def test_a_company_is_taken_once(sender):
    sent = {"external_id": "c1", "source_system": "shop", "name": "Kessler", "fields": {"employees": 40}}
    first = sender.post("/accounts", sent)
    account = Account.objects.get()
    assert first == (201, {"account_id": account.pk, "status": "created"})
    assert sender.post("/accounts", sent) == (200, {"account_id": account.pk, "status": "unchanged"})
    assert (account.name, account.values) == ("Kessler", {"employees": "40"})


def test_a_batch_takes_the_good_and_names_the_wrong(sender):
    sender.post("/leads", LEAD)
    nope = {"external_id": "a4", "source_system": "shop", "fields": {"email": "nope"}}
    new = {"external_id": "a5", "source_system": "shop", "fields": {"name": "Bo"}}
    status, answer = sender.post("/leads/batch", [LEAD, {"external_id": 4}, nope, 3, new])
    rest = {"deal_id": None, "conflict": []}
    lead_keys = "external_id, source_system, occurred_at, source, campaign, channel, side, found_by, fields"
    assert (status, answer) == (
        200,
        {
            "created": 1, "changed": 0, "unchanged": 1, "rejected": 3,
            "results": [
                {"index": 0, "status": "unchanged", "lead_id": 1, **rest, "detail": []},
                {"index": 1, "status": "rejected", "lead_id": None, **rest, "detail": [
                    {"field": "external_id", "problem": "4 was not taken", "expected": "The lead's id in the sending system, 1 to 200 signs"},
                    {"field": "source_system", "problem": "is missing", "expected": "The sending system's name, 1 to 60 signs, always the same"},
                ]},
                {"index": 2, "status": "rejected", "lead_id": None, **rest, "detail": [
                    {"field": "fields.email", "problem": '"nope" was not taken', "expected": "an e-mail address such as ana@example.com; it has no @"},
                ]},
                {"index": 3, "status": "rejected", "lead_id": None, **rest, "detail": [
                    {"field": "body", "problem": "3 was not taken", "expected": f"an object with the keys {lead_keys}"},
                ]},
                {"index": 4, "status": "created", "lead_id": 2, **rest, "detail": []},
            ],
        },
    )  # fmt: skip
    assert Lead.objects.count() == 2


def test_batches_of_touches_and_deals_take_the_good_too(sender):
    sender.post("/leads", LEAD)
    lost = {"external_id": "t9", "lead": {"external_id": "zz", "source_system": "shop"}, "kind": "call"}
    answer = sender.post("/touches/batch", [TOUCH, lost, TOUCH])[1]
    assert [row["status"] for row in answer["results"]] == ["created", "rejected", "unchanged"]
    assert answer["results"][1]["detail"] == [
        {
            "field": "lead.external_id",
            "problem": '"zz" was not taken',
            "expected": "a lead with this id of system 'shop': import the leads first",
        }
    ]
    answer = sender.post("/deals/batch", [DEAL, {**DEAL, "currency": None}])[1]
    assert [(row["status"], row["deal_id"]) for row in answer["results"]] == [("created", 1), ("rejected", None)]


def test_a_batch_may_be_empty_and_has_an_end(sender):
    assert sender.post("/leads/batch", []) == (
        200, {"created": 0, "changed": 0, "unchanged": 0, "rejected": 0, "results": []},
    )  # fmt: skip
    status, answer = sender.post("/leads/batch", [LEAD] * 501)
    assert (status, [(each["field"], each["expected"]) for each in answer["detail"]]) == (
        422, [("body", "A list of at most 500 entries")],
    )  # fmt: skip
    assert Lead.objects.count() == 0


def count(send):
    with CaptureQueriesContext(connection) as seen:
        assert send()[0] in (200, 201)
    return len(seen)


def test_queries_do_not_grow_with_the_batch(acme, sender):
    def leads(first, many):
        return [
            {
                **LEAD,
                "external_id": f"q{n}",
                "fields": {"name": f"N {n}", "company": f"C {n}", "email": f"q{n}@x.example"},
            }
            for n in range(first, first + many)
        ]

    sender.post("/leads", LEAD)
    assert count(lambda: sender.post("/leads", leads(1, 1)[0])) <= 16
    few = count(lambda: sender.post("/leads/batch", leads(10, 15)))
    assert count(lambda: sender.post("/leads/batch", leads(100, 60))) == few
    again = count(lambda: sender.post("/leads/batch", leads(10, 15)))
    assert count(lambda: sender.post("/leads/batch", leads(100, 60))) == again
