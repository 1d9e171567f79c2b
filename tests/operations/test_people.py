"""The company, its people, when they work and are away, and what is refused in words."""

from datetime import date

import pytest

from leadpact.ledger import access
from leadpact.ledger.models import Absence, Company, HolidayYear, Hours, Person, Team
from leadpact.ledger.rulebook import Rulebook
from leadpact.operations import people
from leadpact.operations.people import PersonForm, WrongPerson
from tests.company import NOW_S, PASSWORD, company

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return company()


def set_up(**more):
    form = PersonForm("OP@Acme.example ", " Olga ", "operator")
    given = {"company": " Acme ", "zone": "Europe/Berlin", "country": "DE", "operator": form, "password": PASSWORD}
    return people.set_up(**(given | more), now_s=NOW_S)


def invite(acme, by="operator", **more):
    form = PersonForm(**({"email": "cy@acme.example", "name": "Cy Cole", "role": "salesperson"} | more))
    return people.invite(actor=acme.actor(by), form=form, now_s=NOW_S)


def change(acme, person, **more):
    form = {"email": person.email, "name": person.name, "role": person.role} | more
    return people.change(actor=acme.actor("operator"), person_id=person.pk, form=PersonForm(**form), now_s=NOW_S)


# --- first run


def test_the_first_run_makes_the_company_two_teams_and_the_operator():
    operator = set_up()
    assert list(Company.objects.values_list("name", "zone", "country", "is_demo")) == [
        ("Acme", "Europe/Berlin", "DE", False)
    ]
    assert list(Team.objects.order_by("pk").values_list("name", "side")) == [
        ("Marketing", "marketing"),
        ("Sales", "sales"),
    ]
    assert (operator.email, operator.name, operator.role, operator.check_password(PASSWORD)) == (
        "op@acme.example", "Olga", "operator", True,
    )  # fmt: skip
    years = HolidayYear.objects.filter(code="DE").order_by("year").values_list("year", flat=True)
    assert list(years) == list(range(2014, 2031))


def test_it_is_done_once():
    set_up()
    with pytest.raises(WrongPerson, match="The company is set up already; sign in instead"):
        set_up()


@pytest.mark.parametrize(
    ("more", "field", "says"),
    [
        ({"company": " "}, "company", "Give the company's name."),
        ({"zone": "Europe/Berlim"}, "zone", "There is no time zone 'Europe/Berlim'. Write for instance Europe/Berlin"),
        ({"country": "XX"}, "country", "XX"),
        ({"password": "12345"}, "password", "too short"),
        ({"operator": PersonForm("nobody", "Olga", "operator")}, "email", "it has no @"),
    ],
)
def test_a_wrong_first_run_leaves_nothing_behind(more, field, says):
    with pytest.raises(WrongPerson) as wrong:
        set_up(**more)
    assert (wrong.value.field, says in str(wrong.value)) == (field, True)
    assert (Company.objects.count(), Person.objects.count(), Team.objects.count()) == (0, 0, 0)


# --- people


def test_somebody_invited_is_whole_and_cannot_sign_in_yet(acme):
    sam = acme.people["sales_head"]
    person = invite(
        acme, zone="America/New_York", country="US", hours="mon-fri 08:00-16:00", languages="en, fr", regions="US",
        capacity=4, manager_id=sam.pk,
    )  # fmt: skip
    person.refresh_from_db()
    assert (person.team.name, person.side, person.manager_id, person.capacity, person.zone, person.country) == (
        "Sales", "sales", sam.pk, 4, "America/New_York", "US",
    )  # fmt: skip
    assert (person.has_usable_password(), person.is_active, person.can_sign_in) == (False, True, True)
    assert list(Hours.objects.values_list("person_id", "from_on", "week")) == [
        (person.pk, date(2000, 1, 1), "mon-fri 08:00-16:00")
    ]
    assert HolidayYear.objects.filter(code="US", year=2026).exists()


