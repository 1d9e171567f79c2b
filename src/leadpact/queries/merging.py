"""Which leads are one buyer: what a lead's page says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from leadpact.evidence.duplicates import Pair
from leadpact.evidence.duplicates_words import why
from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import DuplicatePair, FactRow, Lead
from leadpact.ledger.notices import called

LIKELY = 0.5
"""A lead's page names another one that is at least so surely the same buyer."""
FEW = 8


@dataclass(frozen=True, slots=True)
class Member:
    """A lead that is one with another: its number, its name, and when they became one."""

    id: int
    name: str
    merged_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Twin:
    """A lead that looks like this one and that nobody decided on yet: its number, its name, and why."""

    id: int
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Family:
    """The survivor of a merged lead, or the leads merged into one that stands; and whether the reader may change it.

    ``twin`` is the one that looks most like it, for a reader who may make the two one; None where none does.
    """

    into: Member | None
    members: tuple[Member, ...]
    can_merge: bool
    twin: Twin | None = None


def family_of(actor: Actor, lead: Lead) -> Family:
    """With which leads this one is one."""
    root_id = reader.root(lead.pk)
    if root_id != lead.pk:
        survivor = Lead.objects.filter(pk=root_id).first()
        into = Member(root_id, called(survivor))
        may = survivor is not None and access.may_touch(actor, "merge_leads", survivor)
        return Family(into, (), may)
    may = access.may_touch(actor, "merge_leads", lead)
    twin = _twin(actor, lead.pk) if may else None
    ids = reader.family([lead.pk]).keys() - {lead.pk}
    if not ids:
        return Family(None, (), may, twin)
    rows = Lead.objects.filter(pk__in=ids).order_by("captured_s", "pk")
    facts = FactRow.objects.filter(lead_id__in=ids, kind="merged").order_by("seq")
    when = dict(facts.values_list("lead_id", "occurred_s"))
    members = tuple(
        Member(row.pk, called(row), datetime.fromtimestamp(when[row.pk], UTC) if row.pk in when else None)
        for row in rows
    )
    return Family(None, members, may, twin)


def _twin(actor: Actor, lead_id: int) -> Twin | None:
    """The surest of the leads that were found to look like this one, as far as the reader may make the two one."""
    pairs = list(pairs_of(lead_id).filter(level__gte=LIKELY)[:FEW])
    if not pairs:
        return None
    others = {pair.other_id if pair.one_id == lead_id else pair.one_id: pair for pair in pairs}
    rows = Lead.objects.filter(merged_into_id__isnull=True).in_bulk(others)
    for other_id, pair in others.items():
        if other_id in rows and access.may_touch(actor, "merge_leads", rows[other_id]):
            return Twin(other_id, called(rows[other_id]), why_of(pair))
    return None


def pairs_of(lead_id: int) -> QuerySet[DuplicatePair]:
    """The pairs of a lead that nobody decided on yet, the surest first."""
    both = Q(one_id=lead_id) | Q(other_id=lead_id)
    return DuplicatePair.objects.filter(both, state="open").order_by("-level", "pk")


def why_of(pair: DuplicatePair) -> str:
    """Why the leads of a pair look alike, in words."""
    return why(Pair(0, 0, pair.level, tuple((name, int(level)) for name, level in pair.why)), _)
