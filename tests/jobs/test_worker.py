"""Real workers in processes of their own, on a database of their own: killed, raced and told to stop."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]
SERVER = os.environ.get("LEADPACT_DATABASE_URL")
MANY = 60


def at(folder, url=None):
    """The environment of a process with this home and, if given, this database."""
    env = {**os.environ, "LEADPACT_HOME": str(folder), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    env |= {"DJANGO_SETTINGS_MODULE": "leadpact.settings", "LEADPACT_WORKER": "thread"}
    return env | ({"LEADPACT_DATABASE_URL": url} if url else {})


def database(sql):
    """Make or drop databases on the tests' PostgreSQL."""
    import psycopg

    with psycopg.connect(SERVER, autocommit=True) as admin:
        admin.execute(sql)


def named(name):
    return urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}"))


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    """A company with many promises near their deadline: a folder, and on PostgreSQL a database to copy."""
    folder, name = tmp_path_factory.mktemp("crowd"), f"crowd_{os.getpid()}"
    if SERVER:
        database(f"CREATE DATABASE {name}")
    done(at(folder, named(name) if SERVER else None), "make", MANY)
    yield folder, name
    if SERVER:
        database(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def home(crowd, tmp_path):
    """The environment of a database of its own with that company: a SQLite file, or one on PostgreSQL."""
    folder, template = crowd
    name = f"workers_{os.getpid()}_{time.monotonic_ns()}"
    if SERVER:
        database(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield at(tmp_path, named(name))
        database(f"DROP DATABASE {name} WITH (FORCE)")
        return
    shutil.copytree(folder, tmp_path / "home")
    yield at(tmp_path / "home")


def run(home, *arguments):
    return subprocess.Popen([sys.executable, "-m", "tests.jobs.crowd", *map(str, arguments)], cwd=ROOT, env=home)


def done(home, *arguments, within_s=120):
    process = run(home, *arguments)
    assert process.wait(within_s) == 0


def ask(home, sql):
    """Rows of a query, read beside Django."""
    if home.get("LEADPACT_DATABASE_URL"):
        import psycopg

        with psycopg.connect(home["LEADPACT_DATABASE_URL"]) as connection:
            return connection.execute(sql).fetchall()
    import sqlite3

    with closing(sqlite3.connect(f"{home['LEADPACT_HOME']}/leadpact.sqlite3", timeout=20)) as connection:
        return connection.execute(sql).fetchall()


def taken(home):
    """Of how many leads the owner was reminded how often: {times: leads}."""
    sql = (
        "SELECT times, COUNT(*) FROM (SELECT lead_id, COUNT(*) AS times FROM facts "
        "WHERE kind IN ('reminded', 'escalated') GROUP BY lead_id) AS per_lead GROUP BY times"
    )
    return dict(ask(home, sql))


TURNED = "SELECT COUNT(*) FROM ledger_job WHERE due_s > 0 AND tries = 0"
"""Jobs of the timetable that were done at least once: they were all due at the beginning of time."""


def wait_for(question, within_s=60):
    end = time.monotonic() + within_s
    while time.monotonic() < end:
        if question():
            return
        time.sleep(0.02)
    raise AssertionError("it did not come about in time")


def test_a_worker_killed_in_mid_job_loses_nothing_and_doubles_nothing(home):
    first = run(home, "work", 2, 1)
    try:
        wait_for(lambda: taken(home).get(1, 0) >= 5)
    finally:
        os.kill(first.pid, signal.SIGKILL)
        first.wait(10)
    between = taken(home)
    assert set(between) == {1}
    assert 5 <= between[1] < MANY, "the worker was done before it was killed"
    assert ask(home, "SELECT tries FROM ledger_job WHERE name = 'act_on_due' AND lease_by <> ''") == [(1,)]
    done(home, "work", 2, 1)
    assert taken(home) == {1: MANY}
    assert ask(home, "SELECT COUNT(*), COUNT(DISTINCT once) FROM ledger_notice WHERE kind = 'reminded'") == [
        (MANY, MANY)
    ]
    assert ask(home, "SELECT tries, error, lease_by FROM ledger_job WHERE name = 'act_on_due'") == [(0, "", "")]


def test_several_workers_do_each_thing_once(home):
    processes = [run(home, "work", 60, 2) for _ in range(2)]
    assert [process.wait(120) for process in processes] == [0, 0]
    assert taken(home) == {1: MANY}


def test_a_worker_told_to_stop_puts_its_jobs_down(home):
    process = run(home, "told")
    wait_for(lambda: ask(home, TURNED) != [(0,)])
    process.send_signal(signal.SIGTERM)
    assert process.wait(90) == 0
    assert ask(home, "SELECT COUNT(*) FROM ledger_job WHERE lease_by <> ''") == [(0,)]


def test_the_web_processes_own_thread_works_and_ends_with_it(home):
    process = run(home, "embedded")
    wait_for(lambda: ask(home, TURNED) != [(0,)])
    process.send_signal(signal.SIGTERM)
    assert process.wait(90) == 0
    assert ask(home, "SELECT COUNT(*) FROM ledger_job WHERE lease_by <> ''") == [(0,)]
