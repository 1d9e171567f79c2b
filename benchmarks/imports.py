"""Bringing files in: the Olist leads repeated with new ids, from file to committed rows, all indexes on.

The file is brought in by a process with a home of its own; CPU and memory are that process's.
"""

from __future__ import annotations

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
OLIST = ROOT.parent / "shared" / "data" / "olist_funnel" / "olist_marketing_qualified_leads_dataset.csv"
MAPPING = ROOT / "examples" / "mappings" / "olist_leads.yaml"
SMALL, ORDINARY, LARGE = 8_000, 100_000, 1_000_000
LEAST_RATE, LEAST_AGAIN, MOST_BYTES, MOST_SLOWER = 8_000, 3.0, 700_000_000, 1.1


class Used(NamedTuple):
    """CPU seconds (user and system) of the first and the second import, peak memory, and how much slower it ended.

    ``slower`` is the CPU time of the last fifth of the rows by that of the second fifth: the first warms up.
    """

    cpu_s: float
    again_s: float
    peak_bytes: int
    slower: float


def run(long: bool = False) -> list[dict[str, Any]]:
    """Measure leads per CPU second, peak memory, the end against the start, and the same file again.

    100,000 rows; 1,000,000 when ``long``.
    """
    if not OLIST.exists():
        return []
    size = LARGE if long else ORDINARY
    used = bring_in(size)
    rate, again = size / used.cpu_s, used.cpu_s / used.again_s
    least = f">= {LEAST_RATE}"
    return [
        _row(f"import, {size:,} leads", rate, "leads per CPU second", least, ok=rate >= LEAST_RATE),
        _row("import, the same file again", again, "times as fast", f">= {LEAST_AGAIN}", ok=again >= LEAST_AGAIN),
        _row(
            f"import, peak memory at {size:,}", used.peak_bytes / 1e6, "MB", f"<= {MOST_BYTES / 1e6:.0f}",
            ok=used.peak_bytes <= MOST_BYTES,
        ),
        _row(
            "import, last fifth against second", used.slower, "times the CPU", f"<= {MOST_SLOWER}",
            ok=used.slower <= MOST_SLOWER,
        ),
    ]  # fmt: skip


def bring_in(size: int) -> Used:
    """Bring so many leads twice into a fresh ledger. Gives what that took."""
    with tempfile.TemporaryDirectory(prefix="lp-bench-") as folder:
        path = Path(folder) / "leads.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(repeated(size))
        search = f"{ROOT / 'src'}{os.pathsep}{ROOT}"
        environment = {**os.environ, "LEADPACT_HOME": folder, "LEADPACT_WORKER": "off", "PYTHONPATH": search}
        environment.pop("LEADPACT_DATABASE_URL", None)
        program = [sys.executable, "-m", "leadpact", "migrate"]
        subprocess.run(program, env=environment, check=True, capture_output=True)
        child = [sys.executable, "-m", "benchmarks.imports", "--child", str(path)]
        done = subprocess.run(child, env=environment, check=True, capture_output=True, text=True)
    return Used(**json.loads(done.stdout))


def _child(path: str) -> None:
    """Bring a file in twice in this process and print what that took, from the start of the process on."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leadpact.settings")
    import django

    django.setup()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import imports

    text = MAPPING.read_text(encoding="utf-8")
    marks: list[tuple[int, float]] = [(0, time.process_time())]

    def once() -> float:
        began = time.process_time()
        imports.run(
            actor=SYSTEM, path=path, shape="leads", now_s=int(time.time()), mapping_text=text,
            progress=lambda done, _of: marks.append((done, time.process_time())),
        )  # fmt: skip
        return time.process_time() - began

    once_s = once() + marks[0][1]
    most = marks[-1][0]

    def part(low: float, high: float) -> float:
        inside = [cpu_s for done, cpu_s in marks if low * most <= done <= high * most]
        return inside[-1] - inside[0]

    slower = part(0.8, 1.0) / part(0.2, 0.4)
    again_s = once()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps(Used(once_s, again_s, peak, slower)._asdict()))


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


if __name__ == "__main__" and "--child" in sys.argv:
    _child(sys.argv[-1])
elif __name__ == "__main__":
    for line in run(long="--long" in sys.argv):
        print(line)
