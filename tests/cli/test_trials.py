"""What trials cost, from the command line."""

import pytest

from leadpact.cli.commands import parser
from leadpact.connectors import pact_file
from leadpact.queries import replay_ground
from tests.company import company

pytestmark = pytest.mark.django_db
OFF = "trials: {explored_slice: 0%, persistence: 0%, shuffled_call_order: off}"


@pytest.fixture
def acme(monkeypatch):
    replay_ground.forget()
    made = company()
    for module in ("pact", "trials"):
        monkeypatch.setattr(f"leadpact.cli.{module}.ready", lambda: made.now_s + 86_400)
    yield made
    replay_ground.forget()


def run(*words):
    options = parser().parse_args(["pact", "trials", *map(str, words)])
    return options.run(options)


def test_the_pact_in_force_and_a_file(acme, tmp_path, capsys):
    assert run() == 0
    assert capsys.readouterr().out.splitlines()[0] == (
        "Explored slice: off. Hands over leads that lack points and nothing else, drawn by chance, to learn what they "
        "are worth."
    )
    draft = tmp_path / "draft.yaml"
    draft.write_text(pact_file.starter().replace(OFF, OFF.replace("persistence: 0%", "persistence: 25%")))
    assert run(draft) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1:3] == [
        "Persistence trial: 25% of them. Asks for two more attempts to leads that would be given up, drawn by chance.",
        "  Costs about 0 leads a week get 2 more attempts each.",
    ]


def test_a_wrong_file_says_where(acme, tmp_path, capsys):
    draft = tmp_path / "draft.yaml"
    draft.write_text(pact_file.starter().replace("explored_slice: 0%", "explored_slice: often"))
    assert run(draft) == 2
    assert "trials.explored_slice" in capsys.readouterr().err
