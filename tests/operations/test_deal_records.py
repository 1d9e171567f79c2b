"""Deals from other systems: found again by their id, and brought to where they stand now."""

import json

import pytest

from leadpact.connectors.shapes import AccountShape, DealShape
from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import Account, Deal, FactRow, Lead, PersonValue
from leadpact.operations import account_records, deal_records, merging, rebuild
from leadpact.operations.capture import WrongValues
from tests.company import company

DAY_S = 86_400


@pytest.fixture
def acme(db):
    made = company()
    made.lead("x1")
    return made


def shape(external_id="d1", lead="x1", **more):
    return DealShape(external_id, "web", lead, **more)


def record(acme, *shapes, day=0):
    return deal_records.record_deals(actor=SYSTEM, shapes=shapes, now_s=acme.now_s + day * DAY_S)


def kinds():
    return list(
        FactRow.objects.filter(deal_id__isnull=False).order_by("seq").values_list("kind", "stage", "amount_minor")
    )


def test_a_deal_is_followed_from_open_to_won(acme):
    end_s = acme.now_s + 2 * DAY_S
    statuses = [
        record(acme, shape(stage="discovery", opened_s=acme.now_s, amount_minor=500_00, currency="EUR"))[0].status,
        record(acme, shape(stage="discovery", amount_minor=500_00, currency="EUR"), day=1)[0].status,
        record(acme, shape(stage="offer", amount_minor=700_00, currency="EUR"), day=1)[0].status,
        record(
            acme,
            shape(state="won", stage="offer", closed_s=end_s, amount_minor=650_00, currency="EUR", closed_by="rep"),
            day=2,
        )[0].status,
        record(acme, shape(state="won", stage="offer", closed_s=end_s, amount_minor=650_00, currency="EUR"), day=3)[
            0
        ].status,
        record(acme, shape(stage="discovery"), day=3)[0].status,
    ]
    assert statuses == ["created", "unchanged", "changed", "changed", "unchanged", "unchanged"]
    assert kinds() == [
        ("deal_opened", "discovery", 50000), ("stage_changed", "offer", 70000), ("won", "offer", 65000)
    ]  # fmt: skip
    deal = Deal.objects.get()
    assert (deal.state, deal.amount_minor, deal.closed_s, deal.stage) == ("won", 65000, end_s, "offer")
    assert Lead.objects.get().state == "won"
    assert rebuild.check(actor=SYSTEM, now_s=acme.now_s + 3 * DAY_S).count == 0


def test_who_qualified_is_not_who_closed(acme):
    record(
        acme,
        shape("d1", state="won", closed_s=acme.now_s, qualified_by="sdr", closed_by="closer"),
        shape("d2", state="won", closed_s=acme.now_s, qualified_by="sdr"),
    )
    first, second = Deal.objects.order_by("pk")
    assert first.qualified_by_id == second.qualified_by_id is not None
    assert first.closer_id not in (None, first.qualified_by_id)
    assert second.closer_id is None


def test_a_lost_deal_keeps_its_reason(acme):
    record(acme, shape(state="lost", opened_s=acme.now_s - DAY_S, closed_s=acme.now_s, reason="price", stage="offer"))
    deal = Deal.objects.get()
    assert (deal.state, deal.reason, deal.stage, deal.opened_s) == ("lost", "price", "offer", acme.now_s - DAY_S)


def test_two_rows_of_one_deal_in_one_batch(acme):
    outcomes = record(acme, shape(stage="offer"), shape(state="won", closed_s=acme.now_s))
    assert [outcome.status for outcome in outcomes] == ["created", "changed"]
    assert Deal.objects.get().state == "won"


def test_an_end_before_the_deal_was_first_heard_of_does_not_open_it_again(acme):
    record(acme, shape())
    record(acme, shape(state="won", closed_s=acme.now_s - 3600), day=1)
    assert (Deal.objects.get().state, Deal.objects.get().closed_s) == ("won", acme.now_s)


def test_a_deal_won_before_its_lead_is_kept_and_marked(acme):
    outcome = record(acme, shape(state="won", closed_s=acme.now_s - DAY_S))[0]
    assert (outcome.status, outcome.is_early, Lead.objects.get().has_warning) == ("created", True, True)


