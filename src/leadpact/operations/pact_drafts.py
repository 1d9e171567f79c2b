"""Drafts of the pact: begun from a version or a file, changed by both teams at the same time, proposed or put away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from leadpact.connectors import pact_file
from leadpact.connectors.pact_file_edits import edited, merged
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import PactComment, PactDraft, PactRevision, PactVersion, Person
from leadpact.ledger.rulebook import newer_version
from leadpact.ledger.writer import Draft, recording
from leadpact.operations import pact as versions
from leadpact.operations.pact import WrongPact
from leadpact.rules.facts import Fact
from leadpact.rules.pact import Pact
from leadpact.rules.pact_compare import compare, new_keys
from leadpact.rules.pact_edits import Clash, Edit


class NotToChange(ValueError):
    """The draft cannot be changed (any more); the message says why and what to do."""


class Clashed(ValueError):
    """Somebody else changed the same place meanwhile: ``clashes`` hold what both wrote.

    ``text`` is the draft with what was typed, and what others changed elsewhere; ``revision`` is the one to save on,
    ``newer_id`` the version that came into force meanwhile, where that is what changed it.
    """

    def __init__(
        self, clashes: Sequence[Clash], by: str, text: str, revision: int, newer_id: int | None = None
    ) -> None:
        self.clashes, self.by, self.text, self.revision, self.newer_id = tuple(clashes), by, text, revision, newer_id
        super().__init__(
            gettext(
                "%(by)s changed the same place while you did. Nothing was overwritten: look at both and save again."
            )
            % {"by": by}
        )


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving did: the revision that stands now, whether others' changes were kept, and what changed."""

    revision: int
    is_merged: bool
    says: str


def begin(*, actor: Actor, now_s: int, base_id: int | None = None, text: str | None = None) -> PactDraft:
    """Begin a draft: from a file's text, else from a version, else from the starter.

    Raises ``WrongPact`` for a text that cannot be read, ``Unknown`` and ``Forbidden``.
    """
    access.check(actor, "draft_pact")
    base = PactVersion.objects.filter(pk=base_id).first() if base_id is not None else None
    if base is None and base_id is not None:
        raise access.Unknown(f"There is no pact {base_id}.")
    begun = text.replace("\r\n", "\n") if text is not None else base.text if base else pact_file.starter()
    pact = _read(begun)
    if base_id is None:  # A file is told against what is in force under its name.
        held = PactVersion.objects.filter(name=pact.name, effective_s__lte=now_s).order_by("-effective_s", "-version")
        base_id = held.values_list("pk", flat=True).first()
    with recording(now_s) as book:
        row = PactDraft.objects.create(
            name=pact.name, text=begun, base_id=base_id, begun_by_id=actor.id, begun_s=now_s,
            changed_by_id=actor.id, changed_s=now_s,
        )  # fmt: skip
        _keep(row, actor, now_s, "")
        book.append([Draft(_fact("pact_drafted", row, actor, now_s))])
    return row


def _read(text: str) -> Pact:
    reading = pact_file.read(text)
    if reading.pact is None:
        raise WrongPact(reading.errors)
    return reading.pact


def _fact(kind: str, row: PactDraft, actor: Actor, now_s: int) -> Fact:
    return Fact(0, "", kind, now_s, now_s, by_id=actor.id, side=actor.side, value_number=float(row.pk))


def _keep(row: PactDraft, actor: Actor, now_s: int, says: str) -> None:
    PactRevision.objects.create(
        draft_id=row.pk, revision=row.revision, text=row.text, says=says, by_id=actor.id, at_s=now_s
    )


def draft(actor: Actor, draft_id: int) -> PactDraft:
    """A draft that the actor may work on. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "draft_pact")
    row = PactDraft.objects.filter(pk=draft_id).first()
    if row is None:
        raise access.Unknown(f"There is no draft {draft_id}.")
    return row


def _open(actor: Actor, draft_id: int) -> PactDraft:
    row = draft(actor, draft_id)
    if row.state == "proposed":
        raise NotToChange(gettext("This draft was proposed; withdraw the version, or begin another draft."))
    if row.state != "draft":
        raise NotToChange(gettext("This draft was put away; begin another one."))
    return row


def change(*, actor: Actor, draft_id: int, revision: int, edits: Sequence[Edit], now_s: int) -> Saved:
    """Change a draft as it stood at a revision; what others changed meanwhile at other places is kept.

    Raises ``Clashed`` when somebody changed the same place, ``WrongPact`` when the draft could not be read after it,
    ``NotToChange``, ``WrongEdit``, ``Unknown`` and ``Forbidden``.
    """
    row = _open(actor, draft_id)
    return _save(row, actor, revision, edited(_text_at(row, revision), edits), now_s)


def put_text(
    *, actor: Actor, draft_id: int, revision: int, text: str, now_s: int, newer_id: int | None = None
) -> Saved:
    """Save the whole file of a draft, begun at a revision; ``newer_id``: it has what that version changed meanwhile.

    Raises as ``change``.
    """
    row = _open(actor, draft_id)
    return _save(row, actor, revision, text.replace("\r\n", "\n"), now_s, base_id=newer_id)


def take_back(*, actor: Actor, draft_id: int, revision: int, now_s: int) -> Saved:
    """Undo the change that made a revision; later changes at other places stay. Raises as ``change``."""
    row = _open(actor, draft_id)
    if revision < 2:
        raise NotToChange(gettext("The draft began like this; there is nothing to undo."))
    return _save(row, actor, revision, _text_at(row, revision - 1), now_s)


def text_at(actor: Actor, draft_id: int, revision: int) -> str:
    """A draft's file as it was after a change. Raises ``NotToChange``, ``Unknown`` and ``Forbidden``."""
    return _text_at(_open(actor, draft_id), revision)


