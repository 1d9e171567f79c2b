"""Reading leads and the queue."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.api.conftest import Api


def test_leads_come_newest_first_in_pages(acme, reader):
    ids = [acme.lead(f"x{n}", name=f"N {n}") for n in range(3)]
    status, first = reader.get("/leads?limit=2")
    assert (status, [row["id"] for row in first["rows"]]) == (200, [ids[2], ids[1]])
    second = reader.get(f"/leads?limit=2&after={first['next']}")[1]
    assert ([row["id"] for row in second["rows"]], second["next"]) == ([ids[0]], "")


def test_leads_can_be_asked_for_by_state(acme, reader):
    acme.lead("x1", name="New")
    handed = acme.handed_over("x2")
    assert [row["id"] for row in reader.get("/leads?state=handed_over")[1]["rows"]] == [handed.lead_id]
    assert reader.get("/leads?state=sold")[0] == 422


def test_a_lead_is_shown_whole(acme, reader):
    hand_off = acme.handed_over("x2")
    status, found = reader.get(f"/leads/{hand_off.lead_id}")
    assert status == 200
    assert (found["lead"]["name"], found["lead"]["state"]) == ("Nadia x2", "handed_over")
    assert sum(row["points"] for row in found["score"]["rows"] if row["state"] == "held") == found["score"]["points"]
    assert found["clock"] is None  # The pact lets the owner and the manager see it, no key.
    assert {"says", "detail", "at", "side", "fact_id"} == set(found["story"][0])


def test_a_lead_that_is_not_there_is_unknown(acme, reader):
    assert reader.get("/leads/99") == (404, {"detail": "There is no lead 99."})
    assert [reader.get(f"/leads/{wrong}")[0] for wrong in ("0", "x", 10**30)] == [422, 422, 422]


def test_wrong_questions_name_the_parameter(reader):
    status, answer = reader.get("/leads?limit=0&after=x")
    assert (status, answer["detail"]) == (422, [
        {"field": "after", "problem": '"x" was not taken', "expected": "The mark next of the page before"},
        {"field": "limit", "problem": '"0" was not taken', "expected": "How many at most, 1 to 100"},
    ])  # fmt: skip


def test_the_queue_is_shown(acme, reader):
    status, found = reader.get("/queue")
    assert (status, found["count"], found["rows"]) == (200, 0, [])
    assert reader.get("/queue?after=1_2")[0] == 422


def test_queries_do_not_grow_with_the_list(acme, key):
    api = Api(key("read"))
    api.get("/leads")
    acme.lead("x0", name="N")

    def count():
        with CaptureQueriesContext(connection) as seen:
            assert api.get("/leads")[0] == 200
        return len(seen)

    one = count()
    for n in range(1, 4):
        acme.lead(f"x{n}", name=f"N {n}")
    assert count() == one <= 5
