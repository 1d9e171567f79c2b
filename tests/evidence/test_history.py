"""What was known of each lead when it was decided on: nothing told later counts, and nothing that is the outcome."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Any

import duckdb
import numpy as np
import psycopg
import pyarrow as pa
import pytest

from leadpact.evidence.history_examples import History, read
from leadpact.evidence.history_leaks import sifted
from leadpact.evidence.learning import learn
from leadpact.evidence.learning_rows import rows
from leadpact.evidence.source import Source, on_connection
from leadpact.rules.criteria import compile_condition
from leadpact.rules.facts import COLUMNS, Fact
from leadpact.rules.lead import seen
from leadpact.rules.terms import FIELDS
from tests.evidence.company import DAY, HOUR, START, create_table, row_of, sqlite_source

LEADS = 260
AS_OF = START + (LEADS + 300) * DAY


def told(*, is_handed: bool = True) -> list[dict[str, Any]]:
    """Leads with every trap: a field that is the outcome, one told later, one mended, one that names each lead."""
    draw = np.random.default_rng(4)
    facts: list[dict[str, Any]] = []

    def tell(kind: str, lead: int, when: int, **more: Any) -> None:
        facts.append({"kind": kind, "lead_id": lead, "occurred_s": when, **more})

    def describe(lead: int, when: int, field: str, code: str, **more: Any) -> None:
        number = {"value_number": float(code)} if code.isdigit() else {}
        tell("described", lead, when, field=field, value_code=code, side="buyer", **number, **more)

    for lead in range(1, LEADS + 1):
        day = START + lead * DAY
        is_big = bool(draw.random() < 0.5)
        is_won = bool(draw.random() < (0.7 if is_big else 0.2))
        tell("captured", lead, day, source="fair" if lead % 3 else "web", side="buyer")
        describe(lead, day, "employees", str(int(draw.integers(200, 400)) if is_big else int(draw.integers(1, 100))))
        describe(lead, day, "verdict", "yes" if is_won else "no")
        describe(lead, day, "ticket", f"t{lead}")
        describe(lead, day, "region", "all")
        if is_won:
            describe(lead, day, "contract", "signed")
        if lead % 2:
            tell("page_view", lead, day + HOUR, field="pricing", side="buyer")
        if is_handed:
            tell("handed_over", lead, day + 3 * HOUR, points=40 + lead % 7, side="marketing")
        else:
            tell("call", lead, day + 3 * HOUR, side="sales", value_code="no_answer")
        describe(lead, day + 4 * HOUR, "employees", "9999")
        describe(lead, day + 5 * HOUR, "budget", "approved" if is_won else "none")
        tell("page_view", lead, day + 5 * HOUR, field="pricing", side="buyer")
        if is_won:
            tell("won", lead, day + 20 * DAY, side="sales")
    tell("captured", 900, AS_OF - 5 * DAY, source="web", side="buyer")
    tell("handed_over", 900, AS_OF - 4 * DAY, side="marketing")
    facts.sort(key=lambda fact: fact["occurred_s"])
    for seq, fact in enumerate(facts, 1):
        fact["seq"] = seq
    return facts


def history(source: Source, **more: Any) -> History:
    return read(source, as_of_s=AS_OF, horizons=(180,), fields=FIELDS, **more)


def duckdb_source(facts: list[dict[str, Any]]) -> Source:
    """DuckDB with the facts in a table, put in as one: row by row takes minutes."""
    columns = zip(*(row_of(fact) for fact in facts), strict=True)
    told_facts = pa.table({column.name: list(own) for column, own in zip(COLUMNS, columns, strict=True)})
    connection = duckdb.connect()
    connection.execute(create_table())
    connection.register("told_facts", told_facts)
    connection.execute("insert into facts select * from told_facts")
    return on_connection(connection, "duckdb")


def plain(found: History) -> list[Any]:
    return [(each.name, each.rises, sorted(each.names), known(each)) for each in found.examples.attributes] + [
        found.examples.ids.tolist(),
        found.examples.won.tolist(),
        dict(found.late),
        found.is_handed,
        str(found.given.tolist()),
    ]


def known(each: Any) -> list[Any]:
    if each.numbers is not None:
        return [None if np.isnan(value) else value for value in each.numbers.tolist()]
    return [None if level < 0 else each.names[level] for level in each.levels.tolist()]


def test_only_what_was_known_at_the_hand_off_counts() -> None:
    found = history(sqlite_source(told()))
    assert found.is_handed
    assert len(found.examples.won) == LEADS
    by_name = {each.name: each for each in found.examples.attributes}
    assert "field:budget" not in by_name
    assert max(by_name["field:employees"].numbers) < 400
    views = by_name["touches:page_view::90"].numbers
    assert views.tolist() == [float(lead % 2) for lead in found.examples.ids]
    assert by_name["field:source"].names == ("fair", "web")
    assert found.late["budget"] == (LEADS, int(found.examples.won.sum()))
    assert found.given.tolist() == [40 + lead % 7 for lead in found.examples.ids]


def test_what_gives_the_outcome_away_is_refused_with_its_reason() -> None:
    kept, left = sifted(history(sqlite_source(told())))
    reasons = {each.name: (each.reason, each.is_leak) for each in left}
    won = int(kept.won.sum())
    assert reasons["field:budget"] == (
        f"First told of {LEADS:,} leads only after it was handed over; {won:,} of them were won.",
        True,
    )
    assert reasons["field:contract"] == (
        f"Known for {won:,} leads, {won:,} of which were won: it is filled in when a lead is won.",
        True,
    )
    assert reasons["field:verdict"][1]
    assert "it is the outcome written down" in reasons["field:verdict"][0]
    assert reasons["field:ticket"] == (
        f"Nearly every lead has a value of its own ({LEADS} values for {LEADS} leads): it names leads.",
        False,
    )
    assert reasons["field:region"] == ("It is the same for every lead.", False)
    assert {each.name for each in kept.attributes} == {
        "field:employees",
        "field:source",
        "touches:page_view::90",
    }


def test_leads_that_were_never_handed_over_are_seen_before_sales_began() -> None:
    found = history(sqlite_source(told(is_handed=False)))
    assert not found.is_handed
    by_name = {each.name: each for each in found.examples.attributes}
    assert max(by_name["field:employees"].numbers) < 400
    assert "field:budget" not in by_name
    assert int(found.examples.won.sum()) > 50


def test_a_fact_told_after_the_hand_off_changes_nothing() -> None:
    facts = told()
    more = [*facts, {
        "seq": len(facts) + 1, "kind": "described", "lead_id": 7, "occurred_s": START + 7 * DAY, "field": "employees",
        "value_code": "5", "value_number": 5.0, "recorded_s": START + 9 * DAY,
    }]  # fmt: skip
    assert plain(history(sqlite_source(more))) == plain(history(sqlite_source(facts)))


@pytest.mark.parametrize("is_handed", [True, False])
def test_engines_say_the_same(is_handed: bool) -> None:
    facts = told(is_handed=is_handed)
    assert plain(history(duckdb_source(facts))) == plain(history(sqlite_source(facts)))


def test_postgres_says_the_same(postgres_url: str) -> None:
    facts = told()
    with closing(psycopg.connect(postgres_url)) as connection, connection.cursor() as cursor:
        cursor.execute(create_table().replace("create table facts", "create temporary table history_facts"))
        marks = ", ".join(["%s"] * len(row_of(facts[0])))
        cursor.executemany(f"insert into history_facts values ({marks})", [row_of(fact) for fact in facts])
        found = history(on_connection(connection, "postgres", "history_facts"))
    assert plain(found) == plain(history(sqlite_source(facts)))


def test_rows_hold_for_just_the_leads_of_their_bins() -> None:
    facts = told()
    found = history(sqlite_source(facts))
    kept, _left = sifted(found)
    table = learn(kept)
    made = rows(table, found.asks)
    assert made
    holds: dict[int, Callable[..., bool | None]] = {at: compile_condition(row.when) for at, row in enumerate(made)}
    points = table.points(kept.attributes, len(kept.won))
    for place, lead in enumerate(kept.ids[:60].tolist()):
        own = [
            Fact(**{"side": "system", "recorded_s": fact["occurred_s"], "id": str(fact["seq"]), **fact})
            for fact in facts
            if fact["lead_id"] == lead
        ]
        moment = int(kept.moments[place])
        looked = seen(own, moment)
        assert sum(made[at].points for at, each in holds.items() if each(looked, moment)) == points[place]
    assert all(row.because.startswith(f"{row.won:,} of {row.leads:,} leads with it were won") for row in made)
