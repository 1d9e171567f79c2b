"""The pact that is tried: a version kept here, a draft that is being worked on, or a text."""

from __future__ import annotations

from functools import lru_cache

from leadpact.connectors import pact_file
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import PactDraft, PactVersion
from leadpact.ledger.rulebook import NoPact, in_force, parsed
from leadpact.rules.pact import Pact
from leadpact.rules.pact_reading_tree import PactError

_read = lru_cache(maxsize=8)(pact_file.read)
"""The text of a draft comes back with every edit and every look at the leads behind a figure."""


class NotReadable(ValueError):
    """The text is no valid pact; ``errors`` lists every mistake with its place."""

    def __init__(self, errors: tuple[PactError, ...]) -> None:
        self.errors = errors
        first = errors[0] if errors else "it is empty"
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        super().__init__(f"The draft cannot be tried: {first}{more}")


def version(actor: Actor, pact_id: int) -> tuple[Pact, str]:
    """A version and its text. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "see_pact")
    row = PactVersion.objects.filter(pk=pact_id).first()
    if row is None:
        raise access.Unknown(f"There is no pact {pact_id}.")
    return parsed(row)[0], row.text


def draft(text: str | bytes, file_name: str = "pact.yaml") -> Pact:
    """The pact of a draft's text. Raises ``NotReadable``."""
    reading = _read(text, file_name)
    if reading.pact is None:
        raise NotReadable(tuple(reading.errors))
    return reading.pact


def wanted(
    actor: Actor, now_s: int, *, text: str | None = None, draft_id: int | None = None, pact_id: int | None = None
) -> Pact:
    """The pact of a text, a draft or a version; none of them: the one in force.

    Raises ``NotReadable``, ``NoPact``, ``Unknown`` and ``Forbidden``.
    """
    access.check(actor, "see_pact")
    if text is not None:
        return draft(text)
    if draft_id is not None:
        access.check(actor, "draft_pact")
        row = PactDraft.objects.filter(pk=draft_id).first()
        if row is None:
            raise access.Unknown(f"There is no draft {draft_id}.")
        return draft(row.text, f"draft-{row.pk}.yaml")
    if pact_id is not None:
        return version(actor, pact_id)[0]
    held = in_force(now_s)
    if not held:
        raise NoPact("No pact is in force; send the text of one to try.")
    return held[0].pact
