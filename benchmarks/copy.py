"""The columnar copy: each measure against a scan of what it reads, what a refresh costs, and how much memory it takes.

What measures share is made with the copy (``leadpact copy``, or the worker's first turn), and is told with what filling
costs. Measures are then asked of both, after a thousand new facts, by filters and of a period; and from nothing, as an
earlier day is. The targets are the same for all.

One million facts, ten with ``--long``; ``LEADPACT_BENCH_FACTS`` asks for another number, such as 200000000. The facts
are made by DuckDB (see ``_facts``) and come into the copy by the product's own writer. Figures are CPU seconds.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ORDINARY, LONG = 1_000_000, 10_000_000
STEP = 200_000
FRESH, REFRESHES = 1_000, 34
"""So many facts come at once, so often: the tail is folded twice within it."""
SCANS = "scans.json"
"""What the scan of each measure costs."""
LATER = "later.parquet"
"""As many again, which come when all measures have been asked."""
MOST_TO_SCAN, MOST_REFRESH_S, EXEMPT_S = 6.0, 0.05, 0.1
MOST_ALL_S, MOST_BYTES = 15.0, 700e6
MOST_TO_HAND = 1.3
MOST_A_PATH_S = 15.0 / 10_000_000
"""What all rules of attribution together may take for each lead's path."""
LEAST_A_S = 150_000
"""So many facts at least come into the copy, and into what lasts, in a CPU second."""
PARTS = ("make", "fill", "by_hand", "ask", "make_lasting", "append", "ask_again", "ask_narrowed")
FACTS_OF_A_LEAD = 20
OF_FACTS = 20_000_000
"""The targets for all measures together are for so many."""


def run(long: bool = False) -> list[dict[str, Any]]:
    """The rows for the ordinary or the large size."""
    facts = int(os.environ.get("LEADPACT_BENCH_FACTS", LONG if long else ORDINARY))
    with tempfile.TemporaryDirectory(prefix="lp-bench-") as name:
        folder = Path(name)
        return [row for part in PARTS for row in _told(child(part, folder, facts))]


def child(part: str, folder: Path, facts: int, module: str = "benchmarks.copy") -> str:
    """Run a part of a module in a process of its own, so that its memory is its own."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", module, part, str(folder), str(facts)]
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def _told(lines: str) -> Iterator[dict[str, Any]]:
    for line in lines.splitlines():
        name, value, unit, target, ok = line.split("|")
        yield {"name": name, "value": float(value), "unit": unit, "target": target, "ok": ok == "True"}


def _say(name: str, value: float, unit: str, target: str, ok: bool) -> None:
    print(f"{name}|{value:.4g}|{unit}|{target}|{ok}", flush=True)


def make(folder: Path, facts: int) -> None:
    """Make the facts, in files in order of seq."""
    from benchmarks import _facts

    (folder / "made").mkdir()
    _facts.write(facts + FRESH * (REFRESHES + 1), folder / "made")


def fill(folder: Path, _facts_wanted: int) -> None:
    """Copy the facts, the last ones a thousand at a time, all but the last thousand."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from benchmarks import _facts
    from leadpact.evidence.copy import writing
    from leadpact.evidence.copy_parts import SCHEMA

    slices = sorted((folder / "made").glob("*.parquet"))
    fresh: list[Any] = []
    top, done = sum(pq.read_metadata(path).num_rows for path in slices), 0
    begun = time.process_time()
    with writing(folder / "copy") as writer:
        for path in slices:
            with pq.ParquetFile(path) as file:
                for batch in file.iter_batches(batch_size=STEP):
                    table = pa.Table.from_batches([batch]).cast(SCHEMA)
                    old = max(0, min(len(table), top - FRESH * (REFRESHES + 1) - done))
                    done += len(table)
                    writer.append(table.slice(0, old), _facts.AS_OF_S)
                    if old < len(table):  # An empty slice would keep the whole table in memory.
                        fresh.append(table.slice(old))
            path.unlink()
        _say_of_making("copy, first filling", writer.manifest.facts, time.process_time() - begun)
    whole = pa.concat_tables(fresh)
    costs = []
    for number in range(REFRESHES):
        begun = time.process_time()
        with writing(folder / "copy") as writer:
            writer.append(whole.slice(number * FRESH, FRESH), _facts.AS_OF_S)
        costs.append(time.process_time() - begun)
        total = writer.manifest.facts
    pq.write_table(whole.slice(REFRESHES * FRESH), folder / LATER)
    name = f"copy of {total:,} facts, refresh after {FRESH:,} new ones"
    _say(name, median(costs), "CPU s", f"<= {MOST_REFRESH_S}", ok=median(costs) <= MOST_REFRESH_S)
    mean = sum(costs) / len(costs)
    _say(f"{name}, mean with folding and joining", mean, "CPU s", f"<= {MOST_REFRESH_S}", ok=mean <= MOST_REFRESH_S)
    _say("copy, parts", len(writer.manifest.parts) + len(writer.manifest.tail), "files", "<= 300", ok=True)
    _say("copy, peak memory of its writer", _peak(), "bytes", "<= 7e+08", ok=_peak() <= MOST_BYTES)


