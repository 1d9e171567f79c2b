"""Companies that look alike, and those that were made one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _

from leadpact.evidence.companies import why
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Account, CompanyPair, Deal, Lead
from leadpact.queries.lead_list import visible

SHOWN = 25
MOST = 500
"""So many pairs are looked at to find those that the reader may see."""


@dataclass(frozen=True, slots=True)
class Side:
    """A company that may be one with another: its name, how many leads and deals it has, and whether it stays."""

    id: int
    name: str
    leads: int
    deals: int
    stays: bool


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two companies that look alike: how sure it is in percent, why, and both sides."""

    id: int
    percent: int
    why: str
    one: Side
    other: Side


@dataclass(frozen=True, slots=True)
class Joined:
    """A company that was made one with another: its number, its name, and the name of the other one."""

    id: int
    name: str
    into: str


def suggestions(actor: Actor, limit: int = SHOWN) -> tuple[Suggestion, ...]:
    """The pairs to be decided, the surest first, of companies of which the actor may see every lead.

    Raises ``Forbidden``.
    """
    access.check(actor, "merge_leads")
    pairs = list(CompanyPair.objects.filter(state="open").order_by("-level", "pk")[:MOST])
    ids = {each for pair in pairs for each in (pair.one_id, pair.other_id)}
    leads = _wholly_seen(actor, ids)
    pairs = [pair for pair in pairs if pair.one_id in leads and pair.other_id in leads][:limit]
    ids = {each for pair in pairs for each in (pair.one_id, pair.other_id)}
    names = dict(Account.objects.filter(pk__in=ids).values_list("pk", "name"))
    deals = _deals(ids)
    found = []
    for pair in pairs:
        both = (pair.one_id, pair.other_id)
        stays = min(both, key=lambda each: (-leads[each], each))
        one, other = (Side(each, names[each], leads[each], deals.get(each, 0), stays=each == stays) for each in both)
        says = why(one.name, other.name, pair.name, pair.domain, _)
        found.append(Suggestion(pair.pk, int(100 * pair.level), says, one, other))
    return tuple(found)


def _wholly_seen(actor: Actor, ids: Collection[int]) -> dict[int, int]:
    """How many leads each of these companies has, of those of which the actor may see all."""
    counts = Lead.objects.filter(account_id__in=ids).values_list("account_id").annotate(n=Count("pk"))
    seen = visible(actor).filter(account_id__in=ids).values_list("account_id").annotate(n=Count("pk"))
    mine = dict(seen)
    return {account_id: n for account_id, n in counts if account_id is not None and mine.get(account_id) == n}


def _deals(ids: Collection[int]) -> dict[int, int]:
    of = dict(Lead.objects.filter(account_id__in=ids).values_list("pk", "account_id"))
    found: dict[int, int] = {}
    for lead_id in Deal.objects.filter(lead_id__in=Lead.objects.filter(account_id__in=ids).values("pk")).values_list(
        "lead_id", flat=True
    ):
        found[of[lead_id] or 0] = found.get(of[lead_id] or 0, 0) + 1
    return found


def joined(actor: Actor, limit: int = SHOWN) -> tuple[Joined, ...]:
    """The companies that were made one with another, of which the actor may see every lead. Raises ``Forbidden``."""
    access.check(actor, "merge_leads")
    rows = list(Account.objects.filter(same_as_id__isnull=False).order_by("-pk")[:MOST])
    into = {row.same_as_id or 0 for row in rows}
    seen = _wholly_seen(actor, into)
    names = dict(Account.objects.filter(pk__in=into).values_list("pk", "name"))
    return tuple(
        Joined(row.pk, row.name, names.get(row.same_as_id or 0, "")) for row in rows if row.same_as_id in seen
    )[:limit]
