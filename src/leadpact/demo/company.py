"""The demo company: its people on two continents, their hours and absences, and the two pacts they signed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from random import Random
from string import Template

from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Company, Notice, Person
from leadpact.operations import pact, people
from leadpact.operations.people import PersonForm

NAME = "Halden & Voss"
ZONES = ("Europe/Berlin", "America/New_York")
COUNTRY_OF = dict(zip(ZONES, ("DE", "US"), strict=True))
SERVES = dict(zip(ZONES, ("DE,GB,FR,NL,SE,ES,PL", "US,CA"), strict=True))
HOURS = {
    ZONES[0]: "mon-thu 09:00-12:30 13:30-17:30; fri 09:00-15:00",
    ZONES[1]: "mon-fri 09:00-12:30 13:15-17:30",
}
ORDINARY_LEADS = 6000
"""The company's size at which a salesperson takes the leads that ``SALES`` says."""
MARKETING = (
    ("Ida Brandt", 0), ("Jonas Weil", 0), ("Maja Nygaard", 0), ("Terrence Moss", 1), ("Priya Holloway", 1),
)  # fmt: skip
SALES = (
    ("Ana Lindqvist", 0, 10), ("Boris Ahrens", 0, 10), ("Chloé Vasseur", 0, 9), ("Daan Visser", 0, 9),
    ("Elif Yıldız", 0, 7),
    ("Frank Calloway", 1, 6), ("Gloria Delgado", 1, 6), ("Hugh Pruitt", 1, 5),
)  # fmt: skip
"""Name, place of the zone, leads a week."""
SHORT_WEEKS = {"Elif Yıldız": "mon-wed 09:00-13:00; thu 12:00-18:00", "Hugh Pruitt": "mon-fri 10:00-14:00 15:00-18:30"}
AWAY_NOW = (2, 3)
"""Places of the salesperson and of the marketer who are away today."""


class NotEmpty(ValueError):
    """The demo company moves only into an empty house."""


@dataclass(frozen=True, slots=True)
class Member:
    """A person of a team: the row's id, the zone, and who they act as."""

    id: int
    zone: str
    actor: Actor


@dataclass(frozen=True, slots=True)
class Staff:
    """Everybody of the demo company."""

    operator: Actor
    marketing_head: Actor
    sales_head: Actor
    marketers: tuple[Member, ...]
    sellers: tuple[Member, ...]


def check_empty() -> None:
    """Raise ``NotEmpty`` when there is a company or a fact already."""
    if Company.objects.exists() or reader.watermark():
        raise NotEmpty(
            "There is a company here already. Fill the demo into an empty home: set LEADPACT_HOME to a new folder."
        )


def move_in(rng: Random, leads: int, start_s: int, now_s: int) -> Staff:
    """Set the company up with its people, hours and absences. Nobody can sign in with a password."""
    operator = people.set_up(
        company=NAME, zone=ZONES[0], country="DE", now_s=start_s, is_demo=True, password=secrets.token_urlsafe(24),
        operator=_form("Olga Thoma", "operator", 0),
    )  # fmt: skip
    operator.set_unusable_password()
    operator.save(update_fields=["password"])
    actor = access.actor_of(operator)

    def invite(form: PersonForm) -> Person:
        return people.invite(actor=actor, form=form, now_s=start_s)

    marketing_head = invite(_form("Mia Falk", "marketing_head", 0))
    sales_head = invite(_form("Samuel Osei", "sales_head", 0))
    invite(_form("Renate Pohl", "reader", 0))
    marketers = [
        _member(invite(_form(name, "marketer", place, manager_id=marketing_head.pk))) for name, place in MARKETING
    ]
    sellers = [
        _member(invite(_form(name, "salesperson", place, manager_id=sales_head.pk, capacity=_capacity(a_week, leads))))
        for name, place, a_week in SALES
    ]
    for team, away_now in ((sellers, AWAY_NOW[0]), (marketers, AWAY_NOW[1])):
        for place, member in enumerate(team):
            for from_on, until_on in _absences(rng, start_s, now_s, is_away_now=place == away_now):
                people.add_absence(actor=member.actor, person_id=member.id, from_on=from_on, until_on=until_on)
    heads = access.actor_of(marketing_head), access.actor_of(sales_head)
    return Staff(actor, *heads, tuple(marketers), tuple(sellers))


def _form(
    name: str, role: str, place: int, *, manager_id: int | None = None, capacity: int | None = None
) -> PersonForm:
    zone = ZONES[place]
    mail = name.split(maxsplit=1)[0].lower().replace("é", "e") + "@halden-voss.example"
    return PersonForm(
        mail, name, role, manager_id=manager_id, zone=zone, hours=SHORT_WEEKS.get(name, HOURS[zone]),
        country=COUNTRY_OF[zone], languages="de,en" if place == 0 else "en",
        regions=SERVES[zone] if role == "salesperson" else "", capacity=capacity,
    )  # fmt: skip


def _member(person: Person) -> Member:
    return Member(person.pk, person.zone, access.actor_of(person))


def _capacity(a_week: int, leads: int) -> int:
    return max(1, round(a_week * leads / ORDINARY_LEADS))


def _absences(rng: Random, start_s: int, now_s: int, *, is_away_now: bool) -> list[tuple[date, date]]:
    """Two absences in the past, one to come, and for some one that holds today."""
    today = datetime.fromtimestamp(now_s, UTC).date()
    days = (now_s - start_s) // 86_400
    third = max(days // 3, 20)
    starts = (rng.randint(15, third - 5), rng.randint(third + 15, 2 * third), days + rng.randint(25, 60))
    lengths = (rng.randint(4, 12), rng.randint(9, 16), rng.randint(4, 12))
    first = today - timedelta(days=days)
    found = [
        (first + timedelta(days=begins), first + timedelta(days=begins + lasts))
        for begins, lasts in zip(starts, lengths, strict=True)
    ]
    if is_away_now:
        found.append((today - timedelta(days=4), today + timedelta(days=6)))
    return sorted(found)


def agree(staff: Staff, which: str, leads: int, at_s: int, now_s: int) -> int:
    """Propose and sign the ``first`` or ``second`` pact at an instant; gives when it takes effect."""
    text = Template((files("leadpact.demo") / f"pact_{which}.yaml").read_text(encoding="utf-8"))
    today = datetime.fromtimestamp(now_s, UTC).date()
    size = leads / ORDINARY_LEADS
    filled = text.substitute(
        each_person=max(10, round(10 * size)),
        first_goal=_rounded(450_000 * size),
        second_goal=_rounded(700_000 * size),
        accepted_goal=max(1, round(110 * size)),
        many_accepted=max(2, round(160 * size)),
        reviewed_on=today - timedelta(days=20),
        review_on=today + timedelta(days=55),
    )
    note = {"first": "", "second": "Higher line, faster first touch, six attempts."}[which]
    row = pact.propose(actor=staff.marketing_head, text=filled, now_s=at_s, file_name=f"pact_{which}.yaml", note=note)
    pact.sign(actor=staff.marketing_head, pact_id=row.pk, now_s=at_s + 60)
    pact.sign(actor=staff.sales_head, pact_id=row.pk, now_s=at_s + 120)
    Notice.objects.filter(read_s=None).update(read_s=at_s + 120, mailed_s=at_s + 120)  # both heads were in the room
    return at_s + 120


def _rounded(amount: float) -> int:
    return max(5_000, round(amount / 5_000) * 5_000)


__all__ = ["Member", "NotEmpty", "Staff", "agree", "check_empty", "move_in"]
