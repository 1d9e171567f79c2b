"""Companies that are one: found, made one so that all that counts companies sees one, and parted again."""

import pytest
from django.db import connection

from leadpact.ledger import access
from leadpact.ledger.models import Account, CompanyPair, Lead
from leadpact.operations import companies, forget
from leadpact.operations import rebuild as rebuilding
from leadpact.operations.companies import NotOne
from leadpact.queries import companies as queries
from tests.company import company

pytestmark = pytest.mark.django_db
ROWS = ("leads", "hand_offs", "clocks", "deals", "lead_keys", "person_values", "ledger_account")


@pytest.fixture
def acme():
    made = company()
    made.leads = {  # type: ignore[attr-defined]  # only here
        at: made.lead(at, name=f"Nadia {at}", company=name, email=f"{at}@{mail}")
        for at, name, mail in (
            ("a1", "Kessler Logistik", "kessler.example"), ("a2", "Kessler Logistik", "kessler.example"),
            ("b1", "Kessler Logistik GmbH", "kessler.example"), ("c1", "Kessler Immobilien", "homes.example"),
            ("d1", "Bergström", "gmail.com"),
        )
    }  # fmt: skip
    return made


def rows():
    found = {}
    with connection.cursor() as cursor:
        for table in ROWS:
            cursor.execute(f"SELECT * FROM {table} ORDER BY 1")
            found[table] = cursor.fetchall()
    return found


def of(acme, at):
    return Lead.objects.get(pk=acme.leads[at]).account_id


def test_found_with_why_and_what_is_said_is_remembered(acme):
    marketer = acme.actor("marketer")
    assert companies.look(actor=marketer) == 1
    (pair,) = queries.suggestions(marketer)
    assert (pair.one.name, pair.one.leads, pair.one.stays) == ("Kessler Logistik", 2, True)
    assert (pair.other.name, pair.other.leads, pair.other.deals) == ("Kessler Logistik GmbH", 1, 0)
    assert pair.why == "same name but for GmbH, same web domain"
    assert companies.decide(actor=marketer, pair_id=pair.id, is_one=False, now_s=acme.now_s) is None
    assert companies.look(actor=marketer) == 0
    with pytest.raises(NotOne, match="decided already"):
        companies.decide(actor=marketer, pair_id=pair.id, is_one=True, now_s=acme.now_s)


def test_made_one_and_parted_every_row_is_as_before(acme):
    marketer, before = acme.actor("marketer"), rows()
    companies.look(actor=marketer)
    done = companies.decide(actor=marketer, pair_id=CompanyPair.objects.get().pk, is_one=True, now_s=acme.now_s)
    assert (done.to_id, done.leads) == (of(acme, "a1"), 1)
    assert of(acme, "b1") == of(acme, "a1")
    assert Lead.objects.get(pk=acme.leads["b1"]).company == "Kessler Logistik GmbH"
    assert [(each.name, each.into) for each in queries.joined(marketer)] == [
        ("Kessler Logistik GmbH", "Kessler Logistik")
    ]
    assert queries.suggestions(marketer) == ()
    assert rebuilding.check(actor=acme.actor("operator"), now_s=acme.now_s).differences == []
    assert companies.part(actor=marketer, account_id=done.from_id, now_s=acme.now_s).leads == 1
    assert rows() == before
    with pytest.raises(NotOne, match="nothing to part"):
        companies.part(actor=marketer, account_id=done.from_id, now_s=acme.now_s + 99)


