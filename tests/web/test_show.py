"""The page for trade shows: what a phone sends is taken once, scored and routed on arrival."""

import json
import time

import pytest
from django.test import Client

from leadpact.ledger.models import FactRow, HandOff, Lead
from leadpact.operations import forms
from leadpact.operations.forms import FormPlan
from tests.company import company
from tests.connectors.test_codes import CARD, picture
from tests.made_once import just_now

pytestmark = pytest.mark.django_db
FIELDS = tuple((name, name in ("name", "email")) for name in (
    "name", "email", "company", "need", "budget", "authority", "timeframe_months", "employees", "job_title", "tool_today"))  # fmt: skip
GOOD = {
    "name": "Nadia Rahman", "email": "nadia@kessler.example", "company": "Kessler", "need": "too many returns",
    "budget": "approved", "authority": "decides", "timeframe_months": "3", "employees": "420",
    "job_title": "Head of Operations", "tool_today": "paper",
}  # fmt: skip


@pytest.fixture
def acme(db):
    text = None
    from leadpact.connectors import pact_file

    text = pact_file.starter().replace("after: [qualification_call]", "after: []").replace(
        "{points: 60, least: {fit: 20, intent: 10}}", "{points: 60}"
    )  # fmt: skip
    return company(just_now(), text=text)


@pytest.fixture
def form(acme):
    plan = FormPlan(name="Fair", kind="fair", title="Fair 26", fields=FIELDS, purpose="show", campaign="Fair 26")
    return forms.make_form(actor=acme.actor("marketer"), plan=plan, now_s=acme.now_s)


class Phone:
    def __init__(self, acme, form, role="marketer"):
        self.client, self.form = Client(), form
        self.client.force_login(acme.people[role])
        self.now_ms = int(time.time() * 1000)

    def send(self, *entries):
        told = {"sent_ms": self.now_ms, "entries": list(entries)}
        return self.client.post(f"/show/{self.form.token}/send/", json.dumps(told), "application/json")

    def entry(self, number, ago_s=0, **values):
        return {"id": f"phone-{number:06d}", "at_ms": self.now_ms - ago_s * 1000, "values": values, "agreed": False}


def test_what_was_taken_is_scored_and_routed_on_arrival_and_taken_once(acme, form):
    phone = Phone(acme, form)
    good, thin = phone.entry(1, 7200, **GOOD), phone.entry(2, name="Bo", email="bo@x.example")
    first = phone.send(good, thin).json()["results"]
    assert [each["status"] for each in first] == ["taken", "taken"]
    hand_off = HandOff.objects.get()
    lead = Lead.objects.get(pk=hand_off.lead_id)
    assert (lead.name, lead.source, lead.campaign) == ("Nadia Rahman", "trade_show", "fair_26")
    assert lead.found_by_id == acme.people["marketer"].pk
    assert "with " in first[0]["says"]
    assert "With marketing" in first[1]["says"]
    touch = FactRow.objects.filter(kind="event_visit", lead_id=lead.pk).get()
    assert 7195 <= time.time() - touch.occurred_s <= 7260
    before = FactRow.objects.count()
    again = phone.send(good, thin).json()["results"]
    assert [each["status"] for each in again] == ["unchanged", "unchanged"]
    assert FactRow.objects.count() == before


def test_a_wrong_entry_is_said_and_the_others_are_taken(acme, form):
    phone = Phone(acme, form, "salesperson")
    told = phone.send(phone.entry(1, name="A", email="nobody"), phone.entry(2, name="B", email="b@x.example"))
    first, second = told.json()["results"]
    assert (first["status"], second["status"]) == ("refused", "taken")
    assert "ana@example.com" in first["says"]
    assert Lead.objects.count() == 1
    assert Lead.objects.get().found_side == "sales"


@pytest.mark.parametrize("body", ["{", "[]", '{"entries": 1}', '{"sent_ms": 1, "entries": [{"id": "x"}]}', "\udc80"])
def test_what_cannot_be_read_is_refused_and_breaks_nothing(acme, form, body):
    phone = Phone(acme, form)
    data = body.encode("utf-8", "surrogatepass")
    answer = phone.client.post(f"/show/{form.token}/send/", data, "application/json")
    assert answer.status_code == 422
    assert "cannot be read" in answer.json()["says"]


def test_the_page_works_without_a_script(acme, form):
    phone = Phone(acme, form)
    page = phone.client.get(f"/show/{form.token}/")
    assert "camera=(self)" in page["Permissions-Policy"]
    answer = phone.client.post(f"/show/{form.token}/", {**GOOD, "once": "entry-0001"}, follow=True)
    assert "with " in answer.content.decode()
    phone.client.post(f"/show/{form.token}/", {**GOOD, "once": "entry-0001"})
    assert Lead.objects.count() == 1
    wrong = phone.client.post(f"/show/{form.token}/", {**GOOD, "email": "x"})
    assert wrong.status_code == 422
    assert "too many returns" in wrong.content.decode()


def test_the_script_that_keeps_the_page_may_rule_the_whole_folder(acme):
    answer = Client().get("/show/worker.js")
    assert (answer["Content-Type"], answer["Service-Worker-Allowed"]) == ("text/javascript", "/show/")


def test_a_closed_form_and_a_form_of_the_web_site_take_nothing_here(acme, form):
    phone = Phone(acme, form)
    forms.close_form(actor=acme.actor("marketer"), form_id=form.pk, now_s=acme.now_s)
    assert phone.client.get(f"/show/{form.token}/").status_code == 409
    assert phone.send(phone.entry(1, **GOOD)).status_code == 409
    assert Client().get(f"/f/{form.token}/").status_code == 404


def test_a_code_in_a_picture_is_read_for_browsers_that_cannot(acme, form):
    phone = Phone(acme, form)

    def ask(body, width):
        return phone.client.post(f"/show/{form.token}/read/?width={width}", body, "application/octet-stream")

    answer = ask(picture(CARD), 640)
    assert (answer.status_code, answer.json()) == (200, {"text": CARD})
    assert ask(bytes(640 * 480), 640).json() == {"text": ""}
    for body, width in ((b"123", 2), (b"1234", "wide"), (b"", 640), (bytes(3_000_000), 1_000)):
        answer = ask(body, width)
        assert (answer.status_code, answer.json()) == (
            422,
            {"says": "The picture cannot be read. Load the page again."},
        )
    assert (
        Client().post(f"/show/{form.token}/read/?width=640", picture(CARD), "application/octet-stream").status_code
        == 302
    )
