"""The columnar copy as a source of facts for measures."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from string import Template
from typing import Any

import ibis

import leadpact
from leadpact.evidence.chosen import CHOSEN_FACTS, Chosen, gone, ids, kind_of, leads_sql, marked, sizes
from leadpact.evidence.compiled import Compiled, fingerprint, once
from leadpact.evidence.copy import SPILL, CopyDamaged, CopyStarved, Manifest, alone
from leadpact.evidence.copy_lasting import LEADS_OF_SHARED_DEALS, Lasting, State
from leadpact.evidence.copy_parts import NAMES
from leadpact.evidence.shared import Aside, apart
from leadpact.evidence.source import Build, Source
from leadpact.evidence.source import _plain as plain
from leadpact.evidence.source import _type as type_of
from leadpact.evidence.tables import facts_table
from leadpact.rules.facts import COLUMNS

ENGINE = "leadpact.evidence.copy_engine"
"""Named, not imported: whoever asks never loads DuckDB."""
CORRECTIONS = "corrections"
"""The engine's table of mended facts."""
SQL_TYPES = {"int64": "BIGINT", "int32": "INTEGER", "float64": "DOUBLE", "string": "VARCHAR", "date": "DATE"}
_FIRST_MARK = 7_770_000_000_000_000_001
"""Numbers that stand in the SQL where values go."""
_AS_OF_MARK = 7_770_000_000_000_999_999
LASTING = "lasting.duckdb"
"""The file of the tables that last, in the copy's folder."""
LASTING_FROM = 1_000_000
"""With fewer facts everything is counted sooner than what changed is found."""
FACTS_OF_A_MB = 100_000
"""Of more facts than this for each megabyte of the engine's memory, what measures share no longer fits into it."""
MB_OF_A_MILLION = 10
"""Of the engine's memory, for each million facts: with so much, every measure answers."""
_NO_ROOM = ("No space left", "failed to offload")
"""What the engine's errors say when the disk is full."""
_ADVICE = re.compile(" (?:Possible solutions|This limit was set by)")
"""What follows in them speaks of settings that are not ours."""
WAIT_S = 10
"""How long the engine may take to end once nobody asks any more."""


@lru_cache(maxsize=512)
def _taken_apart(
    build: Build, needs: tuple[str, ...], dialect: str, table: str, corrections: str, in_steps: bool, lasts: bool
) -> Compiled:
    """The SQL of a query, and of the tables that it shares with others."""
    asked = (needs, dialect, table, corrections, in_steps, lasts)
    return once(("apart", *asked), build, lambda: _take_apart(build, *asked))


def _take_apart(
    build: Build, needs: tuple[str, ...], dialect: str, table: str, corrections: str, in_steps: bool, lasts: bool
) -> Compiled:
    marks = {name: _FIRST_MARK + place for place, name in enumerate(needs)}
    with apart(dialect, marks, corrections, in_steps=in_steps, lasts=lasts) as taken:
        expression = build(facts_table(table), {name: ibis.literal(mark, "int64") for name, mark in marks.items()})
        text = taken.text(expression)
    types = tuple((column, type_of(dtype)) for column, dtype in expression.schema().items())
    return Compiled(text, types, tuple(taken.tables.values()))


@lru_cache(maxsize=64)
def _leads_apart(shape: tuple[str, ...], dialect: str, table: str, corrections: str) -> Compiled:
    """The SQL of the chosen leads, with places for the values of their filters, and of the tables they share."""
    asked = (shape, dialect, table, corrections)
    return once(("apart", *asked), _chosen_leads, lambda: _chosen_leads(*asked))


def _chosen_leads(shape: tuple[str, ...], dialect: str, table: str, corrections: str) -> Compiled:
    facts = facts_table(table)
    with apart(dialect, {}, corrections) as taken:
        filters = [marked(taken.text(ids(facts, name))) for name in shape]
        text = leads_sql(filters, marked(taken.text(gone(facts))), "MATERIALIZED ")
    return _at_the_snapshot(f"{text} UNION ALL SELECT 0", taken.tables.values())  # Facts of no lead stay, see below.


@lru_cache(maxsize=64)
def _sizes_apart(kind: str, dialect: str, table: str, corrections: str) -> Compiled:
    """The SQL of how many leads each value of a dimension has."""
    asked = (kind, dialect, table, corrections)
    return once(("apart", *asked), _chosen_sizes, lambda: _chosen_sizes(*asked))


