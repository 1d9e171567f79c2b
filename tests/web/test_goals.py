"""The page of the goals, over the API and on the command line: the same figures, teams and never people."""

import json
from types import SimpleNamespace

import pytest
from django.test import Client

from leadpact.cli.commands import parser
from leadpact.ledger.models import Person
from leadpact.operations import keys
from leadpact.queries import goals
from tests.board_company import FRIDAY_S
from tests.made_once import made_once
from tests.queries.test_goals import with_rates
from tests.web.test_scoreboard import words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def friday(monkeypatch):
    monkeypatch.setattr("leadpact.web.door.time", SimpleNamespace(time=lambda: FRIDAY_S))


def test_the_page_says_who_is_behind_and_what_the_goal_takes():
    acme = made_once("rates", with_rates)
    client = Client()
    client.force_login(acme.people["reader"])
    text = client.get("/goals/").content.decode()
    said = words(text)
    assert "Sales is 13 wins short of what €150k takes by now" in said
    for part in (
        "12 of 24 accepted ones were won (50%)",
        "of 30 handed over 24 went on (80%)",
        "of 60 new ones 30 went on (50%)",
    ):
        assert part in said
    assert "8,000" in said
    assert "Will come to about" in said
    assert [each.name for each in Person.objects.all() if each.name in said.replace("Ren Reader", "")] == []
    assert "/goals/" in client.get("/scoreboard/").content.decode()


def test_the_api_and_the_command_line_give_what_the_page_gives(capsys, monkeypatch):
    acme = made_once("rates", with_rates)
    monkeypatch.setattr("leadpact.cli.goals.ready", lambda: FRIDAY_S)
    options = parser().parse_args(["goals", "--json"])
    assert options.run(options) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(each["step"], each["needed"]) for each in told["common"]["steps"]] == [
        ("won", 18.75), ("accepted", 37.5), ("handed_over", 46.875), ("captured", 93.75),
    ]  # fmt: skip
    monkeypatch.setattr("leadpact.api.goals.now_s", lambda: FRIDAY_S)
    _, key = keys.make_key(actor=acme.actor("operator"), name="r", scopes=["read"])
    answer = Client().get("/api/goals", headers={"Authorization": f"Bearer {key}"})
    assert answer.status_code == 200
    assert answer.json() == told
    assert goals.page(acme.actor("reader"), FRIDAY_S).broken is not None
    options = parser().parse_args(["goals"])
    assert options.run(options) == 0
    assert "The common goal takes" in capsys.readouterr().out