def test_what_else_is_said_of_a_deal_lies_with_the_words(acme):
    record(acme, shape(values={"name": "Deal of Nadia", "tier": "gold"}))
    assert json.loads(PersonValue.objects.get(field="deal_opened").text) == {"name": "Deal of Nadia", "tier": "gold"}
    assert FactRow.objects.get(kind="deal_opened").payload is None


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"lead": "nobody"}, "lead"),
        ({"state": "maybe"}, "state"),
        ({"state": "won"}, "closed_at"),
        ({"state": "won", "opened_s": 2000, "closed_s": 1000}, "closed_at"),
        ({"opened_s": 1 << 40}, "opened_at"),
        ({"amount_minor": -1}, "amount"),
        ({"currency": "EURO"}, "currency"),
        ({"stage": "x" * 61}, "stage"),
        ({"state": "lost", "closed_s": 1000, "reason": "a@b"}, "reason"),
    ],
)
def test_a_wrong_deal_is_refused_and_nothing_written(acme, more, field):
    with pytest.raises(WrongValues) as refused:
        deal_records.record_deal(actor=SYSTEM, shape=shape(**more), now_s=acme.now_s)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert (Deal.objects.count(), kinds()) == (0, [])


def test_one_company_sent_twice_is_one(acme):
    sent = AccountShape("7", "crm", "Kessler", {"industry": "logistics"})
    first = account_records.record_account(actor=SYSTEM, shape=sent, now_s=acme.now_s)
    again = account_records.record_account(actor=SYSTEM, shape=sent, now_s=acme.now_s)
    assert (first.status, again.status, first.account_id == again.account_id) == ("created", "unchanged", True)
    with pytest.raises(WrongValues, match="name"):
        account_records.record_account(actor=SYSTEM, shape=AccountShape("8", "crm", " "), now_s=acme.now_s)
    assert Account.objects.filter(key__startswith="crm:").count() == 1


def placed(acme, **said):
    """The lead that a deal without a lead's id goes to, or why it goes to none."""
    [taken] = record(acme, shape(f"d{len(said)}{hash(tuple(said.items()))}", "", **said))
    return taken.lead_id or [(each.field, each.expected) for each in taken.problems]


@pytest.fixture
def known(acme):
    anna = acme.lead("a", name="Anna Berg", company="Acme Ltd", email="anna@acme.example")
    bo = acme.lead("b", name="Bo Lind", company="ACME GmbH", email="bo@acme.example")
    one = acme.lead("c", name="Grace Abara", company="Nordlicht AG", email="grace@nordlicht.example")
    return anna, bo, one


def test_a_deal_without_a_leads_id_goes_to_the_one_that_fits(acme, known):
    anna, bo, one = known
    assert placed(acme, email=" Anna@Acme.example ", company="Nordlicht") == anna, "the address goes before all"
    assert placed(acme, company="Nordlicht") == one
    assert placed(acme, email="new@nordlicht.example", company="nordlicht ag") == one
    assert placed(acme, contact="Lind, Bo", company="Acme") == bo
    assert placed(acme, contact="Grace Abara") == one


def test_a_deal_that_could_be_of_several_leads_is_refused_and_says_which(acme, known):
    anna, bo, one = known
    give = "give the lead's id or e-mail address"
    assert placed(acme, company="Acme") == [
        ("company", f"one lead of this company, and leads {anna} and {bo} are: which? {give.capitalize()}")
    ]
    assert placed(acme, company="Acme", contact="Eve Ode") == [
        ("contact", f"a lead of Acme: leads {anna} and {bo} are of it, and nobody is called so; {give}")
    ]
    assert placed(acme, company="Nordlicht", contact="Eve Ode") == [
        ("contact", f"a lead of Nordlicht: lead {one} is of it, and nobody is called so; {give}")
    ]
    assert placed(acme, company="Quelle") == [
        ("company", f"a lead of this company, and there is none: import the leads first, or {give}")
    ]
    assert placed(acme, email="eve@quelle.example") == [
        ("email", f"the address of a known lead: import the leads first, or {give}")
    ]
    assert placed(acme) == [("lead", "the lead's id, e-mail address, name or company")]
    assert not Deal.objects.exists()


def test_an_id_that_nobody_knows_is_not_made_up_for_by_a_company(acme, known):
    [refused] = record(acme, shape("d1", "x99", company="Nordlicht"))
    assert refused.problems[0].field == "lead"
    [taken] = record(acme, shape("d1", "x99", company="Acme", email="grace@nordlicht.example"))
    assert taken.lead_id == known[2]


def test_a_deal_goes_to_the_survivor_of_a_merge_and_stays_with_its_lead(acme, known):
    anna, bo, _ = known
    merged = merging.merge(actor=SYSTEM, lead_id=anna, other_id=bo, keep_id=bo, now_s=acme.now_s)
    assert merged.survivor_id == bo
    assert [placed(acme, email="anna@acme.example"), placed(acme, company="Acme Ltd")] == [bo, bo]
    merging.unmerge(actor=SYSTEM, lead_id=anna, now_s=acme.now_s)
    record(acme, shape("d7", "", company="Nordlicht", stage="offer"))
    acme.lead("e", name="Eve Ode", company="Nordlicht")
    [again] = record(acme, shape("d7", "", company="Nordlicht", stage="closing"))
    assert (again.status, again.lead_id) == ("changed", known[2]), "it is known by its own id"
