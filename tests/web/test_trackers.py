"""The page of trackers: keys are made and revoked, and what came in and what was refused is said."""

import json

import pytest
from django.test import Client

from leadpact.ledger.models import WriteKey
from tests.company import company
from tests.made_once import just_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def marketer(db):
    client = Client()
    client.force_login(company(just_now()).people["marketer"])
    return client


def send(key, *events):
    body = json.dumps({"writeKey": key, "batch": events})
    return Client().post("/v1/batch", body, "application/json").json()


def test_a_key_is_made_shown_with_what_to_paste_and_revoked(marketer):
    answer = marketer.post("/data/trackers/", {"name": "Web site", "place": "page", "own": "segment-key-1"})
    says = answer.content.decode()
    assert "segment-key-1" in says
    assert "analytics.load(&quot;segment-key-1&quot;" in says
    row = WriteKey.objects.get()
    assert (row.name, row.shown, row.is_public) == ("Web site", "segment-key-1", True)
    answer = marketer.post("/data/trackers/", {"name": "Server", "place": "server"})
    assert "lpw_" in answer.content.decode()
    hidden = WriteKey.objects.get(name="Server")
    assert hidden.shown.endswith("…")
    marketer.post(f"/data/trackers/{row.pk}/revoke/")
    assert "revoked" in marketer.get("/data/trackers/").content.decode()
    assert send("segment-key-1")["success"] is False


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"name": ""}, "This field is required"),
        ({"name": "Web", "own": "a b c d e f"}, "no spaces and no colon"),
        ({"name": "Web", "own": "used-before"}, "is there already"),
        ({"name": "Web", "app": "site"}, "Another key takes the events"),
    ],
)
def test_what_cannot_be_made_is_refused_and_what_was_typed_stays(marketer, asked, says):
    marketer.post("/data/trackers/", {"name": "First", "place": "page", "own": "used-before", "app": "site"})
    answer = marketer.post("/data/trackers/", {"place": "server", "system": "my shop", **asked})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "my shop" in answer.content.decode()
    assert WriteKey.objects.count() == 1


def test_what_came_and_what_was_refused_is_said_in_words(marketer):
    marketer.post("/data/trackers/", {"name": "Web site", "place": "page", "own": "segment-key-1"})
    url = "https://a.example/pricing?utm_medium=cpc&utm_source=google"
    event = {"type": "page", "messageId": "m1", "anonymousId": "v", "properties": {"url": url}}
    known = {
        "type": "identify",
        "messageId": "m2",
        "anonymousId": "v",
        "traits": {"email": "n@k.example", "name": "Nadia"},
    }
    send("segment-key-1", event, known)
    send("segment-key-1", {**event, "anonymousId": "other"})
    says = " ".join(marketer.get("/data/trackers/").content.decode().split())
    assert "1 visit became a touch of a lead this week" in says
    assert "Looked at a page<small>pricing</small>" in says
    assert "paid search" in says
    assert ">Nadia</a>" in says
    assert "said something else" in says
