"""Both teams work on one draft in their browsers, talk about it, sign it, and it takes effect; it prints on two pages."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.company import MAILS, PASSWORD
from tests.journeys.conftest import NARROW, served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def acme():
    with served("tests.journeys.acme") as address:
        yield address


def enter(visit, acme, role, **more):
    return visit(acme, **more).sign_in(MAILS[role][0], PASSWORD).page


def row(page, words):
    return page.locator(".draft-row", has_text=words).first


def open_row(page, words):
    row(page, words).get_by_role("link", name=re.compile("^Change")).click()
    page.wait_for_selector("#row-form")


def save(page):
    page.locator("#row-form button.go").click()
    page.wait_for_load_state()


def test_journey_of_a_draft_from_both_teams_to_force(acme, visit):
    ida, ana = enter(visit, acme, "marketer"), enter(visit, acme, "salesperson")
    ida.goto("/pact/")
    ida.get_by_role("button", name="Change it in a draft").click()
    ida.wait_for_url("**/pact/draft/2/**")
    assert "a draft" in ida.inner_text("h1")
    ida.wait_for_selector("#effect:not([hx-get])")
    assert "What it would have done in the last 6 months" in ida.inner_text("#effect")

    # Every mistake in its place, all at once, and what was typed is still there.
    open_row(ida, "Budget approved or planned")
    ida.fill("#row-form [name=points]", "lots")
    ida.fill("#row-form [name=because]", "")
    save(ida)
    wrong = ida.locator("#row-form .field.wrong").all_inner_texts()
    assert [("a whole number from 0 to 1000" in text, "`because` is missing" in text) for text in wrong] == [
        (True, False),
        (False, True),
    ]
    assert ida.input_value("#row-form [name=points]") == "lots"
    ida.fill("#row-form [name=points]", "20")
    ida.fill("#row-form [name=because]", "Half of those with money bought.")
    save(ida)
    assert "+20" in row(ida, "Budget approved").inner_text()
    assert "changed" in row(ida, "Budget approved").inner_text()

    # A condition is chosen, and its words stand beside it.
    ida.get_by_role("link", name="A row of points").click()
    ida.select_option("[name=part-0-what]", "field:industry")
    ida.wait_for_selector("[name=part-0-test]")
    ida.fill("[name=part-0-typed]", "logistics, retail")
    ida.fill("#row-form [name=points]", "7")
    ida.wait_for_selector(".in-words b")
    assert ida.inner_text(".in-words") == "Industry logistics or retail"
    ida.select_option("#row-form [name=asked_by]", "marketing")
    ida.fill("#row-form [name=because]", "They ship daily.")
    save(ida)
    assert "new" in row(ida, "Industry logistics or retail").inner_text()

    # The salesperson works on the same draft: another place comes together with hers, the same place is told.
    ana.goto("/pact/")
    ana.get_by_role("link", name="draft 2").click()
    open_row(ana, "Each person takes")
    open_row(ida, "Need known")
    ida.fill("#row-form [name=points]", "9")
    save(ida)
    ana.fill("#row-form [name='short_list.each_person']", "0 a week")
    save(ana)
    assert "allows none at all; expected at least 1" in ana.inner_text("#row-form")
    ana.fill("#row-form [name='short_list.each_person']", "8 a week")
    save(ana)
    assert "What others changed meanwhile is kept." in ana.inner_text("#toasts")
    assert "+9" in row(ana, "Need known").inner_text()
    open_row(ana, "Need known")
    open_row(ida, "Need known")
    ida.fill("#row-form [name=points]", "10")
    save(ida)
    ana.fill("#row-form [name=points]", "5")
    save(ana)
    assert "Ida Brandt changed the same place while you did" in ana.inner_text("main [role=alert]")
    assert "points: 10" in ana.inner_text(".clash")
    assert ana.input_value("#row-form [name=points]") == "5"
    save(ana)
    assert "+5" in row(ana, "Need known").inner_text()

    # Taken out, and taken back.
    row(ana, "Tool today known").get_by_role("button", name=re.compile("^Take out")).click()
    ana.wait_for_selector(".gone-row")
    ana.locator("#toasts").get_by_role("button", name="Undo").click()
    ana.wait_for_load_state()
    assert ana.locator(".gone-row").count() == 0
    first = ana.locator(".draft-row[data-path^='good_lead.points']").first
    first.get_by_role("button", name=re.compile("^Move down")).click()
    ana.wait_for_load_state()
    assert "People 20 to 500" in ana.locator(".draft-row[data-path^='good_lead.points']").first.inner_text()
    grip = ana.locator(".draft-row[data-path='good_lead.points[1]'] .grip")
    grip.drag_to(ana.locator(".draft-row[data-path='good_lead.points[2]'] .what"))
    ana.wait_for_load_state()
    assert "Budget approved" in ana.locator(".draft-row[data-path^='good_lead.points']").first.inner_text()

    # They talk.
    row(ana, "Industry logistics").get_by_role("link", name=re.compile("^Say something")).click()
    ana.fill("#say-row", "Are there enough of them?")
    ana.locator(".draft-row .say-form button.go").click()
    ana.wait_for_load_state()
    ida.goto("/pact/draft/2/")
    said = row(ida, "Industry logistics")
    assert "Are there enough of them?" in said.inner_text()
    said.locator("summary").click()
    said.locator("textarea[name=text]").fill("Forty a year.")
    said.get_by_role("button", name="Answer").click()
    ida.wait_for_load_state()
    row(ida, "Industry logistics").get_by_role("button", name="Settle").click()
    ida.wait_for_load_state()
    assert "settled by Ida Brandt" in row(ida, "Industry logistics").inner_text()

    # What a readable pact gets wrong keeps it from being proposed.
    mia, sam = enter(visit, acme, "marketing_head"), enter(visit, acme, "sales_head")
    mia.goto("/notices/")
    assert "Ana Lind commented on the draft of Our pact" in mia.inner_text("main")
    mia.goto("/pact/draft/2/")
    open_row(mia, "By points")
    mia.fill("#row-form [name=points]", "300")
    save(mia)
    assert "nothing would pass" in row(mia, "By points").inner_text()
    assert mia.locator("#propose button.go").is_disabled()
    open_row(mia, "By points")
    mia.fill("#row-form [name=points]", "55")
    save(mia)
    mia.fill("#note", "More room for money")
    mia.locator("#propose button.go").click()
    mia.wait_for_url(re.compile(r"/pact/\d+/$"))
    changes = mia.inner_text(".changes")
    assert "+18 -> +20" in changes
    assert "From 60 points" in changes
    assert "10 a week -> 8 a week" in changes

    # Both sign, for a day of their own choice; a day that is over is refused.
    version = mia.url
    sam.goto(version)
    assert "proposed Our pact, version 2" in (sam.goto("/notices/"), sam.inner_text("main"))[1]
    sam.goto(version)
    sam.eval_on_selector("#from", "e => e.removeAttribute('min')")
    sam.fill("#from", (datetime.now(tz=ZoneInfo("Europe/Berlin")).date() - timedelta(days=9)).isoformat())
    sam.click("text=Sign for Sales")
    assert "is over; a pact holds from today at the earliest" in sam.inner_text("#errors")
    sam.click("text=Sign for Sales")
    assert "Signed. Now the head of the other team signs." in sam.inner_text("#toasts")
    mia.goto(version)
    mia.click("text=Sign for Marketing")
    assert "in force" in mia.inner_text("h1")
    ana.goto("/pact/")
    assert "version 2, in force" in ana.inner_text("h1")
    ida.goto("/pact/draft/2/")
    assert "This draft was proposed and is no longer changed." in ida.inner_text("main")


def test_a_proposal_is_withdrawn(acme, visit):
    mia = enter(visit, acme, "marketing_head")
    mia.goto("/pact/")
    mia.get_by_role("button", name="Change it in a draft").click()
    mia.wait_for_url("**/pact/draft/**")
    open_row(mia, "Our aim")
    mia.fill("#row-form [name=value]", "We help whom we can help.")
    save(mia)
    mia.locator("#propose button.go").click()
    mia.wait_for_url(re.compile(r"/pact/\d+/$"))
    assert "Our aim" in mia.inner_text(".changes")
    mia.get_by_role("button", name="Withdraw").click()
    mia.wait_for_load_state()
    assert "withdrawn" in mia.inner_text("h1")


def pages_of(pdf):
    return len(re.findall(rb"/Type\s*/Page[^s]", pdf))


def test_the_signed_document_prints_on_two_pages(acme, visit):
    page = enter(visit, acme, "reader")
    page.goto("/pact/1/")
    page.emulate_media(media="print")
    assert pages_of(page.pdf(prefer_css_page_size=True)) == 2
    assert page.locator(".pact-signs").is_visible()
    assert not page.locator(".side").is_visible()


def test_a_draft_fits_a_narrow_phone(acme, visit):
    page = enter(visit, acme, "salesperson", size=NARROW)
    page.goto("/pact/")
    page.goto("/pact/draft/2/")
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]
