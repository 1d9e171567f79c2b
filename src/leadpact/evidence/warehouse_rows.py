"""Row stores as warehouses: PostgreSQL, and a file of SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

from leadpact.evidence.source import Source
from leadpact.evidence.warehouse_address import Address
from leadpact.evidence.warehouse_table import check_columns, check_rows, rows_sql

_WAIT_S = 10
_COLUMNS = """
SELECT attname, format_type(atttypid, NULL) FROM pg_attribute
WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attisdropped"""


@contextmanager
def opened_postgres(address: Address) -> Iterator[Source]:
    """PostgreSQL through psycopg, in one reading transaction, so that all counts are of the same facts.

    Raises ``WarehouseRefused``.
    """
    with address.answering(psycopg.Error):
        connection = psycopg.connect(
            f"postgres:{address.place}{address.query}", connect_timeout=_WAIT_S, application_name="leadpact"
        )

    def run(sql: str) -> Sequence[Sequence[Any]]:
        with address.answering(psycopg.Error), connection.cursor() as cursor:
            cursor.execute(sql.encode())
            return cursor.fetchall()

    with closing(connection):
        connection.read_only = True
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        with address.answering(psycopg.Error), connection.cursor() as cursor:
            found = cursor.execute(_COLUMNS, [address.table]).fetchall()
        _check(address, found)
        check_rows(address, run(rows_sql(address)))
        yield Source("postgres", run, address.table)


@contextmanager
def opened_sqlite(address: Address) -> Iterator[Source]:
    """A file of SQLite, opened for reading only. Raises ``WarehouseRefused``."""
    place = Path(address.place).expanduser().resolve()
    if not place.is_file():
        raise address.refused(f"there is no file {place}")
    with address.answering(sqlite3.Error):
        connection = sqlite3.connect(f"file:{quote(str(place))}?mode=ro", uri=True, timeout=20)

    def run(sql: str) -> Sequence[Sequence[Any]]:
        with address.answering(sqlite3.Error), closing(connection.execute(sql)) as cursor:
            return cursor.fetchall()

    with closing(connection):
        _check(address, run(f"SELECT name, type FROM pragma_table_info('{address.table}')"))
        check_rows(address, run(rows_sql(address)))
        yield Source("sqlite", run, address.table)


def _check(address: Address, found: Sequence[Sequence[Any]]) -> None:
    if not found:
        raise address.refused(f"there is no table {address.table}; name the one that holds the facts: ?table=its_name")
    check_columns(address, [(str(name), str(type_)) for name, type_ in found])
