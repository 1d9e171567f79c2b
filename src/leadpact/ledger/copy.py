"""Reading the facts in order of recording, for whoever keeps a copy of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any

from leadpact.ledger.snapshot import snapshot

PAGE = 10_000
"""So many facts are read at once; between two pages nothing is held, so that no writer waits."""


_WRITTEN = {
    "occurred_on": "CAST(occurred_on AS text)",
    "corrects_seq": "CASE WHEN corrects_id IS NOT NULL THEN"
    " (SELECT mended.seq FROM facts AS mended WHERE mended.id = facts.corrects_id) END",
}
"""How what is not read as it is stands in SQL; ``corrects_seq`` is the seq of the fact that ``corrects_id`` names."""


def facts_after(seq: int, until: int, names: Sequence[str], page: int = PAGE) -> Iterator[list[tuple[Any, ...]]]:
    """The facts with a higher seq than ``seq`` and at most ``until``, in order, in pages; days are ISO text.

    Nothing is missed: facts become visible in order of seq, and none is ever changed or deleted.
    """
    columns = ", ".join(_WRITTEN.get(name, name) for name in names)
    while seq < until:
        # Both numbers are ours, and written into the text because drivers mark bound values differently.
        sql = (
            f"SELECT {columns}, seq FROM facts WHERE seq > {int(seq)} AND seq <= {int(until)} ORDER BY seq LIMIT {page}"
        )
        with snapshot() as look, closing(look.connection.cursor()) as cursor:
            cursor.execute(sql)
            rows = cursor.fetchall()
        if not rows:
            return
        seq = rows[-1][-1]
        yield [row[:-1] for row in rows]


def id_at(seq: int) -> str | None:
    """The id of the fact of that seq; None when the ledger has none."""
    with snapshot() as look, closing(look.connection.cursor()) as cursor:
        cursor.execute(f"SELECT id FROM facts WHERE seq = {int(seq)}")
        row = cursor.fetchone()
    return None if row is None else str(row[0])
