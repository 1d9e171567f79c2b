"""ClickHouse as a warehouse: a server, or the same engine within this process over a folder of Parquet files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import clickhouse_connect
from clickhouse_connect.driver.exceptions import ClickHouseError

from leadpact.evidence.source import Source
from leadpact.evidence.warehouse_address import Address
from leadpact.evidence.warehouse_files import Files, files
from leadpact.evidence.warehouse_steps import Steps, in_steps
from leadpact.evidence.warehouse_table import check_columns, check_rows, rows_sql

_SETTINGS = {"join_use_nulls": 1}
"""Without it a row that has no partner in a join would get noughts for what it lacks."""
_INFERS = "SETTINGS schema_inference_mode = 'union'"
_NULLS = "SETTINGS allow_nullable_key = 1"
_WAIT_S = 10
_ERRORS = (ClickHouseError, RuntimeError, OSError)


@contextmanager
def opened(address: Address) -> Iterator[Source]:
    """A server by its HTTP interface, or ``clickhouse:local?folder=…``.

    Raises ``WarehouseRefused``.
    """
    with address.answering(*_ERRORS):
        client = _local(address) if not address.place.startswith("//") else _server(address)

    def run(sql: str) -> Sequence[Sequence[Any]]:
        with address.answering(*_ERRORS):
            if not sql.startswith(("SELECT", "WITH", "DESCRIBE")):
                client.command(sql, settings=_SETTINGS)
                return ()
            rows: Sequence[Sequence[Any]] = client.query(sql, settings=_SETTINGS).result_rows
            return rows

    def keeps(name: str, sql: str) -> None:
        run(f"CREATE TEMPORARY TABLE {name} ENGINE = Memory AS {sql}")

    try:
        found = [(str(row[0]), str(row[1])) for row in run(f"DESCRIBE TABLE {address.table}")]
        check_columns(address, found)
        check_rows(address, run(rows_sql(address)))
        yield in_steps("clickhouse", run, Steps(keeps, lambda name: run(f"DROP TABLE {name}")), address.table)
    finally:
        client.close()


def _server(address: Address) -> Any:
    where = urlsplit(f"clickhouse:{address.place}")
    is_secure = address.options.get("secure", "") in ("1", "true")
    host, port = where.hostname or "localhost", where.port or (8443 if is_secure else 8123)
    address.reach(host, port)
    return clickhouse_connect.get_client(
        host=host,
        port=port,
        username=unquote(where.username or "default"),
        password=unquote(where.password or os.environ.get("CLICKHOUSE_PASSWORD", "")),
        database=where.path.strip("/") or "default",
        secure=is_secure,
        connect_timeout=_WAIT_S,
    )


def _local(address: Address) -> Any:
    if address.place != "local" or "folder" not in address.options:
        raise address.refused("within this process ClickHouse reads a folder: clickhouse:local?folder=path")
    found = files(address, address.options["folder"])
    if find_spec("chdb") is None:
        raise address.refused("ClickHouse is not installed here: pip install 'leadpact[clickhouse-local]'")
    client = clickhouse_connect.get_client(dsn="chdb://memory")
    # A table and not a view: every mention of a view of many files would be planned anew.
    client.command(f"DROP TABLE IF EXISTS {address.table}")
    client.command(f"CREATE TABLE {address.table} ENGINE = MergeTree ORDER BY kind {_NULLS} AS {_facts(client, found)}")
    return client


def _facts(client: Any, found: Files) -> str:
    """The facts of the files, with the columns that the first of them have."""
    reads = [*_reads(found.by_kind), *_reads(found.whole)]
    names = [row[0] for row in client.query(f"DESCRIBE TABLE {reads[0][1]} {_INFERS}").result_rows]
    names = [name for name in names if name != "kind"]
    selects = []
    for kind, read in reads:
        # Told here, because ClickHouse has one setting for a whole query that says whether folders are columns.
        own = f"{_quoted(kind)} AS kind" if kind else "kind"
        selects.append(f"SELECT {', '.join([own, *(f'`{name}`' for name in names)])} FROM {read}")
    return f"{' UNION ALL '.join(selects)} {_INFERS}"


def _reads(paths: Sequence[str]) -> list[tuple[str, str]]:
    """The files of each folder as a table, with the kind that the folder is for; empty for all kinds."""
    names: dict[Path, list[str]] = {}
    for path in map(Path, paths):
        names.setdefault(path.parent, []).append(path.name)
    found = []
    for folder, each in names.items():
        kind = next((part.removeprefix("kind=") for part in folder.parts if part.startswith("kind=")), "")
        glob = f"{folder}/{each[0] if len(each) == 1 else '{' + ','.join(each) + '}'}"
        found.append((kind, f"file({_quoted(glob)}, Parquet)"))
    return found


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
