"""Whatever lies in a file: it is read, asked about or refused in words; no row is lost, nothing crashes or hangs."""

import csv
import gzip
import io
import json
import tempfile
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import strategies as st

from leadpact.connectors import pact_file
from leadpact.connectors.settle_columns import NoSuchColumn
from leadpact.connectors.settle_dates import TwoDates
from leadpact.connectors.shapes import Reject
from leadpact.connectors.tables import open_table
from leadpact.connectors.tables_refused import TableRefused
from leadpact.queries.settle import WrongFiles, settle
from leadpact.queries.settle_sheet import page
from leadpact.queries.settle_told import NothingInCommon
from tests.fuzz.rounds import rounds

SHORT_S, LONG_S = 1, 300
HANGS_S = 20
ENDINGS = ("", ".csv", ".tsv", ".xlsx", ".ods", ".json", ".jsonl", ".parquet", ".gz", ".zip")
CELLS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
MARKS = (
    "\ufeff",
    "sep=;\n",
    '"',
    '""',
    ",",
    ";",
    "\t",
    "|",
    "\r",
    "\n",
    "\r\n",
    "\0",
    "'",
    "\u2028",
    "=1+1",
    "{",
    "[",
    "]",
    "}",
)
TEXTS = st.lists(st.one_of(st.sampled_from(MARKS), CELLS), max_size=40).map("".join)
ENCODINGS = ("utf-8", "utf-16", "utf-16-le", "utf-32", "windows-1252", "iso-8859-2", "cp437", "shift_jis")


@st.composite
def contents(draw):
    """Bytes as they come: plain, in any encoding, packed, cut off, or of another kind."""
    text = draw(TEXTS)
    made = draw(
        st.one_of(st.binary(max_size=400), st.sampled_from(ENCODINGS).map(lambda name: text.encode(name, "replace")))
    )
    match draw(st.sampled_from(("plain", "gzip", "zip", "json", "magic", "cut"))):
        case "gzip":
            made = gzip.compress(made)
        case "zip":
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w") as archive:
                archive.writestr(draw(st.sampled_from(("a.csv", "xl/workbook.xml", "content.xml", "../b.csv"))), made)
            made = packed.getvalue()
        case "json":
            made = json.dumps(draw(_JSON)).encode()
        case "magic":
            made = (
                draw(st.sampled_from((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PAR1", b"\x1f\x8b", b"%PDF", b"\x89PNG")))
                + made
            )
        case "cut":
            made = made[: len(made) // 2]
    return made


_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), CELLS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(CELLS, inner, max_size=4)),
    max_leaves=20,
)


def is_said(*words):
    """A refusal has words."""
    assert all(word.strip() for word in words)


def is_answered(made, ending):
    """A file of any bytes is walked to its end, or refused with what is wrong and what to do."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / f"file{ending}"
        place.write_bytes(made)
        try:
            table = open_table(place)
            for line, row in table.rows:
                assert line >= 0
                assert isinstance(row, Reject) or len(row) == len(table.headings)
        except TableRefused as refused:
            is_said(refused.what, refused.cure)
    assert time.monotonic() - begun < HANGS_S


ROWS = st.lists(st.lists(CELLS.filter(lambda cell: "\0" not in cell), min_size=3, max_size=3), min_size=1, max_size=12)


def is_whole(rows, delimiter):
    """Every row of a file that is written well comes out, or is rejected by its line; none is lost."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "file.csv"
        with place.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL)
            writer.writerows([["Name", "E-mail", "Company"], *rows])
        filled = [row for row in rows if any(cell.strip() for cell in row)]
        try:
            table = open_table(place, delimiter=delimiter)
            found = [row for _, row in table.rows]
        except TableRefused:
            return
        skipped = [note for note in table.notes if "skipped" in note or "below" in note or "footer" in note]
        assert len(found) == len(filled) or skipped, (rows, found, table.notes)


STARTER = pact_file.starter()
LINES = STARTER.splitlines(keepends=True)


