"""Every page, file, answer and notice with every role: nobody reads what the pact does not show of somebody."""

import re
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from leadpact.ledger.models import Clock, HandOff, Notice
from leadpact.operations import keys, refresh, sla
from tests.board_company import pact_text
from tests.company import NOW_S, company
from tests.made_once import made_once

pytestmark = pytest.mark.django_db
LATER_S = NOW_S + 3 * 3600
ROLES = ("marketer", "salesperson", "marketing_head", "sales_head", "operator", "reader", "other")
LATE = re.compile(r"was reminded|was told that|because a promise was late|not called by|not accepted or sent back by")


@pytest.fixture(autouse=True)
def later(monkeypatch):
    monkeypatch.setattr("leadpact.web.door.time", SimpleNamespace(time=lambda: LATER_S))
    monkeypatch.setattr("leadpact.api.keys.time", SimpleNamespace(time=lambda: LATER_S), raising=False)


def late_company(text=None):
    """A company in which one salesperson is late with one lead; the other has one too and called in time."""
    made = company(text=text)
    first = made.handed_over("x1")
    second = made.handed_over("x2")
    assert first.owner_id != second.owner_id
    by_id = {person.pk: role for role, person in made.people.items()}
    made.people["late"], made.people["quick"] = (made.people[by_id[each.owner_id]] for each in (first, second))
    sla.log_attempt(
        actor=made.owner(second), lead_id=second.lead_id, channel="call", outcome="reached", now_s=NOW_S + 60
    )
    for at_s in (NOW_S + 12 * 60, NOW_S + 20 * 60):
        sla.act_on_due(now_s=at_s)
    refresh.run_now(name="sla_keeping", parameters={}, now_s=LATER_S)
    made.first = HandOff.objects.get(pk=first.pk)
    made.lead_id = first.lead_id
    _, made.key = keys.make_key(actor=made.actor("operator"), name="all", scopes=["read"])
    return made


def client_of(acme, role):
    client = Client()
    client.force_login(acme.people[role])
    return client


def addresses(acme):
    """Every page that can be read, with the late lead where one is asked for; some measures with their files."""
    of_one = {
        "lead": acme.lead_id,
        "lead_edit": acme.lead_id,
        "lead_qualify": acme.lead_id,
        "pact_version": acme.pact_id,
        "pact_statement": acme.pact_id,
    }
    for pattern in get_resolver().url_patterns:
        name = getattr(pattern, "name", None)
        if name in (None, "sign_out", "enter_demo", "undo"):
            continue
        try:
            yield reverse(name, args=[of_one[name]] if name in of_one else [])
        except NoReverseMatch:
            continue
    for promise in ("answer", "attempts", "waiting", "actions"):
        yield reverse("promise_leads", args=[promise])
    for measure in ("sla_keeping", "persistence", "promises"):
        for form in ("evidence_measure", "evidence_csv", "evidence_json", "evidence_svg"):
            yield reverse(form, args=[measure])
    for outcome in ("due", "kept", "missed", "overdue", "late", "running"):
        yield f"/evidence/sla_keeping/?behind=level%3Dall%26outcome%3D{outcome}"
    yield f"/short-list/?of={acme.people['late'].pk}"


def told(acme, role, below="/"):
    """Everything a role can read below an address, by address."""
    client = client_of(acme, role)
    found = {}
    for address in addresses(acme):
        if not address.startswith(below):
            continue
        answer = client.get(address)
        assert answer.status_code in (200, 302, 403, 404, 405), address
        if answer.status_code == 200 and answer["Content-Type"] != "image/gif":
            found[address] = answer.content.decode()
    return found


def due_words(acme):
    """How the late promises' deadlines stand in pages and answers."""
    dues = Clock.objects.filter(lead_id=acme.lead_id, person_id=acme.people["late"].pk).values_list("due_s", flat=True)
    return {datetime.fromtimestamp(due_s, UTC).strftime("%Y-%m-%dT%H:%M") for due_s in dues}


CHOICES = {
    "seen by owner and manager": {"late", "sales_head"},
    "seen by owner": {"late"},
    "seen by team": {"late", "quick", "sales_head"},
}


@pytest.mark.parametrize("late", CHOICES)
def test_that_somebody_is_late_stands_nowhere_but_before_those_the_pact_names(late):
    text = pact_text().replace("seen by owner and manager", late)
    acme = made_once(("late", late), lambda: late_company(text))
    dues = due_words(acme)
    may = {acme.people[who].pk for who in CHOICES[late]}
    seen = {}
    for role in ROLES:
        pages = told(acme, role)
        found = {address for address, page in pages.items() if LATE.search(page) or any(due in page for due in dues)}
        if f"/leads/{acme.lead_id}/" in pages:
            seen[role] = bool(found)
        if acme.people[role].pk not in may:
            assert found == set(), role
        elif f"/leads/{acme.lead_id}/" in pages:
            assert f"/leads/{acme.lead_id}/" in found, role
    assert seen["marketing_head"] is False
    late_role = next(role for role in ROLES if acme.people[role].pk == acme.people["late"].pk)
    assert seen[late_role] is True
    answer = Client().get(f"/api/leads/{acme.lead_id}", headers={"Authorization": f"Bearer {acme.key}"})
    assert answer.status_code == 200, answer.content
    assert answer.json()["clock"] is None
    assert not LATE.search(answer.content.decode())


def test_figures_of_a_person_stand_nowhere_but_before_those_the_pact_names():
    acme = made_once(("late", "figures"), late_company)
    sellers = {acme.people[who].pk: acme.people[who].name for who in ("late", "quick")}
    for role in ROLES:
        reader = acme.people[role]
        open_to = {pk for pk in sellers if pk == reader.pk or role == "sales_head"}
        pages = told(acme, role, "/evidence/sla_keeping")
        assert pages
        for address, page in pages.items():
            main = page.split("<main", 1)[-1]
            for pk, name in sellers.items():
                if pk not in open_to:
                    assert name not in main, (role, address)
                    assert not re.search(rf'"person_id": {pk}\b', page), (role, address)
        rows = client_of(acme, role).get("/evidence/sla_keeping.json").json()["rows"]
        assert {row["person_id"] for row in rows if row["level"] == "person"} == open_to


def test_a_lead_whose_promise_is_not_shown_says_so():
    acme = made_once(("late", "figures"), late_company)
    says = "How it stands is seen by its owner and those the pact names."
    assert says in client_of(acme, "marketing_head").get(f"/leads/{acme.lead_id}/").content.decode()
    assert says not in client_of(acme, "sales_head").get(f"/leads/{acme.lead_id}/").content.decode()


@pytest.mark.parametrize(("late", "who"), [("seen by owner and manager", "sales_head"), ("seen by owner", "late")])
def test_a_promise_that_ran_late_is_told_to_whom_the_pact_says(late, who):
    acme = made_once(("late", late), lambda: late_company(pact_text().replace("seen by owner and manager", late)))
    found = set(Notice.objects.filter(kind="escalated", lead_id=acme.lead_id).values_list("person_id", flat=True))
    assert found == {acme.people[who].pk}


@pytest.mark.parametrize("role", ROLES)
def test_the_scoreboard_opens_for_everybody_however_few_people_had_a_lead_so_far(role):
    acme = made_once("one lead in the period", lambda: (made := company(), made.handed_over("x1"))[0])
    refresh.run_now(name="sla_keeping", parameters={}, now_s=LATER_S)
    for address in ("/scoreboard/", "/scoreboard/?period=last", "/goals/"):
        answer = client_of(acme, role).get(address)
        assert answer.status_code == 200, (role, address)