def _say_of_making(name: str, facts: int, spent: float) -> None:
    told, least = f"{name}: {spent:.1f} CPU s", LEAST_A_S
    _say(told, facts / spent, "facts per CPU second", f">= {least}", ok=facts >= least * spent)


def _opened(folder: Path, *, is_lasting: bool = False) -> tuple[Any, dict[str, Any]]:
    """The list of parts, and the arguments by which the engine opens them; the current folder becomes the copy's."""
    from leadpact.evidence.copy import manifest_of
    from leadpact.evidence.copy_source import opening

    manifest = manifest_of(folder / "copy")
    assert manifest is not None
    os.chdir(folder / "copy")
    memory_mb = int(os.environ.get("LEADPACT_COPY_MEMORY_MB", "350"))
    return manifest, opening(manifest, str(folder / "spill"), memory_mb, is_lasting=is_lasting)


def _spent(
    measure: Any, connection: Any, opened: dict[str, Any], held: Any = None, ran: list[str] | None = None, **given: int
) -> float:
    """CPU seconds of a measure asked as the worker does; ``held``: a source asked before, ``ran`` takes SQL."""
    from benchmarks._facts import AS_OF_S
    from leadpact.evidence.copy_source import keeping
    from leadpact.evidence.measure import answer

    def run_sql(sql: str) -> Any:
        if ran is not None:
            ran.append(sql)
        return connection.execute(sql).fetchall()

    begun = time.process_time()
    answer(measure, held or keeping(run_sql, opened), as_of_s=AS_OF_S, **given)
    return time.process_time() - begun


def _compile(opened: dict[str, Any], manifest: Any = None, filters: dict[str, str] | None = None) -> None:
    """Ask of nothing: the first time SQL is written, which is kept; with a ``manifest`` that of tables that last."""
    from benchmarks._facts import AS_OF_S
    from leadpact.evidence.catalogue import MEASURES
    from leadpact.evidence.chosen import chosen
    from leadpact.evidence.copy_engine import connect
    from leadpact.evidence.copy_source import keeping

    with tempfile.TemporaryDirectory() as place:
        nothing = {**opened, "parts": [], "tail": [], "lasting": f"{place}/lasting.duckdb" if manifest else ""}
        empty = connect(**nothing)
        source = keeping(lambda sql: empty.execute(sql).fetchall(), nothing, manifest).of(
            chosen(AS_OF_S, filters or {})
        )
        for measure in MEASURES.values():
            _spent(measure, empty, opened, source)
        empty.close()


def ask(folder: Path, _facts_wanted: int) -> None:
    """Ask every measure alone and from nothing, as of an earlier day than what lasts; and scan what it reads."""
    from leadpact.evidence.catalogue import MEASURES
    from leadpact.evidence.copy_engine import connect

    manifest, opened = _opened(folder)
    _compile(opened)
    scans = {}
    for measure in MEASURES.values():
        ran: list[str] = []
        with connect(**opened) as connection:
            alone = _spent(measure, connection, opened, ran=ran)
            scans[measure.name] = min(_scan(connection, " ".join(ran)) for _ in range(2))
        _say_of_scan(f"{measure.name} from nothing at {manifest.facts:,} facts", alone, scans[measure.name])
    (folder / SCANS).write_text(json.dumps(scans))


