"""Events of trackers: taken unchanged as their own software sends them, once, and of people only when they may be."""

import base64
import gzip
import json

import pytest
from django.test import Client

from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import FactRow, Lead, RefusedEvent, Visit, Visitor
from leadpact.operations.trackers_keys import make_write_key, revoke_write_key
from tests.company import company
from tests.made_once import just_now

pytestmark = pytest.mark.django_db
TOUCHES = ("page_view", "form_filled", "email_opened", "email_clicked", "event_visit", "asset_viewed")


@pytest.fixture
def acme(db):
    return company(just_now())


@pytest.fixture
def key(acme):
    """Makes a write key; gives a sender of events with it."""

    def make(own="lp_web", *, is_public=False, **more):
        row, made = make_write_key(actor=SYSTEM, name=own, is_public=is_public, now_s=acme.now_s, own=own, **more)
        return Tracker(row, made)

    return make


class Tracker:
    def __init__(self, row, key):
        self.row, self.key = row, key
        self.client = Client(headers={"Authorization": "Basic " + base64.b64encode(f"{key}:".encode()).decode()})

    def send(self, *events, **more):
        answer = self.client.post("/v1/batch", json.dumps({"batch": list(events)}), "application/json", **more)
        assert answer.status_code == 200, answer.content
        return answer.json()


def page(number, path="/pricing", **more):
    properties = {"url": f"https://acme.example{path}", "referrer": more.pop("referrer", "")}
    return {"type": "page", "messageId": f"p{number}", "properties": properties, **more}


def touches():
    rows = FactRow.objects.filter(kind__in=TOUCHES).order_by("seq")
    return [(row.kind, row.field or row.campaign, row.source) for row in rows]


def test_what_six_real_trackers_sent_is_taken_unchanged(key, shared_data):
    requests = [
        json.loads(line) for line in (shared_data / "crm_formats/track_requests.jsonl").read_text().splitlines()
    ]
    for own in ("lp_web", "lp_rudder", "lp_node", "lp_rnode"):
        key(own)
    key("lp_snow", app="site")
    for _ in range(2):
        answers = []
        for each in requests:
            headers = {}
            if each["authorization"]:
                user = each["authorization"].removeprefix("Basic ")
                headers["Authorization"] = "Basic " + base64.b64encode(user.encode()).decode()
            if each["content_encoding"]:
                headers["Content-Encoding"] = each["content_encoding"]
            body = base64.b64decode(each["raw_b64"])
            answers.append(Client(headers=headers).post(each["path"], body, each["content_type"]))
        assert {answer.status_code for answer in answers} == {200}
        assert [answer.json()["refused"] for answer in answers] == [[]] * len(requests)
    assert sum(answer.json()["unchanged"] for answer in answers) == Visit.objects.count() == 13
    assert sorted(Lead.objects.values_list("email", flat=True)) == ["ana@acme.example", "b@c.example", "n@o.example"]
    assert touches() == [
        ("form_filled", "demo", None), ("page_view", "pricing", "unknown"), ("event_visit", "trade_show", None),
    ]  # fmt: skip
    waiting = Visit.objects.filter(state="waiting").values_list("touch", "of")
    assert sorted(waiting) == [("asset_viewed", "acme"), ("event_visit", "webinar")]


def test_visits_of_somebody_unknown_become_touches_when_they_say_who_they_are(key):
    web = key()
    web.send(
        page(1, "/?utm_source=newsletter&utm_medium=email&utm_campaign=Spring", anonymousId="v1"),
        page(2, anonymousId="v1", referrer="https://acme.example/"),
        page(3, anonymousId="other"),
    )
    assert not Lead.objects.exists()
    assert not touches()
    assert set(Visit.objects.values_list("state", flat=True)) == {"waiting"}
    assert "v1" not in str(list(Visit.objects.values_list("visitor", flat=True)))

    told = {"email": "Ana@Kessler.example", "firstName": "Ana", "lastName": "Lind", "company": {"name": "Kessler"}}
    web.send({"type": "identify", "messageId": "i1", "anonymousId": "v1", "userId": "u1", "traits": told})
    lead = Lead.objects.get()
    assert (lead.name, lead.company, lead.email) == ("Ana Lind", "Kessler", "ana@kessler.example")
    assert (lead.source, lead.campaign) == ("email", "Spring")
    assert touches() == [("page_view", "home", "email"), ("page_view", "pricing", None)]

    web.send(page(4, userId="u1"), page(5, anonymousId="v1"))
    assert len(touches()) == 4
    assert Visit.objects.filter(state="waiting").count() == 1


def test_an_alias_joins_what_was_done_under_the_name_before(key):
    web = key()
    web.send(page(1, anonymousId="before"))
    web.send({"type": "alias", "messageId": "a1", "previousId": "before", "userId": "u1"})
    web.send({"type": "identify", "messageId": "i1", "userId": "u1", "traits": {"email": "a@b.example"}})
    assert touches() == [("page_view", "pricing", "unknown")]


