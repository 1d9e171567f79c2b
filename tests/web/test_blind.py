"""While a pact explores leads below the line, nothing on any page tells people of sales which lead it was."""

import csv
import io
import re
from itertools import zip_longest
from types import SimpleNamespace

import pytest
from django.test import Client

from leadpact.connectors import pact_file
from leadpact.ledger.models import HandOff, Lead, Person
from leadpact.operations import deals, forms, pact, people, qualify, refresh, trials, verdict
from leadpact.operations.forms import Entry, FormPlan
from leadpact.operations.show import take_show
from leadpact.queries import handoff_shortlist, replay
from leadpact.queries.evidence import leads_behind
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
DAY_S, HOUR_S = 86_400, 3_600
OFF = "explored_slice: 0%"
SAYS = "A trial of the pact runs: points are hidden from sales until a lead is won, lost, closed or sent back"
BELOW, ABOVE = "none", "approved"
"""What is known of the budget, worth 18 points, is all that two leads differ in: 58 and 76 points; the line is 60."""


def starter(*, runs=True):
    text = pact_file.starter()
    assert OFF in text
    return text.replace(OFF, 'explored_slice: "100%, at most 50 a week"') if runs else text


def made(*, runs=True):
    """A company in which Ana alone gets leads."""
    acme = company(text=starter(runs=runs))
    people.leave(actor=acme.actor("operator"), person_id=acme.people["other"].pk)
    return acme


@pytest.fixture
def acme():
    return made()


@pytest.fixture(autouse=True)
def later(monkeypatch):
    monkeypatch.setattr("leadpact.web.door.time", SimpleNamespace(time=lambda: NOW_S + 2 * HOUR_S))


def known(acme, name, budget):
    """A lead of which everything is known that the pact asks for."""
    lead_id = acme.lead(
        name.lower(), name=f"Nadia {name}", company=f"{name} Works", email=f"n@{name.lower()}.example", employees="420",
        job_title="Head of Operations", country="DE",
    )  # fmt: skip
    acme.touch(lead_id, "form_filled", "contact")
    values = {"budget": budget, "need": "too many returns", "timeframe_months": "3", "authority": "decides"}
    qualify.record_qualification(
        actor=acme.actor("marketer"), lead_id=lead_id, values=values, actions=["qualification_call"], now_s=acme.now_s
    )
    return lead_id


def ordinary(acme, name):
    """A lead above the line that marketing handed over."""
    lead_id = known(acme, name, ABOVE)
    qualify.hand_over(actor=acme.actor("marketer"), lead_id=lead_id, now_s=acme.now_s)
    return handed(lead_id, 76)


def explored(acme, name):
    """A lead below the line that chance let through."""
    lead_id = known(acme, name, BELOW)
    assert trials.explore(now_s=acme.now_s) == 1
    return handed(lead_id, 58)


def handed(lead_id, points):
    assert Lead.objects.get(pk=lead_id).points == points
    return HandOff.objects.get(lead_id=lead_id)


def both(acme):
    return explored(acme, "Xaver"), ordinary(acme, "Xilef")


def client_of(acme, role):
    client = Client()
    client.force_login(acme.people[role])
    return client


def shown(client, path):
    response = client.get(path)
    assert response.status_code == 200, response.content[:300]
    return response.content.decode()


def told_alike(page, hand_off):
    """A page's words and looks without who the lead is, its numbers, and the one thing that is known otherwise."""
    name = Lead.objects.get(pk=hand_off.lead_id).name.split()[1]
    page = re.sub(r"^.*<main|</main>.*$", "", page, flags=re.DOTALL)
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)
    for text in (name, name.lower()):
        page = page.replace(text, "WHO")
    page = page.replace("Approved", "BUDGET").replace("None", "BUDGET").replace("Budget: none", "Budget: BUDGET")
    page = page.replace("Budget: approved", "Budget: BUDGET")
    page = page.replace(" selected", "")  # Hits of a search are numbered from 1, whatever they are.
    for number, called in ((hand_off.lead_id, "LEAD"), (hand_off.pk, "HANDOFF")):
        page = re.sub(rf'(leads/|hand-offs/|lead=|lead="|(?<!hi)[a-z]-){number}(?=["/&#])', rf"\1{called}", page)
    return page


