"""The benchmark of the columnar copy runs, and its counts by hand give what the measures count."""

import pytest
from benchmarks import copy

FACTS = 20_000


@pytest.mark.measures
def test_each_part_says_its_figures(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("leadpact.evidence.copy_source.LASTING_FROM", 0)
    figures = {}
    for part in copy.PARTS:
        getattr(copy, part)(tmp_path, FACTS)
        figures[part] = [line.split("|") for line in capsys.readouterr().out.splitlines()]
    assert all(len(figure) == 5 and float(figure[1]) >= 0 for told in figures.values() for figure in told)
    assert {part for part, told in figures.items() if not told} == {"make", "append"}
    assert len(figures["by_hand"]) == 5
