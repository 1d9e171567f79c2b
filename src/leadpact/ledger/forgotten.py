"""Who was forgotten: digests of their marks, in the database and in a file beside it that outlives a restored copy."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from leadpact.ledger.models import ForgottenMark
from leadpact.rules.identity import Key

FILE = "forgotten.jsonl"
"""In the home folder: one mark a line, digests only. It is read after a restore, so that older copies forget too."""


class Mark(NamedTuple):
    """A forgotten mark as it is kept: its digest with the salt it was made with, whose, and since when."""

    digest: str
    salt: str
    lead_id: int
    at_s: int


def digest_of(key: Key, salt: str) -> str:
    """What is kept of a mark."""
    text = f"{key.kind}\x1f{key.system}\x1f{key.value}"
    return hmac.new(bytes.fromhex(salt), text.encode(), hashlib.sha256).hexdigest()


def keep(keys: Iterable[Key], lead_id: int, at_s: int) -> int:
    """Keep the digests of these marks. Gives how many are new."""
    salt = _salt()
    known = set(ForgottenMark.objects.filter(salt=salt, lifted_s=None).values_list("digest", flat=True))
    marks = [Mark(digest_of(key, salt), salt, lead_id, at_s) for key in dict.fromkeys(keys)]
    fresh = [mark for mark in marks if mark.digest not in known]
    write(fresh)
    return len(fresh)


def write(marks: Iterable[Mark]) -> None:
    """Write marks into the database and, as far as they are not there, into the file."""
    marks = list(marks)
    rows = [ForgottenMark(**mark._asdict()) for mark in marks]
    ForgottenMark.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["digest", "salt"], update_fields=["lifted_s", "at_s", "lead_id"]
    )
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
                found[key] = Mark(*key, int(told["lead_id"]), int(told["at_s"]))
        except (ValueError, KeyError, TypeError):
            continue
    return list(found.values())


def kept() -> list[Mark]:
    """The marks in the database that were not lifted."""
    rows = ForgottenMark.objects.filter(lifted_s=None).values_list("digest", "salt", "lead_id", "at_s")
    return [Mark(*row) for row in rows]


class Forgotten:
    """Answers whether a mark was forgotten; made once for an intake, because looking costs one query."""

    def __init__(self) -> None:
        self._by_salt: dict[str, set[str]] = {}
        for mark in kept():
            self._by_salt.setdefault(mark.salt, set()).add(mark.digest)

    def __bool__(self) -> bool:
        return bool(self._by_salt)

    def has(self, keys: Iterable[Key]) -> bool:
        """Whether any of these marks was forgotten."""
        return any(digest_of(key, salt) in digests for key in keys for salt, digests in self._by_salt.items())

    def lift(self, keys: Iterable[Key], now_s: int) -> None:
        """Somebody came back of their own will: their marks count no more."""
        for salt in self._by_salt:
            digests = [digest_of(key, salt) for key in keys]
            ForgottenMark.objects.filter(salt=salt, digest__in=digests).update(lifted_s=now_s)
            _file({"digest": digest, "salt": salt, "lifted_s": now_s} for digest in digests)


def _salt() -> str:
    return ForgottenMark.objects.values_list("salt", flat=True).first() or secrets.token_hex(16)


def _path() -> Path:
    return Path(settings.HOME) / FILE
