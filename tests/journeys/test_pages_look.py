"""Every page, for each role: nothing serious for axe, no sideways scroll, nothing the browser complains about."""

import pytest

from tests.company import MAILS, PASSWORD
from tests.journeys.conftest import DESK, NARROW, PHONE, served

pytestmark = pytest.mark.browser
PAGES = {
    "salesperson": ["/short-list/", "/deals/", "/leads/", "/leads/new/", "/scoreboard/", "/notices/", "/queue/", "/find/?q=given", "/hours/"],
    "marketer": ["/desk/", "/desk/?lead=8", "/leads/", "/leads/7/", "/leads/2/", "/leads/7/edit/", "/queue/", "/evidence/"],
    "marketing_head": ["/pact/", "/pact/draft/1/", "/pact/draft/1/?edit=good_lead.points[2]", "/pact/draft/1/?edit=hand_offs[1].lanes[1]",
        "/pact/draft/1/?say=vision", "/pact/draft/1/?tab=yaml", "/pact/draft/1/?tab=history", "/pact/1/statement/",
        "/pact/1/trials/", "/pact/1/replay/", "/pact/1/replay/?line=900&side=leaves", "/goals/", "/pact/propose/", "/deals/", "/deals/1/"],
    "sales_head": ["/short-list/", "/leads/3/", "/deals/2/", "/leads/3/deal/"],
    "operator": ["/people/", "/people/new/", "/people/2/", "/keys/", "/hours/2/", "/jobs/"],
    "reader": [
        "/scoreboard/", "/evidence/", "/evidence/funnel/", "/evidence/source_quality/", "/evidence/sla_keeping/",
        "/evidence/persistence/", "/evidence/acceptance/", "/evidence/lead_definition/", "/evidence/source_shares/",
        "/evidence/goals/", "/evidence/loss_reasons/", "/evidence/attribution/", "/evidence/promises/",
        "/evidence/scoring_quality/", "/evidence/readiness/",
        "/short-list/",
    ],
}  # fmt: skip
MAIL_OF = {role: mail for role, (mail, _) in MAILS.items()} | {"operator": "op@acme.example"}


@pytest.fixture(scope="module")
def acme():
    with served("tests.journeys.acme") as address:
        yield address


