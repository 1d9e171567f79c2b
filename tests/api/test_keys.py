"""Keys and scopes: every address asks for them, sessions open nothing."""

import pytest
from django.test import Client

from leadpact.api import api
from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import ApiKey
from leadpact.operations.keys import revoke_key
from tests.api.conftest import DEAL, LEAD, TOUCH, Api
from tests.api.test_merging import PATHS as TO_MERGE

TO_SEND = [
    ("/leads", LEAD), ("/leads/batch", [LEAD]), ("/touches", TOUCH), ("/touches/batch", [TOUCH]),
    ("/deals", DEAL), ("/deals/batch", [DEAL]),
    ("/mails", {}),
    ("/leads/1/consent", {"email": "consent"}),
    ("/accounts", {"external_id": "c1", "source_system": "shop", "name": "Kessler"}),
]  # fmt: skip
PACT = ["/pact/drafts", "/pact/drafts/1", "/pact/learn"]
"""What the scope draft opens for reading."""
PACT_TO_SEND = [("/pact/drafts", {}), ("/pact/drafts/1", {"revision": 1, "text": "x"}), ("/pact/learn", {})]
TO_TRY = [("/pact/replay", {})]
TO_READ = ["/leads", "/leads/1", "/queue", "/evidence", "/evidence/funnel", "/goals", "/leads/1/consent", "/refusals"]
UNSIGNED = {"detail": "Send a key that works: `Authorization: Bearer lp_...`. An operator makes keys on the page Keys."}


def lacks(scope):
    return {"detail": f"The key 'Shop' has not the scope {scope}. An operator makes another on the page Keys."}


def test_the_lists_here_name_every_address():
    paths = api.get_openapi_schema(path_prefix="/api/")["paths"]
    described = {(method, path) for path, methods in paths.items() for method in methods}
    reading = {("get", "/api" + path.replace("/1", "/{lead_id}").replace("funnel", "{name}")) for path in TO_READ}
    merging = {(method, "/api" + path.replace("/1", "/{lead_id}")) for method, path in TO_MERGE}
    drafting = {("get", "/api" + path.replace("/1", "/{draft_id}")) for path in PACT}
    drafting |= {("post", "/api" + path.replace("/1", "/{draft_id}")) for path, _ in PACT_TO_SEND + TO_TRY}
    sending = {("post", "/api" + path.replace("/1", "/{lead_id}")) for path, _ in TO_SEND}
    assert described == reading | drafting | merging | sending


@pytest.mark.parametrize(("path", "body"), TO_SEND)
def test_sending_needs_a_key_with_the_scope_capture(path, body, reader):
    assert Api().post(path, body) == (401, UNSIGNED)
    assert Api("lp_nobody").post(path, body) == (401, UNSIGNED)
    assert reader.post(path, body) == (403, lacks("capture"))
    assert reader.post(path, "not even JSON") == (403, lacks("capture"))


@pytest.mark.parametrize("path", TO_READ)
def test_reading_needs_a_key_with_the_scope_read(path, sender):
    assert Api().get(path) == (401, UNSIGNED)
    assert sender.get(path) == (403, lacks("read"))


@pytest.mark.parametrize("path", PACT)
def test_reading_drafts_needs_a_key_with_the_scope_draft(path, reader):
    assert Api().get(path) == (401, UNSIGNED)
    assert reader.get(path) == (403, lacks("draft"))


@pytest.mark.parametrize(("path", "body"), PACT_TO_SEND)
def test_drafting_needs_a_key_with_the_scope_draft(path, body, reader):
    assert Api().post(path, body) == (401, UNSIGNED)
    assert reader.post(path, body) == (403, lacks("draft"))


@pytest.mark.parametrize(("path", "body"), TO_TRY)
def test_trying_on_the_past_needs_a_key_with_the_scope_read(path, body, sender):
    assert Api().post(path, body) == (401, UNSIGNED)
    assert sender.post(path, body) == (403, lacks("read"))


def test_an_unsigned_answer_says_how_to_sign(db):
    assert Client().get("/api/leads").headers["WWW-Authenticate"] == "Bearer"


def test_a_key_with_both_scopes_sends_and_reads(key):
    both = Api(key("capture", "read"))
    assert both.post("/leads", LEAD)[0] == 201
    assert both.get("/leads")[0] == 200


def test_a_session_opens_nothing(acme):
    client = Client()
    client.force_login(acme.people["operator"])
    assert client.get("/api/leads").status_code == 401
    assert client.post("/api/leads", data="{}", content_type="application/json").status_code == 401


def test_a_revoked_key_stops_working_at_once(sender):
    assert sender.post("/leads", LEAD)[0] == 201
    revoke_key(actor=SYSTEM, key_id=ApiKey.objects.get().pk, now_s=1_780_000_000)
    assert sender.post("/leads", LEAD) == (401, UNSIGNED)


def test_the_use_of_a_key_is_noted_once_an_hour(sender):
    sender.post("/leads", LEAD)
    first = ApiKey.objects.get().last_used_at
    sender.post("/leads", LEAD)
    assert first is not None
    assert ApiKey.objects.get().last_used_at == first
