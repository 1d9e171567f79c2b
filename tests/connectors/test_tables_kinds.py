"""Every kind of file is read as people would, asked about, or refused; what grows beyond measure is seen at once."""

import bz2
import gzip
import io
import json
import lzma
import os
import zipfile
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from leadpact.connectors.shapes import Reject
from leadpact.connectors.tables import open_table
from leadpact.connectors.tables_packed import MIXED
from leadpact.connectors.tables_reading import Choice, ReadAs, TableAsks, TableRefused

TABLE = "id,name\nx1,Ana\nx2,Bo\n"
ROWS = [["x1", "Ana"], ["x2", "Bo"]]
SHEET = """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>"""


def write(path, content):
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def cells(path, **read_as):
    table = open_table(path, read_as=ReadAs(**read_as))
    return table.headings, [row for _, row in table.rows]


def asks(path, **read_as):
    with pytest.raises(TableAsks) as caught:
        open_table(path, read_as=ReadAs(**read_as))
    return caught.value


def refused(path, **read_as):
    with pytest.raises(TableRefused) as caught:
        open_table(path, read_as=ReadAs(**read_as))
    return caught.value.what


def packed(members, **options):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def column(number):
    return chr(64 + number)


def book(**sheets):
    """A small workbook: sheets by name, each a list of rows of text or numbers."""
    names = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(sheets, 1))
    links = "".join(
        f'<Relationship Id="r{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        f'Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    parts = {
        "_rels/.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        f"<Relationship Id='r1' Type='{office}' Target='xl/workbook.xml'/></Relationships>",
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        "xl/workbook.xml": "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
        "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
        f"<sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships "
        f"xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{links}</Relationships>",
    }
    for n, rows in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            rows
            if isinstance(rows, str)
            else SHEET.format(
                "".join(
                    f'<row r="{r}">'
                    + "".join(
                        f'<c r="{column(c)}{r}" t="inlineStr"><is><t>{cell}</t></is></c>'
                        if isinstance(cell, str)
                        else f'<c r="{column(c)}{r}"><v>{cell}</v></c>'
                        for c, cell in enumerate(row, 1)
                    )
                    + "</row>"
                    for r, row in enumerate(rows, 1)
                )
            )
        )
    return packed(parts)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, lambda raw: packed({"a.csv": raw})])
def test_packed_tables_are_unpacked_by_their_first_bytes(tmp_path, pack):
    assert cells(write(tmp_path / "leads.bin", pack(TABLE.encode()))) == (("id", "name"), ROWS)


def test_of_an_archive_with_several_files_one_is_asked_for(tmp_path):
    path = write(tmp_path / "a.zip", packed({"a.csv": TABLE, "b.csv": "k\nv\n", "__MACOSX/a.csv": "", "d/": ""}))
    assert asks(path).setting == "member"
    assert asks(path).choices == (Choice("a.csv", "21 bytes"), Choice("b.csv", "4 bytes"))
    assert cells(path, member="a.csv") == (("id", "name"), ROWS)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lambda raw: packed({"a.csv": raw})])
def test_a_bomb_is_refused_before_it_has_unpacked(tmp_path, pack):
    line = b"x" * 1000 + b"\n"
    path = write(tmp_path / "bomb", pack(b"id\n" + line * 200_000))
    assert refused(path).startswith("unpacked it grows to more than 250 times its size")


def test_zeros_without_end_are_refused_at_once(tmp_path):
    path = tmp_path / "zeros.csv"
    with path.open("wb") as file:
        file.truncate(10 << 30)
    assert refused(path) == "it begins with nothing but null bytes."
    with path.open("r+b") as file:
        file.write(b"id,name\n1,Ana\n")
    assert refused(path).endswith("line 3 on it holds nothing but null bytes.")
    os.truncate(path, 0)


def test_a_workbook_that_unpacks_or_spans_beyond_measure_is_refused(tmp_path):
    wide = SHEET.format('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    assert refused(write(tmp_path / "a.xlsx", book(s=wide))).startswith("its cells span 1,048,576 rows and 16,384")
    heavy = SHEET.format(" " * (100 << 20))
    assert refused(write(tmp_path / "b.xlsx", book(s=heavy))).startswith("unpacked it grows")


def test_a_sheet_is_read_with_its_numbers_as_they_are_meant(tmp_path):
    path = write(
        tmp_path / "a.xlsx", book(s=[["Title"], [], ["id", "amount"], ["x1", 0.1 + 0.2], ["x2", 4915112345678]])
    )
    table = open_table(path)
    assert (table.headings, table.heading_line, table.kind) == (("id", "amount"), 3, "book")
    assert list(table.rows) == [(4, ["x1", "0.3"]), (5, ["x2", "4915112345678"])]


def test_of_several_sheets_with_rows_one_is_asked_for(tmp_path):
    path = write(tmp_path / "a.xlsx", book(Leads=[["id"], ["x1"]], Empty=[], Deals=[["id"], ["d1"]]))
    assert asks(path).choices == (Choice("Leads", "2 rows, 1 columns"), Choice("Deals", "2 rows, 1 columns"))
    assert cells(path, sheet="Deals") == (("id",), [["d1"]])
    assert refused(path, sheet="Wins") == "there is no sheet 'Wins' with something in it."


@pytest.mark.parametrize(
    "text",
    [
        '[{"id": "x1", "name": "Ana"}, {"id": "x2", "name": "Bo"}]',
        '{"id": "x1", "name": "Ana"}\n\n{"id": "x2", "name": "Bo"}\n',
        '[["id", "name"], ["x1", "Ana"], ["x2", "Bo"]]',
        '["id", "name"]\n["x1", "Ana"]\n["x2", "Bo"]\n',
        '{"count": 2, "records": [{"id": "x1", "name": "Ana"}, {"id": "x2", "name": "Bo"}]}',
    ],
)
def test_json_in_every_form_is_the_same_table(tmp_path, text):
    assert cells(write(tmp_path / "a.json", text)) == (("id", "name"), ROWS)


def test_records_within_records_become_columns(tmp_path):
    text = json.dumps([{"id": 1.10, "at": {"city": "Lyon"}, "tags": ["a", "b"], "is": True}, {"id": 2, "more": None}])
    assert cells(write(tmp_path / "a.json", text)) == (
        ("id", "at.city", "tags", "is", "more"),
        [["1.1", "Lyon", "a;b", "true", ""], ["2", "", "", "", ""]],
    )


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('[{"id": 1, "id": 2}]', "the name 'id' stands twice in one record."),
        ('{"id": 1}', "this JSON is one record, not a table of rows."),
        ("[1, 2]", "this JSON is no list of records."),
        ("[" * 100_000, "its records lie too deep within each other."),
    ],
)
def test_json_that_is_no_table_is_refused(tmp_path, text, what):
    assert refused(write(tmp_path / "a.json", text)) == what


