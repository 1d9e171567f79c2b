"""Notices: in the list, by mail with one-tap answers, and never twice, never too late, never to the wrong person."""

import re
import smtplib

import pytest
from django.core import mail
from django.core.mail.backends import locmem

from leadpact.ledger import mail_links
from leadpact.ledger.access import Unknown, actor_of
from leadpact.ledger.models import HandOff, Lead, Notice
from leadpact.operations import handoff, notices, sla, verdict
from leadpact.operations.mail_links import WrongLink, answer_link, read, token
from leadpact.queries.notices import notices_of, open_link
from leadpact.rules.verdict import AlreadyAnswered, UnknownReason
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
DAY_S = 86_400


@pytest.fixture
def acme(settings):
    settings.MAIL_IS_SET = True
    settings.BASE_URL = "https://leads.acme.example"
    return company()


class Grumpy(locmem.EmailBackend):
    """A mail server that refuses one address."""

    refused = "ana@acme.example"

    def send_messages(self, messages):
        if any(self.refused in message.to for message in messages):
            raise smtplib.SMTPRecipientsRefused({self.refused: (550, b"no such user")})
        return super().send_messages(messages)


def told(person_id, now_s=NOW_S):
    return [row.says for row in notices_of(person_id, now_s=now_s).notices]


def test_the_list_says_what_happened_in_words_newest_first(acme):
    hand_off = acme.handed_over()
    sla.act_on_due(now_s=NOW_S + 12 * 60)
    sla.act_on_due(now_s=NOW_S + 16 * 60)
    who = "Nadia x1, Kessler x1"
    assert told(hand_off.owner_id) == [f"{who}: call by 10:15", f"{who} is yours: call by 10:15"]
    assert told(acme.people["sales_head"].pk) == [f"{who}: not called by 10:15"]
    acme.people["sales_head"].zone = "America/New_York"
    acme.people["sales_head"].save()
    assert told(acme.people["sales_head"].pk) == [f"{who}: not called by 04:15"]
    assert told(acme.people["sales_head"].pk, NOW_S + DAY_S) == [f"{who}: not called by 2 Jun 04:15"]


def test_the_finder_hears_of_the_answer_in_the_pacts_words(acme):
    first, second = acme.handed_over("x1"), acme.handed_over("x2")
    verdict.accept(actor=acme.owner(first), hand_off_id=first.pk, now_s=NOW_S + 60)
    verdict.reject(actor=acme.owner(second), hand_off_id=second.pk, reason="no_budget", now_s=NOW_S + 120)
    names = {acme.people[role].pk: acme.people[role].name for role in ("salesperson", "other")}
    assert told(acme.people["marketer"].pk) == [
        f"{names[second.owner_id]} sent Nadia x2, Kessler x2 back: No budget",
        f"{names[first.owner_id]} took Nadia x1, Kessler x1",
    ]


def test_pages_of_notices_hang_together_and_are_read_one_by_one_or_all(acme):
    hand_offs = [acme.handed_over(f"x{number}") for number in range(6)]
    ana = acme.actor("salesperson")
    own = [h for h in hand_offs if h.owner_id == ana.id]
    first = notices_of(ana.id, now_s=NOW_S, limit=2)
    rest = notices_of(ana.id, now_s=NOW_S, limit=2, before=first.before)
    assert [row.hand_off_id for row in first.notices + rest.notices] == [h.pk for h in reversed(own)]
    assert (first.unread, rest.before) == (3, None)
    assert notices.mark_read(actor=ana, notice_id=first.notices[0].id, now_s=NOW_S + 5) == 1
    assert notices.mark_read(actor=ana, notice_id=first.notices[0].id, now_s=NOW_S + 9) == 0
    assert notices_of(ana.id, now_s=NOW_S).notices[0].read_s == NOW_S + 5
    others = Notice.objects.exclude(person_id=ana.id).first()
    with pytest.raises(Unknown):
        notices.mark_read(actor=ana, notice_id=others.pk, now_s=NOW_S)
    assert notices.mark_read(actor=ana, now_s=NOW_S + 10) == 2
    assert notices_of(ana.id, now_s=NOW_S).unread == 0
    assert Notice.objects.filter(read_s__isnull=True).count() == 3


