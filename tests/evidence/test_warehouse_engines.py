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

import pytest

from leadpact.evidence.warehouse import WarehouseRefused, warehouse
from tests.evidence.company import sqlite_source
from tests.evidence.warehoused import COMPANIES, FILTERED, differences, different, told, write_copy

pytestmark = [pytest.mark.long, pytest.mark.timeout(1500), pytest.mark.filterwarnings("ignore")]
needs_spark = pytest.mark.skipif(
    find_spec("pyspark") is None or shutil.which("java") is None,
    reason="Spark's driver or Java is not installed: pip install '.[spark]', Java 17 or later",
)
needs_clickhouse = pytest.mark.skipif(
    find_spec("chdb") is None or find_spec("clickhouse_connect") is None,
    reason="ClickHouse is not installed: pip install '.[clickhouse-local]'",
)
SMALL = "&spark.sql.shuffle.partitions=1&spark.default.parallelism=1"


@pytest.fixture(scope="module", params=list(COMPANIES))
def company(request, tmp_path_factory):
    """A folder with our copy of a company, and SQLite with the same facts."""
    folder = tmp_path_factory.mktemp("copy")
    with pytest.MonkeyPatch.context() as patched:
        write_copy(folder, COMPANIES[request.param], patched)
    return folder, sqlite_source(COMPANIES[request.param])


@needs_clickhouse
def test_clickhouse(company):
    folder, sqlite = company
    with warehouse(f"clickhouse:local?folder={folder}") as source:
        assert differences(sqlite, source) == {}


@needs_clickhouse
def test_filters_hold_on_clickhouse(company):
    folder, sqlite = company
    with warehouse(f"clickhouse:local?folder={folder}") as source:
        assert different(told("funnel", sqlite, FILTERED), told("funnel", source, FILTERED)) == []


@needs_spark
def test_spark(company):
    folder, sqlite = company
    with warehouse(f"spark:local[2]?folder={folder}{SMALL}") as source:
        assert differences(sqlite, source) == {}


@needs_spark
def test_spark_on_a_cluster(company):
    folder, sqlite = company
    with cluster() as master, warehouse(f"{master}?folder={folder}{SMALL}&spark.executor.memory=512m") as source:
        assert differences(sqlite, source) == {}


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
