"""An import whose process is killed in its midst: what is there is whole, and it goes on from there."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

SRC = Path(__file__).resolve().parents[2] / "src"
ROWS = 9_000
BATCHES = "SELECT COUNT(*) FROM ledger_importbatch"
LEADS = "SELECT state, source, name, company, email, captured_s FROM leads ORDER BY email"
ENOUGH_S = 90


def _command(home, *arguments):
    environment = {**os.environ, "LEADPACT_HOME": str(home), "LEADPACT_WORKER": "off", "PYTHONPATH": str(SRC)}
    environment.pop("LEADPACT_DATABASE_URL", None)
    return {"args": [sys.executable, "-m", "leadpact", *arguments], "env": environment, "text": True}


def _run(home, *arguments):
    return subprocess.run(**_command(home, *arguments), capture_output=True, check=True, timeout=ENOUGH_S)


def _asked(home, question):
    with closing(sqlite3.connect(f"file:{home / 'leadpact.sqlite3'}?mode=ro", uri=True, timeout=20)) as ledger:
        return ledger.execute(question).fetchall()


def test_an_import_that_is_killed_goes_on_and_nothing_is_lost_or_doubled(tmp_path):
    file = tmp_path / "contacts.csv"
    people = (
        f"c{number},2026-03-0{number % 9 + 1},fair,Ana {number},Kessler {number % 700},a{number}@kessler.example"
        for number in range(ROWS)
    )
    heading = "external_id,occurred_at,source,name,company,email"
    file.write_text("\n".join([heading, *people, ""]), encoding="utf-8")
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    killed.mkdir()
    _run(killed, "migrate")
    shutil.copytree(killed, whole)

    running = subprocess.Popen(
        **_command(killed, "import", str(file), "--as", "leads"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        until = time.monotonic() + ENOUGH_S
        while not _asked(killed, BATCHES)[0][0] and running.poll() is None and time.monotonic() < until:
            time.sleep(0.01)
        running.send_signal(signal.SIGKILL)
        assert running.wait(20) == -signal.SIGKILL, "it came to its end before it could be killed"
    finally:
        running.kill()
        running.wait(20)

    batches, kept = _asked(killed, BATCHES)[0][0], _asked(killed, "SELECT COUNT(*) FROM leads")[0][0]
    assert 0 < kept < ROWS
    assert _asked(killed, "SELECT SUM(lines) FROM ledger_importbatch") == [(kept,)]
    assert _asked(killed, "SELECT COUNT(*) FROM facts WHERE kind = 'captured'") == [(kept,)]
    assert " 0 values differ" in _run(killed, "rebuild", "--check").stdout

    report = json.loads(_run(killed, "import", str(file), "--as", "leads", "--resume", "--json").stdout)
    assert report["counts"]["created"] == ROWS
    assert _asked(killed, BATCHES)[0][0] > batches
    _run(whole, "import", str(file), "--as", "leads")
    assert _asked(killed, LEADS) == _asked(whole, LEADS)
    assert _asked(killed, "SELECT COUNT(*) FROM facts") == _asked(whole, "SELECT COUNT(*) FROM facts")
