"""What trackers of web sites send, in one shape, whichever tracker it was; bodies as they really come."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import blake2b
from types import MappingProxyType
from typing import Any, Literal, NamedTuple
from urllib.parse import parse_qsl, urlsplit

BODY_MOST = 5_000_000
"""Longest body in bytes once unpacked."""
EVENTS_MOST = 2_000
ID_MOST, TEXT_MOST = 200, 300
NOTHING: Mapping[str, str] = MappingProxyType({})
Verb = Literal["page", "track", "identify", "group", "alias"]
_MARKS = ("utm_source", "utm_medium", "utm_campaign", "gclid", "gbraid", "wbraid", "msclkid", "dclid", "li_fat_id")
MARKS = frozenset((*_MARKS, "ttclid", "fbclid", "twclid", "igshid"))
"""Parameters of an address that say where a visit came from; no other one is looked at or kept."""


class Unreadable(ValueError):
    """A body that no event can be read from; the message says what is wrong with it."""


class EventShape(NamedTuple):
    """One event. ``occurred_s`` is by our own clock; ``digest`` tells contents apart.

    ``marks`` are those parameters of the page's address that say where the visit came from, ``referrer`` the host of
    the page before, ``form`` the form and ``of`` what else the event says it is about. ``values`` are field name to
    text. ``agent`` is the browser's own description, ``sent_s`` when the mail went that the event is about.
    ``is_declined``: the person did not consent to being followed.
    """

    event_id: str
    verb: Verb
    occurred_s: int
    digest: int
    anonymous_id: str = ""
    user_id: str = ""
    previous_id: str = ""
    name: str = ""
    path: str = ""
    host: str = ""
    referrer: str = ""
    marks: Mapping[str, str] = NOTHING
    form: str = ""
    of: str = ""
    agent: str = ""
    sent_s: int | None = None
    values: Mapping[str, str] = NOTHING
    is_declined: bool = False


class Unfit(NamedTuple):
    """An event that cannot be taken, by its id where it has one, and why, in words."""

    event_id: str
    why: str


class Sender(NamedTuple):
    """What the request says of who sent it: the browser's description, and whether it asked not to be followed."""

    agent: str = ""
    is_declined: bool = False
    is_anonymous: bool = False


def unpacked(body: bytes) -> bytes:
    """The body, unpacked when its first bytes say that it is packed, whatever the headers say.

    Raises ``Unreadable`` for a broken one and for one that grows beyond ``BODY_MOST``.
    """
    if body[:2] == b"\x1f\x8b":
        opened = zlib.decompressobj(wbits=31)
        try:
            body = opened.decompress(body, BODY_MOST + 1)
        except zlib.error as error:
            raise Unreadable(f"The body is packed (gzip) but broken: {error}.") from error
        if len(body) <= BODY_MOST and not opened.eof:
            raise Unreadable("The body is packed (gzip) but cut off.")
    if len(body) > BODY_MOST:
        raise Unreadable(f"The body is longer than {BODY_MOST // 1_000_000} MB. Send smaller batches.")
    return body


def read_json(body: bytes) -> Any:
    """The value of a body: JSON, JSON in base64, or a form with either in ``data``. Raises ``Unreadable``."""
    text = unpacked(body).strip()
    if text[:5] == b"data=":
        text = dict(parse_qsl(text.decode("utf-8", "replace"))).get("data", "").encode()
    if text[:1] not in (b"{", b"["):
        try:
            text = base64.b64decode(text.replace(b"-", b"+").replace(b"_", b"/") + b"=" * (-len(text) % 4))
        except (binascii.Error, ValueError) as error:
            raise Unreadable("The body is neither JSON nor JSON in base64.") from error
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"The body is no JSON: {error}.") from error


def digest_of(event: Mapping[str, Any], without: frozenset[str]) -> int:
    """A number that two events share only when they say the same; ``without`` are keys that change when sent again."""
    told = {key: value for key, value in event.items() if key not in without}
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def instant(value: Any) -> float | None:
    """Epoch seconds of an instant as trackers write it: ISO text, or milliseconds since 1970. None when there is none.

    Raises ``ValueError`` for what is no instant.
    """
    if value is None or value == "":
        return None
    if isinstance(value, str) and not value.isdigit():
        told = datetime.fromisoformat(value)
        return (told if told.tzinfo else told.replace(tzinfo=UTC)).timestamp()
    number = float(value)
    if not 0 <= number < 1e14:
        raise ValueError
    return number / 1000 if number > 1e11 else number


def by_our_clock(told: float | None, sent: float | None, received_s: int) -> int:
    """When it happened by our own clock: as long before now as the sender's clock says it was before sending.

    A clock that runs wrong is wrong for both, so the difference holds. Nothing happens later than now.
    """
    if told is None:
        return received_s
    if sent is not None:
        return int(received_s - max(0.0, sent - told))
    return int(min(told, received_s))


def text_of(value: Any, most: int = TEXT_MOST) -> str:
    """A text or number as text without signs that cannot be seen; anything else is empty."""
    if isinstance(value, str):
        cut = value[:most].strip()
        return cut if cut.isprintable() else "".join(sign for sign in cut if sign.isprintable())
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return str(value)[:most]


class Place(NamedTuple):
    """A page by its address: host, path, and the marks in it. What else stands in an address is not kept."""

    host: str
    path: str
    marks: Mapping[str, str]


def place_of(url: str) -> Place:
    """What may be kept of an address."""
    try:
        parts = urlsplit(url[:4_000])
        host = parts.hostname or ""
    except ValueError:
        return Place("", "", NOTHING)
    marks = NOTHING
    if parts.query and (
        "utm_" in parts.query or "clid" in parts.query or "igshid" in parts.query or "fat_id" in parts.query
    ):
        marks = {key: text_of(value) for key, value in parse_qsl(parts.query) if key in MARKS}
    return Place(host, parts.path or ("/" if host else ""), marks)


def host_of(url: Any) -> str:
    """The host of an address; empty when there is none."""
    return place_of(url).host if isinstance(url, str) and url else ""
