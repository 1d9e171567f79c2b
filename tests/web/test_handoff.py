"""The rooms of the hand-off as pages: what they show, and what their buttons do."""

import csv
import io
import re

import pytest
from django.test import Client
from django.urls import reverse

from leadpact.ledger.models import FactRow, HandOff, Lead, Person
from leadpact.operations import capture, people, verdict
from leadpact.queries import handoff_desk
from leadpact.web import handoff as views
from tests.company import company
from tests.made_once import just_now

pytestmark = pytest.mark.django_db
DAY = 86400


@pytest.fixture
def now_s():
    return just_now()


@pytest.fixture
def acme(now_s):
    """A company in which Ana alone gets leads, as of now."""
    made = company(now_s)
    people.leave(actor=made.actor("operator"), person_id=made.people["other"].pk)
    return made


@pytest.fixture
def enter(acme):
    """Sign in by role, with every form's token checked."""

    def sign_in(role):
        client = Client(HTTP_REFERER="")
        client.force_login(acme.people[role])
        return client

    return sign_in


def texts(response):
    """The words of a page, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def said(response):
    return [str(message) for message in response.context["messages"]]


def shown(client, path):
    response = client.get(path)
    assert response.status_code == 200, response.content[:300]
    return response


def test_who_comes_second_reads_who_was_quicker_in_plain_words(acme, enter):
    accept = f"/hand-offs/{acme.handed_over('x1').pk}/accept/"
    client = enter("salesperson")
    client.post(accept)
    *_, told = client.post(accept, follow=True).context["messages"]
    assert re.fullmatch(r"Ana Lind accepted this lead already, \d+ \w+ \d\d:\d\d\. Nothing was changed\.", str(told))


# The short list.


def test_the_short_list_says_how_pressing_it_is_once(acme, enter):
    hand_off = acme.handed_over("x1")
    HandOff.objects.filter(pk=hand_off.pk).update(next_due_s=acme.now_s - 60)
    page = shown(enter("salesperson"), "/short-list/")
    assert "One promise is late." in texts(page)
    assert [(view["label"], view["count"]) for view in page.context["views"]] == [
        ("All", "1"),
        ("Due now", "1"),
        ("Unanswered", "1"),
        ("Accepted", "0"),
    ]
    place = next(place for place in page.context["shell"]["places"] if place["name"] == "shortlist")
    assert (place["count"], place["is_hot"]) == ("1", True)


def test_a_row_has_its_own_buttons_menus_and_reasons(acme, enter):
    first, second = (
        acme.handed_over("x1", phone="+49 30 901820"),
        acme.handed_over("x2", name='"><script>bad()</script>'),
    )
    html = shown(enter("salesperson"), "/short-list/").content.decode()
    for hand_off in (first, second):
        row = html.split(f'id="lead-{hand_off.lead_id}"')[1].split("</li>\n")[0]
        addresses = set(re.findall(r'action="([^"]+)"', row))
        assert addresses == {
            reverse("lead_accept", args=[hand_off.pk]),
            reverse("lead_reject", args=[hand_off.pk]),
            reverse("lead_log", args=[hand_off.lead_id]),
        }
        menus = set(re.findall(r'popovertarget="([^"]+)"', row))
        assert menus == {f"{kind}-{hand_off.lead_id}" for kind in ("back", "mail", "call")}
        assert all(f'id="{menu}"' in row for menu in menus)
    assert "tel:+49 30 901820" in html.split('id="lead-1"')[1].split('id="lead-2"')[0]
    assert "tel:" not in html.split('id="lead-2"')[1].split('class="pane')[0]
    assert "<script>bad" not in html
    assert "Send back &quot;&gt;&lt;script&gt;bad()" in html
    assert not re.search(r"[\ue000\ue001]|99\d{16}", html)


def test_the_buttons_carry_a_token(acme, now_s):
    acme.handed_over("x1")
    client = Client(enforce_csrf_checks=True)
    client.force_login(acme.people["salesperson"])
    html = client.get("/short-list/").content.decode()
    form = html.split(f'action="{reverse("lead_accept", args=[HandOff.objects.get().pk])}"')[1]
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)[1]
    answer = client.post(reverse("lead_accept", args=[HandOff.objects.get().pk]), {"csrfmiddlewaretoken": token})
    assert answer.status_code == 302
    assert HandOff.objects.get().answer == "accepted"


def test_an_empty_list_says_what_comes_next(acme, enter):
    page = texts(shown(enter("salesperson"), "/short-list/"))
    assert "Every promise is kept so far." in page
    assert "Nothing waits for you" in page
    assert "0 of your 10 this week" in page


def test_a_head_chooses_whose_list(acme, enter):
    acme.handed_over("x1")
    head = enter("sales_head")
    page = shown(head, "/short-list/?view=unanswered")
    ana = acme.people["salesperson"].pk
    assert page.context["team"] == [
        {"label": "Everybody", "count": 1, "url": "/short-list/?view=unanswered", "is_current": True},
        {"label": "Ana Lind", "count": 1, "url": f"/short-list/?view=unanswered&of={ana}", "is_current": False},
    ]
    assert "with Ana Lind" in texts(page)
    assert "Ana Lind. " in texts(shown(head, f"/short-list/?of={ana}"))
    assert head.get(f"/short-list/?of={acme.people['marketer'].pk}").status_code == 404


def test_accepting_can_be_taken_back(acme, enter):
    hand_off = acme.handed_over("x1")
    client = enter("salesperson")
    answer = client.post(reverse("lead_accept", args=[hand_off.pk]), follow=True)
    assert answer.redirect_chain == [("/short-list/", 302)]
    fact = FactRow.objects.get(kind="accepted")
    assert said(answer) == ["Nadia x1 is accepted."]
    assert [message.extra_tags for message in answer.context["messages"]] == [f"/undo/{fact.id}/"]
    client.post(f"/undo/{fact.id}/")
    assert HandOff.objects.get().answer == "open"


def test_sending_back_needs_a_reason_of_the_pact(acme, enter):
    hand_off = acme.handed_over("x1")
    client = enter("salesperson")
    refused = client.post(reverse("lead_reject", args=[hand_off.pk]), {"reason": "bored"}, follow=True)
    assert "wrong_person" in said(refused)[0]
    assert HandOff.objects.get().is_open
    done = client.post(reverse("lead_reject", args=[hand_off.pk]), {"reason": "no_need"}, follow=True)
    assert said(done) == ["Nadia x1 went back. Marketing sees your reason."]
    assert [m.extra_tags for m in done.context["messages"]] == [f"/undo/{FactRow.objects.get(kind='rejected').id}/"]
    assert Lead.objects.get().state == "returned"


def test_a_second_answer_is_told_who_was_first(acme, enter):
    hand_off = acme.handed_over("x1")
    verdict.accept(actor=acme.actor("sales_head"), hand_off_id=hand_off.pk, now_s=acme.now_s)
    answer = enter("salesperson").post(reverse("lead_accept", args=[hand_off.pk]), follow=True)
    assert "Sam Head" in said(answer)[0]
    assert answer.context["messages"]._loaded_data[0].level_tag == "error"


def test_people_come_back_to_where_they_were(acme, enter):
    hand_off = acme.handed_over("x1")
    answer = enter("salesperson").post(
        reverse("lead_accept", args=[hand_off.pk]), headers={"referer": "http://testserver/short-list/?view=due&lead=1"}
    )
    assert answer["Location"] == "/short-list/?view=due&lead=1"


def test_a_head_gives_a_lead_to_somebody_else(acme, enter):
    hand_off = acme.handed_over("x1")
    cy = people.invite(actor=acme.actor("operator"), form=people.PersonForm("cy@acme.example", "Cy Cole", "salesperson"), now_s=acme.now_s)  # fmt: skip
    done = enter("sales_head").post(
        reverse("lead_reassign", args=[hand_off.pk]), {"person_id": str(cy.pk)}, follow=True
    )
    assert said(done) == ["Nadia x1 is with Cy Cole now; the clock starts anew."]
    assert HandOff.objects.get().owner_id == cy.pk
    nobody = enter("sales_head").post(reverse("lead_reassign", args=[hand_off.pk]), {"person_id": "x"}, follow=True)
    assert said(nobody) == ["Choose somebody of the team to give the lead to. Nothing was changed."]
    marketer = {"person_id": str(acme.people["marketer"].pk)}
    assert enter("sales_head").post(reverse("lead_reassign", args=[hand_off.pk]), marketer).status_code == 404
    assert enter("salesperson").post(reverse("lead_reassign", args=[hand_off.pk]), marketer).status_code == 403


# The desk.


def test_the_desk_says_what_may_cross(acme, enter):
    acme.good_lead("x1")
    acme.lead("x2", name="Cold Lead", company="C", email="c@c.example")
    page = shown(enter("marketer"), "/desk/")
    assert "One lead may cross now." in texts(page)
    html = page.content.decode()
    assert html.count('class="btn go" data-press="a"') == 1
    assert 'href="/desk/?lead=2#pane"' in html
    assert 'id="pane" aria-label="Qualification"></aside>' in html
    assert "there: Company" in texts(page)
    assert "missing: Need" in texts(page)


def test_an_empty_desk_says_what_comes_next(acme, enter):
    page = texts(shown(enter("marketer"), "/desk/"))
    assert "No lead may cross yet." in page
    assert "No lead waits on your desk" in page


def test_the_form_opens_with_what_is_known(acme, enter):
    lead_id = acme.lead("x1", name="Nadia", company="K", email="n@k.example", budget="planned", need="Too many returns")
    client = enter("marketer")
    assert client.get(f"/leads/{lead_id}/qualify/")["Location"] == f"/desk/?lead={lead_id}#pane"
    page = shown(client, f"/desk/?lead={lead_id}")
    form = page.context["form"]
    assert {name: field.initial for name, field in form.fields.items()} == {
        "budget": "planned", "authority": "", "need": "Too many returns", "timeframe_months": "",
    }  # fmt: skip
    assert form.fields["authority"].choices == [
        ("", "Not known"), ("decides", "Decides"), ("influences", "Influences"), ("none", "None"),
    ]  # fmt: skip
    assert 'value="planned" selected' in page.content.decode()


def qualified(client, lead_id, then="stay", **values):
    filled = {"budget": "approved", "authority": "decides", "need": "returns", "timeframe_months": "3"} | values
    return client.post(f"/leads/{lead_id}/qualify/", {**filled, "then": then}, follow=True)


def test_saving_the_form_keeps_what_it_says(acme, enter):
    lead_id = acme.lead("x1", name="Nadia", company="K", email="n@k.example", timeframe_months="9", need="old")
    answer = qualified(enter("marketer"), lead_id, need="", action="qualification_call")
    assert said(answer) == ["Saved."]
    told = [
        (row.field, row.value_code)
        for row in FactRow.objects.filter(side="marketing", lead_id=lead_id).order_by("seq")
        if row.by_id is not None
    ]
    assert told == [
        ("budget", "approved"), ("authority", "decides"), ("need", "unknown"), ("timeframe_months", "3"),
        ("qualification_call", None),
    ]  # fmt: skip


def test_a_wrong_value_is_told_at_its_field_and_nothing_is_saved(acme, enter):
    lead_id = acme.lead("x1", name="Nadia", company="K", email="n@k.example")
    before = FactRow.objects.count()
    answer = qualified(enter("marketer"), lead_id, timeframe_months="soon")
    assert answer.status_code == 422
    assert answer.context["form"].errors == {
        "timeframe_months": ["Expected a number such as 1200, 1,200 or 12.5, without a unit."]
    }
    assert answer.context["form"]["budget"].value() == "approved"
    assert "Nothing was saved yet." in texts(answer)
    assert 'href="/desk/?view=ready"' in answer.content.decode()
    assert FactRow.objects.count() == before
    wrong = qualified(enter("marketer"), lead_id, budget="a lot")
    assert wrong.status_code == 422
    assert list(wrong.context["form"].errors) == ["budget"]


def test_saving_and_handing_over_is_one_press(acme, enter):
    lead_id = acme.lead("x1", name="Nadia", company="K", email="n@k.example")
    acme.touch(lead_id, "form_filled", "demo")
    answer = qualified(enter("marketer"), lead_id, then="hand_over", action="qualification_call")
    assert said(answer) == ["Handed over to Ana Lind."]
    assert answer.redirect_chain == [("/desk/", 302)]
    assert HandOff.objects.get().lead_id == lead_id


def test_a_closed_gate_says_everything_that_is_missing(acme, enter):
    lead_id = acme.lead("x1", name="Nadia", email="n@k.example")
    answer = qualified(enter("marketer"), lead_id, then="hand_over", need="", budget="none")
    assert answer.status_code == 422
    assert answer.context["form"].non_field_errors()[0].removeprefix("Saved, but not handed over. ") == (
        "Gate closed: 22 of 60 points, 0 of 10 points for interest, company missing, need missing, qualification call "
        "not done. Do it and record it, or ask for them, or lower the line in a new pact."
    )
    assert "Nothing was saved yet." not in texts(answer)
    assert FactRow.objects.filter(field="budget", value_code="none").exists()
    assert not HandOff.objects.exists()


def test_handing_over_by_the_button_leaves_the_rest_of_the_desk(acme, enter):
    lead_id = acme.good_lead("x1")
    client = enter("marketer")
    came_from = f"http://testserver/desk/?view=ready&lead={lead_id}"
    answer = client.post(f"/leads/{lead_id}/hand-over/", headers={"referer": came_from})
    assert answer["Location"] == "/desk/?view=ready"
    again = client.post(f"/leads/{lead_id}/hand-over/", headers={"referer": came_from}, follow=True)
    assert said(again)[-1] == "Nothing was handed over: the lead is not with marketing any more (Handed over)."


def test_a_lead_for_which_nobody_has_room_waits(acme, enter):
    Person.objects.filter(pk=acme.people["salesperson"].pk).update(capacity=0)
    lead_id = acme.good_lead("x1")
    answer = enter("marketer").post(f"/leads/{lead_id}/hand-over/", follow=True)
    assert said(answer) == ["It passed the gate and waits in the queue: everybody's list is full."]


def test_all_ready_ones_go_over_with_one_button(acme, enter):
    Person.objects.filter(pk=acme.people["salesperson"].pk).update(capacity=2)
    made = [acme.good_lead(f"x{number}") for number in range(3)]
    cold = acme.lead("cold", name="Cold")
    client = enter("marketer")
    html = shown(client, "/desk/?view=ready").content.decode()
    assert "Hand over all 3 new ones" in html
    assert sorted(map(int, re.findall(r'name="lead" value="(\d+)"', html))) == made
    answer = client.post("/desk/", {"lead": [*map(str, made), str(cold), "x"]}, follow=True)
    assert said(answer) == ["2 leads went over to sales, 1 waits for room, 1 may not cross any more."]
    assert Lead.objects.get(pk=cold).state == "new"
    again = client.post("/desk/", {"lead": list(map(str, made))}, follow=True)
    assert said(again) == ["None of these leads may cross any more. Nothing was handed over."]
    assert enter("salesperson").post("/desk/", {"lead": [str(cold)]}).status_code == 403


def test_sales_qualify_their_own_lead_on_a_page_of_its_own(acme, enter):
    taken = capture.type_in_lead(
        actor=acme.actor("salesperson"), values={"name": "Mine"}, source="fair", now_s=acme.now_s
    )
    client = enter("salesperson")
    assert client.get("/desk/").status_code == 403
    page = shown(client, f"/leads/{taken.lead_id}/qualify/")
    assert page.templates[0].name == "handoff/qualify.html"
    assert qualified(client, taken.lead_id, timeframe_months="soon").status_code == 422
    done = qualified(client, taken.lead_id)
    assert said(done) == ["Saved."]
    assert FactRow.objects.filter(field="budget", by_id=acme.people["salesperson"].pk).exists()


# The queue, and lists as files.


def test_the_queue_says_how_many_wait_and_why(acme, enter):
    Person.objects.filter(pk=acme.people["salesperson"].pk).update(capacity=0)
    for number in range(2):
        lead_id = acme.good_lead(f"x{number}")
        enter("marketer").post(f"/leads/{lead_id}/hand-over/")
    for role in ("marketer", "salesperson", "sales_head"):
        page = texts(shown(enter(role), "/queue/"))
        assert "Two leads wait for an owner." in page
        assert "The oldest has waited under a minute; everybody has room again from" in page
        assert "Because everybody&#x27;s list is full for this week." in page
        assert "place 1 of 2: everybody who may take it has the leads agreed for this week." in page
    assert "Nadia x0</a>" in shown(enter("marketer"), "/queue/").content.decode()
    assert "Nadia x0</a>" not in shown(enter("salesperson"), "/queue/").content.decode()
    assert enter("reader").get("/queue/").status_code == 403


def test_an_empty_queue_says_so(acme, enter):
    page = texts(shown(enter("marketer"), "/queue/"))
    assert "No lead waits for an owner." in page
    assert "Nobody has to wait" in page


def test_lists_turn_pages(acme, enter, monkeypatch):
    monkeypatch.setattr(views.handoff_shortlist, "PAGE", 2)
    monkeypatch.setattr(views.handoff_desk, "PAGE", 2)
    for number in range(3):
        acme.handed_over(f"x{number}")
        acme.lead(f"y{number}", name=f"Y{number}")
    sales, marketing = enter("salesperson"), enter("marketer")
    first = shown(sales, "/short-list/?view=unanswered").context["pager"]
    assert (first["says"], first["previous_url"]) == ("1 to 2 of 3", "")
    second = shown(sales, first["next_url"])
    assert [row.name for row in second.context["rows"]] == ["Nadia x2"]
    assert second.context["pager"] == {
        "says": "3 to 3 of 3", "previous_url": "/short-list/?view=unanswered", "next_url": "",
    }  # fmt: skip
    desk = shown(marketing, "/desk/").context["pager"]
    assert (desk["says"], desk["previous_url"]) == ("3 leads, most points first", "")
    last = shown(marketing, desk["next_url"])
    assert [row.name for row in last.context["rows"]] == ["Y2"]
    assert last.context["pager"]["previous_url"] == "/desk/"


def test_lists_are_files_for_those_who_may_take_them_out(acme, enter):
    acme.handed_over("x1", company="=SUM(A1)")
    acme.good_lead("x2")
    head, marketing = enter("sales_head"), enter("marketing_head")
    rows = list(csv.reader(io.StringIO(shown(head, "/short-list/?format=csv").content.decode("utf-8-sig"))))
    assert rows[0] == ["lead", "name", "company", "points", "promise", "due_at", "accepted", "owner"]
    assert [rows[1][i] for i in (0, 1, 2, 3, 4, 6, 7)] == ["1", "Nadia x1", "'=SUM(A1)", "76", "Call", "no", "Ana Lind"]
    desk = shown(marketing, "/desk/?format=csv")
    assert desk["Content-Disposition"] == 'attachment; filename="desk.csv"'
    assert "2,Nadia x2,Kessler x2,76,yes,,," in desk.content.decode("utf-8-sig")
    assert shown(marketing, "/queue/?format=csv").content.decode("utf-8-sig").startswith("place,lead,name")
    assert shown(enter("salesperson"), "/short-list/?format=csv")["Content-Type"] == "text/html; charset=utf-8"
    assert shown(enter("salesperson"), "/short-list/").context["csv_url"] == ""


def test_nothing_in_an_address_breaks_a_page(acme, enter):
    acme.handed_over("x1")
    odd = "?view=nope&lead=x&of=&after=_____"
    assert shown(enter("salesperson"), "/short-list/" + odd).context["counts"]["due_now"] >= 0
    assert enter("salesperson").get("/short-list/?of=99999999999999999999999").status_code == 200
    assert shown(enter("marketer"), "/desk/" + odd).context["view"] == "all"
    assert enter("marketer").get("/desk/?lead=999").status_code == 404
    assert shown(enter("marketer"), "/queue/" + odd).context["rows"] == ()


def test_the_short_call_form_is_made_of_the_pacts_fields(acme):
    assert {each.name for each in handoff_desk.form_of(acme.actor("marketer"), acme.lead("x1", name="N"), acme.now_s).fields} == {
        "budget", "authority", "need", "timeframe_months", "company", "phone", "email",
    }  # fmt: skip
