"""Taking back: one's own entries, with what the same act wrote, and nothing on which something else rests."""

import pytest

from leadpact.ledger import access
from leadpact.ledger.models import Clock, Deal, FactRow, HandOff, Lead
from leadpact.operations import corrections, deals, qualify, sla, verdict
from leadpact.operations.corrections import NotUndoable
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return company()


@pytest.fixture
def hand_off(acme):
    return acme.handed_over()


def take_back(actor, fact_id, now_s=NOW_S + 3600):
    return corrections.take_back(actor=actor, fact_id=fact_id, now_s=now_s)


def rows():
    """Everything that stands, but for when it was last touched."""
    lead = {
        k: v for k, v in Lead.objects.values().get().items() if k not in ("last_s", "last_seq", "points_s", "fades_s")
    }
    return (
        lead,
        list(HandOff.objects.values()),
        list(Clock.objects.order_by("pk").values()),
        list(Deal.objects.values()),
    )


def call(actor, hand_off, outcome="no_answer", now_s=NOW_S + 600):
    return sla.log_attempt(actor=actor, lead_id=hand_off.lead_id, channel="call", outcome=outcome, now_s=now_s).fact_id


def accept(actor, hand_off):
    return verdict.accept(actor=actor, hand_off_id=hand_off.pk, now_s=NOW_S + 600)


def reject(actor, hand_off):
    return verdict.reject(actor=actor, hand_off_id=hand_off.pk, reason="too_early", now_s=NOW_S + 600)


@pytest.mark.parametrize("act", [accept, reject, call])
def test_what_was_taken_back_leaves_everything_as_before(acme, hand_off, act):
    owner, before = acme.owner(hand_off), rows()
    fact_id = act(owner, hand_off)
    assert rows() != before
    assert take_back(owner, fact_id) == hand_off.lead_id
    assert rows() == before


def test_a_call_that_accepted_takes_its_acceptance_along_and_no_other(acme, hand_off):
    owner = acme.owner(hand_off)
    accept(owner, hand_off)
    accepted = rows()
    fact_id = call(owner, hand_off, now_s=NOW_S + 600)  # in the same second, but it did not accept
    take_back(owner, fact_id)
    assert rows() == accepted
    assert HandOff.objects.get().answer == "accepted"


def test_a_deal_that_accepted_takes_its_acceptance_along(acme, hand_off):
    owner, before = acme.owner(hand_off), rows()
    deals.open_deal(actor=owner, lead_id=hand_off.lead_id, now_s=NOW_S + 600)
    take_back(owner, FactRow.objects.get(kind="deal_opened").id)
    assert rows() == before


@pytest.mark.parametrize("end", ["won", "lost", "stage_changed"])
def test_a_deal_goes_back_to_where_it_was(acme, hand_off, end):
    owner = acme.owner(hand_off)
    deal_id = deals.open_deal(actor=owner, lead_id=hand_off.lead_id, now_s=NOW_S + 600)
    before = rows()
    if end == "won":
        deals.win(actor=owner, deal_id=deal_id, amount_minor=5, currency="EUR", now_s=NOW_S + 700)
    elif end == "lost":
        deals.lose(actor=owner, deal_id=deal_id, reason="price", now_s=NOW_S + 700)
    else:
        deals.move_stage(actor=owner, deal_id=deal_id, stage="proposal", now_s=NOW_S + 700)
    with pytest.raises(NotUndoable, match="The deal went on since; take back what came after it first"):
        take_back(owner, FactRow.objects.get(kind="deal_opened").id)
    take_back(owner, FactRow.objects.get(kind=end).id)
    after = rows()
    assert (after[1:], after[0] | {"points": 0, "points_pact_id": 0}) == (
        before[1:],
        before[0] | {"points": 0, "points_pact_id": 0},
    )


def test_nothing_is_taken_back_twice(acme, hand_off):
    owner = acme.owner(hand_off)
    fact_id = accept(owner, hand_off)
    take_back(owner, fact_id)
    before = FactRow.objects.count()
    with pytest.raises(NotUndoable, match="This entry was taken back already"):
        take_back(owner, fact_id)
    assert FactRow.objects.count() == before
    accept(owner, hand_off)
    assert HandOff.objects.get().answer == "accepted"


def test_an_answer_stands_once_the_lead_went_on(acme, hand_off):
    owner = acme.owner(hand_off)
    fact_id = reject(owner, hand_off)
    qualify.hand_over(actor=acme.actor("marketer"), lead_id=hand_off.lead_id, now_s=NOW_S + 1200)
    with pytest.raises(NotUndoable, match="The lead was handed over again since; that answer stands"):
        take_back(owner, fact_id)


def test_a_lead_that_woke_meanwhile_is_back_with_its_owner(acme, hand_off):
    owner = acme.owner(hand_off)
    fact_id = reject(owner, hand_off)
    late_s = NOW_S + 91 * 86_400
    sla.wake_due(now_s=late_s)
    take_back(owner, fact_id, late_s + 60)
    assert (Lead.objects.get().state, HandOff.objects.get().is_open) == ("handed_over", True)


@pytest.mark.parametrize("kind", ["captured", "described", "handed_over", "promised", "qualified", "recycled"])
def test_what_the_machinery_wrote_cannot_be_taken_back_alone(acme, hand_off, kind):
    reject(acme.owner(hand_off), hand_off)
    fact = FactRow.objects.filter(kind=kind).first()
    with pytest.raises(NotUndoable, match=f"An entry of the kind {kind.replace('_', ' ')} cannot be taken back"):
        take_back(acme.actor("operator"), fact.id)


def test_the_correction_says_who_took_what_back(acme, hand_off):
    owner = acme.owner(hand_off)
    fact_id = reject(owner, hand_off)
    recycled = FactRow.objects.get(kind="recycled")
    take_back(owner, fact_id)
    told = (
        FactRow.objects.filter(kind="corrected")
        .order_by("seq")
        .values_list("corrects_id", "by_id", "side", "occurred_s")
    )
    assert list(told) == [(fact_id, owner.id, "sales", NOW_S + 3600), (recycled.id, owner.id, "sales", NOW_S + 3600)]


@pytest.mark.parametrize(
    ("role", "error"),
    [
        ("other", access.Unknown),
        ("marketer", access.Forbidden),
        ("marketing_head", access.Forbidden),
        ("reader", access.Forbidden),
        ("sales_head", None),
        ("operator", None),
    ],
)
def test_whose_entries(acme, hand_off, role, error):
    fact_id = accept(acme.owner(hand_off), hand_off)
    if error is None:
        take_back(acme.actor(role), fact_id)
        assert HandOff.objects.get().answer == "open"
        return
    with pytest.raises(error):
        take_back(acme.actor(role), fact_id)
    assert HandOff.objects.get().answer == "accepted"


@pytest.mark.parametrize("fact_id", ["nothing", ""])
def test_no_such_entry(acme, fact_id):
    with pytest.raises(access.Unknown, match="There is no such entry"):
        take_back(acme.actor("operator"), fact_id)
