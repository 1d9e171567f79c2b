"""A ClickHouse server by its HTTP interface: the driver's requests, answered by the engine without the server.

Every measure, what stays on the server, and what is said when something is wrong.
"""

from __future__ import annotations

import signal
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.util import find_spec

import pyarrow.parquet as pq
import pytest

from leadpact.evidence.catalogue import MEASURES
from leadpact.evidence.copy_parts import table_of
from leadpact.evidence.warehouse import WarehouseRefused, warehouse
from tests.evidence.clickhouse_http import Server, User, Wrong, run
from tests.evidence.company import sqlite_source
from tests.evidence.warehoused import (
    COMPANIES,
    FILTERED,
    assert_what_is_wrong_is_said,
    copied,
    different,
    narrowed_differently,
    together,
    told,
    write_wrong,
)

pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(600),
    pytest.mark.skipif(
        find_spec("chdb") is None or find_spec("clickhouse_connect") is None,
        reason="ClickHouse is not installed: pip install '.[clickhouse-local]'",
    ),
]
PASSWORD = "s3c/ret"
LIKE_A_SPREADSHEET = {
    "join_use_nulls": 0,
    "aggregate_functions_null_for_empty": 1,
    "transform_null_in": 1,
    "empty_result_for_aggregation_by_empty_set": 1,
    "limit": 1,
    "group_by_overflow_mode": "any",
    "session_timezone": "America/St_Johns",
}
"""A profile under which the same queries would be counted otherwise."""
USERS = {
    "reader": User(PASSWORD),
    "alone": User(PASSWORD),
    "odd": User(PASSWORD, LIKE_A_SPREADSHEET),
    "settled": User(PASSWORD, {"readonly": 2}),
    "bound": User(PASSWORD, {"readonly": 1}),
    "bound with nulls": User(PASSWORD, {"readonly": 1, "join_use_nulls": 1}),
    "ungranted": User(PASSWORD, {}, {"CREATE TEMPORARY TABLE": "CREATE TEMPORARY TABLE ON *.*"}),
    "unread": User(PASSWORD, {}, {"DESCRIBE": "SHOW COLUMNS ON crm.facts"}),
    "cut short": User(PASSWORD, {"max_result_rows": 3, "result_overflow_mode": "break"}),
}
STEPWISE = "acceptance"
"""A measure with tables that are computed first."""


@pytest.fixture(scope="module")
def facts():
    return together(COMPANIES["hand"], COMPANIES["simulated"])


@pytest.fixture(scope="module")
def sqlite(facts):
    return sqlite_source(facts)


@pytest.fixture(scope="module")
def server(facts, tmp_path_factory):
    """A server with the table of facts of both companies, and with one that is not as measures need it."""
    folder = tmp_path_factory.mktemp("server")
    pq.write_table(table_of([copied(fact) for fact in facts]), folder / "facts.parquet")
    write_wrong(folder / "wrong.parquet")
    with Server(USERS) as started:
        run(started.root, "CREATE DATABASE crm")
        for name in ("facts", "wrong"):
            engine = "MergeTree ORDER BY kind SETTINGS allow_nullable_key = 1"
            read = f"file('{folder / name}.parquet', Parquet)"
            run(started.root, f"CREATE TABLE crm.{name} ENGINE = {engine} AS SELECT * FROM {read}")
        yield started


@pytest.fixture(autouse=True)
def _nothing_wrong(server):
    server.wrong, server.asked[:] = lambda sql: None, []


def at(server, user="reader", rest=""):
    return f"clickhouse://{user.replace(' ', '%20')}:s3c%2Fret@{server.address}/crm{rest}"


def refused(where, measure=STEPWISE):
    """What is said instead of an answer; it names the place, and holds no password."""
    with pytest.raises(WarehouseRefused) as raised, warehouse(where) as source:
        told(measure, source)
    said = str(raised.value)
    assert "127.0.0.1:" in said.partition("/crm")[0]
    assert not any(each in said for each in (PASSWORD, "s3c%2Fret"))
    return said


@pytest.fixture(scope="module")
def reader(server):
    with warehouse(at(server)) as source:
        yield source


@pytest.mark.parametrize("measure", list(MEASURES))
def test_every_measure(sqlite, reader, measure):
    assert different(told(measure, sqlite), told(measure, reader)) == []


def test_filters(sqlite, reader):
    assert narrowed_differently(sqlite, reader) == {}


@pytest.mark.parametrize("user", ["odd", "settled"])
def test_a_users_profile_changes_no_number(sqlite, server, user):
    with warehouse(at(server, user)) as source:
        assert narrowed_differently(sqlite, source) == {}


