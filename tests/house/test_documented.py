"""What is not documented fails: the generated reference is as the program says."""

from leadpact.cli import docs
from leadpact.cli.commands import COMMANDS
from leadpact.evidence.catalogue import MEASURES
from leadpact.rules.facts import COLUMNS, KINDS
from leadpact.rules.permissions import ROLES, VERBS
from leadpact.settings import ENVIRONMENT
from tests.house.rooms import ROOT

REFERENCE = ROOT / "docs" / "reference"


def kept(name):
    return (REFERENCE / name).read_text(encoding="utf-8")


def test_the_reference_is_as_the_program_says():
    made = docs.pages(COMMANDS)
    stale = [name for name, text in made.items() if not (REFERENCE / name).exists() or kept(name) != text]
    assert stale == [], "run make docs"


def test_every_name_is_in_it():
    assert [k for k in KINDS if f"`{k}`" not in kept("facts.md")] == []
    assert [c.name for c in COLUMNS if f"`{c.name}`" not in kept("facts.md")] == []
    assert [s for s in ENVIRONMENT if f"`{s}`" not in kept("settings.md")] == []
    assert [v for v in VERBS if v not in kept("permissions.md")] == []
    assert [r for r in ROLES if r not in kept("permissions.md")] == []
    assert [m.title for m in MEASURES.values() if m.title not in kept("measures.md")] == []


def test_every_setting_that_is_read_is_documented():
    import re

    text = (ROOT / "src" / "leadpact" / "settings.py").read_text()
    read = set(re.findall(r"\"(LEADPACT_[A-Z_]+)\"", text))
    assert read == set(ENVIRONMENT)
