import csv
import gzip
import importlib.util
import uuid
from collections import Counter
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from leadpact.connectors.fact_files import BATCH_ROWS, DERIVED, FactRow, fact_id, read_facts
from leadpact.connectors.shapes import Reject
from leadpact.connectors.tables_reading import TableRefused
from leadpact.rules.facts import COLUMNS, Fact

CHECKOUT = Path(__file__).resolve().parents[2]
BANK = CHECKOUT.parent / "shared" / "data" / "bank_marketing" / "bank-additional-full.csv.gz"
NOW_S = int(datetime(2026, 3, 1, tzinfo=UTC).timestamp())
T = int(datetime(2026, 2, 1, 9, 30, tzinfo=UTC).timestamp())


@pytest.fixture
def facts(tmp_path):
    """What a file of these rows (dicts) says, as a list of facts and rejects."""

    def read(*rows: dict[str, object], name: str = "facts.csv"):
        path = tmp_path / name
        with path.open("w", newline="") as file:
            writer = csv.DictWriter(file, list(dict.fromkeys(key for row in rows for key in row)))
            writer.writeheader()
            writer.writerows(rows)
        return [fact for batch in read_facts(path, now_s=NOW_S) for _, fact in batch]

    return read


def call(**more):
    return {"kind": "call", "lead_id": "L1", "occurred_at": "2026-02-01T09:30:00+00:00", **more}


def test_a_fact_row_has_the_slots_of_a_fact_in_their_order():
    assert FactRow._fields == tuple(name for name in Fact._fields if name != "seq")
    written = {column.name for column in COLUMNS} - DERIVED - {"occurred_at", "recorded_at"}
    assert set(FactRow._fields) == written


def test_a_full_row_is_read_with_its_types(facts):
    given = "0190b6a0-0000-7000-8000-00000000000a"
    row = call(id=given.upper(), person_id="12.0", side="sales", value_code="reached", value_number="1.5", points="40")
    row |= {"pact_version": "3.0", "worked_s": "600", "amount_minor": "", "currency": "eur", "payload": '{"a": 1}'}
    row |= {"recorded_at": "2026-02-01 12:00:00+02:00", "seq": "9", "occurred_month": "202602", "occurred_on": "?"}
    (fact,) = facts(row)
    assert fact == FactRow(
        id=given,
        kind="call",
        occurred_s=T,
        recorded_s=T + 1800,
        lead_id="L1",
        person_id="12",
        side="sales",
        value_code="reached",
        value_number=1.5,
        currency="EUR",
        points=40,
        pact_version=3,
        worked_s=600,
        payload='{"a": 1}',
    )


def test_what_a_file_leaves_out_is_filled_in(facts):
    made = facts(call(), {"kind": "captured", "lead_id": "L1", "occurred_s": T})
    assert [(fact.side, fact.occurred_s, fact.recorded_s) for fact in made] == [("sales", T, T), ("buyer", T, T)]


def test_ids_come_from_the_content_and_are_the_same_again(facts):
    first = facts(call(), call(), call(value_code="reached"), call())
    again = facts(*({"value_code": "", **call()},) * 2, {"value_code": "reached", **call()}, call(), name="again.csv")
    ids = [fact.id for fact in first]
    assert ids == [fact.id for fact in again]
    assert len(set(ids)) == 4
    assert {uuid.UUID(one).version for one in ids} == {8}
    assert {uuid.UUID(one).variant for one in ids} == {uuid.RFC_4122}


def test_ids_of_other_systems_become_uuids_and_corrections_follow(facts):
    wrong, mend = facts(
        call(id="17", source_system="crm"), call(kind="corrected", corrects_id="17", source_system="crm")
    )
    assert wrong.id == mend.corrects_id == fact_id("17", "crm")
    assert fact_id("17", "crm") != fact_id("17", "erp")
    assert fact_id("17", None) != fact_id("17", "crm")


