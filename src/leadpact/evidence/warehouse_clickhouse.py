"""ClickHouse as a warehouse: a server, or the same engine within this process over a folder of Parquet files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import clickhouse_connect
from clickhouse_connect.driver.exceptions import ClickHouseError

from leadpact.evidence import warehouse_clickhouse_server as server
from leadpact.evidence.source import Source
from leadpact.evidence.warehouse_address import Address, WarehouseRefused
from leadpact.evidence.warehouse_files import Files, files
from leadpact.evidence.warehouse_steps import Steps, in_steps
from leadpact.evidence.warehouse_table import check_columns, check_rows, rows_sql

_SETTINGS = {"join_use_nulls": server.SETTINGS["join_use_nulls"]}
_INFERS = "SETTINGS schema_inference_mode = 'union'"
_NULLS = "SETTINGS allow_nullable_key = 1"
_ERRORS = (ClickHouseError, RuntimeError, OSError)


@contextmanager
def opened(address: Address) -> Iterator[Source]:
    """A server by its HTTP interface, or ``clickhouse:local?folder=…``.

    Raises ``WarehouseRefused``.
    """
    with _answering(address):
        client = _local(address) if not address.place.startswith("//") else server.client(address)
    asked = _Asked(address, client)
    steps = Steps(asked.keeps, asked.drops)
    try:
        found = [(str(row[0]), str(row[1])) for row in asked.run(f"DESCRIBE TABLE {address.table}")]
        check_columns(address, found)
        check_rows(address, asked.run(rows_sql(address)))
        yield in_steps("clickhouse", asked.run, steps, address.table)
    finally:
        # A server would keep them until nothing was asked for a while; why a measure was refused is said before that.
        with suppress(WarehouseRefused):
            for name in steps.chosen.values():
                asked.drops(name)
        client.close()


@contextmanager
def _answering(address: Address) -> Iterator[None]:
    """Turn the driver's errors into refusals. Raises ``WarehouseRefused``."""
    try:
        yield
    except _ERRORS as error:
        raise server.refused(address, error) from None


@dataclass(slots=True)
class _Asked:
    """A session. After it was lost nothing is dropped there: that would wait as long as what it was lost with."""

    address: Address
    client: Any
    is_lost: bool = False

    def run(self, sql: str) -> Sequence[Sequence[Any]]:
        """The rows of a query; none of a statement."""
        with _answering(self.address):
            try:
                if not sql.startswith(("SELECT", "WITH", "DESCRIBE")):
                    self.client.command(sql, settings=_SETTINGS)
                    return ()
                rows: Sequence[Sequence[Any]] = self.client.query(sql, settings=_SETTINGS).result_rows
            except BaseException as error:  # Who interrupts leaves a query there too, and the session is busy with it.
                self.is_lost = self.is_lost or not isinstance(error, _ERRORS) or server.is_lost(error)
                raise
            return rows

    def keeps(self, name: str, sql: str) -> None:
        """Keep the rows of a query as a table of the session."""
        self.run(f"CREATE TEMPORARY TABLE {name} ENGINE = Memory AS {sql}")

    def drops(self, name: str) -> None:
        """Let go of a table of the session, and of no other; with a session that was lost its tables are gone."""
        if not self.is_lost:
            self.run(f"DROP TEMPORARY TABLE {name}")


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
