"""Bringing files in: the Olist leads repeated with new ids, from file to committed rows, all indexes on.

Each size is brought in by the command line in a process and a home of its own; CPU and memory are that process's.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
OLIST = ROOT.parent / "shared" / "data" / "olist_funnel" / "olist_marketing_qualified_leads_dataset.csv"
MAPPING = ROOT / "examples" / "mappings" / "olist_leads.yaml"
SMALL, ORDINARY, LARGE = 8_000, 100_000, 400_000
LEAST_RATE, MOST_GROWTH = 4_000, 1.2


class Used(NamedTuple):
    """CPU seconds (user and system) and peak memory in bytes of a process."""

    cpu_s: float
    peak_bytes: int


def run(long: bool = False) -> list[dict[str, Any]]:
    """Measure leads per CPU second, and how memory grows from 8,000 rows; 400,000 rows when ``long``."""
    if not OLIST.exists():
        return []
    size = LARGE if long else ORDINARY
    small, large = bring_in(SMALL), bring_in(size)
    rate, growth = size / large.cpu_s, large.peak_bytes / small.peak_bytes
    return [
        _row(f"import, {size:,} leads", rate, "leads per CPU second", f">= {LEAST_RATE}", ok=rate >= LEAST_RATE),
        _row(
            f"import, peak memory at {size:,} / {SMALL:,}",
            growth,
            "times",
            f"<= {MOST_GROWTH}",
            ok=growth <= MOST_GROWTH,
        ),
    ]


def bring_in(size: int) -> Used:
    """Bring so many leads into a fresh ledger. Gives what that took."""
    with tempfile.TemporaryDirectory(prefix="lp-bench-") as folder:
        path = Path(folder) / "leads.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(repeated(size))
        environment = {**os.environ, "LEADPACT_HOME": folder, "LEADPACT_WORKER": "off", "PYTHONPATH": str(ROOT / "src")}
        environment.pop("LEADPACT_DATABASE_URL", None)
        program = [sys.executable, "-m", "leadpact"]
        subprocess.run([*program, "migrate"], env=environment, check=True, capture_output=True)
        command = [*program, "import", str(path), "--as", "leads", "--map", str(MAPPING)]
        child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise RuntimeError(f"{' '.join(command)} ended with {child.returncode}")
    return Used(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def repeated(size: int) -> Iterator[list[str]]:
    """The file's heading and its rows over and over, with new ids that lie as far apart as the real ones."""
    with OLIST.open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    yield heading
    for number in range(size):
        row = list(rows[number % len(rows)])
        turn = number // len(rows)
        if turn:
            row[0] = f"{(int(row[0], 16) * 0x9E3779B97F4A7C15 * turn) % (1 << 128):032x}"
        yield row


def _row(name: str, value: float, unit: str, target: str, *, ok: bool) -> dict[str, Any]:
    return {"name": name, "value": round(value, 2), "unit": unit, "target": target, "ok": ok}


if __name__ == "__main__":
    for line in run(long="--long" in sys.argv):
        print(line)
