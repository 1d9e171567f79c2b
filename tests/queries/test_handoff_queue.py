"""The queue: ranked as the pact says, each lead with its age and its reason."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadpact.connectors import pact_file
from leadpact.ledger.access import Forbidden
from leadpact.ledger.models import Lead, Person
from leadpact.operations import people, qualify
from leadpact.queries import handoff_queue
from leadpact.queries.handoff_queue import Row, WaitsFor
from leadpact.queries.lead_views import Found
from leadpact.queries.leads import at
from leadpact.queries.shell import frame
from leadpact.rules.shortlist import Waiting, rank
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
HOUR, DAY = 3600, 86400
MONDAY_S = NOW_S + 6 * DAY - 10 * HOUR
"""The next Monday, midnight in Berlin."""


def full(text=None):
    """A company whose only seller has no room."""
    made = company(text=text)
    people.leave(actor=made.actor("operator"), person_id=made.people["other"].pk)
    Person.objects.filter(pk=made.people["salesperson"].pk).update(capacity=0)
    return made


def wait(acme, name, at_s=NOW_S, **more):
    acme.now_s = at_s
    lead_id = acme.good_lead(name, **more)
    qualify.hand_over(actor=acme.actor("marketer"), lead_id=lead_id, now_s=at_s)
    assert Lead.objects.get(pk=lead_id).state == "queued"
    return lead_id


def ids(page):
    return [row.lead_id for row in page.rows]


def test_a_row_says_since_when_and_why():
    acme = full()
    lead_id = wait(acme, "x1")
    page = handoff_queue.page(acme.actor("salesperson"), NOW_S + 2 * DAY)
    assert page == handoff_queue.Queue(
        count=1,
        oldest_waits_s=2 * DAY,
        reasons=(WaitsFor("everybody's list is full for this week", 1),),
        order="score",
        room_at=at(MONDAY_S),
        rows=(
            Row(
                place=1,
                lead_id=lead_id,
                name="Nadia x1",
                job_title="Head of Operations",
                company="Kessler x1",
                facts="420 people, DE",
                points=76,
                lane="Asked for a demo",
                marketer="Ida Brandt",
                found=Found("marketing", "Web form", ""),
                queued_at=at(NOW_S),
                why="Waits 2 days, place 1 of 1: everybody who may take it has the leads agreed for this week.",
                is_overdue=False,
                can_open=False,
            ),
        ),
        first=1,
        after="",
    )


def test_marketing_and_the_head_of_sales_may_open_what_waits():
    acme = full()
    wait(acme, "x1")
    for role in ("marketer", "marketing_head", "sales_head", "operator"):
        assert handoff_queue.page(acme.actor(role), NOW_S).rows[0].can_open
    with pytest.raises(Forbidden):
        handoff_queue.page(acme.actor("reader"), NOW_S)


def test_a_lead_that_waits_longer_than_agreed_says_so():
    acme = full()
    wait(acme, "x1")
    row = handoff_queue.page(acme.actor("marketer"), NOW_S + 15 * DAY).rows[0]
    assert row.is_overdue
    assert row.why.endswith("Agreed were 14 days at most.")


@pytest.mark.parametrize("order", ["score", "age"])
def test_the_order_is_the_rules_own_over_all_pages(order):
    acme = full(pact_file.starter().replace("order: score", f"order: {order}"))
    for number in range(7):
        few = {"job_title": "Clerk"} if number % 3 else {}
        wait(acme, f"x{number}", NOW_S + (number % 4) * 60, **few)
    leads = Lead.objects.filter(state="queued")
    expected = [each.lead_id for each in rank((Waiting(x.pk, x.points, x.queued_s) for x in leads), order)]
    found, places, after = [], [], ""
    for _page in range(4):
        page = handoff_queue.page(acme.actor("marketer"), NOW_S + HOUR, after=after, limit=2)
        found += ids(page)
        places += [row.place for row in page.rows]
        after = page.after
    assert found == expected
    assert places == [1, 2, 3, 4, 5, 6, 7]
    assert after == ""
    assert ids(handoff_queue.page(acme.actor("marketer"), NOW_S, after="nonsense", limit=2)) == expected[:2]


def test_reasons_are_counted_and_the_navigation_counts_the_same():
    acme = full()
    wait(acme, "x1")
    wait(acme, "x2")
    Person.objects.filter(pk=acme.people["salesperson"].pk).update(is_active=False)
    wait(acme, "x3")
    page = handoff_queue.page(acme.actor("marketer"), NOW_S)
    assert page.reasons == (
        WaitsFor("everybody's list is full for this week", 2),
        WaitsFor("nobody who may take them is there", 1),
    )
    assert page.count == frame(acme.actor("marketer"), NOW_S).counts["queue"] == 3


def test_an_empty_queue_is_empty():
    acme = company()
    page = handoff_queue.page(acme.actor("marketer"), NOW_S)
    assert (page.count, page.oldest_waits_s, page.reasons, page.rows) == (0, None, (), ())


def test_a_queue_costs_the_same_queries_whatever_its_length():
    acme = full()
    counts = {}
    for number in range(20):
        wait(acme, f"x{number}")
        if number + 1 in (1, 3, 20):
            with CaptureQueriesContext(connection) as queries:
                assert len(handoff_queue.page(acme.actor("marketer"), NOW_S).rows) == number + 1
            counts[number + 1] = len(queries)
    assert counts == dict.fromkeys((1, 3, 20), counts[1])
    assert counts[1] <= 10
