"""Two exports settled: 100,000 leads and the deals of a fifth of them; with ``--long`` a million."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

Row = dict[str, object]
BEGIN = datetime(2024, 1, 1, tzinfo=UTC)
SPAN_S = 2 * 365 * 86_400


def run(*, long: bool = False) -> list[Row]:
    """Rows a CPU second and the peak memory, each size in a process of its own."""
    return [row for many in ((100_000, 1_000_000) if long else (100_000,)) for row in _measured(many)]


def _measured(many: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        files = _files(Path(folder), many)
        command = [sys.executable, "-m", "leadpact", "settle", *map(str, files), "--out", f"{folder}/page.html"]
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(running.pid, 0)  # Of this process alone: of all children the largest would count.
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    seconds = used.ru_utime + used.ru_stime
    memory_mb, most_mb = used.ru_maxrss // 1024, 900 if many <= 100_000 else 3_000
    within_s = 60 if many <= 100_000 else 400
    name = f"settle, {many:,} leads"
    found = ((name, round(seconds, 1), "CPU s", within_s), (f"{name}, peak", memory_mb, "MB", most_mb))
    return [
        {"name": told, "value": value, "unit": unit, "target": f"<= {most:,}", "ok": value <= most}
        for told, value, unit, most in found
    ]


def _files(folder: Path, many: int) -> tuple[Path, Path]:
    """Leads of two years, and deals that join by e-mail, some only by company."""
    draw = random.Random(1)
    leads, deals = folder / "leads.csv", folder / "deals.csv"
    with leads.open("w", encoding="utf-8") as one, deals.open("w", encoding="utf-8") as other:
        one.write("Record ID,First Name,Last Name,Email,Phone Number,Company Name,Lifecycle Stage,Original Source,")
        one.write("Create Date,Country,Industry,Employees\n")
        other.write("Deal ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Email,Company,Closed Lost Reason\n")
        for number in range(many):
            came = BEGIN + timedelta(seconds=number * SPAN_S // many)
            is_good = draw.random() < 0.3
            email, firm = f"p{number}@firm{number // 3}.example", f"Firm {number // 3}"
            key = 10**7 + number
            one.write(
                f"{key},Ann{number},Bell{number % 977},{email},+49 30 {key},{firm} GmbH,"
                f"{'Marketing Qualified Lead' if is_good else 'Lead'},{draw.choice(('web', 'fair', 'ads', 'mail'))},"
                f"{came:%Y-%m-%d %H:%M},{draw.choice(('DE', 'FR'))},{draw.choice('abcde')},{draw.randrange(5000)}\n"
            )
            if draw.random() < 0.2:
                opened = came + timedelta(hours=draw.randrange(200))
                state = "Closed Won" if draw.random() < (0.4 if is_good else 0.2) else "Closed Lost"
                known = draw.random()
                other.write(
                    f"D{number},Deal {number},{state},{draw.randrange(1000, 9000)},{opened:%Y-%m-%d %H:%M},"
                    f"{opened + timedelta(days=draw.randrange(90)):%Y-%m-%d %H:%M},{email if known < 0.8 else ''},"
                    f"{f'{firm} AG' if known > 0.7 else ''},{'price' if state == 'Closed Lost' else ''}\n"
                )
    return leads, deals