def test_the_mail_names_the_lead_the_deadline_and_both_answers(acme):
    hand_off = acme.handed_over()
    assert notices.send_mails(now_s=NOW_S + 30) == 1
    (sent,) = mail.outbox
    owner = acme.people["salesperson"] if acme.people["salesperson"].pk == hand_off.owner_id else acme.people["other"]
    assert (sent.subject, sent.to) == ("Nadia x1, Kessler x1 is yours: call by 10:15", [owner.email])
    links = re.findall(r"https://\S+", sent.body)
    assert [re.sub(r"answer/[^/?]+", "answer/TOKEN", link) for link in links] == [
        "https://leads.acme.example/answer/TOKEN/?act=accept",
        "https://leads.acme.example/answer/TOKEN/?act=reject",
        f"https://leads.acme.example/leads/{hand_off.lead_id}/",
    ]
    assert "Reasons: Too early, No budget, No need, Wrong person, Not reachable, Already known, Other." in sent.body
    assert Notice.objects.get().mailed_s == NOW_S + 30
    assert notices.send_mails(now_s=NOW_S + 60) == 0
    text = links[0].split("/answer/")[1].split("/")[0]
    assert read(text, NOW_S + 60) == (hand_off, actor_of(owner))


def test_without_mail_notices_stay_in_the_app(acme, settings):
    settings.MAIL_IS_SET = False
    acme.handed_over()
    assert notices.send_mails(now_s=NOW_S + 30) == 0
    assert (mail.outbox, Notice.objects.get().mailed_s) == ([], None)


def test_what_is_read_old_done_or_anothers_is_not_mailed(acme):
    read_one, answered, moved, old = (acme.handed_over(f"x{number}") for number in range(4))
    Notice.objects.filter(hand_off_id=read_one.pk).update(read_s=NOW_S)
    verdict.accept(actor=acme.owner(answered), hand_off_id=answered.pk, now_s=NOW_S + 1)
    Notice.objects.filter(hand_off_id=old.pk).update(made_s=NOW_S - 3 * DAY_S)
    other = next(p for p in (acme.people["salesperson"], acme.people["other"]) if p.pk != moved.owner_id)
    handoff.reassign(actor=acme.actor("sales_head"), hand_off_id=moved.pk, person_id=other.pk, now_s=NOW_S + 2)
    notices.send_mails(now_s=NOW_S + 30)
    subjects = sorted(message.subject.split(", ")[0] for message in mail.outbox)
    assert subjects == [f"{acme.owner(answered).name} took Nadia x1", "Nadia x2"]
    assert [m.to for m in mail.outbox if m.subject.startswith("Nadia x2")] == [[other.email]]
    assert notices.send_mails(now_s=NOW_S + 60) == 0


def test_somebody_who_left_gets_no_mail(acme):
    hand_off = acme.handed_over()
    acme.people["salesperson"].__class__.objects.filter(pk=hand_off.owner_id).update(is_active=False)
    assert notices.send_mails(now_s=NOW_S + 30) == 0
    assert mail.outbox == []