def _say_of_scan(name: str, spent: float, scan: float) -> None:
    ratio = spent / max(scan, 1e-9)
    ok = ratio <= MOST_TO_SCAN or spent <= EXEMPT_S
    told = f"{name}: {spent:.2f} CPU s, scan {scan:.2f}"
    _say(told, ratio, "times the scan", f"<= {MOST_TO_SCAN:g} (or <= {EXEMPT_S} CPU s)", ok=ok)


def make_lasting(folder: Path, facts: int) -> None:
    """Ask all measures in one engine for the first time: what several need is counted once, and made to last."""
    all_s, copied = _ask_all(folder, facts, when := "for the first time")
    _say_of_all(all_s, copied, when)
    _say_of_making(f"copy of {copied:,} facts, what lasts is made and all measures are asked", copied, all_s)


def append(folder: Path, _facts_wanted: int) -> None:
    """A thousand facts more."""
    import pyarrow.parquet as pq

    from benchmarks import _facts
    from leadpact.evidence.copy import writing

    with writing(folder / "copy") as writer:
        writer.append(pq.read_table(folder / LATER), _facts.AS_OF_S)


def ask_again(folder: Path, facts: int) -> None:
    """Ask them again when a thousand facts came, as the worker does all day; then each alone."""
    _say_of_all(*_ask_all(folder, facts, when := f"again after {FRESH:,} new facts"), when)
    _ask_each(folder, facts)


