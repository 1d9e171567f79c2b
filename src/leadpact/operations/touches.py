"""Touches and contacts that other systems and files tell of: page views, forms, mails, calls, questions."""

from __future__ import annotations

import json
from collections.abc import Sequence

from leadpact.connectors.shapes import TouchShape
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Lead
from leadpact.ledger.reader import chunks
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Appended, Draft, recording
from leadpact.operations import reactions
from leadpact.operations.asset_records import numbers_of
from leadpact.operations.capture import Captured, Intake, WrongValues, origin_problems
from leadpact.operations.consent import refusing
from leadpact.operations.sla import worked
from leadpact.rules.capture import FieldProblem, free_code
from leadpact.rules.consent import TRACKED
from leadpact.rules.facts import ATTEMPTS, KINDS, SIDES, TOUCHES, Fact

KINDS_TAKEN = TOUCHES | {"asked"}
"""Kinds that come in as touches: the touches proper, and the buyer's question."""
OF_MATERIAL = frozenset(("asset_sent", "asset_viewed"))
_CODES = (("of", 160), ("channel", 30), ("value_code", 200), ("asset", 200))


def take_touches(intake: Intake, shapes: Sequence[TouchShape]) -> tuple[list[Captured], Appended]:
    """Record touches in an open book, in the order given. Wrong ones are rejected, the others taken.

    A touch is created, or unchanged when its (system, kind, external id) is there already. What a machine watched
    of a buyer who refused that is not kept, and counts as unchanged.
    """
    known = intake.leads((shape.source_system, shape.lead) for shape in shapes)
    accounts = _accounts(set(known.values()))
    unwatched = refusing({known.get((s.source_system.strip(), s.lead.strip()), 0) for s in shapes}, "tracking")
    assets = numbers_of({_asset_mark(shape) for shape in shapes if shape.asset and shape.kind in OF_MATERIAL})
    stopped: set[int] = set()
    outcomes: list[Captured] = []
    drafts: list[Draft] = []
    drafted: list[int] = []
    for shape in shapes:
        lead_id = known.get((shape.source_system.strip(), shape.lead.strip()))
        problems = _problems(shape, lead_id, intake.book.now_s)
        if problems or lead_id is None:
            outcomes.append(Captured("rejected", lead_id, tuple(problems)))
            continue
        if shape.kind in TRACKED and lead_id in unwatched:
            outcomes.append(Captured("unchanged", lead_id))
            continue
        fact = _fact(shape, lead_id, accounts.get(lead_id), intake)
        fact = fact._replace(asset_id=assets.get(_asset_mark(shape))) if shape.asset else fact
        if intake.live and fact.kind in ATTEMPTS and fact.side == "sales" and lead_id not in stopped:
            fact = fact._replace(worked_s=worked_until(lead_id, intake.rules, fact.occurred_s))
            stopped.add(lead_id)
        drafted.append(len(outcomes))
        drafts.append(Draft(fact, (shape.text or "").strip() or None))
        outcomes.append(Captured("created", lead_id))
    appended = intake.book.append(drafts)
    for position in appended.duplicates:
        outcomes[drafted[position]] = outcomes[drafted[position]]._replace(status="unchanged")
    return outcomes, appended


def _asset_mark(shape: TouchShape) -> tuple[str, str]:
    return shape.source_system.strip(), (shape.asset or "").strip()


def no_such_lead(system: str, external_id: str) -> FieldProblem:
    """The problem of a record whose lead nobody brought in."""
    return FieldProblem("lead", external_id, f"a lead with this id of system {system!r}: import the leads first")


def _problems(shape: TouchShape, lead_id: int | None, now_s: int) -> list[FieldProblem]:
    problems = origin_problems(shape, now_s)
    if lead_id is None:
        problems.append(no_such_lead(shape.source_system, shape.lead))
    if shape.kind not in KINDS_TAKEN:
        problems.append(FieldProblem("kind", shape.kind, f"one of {', '.join(sorted(KINDS_TAKEN))}"))
    if shape.side not in SIDES:
        problems.append(FieldProblem("side", shape.side, f"one of {', '.join(SIDES)}"))
    for name, most in _CODES:
        text = getattr(shape, name)
        if text and (expected := free_code(text, most).expected):
            problems.append(FieldProblem(name, text, expected))
    return problems


def _fact(shape: TouchShape, lead_id: int, account_id: int | None, intake: Intake) -> Fact:
    # A mailing or an event is known by its campaign, a form or page by its kind.
    has_campaign = "campaign" in KINDS[shape.kind].fills
    return Fact(
        0, "", shape.kind, shape.occurred_s, 0 if intake.live else shape.occurred_s, lead_id=lead_id,
        account_id=account_id, by_id=intake.person(shape.source_system, shape.by), side=shape.side,
        channel=shape.channel or None, campaign=(shape.of or None) if has_campaign else None,
        field=None if has_campaign else (shape.of or None), value_code=shape.value_code or None,
        source_system=shape.source_system or None, external_id=shape.external_id or None,
        payload=json.dumps({"asset": shape.asset}) if shape.asset else None,
    )  # fmt: skip


def _accounts(lead_ids: set[int]) -> dict[int, int | None]:
    found: dict[int, int | None] = {}
    for part in chunks(lead_ids):
        found.update(Lead.objects.filter(pk__in=part).values_list("pk", "account_id"))
    return found


def worked_until(lead_id: int, rules: Rulebook, at_s: int) -> int | None:
    """Working seconds of the promise of a first touch that a contact at this instant stops; None where none runs."""
    hand_off = reactions.open_hand_off(lead_id)
    return None if hand_off is None else worked(hand_off, "first_touch", rules, at_s)


def record_touch(*, actor: Actor, shape: TouchShape, now_s: int) -> Captured:
    """Take in one touch of a lead that is known by its external id; sending it again changes nothing.

    Raises ``WrongValues`` with every wrong field, and what ``access`` raises.
    """
    outcome = record_touches(actor=actor, shapes=[shape], now_s=now_s)[0]
    if outcome.status == "rejected":
        raise WrongValues(outcome.problems)
    return outcome


def record_touches(*, actor: Actor, shapes: Sequence[TouchShape], now_s: int) -> list[Captured]:
    """Take in touches as they happen, in one transaction, with the clocks and notices that follow.

    Wrong ones are rejected and the others taken; the answer has one outcome for each, in order. Raises what
    ``access`` raises.
    """
    access.check(actor, "log_attempt")
    rules = Rulebook(now_s)
    with recording(now_s, scorer=rules) as book:
        outcomes, appended = take_touches(Intake(book, rules, live=True), shapes)
        reactions.follow(appended, now_s)
    return outcomes