@pytest.mark.parametrize(
    ("more", "field", "says"),
    [
        ({"email": "cy"}, "email", "This is no e-mail address: it has no @."),
        ({"email": "ANA@acme.example"}, "email", "Somebody with the address ana@acme.example is there already."),
        ({"name": "  "}, "name", "Give a name."),
        ({"name": "x" * 201}, "name", "Use at most 200 signs."),
        (
            {"role": "boss"},
            "role",
            "'boss' is not a role; choose one of: marketer, salesperson, marketing_head, sales_head, operator, reader.",
        ),
        ({"zone": "Mars/Base"}, "zone", "There is no time zone 'Mars/Base'."),
        ({"country": "Atlantis"}, "country", "Atlantis"),
        ({"hours": "monday all day"}, "hours", "mon"),
        ({"languages": "x" * 101}, "languages", "Use at most 100 signs."),
        ({"capacity": -1}, "capacity", "Give a number of leads between 0 and 100,000, or nothing."),
        ({"capacity": 100_001}, "capacity", "Give a number of leads between 0 and 100,000, or nothing."),
        ({"manager_id": 999}, "manager_id", "Choose somebody else of the company as manager, or nobody."),
    ],
)
def test_what_is_wrong_with_a_person_is_said_and_nobody_is_made(acme, more, field, says):
    before = Person.objects.count()
    with pytest.raises(WrongPerson) as wrong:
        invite(acme, **more)
    assert (wrong.value.field, says in str(wrong.value)) == (field, True)
    assert Person.objects.count() == before


@pytest.mark.parametrize(
    ("more", "field"),
    [({"email": "bo@acme.example"}, "email"), ({"manager_id": "self"}, "manager_id"), ({"capacity": -1}, "capacity")],
)
def test_a_wrong_change_changes_nothing(acme, more, field):
    ana = acme.people["salesperson"]
    before = Person.objects.filter(pk=ana.pk).values().get()
    more = {key: ana.pk if value == "self" else value for key, value in more.items()}
    with pytest.raises(WrongPerson) as wrong:
        change(acme, ana, **more)
    assert wrong.value.field == field
    assert Person.objects.filter(pk=ana.pk).values().get() == before


def test_other_hours_hold_from_today_on_and_the_same_ones_are_kept_once(acme):
    ana = acme.people["salesperson"]
    change(acme, ana, hours="mon-fri 09:00-12:00")
    change(acme, ana, hours="mon-fri 09:00-12:00")
    change(acme, ana, hours="mon-fri 10:00-12:00")
    assert list(Hours.objects.values_list("from_on", "week")) == [(date(2026, 6, 2), "mon-fri 10:00-12:00")]


@pytest.mark.parametrize("role", ["sales_head", "marketing_head", "salesperson", "marketer", "reader"])
def test_only_the_operator_manages_people(acme, role):
    with pytest.raises(access.Forbidden):
        invite(acme, role)
    with pytest.raises(access.Forbidden):
        people.leave(actor=acme.actor(role), person_id=acme.people["other"].pk)


def test_nobody_brought_in_with_history_can_be_changed(acme):
    stranger = Person.objects.create_user("x@crm.invalid", name="X", can_sign_in=False, is_active=False)
    for person_id in (stranger.pk, 999):
        with pytest.raises(access.Unknown, match=f"There is no person {person_id}"):
            people.change(
                actor=acme.actor("operator"), person_id=person_id, form=PersonForm("a@b.example", "A", "reader"), now_s=NOW_S
            )  # fmt: skip


# --- leaving


def test_the_last_operator_can_neither_leave_nor_change_role(acme):
    olga = acme.people["operator"]
    for act in (
        lambda: people.leave(actor=acme.actor("operator"), person_id=olga.pk),
        lambda: change(acme, olga, role="reader"),
    ):
        with pytest.raises(WrongPerson, match="Olga Operator is the last operator; make somebody else operator first"):
            act()
    olga.refresh_from_db()
    assert (olga.is_active, olga.role) == (True, "operator")


