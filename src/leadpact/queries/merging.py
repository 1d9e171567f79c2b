"""Which leads are one buyer: what a lead's page says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import FactRow, Lead
from leadpact.ledger.notices import called


@dataclass(frozen=True, slots=True)
class Member:
    """A lead that is one with another: its number, its name, and when they became one."""

    id: int
    name: str
    merged_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """The survivor of a merged lead, or the leads merged into one that stands; and whether the reader may change it."""

    into: Member | None
    members: tuple[Member, ...]
    can_merge: bool


def family_of(actor: Actor, lead: Lead) -> Family:
    """With which leads this one is one."""
    root_id = reader.root(lead.pk)
    if root_id != lead.pk:
        survivor = Lead.objects.filter(pk=root_id).first()
        into = Member(root_id, called(survivor))
        may = survivor is not None and access.may_touch(actor, "merge_leads", survivor)
        return Family(into, (), may)
    may = access.may_touch(actor, "merge_leads", lead)
    ids = reader.family([lead.pk]).keys() - {lead.pk}
    if not ids:
        return Family(None, (), may)
    rows = Lead.objects.filter(pk__in=ids).order_by("captured_s", "pk")
    facts = FactRow.objects.filter(lead_id__in=ids, kind="merged").order_by("seq")
    when = dict(facts.values_list("lead_id", "occurred_s"))
    members = tuple(
        Member(row.pk, called(row), datetime.fromtimestamp(when[row.pk], UTC) if row.pk in when else None)
        for row in rows
    )
    return Family(None, members, may)
