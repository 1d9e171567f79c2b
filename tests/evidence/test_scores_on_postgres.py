"""On PostgreSQL, through psycopg, moments, points and gates are those told plainly and those at hand."""

from __future__ import annotations

import psycopg
import pytest

from leadpact.evidence.source import on_connection
from leadpact.rules.criteria import AccountLeads, Between, ContainsWord, DaysSince, FreeMail, Known, Not
from leadpact.rules.facts import COLUMNS
from tests.evidence.company import create_table, row_of
from tests.evidence.histories import AS_OF, history, moments_of
from tests.evidence.test_moments import asked, told
from tests.evidence.test_scores import WIDE, added_up, at_hand, in_bulk
from tests.prepare import postgres_folder
from tests.rules.small_pact import good_lead, row, small_pact, small_step

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(postgres_folder() is None, reason="PostgreSQL's server is not installed"),
]
OTHER = small_pact(
    good_lead(
        row(Not(Between("employees", None, 1)), 11, "fit"),
        row(DaysSince("call", 1, 30), 30, "intent"),
        row(AccountLeads(2), 4),
        must=(Known("source"),),
        never=(FreeMail(),),
        half_life_days=0.5,
    ),
    small_step(comes_with=(("budget",),)),
    covers=Not(ContainsWord("job_title", ("head", "lead"))),
)


@pytest.fixture
def postgres(postgres_url):
    """Makes a source of facts in a temporary table."""
    with psycopg.connect(postgres_url) as connection:
        connection.execute(create_table().replace("create table", "create temporary table"))

        def source(facts):
            marks = ", ".join(["%s"] * len(COLUMNS))
            with connection.cursor() as cursor:
                cursor.executemany(f"insert into facts values ({marks})", [row_of(fact) for fact in facts])
            return on_connection(connection, "postgres")

        yield source


@pytest.mark.parametrize("seed", [21, 22])
def test_moments_are_those_told_plainly(postgres, seed):
    facts = history(seed, leads=40)
    assert told(postgres(facts).rows(asked, {"as_of_s": AS_OF})) == moments_of(facts)


@pytest.mark.parametrize("pact", [WIDE, OTHER], ids=["wide", "other"])
def test_points_and_gates_are_those_at_hand(postgres, pact):
    facts = history(23, leads=120)
    source, want = postgres(facts), at_hand(facts, pact)
    assert in_bulk(source, pact) == want
    assert added_up(source, pact) == want