def test_nothing_stays_on_the_server(server):
    before, connections = server.tables(), set(server.connections)
    with warehouse(at(server, "alone")) as source:
        told(STEPWISE, source, FILTERED)
        assert len(server.temporary("alone")) == 1  # The chosen leads, for the questions to come.
    assert (server.temporary("alone"), server.tables()) == ([], before)
    words = [asked.sql.split()[:2] for asked in server.asked]
    verbs = {first if first in ("SELECT", "WITH") else f"{first} {second}" for first, second in words}
    assert verbs <= {"SELECT", "WITH", "DESCRIBE TABLE", "CREATE TEMPORARY", "DROP TEMPORARY"}
    assert len({asked.session for asked in server.asked if asked.session}) == 1
    wait_until(lambda: server.connections <= connections)


def test_nothing_stays_after_a_question_that_failed(server):
    def fails():
        with warehouse(at(server, "alone")) as source:
            told(STEPWISE, source, FILTERED)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert server.temporary("alone") == []


def test_two_ask_at_once(sqlite, server):
    with warehouse(at(server)) as one, warehouse(at(server)) as other:
        want = told(STEPWISE, sqlite, FILTERED)
        assert [different(want, told(STEPWISE, each, FILTERED)) for each in (one, other, one)] == [[], [], []]


@pytest.mark.parametrize("is_forgotten", [False, True], ids=["in its session", "after its session was forgotten"])
def test_a_table_of_the_same_name_as_a_step_is_left_alone(server, is_forgotten):
    run(server.root, "CREATE TABLE crm.leadpact_step_0 ENGINE = Memory AS SELECT 1 AS one")
    server.wrong = lambda sql: server.forget("alone") if is_forgotten and sql.startswith("DROP") else None
    try:
        before = server.tables()
        with warehouse(at(server, "alone")) as source:
            if is_forgotten:
                with pytest.raises(WarehouseRefused, match="no longer has a table of this session"):
                    told(STEPWISE, source)
            else:
                told(STEPWISE, source)
        assert server.tables() == before
    finally:
        run(server.root, "DROP TABLE crm.leadpact_step_0")


def test_a_session_outlasts_a_pause(sqlite, server):
    """A server forgets a session after a minute, if it is not told another time."""
    with warehouse(at(server)) as source:
        first = told(STEPWISE, source, FILTERED)
        server.later_s += 600
        server.forget()
        assert told(STEPWISE, source, FILTERED) == first
        server.later_s += 3600
        with pytest.raises(WarehouseRefused, match=r"no longer has a table of this session.*name one server"):
            told(STEPWISE, source, FILTERED)


def test_a_connection_that_the_server_closed_is_opened_anew(sqlite, server, monkeypatch):
    monkeypatch.setattr(server, "keep_alive_s", 0.2)
    with warehouse(at(server)) as source:
        time.sleep(1)
        assert different(told(STEPWISE, sqlite), told(STEPWISE, source)) == []


def test_a_query_that_takes_longer_than_a_server_may_be_silent(sqlite, server, monkeypatch):
    """While it computes it tells how far it is; at the shortest every 10 seconds."""
    monkeypatch.setattr("leadpact.evidence.warehouse_clickhouse_server._SILENT_S", 12)
    slow = iter([Wrong("slow", 25)])
    server.wrong = lambda sql: next(slow, None) if sql.startswith("CREATE") else None
    with warehouse(at(server)) as source:
        began = time.monotonic()
        assert different(told(STEPWISE, sqlite), told(STEPWISE, source)) == []
        assert time.monotonic() - began > 24


def test_what_is_wrong_with_a_table_is_said(server):
    assert_what_is_wrong_is_said(at(server, rest="?table=wrong"), "due_s: found Nullable(String)", table="wrong")
    assert_what_is_wrong_is_said(
        at(server, rest="?table=crm.wrong"), "due_s: found Nullable(String)", table="crm.wrong"
    )


@pytest.mark.parametrize(
    ("user", "rest", "said"),
    [
        (
            "reader",
            "?table=nowhere",
            "Table crm.nowhere does not exist. (UNKNOWN_TABLE); name the table in the address",
        ),
        ("reader", "x", "(UNKNOWN_DATABASE); name the database in the address, behind the host"),
        ("nobody", "", "(AUTHENTICATION_FAILED); check the user in the address and its password (CLICKHOUSE_PASSWORD"),
        ("bound", "", "does not let this user set join_use_nulls; the user must be allowed to change settings and to"),
        (
            "bound with nulls",
            "",
            "Cannot execute query in readonly mode. (READONLY); the user must be allowed to change",
        ),
        ("ungranted", "", "grant CREATE TEMPORARY TABLE ON *.*. (ACCESS_DENIED); an administrator can grant it"),
        ("unread", "", "SHOW COLUMNS ON crm.facts. (ACCESS_DENIED); an administrator can grant it"),
        ("cut short", "", "(TOO_MANY_ROWS_OR_BYTES); that is a limit of this user on the server: raise it, or ask for"),
    ],
)
def test_what_a_server_refuses(server, user, rest, said):
    assert said in refused(at(server, user, rest), "source_quality" if user == "cut short" else STEPWISE)


