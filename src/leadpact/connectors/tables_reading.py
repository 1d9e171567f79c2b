"""What a file is, before any row is read: its kind by its first bytes, and its encoding.

The whole file is decoded once, in small pieces, so that a wrong byte near its end is found before the
first row is handed out, and nothing is half imported.
"""

from __future__ import annotations

import codecs
import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import cchardet

SAMPLE_BYTES = 1 << 16
SURE_ENOUGH = 0.8
ENCODING_CURE = (
    "Say it with the encoding: option, for example encoding: windows-1252 (Western Europe), "
    "iso-8859-2 (Central Europe) or utf-16, or save the file as CSV (UTF-8)."
)


class TableRefused(Exception):
    """A file that cannot be read as a table: ``what`` is wrong, ``where``, and the ``cure``."""

    def __init__(self, what: str, where: str, cure: str) -> None:
        super().__init__(f"{where}: {what} {cure}")
        self.what, self.where, self.cure = what, where, cure


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


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file's bytes, unpacked when it is gzip by its first bytes. Raises ``TableRefused`` when it cannot be read."""
    try:
        with path.open("rb") as raw:
            is_gzip = raw.read(2) == b"\x1f\x8b"
            raw.seek(0)
            if is_gzip:
                with gzip.open(raw, "rb") as unpacked:
                    yield cast("BinaryIO", unpacked)
            else:
                yield raw
    except IsADirectoryError:
        raise TableRefused("this is a folder.", str(path), "Name the file in it.") from None
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise TableRefused("the gzip file is damaged or cut off.", str(path), "Fetch or pack it again.") from None
    except FileNotFoundError:
        raise TableRefused("there is no such file.", str(path), "Check its name and folder.") from None
    except OSError as error:
        raise TableRefused(f"it cannot be read ({error.strerror}).", str(path), "Check its permissions.") from None


@contextmanager
def opened_text(path: Path, encoding: str) -> Iterator[io.TextIOWrapper]:
    """The file as text, line ends untouched, as the csv module wants it."""
    with opened(path) as raw, io.TextIOWrapper(raw, encoding=encoding, newline="") as text:
        yield text


def examine(path: Path, encoding: str | None = None) -> Contents:
    """Look at a file's kind and encoding, and decode it once from end to end.

    The order is: byte order mark, the pattern of null bytes in UTF-16 and UTF-32, strict UTF-8, then a
    guess by ``cchardet``, which counts only when it is sure and the whole file obeys it. Raises
    ``TableRefused`` for another kind of file, for an empty one, and when the encoding must be asked for.
    """
    if encoding is not None:
        encoding = _known_codec(encoding, path)
    with opened(path) as raw:
        sample = raw.read(SAMPLE_BYTES)
        is_whole = len(sample) < SAMPLE_BYTES
    refuse_other_kinds(path, sample)
    if not sample:
        raise TableRefused("the file is empty.", str(path), "Export it again with its heading row.")
    chosen = encoding or _by_mark(sample) or _by_nulls(sample) or "utf-8"
    if chosen == "utf-8" and sample.startswith(codecs.BOM_UTF8):
        chosen = "utf-8-sig"
    found = _decode_all(path, chosen)
    is_guess = False
    if isinstance(found, _Undecodable):
        if encoding is not None or chosen != "utf-8":
            reason = f"line {found.line} does not fit the encoding {chosen}."
            raise TableRefused(reason, str(path), ENCODING_CURE)
        chosen, is_guess = _guess(path, found), True
        found = _decode_all(path, chosen)
    if isinstance(found, _Undecodable):
        raise _must_ask(path, found)
    return Contents(path, chosen, is_guess, sample, is_whole, found.lines, found.has_null)


@dataclass(frozen=True, slots=True)
class _Undecodable:
    """Where decoding failed: line from 1, and up to 64 KB of bytes around it."""

    line: int
    around: bytes


@dataclass(frozen=True, slots=True)
class _Decoded:
    lines: int
    has_null: bool


def _decode_all(path: Path, encoding: str) -> _Decoded | _Undecodable:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    lines = returns = 0
    has_null = False
    with opened(path) as raw:
        while True:
            piece = raw.read(SAMPLE_BYTES)
            try:
                text = decoder.decode(piece, final=not piece)
            except UnicodeDecodeError as error:
                before = error.object[: error.start]
                line = max(lines, returns) + max(before.count(b"\n"), before.count(b"\r")) + 1
                return _Undecodable(line, error.object)
            lines += text.count("\n")
            returns += text.count("\r")
            has_null = has_null or "\0" in text
            if not piece:
                return _Decoded(max(lines, returns), has_null)


