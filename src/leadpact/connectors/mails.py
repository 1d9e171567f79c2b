"""One e-mail as it came (RFC 5322): who wrote it to whom and when, forwarded or automatic. Nothing is kept here.

Mails come from everywhere, and many are malformed: what cannot be read of one is left out, and the rest is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from hashlib import sha256
from html.parser import HTMLParser
from typing import Literal, NamedTuple

from leadpact.rules.identity import read_email

LARGEST = 25_000_000
"""Bytes of a mail with all it carries."""
SUBJECT_MOST, WORDS_MOST = 300, 500
_LOOKED_AT = 20_000
"""Signs of a mail's text in which the sender of a forwarded mail is looked for."""
_MOST_PARTS = 200
_FORWARDS = re.compile(r"^\s*(?:fwd?|wg|tr|rv|i|enc|vs|vb|doorst|pd|fyi)\s*(?:\[\d+\])?:", re.IGNORECASE)
_FROM_LINE = re.compile(
    r"^[\s>*]*(?:from|von|de|da|van|från|fra|od|lähettäjä|kimden|от)\s*\*?\s*:\s*\*?\s*(?P<who>.{3,300})$",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"[^\s<>\"'(),;:\[\]]+@[^\s<>\"'(),;:\[\]]+")
_BOUNCERS = ("mailer-daemon", "postmaster", "mail-daemon")
_NO_REPLY = re.compile(r"^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|bounces?)\b", re.IGNORECASE)
Apart = Literal["", "automatic", "bounce", "list"]


class NotAMail(ValueError):
    """What came is no e-mail that could be placed; the message says why."""


class Writer(NamedTuple):
    """Somebody's address, normalised, and name; the name may be empty."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail. ``key`` is the same for the same mail, and says nothing of it; ``sent_s`` None: it bears no date.

    ``to`` are the addresses it went to openly. ``forwarded`` is who wrote the mail that it passes on, None where it
    passes none on or does not say. ``apart`` says why nobody wrote it by hand. ``words`` are how its text begins.
    """

    key: str
    sent_s: int | None
    sender: Writer
    to: tuple[Writer, ...]
    subject: str
    words: str
    apart: Apart
    forwarded: Writer | None


def read(raw: bytes) -> Mail:
    """Read a mail. Raises ``NotAMail`` where it is none, too large, or names nobody who wrote it."""
    if len(raw) > LARGEST:
        raise NotAMail(f"The mail has {len(raw):,} bytes; at most {LARGEST:,} are taken.")
    try:
        message = message_from_bytes(raw)
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise NotAMail("This cannot be read as an e-mail.") from error
    senders = _writers(message, "From") or _writers(message, "Sender") or _writers(message, "Return-Path")
    if not senders:
        raise NotAMail("This is no e-mail with a sender: it has no line From: with an address.")
    subject = _header(message, "Subject")[:SUBJECT_MOST]
    text = _text(message)
    sent_s = _sent_s(message)
    to = tuple(dict.fromkeys((*_writers(message, "To"), *_writers(message, "Cc"))))
    name = _header(message, "Message-ID") or f"{senders[0].address} {sent_s} {subject} {text}"
    return Mail(
        key=sha256(name.strip().encode("utf-8", "replace")).hexdigest()[:32],
        sent_s=sent_s,
        sender=senders[0],
        to=to,
        subject=subject,
        words=" ".join(text.split())[:WORDS_MOST],
        apart=_apart(message, senders[0].address),
        forwarded=_forwarded(message, subject, text),
    )


def _header(message: Message, name: str) -> str:
    """A header in plain words on one line, without signs that no line holds."""
    value = message.get(name)
    if value is None:
        return ""
    text = str(value)
    try:
        text = str(make_header(decode_header(text)))
    except (MessageError, ValueError, LookupError, AssertionError):
        text = text.encode("utf-8", "replace").decode("utf-8", "replace")
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _writers(message: Message, name: str) -> tuple[Writer, ...]:
    """The people of a header, each once."""
    try:
        pairs = getaddresses([str(each) for each in message.get_all(name, [])])
    except (ValueError, IndexError, AttributeError):
        return ()
    return tuple(dict.fromkeys(_named(pairs)))


