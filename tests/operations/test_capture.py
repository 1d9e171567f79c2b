"""Taking leads in: matched, typed, recorded once, refused whole when wrong, with nothing personal in a fact."""

import pytest
from django.db import connection

from leadpact.connectors.shapes import LeadShape
from leadpact.ledger import access
from leadpact.ledger.models import Account, Clock, FactRow, Lead, LeadKey, Notice, Person
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import recording
from leadpact.operations import capture, verdict
from leadpact.operations.capture import Captured, Intake, WrongValues
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
NADIA = {
    "name": "Nadia Rahman", "company": "Kessler GmbH", "email": "Nadia.Rahman@Kessler.example", "phone": "+49 30 901820",
    "job_title": "Head of Operations", "need": "Too many returns since spring", "note": "Loves sailing", "employees": "420",
    "country": "DE",
}  # fmt: skip


@pytest.fixture
def acme():
    return company()


def shape(external_id="x1", system="web", source="web_form", **values):
    return LeadShape(external_id, system, None, source, "spring", "web", "buyer", None, values)


def take(acme, *shapes, role="marketer", now_s=NOW_S):
    taken = [capture.capture_lead(actor=acme.actor(role), shape=each, now_s=now_s) for each in shapes]
    return taken[0] if len(taken) == 1 else taken


def facts():
    return [
        (f.kind, f.field, f.value_code, f.value_number)
        for f in FactRow.objects.filter(lead_id__isnull=False).order_by("seq")
    ]


def written():
    return FactRow.objects.count(), Lead.objects.count(), LeadKey.objects.count(), Account.objects.count()


def dump(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        return "\n".join(str(row) for row in cursor.fetchall())


def test_a_new_lead_is_recorded_with_all_that_is_known(acme):
    taken = take(acme, shape(**NADIA))
    assert taken == Captured("created", taken.lead_id)
    assert facts() == [
        ("captured", None, None, None),
        ("described", "name", "known", None),
        ("described", "company", "known", None),
        ("described", "email", "known", None),
        ("described", "email_is_free_mail", "false", None),
        ("described", "phone", "known", None),
        ("described", "job_title", "known", None),
        *[("described", f"job_title:{word}", code, None) for word, code in _TITLE],
        ("described", "need", "known", None),
        ("described", "note", "known", None),
        ("described", "employees", "420", 420.0),
        ("described", "country", "DE", None),
    ]
    lead = Lead.objects.get()
    assert (lead.state, lead.source, lead.campaign, lead.found_side, lead.captured_s) == (
        "new", "web_form", "spring", "marketing", NOW_S,
    )  # fmt: skip
    assert (lead.name, lead.company, lead.email, lead.phone, lead.country, lead.employees) == (
        "Nadia Rahman", "Kessler GmbH", "nadia.rahman@kessler.example", "+49 30 901820", "DE", 420,
    )  # fmt: skip
    assert (lead.points, lead.points_pact_id) == (12 + 8 + 6, acme.pact_id)  # employees, need, a head of something


_TITLE = [("chief", "false"), ("director", "false"), ("head", "true"), ("manager", "false"), ("owner", "false")]


def test_nothing_personal_stands_in_any_fact_or_notice(acme):
    take(acme, shape(**NADIA))
    lead_id = Lead.objects.get().pk
    capture.describe_lead(
        actor=acme.actor("marketer"), lead_id=lead_id, values={"name": "Nadia Rahman-Holt", "phone": "0171 5550199"}, now_s=NOW_S
    )  # fmt: skip
    for table in ("facts", "clocks", "hand_offs", "deals", "ledger_notice"):
        told = dump(table).casefold()
        for word in (
            "nadia",
            "rahman",
            "holt",
            "kessler",
            "@",
            "901820",
            "5550199",
            "operations",
            "returns",
            "sailing",
        ):
            assert word not in told, (table, word)
    assert "Nadia Rahman-Holt" in dump("person_values")


def test_sending_the_same_again_changes_nothing(acme):
    first = take(acme, shape(**NADIA))
    before = written()
    again = take(acme, shape(**NADIA), now_s=NOW_S + 600)
    assert again == Captured("unchanged", first.lead_id)
    assert written() == before


def test_a_changed_value_adds_one_fact_and_an_older_one_none(acme):
    lead_id = take(acme, shape(**NADIA)).lead_id
    before = FactRow.objects.count()
    assert take(acme, shape(employees="500"), now_s=NOW_S + 60) == Captured("changed", lead_id)
    assert FactRow.objects.count() == before + 1
    late = shape(employees="7")._replace(occurred_s=NOW_S - 86_400)
    assert take(acme, late, now_s=NOW_S + 120) == Captured("unchanged", lead_id)
    assert Lead.objects.get().employees == 500


def test_unknown_takes_a_value_back_with_all_that_followed_from_it(acme):
    take(acme, shape(**NADIA))
    take(acme, shape(email="unknown", employees="unknown"), now_s=NOW_S + 60)
    assert facts()[-3:] == [
        ("described", "email", "unknown", None),
        ("described", "email_is_free_mail", "unknown", None),
        ("described", "employees", "unknown", None),
    ]
    lead = Lead.objects.get()
    assert (lead.email, lead.employees, lead.name) == (None, None, "Nadia Rahman")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (shape("x1"), shape("x1", country="DE")),
        (shape("x1", email="a@b.example"), shape("y7", email=" A@B.example ")),
        (shape("x1", phone="+49 30 901820"), shape("y7", phone="030 901820")),
        (shape("x1", phone="+43 1 5123456"), shape("y7", phone="01 5123456", country="AT")),
        (shape("", email="a@b.example"), shape("", email="a@b.example", name="Ana")),
    ],
)
def test_a_lead_is_known_again(acme, first, second):
    one, two = take(acme, first, second)
    assert (one.status, two.status, two.lead_id, Lead.objects.count()) == ("created", "changed", one.lead_id, 1)


