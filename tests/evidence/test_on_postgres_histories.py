"""Random companies on PostgreSQL: its measures are what the second hand counts and what DuckDB answers to the letter,
and its moments, points and gates those of each lead at hand.
"""

from __future__ import annotations

import psycopg
import pytest

from leadpact.evidence.catalogue import MEASURES, ask
from leadpact.evidence.source import on_connection
from leadpact.rules.facts import COLUMNS
from tests.evidence import histories, made_company
from tests.evidence.company import DAY, create_table, row_of
from tests.evidence.second_hand_chosen import in_period
from tests.evidence.second_hand_facts import counting_room
from tests.evidence.test_moments import asked, told
from tests.evidence.test_scores import WIDE, added_up, at_hand, in_bulk
from tests.evidence.test_scores_on_postgres import OTHER
from tests.evidence.test_second_hand import ASKED, BY_HAND, FIRST_FOUR, plain_rows, told_by_first_four
from tests.evidence.test_second_hand_chosen import BY_PERIOD, both_told
from tests.evidence.warehoused import different
from tests.prepare import postgres_folder

MANY, PIECE, BESIDE, AT_TIMES = 2_000, 50, 10, 4
"""So many seeds, of which each makes a company and a history; so many to a test; each tenth is asked of DuckDB too, each
fourth of a period.
"""

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(postgres_folder() is None, reason="PostgreSQL's server is not installed"),
]
pieces = pytest.mark.parametrize(
    "seeds",
    [
        pytest.param(range(3), id="few"),
        *(
            pytest.param(
                range(first, first + PIECE), id=str(first), marks=[pytest.mark.long, pytest.mark.timeout(1800)]
            )
            for first in range(0, MANY, PIECE)
        ),
    ],
)


@pytest.fixture(scope="module")
def postgres(postgres_url):
    """Gives a source of facts, which lie in a temporary table until the next are asked for."""
    with psycopg.connect(postgres_url) as connection:
        connection.execute(create_table().replace("create table", "create temporary table"))

        def source(facts):
            with connection.cursor() as cursor:
                cursor.execute("truncate facts")
                with cursor.copy(f"copy facts ({', '.join(each.name for each in COLUMNS)}) from stdin") as copied:
                    for fact in facts:
                        copied.write_row(row_of(fact))
            return on_connection(connection, "postgres")

        yield source


def made(seed):
    """A company of 8 to 40 leads."""
    return made_company.made_company(8 + seed % 33, seed)


def apart(ours, theirs):
    """The rows that only one side tells."""
    return [row for row in ours if row not in theirs], [row for row in theirs if row not in ours]


@pieces
def test_measures_are_what_the_second_hand_counts(postgres, seeds):
    wrong = {}
    for seed in seeds:
        facts, as_of_s = made(seed), made_company.AS_OF
        source, room = postgres(facts), counting_room(facts, as_of_s)
        for name, count in BY_HAND.items():
            result = ask(name, source, as_of_s=as_of_s, **ASKED.get(name, {}))
            for table, rows in count(room, as_of_s).items():
                ours, theirs = plain_rows(name, table, result, rows)
                if ours != theirs:
                    wrong[seed, name, table] = apart(ours, theirs)
        for name in FIRST_FOUR:
            ours, theirs = told_by_first_four(name, source, facts, as_of_s)
            if ours != theirs:
                wrong[seed, name] = apart(ours, theirs)
    assert wrong == {}


def period(seed):
    """Two to five months that end in the last two months before the snapshot, on the whole hours on which facts lie."""
    until_s = made_company.AS_OF - seed % 9 * 7 * DAY
    return until_s - (60 + seed * 37 % 90) * DAY, until_s


@pieces
def test_measures_of_a_period_are_what_the_second_hand_counts(postgres, seeds):
    wrong = {}
    for seed in seeds[::AT_TIMES]:
        facts, (since_s, until_s) = made(seed), period(seed)
        source = postgres(facts)
        left = {
            sort: in_period(facts, made_company.AS_OF, sort, since_s, until_s) for sort in set(BY_PERIOD.values())
        } | {"clock": facts}
        for name, sort in (*BY_PERIOD.items(), ("sla_keeping", "clock")):
            asked_of = both_told(source, name, left[sort], since_s=since_s, until_s=until_s)
            for table, ours, theirs in asked_of:
                if ours != theirs:
                    wrong[seed, name, table] = apart(ours, theirs)
    assert wrong == {}


@pieces
def test_measures_are_those_of_duckdb(postgres, seeds):
    wrong = {}
    for seed in seeds[::BESIDE]:
        for facts, as_of_s in ((made(seed), made_company.AS_OF), (histories.history(seed), histories.AS_OF)):
            sources = postgres(facts), histories.duckdb_source(facts)
            for name in MEASURES:
                ours, theirs = (ask(name, each, as_of_s=as_of_s, **ASKED.get(name, {})).to_json() for each in sources)
                if places := different(theirs, ours):
                    wrong[seed, name] = places
    assert wrong == {}


@pieces
def test_moments_points_and_gates_are_those_at_hand(postgres, seeds):
    wrong = {}
    for seed in seeds:
        facts = histories.history(seed)
        source = postgres(facts)
        ours, theirs = told(source.rows(asked, {"as_of_s": histories.AS_OF})), histories.moments_of(facts)
        if ours != theirs:
            wrong[seed, "moments"] = ours, theirs
        for pact in (WIDE, OTHER):
            want = at_hand(facts, pact)
            if not in_bulk(source, pact) == added_up(source, pact) == want:
                wrong[seed, "wide" if pact is WIDE else "other"] = want
    assert wrong == {}
