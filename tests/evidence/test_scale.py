"""The work of a query grows with the facts, not with their square: SQLite's own steps are counted."""

from __future__ import annotations

import pytest

from leadpact.evidence.catalogue import MEASURES
from leadpact.evidence.measure import sql_values
from leadpact.evidence.source import on_connection
from tests.evidence.company import AS_OF, sqlite_connection
from tests.evidence.measures.beside import everything


def steps(connection, query, values):
    """How many thousands of SQLite's steps a query takes."""
    counted = [0]

    def one_more():
        counted[0] += 1

    connection.set_progress_handler(one_more, 1000)
    on_connection(connection, "sqlite").rows(query.build, {name: values[name] for name in query.needs})
    connection.set_progress_handler(None, 0)
    return counted[0]


@pytest.fixture(scope="module")
def connections():
    return [sqlite_connection(everything(copies, copies)) for copies in (40, 160)]


@pytest.mark.parametrize(
    ("measure", "query"), [(name, query.name) for name, measure in MEASURES.items() for query in measure.queries]
)
def test_four_times_the_facts_take_four_times_the_steps(connections, measure, query):
    declared = MEASURES[measure]
    values = sql_values(declared.checked({"as_of_s": AS_OF}))
    found = next(q for q in declared.queries if q.name == query)
    few, many = (steps(connection, found, values) for connection in connections)
    assert 3 < many / few < 5.5