def test_a_bad_line_among_json_lines_is_rejected_alone(tmp_path):
    headings, rows = cells(write(tmp_path / "a.jsonl", '{"id": 1}\n{"id": 2}\n{"id"\n{"id": 3, "id": 4}\n'))
    assert headings == ("id",)
    assert rows == [
        ["1"],
        ["2"],
        Reject(3, "(row)", "the line is no JSON record", '{"id" '),
        Reject(4, "(row)", "the name 'id' stands twice in one record", '{"id": 3, "id": 4} '),
    ]


def test_parquet_is_read_with_its_types(tmp_path):
    columns = {
        "id": ["x1", None],
        "at": [datetime(2026, 3, 1, 9, tzinfo=UTC), None],
        "on": [date(2026, 3, 1), None],
        "n": [1.5, 2.0],
        "is": [True, False],
    }
    pq.write_table(pa.table(columns), tmp_path / "a.parquet")
    assert cells(tmp_path / "a.parquet") == (
        ("id", "at", "on", "n", "is"),
        [["x1", "2026-03-01 09:00:00+00:00", "2026-03-01", "1.5", "true"], ["", "", "", "2", "false"]],
    )


@pytest.mark.parametrize(
    "first", ["7,Jo\n8,Al\n9,Bo\n", "ana@x.example,Ana\nbo@x.example,Bo\n", "1/2/2026,a\n2/2/2026,b\n"]
)
def test_a_table_without_headings_is_asked_about(tmp_path, first):
    path = write(tmp_path / "a.csv", first)
    found = asks(path)
    assert (found.setting, [choice.value for choice in found.choices]) == ("heading", ["1", "0"])
    headings, rows = cells(path, heading=0)
    assert (headings, len(rows)) == (("column 1", "column 2"), first.count("\n"))
    assert len(cells(path, heading=1)[1]) == len(rows) - 1


@pytest.mark.parametrize("heading", ["Year,2000,2001", "id,100022,100025", "id,Id,ID"])
def test_headings_with_numbers_are_headings(tmp_path, heading):
    assert len(cells(write(tmp_path / "a.csv", f"{heading}\nx,TRUE,a\ny,FALSE,b\n"))[1]) == 2


def test_a_footer_below_the_table_is_no_row(tmp_path):
    text = '"a","b","c"\n"1x","2","3"\n\n\n"Leads this quarter"\n"Confidential"\n'
    table = open_table(write(tmp_path / "a.csv", text))
    assert [row for _, row in table.rows] == [["1x", "2", "3"]]
    assert table.notes == [
        "2 short lines below the table, from line 5 on, skipped (a footer).",
        "2 blank rows skipped.",
    ]
    text += "4,5,6\n"
    assert len(cells(write(tmp_path / "b.csv", text))[1]) == 4


def test_mixed_encodings_are_asked_about_and_read_line_by_line(tmp_path):
    path = write(tmp_path / "a.csv", "name\nJürgen\n".encode() + "Müller\n".encode("cp1252"))
    found = asks(path)
    assert found.choices[0] == Choice("mixed", "reads: Müller")
    assert cells(path, encoding="mixed") == (("name",), [["Jürgen"], ["Müller"]])
    assert open_table(path, encoding="mixed").encoding == MIXED


def test_an_encoding_that_could_be_two_is_asked_about_with_how_it_reads(tmp_path):
    path = write(tmp_path / "a.csv", "name\nŁódź\n".encode("iso-8859-2"))
    says = {choice.value: choice.says for choice in asks(path).choices}
    assert (says["iso-8859-2"], says["windows-1252"]) == ("reads: Łódź", "reads: £ód¼")


def test_a_thousand_columns_are_a_table(tmp_path):
    names = ",".join(f"c{n}" for n in range(1000))
    headings, rows = cells(write(tmp_path / "a.csv", f"{names}\n{','.join(['x'] * 1000)}\n"))
    assert (len(headings), len(rows[0])) == (1000, 1000)
    many = ",".join(f"{n}" for n in range(16_400))
    assert refused(write(tmp_path / "b.csv", many + "\n")) == "the first line is longer than 64 KB."
