"""Taking an import back: 100,000 leads brought in and undone by the command line, in a home of its own.

The rows have ten columns, seven of them fields of the lead. That nothing is left is looked at here in a ledger that was
empty; ``tests/operations/test_imports_undo.py`` compares every table of one that was not.
"""

from __future__ import annotations

import csv
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ROWS, MOST_S = 100_000, 60.0
EMPTY = ("leads", "hand_offs", "clocks", "deals", "lead_keys", "person_values", "ledger_account", "ledger_person")
HEADING = (
    "external_id", "source_system", "occurred_at", "source", "name", "company", "email", "phone", "country",
    "job_title",
)  # fmt: skip


def run(long: bool = False) -> list[dict[str, Any]]:  # noqa: ARG001 - one size for both
    """The CPU seconds of an undo of 100,000 rows."""
    with tempfile.TemporaryDirectory(prefix="lp-bench-") as name:
        folder = Path(name)
        path = folder / "leads.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(HEADING)
            rows.writerows(_row(number) for number in range(ROWS))
        leadpact(folder, "migrate")
        leadpact(folder, "import", str(path), "--as", "leads")
        cpu_s, peak_bytes = leadpact(folder, "undo", "1")
        facts, left = _left(folder)
    return [
        {
            "name": f"undo of an import of {ROWS:,} leads with {facts:,} facts", "value": round(cpu_s, 1),
            "unit": "CPU seconds", "target": f"<= {MOST_S:.0f}, every table empty again",
            "ok": cpu_s <= MOST_S and left == 0, "peak_mb": round(peak_bytes / 1e6),
        }
    ]  # fmt: skip


def _row(number: int) -> tuple[str, ...]:
    return (
        f"L{number}", "crm", "2026-05-01T08:00:00Z", "fair", f"Nadia Rahman {number}", f"Kessler {number // 3}",
        f"n{number}@kessler{number // 3}.example", f"+49301{number:07d}", "DE", "Head of Operations",
    )  # fmt: skip


def leadpact(folder: Path, *words: str) -> tuple[float, int]:
    """Run a command in a home of its own. Gives its CPU seconds and peak memory in bytes."""
    environment = {**os.environ, "LEADPACT_HOME": str(folder), "LEADPACT_WORKER": "off"}
    environment["PYTHONPATH"] = str(ROOT / "src")
    environment.pop("LEADPACT_DATABASE_URL", None)
    child = subprocess.Popen([sys.executable, "-m", "leadpact", *words], env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"leadpact {' '.join(words)} ended with {child.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def _left(folder: Path) -> tuple[int, int]:
    """How many facts the import wrote, and how many rows of any table are left."""
    with sqlite3.connect(next(folder.glob("*.sqlite3"))) as db:
        facts = int(db.execute("SELECT COUNT(*) FROM facts WHERE kind <> 'corrected'").fetchone()[0])
        left = sum(int(db.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]) for table in EMPTY)
    return facts, left


if __name__ == "__main__":
    for line in run():
        print(line)
