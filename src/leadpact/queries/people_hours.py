"""When somebody works and is away: for themselves, the head of their team and the operator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Absence, Company, Hours, Person
from leadpact.ledger.rulebook import in_force
from leadpact.rules import clock
from leadpact.rules.hours import EXAMPLE, Week, week
from leadpact.rules.permissions import may_on, reach_of

PAST_SHOWN = 6
"""So many absences that are over are shown, the last ones."""


@dataclass(frozen=True, slots=True)
class Away:
    """Days, both included, on which somebody is away, and where these lie from today."""

    id: int
    from_on: date
    until_on: date
    is_now: bool
    is_over: bool


@dataclass(frozen=True, slots=True)
class Mate:
    """Somebody whose hours the reader may set too; ``until_on`` is the last day of an absence that holds today."""

    id: int
    name: str
    side: str
    zone: str
    until_on: date | None


@dataclass(frozen=True, slots=True)
class HoursPage:
    """A person's working time. ``zone`` and ``hours`` are what was entered for them, empty where the pact's hold.

    ``days`` are the working times of the week by weekday, Monday first; ``at_s`` is when the page holds.
    """

    id: int
    name: str
    side: str
    is_own: bool
    zone: str
    hours: str
    common_zone: str
    common_hours: str
    holidays: str
    days: tuple[tuple[tuple[str, str], ...], ...]
    week_s: int
    coming: tuple[Away, ...]
    past: tuple[Away, ...]
    team: tuple[Mate, ...]

    @property
    def away_now(self) -> Away | None:
        """The absence that holds today."""
        return next((each for each in self.coming if each.is_now), None)


def hours_page(actor: Actor, person_id: int, now_s: int) -> HoursPage:
    """Working time and absences of a person. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "manage_hours")
    person = Person.objects.filter(pk=person_id, can_sign_in=True).first()
    if person is None:
        raise access.Unknown(f"There is no person {person_id}.")
    access.check_on(actor, "manage_hours", owner_id=person.pk, side=person.side)
    zone, hours, holidays = _common(now_s)
    today = _today(now_s, person.zone or zone)
    own = Hours.objects.filter(person=person, from_on__lte=today).order_by("-from_on").values_list("week", flat=True)
    entered = own.first() or ""
    worked = week(entered or hours)
    absences = [_away(row, today) for row in Absence.objects.filter(person=person).order_by("from_on", "pk")]
    past = [each for each in absences if each.is_over]
    return HoursPage(
        person.pk, person.name, person.side, person.pk == actor.id, person.zone, entered, zone, hours,
        person.country or holidays, _days(worked), worked.seconds,
        tuple(each for each in absences if not each.is_over), tuple(reversed(past[-PAST_SHOWN:])),
        _team(actor, person, zone, now_s),
    )  # fmt: skip


def _common(now_s: int) -> tuple[str, str, str]:
    """Zone, hours and holidays that hold for whoever has none of their own."""
    held = in_force(now_s)
    if held:
        time = held[0].pact.time
        return time.zone, time.hours, time.holidays
    company = Company.objects.values_list("zone", "country").first() or ("UTC", "")
    return company[0], EXAMPLE, company[1]


def _today(now_s: int, zone: str) -> date:
    return datetime.fromtimestamp(now_s, clock.zone(zone)).date()


def _away(row: Absence, today: date) -> Away:
    return Away(row.pk, row.from_on, row.until_on, row.from_on <= today <= row.until_on, row.until_on < today)


def _days(worked: Week) -> tuple[tuple[tuple[str, str], ...], ...]:
    return tuple(tuple((_clock(opens), _clock(closes)) for opens, closes in day) for day in worked.days)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _team(actor: Actor, shown: Person, zone: str, now_s: int) -> tuple[Mate, ...]:
    """The others whose hours the actor may set: for a head their side, for the operator everybody."""
    if actor.id is None or reach_of(actor.role, "manage_hours") == "own":
        return ()
    rows = Person.objects.filter(can_sign_in=True, is_active=True).exclude(pk__in=(shown.pk, actor.id)).order_by("name")
    found = [row for row in rows if may_on(actor.role, "manage_hours", is_own=False, same_side=row.side == actor.side)]
    away = _away_by_person([row.pk for row in found])
    return tuple(
        Mate(
            row.pk, row.name, row.side, row.zone or zone, _until(away.get(row.pk, ()), _today(now_s, row.zone or zone))
        )
        for row in found
    )


def _away_by_person(people: list[int]) -> dict[int, list[Absence]]:
    found: dict[int, list[Absence]] = {}
    for row in Absence.objects.filter(person_id__in=people):
        found.setdefault(row.person_id, []).append(row)
    return found


def _until(rows: list[Absence] | tuple[()], today: date) -> date | None:
    return max((row.until_on for row in rows if row.from_on <= today <= row.until_on), default=None)
