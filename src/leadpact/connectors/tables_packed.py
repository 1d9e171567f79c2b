"""Files as streams of bytes, unpacked when they are packed (gzip, bzip2, xz, zip), with limits against bombs.

A few kilobytes can unpack to terabytes. What grows beyond measure is refused while it is read, before memory or
disk notice.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from leadpact.connectors.tables_refused import Choice, TableAsks, TableRefused

MOST_RATIO = 250
"""So many times its packed size a file may grow; tables of leads grow about ten times, zeros a thousand times."""
SMALL_BYTES = 64 << 20
"""Below this nobody minds how much a file grew."""
MOST_MEMBERS = 1000
_PACKED: tuple[tuple[bytes, str, Callable[[Any], Any]], ...] = (
    (b"\x1f\x8b", "gzip", gzip.open),
    (b"BZh", "bzip2", bz2.open),
    (b"\xfd7zXZ\0", "xz", lzma.open),
)
_DAMAGED = (EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, gzip.BadGzipFile, RuntimeError)
"""What the libraries raise for what they cannot unpack; zipfile a RuntimeError for passwords and unknown packings."""
_BOOKS = ("xl/", "content.xml", "word/", "ppt/")


class _Watched(io.RawIOBase):
    """Unpacked bytes that are counted against the packed ones they came from."""

    def __init__(self, unpacked: Any, packed_bytes: Callable[[], int], path: Path, what: str) -> None:
        self._unpacked, self._packed_bytes, self._path, self._what = unpacked, packed_bytes, path, what
        self._read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Read into a buffer; raises ``TableRefused`` for what is damaged or grows beyond measure."""
        try:
            piece = self._unpacked.read(len(buffer))
        except _DAMAGED as error:
            raise damaged(self._path, self._what, error) from None
        except OSError as error:
            if error.errno is not None:
                raise
            raise damaged(self._path, self._what, error) from None  # bz2 says so of damaged data
        buffer[: len(piece)] = piece
        self._read += len(piece)
        if self._read > SMALL_BYTES and self._read > MOST_RATIO * max(1, self._packed_bytes()):
            raise grows(self._path)
        return len(piece)


def grows(path: Path) -> TableRefused:
    """The refusal of a file that unpacks to more than any table would."""
    reason = f"unpacked it grows to more than {MOST_RATIO} times its size, as no table of words and numbers does."
    return TableRefused(reason, str(path), "If it is in order, unpack it and bring in what is inside.")


def damaged(path: Path, what: str, error: Exception) -> TableRefused:
    """The refusal of a packed file that cannot be unpacked."""
    if "password" in str(error) or "encrypted" in str(error):
        return TableRefused(f"the {what} file has a password.", str(path), "Unpack it and bring in what is inside.")
    if "not supported" in str(error):
        reason = f"the {what} file is packed in a way that cannot be read here."
        return TableRefused(reason, str(path), "Unpack it and bring in what is inside.")
    return TableRefused(f"the {what} file is damaged or cut off.", str(path), "Fetch or pack it again.")


@contextmanager
def opened(path: Path, member: str | None = None) -> Iterator[BinaryIO]:
    """The file's bytes, unpacked when its first bytes say that it is packed.

    Of a zip archive with several files in it ``member`` is the one that is meant. Raises ``TableRefused`` when it
    cannot be read, is damaged, or grows beyond measure, and ``TableAsks`` when the archive holds several files.
    """
    try:
        with path.open("rb") as raw:
            first = raw.read(6)
            raw.seek(0)
            for magic, what, opener in _PACKED:
                if first.startswith(magic):
                    with opener(raw) as unpacked:
                        yield _buffered(_Watched(unpacked, raw.tell, path, what))
                    return
            if first.startswith(b"PK\x03\x04"):
                with _in_archive(path, raw, member) as found:
                    yield found
                return
            yield raw
    except IsADirectoryError:
        raise TableRefused("this is a folder.", str(path), "Name the file in it.") from None
    except FileNotFoundError:
        raise TableRefused("there is no such file.", str(path), "Check its name and folder.") from None
    except OSError as error:
        raise TableRefused(f"it cannot be read ({error.strerror}).", str(path), "Check its permissions.") from None


def _buffered(watched: _Watched) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(watched, 1 << 16))


@contextmanager
def _in_archive(path: Path, raw: BinaryIO, member: str | None) -> Iterator[BinaryIO]:
    try:
        archive = zipfile.ZipFile(raw)
    except (*_DAMAGED, ValueError, OSError) as error:
        raise damaged(path, "zip", error) from None
    with archive:
        info = _chosen(path, archive, member)
        try:
            unpacked = archive.open(info)
        except _DAMAGED as error:
            raise damaged(path, "zip", error) from None
        with unpacked:
            yield _buffered(_Watched(unpacked, lambda: info.compress_size, path, "zip"))


def _chosen(path: Path, archive: zipfile.ZipFile, member: str | None) -> zipfile.ZipInfo:
    infos = [info for info in archive.infolist() if _is_file(info)]
    if len(infos) > MOST_MEMBERS:
        reason = f"the archive holds {len(infos):,} files."
        raise TableRefused(reason, str(path), "Unpack it and bring in the one that is meant.")
    if not infos:
        raise TableRefused("the archive holds no file.", str(path), "Pack the table anew.")
    if member is not None:
        for info in infos:
            if info.filename == member:
                return info
    elif len(infos) == 1:
        return infos[0]
    choices = tuple(Choice(info.filename, f"{info.file_size:,} bytes") for info in infos[:40])
    raise TableAsks("this is a zip archive with several files.", str(path), "member", choices)


def _is_file(info: zipfile.ZipInfo) -> bool:
    name = info.filename.rsplit("/", 1)[-1]
    return bool(name) and not name.startswith(".") and not info.filename.startswith("__MACOSX/")


def is_book(path: Path) -> bool:
    """Whether a zip archive is a workbook or another document of an office, and no archive of tables."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.startswith(_BOOKS) for name in archive.namelist())
    except (*_DAMAGED, ValueError, OSError):
        return False


@contextmanager
def opened_text(path: Path, encoding: str, member: str | None = None) -> Iterator[io.TextIOWrapper]:
    """The file as text, line ends untouched, as the csv module wants it."""
    name, errors = codec_of(encoding)
    with opened(path, member) as raw, io.TextIOWrapper(raw, encoding=name, errors=errors, newline="") as text:
        yield text


MIXED = "utf-8 or windows-1252"
"""The name of the reading that takes each sign as UTF-8, and what is none as Western European."""


def codec_of(encoding: str) -> tuple[str, str]:
    """Python's codec and error handler for the name of an encoding."""
    return ("utf-8", "leadpact_western") if encoding == MIXED else (encoding, "strict")
