"""Two leads become one and are given back, with everything that hangs on them."""

import pytest

from leadpact.connectors.shapes import LeadShape, TouchShape
from leadpact.ledger import access, rebuild
from leadpact.ledger.access import Forbidden
from leadpact.ledger.models import Clock, Deal, HandOff, Lead, LeadKey, Notice
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Points
from leadpact.operations import capture, deals, merging, qualify, sla, touches, verdict
from leadpact.operations.merging import NotMerged
from tests.company import company

pytestmark = pytest.mark.django_db
HOUR_S = 3600


@pytest.fixture
def acme():
    return company()


def merge(acme, lead_id, other_id, **more):
    return merging.merge(
        actor=acme.actor("marketer"), lead_id=lead_id, other_id=other_id, now_s=acme.now_s + HOUR_S, **more
    )


def part(acme, lead_id, later_s=2 * HOUR_S):
    return merging.unmerge(actor=acme.actor("marketer"), lead_id=lead_id, now_s=acme.now_s + later_s)


def rows():
    """Every row that facts add up to, but what says when points were counted."""
    from leadpact.ledger import projections

    stored = projections.stored(list(range(50)))
    leads = [row._replace(points_s=None, last_s=0, last_seq=0) for row in stored["leads"]]
    return {table: sorted(found, key=lambda row: row.id) for table, found in {**stored, "leads": leads}.items()}


def no_drift(acme):
    rules = Rulebook(acme.now_s)

    def points(pact_id, view, as_of_s):
        held = rules.by_id(pact_id)
        score = held.card.score(rules.with_company(view, held), as_of_s)
        return Points(held.id, score.total, score.fades_at_s)

    drift = rebuild.check(points, lambda _done, _of: None)
    return [str(each) for each in drift.differences]


def test_the_lead_that_is_further_along_stays_else_the_older(acme):
    first, second = acme.lead("a"), acme.lead("b")
    assert merge(acme, second, first)[:2] == (first, second)
    hand_off = acme.handed_over("c")
    assert merge(acme, first, hand_off.lead_id)[:2] == (hand_off.lead_id, first)


def test_somebody_may_say_which_stays(acme):
    first, second = acme.lead("a"), acme.lead("b")
    assert merge(acme, first, second, keep_id=second)[:2] == (second, first)
    third = acme.lead("c")
    with pytest.raises(NotMerged, match="none of the two"):
        merge(acme, second, third, keep_id=9999)


def test_parting_gives_both_back_as_they_were(acme):
    hand_off = acme.handed_over("a")
    twin = acme.good_lead("b")
    before = rows()
    merge(acme, hand_off.lead_id, twin)
    assert rows() != before
    assert part(acme, twin) == (twin, hand_off.lead_id, 0, 0)
    assert rows() == before
    assert no_drift(acme) == []


def test_a_duplicate_that_was_sent_back_leaves_the_work_on_the_other_alone(acme):
    first = acme.handed_over("a")
    second = acme.handed_over("b")
    verdict.reject(actor=acme.owner(second), hand_off_id=second.pk, reason="too_early", now_s=acme.now_s + 60)
    merge(acme, first.lead_id, second.lead_id)
    lead = Lead.objects.get(pk=first.lead_id)
    kept = HandOff.objects.filter(lead_id=lead.pk).order_by("pk").values_list("pk", "is_open", "answer")
    assert (lead.state, lead.owner_id) == ("handed_over", first.owner_id)
    assert list(kept) == [(first.pk, True, "open"), (second.pk, False, "rejected")]
    assert no_drift(acme) == []


def test_of_two_open_hand_offs_one_goes_on_and_the_other_owner_is_told(acme):
    first = acme.handed_over("a")
    second = acme.handed_over("b")
    assert first.owner_id != second.owner_id
    sla.log_attempt(
        actor=acme.owner(first), lead_id=first.lead_id, channel="call", outcome="no_answer", now_s=acme.now_s + 60
    )
    Notice.objects.all().delete()
    merge(acme, first.lead_id, second.lead_id)
    assert list(HandOff.objects.order_by("pk").values_list("pk", "is_open")) == [(first.pk, True), (second.pk, False)]
    running = Clock.objects.filter(state="running")
    assert {clock.hand_off_id for clock in running} == {first.pk}
    assert list(Notice.objects.values_list("person_id", "kind")) == [(second.owner_id, "merged")]
    assert no_drift(acme) == []