def test_users_of_a_system_that_leads_came_from_are_known_by_their_ids(key, acme):
    lead_id = acme.lead("crm-7", email="ana@kessler.example")
    key(system="web").send(page(1, userId="crm-7"))
    assert list(FactRow.objects.filter(kind="page_view").values_list("lead_id", flat=True)) == [lead_id]


def test_the_same_batch_again_changes_nothing_and_other_content_is_refused(key):
    web = key()
    batch = [
        page(1, anonymousId="v1"),
        {"type": "identify", "messageId": "i1", "anonymousId": "v1", "traits": {"email": "a@b.example"}},
    ]
    web.send(*batch)
    before = [list(table.objects.order_by("pk").values()) for table in (FactRow, Visit, Visitor, Lead)]
    assert web.send(*batch, sentAt="2030-01-01T00:00:00Z") == {
        "success": True, "taken": 0, "unchanged": 2, "refused": []
    }  # fmt: skip
    assert before == [list(table.objects.order_by("pk").values()) for table in (FactRow, Visit, Visitor, Lead)]

    says = web.send(page(1, "/other", anonymousId="v1"), page(9, anonymousId="v1"))
    assert (says["taken"], says["unchanged"]) == (1, 0)
    assert [(each["index"], each["messageId"]) for each in says["refused"]] == [(0, "p1")]
    assert "said something else" in says["refused"][0]["why"]
    assert RefusedEvent.objects.get().event_id == "p1"
    twice = web.send(page(20, anonymousId="v1"), page(20, "/other", anonymousId="v1"))
    assert [each["index"] for each in twice["refused"]] == [1]
    # Another key has ids of its own.
    assert key("lp_other").send(page(1, "/other"))["taken"] == 1


def test_machines_and_people_who_did_not_consent_are_counted_and_never_a_touch(key, acme):
    web = key()
    web.send({"type": "identify", "messageId": "i1", "anonymousId": "v1", "traits": {"email": "a@b.example"}})
    refused = {"consent": {"categoryPreferences": {"Analytics": False, "Functional": True}}}
    opened = {"type": "track", "event": "Email Opened", "anonymousId": "v1", "properties": {"campaign": "Spring"}}
    sent = {"type": "track", "event": "Email Delivered", "anonymousId": "v1", "properties": {"campaign": "Spring"}}
    web.send(
        page(1, anonymousId="v1", context={"userAgent": "Mozilla/5.0 (compatible; Googlebot/2.1)"}),
        page(2, anonymousId="v1", context=refused),
        page(3, anonymousId="v1", context={"gpc": True}),
        {**sent, "messageId": "s1", "timestamp": "2026-06-02T08:00:00Z"},
        {**opened, "messageId": "o1", "timestamp": "2026-06-02T08:00:04Z"},
        {**opened, "messageId": "o2", "timestamp": "2026-06-02T09:00:00Z"},
    )
    assert touches() == [("email_opened", "spring", None)]
    states = dict(Visit.objects.values_list("event_id", "state"))
    assert states == {
        "i1": "counted", "p1": "machine", "p2": "declined", "p3": "declined", "s1": "counted", "o1": "machine",
        "o2": "joined",
    }  # fmt: skip
    assert set(Visit.objects.filter(state__in=["machine", "declined"]).values_list("visitor", flat=True)) == {""}
    web.client.post("/v1/page", json.dumps(page(7, anonymousId="v1")), "text/plain", headers={"Sec-GPC": "1"})
    assert Visit.objects.get(event_id="p7").state == "declined"
    ahead = web.client.post(
        "/v1/page", json.dumps(page(8, anonymousId="v1")), "text/plain", headers={"Sec-Purpose": "prefetch"}
    )
    assert ahead.json()["taken"] == 0
    declined = {
        "type": "identify",
        "messageId": "i9",
        "anonymousId": "v9",
        "traits": {"email": "no@b.example"},
        "context": refused,
    }
    web.send(declined)
    assert Lead.objects.count() == 1


def test_somebody_who_refused_to_be_watched_is_not_but_what_they_say_themselves_counts(key, acme):
    acme.lead("x1", email="ana@kessler.example", permission_tracking="refused")
    web = key()
    web.send(page(1, anonymousId="v1"))
    told = {"email": "ana@kessler.example"}
    form = {"type": "track", "event": "Demo Requested", "messageId": "f1", "anonymousId": "v1"}
    web.send(
        {"type": "identify", "messageId": "i1", "anonymousId": "v1", "traits": told}, page(2, anonymousId="v1"), form
    )
    assert touches() == [("form_filled", "demo", None)]
    assert Visit.objects.get(event_id="p2").state == "declined"


def test_forgetting_somebody_cuts_their_visits_loose(key, acme):
    from leadpact.operations.forget import forget

    web = key()
    told = {"type": "identify", "messageId": "i1", "anonymousId": "v1", "traits": {"email": "a@b.example"}}
    web.send(page(1, anonymousId="v1"), told, page(2, anonymousId="other"))
    forget(actor=SYSTEM, lead_id=Lead.objects.get().pk, now_s=acme.now_s + 60)
    assert set(Visit.objects.values_list("event_id", flat=True)) == {"p2", "i1"}
    assert not Visitor.objects.exists()
    assert touches() == [("page_view", "pricing", "unknown")]  # Countable, and nobody's.


