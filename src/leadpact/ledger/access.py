"""Load and authorise in one call, so that the second cannot be forgotten.

``Unknown`` is for what one may not know of (404), ``Forbidden`` for what one may not do (403).
"""

from __future__ import annotations

from dataclasses import dataclass

from leadpact.ledger.models import Deal, HandOff, Lead, Person
from leadpact.rules.permissions import VERBS, may, may_on, reach_of


class Unknown(LookupError):
    """There is no such thing, or none that the actor may know of."""


class Forbidden(PermissionError):
    """The actor may know of it but not do this; the message says who may."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a person, another system with a key (``verbs`` are its scopes), or the timetable (role ``system``)."""

    id: int | None
    role: str
    side: str
    name: str = ""
    verbs: frozenset[str] | None = None

    def may(self, verb: str) -> bool:
        """Whether this verb is open to the actor at all."""
        if self.role == "system":
            return True
        return verb in self.verbs if self.verbs is not None else may(self.role, verb)


SYSTEM = Actor(None, "system", "system", "Leadpact")


def actor_of(person: Person) -> Actor:
    """The actor that a signed-in person is."""
    return Actor(person.pk, person.role, person.side, person.name)


def check(actor: Actor, verb: str) -> None:
    """Raise ``Forbidden`` unless the actor may do this."""
    if not actor.may(verb):
        says = VERBS[verb].says.rstrip(".").lower()
        role = actor.role.replace("_", " ")
        raise Forbidden(f"You may not do this ({says}) as {role}. Ask the operator for the right role.")


def check_on(actor: Actor, verb: str, *, owner_id: int | None, side: str) -> None:
    """The same for a thing that belongs to somebody on a side."""
    check(actor, verb)
    if actor.role == "system" or actor.verbs is not None:
        return
    if not may_on(actor.role, verb, is_own=owner_id is not None and owner_id == actor.id, same_side=actor.side == side):
        raise Forbidden(f"Only its owner or the head of the team may do this: {VERBS[verb].says}")


def lead(actor: Actor, verb: str, lead_id: int) -> Lead:
    """The lead, when the actor may do this with it. Raises ``Unknown`` for one the actor may not know of.

    Known are all leads to those who may see every lead, else those owned, found or qualified by the actor.
    """
    if not _sees_all(actor) or verb != "see_own_leads":
        check(actor, verb)
    found = Lead.objects.filter(pk=lead_id).first()
    if found is None:
        raise Unknown(f"There is no lead {lead_id}.")
    _check_known(actor, found, None, f"lead {lead_id}")
    if verb != "see_own_leads" and not may_touch(actor, verb, found):
        raise Forbidden(f"Only its owner or the head of the team may do this: {VERBS[verb].says}")
    return found


def may_touch(actor: Actor, verb: str, found: Lead) -> bool:
    """Whether the actor may do this with a lead that was loaded already."""
    if _is_free(actor):
        return actor.may(verb)
    same_side = actor.side == ("sales" if found.owner_id else "marketing")
    return may_on(actor.role, verb, is_own=_is_own(actor, found), same_side=same_side)


def _is_free(actor: Actor) -> bool:
    """Whether the verb alone decides: for the timetable and for keys."""
    return actor.role == "system" or actor.verbs is not None


def _sees_all(actor: Actor) -> bool:
    return not _is_free(actor) and reach_of(actor.role, "see_leads") == "all"


def _is_own(actor: Actor, found: Lead) -> bool:
    return actor.id is not None and actor.id in (found.owner_id, found.found_by_id, found.marketer_id)


def _check_known(actor: Actor, of: Lead | int, owner_id: int | None, what: str) -> None:
    """Raise ``Unknown`` for a lead, or a thing ``of`` a lead, that the actor may not know of."""
    if _is_free(actor) or _sees_all(actor) or (owner_id is not None and owner_id == actor.id):
        return
    found = Lead.objects.filter(pk=of).first() if isinstance(of, int) else of
    if found is None or not _is_own(actor, found):
        raise Unknown(f"There is no {what} that you may see.")


def hand_off(actor: Actor, verb: str, hand_off_id: int) -> HandOff:
    """The hand-off, when the actor may do this with it. Raises ``Unknown`` and ``Forbidden``."""
    check(actor, verb)
    found = HandOff.objects.filter(pk=hand_off_id).first()
    if found is None:
        raise Unknown(f"There is no hand-off {hand_off_id}.")
    _check_known(actor, found.lead_id, found.owner_id, f"hand-off {hand_off_id}")
    check_on(actor, verb, owner_id=found.owner_id, side="sales")
    return found


def deal(actor: Actor, verb: str, deal_id: int) -> Deal:
    """The deal, when the actor may do this with it. Raises ``Unknown`` and ``Forbidden``."""
    check(actor, verb)
    found = Deal.objects.filter(pk=deal_id).first()
    if found is None:
        raise Unknown(f"There is no deal {deal_id}.")
    _check_known(actor, found.lead_id, found.owner_id, f"deal {deal_id}")
    check_on(actor, verb, owner_id=found.owner_id, side="sales")
    return found
