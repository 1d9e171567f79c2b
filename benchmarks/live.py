"""The columnar copy beside the live database: the same four measures asked of the copy, of SQLite and of PostgreSQL.

Ten million facts, or as many as ``LEADPACT_BENCH_FACTS`` says, in the ledger's own table with its own indexes. Only
with ``--long``: SQLite alone takes minutes. Figures are CPU seconds of whoever computes, PostgreSQL's server included.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FACTS = 10_000_000
LEAST = {
    "sqlite": dict.fromkeys(("funnel", "sla_keeping", "persistence", "attribution"), 15.0),
    "postgres": {"funnel": 8.0, "sla_keeping": 8.0, "persistence": 8.0, "attribution": 1.5},
}
"""How many times the copy's CPU the live database should take at the least, by measure."""
STEP = 50_000
WORK_MEM = "256MB"
"""What a sort or a hash of PostgreSQL may take: with its own 4 MB it would do most of it on the disk."""


def run(long: bool = False) -> list[dict[str, Any]]:
    """The rows, with ``long``; else none."""
    if not long:
        return []
    facts = int(os.environ.get("LEADPACT_BENCH_FACTS", FACTS))
    from tests.on_postgres import server

    from benchmarks.copy import child

    found: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory(prefix="lp-bench-") as name:
        folder = Path(name)
        child("make", folder, facts)
        found["sqlite"] = _asked("sqlite", folder)
        with server() as address:
            found["postgres"] = _asked("postgres", folder, address)
        child("fill", folder, facts)
        found["from nothing"] = _asked("copy", folder)
        _asked("lasting", folder)
        child("append", folder, facts)
        found["with what lasts, after a thousand new facts"] = _asked("lasting", folder)
        found["with what lasts, as the worker left it"] = _asked("lasting", folder)
    return [
        _row(f"{measure} at {facts:,} facts on {engine}", found[engine][measure], found[how][measure], least, how)
        for how in list(found)[2:]
        for engine, wanted in LEAST.items()
        for measure, least in wanted.items()
    ]


def _row(name: str, live_s: float, copy_s: float, least: float, how: str) -> dict[str, Any]:
    ratio = live_s / copy_s
    told = f"{name}: {live_s:.2f} CPU s, on the copy {how} {copy_s:.2f}"
    return {"name": told, "value": round(ratio, 1), "unit": "times", "target": f">= {least:g}", "ok": ratio >= least}


def _asked(engine: str, folder: Path, address: str = "") -> dict[str, float]:
    """CPU seconds by measure, asked in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "LEADPACT_WORKER": "off"}
    environment |= {"LEADPACT_HOME": str(folder / "home"), "DJANGO_SETTINGS_MODULE": "leadpact.settings"}
    environment.pop("LEADPACT_DATABASE_URL", None)
    if address:
        environment["LEADPACT_DATABASE_URL"] = address
    command = [sys.executable, "-m", "benchmarks.live", engine, str(folder)]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _rows(folder: Path) -> Iterator[list[tuple[Any, ...]]]:
    """The made facts in order of seq, with the instants that the files leave out, in the ledger's columns."""
    import duckdb

    given = [name for name in _names() if name not in ("occurred_at", "recorded_at")]
    told = ", ".join(given) + ", make_timestamp(occurred_s * 1000000), make_timestamp(recorded_s * 1000000)"
    with duckdb.connect() as connection:
        for path in sorted((folder / "made").glob("*.parquet")):
            found = connection.execute(f"SELECT {told} FROM '{path}' ORDER BY seq")
            while rows := found.fetchmany(STEP):
                yield rows


def _names() -> list[str]:
    from leadpact.rules.facts import COLUMNS

    given = [column.name for column in COLUMNS if column.name not in ("payload", "occurred_at", "recorded_at")]
    return [*given, "occurred_at", "recorded_at"]


