"""Write keys: with one a tracker sends events and can do nothing else."""

from __future__ import annotations

import hashlib
import secrets

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import WriteKey
from leadpact.ledger.visits import KnownWriteKey, known_write_key

NOTED_EVERY_S = 600
"""The use of a key is noted when the last note is older."""
KEY_LEAST, KEY_MOST = 6, 200


class WrongKey(ValueError):
    """A write key that cannot be made; the message says what to do."""


def make_write_key(
    *, actor: Actor, name: str, is_public: bool, now_s: int, app: str = "", system: str = "", own: str = ""
) -> tuple[WriteKey, str]:
    """Make a write key, or take over ``own``, one that trackers send already. Gives the row and the key.

    ``is_public``: it stands in web pages, where everybody can read it. ``app`` is the application id that Snowplow's
    trackers send, ``system`` the name of the system whose user ids they know. Raises ``WrongKey``, ``Forbidden``.
    """
    access.check(actor, "manage_capture")
    name, app, own, system = name.strip(), app.strip(), own.strip(), system.strip() or "tracker"
    if not name:
        raise WrongKey("Give the key a name, such as Web site, so that you know later what sends with it.")
    if own and (not KEY_LEAST <= len(own) <= KEY_MOST or not own.isprintable() or ":" in own or " " in own):
        raise WrongKey(
            f"A write key that is brought along has {KEY_LEAST} to {KEY_MOST} signs, no spaces and no colon. "
            "Leave the field empty and a new one is made."
        )
    if len(system) > 60 or not system.isprintable():
        raise WrongKey("The name of the system has at most 60 visible signs.")
    key = own or f"lpw_{secrets.token_urlsafe(24)}"
    if WriteKey.objects.filter(digest=_digest(key)).exists():
        raise WrongKey("This write key is there already. Revoked ones cannot be used again; leave the field empty.")
    if app and WriteKey.objects.filter(app=app, revoked_s=None).exists():
        raise WrongKey(f"Another key takes the events of the application {app!r} already. Revoke that one first.")
    row = WriteKey.objects.create(
        name=name[:100], digest=_digest(key), shown=key if is_public else f"{key[:7]}…", app=app[:100], system=system,
        is_public=is_public, made_by_id=actor.id, made_s=now_s,
    )  # fmt: skip
    return row, key


def revoke_write_key(*, actor: Actor, key_id: int, now_s: int) -> None:
    """Revoke a write key; it stops working at once. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "manage_capture")
    if not WriteKey.objects.filter(pk=key_id, revoked_s=None).update(revoked_s=now_s):
        raise access.Unknown(f"There is no write key {key_id} that still works.")


def key_that_sends(*, sent: str, app: str = "", now_s: int) -> KnownWriteKey | None:
    """The key that was sent, or by which a Snowplow application sends; None when it is unknown or revoked."""
    found = known_write_key(_digest(sent), "", now_s - NOTED_EVERY_S) if sent else None
    if found is None and app:
        found = known_write_key("", app, now_s - NOTED_EVERY_S) or known_write_key(
            _digest(app), "", now_s - NOTED_EVERY_S
        )
    if found is not None and found.is_idle:
        WriteKey.objects.filter(pk=found.id).update(used_s=now_s)
    return found


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
