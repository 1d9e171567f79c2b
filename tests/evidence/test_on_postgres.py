"""The same measures on PostgreSQL, through psycopg, give the same answers as on SQLite."""

from __future__ import annotations

import psycopg
import pytest

from leadpact.evidence.catalogue import MEASURES, ask
from leadpact.evidence.source import on_connection
from leadpact.rules.facts import COLUMNS
from tests.evidence.asked import GIVEN
from tests.evidence.company import AS_OF, create_table, row_of, sqlite_source
from tests.evidence.measures.beside import everything
from tests.prepare import postgres_folder


def facts():
    """Twelve companies, and small ones of each kind beside."""
    return everything(12, 2)


pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(postgres_folder() is None, reason="PostgreSQL's server is not installed"),
]


@pytest.fixture(scope="module")
def postgres(postgres_url):
    """These companies in a temporary table."""
    with psycopg.connect(postgres_url) as connection:
        connection.execute(create_table().replace("create table", "create temporary table"))
        marks = ", ".join(["%s"] * len(COLUMNS))
        with connection.cursor() as cursor:
            cursor.executemany(f"insert into facts values ({marks})", [row_of(fact) for fact in facts()])
        yield on_connection(connection, "postgres")


@pytest.fixture(scope="module")
def sqlite():
    return sqlite_source(facts())


@pytest.mark.parametrize("name", list(MEASURES))
def test_answers_equal_those_of_sqlite(postgres, sqlite, name):
    given = {"as_of_s": AS_OF, **GIVEN.get(name, {})}
    want = ask(name, sqlite, **given).to_json()
    assert ask(name, postgres, **given).to_json() == want
    assert want["rows"]


def test_bucketed_curve_on_postgres(postgres, sqlite, monkeypatch):
    from leadpact.evidence.measures import sla_keeping

    monkeypatch.setattr(sla_keeping, "MOST_RAW", 1)
    want = ask("sla_keeping", sqlite, as_of_s=AS_OF).to_json()
    assert ask("sla_keeping", postgres, as_of_s=AS_OF).to_json() == want
