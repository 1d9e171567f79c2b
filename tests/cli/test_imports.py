"""What ``leadpact import`` tells: one row is counted as one."""

from leadpact.cli.imports import _question, _text
from leadpact.connectors.tables_recognition import Question
from leadpact.connectors.tables_refused import Choice


def report(**more):
    known = {
        "file": "leads.csv", "is_dry_run": False, "lines": 3, "seconds": 0.1,
        "counts": {"created": 2, "flagged": 1}, "rejects": [], "rejects_file": "", "notes": [],
    }  # fmt: skip
    return type("Told", (), known | more)()


def test_one_row_was_and_two_were():
    assert _text(report()).splitlines()[1:] == ["          2 were created", "          1 was flagged"]
    assert _text(report(is_dry_run=True)).splitlines()[1:] == [
        "          2 would be created",
        "          1 would be flagged",
    ]


def test_a_question_with_very_many_choices_lists_the_first():
    choices = tuple(Choice(f"c{number}", "x") for number in range(1_000))
    said = _question(Question("column name", "Which one is the name?", choices))
    assert said.startswith('- Which one is the name? Say it with --column "HEADING=name": c0 (x); c1 (x); ')
    assert said.endswith("; c19 (x); and 980 more")
