"""What buyers allow, told by people and other doors, with what follows from it."""

import pytest

from leadpact.connectors import pact_file
from leadpact.connectors.shapes import LeadShape
from leadpact.ledger.access import Forbidden
from leadpact.ledger.models import Clock, FactRow, HandOff, Lead, PersonValue
from leadpact.operations import capture, consent, qualify, sla
from leadpact.operations.consent import WrongConsent
from leadpact.operations.qualify import GateClosed
from tests.company import company

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme(db):
    return company()


def told(lead_id):
    rows = FactRow.objects.filter(lead_id=lead_id, field__in=("do_not_contact", "permission_email", "permission_phone",
                                                              "permission_post", "permission_tracking"))  # fmt: skip
    return list(rows.order_by("seq").values_list("field", "value_code", "channel", "side"))


def test_consent_is_kept_with_its_ground_its_manner_and_its_wording(acme):
    lead_id = acme.lead(email="n@k.example")
    marketer = acme.actor("marketer")
    facts = consent.give(
        actor=marketer, lead_id=lead_id, ways=["email"], ground="consent", how="form", now_s=acme.now_s,
        wording="Yes, write to me about returns.",
    )  # fmt: skip
    assert told(lead_id) == [("permission_email", "consent", "form", "buyer")]
    assert PersonValue.objects.get(fact_seq=facts[0].seq).text == "Yes, write to me about returns."
    answer = consent.standing(actor=marketer, lead_id=lead_id)[0]
    assert (answer.code, answer.by_id, answer.how) == ("consent", marketer.id, "form")
    # Said again without a wording it adds nothing; with one it proves it anew.
    assert consent.give(actor=marketer, lead_id=lead_id, ways=["email"], ground="consent", now_s=acme.now_s) == []


def test_a_no_to_everything_ends_the_follow_up_and_shuts_the_gate(acme):
    hand_off = acme.handed_over(external_id="x1")
    owner = acme.owner(hand_off)
    sla.log_attempt(actor=owner, lead_id=hand_off.lead_id, channel="call", outcome="voicemail", now_s=acme.now_s + 60)
    consent.refuse(actor=owner, lead_id=hand_off.lead_id, now_s=acme.now_s + 120, wording="Please never call again")
    lead = Lead.objects.get(pk=hand_off.lead_id)
    assert (lead.state, lead.reason, lead.refused, lead.owner_id) == (
        "closed",
        "do_not_contact",
        "email phone post",
        None,
    )
    assert not HandOff.objects.get(pk=hand_off.pk).is_open
    assert Clock.objects.get(lead_id=lead.pk, promise="attempts").state == "kept"
    assert not Clock.objects.filter(lead_id=lead.pk, state="running").exists()
    # The lead comes back to marketing when the buyer allows it again; what was not allowed stays refused.
    consent.give(
        actor=acme.actor("marketer"), lead_id=lead.pk, ways=["email"], ground="consent", now_s=acme.now_s + 180
    )
    lead.refresh_from_db()
    assert (lead.state, lead.refused) == ("new", "phone post")


def test_the_gate_stays_shut_also_where_the_pact_does_not_say_so():
    text = pact_file.starter()
    line = "    - {field: do_not_contact, is: true}\n"
    assert line in text
    other = company(text=text.replace(line, "    - {field: tool_today, is: Nothing}\n"))
    lead_id = other.good_lead("x7")
    consent.refuse(actor=other.actor("marketer"), lead_id=lead_id, now_s=other.now_s, ways=["email", "phone"])
    with pytest.raises(GateClosed, match="The buyer asked not to be contacted"):
        qualify.hand_over(actor=other.actor("marketer"), lead_id=lead_id, now_s=other.now_s)
    lead = Lead.objects.get(pk=lead_id)
    assert (lead.state, lead.refused) == ("new", "email phone post")


def test_a_no_to_one_way_leaves_the_lead_with_sales(acme):
    hand_off = acme.handed_over()
    consent.refuse(actor=acme.owner(hand_off), lead_id=hand_off.lead_id, now_s=acme.now_s + 5, ways=["phone"])
    lead = Lead.objects.get(pk=hand_off.lead_id)
    assert (lead.state, lead.refused) == ("handed_over", "phone")
    assert consent.refusing([lead.pk], "phone") == {lead.pk}
    assert consent.refusing([lead.pk], "tracking") == set()


def test_a_file_or_system_that_brings_the_no_ends_the_follow_up_too(acme):
    hand_off = acme.handed_over("x1")
    shape = LeadShape("x1", "web", None, None, None, None, "buyer", None, {"do_not_contact": "yes"})
    capture.capture_lead(actor=acme.actor("marketer"), shape=shape, now_s=acme.now_s + 9)
    lead = Lead.objects.get(pk=hand_off.lead_id)
    assert (lead.state, lead.reason) == ("closed", "do_not_contact")


def test_what_is_no_way_or_ground_is_refused_with_the_choice(acme):
    lead_id = acme.lead(email="n@k.example")
    marketer = acme.actor("marketer")
    with pytest.raises(WrongConsent, match="'fax' is not a way to reach a buyer; choose one of: email, phone, post"):
        consent.refuse(actor=marketer, lead_id=lead_id, ways=["fax"], now_s=acme.now_s)
    with pytest.raises(WrongConsent, match="'maybe' is not a ground"):
        consent.give(actor=marketer, lead_id=lead_id, ways=["email"], ground="maybe", now_s=acme.now_s)
    with pytest.raises(WrongConsent, match="use refuse"):
        consent.give(actor=marketer, lead_id=lead_id, ways=["email"], ground="refused", now_s=acme.now_s)
    with pytest.raises(Forbidden):
        consent.refuse(actor=acme.actor("reader"), lead_id=lead_id, now_s=acme.now_s)
    assert told(lead_id) == []
