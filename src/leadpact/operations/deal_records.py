"""Deals as other systems and files tell of them: where each stands now, brought to facts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from leadpact.connectors.shapes import STATES, DealShape
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Deal, Lead
from leadpact.ledger.reader import chunks
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.sent import openings
from leadpact.ledger.writer import Appended, Draft, recording
from leadpact.operations import reactions
from leadpact.operations.capture import LEEWAY_S, Intake, Status, WrongValues, origin_problems
from leadpact.operations.deal_leads import Placed, Said, leads_of, said_of
from leadpact.operations.touches import no_such_lead
from leadpact.rules.capture import FieldProblem, free_code
from leadpact.rules.facts import Fact

AMOUNT_MOST = 1 << 62
_CODES = (("stage", 60), ("reason", 60))
Mark = tuple[str, str]
"""A record's system and its id there."""


class TakenDeal(NamedTuple):
    """What became of one record. ``is_early``: the deal was closed before its lead was first heard of.

    ``could_be`` are leads that a rejected one fits, where it fits several.
    """

    status: Status
    lead_id: int | None = None
    deal_id: int | None = None
    problems: tuple[FieldProblem, ...] = ()
    is_early: bool = False
    could_be: tuple[int, ...] = ()


@dataclass(slots=True)
class _Standing:
    """A deal while records go by; instants are epoch seconds."""

    deal_id: int
    lead_id: int
    state: str
    stage: str | None
    amount_minor: int | None
    currency: str | None
    opened_s: int


@dataclass
class _Taking:
    """One batch on its way: what is known, and the drafts so far."""

    intake: Intake
    leads: dict[Mark, int]
    rows: dict[int, tuple[int | None, int]]
    deals: dict[Mark, _Standing]
    told: dict[Said, Placed]
    drafts: list[Draft] = field(default_factory=list)


def take_deals(intake: Intake, shapes: Sequence[DealShape]) -> tuple[list[TakenDeal], Appended]:
    """Record what is new about deals in an open book, in the order given. Wrong ones are rejected, the others taken.

    A deal is found again by its (system, external id), and compared with what is known of it: a new stage or
    amount is ``stage_changed``, an end is ``won`` or ``lost``. A deal that ended is not opened again by a file.
    """
    leads = intake.leads((shape.source_system, shape.lead) for shape in shapes)
    marks = {_mark(shape) for shape in shapes if shape.external_id.strip()}
    deals = _standings(marks)
    nameless = [shape for shape in shapes if _lead_mark(shape) not in leads and _mark(shape) not in deals]
    told = leads_of(intake.book, map(said_of, nameless))
    met = {*leads.values(), *(each.lead_id for each in told.values() if each.lead_id is not None)}
    taking = _Taking(intake, leads, _lead_rows(met), deals, told)
    outcomes = [_take(shape, taking) for shape in shapes]
    return outcomes, intake.book.append(taking.drafts)


def _mark(shape: DealShape) -> Mark:
    return shape.source_system, shape.external_id


def _lead_mark(shape: DealShape) -> Mark:
    return shape.source_system.strip(), shape.lead.strip()


def _lead_rows(lead_ids: Iterable[int]) -> dict[int, tuple[int | None, int]]:
    """Account and instant of capture of each lead."""
    found: dict[int, tuple[int | None, int]] = {}
    for part in chunks(set(lead_ids)):
        rows = Lead.objects.filter(pk__in=part).values_list("pk", "account_id", "captured_s")
        found.update({lead_id: (account_id, captured_s) for lead_id, account_id, captured_s in rows})
    return found


def _standings(marks: set[Mark]) -> dict[Mark, _Standing]:
    """The deals known by these marks: opened in one of their records before."""
    opened: dict[int, tuple[Mark, Fact]] = {}
    for system, external_id, deal_id, lead_id, opened_s in openings(external_id for _, external_id in marks):
        mark = (system or "", external_id)
        if mark in marks:
            opened[deal_id] = mark, Fact(0, "", "deal_opened", opened_s, opened_s, lead_id=lead_id, deal_id=deal_id)
    found: dict[Mark, _Standing] = {}
    for part in chunks(opened):
        for deal in Deal.objects.filter(pk__in=part):
            found[opened[deal.pk][0]] = _Standing(
                deal.pk, deal.lead_id, deal.state, deal.stage, deal.amount_minor, deal.currency, deal.opened_s
            )
    for mark, fact in opened.values():  # Its lead's rows may lie elsewhere, or the opening was taken back.
        missing = _Standing(fact.deal_id or 0, fact.lead_id or 0, "gone", None, None, None, fact.occurred_s)
        found.setdefault(mark, missing)
    return found


def _take(shape: DealShape, taking: _Taking) -> TakenDeal:
    standing = taking.deals.get(_mark(shape)) if shape.external_id.strip() else None
    known_id = standing.lead_id if standing else taking.leads.get(_lead_mark(shape))
    told = taking.told.get(said_of(shape), Placed(None)) if known_id is None else Placed(known_id)
    lead_id = told.lead_id
    problems = _problems(shape, told, taking.intake.book.now_s)
    if problems or lead_id is None:
        return TakenDeal("rejected", lead_id, None, tuple(problems), could_be=told.could_be)
    status: Status = "unchanged"
    if standing is None:
        standing = _open(shape, lead_id, taking)
        taking.deals[_mark(shape)] = standing
        status = "created"
    before = len(taking.drafts)
    _follow(shape, standing, taking)
    if status == "unchanged" and len(taking.drafts) > before:
        status = "changed"
    captured_s = taking.rows.get(lead_id, (None, 0))[1]
    is_early = shape.state == "won" and shape.closed_s is not None and shape.closed_s < captured_s
    return TakenDeal(status, lead_id, standing.deal_id, (), is_early)


