"""Serving: from nothing to an answer, and an orderly end."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[2] / "src"


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _command(home, *arguments):
    environment = {**os.environ, "LEADPACT_HOME": str(home), "LEADPACT_WORKER": "thread", "PYTHONPATH": str(SRC)}
    environment.pop("LEADPACT_DATABASE_URL", None)
    return {
        "args": [sys.executable, "-m", "leadpact", *arguments],
        "env": environment,
        "stderr": subprocess.PIPE,
        "text": True,
    }


def _get(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location")
    finally:
        connection.close()


def test_an_empty_company_is_served_from_nothing_and_stops_when_told(tmp_path):
    port = _free_port()
    process = subprocess.Popen(**_command(tmp_path, "start", "--empty", "--no-browser", "--port", str(port)))
    try:
        lines = [process.stderr.readline(), process.stderr.readline()]
        assert lines[0].startswith("Making the tables of a new ledger")
        assert f"http://127.0.0.1:{port}" in lines[1]
        assert _get(port, "/healthz/")[0] == 200
        assert _get(port, "/") == (302, "/first-run/")
    finally:
        process.send_signal(signal.SIGTERM)
        status = process.wait(20)
        process.stderr.close()
    assert status == 0
    with pytest.raises(ConnectionRefusedError):
        _get(port, "/healthz/")


def test_told_to_stop_while_it_starts_it_ends_all_the_same(tmp_path):
    process = subprocess.Popen(**_command(tmp_path, "serve", "--port", str(_free_port())))
    time.sleep(0.7)
    process.send_signal(signal.SIGTERM)
    assert process.wait(45) in (0, -signal.SIGTERM)
    process.stderr.close()


def test_a_port_that_is_taken_is_refused_with_one_that_is_free(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            **_command(tmp_path, "start", "--empty", "--no-browser", "--port", str(port)), check=False
        )
    assert done.returncode == 2
    assert f"Port {port} on 127.0.0.1 is taken" in done.stderr
    assert "--port" in done.stderr


def test_an_empty_company_is_not_opened_over_the_demo(db, settings, tmp_path, monkeypatch, capsys):
    from leadpact.__main__ import main
    from leadpact.operations import people
    from leadpact.operations.people import PersonForm
    from tests.company import NOW_S, PASSWORD

    operator = PersonForm("op@acme.example", "Olga", "operator")
    people.set_up(
        company="Demo", zone="UTC", country="DE", operator=operator, password=PASSWORD, now_s=NOW_S, is_demo=True
    )
    monkeypatch.setenv("LEADPACT_BASE_URL", "http://127.0.0.1:1")
    assert main(["start", "--empty", "--no-browser", "--port", str(_free_port())]) == 2
    assert "holds the demo company" in capsys.readouterr().err
