"""Ledgers that no measure was made for, at the command line: what can be said is said, and why no more."""

import json
import re

import pytest
from pyarrow import parquet

from leadpact.__main__ import main
from leadpact.evidence.catalogue import MEASURES
from leadpact.evidence.copy_parts import table_of
from tests.bad_ledgers import LEDGERS, told_in
from tests.company import company

pytestmark = pytest.mark.django_db
TOO_FEW = re.compile(r"too few|^No |numbers followed by month|promises that can be judged", re.IGNORECASE)


@pytest.fixture
def asked(capsys):
    def ask(*arguments):
        status = main(["evidence", *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return ask


@pytest.fixture(params=list(LEDGERS))
def ledger(request):
    told_in(request.param)
    return request.param


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_answers_without_a_number_that_is_none(ledger, asked, name):
    status, said, wrong = asked(name)
    assert (status, wrong) == (0, "")
    assert not re.search(r"\b(nan|inf)\b", said, re.IGNORECASE)
    status, said, _ = asked(name, "--format", "json")
    body = json.loads(said, parse_constant=pytest.fail)
    assert status == 0
    if ledger == "nothing":
        assert (body["rows"], body["sentence"][:3]) == ([], "No ")


@pytest.mark.parametrize("name", MEASURES)
def test_of_nine_leads_no_share_is_told(asked, name):
    told_in("mixed_money", 9)
    status, said, _ = asked(name, "--format", "json")
    body = json.loads(said)
    assert status == 0
    assert TOO_FEW.search(body["sentence"]), body["sentence"]
    shares = {
        (table, column, value)
        for table, rows in {"rows": body["rows"], **body["tables"]}.items()
        for row in rows
        for column, value in row.items()
        if column.endswith(("share", "share_low", "share_high")) and value is not None
        # Goals are series of months; how long leads waited is a curve of hours with its own numbers at risk.
        if "metric" not in row and table not in ("curve", "percentiles", "limits")
    }
    assert shares == set()


@pytest.mark.parametrize("name", MEASURES)
def test_a_filter_that_leaves_nobody_is_an_answer(asked, name):
    told_in("mixed_money", 12)
    status, said, _ = asked(name, "--campaign", "nobody", "--format", "json")
    body = json.loads(said)
    assert (status, body["rows"], body["sentence"][:3]) == (0, [], "No ")


@pytest.mark.parametrize("name", MEASURES)
def test_a_day_that_has_not_come_is_refused(asked, name):
    company()
    status, said, wrong = asked(name, "--as-of", "2099-12-31")
    assert (status, said) == (2, "")
    assert wrong.startswith("as_of is 2099-12-31, a day that has not come: nobody knows yet what will be known then.")


def test_money_of_several_currencies_is_never_added_up(asked):
    told_in("mixed_money")
    _, said, _ = asked("goals", "--format", "json")
    body = json.loads(said)
    money = {row["currency"]: row["value"] for row in body["tables"]["months"] if row["metric"] == "revenue_won"}
    assert set(money) == {"EUR", "JPY", "USD"}
    notes = " ".join(note["text"] for note in body["notes"])
    assert "Money won is in EUR, JPY, USD; each currency is followed by itself, nothing is converted." in notes


def test_wins_without_an_amount_are_counted_and_told(asked):
    told_in("no_amounts")
    _, said, _ = asked("goals", "--format", "json")
    body = json.loads(said)
    assert "revenue_won" not in {row["metric"] for row in body["tables"]["months"]}
    assert {row["metric"] for row in body["rows"]} >= {"deals_won"}
    assert "Wins without an amount, which add nothing to the money won: 24." in [note["text"] for note in body["notes"]]


def test_wins_before_their_capture_are_counted_and_told(asked):
    told_in("backwards")
    _, said, _ = asked("funnel", "--format", "json")
    body = json.loads(said)
    assert sum(row["won_before_captured"] for row in body["rows"]) == 12
    assert any("12" in note["text"] and "before" in note["text"] for note in body["notes"])


def test_an_empty_warehouse_is_refused(asked, tmp_path):
    company()
    parquet.write_table(table_of([]), tmp_path / "facts.parquet")
    status, said, wrong = asked("funnel", "--source", f"parquet:{tmp_path}")
    assert (status, said) == (2, "")
    assert "holds no facts yet; fill it from: leadpact export facts" in wrong
