"""Running statements, and writing many rows at once.

A statement names only the columns that have a value: handing over an empty one to SQLite costs ten times as much as
handing over a number, and most columns of most facts are empty. What is not named is empty by default.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import compress, repeat
from operator import is_not, itemgetter
from threading import local
from typing import Any, Self

from django.db import DEFAULT_DB_ALIAS, connection, connections

FEW = 40
"""So many rows go into one statement with the columns that any of them fills: a second statement costs more."""
SPARING = (("mmap_size", 0), ("cache_size", -256_000), ("wal_autocheckpoint", 32_000))
"""SQLite's memory while a large file is written: no mapping of the whole file, and 256 MB of pages.

Another system's ids come in no order, so each batch changes pages all over their index: pages that are kept in memory,
and copied from the log into the file only after many batches, are read and written far less often.
"""
Filled = tuple[bool, ...]
"""Which columns of a row have a value."""
Row = tuple[Any, ...]
Taker = Callable[[Row], Row]


class _Plain:
    """A cursor on SQLite that is made once for a connection and used for one statement after the other.

    What is found is read at once, so that no statement stays open.
    """

    __slots__ = ("_cursor", "_db", "raw")

    def __init__(self, db: Any) -> None:
        self._db, self.raw, self._cursor = db, db.connection, db.connection.cursor()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return

    def __iter__(self) -> Iterator[Row]:
        return iter(self.fetchall())

    def is_fit(self) -> bool:
        """Whether its connection is still the same, and nobody watches it."""
        db = self._db
        return db.connection is self.raw and not (db.force_debug_cursor or db.execute_wrappers)

    @property
    def rowcount(self) -> int:
        return int(self._cursor.rowcount)

    def execute(self, statement: str, values: Sequence[Any] = ()) -> None:
        self._db.validate_no_broken_transaction()
        with self._db.wrap_database_errors:
            self._cursor.execute(_marked(statement), values)

    def executemany(self, statement: str, values: Iterable[Sequence[Any]]) -> None:
        self._db.validate_no_broken_transaction()
        with self._db.wrap_database_errors:
            self._cursor.executemany(_marked(statement), values)

    def fetchall(self) -> list[Row]:
        with self._db.wrap_database_errors:
            rows: list[Row] = self._cursor.fetchall()
        return rows

    def fetchone(self) -> Row | None:
        rows = self.fetchall()
        return rows[0] if rows else None


@lru_cache(maxsize=1024)
def _marked(statement: str) -> str:
    """The statement with SQLite's marks for bound values."""
    return statement.replace("%s", "?").replace("%%", "%")


_kept = local()


def hand() -> Any:
    """A cursor for ``with``: Django's own, or on SQLite, where making one costs more than most statements, a kept one.

    While statements are counted or watched it is Django's.
    """
    kept: _Plain | None = getattr(_kept, "cursor", None)
    if kept is not None and kept.is_fit():
        return kept
    db: Any = connections[DEFAULT_DB_ALIAS]
    if db.vendor != "sqlite" or db.force_debug_cursor or db.execute_wrappers:
        return db.cursor()
    if db.connection is None:
        db.ensure_connection()
    kept = _kept.cursor = _Plain(db)
    return kept


def keep(cursor: _Plain | None) -> _Plain | None:
    """Have ``hand`` give this cursor in this thread; gives the one that it gave before."""
    before: _Plain | None = getattr(_kept, "cursor", None)
    _kept.cursor = cursor
    return before


def insert(table: str, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    """Insert rows whose cells are in the order of the columns."""
    _write(table, columns, rows, is_upsert=False)


def upsert(table: str, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    """Insert rows, or overwrite every column of those whose ``id`` is there."""
    _write(table, columns, rows, is_upsert=True)


def insert_new(table: str, columns: tuple[str, ...], rows: Iterable[Row], unique: str) -> None:
    """Insert rows, all columns named, but those whose unique column is there already."""
    statement = (
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))}) "
        f"ON CONFLICT ({unique}) DO NOTHING"
    )
    kept = list(rows)
    if kept:
        with hand() as cursor:
            cursor.executemany(statement, kept)


def _write(table: str, columns: tuple[str, ...], rows: Iterable[Row], *, is_upsert: bool) -> None:
    groups: dict[Filled, list[Row]] = {}
    kept = list(rows)
    if not kept:
        return
    if len(kept) <= FEW:
        filled = tuple(map(any, zip(*(map(is_not, row, repeat(None)) for row in kept), strict=True)))
        groups[filled] = [tuple(compress(row, filled)) for row in kept]
    elif not _alike(kept, groups):
        _group(kept, groups)
    with hand() as cursor:
        for filled, values in groups.items():
            cursor.executemany(_statement(table, columns, filled, is_upsert), values)


def _alike(rows: list[Row], groups: dict[Filled, list[Row]]) -> bool:
    """Put rows that all fill the same columns together, and say whether they do: column by column that costs least."""
    cells = list(zip(*rows, strict=True))
    empty = [column.count(None) for column in cells]
    if not {0, len(rows)}.issuperset(empty):
        return False
    filled = tuple(not count for count in empty)
    groups[filled] = list(zip(*compress(cells, filled), strict=True))
    return True


def _group(rows: Iterable[Row], groups: dict[Filled, list[Row]]) -> None:
    """Put rows with the same filled columns together, each with these columns alone.

    Most rows are filled as the one before: that is looked at first, which takes half the time of finding out anew.
    """
    values: list[Row] = []
    take: Taker = _nothing
    rest: Taker = _nothing
    empty = -1
    for row in rows:
        cells = take(row)
        if empty < 0 or None in cells or rest(row).count(None) != empty:
            filled = tuple(map(is_not, row, repeat(None)))
            values = groups.setdefault(filled, [])
            take, rest, empty = _takers(filled)
            cells = take(row)
        values.append(cells)


def _nothing(_row: Row) -> Row:
    return ()


@lru_cache(maxsize=512)
def _takers(filled: Filled) -> tuple[Taker, Taker, int]:
    """What takes the filled columns of a row, what takes the others, and how many others there are (-1: too few)."""
    some = [place for place, is_filled in enumerate(filled) if is_filled]
    none = [place for place, is_filled in enumerate(filled) if not is_filled]
    if len(some) < 2 or len(none) < 2:  # ``itemgetter`` gives a tuple for two or more.
        return lambda row: tuple(compress(row, filled)), _nothing, -1
    return itemgetter(*some), itemgetter(*none), len(none)


@lru_cache(maxsize=512)
def _statement(table: str, columns: tuple[str, ...], filled: Filled, is_upsert: bool) -> str:
    named: Sequence[str] = tuple(compress(columns, filled))
    statement = f"INSERT INTO {table} ({', '.join(named)}) VALUES ({', '.join(['%s'] * len(named))})"
    if not is_upsert:
        return statement
    sets = ", ".join(f"{column} = excluded.{column}" for column in columns if column != "id")
    return f"{statement} ON CONFLICT (id) DO UPDATE SET {sets}"


@contextmanager
def sparing_memory() -> Iterator[None]:
    """Keep the memory of this connection from growing with what is written; only SQLite needs it."""
    if connection.vendor != "sqlite":
        yield
        return
    with hand() as cursor:
        before = []
        for name, value in SPARING:
            cursor.execute(f"PRAGMA {name}")
            before.append((name, int(cursor.fetchone()[0])))
            cursor.execute(f"PRAGMA {name} = {value}")
    try:
        yield
    finally:
        with hand() as cursor:
            for name, value in before:
                cursor.execute(f"PRAGMA {name} = {value}")
