"""Keys for other systems: made once, shown once, kept as a digest, revoked at once."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import ApiKey

SCOPES: dict[str, tuple[str, ...]] = {
    "capture": ("capture_lead", "log_attempt", "manage_deals", "edit_lead"),
    "read": ("see_leads", "see_own_leads", "see_queue", "see_evidence", "see_scoreboard", "see_pact"),
}
"""What a key may do: scope -> verbs."""


class WrongScope(ValueError):
    """No such scope, or none chosen."""


def make_key(*, actor: Actor, name: str, scopes: list[str]) -> tuple[ApiKey, str]:
    """Make a key. Gives the row and the key itself, which is never shown again. Raises ``WrongScope``, ``Forbidden``."""
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
    row = ApiKey.objects.filter(digest=_digest(key), revoked_at=None).first()
    if row is None:
        return None
    now = datetime.fromtimestamp(now_s, UTC)
    if row.last_used_at is None or (now - row.last_used_at).total_seconds() > 3600:
        ApiKey.objects.filter(pk=row.pk).update(last_used_at=now)
    verbs = frozenset(verb for scope in row.scopes.split(",") for verb in SCOPES.get(scope, ()))
    return Actor(None, "key", "system", row.name, verbs)


def _digest(key: str) -> str:
    # A key is 256 random bits: a plain digest is enough, no slow hash is needed against guessing.
    return hashlib.sha256(key.encode()).hexdigest()
