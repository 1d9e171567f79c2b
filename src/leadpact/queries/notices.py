"""Somebody's notices, newest first, and what the link in a mail opens."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from leadpact.ledger import mail_links
from leadpact.ledger.models import Lead, Notice, Person
from leadpact.ledger.notices import Told, called, reasons_of, told, zone_of


@dataclass(frozen=True, slots=True)
class NoticesPage:
    """A page of notices; ``before`` is the id to ask with for the next page, None at the end."""

    notices: tuple[Told, ...]
    unread: int
    before: int | None


def notices_of(person_id: int, *, now_s: int, limit: int = 25, before: int | None = None) -> NoticesPage:
    """A person's notices, newest first, from the one after ``before`` on."""
    own = Notice.objects.filter(person_id=person_id)
    rows = own.order_by("-made_s", "-id")
    last = own.filter(pk=before).first() if before is not None else None
    if last is not None:
        rows = rows.filter(Q(made_s__lt=last.made_s) | Q(made_s=last.made_s, pk__lt=last.pk))
    found = list(rows[: limit + 1])
    person = Person.objects.get(pk=person_id)
    return NoticesPage(
        notices=tuple(told(found[:limit], zone_of(person), now_s)),
        unread=unread(person_id),
        before=found[limit - 1].pk if len(found) > limit else None,
    )


def unread(person_id: int) -> int:
    """How many notices somebody has not read."""
    return Notice.objects.filter(person_id=person_id, read_s__isnull=True).count()


@dataclass(frozen=True, slots=True)
class LinkPage:
    """What a link of a mail opens. ``state`` is open (it can be answered), accepted, rejected or closed."""

    who: str
    state: str
    answered_by: str
    answered_s: int | None
    reasons: tuple[tuple[str, str], ...]
    lead_id: int
    person_name: str


def open_link(token: str, now_s: int) -> LinkPage:
    """The page of a link; opening it changes nothing, because mail scanners follow links.

    Raises ``mail_links.WrongLink``.
    """
    hand_off, actor = mail_links.read(token, now_s)
    answered_by = Person.objects.filter(pk=hand_off.answered_by_id or 0).values_list("name", flat=True).first()
    is_open = hand_off.is_open and hand_off.answer == "open"
    return LinkPage(
        who=called(Lead.objects.filter(pk=hand_off.lead_id).first()),
        state="open" if is_open else "closed" if hand_off.answer == "open" else hand_off.answer,
        answered_by=answered_by or "",
        answered_s=hand_off.answered_s,
        reasons=reasons_of(hand_off, now_s),
        lead_id=hand_off.lead_id,
        person_name=actor.name,
    )
