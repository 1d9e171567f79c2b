"""What both teams say of a draft or a version: of one row or of the whole, answered and resolved."""

from __future__ import annotations

from django.utils.translation import gettext

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import PactComment, PactDraft, PactVersion
from leadpact.ledger.writer import Draft, recording
from leadpact.operations.pact_notices import heads, tell
from leadpact.rules.facts import Fact

LONGEST = 2000
"""Signs of a comment."""


class WrongComment(ValueError):
    """A comment that says nothing, or too much; the message says which."""


def say(
    *,
    actor: Actor,
    text: str,
    now_s: int,
    draft_id: int | None = None,
    pact_id: int | None = None,
    place: str = "",
    about: str = "",
    answers_id: int | None = None,
) -> PactComment:
    """Say something of a draft or a version, or answer what was said; the heads are told, and who is answered.

    ``place`` is the key of a row and ``about`` the row in words. Raises ``WrongComment``, ``Unknown``, ``Forbidden``.
    """
    access.check(actor, "comment_pact")
    words = text.strip()
    if not words:
        raise WrongComment(gettext("Say something first: a question, a doubt, or what you would rather have."))
    if len(words) > LONGEST:
        raise WrongComment(
            gettext("A comment has at most %(n)s signs; this one has %(m)s.") % {"n": LONGEST, "m": len(words)}
        )
    answered = _comment(answers_id) if answers_id is not None else None
    if answered is not None:
        draft_id, pact_id, place, about = answered.draft_id, answered.pact_id, answered.place, answered.about
    draft, version = _of(draft_id, pact_id)
    with recording(now_s) as book:
        row = PactComment.objects.create(
            draft_id=draft_id, pact_id=pact_id, place=place[:300], about=about, text=words,
            by_id=actor.id, said_s=now_s,
            answers_id=(answered.answers_id or answered.pk) if answered else None,
        )  # fmt: skip
        book.append([Draft(_fact(actor, now_s, draft, version))])
        to = [*heads(), answered.by_id if answered else None]
        name, number = (version.name, version.version) if version else (draft.name if draft else "", None)
        tell(
            "pact_commented",
            to,
            actor,
            now_s,
            f"pact_commented:{row.pk}",
            pact=name,
            version=number,
            draft_id=draft_id,
            pact_id=pact_id,
        )
    return row


def _of(draft_id: int | None, pact_id: int | None) -> tuple[PactDraft | None, PactVersion | None]:
    draft = PactDraft.objects.filter(pk=draft_id).first() if draft_id is not None else None
    version = PactVersion.objects.filter(pk=pact_id).first() if pact_id is not None else None
    if draft is None and version is None:
        raise access.Unknown("There is no such draft or version to comment on.")
    return draft, version


def _fact(actor: Actor, now_s: int, draft: PactDraft | None, version: PactVersion | None) -> Fact:
    return Fact(
        0, "", "pact_commented", now_s, now_s, by_id=actor.id, side=actor.side,
        value_number=float(draft.pk) if draft else None,
        pact_id=version.pk if version else None, pact_version=version.version if version else None,
    )  # fmt: skip


def _comment(comment_id: int) -> PactComment:
    row = PactComment.objects.filter(pk=comment_id).first()
    if row is None:
        raise access.Unknown(f"There is no comment {comment_id}.")
    return row


def resolve(*, actor: Actor, comment_id: int, now_s: int, is_resolved: bool = True) -> PactComment:
    """Mark what was said as settled, or open it again. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "comment_pact")
    row = _comment(comment_id)
    if row.answers_id is not None:
        row = _comment(row.answers_id)
    row.resolved_by_id, row.resolved_s = (actor.id, now_s) if is_resolved else (None, None)
    row.save(update_fields=["resolved_by_id", "resolved_s"])
    return row
