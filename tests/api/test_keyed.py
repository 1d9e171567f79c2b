"""The short way of what other systems send: the same answers as the long one, and one connection for all threads."""

import io
import json
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connection, connections

from leadpact.api.keyed import sent_first
from leadpact.ledger import sharing
from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import FactRow, Lead
from leadpact.ledger.sharing import one_connection
from leadpact.operations.keys import make_key
from tests.api.conftest import LEAD
from tests.company import company

only_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="other databases take many writes at a time")
SHOWN = ("Content-Type", "Content-Length", "X-Content-Type-Options", "Allow", "WWW-Authenticate")


@pytest.fixture
def token(emptied_db):
    company(int(time.time()))
    yield make_key(actor=SYSTEM, name="Shop", scopes=["capture"])[1]
    for kept in sharing._shared.values():
        if hasattr(kept, "close"):
            kept.close()
    sharing._shared.clear()


def asked(application, body, *, token=None, path="/api/leads", method="POST", host="127.0.0.1", **more):
    """Status, the headers that matter, and the JSON of an answer."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    environ = {
        "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": host, "SERVER_PORT": "80",
        "HTTP_HOST": host, "CONTENT_TYPE": "application/json", "CONTENT_LENGTH": str(len(raw)),
        "wsgi.input": io.BytesIO(raw), "wsgi.url_scheme": "http", "wsgi.errors": io.StringIO(), **more,
    }  # fmt: skip
    if token is not None:
        environ["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    told = []
    answer = application(environ, lambda status, headers: told.append((status, dict(headers))))
    says = b"".join(answer)
    status, headers = told[0]
    return status, {name: headers[name] for name in SHOWN if name in headers}, says


@only_sqlite
def test_what_is_sent_is_answered_as_on_the_long_way(token):
    long = get_wsgi_application()
    short = sent_first(long)
    assert short is not long
    known = asked(long, LEAD, token=token)
    assert known[0] == "201 Created"
    for one in (
        {"body": LEAD, "token": token},
        {"body": LEAD, "token": "lp_nobody"},
        {"body": LEAD},
        {"body": b"{", "token": token},
        {"body": {**LEAD, "fields": {"employees": "many"}}, "token": token},
        {"body": LEAD, "token": token, "path": "/api/nothing"},
        {"body": LEAD, "token": token, "path": "/api/leads", "method": "GET"},
        {"body": LEAD, "token": token, "path": "/api/leads", "method": "PUT"},
        {"body": LEAD, "token": token, "path": "/api/leads/batch"},
        {"body": LEAD, "token": token, "path": "/desk/"},
        {"body": LEAD, "token": token, "SCRIPT_NAME": "/ours"},
    ):
        assert asked(short, **one) == asked(long, **one)
    assert asked(short, LEAD, token=token, host="elsewhere.example")[0] == "400 Bad Request"


@only_sqlite
def test_a_body_too_long_is_refused_as_on_the_long_way(token, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 50
    long = get_wsgi_application()
    refused = asked(long, LEAD, token=token)
    assert refused[0].startswith("4")
    assert asked(sent_first(long), LEAD, token=token) == refused


class SlowBody(io.BytesIO):
    """Waits, before it gives what was sent, until another request was answered."""

    def __init__(self, sent, wait):
        super().__init__(sent)
        self.wait = wait

    def read(self, size=-1):
        self.wait()
        return super().read(size)


@only_sqlite
def test_who_sends_slowly_holds_nobody_up(token):
    application = sent_first(get_wsgi_application())
    asked(application, LEAD, token=token)
    begun, answered = Event(), Event()

    def send_slowly():
        def wait():
            begun.set()
            assert answered.wait(20)

        try:
            slow = SlowBody(json.dumps(LEAD).encode(), wait)
            return asked(application, LEAD, token=token, **{"wsgi.input": slow})[0]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(send_slowly)
        assert begun.wait(20)
        try:
            assert pool.submit(asked, application, LEAD, token=token).result(timeout=15)[0] == "200 OK"
        finally:
            answered.set()
        assert slow.result(timeout=15) == "200 OK"


@only_sqlite
def test_many_threads_take_turns_on_one_connection(token):
    application = sent_first(get_wsgi_application())

    def send(number):
        try:
            fields = {**LEAD["fields"], "email": f"n{number}@kessler.example"}
            return asked(application, {**LEAD, "external_id": f"n{number}", "fields": fields}, token=token)[0]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(send, range(48))) == {"201 Created"}
    assert Lead.objects.count() == 48
    assert sorted(FactRow.objects.filter(kind="captured").values_list("external_id", flat=True)) == sorted(
        f"n{number}" for number in range(48)
    )


@only_sqlite
def test_a_thread_has_its_own_connection_again_after_its_turn(emptied_db):
    own = connections["default"]
    met = []

    def use():
        with one_connection():
            met.append(connections["default"])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        use()
    assert met[0] is not own
    assert connections["default"] is own


def test_inside_a_transaction_nothing_changes(db):
    own = connections["default"]
    with one_connection():
        assert connections["default"] is own
        assert connection.in_atomic_block