def test_a_key_that_everybody_can_read_adds_and_changes_nothing(key, acme):
    acme.lead("x1", email="ana@kessler.example", name="Ana Lind")
    told = {"email": "ana@kessler.example", "name": "Somebody Else", "phone": "+49 30 1234567"}
    key("lp_page", is_public=True).send({"type": "identify", "messageId": "i1", "anonymousId": "v1", "traits": told})
    lead = Lead.objects.get()
    assert (lead.name, lead.phone) == ("Ana Lind", "+49 30 1234567")
    key("lp_server").send({"type": "identify", "messageId": "i2", "anonymousId": "v1", "traits": told})
    assert Lead.objects.get().name == "Somebody Else"


def test_a_clock_that_runs_wrong_is_put_right_by_when_it_was_sent(key, acme):
    web = key()
    event = page(1, anonymousId="v1", timestamp="2031-01-01T10:00:00Z")
    body = json.dumps({**event, "sentAt": "2031-01-01T10:01:00Z"})
    web.client.post("/v1/page", body, "application/json")
    row = Visit.objects.get()
    assert row.received_s - row.occurred_s == 60


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"{", "no JSON"), (b"[]", "no object"), (b'{"batch": 1}', "no list"), (b"\x1f\x8bxx", "broken"),
        (gzip.compress(b"0" * 6_000_000, mtime=0), "longer than 5 MB"), (gzip.compress(b"{}" * 500, mtime=0)[:-9], "cut off"),
    ],
)  # fmt: skip
def test_a_body_that_cannot_be_read_is_refused_in_words_and_noted(key, body, says):
    web = key()
    answer = web.client.post("/v1/batch", body, "application/json")
    assert answer.status_code == 400 or (answer.status_code == 401 and says == "no object")
    assert says in answer.json()["message"]
    assert RefusedEvent.objects.count() == 1


def test_an_event_that_cannot_be_read_is_refused_and_the_others_are_taken(key):
    says = key().send(
        {"type": "page"}, {"type": "dance", "messageId": "d"}, page(1, timestamp="yesterday"), "x", page(2),
        {"type": "identify", "messageId": "i1", "anonymousId": "v", "traits": {"email": "nobody"}},
        page(3, userId="\ud800"),
    )  # fmt: skip
    assert [each["index"] for each in says["refused"]] == [0, 1, 2, 3, 5]
    assert (says["taken"], Visit.objects.count()) == (2, 3)


def test_only_a_key_that_works_opens_the_door(key, acme):
    web = key()
    assert Client().post("/v1/batch", "{}", "application/json").status_code == 401
    in_body = json.dumps({"writeKey": web.key, "batch": [page(1)]})
    assert Client().post("/v1/batch", in_body, "text/plain").json()["taken"] == 1
    revoke_write_key(actor=SYSTEM, key_id=web.row.pk, now_s=acme.now_s)
    assert Client().post("/v1/batch", in_body, "text/plain").status_code == 401


def test_scripts_of_other_sites_may_send(key):
    web = key()
    asked = Client().options("/v1/page", headers={
        "Origin": "https://shop.example", "Access-Control-Request-Headers": "authorization,anonymousid"})  # fmt: skip
    assert asked.status_code == 204
    assert asked["Access-Control-Allow-Origin"] == "https://shop.example"
    assert asked["Access-Control-Allow-Headers"] == "authorization,anonymousid"
    answer = web.client.post("/v1/p", json.dumps(page(1)), "text/plain", headers={"Origin": "https://shop.example"})
    assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (200, "https://shop.example")


def test_snowplow_posts_or_asks_for_a_picture(key):
    key("lp_snow", app="site")
    packed = base64.urlsafe_b64encode(json.dumps({"data": {
        "schema": "iglu:com.acme/identify/jsonschema/1-0-0", "data": {"email": "a@b.example", "name": "Ana"}}}).encode())  # fmt: skip
    query = {
        "e": "pv",
        "url": "https://a.example/pricing?utm_source=x",
        "eid": "e1",
        "aid": "site",
        "duid": "d1",
        "tv": "js-4",
    }
    answer = Client().get("/i", query)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/gif")
    data = [
        {"e": "ue", "ue_px": packed.decode().rstrip("="), "eid": "e2", "aid": "site", "duid": "d1"},
        {"e": "pp", "eid": "e3"},
    ]
    answer = Client().post("/com.snowplowanalytics.snowplow/tp2", json.dumps({"data": data}), "application/json")
    assert answer.json() == {"success": True, "taken": 2, "unchanged": 0, "refused": []}
    assert touches() == [("page_view", "pricing", "x")]
    assert Lead.objects.get().name == "Ana"
    assert Client().get("/i", {"e": "pv", "aid": "nobody"}).status_code == 200
    assert RefusedEvent.objects.count() == 1
