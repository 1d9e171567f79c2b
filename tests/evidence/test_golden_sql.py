"""The SQL of each measure, kept as files so that every change of it is seen. ``LEADPACT_GOLDEN=write`` renews them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from leadpact.evidence.catalogue import MEASURES
from leadpact.evidence.source import compiled_query

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "sql"
WINDOWED = {"attribution": (" OVER (",)}
"""What a measure uses beyond the dialect: which touch came before another cannot be told without a window."""
DIALECTS = ("sqlite", "postgres", "duckdb")


def sql_of(measure, dialect):
    parts = (
        f"-- {query.name}\n{compiled_query(query.build, query.needs, dialect).text}\n" for query in measure.queries
    )
    return "\n".join(parts)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", list(MEASURES))
def test_sql_is_as_kept(name, dialect):
    path = GOLDEN / f"{name}.{dialect}.sql"
    found = sql_of(MEASURES[name], dialect)
    if os.environ.get("LEADPACT_GOLDEN") == "write":
        path.write_text(found)
    assert found == path.read_text()


def test_no_file_without_a_measure():
    assert {path.name for path in GOLDEN.iterdir()} == {f"{name}.{d}.sql" for name in MEASURES for d in DIALECTS}


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", list(MEASURES))
def test_sql_keeps_to_the_portable_dialect(name, dialect):
    found = sql_of(MEASURES[name], dialect).upper()
    refused = (
        " OVER (",
        "EXTRACT(",
        "STRFTIME",
        "PERCENTILE",
        "MEDIAN(",
        "IS NULL",
        "OCCURRED_AT",
        "PAYLOAD",
        "JSON",
        "FLOOR(",
    )
    assert [word for word in refused if word in found and word not in WINDOWED.get(name, ())] == []


def test_a_query_is_compiled_once_per_dialect():
    query = MEASURES["funnel"].queries[0]
    assert compiled_query(query.build, query.needs, "sqlite") is compiled_query(query.build, query.needs, "sqlite")


def test_a_value_that_is_not_used_is_refused():
    with pytest.raises(ValueError, match="does not use until_s"):
        compiled_query(lambda table, p: table.filter(table.seq > p["as_of_s"]), ("as_of_s", "until_s"), "sqlite")
