"""Every measure gives the same rows of a warehouse; what is wrong with one is said at once and without a password."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import duckdb
import pyarrow.parquet as pq
import pytest

from leadpact.evidence.catalogue import MEASURES
from leadpact.evidence.copy_parts import table_of
from leadpact.evidence.warehouse import WarehouseRefused, is_address, warehouse
from leadpact.evidence.warehouse_address import address
from tests.evidence.company import create_table, row_of, sqlite_source
from tests.evidence.warehoused import COMPANIES, FILTERED, copied, different, told, write_copy, write_wrong

FEW = ("funnel", "source_quality", "loss_reasons")


def write_file(place, facts):
    pq.write_table(table_of([copied(fact) for fact in facts]), place)


def write_duckdb(place, facts, schema="main"):
    with duckdb.connect(str(place)) as connection:
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
        connection.register("arrow_facts", table_of([copied(fact) for fact in facts]))
        connection.execute(f"CREATE TABLE {schema}.facts AS SELECT * FROM arrow_facts")


def write_sqlite(place, facts):
    with closing(sqlite3.connect(place)) as connection:
        connection.execute(create_table())
        marks = ", ".join("?" * len(row_of(facts[0])))
        connection.executemany(f"insert into facts values ({marks})", (row_of(fact) for fact in facts))
        connection.commit()


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """Addresses of the hand company in each engine that needs nothing more, and of the simulated one in DuckDB."""
    folder = tmp_path_factory.mktemp("warehouses")
    hand = COMPANIES["hand"]
    write_duckdb(folder / "hand.duckdb", hand)
    write_duckdb(folder / "named.duckdb", hand, "crm")
    write_duckdb(folder / "simulated.duckdb", COMPANIES["simulated"])
    write_sqlite(folder / "hand.sqlite3", hand)
    (folder / "plain").mkdir()
    write_file(folder / "plain" / "a.parquet", hand[:50])
    write_file(folder / "plain" / "b.parquet", hand[50:])
    with pytest.MonkeyPatch.context() as patched:
        write_copy(folder / "copy", hand, patched)
    return {
        "duckdb": ("hand", f"duckdb:{folder}/hand.duckdb"),
        "named": ("hand", f"duckdb:{folder}/named.duckdb?table=crm.facts"),
        "duckdb, simulated": ("simulated", f"duckdb:{folder}/simulated.duckdb"),
        "sqlite": ("hand", f"sqlite:{folder}/hand.sqlite3"),
        "parquet, files": ("hand", f"parquet:{folder}/plain"),
        "parquet, our copy": ("hand", f"parquet:{folder}/copy"),
    }


@pytest.fixture(scope="module", params=["duckdb", "duckdb, simulated"])
def asked(request, places):
    """A warehouse, and SQLite with the same facts."""
    company, where = places[request.param]
    with warehouse(where) as source:
        yield source, sqlite_source(COMPANIES[company])


@pytest.mark.parametrize("name", list(MEASURES))
def test_all_measures_give_the_same_rows(asked, name):
    source, sqlite = asked
    assert different(told(name, sqlite), told(name, source)) == []


@pytest.mark.parametrize("place", ["named", "sqlite", "parquet, files", "parquet, our copy"])
def test_other_forms_of_a_table_hold_the_same_facts(places, place):
    company, where = places[place]
    sqlite = sqlite_source(COMPANIES[company])
    with warehouse(where) as source:
        found = {name: different(told(name, sqlite), told(name, source)) for name in FEW}
    assert found == {name: [] for name in FEW}


@pytest.mark.parametrize("place", ["named", "parquet, our copy"])
def test_filters_hold_there_too(places, place):
    with warehouse(places["sqlite"][1]) as source:
        expected = told("funnel", source, FILTERED)
    with warehouse(places[place][1]) as source:
        assert told("funnel", source, FILTERED) == expected


def refused(where):
    with pytest.raises(WarehouseRefused) as raised, warehouse(where):
        pass
    return str(raised.value)


def test_all_that_is_wrong_with_a_table_is_said_at_once(tmp_path):
    write_wrong(tmp_path / "wrong.parquet")
    assert refused(f"parquet:{tmp_path}") == (
        f"parquet:{tmp_path}, table facts: 3 columns are not as measures need:\n"
        "- lead_id: missing (is it LEAD?); expected a whole number of 64 bits\n"
        "- points: missing; expected a whole number of 32 bits\n"
        "- due_s: found VARCHAR; expected a whole number of 64 bits\n"
        "docs/reference/facts.md describes all of them. A view that renames and casts will do: ?table=its_name"
    )


def test_a_wrong_table_of_a_file_is_explained(tmp_path):
    with closing(sqlite3.connect(tmp_path / "wrong.sqlite3")) as connection:
        connection.execute(create_table().replace("due_s bigint", "due_s text").replace("points integer, ", ""))
        connection.commit()
    with duckdb.connect(str(tmp_path / "wrong.duckdb")) as connection:
        write_wrong(tmp_path / "wrong.parquet")
        connection.execute(f"CREATE TABLE facts AS SELECT * FROM '{tmp_path}/wrong.parquet'")
    for where, found in (("sqlite:{}/wrong.sqlite3", "text"), ("duckdb:{}/wrong.duckdb", "varchar")):
        said = refused(where.format(tmp_path)).lower()
        assert "- points: missing; expected a whole number of 32 bits" in said
        assert f"- due_s: found {found}; expected a whole number of 64 bits" in said
        assert "a view that renames and casts will do: ?table=its_name" in said


def test_a_table_without_facts_and_one_in_milliseconds_are_refused(tmp_path):
    first = COMPANIES["hand"][0]
    pq.write_table(table_of([]), tmp_path / "facts.parquet")
    assert "holds no facts yet" in refused(f"parquet:{tmp_path}")
    late = {**first, "recorded_s": first["occurred_s"] * 1000}
    pq.write_table(table_of([copied(late)]), tmp_path / "facts.parquet")
    assert f"recorded_s is {late['recorded_s']}; expected seconds" in refused(f"parquet:{tmp_path}")


def test_facts_that_lack_what_each_needs_or_came_twice_are_refused(tmp_path):
    """Of either, measures would count others than there are, and nobody would see it."""
    facts = COMPANIES["hand"]
    many, name = len(facts), str(tmp_path / "facts.duckdb")
    write_duckdb(tmp_path / "facts.duckdb", facts)
    with duckdb.connect(name) as connection:
        connection.execute("CREATE TABLE twice AS SELECT * FROM facts UNION ALL SELECT * FROM facts")
        kind = "CASE WHEN seq BETWEEN 3 AND 4 THEN NULL ELSE kind END AS kind"
        at = "CASE WHEN seq = 9 THEN NULL ELSE occurred_s END AS occurred_s"
        connection.execute(f"CREATE VIEW lacking AS SELECT * REPLACE ({kind}, {at}) FROM facts")
    said = refused(f"duckdb:{name}?table=lacking")
    assert f"has facts without kind (2), occurred_s (1); each of the {many:,} needs them" in said
    said = refused(f"duckdb:{name}?table=twice")
    assert f"holds {2 * many:,} facts, but seq runs from 1 to {many} only, so some came twice" in said


def test_what_is_not_there_is_said(tmp_path, places):
    assert f"there is no folder {tmp_path}/none" in refused(f"parquet:{tmp_path}/none")
    assert "there is no file *.parquet" in refused(f"parquet:{tmp_path}")
    assert "there is no file" in refused(f"duckdb:{tmp_path}/none.duckdb")
    (tmp_path / "no.duckdb").write_text("not a database")
    assert "no.duckdb" in refused(f"duckdb:{tmp_path}/no.duckdb")
    write_duckdb(tmp_path / "facts.duckdb", COMPANIES["hand"][:2])
    for table in ("nothing", "crm.facts", "other.main.nothing"):
        said = refused(f"duckdb:{tmp_path}/facts.duckdb?table={table}")
        assert f"there is no table {table}; there are: facts. Name the one that holds the facts: ?table=" in said
    assert f"name the folder that holds it: {tmp_path}" in refused(f"parquet:{tmp_path}/facts.duckdb")
    assert "there is no table nothing" in refused(places["sqlite"][1] + "?table=nothing")


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("mysql://host/db", "No engine is called mysql"),
        ("duckdb:", "ends too early"),
        ("duckdb:a.duckdb?tabel=x", "there is no option tabel; there are: table"),
        ("parquet:folder?table=facts; drop table x", "expected the name of a table"),
        ("postgres://me:se/cret@host/db", "write @ as %40"),
        ("postgres://me:s3cret@127.0.0.1:1/db", "postgres://me:***@127.0.0.1:1/db"),
        ("postgres://127.0.0.1:1/db?password=s3cret", "127.0.0.1"),
        ("postgres://me:s3cret@127.0.0.1:1/db?sslmode=s3cret", "***"),
    ],
)
def test_a_wrong_address_is_explained_without_its_password(where, says):
    said = refused(where)
    assert says in said
    assert "s3cret" not in said
    assert "se/cret" not in said


def test_an_address_is_told_from_a_source_of_leads():
    assert [is_address(text) for text in ("web", "trade-fair", "parquet:x", "PostgreSQL://h/d", "mysql://h/d")] == [
        False,
        False,
        True,
        True,
        True,
    ]
    read = address("PostgreSQL://me:p%40ss@host/db?table=crm.facts&sslmode=require")
    assert (read.engine, read.place, read.table, read.query) == (
        "postgres", "//me:p%40ss@host/db", "crm.facts", "?sslmode=require",
    )  # fmt: skip
    assert read.shown == "postgres://me:***@host/db"
    assert read.hidden("p@ss and p%40ss") == "*** and ***"
