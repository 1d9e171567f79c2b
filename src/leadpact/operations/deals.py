"""Deals: opened, moved, won with an amount, lost with a reason."""

from __future__ import annotations

from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Deal, HandOff, Lead
from leadpact.ledger.rulebook import InForce, Rulebook
from leadpact.ledger.writer import Draft, recording
from leadpact.operations import reactions
from leadpact.operations.sla import by_doing, worked
from leadpact.rules.facts import Fact
from leadpact.rules.lead import seen
from leadpact.rules.pact_reading_money import CURRENCIES
from leadpact.rules.story import ENDED

AMOUNT_MOST = 10**15
"""The largest amount of a deal, in minor units."""


class WrongDeal(ValueError):
    """A deal cannot be changed so; the message says why and what can be."""


def _held(lead_id: int, rules: Rulebook) -> InForce:
    """The pact that judges a lead's deals: that of its last hand-off, else the one that covers it, else the first."""
    hand_offs = HandOff.objects.filter(lead_id=lead_id).order_by("-is_open", "-id")
    pact_id = hand_offs.values_list("pact_id", flat=True).first()
    if pact_id is not None:
        return rules.by_id(pact_id)
    return rules.of(seen(reader.facts_of([lead_id])[lead_id], rules.now_s), rules.now_s) or rules.main()


def _money(amount_minor: int, currency: str) -> str:
    """The currency's code, when the money can be taken. Raises ``WrongDeal``."""
    if not 0 <= amount_minor <= AMOUNT_MOST:
        raise WrongDeal(
            f"{amount_minor} is no amount of a deal; give one between 0 and {AMOUNT_MOST} in minor units such as cents."
        )
    code = currency.strip().upper()
    if code not in CURRENCIES:
        raise WrongDeal(f"{currency!r} is not a currency in use; give its three letters (ISO 4217), such as EUR.")
    return code


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

    The owner of an unanswered hand-off accepts it by the same act. Raises ``WrongDeal`` for an unknown stage, an
    amount or currency that cannot be, or a lead that has ended, and what ``access`` raises.
    """
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        lead = access.lead(actor, "manage_deals", lead_id)
        if lead.state in ENDED - {"won", "lost"}:
            raise WrongDeal(f"Lead {lead_id} is {lead.state}: no deal can begin there.")
        held = _held(lead_id, rules)
        stage = _stage(stage or held.pact.deals.stages[0], held)
        deal_id = book.new_deal_id()
        hand_off = reactions.open_hand_off(lead_id)
        taken = by_doing(hand_off, actor, rules, now_s, "deal")
        fact = _fact("deal_opened", lead, deal_id, actor, now_s)._replace(
            stage=stage,
            amount_minor=amount_minor,
            currency=_money(amount_minor or 0, currency or held.pact.report_in),
            worked_s=worked(hand_off, "first_touch", rules, now_s),
        )
        reactions.follow(book.append([*map(Draft, taken), Draft(fact)]), now_s)
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
    with recording(now_s, scorer=Rulebook(now_s)) as book:
        deal, lead = _open(actor, deal_id)
        code = _money(amount_minor, currency)
        fact = _fact("won", lead, deal_id, actor, now_s)
        fact = fact._replace(
            amount_minor=amount_minor, currency=code, person_id=deal.owner_id or actor.id, stage=deal.stage
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