def _migrated() -> Any:
    """The connection of a database with the ledger's tables."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    connection.ensure_connection()
    return connection


def sqlite(folder: Path) -> dict[str, float]:
    """Load the facts into SQLite and ask."""
    from leadpact.evidence.source import on_connection

    connection = _migrated()
    _compile(connection, "sqlite")
    names = _names()
    sql = f"INSERT INTO facts ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
    with sqlite3.connect(connection.settings_dict["NAME"]) as own:
        own.execute("PRAGMA synchronous = OFF")
        for rows in _rows(folder):
            own.executemany(sql, [(*row[:-2], str(row[-2]), str(row[-1])) for row in _dated(rows)])
            own.commit()
        own.execute("ANALYZE")
    own.close()
    return {name: _spent(name, on_connection(connection.connection, "sqlite")) for name in LEAST["sqlite"]}


def _dated(rows: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    place = _names().index("occurred_on")
    for row in rows:
        yield (*row[:place], str(row[place]), *row[place + 1 :])


def postgres(folder: Path) -> dict[str, float]:
    """Load the facts into PostgreSQL and ask; the server's own CPU counts, with that of all its processes."""
    import psycopg

    from leadpact.evidence.source import on_connection

    connection = _migrated()
    _compile(connection, "postgres")
    with connection.cursor() as cursor:
        wrapped = cursor.cursor
        with wrapped.copy(f"COPY facts ({', '.join(_names())}) FROM STDIN") as into:
            for rows in _rows(folder):
                for row in rows:
                    into.write_row(row)
    info = connection.connection.info
    told = {"host": info.host, "dbname": info.dbname, "user": info.user}
    server = int((Path(info.host) / "data" / "postmaster.pid").read_text().split()[0])
    connection.close()
    with psycopg.connect(**told, autocommit=True) as own:
        own.execute("VACUUM ANALYZE facts")
        own.execute("ALTER SYSTEM SET autovacuum = off")
        own.execute("SELECT pg_reload_conf()")
    found = {}
    for name in LEAST["postgres"]:
        begun = _server_s(server)
        with psycopg.connect(**told) as own:
            own.execute(f"SET work_mem = '{WORK_MEM}'")
            client_s = _spent(name, on_connection(own, "postgres"))
        time.sleep(1)  # Until the server has seen its processes end.
        found[name] = client_s + _server_s(server) - begun
    return found


def _server_s(pid: int) -> float:
    """CPU seconds of a process and of its children that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def copy(folder: Path, *, lasts: bool = False) -> dict[str, float]:
    """Ask the copy, each measure alone in a fresh engine; with ``lasts`` as the worker does, with what lasts.

    What came since the last time is then brought up to date by each measure for its own part.
    """
    from leadpact.evidence.copy import manifest_of
    from leadpact.evidence.copy_engine import connect
    from leadpact.evidence.copy_source import keeping, opening

    manifest = manifest_of(folder / "copy")
    assert manifest is not None
    os.chdir(folder / "copy")
    opened = opening(manifest, str(folder / "spill"), 350)

    def asked_of(name: str, **more: Any) -> float:
        with connect(**{**opened, **more}) as own:
            run = lambda sql: own.execute(sql).fetchall()  # noqa: E731 - what a source is made of
            begun = time.process_time()
            _spent(name, keeping(run, {**opened, **more}, manifest))
            return time.process_time() - begun

    for name in LEAST["sqlite"]:  # The first time SQL is written, which is kept.
        asked_of(name, parts=[], tail=[], lasting=f"nothing-{name}.duckdb" if lasts else "")
    return {name: asked_of(name, lasting=f"{name}.duckdb" if lasts else "") for name in LEAST["sqlite"]}


def lasting(folder: Path) -> dict[str, float]:
    """Ask the copy with what lasts from the last time, a file of its own for each measure."""
    return copy(folder, lasts=True)


def _compile(connection: Any, dialect: str) -> None:
    """Ask while there are no facts: the first time SQL is written, which is kept."""
    from leadpact.evidence.source import on_connection

    for name in LEAST[dialect]:
        _spent(name, on_connection(connection.connection, dialect))


def _spent(name: str, source: Any) -> float:
    from benchmarks._facts import AS_OF_S
    from leadpact.evidence.catalogue import MEASURES
    from leadpact.evidence.measure import answer

    begun = time.process_time()
    answer(MEASURES[name], source, as_of_s=AS_OF_S)
    return time.process_time() - begun


if __name__ == "__main__":
    engines = {"sqlite": sqlite, "postgres": postgres, "copy": copy, "lasting": lasting}
    print(json.dumps(engines[sys.argv[1]](Path(sys.argv[2]))))
