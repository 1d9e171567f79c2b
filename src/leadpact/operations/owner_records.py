"""People who own leads and deals in another system: whom that system's ids and names mean here.

Nobody gets a way to sign in by a file. Somebody whose address is a person's here is that person from then on; of others
only the name is kept, until an operator invites them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from leadpact.connectors.shapes import OwnerShape
from leadpact.ledger.models import Person
from leadpact.ledger.reader import chunks
from leadpact.operations.capture import Status, origin_problems
from leadpact.operations.people_known import brought_in
from leadpact.rules.capture import FieldProblem
from leadpact.rules.identity import read_email

NAME_MOST = 200
MADE_UP = ".invalid"
"""How the address of somebody ends whose address nobody knows."""
KEPT = ("email", "name", "source_system", "external_id")
"""What of a person a file may change, and taking it back gives back."""
Changed = dict[int, tuple[Any, Any]]


class TakenOwner(NamedTuple):
    """What became of one record."""

    status: Status
    problems: tuple[FieldProblem, ...] = ()


def take_owners(shapes: Sequence[OwnerShape], now_s: int, changed_from: Changed) -> list[TakenOwner]:
    """Write people inside an open transaction, in the order given. Wrong ones are rejected, the others taken.

    ``changed_from`` gets, for each person that is changed, what they were and what they are, as in ``KEPT``.
    """
    found: list[Person] = []
    for part in chunks({shape.external_id.strip() for shape in shapes}):
        found += Person.objects.filter(external_id__in=part)
    for part in chunks({address for shape in shapes if (address := _address(shape))}):
        found += Person.objects.filter(email__in=part)
    by_mark = {(person.source_system, person.external_id): person for person in found}
    by_address = {person.email: person for person in found}
    outcomes = []
    for shape in shapes:
        problems = [*origin_problems(shape, now_s), *_problems(shape)]
        if problems:
            outcomes.append(TakenOwner("rejected", tuple(problems)))
            continue
        mark = shape.source_system.strip(), shape.external_id.strip()
        address = _address(shape)
        person = by_mark.get(mark) or by_address.get(address or "")
        outcome = _one(shape, mark, address, person, by_address, changed_from)
        if isinstance(outcome, Person):
            by_mark[mark] = by_address[outcome.email] = outcome
            outcome = TakenOwner("created")
        elif person is not None and outcome.status == "changed":
            by_mark[mark] = by_address[person.email] = person
        outcomes.append(outcome)
    return outcomes


def _one(
    shape: OwnerShape, mark: tuple[str, str], address: str | None, person: Person | None,
    by_address: dict[str, Person], changed_from: Changed,
) -> TakenOwner | Person:  # fmt: skip
    name = " ".join((shape.name or "").split())
    if person is None:
        person = brought_in(*mark)
        person.name, person.email = name or address or mark[1], address or person.email
        person.save(update_fields=["name", "email"])
        return person
    if person.external_id and (person.source_system, person.external_id) != mark:
        expected = f"somebody new: {person.name} is number {person.external_id} of {person.source_system} already"
        return TakenOwner("rejected", (FieldProblem("email", shape.email or "", expected),))
    was = [getattr(person, each) for each in KEPT]
    person.source_system, person.external_id = mark
    if not person.can_sign_in:  # Who can sign in is called as they and the operator say.
        person.name = name or person.name
        if address and person.email.endswith(MADE_UP) and address not in by_address:
            person.email = address
    now = [getattr(person, each) for each in KEPT]
    if now == was:
        return TakenOwner("unchanged")
    person.save(update_fields=list(KEPT))
    changed_from[person.pk] = changed_from.get(person.pk, (was, None))[0], now
    return TakenOwner("changed")


def _address(shape: OwnerShape) -> str | None:
    return read_email(shape.email or "").email


def _problems(shape: OwnerShape) -> list[FieldProblem]:
    problems = []
    if not shape.external_id.strip():
        problems.append(FieldProblem("external_id", "", "the person's id or name in that system"))
    if len(shape.name or "") > NAME_MOST or "\0" in (shape.name or ""):
        problems.append(FieldProblem("name", (shape.name or "")[:60], f"a name of at most {NAME_MOST} signs"))
    if shape.email and _address(shape) is None:
        problems.append(FieldProblem("email", shape.email, "an e-mail address such as ana@example.com, or nothing"))
    if not shape.name and not shape.email:
        problems.append(FieldProblem("name", "", "a name or an e-mail address"))
    return problems
