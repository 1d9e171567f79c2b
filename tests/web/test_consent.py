"""The page of what a buyer allows, and what it changes elsewhere."""

import html

import pytest
from django.test import Client
from django.urls import reverse

from leadpact.ledger.models import FactRow, Lead
from leadpact.queries import leads, score
from tests.company import company

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return company()


def browser(acme, role):
    client = Client()
    client.force_login(acme.people[role])
    return client


def text(answer):
    return html.unescape(answer.content.decode())


def test_a_salesperson_notes_that_the_buyer_wants_no_calls_and_takes_it_back(acme):
    hand_off = acme.handed_over(phone="+49301234567")
    acme.people["salesperson"] = next(p for p in acme.people.values() if p.pk == hand_off.owner_id)
    client = browser(acme, "salesperson")
    page = text(client.get(reverse("lead", args=[hand_off.lead_id])))
    assert "What the buyer allows" in page
    assert "Do not call" not in page
    form = reverse("lead_permissions", args=[hand_off.lead_id])
    assert "No contact at all" in text(client.get(form))
    told = client.post(
        form, {"phone": "refused", "email": "consent", "how": "phone", "wording": "Mail is fine"}, follow=True
    )
    said = text(told)
    assert "Do not call" in said
    assert "on the phone" in said
    assert "tel:" not in said
    assert "E-mail permission: Consent (“Mail is fine”)" in said
    short_list = text(client.get(reverse("shortlist")))
    assert "Do not call" in short_list
    fact = FactRow.objects.filter(lead_id=hand_off.lead_id, field="permission_email").get()
    client.post(reverse("undo", args=[fact.id]))
    assert Lead.objects.get(pk=hand_off.lead_id).refused is None


def test_no_contact_at_all_closes_the_lead_and_one_undo_brings_it_back(acme):
    hand_off = acme.handed_over()
    client = browser(acme, "sales_head")
    client.post(reverse("lead_permissions", args=[hand_off.lead_id]), {"nothing": "1", "how": "mail"})
    lead = Lead.objects.get(pk=hand_off.lead_id)
    assert (lead.state, lead.refused) == ("closed", "email phone post")
    page = text(client.get(reverse("lead", args=[lead.pk])))
    assert "The follow-up ended: the buyer asked not to be contacted" in page
    fact = FactRow.objects.filter(lead_id=lead.pk, field="do_not_contact").get()
    client.post(reverse("undo", args=[fact.id]))
    lead.refresh_from_db()
    assert (lead.state, lead.refused) == ("handed_over", None)


def test_what_was_tracked_is_not_shown_once_tracking_was_refused(acme):
    lead_id = acme.lead(name="Nadia", email="n@k.example")
    acme.touch(lead_id, "page_view", "pricing")
    client = browser(acme, "marketer")
    assert "Looked at the page" in text(client.get(reverse("lead", args=[lead_id])))
    client.post(reverse("lead_permissions", args=[lead_id]), {"tracking": "refused"})
    assert "Looked at the page" not in text(client.get(reverse("lead", args=[lead_id])))


def test_when_somebody_looked_is_not_told_with_the_points_once_tracking_was_refused(acme):
    lead_id = acme.lead("a1", name="Nadia", email="n@k.example")
    for minute in range(3):
        acme.touch(lead_id, "page_view", "pricing", occurred_s=acme.now_s - minute * 60)
    marketer = acme.actor("marketer")

    def told():
        rows = leads.page(marketer, lead_id, acme.now_s).score.rows
        return [(row.fact, row.at is not None) for row in rows if "pricing" in row.label.lower()]

    def reasons():
        found = score.of_lead(marketer, lead_id, acme.now_s)["reasons"]
        return [each["fact"] is not None for each in found if "pricing" in each["label"].lower()]

    assert (told(), reasons()) == ([("the buyer", True)], [True])
    browser(acme, "marketer").post(reverse("lead_permissions", args=[lead_id]), {"tracking": "refused"})
    assert (told(), reasons()) == ([("", False)], [False])
