"""Leads in lists and found by what people type: whole, stable, and only those one may see."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadpact.ledger import access
from leadpact.ledger.models import Lead
from leadpact.operations import capture
from leadpact.queries import lead_list
from tests.company import NOW_S, company
from tests.story import story

DAY_S = 86_400


@pytest.fixture
def acme(db):
    return company()


def queries(act):
    with CaptureQueriesContext(connection) as seen:
        act()
    return len(seen)


def _marks(acme, actor, limit=2, **which):
    found, mark = [], ""
    while True:
        page = lead_list.listing(actor, NOW_S, after=mark, limit=limit, **which)
        found += [row.id for row in page.rows]
        mark = page.next
        if not mark:
            return found


def test_a_list_is_the_same_whatever_the_size_of_its_pages(acme):
    for number in range(7):
        story(acme, "captured web", start_s=NOW_S - (number % 3) * DAY_S)
    actor = acme.actor("marketer")
    whole = [row.id for row in lead_list.listing(actor, NOW_S, limit=100).rows]
    assert whole == list(Lead.objects.order_by("-captured_s", "-pk").values_list("pk", flat=True))
    for limit in (1, 2, 3, 7):
        assert _marks(acme, actor, limit) == whole


def test_a_lead_that_comes_meanwhile_neither_hides_nor_repeats_another(acme):
    for number in range(4):
        story(acme, "captured web", start_s=NOW_S - number * DAY_S)
    actor = acme.actor("marketer")
    first = lead_list.listing(actor, NOW_S, limit=2)
    story(acme, "captured web", start_s=NOW_S)
    second = lead_list.listing(actor, NOW_S, limit=2, after=first.next)
    assert [row.id for row in (*first.rows, *second.rows)] == [1, 2, 3, 4]


@pytest.mark.parametrize("mark", ["nonsense", "-", "12", "12-x", "x-12", "99999999999-1-2"])
def test_a_mark_that_means_nothing_begins_anew(acme, mark):
    acme.lead(name="Nadia")
    assert len(lead_list.listing(acme.actor("marketer"), NOW_S, after=mark).rows) == 1


def test_a_list_asks_as_much_for_three_rows_as_for_one(acme):
    actor = acme.actor("marketer")
    acme.handed_over("x1")
    one = queries(lambda: lead_list.listing(actor, NOW_S))
    acme.handed_over("x2")
    acme.handed_over("x3")
    assert queries(lambda: lead_list.listing(actor, NOW_S)) == one


def test_everybody_lists_what_they_may_see(acme):
    hand_off, new = acme.handed_over("x1"), acme.lead("x2", name="New")
    owner = acme.owner(hand_off)
    other = acme.actor("other" if owner.id == acme.people["salesperson"].pk else "salesperson")
    typed = capture.type_in_lead(actor=other, values={"name": "Own"}, source="cold", now_s=NOW_S + 60).lead_id
    everything = {hand_off.lead_id, new, typed}
    for role in ("marketer", "marketing_head", "sales_head", "operator"):
        assert {row.id for row in lead_list.listing(acme.actor(role), NOW_S).rows} == everything
    assert [row.id for row in lead_list.listing(owner, NOW_S).rows] == [hand_off.lead_id]
    assert [row.id for row in lead_list.listing(other, NOW_S).rows] == [typed]
    with pytest.raises(access.Forbidden):
        lead_list.listing(acme.actor("reader"), NOW_S)


def test_a_list_of_one_state_and_its_lines(acme):
    hand_off = acme.handed_over("x1")
    acme.lead("x2", name="New")
    (line,) = lead_list.listing(acme.actor("marketer"), NOW_S, state="handed_over").rows
    assert (line.id, line.name, line.company, line.state_words, line.points, line.source, line.found_side, line.owner) == (
        hand_off.lead_id, "Nadia x1", "Kessler x1", "Handed over", 76, "web form", "marketing", acme.owner(hand_off).name,
    )  # fmt: skip


# --- search


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nad", ["Nadia Rahman"]),
        ("nadia r", ["Nadia Rahman"]),
        ("  nadia   rahman ", ["Nadia Rahman"]),
        ("Kess", ["Nadia Rahman", "Ole Berg"]),
        ("N@Kessler.example", ["Nadia Rahman"]),
        ("+4930901820", ["Nadia Rahman"]),
        ("+49 30 901820", ["Nadia Rahman"]),
        ("030 901820", ["Nadia Rahman"]),
        ("AB-17", ["Nadia Rahman"]),
        ("ahman", []),
        ("%", []),
        ("N", []),
        ("na%", []),
        ("", []),
    ],
)
def test_search(acme, text, found):
    acme.lead("AB-17", name="Nadia Rahman", company="Kessler", email="n@kessler.example", phone="+49 30 901820")
    acme.lead("AB-18", name="Ole Berg", company="Kessler")
    hits = lead_list.search(acme.actor("marketer"), text)
    assert sorted(hit.label for hit in hits) == found
    assert lead_list.search(acme.actor("salesperson"), text) == []


def test_search_says_where_a_lead_stands(acme):
    acme.lead(name="Nadia", company="Kessler")
    assert lead_list.search(acme.actor("marketer"), "nadia") == [lead_list.Hit(1, "Nadia", "Kessler, With marketing")]
