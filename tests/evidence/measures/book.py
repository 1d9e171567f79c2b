"""Facts told one by one for a small company, and the check that every count opens as many leads as it says."""

from __future__ import annotations

from leadpact.evidence.catalogue import MEASURES, items
from tests.evidence.company import DAY, HOUR, START

DEAL_KINDS = ("deal_opened", "lost", "stage_changed", "won")


class Book:
    """Facts in order of telling; days and hours count from the start of 2026.

    A deal is the only one of its lead, unless another one is named.
    """

    def __init__(self):
        self.facts = []

    def tell(self, kind, lead, day, hour=0, **columns):
        seq = len(self.facts) + 1
        when = START + round(day * DAY) + round(hour * HOUR)
        if kind in DEAL_KINDS:
            columns = {"deal_id": lead, **columns}
        self.facts.append({"seq": seq, "kind": kind, "lead_id": lead, "occurred_s": when, **columns})
        return f"fact-{seq}"

    def capture(self, lead, day, source="web"):
        return self.tell("captured", lead, day, source=source, side="buyer")

    def hand(self, lead, day, points=50, **columns):
        return self.tell("handed_over", lead, day, points=points, side="marketing", pact_version=1, **columns)

    def describe(self, lead, day, field, code, number=None, side="buyer", **columns):
        told = {"field": field, "value_code": code, "value_number": number, "side": side}
        return self.tell("described", lead, day, **told, **columns)


def key_of(layout, row, column):
    """What names a count of a row, as the pages make it."""
    named = {name: row[name] for name in layout.key if row[name] is not None}
    return {
        name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in named.items()
    } | dict(column.opens)


def opened(result, source, given):
    """(table, key, count, leads behind it) of every count of an answer that opens its leads."""
    found = []
    for layout in MEASURES[result.measure].layouts:
        rows = result.tables[layout.table] if layout.table else result.rows
        for row in rows:
            for column in layout.columns:
                if column.opens is not None and row[column.name] is not None:
                    key = key_of(layout, row, column)
                    shown = [each["source"] for each in rows if "source" in each]
                    found.append(
                        (layout.table, key, row[column.name], items(result.measure, source, given, key, shown))
                    )
    return found


def assert_counts_open_their_leads(result, source, given):
    found = opened(result, source, given)
    assert found
    assert [(table, key, len(leads)) for table, key, _, leads in found] == [
        (table, key, count) for table, key, count, _ in found
    ]


def shown(result, columns, table=""):
    """Some columns of a table, row by row."""
    rows = result.tables[table] if table else result.rows
    return [tuple(row[name] for name in columns) for row in rows]
