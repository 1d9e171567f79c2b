"""Lists come out whole, as CSV that no spreadsheet runs."""

import csv
import io

import pytest

from leadpact.ledger.access import SYSTEM, Forbidden
from leadpact.ledger.models import Account, Clock, Deal, FactRow, HandOff, Lead, Person
from leadpact.operations import deals, export
from leadpact.operations.export import LISTS, NoSuchList
from tests.company import NOW_S, company

TABLES = {
    "leads": Lead,
    "hand_offs": HandOff,
    "clocks": Clock,
    "deals": Deal,
    "accounts": Account,
    "people": Person,
    "facts": FactRow,
}


def taken(name, actor=SYSTEM):
    out = io.StringIO(newline="")
    done = export.write(actor=actor, name=name, out=out, now_s=NOW_S + 3600)
    rows = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert len(rows) == done
    return rows


@pytest.fixture
def acme(db):
    made = company()
    hand_off = made.handed_over("x1")
    deals.open_deal(actor=made.owner(hand_off), lead_id=hand_off.lead_id, now_s=made.now_s + 60)
    made.lead("x2", name='=HYPERLINK("http://evil.example")', phone="+49 30 1234567")
    return made


def test_every_list_has_every_row(acme):
    assert {name: len(taken(name)) for name in LISTS} == {name: model.objects.count() for name, model in TABLES.items()}
    assert all(len(taken(name)) > 0 for name in LISTS)


def test_text_that_a_spreadsheet_would_run_is_made_harmless_and_phones_stay(acme):
    row = taken("leads")[1]
    assert row["name"] == '\'=HYPERLINK("http://evil.example")'
    assert row["phone"].startswith("+49")


def test_instants_are_written_for_people_and_machines(acme):
    lead = taken("leads")[0]
    assert lead["captured_at"] == "2026-06-02T08:00:00Z"
    assert taken("facts")[0]["occurred_at"] == "2026-06-02 08:00:00+00:00"


def test_no_password_leaves_the_house(acme):
    assert not any("password" in column for column in LISTS["people"].columns)


def test_long_lists_come_in_pieces_and_lose_nothing(acme, monkeypatch):
    whole = taken("facts")
    monkeypatch.setattr("leadpact.operations.export.CHUNK", 3)
    assert taken("facts") == whole


def test_a_list_that_is_not_there_and_somebody_who_may_not(acme):
    with pytest.raises(NoSuchList, match="choose one of: leads"):
        taken("secrets")
    with pytest.raises(Forbidden):
        taken("leads", acme.actor("salesperson"))


def test_a_head_takes_out_whose_doing_it_was_of_the_own_team_alone(acme):
    sellers = {str(acme.people[who].pk) for who in ("salesperson", "other")}
    told = {
        role: {row["person_id"] for row in taken("clocks", acme.actor(role))}
        for role in ("sales_head", "marketing_head", "operator")
    }
    assert told["sales_head"] & sellers
    assert told["marketing_head"] == told["operator"] == {""}
    owners = {row["owner_id"] for row in taken("hand_offs", acme.actor("operator"))}
    assert owners == {""}
    assert len(taken("facts", acme.actor("operator"))) == FactRow.objects.count()


def test_whose_turn_it_was_is_taken_out_with_whose_doing_it_was(acme):
    assert [row["why"] for row in taken("hand_offs")] == list(HandOff.objects.values_list("why", flat=True))
    assert taken("hand_offs")[0]["why"].startswith("#")
    told = taken("hand_offs", acme.actor("marketing_head"))
    assert [(row["owner_id"], row["why"]) for row in told] == [("", "")]
