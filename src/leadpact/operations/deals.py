"""Deals: opened, moved, won with an amount, lost with a reason."""

from __future__ import annotations

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Deal, Lead
from leadpact.ledger.rulebook import InForce, Rulebook
from leadpact.ledger.writer import Draft, recording
from leadpact.operations import reactions
from leadpact.rules.facts import Fact
from leadpact.rules.story import ENDED


class WrongDeal(ValueError):
    """A deal cannot be changed so; the message says why and what can be."""


def _held(lead_id: int, rules: Rulebook) -> InForce:
    hand_off = reactions.open_hand_off(lead_id)
    return rules.by_id(hand_off.pact_id) if hand_off else rules.main()


def _fact(kind: str, lead: Lead, deal_id: int, actor: Actor, now_s: int) -> Fact:
    return Fact(
        0, "", kind, now_s, now_s, lead_id=lead.pk, account_id=lead.account_id, deal_id=deal_id, by_id=actor.id,
        person_id=actor.id, side="sales",
    )  # fmt: skip


def open_deal(
    *,
    actor: Actor,
    lead_id: int,
    now_s: int,
    stage: str = "",
    amount_minor: int | None = None,
    currency: str | None = None,
) -> int:
    """Open a deal for a lead, in the pact's first stage unless another is named. Gives the deal's id.

    Raises ``WrongDeal`` for an unknown stage or a lead that has ended, and what ``access`` raises.
    """
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        lead = access.lead(actor, "manage_deals", lead_id)
        if lead.state in ENDED - {"won", "lost"}:
            raise WrongDeal(f"Lead {lead_id} is {lead.state}: no deal can begin there.")
        held = _held(lead_id, rules)
        stage = _stage(stage or held.pact.deals.stages[0], held)
        deal_id = book.new_deal_id()
        fact = _fact("deal_opened", lead, deal_id, actor, now_s)
        fact = fact._replace(stage=stage, amount_minor=amount_minor, currency=currency or held.pact.report_in)
        reactions.follow(book.append([Draft(fact)]), now_s)
        return deal_id


def move_stage(*, actor: Actor, deal_id: int, stage: str, now_s: int) -> None:
    """Move an open deal to another stage of the pact. Raises ``WrongDeal`` and what ``access`` raises."""
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        deal, lead = _open(actor, deal_id)
        stage = _stage(stage, _held(lead.pk, rules))
        if stage != deal.stage:
            fact = _fact("stage_changed", lead, deal_id, actor, now_s)._replace(stage=stage)
            book.append([Draft(fact)])


def win(*, actor: Actor, deal_id: int, amount_minor: int, currency: str, now_s: int) -> None:
    """Win an open deal for an amount in minor units. Raises ``WrongDeal`` and what ``access`` raises."""
    if amount_minor < 0:
        raise WrongDeal("A deal cannot be won for less than nothing; give the amount as a positive number.")
    with recording(now_s, scorer=Rulebook(now_s)) as book:
        deal, lead = _open(actor, deal_id)
        fact = _fact("won", lead, deal_id, actor, now_s)
        fact = fact._replace(
            amount_minor=amount_minor, currency=currency, person_id=deal.owner_id or actor.id, stage=deal.stage
        )
        reactions.follow(book.append([Draft(fact)]), now_s)


def lose(*, actor: Actor, deal_id: int, reason: str, now_s: int, note: str = "") -> None:
    """Lose an open deal with a reason of the pact. Raises ``WrongDeal`` listing them, and what ``access`` raises."""
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        deal, lead = _open(actor, deal_id)
        reasons = _held(lead.pk, rules).pact.deals.loss_reasons
        if reason not in reasons:
            raise WrongDeal(f"{reason!r} is not an agreed reason for a loss; choose one of: {', '.join(reasons)}.")
        fact = _fact("lost", lead, deal_id, actor, now_s)
        fact = fact._replace(reason=reason, person_id=deal.owner_id or actor.id, stage=deal.stage)
        reactions.follow(book.append([Draft(fact, note.strip() or None)]), now_s)


def _open(actor: Actor, deal_id: int) -> tuple[Deal, Lead]:
    deal = access.deal(actor, "manage_deals", deal_id)
    if deal.state != "open":
        raise WrongDeal(f"Deal {deal_id} is {deal.state} already. Open a new one on the lead if it begins again.")
    return deal, Lead.objects.get(pk=deal.lead_id)


def _stage(stage: str, held: InForce) -> str:
    stages = held.pact.deals.stages
    if stage not in stages:
        raise WrongDeal(f"{stage!r} is not a stage of the pact; choose one of: {', '.join(stages)}.")
    return stage
