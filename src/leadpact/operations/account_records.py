"""Companies as other systems and files tell of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from leadpact.connectors.shapes import AccountShape
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Account
from leadpact.ledger.reader import chunks
from leadpact.ledger.writer import recording
from leadpact.operations.capture import Status, WrongValues, origin_problems
from leadpact.rules.capture import FieldProblem

NAME_MOST = 300


class TakenAccount(NamedTuple):
    """What became of one record."""

    status: Status
    account_id: int | None = None
    problems: tuple[FieldProblem, ...] = ()


def account_key(system: str, external_id: str) -> str:
    """By what an account of another system is found again."""
    return f"{system.strip()}:{external_id.strip()}"


def take_accounts(
    shapes: Sequence[AccountShape], now_s: int, changed_from: dict[int, tuple[Any, Any]] | None = None
) -> list[TakenAccount]:
    """Write companies inside an open transaction, in the order given. Wrong ones are rejected, the others taken.

    ``changed_from`` gets, for each company that is changed, what it was and what it is: a name and values each.
    """
    keys = [account_key(shape.source_system, shape.external_id) for shape in shapes]
    known: dict[str, Account] = {}
    for part in chunks(set(keys)):
        known.update({account.key: account for account in Account.objects.filter(key__in=part)})
    fresh: dict[str, Account] = {}
    changed: dict[str, Account] = {}
    outcomes = []
    for shape, key in zip(shapes, keys, strict=True):
        problems = _problems(shape, now_s)
        if problems:
            outcomes.append(TakenAccount("rejected", None, tuple(problems)))
            continue
        account = known.get(key)
        if account is None:
            known[key] = fresh[key] = Account(key=key, name=shape.name.strip(), values=dict(shape.values))
            outcomes.append(TakenAccount("created"))
        elif (account.name, account.values) == (shape.name.strip(), {**account.values, **shape.values}):
            outcomes.append(TakenAccount("unchanged", account.pk))
        else:
            was = [account.name, account.values]
            account.name, account.values = shape.name.strip(), {**account.values, **shape.values}
            if key not in fresh:
                changed[key] = account
                if changed_from is not None:
                    first = changed_from.get(account.pk, (was, None))[0]
                    changed_from[account.pk] = first, [account.name, account.values]
            outcomes.append(TakenAccount("changed", account.pk))
    Account.objects.bulk_create(fresh.values())
    Account.objects.bulk_update(changed.values(), ["name", "values"])
    return [
        outcome if outcome.status == "rejected" else outcome._replace(account_id=known[key].pk)
        for outcome, key in zip(outcomes, keys, strict=True)
    ]


def _problems(shape: AccountShape, now_s: int) -> list[FieldProblem]:
    problems = origin_problems(shape, now_s)
    if not shape.external_id.strip():
        problems.append(FieldProblem("external_id", "", "the company's id in that system"))
    if not shape.name.strip() or len(shape.name.strip()) > NAME_MOST or "\0" in shape.name:
        problems.append(FieldProblem("name", shape.name[:60], f"a name of at most {NAME_MOST} signs"))
    return problems


def record_account(*, actor: Actor, shape: AccountShape, now_s: int) -> TakenAccount:
    """Take in one company; sending it again changes nothing. Raises ``WrongValues`` and what ``access`` raises."""
    access.check(actor, "capture_lead")
    with recording(now_s):
        outcome = take_accounts([shape], now_s)[0]
    if outcome.status == "rejected":
        raise WrongValues(outcome.problems)
    return outcome
