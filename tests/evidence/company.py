"""A company of thirteen leads, small enough to count by hand, and a table of facts to put any company in.

Day 0 is 2026-01-01 00:00 UTC; the snapshot is day 100 (2026-04-11). What each lead is there for:

 1  web, score 85: qualified, handed over, second call answered, accepted, deal, won on day 20
 2  web, score 70: two calls, the first one late, then given up
 3  web, score 50: handed over, never touched (a call was made in time, but recorded after the snapshot)
 4  web, score 45: young, its clock is still running
 5  web: disqualified after four days (corrected, but only after the snapshot)
 6  fair, score 30: sent back and recycled in time without a touch, woken on day 50
 7  fair, score 85: met within three hours, deal, lost on day 40
 8  fair: won before it was captured
 9  referral, found by sales, score 60: a new owner after the deadline, then one mail and silence
10  merged into lead 1 an hour after it was handed over
11  merged into lead 1 and taken back; wrote to us before anybody tried
12  web: a win that was corrected; two calls without hand-off, the last one five days ago
13  captured after the snapshot
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from leadpact.evidence.source import on_connection
from leadpact.rules.facts import COLUMNS

DAY, HOUR = 86_400, 3_600
START = 1_767_225_600
AS_OF = START + 100 * DAY
SQL_TYPES = {"int64": "bigint", "int32": "integer", "float64": "double precision"}


def at(day, hour=0):
    return START + round(day * DAY) + hour * HOUR


def _told():
    """(kind, lead, day, hour, columns) in order of recording."""
    due = 4
    web, fair = {"source": "web", "side": "buyer"}, {"source": "fair", "side": "marketing"}
    sales = {"side": "sales"}

    def handed(lead, day, person, points, hour=0):
        extra = {"person_id": person, "points": points, "due_s": at(day, hour + due), "side": "marketing"}
        return ("handed_over", lead, day, hour, extra)

    def call(lead, day, hour=0, code="no_answer", **more):
        return ("call", lead, day, hour, {**sales, "value_code": code, **more})

    return [
        ("captured", 1, 0, 0, web),
        ("qualified", 1, 1, 0, {"side": "marketing"}),
        handed(1, 2, 7, 85),
        call(1, 2, 1, worked_s=HOUR),
        call(1, 3, code="reached"),
        ("accepted", 1, 3, 0, sales),
        ("deal_opened", 1, 10, 0, sales),
        ("won", 1, 20, 0, sales),
        ("captured", 2, 0, 0, web),
        handed(2, 2, 7, 70),
        call(2, 2, 6, worked_s=6 * HOUR),
        call(2, 4),
        ("gave_up", 2, 10, 0, sales),
        ("captured", 3, 0, 0, web),
        handed(3, 2, 8, 50),
        call(3, 2, 1, recorded_s=at(101)),
        ("captured", 4, 95, 0, web),
        handed(4, 99, 8, 45, hour=23),
        ("captured", 5, 1, 0, web),
        ("disqualified", 5, 5, 0, {**sales, "id": "wrong-later"}),
        ("corrected", 5, 5, 0, {"corrects_id": "wrong-later", "recorded_s": at(101)}),
        ("captured", 6, 1, 0, fair),
        handed(6, 5, 8, 30),
        ("rejected", 6, 5, 2, sales),
        ("recycled", 6, 5, 2, {}),
        ("woken", 6, 50, 0, {}),
        ("captured", 7, 1, 0, fair),
        handed(7, 5, 8, 85),
        ("meeting", 7, 5, 3, {**sales, "value_code": "held", "worked_s": 3 * HOUR}),
        ("deal_opened", 7, 15, 0, sales),
        ("lost", 7, 40, 0, sales),
        ("captured", 8, 1, 0, fair),
        ("won", 8, 0, 12, sales),
        ("captured", 9, 35, 0, {"source": "referral", "side": "sales"}),
        handed(9, 36, 7, 60),
        ("reassigned", 9, 36, 5, {"person_id": 8, "due_s": at(36, 9)}),
        ("email", 9, 36, 8, {**sales, "worked_s": 3 * HOUR}),
        ("captured", 10, 1, 0, {"source": "ads", "side": "marketing"}),
        handed(10, 25, 7, 40),
        ("merged", 10, 25, 1, {"value_number": 1.0}),
        ("captured", 11, 3, 0, {}),
        ("merged", 11, 4, 0, {"value_number": 1.0}),
        ("unmerged", 11, 6, 0, {"value_number": 1.0}),
        ("email", 11, 10, 0, {"side": "buyer"}),
        ("email", 11, 11, 0, sales),
        ("captured", 12, 3, 0, web),
        ("won", 12, 30, 0, {**sales, "id": "wrong"}),
        ("corrected", 12, 31, 0, {"corrects_id": "wrong"}),
        call(12, 90),
        call(12, 95),
        ("captured", 13, 101, 0, web),
    ]


def company(copies=1):
    """The facts of the company, or of several equal ones side by side."""
    facts = []
    for copy in range(copies):
        for kind, lead, day, hour, columns in _told():
            seq = len(facts) + 1
            fact = {"seq": seq, "kind": kind, "lead_id": lead + 100 * copy, "occurred_s": at(day, hour), **columns}
            for name in ("id", "corrects_id"):
                if name in fact:
                    fact[name] = f"{fact[name]}-{copy}"
            if kind in ("deal_opened", "won", "lost"):
                fact["deal_id"] = fact["lead_id"]
            if kind in ("merged", "unmerged"):
                fact["value_number"] = float(1 + 100 * copy)
            facts.append(fact)
    return facts


def row_of(fact):
    """A fact as a row in the order of the ledger's columns."""
    when = datetime.fromtimestamp(fact["occurred_s"], UTC)
    filled = {"id": f"fact-{fact['seq']}", "recorded_s": fact["occurred_s"], "side": "system", **fact}
    filled["occurred_month"] = when.year * 100 + when.month
    return tuple(filled.get(column.name) for column in COLUMNS)


def create_table():
    columns = (f"{column.name} {SQL_TYPES.get(column.type, 'text')}" for column in COLUMNS)
    return f"create table facts ({', '.join(columns)}, primary key (seq))"


def sqlite_connection(facts):
    """An SQLite database in memory with the facts in the given order."""
    connection = sqlite3.connect(":memory:")
    connection.execute(create_table())
    connection.execute("create index facts_of_kind on facts (kind, occurred_s)")
    marks = ", ".join("?" * len(COLUMNS))
    connection.executemany(f"insert into facts values ({marks})", (row_of(fact) for fact in facts))
    return connection


def sqlite_source(facts):
    return on_connection(sqlite_connection(facts), "sqlite")
