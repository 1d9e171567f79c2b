"""What several queries share is computed once where the engine keeps it, and gives the same rows."""

import duckdb
import pytest

from leadpact.evidence.catalogue import ask
from leadpact.evidence.copy_source import KeepingSource
from leadpact.evidence.source import Source
from leadpact.rules.facts import COLUMNS
from tests.evidence.company import AS_OF, DAY, company, create_table, row_of


@pytest.fixture
def engine():
    connection = duckdb.connect()
    connection.execute(create_table())
    marks = ", ".join("?" * len(COLUMNS))
    connection.executemany(f"insert into facts values ({marks})", [row_of(fact) for fact in company(2)])
    ran = []

    def run(sql):
        ran.append(sql)
        return connection.execute(sql).fetchall()

    return run, ran


def test_measures_share_what_they_have_in_common(engine):
    run, ran = engine
    want = {name: ask(name, Source("duckdb", run), as_of_s=AS_OF).to_json() for name in ("funnel", "source_quality")}
    ran.clear()
    source = KeepingSource("duckdb", run)
    assert {name: ask(name, source, as_of_s=AS_OF).to_json() for name in want} == want
    made = [sql.split(" AS ")[0] for sql in ran if sql.startswith("CREATE")]
    assert made == [f"CREATE OR REPLACE TEMP TABLE shared_{place}" for place in range(3)]  # merges, origins, stories
    assert sum('FROM "facts"' in sql for sql in ran) == 4  # the funnel also reads which hand-overs were to try out


def test_another_snapshot_is_another_table(engine):
    run, _ = engine
    source = KeepingSource("duckdb", run)
    for as_of_s in (AS_OF, AS_OF - 50 * DAY):
        want = ask("source_quality", Source("duckdb", run), as_of_s=as_of_s).to_json()
        assert ask("source_quality", source, as_of_s=as_of_s).to_json() == want
    assert list(source.held.values()) == [f"shared_{place}" for place in range(6)]
