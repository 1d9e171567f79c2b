"""Forms on the web: made on a page, filled in without a script, nothing typed is lost, machines are held back."""

import re

import pytest
from django.test import Client

from leadpact.ledger import access
from leadpact.ledger.models import CaptureForm, FactRow, HeldEntry, Lead
from leadpact.operations import forget
from leadpact.web import forms_stamp
from tests.company import company
from tests.made_once import just_now

pytestmark = pytest.mark.django_db
ASKED = {
    "name": "Demo", "purpose": "web", "title": "See it <work>", "kind": "demo", "language": "en", "ask_name": "on",
    "need_name": "on", "ask_email": "on", "need_email": "on", "ask_budget": "on", "ask_need": "on",
    "agreement": "You may write to me.", "ways": ["email"],
}  # fmt: skip
TYPED = {"name": "Ana Lind", "email": "ana@kessler.example", "budget": "approved", "agreed": "on"}


@pytest.fixture(autouse=True)
def no_tries():
    forms_stamp.forget_tries()


@pytest.fixture
def marketer(db):
    client = Client()
    client.force_login(company(just_now()).people["marketer"])
    return client


@pytest.fixture
def form(marketer):
    answer = marketer.post("/data/forms/new/", ASKED)
    assert answer.status_code == 302, answer.content.decode()
    return CaptureForm.objects.get()


class Buyer:
    """Somebody with a browser that keeps nothing and runs no script."""

    def __init__(self, form, query=None, **headers):
        self.client, self.url = Client(headers=headers), f"/f/{form.token}/"
        self.page = self.client.get(self.url, query or {})
        self.form = form

    def stamp(self, seconds=30):
        """The stamp of the page, as if it had been opened so long ago."""
        text = re.search(r'name="stamp" value="([^"]+)"', self.page.content.decode())[1]
        stamp = forms_stamp.read(text, self.form.pk)
        older = forms_stamp.Stamp(stamp.once, stamp.opened_s - seconds, stamp.origin, stamp.visitor)
        return forms_stamp.written(older, self.form.pk)

    def send(self, seconds=30, **typed):
        return self.client.post(self.url, {"stamp": self.stamp(seconds), **TYPED, **typed})


def test_a_form_is_made_of_the_pacts_fields_and_filled_in_without_a_script(form):
    buyer = Buyer(form, {"utm_source": "google", "utm_medium": "cpc", "utm_campaign": "Spring"})
    says = buyer.page.content.decode()
    assert "See it &lt;work&gt;" in says
    assert "<script" not in says
    assert not buyer.page.cookies
    assert "frame-ancestors *" in buyer.page["Content-Security-Policy"]
    answer = buyer.send(need="Too many returns")
    assert "Thank you" in answer.content.decode()
    lead = Lead.objects.get()
    assert (lead.name, lead.email, lead.source, lead.campaign) == (
        "Ana Lind", "ana@kessler.example", "paid_search", "Spring",
    )  # fmt: skip
    assert FactRow.objects.filter(field="permission_email", value_code="consent").count() == 1


def test_the_page_before_says_where_somebody_came_from_and_nothing_is_unknown(form):
    Buyer(form, Referer="https://www.google.com/search").send(email="a@a.example")
    Buyer(form).send(email="b@a.example")
    framed = {"embed": "1", "page": "https://acme.example/demo?utm_campaign=Fall&utm_medium=email", "from": ""}
    Buyer(form, framed).send(email="c@a.example")
    Buyer(form, {"embed": "1", "page": "https://acme.example/demo", "from": "https://t.co/x"}).send(email="d@a.example")
    told = dict(Lead.objects.values_list("email", "source"))
    assert told == {
        "a@a.example": "organic_search",
        "b@a.example": "unknown",
        "c@a.example": "email",
        "d@a.example": "social",
    }


def test_a_double_click_and_the_way_back_make_one_lead(form):
    buyer = Buyer(form)
    assert buyer.send().status_code == buyer.send().status_code == 200
    assert Lead.objects.count() == 1
    assert FactRow.objects.filter(kind="form_filled").count() == 1


def test_what_is_wrong_is_said_and_what_was_typed_stays(form):
    answer = Buyer(form).send(email="nobody", need="Too many <returns>")
    says = answer.content.decode()
    assert answer.status_code == 422
    assert "Please give an e-mail address such as ana@example.com" in says
    assert "Too many &lt;returns&gt;" in says
    assert 'aria-invalid="true"' in says
    assert not Lead.objects.exists()


def test_machines_are_held_back_and_people_lose_nothing(form, marketer):
    buyer = Buyer(form)
    fast = buyer.send(seconds=0)
    assert fast.status_code == 422
    assert "faster than we can read" in fast.content.decode()
    assert "Ana Lind" in fast.content.decode()
    assert "open for very long" in buyer.send(seconds=30 * 86_400).content.decode()
    forged = buyer.client.post(buyer.url, {**TYPED, "stamp": "x"})
    assert forged.status_code == 422
    trapped = buyer.send(fax_number="1")
    assert "Thank you" in trapped.content.decode()
    assert not Lead.objects.exists()
    page = marketer.get(f"/data/forms/{form.pk}/").content.decode()
    assert "1 entry is held back" in page
    assert "ana@kessler.example" in page
    marketer.post(f"/data/forms/held/{HeldEntry.objects.get().pk}/", {"act": "take"})
    assert Lead.objects.get().name == "Ana Lind"


def test_one_address_cannot_send_without_end(form):
    answers = [Buyer(form).send(email=f"a{n}@a.example").status_code for n in range(forms_stamp.TRIES + 2)]
    assert answers == [200] * forms_stamp.TRIES + [422] * 2
    other = Buyer(form, **{"X-Forwarded-For": "203.0.113.9"})
    assert other.send(email="z@a.example").status_code == 200


def test_a_closed_form_says_so(form, marketer):
    marketer.post(f"/data/forms/{form.pk}/close/")
    assert Client().get(f"/f/{form.token}/").status_code == 410
    assert Client().get("/f/no-such-form/").status_code == 404
    marketer.post(f"/data/forms/{form.pk}/close/", {"open": "yes"})
    assert Client().get(f"/f/{form.token}/").status_code == 200


def test_a_form_that_cannot_be_made_keeps_what_was_typed(marketer):
    answer = marketer.post("/data/forms/new/", {**ASKED, "ask_email": "", "need_email": "", "intro": "Come and see"})
    assert answer.status_code == 422
    assert "nobody could answer" in answer.content.decode()
    assert "Come and see" in answer.content.decode()


def test_the_page_of_a_form_shows_what_to_paste_and_changes_it(form, marketer):
    says = marketer.get(f"/data/forms/{form.pk}/").content.decode()
    assert f"form-embed.js&quot; data-form=&quot;{form.token}&quot;" in says
    marketer.post(f"/data/forms/{form.pk}/", {**ASKED, "title": "Another heading"})
    assert "Another heading" in Client().get(f"/f/{form.token}/").content.decode()
    assert "Demo" in marketer.get("/data/forms/").content.decode()


def test_whoever_was_forgotten_and_writes_again_is_welcome(form):
    assert Buyer(form).send().status_code in (200, 302)
    lead = Lead.objects.get()
    forget.forget(actor=access.SYSTEM, lead_id=lead.pk, now_s=just_now())
    assert Buyer(form).send().status_code in (200, 302)
    again = Lead.objects.exclude(pk=lead.pk).get()
    assert (again.email, Lead.objects.get(pk=lead.pk).email) == ("ana@kessler.example", None)
