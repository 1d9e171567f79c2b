"""The companies that leads belong to, found or made by their normalised name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from leadpact.ledger.reader import chunks, marks
from leadpact.ledger.statements import hand

NAME_MOST = 300
_INSERT = """
INSERT INTO ledger_account (name, key, "values") VALUES {} ON CONFLICT (key) DO NOTHING RETURNING key, id"""
ROOT = "COALESCE(same_as_id, id)"
"""The company that an account stands for, in SQL: another one where the two were made one."""


def ids_of(names: Mapping[str, str]) -> dict[str, int]:
    """The id of each account by its key; those that nobody has are made with the name given.

    A name whose company was made one with another gives that other. ``names`` is key -> name as people write it.
    Called inside a recording, whose lock keeps two from making the same account.
    """
    found: dict[str, int] = {} if len(names) == 1 else _known(names)  # One alone is mostly new: one statement less.
    missing = [key for key in names if key not in found]
    for part in chunks(missing):
        cells = [cell for key in part for cell in (names[str(key)][:NAME_MOST], key)]
        with hand() as cursor:
            cursor.execute(_INSERT.format(", ".join(["(%s, %s, '{}')"] * len(part))), cells)
            found.update(cursor.fetchall())
    return found if len(found) == len(names) else found | _known(names.keys() - found.keys())


def _known(keys: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in chunks(keys):
        with hand() as cursor:
            cursor.execute(f"SELECT key, {ROOT} FROM ledger_account WHERE key IN ({marks(part)})", part)
            found.update(cursor.fetchall())
    return found