@pytest.mark.parametrize(
    "second",
    [
        shape("X1"),
        shape("x1", system="crm"),
        shape("x2", email="b@b.example"),
        shape("x2", phone="+49 30 901821"),
        shape("", name="Ana"),
    ],
)
def test_somebody_else_is_a_lead_of_their_own(acme, second):
    one, two = take(acme, shape("x1", email="a@b.example", phone="+49 30 901820", name="Ana"), second)
    assert (two.status, two.lead_id != one.lead_id, Lead.objects.count()) == ("created", True, 2)


def test_the_external_id_goes_before_the_address_and_the_address_before_the_phone(acme):
    one = take(acme, shape("x1", phone="+49 30 901820")).lead_id
    two = take(acme, shape("x2", email="b@b.example")).lead_id
    assert take(acme, shape("x1", email="b@b.example")) == Captured("changed", one, (), (two,))
    assert take(acme, shape("", email="b@b.example", phone="+49 30 901820", country="DE")) == Captured(
        "changed", two, (), (one,)
    )


def test_another_systems_record_of_a_known_buyer_is_a_capture_of_the_same_lead(acme):
    one = take(acme, shape("x1", email="a@b.example")).lead_id
    booth = shape("b9", "booth", "trade_show", email="a@b.example")
    assert take(acme, booth, now_s=NOW_S + 60) == Captured("changed", one)
    rows = (
        FactRow.objects.filter(kind="captured")
        .order_by("seq")
        .values_list("source_system", "external_id", "source", "lead_id")
    )
    assert list(rows) == [("web", "x1", "web_form", one), ("booth", "b9", "trade_show", one)]
    assert Lead.objects.get().source == "web_form"
    assert take(acme, booth, now_s=NOW_S + 120) == Captured("unchanged", one)


