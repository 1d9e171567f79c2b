"""Leads that may be the same buyer: found for one lead, side by side before they become one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import QuerySet

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import DuplicatePair, Lead
from leadpact.ledger.notices import called
from leadpact.ledger.privacy import Named, Sight
from leadpact.ledger.rulebook import Rulebook
from leadpact.queries.lead_list import search, visible
from leadpact.queries.leads import at, owner_of, state_words
from leadpact.queries.merging import pairs_of, why_of
from leadpact.rules.story_merges import standing


@dataclass(frozen=True, slots=True)
class Side:
    """A lead that may be one with another: who it is and how it stands. ``why`` says why they look alike."""

    id: int
    name: str
    detail: str
    state: str
    captured_at: datetime
    owner: str
    why: str = ""
    stays: bool = False


@dataclass(frozen=True, slots=True)
class ToMerge:
    """A lead, and the others that may be the same buyer."""

    lead: Side
    others: tuple[Side, ...]


def to_merge(actor: Actor, lead_id: int, now_s: int, text: str = "") -> ToMerge:
    """The leads that a search finds, to be made one with this one; without a text those that look like it.

    Raises what ``access`` raises.
    """
    lead = access.lead(actor, "merge_leads", lead_id)
    says = {} if text else _alike(lead.pk)
    hits = [*says, *(hit.lead_id for hit in search(actor, text or lead.name or ""))]
    rows = visible(actor).exclude(pk=lead.pk).filter(merged_into_id__isnull=True).in_bulk(hits)
    others = [rows[each] for each in dict.fromkeys(hits) if each in rows]
    names = Sight(actor, Rulebook(now_s)).names(row.owner_id for row in (lead, *others))
    sides = tuple(replace(_side(row, names, lead), why=says.get(row.pk, "")) for row in others)
    return ToMerge(_side(lead, names), sides)


def _alike(lead_id: int, limit: int = 8) -> dict[int, str]:
    """The leads that were found to look like one and that nobody decided on yet, the surest first, with why."""
    pairs = pairs_of(lead_id)[:limit]
    return {pair.other_id if pair.one_id == lead_id else pair.one_id: why_of(pair) for pair in pairs}


def _side(row: Lead, names: Named, other: Lead | None = None) -> Side:
    detail = " · ".join(text for text in (row.job_title, row.email, row.phone) if text)
    return Side(
        row.pk, called(row), detail, state_words(row.state), at(row.captured_s), owner_of(row, names),
        stays=other is not None
        and standing(row.state, row.captured_s, row.pk) < standing(other.state, other.captured_s, other.pk),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two leads that look alike: how sure it is in percent, why, and both sides."""

    id: int
    percent: int
    why: str
    one: Side
    other: Side


def suggestions(actor: Actor, now_s: int, limit: int = 25) -> tuple[int, tuple[Suggestion, ...]]:
    """How many pairs are to be decided, and the surest of them. Raises ``Forbidden``."""
    found_now = waiting(actor)
    pairs = list(found_now.order_by("-level", "pk")[:limit])
    rows = Lead.objects.in_bulk({each for pair in pairs for each in (pair.one_id, pair.other_id)})
    names = Sight(actor, Rulebook(now_s)).names(row.owner_id for row in rows.values())
    found = []
    for pair in pairs:
        one, other = rows[pair.one_id], rows[pair.other_id]
        sides = _side(one, names, other), _side(other, names, one)
        found.append(Suggestion(pair.pk, min(99, int(100 * pair.level)), why_of(pair), *sides))
    return found_now.count(), tuple(found)


def waiting(actor: Actor) -> QuerySet[DuplicatePair]:
    """The pairs that are to be decided, of leads that the actor may see. Raises ``Forbidden``."""
    access.check(actor, "merge_leads")
    seen = visible(actor).filter(merged_into_id__isnull=True).values("pk")
    return DuplicatePair.objects.filter(state="open", one_id__in=seen, other_id__in=seen)