def test_a_wrong_password(server):
    where = at(server).replace("s3c%2Fret", "0ther")
    said = refused(where)
    assert "check the user in the address and its password" in said
    assert "0ther" not in said


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        (Wrong("gone"), "broke off"),
        (Wrong("cut", 0), "broke off"),
        (Wrong("cut", 20), "broke off"),
        (Wrong("cut", 10**9), "broke off"),
        (Wrong("silent"), "said nothing for 2 seconds and was given up; see whether it is well"),
        (Wrong("stalled", 20), "said nothing for 2 seconds and was given up"),
        (Wrong("stalled", 10**9), "said nothing for 2 seconds and was given up"),
    ],
    ids=lambda each: f"{each.how} {each.amount:.0f}" if isinstance(each, Wrong) else "",
)
@pytest.mark.parametrize("verb", ["SELECT COUNT", "CREATE", "DROP", "last"])
def test_a_server_that_stops_answering_in_the_middle(server, monkeypatch, wrong, what, verb):
    """Whenever it does, this is what is said, at once, and no number is shown of a part of the rows."""
    monkeypatch.setattr("leadpact.evidence.warehouse_clickhouse_server._SILENT_S", 2)
    kept = []

    def goes_wrong(sql):
        kept.extend([sql] if sql.startswith("CREATE TEMPORARY") else [])
        is_last = verb == "last" and kept and sql.startswith(("SELECT", "WITH"))
        return wrong if is_last or sql.startswith(verb) else None

    server.wrong = goes_wrong
    began = time.monotonic()
    assert what in refused(at(server))
    assert time.monotonic() - began < 20


@pytest.fixture
def interruptible():
    """Ctrl-C interrupts Python, also where a library (Spark's) made something else of it for its process."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_who_interrupts_a_question_is_heard(server):
    """What the session keeps cannot be dropped while the query runs there; that is not what is said."""
    kept, is_asked, is_heard = [], threading.Event(), threading.Event()

    def falls_silent(sql):
        kept.extend([sql] if sql.startswith("CREATE") else [])
        if len(kept) < 3:
            return None
        is_asked.set()
        return Wrong("silent")

    def press():  # Again and again: a busy process may take one for what it was just doing.
        is_asked.wait(30)
        while not is_heard.wait(0.5):
            signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)

    def ask():
        try:
            with warehouse(at(server)) as source:
                told(STEPWISE, source)
        finally:
            is_heard.set()

    server.wrong = falls_silent
    pressing = threading.Thread(target=press)
    pressing.start()
    with pytest.raises(KeyboardInterrupt):
        ask()
    pressing.join()


def test_a_server_that_is_stopped_in_the_middle(facts):
    other = Server(USERS)
    with other:
        run(other.root, "CREATE DATABASE IF NOT EXISTS other")
        run(other.root, "CREATE OR REPLACE VIEW other.facts AS SELECT * FROM crm.facts")
        stack = warehouse(at(other).replace("/crm", "/other"))
        source = stack.__enter__()
    with pytest.raises(WarehouseRefused, match="broke off"):
        told(STEPWISE, source)
    stack.__exit__(None, None, None)


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("clickhouse://a@127.0.0.1:99999/crm", "Port out of range 0-65535; expected clickhouse://user@host:8123/"),
        ("clickhouse://a@127.0.0.1:{port}/crm?secure=yes", "secure is 'yes'; expected 1 for TLS, or 0"),
        ("clickhouse://a@127.0.0.1:{port}/crm?secure=1", "no connection by TLS"),
    ],
)
def test_a_wrong_address(server, where, said):
    assert said in refused(where.format(port=server.port))


@pytest.mark.parametrize("status", [200, 404])
def test_another_server_than_clickhouse(status):
    class Other(BaseHTTPRequestHandler):
        def do_POST(self):
            self.send_response(status)
            self.end_headers()
            self.wfile.write(b"<html>It works!</html>")

        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", 0), Other) as other:
        answering = threading.Thread(target=other.serve_forever, args=(0.05,), daemon=True)
        answering.start()
        said = refused(f"clickhouse://a@127.0.0.1:{other.server_port}/crm")
        other.shutdown()
        answering.join(10)
    assert "is this ClickHouse's HTTP interface? Its port is 8123, or 8443 with secure=1" in said


def wait_until(is_so, seconds=5):
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)
