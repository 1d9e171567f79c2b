"""The rows that facts add up to, written and compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from leadpact.ledger.reader import chunks, marks
from leadpact.ledger.statements import hand, insert, upsert
from leadpact.rules.story import Story
from leadpact.rules.story_rows import ClockRow, DealRow, HandOffRow, LeadRow

TABLES: tuple[tuple[str, Any], ...] = (
    ("leads", LeadRow),
    ("hand_offs", HandOffRow),
    ("clocks", ClockRow),
    ("deals", DealRow),
)
COLUMNS: dict[str, tuple[str, ...]] = {table: row._fields for table, row in TABLES}
DEALS_TABLE = "deals"


class Standing(NamedTuple):
    """A lead that has a row: the lead it is merged into, and when its last fact happened."""

    merged_into_id: int | None
    last_s: int


def existing(lead_ids: Iterable[int]) -> dict[int, Standing]:
    """Which of these leads have a row, and how they stand."""
    found: dict[int, Standing] = {}
    for part in chunks(lead_ids):
        with hand() as cursor:
            cursor.execute(f"SELECT id, merged_into_id, last_s FROM leads WHERE id IN ({marks(part)})", part)
            found.update((lead_id, Standing(into, last_s)) for lead_id, into, last_s in cursor.fetchall())
    return found


def write(stories: Mapping[int, Story], *, replace: bool, fresh: AbstractSet[int] = frozenset()) -> None:
    """Write the rows of these leads; with ``replace`` the ones no longer told are deleted first.

    ``fresh`` are leads that have no row yet: inserting one costs half of what replacing it does.
    """
    new = [story.lead for lead_id, story in stories.items() if lead_id in fresh]
    if new:
        insert("leads", COLUMNS["leads"], new)
    rows: dict[str, list[Any]] = {
        "leads": [story.lead for lead_id, story in stories.items() if lead_id not in fresh],
        "hand_offs": [row for story in stories.values() for row in story.hand_offs],
        "clocks": [row for story in stories.values() for row in story.clocks],
        "deals": [row for story in stories.values() for row in story.deals],
    }
    if replace:
        with hand() as cursor:
            for part in chunks(stories):
                for table in ("hand_offs", "clocks", "deals"):
                    cursor.execute(f"DELETE FROM {table} WHERE lead_id IN ({marks(part)})", part)
    for table, values in rows.items():
        if values:
            upsert(table, COLUMNS[table], values)


def drop(lead_ids: Iterable[int]) -> None:
    """Delete every row of these leads."""
    for part in chunks(lead_ids):
        with hand() as cursor:
            for table, _ in TABLES:
                key = "id" if table == "leads" else "lead_id"
                cursor.execute(f"DELETE FROM {table} WHERE {key} IN ({marks(part)})", part)


def stored(lead_ids: Sequence[int]) -> dict[str, list[tuple[Any, ...]]]:
    """The stored rows of these leads, by table, each as its tuple."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for table, row in TABLES:
        key = "id" if table == "leads" else "lead_id"
        found[table] = []
        for part in chunks(lead_ids):
            with hand() as cursor:
                cursor.execute(f"SELECT {', '.join(row._fields)} FROM {table} WHERE {key} IN ({marks(part)})", part)
                found[table] += [row._make(_plain(values)) for values in cursor.fetchall()]
    return found


def _plain(values: Sequence[Any]) -> Sequence[Any]:
    """Values as Python has them: SQLite answers 0 and 1 for booleans, which compare equal."""
    return values