def _chosen_sizes(kind: str, dialect: str, table: str, corrections: str) -> Compiled:
    with apart(dialect, {}, corrections) as taken:
        text = marked(taken.text(sizes(facts_table(table), kind)))
    return _at_the_snapshot(text, taken.tables.values())


def _at_the_snapshot(text: str, tables: Iterable[Aside]) -> Compiled:
    """What filters share with measures, with the snapshot's place called as in these."""
    own = [each._replace(text=marked(each.text).replace("${chosen_as_of_s}", "${as_of_s}")) for each in tables]
    return Compiled(text, tables=tuple(own))


@dataclass(frozen=True, slots=True)
class KeepingSource(Source):
    """A source whose engine keeps tables for a while: what several queries share is computed once."""

    held: dict[str, str] = field(default_factory=dict)
    """SQL of a table -> the name under which the engine has it."""
    corrections: str = ""
    """The engine's table of mended facts, where it has one; see ``shared.Apart``."""
    keeps: str = "TEMP TABLE"
    """As what the engine keeps what is shared."""
    in_steps: bool = False
    """Whether what is too large to be counted at once is counted step by step; see ``shared.step_by``."""
    lasting: Lasting | None = None
    """Where the engine has tables from an earlier look; see ``copy_lasting``."""
    leads: str = ""
    """The engine's table of the chosen leads, ``lead_id``, of which 0 is one; empty where all count."""

    def rows(self, build: Build, values: Mapping[str, int]) -> list[dict[str, Any]]:
        """Rows of a query, by column name, with plain Python numbers, in the engine's order."""
        sql, columns = self._prepared(build, values)
        return [
            {column: plain(value, type_) for (column, type_), value in zip(columns, row, strict=True)}
            for row in self.run(sql)
        ]

    def of(self, chosen: Chosen) -> Source:
        """The same source with the facts of the chosen leads alone, and those of no lead.

        Their rows of a table whose rows each hang on one lead are those of the table of all leads: where that lasts, a
        filter costs finding its leads.
        """
        if not chosen.shape:
            return self
        compiled = _leads_apart(chosen.shape, self.dialect, self.table, self.corrections)
        sql = self._chosen(compiled, chosen)
        leads = f"chosen_{sha256(sql.encode()).hexdigest()[:16]}"
        if sql not in self.held:
            self.run(f"CREATE OR REPLACE TEMP TABLE {leads} AS {sql}")
            self.held[sql] = leads
        own = f"SELECT * FROM {self.table} WHERE COALESCE(lead_id, 0) IN (FROM {leads})"
        return replace(self, leads=leads, begins=f"{CHOSEN_FACTS} AS ({own})")

    def sizes(self, dimension: str, as_of_s: int) -> list[tuple[str, int]]:
        """How many leads each value of a dimension has, the most first; see ``chosen.valued``."""
        compiled = _sizes_apart(kind_of(dimension), self.dialect, self._facts, self.corrections)
        sql = self._begun(self._chosen(compiled, Chosen(as_of_s, by=dimension)))
        return sorted(((str(value), int(leads)) for value, leads in self.run(sql)), key=lambda row: (-row[1], row[0]))

    def _chosen(self, compiled: Compiled, chosen: Chosen) -> str:
        """The SQL of a query that takes filters."""
        named = self._named(compiled.text, self._names(compiled, {"as_of_s": chosen.as_of_s}))
        return Template(named).substitute(chosen.literals(self.dialect))

    def texts(self, build: Build, values: Mapping[str, int], order: str) -> dict[str, str]:
        """The whole numbers of each column of a query as one text with commas, in the order of one of them.

        Of very many rows that costs a tenth of what the rows themselves would.
        """
        sql, columns = self._prepared(build, values)
        each = ", ".join(f"string_agg(CAST({name} AS VARCHAR), ',' ORDER BY {order})" for name, _ in columns)
        row = next(iter(self.run(f"SELECT {each} FROM ({sql}) AS asked")))
        return {name: text or "" for (name, _), text in zip(columns, row, strict=True)}

    def keep(self, name: str, build: Build, values: Mapping[str, int]) -> None:
        """Have the engine keep the rows of a query as a table; what was made of an earlier one is forgotten."""
        for made in [text for text in self.held if name in text]:
            # Its place stays taken, so that no other table gets its name.
            taken = self.held.pop(made)
            self.held[f"-- {taken}"] = taken
        sql, _ = self._prepared(build, values)
        self.run(f"CREATE OR REPLACE {self.keeps} {name} AS {sql}")

    @property
    def _facts(self) -> str:
        return CHOSEN_FACTS if self.begins else self.table

    def _prepared(self, build: Build, values: Mapping[str, int]) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The SQL of a query and its columns; what it shares with others is a table of the engine by then."""
        asked = (tuple(values), self.dialect, self._facts, self.corrections, self.in_steps, self._lasts(values))
        compiled = _taken_apart(build, *asked)
        return self._named(self.filled(compiled, values), self._names(compiled, values)), compiled.columns

    def _names(self, compiled: Compiled, values: Mapping[str, int]) -> dict[str, str]:
        """The engine's names of the tables that a query shares with others; they are there by then."""
        names: dict[str, str] = {}
        of_all: dict[str, str] = {}
        of_deals: set[str] = set()
        for each in compiled.tables:
            if "deal_id" in each.text or any(name in each.text for name in of_deals):
                of_deals.add(each.name)
            lasting = self._lasting(each, of_all, values) if each.lead or not self.leads else None
            of_all[each.name] = lasting or each.name
            if lasting is not None and self.leads:
                is_of_them = each.name not in of_deals or not self._shares_deals()
                lasting = self._narrowed(lasting, each.lead) if is_of_them else None
            names[each.name] = lasting or self._held(each, names, values)
        return names

    def _lasts(self, values: Mapping[str, int]) -> bool:
        """Whether tables from an earlier look may be asked."""
        return self.lasting is not None and "as_of_s" in values and self.lasting.is_of(values["as_of_s"])

    def _lasting(self, each: Aside, names: Mapping[str, str], values: Mapping[str, int]) -> str | None:
        """The name of a table from an earlier look, brought up to date; None where there can be none."""
        if self.lasting is None or not self._lasts(values):
            return None
        everybody = replace(self, begins="")
        text = everybody.filled(Compiled(each.text), {**values, "as_of_s": _AS_OF_MARK})
        text = self._named(text.replace(f'"{CHOSEN_FACTS}"', f'"{self.table}"'), names)
        return self.lasting.table(each, text.replace(str(_AS_OF_MARK), "${as_of_s}"), values)

    def _narrowed(self, table: str, lead: str) -> str:
        """The name of a view of the chosen leads' rows of a table."""
        return self._kept("TEMP VIEW", f"SELECT * FROM {table} WHERE {lead} IN (FROM {self.leads})")

    def _shares_deals(self) -> bool:
        """Whether a chosen lead has a deal with one that is not: then the row of the deal is another one."""
        deals, is_chosen = self._kept("TEMP TABLE", LEADS_OF_SHARED_DEALS), f"lead_id IN (FROM {self.leads})"
        parted = f"SELECT 1 FROM {deals} GROUP BY deal_id HAVING min({is_chosen}) <> max({is_chosen}) LIMIT 1"
        return bool(list(self.run(parted)))

    def _held(self, each: Aside, names: Mapping[str, str], values: Mapping[str, int]) -> str:
        """The name of a table that the engine keeps as long as it runs."""
        return self._kept(self.keeps, self._named(self.filled(Compiled(each.text), values), names))

    def _kept(self, keeps: str, sql: str) -> str:
        """The engine's name of a table or view, made the first time."""
        if sql not in self.held:
            self.run(f"CREATE OR REPLACE {keeps} shared_{len(self.held)} AS {sql}")
            self.held[sql] = f"shared_{len(self.held)}"
        return self.held[sql]

    @staticmethod
    def _named(sql: str, names: Mapping[str, str]) -> str:
        for name, held in names.items():
            sql = sql.replace(f'"{name}"', f'"{held}"')
        return sql


