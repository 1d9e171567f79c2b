"""Same person? in the browser: the likeliest other leads are there before anybody searches, with why."""

import pytest
from django.test import Client

from leadpact.ledger import access
from leadpact.ledger.models import Lead
from leadpact.operations import duplicates
from tests.company import company

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return company()


def client(acme, role="marketer"):
    made = Client()
    made.force_login(acme.people[role])
    return made


def test_the_likeliest_others_are_named_before_anybody_searches(acme):
    first = acme.lead("x1", name="Nadia Rahman", company="Kessler Logistik", email="nadia.rahman@kessler.example")
    twin = acme.lead("x2", name="Nadia Rahmann", company="Kessler Logistik", email="n.rahman@kessler.example")
    alone = acme.lead("x3", name="Bo Berg", company="Elsewhere")
    here = client(acme)
    page = here.get(f"/leads/{first}/merge/").content.decode()
    assert f'name="other" value="{twin}"' in page  # By the beginning of the name.
    assert f'name="other" value="{alone}"' not in page
    duplicates.look(actor=access.SYSTEM)
    page = here.get(f"/leads/{twin}/merge/").content.decode()
    assert f'name="other" value="{first}"' in page
    assert "same company" in page
    assert "No other lead bears this name" in here.get(f"/leads/{alone}/merge/").content.decode()
    assert "No other lead is found by that" in here.get(f"/leads/{alone}/merge/", {"q": "nobody"}).content.decode()


def test_two_become_one_and_two_again(acme):
    first, twin = (acme.lead(name, name="Nadia Rahman", company="Kessler") for name in ("x1", "x2"))
    here = client(acme)
    answer = here.post(f"/leads/{first}/merge/", {"other": str(twin), "keep": str(first)}, follow=True)
    assert "They are one lead now." in answer.content.decode()
    assert Lead.objects.get(pk=twin).merged_into_id == first
    assert f'name="other" value="{twin}"' not in here.get(f"/leads/{first}/merge/").content.decode()
    here.post(f"/leads/{twin}/part/")
    assert Lead.objects.get(pk=twin).merged_into_id is None
