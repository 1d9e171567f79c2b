"""Rows of a draft changed on its page: saved from a form, put in, taken out, moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext

from leadpact.connectors.pact_file_edits import tree
from leadpact.connectors.pact_file_rows import NoSuchRow, form, path_now, try_row
from leadpact.ledger.access import Actor
from leadpact.operations.pact import WrongPact
from leadpact.operations.pact_drafts import Clashed, Saved, change, draft, text_at
from leadpact.rules.pact_edits import Edit, at
from leadpact.rules.pact_forms import RowForm, filled, path_of


class WrongRow(ValueError):
    """What was typed cannot be saved: ``form`` has it with every mistake; ``clash`` what somebody else wrote."""

    def __init__(self, form: RowForm, clash: Clashed | None = None) -> None:
        self.form, self.clash = form, clash
        super().__init__(str(clash) if clash else gettext("Nothing was saved yet: look at what is marked."))


def save_row(
    *, actor: Actor, draft_id: int, revision: int, path: str, posted: Mapping[str, Sequence[str]], now_s: int
) -> Saved:
    """Save a row as typed into its form, begun at a revision; a new one where its list ends.

    Raises ``WrongRow``, ``NoSuchRow``, ``NotToChange``, ``Unknown`` and ``Forbidden``.
    """
    text = text_at(actor, draft_id, revision)
    tried = try_row(text, path, posted)
    if tried.form.is_wrong:
        raise WrongRow(tried.form)
    try:
        return change(actor=actor, draft_id=draft_id, revision=revision, edits=tried.edits, now_s=now_s)
    except Clashed as clash:
        now = draft(actor, draft_id).text
        again = filled(form(now, path_now(text, now, path)), posted)
        raise WrongRow(again, clash) from clash


def remove_row(*, actor: Actor, draft_id: int, revision: int, path: str, now_s: int) -> Saved:
    """Take a row or a field out; the last one of a list that may be empty takes the list with it.

    Raises ``WrongPact`` where the pact needs it, ``Clashed``, ``NoSuchRow`` and as ``change``.
    """
    edit = _removal(actor, draft_id, revision, path)
    try:
        return change(actor=actor, draft_id=draft_id, revision=revision, edits=[edit], now_s=now_s)
    except WrongPact as error:
        says = gettext("This row cannot go yet: %(why)s")
        raise NoSuchRow(says % {"why": "; ".join(each.message for each in error.errors)}) from error


def move_row(*, actor: Actor, draft_id: int, revision: int, path: str, to: int, now_s: int) -> Saved:
    """Move a row to a place of its list, counted from 1. Raises as ``remove_row``."""
    steps, rows = _rows(actor, draft_id, revision, path)
    place = min(max(to, 1), len(rows)) - 1
    edits = [] if place == steps[-1] else [Edit("move", steps, to=place)]
    return change(actor=actor, draft_id=draft_id, revision=revision, edits=edits, now_s=now_s)


def _removal(actor: Actor, draft_id: int, revision: int, path: str) -> Edit:
    steps = path_of(path)
    entries = at(tree(text_at(actor, draft_id, revision)), steps[:-1])
    if steps[:-1] == ("fields",) and isinstance(entries, dict) and steps[-1] in entries:
        return Edit("set", steps if len(entries) > 1 else steps[:-1], None)
    steps, rows = _rows(actor, draft_id, revision, path)
    return Edit("remove", steps) if len(rows) > 1 else Edit("set", steps[:-1], None)


def _rows(actor: Actor, draft_id: int, revision: int, path: str) -> tuple[tuple[str | int, ...], list[object]]:
    steps = path_of(path)
    rows = at(tree(text_at(actor, draft_id, revision)), steps[:-1])
    if not isinstance(rows, list) or not steps or not isinstance(steps[-1], int) or not 0 <= steps[-1] < len(rows):
        raise NoSuchRow(gettext("There is no such row in this draft any more; load the page again."))
    return steps, list(rows)
