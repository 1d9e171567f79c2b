"""Every measure gives the same rows on Spark, on a cluster of it, and on ClickHouse. Run where their drivers are."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlencode

import pytest

from leadpact.evidence.catalogue import MEASURES
from leadpact.evidence.warehouse import WarehouseRefused, warehouse
from tests.evidence.company import sqlite_source
from tests.evidence.warehoused import (
    COMPANIES,
    assert_what_is_wrong_is_said,
    differences,
    different,
    narrowed_differently,
    together,
    told,
    write_copy,
    write_wrong,
)

pytestmark = [pytest.mark.long, pytest.mark.timeout(1500), pytest.mark.filterwarnings("ignore")]
needs_spark = pytest.mark.skipif(
    find_spec("pyspark") is None or shutil.which("java") is None,
    reason="Spark's driver or Java is not installed: pip install '.[spark]', Java 17 or later",
)
needs_clickhouse = pytest.mark.skipif(
    find_spec("chdb") is None or find_spec("clickhouse_connect") is None,
    reason="ClickHouse is not installed: pip install '.[clickhouse-local]'",
)
SMALL = "&" + urlencode(
    {
        "spark.driver.memory": "1g",
        "spark.executor.memory": "512m",
        "spark.sql.shuffle.partitions": 1,
        "spark.default.parallelism": 1,
        # For a few hundred facts, to write and compile a program for each query takes far longer than to run it.
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.sql.adaptive.enabled": "false",
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    }
)


@pytest.fixture(scope="module")
def company(tmp_path_factory):
    """A folder with our copy of both companies as one, and SQLite with the same facts."""
    folder = tmp_path_factory.mktemp("copy")
    facts = together(COMPANIES["hand"], COMPANIES["simulated"])
    with pytest.MonkeyPatch.context() as patched:
        write_copy(folder, facts, patched)
    return folder, sqlite_source(facts)


@pytest.fixture(scope="module")
def clickhouse(company):
    with warehouse(f"clickhouse:local?folder={company[0]}") as source:
        yield source


@pytest.fixture(scope="module")
def local_spark(company):
    """One session for all measures: to start one takes longer than to ask it."""
    with warehouse(f"spark:local[2]?folder={company[0]}{SMALL}") as source:
        yield source


@needs_clickhouse
@pytest.mark.parametrize("measure", list(MEASURES))
def test_clickhouse(company, clickhouse, measure):
    assert different(told(measure, company[1]), told(measure, clickhouse)) == []


@needs_clickhouse
def test_filters_hold_on_clickhouse(company, clickhouse):
    assert narrowed_differently(company[1], clickhouse) == {}


@needs_spark
@pytest.mark.parametrize("measure", list(MEASURES))
def test_spark(company, local_spark, measure):
    assert different(told(measure, company[1]), told(measure, local_spark)) == []


@needs_spark
def test_filters_hold_on_spark(company, local_spark):
    assert narrowed_differently(company[1], local_spark) == {}


@needs_spark
def test_what_is_wrong_with_a_table_is_said_on_spark(tmp_path):
    write_wrong(tmp_path / "wrong.parquet")
    assert_what_is_wrong_is_said(f"spark:local[2]?folder={tmp_path}{SMALL}", "due_s: found string")


@needs_clickhouse
def test_what_is_wrong_with_a_table_is_said_on_clickhouse(tmp_path):
    write_wrong(tmp_path / "wrong.parquet")
    assert_what_is_wrong_is_said(f"clickhouse:local?folder={tmp_path}", "due_s: found Nullable(String)")


@needs_spark
def test_spark_on_a_cluster(company, tmp_path):
    folder, sqlite = company
    with cluster() as master:
        with warehouse(f"{master}?folder={folder}{SMALL}") as source:
            assert asked_master() == master  # And not a session of another test that is still open.
            assert differences(sqlite, source) == {}
            assert narrowed_differently(sqlite, source) == {}
        write_wrong(tmp_path / "wrong.parquet")
        assert_what_is_wrong_is_said(f"{master}?folder={tmp_path}{SMALL}", "due_s: found string")


def asked_master():
    from pyspark.sql import SparkSession

    return SparkSession.getActiveSession().sparkContext.master


@needs_spark
def test_a_cluster_that_is_not_there_is_said():
    with pytest.raises(WarehouseRefused, match=r"nobody answers at 127\.0\.0\.1:1"), warehouse("spark://127.0.0.1:1"):
        pass


@needs_clickhouse
def test_a_server_that_is_not_there_is_said():
    with (
        pytest.raises(WarehouseRefused, match=r"nobody answers at 127\.0\.0\.1:1") as raised,
        warehouse("clickhouse://me:s3cret@127.0.0.1:1/crm"),
    ):
        pass
    assert "s3cret" not in str(raised.value)


def free_port():
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


@contextmanager
def cluster():
    """A standalone master and two workers, each a process of its own on this machine."""
    port = free_port()
    address = f"spark://127.0.0.1:{port}"
    with ExitStack() as stack:
        log = stack.enter_context(spark("master.Master", "--host", "127.0.0.1", "--port", port, "--webui-port", 0))
        wait_for(log, "New state: ALIVE")
        for _ in range(2):
            stack.enter_context(
                spark("worker.Worker", "--host", "127.0.0.1", "--webui-port", 0, "-c", 1, "-m", "1g", address)
            )
        wait_for(log, "Registering worker", times=2)
        yield address


@contextmanager
def spark(role, *options):
    """A part of a cluster; gives what it says, as a list that grows."""
    import pyspark

    home = Path(pyspark.__file__).parent
    command = [home / "bin" / "spark-class", f"org.apache.spark.deploy.{role}", *options]
    environment = {
        **os.environ,
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
    }
    process = subprocess.Popen(
        [str(part) for part in command], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    said = []
    reader = threading.Thread(target=lambda: said.extend(iter(process.stderr.readline, "")), daemon=True)
    reader.start()
    try:
        yield said
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        reader.join(5)
        process.stderr.close()


def wait_for(said, words, times=1, seconds=180):
    end = time.monotonic() + seconds
    while sum(words in line for line in list(said)) < times:
        assert time.monotonic() < end, "".join(said)[-3000:]
        time.sleep(0.1)
