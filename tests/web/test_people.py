"""The pages of people: inviting somebody, the link by which they get in, and what a change leaves alone."""

import html
import re

import pytest
from django.test import Client

from leadpact.ledger.models import Person, Team
from tests.company import PASSWORD, company
from tests.made_once import just_now

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<code class="take">http://[^/]+(/welcome/[^<]+)</code>')


@pytest.fixture
def acme():
    return company(just_now())


@pytest.fixture
def operator(acme):
    client = Client()
    client.force_login(acme.people["operator"])
    return client


def link_on(page):
    found = LINK.search(html.unescape(page.content.decode()))
    return found and found.group(1)


def test_the_link_of_an_invited_person_stays_at_hand_until_it_is_used(operator):
    sent = operator.post("/people/new/", {"name": "Cy Cole", "email": "cy@acme.example", "role": "salesperson"})
    address = f"/people/{Person.objects.get(email='cy@acme.example').pk}/"
    assert sent["Location"] == address
    first = link_on(operator.get(address))
    assert first
    again = link_on(operator.get(address))
    assert Client().get(again).status_code == 200
    assert Client().post(again, {"password": "a long enough one"})["Location"] == "/"
    assert Client().get(first).status_code == 404
    assert link_on(operator.get(address)) is None


def test_who_forgot_the_password_sets_another_by_a_link(acme, operator):
    ana = acme.people["salesperson"]
    ana.set_password("forgotten by noon")
    ana.save(update_fields=["password"])
    address = f"/people/{ana.pk}/"
    assert link_on(operator.get(address)) is None
    link = link_on(operator.get(f"{address}?link=new"))
    Client().post(link, {"password": "remembered for ever"})
    assert Client().login(username=ana.email, password="remembered for ever")
    assert Client().get(link).status_code == 404


def test_nobody_gets_in_by_a_link_who_has_left(acme, operator):
    ana = acme.people["salesperson"]
    operator.post(f"/people/{ana.pk}/leave/")
    assert link_on(operator.get(f"/people/{ana.pk}/?link=new")) is None


def test_an_account_closed_by_mistake_is_opened_again(acme, operator):
    ana = acme.people["salesperson"]
    assert f"/people/{ana.pk}/come-back/" in operator.post(f"/people/{ana.pk}/leave/", follow=True).content.decode()
    assert "Open the account again" in operator.get(f"/people/{ana.pk}/").content.decode()
    operator.post(f"/people/{ana.pk}/come-back/")
    assert Client().login(username=ana.email, password=PASSWORD)
    assert operator.post("/people/999/come-back/").status_code == 404


def test_a_change_leaves_the_team_alone(acme, operator):
    ana = acme.people["salesperson"]
    partners = Team.objects.create(name="Partners", side="sales")
    Person.objects.filter(pk=ana.pk).update(team=partners)
    form = operator.get(f"/people/{ana.pk}/").context["form"]
    kept = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    operator.post(f"/people/{ana.pk}/", kept | {"name": "Ana Linde"})
    assert Person.objects.values_list("name", "team__name").get(pk=ana.pk) == ("Ana Linde", "Partners")