def test_a_refused_mail_stops_no_other_and_is_tried_with_patience(acme, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Grumpy"
    hand_offs = [acme.handed_over(f"x{number}") for number in range(4)]
    bos = [h for h in hand_offs if h.owner_id == acme.people["other"].pk]
    assert notices.send_mails(now_s=NOW_S + 10) == len(bos) == 2
    assert {message.to[0] for message in mail.outbox} == {"bo@acme.example"}
    waiting = Notice.objects.filter(mailed_s__isnull=True)
    assert [(n.values["mail_tries"], n.values["mail_after_s"]) for n in waiting] == [(1, NOW_S + 70)] * 2
    assert notices.send_mails(now_s=NOW_S + 60) == 0
    assert [n.values["mail_tries"] for n in waiting.all()] == [1, 1]
    now_s = NOW_S + 70
    for _ in range(notices.TRIES - 1):
        notices.send_mails(now_s=now_s)
        now_s = max((n.values["mail_after_s"] for n in waiting.all()), default=now_s)
    assert not waiting.all().exists()
    assert [n.values["mail"] for n in Notice.objects.filter(person_id=acme.people["salesperson"].pk)] == ["refused"] * 2
    assert len(mail.outbox) == 2


def test_a_server_that_cannot_be_reached_loses_nothing(acme, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    acme.handed_over()
    with pytest.raises(OSError, match="refused"):
        notices.send_mails(now_s=NOW_S + 10)
    assert Notice.objects.get().mailed_s is None


def test_a_link_shows_and_then_does_one_answer(acme):
    hand_off = acme.handed_over()
    text = token(hand_off.pk, hand_off.owner_id, NOW_S)
    page = open_link(text, NOW_S + 60)
    assert (page.who, page.state, page.lead_id, page.reasons[1]) == (
        "Nadia x1, Kessler x1", "open", hand_off.lead_id, ("no_budget", "No budget"),
    )  # fmt: skip
    assert HandOff.objects.get().answer == "open", "opening a link changes nothing"
    with pytest.raises(UnknownReason, match="too_early"):
        answer_link(token=text, act="reject", reason="to_early", now_s=NOW_S + 61)
    with pytest.raises(WrongLink, match="'maybe' is no answer"):
        answer_link(token=text, act="maybe", now_s=NOW_S + 61)
    answer_link(token=text, act="reject", reason="no_budget", note="next year", now_s=NOW_S + 62)
    assert (HandOff.objects.get().answer, Lead.objects.get().state) == ("rejected", "recycled")
    with pytest.raises(AlreadyAnswered, match="sent back"):
        answer_link(token=text, act="accept", now_s=NOW_S + 63)
    page = open_link(text, NOW_S + 64)
    assert (page.state, page.answered_by, page.answered_s) == ("rejected", acme.owner(hand_off).name, NOW_S + 62)


def test_a_notice_carries_no_name_once_names_are_no_longer_kept(acme):
    hand_off = acme.handed_over()
    verdict.reject(actor=acme.owner(hand_off), hand_off_id=hand_off.pk, reason="no_need", now_s=NOW_S + 60)
    finder = acme.people["marketer"].pk
    name = acme.owner(hand_off).name
    assert any(name in says for says in told(finder))
    late = told(finder, NOW_S + 400 * DAY_S)
    assert not any(name in says for says in late)
    assert any("a salesperson" in says for says in late)


@pytest.mark.parametrize("act", ["accept", "reject"])
def test_links_stand_for_one_person_one_lead_and_two_weeks(acme, act):
    hand_off = acme.handed_over()
    text = token(hand_off.pk, hand_off.owner_id, NOW_S)
    late_s = NOW_S + 14 * DAY_S + 1
    forged = token(hand_off.pk, acme.people["marketer"].pk, NOW_S)
    broken = text[:-2] + ("aa" if not text.endswith("aa") else "bb")
    for wrong, now_s, says in [
        (text, late_s, "older than 14 days"),
        (text[:20], NOW_S, "damaged"),
        (broken, NOW_S, "damaged"),
        ("", NOW_S, "damaged"),
        (forged, NOW_S, "with somebody else"),
        (token(999_999, hand_off.owner_id, NOW_S), NOW_S, "no longer leads anywhere"),
    ]:
        with pytest.raises(WrongLink, match=says):
            answer_link(token=wrong, act=act, reason="no_need", now_s=now_s)
        with pytest.raises(mail_links.WrongLink, match=says):
            open_link(wrong, now_s)
    assert HandOff.objects.get().answer == "open"
    answer_link(token=text, act=act, reason="no_need", now_s=NOW_S + 14 * DAY_S)
    assert HandOff.objects.get().answer == f"{act}ed"


def test_a_link_is_void_when_the_lead_went_to_somebody_else_or_its_person_left(acme):
    hand_off = acme.handed_over()
    text = token(hand_off.pk, hand_off.owner_id, NOW_S)
    other = next(p for p in (acme.people["salesperson"], acme.people["other"]) if p.pk != hand_off.owner_id)
    handoff.reassign(actor=acme.actor("sales_head"), hand_off_id=hand_off.pk, person_id=other.pk, now_s=NOW_S + 2)
    with pytest.raises(WrongLink, match="with somebody else"):
        answer_link(token=text, act="accept", now_s=NOW_S + 3)
    other.is_active = False
    other.save()
    with pytest.raises(WrongLink, match="its account is gone"):
        answer_link(token=token(hand_off.pk, other.pk, NOW_S), act="accept", now_s=NOW_S + 3)