def serious(page):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        (v["id"], [node["html"][:160] for node in v["nodes"][:3]])
        for v in found
        if v["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("role", PAGES)
@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk-light", "phone-dark"])
def test_pages_are_accessible(acme, visit, role, size, scheme):
    visitor = visit(acme, size=size, scheme=scheme).sign_in(MAIL_OF[role], PASSWORD)
    wrong = {}
    for address in PAGES[role]:
        visitor.page.goto(address)
        found = serious(visitor.page)
        if found:
            wrong[address] = found
    assert wrong == {}


COVERED = """() => {
  const box = document.querySelector("h1").getBoundingClientRect();
  const above = document.elementFromPoint(box.left + 8, box.top + box.height / 2);
  return above === null || above.closest("h1") ? null : above.outerHTML.slice(0, 120);
}"""
"""What lies over the heading of a page, if anything."""


@pytest.mark.parametrize("role", PAGES)
def test_pages_fit_a_narrow_phone(acme, visit, role):
    visitor = visit(acme, size=NARROW).sign_in(MAIL_OF[role], PASSWORD)
    wide, covered = {}, {}
    for address in PAGES[role]:
        visitor.page.goto(address)
        width = visitor.page.evaluate("document.documentElement.scrollWidth")
        if width > NARROW[0]:
            wide[address] = width
        found = visitor.page.evaluate(COVERED)
        if found:
            covered[address] = found
    assert (wide, covered) == ({}, {})


FIGURES = """() => {
  document.querySelectorAll("details.nums").forEach((each) => { each.open = true });
  const far = [...document.querySelectorAll(".scroll table")].filter((table) => {
    const name = table.querySelector("tbody th");
    const is_cut = table.offsetWidth > table.parentElement.clientWidth;
    return name && is_cut && name.getBoundingClientRect().width > 0.45 * innerWidth;
  });
  return [document.documentElement.scrollWidth - innerWidth, far.map((table) => table.caption.textContent)];
}"""
"""By how much a page is wider than the window with its numbers open, and tables whose names push the figures away."""


def test_figures_stand_beside_their_names_on_a_phone(acme, visit):
    visitor = visit(acme, size=PHONE).sign_in(MAIL_OF["reader"], PASSWORD)
    wrong = {}
    for address in PAGES["reader"]:
        visitor.page.goto(address)
        found = visitor.page.evaluate(FIGURES)
        if found != [0, []]:
            wrong[address] = found
    assert wrong == {}


CUT = """() => {
  document.querySelectorAll("details.nums").forEach((each) => { each.open = true });
  return [...document.querySelectorAll(".scroll:has(.stacks), .grid-fig .plot")].filter((each) => each.scrollWidth > each.clientWidth)
    .map((each) => each.getAttribute("aria-label"));
}"""
"""Tables of blocks, and grids, that a phone has to scroll sideways."""


def test_tables_of_many_columns_fit_a_phone(acme, visit):
    visitor = visit(acme, size=PHONE).sign_in(MAIL_OF["reader"], PASSWORD)
    cut, seen = {}, 0
    for address in PAGES["reader"]:
        visitor.page.goto(address)
        cut[address] = visitor.page.evaluate(CUT)
        seen += visitor.page.locator(".stacks").count()
    assert not any(cut.values()), cut
    assert seen


WIDER = """() => {
  document.querySelectorAll("details.nums").forEach((each) => { each.open = true });
  const wide = [...document.querySelectorAll("#measure *")].filter((each) => !each.closest(".vh, svg, .xy"))
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 1);
  const shown = [...document.querySelectorAll(".skip, .side, .top, .tabbar, .crumb, .ask, .links")]
    .filter((each) => each.getClientRects().length);
  return [...wide, ...shown].map((each) => each.outerHTML.slice(0, 80));
}"""
"""What reaches beyond the paper, and what leads about the site and has no place on paper."""
PAPER = (687, 970)
"""A page of A4 within its margins, in pixels."""


def test_measures_print_whole_and_without_what_leads_about(acme, visit):
    visitor = visit(acme, size=PAPER).sign_in(MAIL_OF["reader"], PASSWORD)
    visitor.page.emulate_media(media="print")
    wrong = {}
    for address in PAGES["reader"]:
        if address.startswith("/evidence/") and address != "/evidence/":
            visitor.page.goto(address)
            found = visitor.page.evaluate(WIDER)
            if found:
                wrong[address] = found
    assert wrong == {}


def test_a_phone_reaches_every_place_and_signs_out(acme, visit):
    page = visit(acme, size=PHONE).sign_in(MAIL_OF["salesperson"], PASSWORD).page
    page.goto("/short-list/")
    bar = page.locator(".tabbar a").all_inner_texts()
    page.get_by_role("button", name="You").click()
    menu = page.locator("#person-menu")
    rest = [text for text in menu.locator("a.phone-only").all_inner_texts() if text]
    assert [*bar, *rest] == ["Short list", "Queue", "Deals", "Leads", "Scoreboard", "Evidence", "Pact"]
    menu.get_by_role("link", name="Pact").click()
    page.wait_for_url("**/pact/")
    page.get_by_role("button", name="You").click()
    menu.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in/")


def test_pages_before_signing_in_are_accessible(acme, visit):
    visitor = visit(acme)
    wrong = {}
    for address in ("/sign-in/", "/no-such-page/", "/api/docs"):
        visitor.page.goto(address)
        found = serious(visitor.page)
        if found:
            wrong[address] = found
    assert wrong == {}