def test_with_a_second_operator_the_first_may_leave_and_the_second_not(acme):
    form = PersonForm("cy@acme.example", "Cy Cole", "operator")
    second = people.invite(actor=acme.actor("operator"), form=form, now_s=NOW_S)
    people.leave(actor=acme.actor("operator"), person_id=acme.people["operator"].pk)
    with pytest.raises(WrongPerson):
        people.leave(actor=access.actor_of(second), person_id=second.pk)


def test_whoever_left_is_not_active(acme):
    bo = acme.people["other"]
    people.leave(actor=acme.actor("operator"), person_id=bo.pk)
    bo.refresh_from_db()
    assert bo.is_active is False
    with pytest.raises(access.Unknown):
        people.leave(actor=acme.actor("operator"), person_id=999)


# --- absences


@pytest.mark.parametrize(
    ("role", "whose", "error"),
    [
        ("salesperson", "salesperson", None),
        ("salesperson", "other", access.Forbidden),
        ("sales_head", "salesperson", None),
        ("marketing_head", "salesperson", access.Forbidden),
        ("marketing_head", "marketer", None),
        ("operator", "marketer", None),
        ("reader", "reader", None),
        ("reader", "marketer", access.Forbidden),
    ],
)
def test_who_may_enter_an_absence(acme, role, whose, error):
    given = {"person_id": acme.people[whose].pk, "from_on": date(2026, 6, 3), "until_on": date(2026, 6, 3)}
    if error:
        with pytest.raises(error):
            people.add_absence(actor=acme.actor(role), **given)
        assert Absence.objects.count() == 0
        return
    people.add_absence(actor=acme.actor(role), **given)
    assert list(Absence.objects.values_list("person_id", "from_on", "until_on")) == [tuple(given.values())]


def test_swapped_days_are_refused(acme):
    with pytest.raises(WrongPerson, match="The last day 2026-06-02 lies before the first 2026-06-03; swap them"):
        people.add_absence(
            actor=acme.actor("operator"), person_id=acme.people["other"].pk, from_on=date(2026, 6, 3), until_on=date(2026, 6, 2)
        )  # fmt: skip
    assert Absence.objects.count() == 0


def test_no_absence_of_nobody(acme):
    with pytest.raises(access.Unknown):
        people.add_absence(
            actor=acme.actor("operator"), person_id=999, from_on=date(2026, 6, 3), until_on=date(2026, 6, 3)
        )


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        (date(2026, 6, 4), date(2026, 6, 5), "These days are entered already. Nothing was changed."),
        (date(1926, 6, 4), date(2026, 6, 5), "Give days between 2000-01-01 and 2100-12-31."),
        (date(2026, 6, 4), date(9999, 12, 31), "Give days between 2000-01-01 and 2100-12-31."),
    ],
)
def test_days_that_are_entered_already_or_slips_of_the_pen_are_refused(acme, first, last, says):
    ana = acme.people["salesperson"]
    people.add_absence(
        actor=acme.actor("salesperson"), person_id=ana.pk, from_on=date(2026, 6, 3), until_on=date(2026, 6, 5)
    )
    with pytest.raises(WrongPerson) as wrong:
        people.add_absence(actor=acme.actor("salesperson"), person_id=ana.pk, from_on=first, until_on=last)
    assert (wrong.value.field, str(wrong.value), Absence.objects.count()) == ("from_on", says, 1)


