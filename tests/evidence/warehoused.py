"""The hand company and a simulated one, put into the warehouses of tests, and what every engine must answer."""

from datetime import UTC, datetime

import pyarrow.parquet as pq
import pytest

from leadpact.evidence import copy
from leadpact.evidence.by import split
from leadpact.evidence.catalogue import MEASURES, ask
from leadpact.evidence.chosen import chosen
from leadpact.evidence.copy import writing
from leadpact.evidence.copy_parts import NAMES, table_of
from leadpact.evidence.warehouse import WarehouseRefused, warehouse
from leadpact.rules.facts import COLUMNS
from tests.evidence.asked import GIVEN
from tests.evidence.company import AS_OF, DAY, row_of
from tests.evidence.measures.beside import everything
from tests.evidence.test_simulated import half_hot_half_cold

COMPANIES = {"hand": everything(2, 1), "simulated": half_hot_half_cold(60, 7, is_recorded=True)}
FILTERED = {"source": "web", "segment": "industry=retail"}
SOURCE = {"source": "web"}
PERIOD = {"since_s": AS_OF - 90 * DAY, "until_s": AS_OF - 5 * DAY}
_PLACES = [COLUMN.name for COLUMN in COLUMNS]


def told(measure, source, filters=None):
    """The whole answer of a measure, as JSON."""
    narrowed = source.of(chosen(AS_OF, filters)) if filters else source
    return ask(measure, narrowed, as_of_s=AS_OF, **GIVEN.get(measure, {})).to_json()


def differences(sqlite, source):
    """By measure, the places at which the answers differ, so that one run shows all that fail."""
    found = {}
    for name in MEASURES:
        try:
            places = different(told(name, sqlite), told(name, source))
        except (WarehouseRefused, ValueError, ArithmeticError) as error:
            places = [f"{type(error).__name__}: {error}"]
        if places:
            found[name] = places
    return found


def different(want, got):
    """The places at which two answers differ: numbers by more than 1e-9, anything else at all."""
    if isinstance(want, dict) and isinstance(got, dict) and want.keys() == got.keys():
        return [f".{key}{place}" for key in want for place in different(want[key], got[key])]
    if isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        return [f"[{n}]{place}" for n, pair in enumerate(zip(want, got, strict=True)) for place in different(*pair)]
    if isinstance(want, float) and isinstance(got, float | int):
        return [] if abs(want - got) <= 1e-9 * max(1, abs(want)) else [f": {want} is {got}"]
    return [] if want == got else [f": {want} is {got}"]


def together(*companies):
    """The facts of several companies as those of one; each has a million of numbers to itself."""
    told_by_all = []
    for place, facts in enumerate(companies):
        for fact in facts:
            own = dict(fact)
            for name in ("lead_id", "deal_id", "account_id"):
                if own.get(name) is not None:
                    own[name] += place * 1_000_000
            if own["kind"] in ("merged", "unmerged"):
                own["value_number"] += place * 1_000_000
            for name in ("id", "corrects_id"):
                if own.get(name):
                    own[name] = f"{place}-{own[name]}"
            told_by_all.append({**own, "seq": len(told_by_all) + 1})
    return told_by_all


def write_wrong(place):
    """A file of the hand company with a column of another name, one too few and one of another type."""
    table = table_of([copied(fact) for fact in COMPANIES["hand"]])
    table = table.drop_columns(["points"]).rename_columns(
        ["LEAD" if name == "lead_id" else name for name in table.column_names if name != "points"]
    )
    at = table.column_names.index("due_s")
    pq.write_table(table.set_column(at, "due_s", table["due_s"].cast("string")), place)


def copied(facts):
    """A fact as a row of the columnar copy."""
    row = dict(zip(_PLACES, row_of(facts), strict=True))
    row["occurred_on"] = datetime.fromtimestamp(row["occurred_s"], UTC).date()
    return tuple(row[name] for name in NAMES)


def write_copy(folder, facts, monkeypatch):
    """Our columnar copy of the facts: two thirds in folders by kind, the rest in the tail."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [copied(fact) for fact in facts]
    cut = len(rows) * 2 // 3
    with writing(folder) as writer:
        monkeypatch.setattr(copy, "TAIL_PARTS", 0)
        writer.append(table_of(rows[:cut]), 1_900_000_000)
        monkeypatch.setattr(copy, "TAIL_PARTS", 16)
        writer.append(table_of(rows[cut:]), 1_900_000_000)
    return folder


def assert_what_is_wrong_is_said(where, found, table="facts"):
    with pytest.raises(WarehouseRefused) as raised, warehouse(where):
        pass
    said = str(raised.value)
    for part in (f"table {table}: 3 columns are not", "lead_id: missing (is it LEAD?)", "points: missing", found):
        assert part in said
    assert "docs/reference/facts.md describes all of them. A view that renames and casts will do" in said


def narrowed_differently(sqlite, source):
    """Where filtered and split questions and one of a period are answered differently."""
    found = {
        "filters": different(told("funnel", sqlite, FILTERED), told("funnel", source, FILTERED)),
        "filters of losses": different(told("loss_reasons", sqlite, SOURCE), told("loss_reasons", source, SOURCE)),
        "period": different(
            ask("acceptance", sqlite, as_of_s=AS_OF, **GIVEN["acceptance"], **PERIOD).to_json(),
            ask("acceptance", source, as_of_s=AS_OF, **GIVEN["acceptance"], **PERIOD).to_json(),
        ),
        "by": different(*(split_by_source(each) for each in (sqlite, source))),
    }
    return {name: places for name, places in found.items() if places}


def split_by_source(source):
    return split(MEASURES["source_shares"], source, chosen(AS_OF, {}), "source", {"as_of_s": AS_OF}).to_json()