def _ask_each(folder: Path, facts: int) -> None:
    """Ask each measure alone in a fresh engine, where all that lasts has been brought up to date."""
    from leadpact.evidence.catalogue import MEASURES
    from leadpact.evidence.copy_engine import connect
    from leadpact.evidence.copy_source import LASTING_FROM, keeping

    manifest, opened = _opened(folder, is_lasting=facts >= LASTING_FROM)
    scans = json.loads((folder / SCANS).read_text())
    for measure in MEASURES.values():
        with connect(**opened) as connection:
            source = keeping(lambda sql: connection.execute(sql).fetchall(), opened, manifest)
            spent = _spent(measure, connection, opened, source)
        _say_of_scan(f"{measure.name} at {manifest.facts:,} facts with what lasts", spent, scans[measure.name])
        if measure.name == "attribution":
            most = max(MOST_A_PATH_S * (paths := manifest.facts // FACTS_OF_A_LEAD), 1.0)
            _say(f"all rules of attribution, {paths:,} leads", spent, "CPU s", f"<= {most:.1f}", ok=spent <= most)


def ask_narrowed(folder: Path, facts: int) -> None:
    """Ask them of the leads of one source, and of half a year, as somebody does who looks at a page."""
    _say_of_all(*_ask_all(folder, facts, when := "of one source of twelve", {"source": "s1"}), when)
    _say_of_all(*_ask_all(folder, facts, when := "of half a year", days=180), when)


def _say_of_all(all_s: float, copied: int, when: str) -> None:
    most = MOST_ALL_S * max(copied / OF_FACTS, 0.25)
    told = f"<= {most:.1f} ({MOST_ALL_S:g} at {OF_FACTS:,})"
    _say(f"all measures together at {copied:,} facts, {when}", all_s, "CPU s", told, ok=all_s <= most)


def _ask_all(
    folder: Path, facts: int, when: str, filters: dict[str, str] | None = None, days: int = 0
) -> tuple[float, int]:
    """CPU seconds of asking all measures in one engine, and of how many facts; tells how much memory it took."""
    from benchmarks._facts import AS_OF_S
    from leadpact.evidence.catalogue import MEASURES
    from leadpact.evidence.chosen import chosen
    from leadpact.evidence.copy_engine import connect
    from leadpact.evidence.copy_source import LASTING_FROM, keeping

    manifest, opened = _opened(folder, is_lasting=facts >= LASTING_FROM)
    _compile(opened, manifest if opened["lasting"] else None, filters)
    begun = time.process_time()
    with connect(**opened) as connection:
        everybody = keeping(lambda sql: connection.execute(sql).fetchall(), opened, manifest)
        together = everybody.of(chosen(AS_OF_S, filters or {}))
        for measure in MEASURES.values():
            is_of_period = days and "since_s" in {parameter.name for parameter in measure.parameters}
            period = {"since_s": AS_OF_S - days * 86_400} if is_of_period else {}
            _spent(measure, connection, opened, together, **period)
    all_s = time.process_time() - begun
    most = MOST_BYTES if facts <= OF_FACTS else 2.5 * 2**30
    _say(f"peak memory of asking all, {when}", _peak(), "bytes", f"<= {most:.3g}", ok=_peak() <= most)
    return all_s, manifest.facts


def by_hand(folder: Path, _facts_wanted: int) -> None:
    """Five counts of measures beside the best SQL we could write for DuckDB alone; both give the same rows."""
    from benchmarks._by_hand import BY_HAND, MERGED
    from benchmarks._facts import AS_OF_S
    from leadpact.evidence.catalogue import MEASURES
    from leadpact.evidence.copy import manifest_of
    from leadpact.evidence.copy_engine import connect
    from leadpact.evidence.copy_source import keeping, opening
    from leadpact.evidence.measure import sql_values

    manifest = manifest_of(folder / "copy")
    assert manifest is not None
    os.chdir(folder / "copy")
    opened = opening(manifest, str(folder / "spill"), int(os.environ.get("LEADPACT_COPY_MEMORY_MB", "350")))

    def once(query: Any, values: Any, sql: str) -> tuple[float, float]:
        # By hand it may take as much memory as it likes.
        with connect(**opened) as own, connect(**{**opened, "memory_mb": 2000}) as other:
            source = keeping(lambda text: own.execute(text).fetchall(), opened)
            begun = time.process_time()
            rows = source.rows(query.shaped(values), {name: sql_values(values)[name] for name in query.needs})
            ours = time.process_time() - begun
            begun = time.process_time()
            other.execute(MERGED.format(as_of=AS_OF_S))
            found = other.execute(sql.format(as_of=AS_OF_S))
            told = found.fetchall()
            theirs = time.process_time() - begun
            names = [column[0] for column in found.description or ()]
        assert {tuple(sorted(row.items())) for row in rows} == {
            tuple(sorted(zip(names, row, strict=True))) for row in told
        }
        return ours, theirs

    for name, (count, sql) in BY_HAND.items():
        query = next(each for each in MEASURES[name].queries if each.name == count)
        values = MEASURES[name].checked({"as_of_s": AS_OF_S})
        costs = [once(query, values, sql) for _ in range(4)][1:]  # The first time SQL is written, which is kept.
        ours, theirs = (median(cost[place] for cost in costs) for place in range(2))
        told = f"{name}, {count} at {manifest.facts:,} facts: {ours:.2f} CPU s, by hand {theirs:.2f}"
        _say(told, ours / theirs, "times SQL by hand", f"<= {MOST_TO_HAND:g}", ok=ours <= MOST_TO_HAND * theirs)


def _scan(connection: Any, texts: str) -> float:
    """CPU seconds to count and add up the columns that the texts read, over the kinds that they read."""
    from leadpact.rules.facts import COLUMNS, KINDS

    kinds = [kind for kind in KINDS if f"'{kind}'" in texts]
    sums = []
    for column in COLUMNS:
        if f'"{column.name}"' in texts and column.name not in ("payload", "kind", "occurred_at", "recorded_at"):
            is_number = re.match("int|float", column.type)
            sums.append(f"sum({column.name})" if is_number else f"min({column.name})")
    begun = time.process_time()
    names = ", ".join(f"'{kind}'" for kind in kinds)
    connection.execute(f"SELECT count(*), {', '.join(sums)} FROM facts WHERE kind IN ({names})").fetchall()
    return time.process_time() - begun


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024.0


if __name__ == "__main__":
    parts = (make, fill, by_hand, ask, make_lasting, append, ask_again, ask_narrowed)
    dict(zip(PARTS, parts, strict=True))[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
