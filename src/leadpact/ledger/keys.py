"""The keys of other systems, looked up at every request of theirs."""

from __future__ import annotations

from typing import NamedTuple

from leadpact.ledger.stamps import stamp
from leadpact.ledger.statements import hand

_FIND = """
SELECT id, name, scopes, last_used_at IS NULL OR last_used_at < %s FROM ledger_apikey
WHERE digest = %s AND revoked_at IS NULL"""


class KnownKey(NamedTuple):
    """A key that works. ``scopes`` are comma separated; ``is_idle``: not noted as used since the instant asked for."""

    id: int
    name: str
    scopes: str
    is_idle: bool


def known_key(digest: str, used_since_s: int) -> KnownKey | None:
    """The key with this digest; None when there is none or it is revoked. ``used_since_s``: epoch seconds."""
    with hand() as cursor:
        cursor.execute(_FIND, (stamp(used_since_s), digest))
        row = cursor.fetchone()
    return KnownKey(row[0], row[1], row[2], bool(row[3])) if row else None