@pytest.mark.parametrize(
    ("change", "column", "reason"),
    [
        ({"kind": "cal"}, "kind", "there is no such kind of fact; did you mean 'call'?"),
        ({"kind": ""}, "kind", "it is blank; say what happened"),
        ({"lead_id": " "}, "lead_id", "it is blank; call is about a lead"),
        ({"occurred_at": ""}, "occurred_s", "it is blank; say when it happened, in occurred_at or occurred_s"),
        ({"occurred_at": "1.2.2026"}, "occurred_at", "it is no ISO instant such as 2026-03-01T09:30:00+00:00"),
        ({"occurred_at": "2026-03-01T00:00:01"}, "occurred_s", "it lies in the future"),
        ({"occurred_s": str(T + 1)}, "occurred_s", f"it is not the instant that the other column says ({T})"),
        (
            {"occurred_at": "", "occurred_s": f"{T}000"},
            "occurred_s",
            "it is no number of seconds since 1970 (milliseconds?)",
        ),
        ({"recorded_s": str(NOW_S + 1)}, "recorded_s", "it lies in the future"),
        ({"side": "sale"}, "side", "there is no such side; did you mean 'sales'?"),
        ({"points": "many"}, "points", "it is no whole number"),
        ({"points": "1.5"}, "points", "it is no whole number"),
        ({"points": "3000000000"}, "points", "it is too large"),
        ({"amount_minor": "1e30"}, "amount_minor", "it is too large"),
        ({"value_number": "nan"}, "value_number", "it is no finite number"),
        ({"currency": "euro"}, "currency", "it is no currency code of three letters such as EUR"),
        ({"payload": "[1]"}, "payload", "it is no JSON object of at most 4000 characters"),
        ({"source": "x" * 201}, "source", "it is longer than 200 characters"),
        ({"kind": "corrected"}, "corrects_id", "it is blank; name the id of the fact that was wrong"),
        ({"kind": "described"}, "field", "it is blank; name the field that got a value"),
        (
            {"kind": "described", "field": "email", "value_code": "a@b.example"},
            "value_code",
            "email is personal: a fact says only",
        ),
    ],
)
def test_a_bad_row_is_rejected_with_column_and_reason(facts, change, column, reason):
    good, bad = facts(call(), call(**change))
    assert isinstance(good, FactRow)
    assert isinstance(bad, Reject)
    assert (bad.line, bad.column) == (3, column)
    assert bad.reason.startswith(reason)


def test_personal_fields_may_say_that_they_became_known_and_pacts_need_no_lead(facts):
    made = facts(
        call(kind="described", field="email", value_code="known"),
        call(kind="described", field="region", value_code="north"),
        call(kind="pact_signed", lead_id="", pact_id="1"),
    )
    assert [type(fact) for fact in made] == [FactRow, FactRow, FactRow]


def test_columns_are_checked_all_at_once(tmp_path):
    path = tmp_path / "facts.csv"
    path.write_text("kind,leadid,when,seq\ncall,1,2,3\n")
    with pytest.raises(TableRefused) as caught:
        read_facts(path, now_s=NOW_S)
    assert caught.value.what == (
        "'leadid' is no column of the ledger; did you mean 'lead_id'?; 'when' is no column of the ledger; "
        "the column lead_id is missing; the column occurred_at (or occurred_s) is missing."
    )
    assert caught.value.where == f"{path}, line 1"


def test_ragged_rows_are_rejected_in_their_place(tmp_path):
    path = tmp_path / "facts.csv.gz"
    path.write_bytes(gzip.compress(f"kind,lead_id,occurred_s\ncall,1\ncall,1,{T}\n".encode()))
    (batch,) = list(read_facts(path, now_s=NOW_S))
    assert [(line, type(fact)) for line, fact in batch] == [(2, Reject), (3, FactRow)]


# -- Parquet --------------------------------------------------------------------------------------------------


def test_parquet_says_the_same_as_csv(tmp_path, facts):
    rows = [call(value_code="reached", points="4", value_number="0.5"), call(value_code="", points="", value_number="")]
    rows.append(call(value_code="no_answer", points="7", value_number="2"))
    moment = datetime(2026, 2, 1, 9, 30, tzinfo=UTC)
    columns = {
        "kind": pa.array(["call"] * 3).dictionary_encode(),
        "lead_id": pa.array(["L1"] * 3),
        "occurred_at": pa.array([moment.replace(microsecond=900)] * 3, pa.timestamp("ns", "Europe/Berlin")),
        "value_code": pa.array(["reached", None, "no_answer"]),
        "points": pa.array([4.0, None, 7.0]),
        "value_number": pa.array([0.5, None, 2.0]),
        "occurred_on": pa.array([moment.date()] * 3),
    }
    path = tmp_path / "facts.whatever"
    pq.write_table(pa.table(columns), path)
    (batch,) = list(read_facts(path, now_s=NOW_S))
    assert [line for line, _ in batch] == [1, 2, 3]
    assert [fact for _, fact in batch] == facts(*rows)


