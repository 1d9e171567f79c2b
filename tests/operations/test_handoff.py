"""Who gets a lead and by when: capacity, people who are away or gone, the ranked queue, other owners, hand-counted deadlines."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from leadpact.connectors import pact_file
from leadpact.ledger import access
from leadpact.ledger.models import Account, Clock, FactRow, HandOff, HolidayYear, Lead, Notice, Person
from leadpact.ledger.rulebook import Rulebook
from leadpact.operations import deals, handoff, people, qualify, sla
from leadpact.operations.handoff import NotOpen, PersonLeft, SameOwner
from leadpact.rules.clock import NoHolidays
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
MINUTE_S, HOUR_S, DAY_S = 60, 3_600, 86_400
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def acme():
    return company()


def small(each=1, more=()):
    text = pact_file.starter().replace("each_person: 10 a week", f"each_person: {each} a week")
    for old, new in more:
        assert old in text
        text = text.replace(old, new)
    return company(text=text)


def at(text, zone=BERLIN):
    return int(datetime.fromisoformat(text).replace(tzinfo=zone).timestamp())


def local(at_s, zone=BERLIN):
    return datetime.fromtimestamp(at_s, zone).strftime("%a %d %b %H:%M")


def hand_over(acme, lead_id, now_s=NOW_S):
    return qualify.hand_over(actor=acme.actor("marketer"), lead_id=lead_id, now_s=now_s)


def only(acme, role):
    """Let one salesperson alone take leads."""
    Person.objects.filter(role="salesperson").exclude(pk=acme.people[role].pk).update(is_active=False)


def owners():
    return list(HandOff.objects.order_by("pk").values_list("owner_id", flat=True))


def clock(promise):
    return Clock.objects.get(promise=promise)


# --- deadlines counted by hand; the hours are mon-thu 09:00-12:30 13:30-17:30, fri 09:00-15:00, without absences


@pytest.mark.parametrize(
    ("when", "touch", "answer"),
    [
        ("2026-06-05T18:00", "Mon 08 Jun 09:15", "Mon 08 Jun 17:12"),  # Friday evening
        ("2026-06-05T14:50", "Mon 08 Jun 09:05", "Mon 08 Jun 17:02"),  # ten minutes before Friday's end
        ("2026-06-06T12:00", "Mon 08 Jun 09:15", "Mon 08 Jun 17:12"),  # Saturday
        ("2026-06-03T12:25", "Wed 03 Jun 13:40", "Thu 04 Jun 12:07"),  # five minutes before lunch
        ("2026-06-03T13:00", "Wed 03 Jun 13:45", "Thu 04 Jun 12:12"),  # in the lunch break
        ("2026-05-25T10:00", "Tue 26 May 09:15", "Tue 26 May 17:12"),  # Whit Monday
        ("2026-12-25T10:00", "Mon 28 Dec 09:15", "Mon 28 Dec 17:12"),  # Christmas, and then a weekend
        ("2027-03-26T09:00", "Tue 30 Mar 09:15", "Tue 30 Mar 17:12"),  # Good Friday to Easter Monday, clocks change
    ],
)
def test_deadlines_follow_the_owners_hours(when, touch, answer):
    now_s = at(when)
    acme = company(now_s)
    only(acme, "salesperson")
    acme.handed_over()
    assert [(c.promise, local(c.due_s)) for c in Clock.objects.order_by("promise")] == [
        ("answer", answer),
        ("first_touch", touch),
    ]


def test_a_person_in_another_zone_has_their_own_morning(acme):
    only(acme, "other")
    form = people.PersonForm("bo@acme.example", "Bo Berg", "salesperson", zone="America/New_York", country="US")
    people.change(actor=acme.actor("operator"), person_id=acme.people["other"].pk, form=form, now_s=NOW_S)
    acme.handed_over()  # Tuesday 10:00 in Berlin is 04:00 in New York.
    assert local(clock("first_touch").due_s, ZoneInfo("America/New_York")) == "Tue 02 Jun 09:15"


def test_a_person_has_the_holidays_of_their_country(acme):
    only(acme, "other")
    form = people.PersonForm("bo@acme.example", "Bo Berg", "salesperson", zone="America/New_York", country="US")
    people.change(actor=acme.actor("operator"), person_id=acme.people["other"].pk, form=form, now_s=NOW_S)
    acme.now_s = at("2026-09-07T10:00", ZoneInfo("America/New_York"))  # Labor Day
    lead_id = acme.good_lead()
    hand_over(acme, lead_id, acme.now_s)
    assert local(clock("first_touch").due_s, ZoneInfo("America/New_York")) == "Tue 08 Sep 09:15"


def test_own_hours_go_before_those_of_the_pact(acme):
    only(acme, "other")
    form = people.PersonForm("bo@acme.example", "Bo Berg", "salesperson", hours="wed 14:00-16:00")
    people.change(actor=acme.actor("operator"), person_id=acme.people["other"].pk, form=form, now_s=NOW_S)
    acme.handed_over()
    # One working day of somebody who works two hours a week has two hours.
    assert [local(c.due_s) for c in Clock.objects.order_by("due_s")] == ["Wed 03 Jun 14:15", "Wed 03 Jun 16:00"]


def test_an_absence_that_starts_tomorrow_pauses_the_clock(acme):
    only(acme, "salesperson")
    ana = acme.people["salesperson"].pk
    away = {"from_on": date(2026, 6, 3), "until_on": date(2026, 6, 5)}
    people.add_absence(actor=acme.actor("sales_head"), person_id=ana, **away)
    acme.now_s = at("2026-06-02T17:25")
    acme.handed_over()
    assert owners() == [ana]
    assert local(clock("first_touch").due_s) == "Mon 08 Jun 09:10"


def test_a_year_without_holidays_is_said_and_nothing_is_written(acme):
    lead_id = acme.good_lead()
    HolidayYear.objects.filter(year=2026).delete()
    before = FactRow.objects.count()
    with pytest.raises(NoHolidays, match=r"There is no holiday data for Germany in 2026"):
        hand_over(acme, lead_id)
    assert (FactRow.objects.count(), Lead.objects.get().state) == (before, "new")


# --- who


def test_leads_go_round_and_nobody_gets_more_than_agreed():
    acme = small(each=2)
    leads = [acme.good_lead(f"x{n}") for n in range(6)]
    waiting = [hand_over(acme, lead_id).waiting.get(lead_id) for lead_id in leads]
    ana, bo = acme.people["salesperson"].pk, acme.people["other"].pk
    assert owners() == [ana, bo, ana, bo]
    assert waiting == [None] * 4 + ["capacity"] * 2
    assert (
        list(Lead.objects.filter(state="queued").values_list("queued_reason", "queued_s", "owner_id"))
        == [("capacity", NOW_S, None)] * 2
    )


def test_ones_own_capacity_goes_below_that_of_the_pact(acme):
    Person.objects.filter(pk=acme.people["salesperson"].pk).update(capacity=0)
    for n in range(3):
        hand_over(acme, acme.good_lead(f"x{n}"))
    assert set(owners()) == {acme.people["other"].pk}


def test_people_who_are_away_or_left_get_none(acme):
    ana, bo = acme.people["salesperson"].pk, acme.people["other"].pk
    people.add_absence(
        actor=acme.actor("sales_head"), person_id=ana, from_on=date(2026, 6, 1), until_on=date(2026, 6, 3)
    )
    for n in range(2):
        hand_over(acme, acme.good_lead(f"x{n}"))
    assert owners() == [bo, bo]
    assert HandOff.objects.first().why == f"#{bo}: only; away #{ana} 1780524000"
    people.leave(actor=acme.actor("operator"), person_id=bo)
    lead_id = acme.good_lead("x9")
    assert hand_over(acme, lead_id).waiting == {lead_id: "nobody_available"}


def test_a_team_without_people_leaves_the_lead_in_sight(acme):
    Person.objects.filter(role="salesperson").update(is_active=False)
    lead_id = acme.good_lead()
    assert hand_over(acme, lead_id).waiting == {lead_id: "nobody_available"}
    lead = Lead.objects.get()
    assert (lead.state, lead.queued_reason, lead.queued_s) == ("queued", "nobody_available", NOW_S)
    fact = FactRow.objects.get(kind="queued")
    assert (fact.reason, fact.points, fact.lane, fact.due_s, fact.pact_version) == (
        "nobody_available", 76, "asked for a demo", NOW_S + 14 * DAY_S, 1,
    )  # fmt: skip


def test_the_owner_of_the_accounts_open_deal_takes_it_without_using_up_a_place():
    acme = small(each=1)
    first = acme.handed_over("x1", company="Kessler")
    owner = acme.owner(first)
    deals.open_deal(actor=owner, lead_id=first.lead_id, now_s=NOW_S + 60)
    second = acme.handed_over("x2", company="Kessler")
    assert (second.owner_id, second.why) == (
        owner.id,
        f"#{owner.id}: owns_open_deal_owner; uncounted",
    )
    # Neither this one nor a third uses up a place: the other person has one lead and is full, the owner too.
    third, other = acme.handed_over("x3", company="Kessler"), acme.handed_over("x4")
    assert (third.owner_id, other.owner_id == owner.id) == (owner.id, False)
    lead_id = acme.good_lead("x5")
    assert hand_over(acme, lead_id).waiting == {lead_id: "capacity"}
    step = Rulebook(NOW_S).main()
    taken = {each.id: each.taken for each in handoff.sellers(step, step.step, Rulebook(NOW_S))}
    assert taken == {owner.id: 1, other.owner_id: 1}


def test_the_account_owner_comes_before_the_round():
    acme = small(each=5)
    bo = acme.people["other"].pk
    acme.lead("old", company="Kessler")
    Account.objects.filter(name="Kessler").update(owner_id=bo)
    assert [acme.handed_over(f"x{n}", company="Kessler").owner_id for n in range(3)] == [bo, bo, bo]


# --- the queue


def test_a_new_week_hands_the_best_over_first():
    acme = small(each=1)
    for n in range(2):
        hand_over(acme, acme.good_lead(f"x{n}"))
    plain, best, other = acme.good_lead("y0"), acme.good_lead("y1", tool_today="Excel"), acme.good_lead("y2")
    for lead_id in (plain, best, other):
        assert hand_over(acme, lead_id).waiting == {lead_id: "capacity"}
    assert handoff.fill_short_lists(now_s=at("2026-06-07T23:59")) == 0
    monday_s = at("2026-06-08T00:01")
    assert handoff.fill_short_lists(now_s=monday_s) == 2
    assert list(HandOff.objects.filter(handed_s=monday_s).order_by("pk").values_list("lead_id", flat=True)) == [
        best,
        plain,
    ]
    assert handoff.fill_short_lists(now_s=monday_s + 60) == 0
    assert list(Lead.objects.filter(state="queued").values_list("pk", flat=True)) == [other]
    assert [c.state for c in Clock.objects.filter(promise="waiting").order_by("lead_id")] == ["kept", "kept", "running"]
    told = Notice.objects.filter(kind="handed_over", made_s=monday_s)
    assert sorted(told.values_list("person_id", flat=True)) == sorted(
        HandOff.objects.filter(handed_s=monday_s).values_list("owner_id", flat=True)
    )


def test_where_the_pact_says_so_the_oldest_goes_first():
    acme = small(each=1, more=[("order: score", "order: age")])
    for n in range(2):
        hand_over(acme, acme.good_lead(f"x{n}"))
    old, best = acme.good_lead("y0"), acme.good_lead("y1", tool_today="Excel")
    hand_over(acme, old, NOW_S)
    hand_over(acme, best, NOW_S + 60)
    Person.objects.filter(pk=acme.people["other"].pk).update(is_active=False)
    assert handoff.fill_short_lists(now_s=at("2026-06-08T00:01")) == 1
    assert HandOff.objects.order_by("-pk").first().lead_id == old


def test_leads_that_wait_for_one_person_hold_up_nobody_behind_them():
    acme = small(each=1, more=[("{by: account_owner, counts: false}", "{by: account_owner, if_absent: wait}")])
    bo = acme.people["other"].pk
    acme.lead("old", company="Kessler")
    Account.objects.filter(name="Kessler").update(owner_id=bo)
    people.add_absence(
        actor=acme.actor("sales_head"), person_id=bo, from_on=date(2026, 6, 1), until_on=date(2026, 7, 1)
    )
    kept = [acme.good_lead(f"k{n}", company="Kessler", tool_today="Excel") for n in range(3)]
    free = [acme.good_lead(f"x{n}") for n in range(2)]
    reasons = [hand_over(acme, lead_id).waiting.get(lead_id) for lead_id in (*kept, *free)]
    assert reasons == ["owner_away"] * 3 + [None, "capacity"]
    assert handoff.fill_short_lists(now_s=at("2026-06-08T00:01"), limit=2) == 1
    assert Lead.objects.get(pk=free[1]).state == "handed_over"


def test_a_lead_that_waits_for_something_else_now_says_so_and_keeps_its_place(acme):
    Person.objects.filter(role="salesperson").update(is_active=False)
    lead_id = acme.good_lead()
    hand_over(acme, lead_id)
    Person.objects.filter(role="salesperson").update(is_active=True, capacity=0)
    for minutes in (1, 2, 3):
        assert handoff.fill_short_lists(now_s=NOW_S + minutes * MINUTE_S) == 0
    lead = Lead.objects.get()
    assert (lead.queued_reason, lead.queued_s) == ("capacity", NOW_S)
    assert list(FactRow.objects.filter(kind="queued").values_list("reason", "due_s")) == [
        ("nobody_available", NOW_S + 14 * DAY_S), ("capacity", None),
    ]  # fmt: skip
    assert [(c.state, c.due_s) for c in Clock.objects.all()] == [("running", NOW_S + 14 * DAY_S)]


def test_a_lead_that_waits_too_long_is_told_to_the_head_of_marketing_once():
    acme = small(each=1)
    Person.objects.filter(role="salesperson").update(capacity=0)
    hand_over(acme, acme.good_lead())
    assert sla.act_on_due(now_s=NOW_S + 14 * DAY_S - 1) == 0
    assert [sla.act_on_due(now_s=NOW_S + 14 * DAY_S + n) for n in (0, 1, 600)] == [1, 0, 0]
    assert list(Notice.objects.values_list("person_id", "kind")) == [(acme.people["marketing_head"].pk, "escalated")]
    assert FactRow.objects.get(kind="escalated").field == "waiting"


def test_a_deadline_that_cannot_be_counted_holds_up_nobody_else():
    acme = small(each=1)
    for n in range(2):
        hand_over(acme, acme.good_lead(f"x{n}"))
    waiting = [acme.good_lead(f"y{n}") for n in range(2)]
    for lead_id in waiting:
        hand_over(acme, lead_id)
    bo = acme.people["other"]
    Person.objects.filter(pk=bo.pk).update(country="FR")  # Nobody kept the holidays of France.
    HolidayYear.objects.create(code="FR", year=2020, name="France")
    assert handoff.fill_short_lists(now_s=at("2026-06-08T00:01")) == 1
    assert sorted(Lead.objects.filter(pk__in=waiting).values_list("state", "queued_reason")) == [
        ("handed_over", None), ("queued", "no_calendar"),
    ]  # fmt: skip


# --- another owner


def test_reassigning_starts_the_new_owners_clock_and_tells_them(acme):
    hand_off = acme.handed_over()
    ana, bo = acme.people["salesperson"].pk, acme.people["other"].pk
    now_s = NOW_S + 5 * MINUTE_S
    handoff.reassign(actor=acme.actor("sales_head"), hand_off_id=hand_off.pk, person_id=bo, now_s=now_s)
    hand_off.refresh_from_db()
    assert (hand_off.owner_id, hand_off.owned_s, hand_off.handed_s, hand_off.why) == (bo, now_s, NOW_S, None)
    assert list(Clock.objects.filter(promise="first_touch").order_by("started_s").values_list("person_id", "state", "due_s")) == [
        (ana, "withdrawn", NOW_S + 15 * MINUTE_S), (bo, "running", now_s + 15 * MINUTE_S),
    ]  # fmt: skip
    assert clock("answer").person_id == bo
    assert list(Notice.objects.filter(kind="reassigned").values_list("person_id", flat=True)) == [bo]
    assert Lead.objects.get().owner_id == bo


def test_a_lead_cannot_go_to_somebody_who_left_or_is_no_seller_or_has_it_already(acme):
    hand_off = acme.handed_over()
    head, bo = acme.actor("sales_head"), acme.people["other"]
    before = FactRow.objects.count()
    with pytest.raises(SameOwner, match=r"The lead is Ana Lind's already; choose somebody else"):
        handoff.reassign(actor=head, hand_off_id=hand_off.pk, person_id=hand_off.owner_id, now_s=NOW_S)
    people.leave(actor=acme.actor("operator"), person_id=bo.pk)
    with pytest.raises(PersonLeft, match=r"The lead cannot go to Bo Berg: Bo Berg has left\."):
        handoff.reassign(actor=head, hand_off_id=hand_off.pk, person_id=bo.pk, now_s=NOW_S)
    for person_id in (acme.people["marketer"].pk, 999):
        with pytest.raises(access.Unknown, match=f"Nobody in sales has the number {person_id}"):
            handoff.reassign(actor=head, hand_off_id=hand_off.pk, person_id=person_id, now_s=NOW_S)
    assert FactRow.objects.count() == before


def test_a_closed_hand_off_keeps_its_owner(acme):
    hand_off = acme.handed_over()
    deal_id = deals.open_deal(actor=acme.owner(hand_off), lead_id=hand_off.lead_id, now_s=NOW_S)
    deals.lose(actor=acme.owner(hand_off), deal_id=deal_id, reason="price", now_s=NOW_S)
    with pytest.raises(NotOpen, match="is closed"):
        handoff.reassign(
            actor=acme.actor("sales_head"), hand_off_id=hand_off.pk, person_id=acme.people["other"].pk, now_s=NOW_S
        )


@pytest.mark.parametrize(
    ("role", "error"),
    [
        ("salesperson", access.Forbidden), ("other", access.Forbidden), ("marketing_head", access.Forbidden),
        ("operator", access.Forbidden), ("reader", access.Forbidden),
    ],
)  # fmt: skip
def test_only_the_head_of_sales_reassigns(acme, role, error):
    hand_off = acme.handed_over()
    with pytest.raises(error):
        handoff.reassign(
            actor=acme.actor(role), hand_off_id=hand_off.pk, person_id=acme.people["other"].pk, now_s=NOW_S
        )


def test_instants_are_what_the_names_say():
    assert datetime.fromtimestamp(NOW_S, UTC) == datetime(2026, 6, 2, 8, tzinfo=UTC)