@st.composite
def pacts(draw):
    """The starter pact with lines taken out, doubled, moved, indented or filled with anything; or no pact at all."""
    if draw(st.integers(0, 9)) == 0:
        return draw(TEXTS)
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(("out", "double", "indent", "value", "cut", "mark", "huge"))):
            case "out":
                lines[at] = ""
            case "double":
                lines.insert(at, lines[at])
            case "indent":
                lines[at] = "  " + lines[at]
            case "value":
                lines[at] = lines[at].partition(":")[0] + ": " + draw(st.one_of(CELLS, _SCALARS)) + "\n"
            case "cut":
                lines[at] = lines[at][: len(lines[at]) // 2]
            case "mark":
                lines[at] = (
                    draw(
                        st.sampled_from(("&a ", "*a", "!!python/object:os.system ", "- ", "? ", "<<: *a\n", "\t", "%"))
                    )
                    + lines[at]
                )
            case "huge":
                lines[at] = lines[at].rstrip("\n") + "[" * draw(st.integers(1, 400)) + "\n"
    return "".join(lines)


_SCALARS = st.sampled_from(
    ("-1", "1e999", "0x1f", "~", "null", "true", ".nan", ".inf", "99999999999999999999", "2026-02-30", "{}", "[]", "[[]]", "''",
     "-0", "1:30", "within 0 days", "within -5 working hours", "40%", "400%", "EUR", "8000 XXX", "Mars/Base")
)  # fmt: skip


def is_judged(text):
    """A pact's file is a pact, or each of its mistakes is said with its place; what is a pact is written and read alike."""
    begun = time.monotonic()
    found = pact_file.read(text)
    assert (found.pact is None) == bool(found.errors) or found.pact is not None
    for error in found.errors:
        assert str(error)
    if found.pact is not None:
        again = pact_file.read(pact_file.write(found.pact))
        assert again.pact == found.pact
    assert time.monotonic() - begun < HANGS_S


HEADINGS = st.sampled_from(
    ("Email", "Record ID", "Lead ID", "Company", "Name", "Phone", "Create Date", "Lifecycle Stage", "Rating", "Lead Status", "Source",
     "Score", "Stage", "Amount", "Close Date", "Activity type", "Activity date", "Lead cost", "Country", "Is Won", "First call", "x", "")
)  # fmt: skip
VALUES = st.one_of(
    CELLS,
    st.sampled_from(
        ("a@x.example", "b@x.example", "a@x.example; b@x.example", "1", "2", "00Q5g00000AbCdEAAV", "Firm GmbH", "Ann Bell", "+49 30 1234567",
         "2026-01-05", "2026-02-01 09:00", "3/4/2026", "31/12/2025", "9999-12-31", "1969-12-31", "Closed Won", "Closed Lost", "Open",
         "Hot", "Marketing Qualified Lead", "Lead", "Call", "true", "0", "-5", "1e308", "1,234.50", "NaN", "inf", "", "web")
    ),
)  # fmt: skip
EXPORTS = st.lists(HEADINGS, min_size=1, max_size=7).flatmap(
    lambda heads: st.lists(st.lists(VALUES, min_size=len(heads), max_size=len(heads)), max_size=14).map(
        lambda rows: [heads, *rows]
    )
)


def is_settled(marketing, sales):
    """Two exports of anything: one page, or why not, in words."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name, rows in (("marketing.csv", marketing), ("sales.csv", sales)):
            place = Path(folder) / name
            with place.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(rows)
            files.append(place)
        try:
            sheet = settle(files[0], files[1], now_s=1_800_000_000)
        except (NoSuchColumn, NothingInCommon, TableRefused, TwoDates, WrongFiles) as error:
            is_said(str(error))
            return
        html = page(sheet)
        assert "<script" not in html
        assert pact_file.read(sheet.draft.text).pact is not None
        for each in sheet.findings:
            k, n = each.numbers.get("k"), each.numbers.get("n")
            assert k is None or 0 <= k <= n


CHECKS = {
    "bytes": lambda seconds: rounds(is_answered, contents(), st.sampled_from(ENDINGS), seconds=seconds),
    "rows": lambda seconds: rounds(is_whole, ROWS, st.sampled_from(",;\t|"), seconds=seconds),
    "pact": lambda seconds: rounds(is_judged, pacts(), seconds=seconds, examples=30),
    "settle": lambda seconds: rounds(is_settled, EXPORTS, EXPORTS, seconds=seconds, examples=25),
}


@pytest.mark.parametrize("name", CHECKS)
def test_for_a_moment(name):
    CHECKS[name](SHORT_S)


@pytest.mark.long
@pytest.mark.timeout(0)  # It is as long as it is told to be.
@pytest.mark.parametrize("name", CHECKS)
def test_for_long(name):
    CHECKS[name](LONG_S)
