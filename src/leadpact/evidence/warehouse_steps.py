"""Queries in steps, for engines that write a named table of a query anew wherever it is mentioned.

ClickHouse and Spark do so; with tables on tables, as measures have them, the work of planning doubles with each.
What is mentioned more than once is therefore computed first, into a table of the session's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from typing import Any

import sqlglot
from sqlglot import exp

from leadpact.evidence.source import CHOSEN_LEADS, Source

STEP = "leadpact_step_"
"""How the names begin of tables that hold steps."""
_MOST_CHOSEN = 4
"""How many sets of chosen leads a session keeps at once."""


@dataclass(frozen=True, slots=True)
class Steps:
    """How an engine keeps the rows of a query as a table, by name and SQL, and how it lets go of it.

    ``chosen`` are the tables of chosen leads by their SQL, which stay for the queries to come.
    """

    keeps: Callable[[str, str], object]
    drops: Callable[[str], object]
    numbers: count[int] = field(default_factory=count)
    chosen: dict[str, str] = field(default_factory=dict)

    def choose(self, sql: str, name: str) -> None:
        """Keep the chosen leads for the queries to come, and let go of those that were chosen before them."""
        while len(self.chosen) >= _MOST_CHOSEN:
            self.drops(self.chosen.pop(next(iter(self.chosen))))
        self.chosen[sql] = name


def in_steps(dialect: str, run: Callable[[str], Sequence[Sequence[Any]]], steps: Steps, table: str) -> Source:
    """A source that runs each query in steps; ``run`` runs one statement."""

    def run_all(sql: str) -> Sequence[Sequence[Any]]:
        with ExitStack() as stack:
            return run(_prepared(sql, dialect, steps, stack))

    return Source(dialect, run_all, table)


def _prepared(sql: str, dialect: str, steps: Steps, stack: ExitStack) -> str:
    """What is left of a query when its tables are computed; ``stack`` lets go of them."""
    tables, last = split(sql, dialect)
    names: dict[str, str] = {}
    for name, text in tables:
        whole = _named(text, names, dialect)
        own = steps.chosen.get(whole) if name == CHOSEN_LEADS else None
        if own is None:
            own = f"{STEP}{next(steps.numbers)}"
            with ExitStack() as within:
                steps.keeps(own, _prepared(whole, dialect, steps, within))
            if name == CHOSEN_LEADS:
                steps.choose(whole, own)
            else:
                stack.callback(steps.drops, own)
        names[name] = own
    return _named(last, names, dialect)


@lru_cache(maxsize=256)
def split(sql: str, dialect: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The tables of a query that are computed first, in order, each with its SQL; and what is left of the query.

    These are the named tables that would be computed more than once, because they are mentioned so often or stand in
    one that is, and that do more than to read, filter and choose columns; and those with tables of their own.
    """
    query = sqlglot.parse_one(sql, read=dialect)
    begins = query.args.get("with_")
    if begins is None:
        return (), sql
    named: list[tuple[str, Any]] = [(each.alias, each.this) for each in begins.expressions]
    query.set("with_", None)
    first = _computed_first(named, query)
    plain: list[tuple[str, Any]] = []
    tables: list[tuple[str, str]] = []
    for name, each in named:
        if name in first:
            tables.append((name, _with(each, plain, dialect)))
        else:
            plain.append((name, each))
    return tuple(tables), _with(query, plain, dialect)


def _computed_first(named: Sequence[tuple[str, Any]], query: Any) -> set[str]:
    """The names of the tables that are computed before the query; those after a table are looked at before it."""
    times: Counter[str] = Counter(_mentions(query))
    first: set[str] = set()
    for name, each in reversed(named):
        if (times[name] > 1 and _is_work(each)) or each.args.get("with_") is not None:
            first.add(name)
        often = 1 if name in first else times[name]
        for mentioned in _mentions(each):
            times[mentioned] += often
    return first


def _mentions(query: Any) -> list[str]:
    return [each.name for each in query.find_all(exp.Table)]


def _is_work(query: Any) -> bool:
    return query.find(exp.Join, exp.Group, exp.AggFunc, exp.Union, exp.Distinct, exp.Window) is not None


def _with(query: Any, plain: Sequence[tuple[str, Any]], dialect: str) -> str:
    """The SQL of a query with those named tables before it that it needs, directly or by another."""
    needed = set(_mentions(query))
    kept: list[tuple[str, Any]] = []
    for name, each in reversed(plain):
        if name in needed:
            kept.append((name, each))
            needed.update(_mentions(each))
    begins = ", ".join(
        f"{exp.to_identifier(name).sql(dialect)} AS ({each.sql(dialect)})" for name, each in reversed(kept)
    )
    return f"{f'WITH {begins} ' if begins else ''}{query.sql(dialect)}"


def _named(sql: str, names: Mapping[str, str], dialect: str) -> str:
    """The SQL with the names under which the session has its tables."""
    if not names:
        return sql
    query = sqlglot.parse_one(sql, read=dialect)
    for each in query.find_all(exp.Table):
        if each.name in names and not each.db:
            alias = each.alias or each.name
            each.set("this", exp.to_identifier(names[each.name]))
            each.set("alias", exp.TableAlias(this=exp.to_identifier(alias, quoted=True)))
    return str(query.sql(dialect=dialect))
