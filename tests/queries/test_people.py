"""Who is there and when they work, for those who may know."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadpact.ledger import access
from leadpact.ledger.models import Absence, Company, Person
from leadpact.operations import keys
from leadpact.operations import people as act
from leadpact.operations.people import PersonForm
from leadpact.queries import people
from leadpact.queries.people import DemoPerson, PersonLine
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return company()


def invite(acme, **more):
    form = PersonForm(**({"email": "cy@acme.example", "name": "Cy Cole", "role": "salesperson"} | more))
    return act.invite(actor=acme.actor("operator"), form=form, now_s=NOW_S)


def test_a_person_with_all_that_is_known(acme):
    sam = acme.people["sales_head"]
    cy = invite(
        acme,
        zone="Asia/Tokyo",
        country="JP",
        hours="mon-fri 10:00-18:00",
        languages="ja",
        regions="JP",
        capacity=3,
        manager_id=sam.pk,
    )
    away = date(2026, 7, 1), date(2026, 7, 9)
    act.add_absence(actor=acme.actor("sales_head"), person_id=cy.pk, from_on=away[0], until_on=away[1])
    assert people.person(acme.actor("operator"), cy.pk) == PersonLine(
        cy.pk, "Cy Cole", "cy@acme.example", "salesperson", "Sales", "sales", "Sam Head", "Asia/Tokyo", "mon-fri 10:00-18:00", "JP",
        "ja", "JP", 3, is_active=True, has_password=False, away=(away,), manager_id=sam.pk, team_id=sam.team_id,
    )  # fmt: skip


def test_everybody_by_name_and_nobody_of_the_history(acme):
    Person.objects.create_user("x@crm.invalid", name="Aaron", can_sign_in=False, is_active=False)
    act.leave(actor=acme.actor("operator"), person_id=acme.people["other"].pk)
    listed = people.people(acme.actor("operator"))
    assert [(line.name, line.is_active) for line in listed] == [
        ("Ana Lind", True), ("Bo Berg", False), ("Ida Brandt", True), ("Mia Head", True), ("Olga Operator", True),
        ("Ren Reader", True), ("Sam Head", True),
    ]  # fmt: skip


def test_a_list_asks_as_much_for_many_as_for_few(acme):
    def ask():
        with CaptureQueriesContext(connection) as seen:
            people.people(acme.actor("operator"))
        return len(seen)

    few = ask()
    for number in range(3):
        invite(
            acme, email=f"c{number}@acme.example", hours="mon-fri 10:00-18:00", manager_id=acme.people["sales_head"].pk
        )
    assert ask() == few


@pytest.mark.parametrize("role", ["marketing_head", "sales_head", "marketer", "salesperson", "reader"])
def test_only_the_operator_sees_people_and_keys(acme, role):
    for ask in (people.people, people.keys, lambda actor: people.person(actor, acme.people["other"].pk)):
        with pytest.raises(access.Forbidden):
            ask(acme.actor(role))


def test_no_such_person(acme):
    stranger = Person.objects.create_user("x@crm.invalid", name="Aaron", can_sign_in=False, is_active=False)
    for person_id in (999, stranger.pk):
        with pytest.raises(access.Unknown, match=f"There is no person {person_id}"):
            people.person(acme.actor("operator"), person_id)


def test_managers_and_teams_to_choose_from(acme):
    act.leave(actor=acme.actor("operator"), person_id=acme.people["other"].pk)
    assert [name for _, name in people.managers()] == [
        "Ana Lind", "Ida Brandt", "Mia Head", "Olga Operator", "Ren Reader", "Sam Head",
    ]  # fmt: skip
    assert [name for _, name in people.teams()] == ["Marketing", "Sales"]


def test_only_the_demo_lets_one_enter_as_somebody(acme):
    assert people.demo_people() == []
    Company.objects.update(is_demo=True)
    shown = people.demo_people()
    ida = acme.people["marketer"]
    assert shown[0] == DemoPerson(
        ida.pk, "Ida Brandt", "marketer", "Finds and qualifies leads and hands them over.", "marketing"
    )
    assert [person.role for person in shown] == [
        "marketer",
        "salesperson",
        "salesperson",
        "marketing_head",
        "sales_head",
        "operator",
        "reader",
    ]


def test_keys_are_listed_newest_first_without_the_key(acme):
    operator = acme.actor("operator")
    first, secret = keys.make_key(actor=operator, name="Form", scopes=["read", "capture"])
    keys.make_key(actor=operator, name="BI", scopes=["read"])
    keys.revoke_key(actor=operator, key_id=first.pk, now_s=NOW_S)
    lines = people.keys(operator)
    assert [(line.name, line.scopes, line.made_by, line.revoked_at is not None) for line in lines] == [
        ("BI", "read", "Olga Operator", False), ("Form", "capture, read", "Olga Operator", True),
    ]  # fmt: skip
    assert secret not in str(lines)


def test_the_list_leaves_out_absences_that_are_over(acme):
    ben = acme.people["sales_head"]
    days = [(date(2026, 3, 2), date(2026, 3, 6)), (date(2026, 5, 4), date(2026, 5, 8))]
    Absence.objects.bulk_create(Absence(person_id=ben.pk, from_on=first, until_on=last) for first, last in days)
    away = [
        {line.name: line.away for line in people.people(acme.actor("operator"), today)}[ben.name]
        for today in (date(2026, 3, 6), date(2026, 3, 7), date(2026, 6, 1))
    ]
    assert away == [tuple(days), (days[1],), ()]
