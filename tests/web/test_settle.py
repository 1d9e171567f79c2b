"""Two files dropped on one page: without an account on one's own machine, and with nothing kept."""

import tempfile
from pathlib import Path

import pytest
from django.test import Client

from leadpact.evidence import compiled
from leadpact.ledger import reader
from tests.company import company as acme_of
from tests.settle_files import company, write

pytestmark = pytest.mark.django_db
OWN = {"SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000"}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return company(tmp_path_factory.mktemp("files"))


@pytest.fixture
def own(settings):
    settings.ALLOWED_HOSTS = ["*"]
    settings.BASE_URL = "http://127.0.0.1:8000"
    return Client(**OWN)


def send(client, one, other, **said):
    with one.open("rb") as marketing, other.open("rb") as sales:
        return client.post("/settle/", {"marketing": marketing, "sales": sales, **said})


def test_no_account_is_needed_on_ones_own_machine_and_nothing_is_kept(own, files, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = reader.watermark()
    assert own.get("/settle/").status_code == 200
    answer = send(own, files[0], files[1])
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Nobody called 26 good leads" in html
    assert "data-print" in html
    assert answer["Cache-Control"] == "no-store"
    nonce = answer["Content-Security-Policy"].split("nonce-")[1].split("'")[0]
    assert f'<style nonce="{nonce}">' in html
    assert list(tmp_path.iterdir()) == []
    assert reader.watermark() == before


@pytest.mark.parametrize(
    ("base", "host", "more"),
    [
        ("https://leads.example", "leads.example", {}),
        ("https://leads.example", "127.0.0.1", {}),
        ("http://127.0.0.1:8000", "127.0.0.1", {"REMOTE_ADDR": "192.0.2.7"}),
        ("http://127.0.0.1:8000", "127.0.0.1", {"HTTP_X_FORWARDED_FOR": "192.0.2.7"}),
    ],
)  # fmt: skip
def test_elsewhere_one_signs_in_first(settings, base, host, more):
    settings.ALLOWED_HOSTS = ["*"]
    settings.BASE_URL = base
    acme = acme_of()
    client = Client(SERVER_NAME=host, **more)
    assert client.get("/settle/")["Location"] == "/sign-in/?next=/settle/"
    client.force_login(acme.people["salesperson"])
    assert client.get("/settle/").status_code == 200


def test_what_people_say_is_heard_and_no_compiled_query_holds_it(own, files, monkeypatch, tmp_path):
    monkeypatch.setattr(compiled, "_place", [tmp_path])
    html = send(own, files[0], files[2], good="Country=FR", cost="Webinar=9000\nFair=5000").content.decode()
    assert "A lead is good where Country is FR." in html
    assert "good leads without a deal" in html
    kept = [path.read_text(encoding="utf-8") for path in tmp_path.glob("*/*.json")]
    assert len(kept) > 3
    said = ("Country", "'FR'", "Webinar", "Fair", "Firm")
    assert [word for word in said if any(word in each for each in kept)] == []


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"good": "Hot"}, "Write a column, an equals sign and its words"),
        ({"cost": "web"}, "“web” is no source with an amount"),
        ({"zone": "Mars"}, "There is no such time zone"),
        ({"good": "Nowhere=x"}, "There is no column &#x27;Nowhere&#x27;"),
    ],
)  # fmt: skip
def test_refusals_are_said_on_the_form(own, files, said, says):
    answer = send(own, files[0], files[1], **said)
    assert (answer.status_code, says in answer.content.decode()) == (422, True)


def test_files_that_settle_nothing_are_named_as_people_named_them(own, files, tmp_path):
    other: Path = write(tmp_path / "cities.csv", [["Stadt", "Plz"], ["Berlin", "10115"]])
    html = send(own, files[0], other).content.decode()
    assert "Nothing joins the two files" in html
    assert "cities.csv has Stadt, Plz" in html
    assert tempfile.gettempdir() not in html
    assert own.post("/settle/", {}).status_code == 422
