"""Two people play one lead from capture to won; another goes back with a reason."""

import pytest

from tests.company import MAILS, PASSWORD
from tests.journeys.conftest import PHONE, served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def acme():
    with served("tests.journeys.acme_bare") as address:
        yield address


def fill(page, values):
    for name, value in values.items():
        box = page.locator(f"#pane [name={name}]")
        if box.evaluate("e => e.tagName") == "SELECT":
            box.select_option(value)
        else:
            box.fill(value)


def capture(page, name, company, phone):
    page.goto("/leads/new/")
    page.fill("input[name=name]", name)
    page.fill("input[name=company]", company)
    page.fill("input[name=job_title]", "Head of Operations")
    page.fill("input[name=email]", f"{name.split()[0].lower()}@{company.split()[0].lower()}.example")
    page.fill("input[name=phone]", phone)
    page.fill("input[name=source]", "trade show")
    page.click("main form button.go")
    page.wait_for_url("**/leads/*/")
    return page.url.rstrip("/").rsplit("/", 1)[-1]


def qualify_and_hand_over(page, lead_id):
    page.goto(f"/desk/?lead={lead_id}")
    fill(page, {"budget": "approved", "need": "too many returns", "timeframe_months": "3"})
    for box in page.locator("#pane input[name=action]").all():
        box.check()
    page.click("#pane button[value=hand_over]")


def test_journey_from_capture_to_won(acme, visit):
    ida = visit(acme).sign_in(MAILS["marketer"][0], PASSWORD)
    lead_id = capture(ida.page, "Nadia Rahman", "Kessler Logistik", "+49 30 1234567")
    ida.page.goto(f"/desk/?lead={lead_id}")
    assert "missing" in ida.page.inner_text("main")
    ida.page.click("#pane button[value=hand_over]")
    ida.page.wait_for_selector("text=Gate closed")
    qualify_and_hand_over(ida.page, lead_id)
    ida.page.wait_for_selector("text=/Ana Lind/")
    ana = visit(acme).sign_in(MAILS["salesperson"][0], PASSWORD)
    page = ana.page
    page.goto("/short-list/")
    row = page.locator(f"#lead-{lead_id}")
    assert "Nadia Rahman" in row.inner_text()
    points = int(row.locator(".pts b").inner_text())
    shown = sum(int(each.replace("−", "-").replace("+", "")) for each in row.locator(".why b").all_inner_texts())
    assert shown == points
    page.keyboard.press("j")
    page.locator(f"#lead-{lead_id} h3 a").focus()
    page.keyboard.press("c")
    page.keyboard.press("1")
    page.wait_for_selector("text=Noted, and the lead is yours.")
    page.goto(f"/leads/{lead_id}/")
    assert "Talked on the phone" in page.inner_text("main")
    page.click("text=Open a deal")
    page.fill("input[name=amount]", "12000.50")
    page.click("main form button.go")
    page.wait_for_url("**/deals/*/")
    page.locator(".stage-buttons button").nth(1).click()
    page.wait_for_selector("text=The deal is moved.")
    page.click("button:has-text('Won, in EUR')")
    page.wait_for_selector("text=/Won!/")
    page.goto("/scoreboard/")
    board = page.inner_text("main")
    assert "Ida Brandt" in board
    assert "Ana Lind" in board
    ida.page.goto("/scoreboard/")
    assert "Kessler Logistik" in ida.page.inner_text("main")
    ida.page.goto("/notices/")
    assert "Nadia Rahman" in ida.page.inner_text("main")


def test_journey_of_a_lead_that_goes_back(acme, visit):
    ida = visit(acme).sign_in(MAILS["marketer"][0], PASSWORD)
    lead_id = capture(ida.page, "Pieter Vries", "Polder Cold Chain", "+31 20 7654321")
    qualify_and_hand_over(ida.page, lead_id)
    ana = visit(acme, size=PHONE).sign_in(MAILS["salesperson"][0], PASSWORD)
    page = ana.page
    page.goto("/short-list/")
    row = page.locator(f"#lead-{lead_id}")
    row.locator("button:has-text('Send back')").click()
    page.locator(f"#back-{lead_id} button", has_text="Too early").click()
    page.wait_for_selector(f"#lead-{lead_id}", state="detached")
    page.click(".toast button:has-text('Undo')")
    page.wait_for_selector(f"#lead-{lead_id}")
    row.locator("button:has-text('Send back')").click()
    page.locator(f"#back-{lead_id} button", has_text="No budget").click()
    page.wait_for_selector(f"#lead-{lead_id}", state="detached")
    ida.page.goto(f"/leads/{lead_id}/")
    story = ida.page.inner_text("main")
    assert "no budget" in story.lower()
    ida.page.goto("/notices/")
    assert "Pieter Vries" in ida.page.inner_text("main")


TWICE = """() => {
  const button = document.querySelector("main form button.go");
  button.click();
  setTimeout(() => button.click(), 40);
}"""


def test_a_second_click_sends_nothing_and_a_lost_session_is_told(acme, visit):
    page = visit(acme).sign_in("ana@acme.example", PASSWORD).page
    page.goto("/leads/new/")
    page.fill("input[name=name]", "Tova Twice")
    page.evaluate(TWICE)
    page.wait_for_url(lambda url: "/leads/new/" not in url)
    page.goto("/find/?q=Tova+Twice")
    assert page.inner_text("h1") == "1 lead found for “Tova Twice”"
    page.click("#found a")
    page.wait_for_selector("#lead [data-press=c]")
    page.context.clear_cookies(name="sessionid")
    page.keyboard.press("c")
    page.keyboard.press("1")
    page.wait_for_url(lambda url: "/sign-in/" in url)
    assert "nothing was saved" in page.inner_text(".note")
