import csv
import gzip
import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadpact.connectors.shapes import Reject
from leadpact.connectors.tables import open_table
from leadpact.connectors.tables_reading import Choice, ReadAs, TableRefused

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
MESSY = DATA / "messy_tables"
needs_messy = pytest.mark.skipif(not MESSY.is_dir(), reason="shared/data/messy_tables is not beside the checkout")


@pytest.fixture
def file(tmp_path):
    def write(content: bytes | str, name: str = "table.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def read(path, **options):
    table = open_table(path, **options)
    rows = list(table.rows)
    return table, rows


def outcome(path):
    try:
        return read(path)
    except TableRefused as error:
        return error


def refused(path, **options) -> TableRefused:
    with pytest.raises(TableRefused) as caught:
        open_table(path, **options)
    return caught.value


# -- what is read ---------------------------------------------------------------------------------------------


def test_a_plain_table_gives_headings_and_rows_with_their_lines(file):
    table, rows = read(file('id,name\n1,Ana\n2,"Bo\nand Cy"\n3,Di\n'))
    assert (table.headings, table.encoding, table.delimiter, table.heading_line) == (("id", "name"), "utf-8", ",", 1)
    assert rows == [(2, ["1", "Ana"]), (3, ["2", "Bo\nand Cy"]), (5, ["3", "Di"])]
    assert table.notes == []


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_line_end_is_found(file, delimiter, end):
    lines = [["id", "name", "note"], ["1", "Ana", "x"], ["2", "Bo", ""]]
    table, rows = read(file(end.join(delimiter.join(line) for line in lines) + end))
    assert table.delimiter == delimiter
    assert rows == [(2, ["1", "Ana", "x"]), (3, ["2", "Bo", ""])]


def test_decimal_commas_do_not_hide_the_semicolon(file):
    table, rows = read(file("city;a;b\nLuxembourg;0,61;81,2\nTrier;0,55;111,0\nMetz;0,56;154,4\n"))
    assert table.delimiter == ";"
    assert rows[0] == (2, ["Luxembourg", "0,61", "81,2"])


def test_a_line_that_declares_the_delimiter_is_obeyed(file):
    table, rows = read(file("sep=;\r\na;b\r\n1,5;2\r\n"))
    assert (table.delimiter, table.headings, table.heading_line) == (";", ("a", "b"), 2)
    assert rows == [(3, ["1,5", "2"])]


def test_a_named_delimiter_goes_before_the_guess(file):
    table, _ = read(file("a|b,c\n1|2,3\n"), delimiter="pipe")
    assert table.headings == ("a", "b,c")
    assert refused(file("a,b\n"), delimiter="::").what == "'::' cannot be a delimiter."


@pytest.mark.parametrize(
    ("encoding", "named"),
    [(name, name) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le")],
)
def test_unicode_encodings_are_told_without_asking(file, encoding, named):
    text = "id,name\n" + "".join(f"{number},Zoë Łukasz {number}\n" for number in range(200))
    table, rows = read(file(text.encode(encoding)))
    assert (table.encoding, table.headings) == (named, ("id", "name"))
    assert rows[-1] == (201, ["199", "Zoë Łukasz 199"])


def test_a_sure_guess_is_taken_and_noted(file):
    text = "id;beschreibung\n" + "1;Träger für Öffentlichkeitsarbeit und größere Maßnahmen\n" * 30
    table, rows = read(file(text.encode("windows-1252")))
    assert table.encoding == "cp1252"
    assert rows[0] == (2, ["1", "Träger für Öffentlichkeitsarbeit und größere Maßnahmen"])
    assert "The encoding was guessed: cp1252" in table.notes[0]


def test_an_unsure_guess_asks_for_the_encoding(file):
    path = file(b"a,b\n1,2\n3,\xa9\n")
    error = refused(path)
    assert error.what == "the encoding cannot be told for sure: line 3 is not UTF-8."
    assert "encoding: windows-1252" in error.cure
    assert read(path, encoding="latin-1")[1][1] == (3, ["3", "©"])


def test_a_wrong_byte_near_the_end_is_found_before_the_first_row(file):
    error = refused(file(b"a,b\n" + b"1,2\n" * 50_000 + b"3,\xa9\n"))
    assert "line 50002 is not UTF-8" in error.what


def test_a_given_encoding_must_exist_and_fit(file):
    path = file(b"a,b\n1,\xff\n")
    assert refused(path, encoding="latin-15x").what == "'latin-15x' is not the name of a text encoding."
    assert refused(path, encoding="utf-8").what == "line 2 does not fit the encoding utf-8."


def test_gzip_is_unpacked_by_its_bytes_and_a_damaged_one_refused(file):
    packed = gzip.compress(b"a,b\n1,2\n" * 500)
    _, rows = read(file(packed, "plain_name.csv"))
    assert rows[0] == (2, ["1", "2"])
    assert refused(file(packed[:-12], "cut.csv.gz")).what == "the gzip file is damaged or cut off."


# -- headings -------------------------------------------------------------------------------------------------


def test_rows_above_the_heading_are_skipped_and_said(file):
    table, rows = read(file("Leads of May,,,\n\n# made by hand\nid,name,city,country\n1,Ana,Porto,PT\n2,Bo,Oslo,NO\n"))
    assert (table.headings, table.heading_line) == (("id", "name", "city", "country"), 4)
    assert [line for line, _ in rows] == [5, 6]
    assert table.notes == [
        "1 blank row above the heading skipped.",
        "2 short rows above the heading (a title or a comment) skipped.",
    ]


def test_headings_are_put_in_one_line_and_blank_ones_at_the_end_dropped(file):
    table, rows = read(file('"first\nname", last ,,\nAna,Lima,,\n,,,\nBo,Berg,,\n'))
    assert table.headings == ("first name", "last")
    assert rows == [(3, ["Ana", "Lima"]), (5, ["Bo", "Berg"])]
    assert table.notes == ["1 blank row skipped."]


def test_blank_and_double_headings_are_asked_about_together(file):
    path = file("id,,name,name\n1,2,3,4\n1,2,3,4\n")
    error = refused(path)
    assert error.what == (
        "column 2 has no heading; these headings stand twice: 'name'. The headings found are: id, (blank), name, name."
    )
    assert error.where.endswith("table.csv, line 1")
    assert error.choices == (Choice("number", "number them: column 2, name (2)"),)
    table, rows = read(path, read_as=ReadAs(names="number"))
    assert table.headings == ("id", "column 2", "name", "name (2)")
    assert rows[0] == (2, ["1", "2", "3", "4"])


def test_only_a_heading_is_a_table_without_rows(file):
    table, rows = read(file("id,name\n"))
    assert (table.headings, rows, table.notes) == (("id", "name"), [], ["There is no row below the heading."])


@pytest.mark.parametrize("content", ["", "\n", "\n\n,,\n"])
def test_an_empty_file_is_refused(file, content):
    assert refused(file(content)).what in {"the file is empty.", "no heading row was found."}


# -- rows -----------------------------------------------------------------------------------------------------


def test_ragged_rows_are_rejected_with_line_column_and_reason(file):
    _, rows = read(file("a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,\n"))
    assert rows == [
        (2, ["1", "2", "3"]),
        (3, Reject(3, "c", "the row has 2 cells, the heading 3: this one and all after it are missing", "2")),
        (4, Reject(4, "column 4", "the row has 4 cells, the heading 3: a delimiter too many or quotes missing", "4")),
        (5, ["1", "2", "3"]),
    ]


def test_a_quotation_mark_that_never_closes_loses_no_row_in_silence(file):
    _, rows = read(file('a,b\n1,2\n3,"4\n5,6\n7,8\n'))
    reason = "a quotation mark opened here is never closed: lines 3 to 5 cannot be read"
    assert rows == [(2, ["1", "2"]), (3, Reject(3, "(row)", reason))]


def test_text_after_a_closing_quotation_mark_rejects_that_row_only(file):
    _, rows = read(file('a,b\n1,"x" y\n2,"say ""hi"""\n'))
    reason = 'text follows a closing quotation mark: write a quotation mark within a cell twice ("")'
    assert rows == [(2, Reject(2, "(row)", reason)), (3, ["2", 'say "hi"'])]


def test_a_null_byte_rejects_its_row(file):
    _, rows = read(file(b"a,b\n1,\x002\n3,4\n"))
    assert rows == [
        (2, Reject(2, "b", "the cell holds a null byte, a sign of a damaged export", " 2")),
        (3, ["3", "4"]),
    ]


# -- what is refused ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "name", "what"),
    [
        (b"BZh91AY&SY", "a.csv.bz2", "the bzip2 file is damaged or cut off."),
        (b"\xfd7zXZ\0\0", "a.csv.xz", "the xz file is damaged or cut off."),
        (b"id,name\n", "a.json", "it is no JSON: line 1, column 1: Expecting value."),
        (b"%PDF-1.7", "a.csv", "this is a PDF."),
        (b"<!DOCTYPE html><table>", "a.csv", "this is an HTML or XML page, not a table of rows."),
        (b"PK\x03\x04broken", "a.xlsx", "the zip file is damaged or cut off."),
        (b"\x28\xb5\x2f\xfd", "a.csv", "this is a zstd file."),
    ],
)
def test_other_kinds_of_file_are_named(file, content, name, what):
    assert refused(file(content, name)).what == what


@pytest.mark.parametrize(("content", "name"), [(b"\xd0\xcf\x11\xe0\xa1\xb1", "a.xls"), (b"PAR1\x15\x04", "a.parquet")])
def test_damaged_workbooks_and_parquet_files_are_refused(file, content, name):
    assert "cannot be read (" in refused(file(content, name)).what


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    assert refused(tmp_path / "none.csv").what == "there is no such file."
    assert refused(tmp_path).what == "this is a folder."


# -- all of it ------------------------------------------------------------------------------------------------

EXPECTED = {
    "csvkit/null_byte.csv": (("a", "b", "c"), 0, 1),
    "csvkit/mac_newlines.csv": (("a", "b", "c"), 2, 0),
    "csvkit/bad_skip_lines.csv": (("column_a", "column_b", "column_c"), 1, 2),
    "csvkit/test_header_newline.csv": (("start end", "b", "c"), 1, 0),
    "csvkit/test_utf16_big.csv": (("a", "b", "c"), 2, 0),
    "frictionless/countries.csv": (("id", "neighbor_id", "name", "population"), 3, 2),
    "frictionless/table-infer-iso-8859-7.csv": (("id", "age", "name"), 4, 0),
    "frictionless/escaping.csv": (("ID", "Test"), 2, 1),
    "messytables/excel_pasting.csv": (("Year", *map(str, range(2000, 2008))), 16, 0),
}


@needs_messy
@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_known_messy_files_are_read_as_people_would(name):
    table, rows = read(MESSY / name)
    rejects = sum(isinstance(row, Reject) for _, row in rows)
    assert (table.headings, len(rows) - rejects, rejects) == EXPECTED[name]


@needs_messy
def test_every_messy_file_is_read_or_refused_with_a_cure():
    paths = [path for path in MESSY.rglob("*") if path.is_file()]
    outcomes = {path: outcome(path) for path in paths}
    refusals = {path: error for path, error in outcomes.items() if isinstance(error, TableRefused)}
    for path, error in refusals.items():
        assert (error.what[-1], error.cure[-1], str(path) in error.where) in ((".", ".", True), ("?", ".", True)), path
    tables = {path: read for path, read in outcomes.items() if path not in refusals}
    for path, (table, rows) in tables.items():
        assert table.headings, path
        for line, row in rows:
            assert line > table.heading_line, path
            assert isinstance(row, Reject) or len(row) == len(table.headings), path
    assert len(paths) > 200
    assert len(tables) > 150


CELL = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=8),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_what_the_csv_module_writes_is_read_back(tmp_path_factory, rows, delimiter, encoding, quoting):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=quoting).writerows([["id", "name", "note"], *rows])
    path = tmp_path_factory.mktemp("round") / "table.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    _, found = read(path, delimiter=delimiter)
    # Spaces after a delimiter are dropped by the reader, all others by whoever reads the cells.
    kept = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    assert [[cell.strip() for cell in row] for _, row in found] == kept


def test_memory_does_not_grow_with_the_file(tmp_path):
    peaks = []
    for rows in (2_000, 40_000):
        path = tmp_path / f"{rows}.csv"
        path.write_text("id,day,page,origin\n" + "".join(f"{n:032},2018-02-01,{n:032},social\n" for n in range(rows)))
        tracemalloc.start()
        table = open_table(path)
        count = sum(1 for _ in table.rows)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert count == rows
    assert peaks[1] < 1.2 * peaks[0]


@pytest.mark.parametrize("name", ["a.csv.zip", "a.xlsx"])
def test_a_packing_that_nobody_knows_is_not_called_damage(file, name):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml" if name.endswith("xlsx") else "a.csv", "external_id,name\n" * 50)
    packed = held.getvalue()
    local, central = packed.index(b"PK\x03\x04"), packed.index(b"PK\x01\x02")
    raw = bytearray(packed)
    raw[local + 8 : local + 10] = raw[central + 10 : central + 12] = (97).to_bytes(2, "little")
    said = refused(file(bytes(raw), name))
    assert said.what.endswith("file is packed in a way that cannot be read here.")
