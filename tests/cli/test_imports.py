"""What ``leadpact import`` tells: one row is counted as one."""

from leadpact.cli.imports import _text


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