def _problems(shape: DealShape, told: Placed, now_s: int) -> list[FieldProblem]:
    problems = origin_problems(shape, now_s)
    if told.lead_id is None and shape.lead.strip():
        problems.append(no_such_lead(shape.source_system, shape.lead))
    elif told.lead_id is None:
        nothing = FieldProblem("lead", "", "the lead's id, e-mail address, name or company")
        problems.append(told.problem or nothing)
    if shape.amount_minor is not None and not 0 <= shape.amount_minor <= AMOUNT_MOST:
        problems.append(FieldProblem("amount", str(shape.amount_minor), "an amount of nothing or more"))
    if shape.currency and len(shape.currency) != 3:
        problems.append(FieldProblem("currency", shape.currency, "three letters such as EUR"))
    for name, most in _CODES:
        text = getattr(shape, name)
        if text and (expected := free_code(text, most).expected):
            problems.append(FieldProblem(name, text, expected))
    return [*problems, *_wrong_times(shape, now_s)]


def _wrong_times(shape: DealShape, now_s: int) -> list[FieldProblem]:
    problems = []
    if shape.state not in STATES:
        problems.append(FieldProblem("state", shape.state, f"one of {', '.join(STATES)}"))
    elif shape.state != "open" and shape.closed_s is None:
        problems.append(FieldProblem("closed_at", "", f"when the deal was {shape.state}"))
    for name, at_s in (("opened_at", shape.opened_s), ("closed_at", shape.closed_s)):
        if at_s is not None and not 0 <= at_s <= now_s + LEEWAY_S:
            problems.append(FieldProblem(name, str(at_s), "an instant since 1970 that is not in the future"))
    if shape.opened_s is not None and shape.closed_s is not None and shape.closed_s < shape.opened_s:
        problems.append(FieldProblem("closed_at", str(shape.closed_s), "an instant not before the deal was opened"))
    return problems


def _fact(kind: str, shape: DealShape, standing: _Standing, at_s: int, taking: _Taking) -> Fact:
    person = taking.intake.person
    closer = person(shape.source_system, shape.closed_by)
    return Fact(
        0, "", kind, at_s, 0 if taking.intake.live else at_s, lead_id=standing.lead_id,
        account_id=taking.rows.get(standing.lead_id, (None, 0))[0], deal_id=standing.deal_id, person_id=closer,
        by_id=person(shape.source_system, shape.qualified_by), side="sales", stage=shape.stage or None,
        amount_minor=shape.amount_minor, currency=shape.currency or None, source_system=shape.source_system or None,
        external_id=shape.external_id or None,
    )  # fmt: skip


def _open(shape: DealShape, lead_id: int, taking: _Taking) -> _Standing:
    book = taking.intake.book
    at_s = next((at_s for at_s in (shape.opened_s, shape.closed_s) if at_s is not None), book.now_s)
    standing = _Standing(
        book.new_deal_id(), lead_id, "open", shape.stage or None, shape.amount_minor, shape.currency or None, at_s
    )
    # What else the other system says of the deal may name people, so it is kept with the words.
    words = json.dumps(dict(shape.values), ensure_ascii=False) if shape.values else None
    taking.drafts.append(Draft(_fact("deal_opened", shape, standing, at_s, taking), words))
    return standing


def _follow(shape: DealShape, standing: _Standing, taking: _Taking) -> None:
    """Add what is new since the deal was last heard of."""
    if standing.state == "gone" or (standing.state != "open" and shape.state in ("open", standing.state)):
        return
    # A day without an hour may lie before the instant when the deal was first heard of.
    end_s = None if shape.closed_s is None else max(shape.closed_s, standing.opened_s)
    changes_stage = bool(shape.stage) and shape.stage != standing.stage
    changes_amount = shape.amount_minor is not None and (shape.amount_minor, shape.currency or None) != (
        standing.amount_minor,
        standing.currency,
    )
    if changes_stage or (changes_amount and shape.state == "open"):
        at_s = taking.intake.book.now_s if end_s is None else end_s
        moved = _fact("stage_changed", shape, standing, at_s, taking)
        # The same deal moves many times: its id marks its opening and its end only.
        taking.drafts.append(Draft(moved._replace(external_id=None, stage=shape.stage or standing.stage)))
    if shape.state != "open" and end_s is not None:
        closed = _fact(shape.state, shape, standing, end_s, taking)
        if closed.person_id is None:  # Otherwise who qualified would pass for who closed.
            closed = closed._replace(by_id=None)
        taking.drafts.append(Draft(closed._replace(reason=shape.reason or None if shape.state == "lost" else None)))
    standing.state, standing.stage = shape.state, shape.stage or standing.stage
    if shape.amount_minor is not None:
        standing.amount_minor, standing.currency = shape.amount_minor, shape.currency or None


def record_deal(*, actor: Actor, shape: DealShape, now_s: int) -> TakenDeal:
    """Take in one deal of a lead that is known by its external id; sending it again changes nothing.

    Raises ``WrongValues`` with every wrong field, and what ``access`` raises.
    """
    outcome = record_deals(actor=actor, shapes=[shape], now_s=now_s)[0]
    if outcome.status == "rejected":
        raise WrongValues(outcome.problems)
    return outcome


def record_deals(*, actor: Actor, shapes: Sequence[DealShape], now_s: int) -> list[TakenDeal]:
    """Take in deals as they stand now, in one transaction, with the notices that follow.

    Wrong ones are rejected and the others taken; the answer has one outcome for each, in order. Raises what
    ``access`` raises.
    """
    access.check(actor, "manage_deals")
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        outcomes, appended = take_deals(Intake(book, rules, live=True), shapes)
        reactions.follow(appended, now_s)
    return outcomes
