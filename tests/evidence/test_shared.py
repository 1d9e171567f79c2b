"""What several queries share is computed once where the engine keeps it, and gives the same rows."""

import duckdb
import ibis
import pytest

from leadpact.evidence.catalogue import ask
from leadpact.evidence.copy_source import KeepingSource
from leadpact.evidence.shared import made_once, one_query
from leadpact.evidence.source import Source
from leadpact.evidence.tables import facts_table
from leadpact.rules.facts import COLUMNS
from tests.evidence.company import AS_OF, DAY, company, create_table, row_of
from tests.evidence.histories import AS_OF as AS_OF_HISTORY
from tests.evidence.histories import duckdb_source, history


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
    # Merges, origins, deals, stories and what sales took.
    assert made == [f"CREATE OR REPLACE TEMP TABLE shared_{place}" for place in range(5)]
    assert sum('FROM "facts"' in sql for sql in ran) == 6  # the funnel also reads which hand-overs were to try out


def test_another_snapshot_is_another_table(engine):
    run, _ = engine
    source = KeepingSource("duckdb", run)
    for as_of_s in (AS_OF, AS_OF - 50 * DAY):
        want = ask("source_quality", Source("duckdb", run), as_of_s=as_of_s).to_json()
        assert ask("source_quality", source, as_of_s=as_of_s).to_json() == want
    assert list(source.held.values()) == [f"shared_{place}" for place in range(8)]


def test_a_period_leaves_rows_out_early_where_nothing_lasts(engine):
    """A table of all time would be made for this one question."""
    run, ran = engine
    since_s = AS_OF - 50 * DAY
    want = ask("source_shares", Source("duckdb", run), as_of_s=AS_OF, since_s=since_s).to_json()
    ran.clear()
    assert ask("source_shares", KeepingSource("duckdb", run), as_of_s=AS_OF, since_s=since_s).to_json() == want
    assert sum(sql.startswith("CREATE") and str(since_s) in sql for sql in ran) == 1


SOME_LEADS = (
    ("readiness", {}), ("success_review", {}), ("attribution", {}), ("attribution", {"level": "account"}),
)  # fmt: skip
"""Measures that look at the facts of some leads alone where tables are kept."""


@pytest.mark.parametrize(("name", "more"), SOME_LEADS)
def test_facts_of_some_leads_are_those_that_count_for_them(name, more):
    """Also what was told of leads that were merged into them, some of which were merged before."""
    rows = 0
    for seed in range(12):
        facts = closing(history(seed))
        plain = duckdb_source(facts)
        want = ask(name, plain, as_of_s=AS_OF_HISTORY, **more).to_json()
        assert (
            ask(name, KeepingSource("duckdb", plain.run, keeps="TABLE"), as_of_s=AS_OF_HISTORY, **more).to_json()
            == want
        )
        rows += len(want["rows"])
    assert rows


def test_what_is_counted_step_by_step_is_the_same():
    """As of very large copies; each step is a table, which others need."""
    for seed in range(12):
        plain = duckdb_source(closing(history(seed)))
        want = ask("persistence", plain, as_of_s=AS_OF_HISTORY).to_json()
        source = KeepingSource("duckdb", plain.run, keeps="TABLE", in_steps=True)
        assert ask("persistence", source, as_of_s=AS_OF_HISTORY).to_json() == want
        assert len(source.held) == 10


def closing(facts):
    """The facts, with a deal won or lost for each lead, also for those that are merged: so that all of them count."""
    last = max(fact["seq"] for fact in facts)
    leads = sorted({fact["lead_id"] for fact in facts if fact["kind"] == "captured"})
    closed = [
        {
            **blank, "kind": "won" if lead % 2 else "lost", "lead_id": lead, "occurred_s": AS_OF_HISTORY - 60 * place,
            "recorded_s": AS_OF_HISTORY, "seq": last + place, "id": f"closed-{place}", "account_id": lead % 3 or None,
        }
        for place, lead in enumerate(leads, 1)
        for blank in [dict.fromkeys(facts[0])]
    ]  # fmt: skip
    return [*facts, *closed]


def test_what_one_query_asks_for_again_is_made_once():
    made = []

    @made_once
    def build(table, values):
        made.append(values)
        return table.count()

    facts, other = facts_table(), facts_table("crm.facts")
    marked = {"as_of_s": ibis.literal(1, "int64")}
    with one_query():
        first = build(facts, marked)
        assert build(facts_table(), dict(marked)) is first
        assert build(facts, {"as_of_s": ibis.literal(2, "int64")}) is not first
        assert build(other, marked) is not first
    assert len(made) == 3
    with one_query():
        build(facts, marked)
    build(facts, marked)
    build(facts, marked)
    assert len(made) == 6