def test_deals_follow_and_come_back(acme):
    first, second = acme.handed_over("a"), acme.lead("b")
    deal_id = deals.open_deal(actor=acme.owner(first), lead_id=first.lead_id, now_s=acme.now_s)
    merge(acme, first.lead_id, second, keep_id=second)
    assert Deal.objects.get(pk=deal_id).lead_id == second
    assert Lead.objects.get(pk=second).state == "deal"
    part(acme, first.lead_id)
    assert Deal.objects.get(pk=deal_id).lead_id == first.lead_id
    assert no_drift(acme) == []


def test_what_comes_in_by_either_key_lands_on_the_survivor_and_goes_back_with_its_key(acme):
    first = acme.lead("a", email="nadia@kessler.example")
    second = acme.lead("b", email="n.rahman@kessler.example")
    merge(acme, first, second)
    assert LeadKey.objects.get(value="n.rahman@kessler.example").lead_id == second
    shape = LeadShape(
        "b", "web", None, "web_form", None, "web", "buyer", None,
        {"email": "n.rahman@kessler.example", "job_title": "Head of Operations"},
    )  # fmt: skip
    taken = capture.capture_lead(actor=acme.actor("marketer"), shape=shape, now_s=acme.now_s + HOUR_S)
    assert (taken.status, taken.lead_id, taken.conflict) == ("changed", first, ())
    assert Lead.objects.get(pk=first).job_title == "Head of Operations"
    again = capture.capture_lead(actor=acme.actor("marketer"), shape=shape, now_s=acme.now_s + HOUR_S)
    assert (again.status, again.lead_id) == ("unchanged", first)
    sla.log_attempt(
        actor=acme.actor("marketer"), lead_id=first, channel="call", outcome="reached", now_s=acme.now_s + HOUR_S
    )
    assert part(acme, second) == (second, first, 1, 1)
    titles = Lead.objects.order_by("pk").values_list("job_title", "attempts")
    assert list(titles) == [(None, 0), ("Head of Operations", 0)]
    assert no_drift(acme) == []


def test_a_touch_by_the_key_of_a_merged_lead_stops_the_survivors_clock(acme):
    first, second = acme.handed_over("a"), acme.lead("b")
    merging.merge(actor=acme.actor("marketer"), lead_id=first.lead_id, other_id=second, now_s=acme.now_s)
    shape = TouchShape(
        lead="b", source_system="web", external_id="t1", kind="call", occurred_s=acme.now_s + 60, side="sales",
        of=None, channel=None, value_code="no_answer", by=None, text=None, asset=None,
    )  # fmt: skip
    touches.record_touch(actor=access.SYSTEM, shape=shape, now_s=acme.now_s + HOUR_S)
    clock = Clock.objects.get(promise="first_touch")
    assert (clock.state, clock.worked_s) == ("kept", 60)


def test_merging_twice_and_in_chains(acme):
    a, b, c = acme.lead("a"), acme.lead("b"), acme.lead("c")
    merge(acme, b, c)
    merge(acme, a, c)  # c stands for b
    assert list(Lead.objects.order_by("pk").values_list("merged_into_id", flat=True)) == [None, a, b]
    with pytest.raises(NotMerged, match="one lead already"):
        merge(acme, a, c)
    with pytest.raises(NotMerged, match="stands for itself"):
        part(acme, a)
    part(acme, c)
    part(acme, b)
    assert set(Lead.objects.values_list("state", "merged_into_id")) == {("new", None)}
    assert no_drift(acme) == []


def test_many_at_once_and_back(acme):
    ids = [acme.lead(str(n)) for n in range(6)]
    before = rows()
    pairs = [(ids[0], ids[1]), (ids[1], ids[2]), (ids[0], ids[2]), (ids[4], ids[5])]
    done = merging.merge_many(actor=acme.actor("marketer"), pairs=pairs, now_s=acme.now_s)
    assert [(each.survivor_id, each.lead_id) for each in done] == [
        (ids[0], ids[1]), (ids[0], ids[2]), (ids[4], ids[5])
    ]  # fmt: skip
    back = [each.lead_id for each in done]
    merging.unmerge_many(actor=acme.actor("marketer"), lead_ids=back, now_s=acme.now_s + 5)
    assert rows() == before


def test_readers_may_not_and_sellers_only_their_own(acme):
    first, second = acme.lead("a"), acme.lead("b")
    for role in ("reader", "salesperson"):
        with pytest.raises((Forbidden, access.Unknown)):
            merging.merge(actor=acme.actor(role), lead_id=first, other_id=second, now_s=acme.now_s)


def test_a_merged_lead_is_handed_over_once(acme):
    first, second = acme.good_lead("a"), acme.good_lead("b")
    merge(acme, first, second)
    qualify.hand_over(actor=acme.actor("marketer"), lead_id=first, now_s=acme.now_s + HOUR_S)
    assert HandOff.objects.count() == 1