def catch_up(*, actor: Actor, draft_id: int, now_s: int) -> Saved:
    """Bring what a version that came into force meanwhile changed into a draft that began before it.

    Raises ``Clashed`` where both changed the same place, and as ``change``.
    """
    row = _open(actor, draft_id)
    newer = newer_version(row, now_s)
    base = PactVersion.objects.filter(pk=row.base_id or 0).first()
    if newer is None or base is None:
        raise NotToChange(gettext("This draft has everything that is in force."))
    found = merged(base.text, row.text, newer.text)
    if found.text is None:
        raise Clashed(
            found.clashes, f"{newer.name}, version {newer.version}", found.with_mine, row.revision, newer_id=newer.pk
        )
    return _save(row, actor, row.revision, found.text, now_s, base_id=newer.pk)


def _text_at(row: PactDraft, revision: int) -> str:
    if revision == row.revision:
        return row.text
    text = PactRevision.objects.filter(draft_id=row.pk, revision=revision).values_list("text", flat=True).first()
    if text is None:
        raise NotToChange(gettext("This page is from another draft; load it again. Your words stand below."))
    return text


def _save(row: PactDraft, actor: Actor, revision: int, mine: str, now_s: int, *, base_id: int | None = None) -> Saved:
    _read(mine)  # What cannot be read is refused with every mistake, before anybody else's changes come in.
    base = _text_at(row, revision)
    with recording(now_s):
        row.refresh_from_db()
        _open(actor, row.pk)
        text, is_merged = _together(row, revision, base, mine)
        if base_id is not None and base_id != row.base_id:
            row.base_id = base_id
            row.save(update_fields=["base_id"])
        if text == row.text:
            return Saved(row.revision, is_merged, "")
        old, new = _read(row.text), _read_merged(row, text, mine)
        says = summary(old, new) or gettext("words of the file that change no promise")
        _move_comments(row, old, new)
        row.name, row.text, row.revision = new.name, text, row.revision + 1
        row.changed_by_id, row.changed_s = actor.id, now_s
        row.save()
        _keep(row, actor, now_s, says)
    return Saved(row.revision, is_merged, says)


def _together(row: PactDraft, revision: int, base: str, mine: str) -> tuple[str, bool]:
    if revision == row.revision or row.text == base:
        return mine, False
    found = merged(base, mine, row.text)
    if found.text is None:
        raise Clashed(found.clashes, _name(row.changed_by_id), found.with_mine, row.revision)
    return found.text, True


def _read_merged(row: PactDraft, text: str, mine: str) -> Pact:
    reading = pact_file.read(text)
    if reading.pact is None:  # Each reads alone, and not together: such as a group of points that both changed.
        raise Clashed(
            [Clash("", "", "; ".join(error.message for error in reading.errors))],
            _name(row.changed_by_id), mine, row.revision,
        )  # fmt: skip
    return reading.pact


def _name(person_id: int | None) -> str:
    name = Person.objects.filter(pk=person_id or 0).values_list("name", flat=True).first()
    return name or gettext("Somebody")


def summary(old: Pact, new: Pact) -> str:
    """What a change did, on one line; at most three sentences of it."""
    told = [f"{each.kind}: {each.says}" for section in compare(old, new) for each in section.changes]
    more = f" (+{len(told) - 3})" if len(told) > 3 else ""
    return "; ".join(told[:3]) + more


def _move_comments(row: PactDraft, old: Pact, new: Pact) -> None:
    """What was said of a row stays with it when what it asks for changes."""
    moved = new_keys(old, new)
    for before, after in moved.items():
        PactComment.objects.filter(draft_id=row.pk, place=before).update(place=after)


def propose(*, actor: Actor, draft_id: int, now_s: int, revision: int | None = None, note: str = "") -> PactVersion:
    """Propose a draft as the next version. Raises ``WrongPact``, ``NotToChange``, ``Unknown`` and ``Forbidden``.

    ``revision`` is the one that was read; a draft that somebody changed since is not proposed unread.
    """
    access.check(actor, "propose_pact")
    with recording(now_s):
        row = _open(actor, draft_id)
        if revision is not None and revision != row.revision:
            says = gettext("%(by)s changed the draft since you read it; look at the change, then propose.")
            raise NotToChange(says % {"by": _name(row.changed_by_id)})
        return versions.propose(actor=actor, text=row.text, now_s=now_s, note=note, draft_id=row.pk)


def put_away(*, actor: Actor, draft_id: int, now_s: int) -> None:
    """Withdraw a draft; its revisions stay. Raises ``NotToChange``, ``Unknown`` and ``Forbidden``."""
    access.check(actor, "withdraw_pact")
    with recording(now_s) as book:
        row = _open(actor, draft_id)
        row.state = "withdrawn"
        row.save(update_fields=["state"])
        book.append([Draft(_fact("pact_withdrawn", row, actor, now_s))])
