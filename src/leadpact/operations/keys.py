"""Keys for other systems: made once, shown once, kept as a digest, revoked at once."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime
from functools import lru_cache

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.keys import known_key
from leadpact.ledger.models import ApiKey

SCOPES: dict[str, tuple[str, ...]] = {
    "capture": ("capture_lead", "log_attempt", "manage_deals", "edit_lead"),
    "read": ("see_leads", "see_own_leads", "see_queue", "see_evidence", "see_scoreboard", "see_pact"),
    "merge": ("merge_leads", "see_leads"),
    "draft": ("see_pact", "draft_pact"),
}
"""What a key may do: scope -> verbs."""
NOTED_EVERY_S = 3600
"""The use of a key is noted when the last note is older."""


class WrongScope(ValueError):
    """No such scope, or none chosen."""


def make_key(*, actor: Actor, name: str, scopes: list[str]) -> tuple[ApiKey, str]:
    """Make a key. Gives the row and the key itself, never shown again. Raises ``WrongScope``, ``Forbidden``."""
    access.check(actor, "manage_keys")
    wrong = [scope for scope in scopes if scope not in SCOPES]
    if wrong or not scopes:
        raise WrongScope(
            f"Choose at least one scope of: {', '.join(SCOPES)}." + (f" {wrong[0]!r} is none." if wrong else "")
        )
    if not name.strip():
        raise WrongScope("Give the key a name, so that you know later whose it is.")
    key = f"lp_{secrets.token_urlsafe(32)}"
    row = ApiKey.objects.create(
        name=name.strip()[:100],
        digest=_digest(key),
        hint=f"{key[:7]}…",
        scopes=",".join(sorted(scopes)),
        made_by_id=actor.id,
    )
    return row, key


def revoke_key(*, actor: Actor, key_id: int, now_s: int) -> None:
    """Revoke a key; it stops working at once. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "manage_keys")
    changed = ApiKey.objects.filter(pk=key_id, revoked_at=None).update(revoked_at=datetime.fromtimestamp(now_s, UTC))
    if not changed:
        raise access.Unknown(f"There is no key {key_id} that still works.")


def actor_of_key(key: str, now_s: int) -> Actor | None:
    """Who acts with this key; None when it is unknown or revoked. Notes its use once an hour."""
    found = known_key(_digest(key), now_s - NOTED_EVERY_S)
    if found is None:
        return None
    if found.is_idle:
        ApiKey.objects.filter(pk=found.id).update(last_used_at=datetime.fromtimestamp(now_s, UTC))
    return Actor(None, "key", "system", found.name, _verbs(found.scopes))


@lru_cache(maxsize=64)
def _verbs(scopes: str) -> frozenset[str]:
    return frozenset(verb for scope in scopes.split(",") for verb in SCOPES.get(scope, ()))


def _digest(key: str) -> str:
    # A key is 256 random bits: a plain digest is enough, no slow hash is needed against guessing.
    return hashlib.sha256(key.encode()).hexdigest()
