"""The pages of deals: amounts are taken as they are meant, and what cannot be read is asked again."""

import pytest
from django.test import Client

from leadpact.ledger.models import Deal
from tests.company import company
from tests.made_once import just_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return company(just_now())


@pytest.fixture
def deal_page(acme):
    hand_off = acme.handed_over("x1")
    client = Client()
    client.force_login(next(person for person in acme.people.values() if person.pk == hand_off.owner_id))
    return client, f"/leads/{hand_off.lead_id}/deal/"


@pytest.mark.parametrize(
    ("typed", "minor"), [("12.000", 1_200_000), ("12.000,50", 1_200_050), ("12,000.50", 1_200_050), ("", None)]
)
def test_an_amount_is_taken_as_it_is_meant(deal_page, typed, minor):
    client, address = deal_page
    stage = client.get(address).context["form"].fields["stage"].choices[0][0]
    client.post(address, {"stage": stage, "amount": typed})
    deal = Deal.objects.get()
    assert deal.amount_minor == minor
    page = client.get(f"/deals/{deal.pk}/").context["amount"]
    again = page["amount"].value()
    client.post(f"/deals/{deal.pk}/won/", {"amount": again if again is not None else "1.500 €"})
    deal.refresh_from_db()
    assert (deal.state, deal.amount_minor) == ("won", minor if minor is not None else 150_000)


@pytest.mark.parametrize("typed", ["a lot", "-5", "1e20", "9" * 20, "12.34.56"])
def test_what_is_no_amount_is_asked_again(deal_page, typed):
    client, address = deal_page
    answer = client.post(address, {"stage": "discovery", "amount": typed})
    assert (answer.status_code, answer.context["form"].errors["amount"], Deal.objects.count()) == (
        422, ["Write an amount such as 12,000 or 12000.50."], 0,
    )  # fmt: skip