def keeping(
    run: Callable[[str], Iterable[Sequence[Any]]], opened: Mapping[str, Any], manifest: Manifest | None = None
) -> KeepingSource:
    """The source of an engine that was connected with these arguments; see ``opening``.

    With a ``manifest`` it uses the tables that last, where the engine has them.
    """
    keeps = "TABLE" if opened["is_large"] else "TEMP TABLE"
    lasting = None
    if manifest is not None and opened["lasting"]:
        attached = list(run("SELECT 1 FROM duckdb_databases() WHERE database_name = 'lasting'"))
        lasting = Lasting(run, State(manifest.born, fingerprint(), manifest.watermark, 0)) if attached else None
    return KeepingSource(
        "duckdb", run, corrections=CORRECTIONS, keeps=keeps, in_steps=opened["is_large"], lasting=lasting
    )


@contextmanager
def asked(
    folder: Path, manifest: Manifest, memory_mb: int, *, times: int = 1, is_lasting: bool = False
) -> Iterator[KeepingSource]:
    """A source over the copy, as its list of parts says, for as long as the block runs.

    The engine runs in a process of its own and may take ``memory_mb``, as it is set, so many ``times``. What several
    queries need is computed once and kept in it; with ``is_lasting`` and a large copy, what can be is also kept for the
    next time. One look at a time has that.
    """
    with ExitStack() as stack:
        spill = stack.enter_context(tempfile.TemporaryDirectory(prefix=SPILL, dir=folder, ignore_cleanup_errors=True))
        has_lasting = (
            is_lasting and manifest.facts >= LASTING_FROM and stack.enter_context(alone(folder / f"{LASTING}.lock"))
        )
        opened = opening(manifest, spill, times * memory_mb, is_lasting=has_lasting)
        enough_mb = max(2 * memory_mb, manifest.facts * MB_OF_A_MILLION // 10**6 + 50)
        engine = _Engine(folder, opened, enough_mb)
        stack.callback(engine.end)
        source = keeping(engine.run, opened, manifest)
        try:
            yield source
        finally:
            if source.lasting is not None and source.lasting.is_damaged:
                engine.end()
                for end in ("", ".wal"):
                    (folder / f"{LASTING}{end}").unlink(missing_ok=True)


class _Engine:
    """The process that runs DuckDB."""

    def __init__(self, folder: Path, opened: Mapping[str, Any], enough_mb: int) -> None:
        self._folder, self._memory_mb, self._enough_mb = folder, int(opened["memory_mb"]), enough_mb
        home = str(Path(leadpact.__file__).parents[1])
        paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(  # noqa: S603 - a module of our own, run by this very Python
            [sys.executable, "-m", ENGINE],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        try:
            self._answer({"open": opened})
        except BaseException:
            self.end()
            raise

    def run(self, sql: str) -> Sequence[Sequence[Any]]:
        """The rows of a statement. Raises ``CopyDamaged`` when the engine refuses it or has ended.

        That is ``CopyStarved`` where it lacks memory or room on the disk.
        """
        return self._answer({"sql": sql})

    def _answer(self, told: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        line = ""
        if self._process.stdin is not None and self._process.stdout is not None:
            with suppress(BrokenPipeError):  # Then nothing is answered either, and that is said.
                self._process.stdin.write(json.dumps(told) + "\n")
                self._process.stdin.flush()
            line = self._process.stdout.readline()
        if not line:
            raise CopyDamaged(
                "The engine of the columnar copy ended without an answer. If that persists, the system may lack the "
                f"{self._memory_mb:,} MB and more that it may take (LEADPACT_COPY_MEMORY_MB)."
            )
        answer = json.loads(line)
        if "error" in answer:
            raise self._refusal(" ".join(answer["error"].split()))
        rows: list[list[Any]] = answer["rows"]
        return rows

    def _refusal(self, told: str) -> CopyDamaged:
        reason = _ADVICE.split(told)[0]
        if any(sign in told for sign in _NO_ROOM):
            return CopyStarved(
                f"The disk has no room for what this answer keeps for a while in {self._folder}. Make room there, or "
                f"move LEADPACT_HOME to a larger disk, and ask again. ({reason})"
            )
        if reason.startswith("OutOfMemoryException"):
            return CopyStarved(
                f"This answer needs more memory than the {self._memory_mb:,} MB that it may take. Set "
                f"LEADPACT_COPY_MEMORY_MB={self._enough_mb}, and ask again. ({reason})"
            )
        return CopyDamaged(f"The columnar copy gives no answer ({reason}). If that persists: leadpact copy --rebuild")

    def end(self) -> None:
        """Let the process end, or end it."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()
        try:
            self._process.wait(WAIT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def opening(manifest: Manifest, spill: str, memory_mb: int, *, is_lasting: bool = False) -> dict[str, Any]:
    """The arguments of ``copy_engine.connect`` for a list of parts."""
    # The longest part of a kind first: of the first one alone the engine learns how much there is.
    parts = sorted(manifest.parts, key=lambda part: -part.rows)
    return {
        "columns": {column.name: SQL_TYPES[column.type] for column in COLUMNS if column.name in NAMES},
        "parts": [part.path for part in parts],
        "tail": [part.path for part in manifest.tail],
        "spill": spill,
        "memory_mb": memory_mb,
        "is_large": manifest.facts > memory_mb * FACTS_OF_A_MB,
        "lasting": LASTING if is_lasting else "",
    }
