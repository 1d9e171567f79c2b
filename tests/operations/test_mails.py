"""Mails that come in: on the right lead, once, with the right author; or in the tray until somebody places them."""

import pytest

from leadpact.ledger import access, reader
from leadpact.ledger.models import FactRow, HandOff, Lead, LeadKey, MailIn, PersonValue
from leadpact.operations import forget, mails
from leadpact.operations.mails import NotToPlace, Taken
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
LATER_S = NOW_S + 600


@pytest.fixture
def acme():
    return company()


def raw(sender, to="leads@acme.example", *, subject="Price", text="How much?", number=1, date=None, **headers):
    lines = [f"From: {sender}", f"To: {to}", f"Subject: {subject}", f"Message-ID: <{number}@mail.example>"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    lines += [f"Date: {date}"] if date else []
    return ("\r\n".join(lines) + f"\r\n\r\n{text}").encode()


def take(mail, now_s=LATER_S):
    return mails.take(actor=access.SYSTEM, raw=mail, now_s=now_s)


def email_facts(lead_id):
    gone = set(FactRow.objects.filter(kind="corrected").values_list("corrects_id", flat=True))
    rows = FactRow.objects.filter(lead_id=lead_id, kind="email").order_by("seq")
    return [(row.side, row.by_id, row.occurred_s) for row in rows if row.id not in gone]


def address_of(lead_id):
    return Lead.objects.get(pk=lead_id).email


def test_what_a_buyer_writes_is_a_touch_of_their_lead_once(acme):
    hand_off = acme.handed_over("x1")
    mail = raw(f"Nadia <{address_of(hand_off.lead_id).upper()}>", date="Tue, 02 Jun 2026 10:05:00 +0200")
    assert take(mail) == Taken("placed", (hand_off.lead_id,), MailIn.objects.get().pk)
    assert take(mail, LATER_S + 60).what == "known"
    assert email_facts(hand_off.lead_id) == [("buyer", None, 1780387500)]
    assert HandOff.objects.get(pk=hand_off.pk).replied_s == 1780387500
    row = MailIn.objects.get()
    assert (row.sender, row.subject, row.words) == ("", "", "")  # The subject stands with the touch alone.
    fact = FactRow.objects.get(kind="email")
    assert PersonValue.objects.get(fact_seq=fact.seq).text == "Price"
    assert "nadia" not in f"{fact.external_id} {fact.payload}".lower()


def test_what_a_colleague_writes_to_a_buyer_is_their_attempt_and_stops_the_clock(acme):
    hand_off = acme.handed_over("x1")
    owner = next(person for person in acme.people.values() if person.pk == hand_off.owner_id)
    take(raw(owner.email, f"{address_of(hand_off.lead_id)}, leads@acme.example"), NOW_S + 60)
    assert email_facts(hand_off.lead_id) == [("sales", owner.pk, NOW_S + 60)]
    after = HandOff.objects.get(pk=hand_off.pk)
    assert (after.attempts, after.first_touch_s) == (1, NOW_S + 60)
    assert FactRow.objects.get(kind="email").worked_s is not None


def test_a_forwarded_mail_is_its_first_writers(acme):
    lead_id = acme.good_lead("x1")
    mail = raw(
        acme.people["marketer"].email, subject="Fwd: Price",
        text=f"fyi\n\nFrom: Nadia <{address_of(lead_id)}>\nSent: today\n\nHow much?",
    )  # fmt: skip
    assert take(mail).lead_ids == (lead_id,)
    assert email_facts(lead_id) == [("buyer", None, LATER_S)]


def test_a_mail_to_several_buyers_is_a_touch_of_each_of_their_leads(acme):
    ids = tuple(acme.good_lead(name) for name in ("x1", "x2"))
    to = ", ".join(address_of(each) for each in ids)
    assert take(raw(acme.people["marketer"].email, to)).lead_ids == ids
    assert [len(email_facts(each)) for each in ids] == [1, 1]


def test_colleagues_among_themselves_are_nobodys_business(acme):
    mail = raw(acme.people["marketer"].email, acme.people["salesperson"].email)
    assert take(mail).what == "ours"
    assert not MailIn.objects.exists()


@pytest.mark.parametrize(
    ("headers", "apart"), [({"Auto_Submitted": "auto-replied"}, "automatic"), ({"List_Id": "<n.example>"}, "list")]
)
def test_what_nobody_wrote_by_hand_is_kept_apart_and_no_touch(acme, headers, apart):
    lead_id = acme.good_lead("x1")
    assert take(raw(address_of(lead_id), **headers)).what == "apart"
    assert (email_facts(lead_id), MailIn.objects.get().apart) == ([], apart)


def test_a_mail_of_nobody_known_waits_is_placed_and_teaches_the_address(acme):
    lead_id = acme.good_lead("x1")
    came = take(raw("Nadia Roy <private@nowhere.example>"))
    assert (came.what, Lead.objects.count()) == ("waiting", 1)
    marketer = acme.actor("marketer")
    mails.place(actor=marketer, mail_id=came.mail_id, lead_id=lead_id, now_s=LATER_S + 10)
    assert email_facts(lead_id) == [("buyer", None, LATER_S)]
    assert take(raw("private@nowhere.example", number=2)).lead_ids == (lead_id,)
    with pytest.raises(NotToPlace, match="placed or discarded already"):
        mails.place(actor=marketer, mail_id=came.mail_id, lead_id=lead_id, now_s=LATER_S + 20)


def test_placing_can_be_taken_back_and_done_again(acme):
    wrong, right = acme.good_lead("x1"), acme.good_lead("x2")
    came, marketer = take(raw("private@nowhere.example")), acme.actor("marketer")
    before = reader.facts_of([wrong])[wrong]
    mails.place(actor=marketer, mail_id=came.mail_id, lead_id=wrong, now_s=LATER_S + 10)
    mails.put_back(actor=marketer, mail_id=came.mail_id, now_s=LATER_S + 20)
    assert email_facts(wrong) == []
    assert len(reader.facts_of([wrong])[wrong]) == len(before) + 2  # Nothing is deleted: the touch, and its mending.
    assert not LeadKey.objects.filter(value="private@nowhere.example").exists()
    for lead_id in (wrong, right):
        mails.place(actor=marketer, mail_id=came.mail_id, lead_id=lead_id, now_s=LATER_S + 30)
        assert len(email_facts(lead_id)) == 1
        mails.put_back(actor=marketer, mail_id=came.mail_id, now_s=LATER_S + 40)
    mails.discard(actor=marketer, mail_id=came.mail_id, now_s=LATER_S + 50)
    mails.put_back(actor=marketer, mail_id=came.mail_id, now_s=LATER_S + 60)
    assert MailIn.objects.get().state == "waiting"


def test_a_new_lead_is_made_of_a_mail(acme):
    came = take(raw("Nadia Roy <nadia@newco.example>"))
    row = mails.make_lead(actor=acme.actor("marketer"), mail_id=came.mail_id, now_s=LATER_S + 10)
    lead = Lead.objects.get()
    assert (row.lead_ids, lead.name, lead.email, lead.source) == (
        [lead.pk],
        "Nadia Roy",
        "nadia@newco.example",
        "email",
    )
    assert len(email_facts(lead.pk)) == 1


def test_a_salesperson_places_on_own_leads_alone_and_a_reader_sees_no_mail(acme):
    lead_id = acme.good_lead("x1")
    came = take(raw("private@nowhere.example"))
    with pytest.raises(access.Unknown):
        mails.place(actor=acme.actor("salesperson"), mail_id=came.mail_id, lead_id=lead_id, now_s=LATER_S)
    with pytest.raises(access.Forbidden):
        mails.discard(actor=acme.actor("reader"), mail_id=came.mail_id, now_s=LATER_S)


def test_whoever_is_forgotten_is_forgotten_in_mails_too(acme):
    lead_id = acme.good_lead("x1")
    address = address_of(lead_id)
    other = take(raw("private@nowhere.example", subject=f"of {address}", number=7))
    came = take(raw("private2@nowhere.example", number=8))
    mails.place(actor=acme.actor("marketer"), mail_id=came.mail_id, lead_id=lead_id, now_s=LATER_S)
    forget.forget(actor=access.SYSTEM, lead_id=lead_id, now_s=LATER_S + 60)
    assert address not in MailIn.objects.get(pk=other.mail_id).subject
    assert MailIn.objects.get(pk=came.mail_id).sender == ""
    assert take(raw(address, number=9)).what == "forgotten"
    assert MailIn.objects.count() == 2


def test_words_of_mails_go_when_they_are_done_with(acme):
    lead_id = acme.good_lead("x1")
    ids = [take(raw("private@nowhere.example", number=number)).mail_id for number in (1, 2, 3)]
    mails.place(actor=acme.actor("marketer"), mail_id=ids[0], lead_id=lead_id, now_s=LATER_S)
    mails.discard(actor=acme.actor("marketer"), mail_id=ids[1], now_s=LATER_S)
    assert mails.clear_old(now_s=LATER_S + mails.WORDS_S) == 0
    assert mails.clear_old(now_s=LATER_S + mails.WORDS_S + 1) == 2
    assert list(MailIn.objects.exclude(sender="").values_list("pk", "state")) == [(ids[2], "waiting")]
    with pytest.raises(NotToPlace, match="words of this mail are gone"):
        mails.put_back(actor=acme.actor("marketer"), mail_id=ids[0], now_s=LATER_S + mails.WORDS_S + 2)
    mails.clear_old(now_s=LATER_S + mails.WAITS_S + 1)
    assert MailIn.objects.get(pk=ids[2]).state == "discarded"
