"""The measures of single companies give the same answers on DuckDB and PostgreSQL as on SQLite."""

from __future__ import annotations

import duckdb
import psycopg
import pyarrow as pa
import pytest

from leadpact.evidence.catalogue import ask
from leadpact.evidence.source import on_connection
from leadpact.rules.facts import COLUMNS
from tests.evidence.company import AS_OF, create_table, row_of, sqlite_source
from tests.evidence.measures import (
    test_acceptance,
    test_backtrack,
    test_lead_definition,
    test_loss_reasons,
    test_promises,
    test_scoring_quality,
    test_speed_to_lead,
)
from tests.evidence.measures.book import opened
from tests.prepare import postgres_folder

CASES = {
    "acceptance": (test_acceptance.small, {"criteria": test_acceptance.CRITERIA}),
    "backtrack": (test_backtrack.small, {}),
    "lead_definition": (test_lead_definition.small, {"recent_days": 30}),
    "loss_reasons": (test_loss_reasons.small, {}),
    "promises": (test_promises.small, test_promises.GIVEN),
    "scoring_quality": (lambda: test_scoring_quality.world(2, 200), {}),
    "speed_to_lead": (test_speed_to_lead.small, {"hours": test_speed_to_lead.BERLIN, "within_days": 30}),
}


def assert_same(source, name):
    facts, given = CASES[name]
    known = sqlite_source(facts())
    given = {"as_of_s": AS_OF, **given}
    want, found = ask(name, known, **given), ask(name, source, **given)
    assert found.to_json() == want.to_json()
    assert opened(found, source, given) == opened(want, known, given)


def filled(execute, many, mark, facts, kind="table"):
    execute(create_table().replace("create table", f"create {kind}"))
    marks = ", ".join([mark] * len(COLUMNS))
    many(f"insert into facts values ({marks})", [row_of(fact) for fact in facts])


@pytest.mark.parametrize("name", CASES)
def test_on_duckdb(name):
    with duckdb.connect(":memory:", config={"threads": 1}) as connection:
        connection.execute(create_table())
        rows = zip(*(row_of(fact) for fact in CASES[name][0]()), strict=True)
        columns = dict(zip((column.name for column in COLUMNS), map(list, rows), strict=True))
        connection.register("told", pa.table(columns))
        connection.execute("INSERT INTO facts SELECT * FROM told")
        assert_same(on_connection(connection, "duckdb"), name)


@pytest.mark.postgres
@pytest.mark.skipif(postgres_folder() is None, reason="PostgreSQL's server is not installed")
@pytest.mark.parametrize("name", CASES)
def test_on_postgres(postgres_url, name):
    with psycopg.connect(postgres_url) as connection, connection.cursor() as cursor:
        filled(cursor.execute, cursor.executemany, "%s", CASES[name][0](), "temporary table")
        assert_same(on_connection(connection, "postgres"), name)
