"""The company, its teams and its people: who works when, who is away, who has left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from leadpact.connectors.holidays_data import holidays
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Absence, Company, HolidayYear, Hours, Person, Team
from leadpact.ledger.rulebook import in_force
from leadpact.rules import clock
from leadpact.rules.hours import week
from leadpact.rules.identity import read_email
from leadpact.rules.permissions import ROLES

YEARS_BACK, YEARS_AHEAD = 12, 4
CAPACITY_MOST = 100_000
HOURS_LONGEST = 300
ABSENT_FROM, ABSENT_UNTIL = date(2000, 1, 1), date(2100, 12, 31)
"""Days outside of these are slips of the pen."""


class WrongPerson(ValueError):
    """Something about a person or the company cannot be taken; ``field`` names which, the message the cure."""

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class PersonForm:
    """What is entered about a person. Empty texts take the pact's zone, hours and holidays."""

    email: str
    name: str
    role: str
    team_id: int | None = None
    manager_id: int | None = None
    zone: str = ""
    hours: str = ""
    country: str = ""
    languages: str = ""
    regions: str = ""
    capacity: int | None = None


def keep_holidays(codes: Iterable[str], now_s: int) -> None:
    """Keep the holidays of these countries for the years around now, where they are not kept yet.

    Raises ``clock.Unanswerable`` naming the nearest country or region.
    """
    year = datetime.fromtimestamp(now_s, UTC).year
    wanted = range(year - YEARS_BACK, year + YEARS_AHEAD + 1)
    for code in {code.strip() for code in codes if code.strip()}:
        have = set(HolidayYear.objects.filter(code=code, is_known=True).values_list("year", flat=True))
        missing = [y for y in wanted if y not in have]
        if not missing:
            continue
        found = holidays(code, missing)
        HolidayYear.objects.filter(code=code, year__in=missing, is_known=False).delete()
        HolidayYear.objects.bulk_create(
            [
                HolidayYear(
                    code=code,
                    year=y,
                    name=found.name,
                    is_known=found.years is None or y in found.years,
                    full=sorted(d.isoformat() for d in found.full if d.year == y),
                    half=sorted(d.isoformat() for d in found.half if d.year == y),
                )
                for y in missing
            ],
            ignore_conflicts=True,
        )


def keep_holidays_in_use(*, now_s: int) -> None:
    """Keep the years ahead of every country that the company, its people and its pacts in force count by."""
    codes = {*Company.objects.values_list("country", flat=True)}
    codes |= {*Person.objects.filter(can_sign_in=True, is_active=True).values_list("country", flat=True)}
    codes |= {held.pact.time.holidays for held in in_force(now_s)}
    keep_holidays(codes, now_s)


def is_set_up() -> bool:
    """Whether there is a company yet."""
    return Company.objects.exists()


def set_up(
    *, company: str, zone: str, country: str, operator: PersonForm, password: str, now_s: int, is_demo: bool = False
) -> Person:
    """First run: the company, its two teams and the operator. Raises ``WrongPerson``; only once."""
    if is_set_up():
        raise WrongPerson("company", "The company is set up already; sign in instead.")
    if not company.strip():
        raise WrongPerson("company", "Give the company's name.")
    _check_zone(zone)
    _check_country(country, now_s)
    with transaction.atomic():
        Company.objects.create(name=company.strip(), zone=zone, country=country, is_demo=is_demo)
        Team.objects.create(name="Marketing", side="marketing")
        Team.objects.create(name="Sales", side="sales")
        person = _made(operator, now_s)
        _set_password(person, password)
    return person


def invite(*, actor: Actor, form: PersonForm, now_s: int) -> Person:
    """Add a person; they set their password by the link they are sent. Raises ``WrongPerson`` and ``Forbidden``."""
    access.check(actor, "manage_people")
    with transaction.atomic():
        return _made(form, now_s)


