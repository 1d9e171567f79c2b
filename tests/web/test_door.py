"""What a page does with a refusal, with a mistake of ours, and with what no form of ours would send."""

import re

import pytest
from django.contrib.messages import get_messages
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory

from leadpact.operations.deals import WrongDeal
from leadpact.web.door import door
from tests.company import company
from tests.made_once import made_once
from tests.web.test_permissions import GET, POST, ROLES, address, one_of_each

pytestmark = pytest.mark.django_db
FORMS = ("lead_new", "lead_edit", "deal_open", "my_hours", "hours", "person", "person_new", "keys", "pact_propose")
"""Pages that also take what their form sends."""
JUNK = ("x" * 5000, "-1", "9" * 40, "NaN", "٣", "\x00", "<b>2026-02-30")
INPUT = re.compile(r'<(?:input|select|textarea|button)\b[^>]*\bname="([^"]+)"')


def asked(acme, method, view):
    request = getattr(RequestFactory(), method)("/short-list/")
    request.user = acme.people["salesperson"]
    request._messages = Client().get("/sign-in/").wsgi_request._messages
    return request, door(view)(request)


def refuse(_request):
    raise WrongDeal("This deal is won already.")


def slip(_request):
    return HttpResponse(str(int("three")))


def test_a_refusal_in_words_is_shown_where_the_person_came_from():
    request, answer = asked(company(), "post", refuse)
    assert (answer.status_code, [str(m) for m in get_messages(request)]) == (302, ["This deal is won already."])


@pytest.mark.parametrize(("method", "view", "wrong"), [("post", slip, ValueError), ("get", refuse, WrongDeal)])
def test_a_mistake_of_ours_is_not_told_as_a_refusal(method, view, wrong):
    acme = company()
    with pytest.raises(wrong):
        asked(acme, method, view)


def test_who_was_signed_out_in_the_meantime_is_told_and_comes_back_to_the_page():
    acme = company()
    sent = {"kind": "call", "outcome": "reached"}
    plain = Client(HTTP_REFERER="http://testserver/short-list/?view=late")
    onward = "/sign-in/?next=/short-list/%3Fview%3Dlate"
    assert plain.post(f"/leads/{acme.lead('x1')}/log/", sent)["Location"] == onward
    assert "nothing was saved" in plain.get(onward).content.decode()
    answer = plain.post("/leads/1/log/", sent, headers={"hx-request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (200, onward)
    assert Client().get("/leads/?state=won")["Location"] == "/sign-in/?next=/leads/%3Fstate%3Dwon"


def test_a_form_that_was_open_too_long_is_told_so_in_our_words():
    acme = company()
    client = Client(enforce_csrf_checks=True, HTTP_REFERER="http://testserver/leads/new/")
    client.force_login(acme.people["salesperson"])
    answer = client.post("/leads/new/", {"name": "Lost Work"})
    assert (answer.status_code, "Load it again and do it once more" in answer.content.decode()) == (403, True)
    part = client.post("/leads/new/", {"name": "Lost Work"}, headers={"hx-request": "true"})
    assert part["HX-Redirect"] == "/leads/new/"
    assert "This page was open too long" in client.get("/leads/new/").content.decode()


@pytest.mark.parametrize("junk", JUNK, ids=range(len(JUNK)))
def test_every_form_and_button_bears_what_nobody_should_send(junk):
    acme = made_once("one of each", one_of_each)
    clients = {role: Client() for role in ROLES}
    for role, client in clients.items():
        client.force_login(acme.people[role])
    may = {name: min(GET.get(name) or POST[name]) for name in (*FORMS, *POST) if name not in ("sign_out", "theme")}
    pages = [clients[may[name]].get(address(acme, name)) for name in FORMS]
    names = {name for page in pages for name in INPUT.findall(page.content.decode())}
    names |= {"amount", "currency", "reason", "note", "kind", "outcome", "stage"}
    assert {"name", "company", "email", "hours", "capacity"} <= names
    wrong = {}
    for name, role in may.items():
        with transaction.atomic():
            answer = clients[role].post(address(acme, name), dict.fromkeys(names - {"csrfmiddlewaretoken"}, junk))
            transaction.set_rollback(True)
        if answer.status_code not in (200, 302, 403, 404, 409, 422) or b"invalid literal" in answer.content:
            wrong[name] = answer.status_code
    assert wrong == {}