@pytest.mark.parametrize(
    ("role", "error"),
    [
        ("salesperson", None), ("sales_head", None), ("operator", None),
        ("other", access.Forbidden), ("marketing_head", access.Forbidden), ("reader", access.Forbidden),
    ],
)  # fmt: skip
def test_who_may_take_back_an_absence(acme, role, error):
    ana = acme.people["salesperson"]
    day = date(2026, 6, 3)
    absence = people.add_absence(actor=acme.actor("operator"), person_id=ana.pk, from_on=day, until_on=day)
    if error:
        with pytest.raises(error):
            people.take_back_absence(actor=acme.actor(role), absence_id=absence.pk)
        assert Absence.objects.count() == 1
        return
    people.take_back_absence(actor=acme.actor(role), absence_id=absence.pk)
    assert Absence.objects.count() == 0
    with pytest.raises(access.Unknown, match="not entered any more"):
        people.take_back_absence(actor=acme.actor(role), absence_id=absence.pk)


# --- one's own hours


def set_hours(acme, role="salesperson", whose="salesperson", zone="", hours="", now_s=NOW_S):
    people.set_hours(actor=acme.actor(role), person_id=acme.people[whose].pk, zone=zone, hours=hours, now_s=now_s)


@pytest.mark.parametrize(
    ("role", "whose", "may"),
    [
        ("salesperson", "salesperson", True), ("salesperson", "other", False), ("sales_head", "other", True),
        ("marketing_head", "salesperson", False), ("marketing_head", "marketer", True), ("operator", "reader", True),
        ("reader", "reader", True), ("reader", "marketer", False), ("marketer", "marketer", True),
    ],
)  # fmt: skip
def test_who_may_set_whose_hours(acme, role, whose, may):
    if not may:
        with pytest.raises(access.Forbidden):
            set_hours(acme, role, whose, "Asia/Tokyo", "mon 09:00-10:00")
        assert Hours.objects.count() == 0
        return
    set_hours(acme, role, whose, "Europe/Madrid", "mon 09:00-10:00")
    person = Person.objects.get(zone="Europe/Madrid")
    assert person.pk == acme.people[whose].pk
    assert list(Hours.objects.values_list("person_id", "from_on", "week")) == [
        (person.pk, date(2026, 6, 2), "mon 09:00-10:00")
    ]


def test_hours_hold_from_the_day_it_is_where_they_work(acme):
    set_hours(acme, zone="Asia/Tokyo", hours="mon 09:00-10:00", now_s=NOW_S + 8 * 3600)
    assert Hours.objects.get().from_on == date(2026, 6, 3)


def test_emptied_hours_are_the_pacts_again_and_the_past_stays(acme):
    ana = acme.people["salesperson"].pk
    common = Rulebook(NOW_S).calendar(None, Rulebook(NOW_S).main()).weeks[0][1]
    set_hours(acme, hours="mon 09:00-10:00")
    set_hours(acme, now_s=NOW_S + 7 * 86_400)
    rules = Rulebook(NOW_S)
    weeks = [(day, each == common) for day, each in rules.calendar(ana, rules.main()).weeks]
    assert weeks == [(date.min, True), (date(2026, 6, 2), False), (date(2026, 6, 9), True)]


@pytest.mark.parametrize(
    ("field", "given", "says"),
    [
        ("zone", "Europe/Berlim", "There is no time zone 'Europe/Berlim'. Write for instance Europe/Berlin"),
        ("hours", "mon 18:00-09:00", "ends before it begins"),
        ("hours", "x" * 301, "Use at most 300 signs."),
    ],
)
def test_wrong_hours_are_refused_whole(acme, field, given, says):
    with pytest.raises(WrongPerson) as wrong:
        set_hours(acme, **({"zone": "Asia/Tokyo"} | {field: given}))
    assert (wrong.value.field, says in str(wrong.value), Hours.objects.count()) == (field, True, 0)
    assert Person.objects.get(pk=acme.people["salesperson"].pk).zone == ""


def test_the_holidays_in_use_are_kept_ahead(acme):
    invite(acme, country="AT")
    later_s = NOW_S + 2 * 366 * 86_400
    people.keep_holidays_in_use(now_s=later_s)
    newest = {code: HolidayYear.objects.filter(code=code).order_by("-year").first().year for code in ("DE", "AT")}
    assert newest == {"DE": 2032, "AT": 2032}
