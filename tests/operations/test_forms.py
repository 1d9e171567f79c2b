"""Forms: made of the fields both teams agreed; each entry one lead, with what was agreed to and where it came from."""

import pytest

from leadpact.ledger.models import CaptureForm, FactRow, HeldEntry, Lead, PersonValue, Visit
from leadpact.ledger.rulebook import Rulebook
from leadpact.operations import forms
from leadpact.operations.capture import WrongValues
from leadpact.operations.forms import Entry, FormPlan, WrongForm
from leadpact.rules.sources import Origin
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
FIELDS = (("name", True), ("email", True), ("company", False), ("budget", False))
VALUES = {"name": "Ana Lind", "email": "ana@kessler.example", "company": "Kessler", "budget": "approved"}


@pytest.fixture
def acme():
    return company()


def make(acme, **more):
    plan = {"name": "Demo", "kind": "demo", "title": "See it", "fields": FIELDS, **more}
    return forms.make_form(actor=acme.actor("marketer"), plan=FormPlan(**plan), now_s=NOW_S)


def test_an_entry_is_a_lead_with_its_form_as_a_touch_and_what_it_agreed_to(acme):
    form = make(acme, agreement="You may write to me.", ways=("email",), campaign="Spring 26")
    entry = Entry("entry-0001", VALUES, NOW_S, True, "", Origin("paid_search"))
    assert forms.fill_in(form=form, entry=entry, now_s=NOW_S).status == "created"
    lead = Lead.objects.get()
    assert (lead.name, lead.email, lead.source, lead.campaign) == (
        "Ana Lind", "ana@kessler.example", "paid_search", "spring_26",
    )  # fmt: skip
    touch = FactRow.objects.get(kind="form_filled")
    assert (touch.field, touch.source, touch.campaign, touch.side) == ("demo", "paid_search", "spring_26", "buyer")
    said = FactRow.objects.get(field="permission_email")
    assert (said.value_code, said.channel, said.side) == ("consent", "form", "buyer")
    assert PersonValue.objects.get(fact_seq=said.seq).text == "You may write to me."
    assert Rulebook(NOW_S).pacts
    assert lead.points > 0


def test_the_same_entry_twice_is_one_lead_and_changes_nothing(acme):
    form = make(acme, agreement="You may write.", ways=("email",))
    entry = Entry("entry-0001", VALUES, NOW_S, True)
    forms.fill_in(form=form, entry=entry, now_s=NOW_S)
    before = list(FactRow.objects.values_list("seq", flat=True))
    assert forms.fill_in(form=form, entry=entry, now_s=NOW_S + 5).status == "unchanged"
    assert list(FactRow.objects.values_list("seq", flat=True)) == before
    assert CaptureForm.objects.get().entries == 1
    # Somebody who fills it in once more is the same lead, heard of again.
    forms.fill_in(form=form, entry=Entry("entry-0002", VALUES, NOW_S + 9), now_s=NOW_S + 9)
    assert Lead.objects.count() == 1
    assert FactRow.objects.filter(kind="form_filled").count() == 2


def test_visits_before_the_form_are_the_leads_and_the_first_names_its_source(acme):
    from leadpact.operations.trackers_people import mark_of

    form = make(acme)
    shared = {"key_id": 1, "digest": 1, "visitor": mark_of("a", "", "v1"), "state": "waiting", "touch": "page_view",
              "received_s": NOW_S}  # fmt: skip
    Visit.objects.create(event_id="e1", of="home", source="organic_search", occurred_s=NOW_S - 900, **shared)
    Visit.objects.create(event_id="e2", of="pricing", occurred_s=NOW_S - 60, **shared)
    entry = Entry("entry-0001", VALUES, NOW_S, visitor="v1", origin=Origin("email", "News"))
    forms.fill_in(form=form, entry=entry, now_s=NOW_S)
    assert Lead.objects.get().source == "organic_search"
    told = FactRow.objects.filter(kind__in=["page_view", "form_filled"]).order_by("occurred_s")
    assert [(row.kind, row.field, row.source, row.campaign) for row in told] == [
        ("page_view", "home", "organic_search", None), ("page_view", "pricing", None, None),
        ("form_filled", "demo", "email", "News"),
    ]  # fmt: skip
    assert set(Visit.objects.values_list("state", flat=True)) == {"joined"}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({**VALUES, "name": " "}, "name"),
        ({**VALUES, "email": "nobody"}, "email"),
        ({**VALUES, "budget": "?"}, "budget"),
    ],
)
def test_a_wrong_value_is_refused_and_nothing_is_written(acme, values, field):
    form = make(acme)
    with pytest.raises(WrongValues) as caught:
        forms.fill_in(form=form, entry=Entry("entry-0001", values, NOW_S), now_s=NOW_S)
    assert [problem.field for problem in caught.value.problems] == [field]
    assert not Lead.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"fields": (("name", True),)}, "nobody could answer"), ({"fields": (("shoe", True),)}, "shoe"),
        ({"fields": (("do_not_contact", True), ("email", True))}, "do_not_contact"), ({"title": " "}, "heading"),
        ({"agreement": "Yes."}, "which ways"), ({"kind": "@"}, "word that the pact"), ({"ways": ("pigeon",)}, "pigeon"),
    ],
)  # fmt: skip
def test_a_form_that_cannot_work_is_refused_in_words(acme, wrong, says):
    with pytest.raises(WrongForm, match=says):
        make(acme, **wrong)


def test_what_was_held_back_is_taken_in_or_thrown_away_by_somebody(acme):
    form = make(acme)
    for _ in range(2):
        forms.hold(form=form, values={**VALUES, "other": "x"}, why="trap", now_s=NOW_S)
    first, second = HeldEntry.objects.order_by("pk")
    assert first.values == VALUES
    forms.release(actor=acme.actor("marketer"), held_id=first.pk, now_s=NOW_S)
    forms.throw_away(actor=acme.actor("marketer"), held_id=second.pk)
    assert (Lead.objects.count(), HeldEntry.objects.count()) == (1, 0)
