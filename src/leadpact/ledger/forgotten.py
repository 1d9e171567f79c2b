"""Who was forgotten: digests of their marks, in the database and in a file beside it that outlives a restored copy."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from django.conf import settings
from django.db.models import QuerySet

from leadpact.ledger.models import ForgottenMark
from leadpact.ledger.reader import chunks
from leadpact.rules.identity import Key

Why = Literal["request", "age"]
_Kept = tuple[str, bool, int]
"""Salt, whether it was by age, and when."""
FILE = "forgotten.jsonl"
"""In the home folder: one mark a line, digests only. It is read after a restore, so that older copies forget too."""


class Mark(NamedTuple):
    """A forgotten mark as it is kept: its digest with the salt it was made with, whose, and since when."""

    digest: str
    salt: str
    lead_id: int
    at_s: int
    by_age: bool = False


def digest_of(key: Key, salt: str) -> str:
    """What is kept of a mark."""
    text = f"{key.kind}\x1f{key.system}\x1f{key.value}"
    return hmac.new(bytes.fromhex(salt), text.encode(), hashlib.sha256).hexdigest()


def keep(keys: Mapping[int, Iterable[Key]], at_s: int, *, by_age: bool = False) -> int:
    """Keep the digests of the marks of leads. Gives how many are new."""
    salt = _salt()
    marks = {
        digest: Mark(digest, salt, lead_id, at_s, by_age)
        for lead_id, own in keys.items()
        for digest in (digest_of(key, salt) for key in own)
    }
    known: set[str] = set()
    for part in chunks(marks):
        rows = ForgottenMark.objects.filter(salt=salt, digest__in=part, lifted_s=None)
        known.update(rows.values_list("digest", flat=True))
    fresh = [mark for digest, mark in marks.items() if digest not in known]
    write(fresh)
    return len(fresh)


def write(marks: Iterable[Mark]) -> None:
    """Write marks into the database and, as far as they are not there, into the file."""
    marks = list(marks)
    rows = [ForgottenMark(**mark._asdict()) for mark in marks]
    ForgottenMark.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["digest", "salt"],
        update_fields=["lifted_s", "at_s", "lead_id", "by_age"],
    )  # fmt: skip
    known = {(mark.digest, mark.salt) for mark in filed()}
    _file(mark._asdict() for mark in marks if (mark.digest, mark.salt) not in known)


def _file(rows: Iterable[Mapping[str, object]]) -> None:
    lines = [json.dumps(row) for row in rows]
    if lines:
        with os.fdopen(os.open(_path(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as out:
            out.write("".join(f"{line}\n" for line in lines))


def filed() -> list[Mark]:
    """The marks in the file that were not lifted; a line that cannot be read is passed over."""
    path = _path()
    found: dict[tuple[str, str], Mark] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        try:
            told = json.loads(line)
            key = str(told["digest"]), str(told["salt"])
            if "lifted_s" in told:
                found.pop(key, None)
            else:
                found[key] = Mark(*key, int(told["lead_id"]), int(told["at_s"]), bool(told.get("by_age")))
        except (ValueError, KeyError, TypeError):
            continue
    return list(found.values())


def kept() -> list[Mark]:
    """The marks in the database that were not lifted."""
    rows = ForgottenMark.objects.filter(lifted_s=None).values_list("digest", "salt", "lead_id", "at_s", "by_age")
    return [Mark(*row) for row in rows]


ASKED_ONE_BY_ONE = 100
"""So many leads are looked up by their digests; who brings more has all digests read once."""


class Forgotten:
    """Answers whether a mark was forgotten; made once for an intake."""

    def __init__(self) -> None:
        self._salts = list(ForgottenMark.objects.filter(lifted_s=None).values_list("salt", flat=True).distinct())
        self._asked = 0
        self._all: dict[str, _Kept] | None = None

    def __bool__(self) -> bool:
        return bool(self._salts)

    def why(self, keys: Iterable[Key], told_s: int) -> Why | None:
        """Why a record of these marks, which tells of this instant, is not taken in; None where it is.

        Who asked to be forgotten stays it; who was forgotten by age comes in again by what happened since.
        """
        return _why(self._found(keys), told_s)

    def admit(self, keys: Iterable[Key], told_s: int, now_s: int, *, anyway: bool = False) -> Why | None:
        """Take the marks back of somebody who comes in again, of their own will with ``anyway``; else ``why`` not."""
        found = self._found(keys)
        refused = None if anyway else _why(found, told_s)
        if found and refused is None:
            ForgottenMark.objects.filter(digest__in=found).update(lifted_s=now_s)
            _file({"digest": digest, "salt": salt, "lifted_s": now_s} for digest, (salt, *_) in found.items())
            if self._all is not None:
                self._all = {digest: kept for digest, kept in self._all.items() if digest not in found}
        return refused

    def _found(self, keys: Iterable[Key]) -> dict[str, _Kept]:
        """The marks that are kept of these."""
        digests = [digest_of(key, salt) for key in keys for salt in self._salts]
        kept = ForgottenMark.objects.filter(lifted_s=None)
        self._asked += bool(digests)
        if self._all is None and self._asked <= ASKED_ONE_BY_ONE:
            return _read(kept.filter(digest__in=digests)) if digests else {}
        if self._all is None:
            self._all = _read(kept)
        return {digest: self._all[digest] for digest in digests if digest in self._all}


def _read(marks: QuerySet[ForgottenMark]) -> dict[str, _Kept]:
    rows = marks.values_list("digest", "salt", "by_age", "at_s").iterator(5000)
    return {digest: (salt, by_age, at_s) for digest, salt, by_age, at_s in rows}


def _why(found: Mapping[str, _Kept], told_s: int) -> Why | None:
    if any(not by_age for _salt, by_age, _at_s in found.values()):
        return "request"
    return "age" if any(told_s <= at_s for _salt, _by_age, at_s in found.values()) else None


def _salt() -> str:
    return ForgottenMark.objects.values_list("salt", flat=True).first() or secrets.token_hex(16)


def _path() -> Path:
    return Path(settings.HOME) / FILE
