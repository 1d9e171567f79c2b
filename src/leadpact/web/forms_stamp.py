"""What a form carries with it, signed: when it was opened, an id for its entry, and where the visit came from.

Spam is held back without anybody else's service: by a field that only machines fill in, by how fast it was filled in,
and by how many entries come from one address.
"""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b
from ipaddress import ip_address
from threading import Lock

from django.conf import settings
from django.core import signing
from django.http import HttpRequest

from leadpact.connectors.trackers import MARKS, host_of, place_of, text_of
from leadpact.rules.sources import UNKNOWN, Origin, origin_of

LEAST_S = 2
"""Nobody reads and fills in a form within less."""
MOST_S = 7 * 86_400
"""A form that was open for longer is asked to be sent once more."""
TRIES, WITHIN_S = 20, 600
"""So many entries of one address within so many seconds are taken."""
ADDRESSES = 10_000
_SALT = "leadpact.form"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a form carries: the id of its entry, when it was opened, where from, and the tracker's visitor."""

    once: str
    opened_s: int
    origin: Origin
    visitor: str = ""

    def age_s(self, now_s: int) -> int:
        """How long ago it was opened."""
        return now_s - self.opened_s


def stamped(request: HttpRequest, now_s: int) -> Stamp:
    """The stamp of a form that is opened now, from the address it was opened by and the page before."""
    marks = {name: text_of(text) for name, text in request.GET.items() if name in MARKS}
    referrer = host_of(request.META.get("HTTP_REFERER", ""))
    own = host_of(settings.BASE_URL)
    page = request.GET.get("page", "")
    if page:  # In a frame: the page around it says where its visitor came from.
        around = place_of(page)
        marks = {**around.marks, **marks}
        referrer, own = host_of(request.GET.get("from", "")), around.host
    origin = origin_of(marks, referrer, own)
    origin = origin if origin.source else Origin(UNKNOWN, origin.campaign)
    return Stamp(fresh_id(), now_s, origin, text_of(request.GET.get("visitor"), 100))


def fresh_id() -> str:
    """An id for an entry that nobody else has."""
    return secrets.token_urlsafe(12)


def written(stamp: Stamp, form_id: int) -> str:
    """The stamp as the form carries it."""
    told = [form_id, stamp.once, stamp.opened_s, stamp.origin.source, stamp.origin.campaign, stamp.visitor]
    return signing.dumps(told, salt=_SALT, compress=True)


def read(text: str, form_id: int) -> Stamp | None:
    """The stamp that came back; None when it is none of ours, or another form's."""
    try:
        own_id, once, opened_s, source, campaign, visitor = signing.loads(text, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Stamp(once, opened_s, Origin(source, campaign), visitor) if own_id == form_id else None


def again(stamp: Stamp | None, now_s: int) -> Stamp:
    """A stamp to send once more with: the same entry, opened now."""
    return Stamp(stamp.once, now_s, stamp.origin, stamp.visitor) if stamp else Stamp(
        fresh_id(), now_s, Origin(UNKNOWN)
    )  # fmt: skip


_tries: OrderedDict[str, list[float]] = OrderedDict()
_turn = Lock()


def is_too_many(request: HttpRequest) -> bool:
    """Whether too many entries came from this address lately. Addresses are kept as digests, in memory alone."""
    mark = blake2b(address_of(request).encode(), digest_size=12, key=settings.SECRET_KEY.encode()[:64]).hexdigest()
    now = time.monotonic()
    with _turn:
        told = [each for each in _tries.pop(mark, []) if each > now - WITHIN_S]
        is_many = len(told) >= TRIES
        _tries[mark] = told if is_many else [*told, now]
        while len(_tries) > ADDRESSES:
            _tries.popitem(last=False)
    return is_many


def forget_tries() -> None:
    """Begin to count anew, for tests."""
    with _turn:
        _tries.clear()


def address_of(request: HttpRequest) -> str:
    """The address of who sends; behind a server of our own, the one that it names last."""
    own: str = request.META.get("REMOTE_ADDR", "")
    named = [each.strip() for each in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if each.strip()]
    try:
        is_near = not own or ip_address(own).is_private
    except ValueError:
        is_near = True
    return named[-1] if named and is_near else own
