"""Trackers as people see them: write keys, what came in with each, what came last, and what was refused and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Lead, Person, RefusedEvent, Visit, WriteKey
from leadpact.ledger.statements import hand
from leadpact.rules.visits import KEPT_DAYS

DAYS, LAST = 7, 20
DAY_S = 86_400
STATES = ("joined", "waiting", "counted", "machine", "declined")


@dataclass(frozen=True, slots=True)
class WriteKeyRow:
    """A write key. ``shown`` is the key itself where pages carry it, else how it begins; ``counts`` by state."""

    id: int
    name: str
    shown: str
    app: str
    system: str
    is_public: bool
    made_by: str
    made_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """Events of the last days."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event that came in; ``lead`` is named where it is a touch of one that the reader may see."""

    at: datetime
    key: str
    touch: str
    of: str
    source: str
    state: str
    lead_id: int | None
    lead: str


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One event, or a whole body, that was refused."""

    at: datetime
    key: str
    event_id: str
    why: str


@dataclass(frozen=True, slots=True)
class TrackersPage:
    """The page; counts are of the last ``days`` days, and visits of somebody unknown are kept for ``kept_days``."""

    keys: tuple[WriteKeyRow, ...]
    last: tuple[EventRow, ...]
    refused: tuple[RefusedRow, ...]
    counts: Mapping[str, int]
    days: int = DAYS
    kept_days: int = KEPT_DAYS


def page(actor: Actor, now_s: int) -> TrackersPage:
    """Everything the page shows. Raises ``Forbidden``."""
    access.check(actor, "manage_capture")
    keys = list(WriteKey.objects.order_by("-pk"))
    people = {key.made_by_id for key in keys if key.made_by_id}
    names = dict(Person.objects.filter(pk__in=people).values_list("pk", "name")) if people else {}
    counted = _counts(now_s - DAYS * DAY_S)
    called = {key.pk: key.name for key in keys}
    rows = tuple(
        WriteKeyRow(
            key.pk, key.name, key.shown, key.app, key.system, key.is_public, names.get(key.made_by_id or 0, ""),
            _at(key.made_s), _at(key.used_s) if key.used_s else None,
            _at(key.revoked_s) if key.revoked_s else None,
            {state: counted.get((key.pk, state), 0) for state in STATES},
        )
        for key in keys
    )  # fmt: skip
    whole: Counter[str] = Counter()
    for (_, state), count in counted.items():
        whole[state] += count
    refused = RefusedEvent.objects.order_by("-at_s", "-pk")[:LAST]
    return TrackersPage(
        rows,
        _last(actor, called),
        tuple(RefusedRow(_at(row.at_s), called.get(row.key_id or 0, ""), row.event_id, row.why) for row in refused),
        {state: whole[state] for state in STATES},
    )


def _counts(since_s: int) -> dict[tuple[int, str], int]:
    with hand() as cursor:
        cursor.execute(
            "SELECT key_id, state, COUNT(*) FROM visits WHERE received_s >= %s GROUP BY key_id, state", (since_s,)
        )
        return {(key_id, state): count for key_id, state, count in cursor.fetchall()}


def _last(actor: Actor, called: Mapping[int, str]) -> tuple[EventRow, ...]:
    rows = list(Visit.objects.order_by("-received_s", "-pk")[:LAST])
    may_see = actor.may("see_leads")
    ids = {row.lead_id for row in rows if row.lead_id and may_see}
    leads = {
        pk: name or company or ""
        for pk, name, company in Lead.objects.filter(pk__in=ids).values_list("pk", "name", "company")
    }
    return tuple(
        EventRow(
            _at(row.occurred_s), called.get(row.key_id, ""), row.touch, row.of or "", row.source or "", row.state,
            row.lead_id if row.lead_id in leads else None, leads.get(row.lead_id or 0, ""),
        )
        for row in rows
    )  # fmt: skip


def _at(instant_s: int) -> datetime:
    return datetime.fromtimestamp(instant_s, UTC)
