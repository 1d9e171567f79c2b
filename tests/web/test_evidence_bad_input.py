"""Ledgers that no measure was made for, on the pages: each answers, and shows no number that is none."""

import re
from types import SimpleNamespace

import pytest
from django.test import Client

from leadpact.evidence.catalogue import MEASURES
from leadpact.operations import refresh
from tests.bad_ledgers import LEDGERS, told_in
from tests.company import NOW_S
from tests.web.test_scoreboard import words

pytestmark = pytest.mark.django_db


@pytest.fixture(params=list(LEDGERS))
def client(request, monkeypatch):
    monkeypatch.setattr("leadpact.web.door.time", SimpleNamespace(time=lambda: NOW_S))
    acme = told_in(request.param)
    client = Client()
    client.force_login(acme.people["marketing_head"])
    return client


def test_every_page_answers(client):
    for name in MEASURES:
        said = refresh.run_now(name=name, parameters={}, now_s=NOW_S)
        answer = client.get(f"/evidence/{name}/")
        html = answer.content.decode()
        assert answer.status_code == 200
        assert not re.search(r"\b(nan|inf)\b", html.partition("<main")[2]), name
        assert client.get(f"/evidence/{name}.json").json()["sentence"] == said["sentence"]
        assert client.get(f"/evidence/{name}.csv").status_code == 200


def test_a_day_that_has_not_come_is_refused_in_words(client):
    for name in MEASURES:
        answer = client.get(f"/evidence/{name}/?as_of=2099-12-31")
        assert "a day that has not come" in words(answer.content.decode()), name
        assert f'href="/evidence/{name}/"' in answer.content.decode(), name
