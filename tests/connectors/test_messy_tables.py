"""Hundreds of broken, odd-encoded and odd-shaped files: what becomes of each is in the documentation, and held to it.

``LEADPACT_TABLES=write`` writes the table anew; then each line that changed is looked at by hand.
"""

import os
from pathlib import Path

import pytest

from leadpact.connectors.shapes import Reject
from leadpact.connectors.tables import NAMES_OF_DELIMITERS, open_table
from leadpact.connectors.tables_reading import TableAsks, TableRefused

ROOT = Path(__file__).resolve().parents[2]
MESSY = ROOT.parent / "shared" / "data" / "messy_tables"
PAGE = ROOT / "docs" / "reference" / "tables.md"
MARK = "<!-- what becomes of each file; tests/connectors/test_messy_tables.py holds it -->\n"
pytestmark = pytest.mark.skipif(not MESSY.is_dir(), reason="shared/data/messy_tables is not beside the checkout")


def outcome(path):
    """What becomes of a file, in words."""
    try:
        table = open_table(path)
        rows = list(table.rows)
    except TableAsks as error:
        return f"asked: {error.setting}", error.what
    except TableRefused as error:
        return "refused", error.what
    rejects = [row for _, row in rows if isinstance(row, Reject)]
    by = ", ".join(filter(None, [table.encoding, NAMES_OF_DELIMITERS.get(table.delimiter, ""), table.sheet]))
    said = [f"{len(table.headings)} columns, {len(rows) - len(rejects)} rows ({by})"]
    if rejects:
        said.append(f"{len(rejects)} rejected, the first in line {rejects[0].line}: {rejects[0].reason}")
    return "read", ". ".join([*said, *(note.rstrip(".") for note in table.notes)])


def lines():
    for path in sorted(path for path in MESSY.rglob("*") if path.is_file()):
        what, says = outcome(path)
        cells = (f"`{path.relative_to(MESSY).as_posix()}`", what, says.replace("|", "\\|"))
        yield "| " + " | ".join("".join(sign if sign.isprintable() else " " for sign in cell) for cell in cells) + " |"


def test_what_becomes_of_every_messy_file_is_what_the_documentation_says():
    made = "| file | outcome | what |\n| --- | --- | --- |\n" + "\n".join(lines()) + "\n"
    head, _, kept = PAGE.read_text(encoding="utf-8").partition(MARK)
    if os.environ.get("LEADPACT_TABLES") == "write":
        PAGE.write_text(head + MARK + made, encoding="utf-8")
        kept = made
    assert kept.splitlines() == made.splitlines()
    assert kept.count("| read |") > 190