def apart(one, other):
    """The places in which two pages differ."""
    pieces = [page.split(">") for page in (one, other)]
    return [pair for pair in zip_longest(*pieces) if pair[0] != pair[1]]


def words(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def rows(page):
    return re.findall(r'<li class="lead".*?\n</li>', page, flags=re.DOTALL)


def test_no_page_of_a_lead_tells_them_apart(acme):
    few, many = both(acme)
    for role in ("salesperson", "sales_head"):
        client = client_of(acme, role)
        for path in ("/leads/{0.lead_id}/", "/leads/{0.lead_id}/edit/"):
            one, other = (told_alike(shown(client, path.format(each)), each) for each in (few, many))
            assert apart(one, other) == []
    page = words(shown(client_of(acme, "salesperson"), f"/leads/{few.lead_id}/"))
    assert SAYS in page
    assert not re.search(r"\d+ points|the line is|Passed the gate|\+18", page)
    assert "too many returns" in page  # What is known is what they call with.


def test_the_short_list_shows_no_points_and_goes_by_deadline(acme):
    pair = both(acme)
    acme.now_s += HOUR_S
    third, fourth = ordinary(acme, "Xenia"), explored(acme, "Xerxes")
    client = client_of(acme, "salesperson")
    page = shown(client, "/short-list/")
    assert "Late ones first, then what is due next." in page
    assert SAYS in page
    found = rows(page)
    assert [re.search(r"Nadia (\w+)", row)[1] for row in found] == ["Xaver", "Xilef", "Xenia", "Xerxes"]
    assert all('<div class="pts"></div>' in row for row in found), "a place for points that are not shown"
    bare = [told_alike(row.replace(' aria-current="true"', ""), each) for row, each in zip(found, (*pair, third, fourth), strict=True)]  # fmt: skip
    assert apart(bare[0], bare[1]) == []
    assert apart(bare[2], bare[3]) == []
    briefs = [
        told_alike(shown(client, f"/short-list/?lead={each.lead_id}").partition('id="pane"')[2], each) for each in pair
    ]
    assert apart(*briefs) == []
    head = client_of(acme, "sales_head")
    assert [re.search(r"Nadia (\w+)", row)[1] for row in rows(shown(head, "/short-list/"))][:2] == ["Xaver", "Xilef"]
    table = list(csv.DictReader(io.StringIO(shown(head, "/short-list/?format=csv").removeprefix("\ufeff"))))
    assert [row["points"] for row in table] == [""] * 4


def test_notices_tell_them_alike(acme):
    few, many = both(acme)
    page = shown(client_of(acme, "salesperson"), "/notices/")
    found = {
        name: re.search(rf"<li[^>]*>(?:(?!</li>).)*{name}.*?</li>", page, flags=re.DOTALL)
        for name in ("Xaver", "Xilef")
    }
    one, other = (told_alike(found[name][0], each) for name, each in (("Xaver", few), ("Xilef", many)))
    assert apart(re.sub(r"notices/\d+", "", one), re.sub(r"notices/\d+", "", other)) == []


def test_marks_of_pages_hold_no_points(acme):
    both(acme)
    page = handoff_shortlist.page(acme.actor("salesperson"), NOW_S + HOUR_S, limit=1)
    assert not {"58", "76", "-58", "-76"} & set(page.after.split("_"))
    second = handoff_shortlist.page(acme.actor("salesperson"), NOW_S + HOUR_S, limit=1, after=page.after)
    assert [each.rows[0].name for each in (page, second)] == ["Nadia Xaver", "Nadia Xilef"]


def test_lists_and_search_tell_nothing_to_sales_and_points_to_marketing(acme):
    few, many = both(acme)
    listed = {role: shown(client_of(acme, role), "/leads/") for role in ("salesperson", "sales_head", "marketer")}
    for role in ("salesperson", "sales_head"):
        assert SAYS in listed[role]
        lines = [line for line in re.findall(r"<tr>.*?</tr>", listed[role], flags=re.DOTALL) if "Nadia" in line]
        assert told_alike(lines[1], few) == told_alike(lines[0], many)
        one, other = (
            told_alike(shown(client_of(acme, role), f"/find/?q={name}"), each)
            for name, each in (("Nadia Xaver", few), ("Nadia Xilef", many))
        )
        assert apart(one, other) == []
    assert SAYS not in listed["marketer"]
    assert re.findall(r'<td class="num">(\d+)</td>', listed["marketer"]) == ["76", "58"]


@pytest.mark.parametrize("role", ["marketer", "marketing_head", "operator"])
def test_the_others_go_on_seeing_points(acme, role):
    few, many = both(acme)
    client = client_of(acme, role)
    assert "58 points" in words(shown(client, f"/leads/{few.lead_id}/"))
    page = words(shown(client, f"/leads/{many.lead_id}/"))
    assert "Passed the gate with 76 points" in page
    assert SAYS not in page


def test_points_come_back_when_the_hand_off_has_ended(acme):
    few, many = both(acme)
    owner = acme.owner(few)
    for hand_off in (few, many):
        verdict.accept(actor=owner, hand_off_id=hand_off.pk, now_s=NOW_S + 60)
    deal_id = deals.open_deal(actor=owner, lead_id=few.lead_id, now_s=NOW_S + 120)
    client = client_of(acme, "salesperson")
    for path in (f"/leads/{few.lead_id}/", f"/leads/{many.lead_id}/", f"/deals/{deal_id}/"):
        assert not re.search(r"\d+ points", words(shown(client, path)))
    deals.win(actor=owner, deal_id=deal_id, amount_minor=100, currency="EUR", now_s=NOW_S + 180)
    for path in (f"/leads/{few.lead_id}/", f"/deals/{deal_id}/"):
        assert "Handed over to Ana Lind, 58 points" in words(shown(client, path))
    verdict.reject(actor=owner, hand_off_id=many.pk, reason="no_need", now_s=NOW_S + 240)
    assert "76 points" in words(shown(client_of(acme, "sales_head"), f"/leads/{many.lead_id}/"))


def test_leads_that_are_under_way_stay_hidden_when_a_new_version_ends_the_trial(acme):
    few, many = both(acme)
    head = acme.actor("marketing_head")
    row = pact.propose(actor=head, text=starter(runs=False).replace("version: 1", "version: 2"), now_s=NOW_S + 60)
    for each in (head, acme.actor("sales_head")):
        pact.sign(actor=each, pact_id=row.pk, now_s=NOW_S + 60)
    acme.now_s = NOW_S + HOUR_S
    client = client_of(acme, "salesperson")
    one, other = (told_alike(shown(client, f"/leads/{each.lead_id}/"), each) for each in (few, many))
    assert apart(one, other) == []
    assert SAYS in words(one)
    assert SAYS in words(shown(client, "/short-list/"))
    assert SAYS not in words(shown(client, "/queue/"))  # Who waits now was handed to nobody by the trial.


def test_without_the_trial_sales_sees_points_in_their_order():
    acme = made(runs=False)
    hand_off = ordinary(acme, "Xilef")
    acme.now_s += 60
    better = known(acme, "Xenia", ABOVE)
    for _ in range(2):
        acme.touch(better, "page_view", "pricing")
    qualify.hand_over(actor=acme.actor("marketer"), lead_id=better, now_s=acme.now_s)
    client = client_of(acme, "salesperson")
    page = shown(client, "/short-list/")
    assert SAYS not in page
    assert "Late ones first, then by the points both teams signed." in page
    assert [re.search(r"<b>(\d+)</b>", row)[1] for row in rows(page)] == ["88", "76"]
    page = words(shown(client, f"/leads/{hand_off.lead_id}/"))
    assert "76 points the line is 60" in page
    assert "Passed the gate with 76 points" in page


def test_the_queue_shows_sales_who_waits_longest_and_marketing_the_order(acme):
    Person.objects.filter(pk=acme.people["salesperson"].pk).update(capacity=0)
    made = []
    for name in ("Xilef", "Xenia"):
        lead_id = known(acme, name, ABOVE)
        if name == "Xenia":
            for _ in range(2):
                acme.touch(lead_id, "page_view", "pricing")
        qualify.hand_over(actor=acme.actor("marketer"), lead_id=lead_id, now_s=acme.now_s)
        acme.now_s += 60
        made.append(lead_id)
    assert set(Lead.objects.values_list("state", flat=True)) == {"queued"}
    sales, marketing = (shown(client_of(acme, role), "/queue/") for role in ("salesperson", "marketer"))
    names = [[re.search(r"Nadia (\w+)", row)[1] for row in rows(page)] for page in (sales, marketing)]
    assert names == [["Xilef", "Xenia"], ["Xenia", "Xilef"]]
    assert "The one that waits longest stands first here." in sales
    assert SAYS in sales
    assert not re.search(r"\b(76|88)\b|[Pp]lace \d", words(sales))
    assert "Place 1" in marketing
    assert [re.search(r"<b>(\d+)</b>", row)[1] for row in rows(marketing)] == ["88", "76"]


def test_no_figure_opens_leads_under_way_to_sales(acme):
    both(acme)
    refresh.run_now(name="funnel", parameters={}, now_s=NOW_S + DAY_S)
    found = {
        role: leads_behind(acme.actor(role), "funnel", {}, {"stage": "qualified"}, now_s=NOW_S + DAY_S)
        for role in ("marketer", "salesperson", "sales_head")
    }
    assert {role: (page.total, page.hidden, len(page.rows)) for role, page in found.items()} == {
        "marketer": (1, 0, 1), "salesperson": (1, 1, 0), "sales_head": (1, 1, 0),
    }  # fmt: skip


def test_no_replay_lists_leads_under_way_to_sales(acme):
    both(acme)
    draft = pact_file.read(starter().replace("points: 60", "points: 70")).pact
    lower = pact_file.read(starter().replace("points: 60", "points: 50")).pact
    for tried, joins in ((draft, False), (lower, True)):
        found = {
            role: replay.changed(acme.actor(role), tried, NOW_S + DAY_S, joins=joins)
            for role in ("marketer", "salesperson", "sales_head")
        }
        counts = {role: (page.total, page.total - page.hidden, len(page.rows)) for role, page in found.items()}
        total = found["marketer"].total
        assert counts == {"marketer": (total, total, total), "salesperson": (total, 0, 0), "sales_head": (total, 0, 0)}
    assert total == 1


@pytest.mark.parametrize(("role", "points"), [("salesperson", None), ("marketer", 58)])
def test_who_meets_the_buyer_at_a_show_is_told_where_the_lead_is_and_no_points(acme, role, points):
    explored(acme, "Xaver")
    plan = FormPlan(name="Fair", kind="fair", title="Fair", fields=(("name", True), ("email", True)), purpose="show")
    form = forms.make_form(actor=acme.actor("marketer"), plan=plan, now_s=NOW_S)
    entry = Entry("phone-000001", {"name": "Nadia Xaver", "email": "n@xaver.example"}, NOW_S, is_agreed=False)
    (told,) = take_show(actor=acme.actor(role), token=form.token, entries=[entry], now_s=NOW_S)
    assert told.problems == ()
    assert (told.state, told.owner) == ("handed_over", "Ana Lind")
    assert told.points == (None if points is None else Lead.objects.get().points)
