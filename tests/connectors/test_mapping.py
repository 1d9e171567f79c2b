import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from leadpact.connectors.shapes import AccountShape, DealShape, LeadShape, Reject, TouchShape
from leadpact.connectors.tables import open_table
from leadpact.connectors.tables_mapping import read_mapping
from leadpact.connectors.tables_shaping import compile_mapping, fit_mapping, plain_mapping
from leadpact.connectors.tables_targets import MappingRefused

CHECKOUT = Path(__file__).resolve().parents[2]
OLIST = CHECKOUT.parent / "shared" / "data" / "olist_funnel"
MAPPINGS = CHECKOUT / "examples" / "mappings"


def local(text: str, zone: str = "UTC") -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp())


def shape(text: str, **cells: str):
    """The shape that a mapping makes of one row, given as heading=cell."""
    return compile_mapping(text, "m.yaml", list(cells)).shape(2, list(cells.values()))


def errors(text: str, *headings: str) -> list[str]:
    with pytest.raises(MappingRefused) as caught:
        compile_mapping(text, "m.yaml", headings)
    return str(caught.value).splitlines()


# -- the four shapes ------------------------------------------------------------------------------------------

LEADS = """\
shape: leads
source_system: crm
key: Id
zone: Europe/Berlin
columns:
  occurred_at: {from: Created, date: "%d.%m.%Y %H:%M"}
  source: {from: Origin, values: {Web Form: web, Messe: event}, else: unknown, empty: unknown}
  campaign: Campaign
  channel: {constant: import}
  found_by: Owner
fields:
  email: E-Mail
  employees: {from: Staff, decimal: comma}
  country: {from: Country, values: {Germany: DE}, else: keep}
"""


def test_a_row_of_leads_becomes_a_lead():
    row = {"Id": " 17 ", "Created": "24.12.2025 18:30", "Origin": "messe", "Campaign": "", "Owner": "ana@example.com"}
    row |= {"E-Mail": "zoe@example.org", "Staff": "1.200,0", "Country": "Chile"}
    assert shape(LEADS, **row) == LeadShape(
        external_id="17",
        source_system="crm",
        occurred_s=local("2025-12-24 18:30", "Europe/Berlin"),
        source="event",
        campaign=None,
        channel="import",
        side="buyer",
        found_by="ana@example.com",
        values={"email": "zoe@example.org", "employees": "1200", "country": "Chile"},
    )


def test_a_row_of_touches_takes_its_kind_s_usual_side():
    text = "shape: touches\nsource_system: crm\nkey: [lead, at]\ncolumns: {lead: lead, kind: kind, occurred_at: at, by: by}\n"
    made = shape(text, lead="7", kind="Call", at="2026-03-01T09:30:00+01:00", by="Bo")
    assert made == TouchShape(
        external_id="7/2026-03-01T09:30:00+01:00",
        source_system="crm",
        lead="7",
        kind="call",
        occurred_s=local("2026-03-01 08:30"),
        side="sales",
        by="Bo",
    )


DEALS = """\
shape: deals
source_system: crm
key: id
columns:
  lead: lead
  stage: phase
  state: {from: phase, values: {Closed Won: won, Closed Lost: lost}, else: keep}
  closed_at: {from: close, optional: true}
  amount: {from: amount, decimal: comma}
  currency: currency
"""


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("12.500,50", "EUR", 1_250_050),
        ("€ 7", "eur", 700),
        ("1.000", "JPY", 1000),
        ("1,234", "KWD", 1234),
        ("", "EUR", None),
    ],
)
def test_amounts_are_put_into_minor_units(amount, currency, minor):
    deal = shape(DEALS, id="1", lead="7", phase="closed won", close="2026-03-01", amount=amount, currency=currency)
    assert deal == DealShape(
        external_id="1",
        source_system="crm",
        lead="7",
        stage="closed won",
        state="won",
        closed_s=local("2026-03-01"),
        amount_minor=minor,
        currency=currency.upper(),
        values={},
    )


def test_an_open_deal_s_closing_date_is_a_hope_and_is_dropped():
    text = DEALS.replace("else: keep", "else: reject").replace("Closed Lost: lost", "Closed Lost: lost, Talks: open")
    deal = shape(text, id="1", lead="7", phase="Talks", close="2026-03-01", amount="", currency="")
    assert (deal.state, deal.closed_s, deal.currency) == ("open", None, None)


def test_a_row_of_accounts_becomes_an_account():
    text, name = plain_mapping("accounts")
    headings = ["external_id", "Name", "Web Site", "country"]
    mapping = compile_mapping(text, name, headings)
    made = mapping.shape(2, ["9", "Acme", "acme.example", ""])
    assert made == AccountShape("9", "file", "Acme", {"web_site": "acme.example"})
    assert (mapping.makes, mapping.fields, mapping.unused) == ("accounts", ("web_site", "country"), ())


