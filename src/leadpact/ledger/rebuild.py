"""Telling every lead anew from its facts: to compare with the rows that are kept, or to write these again.

Points are compared as of the instant and by the pact that the row names, because points fade with time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db import connection

from leadpact.ledger import projections
from leadpact.ledger.reader import facts_of, words_of
from leadpact.ledger.writer import Points, Scorer, recording
from leadpact.rules.facts import Fact
from leadpact.rules.lead import Seen, seen
from leadpact.rules.story import ENDED, Story, tell
from leadpact.rules.story_rows import LeadRow

CHUNK = 500
"""Leads told at a time."""
LISTED = 100
"""Differences that are listed; all are counted."""
POINT_COLUMNS = ("points", "points_s", "points_pact_id", "fades_s")

PointsBy = Callable[[int, Seen, int], Points | None]
"""Points by the pact with an id, of what is seen of a lead, as of an instant (epoch seconds)."""
Progress = Callable[[int, int], None]


class Difference(NamedTuple):
    """A value that is kept and differs from what the facts say; column ``row``: it is missing, or too many."""

    table: str
    id: int | str
    column: str
    kept: object
    told: object

    def __str__(self) -> str:
        if self.column == "row":
            return f"{self.table} {self.id}: " + ("no fact accounts for it" if self.told is None else "it is missing")
        return f"{self.table} {self.id}, {self.column}: kept {self.kept!r}, the facts say {self.told!r}"


@dataclass
class Drift:
    """What a comparison found: ``rows`` compared, how many values differ, and the first of them."""

    leads: int = 0
    rows: int = 0
    count: int = 0
    differences: list[Difference] = field(default_factory=list)

    def add(self, difference: Difference) -> None:
        """Count a difference, and list it while there are few."""
        self.count += 1
        if len(self.differences) < LISTED:
            self.differences.append(difference)


def check(points_by: PointsBy, progress: Progress) -> Drift:
    """Compare every row that is kept with what the facts say. Changes nothing. ``progress`` gets leads done, of all."""
    drift = Drift()
    total = _count()
    for ids in _lead_ids():
        with recording(0):  # Nobody writes between the reading of the facts and that of the rows.
            told = _told(ids)
            stored: Mapping[str, list[Any]] = projections.stored(ids)
        for table, _ in projections.TABLES:
            _compare(table, {row.id: row for row in stored[table]}, _rows(table, told), drift)
        _compare_points(stored["leads"], told, points_by, drift)
        drift.leads += len(ids)
        progress(drift.leads, total)
    _orphans(drift)
    return drift


def rebuild(scorer: Scorer, now_s: int, progress: Progress) -> int:
    """Write every row again from the facts, with points as of now. Gives how many leads. One transaction a chunk."""
    _sweep(now_s)
    done, total = 0, _count()
    for ids in _lead_ids():
        with recording(now_s, scorer=scorer) as book:
            stories = {lead_id: story for lead_id, (story, _) in _told(ids).items()}
            projections.drop(set(ids) - stories.keys())
            projections.write(stories, replace=True)
            book.rescore([lead_id for lead_id, story in stories.items() if story.lead.state not in ENDED])
        done += len(ids)
        progress(done, total)
    return done


def _count() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM leads")
        return int(cursor.fetchone()[0])


def _lead_ids() -> Iterator[list[int]]:
    """Every lead that has a fact or a row, in chunks, in order of id."""
    last = -1
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT id FROM leads WHERE id > %s UNION SELECT lead_id FROM facts WHERE lead_id > %s "
                "ORDER BY 1 LIMIT %s",
                [last, last, CHUNK],
            )
            ids = [int(row[0]) for row in cursor.fetchall()]
        if not ids:
            return
        yield ids
        last = ids[-1]


def _told(ids: list[int]) -> dict[int, tuple[Story, list[Fact]]]:
    """The stories of these leads, but of those about which everything was taken back."""
    facts, words = facts_of(ids), words_of(ids)
    told = {lead_id: (tell(lead_id, of_lead, words.get(lead_id, {})), of_lead) for lead_id, of_lead in facts.items()}
    return {lead_id: each for lead_id, each in told.items() if each[0].lead.last_seq}


def _rows(table: str, told: Mapping[int, tuple[Story, list[Fact]]]) -> dict[Any, Any]:
    if table == "leads":
        return {lead_id: story.lead for lead_id, (story, _) in told.items()}
    return {row.id: row for story, _ in told.values() for row in getattr(story, table)}


def _compare(table: str, kept: Mapping[Any, Any], told: Mapping[Any, Any], drift: Drift) -> None:
    drift.rows += len(kept.keys() | told.keys())
    for id_ in sorted(kept.keys() ^ told.keys()):
        drift.add(Difference(table, id_, "row", kept.get(id_), told.get(id_)))
    for id_ in kept.keys() & told.keys():
        if kept[id_] == told[id_]:
            continue
        for column, was, says in zip(told[id_]._fields, kept[id_], told[id_], strict=True):
            if was != says and column not in POINT_COLUMNS:
                drift.add(Difference(table, id_, column, was, says))


def _compare_points(
    kept: list[Any], told: Mapping[int, tuple[Story, list[Fact]]], points_by: PointsBy, drift: Drift
) -> None:
    for row in kept:
        if row.id not in told:
            continue
        story, facts = told[row.id]
        expected = _points(row, story, facts, points_by)
        was = Points(row.points_pact_id or 0, row.points, row.fades_s) if row.points is not None else None
        if was != expected:
            drift.add(Difference("leads", row.id, "points", was, expected))


def _points(row: LeadRow, story: Story, facts: list[Fact], points_by: PointsBy) -> Points | None:
    """The points that the row should have, by the pact and as of the instant that it names."""
    if story.lead.state in ENDED or row.points_pact_id is None or row.points_s is None:
        return None
    return points_by(row.points_pact_id, seen(facts, row.points_s), row.points_s)


def _orphans(drift: Drift) -> None:
    """Rows of leads that do not exist."""
    for table in ("hand_offs", "clocks", "deals"):
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT id FROM {table} WHERE lead_id NOT IN (SELECT id FROM leads) ORDER BY id LIMIT {LISTED}"
            )
            for (id_,) in cursor.fetchall():
                drift.add(Difference(table, id_, "row", id_, None))


def _sweep(now_s: int) -> None:
    """Delete rows that belong to no fact at all, so that only what the facts say is left."""
    with recording(now_s), connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM leads WHERE id NOT IN (SELECT lead_id FROM facts WHERE lead_id IS NOT NULL) "
            "AND id NOT IN (SELECT merged_into_id FROM leads WHERE merged_into_id IS NOT NULL)"
        )
        for table in ("hand_offs", "clocks", "deals"):
            cursor.execute(f"DELETE FROM {table} WHERE lead_id NOT IN (SELECT id FROM leads)")