def _known_codec(encoding: str, path: Path) -> str:
    try:
        "".encode(encoding)  # codecs that are no text encodings (zlib, rot13) raise here
        return codecs.lookup(encoding).name
    except LookupError:
        reason = f"{encoding!r} is not the name of a text encoding."
        raise TableRefused(reason, str(path), ENCODING_CURE) from None


def _by_mark(sample: bytes) -> str | None:
    # UTF-32's little-endian mark begins with UTF-16's, so it is asked first.
    if sample.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig" if sample.startswith(codecs.BOM_UTF8) else None


def _by_nulls(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: mostly Latin text leaves null bytes at every other place."""
    shares = [sample[offset::4].count(0) / max(1, len(sample[offset::4])) for offset in range(4)]
    many = [share > 0.6 for share in shares]
    few = [share < 0.2 for share in shares]
    if many[1] and many[2] and many[3] and few[0]:
        return "utf-32-le"
    if many[0] and many[1] and many[2] and few[3]:
        return "utf-32-be"
    if many[1] and many[3] and few[0] and few[2]:
        return "utf-16-le"
    return "utf-16-be" if many[0] and many[2] and few[1] and few[3] else None


def _guess(path: Path, failed: _Undecodable) -> str:
    found = cchardet.detect(failed.around)
    name, confidence = found["encoding"], found["confidence"] or 0.0
    if not name or confidence < SURE_ENOUGH:
        raise _must_ask(path, failed)
    # What calls itself Latin-1 is nearly always Windows' superset of it, with its quotation marks and the euro.
    name = "windows-1252" if name.upper() == "ISO-8859-1" else name
    try:
        return codecs.lookup(name).name
    except LookupError:
        raise _must_ask(path, failed) from None


def _must_ask(path: Path, failed: _Undecodable) -> TableRefused:
    reason = f"the encoding cannot be told for sure: line {failed.line} is not UTF-8."
    return TableRefused(reason, str(path), ENCODING_CURE)


_SHEET_CURE = "Open it, choose the sheet, and save that as CSV (UTF-8)."
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "this is an old Excel workbook (.xls).", _SHEET_CURE),
    (b"BZh", "this is a bzip2 file.", "Unpack it, or pack it with gzip."),
    (b"\xfd7zXZ\0", "this is an xz file.", "Unpack it, or pack it with gzip."),
    (b"\x28\xb5\x2f\xfd", "this is a zstd file.", "Unpack it, or pack it with gzip."),
    (b"7z\xbc\xaf\x27\x1c", "this is a 7-Zip archive.", "Unpack it and name the CSV file in it."),
    (b"PAR1", "this is a Parquet file.", "Parquet is read with --as facts; for other shapes write a CSV file."),
    (b"%PDF", "this is a PDF.", "Ask for the table as CSV (UTF-8)."),
    (b"SQLite format 3\0", "this is a SQLite database.", "Export the table as CSV (UTF-8)."),
)


def refuse_other_kinds(path: Path, sample: bytes) -> None:
    """Raise ``TableRefused`` for what is no CSV file.

    Its first bytes tell (a name may lie), and where these say nothing, its name.
    """
    where = str(path)
    if sample.startswith(b"PK\x03\x04"):
        raise TableRefused(*_zip_reason(path))
    for magic, what, cure in _MAGIC:
        if sample.startswith(magic):
            raise TableRefused(what, where, cure)
    if sample[257:262] == b"ustar":
        raise TableRefused("this is a tar archive.", where, "Unpack it and name the CSV file in it.")
    start = sample[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<?xml", b"<!doctype", b"<html", b"<table")):
        raise TableRefused("this is an HTML or XML page, not a table of rows.", where, "Export it as CSV (UTF-8).")
    if path.suffix.lower() == ".dbf":
        raise TableRefused("this is a dBase table.", where, "Export it as CSV (UTF-8).")
    if _looks_like_json(path, sample):
        raise TableRefused(
            "this is JSON, not a table of rows.", where, "Export it as CSV (UTF-8), or send it to the API."
        )


def _zip_reason(path: Path) -> tuple[str, str, str]:
    where = str(path)
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):  # damaged, or of a kind that is not known
        names = []
    if any(name.startswith("xl/") for name in names):
        return "this is an Excel workbook (.xlsx).", where, _SHEET_CURE
    if "content.xml" in names:
        return "this is an OpenDocument spreadsheet (.ods).", where, _SHEET_CURE
    listed = f" with {', '.join(names[:5])}" if names else ""
    return f"this is a zip archive{listed}.", where, "Unpack it and name the CSV file in it."


def _looks_like_json(path: Path, sample: bytes) -> bool:
    if path.suffix.lower() in {".json", ".jsonl", ".ndjson", ".geojson"}:
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