def test_leads_of_one_company_share_its_account_whatever_the_spelling(acme):
    take(acme, shape("x1", company="Kessler  GmbH"), shape("x2", company="KESSLER GmbH"), shape("x3", company="Rix"))
    kessler, same, rix = Lead.objects.order_by("pk").values_list("account_id", flat=True)
    assert (kessler == same, kessler != rix, Account.objects.count()) == (True, True, 2)


@pytest.mark.parametrize(
    ("wrong", "field", "expected"),
    [
        (shape(employees="many"), "employees", "a number such as 1200, 1,200 or 12.5, without a unit"),
        (shape(email="ana at x"), "email", "an e-mail address such as ana@example.com; it has a space or an invisible sign in it"),
        (shape(budgt="approved"), "budgt", "a field that is declared; did you mean budget? (declare your own under fields in the pact)"),
        (shape(budget="aproved"), "budget", None),
        (shape("a" * 201), "external_id", "at most 200 visible signs in one line"),
        (
            shape("ana@x.example"), "external_id",
            "an id of that system that is no e-mail address; leave it out and give the address as the field email",
        ),
        (shape(system="s" * 61), "source_system", "at most 60 visible signs in one line"),
        (shape(source="ana@x.example"), "source", "a short code: at most 100 signs, no @, nothing that names a person"),
        (shape()._replace(occurred_s=NOW_S + 61), "occurred_at", "an instant since 1970 that is not in the future"),
        (shape()._replace(occurred_s=-1), "occurred_at", "an instant since 1970 that is not in the future"),
        (shape()._replace(side="nobody"), "side", "one of buyer, marketing, sales, system"),
    ],
)  # fmt: skip
def test_a_wrong_value_refuses_the_whole_record_and_writes_nothing(acme, wrong, field, expected):
    before = written()
    values = {"company": "Kessler", "country": "DE", **wrong.values}
    with pytest.raises(WrongValues) as refused:
        take(acme, wrong._replace(values=values))
    (problem,) = refused.value.problems
    assert problem.field == field
    assert expected is None or problem.expected == expected
    assert written() == before


def test_every_wrong_value_is_named_at_once(acme):
    with pytest.raises(WrongValues) as refused:
        take(acme, shape(employees="many", email="x", nonsense="1", country="DE"))
    assert [problem.field for problem in refused.value.problems] == ["employees", "email", "nonsense"]


def test_in_a_batch_wrong_ones_are_rejected_and_the_others_taken(acme):
    shapes = [shape("x1", country="DE"), shape("x2", employees="many"), shape("x1", employees="5")]
    taken = capture.capture_leads(actor=acme.actor("marketer"), shapes=shapes, now_s=NOW_S)
    assert [each.status for each in taken] == ["created", "rejected", "changed"]
    assert (taken[2].lead_id, Lead.objects.get().employees) == (taken[0].lead_id, 5)


@pytest.mark.parametrize("role", ["reader", "operator"])
def test_not_everybody_may_bring_leads(acme, role):
    with pytest.raises(access.Forbidden):
        take(acme, shape(), role=role)


# --- who found it


def test_the_finder_is_kept_and_a_stranger_is_brought_in_without_sign_in(acme):
    take(acme, shape("x1")._replace(found_by="IDA@acme.example"), shape("x2")._replace(found_by="agent-7"))
    mine, other = Lead.objects.order_by("pk")
    assert (mine.found_by_id, mine.found_side) == (acme.people["marketer"].pk, "marketing")
    stranger = Person.objects.get(pk=other.found_by_id)
    assert (stranger.name, stranger.external_id, stranger.source_system) == ("agent-7", "agent-7", "web")
    assert (stranger.is_active, stranger.can_sign_in, stranger.has_usable_password()) == (False, False, False)


def test_the_same_stranger_is_the_same_person(acme):
    take(acme, shape("x1")._replace(found_by="agent-7"), shape("x2")._replace(found_by="agent-7"))
    assert len(set(Lead.objects.values_list("found_by_id", flat=True))) == 1