def test_what_comes_under_the_name_goes_to_the_one_company_and_back_with_it(acme):
    marketer = acme.actor("marketer")
    goes, stays = of(acme, "b1"), of(acme, "a1")
    companies.join(actor=marketer, account_id=goes, into_id=stays, now_s=acme.now_s)
    acme.leads["b2"] = acme.lead("b2", name="Later", company="Kessler Logistik GmbH")
    acme.touch(acme.leads["b1"], "page_view", "prices", account_id=stays)
    acme.leads["a3"] = acme.lead("a3", name="Later still", company="Kessler Logistik")
    assert {of(acme, at) for at in ("a1", "a2", "a3", "b1", "b2")} == {stays}
    assert Account.objects.count() == 4, "no further company was made for the name"
    companies.part(actor=marketer, account_id=goes, now_s=acme.now_s + 5)
    assert [of(acme, at) for at in ("a1", "a2", "a3", "b1", "b2")] == [stays] * 3 + [goes] * 2
    companies.join(actor=marketer, account_id=goes, into_id=stays, now_s=acme.now_s + 6)
    companies.part(actor=marketer, account_id=goes, now_s=acme.now_s + 7)
    assert [of(acme, at) for at in ("a1", "b1", "b2")] == [stays, goes, goes]


def test_a_lead_that_got_another_company_since_keeps_it(acme):
    marketer = acme.actor("marketer")
    goes, stays = of(acme, "b1"), of(acme, "a1")
    companies.join(actor=marketer, account_id=goes, into_id=stays, now_s=acme.now_s)
    acme.lead("b1", name="Nadia b1", company="Bergström", email="b1@kessler.example")
    assert of(acme, "b1") == of(acme, "d1")
    assert companies.part(actor=marketer, account_id=goes, now_s=acme.now_s + 5).leads == 0
    assert of(acme, "b1") == of(acme, "d1")


def test_of_three_made_one_each_comes_back_alone(acme):
    marketer = acme.actor("marketer")
    a, b, c = (of(acme, at) for at in ("a1", "b1", "c1"))
    companies.join(actor=marketer, account_id=c, into_id=b, now_s=acme.now_s)
    companies.join(actor=marketer, account_id=b, into_id=a, now_s=acme.now_s + 1)
    assert [of(acme, at) for at in ("a1", "b1", "c1")] == [a, a, a]
    companies.part(actor=marketer, account_id=b, now_s=acme.now_s + 2)
    assert [of(acme, at) for at in ("a1", "b1", "c1")] == [a, b, a]
    companies.part(actor=marketer, account_id=c, now_s=acme.now_s + 3)
    assert [of(acme, at) for at in ("a1", "b1", "c1")] == [a, b, c]
    with pytest.raises(NotOne, match="one company already"):
        companies.join(actor=marketer, account_id=a, into_id=a, now_s=acme.now_s + 4)


def test_who_may_not_is_refused_and_nothing_is_written(acme):
    goes, stays = of(acme, "b1"), of(acme, "a1")
    before = rows()
    for role in ("reader", "salesperson"):  # The salesperson owns none of these leads.
        with pytest.raises(access.Forbidden):
            companies.join(actor=acme.actor(role), account_id=goes, into_id=stays, now_s=acme.now_s)
    companies.look(actor=access.SYSTEM)
    assert queries.suggestions(acme.actor("salesperson")) == ()
    with pytest.raises(access.Forbidden):
        queries.suggestions(acme.actor("reader"))
    with pytest.raises(access.Unknown, match="no company 999"):
        companies.join(actor=acme.actor("marketer"), account_id=999, into_id=stays, now_s=acme.now_s)
    assert rows() == before


def test_a_forgotten_persons_own_name_goes_from_what_a_company_was_known_as(acme):
    goes, stays = of(acme, "d1"), of(acme, "a1")
    companies.join(actor=acme.actor("marketer"), account_id=goes, into_id=stays, now_s=acme.now_s)
    head = acme.actor("marketing_head")
    report = forget.forget(actor=head, lead_id=acme.leads["d1"], now_s=acme.now_s)
    assert report.companies == 1
    assert not Account.objects.filter(name="Bergström").exists()
    assert Account.objects.get(pk=stays).name == "Kessler Logistik"
    report = forget.forget(actor=head, lead_id=acme.leads["a1"], now_s=acme.now_s)
    assert report.companies == 0, "another lead gives that name"
    assert companies.part(actor=acme.actor("marketer"), account_id=goes, now_s=acme.now_s).leads == 1
