"""What a file is, before any row is read: its kind by its first bytes, and how it is to be read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from leadpact.connectors.tables_encoding import SAMPLE_BYTES, told_or_guessed
from leadpact.connectors.tables_packed import is_book, opened
from leadpact.connectors.tables_refused import Choice, TableAsks, TableRefused

__all__ = ["Choice", "Contents", "FileKind", "ReadAs", "TableAsks", "TableRefused", "examine", "kind_of"]
FileKind = Literal["text", "book", "json", "parquet"]


class ReadAs(NamedTuple):
    """How a file is to be read, as far as somebody said so; the rest is found out.

    ``sheet`` is one of a workbook, or the list of a JSON file; ``member`` a file in a zip archive; ``heading`` the
    line of the heading row, 0 when there is none; ``names`` is ``number`` when blank and double headings are to
    be numbered.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    member: str | None = None
    heading: int | None = None
    names: str | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """A file that is text: its encoding (a Python codec), its first bytes, and what one pass over it found."""

    path: Path
    encoding: str
    is_guess: bool
    sample: bytes
    is_whole: bool
    """Whether ``sample`` is the whole file."""
    lines: int
    """Line ends in the file, at most the number of its lines: for showing progress."""
    has_null: bool
    member: str | None = None


def kind_of(path: Path, member: str | None = None) -> tuple[FileKind, bytes]:
    """What kind of table a file is, with its first bytes. Raises ``TableRefused`` for what is none."""
    with path.open("rb") if path.is_file() else opened(path) as raw:
        first = raw.read(8)
    if first.startswith(b"\xd0\xcf\x11\xe0") or (first.startswith(b"PK\x03\x04") and is_book(path)):
        return "book", first
    if first.startswith(b"PAR1"):
        return "parquet", first
    with opened(path, member) as raw:
        sample = raw.read(SAMPLE_BYTES)
    if not sample:
        raise TableRefused("the file is empty.", str(path), "Export it again with its heading row.")
    if len(sample) == SAMPLE_BYTES and sample.count(0) == SAMPLE_BYTES:
        reason = "it begins with nothing but null bytes."
        raise TableRefused(reason, str(path), "It is damaged or empty: fetch or export it again.")
    refuse_other_kinds(path, sample)
    return ("json" if _looks_like_json(member or path.name, sample) else "text"), sample


def examine(path: Path, sample: bytes, encoding: str | None = None, member: str | None = None) -> Contents:
    """Find a text's encoding, and decode it once from end to end. Raises ``TableRefused`` and ``TableAsks``."""
    chosen, is_guess, found = told_or_guessed(path, sample, encoding, member)
    is_whole = len(sample) < SAMPLE_BYTES
    return Contents(path, chosen, is_guess, sample, is_whole, found.lines, found.has_null, member)


_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (
        b"PK\x03\x04",
        "this is an archive or a workbook within an archive.",
        "Unpack it once and bring in what is inside.",
    ),
    (b"PAR1", "this is a Parquet file within an archive.", "Unpack it and bring in what is inside."),
    (b"\xd0\xcf\x11\xe0", "this is a workbook within an archive.", "Unpack it and bring in what is inside."),
    (b"\x28\xb5\x2f\xfd", "this is a zstd file.", "Unpack it, or pack it with gzip."),
    (b"7z\xbc\xaf\x27\x1c", "this is a 7-Zip archive.", "Unpack it and name the table in it."),
    (b"%PDF", "this is a PDF.", "Ask for the table as CSV (UTF-8)."),
    (b"SQLite format 3\0", "this is a SQLite database.", "Export the table as CSV (UTF-8)."),
    (b"\x1f\x8b", "this is packed twice.", "Unpack it once and bring in what is inside."),
)


def refuse_other_kinds(path: Path, sample: bytes) -> None:
    """Raise ``TableRefused`` for what is no text of rows: its first bytes tell, else its name."""
    where = str(path)
    for magic, what, cure in _MAGIC:
        if sample.startswith(magic):
            raise TableRefused(what, where, cure)
    if sample[257:262] == b"ustar":
        raise TableRefused("this is a tar archive.", where, "Unpack it and name the table in it.")
    start = sample[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<?xml", b"<!doctype", b"<html", b"<table")):
        raise TableRefused("this is an HTML or XML page, not a table of rows.", where, "Export it as CSV (UTF-8).")
    if path.suffix.lower() == ".dbf":
        raise TableRefused("this is a dBase table.", where, "Export it as CSV (UTF-8).")


def _looks_like_json(name: str, sample: bytes) -> bool:
    bare = name.lower()
    for ending in (".gz", ".bz2", ".xz", ".zip"):
        bare = bare.removesuffix(ending)
    if bare.endswith((".json", ".jsonl", ".ndjson", ".geojson")):
        return True
    start = sample.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith((b"{", b"[")):
        return False
    if start[1:64].lstrip()[:2] in {b'{"', b'["'} or start.startswith(b'{"'):
        return True
    try:
        json.loads(sample)
    except ValueError:
        return False
    return True
