"""Empty places offer a next step that the reader may take, and nothing that ends in a refusal."""

import re

import pytest
from django.test import Client

from tests.company import company
from tests.made_once import just_now

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<a class="btn[^"]*"[^>]* href="([^"#]+)"|<a class="btn[^"]*" href="([^"#]+)"')
ROLES = ("marketer", "salesperson", "marketing_head", "sales_head", "operator", "reader")


@pytest.mark.parametrize("role", ROLES)
def test_no_button_of_an_empty_page_ends_in_a_refusal(role):
    acme = company(just_now())
    client = Client()
    client.force_login(acme.people[role])
    refused = {}
    for address in ("/leads/", "/deals/", "/evidence/", "/queue/", "/scoreboard/", "/pact/", "/notices/"):
        page = client.get(address)
        if page.status_code != 200:
            continue
        links = {a or b for a, b in LINK.findall(page.content.decode())}
        ends = {link: client.get(link).status_code for link in links if link.startswith("/")}
        refused |= {(address, link): status for link, status in ends.items() if status >= 400}
    assert refused == {}


def test_evidence_says_there_are_no_facts_only_where_there_are_none():
    acme = company(just_now())
    client = Client()
    client.force_login(acme.people["marketer"])
    acme.lead("x1")
    assert "No facts yet" not in client.get("/evidence/").content.decode()


def test_who_is_not_found_is_said_to_be_not_there():
    acme = company(just_now())
    client = Client()
    client.force_login(acme.people["marketer"])
    assert "No lead is found by these words" in client.get("/find/?q=nobody").content.decode()
    assert "No lead is found by these words" not in client.get("/find/").content.decode()


def test_what_is_known_of_a_lead_without_a_company_begins_without_a_dot():
    acme = company(just_now())
    client = Client()
    client.force_login(acme.people["marketer"])
    client.post("/leads/new/", {"name": "Bo", "country": "de"})
    page = client.get("/find/?q=Bo")
    address = re.search(r'href="(/leads/\d+/)"', page.content.decode()).group(1)
    assert re.search(r"<h1>Bo</h1><p>(.*?)</p>", client.get(address).content.decode()).group(1) == "DE"


def test_a_country_is_two_letters_and_a_source_called_other_is_no_reason():
    acme = company(just_now())
    client = Client()
    client.force_login(acme.people["marketer"])
    refused = client.post("/leads/new/", {"name": "Bo", "country": "Germany"})
    assert (refused.status_code, refused.context["form"].errors["country"]) == (
        422, ["Write the country's two letters, for instance DE."],
    )  # fmt: skip
    client.post("/leads/new/", {"name": "Bo", "source": "Other"})
    assert re.search(r"M</span>[^<]*(?:<[^>]+>)*\s*Other\b", client.get("/desk/").content.decode())
