"""People as other systems name them: found by id or name there, or kept by name alone. Nobody can sign in by it."""

from __future__ import annotations

import hashlib

from leadpact.ledger.models import Person


def known_as(system: str, key: str) -> Person | None:
    """The person known by another system's id, else by their name there where one alone is called so."""
    there = Person.objects.filter(source_system=system)
    found = there.filter(external_id=key).first()
    if found is None:
        called = list(there.filter(name=key)[:2])
        found = called[0] if len(called) == 1 else None
    return found


def brought_in(system: str, key: str) -> Person:
    """Make a person known only from another system's records; nobody can sign in as them."""
    address = f"{key}@{system or 'brought-in'}.invalid".lower()[:254]
    if Person.objects.filter(email=address).exists():  # Keys of some systems differ in their case alone.
        address = f"{hashlib.sha256(f'{system}/{key}'.encode()).hexdigest()[:32]}@brought-in.invalid"
    return Person.objects.create_user(
        address, name=key[:200], role="reader", is_active=False, can_sign_in=False, source_system=system,
        external_id=key,
    )  # fmt: skip
