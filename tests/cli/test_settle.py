"""``leadpact settle``: one page from two files, and nothing else anywhere."""

import os
import subprocess
import sys

import pytest

from leadpact.__main__ import main
from tests.settle_files import company


@pytest.fixture
def files(tmp_path):
    return company(tmp_path)


def test_it_writes_the_page_and_says_what_is_on_it(files, tmp_path, capsys):
    leads, calls, _ = files
    out = tmp_path / "page.html"
    told = [
        "settle",
        str(leads),
        str(calls),
        "--out",
        str(out),
        "--lists",
        str(tmp_path / "lists"),
        "--draft",
        str(tmp_path / "p.yaml"),
    ]
    assert main(told) == 0
    said = capsys.readouterr()
    assert "Nobody called 26 good leads [Counted]" in said.out
    assert "26 of 129; 20% (14% to 28%)" in said.out
    assert f"The page is in {out}." in said.err
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert len((tmp_path / "lists" / "uncalled.csv").read_text(encoding="utf-8-sig").splitlines()) == 27
    assert main(["pact", "check", str(tmp_path / "p.yaml")]) == 0


def test_a_page_that_is_there_stays(files, tmp_path, capsys):
    out = tmp_path / "page.html"
    out.write_text("mine")
    assert main(["settle", str(files[0]), str(files[1]), "--out", str(out)]) == 2
    assert out.read_text() == "mine"
    assert "write over it with --force" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--cost", "web"], "--cost 'web': write it with an equals sign between"),
        (["--cost", "web=much"], "'much' is no amount such as 12000"),
        (["--zone", "Mars"], "no time zone such as Europe/Berlin"),
        (["--as-of", "soon"], "no day such as 2026-03-31"),
        (["--marketing-column", "source=Nowhere"], "There is no column 'Nowhere'. The columns are: Record ID"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(files, tmp_path, capsys, options, says):
    assert main(["settle", str(files[0]), str(files[1]), "--out", str(tmp_path / "x.html"), *options]) == 2
    assert says in capsys.readouterr().err
    assert not (tmp_path / "x.html").exists()


def test_it_needs_no_set_up_and_leaves_nothing_behind(files, tmp_path):
    home = tmp_path / "home"
    place = tmp_path / "here"
    place.mkdir()
    before = {**os.environ, "LEADPACT_HOME": str(home), "TMPDIR": str(place)}
    done = subprocess.run(
        [sys.executable, "-m", "leadpact", "settle", str(files[0]), str(files[1]), "--out", str(tmp_path / "x.html")],
        env=before, cwd=place, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not home.exists()
    assert list(place.iterdir()) == []
