"""What was said of a draft and of the version it became: who said what when, answered, settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Q

from leadpact.ledger.models import PactComment, Person


@dataclass(frozen=True, slots=True)
class Said:
    """Something said, with its answers; ``place`` is the key of a row, empty for the whole, ``about`` the row then."""

    id: int
    place: str
    about: str
    text: str
    by: str
    side: str
    at: datetime
    answers: tuple[Said, ...]
    settled_by: str
    is_settled: bool


def thread(draft_id: int | None, pact_id: int | None = None) -> tuple[Said, ...]:
    """All that was said of a draft and of a version, the oldest first; answers stand below what they answer."""
    asked = Q(pk__in=())
    asked |= Q(draft_id=draft_id) if draft_id is not None else Q(pk__in=())
    asked |= Q(pact_id=pact_id) if pact_id is not None else Q(pk__in=())
    rows = list(PactComment.objects.filter(asked).order_by("said_s", "pk"))
    people = {person.pk: person for person in Person.objects.filter(pk__in=_ids(rows))}
    answers: dict[int, list[Said]] = {}
    for row in rows:
        if row.answers_id is not None:
            answers.setdefault(row.answers_id, []).append(_said(row, people, ()))
    return tuple(_said(row, people, tuple(answers.get(row.pk, ()))) for row in rows if row.answers_id is None)


def _ids(rows: Iterable[PactComment]) -> set[int]:
    return {person for row in rows for person in (row.by_id, row.resolved_by_id) if person is not None}


def _said(row: PactComment, people: dict[int, Person], answers: tuple[Said, ...]) -> Said:
    by, settled = people.get(row.by_id or 0), people.get(row.resolved_by_id or 0)
    return Said(
        row.pk,
        row.place,
        row.about,
        row.text,
        by.name if by else "",
        by.side if by else "system",
        datetime.fromtimestamp(row.said_s, UTC),
        answers,
        settled.name if settled else "",
        row.resolved_s is not None,
    )
