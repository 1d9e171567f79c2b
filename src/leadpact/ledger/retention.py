"""Which leads are as old as the pacts in force allow, and what keeps some of them all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from leadpact.ledger import privacy, reader
from leadpact.ledger.models import Clock, Deal, ExpiringLead, HandOff, Lead, LeadKey, PersonValue
from leadpact.ledger.rulebook import InForce
from leadpact.rules.retention import DAY_S, Standing, after_s, before_s

_MARGIN_S = 4 * DAY_S
"""Going back a month and forth again may lose up to three days at its end."""


class Agreed(NamedTuple):
    """How long leads are kept, such as ``24 months``, and the pact that says so."""

    kept: str
    pact_id: int
    version: int
    name: str


def agreed(pacts: Iterable[InForce]) -> Agreed | None:
    """The shortest time that any of these pacts agrees on; it holds for all leads. None where none says anything."""
    held = list(pacts)
    kept = privacy.agreed(held).leads_kept
    if kept is None:
        return None
    first = next(each for each in held if each.pact.people.leads_kept == kept)
    return Agreed(kept, first.id, first.pact.version, first.pact.name)


def standings(kept: str, upto_s: int, lead_ids: Iterable[int] | None = None) -> Iterator[Standing]:
    """Every lead, of these or of all, whose time is up by an instant, whatever else keeps it; the oldest first.

    Only leads of which something personal is left; a merged one counts under the lead that survives.
    """
    asked = None if lead_ids is None else list(lead_ids)
    if asked is None:
        merged = Lead.objects.filter(_is_personal(), merged_into_id__isnull=False).values_list("pk", flat=True)
        roots = set(reader.roots(merged).values())
        queries = [_old(kept, upto_s).filter(_is_personal())]
    else:
        others = reader.family(asked).keys() - set(asked)
        merged = Lead.objects.filter(_is_personal(), pk__in=others).values_list("pk", flat=True)
        roots = set(reader.roots(merged).values()) & set(asked)
        queries = [_old(kept, upto_s).filter(_is_personal(), pk__in=part) for part in reader.chunks(asked)]
    queries += [_old(kept, upto_s).filter(pk__in=part).exclude(_is_personal()) for part in reader.chunks(roots)]
    longer = dict(ExpiringLead.objects.exclude(kept_until_s=None).values_list("lead_id", "kept_until_s"))
    for query in queries:
        for row in query.iterator(2000):
            found = Standing._make((*row, longer.get(row[0])))
            if after_s(kept, found.last_s) <= upto_s:
                yield found


def _is_personal() -> Q:
    keys = LeadKey.objects.filter(lead_id=OuterRef("pk")).exclude(kind="deal")
    return Q(Exists(PersonValue.objects.filter(lead_id=OuterRef("pk")))) | Q(Exists(keys))


def _old(kept: str, upto_s: int) -> QuerySet[Any, Any]:
    of_lead = {"lead_id": OuterRef("pk")}
    leads = Lead.objects.filter(merged_into_id=None, last_s__lte=min(upto_s, before_s(kept, upto_s) + _MARGIN_S))
    return leads.order_by("last_s", "pk").values_list(
        "pk", "state", "last_s", "wake_s",
        Exists(Deal.objects.filter(**of_lead, state="won")), Exists(Deal.objects.filter(**of_lead, state="open")),
        Exists(HandOff.objects.filter(**of_lead, is_open=True)),
        Exists(Clock.objects.filter(**of_lead, state="running")),
    )  # fmt: skip
