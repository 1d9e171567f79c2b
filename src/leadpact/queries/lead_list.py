"""Leads in lists: newest first by keyset, and found by what people type."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from leadpact.connectors.phones import read_phone
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Company, Lead, LeadKey
from leadpact.ledger.privacy import Named, Sight
from leadpact.ledger.rulebook import Rulebook
from leadpact.queries.leads import at, owner_of, state_words, title_of
from leadpact.queries.pact_order import BEFORE_SALES, UNCOVERED
from leadpact.rules.permissions import reach_of

PAGE = 25
LONG = 30
"""Signs from which a text is no place in the list."""


@dataclass(frozen=True, slots=True)
class LeadLine:
    """A lead in a list."""

    id: int
    name: str
    company: str
    state: str
    state_words: str
    points: int | None
    source: str
    found_side: str
    owner: str
    captured_at: datetime
    has_warning: bool
    is_points_hidden: bool = False
    """Whether a trial keeps the points from the reader."""


@dataclass(frozen=True, slots=True)
class LeadList:
    """A page of leads, newest first; ``next`` is the mark of the page after it."""

    rows: tuple[LeadLine, ...]
    next: str


def listing(actor: Actor, now_s: int, *, state: str = "", after: str = "", limit: int = PAGE) -> LeadList:
    """Leads the actor may see, newest first, by keyset; those that no pact covers by the state ``uncovered``.

    Raises ``Forbidden``.
    """
    leads = visible(actor)
    if state == UNCOVERED:
        leads = leads.filter(state__in=BEFORE_SALES, points__isnull=True)
    elif state:
        leads = leads.filter(state=state)
    if after:
        captured_s, _dash, lead_id = after.partition("-")
        if captured_s.lstrip("-").isdecimal() and lead_id.isdecimal() and len(after) < LONG:
            leads = leads.filter(Q(captured_s__lt=int(captured_s)) | Q(captured_s=int(captured_s), pk__lt=int(lead_id)))
    rows = list(leads.order_by("-captured_s", "-pk")[: limit + 1])
    last = rows[limit - 1] if len(rows) > limit else None
    return LeadList(lines(rows[:limit], Sight(actor, Rulebook(now_s))), f"{last.captured_s}-{last.pk}" if last else "")


def visible(actor: Actor) -> QuerySet[Lead]:
    """The leads the actor may see, as a query."""
    if actor.role == "system" or actor.verbs is not None or reach_of(actor.role, "see_leads") is not None:
        access.check(actor, "see_leads")
        return Lead.objects.all()
    access.check(actor, "see_own_leads")
    return Lead.objects.filter(Q(owner_id=actor.id) | Q(found_by_id=actor.id) | Q(marketer_id=actor.id))


def lines(leads: Iterable[Lead], sight: Sight) -> tuple[LeadLine, ...]:
    """The leads as lists show them to a reader, in the order given."""
    rows = list(leads)
    who = sight.names(row.owner_id for row in rows)
    blind = sight.blind({row.pk for row in rows})
    return tuple(_lead_line(row, who, is_blind=row.pk in blind) for row in rows)


def _lead_line(row: Lead, who: Named, *, is_blind: bool) -> LeadLine:
    return LeadLine(
        row.pk,
        title_of(row),
        row.company or "",
        row.state,
        state_words(row.state),
        None if is_blind else row.points,
        (row.source or "").replace("_", " "),
        row.found_side,
        owner_of(row, who),
        at(row.captured_s),
        row.has_warning,
        is_blind,
    )


@dataclass(frozen=True, slots=True)
class Hit:
    """Something a search found."""

    lead_id: int
    label: str
    detail: str


def search(actor: Actor, text: str, limit: int = 8) -> list[Hit]:
    """Leads whose name or company begins with the text, or whose e-mail, phone or external id is it."""
    wanted = " ".join(text.split())
    if len(wanted) < 2:
        return []
    leads = visible(actor)
    country = Company.objects.values_list("country", flat=True).first()
    spellings = {wanted, wanted.lower(), read_phone(wanted, (country or "")[:2]).e164 or wanted}
    ids = list(LeadKey.objects.filter(value__in=spellings).values_list("lead_id", flat=True)[:limit])
    begins = leads.filter(Q(name__istartswith=wanted) | Q(company__istartswith=wanted)).order_by("-captured_s", "-pk")
    rows = [*(leads.filter(pk__in=ids) if ids else ()), *begins[:limit]]
    found = list({row.pk: row for row in rows}.values())[:limit]
    return [
        Hit(row.pk, title_of(row), ", ".join(p for p in (row.company or "", state_words(row.state)) if p))
        for row in found
    ]
