"""Who is told of what: each fact tells each person once, and nobody of what they did themselves."""

import pytest

from leadpact.ledger.models import Notice
from leadpact.operations import capture, deals, handoff, qualify, reactions, sla, verdict
from leadpact.rules.facts import KINDS, Fact
from leadpact.rules.story import tell
from tests.company import NOW_S, company
from tests.story import PEOPLE, told

MINUTE_S, DAY_S = 60, 86_400
IDA, ANA, BO, SAM = PEOPLE["Ida"], PEOPLE["Ana"], PEOPLE["Bo"], PEOPLE["Sam"]


def notices(text, **last):
    """(person, kind, values) of the notices that follow from the last fact of a story."""
    facts = told(text)
    facts[-1] = facts[-1]._replace(**last)
    found = reactions.notices(facts[-1:], {1: tell(1, facts, {})})
    return [(each.person_id, each.kind, each.values) for each in found]


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("captured web by Ida; handed over to Ana within 1 hour", {}, [(ANA, "handed_over", {"due_s": 7200, "by": IDA})]),
        ("captured web; handed over to Ana; reassigned to Bo", {}, [(BO, "reassigned", {})]),
        ("captured web; handed over to Ana; reminded answer", {}, [(ANA, "reminded", {"promise": "answer"})]),
        ("captured web; handed over to Ana; escalated", {"person_id": SAM}, [(SAM, "escalated", {"promise": "first_touch"})]),
        ("captured web by Ida; handed over to Ana; accepted", {}, [(IDA, "accepted", {"by": ANA})]),
        ("captured web by Ida; handed over to Ana; rejected no_need", {}, [(IDA, "rejected", {"reason": "no_need", "by": ANA})]),
        ("captured web by Ida; handed over to Ana; rejected x; recycled for 9 days; woken", {}, [(IDA, "woken", {})]),
        ("captured web by Ida; handed over to Ana; won 3k", {"by_id": SAM}, [(IDA, "won", {"by": SAM}), (ANA, "won", {"by": SAM})]),
        ("captured web by Ida; handed over to Ana; won 3k", {}, [(IDA, "won", {"by": ANA})]),
        ("captured cold by Ana; handed over to Ana; accepted", {}, []),
        ("captured web; handed over to Ana; accepted", {}, []),
        ("captured web; handed over to Ana; escalated", {"person_id": None}, []),
        ("captured web; handed over to Ana; call reached", {}, []),
    ],
)  # fmt: skip
def test_who_is_told(text, last, expected):
    assert sorted(notices(text, **last), key=str) == sorted(expected, key=str)


def test_the_finder_and_the_one_who_qualified_are_both_told():
    text = "captured web by Mia; qualified 70; handed over to Ana; accepted"
    assert {who for who, _, _ in notices(text)} == {PEOPLE["Mia"], IDA}


def test_the_table_names_kinds_that_exist():
    assert set(reactions.REACTIONS) <= set(KINDS)


def test_a_fact_of_no_lead_tells_nobody():
    assert reactions.notices([Fact(1, "a", "won", 1, 1)], {}) == []


@pytest.fixture
def acme(db):
    return company()


def test_a_notice_leads_to_its_hand_off_and_is_dated(acme):
    hand_off = acme.handed_over()
    row = Notice.objects.values().get()
    row.pop("id")
    assert row == {
        "person_id": hand_off.owner_id, "kind": "handed_over", "lead_id": hand_off.lead_id, "hand_off_id": hand_off.pk,
        "values": {"reason": "round_robin", "due_s": NOW_S + 15 * MINUTE_S, "by": acme.people["marketer"].pk},
        "once": f"{hand_off.pk}:{hand_off.owner_id}", "made_s": NOW_S, "read_s": None, "mailed_s": None,
    }  # fmt: skip


def test_the_same_facts_followed_again_tell_nobody_twice(acme):
    from leadpact.ledger import reader
    from leadpact.ledger.writer import Appended

    hand_off = acme.handed_over()
    facts = reader.facts_of([hand_off.lead_id])[hand_off.lead_id]
    appended = Appended(facts, [], {hand_off.lead_id: tell(hand_off.lead_id, facts, {})})
    reactions.follow(appended, NOW_S + 60)
    assert Notice.objects.count() == 1


def test_a_whole_life_tells_those_who_care(acme):
    hand_off = acme.handed_over()
    owner, head, ida = acme.owner(hand_off), acme.actor("sales_head"), acme.people["marketer"].pk
    bo = acme.actor("other")
    verdict.reject(actor=owner, hand_off_id=hand_off.pk, reason="no_need", now_s=NOW_S + 60)
    qualify.hand_over(actor=acme.actor("marketer"), lead_id=hand_off.lead_id, now_s=NOW_S + 120)
    again = reactions.open_hand_off(hand_off.lead_id)
    assert again is not None
    second = acme.owner(again)
    sla.log_attempt(actor=second, lead_id=again.lead_id, channel="call", outcome="reached", now_s=NOW_S + 180)
    other = owner.id if second.id == bo.id else bo.id
    handoff.reassign(actor=head, hand_off_id=again.pk, person_id=other, now_s=NOW_S + 240)
    deal_id = deals.open_deal(actor=head, lead_id=again.lead_id, now_s=NOW_S + 300)
    deals.win(actor=head, deal_id=deal_id, amount_minor=5, currency="EUR", now_s=NOW_S + 360)
    capture.describe_lead(actor=head, lead_id=again.lead_id, values={"country": "AT"}, now_s=NOW_S + 420)
    assert list(Notice.objects.order_by("made_s", "person_id").values_list("made_s", "kind", "person_id")) == [
        (NOW_S, "handed_over", owner.id),
        (NOW_S + 60, "rejected", ida),
        (NOW_S + 120, "handed_over", second.id),
        (NOW_S + 180, "accepted", ida),
        (NOW_S + 240, "reassigned", other),
        (NOW_S + 360, "won", ida),
    ]