def change(*, actor: Actor, person_id: int, form: PersonForm, now_s: int) -> Person:
    """Change what is entered about a person; other hours hold from today on. Raises ``WrongPerson``, ``Unknown``."""
    access.check(actor, "manage_people")
    person = Person.objects.filter(pk=person_id, can_sign_in=True).first()
    if person is None:
        raise access.Unknown(f"There is no person {person_id}.")
    if form.role != "operator":
        _check_not_last(person)
    with transaction.atomic():
        _fill(person, form, now_s)
        person.save()
        _set_hours(person, form.hours, _today(person, now_s))
    return person


def leave(*, actor: Actor, person_id: int) -> None:
    """Close an account: no sign-in, no new leads. Their hand-offs stay until somebody reassigns them."""
    access.check(actor, "manage_people")
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        raise access.Unknown(f"There is no person {person_id}.")
    _check_not_last(person)
    person.is_active = False
    person.save(update_fields=["is_active"])


def come_back(*, actor: Actor, person_id: int) -> None:
    """Open a closed account again, with its role, team and password as they were. Raises ``Unknown``, ``Forbidden``."""
    access.check(actor, "manage_people")
    if not Person.objects.filter(pk=person_id, can_sign_in=True).update(is_active=True):
        raise access.Unknown(f"There is no person {person_id}.")


def _check_not_last(person: Person) -> None:
    others = Person.objects.filter(role="operator", is_active=True, can_sign_in=True).exclude(pk=person.pk)
    if person.role == "operator" and person.is_active and not others.exists():
        raise WrongPerson("person", f"{person.name} is the last operator; make somebody else operator first.")


def set_hours(*, actor: Actor, person_id: int, zone: str, hours: str, now_s: int) -> None:
    """Set where and when somebody works, from their today on; empty texts take the pact's.

    Deadlines that run already stay as they were promised. Raises ``WrongPerson``, ``Unknown`` and ``Forbidden``.
    """
    person = _theirs(actor, "manage_hours", person_id)
    zone = zone.strip()
    if zone:
        _check_zone(zone)
    if len(hours) > HOURS_LONGEST:
        raise WrongPerson("hours", f"Use at most {HOURS_LONGEST} signs.")
    with transaction.atomic():
        person.zone = zone
        person.save(update_fields=["zone"])
        _set_hours(person, hours, _today(person, now_s))


def add_absence(*, actor: Actor, person_id: int, from_on: date, until_on: date) -> Absence:
    """Enter when somebody is away: no working time, no new leads. Both days are included.

    Raises ``WrongPerson`` when the days are swapped, slips or entered already, ``Unknown`` and ``Forbidden``.
    """
    person = _theirs(actor, "manage_absence", person_id)
    if until_on < from_on:
        raise WrongPerson("until_on", f"The last day {until_on} lies before the first {from_on}; swap them.")
    if from_on < ABSENT_FROM or until_on > ABSENT_UNTIL:
        raise WrongPerson("from_on", f"Give days between {ABSENT_FROM} and {ABSENT_UNTIL}.")
    if Absence.objects.filter(person=person, from_on__lte=from_on, until_on__gte=until_on).exists():
        raise WrongPerson("from_on", "These days are entered already. Nothing was changed.")
    return Absence.objects.create(person=person, from_on=from_on, until_on=until_on)


def take_back_absence(*, actor: Actor, absence_id: int) -> Absence:
    """Remove an absence that was entered; gives it. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "manage_absence")
    absence = Absence.objects.filter(pk=absence_id).select_related("person").first()
    if absence is None:
        raise access.Unknown("This absence is not entered any more.")
    _theirs(actor, "manage_absence", absence.person_id)
    Absence.objects.filter(pk=absence_id).delete()
    return absence


def _theirs(actor: Actor, verb: str, person_id: int) -> Person:
    """Somebody whose hours or absences the actor may enter."""
    access.check(actor, verb)
    person = Person.objects.filter(pk=person_id, can_sign_in=True).first()
    if person is None:
        raise access.Unknown(f"There is no person {person_id}.")
    access.check_on(actor, verb, owner_id=person.pk, side=person.side)
    return person


def _today(person: Person, now_s: int) -> date:
    """The day it is where the person works."""
    zone = person.zone or Company.objects.values_list("zone", flat=True).first() or "UTC"
    return datetime.fromtimestamp(now_s, clock.zone(zone)).date()


def set_password(*, person: Person, password: str) -> None:
    """Set somebody's own password. Raises ``WrongPerson`` with what is wrong with it."""
    _set_password(person, password)


