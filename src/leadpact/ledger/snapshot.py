"""A quiet look at the facts: one reading transaction, on the driver's own connection where that is possible."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from django.db import connection, transaction

_WATERMARK = "SELECT COALESCE(MAX(seq), 0) FROM facts"


class Snapshot(NamedTuple):
    """A connection with ``cursor()``, the dialect of its SQL, and the seq of the newest fact it sees."""

    connection: Any
    dialect: str
    watermark: int


@contextmanager
def snapshot() -> Iterator[Snapshot]:
    """Look at the facts as they are now, for as long as the block runs; facts that come meanwhile are not seen.

    SQLite: a connection of its own that can only read, so that a long question keeps no writer waiting.
    PostgreSQL: a repeatable read on Django's connection. Within a transaction that is already open: its view.
    """
    if connection.in_atomic_block:
        yield _seen(connection)
    elif connection.vendor == "sqlite" and Path(connection.settings_dict["NAME"]).is_file():
        address = f"file:{quote(str(connection.settings_dict['NAME']))}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=20, isolation_level=None)) as own:
            own.execute("BEGIN")
            yield _seen(own)
    else:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield _seen(connection)


def _seen(on: Any) -> Snapshot:
    with closing(on.cursor()) as cursor:
        cursor.execute(_WATERMARK)
        return Snapshot(on, "postgres" if connection.vendor == "postgresql" else "sqlite", int(cursor.fetchone()[0]))
