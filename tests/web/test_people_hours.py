"""One's own hours and absences as a page: what it shows, and what its forms say."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from leadpact.ledger.models import Absence, Hours
from tests.company import company
from tests.made_once import just_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return company(just_now())


@pytest.fixture
def enter(acme):
    def sign_in(role):
        client = Client()
        client.force_login(acme.people[role])
        return client

    return sign_in


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_a_new_person_works_the_pacts_hours(enter):
    page = enter("salesperson").get("/hours/")
    shown = page.context["page"]
    assert page.context["heading"] == "You work 36 hours a week"
    assert (shown.is_own, shown.zone, shown.hours, shown.coming, shown.past, shown.team) == (True, "", "", (), (), ())
    assert "Monday 09:00–12:30, 13:30–17:30" in words(page)
    assert "No absence is coming." in words(page)


def test_own_hours_and_an_absence_are_entered_shown_and_taken_back(acme, enter):
    client = enter("salesperson")
    today = datetime.now(UTC).date()
    sent = {"do": "hours", "zone": "UTC", "hours": "mon-thu 09:00-12:30 13:30-17:00"}
    assert client.post("/hours/", sent)["Location"] == "/hours/"
    assert client.post("/hours/", {"do": "away", "from_on": today.isoformat()})["Location"] == "/hours/"
    later = {"from_on": today + timedelta(days=20), "until_on": today + timedelta(days=22)}
    client.post("/hours/", {"do": "away", **later})
    page = client.get("/hours/")
    assert page.context["heading"].startswith("You are away until ")
    found = [(each.from_on, each.until_on, each.is_now) for each in page.context["page"].coming]
    assert found == [(today, today, True), (*later.values(), False)]
    assert page.context["page"].week_s == 4 * 7 * 3600
    assert client.post(f"/absences/{page.context['page'].coming[0].id}/take-back/")["Location"] == "/hours/"
    assert client.get("/hours/").context["heading"] == "You work 28 hours a week"
    assert list(Absence.objects.values_list("person_id", flat=True)) == [acme.people["salesperson"].pk]


def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_kept(enter):
    client = enter("salesperson")
    wrong = client.post("/hours/", {"do": "hours", "zone": "Europe/Berlim", "hours": ""})
    assert (wrong.status_code, list(wrong.context["working"].errors)) == (422, ["zone"])
    wrong = client.post("/hours/", {"do": "hours", "zone": "", "hours": "every day"})
    assert (wrong.status_code, list(wrong.context["working"].errors)) == (422, ["hours"])
    wrong = client.post("/hours/", {"do": "away", "from_on": "2026-07-02", "until_on": "2026-07-01"})
    assert (wrong.status_code, list(wrong.context["away"].errors)) == (422, ["until_on"])
    wrong = client.post("/hours/", {"do": "away", "from_on": "soon"})
    assert (wrong.status_code, list(wrong.context["away"].errors)) == (422, ["from_on"])
    assert (Hours.objects.count(), Absence.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("role", "others"),
    [
        ("sales_head", ["Ana Lind", "Bo Berg"]),
        ("marketing_head", ["Ida Brandt"]),
        ("operator", ["Ana Lind", "Bo Berg", "Ida Brandt", "Mia Head", "Ren Reader", "Sam Head"]),
        ("marketer", []),
        ("reader", []),
    ],
)
def test_a_head_sees_the_team_and_the_operator_everybody(enter, role, others):
    assert [mate.name for mate in enter(role).get("/hours/").context["page"].team] == others


def test_a_head_enters_an_absence_for_the_team(acme, enter):
    ana = acme.people["salesperson"].pk
    today = datetime.now(ZoneInfo("Europe/Berlin")).date().isoformat()  # Where she works, not where the clock stands.
    client = enter("sales_head")
    assert client.post(f"/hours/{ana}/", {"do": "away", "from_on": today})["Location"] == f"/hours/{ana}/"
    page = client.get(f"/hours/{ana}/")
    assert page.context["heading"].startswith("Ana Lind is away until ")
    away = page.context["page"].coming[0]
    assert client.post(f"/absences/{away.id}/take-back/")["Location"] == f"/hours/{ana}/"
    assert enter("marketing_head").get(f"/hours/{ana}/").status_code == 403
    assert enter("sales_head").get("/hours/999/").status_code == 404


def test_the_menu_of_the_account_leads_there(enter):
    assert 'href="/hours/"' in enter("reader").get("/pact/").content.decode()
