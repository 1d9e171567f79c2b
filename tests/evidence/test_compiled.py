"""Compiled queries on the disk: read again by another process, and by nobody whose sources differ."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import partial

import pytest

from leadpact.evidence import compiled
from leadpact.evidence.catalogue import MEASURES
from leadpact.evidence.compiled import Compiled, keep_in, once, plain
from leadpact.evidence.shared import Aside
from leadpact.evidence.source import Shaped
from leadpact.rules.criteria import InList, Is

FOUND = Compiled("SELECT ${as_of_s}", (("n", "int"),), (Aside("shared_1", "SELECT 2"),))


def build(_table, _values, _shape=None):
    """A query."""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(compiled, "_place", [])
    keep_in(tmp_path / "compiled")
    return tmp_path / "compiled"


def refuse():
    raise AssertionError("it was compiled again")


def test_what_is_kept_is_not_compiled_again(folder):
    assert once(("needs", "sqlite"), build, lambda: FOUND) == FOUND
    assert once(("needs", "sqlite"), build, refuse) == FOUND
    assert once(("needs", "duckdb"), build, lambda: FOUND._replace(text="other")).text == "other"
    assert len(list(folder.rglob("*.json"))) == 2


def test_other_sources_or_another_compiler_compile_anew_and_clear_the_old(folder, monkeypatch):
    once(("needs",), build, lambda: FOUND)
    monkeypatch.setattr(compiled, "fingerprint", lambda: "another")
    assert once(("needs",), build, lambda: FOUND._replace(text="new")).text == "new"
    assert [path.name for path in folder.iterdir()] == ["another"]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"text": "x"}', '{"text": "x", "columns": [[1]], "tables": []}'])
def test_a_damaged_file_is_made_again(folder, damage):
    once(("needs",), build, lambda: FOUND)
    next(folder.rglob("*.json")).write_text(damage)
    assert once(("needs",), build, lambda: FOUND) == FOUND
    assert once(("needs",), build, refuse) == FOUND


def test_what_has_no_name_of_its_own_is_compiled_each_time(folder):
    for nameless in (lambda _t, _v: None, partial(build, 1), Shaped(lambda _t, _v, _s: None, ())):
        assert once(("needs",), nameless, lambda: FOUND) == FOUND
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(compiled, "_place", [tmp_path / "file" / "compiled"])
    assert once(("needs",), build, lambda: FOUND) == FOUND


def test_a_shape_is_told_from_any_other_and_the_same_in_every_process():
    shapes = [
        InList("country", "near", frozenset(("DE", "FR", "PL", "SE"))), InList("country", "near", frozenset(("DE", "FR"))),
        Is("country", ("DE",)), Is("country", ("DE",), negated=True),
    ]  # fmt: skip
    texts = [json.dumps(plain(each)) for each in shapes]
    assert len(set(texts)) == len(shapes)
    code = (
        "import json; from leadpact.evidence.compiled import plain; from leadpact.rules.criteria import InList; "
        "print(json.dumps(plain(InList('country', 'near', frozenset(('DE', 'FR', 'PL', 'SE'))))))"
    )
    for seed in ("1", "2", "3"):
        env = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}
        done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == texts[0]


def test_every_query_of_every_measure_has_a_name():
    nameless = [(m.name, q.name) for m in MEASURES.values() for q in m.queries if compiled.name_of(q.build) is None]
    nameless += [(m.name, "behind") for m in MEASURES.values() if m.behind and compiled.name_of(m.behind.build) is None]
    assert nameless == []
