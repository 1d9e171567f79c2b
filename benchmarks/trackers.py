"""Events of trackers through the batch API: a real server of its own on SQLite, one client, batches of 100 events.

One visitor in ten is a lead, so a tenth of the events are touches, which are facts and move points; the others wait
under a mark until somebody knows whose they are.
"""

from __future__ import annotations

import base64
import http.client
import json
import os
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import api

EVENTS, BATCH, ROUNDS = 20_000, 100, 3
VISITORS, LEADS = 2_000, 200
EVENTS_LEAST = 3_000
PREPARE = """
import time, django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from leadpact.operations.trackers_keys import make_write_key
from tests.company import company
now_s = int(time.time())
acme = company(now_s)
print(make_write_key(actor=acme.actor("operator"), name="Benchmark", is_public=False, now_s=now_s)[1])
"""


def run() -> list[dict[str, Any]]:
    """Send batches to a server of its own; events per second of its CPU, new and sent again, and what that changed."""
    with (
        tempfile.TemporaryDirectory(prefix="leadpact-bench-") as home,
        api.server(Path(home), PREPARE) as (address, key, pid),
        closing(http.client.HTTPConnection(*address, timeout=60)) as connection,
    ):
        _send(connection, key, [_identify(number) for number in range(LEADS)])
        fresh = [_timed(connection, key, pid, _batches(each)) for each in range(ROUNDS)]
        before = _counts(Path(home))
        again = [_timed(connection, key, pid, _batches(each)) for each in range(ROUNDS)]
        changed = sum(abs(a - b) for a, b in zip(before, _counts(Path(home)), strict=True))
    return [
        _row("events through the batch API, a tenth of them of leads", median(fresh), EVENTS_LEAST),
        _row("the same batches once more", median(again), EVENTS_LEAST),
        {"name": "rows that these changed", "value": changed, "unit": f"of {sum(before):,}", "target": 0,
         "ok": changed == 0},
    ]  # fmt: skip


def _row(name: str, per_s: float, least: int) -> dict[str, Any]:
    return {"name": name, "value": round(per_s), "unit": "events per CPU s", "target": least, "ok": per_s >= least}


def _timed(connection: http.client.HTTPConnection, key: str, pid: int, batches: list[list[dict[str, Any]]]) -> float:
    before_s = api.cpu_s(pid)
    for batch in batches:
        _send(connection, key, batch)
    return EVENTS / (api.cpu_s(pid) - before_s)


def _send(connection: http.client.HTTPConnection, key: str, batch: list[dict[str, Any]]) -> None:
    headers = {
        "Authorization": "Basic " + base64.b64encode(f"{key}:".encode()).decode(),
        "Content-Type": "application/json",
    }
    connection.request("POST", "/v1/batch", body=json.dumps({"batch": batch}), headers=headers)
    answer = connection.getresponse()
    says = json.loads(answer.read())
    if answer.status != 200 or says["refused"]:
        raise RuntimeError(f"{answer.status} {says}")


def _identify(number: int) -> dict[str, Any]:
    traits = {"email": f"b{number}@kessler.example", "name": f"Nadia {number}", "company": f"Kessler {number}"}
    return {"type": "identify", "messageId": f"i{number}", "anonymousId": f"v{number}", "userId": f"u{number}",
            "traits": traits}  # fmt: skip


def _batches(part: int) -> list[list[dict[str, Any]]]:
    events = [_event(part, number) for number in range(EVENTS)]
    return [events[at : at + BATCH] for at in range(0, EVENTS, BATCH)]


def _event(part: int, number: int) -> dict[str, Any]:
    visitor = f"v{number * 7919 % VISITORS}"
    page = ("/pricing", "/", "/product/returns", "/blog/2026/long-title-of-a-post")[number % 4]
    shared = {
        "messageId": f"ajs-next-{part}-{number:08d}-8ceb-488a-b3f3",
        "anonymousId": visitor,
        "timestamp": "2026-06-02T08:00:00.120Z",
        "context": {
            "library": {"name": "analytics.js", "version": "next-1.70.0"},
            "userAgent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36",
            "locale": "de-DE",
            "page": {"url": f"https://acme.example{page}?utm_source=google&utm_medium=cpc", "path": page,
                     "referrer": "https://www.google.com/", "title": "Acme"},
        },
    }  # fmt: skip
    if number % 5 == 0:
        return {**shared, "type": "track", "event": "Viewed Case Study", "properties": {"slug": "acme"}}
    return {**shared, "type": "page", "name": "Page", "properties": shared["context"]["page"]}


def _counts(home: Path) -> list[int]:
    with closing(sqlite3.connect(home / "leadpact.sqlite3")) as connection:
        tables = ("facts", "visits", "visitors", "leads", "refused_events", "person_values", "lead_keys")
        return [int(connection.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0]) for name in tables]


if __name__ == "__main__":
    print(f"process {os.getpid()}", file=sys.stderr)
    for line in run():
        print(line)
