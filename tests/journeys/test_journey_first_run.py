"""From an empty installation to a pact that both teams signed, in a browser."""

import pytest

from tests.journeys.conftest import served

pytestmark = pytest.mark.browser
WORD = "a long pass phrase"


def invite(page, name, mail, role):
    page.goto("/people/new/")
    page.fill("input[name=name]", name)
    page.fill("input[name=email]", mail)
    page.select_option("select[name=role]", role)
    page.click("main form button.go")
    return page.inner_text("main code.take")


def enter(visitor, link):
    visitor.page.goto(link)
    visitor.page.fill("input[name=password]", WORD)
    visitor.page.click("button.go")
    visitor.page.wait_for_url(lambda url: "welcome" not in url)
    return visitor.page


def test_journey_from_nothing_to_a_signed_pact(visit):
    with served() as address:
        operator = visit(address)
        page = operator.page
        page.goto("/")
        assert "first-run" in page.url
        page.fill("input[name=company]", "Halden Bau")
        page.fill("input[name=zone]", "Europe/Berlinn")
        page.fill("input[name=country]", "DE-BY")
        page.fill("input[name=name]", "Olga Operator")
        page.fill("input[name=email]", "olga@halden.example")
        page.fill("input[name=password]", WORD)
        page.click("button.go")
        assert "Europe/Berlin" in page.inner_text("main")
        page.fill("input[name=zone]", "Europe/Berlin")
        page.fill("input[name=password]", WORD)
        page.click("button.go")
        page.wait_for_url("**/people/")
        links = {
            role: invite(page, name, mail, role)
            for role, name, mail in (
                ("marketing_head", "Mia Head", "mia@halden.example"),
                ("sales_head", "Sam Head", "sam@halden.example"),
                ("salesperson", "Ana Lind", "ana@halden.example"),
            )
        }
        mia = enter(visit(address), links["marketing_head"])
        mia.goto("/pact/")
        mia.click("text=Read the starter")
        mia.click("text=As YAML")
        text = mia.input_value("textarea#yaml")
        mia.fill("textarea#yaml", text.replace("good_lead:", "god_lead:"))
        mia.click("text=Save the file")
        assert "good_lead" in mia.inner_text("[role=alert]")
        mia.fill("textarea#yaml", text)
        mia.click("text=Save the file")
        mia.click("text=Document")
        mia.click("#propose button.go")
        mia.click("text=Sign for Marketing")
        assert "Signed by Mia Head" in mia.inner_text("main")
        sam = enter(visit(address), links["sales_head"])
        sam.goto("/pact/")
        sam.click("text=Sign for Sales")
        assert "in force" in sam.inner_text("h1")
        ana = enter(visit(address), links["salesperson"])
        assert "Nothing waits for you" in ana.inner_text("main")
        page.goto("/keys/")
        page.fill("input[name=name]", "Web site")
        page.check("input[value=capture]")
        page.click("main form button.go")
        assert page.inner_text("main code").startswith("lp_")
        page.goto("/keys/")
        assert "lp_" in page.inner_text("main")
        page.click("text=Revoke")
        assert "revoked" in page.inner_text("main table")
