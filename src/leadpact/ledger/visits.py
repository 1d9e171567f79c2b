"""Visits that trackers tell of, and which visitors are one person: rows read and written in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from leadpact.ledger.reader import chunks, marks
from leadpact.ledger.statements import hand


class KnownWriteKey(NamedTuple):
    """A write key that works. ``is_idle``: not noted as used since the instant asked for."""

    id: int
    name: str
    system: str
    is_public: bool
    is_idle: bool


class VisitRow(NamedTuple):
    """A row of the table of visits, without its number."""

    key_id: int
    event_id: str
    digest: int
    visitor: str
    state: str
    touch: str
    of: str | None
    source: str | None
    campaign: str | None
    occurred_s: int
    received_s: int
    lead_id: int | None


class Standing(NamedTuple):
    """Which person a visitor is, and which lead that is, if any."""

    person: str
    lead_id: int | None


_KEY = """
SELECT id, name, system, is_public, used_s IS NULL OR used_s < %s FROM ledger_writekey
WHERE revoked_s IS NULL AND {by} ORDER BY id LIMIT 1"""
_COLUMNS = ", ".join(f'"{name}"' for name in VisitRow._fields)
_KEEP = (
    f"INSERT INTO visits ({_COLUMNS}) VALUES ({', '.join(['%s'] * len(VisitRow._fields))}) "
    "ON CONFLICT (event_id, key_id) DO NOTHING"
)
_LINK = """
INSERT INTO visitors (visitor, person, lead_id, seen_s) VALUES (%s, %s, %s, %s)
ON CONFLICT (visitor) DO UPDATE SET person = excluded.person, lead_id = excluded.lead_id, seen_s = excluded.seen_s"""
_REFUSE = "INSERT INTO refused_events (key_id, event_id, why, at_s) VALUES (%s, %s, %s, %s)"


def known_write_key(digest: str, app: str, used_since_s: int) -> KnownWriteKey | None:
    """The write key with this digest, or, where a digest is not given, of this Snowplow application."""
    with hand() as cursor:
        cursor.execute(_KEY.format(by="digest = %s" if digest else "app = %s"), (used_since_s, digest or app))
        row = cursor.fetchone()
    return KnownWriteKey(row[0], row[1], row[2], bool(row[3]), bool(row[4])) if row else None


def systems() -> dict[int, str]:
    """Whose user ids each write key sends."""
    with hand() as cursor:
        cursor.execute("SELECT id, system FROM ledger_writekey")
        return dict(cursor.fetchall())


def known_events(key_id: int, event_ids: Iterable[str]) -> dict[str, int]:
    """The digests of those events that came before with this key."""
    found: dict[str, int] = {}
    with hand() as cursor:
        for part in chunks(event_ids):
            cursor.execute(
                f"SELECT event_id, digest FROM visits WHERE event_id IN ({marks(part)}) AND key_id = %s",
                (*part, key_id),
            )
            found.update(cursor.fetchall())
    return found


def standings(visitors: Iterable[str]) -> dict[str, Standing]:
    """What is known of these visitors; those never linked are absent."""
    found: dict[str, Standing] = {}
    with hand() as cursor:
        for part in chunks(visitors):
            cursor.execute(f"SELECT visitor, person, lead_id FROM visitors WHERE visitor IN ({marks(part)})", part)
            found.update((visitor, Standing(person, lead_id)) for visitor, person, lead_id in cursor.fetchall())
    return found


def members(persons: Iterable[str]) -> dict[str, Standing]:
    """Every visitor who is one of these persons."""
    found: dict[str, Standing] = {}
    with hand() as cursor:
        for part in chunks(persons):
            cursor.execute(f"SELECT visitor, person, lead_id FROM visitors WHERE person IN ({marks(part)})", part)
            found.update((visitor, Standing(person, lead_id)) for visitor, person, lead_id in cursor.fetchall())
    return found


def leads_by_id(system: str, external_ids: Iterable[str]) -> dict[str, int]:
    """The leads that have these ids in a system."""
    found: dict[str, int] = {}
    with hand() as cursor:
        for part in chunks(external_ids):
            cursor.execute(
                f"SELECT value, lead_id FROM lead_keys WHERE value IN ({marks(part)}) AND kind = 'external' "
                "AND system = %s",
                (*part, system),
            )
            found.update(cursor.fetchall())
    return found


def link(rows: Sequence[tuple[str, str, int | None, int]]) -> None:
    """Write which visitor is which person and lead: visitor, person, lead_id, seen_s."""
    if rows:
        with hand() as cursor:
            cursor.executemany(_LINK, rows)


def keep(rows: Sequence[VisitRow]) -> None:
    """Keep visits; one that is there already stays as it is."""
    if rows:
        with hand() as cursor:
            cursor.executemany(_KEEP, rows)


def waiting(visitors: Iterable[str]) -> list[tuple[int, VisitRow]]:
    """The visits of these visitors that wait for their visitor to become known, oldest first, with their numbers."""
    found = []
    with hand() as cursor:
        for part in chunks(visitors):
            cursor.execute(
                f"SELECT id, {_COLUMNS} FROM visits WHERE visitor IN ({marks(part)}) AND state = 'waiting'", part
            )
            found += [(row[0], VisitRow._make(row[1:])) for row in cursor.fetchall()]
    found.sort(key=lambda each: (each[1].occurred_s, each[0]))
    return found


def join(numbers: Sequence[tuple[int, int]]) -> None:
    """Mark visits as joined: lead, number of the visit."""
    if numbers:
        with hand() as cursor:
            cursor.executemany("UPDATE visits SET state = 'joined', lead_id = %s WHERE id = %s", numbers)


def mails_sent(visitors: Iterable[str], since_s: int) -> list[tuple[str, str | None, int]]:
    """Mails sent to these visitors since an instant: visitor, campaign, when."""
    found: list[tuple[str, str | None, int]] = []
    with hand() as cursor:
        for part in chunks(visitors):
            cursor.execute(
                f'SELECT visitor, "of", occurred_s FROM visits WHERE visitor IN ({marks(part)}) '
                "AND touch = 'email_sent' AND received_s >= %s",
                (*part, since_s),
            )
            found += cursor.fetchall()
    return found


def refuse(rows: Sequence[tuple[int | None, str, str, int]]) -> None:
    """Note events that were refused: key, event, why, when."""
    if rows:
        with hand() as cursor:
            cursor.executemany(_REFUSE, rows)


def clear(before_s: int) -> int:
    """Delete visits, links without a lead and refusals from before an instant. Gives how many rows went."""
    gone = 0
    with hand() as cursor:
        for statement in (
            "DELETE FROM visits WHERE received_s < %s",
            "DELETE FROM visitors WHERE lead_id IS NULL AND seen_s < %s",
            "DELETE FROM refused_events WHERE at_s < %s",
        ):
            cursor.execute(statement, (before_s,))
            gone += max(0, cursor.rowcount)
    return gone


def forget(lead_id: int) -> int:
    """Delete what ties visits and visitors to a lead, and the visits themselves. Gives how many rows went."""
    gone = 0
    with hand() as cursor:
        for statement in (
            "DELETE FROM visits WHERE visitor IN (SELECT visitor FROM visitors WHERE lead_id = %s)",
            "DELETE FROM visits WHERE lead_id = %s",
            "DELETE FROM visitors WHERE lead_id = %s",
        ):
            cursor.execute(statement, (lead_id,))
            gone += max(0, cursor.rowcount)
    return gone
