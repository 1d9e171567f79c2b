"""PostgreSQL by its address: the same rows of every measure, and what is wrong with a table."""

from __future__ import annotations

import psycopg
import pytest

from leadpact.evidence.catalogue import MEASURES
from leadpact.evidence.warehouse import WarehouseRefused, warehouse
from leadpact.rules.facts import COLUMNS
from tests.evidence.company import create_table, row_of, sqlite_source
from tests.evidence.warehoused import COMPANIES, FILTERED, different, told
from tests.prepare import postgres_folder

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(postgres_folder() is None, reason="PostgreSQL's server is not installed"),
]


@pytest.fixture(scope="module")
def postgres(postgres_url):
    """The address of a server with a table of facts, an empty one, and a wrong one."""
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS crm CASCADE")
        connection.execute("CREATE SCHEMA crm")
        connection.execute(create_table().replace("create table facts", "create table crm.facts"))
        connection.execute("CREATE TABLE crm.empty (LIKE crm.facts)")
        connection.execute("CREATE VIEW crm.wrong AS SELECT seq, id, kind, occurred_s::text FROM crm.facts")
        marks = ", ".join(["%s"] * len(COLUMNS))
        with connection.cursor() as cursor:
            rows = [row_of(fact) for fact in COMPANIES["hand"]]
            cursor.executemany(f"insert into crm.facts values ({marks})", rows)
    yield postgres_url + ("&" if "?" in postgres_url else "?") + "table="
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA crm CASCADE")


@pytest.fixture(scope="module")
def asked(postgres):
    """The warehouse, and SQLite with the same facts."""
    with warehouse(f"{postgres}crm.facts") as source:
        yield source, sqlite_source(COMPANIES["hand"])


@pytest.mark.parametrize("name", list(MEASURES))
def test_all_measures_give_the_same_rows(asked, name):
    source, sqlite = asked
    assert different(told(name, sqlite), told(name, source)) == []


def test_filters_hold_there_too(asked):
    source, sqlite = asked
    assert told("funnel", source, FILTERED) == told("funnel", sqlite, FILTERED)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("crm.none", "there is no table crm.none"),
        ("crm.empty", "the table crm.empty holds no facts yet"),
        ("crm.wrong", "- occurred_s: found text; expected a whole number of 64 bits\n- occurred_month: missing"),
    ],
)
def test_a_wrong_table_is_explained(postgres, table, says):
    with pytest.raises(WarehouseRefused) as raised, warehouse(postgres + table):
        pass
    assert says in str(raised.value)


def test_nothing_can_be_written(postgres):
    with warehouse(f"{postgres}crm.facts") as source, pytest.raises(WarehouseRefused, match="read-only"):
        source.run("DELETE FROM crm.facts")
