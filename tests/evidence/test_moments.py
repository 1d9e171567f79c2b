"""The moment each lead is judged at is the same on every engine as told plainly."""

from __future__ import annotations

import pytest

from leadpact.evidence.moments import gates, moments
from leadpact.evidence.tables import FACT_STEP
from tests.evidence.company import at, company
from tests.evidence.histories import AS_OF, ENGINES, history, moments_of


def asked(table, p):
    return moments(table, p["as_of_s"])


def asked_gates(table, p):
    return gates(table, p["as_of_s"])


def told(rows):
    return {
        row["lead_id"]: (
            row["own_id"],
            divmod(row["hand_key"], FACT_STEP),
            *(row[name] for name in ("hand_s", "heard_s", "is_passed", "is_handed")),
        )
        for row in rows
    }


@pytest.mark.parametrize(
    ("engine", "seed"),
    [
        ("sqlite", 0), ("duckdb", 1),
        *(pytest.param(engine, seed, marks=pytest.mark.measures) for engine in ENGINES for seed in range(2, 12)),
    ],
)  # fmt: skip
def test_moments_are_those_told_plainly(engine, seed):
    facts = history(seed)
    rows = ENGINES[engine](facts).rows(asked, {"as_of_s": AS_OF})
    assert told(rows) == moments_of(facts)
    assert len(rows) == len(moments_of(facts))


def test_moments_of_the_company_of_thirteen():
    rows = {row["lead_id"]: row for row in ENGINES["sqlite"](company()).rows(asked, {"as_of_s": at(100)})}
    # Passed: at the first gate, with what its fact says; lead 10 was handed over and then merged into lead 1.
    assert [rows[1][name] for name in ("hand_s", "is_passed", "is_handed", "points")] == [at(1), 1, 1, -1_000_000]
    assert [rows[2][name] for name in ("hand_s", "is_passed", "is_handed", "points")] == [at(2), 1, 1, 70]
    # Never handed over: when something was last learned of it, but for what came after its end.
    assert [rows[5][name] for name in ("hand_s", "is_passed", "is_handed")] == [at(1), 0, 0]
    assert rows[12]["hand_s"] == at(95)
    assert 10 not in rows
    assert 13 not in rows


def test_gates_are_the_qualified_facts():
    facts = [
        {"seq": 1, "kind": "captured", "lead_id": 1, "occurred_s": at(0)},
        {"seq": 2, "kind": "qualified", "lead_id": 1, "occurred_s": at(1), "points": 62, "pact_version": 1},
        {"seq": 3, "kind": "handed_over", "lead_id": 1, "occurred_s": at(2), "points": 62, "pact_version": 1},
        {"seq": 4, "kind": "qualified", "lead_id": 1, "occurred_s": at(9), "points": 80, "pact_version": 2},
    ]
    rows = ENGINES["sqlite"](facts).rows(asked_gates, {"as_of_s": at(50)})
    assert [(row["hand_s"], row["points"], row["version"]) for row in rows] == [(at(1), 62, 1), (at(9), 80, 2)]