def _named(pairs: Iterable[tuple[str, str]]) -> Iterator[Writer]:
    for name, address in pairs:
        read_as = read_email(address)
        if read_as.email is not None:
            holder = Message()
            holder["X"] = " ".join(name.split())
            yield Writer(read_as.email, _header(holder, "X")[:200])


def _sent_s(message: Message) -> int | None:
    try:
        return int(parsedate_to_datetime(_header(message, "Date")).timestamp())
    except (ValueError, TypeError, OverflowError, IndexError, AttributeError):
        return None


def _parts(message: Message) -> Iterator[Message]:
    for number, part in enumerate(message.walk()):
        if number == _MOST_PARTS:
            return
        yield part


def _text(message: Message) -> str:
    """The readable text, the plain one first; an attached mail's is its own."""
    plain: list[str] = []
    rich: list[str] = []
    for part in _parts(message):
        if part.get_content_type() == "message/rfc822":
            break
        if part.is_multipart() or part.get_filename() is not None:
            continue
        if part.get_content_type() == "text/plain":
            plain.append(_decoded(part))
        elif part.get_content_type() == "text/html":
            rich.append(_stripped(_decoded(part)))
    return ("\n".join(plain) if any(each.strip() for each in plain) else "\n".join(rich)).replace("\0", " ")


def _decoded(part: Message) -> str:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return ""
    words = payload if isinstance(payload, bytes) else b""
    try:
        return words[: 4 * _LOOKED_AT].decode(part.get_content_charset() or "utf-8", "replace")[:_LOOKED_AT]
    except (LookupError, ValueError):
        return words[: 4 * _LOOKED_AT].decode("utf-8", "replace")[:_LOOKED_AT]


class _Stripper(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("style", "script", "head"):
            self._hidden += 1
        elif tag in ("br", "p", "div", "tr", "li"):
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script", "head"):
            self._hidden = max(0, self._hidden - 1)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.found.append(data)


def _stripped(html: str) -> str:
    made = _Stripper()
    try:
        made.feed(html)
        made.close()
    except (AssertionError, ValueError):  # What was read so far is better than nothing.
        pass
    return "".join(made.found)


def _apart(message: Message, sender: str) -> Apart:
    """Why a mail was written by no one: a bounce, an automatic answer, or a list."""
    local = sender.partition("@")[0]
    report = str(message.get_param("report-type") or "") if message.get_content_type() == "multipart/report" else ""
    if local in _BOUNCERS or report.lower() == "delivery-status" or _header(message, "X-Failed-Recipients"):
        return "bounce"
    submitted = _header(message, "Auto-Submitted").lower()
    precedence = _header(message, "Precedence").lower()
    if (submitted and not submitted.startswith("no")) or precedence == "auto_reply":
        return "automatic"
    if any(_header(message, name) for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress-Reply")):
        return "automatic"
    if _header(message, "List-Id") or precedence in ("bulk", "list", "junk"):
        return "list"
    return "automatic" if _NO_REPLY.match(local) else ""


def _forwarded(message: Message, subject: str, text: str) -> Writer | None:
    """Who wrote the mail that this one passes on: of the attached mail, else of the first line From: in the text."""
    for part in _parts(message):
        inner = part.get_payload() if part.get_content_type() == "message/rfc822" else None
        if isinstance(inner, list) and inner and isinstance(inner[0], Message):
            return next(iter(_writers(inner[0], "From")), None)
    if not _FORWARDS.match(subject):
        return None
    for line in _FROM_LINE.finditer(text):
        address = _ADDRESS.search(line["who"])
        read_as = read_email(address[0]) if address else None
        if address is not None and read_as is not None and read_as.email is not None:
            name = re.split(r"[<\[(]", line["who"].replace(address[0], " "))[0]
            return Writer(read_as.email, " ".join(re.sub(r"mailto:|[\"*<>]", " ", name).split())[:200])
    return None
