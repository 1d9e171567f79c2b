"""The page that tries a pact on the past: figures, leads that change side, drafts kept nowhere, what is refused."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from leadpact.connectors import pact_file
from leadpact.operations import copy
from leadpact.queries import replay_ground
from tests.company import company

pytestmark = pytest.mark.django_db
NOBODY_PASSES = pact_file.starter().replace("points: 60", "points: 990").replace("gate: always", "gate: {points: 990}")


@pytest.fixture(autouse=True)
def _nothing_kept():
    replay_ground.forget()
    yield
    replay_ground.forget()


@pytest.fixture
def acme(monkeypatch):
    made = company()
    monkeypatch.setattr("leadpact.web.door.time.time", lambda: made.now_s + 86_400)
    made.handed_over("x1")
    made.good_lead("x2")
    made.lead("x3", name="Nobody", company="Nothing")
    return made


def look(acme, role="marketing_head", *, text="", **parameters):
    client = Client()
    client.force_login(acme.people[role])
    address = reverse("pact_replay", args=[acme.pact_id])
    if text:
        return client.post(address, {"text": text, **parameters})
    return client.get(address, parameters)


def test_the_pact_in_force_moves_nobody(acme):
    page = look(acme)
    words = page.content.decode()
    assert page.status_code == 200
    assert "No lead changes side" in words
    assert "Judging the past agrees with 1 of 1 actual gates" in words
    assert "3 of 3" in words
    assert 'type="number" name="line" value="60"' in words


def test_another_line_is_tried_and_what_crosses_whatever_its_points_stays(acme):
    words = look(acme, line="900", side="leaves").content.decode()
    assert "The 0 leads that would stay back" in words
    assert "A line at 900 would have sent" in words
    assert 'max="900"' in words
    assert "No lead changes side" in look(acme, line="1").content.decode()


def test_a_draft_is_tried_without_being_kept(acme):
    page = look(acme, text=NOBODY_PASSES, side="leaves")
    words = page.content.decode()
    assert page.status_code == 200
    assert "This draft is kept nowhere yet." in words
    assert "Nothing could have passed this gate." in words
    assert "The 2 leads that would stay back" in words
    assert "Nadia x1" in words
    assert "too few points" in words


def test_a_reader_sees_counts_and_no_lead(acme):
    words = look(acme, "reader", text=NOBODY_PASSES, side="leaves").content.decode()
    assert "2 of them are not yours to see." in words
    assert "Nadia" not in words


def test_mistakes_are_said(acme):
    broken = look(acme, text="pact: [")
    assert broken.status_code == 422
    assert "Nothing was tried: the draft has" in broken.content.decode()
    months = look(acme, months="600")
    assert months.status_code == 422
    assert "Months back" in months.content.decode()
    typed = look(acme, text=NOBODY_PASSES, months="600")
    assert (typed.status_code, "{points: 990}" in typed.content.decode()) == (422, True)
    assert look(acme, line="many").status_code == 422
    client = Client()
    client.force_login(acme.people["reader"])
    assert client.get(reverse("pact_replay", args=[99])).status_code == 404


def test_numbers_as_files(acme):
    client = Client()
    client.force_login(acme.people["reader"])
    address = reverse("pact_replay_csv", args=[acme.pact_id])
    weeks = client.get(address, {"months": 1}).content.decode().splitlines()
    assert weeks[0] == "week_from,draft,in_force,did_pass,is_whole"
    assert weeks[-1] == "2026-06-01,2,2,1,false"
    assert client.get(address, {"table": "bands"}).content.decode().startswith("from_points,to_points,worked_on")
    refused = client.get(address, {"table": "people"})
    assert refused.status_code == 422
    assert refused.content.decode() == "Ask for one of the tables: weeks, wins, bands, lanes, gates."


def test_a_company_without_leads_is_told(monkeypatch):
    made = company()
    monkeypatch.setattr("leadpact.web.door.time.time", lambda: made.now_s + 86_400)
    words = look(made).content.decode()
    assert "No lead was heard of in these 6 months, so there is nothing to try the draft on." in words


def test_a_damaged_copy_is_said_and_never_counted_from(acme, settings, tmp_path):
    settings.HOME, settings.COPY_FROM = tmp_path, 0
    copy.bring_up_to_date(now_s=acme.now_s)
    parts = list((tmp_path / "copy").rglob("*.parquet"))
    for part in parts:
        part.write_bytes(b"\0" * part.stat().st_size)
    client = Client()
    client.force_login(acme.people["marketing_head"])
    page = client.get(reverse("pact_replay", args=[acme.pact_id]))
    file = client.get(reverse("pact_replay_csv", args=[acme.pact_id]))
    assert (page.status_code, file.status_code) == (422, 503)
    assert "leadpact copy --rebuild" in page.content.decode()
