"""Capture through the API: a real server of its own on SQLite, one client for the cost, eight for the truth."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leadpact.cli.serve import server as server_command

ROOT = Path(__file__).resolve().parents[1]
CAPTURES, WARM_UP = 2_000, 200
CLIENTS = 8
SHORT_S, LONG_S = 10, 60
CPU_MS_MOST = 3.0
READY_WITHIN_S, STOPPED_WITHIN_S = 60, 15
PREPARE = """
import time, django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from leadpact.operations.keys import make_key
from tests.company import company
acme = company(int(time.time()))
print(make_key(actor=acme.actor("operator"), name="Benchmark", scopes=["capture"])[1])
"""


def run(*, long: bool = False) -> list[dict[str, Any]]:
    """Send captures to a server of its own; its CPU time per request, and whether eight clients lose anything."""
    with tempfile.TemporaryDirectory(prefix="leadpact-bench-") as home, server(Path(home)) as (address, key, pid):
        cost, sent = _one_client(address, key, pid)
        crowd = _crowd(address, key, LONG_S if long else SHORT_S)
        kept = _kept(Path(home))
    expected = sent + crowd.taken
    return [
        _row("capture through the API, server process", round(cost, 2), "ms CPU per request", CPU_MS_MOST),
        _row(f"{CLIENTS} clients for {crowd.seconds} s, {crowd.taken:,} captures", len(crowd.errors), "errors", 0),
        _row("of these lost", expected - kept, f"of {expected:,} captured facts", 0),
    ]


def _row(name: str, value: float, unit: str, most: float) -> dict[str, Any]:
    return {"name": name, "value": value, "unit": unit, "target": most, "ok": value <= most}


@contextmanager
def server(home: Path, prepare: str = PREPARE) -> Iterator[tuple[tuple[str, int], str, int]]:
    """A server with an empty company and a signed pact: its address, the key that ``prepare`` prints, the process."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("LEADPACT_")}
    env |= {
        "LEADPACT_HOME": str(home),
        "LEADPACT_WORKER": "off",
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", "leadpact.settings"),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")]),
    }
    made = subprocess.run([sys.executable, "-c", prepare], env=env, check=True, capture_output=True, text=True)
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        address = ("127.0.0.1", int(free.getsockname()[1]))
    command = server_command(*address)
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen(command, env=env, cwd=home, stdout=log, stderr=log)
        try:
            _wait_until_ready(address, server, home / "server.log")
            yield address, made.stdout.strip(), server.pid
        finally:
            _stop(server)


def _wait_until_ready(address: tuple[str, int], server: subprocess.Popen[bytes], log: Path) -> None:
    deadline_s = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < deadline_s and server.poll() is None:
        with contextlib.suppress(OSError), closing(http.client.HTTPConnection(*address, timeout=5)) as ask:
            ask.request("GET", "/healthz/")
            if ask.getresponse().status == 200:
                return
        time.sleep(0.2)
    raise RuntimeError(f"The server did not become ready:\n{log.read_text()}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """End the server and its workers: politely, then by force."""
    family = _family(server.pid)
    server.terminate()
    try:
        server.wait(STOPPED_WITHIN_S)
    except subprocess.TimeoutExpired:
        for pid in family:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        server.wait()


def _family(pid: int) -> list[int]:
    """A process and its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    found = [int(text) for text in children.read_text().split()] if children.exists() else []
    return [pid, *(each for child in found for each in _family(child))]


def cpu_s(pid: int) -> float:
    """CPU seconds that a process and its children have used."""
    ticks = 0
    for each in _family(pid):
        fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


@dataclass
class _Client:
    """A client with a connection that stays open."""

    address: tuple[str, int]
    key: str
    taken: int = 0
    errors: list[str] = field(default_factory=list)

    def send(self, connection: http.client.HTTPConnection, number: int) -> None:
        """Send one new lead and note what came back."""
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        connection.request("POST", "/api/leads", body=json.dumps(_lead(number)), headers=headers)
        answer = connection.getresponse()
        says = answer.read()
        if answer.status == 201:
            self.taken += 1
        else:
            self.errors.append(f"{answer.status} {says[:200]!r}")

    def send_until(self, deadline_s: float, first: int) -> None:
        """Send one lead after the other until the deadline, numbered from ``first`` on."""
        number = first
        with closing(http.client.HTTPConnection(*self.address, timeout=60)) as connection:
            while time.monotonic() < deadline_s:
                number += 1
                try:
                    self.send(connection, number)
                except (OSError, http.client.HTTPException) as error:
                    self.errors.append(repr(error))
                    connection.close()


def _lead(number: int) -> dict[str, Any]:
    mark = f"b{number}"
    return {
        "external_id": mark,
        "source_system": "benchmark",
        "source": "web_form",
        "campaign": "spring",
        "channel": "web",
        "fields": {
            "name": f"Nadia {mark}",
            "company": f"Kessler {mark}",
            "email": f"{mark}@kessler.example",
            "job_title": "Head of Operations",
            "phone": f"+49301{number:07d}",
            "country": "DE",
            "industry": "logistics",
            "employees": 420,
        },
    }


def _one_client(address: tuple[str, int], key: str, pid: int) -> tuple[float, int]:
    """Milliseconds of the server's CPU per capture, and how many were sent with the warm-up."""
    client = _Client(address, key)
    with closing(http.client.HTTPConnection(*address, timeout=60)) as connection:
        for number in range(WARM_UP):
            client.send(connection, number)
        before_s = cpu_s(pid)
        for number in range(WARM_UP, WARM_UP + CAPTURES):
            client.send(connection, number)
        used_s = cpu_s(pid) - before_s
    if client.errors:
        raise RuntimeError(f"{len(client.errors)} captures failed, the first with {client.errors[0]}")
    return used_s / CAPTURES * 1000, client.taken


@dataclass
class _Crowd:
    """What several clients at once did."""

    seconds: int
    taken: int
    errors: list[str]


def _crowd(address: tuple[str, int], key: str, seconds: int) -> _Crowd:
    clients = [_Client(address, key) for _ in range(CLIENTS)]
    deadline_s = time.monotonic() + seconds
    threads = [
        threading.Thread(target=client.send_until, args=(deadline_s, number * 100_000))
        for number, client in enumerate(clients, start=1)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    errors = [error for client in clients for error in client.errors]
    for error in errors[:5]:
        print(error, file=sys.stderr)
    return _Crowd(seconds, sum(client.taken for client in clients), errors)


def _kept(home: Path) -> int:
    with closing(sqlite3.connect(home / "leadpact.sqlite3")) as connection:
        return int(connection.execute("SELECT COUNT(*) FROM facts WHERE kind = 'captured'").fetchone()[0])


if __name__ == "__main__":
    for line in run(long="--long" in sys.argv):
        print(line)
