"""Who is there, when they work, and the keys of other systems."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Absence, ApiKey, Company, Hours, Person, Team
from leadpact.rules.permissions import ROLES


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person as the list of people shows them."""

    id: int
    name: str
    email: str
    role: str
    team: str
    side: str
    manager: str
    zone: str
    hours: str
    country: str
    languages: str
    regions: str
    capacity: int | None
    is_active: bool
    has_password: bool
    away: tuple[tuple[date, date], ...]
    manager_id: int | None = None
    team_id: int | None = None

    @property
    def hours_by_day(self) -> list[str]:
        """The hours in pieces, each for the days that have the same ones."""
        return self.hours.split("; ") if self.hours else []


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody one may enter the demo as."""

    id: int
    name: str
    role: str
    says: str
    side: str


def people(actor: Actor, today: date = date.min) -> list[PersonLine]:
    """Everybody of the company, by name, with the absences that are not over by ``today``. Raises ``Forbidden``."""
    access.check(actor, "manage_people")
    rows = Person.objects.filter(can_sign_in=True).select_related("team", "manager").order_by("name", "pk")
    return _lines(list(rows), today)


def person(actor: Actor, person_id: int) -> PersonLine:
    """One person. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "manage_people")
    found = list(Person.objects.filter(pk=person_id, can_sign_in=True).select_related("team", "manager"))
    if not found:
        raise access.Unknown(f"There is no person {person_id}.")
    return _lines(found)[0]


def _lines(rows: list[Person], today: date = date.min) -> list[PersonLine]:
    hours = {row.person_id: row.week for row in Hours.objects.order_by("from_on")}
    away: dict[int, list[tuple[date, date]]] = {}
    for absence in Absence.objects.filter(until_on__gte=today).order_by("from_on"):
        away.setdefault(absence.person_id, []).append((absence.from_on, absence.until_on))
    return [
        PersonLine(
            row.pk,
            row.name,
            row.email,
            row.role,
            row.team.name if row.team else "",
            row.side,
            row.manager.name if row.manager else "",
            row.zone,
            hours.get(row.pk, ""),
            row.country,
            row.languages,
            row.regions,
            row.capacity,
            row.is_active,
            row.has_usable_password(),
            tuple(away.get(row.pk, ())),
            row.manager_id,
            row.team_id,
        )
        for row in rows
    ]


def managers() -> list[tuple[int, str]]:
    """People who may be somebody's manager."""
    rows = Person.objects.filter(is_active=True, can_sign_in=True).order_by("name")
    return [(row.pk, row.name) for row in rows]


def teams() -> list[tuple[int, str]]:
    """The teams, marketing first."""
    return list(Team.objects.order_by("side", "name").values_list("pk", "name"))


def demo_people() -> list[DemoPerson]:
    """The people of the demo; nobody in one's own company."""
    if not Company.objects.filter(is_demo=True).exists():
        return []
    order = list(ROLES)
    rows = Person.objects.filter(is_active=True, can_sign_in=True)
    found = [DemoPerson(row.pk, row.name, row.role, ROLES[row.role], row.side) for row in rows]
    return sorted(found, key=lambda each: (order.index(each.role), each.id))


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A key as its page shows it; never the key itself."""

    id: int
    name: str
    hint: str
    scopes: str
    made_by: str
    made_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None


def keys(actor: Actor) -> list[KeyLine]:
    """All keys, the newest first. Raises ``Forbidden``."""
    access.check(actor, "manage_keys")
    return [
        KeyLine(
            row.pk,
            row.name,
            row.hint,
            row.scopes.replace(",", ", "),
            row.made_by.name if row.made_by else "",
            row.made_at,
            row.last_used_at,
            row.revoked_at,
        )
        for row in ApiKey.objects.select_related("made_by").order_by("-pk")
    ]
