"""What a batch of an import makes besides facts, so that it can be taken back: companies, keys, people and material."""

from __future__ import annotations

from typing import Any

from leadpact.ledger.statements import hand
from leadpact.ledger.writer import Book

_HIGHEST = """
SELECT (SELECT COALESCE(MAX(id), 0) FROM ledger_account), (SELECT COALESCE(MAX(id), 0) FROM lead_keys),
  (SELECT COALESCE(MAX(id), 0) FROM ledger_person), (SELECT COALESCE(MAX(id), 0) FROM ledger_asset)"""
NAMES = ("accounts", "keys", "people", "assets")
Ids = dict[str, int]


def highest() -> Ids:
    """The highest id of each table, inside a recording, whose lock keeps others from making some meanwhile."""
    with hand() as cursor:
        cursor.execute(_HIGHEST)
        return dict(zip(NAMES, map(int, cursor.fetchone()), strict=True))


def since(before: Ids, book: Book) -> dict[str, Any]:
    """The ids made since, each as [first, last], and the companies and people changed, each as it was and as it is."""
    now = highest()
    found: dict[str, Any] = {name: [before[name] + 1, now[name]] for name in NAMES if now[name] > before[name]}
    if book.accounts_changed:
        found["changed"] = {str(id_): list(was_is) for id_, was_is in book.accounts_changed.items()}
    if book.people_changed:
        found["people_changed"] = {str(id_): list(was_is) for id_, was_is in book.people_changed.items()}
    return found
