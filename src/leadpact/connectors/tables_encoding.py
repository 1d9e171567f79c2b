"""Which encoding a text is in: told by its marks and by strict decoding, guessed where that is sure, else asked.

The whole file is decoded once, in small pieces, so that a wrong byte near its end is found before the
first row is handed out, and nothing is half imported.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

import cchardet

from leadpact.connectors.tables_packed import MIXED, codec_of, opened
from leadpact.connectors.tables_refused import Choice, TableAsks, TableRefused

SAMPLE_BYTES = 1 << 16
SURE_ENOUGH = 0.8
LONGEST_LINE = 16 << 20
ENCODING_CURE = (
    "Say it with the encoding: option, for example encoding: windows-1252 (Western Europe), "
    "iso-8859-2 (Central Europe) or utf-16, or save the file as CSV (UTF-8)."
)
_OFFERED = ("windows-1252", "iso-8859-2", "windows-1251", "mac-roman", "cp850", "iso8859-7", "shift_jis", "gb18030")
_WESTERN = frozenset(("cp1252", "iso8859-1", "iso8859-15"))
_OTHER_SCRIPTS = re.compile(r"[\u0370-\u052f\u0590-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_MANY_BYTES = re.compile(rb"[\xc3-\xf4][\x80-\xbf]")


def _western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "replace"), error.end


codecs.register_error("leadpact_western", _western)


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Where decoding failed: line from 1, and up to 64 KB of bytes around it."""

    line: int
    around: bytes
    at: int = 0
    has_letters: bool = False
    """Whether letters beyond ASCII came before it that could be decoded."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """What one pass over a text found."""

    lines: int
    has_null: bool


def told_or_guessed(path: Path, sample: bytes, asked: str | None, member: str | None) -> tuple[str, bool, Decoded]:
    """The encoding, whether it is a guess, and what one pass over the whole file found.

    The order is: what is asked for, byte order mark, the pattern of null bytes in UTF-16 and UTF-32, strict UTF-8,
    then a guess, which counts only when it is sure and the whole file obeys it. Raises ``TableAsks`` otherwise.
    """
    if asked is not None:
        asked = known_codec(asked, path)
    chosen = asked or _by_mark(sample) or _by_nulls(sample) or "utf-8"
    if chosen == "utf-8" and sample.startswith(codecs.BOM_UTF8):
        chosen = "utf-8-sig"
    found = decode_all(path, chosen, member)
    if isinstance(found, Decoded):
        return chosen, False, found
    if asked is not None or chosen != "utf-8":
        raise TableRefused(f"line {found.line} does not fit the encoding {chosen}.", str(path), ENCODING_CURE)
    failed = found
    chosen = _guess(path, failed)
    found = decode_all(path, chosen, member)
    if isinstance(found, Undecodable):
        raise _must_ask(path, failed)
    return chosen, True, found


def known_codec(encoding: str, path: Path) -> str:
    """Python's name of an encoding. Raises ``TableRefused`` when there is none such."""
    if encoding in (MIXED, "mixed"):
        return MIXED
    try:
        "".encode(encoding)  # codecs that are no text encodings (zlib, rot13) raise here
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):
        reason = f"{encoding!r} is not the name of a text encoding."
        raise TableRefused(reason, str(path), ENCODING_CURE) from None


def decode_all(path: Path, encoding: str, member: str | None = None) -> Decoded | Undecodable:
    """Decode a file from end to end. Raises ``TableRefused`` for pages of null bytes and lines without end."""
    name, errors = codec_of(encoding)
    decoder = codecs.getincrementaldecoder(name)(errors)
    lines = returns = since = 0
    has_null = has_letters = False
    with opened(path, member) as raw:
        while True:
            piece = raw.read(SAMPLE_BYTES)
            if len(piece) == SAMPLE_BYTES and piece.count(0) == SAMPLE_BYTES:
                reason = f"from line {max(lines, returns) + 1} on it holds nothing but null bytes."
                raise TableRefused(reason, str(path), "It is damaged or empty: fetch or export it again.")
            try:
                text = decoder.decode(piece, final=not piece)
            except UnicodeDecodeError as error:
                before = error.object[: error.start]
                line = max(lines, returns) + max(before.count(b"\n"), before.count(b"\r")) + 1
                return Undecodable(line, error.object, error.start, has_letters)
            ends = text.count("\n"), text.count("\r")
            since = 0 if any(ends) else since + len(text)
            lines, returns = lines + ends[0], returns + ends[1]
            has_null = has_null or "\0" in text
            has_letters = has_letters or not text.isascii()
            if not piece:
                return Decoded(max(lines, returns), has_null)
            if since > LONGEST_LINE:
                reason = f"line {max(lines, returns) + 1} is longer than {LONGEST_LINE >> 20} MB."
                raise TableRefused(reason, str(path), "Check that this is a table with a line for each row.")


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


def _guess(path: Path, failed: Undecodable) -> str:
    """The encoding that is sure: in another script by its letters, in Latin letters when all guesses read alike."""
    if failed.has_letters or _is_mixed(failed.around):
        raise _must_ask(path, failed, is_mixed=True)
    found = cchardet.detect(failed.around)
    name, confidence = found["encoding"], found["confidence"] or 0.0
    if not name or confidence < SURE_ENOUGH:
        raise _must_ask(path, failed)
    # What calls itself Latin-1 is nearly always Windows' superset of it, with its quotation marks and the euro.
    name = "windows-1252" if name.upper() == "ISO-8859-1" else name
    try:
        codec = codecs.lookup(name).name
        text = failed.around.decode(codec, "ignore")
    except LookupError:
        raise _must_ask(path, failed) from None
    if codec in _WESTERN or _OTHER_SCRIPTS.search(text):
        return codec
    if text == failed.around.decode("cp1252", "replace"):
        return "cp1252"
    raise _must_ask(path, failed)


def _is_mixed(around: bytes) -> bool:
    """Whether some lines beyond ASCII are UTF-8 and others are not: no single encoding reads both."""
    good = 0
    for line in around.splitlines():
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            continue
        good += len(_MANY_BYTES.findall(line)) > 0
    return good > 0


def _must_ask(path: Path, failed: Undecodable, *, is_mixed: bool = False) -> TableAsks:
    reason = f"the encoding cannot be told for sure: line {failed.line} is not UTF-8."
    offered = list(_OFFERED)
    if is_mixed:
        reason = f"some lines are UTF-8 and others, such as line {failed.line}, are not."
        offered.insert(0, MIXED)
    start = max(0, failed.at - 20)
    start = max(start, failed.around.rfind(b"\n", start, failed.at) + 1)
    around = failed.around[start : failed.at + 20].splitlines()[:1] or [b""]
    choices = []
    for name in offered:
        codec, errors = codec_of(name)
        try:
            shown = around[0].decode(codec, errors)
        except UnicodeDecodeError:
            continue
        if shown.isprintable():
            choices.append(Choice("mixed" if name == MIXED else name, f"reads: {shown.strip()}"))
    return TableAsks(reason, str(path), "encoding", tuple(choices))
