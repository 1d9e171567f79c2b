"""Whether two records are the same buyer: exact external id first, then e-mail, then phone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

KeyKind = Literal["external", "email", "phone", "deal"]
"""Kinds of marks; ``deal`` is the id of a deal in a file of facts and stands for that deal, never for a lead."""

_FREE_MAIL = (
    "126.com 163.com abv.bg alice.it aol.com aol.de arcor.de att.net bellsouth.net bigpond.com bluewin.ch "
    "bol.com.br bt.com btinternet.com centrum.cz charter.net comcast.net cox.net daum.net email.cz email.de "
    "fastmail.com fastmail.fm foxmail.com free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net "
    "googlemail.com hanmail.net hey.com hotmail.be hotmail.ca hotmail.ch hotmail.co.uk hotmail.com hotmail.com.br "
    "hotmail.de hotmail.es hotmail.fr hotmail.it hotmail.nl icloud.com inbox.lv inbox.ru interia.pl juno.com "
    "kpnmail.nl laposte.net libero.it list.ru live.ca live.co.uk live.com live.de live.fr live.it live.nl "
    "mac.com mail.com mail.de mail.ru mailbox.org me.com msn.com naver.com netzero.net neuf.fr o2.pl onet.pl "
    "online.de optonline.net optusnet.com.au orange.fr outlook.be outlook.com outlook.com.br outlook.de "
    "outlook.es outlook.fr outlook.it planet.nl posteo.de posteo.net proton.me protonmail.ch protonmail.com "
    "qq.com rambler.ru rediffmail.com rocketmail.com sapo.pt sbcglobal.net seznam.cz sfr.fr shaw.ca sina.com "
    "skynet.be sky.com sohu.com sympatico.ca t-online.de talktalk.net telenet.be terra.com.br tiscali.it "
    "tuta.com tutanota.com tutanota.de ukr.net uol.com.br verizon.net videotron.ca virgilio.it virginmedia.com "
    "wanadoo.fr web.de wp.pl xs4all.nl xtra.co.nz yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com "
    "yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.mx yahoo.de yahoo.es yahoo.fr yahoo.in yahoo.it yandex.com "
    "yandex.ru yeah.net ymail.com zoho.com"
)
FREE_MAIL: frozenset[str] = frozenset(_FREE_MAIL.split())
"""Well-known providers of private mail boxes: an address there says nothing about a company."""

_PHONE = re.compile(r"\+[1-9]\d{6,14}")
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_NAMED = re.compile(r".*<([^<>]*)>")
_NOT_IN_BOX = frozenset('<>()[],;:"\\')
_LOCAL_MOST, _LABEL_MOST, _ADDRESS_MOST = 64, 63, 254


class Address(NamedTuple):
    """A normalised e-mail address, or (``email`` None) what is wrong with it."""

    email: str | None
    problem: str | None


class Key(NamedTuple):
    """Something that only one buyer has. ``system`` is the outside system of an external id, else empty."""

    kind: KeyKind
    system: str
    value: str


class Match(NamedTuple):
    """The lead a record belongs to (None: a new one), by which key, and other leads that other keys point to."""

    lead_id: int | None
    by: KeyKind | None
    conflict: tuple[int, ...]


_NOBODY = Match(None, None, ())


@lru_cache(maxsize=64)
def read_email(text: str) -> Address:
    """Normalise an e-mail address: Unicode NFKC, no spaces around, small letters.

    Dots and plus-tags stay, because who treats them as the same is the provider's affair. ``Ana <ana@x.de>``
    and ``mailto:`` are understood. The problem of an invalid address is a sentence without the address.
    """
    email = unicodedata.normalize("NFKC", text).strip()
    named = _NAMED.fullmatch(email)
    email = (named.group(1) if named else email).strip().lower().removeprefix("mailto:")
    problem = _problem(email)
    return Address(None, problem) if problem else Address(email, None)


def is_free_mail(email: str) -> bool:
    """Whether the address is at a provider of private mail boxes; false for what is no address."""
    address = read_email(email).email
    return address is not None and address.rpartition("@")[2] in FREE_MAIL


def keys(
    external: tuple[str, str] | None = None, email: str | None = None, phone_e164: str | None = None
) -> tuple[Key, ...]:
    """List the keys of a record in the order in which they decide.

    ``external`` is (system, id there), compared exactly. An invalid e-mail address, a phone number that is not
    in E.164 form (``+4930123456``) and an empty id are no keys.
    """
    found = []
    if external is not None and external[1].strip():
        found.append(Key("external", external[0].strip(), external[1].strip()))
    address = read_email(email).email if email else None
    if address is not None:
        found.append(Key("email", "", address))
    if phone_e164 and _PHONE.fullmatch(phone_e164):
        found.append(Key("phone", "", phone_e164))
    return tuple(found)


def match(keys: tuple[Key, ...], found: Mapping[Key, int]) -> Match:
    """Decide which lead the keys mean; ``found`` is what the ledger knows of them.

    The first key that is known wins. Other leads that later keys point to are the conflict, in the order of the
    keys: people look at it and may merge; nothing is merged by itself.
    """
    hits = [(key.kind, found[key]) for key in keys if key in found]
    if not hits:
        return _NOBODY
    by, lead_id = hits[0]
    others = dict.fromkeys(other for _, other in hits if other != lead_id)
    return Match(lead_id, by, tuple(others))


def _problem(email: str) -> str | None:
    if not email:
        return "it is empty"
    if " " in email or not email.isprintable():  # Every other space counts as not printable.
        return "it has a space or an invisible sign in it"
    local, at, domain = email.partition("@")
    if not at:
        return "it has no @"
    if "@" in domain:
        return "it has more than one @; write one address"
    if len(email) > _ADDRESS_MOST or len(local) > _LOCAL_MOST:
        return f"it is too long: at most {_LOCAL_MOST} signs before the @ and {_ADDRESS_MOST} in all"
    if not local or local[0] == "." or local[-1] == "." or ".." in local or not _NOT_IN_BOX.isdisjoint(local):
        return "what stands before the @ is no mail box"
    return None if _is_domain(domain) else "what stands after the @ is no domain such as example.com"


def _is_domain(domain: str) -> bool:
    labels = domain.split(".")
    if len(labels) < 2 or labels[-1].isdigit():
        return False
    return all(len(label) <= _LABEL_MOST and _LABEL.fullmatch(label) for label in labels)
