"""Deals: the list by stage, and one deal with who found it and who closes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet, Sum

from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Deal, HandOff, Lead
from leadpact.ledger.privacy import Sight
from leadpact.ledger.rulebook import InForce, Rulebook
from leadpact.queries.leads import at, finder_id, qualifier_id, title_of
from leadpact.queries.story import Event, story_of
from leadpact.rules.permissions import reach_of

PAGE = 25
LONG = 16
"""Signs from which a number is no deal's."""


@dataclass(frozen=True, slots=True)
class DealLine:
    """A deal in the list."""

    id: int
    lead_id: int
    name: str
    company: str
    stage: str
    state: str
    amount_minor: int | None
    currency: str
    owner: str
    finder: str
    finder_side: str
    opened_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class StageCount:
    """How many open deals are in a stage, and their amounts added up per currency."""

    code: str
    label: str
    count: int
    sums: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class DealList:
    """A page of deals with the stages above it; ``next`` is the mark of the page after it."""

    rows: tuple[DealLine, ...]
    stages: tuple[StageCount, ...]
    next: str


@dataclass(frozen=True, slots=True)
class DealPage:
    """One deal, with what may be done with it."""

    line: DealLine
    reason: str
    qualified_by: str
    stages: tuple[tuple[str, str], ...]
    loss_reasons: tuple[tuple[str, str], ...]
    story: tuple[Event, ...]
    may_change: bool
    helpers: tuple[str, ...]


def visible(actor: Actor) -> QuerySet[Deal]:
    """The deals the actor may see: own ones, or all for heads, marketing and the operator. Raises ``Forbidden``."""
    if actor.role == "system" or actor.verbs is not None or reach_of(actor.role, "see_leads") is not None:
        access.check(actor, "see_leads")
        return Deal.objects.all()
    access.check(actor, "manage_deals")
    return Deal.objects.filter(owner_id=actor.id)


def listing(actor: Actor, now_s: int, *, state: str = "open", stage: str = "", after: str = "") -> DealList:
    """Deals of a state, the newest first, by keyset."""
    rules = Rulebook(now_s)
    held = rules.pacts[0] if rules.pacts else None
    deals = visible(actor).filter(state=state)
    counts = _stages(deals, held) if state == "open" else ()
    if stage:
        deals = deals.filter(stage=stage)
    if after.isdecimal() and len(after) < LONG:
        deals = deals.filter(pk__lt=int(after))
    rows = list(deals.order_by("-pk")[: PAGE + 1])
    lines = tuple(_lines(rows[:PAGE], held, Sight(actor, rules)))
    return DealList(lines, counts, str(rows[PAGE - 1].pk) if len(rows) > PAGE else "")


def _stages(deals: QuerySet[Deal], held: InForce | None) -> tuple[StageCount, ...]:
    counted = list(deals.values("stage", "currency").annotate(n=Count("pk"), total=Sum("amount_minor")).order_by())
    codes = held.pact.deals.stages if held else tuple(sorted({row["stage"] or "" for row in counted}))
    found = []
    for code in codes:
        rows = [row for row in counted if row["stage"] == code]
        sums = tuple((row["total"], row["currency"] or "") for row in rows if row["total"])
        label = held.pact.word(code) if held else code
        found.append(StageCount(code, label, sum(row["n"] for row in rows), sums))
    return tuple(found)


def _lines(rows: Iterable[Deal], held: InForce | None, sight: Sight) -> list[DealLine]:
    rows = list(rows)
    leads = Lead.objects.in_bulk([row.lead_id for row in rows])
    told = sight.names(
        person
        for row in rows
        for person in (
            row.owner_id,
            row.closer_id,
            finder_id(leads.get(row.lead_id), row),
        )
    )
    found = []
    for row in rows:
        lead, who = leads.get(row.lead_id), told.told_at(row.closed_s)
        found.append(
            DealLine(
                row.pk,
                row.lead_id,
                title_of(lead) if lead else "",
                (lead.company or "") if lead else "",
                (held.pact.word(row.stage) if held else row.stage) if row.stage else "",
                row.state,
                row.amount_minor,
                row.currency or (held.pact.report_in if held else ""),
                who.get(row.closer_id or row.owner_id or 0, ""),
                who.get(finder_id(lead, row) or 0, ""),
                lead.found_side if lead else "unknown",
                at(row.opened_s),
                at(row.closed_s) if row.closed_s else None,
            )
        )
    return found


def page(actor: Actor, deal_id: int, now_s: int) -> DealPage:
    """One deal. Raises ``Unknown`` for one the actor may not know of."""
    deal = visible(actor).filter(pk=deal_id).first()
    if deal is None:
        raise access.Unknown(f"There is no deal {deal_id} that you may see.")
    rules = Rulebook(now_s)
    hand_off = HandOff.objects.filter(lead_id=deal.lead_id).order_by("-is_open", "-id").first()
    lead = Lead.objects.filter(pk=deal.lead_id).first()
    held = rules.by_id(hand_off.pact_id) if hand_off and hand_off.pact_id else rules.main()
    facts = reader.facts_of([deal.lead_id])[deal.lead_id]
    qualified_by_id = qualifier_id(lead, deal)
    words = reader.words_of([deal.lead_id]).get(deal.lead_id, {})
    sight = Sight(actor, rules)
    pact_ids = (hand_off.pact_id if hand_off else None, lead.points_pact_id if lead else None)
    is_blind = lead is not None and not sight.points(lead.state, pact_ids)
    told = sight.names({person for fact in facts for person in (fact.by_id, fact.person_id)} | {qualified_by_id})
    who = told.told_at(deal.closed_s)
    pact = held.pact
    line = _lines([deal], held, sight)[0]
    try:
        access.check_on(actor, "manage_deals", owner_id=deal.owner_id, side="sales")
        may_change = deal.state == "open"
    except access.Forbidden:
        may_change = False
    helpers = [who.get(fact.by_id or 0, "") for fact in facts]
    helpers = [each for each in helpers if each not in ("", line.finder, line.owner)]
    return DealPage(
        line,
        pact.word(deal.reason) if deal.reason else "",
        who.get(qualified_by_id or 0, ""),
        tuple((code, pact.word(code)) for code in pact.deals.stages),
        tuple((code, pact.word(code)) for code in pact.deals.loss_reasons),
        tuple(story_of(facts, words, told, pact, 40, knows_late=sight.late, is_blind=is_blind)),
        may_change,
        tuple(dict.fromkeys(helpers)),
    )


@dataclass(frozen=True, slots=True)
class OpenForm:
    """What a form for a new deal offers."""

    lead_name: str
    stages: tuple[tuple[str, str], ...]
    currency: str


def open_form(actor: Actor, lead_id: int, now_s: int) -> OpenForm:
    """Stages and currency for a new deal on a lead. Raises ``Unknown``, ``Forbidden``, ``NoPact``."""
    lead = access.lead(actor, "manage_deals", lead_id)
    pact = Rulebook(now_s).main().pact
    return OpenForm(title_of(lead), tuple((code, pact.word(code)) for code in pact.deals.stages), pact.report_in)
