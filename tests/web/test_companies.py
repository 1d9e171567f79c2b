"""The page of duplicates: companies that look alike are named with why, made one, and parted again."""

import pytest
from django.test import Client

from leadpact.ledger import access
from leadpact.ledger.models import CompanyPair, Lead
from leadpact.operations import companies
from tests.company import company

pytestmark = pytest.mark.django_db


def test_two_companies_become_one_and_two_again():
    acme = company()
    first = acme.lead("x1", name="Nadia Rahman", company="Kessler Logistik")
    other = acme.lead("x2", name="Bo Berg", company="Kessler Logistik GmbH")
    companies.look(actor=access.SYSTEM)
    here = Client()
    here.force_login(acme.people["marketer"])
    page = here.get("/data/duplicates/").content.decode()
    assert "same name but for GmbH" in page
    assert "Nothing looks alike" not in page
    pair = CompanyPair.objects.get()
    page = here.post(f"/data/duplicates/companies/{pair.pk}/decide/", {"say": "one"}, follow=True).content.decode()
    assert "They are one company now." in page
    assert "Kessler Logistik GmbH is one with Kessler Logistik" in page
    assert len(set(Lead.objects.filter(pk__in=(first, other)).values_list("account_id", flat=True))) == 1
    story = here.get(f"/leads/{other}/").content.decode()
    assert "Its company is the same as another one" in story
    again = here.post(f"/data/duplicates/companies/{pair.pk}/decide/", {"say": "one"}, follow=True)
    assert "decided already" in again.content.decode()
    page = here.post(f"/data/duplicates/companies/{pair.other_id}/part/", follow=True).content.decode()
    assert "They are two companies again; 1 lead went back." in page
    assert len(set(Lead.objects.filter(pk__in=(first, other)).values_list("account_id", flat=True))) == 2
