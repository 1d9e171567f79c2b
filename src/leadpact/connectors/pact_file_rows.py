"""One row of a pact's file as a form: filled in, written into the file, read again, with every mistake in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from leadpact.connectors import pact_file
from leadpact.connectors.pact_file_edits import edited, tree
from leadpact.rules.pact_compare import new_keys
from leadpact.rules.pact_edits import Edit, at
from leadpact.rules.pact_forms import (
    RowForm,
    edits_of,
    filled,
    form_of,
    path_of,
    path_words,
    with_mistakes,
    with_words,
)
from leadpact.rules.pact_words import sections


class NoSuchRow(ValueError):
    """The draft has no such row (any more), or none that has a form."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A row as typed: its form with every mistake, and the changes to the file that it stands for."""

    form: RowForm
    edits: tuple[Edit, ...]


def form(text: str, path: str) -> RowForm:
    """The form of a row of a file that reads. Raises ``NoSuchRow``."""
    pact = pact_file.read(text).pact
    found = None if pact is None else form_of(tree(text), pact, path)
    if found is None or pact is None:
        raise NoSuchRow(f"There is no row {path} in this draft any more; load the page again.")
    return with_words(found, pact)


def try_row(text: str, path: str, posted: Mapping[str, Sequence[str]]) -> Tried:
    """What a filled form would make of a file. Raises ``NoSuchRow``."""
    pact = pact_file.read(text).pact
    found = filled(form(text, path), posted)
    edits = tuple(edits_of(found, tree(text)))
    errors = pact_file.read(edited(text, edits)).errors if edits else ()
    found = with_mistakes(found, ((error.path, error.message) for error in errors))
    return Tried(found if pact is None else with_words(found, pact), edits)


def path_now(before: str, after: str, path: str) -> str:
    """Where a row of one text stands in a later one; a row of a list that is gone would stand at its end."""
    old, new = pact_file.read(before).pact, pact_file.read(after).pact
    if old is None or new is None:
        return path
    key = next((row.key for section in sections(old) for row in section.rows if row.path == path), "")
    key = new_keys(old, new).get(key, key)
    found = next((row.path for section in sections(new) for row in section.rows if row.key == key and key), None)
    steps = path_of(path)
    if found is not None or not isinstance(steps[-1], int):
        return found or path
    rows = at(tree(after), steps[:-1])
    return path_words((*steps[:-1], len(rows) if isinstance(rows, list) else 0))
