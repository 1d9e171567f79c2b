"""The house rules that a test can hold."""

import ast
import re
import subprocess

import pytest
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from tests.house.rooms import ROOT, SOURCE, files, room_of, rooms

SAYS_NOTHING = {
    "utils",
    "helpers",
    "common",
    "misc",
    "core",
    "base",
    "manager",
    "service",
    "services",
    "logic",
    "constants",
    "types",
}
SUPPRESSIONS_AT_MOST = 60
"""May only fall."""
FILES = files()


def tracked():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_every_file_has_a_room_and_a_telling_name(path):
    assert room_of(path, rooms()) is not None, "add its name to a row of the table in ARCHITECTURE.md"
    assert path.stem not in SAYS_NOTHING


def test_no_file_is_longer_than_one_reads():
    """Migrations too, which have no room of their own."""
    long = [path for path in SOURCE.rglob("*.py") if len(path.read_text(encoding="utf-8").splitlines()) > 400]
    assert long == []


def test_migrations_are_one_line_that_ends_at_the_models():
    loader = MigrationLoader(None)
    assert loader.detect_conflicts() == {}
    changes = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(graph=loader.graph)
    assert {app: [each.operations for each in new] for app, new in changes.items()} == {}


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_every_module_says_what_it_is(path):
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text)), "begin the module with a docstring"


def test_suppressions_have_a_reason_and_are_few():
    found = []
    for path in FILES:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(r"# (noqa|type: ignore)", line):
                found.append(f"{path.name}:{number}")
                reason = re.sub(
                    r"# (noqa: [A-Z0-9, ]+|type: ignore\[[a-z0-9, -]+\])", "", line.split("# ", 1)[1].join(("# ", ""))
                )
                assert re.search(r"[a-z]{3,} [a-z]", reason), f"{path.name}:{number} gives no reason: {line.strip()}"
    assert len(found) <= SUPPRESSIONS_AT_MOST, found


@pytest.mark.parametrize("path", sorted((SOURCE / "ledger" / "models").glob("*.py")), ids=lambda p: p.name)
def test_every_index_says_which_question_it_serves(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if "models.Index(" in line or "models.UniqueConstraint(" in line:
            before = [each.strip() for each in lines[max(0, number - 2) : number]]
            said = [each for each in before if each.startswith("#")]
            assert said, f"{path.name}:{number + 1}: say above it which question it serves"


def test_no_file_names_a_machine_or_an_address_of_packages():
    home = "/" + "root/"
    for path in tracked():
        if path.suffix in {".png", ".parquet", ".svg"}:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        assert home not in text, path
        if path.name.startswith("requirements"):
            assert "://" not in text, path
            assert "--index" not in text, path


def test_lock_files_hash_every_package():
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text()
        packages = re.findall(r"^[A-Za-z0-9_.-]+==", text, re.MULTILINE)
        assert len(packages) > 20
        assert text.count("--hash=sha256:") >= len(packages)


def test_no_data_set_is_in_the_repository():
    assert not [p for p in tracked() if "olist_" in p.name and p.suffix == ".csv"]


def test_time_is_an_argument_below_the_doors():
    """Only floor 4 and 5 read the clock."""
    for floor in ("rules", "evidence", "connectors", "operations", "queries"):
        for path in (SOURCE / floor).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"time\.time\(\)|datetime\.now\(|date\.today\(|timezone\.now\(", text), path


def test_readme_shows_the_two_commands_first():
    text = (ROOT / "README.md").read_text()
    assert text.index("python3 start.py") < text.index("make test") < text.index(".venv/bin/leadpact")