# -- rows that are not taken ----------------------------------------------------------------------------------

ROW = {"Id": "1", "Created": "24.12.2025 18:30", "Origin": "", "Campaign": "", "Owner": "", "E-Mail": ""}
ROW |= {"Staff": "", "Country": ""}


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("Id", "  ", "it is blank, and every row needs it"),
        ("Id", "9" * 201, "it is longer than 200 characters"),
        ("Created", "2025-12-24", "it does not fit the date format %d.%m.%Y %H:%M, as 01.02.2018 00:00 would"),
        ("Created", "24.12.1925 18:30", "it lies before 1970"),
        ("Staff", "many", "it is no number such as 1.234,50 (decimal: comma)"),
        ("Staff", "12.00", "it is no number such as 1.234,50 (decimal: comma)"),
    ],
)
def test_a_bad_cell_rejects_its_row_with_column_and_reason(column, value, reason):
    made = shape(LEADS, **{**ROW, column: value})
    assert (made.line, made.column, made.reason) == (2, column, reason)
    assert isinstance(made, Reject)
    assert made.value == (value.strip() if len(value) < 120 else value[:119] + "…")


def test_deals_are_rejected_for_unknown_codes_missing_closing_days_and_odd_cents():
    row = {"id": "1", "lead": "7", "phase": "Closed Won", "close": "", "amount": "", "currency": ""}
    assert shape(DEALS, **row) == Reject(2, "closed_at", "a deal that is won needs the day when it was closed", "")
    assert shape(DEALS, **{**row, "phase": "opne"}) == Reject(
        2, "phase", "it is none of open, won, lost; did you mean 'open'?", "opne"
    )
    odd = shape(DEALS, **{**row, "close": "2026-03-01", "amount": "1,005", "currency": "EUR"})
    assert odd == Reject(2, "amount", "it has more than 2 digits after the decimal point", "1.005")
    strict = DEALS.replace("else: keep", "else: reject")
    assert shape(strict, **{**row, "phase": "Closed"}).reason == (
        "the mapping gives it no meaning; it knows Closed Won, Closed Lost; did you mean 'Closed Won'?"
    )


def test_a_row_rejected_by_the_table_stays_rejected():
    reject = Reject(5, "b", "ragged")
    assert compile_mapping("shape: leads\nsource_system: x\nkey: b\n", "m.yaml", ["b"]).shape(5, reject) is reject


# -- instants -------------------------------------------------------------------------------------------------

TIMES = "shape: leads\nsource_system: x\nkey: id\ncolumns: {occurred_at: {from: at, date: %s, zone: %s}}\n"


@pytest.mark.parametrize(
    ("form", "zone", "written", "instant"),
    [
        ("iso", "UTC", "2018-02-01", local("2018-02-01")),
        ("iso", "America/Sao_Paulo", "2018-02-01", local("2018-02-01 02:00")),
        # Clocks went forward at midnight: that day began at 01:00 local time, 03:00 UTC.
        ("iso", "America/Sao_Paulo", "2017-10-15", local("2017-10-15 03:00")),
        ("iso", "America/Sao_Paulo", "2018-02-01T10:00:00Z", local("2018-02-01 10:00")),
        # Clocks went back: of the hour that came twice, the first.
        ("iso", "Europe/Berlin", "2025-10-26 02:30", local("2025-10-26 00:30")),
        ("epoch_s", "UTC", "1517443200", local("2018-02-01")),
        ("epoch_ms", "UTC", "1517443200999", local("2018-02-01")),
        ("'%m/%d/%y %I:%M %p'", "UTC", "02/01/18 3:05 PM", local("2018-02-01 15:05")),
    ],
)
def test_instants_are_read_in_their_zone(form, zone, written, instant):
    assert shape(TIMES % (form, zone), id="1", at=written).occurred_s == instant


@pytest.mark.parametrize("written", ["2018-02-30", "1.2.2018", "yesterday", "0001-01-01"])
def test_what_is_no_instant_is_rejected(written):
    made = shape(TIMES % ("iso", "UTC"), id="1", at=written)
    assert (made.line, made.column, made.value) == (2, "at", written)


def test_dates_of_fields_become_iso_days():
    text = "shape: leads\nsource_system: x\nkey: id\nfields: {renewal_on: {from: r, date: '%d/%m/%Y'}}\n"
    assert shape(text, id="1", r="03/02/2018").values == {"renewal_on": "2018-02-03"}


# -- mappings with mistakes -----------------------------------------------------------------------------------

