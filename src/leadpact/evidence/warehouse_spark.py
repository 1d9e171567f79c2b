"""Spark as a warehouse: a session on this machine, or on a cluster."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from leadpact.evidence.source import Source
from leadpact.evidence.warehouse_address import Address
from leadpact.evidence.warehouse_files import Files, files
from leadpact.evidence.warehouse_steps import Steps, in_steps
from leadpact.evidence.warehouse_table import check_columns, check_rows, rows_sql

DIALECT = "databricks"
"""Ibis' name for Spark's SQL as it can be compiled without a session."""
_CONFIG = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.session.timeZone": "UTC",
    # Names of folders are texts: a kind is never a number.
    "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
}
_LOCAL = {
    "spark.sql.shuffle.partitions": "4",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
}
_ERRORS = (PySparkException, Py4JError)


@contextmanager
def opened(address: Address) -> Iterator[Source]:
    """A session on ``spark:local`` or on the cluster of ``spark://host:port``; see ``SparkSession`` for its options.

    How much it may take is told by ``spark.driver.memory`` and its like. Raises ``WarehouseRefused``.
    """
    if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
        raise address.refused("Spark needs Java 17 or later on this machine, and there is no java on the path")
    builder = SparkSession.builder.appName("leadpact").master(_master(address))
    own = {name: value for name, value in address.options.items() if name.startswith("spark.")}
    for name, value in {**_CONFIG, **(_LOCAL if address.place == "local" else {}), **own}.items():
        builder = builder.config(name, value)
    with address.answering(*_ERRORS):
        session = builder.getOrCreate()

    def run(sql: str) -> Sequence[Sequence[Any]]:
        with address.answering(*_ERRORS):
            return [tuple(row) for row in session.sql(sql).collect()]

    def keeps(name: str, sql: str) -> None:
        # Rows alone are kept: what stands in Spark's cache is planned anew with all that it was made of.
        with address.answering(*_ERRORS):
            session.sql(sql).localCheckpoint().createOrReplaceTempView(name)

    try:
        with address.answering(*_ERRORS):
            if "folder" in address.options:
                _look_at(session, files(address, address.options["folder"])).createOrReplaceTempView(address.table)
            elif not session.catalog.tableExists(address.table):
                raise address.refused(f"there is no table {address.table}; name one (?table=) or a folder (?folder=)")
            found = session.table(address.table).dtypes
        check_columns(address, found)
        check_rows(address, run(rows_sql(address)))
        yield in_steps(DIALECT, run, Steps(keeps, session.catalog.dropTempView), address.table)
    finally:
        session.stop()


def _master(address: Address) -> str:
    """What Spark calls the place. Raises ``WarehouseRefused`` when nobody answers there."""
    if not address.place.startswith("//"):
        return address.place if address.place.startswith("local[") else "local[*]"
    for each in address.place.strip("/").split(","):
        host, _, port = each.partition(":")
        address.reach(host, int(port) if port.isdigit() else 7077)
    return f"spark:{address.place}"


def _look_at(session: Any, found: Files) -> Any:
    """The facts of the files."""
    read = session.read.option("mergeSchema", "true")
    frames = []
    if found.by_kind:
        frames.append(read.option("basePath", str(found.folder)).parquet(*found.by_kind))
    if found.whole:
        frames.append(read.parquet(*found.whole))
    facts = frames[0]
    for frame in frames[1:]:
        facts = facts.unionByName(frame, allowMissingColumns=True)
    return facts