def _made(form: PersonForm, now_s: int) -> Person:
    address = read_email(form.email).email
    # Somebody known by a file alone becomes the one who is invited, with everything they did.
    person = Person.objects.filter(email=address, can_sign_in=False).first() or Person(email="", name="")
    person.can_sign_in = person.is_active = True
    _fill(person, form, now_s)
    person.set_unusable_password()
    person.save()
    _set_hours(person, form.hours, date.min.replace(year=2000))
    return person


def _fill(person: Person, form: PersonForm, now_s: int) -> None:
    address = read_email(form.email)
    if address.email is None:
        raise WrongPerson("email", f"This is no e-mail address: {address.problem}.")
    if Person.objects.filter(email=address.email).exclude(pk=person.pk).exists():
        raise WrongPerson("email", f"Somebody with the address {address.email} is there already.")
    if not form.name.strip():
        raise WrongPerson("name", "Give a name.")
    if form.role not in ROLES:
        raise WrongPerson("role", f"{form.role!r} is not a role; choose one of: {', '.join(ROLES)}.")
    if form.zone:
        _check_zone(form.zone)
    _check_country(form.country, now_s)
    _check_lengths(form)
    if form.capacity is not None and not 0 <= form.capacity <= CAPACITY_MOST:
        raise WrongPerson("capacity", f"Give a number of leads between 0 and {CAPACITY_MOST:,}, or nothing.")
    if form.manager_id is not None:
        is_other = form.manager_id != person.pk
        if not is_other or not Person.objects.filter(pk=form.manager_id, can_sign_in=True).exists():
            raise WrongPerson("manager_id", "Choose somebody else of the company as manager, or nobody.")
    person.email, person.name, person.role = address.email, form.name.strip(), form.role
    side = "marketing" if form.role.startswith("market") else "sales" if form.role.startswith("sales") else ""
    team = Team.objects.filter(pk=form.team_id or 0).first() or Team.objects.filter(side=side).first()
    person.team = team
    person.manager_id = form.manager_id
    person.zone, person.country = form.zone, form.country.strip()
    person.languages, person.regions, person.capacity = form.languages, form.regions, form.capacity


def _check_lengths(form: PersonForm) -> None:
    for name, most in (("name", 200), ("languages", 100), ("regions", 200), ("hours", HOURS_LONGEST)):
        if len(getattr(form, name)) > most:
            raise WrongPerson(name, f"Use at most {most} signs.")


def _set_hours(person: Person, hours: str, from_on: date) -> None:
    """Keep other hours from a day on; empty ones, after others, are the pact's again."""
    hours = hours.strip()
    if hours:
        try:
            week(hours)
        except ValueError as error:
            raise WrongPerson("hours", str(error)) from error
    newest = Hours.objects.filter(person=person, from_on__lte=from_on).order_by("-from_on").first()
    if hours != (newest.week if newest else ""):
        Hours.objects.update_or_create(person=person, from_on=from_on, defaults={"week": hours})


def _check_zone(name: str) -> None:
    try:
        clock.zone(name)
    except clock.UnknownZone as error:
        raise WrongPerson("zone", str(error)) from error


def _check_country(code: str, now_s: int) -> None:
    if not code.strip():
        return
    try:
        keep_holidays([code], now_s)
    except clock.Unanswerable as error:
        raise WrongPerson("country", str(error)) from error


def _set_password(person: Person, password: str) -> None:
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise WrongPerson("password", " ".join(_texts(error))) from error
    person.set_password(password)
    person.save(update_fields=["password"])


def _texts(error: ValidationError) -> Sequence[str]:
    return [str(message) for message in error.messages]