WRONG = """\
shape: leeds
sourcesystem: crm
zone: Europe/Berln
date: tomorrow
columns:
  occured_at: When
  source:
    form: Origin
  side: {constant: byer}
  campaign: {from: C, values: {yes: 1, 1.0: x}, else: maybe}
fields:
  E-Mail: mail
  size: {from: Size, decimal: dot, optional: perhaps}
"""


def test_every_mistake_is_told_at_once_with_its_place():
    told = errors(WRONG, "Origin")
    assert [message.split(": ", 2)[:2] for message in told] == [
        ["m.yaml:1:8", "shape"],
        ["m.yaml:2:1", "sourcesystem"],
        ["m.yaml:3:7", "zone"],
        ["m.yaml:4:7", "date"],
        ["m.yaml:8:5", "columns.source.form"],
        ["m.yaml:8:5", "columns.source"],
        ["m.yaml:10:40", "columns.campaign.values"],
        ["m.yaml:10:55", "columns.campaign.else"],
        ["m.yaml:12:3", "fields.E-Mail"],
        ["m.yaml:13:31", "fields.size.decimal"],
        ["m.yaml:13:46", "fields.size.optional"],
    ]
    assert told[0].endswith("'leeds' is none of leads, touches, deals, accounts, owners, assets; did you mean 'leads'?")
    assert told[2].endswith("did you mean 'Europe/Berlin'?")
    told = errors(WRONG.replace("leeds", "leads"), "Origin")
    assert "m.yaml:6:3: columns.occured_at: there is no 'occured_at'" in "\n".join(told)
    assert "m.yaml:9:20: columns.side.constant: 'byer': it is none of buyer" in "\n".join(told)
    assert "m.yaml:5:1: external_id: say which column holds the row's own id: key: COLUMN" in "\n".join(told)


def test_missing_columns_are_named_with_the_headings_found():
    told = errors("shape: leads\nsource_system: x\nkey: id\ncolumns: {source: orgin, campaign: C}\n", "id", "origin")
    assert told == [
        "m.yaml:4:19: columns.source: the file has no column 'orgin'; did you mean 'origin'?; its headings are: id, origin",
        "m.yaml:4:36: columns.campaign: the file has no column 'C'; its headings are: id, origin",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[1, 2",
        "- a\n",
        "shape: leads\nshape: deals\n",
        "a: \x07\n",
        "!!python/x {}\n",
        "!!int\n",
        "shape:\n",
        "!!omap [a: 1, a: 2]",
        "a: !!float x",
        "a: &x\n  <<: *x",
        "a: !!bool z",
        "[" * 600,
    ],
)
def test_what_is_no_mapping_is_refused_without_a_traceback(text):
    assert all(re.match(r"m\.yaml:\d+:\d+: ?.*\w", message) for message in errors(text))


def test_a_column_left_blank_in_the_mapping_is_a_mistake():
    text = "shape: leads\nsource_system: x\nkey: id\ncolumns:\n  source: {from: }\n  campaign:\n"
    assert errors(text, "id") == [
        "m.yaml:5:12: columns.source.from: name a column of the file",
        "m.yaml:6:3: columns.campaign: give a column's name, or {from: column} or {constant: value}",
    ]


def test_headings_are_found_whatever_their_case_when_only_one_fits():
    text = "shape: leads\nsource_system: x\nkey: record id\n"
    assert shape(text, **{"Record ID": "5"}).external_id == "5"
    assert shape(text, **{"RECORD ID": "4", "record id": "5"}).external_id == "5"
    assert "no column 'record id'" in errors(text, "RECORD ID", "Record Id")[0]


def test_how_to_read_the_file_can_stand_in_the_mapping():
    said = read_mapping("shape: leads\nsource_system: x\nkey: a\nencoding: latin-1\ndelimiter: semicolon\n", "m.yaml")
    assert (said.encoding, said.delimiter) == ("latin-1", "semicolon")
    assert fit_mapping(said, ["a"]).shape(2, ["7"]) == LeadShape("7", "x")


def test_blank_words_count_as_nothing():
    text = 'shape: leads\nsource_system: x\nkey: id\nblanks: ["NULL", "n/a"]\nfields: {city: c, size: {from: s, blanks: ["0"]}}\n'
    assert shape(text, id="1", c="NULL", s="0").values == {}
    assert shape(text, id="1", c="Porto", s="NULL").values == {"city": "Porto", "size": "NULL"}


