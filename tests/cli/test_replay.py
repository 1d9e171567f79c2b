"""A draft tried from the command line."""

from __future__ import annotations

import json

import pytest

from leadpact.cli.commands import parser
from leadpact.connectors import pact_file
from leadpact.queries import replay_ground
from tests.company import company

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme(monkeypatch):
    replay_ground.forget()
    made = company()
    monkeypatch.setattr("leadpact.cli.replay.ready", lambda: made.now_s + 86_400)
    made.handed_over("x1")
    yield made
    replay_ground.forget()


def run(*words):
    options = parser().parse_args(["pact", "replay", *map(str, words)])
    return options.run(options)


def test_a_draft_is_tried(acme, tmp_path, capsys):
    draft = tmp_path / "draft.yaml"
    draft.write_text(pact_file.starter().replace("points: 60", "points: 990"))
    assert run(draft) == 0
    said = capsys.readouterr().out
    assert said.startswith("A line at 990 would have sent")
    assert "Judging the past agrees with 1 of 1 actual gates." in said
    assert run(draft, "--format", "json", "--months", "3", "--line", "5") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["months"], told["draft"]["line"], told["in_force"]["line"]) == (3, 5, 60)
    assert told["gates_that_agree"] == {"same": 1, "of": 1}
    assert run(draft, "--format", "csv") == 0
    assert capsys.readouterr().out.startswith("week_from,draft,in_force,did_pass,is_whole\n")


def test_every_mistake_is_listed(acme, tmp_path, capsys):
    draft = tmp_path / "draft.yaml"
    draft.write_text("pact: Ours\nversion: one\n")
    assert run(draft) == 2
    said = capsys.readouterr().err
    assert f"{draft}:" in said or str(draft) in said
    assert "Nothing was tried:" in said