def test_parquet_keys_may_be_numbers_and_bad_types_are_refused(tmp_path):
    path = tmp_path / "facts.parquet"
    good = {"kind": ["call", "call"], "lead_id": [17, 18], "occurred_s": [T, -5]}
    pq.write_table(pa.table(good), path)
    (batch,) = list(read_facts(path, now_s=NOW_S))
    assert batch[0][1].lead_id == "17"
    assert batch[1] == (2, Reject(2, "occurred_s", "it is no number of seconds since 1970 (milliseconds?)", "-5"))
    pq.write_table(pa.table({**good, "occurred_s": [T, T], "points": [Decimal("7.0"), Decimal("1.5")]}), path)
    (batch,) = list(read_facts(path, now_s=NOW_S))
    assert (batch[0][1].points, batch[1][1].reason) == (7, "it is no whole number")
    pq.write_table(pa.table({**good, "occurred_at": [T, T], "payload": [{"a": 1}, None]}), path)
    with pytest.raises(TableRefused, match=r"occurred_at \(int64\), payload \(struct"):
        read_facts(path, now_s=NOW_S)
    path.write_bytes(b"PAR1 and no more")
    with pytest.raises(TableRefused, match="the Parquet file cannot be read"):
        read_facts(path, now_s=NOW_S)


def test_facts_come_in_batches(tmp_path):
    path = tmp_path / "facts.csv"
    lines = "".join(f"call,{number},{T}\n" for number in range(BATCH_ROWS + 3))
    path.write_text("kind,lead_id,occurred_s\n" + lines)
    assert [len(batch) for batch in read_facts(path, now_s=NOW_S)] == [BATCH_ROWS, 3]


# -- the bank's campaign --------------------------------------------------------------------------------------


def bank_script():
    spec = importlib.util.spec_from_file_location("bank_to_facts", CHECKOUT / "examples" / "bank_to_facts.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bank_rows(path, *clients):
    with path.open("w") as file:
        file.write('"contact";"month";"campaign";"y"\n')
        file.writelines(f'"{contact}";"{month}";{calls};"{won}"\n' for contact, month, calls, won in clients)


def test_the_bank_s_clients_become_calls_that_end_in_a_win_or_in_giving_up(tmp_path):
    source, target = tmp_path / "bank.csv", tmp_path / "facts.csv"
    bank_rows(source, ("telephone", "nov", 1, "no"), ("cellular", "dec", 2, "yes"), ("cellular", "mar", 1, "no"))
    assert bank_script().main(str(source), str(target)) == 3 + 4 + 3
    made = [fact for batch in read_facts(target, now_s=NOW_S) for _, fact in batch]
    assert [(fact.lead_id, fact.kind, fact.value_code, fact.campaign) for fact in made] == [
        ("bank-1", "captured", None, "2008-11"),
        ("bank-1", "call", "no_answer", None),
        ("bank-1", "gave_up", None, None),
        ("bank-2", "captured", None, "2008-12"),
        ("bank-2", "call", "no_answer", None),
        ("bank-2", "call", "reached", None),
        ("bank-2", "won", None, None),
        ("bank-3", "captured", None, "2009-03"),
        ("bank-3", "call", "no_answer", None),
        ("bank-3", "gave_up", None, None),
    ]
    days = [datetime.fromtimestamp(fact.occurred_s, UTC).date().isoformat() for fact in made if fact.kind == "call"]
    assert days == ["2008-11-16", "2008-12-15", "2008-12-16", "2009-03-16"]
    assert [fact.side for fact in made[:3]] == ["marketing", "sales", "sales"]


@pytest.mark.skipif(not BANK.exists(), reason="shared/data/bank_marketing is not beside the checkout")
def test_the_real_campaign_is_turned_into_facts_that_add_up(tmp_path):
    """Every tenth client, in the file's order."""
    source, target = tmp_path / "bank.csv.gz", tmp_path / "facts.csv"
    with gzip.open(BANK, "rt", newline="") as file:
        heading, *lines = file.read().splitlines(keepends=True)
    source.write_bytes(gzip.compress("".join([heading, *lines[::10]]).encode()))
    bank_script().main(str(source), str(target))
    clients = list(csv.DictReader([heading, *lines[::10]], delimiter=";"))
    calls = sum(int(client["campaign"]) for client in clients)
    won = sum(client["y"] == "yes" for client in clients)
    kinds: Counter[str] = Counter()
    months: list[int] = []
    for batch in read_facts(target, now_s=NOW_S):
        kinds.update(fact.kind for _, fact in batch)
        months += [fact.occurred_s for _, fact in batch if fact.kind in {"won", "gave_up"}]
    assert (len(lines), len(clients)) == (41188, 4119)
    assert kinds == {"captured": 4119, "call": calls, "won": won, "gave_up": 4119 - won}
    assert months == sorted(months)
    first, last = (datetime.fromtimestamp(second, UTC) for second in (months[0], months[-1]))
    assert (first.strftime("%Y-%m"), last.strftime("%Y-%m")) == ("2008-05", "2010-11")
