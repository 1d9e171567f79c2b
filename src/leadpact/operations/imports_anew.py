"""Facts that come in again after their import was taken back: each gets another id, the same one every time."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from leadpact.connectors.shapes import Reject
from leadpact.ledger.reader import chunks, marks
from leadpact.ledger.sent import UNDONE
from leadpact.ledger.statements import hand
from leadpact.operations.imports_rows import Batch


def taken_anew(batch: Batch) -> Batch:
    """The rows of a batch of facts under the ids by which they are to be known now."""
    rows = [row for _, row in batch if not isinstance(row, Reject)]
    names = _names({each for row in rows for each in (row.id, row.corrects_id) if each})
    if not names:
        return batch
    return [
        (line, row)
        if isinstance(row, Reject)
        else (line, row._replace(id=names.get(row.id, row.id), corrects_id=names.get(row.corrects_id, row.corrects_id)))
        for line, row in batch
    ]


def _names(ids: Iterable[str]) -> dict[str, str]:
    """The new ids of those that were taken back, over any number of times."""
    names: dict[str, str] = {}
    standing, turn = {id_: id_ for id_ in ids}, 0
    while standing:
        turn += 1
        undone = _undone(standing)
        standing = {str(uuid.uuid5(uuid.NAMESPACE_OID, f"{standing[now]}/{turn}")): standing[now] for now in undone}
        names |= {was: now for now, was in standing.items()}
    return names


def _undone(ids: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for part in chunks(ids):
        with hand() as cursor:
            cursor.execute(
                f"SELECT corrects_id FROM facts WHERE corrects_id IN ({marks(part)}) AND reason = %s", [*part, UNDONE]
            )
            found.update(row[0] for row in cursor.fetchall())
    return found
