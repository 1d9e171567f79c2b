"""The seam to an engine: an expression becomes SQL text, and the engine's own driver runs it.

Ibis is used as a compiler only. The SQL of a query is compiled once per dialect; its whole-number values are
put in at each run, so that asking again costs no compilation.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from string import Template
from typing import Any, Protocol

import ibis
import sqlglot
from sqlglot import exp
from sqlglot.optimizer.eliminate_subqueries import eliminate_subqueries

from leadpact.evidence.chosen import CHOSEN_FACTS, Chosen, facts_sql, gone, ids, kind_of, leads_sql, marked, sizes
from leadpact.evidence.compiled import Compiled, once
from leadpact.evidence.shared import one_query
from leadpact.evidence.tables import facts_table

Build = Callable[[Any, Mapping[str, Any]], Any]
_KEEPING = ("sqlite", "duckdb")
"""Engines whose readers may keep a table of their own."""
_ONCE = {"postgres": "MATERIALIZED ", "sqlite": "MATERIALIZED ", "duckdb": "MATERIALIZED "}
"""How engines are told to compute a table of a query once."""
CHOSEN_LEADS = "chosen_leads"
_FIRST_MARK = 7_770_000_000_000_000_001
_ANY_TABLE = "facts_of_any_table"
"""Stands in compiled SQL for the name of the table of facts."""


class Connection(Protocol):
    """What is needed of a driver's connection (sqlite3, psycopg, DuckDB and most others have it)."""

    def cursor(self) -> Any:
        """A new cursor with ``execute`` and ``fetchall``."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A query whose expression depends on more than numbers, such as the criteria of a pact; equal shapes are one."""

    build: Callable[..., Any]
    shape: Hashable

    def __call__(self, table: Any, values: Mapping[str, Any]) -> Any:
        """The expression in its shape."""
        return self.build(table, values, self.shape)


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts are read: the dialect of the engine, a function that runs SQL there, and the table's name.

    ``begins`` holds the tables that its queries begin with; see ``of``.
    """

    dialect: str
    run: Callable[[str], Iterable[Sequence[Any]]]
    table: str = "facts"
    begins: str = ""

    def rows(self, build: Build, values: Mapping[str, int]) -> list[dict[str, Any]]:
        """Rows of a query, by column name, with plain Python numbers, in the engine's order."""
        compiled = self.compiled(build, tuple(values))
        sql = self.filled(compiled, values)
        return [
            {column: _plain(value, type_) for (column, type_), value in zip(compiled.columns, row, strict=True)}
            for row in self.run(sql)
        ]

    def compiled(self, build: Build, needs: tuple[str, ...]) -> Compiled:
        """The SQL of a query, with places for its values."""
        return compiled_query(build, needs, self.dialect, CHOSEN_FACTS if self.begins else self.table)

    def filled(self, compiled: Compiled, values: Mapping[str, int]) -> str:
        """The SQL with its values, beginning with the tables of the chosen leads."""
        sql = Template(compiled.text).substitute({key: _literal(value) for key, value in values.items()})
        return self._begun(sql)

    def _begun(self, sql: str) -> str:
        if not self.begins:
            return sql
        return f"WITH {self.begins}{', ' if sql.startswith('WITH ') else ' '}{sql.removeprefix('WITH ')}"

    def of(self, chosen: Chosen) -> Source:
        """The same source with the facts of the chosen leads alone, and those of no lead.

        Where the engine lets readers keep a table of their own, the chosen leads are found once and kept in it until
        the connection ends; elsewhere each query finds them.
        """
        if not chosen.shape:
            return self
        texts = _chosen_leads(chosen.shape, self.dialect, self.table)
        leads = Template(texts).substitute(chosen.literals(self.dialect))
        if self.dialect not in _KEEPING:
            own = f"{CHOSEN_LEADS} AS {_ONCE.get(self.dialect, '')}({leads}), "
            return replace(self, begins=f"{own}{CHOSEN_FACTS} AS ({facts_sql(CHOSEN_LEADS, self.table)})")
        name = f"chosen_{sha256(leads.encode()).hexdigest()[:16]}"
        list(self.run(f"DROP TABLE IF EXISTS {name}"))
        list(self.run(f"CREATE TEMPORARY TABLE {name} AS {leads}"))
        return replace(self, begins=f"{CHOSEN_FACTS} AS ({facts_sql(name, self.table)})")

    def sizes(self, dimension: str, as_of_s: int) -> list[tuple[str, int]]:
        """How many leads each value of a dimension has, the most first; see ``chosen.valued``."""
        table = CHOSEN_FACTS if self.begins else self.table
        text = _sizes(kind_of(dimension), self.dialect, table)
        sql = self._begun(Template(text).substitute(Chosen(as_of_s, by=dimension).literals(self.dialect)))
        return sorted(((str(value), int(leads)) for value, leads in self.run(sql)), key=lambda row: (-row[1], row[0]))


