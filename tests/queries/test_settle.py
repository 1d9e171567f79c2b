"""Two files settled: what is said, with its range, and what the files cannot tell."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from leadpact.connectors import pact_file
from leadpact.connectors.settle_dates import TwoDates
from leadpact.connectors.tables_reading import TableRefused
from leadpact.evidence.uncertainty import wilson
from leadpact.queries.settle import Asked, WrongFiles, settle
from leadpact.queries.settle_lists import as_csv, lists
from leadpact.queries.settle_sheet import page
from leadpact.queries.settle_told import NothingInCommon
from tests.settle_files import company, write

NOW_S = int(datetime(2026, 11, 1, tzinfo=UTC).timestamp())
DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"


def found(sheet):
    return {each.key: each for each in sheet.findings}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return company(tmp_path_factory.mktemp("files"))


@pytest.fixture(scope="module")
def calls(files):
    return settle(files[0], files[1], now_s=NOW_S)


@pytest.fixture(scope="module")
def deals(files):
    return settle(files[0], files[2], now_s=NOW_S)


def test_good_leads_that_nobody_called(calls):
    told = found(calls)["uncalled"]
    # 134 good leads, every fifth uncalled, less those of the last seven days.
    assert (told.grade, told.figure, told.title) == ("Counted", "26 of 129", "Nobody called 26 good leads")
    low, high = wilson(26, 129)
    assert told.spread == f"{26 / 129:.0%} ({low:.0%} to {high:.0%})"
    assert {lead % 15 for lead in told.leads} == {0}
    assert "5 good leads younger than 7 days left out." in told.notes
    assert told.notes[0] == "They cost 1,040 to bring in (730 to 1,439 with the range of their number)."


def test_called_leads_that_were_never_good(calls):
    told = found(calls)["not_good"]
    assert (told.figure, told.title) == ("66 of 173", "66 of 173 leads called were never good")
    assert all(lead % 4 == 0 and lead % 3 for lead in told.leads)


def test_waits_are_kaplan_meiers_over_all_and_not_the_mean_of_the_answered(calls):
    told = found(calls)["waits"]
    assert (told.grade, told.numbers["half_s"]) == ("Corrected", 20 * 3600)
    assert (told.numbers["touched"], told.numbers["clocks"]) == (107, 134)
    assert told.rows[1] == {"share": "80%", "after": "not reached", "range": "2.1 days or more"}


def test_calls_tell_nothing_of_wins(calls):
    assert [(each.key, each.says) for each in calls.findings if each.grade is None] == [
        ("wins", "Sales' file holds no won deal; nobody can say where wins came from."),
        ("cost", "Without a won deal no cost of one can be told."),
    ]


def test_deals_tell_where_wins_came_from_and_nothing_of_calls(deals):
    told = found(deals)
    assert (told["wins"].title, told["wins"].grade) == ("Webinar: 22 of 38 won leads", "Corrected")
    assert told["wins"].says.endswith("worth 304,000.")
    assert told["waits"].says == "The files carry no first call; nobody can say how long leads waited."
    assert told["uncalled"].title == "81 good leads without a deal"
    assert told["uncalled"].notes[-1].startswith("Sales' file holds deals, not calls")
    assert deals.joined[0].endswith("83 by id (Record ID and Associated Contact IDs).")
    assert deals.asks == ()


def test_what_was_swapped_is_taken_for_what_it_is(files, deals):
    other = settle(files[2], files[0], now_s=NOW_S)
    assert other.was_swapped
    assert [each.says for each in other.findings] == [each.says for each in deals.findings]


def test_the_draft_can_be_read_and_holds_the_files_reasons(deals):
    pact = pact_file.read(deals.draft.text).pact
    assert pact is not None
    assert set(pact.deals.loss_reasons) == {"no_decision", "price_too_high", "other"}
    assert not deals.draft.is_learned


def test_lists_hold_the_leads_and_no_formula(files, tmp_path):
    text = files[0].read_text().replace("Ann0", "=cmd()")
    place = tmp_path / "leads.csv"
    place.write_text(text)
    sheet = settle(place, files[1], now_s=NOW_S)
    listed = lists(sheet)[0]
    assert listed.rows[0][:5] == ("=cmd() Bell0", "p0@firm0.example", "Firm 0", "Webinar", "5 Jan 2026")
    assert "'=cmd() Bell0" in as_csv(listed)


def test_the_page_stands_alone(calls):
    html = page(calls)
    assert "Nobody called 26 good leads" in html
    assert not any(part in html for part in ("http://", "https://", "<script", "<link", "src="))


def test_words_of_people_decide_what_is_good(files):
    sheet = settle(files[0], files[1], now_s=NOW_S, asked=Asked({"good": "Country"}, good_values=("FR",)))
    assert sheet.good.words == "A lead is good where Country is FR."


def test_leads_joined_doubtfully_widen_the_range(tmp_path):
    leads = write(
        tmp_path / "l.csv",
        [
            ["Name", "Company", "Rating", "Created"],
            *([f"A{n} B{n}", f"Firm {n // 2}", "Hot" if n % 2 else "Cold", "2026-01-05"] for n in range(40)),
        ],
    )
    sales = write(
        tmp_path / "s.csv",
        [["Activity type", "Activity date", "Company"], *(["Call", "2026-02-01", f"Firm {n}"] for n in range(10))],
    )
    told = found(settle(leads, sales, now_s=NOW_S))
    assert told["not_good"].figure == "10 of 10"
    assert "10 of them joined doubtfully." in told["not_good"].notes


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        (b"", TableRefused, "the file is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00" * 40, TableRefused, "encoding"),
        (b"Stadt,Plz\nBerlin,10115\n", NothingInCommon, "they share no id, e-mail, phone or company"),
        (b"Email,Stage,Amount\nx@nowhere.example,Won,5\n", NothingInCommon, "compared by email"),
        (b"Email,Stage,Amount\n", WrongFiles, "no row below its headings that counts"),
        (b"Email,Activity type,Activity date\np1@firm1.example,Call,3/4/2026\n", TwoDates, "could be two dates"),
    ],
)  # fmt: skip
def test_wrong_files_are_refused_in_words(files, tmp_path, content, error, says):
    place = tmp_path / "other.csv"
    place.write_bytes(content)
    with pytest.raises(error, match=says):
        settle(files[0], place, now_s=NOW_S)


def test_the_same_file_twice_is_refused(files):
    with pytest.raises(WrongFiles, match="are the same file"):
        settle(files[0], files[0], now_s=NOW_S)


@pytest.mark.skipif(not DATA.exists(), reason="the shared data are not here")
def test_olists_files_say_what_they_can():
    place = DATA / "olist_funnel"
    sheet = settle(
        place / "olist_marketing_qualified_leads_dataset.csv", place / "olist_closed_deals_dataset.csv", now_s=NOW_S,
        asked=Asked(spend={"paid_search": 90_000.0, "organic_search": 20_000.0}),
    )  # fmt: skip
    told = found(sheet)
    assert {key: each.grade for key, each in told.items()} == {
        "uncalled": None, "not_good": None, "waits": None, "wins": "Corrected", "cost": "Corrected",
    }  # fmt: skip
    assert told["wins"].says == "842 of 8,000 leads won, 10.5% (9.9% to 11.2%)."
    assert {row["source"]: row["won"] for row in told["wins"].rows}["organic_search"] == 271
    assert sheet.draft.is_learned
    assert pact_file.read(sheet.draft.text).pact is not None
    assert (sheet.until, sheet.picture.joined.by) == ("14 November 2018", {"id": 842})


@pytest.mark.skipif(not DATA.exists(), reason="the shared data are not here")
@pytest.mark.parametrize(
    ("one", "other", "by"),
    [
        ("hubspot_contacts_export", "hubspot_deals_export", {"id": 2}),
        ("hubspot_contacts_export", "pipedrive_deals", {"company and name": 2}),
        ("hubspot_contacts_export", "odoo_crm_lead_export", {"email": 2}),
        ("pipedrive_people", "pipedrive_deals", {"company and name": 1}),
        ("mautic_contacts_export", "odoo_crm_lead_export", {"email": 1}),
        ("mautic_contacts_export", "hubspot_deals_export", {"company": 1}),
        ("salesforce_leads_report_latin1", "salesforce_opportunities_report", {"company": 2}),
        ("salesforce_leads_report_latin1", "salesforce_tasks_report", {"company and name": 2}),
        ("salesforce_data_loader_lead", "salesforce_opportunities_report", {"company": 1}),
        ("odoo_crm_lead_template", "pipedrive_deals", {"company and name": 1}),
    ],
)  # fmt: skip
def test_samples_of_crms_join(one, other, by):
    place = DATA / "crm_formats" / "samples"
    sheet = settle(
        place / f"{one}.csv", place / f"{other}.csv", now_s=NOW_S + 86400 * 365,
        asked=Asked(answers={"encoding": "windows-1252"}, order="month-first"),
    )  # fmt: skip
    assert sheet.picture.joined.by == by
    assert page(sheet).startswith("<!doctype html>")


@pytest.mark.skipif(not DATA.exists(), reason="the shared data are not here")
@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ("salesforce/sf_contact_data", "salesforce/sf_task_data", "compared by id with who_id"),
        ("salesforce/sf_lead_data", "salesforce/sf_opportunity_data", "all 10 are marked as deleted"),
        ("hubspot/contact_data", "hubspot/deal_contact_data", "compared by id with contact_id"),
        ("hubspot/contact_data", "hubspot/deal_data", "they share no id, e-mail, phone or company"),
        ("marketo/marketo_lead_data", "salesforce/sf_lead_data", "email, name. Are they of the same time"),
    ],
)  # fmt: skip
def test_real_exports_that_do_not_belong_together_are_refused_with_what_was_compared(one, other, says):
    place = DATA / "crm_native"
    with pytest.raises((NothingInCommon, WrongFiles), match=says):
        settle(place / f"{one}.csv", place / f"{other}.csv", now_s=NOW_S)
