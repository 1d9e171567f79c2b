"""DuckDB as a warehouse: a file of its own, or a folder of Parquet files."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from leadpact.evidence.copy_source import KeepingSource
from leadpact.evidence.source import Source
from leadpact.evidence.warehouse_address import Address
from leadpact.evidence.warehouse_files import Files, files
from leadpact.evidence.warehouse_table import check_columns, check_rows, rows_sql

_LISTED = 20


@contextmanager
def opened(address: Address) -> Iterator[Source]:
    """A file of DuckDB, opened for reading only. Raises ``WarehouseRefused``."""
    place = Path(address.place).expanduser()
    if not place.is_file():
        raise address.refused(f"there is no file {place}")
    with _connected(address, str(place)) as source:
        yield source


@contextmanager
def opened_folder(address: Address) -> Iterator[Source]:
    """A folder of Parquet files. Raises ``WarehouseRefused``."""
    found = files(address, address.place)
    with _connected(address, ":memory:", _view(found)) as source:
        yield source


@contextmanager
def _connected(address: Address, place: str, view: str = "") -> Iterator[Source]:
    with tempfile.TemporaryDirectory(prefix="leadpact-") as spill, address.answering(duckdb.Error):
        config = {
            "memory_limit": f"{address.memory_mb}MB",
            "temp_directory": spill,
            "preserve_insertion_order": "false",
            "autoinstall_known_extensions": "false",
        }
        connection = duckdb.connect(place, read_only=place != ":memory:", config=config)

        def run(sql: str) -> Sequence[Sequence[Any]]:
            with address.answering(duckdb.Error):
                rows: Sequence[Sequence[Any]] = connection.execute(sql).fetchall()
                return rows

        try:
            run("SET enable_progress_bar = false")
            if view:
                run(f"CREATE VIEW facts AS {view}")
            else:
                _check_there(
                    address, run("SELECT table_schema, table_name FROM information_schema.tables ORDER BY ALL")
                )
            check_columns(address, [(row[0], row[1]) for row in run(f"DESCRIBE SELECT * FROM {address.table}")])
            check_rows(address, run(rows_sql(address)))
            yield KeepingSource("duckdb", run, address.table)
        finally:
            connection.close()


def _check_there(address: Address, tables: Sequence[Sequence[Any]]) -> None:
    """Refuse a table that the file does not have, with those that it has. Raises ``WarehouseRefused``."""
    wanted = address.table.lower().split(".")
    if not any([schema.lower(), name.lower()][-len(wanted) :] == wanted[-2:] for schema, name in tables):
        names = [name if schema == "main" else f"{schema}.{name}" for schema, name in tables]
        there = f"there are: {', '.join(names[:_LISTED])}" if names else "there is none at all"
        raise address.refused(
            f"there is no table {address.table}; {there}. Name the one that holds the facts: ?table=its_name"
        )


def _view(found: Files) -> str:
    reads = []
    if found.by_kind:
        how = "union_by_name = true, hive_partitioning = true, hive_types = {'kind': VARCHAR}"
        reads.append(f"SELECT * FROM read_parquet({_list(found.by_kind)}, {how})")
    if found.whole:
        reads.append(
            f"SELECT * FROM read_parquet({_list(found.whole)}, union_by_name = true, hive_partitioning = false)"
        )
    return " UNION ALL BY NAME ".join(reads)


def _list(paths: Sequence[str]) -> str:
    quoted = ("'" + path.replace("'", "''") + "'" for path in paths)
    return f"[{', '.join(quoted)}]"
