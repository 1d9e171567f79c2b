"""Notices in the app, and the one-tap answer from a mail."""

import re

import pytest
from django.test import Client

from leadpact.ledger.models import FactRow, HandOff, Notice
from leadpact.operations import mail_links, verdict
from tests.company import NOW_S, company
from tests.web.test_scoreboard import words

pytestmark = pytest.mark.django_db
DAY_S = 86_400


@pytest.fixture
def acme():
    return company()


def signed_in(acme, person_id):
    client = Client()
    client.force_login(next(person for person in acme.people.values() if person.pk == person_id))
    return client


def rows(text):
    return [
        (words(row).replace("Mark as read", "").strip(), 'class="notice new"' in f'class="notice{flag}"')
        for flag, row in re.findall(r'<li class="notice( new)?">.*?<p>(.*?)</p>', text, re.DOTALL)
    ]


def test_notices_are_listed_newest_first_and_marked_read(acme):
    first, second = acme.handed_over("x1"), acme.handed_over("x2")
    if second.owner_id != first.owner_id:
        second = acme.handed_over("x3")
    client = signed_in(acme, first.owner_id)
    text = client.get("/notices/").content.decode()
    assert words(re.search(r"<h1>(.*?)</h1>", text).group(1)) == "Two notices are new"
    told = [(says, is_new) for says, is_new in rows(text)]
    assert [is_new for _, is_new in told] == [True, True]
    assert [re.search(r"Nadia (x\d)", says).group(1) for says, _ in told] == [
        "x3" if second.lead_id != first.lead_id + 1 else "x2", "x1",
    ]  # fmt: skip
    assert all("waits for your answer" in says for says, _ in told)
    newest = Notice.objects.filter(person_id=first.owner_id).latest("id")
    assert client.post(f"/notices/{newest.pk}/read/").status_code == 302
    assert [is_new for _, is_new in rows(client.get("/notices/").content.decode())] == [False, True]
    client.post("/notices/read/")
    assert "Nothing new for you" in client.get("/notices/").content.decode()


def test_a_strangers_notice_cannot_be_marked(acme):
    hand_off = acme.handed_over("x1")
    notice = Notice.objects.get(person_id=hand_off.owner_id)
    assert signed_in(acme, acme.people["reader"].pk).post(f"/notices/{notice.pk}/read/").status_code == 404
    notice.refresh_from_db()
    assert notice.read_s is None


def test_older_notices_are_a_page_away(acme):
    reader = acme.people["reader"]
    Notice.objects.bulk_create(
        Notice(person_id=reader.pk, kind="woken", once=f"n{number}", made_s=NOW_S + number) for number in range(30)
    )
    client = signed_in(acme, reader.pk)
    text = client.get("/notices/").content.decode()
    more = re.search(r'rel="next" href="(\?before=\d+)"', text).group(1)
    assert (len(rows(text)), len(rows(client.get("/notices/" + more).content.decode()))) == (25, 5)


def test_without_notices_the_page_says_what_will_stand_there(acme):
    assert "No notices yet" in signed_in(acme, acme.people["reader"].pk).get("/notices/").content.decode()


@pytest.fixture
def link(acme, monkeypatch):
    from types import SimpleNamespace

    clock = SimpleNamespace(time=lambda: NOW_S + 60)
    monkeypatch.setattr("leadpact.web.notices.time", clock)
    hand_off = acme.handed_over("x1")
    address = f"/answer/{mail_links.token(hand_off.pk, hand_off.owner_id, NOW_S)}/"
    return SimpleNamespace(hand_off=hand_off, address=address, clock=clock, client=Client(enforce_csrf_checks=False))


def answer_of(hand_off):
    found = HandOff.objects.get(pk=hand_off.pk)
    return found.answer, found.reason, found.answered_by_id


def test_opening_the_link_changes_nothing(link):
    before = FactRow.objects.count()
    for query in ("", "?act=accept", "?act=reject"):
        answer = link.client.get(link.address + query)
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]
    assert FactRow.objects.count() == before
    assert answer_of(link.hand_off) == ("open", None, None)
    text = answer.content.decode()
    assert re.findall(r'<input type="radio" name="reason" value="(\w+)"', text) == [
        "too_early", "no_budget", "no_need", "wrong_person", "not_reachable", "duplicate", "other",
    ]  # fmt: skip


def test_one_tap_accepts(link):
    answer = link.client.post(link.address, {"act": "accept"}, follow=True)
    assert "The lead is yours." in answer.content.decode()
    assert "Accepted by" in answer.content.decode()
    assert answer_of(link.hand_off) == ("accepted", None, link.hand_off.owner_id)


def test_sending_back_needs_an_agreed_reason(link):
    answer = link.client.post(link.address, {"act": "reject", "reason": "bored"})
    assert answer.status_code == 422
    assert answer_of(link.hand_off) == ("open", None, None)
    answer = link.client.post(link.address, {"act": "reject", "reason": "no_budget", "note": "Next year"}, follow=True)
    assert "Sent back, with your reason." in answer.content.decode()
    assert answer_of(link.hand_off) == ("rejected", "no_budget", link.hand_off.owner_id)


def test_who_answered_first_is_told_to_who_comes_second(acme, link):
    verdict.accept(actor=acme.owner(link.hand_off), hand_off_id=link.hand_off.pk, now_s=NOW_S + 30)
    before = FactRow.objects.count()
    answer = link.client.post(link.address, {"act": "accept"})
    assert answer.status_code == 422
    assert "already" in answer.content.decode().lower()
    assert FactRow.objects.count() == before


@pytest.mark.parametrize("broken", ["/answer/nonsense/", None])
def test_a_damaged_or_old_link_says_what_to_do(link, broken):
    if broken is None:
        link.clock.time = lambda: NOW_S + 15 * DAY_S
    for answer in (
        link.client.get(broken or link.address),
        link.client.post(broken or link.address, {"act": "accept"}),
    ):
        assert answer.status_code == 404
        assert "Sign in to see the lead." in answer.content.decode()
    assert answer_of(link.hand_off) == ("open", None, None)


def test_the_buttons_need_a_token_against_forgery(link):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(link.address, {"act": "accept"}).status_code == 403
    assert answer_of(link.hand_off) == ("open", None, None)