# -- mappings that come with the product ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("makes", "row", "made"),
    [
        ("leads", {"external_id": "1"}, LeadShape("1", "file", channel="import")),
        (
            "leads",
            {"external_id": "1", "occurred_at": "2026-03-01", "email": "a@example.com", "side": "marketing"},
            LeadShape(
                "1", "file", local("2026-03-01"), channel="import", side="marketing", values={"email": "a@example.com"}
            ),
        ),
        (
            "touches",
            {"external_id": "1", "lead": "7", "kind": "form_filled", "occurred_at": "2026-03-01", "of": "demo"},
            TouchShape("1", "file", "7", "form_filled", local("2026-03-01"), channel="import", of="demo"),
        ),
        ("deals", {"external_id": "1", "lead": "7", "state": ""}, DealShape("1", "file", "7")),
        (
            "deals",
            {"external_id": "1", "lead": "7", "amount_minor": "1250", "currency": "EUR"},
            DealShape("1", "file", "7", amount_minor=1250, currency="EUR"),
        ),
        (
            "deals",
            {"external_id": "1", "lead": "7", "amount": "12.50", "currency": "EUR"},
            DealShape("1", "file", "7", amount_minor=1250, currency="EUR"),
        ),
        ("accounts", {"external_id": "1", "name": "Acme", "source_system": "erp"}, AccountShape("1", "erp", "Acme")),
    ],
)
def test_without_a_mapping_columns_are_named_as_ours(makes, row, made):
    text, name = plain_mapping(makes)
    mapping = compile_mapping(text, name, list(row))
    assert mapping.makes == makes
    assert mapping.shape(2, list(row.values())) == made


def test_plain_mappings_name_the_columns_that_must_be_there():
    text, name = plain_mapping("touches")
    with pytest.raises(MappingRefused) as caught:
        compile_mapping(text, name, ["lead", "kind"])
    assert [error.path for error in caught.value.errors] == ["columns.external_id", "columns.occurred_at"]


# -- the real funnel ------------------------------------------------------------------------------------------


def olist(file_name: str, mapping_name: str):
    table = open_table(OLIST / file_name)
    path = MAPPINGS / mapping_name
    mapping = compile_mapping(path.read_text("utf-8"), path.name, table.headings)
    return mapping, [mapping.shape(line, row) for line, row in table.rows]


@pytest.mark.skipif(not OLIST.is_dir(), reason="shared/data/olist_funnel is not beside the checkout")
def test_the_olist_leads_are_all_taken():
    mapping, leads = olist("olist_marketing_qualified_leads_dataset.csv", "olist_leads.yaml")
    assert len({lead.external_id for lead in leads}) == len(leads) == 8000
    assert mapping.unused == ()
    assert leads[0] == LeadShape(
        external_id="dac32acd4db4c29c230538b72f8dd87d",
        source_system="olist",
        occurred_s=local("2018-02-01", "America/Sao_Paulo"),
        source="social",
        campaign="88740e65d5d6b056e0cda098e1ea6313",
        channel="web",
        values={},
    )
    assert sum(lead.source == "unknown" for lead in leads) == 1099 + 60
    assert len({lead.campaign for lead in leads}) == 495


@pytest.mark.skipif(not OLIST.is_dir(), reason="shared/data/olist_funnel is not beside the checkout")
def test_the_olist_deals_are_all_taken_and_keep_their_attributes_to_themselves():
    mapping, deals = olist("olist_closed_deals_dataset.csv", "olist_deals.yaml")
    assert len({deal.external_id for deal in deals}) == len(deals) == 842
    assert mapping.unused == ("has_company", "has_gtin", "average_stock", "declared_product_catalog_size")
    assert deals[0] == DealShape(
        external_id="2c43fb513632d29b3b58df74816f1b06",
        source_system="olist",
        lead="5420aad7fec3549a85876ba1c529bd84",
        state="won",
        closed_s=local("2018-02-26 19:58:54"),
        qualified_by="a8387c01a09e99ce014107505b92388c",
        closed_by="4ef15afb4b2723d8f3d81e51ec7afefe",
        values={
            "segment": "pet",
            "lead_type": "online_medium",
            "behaviour_profile": "cat",
            "business_type": "reseller",
        },
    )
    assert sum("declared_revenue" in deal.values for deal in deals) == 842 - 797
    zone = ZoneInfo("America/Sao_Paulo")
    midnight = [deal for deal in deals if datetime.fromtimestamp(deal.closed_s, zone).strftime("%T") == "00:00:00"]
    assert len(midnight) == 61


@pytest.mark.skipif(not OLIST.is_dir(), reason="shared/data/olist_funnel is not beside the checkout")
def test_a_file_of_deals_is_no_file_of_leads():
    table = open_table(OLIST / "olist_closed_deals_dataset.csv")
    text = (MAPPINGS / "olist_leads.yaml").read_text("utf-8")
    with pytest.raises(MappingRefused) as caught:
        compile_mapping(text, "olist_leads.yaml", table.headings)
    assert [error.path for error in caught.value.errors] == [
        "columns.occurred_at",
        "columns.source",
        "columns.campaign",
    ]
