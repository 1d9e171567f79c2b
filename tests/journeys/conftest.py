"""A real server with its own database, and real browsers to drive it."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests.compiled_once import KEPT
from tests.prepare import browser as browser_path

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESK, PHONE, NARROW = (1360, 900), (390, 844), (320, 720)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def own_database():
    """A fresh database of its own on the server that LEADPACT_DATABASE_URL names; nothing on SQLite."""
    given = os.environ.get("LEADPACT_DATABASE_URL", "")
    if not given:
        yield {}
        return
    import psycopg

    parts = urlsplit(given)
    name = f"journey_{os.getpid()}_{time.monotonic_ns()}"
    folder = re.search(r"host=([^&]+)", parts.query).group(1)
    with psycopg.connect(dbname="postgres", user=parts.username, host=folder, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    yield {"LEADPACT_DATABASE_URL": urlunsplit(parts._replace(path=f"/{name}"))}


@contextmanager
def served(prepare=None):
    """Serve a fresh installation on a port of its own; ``prepare`` is a module run in it first. Gives its address."""
    home = tempfile.mkdtemp(prefix="lp-journey-")
    KEPT.mkdir(parents=True, exist_ok=True)
    (Path(home) / "compiled").symlink_to(KEPT)
    port = free_port()
    with own_database() as database:
        environment = {
            **os.environ, **database, "LEADPACT_HOME": home, "LEADPACT_WORKER": "thread",
            "LEADPACT_BASE_URL": f"http://127.0.0.1:{port}", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
            "DJANGO_SETTINGS_MODULE": "leadpact.settings",
        }  # fmt: skip
        subprocess.run(
            [sys.executable, "-m", "leadpact", "migrate"], env=environment, check=True, cwd=ROOT, capture_output=True
        )
        if prepare:
            subprocess.run([sys.executable, "-m", prepare], env=environment, check=True, cwd=ROOT)
        log = open(f"{home}/server.log", "w")
        process = subprocess.Popen(
            [sys.executable, "-m", "leadpact", "serve", "--port", str(port)],
            env=environment,
            cwd=ROOT,
            stdout=log,
            stderr=log,
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz/", process, f"{home}/server.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
            log.close()
            said = Path(f"{home}/server.log").read_text()
            shutil.rmtree(home, ignore_errors=True)
        assert "Traceback" not in said, said


def wait_for(address, process, log):
    for _ in range(300):
        if process.poll() is not None:
            raise AssertionError(Path(log).read_text())
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"no answer from {address} within 30 s:\n{Path(log).read_text()}")


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    path = browser_path()
    if path is None:
        pytest.fail("No browser: make test installs one, or says how.")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield found
        found.close()


class Visitor:
    """Somebody at a browser; keeps what the page complained about."""

    def __init__(self, chromium, address, size=DESK, scheme="light"):
        self.context = chromium.new_context(
            base_url=address, viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, locale="en-GB"
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.complaints = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)

    def sign_in(self, mail, password):
        self.page.goto("/sign-in/")
        self.page.fill("input[name=username]", mail)
        self.page.fill("input[name=password]", password)
        self.page.click("main button.go")
        self.page.wait_for_url(lambda url: "sign-in" not in url)
        return self

    def close(self):
        self.context.close()
        # A refusal is told with its status; a fade between pages is cut short by who goes on at once.
        expected = ("status of 4", "Transition was aborted")
        unexpected = [c for c in self.complaints if not any(each in c for each in expected)]
        assert not unexpected, unexpected


@pytest.fixture
def visit(chromium):
    """Opens visitors and closes them, failing when a page complained."""
    opened = []

    def open_one(address, **options):
        opened.append(Visitor(chromium, address, **options))
        return opened[-1]

    yield open_one
    for visitor in opened:
        visitor.close()
