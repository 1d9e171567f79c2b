"""Columns told by their headings, and dates by their column."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from leadpact.connectors.settle_columns import NoSuchColumn, recognise
from leadpact.connectors.settle_dates import NONE_S, TwoDates, order_of, read
from leadpact.connectors.settle_reading import read_export
from tests.settle_files import write


def means(*headings, **given):
    found = recognise(headings, given)
    return found.kind, {name: [found.heading(place) for place in places] for name, places in found.means.items()}


def test_hubspots_contacts():
    heads = ("Record ID", "Email", "Phone Number", "Mobile Phone Number", "Company Name", "Lifecycle Stage", "Lead Status",
             "Original Source", "Create Date", "Last Activity Date")  # fmt: skip
    assert means(*heads) == (
        "leads",
        {
            "id": ["Record ID"], "email": ["Email"], "phone": ["Phone Number", "Mobile Phone Number"],
            "company": ["Company Name"], "created": ["Create Date"], "source": ["Original Source"],
            "good": ["Lifecycle Stage"], "status": ["Lead Status"],
        },
    )  # fmt: skip


def test_pipedrives_deals_name_their_entity():
    heads = ("Deal - Title", "Deal - Value", "Organization", "Contact person", "Deal - Status", "Deal - Won time",
             "Deal - Lost time", "Deal - Creation date", "Deal - Pipedrive System ID")  # fmt: skip
    kind, found = means(*heads)
    assert kind == "deals"
    assert found["closed"] == ["Deal - Won time", "Deal - Lost time"]
    assert found["stage"] == ["Deal - Status"]
    assert found["amount"] == ["Deal - Value"]
    assert found["name"] == ["Contact person"]


def test_salesforces_spellings_are_one():
    for spelled in (("LEADSOURCE", "CREATEDDATE"), ("LeadSource", "CreatedDate"), ("lead_source", "created_date")):
        kind, found = means("EMAIL", *spelled)
        assert (kind, found["source"], found["created"]) == ("leads", [spelled[0]], [spelled[1]])


def test_what_people_say_goes_before_what_headings_tell():
    assert means("Email", "Source", "Herkunft", source="herkunft")[1]["source"] == ["Herkunft"]
    with pytest.raises(NoSuchColumn, match=r"no column 'X'\. The columns are: Email"):
        means("Email", source="X")
    with pytest.raises(NoSuchColumn, match="Columns can mean: id, email"):
        means("Email", sauce="Email")


def instants(*texts, order=None, zone=UTC):
    found = read(texts, zone, order, "file, Date")
    return [
        datetime.fromtimestamp(at_s, UTC).strftime("%Y-%m-%d %H:%M") if at_s != NONE_S else None
        for at_s in found.seconds
    ]


def test_dates_in_many_spellings():
    assert instants(
        "2026-03-12 09:14", "2026-03-12T09:14:00.000Z", "2021-01-07 6:49:18", "12.3.2026", "31/3/2026", "3/31/2026 2:05 PM",
        "12 Mar 2026", "Mar 12, 2026", "1773306840", "1773306840000", "", "soon", "9999-12-31 23:59:59",
    ) == [
        "2026-03-12 09:14", "2026-03-12 09:14", "2021-01-07 06:49", "2026-03-12 00:00", "2026-03-31 00:00",
        "2026-03-31 14:05", "2026-03-12 00:00", "2026-03-12 00:00", "2026-03-12 09:14", "2026-03-12 09:14", None, None, None,
    ]  # fmt: skip
    assert instants("2026-03-12 09:14", zone=ZoneInfo("Europe/Paris")) == ["2026-03-12 08:14"]


def test_a_date_that_could_be_two_is_asked_about():
    with pytest.raises(TwoDates, match=r"3/4/2026 could be two dates\. Say which part is the day: --dates day-first"):
        instants("3/4/2026")
    assert instants("3/4/2026", order="day-first") == ["2026-04-03 00:00"]
    assert instants("3/4/2026", order="month-first") == ["2026-03-04 00:00"]
    assert order_of([["3/4/2026"], ["", "30/4/2026"]]) == "day-first"
    assert order_of([["3/4/2026"], ["4/30/2026"]]) == "month-first"
    assert order_of([["3/4/2026"]]) is None


def test_a_file_is_read_by_columns(tmp_path: Path):
    place = write(
        tmp_path / "deals.csv",
        [
            ["Deal ID", "Deal Name", "Stage", "Amount", "Close Date", "Is Deleted"],
            ["1", "A", "Won", "1.234,50", "1/2/2026", "false"], ["2", "B", "Lost", "99,5", "30/1/2026", "false"],
            ["3", "C", "Won", "", "", "true"],
        ],
    )  # fmt: skip
    found = read_export(place, name="deals.csv", zone=UTC)
    assert found.numbers["amount"] == [1234.5, 99.5]
    assert [datetime.fromtimestamp(at_s, UTC).date().isoformat() for at_s in found.seconds("closed")] == [
        "2026-02-01",
        "2026-01-30",
    ]
    assert (found.deleted, len(found), found.lines) == (1, 2, [2, 3])
