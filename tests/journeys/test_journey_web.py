"""What comes in from the web: a form in a frame of another site, a phone at a show without a network, real trackers."""

import http.server
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.company import PASSWORD
from tests.connectors.test_codes import picture
from tests.journeys.conftest import FLAGS, PHONE, served
from tests.prepare import browser as browser_path

pytestmark = pytest.mark.browser
CARD = """BEGIN:VCARD
VERSION:3.0
N:Rahman;Nadia;;;
ORG:Kessler Logistik;Operations
TITLE:Head of Operations
TEL;TYPE=CELL:+49 170 1234567
EMAIL;TYPE=INTERNET:nadia@kessler.example
END:VCARD"""


@contextmanager
def site(text):
    """Another web site, on a port of its own, with one page."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def product():
    with served("tests.journeys.acme_web") as address:
        yield address


def told(visit, product, path="/data/trackers/"):
    marketer = visit(product).sign_in("ida@acme.example", PASSWORD)
    marketer.page.goto(path)
    return marketer.page


def test_real_trackers_of_segment_rudderstack_and_snowplow_send_here(visit, product):
    import rudderstack.analytics as rudder
    import segment.analytics as segment
    from snowplow_tracker import Emitter, PageView, Subject, Tracker

    segment.write_key, segment.host, segment.send, segment.max_retries = "journey-server-key", product, True, 1
    segment.identify("u1", {"email": "sven@segment.example", "name": "Sven Segment", "company": {"name": "Halden"}})
    segment.page("u1", "Docs", "Pricing", {"url": "https://acme.example/pricing?utm_medium=cpc"})
    segment.track("u1", "Demo Requested", {"form": "demo"})
    segment.shutdown()
    rudder.write_key, rudder.dataPlaneUrl, rudder.gzip = "journey-server-key", product, True
    rudder.track("u2", "Webinar Attended", {"webinar": "Returns"})
    rudder.identify("u2", {"email": "rut@rudder.example", "name": "Rut Rudder"})
    rudder.shutdown()
    host = product.removeprefix("http://")
    emitter = Emitter(
        host.partition(":")[0], protocol="http", port=int(host.partition(":")[2]), method="post", batch_size=1
    )
    tracker = Tracker("sp", emitters=emitter, app_id="site", subject=Subject().set_domain_user_id("d1"))
    tracker.track(PageView(page_url="https://acme.example/pricing", page_title="Pricing"))
    tracker.flush()

    page = told(visit, product)
    says = page.inner_text("main")
    for part in (
        "Sven Segment",
        "Rut Rudder",
        "paid search",
        "Filled in a form",
        "Came to an event",
        "visitor unknown",
    ):
        assert part in says
    page.click("text=Sven Segment >> nth=0")
    assert "Halden" in page.inner_text("main")
    assert "paid search" in page.inner_text("main .came")


def test_trackers_of_node_send_here(visit, product):
    modules = Path(sys.prefix) / "node" / "node_modules"
    if not modules.is_dir():
        pytest.skip("Node's trackers are not there; `make install` fetches them")
    sends = Path(__file__).resolve().parents[1] / "node" / "send.mjs"
    command = ["node", str(sends), str(modules), product, "journey-server-key"]
    sent = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (sent.returncode, sent.stderr) == (0, "")
    page = told(visit, product)
    for whose, did in (
        ("Nils Node", "Filled in a form"),
        ("Nora Node", "Came to an event"),
        ("visitor unknown", "node prices"),
    ):
        assert did in page.locator("tr", has_text=whose).first.inner_text()


def test_a_form_stands_in_a_page_of_another_site_and_knows_where_its_reader_came_from(visit, product):
    scripts = (
        f'<script src="{product}/static/visits.js" data-key="journey-page-key" data-consent="given" defer></script>'
        f'<script src="{product}/static/form-embed.js" data-form="journey-web" defer></script>'
    )
    with site(f"<!doctype html><title>Acme</title><body>{scripts}</body>") as other:
        buyer = visit(other, size=PHONE)
        # A browser without a window says so of itself, and would be counted as a machine.
        buyer.context.add_init_script(
            "Object.defineProperty(navigator, 'userAgent', {get: () => 'Mozilla/5.0 Firefox/140'})"
        )
        buyer.page.goto("/pricing?utm_source=newsletter&utm_medium=email&utm_campaign=Spring")
        frame = buyer.page.frame_locator("iframe")
        frame.locator("h1").wait_for()
        frame.locator("input[name=email]").fill("frida@frame.example")
        frame.locator("button").click()
        frame.locator("[role=alert]").wait_for()
        assert frame.locator("input[name=email]").input_value() == "frida@frame.example"
        frame.locator("input[name=name]").fill("Frida Frame")
        frame.locator("input[name=agreed]").check()
        buyer.page.wait_for_timeout(2500)
        frame.locator("button").click()
        frame.locator("text=Thank you").wait_for()
    page = told(visit, product, "/leads/")
    page.click("text=Frida Frame")
    says = page.inner_text("main")
    for part in ("email", "Spring", "Looked at", "demo"):
        assert part in says, part


def test_the_camera_of_a_phone_reads_a_card_with_and_without_a_network(product, chromium, tmp_path):
    film = tmp_path / "camera.y4m"
    grey = picture(CARD.replace("\n", "\r\n"))
    frame = b"FRAME\n" + grey + bytes([128]) * (len(grey) // 2)
    film.write_bytes(b"YUV4MPEG2 W640 H480 F5:1 Ip A1:1 C420jpeg\n" + frame * 3)
    flags = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
    flags += [f"--use-file-for-fake-video-capture={film}"]
    browser = chromium.browser_type.launch(executable_path=browser_path(), args=[*FLAGS, *flags])
    try:
        page = browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]})
        page.goto(f"{product}/sign-in/")
        page.fill("input[name=username]", "ida@acme.example")
        page.fill("input[name=password]", PASSWORD)
        page.click("main button.go")
        page.goto(f"{product}/show/journey-show/")
        page.click("summary:has-text('Read a business card')")
        page.click("text=Scan a QR code")
        page.wait_for_selector("#show-says:has-text('Read:')", timeout=40_000)
        said = {name: page.input_value(f"#show-form [name={name}]") for name in ("name", "company", "email", "phone")}
        assert said == {
            "name": "Nadia Rahman", "company": "Kessler Logistik", "email": "nadia@kessler.example",
            "phone": "+49 170 1234567",
        }  # fmt: skip
        assert page.locator("#card-video").is_hidden()
        page.context.set_offline(True)
        page.click("text=Scan a QR code")
        page.wait_for_selector("#show-says:has-text('with a network only')", timeout=40_000)
    finally:
        browser.close()


def test_a_phone_at_a_show_takes_leads_without_a_network_and_sends_them_once(visit, product):
    seller = visit(product, size=PHONE).sign_in("ida@acme.example", PASSWORD)
    page = seller.page
    page.goto("/show/journey-show/")
    page.wait_for_selector("body[data-kept=yes]")
    seller.context.set_offline(True)
    page.reload()  # From the phone itself.
    page.click("text=Read a business card")
    page.fill("#card-text", CARD)
    page.click("#card-use")
    assert page.input_value("input[name=name]") == "Nadia Rahman"
    assert page.input_value("input[name=company]") == "Kessler Logistik"
    page.click("#show-form button.go")
    page.wait_for_selector("#show-waiting li")
    page.fill("input[name=name]", "Bo Nobody")
    page.fill("input[name=email]", "no address")
    page.click("#show-form button.go")
    page.wait_for_selector("#show-count:text-is('2')")
    assert "No network" in page.inner_text("#show-says")
    page.reload()
    page.wait_for_selector("#show-count:text-is('2')")

    page.click("#show-practice")
    page.fill("input[name=name]", "Only Practice")
    page.fill("input[name=email]", "only@practice.example")
    page.click("#show-form button.go")
    page.wait_for_selector("#show-sent li")
    page.click("#show-practice")

    seller.context.set_offline(False)
    page.click("#show-send")
    page.wait_for_selector("#show-count:text-is('1')")
    assert "Nadia Rahman" in page.inner_text("#show-sent")
    assert "ana@example.com" in page.inner_text("#show-waiting")
    page.click("text=Mend it")
    assert page.input_value("input[name=name]") == "Bo Nobody"
    page.reload()  # Left half-way: it is still there, as it was.
    page.wait_for_selector("#show-count:text-is('1')")
    page.click("text=Mend it")
    page.fill("input[name=email]", "bo@nobody.example")
    page.click("#show-form button.go")
    page.wait_for_selector("#show-count:text-is('0')")

    page.goto("/leads/")
    says = page.inner_text("main")
    assert says.count("Nadia Rahman") == says.count("Bo Nobody") == 1
    assert "Only Practice" not in says
    seller.complaints[:] = [each for each in seller.complaints if "ERR_INTERNET_DISCONNECTED" not in each]
