"""What several queries ask for alike: an engine that can keep tables for a while computes it once.

A function marked ``shared`` gives an expression. Where nothing is kept it is written into each query that uses it;
while a query is taken ``apart`` it is set aside, and the query reads it as a table instead.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from hashlib import sha256
from typing import Any, NamedTuple, ParamSpec, TypeVar

import ibis

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Aside(NamedTuple):
    """A table that queries share: its name and SQL, and what a copy that keeps it over time goes by.

    ``lead`` is the column with the lead whose facts alone make the row; ``sums`` the column that adds up over leads,
    each for itself, where all other columns say of what. Both are empty where rows hang on more than one lead's facts.
    """

    name: str
    text: str
    lead: str = ""
    sums: str = ""


@dataclass(frozen=True, slots=True)
class Apart:
    """What a query was taken apart into: SQL of each shared table by its name, in the order they are needed.

    ``marks`` stand in the SQL where values go; in the texts there is ``${name}`` instead. ``corrections`` is the
    name of a table of mended facts, where the engine has one: their ``seq``, and ``recorded_s`` since when.
    ``in_steps``: also what is only a step on the way is set aside, see ``step_by``. ``lasts``: what is set aside is
    kept for other questions too, so that it had better be of all time.
    """

    dialect: str
    marks: Mapping[str, int]
    corrections: str = ""
    in_steps: bool = False
    lasts: bool = False
    tables: dict[str, Aside] = field(default_factory=dict)

    def text(self, expression: Any) -> str:
        """The SQL of an expression with a place for each value."""
        sql = str(ibis.to_sql(expression, dialect=self.dialect))
        for name, mark in self.marks.items():
            sql = sql.replace(str(mark), f"${{{name}}}")
        return sql

    def aside(self, expression: Any, lead: str = "", sums: str = "") -> Any:
        """A table in place of the expression; see ``Aside``."""
        text = self.text(expression)
        name = f"shared_{sha256(text.encode()).hexdigest()[:16]}"
        self.tables.setdefault(name, Aside(name, text, lead, sums))
        return ibis.table(expression.schema(), name=name)


_apart: ContextVar[Apart | None] = ContextVar("apart", default=None)
_made: ContextVar[dict[Hashable, Any] | None] = ContextVar("made", default=None)


@contextmanager
def one_query() -> Iterator[None]:
    """What is ``made_once`` is, for the same arguments, for as long as the block runs: it builds one query."""
    token = _made.set({})
    try:
        yield
    finally:
        _made.reset(token)


def made_once(build: Callable[_P, _T]) -> Callable[_P, _T]:
    """Mark a function that one query calls many times with the same arguments: building it again is dear."""

    @wraps(build)
    def built(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        made = _made.get()
        if made is None:
            return build(*args, **kwargs)
        key = (build, _key(args), _key(kwargs))
        if key not in made:
            made[key] = build(*args, **kwargs)
        found: _T = made[key]
        return found

    return built


def _key(value: Any) -> Any:
    """What stands for an argument, and can be looked up: expressions are told apart by their operations."""
    if isinstance(value, ibis.Expr):
        return value.op()
    if isinstance(value, Mapping):
        return frozenset((name, _key(each)) for name, each in value.items())
    if isinstance(value, AbstractSet):
        return frozenset(_key(each) for each in value)
    if isinstance(value, list | tuple):
        return tuple(_key(each) for each in value)
    return value


@contextmanager
def apart(
    dialect: str, marks: Mapping[str, int], corrections: str = "", *, in_steps: bool = False, lasts: bool = False
) -> Iterator[Apart]:
    """Set shared expressions aside for as long as the block runs."""
    taken = Apart(dialect, marks, corrections, in_steps, lasts)
    token = _apart.set(taken)
    try:
        with one_query():
            yield taken
    finally:
        _apart.reset(token)


def is_apart() -> bool:
    """Whether shared expressions are set aside: then they may as well hold what others want of them."""
    return _apart.get() is not None


def lasts() -> bool:
    """Whether what is set aside is kept for other questions too."""
    taken = _apart.get()
    return taken is not None and taken.lasts


def corrections() -> Any:
    """The engine's table of mended facts, ``seq`` and ``recorded_s``; None where it has none."""
    taken = _apart.get()
    if taken is None or not taken.corrections:
        return None
    return ibis.table({"seq": "int64", "recorded_s": "int64"}, name=taken.corrections)


def shared(build: Callable[_P, Any]) -> Callable[_P, Any]:
    """Mark a function whose expression several queries may share."""
    return _shared(build)


def shared_by(lead: str) -> Callable[[Callable[_P, Any]], Callable[_P, Any]]:
    """The same of one whose rows each hang on the facts of one lead (with those merged into it) and on nothing else.

    ``lead`` is its column with that lead. The snapshot may decide only which facts are known; see ``copy_lasting``.
    """
    return lambda build: _shared(build, lead)


def step_by(lead: str) -> Callable[[Callable[_P, Any]], Callable[_P, Any]]:
    """The same of one that nobody else asks for: of very many leads an engine has no room for all steps at once."""
    return lambda build: _shared(build, lead, is_step=True)


def shared_sum(sums: str) -> Callable[[Callable[_P, Any]], Callable[_P, Any]]:
    """The same of one that adds up, over leads, what the facts of each say; ``sums`` is the column that is added up."""
    return lambda build: _shared(build, sums=sums)


def _shared(build: Callable[_P, Any], lead: str = "", sums: str = "", *, is_step: bool = False) -> Callable[_P, Any]:
    @made_once
    @wraps(build)
    def built(*args: _P.args, **kwargs: _P.kwargs) -> Any:
        expression = build(*args, **kwargs)
        taken = _apart.get()
        if taken is None or (is_step and not taken.in_steps):
            return expression
        return taken.aside(expression, lead, sums)

    return built