def on_connection(connection: Connection, dialect: str, table: str = "facts") -> Source:
    """A source that reads through an open connection of the engine's own driver."""

    def run(sql: str) -> list[Sequence[Any]]:
        cursor = connection.cursor()
        try:
            cursor.execute(sql)
            rows: list[Sequence[Any]] = cursor.fetchall()
        finally:
            cursor.close()
        return rows

    return Source(dialect, run, table)


@lru_cache(maxsize=512)
def compiled_query(build: Build, needs: tuple[str, ...], dialect: str, table: str = "facts") -> Compiled:
    """The SQL of a query in a dialect, compiled once for all tables.

    Raises:
        ValueError: a value that the query says it needs does not occur in its SQL.
    """
    found = once((needs, dialect), build, lambda: _compiled(build, needs, dialect))
    return found._replace(text=found.text.replace(_named(_ANY_TABLE, dialect), _named(table, dialect)))


def _named(table: str, dialect: str) -> str:
    """The name of a table, such as ``crm.facts``, as the dialect writes it."""
    return ".".join(str(exp.to_identifier(part, quoted=True).sql(dialect=dialect)) for part in table.split("."))


def _compiled(build: Build, needs: tuple[str, ...], dialect: str) -> Compiled:
    marks = {name: _FIRST_MARK + place for place, name in enumerate(needs)}
    expression = _expression(build, needs)
    text = to_sql(expression, dialect)
    for name, mark in marks.items():
        if str(mark) not in text:
            raise ValueError(f"The query does not use {name}; take it from its needs.")
        text = text.replace(str(mark), f"${{{name}}}")
    return Compiled(text, tuple((column, _type(dtype)) for column, dtype in expression.schema().items()))


@lru_cache(maxsize=128)
def _expression(build: Build, needs: tuple[str, ...]) -> Any:
    """The expression of a query with a mark for each value, built once for all dialects."""
    values = {name: ibis.literal(_FIRST_MARK + place, "int64") for place, name in enumerate(needs)}
    with one_query():
        return build(facts_table(_ANY_TABLE), values)


@lru_cache(maxsize=128)
def _chosen_leads(shape: tuple[str, ...], dialect: str, table: str) -> str:
    """The SQL of the chosen leads, with places for the values of their filters."""
    return once((shape, dialect, table), _chosen_leads_sql, lambda: _chosen_leads_sql(shape, dialect, table)).text


def _chosen_leads_sql(shape: tuple[str, ...], dialect: str, table: str) -> Compiled:
    facts = facts_table(table)
    filters = [marked(to_sql(ids(facts, name), dialect)) for name in shape]
    return Compiled(leads_sql(filters, marked(to_sql(gone(facts), dialect)), _ONCE.get(dialect, "")))


@lru_cache(maxsize=64)
def _sizes(kind: str, dialect: str, table: str) -> str:
    return once((kind, dialect, table), _sizes_sql, lambda: _sizes_sql(kind, dialect, table)).text


def _sizes_sql(kind: str, dialect: str, table: str) -> Compiled:
    return Compiled(marked(to_sql(sizes(facts_table(table), kind), dialect)))


def _type(dtype: Any) -> str:
    return "float" if dtype.is_floating() else "int" if dtype.is_integer() else "text"


def to_sql(expression: Any, dialect: str) -> str:
    """SQL text of an expression over the unbound table, for sqlite, postgres, duckdb or another dialect."""
    text = str(ibis.to_sql(expression, dialect=dialect))
    return _one_after_the_other(text) if dialect == "sqlite" else text


def _one_after_the_other(text: str) -> str:
    """SQLite's SQL with each table named and computed once, instead of tables within tables.

    SQLite's parser has room for some fifteen of these, and its planner compares all rows of one with all of another
    where it does not know how many there are.
    """
    query = eliminate_subqueries(sqlglot.parse_one(text, read="sqlite"))
    for table in query.find_all(exp.CTE):
        table.set("materialized", True)
    return str(query.sql("sqlite", pretty=True))


def _literal(value: int) -> str:
    number = int(value)
    return str(number) if number >= 0 else f"({number})"


def _plain(value: Any, type_: str) -> Any:
    if value is None:
        return None
    return int(value) if type_ == "int" else float(value) if type_ == "float" else str(value)
