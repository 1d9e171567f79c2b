"""Drafts, what history teaches, and a pact tried on the past, over the API."""

import pytest

from leadpact.connectors import pact_file
from leadpact.ledger.models import Job, PactDraft
from leadpact.operations import learn
from tests.api.conftest import Api


@pytest.fixture
def drafter(acme, key):
    return Api(key("draft"))


def changed(text, was, now):
    assert was in text
    return text.replace(was, now, 1)


def test_a_draft_is_begun_read_saved_and_listed(drafter):
    status, begun = drafter.post("/pact/drafts", {})
    assert status == 201
    found = drafter.get(f"/pact/drafts/{begun['draft_id']}")[1]
    assert (found["state"], found["revision"], found["text"]) == ("draft", 1, PactDraft.objects.get().text)
    text = changed(found["text"], "half_life: 30 days", "half_life: 45 days")
    saved = drafter.post(f"/pact/drafts/{begun['draft_id']}", {"revision": 1, "text": text})
    assert saved == (200, {"revision": 2, "is_merged": False, "says": saved[1]["says"]})
    assert "45 days" in saved[1]["says"]
    (line,) = drafter.get("/pact/drafts")[1]
    assert (line["draft_id"], line["revision"]) == (begun["draft_id"], 2)
    assert drafter.post("/pact/drafts", {"text": pact_file.starter()})[0] == 201


def test_two_who_change_the_same_place_are_told(drafter):
    begun = drafter.post("/pact/drafts", {})[1]
    address = f"/pact/drafts/{begun['draft_id']}"
    text = drafter.get(address)[1]["text"]
    assert drafter.post(address, {"revision": 1, "text": changed(text, "half_life: 30", "half_life: 45")})[0] == 200
    status, clash = drafter.post(address, {"revision": 1, "text": changed(text, "half_life: 30", "half_life: 60")})
    assert (status, clash["revision"], len(clash["clashes"])) == (409, 2, 1)
    assert ("60" in clash["clashes"][0]["yours"], "45" in clash["clashes"][0]["theirs"]) == (True, True)
    other = changed(text, "rest: 30 days", "rest: 40 days")
    assert drafter.post(address, {"revision": 1, "text": other})[1]["is_merged"] is True


def test_a_wrong_file_is_answered_with_every_mistake_and_its_line(drafter):
    text = changed(changed(pact_file.starter(), "half_life: 30 days", "half_life: soon"), "rest: 30 days", "rests: 1")
    status, answer = drafter.post("/pact/drafts", {"text": text})
    assert (status, len(answer["detail"])) == (422, 2)
    assert "good_lead.half_life" in answer["detail"][0]["field"]
    assert "is not understood" in answer["detail"][0]["problem"] or "soon" in answer["detail"][0]["problem"]
    assert PactDraft.objects.count() == 0
    assert drafter.post("/pact/drafts", {"txt": "x"})[0] == 422
    assert drafter.get("/pact/drafts/99")[0] == 404
    assert drafter.post("/pact/drafts/99", {"revision": 1, "text": text})[0] == 404


def test_a_draft_that_was_put_away_is_not_changed(drafter):
    begun = drafter.post("/pact/drafts", {})[1]
    PactDraft.objects.update(state="withdrawn")
    address = f"/pact/drafts/{begun['draft_id']}"
    text = drafter.get(address)[1]["text"]
    status, answer = drafter.post(address, {"revision": 1, "text": changed(text, "half_life: 30", "half_life: 45")})
    assert (status, answer) == (409, {"detail": "This draft was put away; begin another one."})


def test_learning_is_asked_for_and_read(drafter, acme):
    assert drafter.get("/pact/learn")[1]["state"] == "nothing"
    status, asked = drafter.post("/pact/learn", {})
    assert (status, asked["is_looking"], Job.objects.filter(name=learn.JOB).count()) == (202, True, 1)
    learn.compute(now_s=acme.now_s)
    found = drafter.get("/pact/learn")[1]
    assert (found["state"], found["found"]["is_learned"]) == ("too_little", False)
    assert "There is no lead yet whose outcome is known" in found["found"]["too_little"]
    status, answer = drafter.post("/pact/drafts", {"is_learned": True})
    assert (status, "Nothing has been learned yet" in answer["detail"]) == (409, True)


def test_a_pact_is_tried_on_the_past(acme, key):
    both = Api(key("draft", "read"))
    draft_id = both.post("/pact/drafts", {})[1]["draft_id"]
    for body in ({}, {"pact_id": acme.pact_id}, {"draft_id": draft_id}, {"text": pact_file.starter()}):
        status, found = both.post("/pact/replay", {**body, "months": 2})
        assert (status, found["months"]) == (200, 2), body
        assert {"draft", "in_force", "joins", "tables", "gates_that_agree"} <= set(found)
    status, answer = both.post("/pact/replay", {"draft_id": draft_id, "pact_id": acme.pact_id})
    assert (status, answer["detail"][0]["field"]) == (422, "body")
    assert both.post("/pact/replay", {"months": 0})[0] == 422
    assert both.post("/pact/replay", {"pact_id": 999})[0] == 404
    assert both.post("/pact/replay", {"text": "x: 1"})[0] == 422
    assert Api(key("read")).post("/pact/replay", {"draft_id": draft_id})[0] == 403