@pytest.mark.parametrize(("role", "side"), [("marketer", "marketing"), ("salesperson", "sales")])
def test_a_lead_typed_in_is_found_by_the_one_who_typed(acme, role, side):
    actor = acme.actor(role)
    capture.type_in_lead(actor=actor, values={"name": "Ana"}, source="phone", now_s=NOW_S)
    lead = Lead.objects.get()
    assert (lead.found_by_id, lead.found_side, lead.source) == (actor.id, side, "phone")


@pytest.mark.parametrize("values", [{}, {"name": "  "}, {"country": "DE"}])
def test_a_lead_typed_in_needs_something_to_be_called_by(acme, values):
    with pytest.raises(WrongValues, match="a name, a company, an e-mail address or a phone number"):
        capture.type_in_lead(actor=acme.actor("marketer"), values=values, source="phone", now_s=NOW_S)
    assert Lead.objects.count() == 0


# --- later words


def test_filling_in_says_who_and_when_and_on_whose_side(acme):
    hand_off = acme.handed_over()
    owner = acme.owner(hand_off)
    capture.describe_lead(actor=owner, lead_id=hand_off.lead_id, values={"tool_today": "Excel"}, now_s=NOW_S + 60)
    fact = FactRow.objects.get(field="tool_today")
    assert (fact.by_id, fact.side, fact.occurred_s, fact.channel) == (owner.id, "sales", NOW_S + 60, "hand")


def test_a_wrong_correction_changes_nothing(acme):
    lead_id = take(acme, shape(**NADIA)).lead_id
    before = written()
    with pytest.raises(WrongValues):
        capture.describe_lead(
            actor=acme.actor("marketer"), lead_id=lead_id, values={"country": "AT", "employees": "x"}, now_s=NOW_S
        )
    assert written() == before


@pytest.mark.parametrize("by", ["hand", "form"])
def test_a_sleeping_lead_comes_forward_when_what_it_waits_for_is_told(acme, by):
    hand_off = acme.handed_over(budget="none")
    lead_id = hand_off.lead_id
    capture.describe_lead(actor=acme.actor("marketer"), lead_id=lead_id, values={"budget": "unknown"}, now_s=NOW_S)
    verdict.reject(actor=acme.owner(hand_off), hand_off_id=hand_off.pk, reason="no_budget", now_s=NOW_S + 60)
    assert (Lead.objects.get().state, Lead.objects.get().wake_field) == ("recycled", "budget")
    told_s = NOW_S + 7200

    def tell(**values):
        if by == "hand":
            capture.describe_lead(actor=acme.actor("marketer"), lead_id=lead_id, values=values, now_s=told_s)
        else:
            take(acme, shape(**values), now_s=told_s)

    tell(country="AT")
    assert Lead.objects.get().state == "recycled"
    tell(budget="approved")
    lead = Lead.objects.get()
    assert (lead.state, lead.wake_field) == ("new", None)
    woken = FactRow.objects.get(kind="woken")
    assert (woken.reason, woken.occurred_s) == ("known", told_s)
    tell(budget="planned")
    assert FactRow.objects.filter(kind="woken").count() == 1


# --- history


def test_history_keeps_its_dates_and_starts_no_clock_and_no_notice(acme):
    notices = Notice.objects.count()
    then_s = NOW_S - 400 * 86_400
    rules = Rulebook(NOW_S)
    old = shape(**NADIA)._replace(occurred_s=then_s, found_by="ida@acme.example")
    with recording(NOW_S, scorer=rules) as book:
        (taken,), _ = Intake(book, rules, live=False).take([old])
    rows = FactRow.objects.filter(lead_id=taken.lead_id).values_list("occurred_s", "recorded_s").distinct()
    assert list(rows) == [(then_s, then_s)]
    assert (Clock.objects.count(), Notice.objects.count()) == (0, notices)
    assert (Lead.objects.get().captured_s, Lead.objects.get().points_s) == (then_s, then_s)
