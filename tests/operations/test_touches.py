"""Touches from other systems: onto the lead they are about, once, and with the clocks they stop."""

import pytest

from leadpact.connectors.shapes import TouchShape
from leadpact.ledger.access import Forbidden
from leadpact.ledger.models import Clock, FactRow, Lead, PersonValue
from leadpact.operations import touches
from leadpact.operations.capture import WrongValues
from tests.company import company

HOUR_S = 3600


def shape(acme, kind="page_view", external_id="t1", **more):
    values = {"lead": "x1", "occurred_s": acme.now_s, "source_system": "web"} | more
    return TouchShape(
        external_id, values.pop("source_system"), values.pop("lead"), kind, values.pop("occurred_s"), **values
    )


def record(acme, *shapes, later_s=0):
    return touches.record_touches(actor=acme.actor("marketer"), shapes=shapes, now_s=acme.now_s + later_s)


def test_a_touch_counts_towards_the_points_at_once(db):
    acme = company()
    lead_id = acme.lead("x1")
    before = Lead.objects.get(pk=lead_id).points
    assert record(acme, shape(acme, "form_filled", of="demo"))[0].status == "created"
    assert Lead.objects.get(pk=lead_id).points > before


def test_the_same_touch_again_changes_nothing(db):
    acme = company()
    acme.lead("x1")
    first, again = record(acme, shape(acme), shape(acme))
    assert (first.status, again.status) == ("created", "unchanged")
    assert record(acme, shape(acme))[0].status == "unchanged"
    assert FactRow.objects.filter(kind="page_view").count() == 1


def test_a_mailing_is_known_by_its_campaign_and_words_lie_apart(db):
    acme = company()
    lead_id = acme.lead("x1")
    record(
        acme,
        shape(acme, "email_clicked", of="spring"),
        shape(acme, "asked", "t2", text="Can it print?"),
        shape(acme, "asset_viewed", "t3", asset="price list"),
    )
    rows = FactRow.objects.filter(source_system="web", kind__in=["email_clicked", "asked", "asset_viewed"]).order_by(
        "seq"
    )
    assert list(rows.values_list("kind", "campaign", "field", "payload")) == [
        ("email_clicked", "spring", None, None), ("asked", None, None, None),
        ("asset_viewed", None, None, '{"asset": "price list"}'),
    ]  # fmt: skip
    assert list(PersonValue.objects.filter(lead_id=lead_id).values_list("field", "text")) == [
        ("asked", "Can it print?")
    ]


def test_the_first_contact_of_sales_stops_the_clock_with_the_working_time(db):
    acme = company()
    hand_off = acme.handed_over("x1")
    owner = acme.owner(hand_off)
    from leadpact.ledger.models import Person

    mail = Person.objects.get(pk=owner.id).email
    call = {"side": "sales", "by": mail, "value_code": "reached"}
    record(
        acme,
        shape(acme, "call", occurred_s=acme.now_s + 600, **call),
        shape(acme, "call", "t2", occurred_s=acme.now_s + 900, **call),
        later_s=HOUR_S,
    )
    assert list(FactRow.objects.filter(kind="call").order_by("seq").values_list("worked_s", "by_id")) == [
        (600, owner.id), (None, owner.id)
    ]  # fmt: skip
    clock = Clock.objects.get(lead_id=hand_off.lead_id, promise="first_touch")
    assert (clock.state, clock.worked_s) == ("kept", 600)


@pytest.mark.parametrize(
    ("more", "field", "expected"),
    [
        ({"lead": "nobody"}, "lead", "a lead with this id of system 'web': import the leads first"),
        ({"kind": "wedding"}, "kind", "one of asked"),
        ({"side": "seller"}, "side", "one of buyer"),
        ({"occurred_s": 1 << 40}, "occurred_at", "not in the future"),
        ({"of": "ana@kessler.example"}, "of", "no @"),
        ({"external_id": "x" * 201}, "external_id", "at most 200"),
        ({"by": "x" * 201}, "by", "at most 200"),
        ({"source_system": "s" * 61}, "source_system", "at most 60"),
    ],
)
def test_a_wrong_touch_is_refused_with_what_was_expected(db, more, field, expected):
    acme = company()
    acme.lead("x1")
    with pytest.raises(WrongValues) as refused:
        touches.record_touch(actor=acme.actor("marketer"), shape=shape(acme, **more), now_s=acme.now_s)
    assert field in [problem.field for problem in refused.value.problems]
    assert expected in str(refused.value)
    assert FactRow.objects.exclude(kind="captured").filter(lead_id__isnull=False).count() == 0


def test_a_wrong_one_does_not_keep_the_others_out(db):
    acme = company()
    acme.lead("x1")
    outcomes = record(acme, shape(acme), shape(acme, "wedding", "t2"), shape(acme, "call", "t3"))
    assert [outcome.status for outcome in outcomes] == ["created", "rejected", "created"]


def test_a_reader_may_not(db):
    acme = company()
    acme.lead("x1")
    with pytest.raises(Forbidden):
        touches.record_touch(actor=acme.actor("reader"), shape=shape(acme), now_s=acme.now_s)
