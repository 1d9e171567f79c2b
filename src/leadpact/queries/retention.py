"""Which leads are forgotten in the coming weeks, what keeps old ones, and what was forgotten so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from heapq import nsmallest

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leadpact.connectors import pact_file
from leadpact.ledger import access, retention
from leadpact.ledger.access import Actor
from leadpact.ledger.models import ExpiringLead, Lead, PactDraft, PactVersion, Person, RetentionRun
from leadpact.ledger.retention import Agreed
from leadpact.ledger.rulebook import in_force, parsed
from leadpact.queries.leads import at, title_of
from leadpact.rules.pact import Pact
from leadpact.rules.privacy import strictest
from leadpact.rules.retention import DAY_S, Standing, Stay, due_s, stays

WEEKS = 8
SHOWN, RUNS = 200, 50
WEEKS_MOST = 520


@dataclass(frozen=True, slots=True)
class Expiring:
    """A lead that is forgotten unless something happens with it; ``title`` is as people call it."""

    lead_id: int
    title: str
    company: str
    last_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """A lead that somebody keeps longer than agreed."""

    lead_id: int
    title: str
    until_at: datetime
    because: str
    by: str


@dataclass(frozen=True, slots=True)
class Done:
    """Leads that were forgotten together, and by what."""

    at: datetime
    leads: int
    kept: str
    pact_version: int
    pact_id: int


@dataclass(frozen=True, slots=True)
class RetentionPage:
    """What comes and what was. ``count`` leads are forgotten within ``weeks``; ``rows`` are the first of them.

    ``held`` counts old leads that something keeps: the reason in words, and how many.
    """

    agreed: Agreed | None
    weeks: int
    count: int
    rows: tuple[Expiring, ...]
    held: tuple[tuple[str, int], ...]
    kept: tuple[Kept, ...]
    done: tuple[Done, ...]
    draft_from: int | None
    """The version from which a draft with another time would begin."""


def stay_words(stay: Stay) -> str:
    """Why an old lead stays, in words."""
    return {
        "customer": _("Customers"),
        "deal": _("With an open deal"),
        "with_sales": _("With sales, or waiting for somebody of sales"),
        "promise": _("With a promise that runs"),
        "wakes": _("To come forward again on a day ahead"),
        "kept": _("Kept longer by somebody"),
        "recent": _("Not old enough"),
    }[stay]


def page(actor: Actor, now_s: int, weeks: int = WEEKS) -> RetentionPage:
    """The leads that are forgotten within so many weeks, the first ones first. Raises ``Forbidden``."""
    access.check(actor, "forget_person")
    weeks = max(1, min(weeks, WEEKS_MOST))
    pacts = in_force(now_s)
    held = retention.agreed(pacts)
    base = pacts[0].id if pacts else None
    if held is None:
        return RetentionPage(None, weeks, 0, (), (), _kept(), _done(), base)
    upto_s = now_s + weeks * 7 * DAY_S
    listed = dict(ExpiringLead.objects.values_list("lead_id", "listed_s"))
    found: list[tuple[int, Standing]] = []
    holds: Counter[Stay] = Counter()
    for each in retention.standings(held.kept, upto_s):
        if stays(each, held.kept, upto_s) is None:
            due = due_s(each, held.kept, listed.get(each.lead_id, now_s))
            if due <= upto_s:
                found.append((due, each))
        elif (stay := stays(each, held.kept, now_s)) not in (None, "recent", "kept"):
            holds[stay] += 1
    first = nsmallest(SHOWN, found)
    reasons = tuple((stay_words(stay), count) for stay, count in holds.most_common())
    return RetentionPage(held, weeks, len(found), _rows(first), reasons, _kept(), _done(), base)


def _rows(found: Iterable[tuple[int, Standing]]) -> tuple[Expiring, ...]:
    first = list(found)
    leads = Lead.objects.in_bulk([each.lead_id for _due, each in first])
    return tuple(
        Expiring(
            each.lead_id, title_of(leads[each.lead_id]), leads[each.lead_id].company or "", at(each.last_s), at(due)
        )
        for due, each in first
    )


def _kept() -> tuple[Kept, ...]:
    rows = list(ExpiringLead.objects.exclude(kept_until_s=None).order_by("kept_until_s", "lead_id")[:SHOWN])
    leads = Lead.objects.in_bulk([row.lead_id for row in rows])
    names = dict(Person.objects.filter(pk__in={row.kept_by_id for row in rows}).values_list("pk", "name"))
    return tuple(
        Kept(row.lead_id, title_of(leads[row.lead_id]), at(row.kept_until_s or 0), row.kept_because,
             names.get(row.kept_by_id or 0, ""))
        for row in rows if row.lead_id in leads
    )  # fmt: skip


def _done() -> tuple[Done, ...]:
    """The newest runs, those of one day and pact together."""
    found: dict[tuple[int, int], Done] = {}
    for row in RetentionRun.objects.order_by("-at_s", "-pk")[: RUNS * 100]:
        key = row.at_s, row.pact_id
        before = found[key].leads if key in found else 0
        found[key] = Done(at(row.at_s), before + row.leads, row.kept, row.pact_version, row.pact_id)
    return tuple(found.values())[:RUNS]


def forgets_version(actor: Actor, pact_id: int, now_s: int) -> str:
    """What a proposed version would forget, as a sentence; empty where it keeps leads for as long as today."""
    access.check(actor, "see_pact")
    row = PactVersion.objects.filter(pk=pact_id, state="proposed").first()
    return "" if row is None else forgets(parsed(row)[0], now_s)


def forgets_draft(actor: Actor, draft_id: int, now_s: int) -> str:
    """The same of a draft."""
    access.check(actor, "draft_pact")
    row = PactDraft.objects.filter(pk=draft_id).first()
    pact = None if row is None else pact_file.read(row.text).pact
    return "" if pact is None else forgets(pact, now_s)


def forgets(pact: Pact, now_s: int) -> str:
    """What a pact would forget if it held now beside the others in force; empty where that is as today."""
    pacts = in_force(now_s)
    before = retention.agreed(pacts)
    others = [held.pact.people for held in pacts if held.pact.name != pact.name]
    kept = strictest([pact.people, *others]).leads_kept
    if kept == (before.kept if before else None):
        return ""
    if kept is None:
        return _("With this pact no lead is forgotten by itself any more.")
    count = _count(kept, now_s)
    says = ngettext(
        "With this pact leads are kept for %(kept)s: %(n)s lead is older than that and is forgotten two weeks after "
        "it takes effect, unless something happens with it.",
        "With this pact leads are kept for %(kept)s: %(n)s leads are older than that and are forgotten two weeks "
        "after it takes effect, unless something happens with them.",
        count,
    ) % {"kept": kept, "n": f"{count:,}"}
    today = 0 if before is None else _count(before.kept, now_s)
    return f"{says} " + _("By what holds today it is %(n)s.") % {"n": f"{today:,}"}


def _count(kept: str, now_s: int) -> int:
    return sum(1 for each in retention.standings(kept, now_s) if stays(each, kept, now_s) is None)
