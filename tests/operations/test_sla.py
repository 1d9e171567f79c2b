"""Following up in time: attempts as they are made, and the steps that are taken when a promise nears its end."""

import logging
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from leadpact.connectors import pact_file
from leadpact.ledger import access
from leadpact.ledger.models import Clock, FactRow, HandOff, HolidayYear, Lead, Notice, Person
from leadpact.operations import people, qualify, sla, verdict
from leadpact.operations.sla import WrongAttempt
from leadpact.queries import leads
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
MINUTE_S, HOUR_S, DAY_S = 60, 3_600, 86_400
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def acme():
    return company()


@pytest.fixture
def hand_off(acme):
    return acme.handed_over()


def at(text):
    return int(datetime.fromisoformat(text).replace(tzinfo=BERLIN).timestamp())


def log(actor, hand_off, channel="call", outcome="no_answer", now_s=NOW_S + 600, **more):
    return sla.log_attempt(actor=actor, lead_id=hand_off.lead_id, channel=channel, outcome=outcome, now_s=now_s, **more)


def clocks(**which):
    return dict(Clock.objects.filter(**which).values_list("promise", "state"))


def steps(lead_id):
    """(minutes after the hand-off, kind, promise, who is concerned) of what the worker did."""
    rows = FactRow.objects.filter(lead_id=lead_id, kind__in=("reminded", "escalated", "reassigned")).order_by("seq")
    return [((f.occurred_s - NOW_S) // MINUTE_S, f.kind, f.field or f.reason, f.person_id) for f in rows]


# --- attempts


def test_the_first_call_of_the_owner_stops_the_first_touch_and_accepts(acme, hand_off):
    owner = acme.owner(hand_off)
    logged = log(owner, hand_off, now_s=NOW_S + 3 * HOUR_S)  # 13:00, in the lunch break: 2.5 hours worked
    rows = FactRow.objects.filter(occurred_s=NOW_S + 3 * HOUR_S).order_by("seq")
    assert list(rows.values_list("kind", "worked_s", "channel", "value_code", "by_id", "side")) == [
        ("accepted", 9_000, "call", None, owner.id, "sales"),
        ("call", 9_000, "call", "no_answer", owner.id, "sales"),
    ]
    assert (logged.fact_id, logged.accepted) == (rows[1].id, True)
    assert list(Clock.objects.order_by("promise").values_list("promise", "state", "worked_s")) == [
        ("answer", "kept", 9_000), ("attempts", "running", None), ("first_touch", "late", 9_000),
    ]  # fmt: skip
    hand_off.refresh_from_db()
    assert (hand_off.answer, hand_off.attempts, hand_off.first_touch_s) == ("accepted", 1, NOW_S + 3 * HOUR_S)


def test_a_second_call_stops_and_accepts_nothing_again(acme, hand_off):
    owner = acme.owner(hand_off)
    log(owner, hand_off)
    again = log(owner, hand_off, now_s=NOW_S + 1200)
    assert again.accepted is False
    assert FactRow.objects.get(id=again.fact_id).worked_s is None
    assert FactRow.objects.filter(kind="accepted").count() == 1


@pytest.mark.parametrize(
    ("role", "side", "touch", "worked_s"),
    [
        ("sales_head", "sales", "kept", 600),
        ("marketer", "marketing", "running", None),
        ("marketing_head", "marketing", "running", None),
    ],
)
def test_somebody_elses_call_accepts_nothing(acme, hand_off, role, side, touch, worked_s):
    logged = log(acme.actor(role), hand_off)
    fact = FactRow.objects.get(id=logged.fact_id)
    assert (logged.accepted, fact.side, fact.worked_s) == (False, side, worked_s)
    assert clocks() == {"answer": "running", "first_touch": touch}
    assert Lead.objects.get().state == "handed_over"


def test_working_seconds_are_those_of_the_owner(acme):
    bo = acme.people["other"]
    form = people.PersonForm(bo.email, bo.name, "salesperson", zone="America/New_York", country="US")
    people.change(actor=acme.actor("operator"), person_id=bo.pk, form=form, now_s=NOW_S)
    Person.objects.filter(pk=acme.people["salesperson"].pk).update(is_active=False)
    hand_off = acme.handed_over()
    # 15:30 in Berlin is 09:30 in New York, where the day began half an hour ago.
    logged = log(acme.actor("other"), hand_off, now_s=NOW_S + 5 * HOUR_S + 1800)
    assert FactRow.objects.get(id=logged.fact_id).worked_s == 1800


def test_a_call_logged_later_counts_when_it_was_made(acme, hand_off):
    logged = log(acme.owner(hand_off), hand_off, now_s=NOW_S + 2 * HOUR_S, occurred_s=NOW_S + 300)
    fact = FactRow.objects.get(id=logged.fact_id)
    assert (fact.occurred_s, fact.recorded_s, fact.worked_s) == (NOW_S + 300, NOW_S + 2 * HOUR_S, 300)
    assert clocks() == {"answer": "kept", "attempts": "running", "first_touch": "kept"}


def test_a_call_made_before_the_hand_off_takes_the_lead_but_is_no_first_touch(acme, hand_off):
    logged = log(acme.owner(hand_off), hand_off, now_s=NOW_S + 300, occurred_s=NOW_S - DAY_S)
    assert (logged.accepted, FactRow.objects.get(id=logged.fact_id).worked_s) == (True, None)
    accepted = FactRow.objects.get(kind="accepted")
    assert (accepted.occurred_s, accepted.worked_s) == (NOW_S + 300, 300)
    assert clocks() == {"answer": "kept", "attempts": "running", "first_touch": "running"}


def test_no_call_lies_in_the_future(acme, hand_off):
    logged = log(acme.owner(hand_off), hand_off, now_s=NOW_S + 300, occurred_s=NOW_S + DAY_S)
    assert FactRow.objects.get(id=logged.fact_id).occurred_s == NOW_S + 300


@pytest.mark.parametrize(
    ("channel", "outcome", "says"),
    [
        ("fax", "sent", "'fax' is not a way to reach a buyer; choose one of: call, email, meeting, social."),
        ("call", "sent", "'sent' cannot come of a call; choose one of: no_answer, voicemail, reached."),
        ("meeting", "reached", "'reached' cannot come of a meeting; choose one of: held, no_show."),
    ],
)
def test_a_wrong_attempt_lists_the_right_ones(acme, hand_off, channel, outcome, says):
    before = FactRow.objects.count()
    with pytest.raises(WrongAttempt) as wrong:
        log(acme.owner(hand_off), hand_off, channel, outcome)
    assert str(wrong.value) == says
    assert FactRow.objects.count() == before


@pytest.mark.parametrize(("channel", "outcome"), [(c, o) for c, outcomes in sla.OUTCOMES.items() for o in outcomes])
def test_every_outcome_is_told_and_a_talk_ends_the_attempts(acme, hand_off, channel, outcome):
    log(acme.owner(hand_off), hand_off, channel, outcome)
    is_talk = outcome in ("reached", "replied", "held")
    assert clocks(promise="attempts") == {"attempts": "kept" if is_talk else "running"}
    assert (HandOff.objects.get().replied_s is not None) == is_talk
    page = leads.page(acme.owner(hand_off), hand_off.lead_id, NOW_S + 601)
    assert page.story[0].says


def test_the_notes_of_a_call_stay_out_of_the_fact(acme, hand_off):
    logged = log(acme.owner(hand_off), hand_off, note="Ms Holt is on holiday")
    fact = FactRow.objects.get(id=logged.fact_id)
    assert "Holt" not in str(FactRow.objects.filter(seq=fact.seq).values().get())
    page = leads.page(acme.owner(hand_off), hand_off.lead_id, NOW_S + 601)
    assert (page.story[0].says, page.story[0].detail) == ("Called, no answer", "Ms Holt is on holiday")


@pytest.mark.parametrize(
    ("role", "error"), [("other", access.Unknown), ("reader", access.Forbidden), ("operator", access.Forbidden)]
)
def test_who_may_not_log(acme, hand_off, role, error):
    with pytest.raises(error):
        log(acme.actor(role), hand_off)


def test_the_starter_rule_of_six_attempts_is_judged_whole(acme, hand_off):
    """Six attempts within 15 working days, three of them calls, on four different days."""
    owner = acme.owner(hand_off)
    plan = [
        (0, "call", "running"), (0, "email", "running"), (1, "email", "running"), (1, "email", "running"),
        (2, "call", "running"), (2, "email", "running"),  # six, but on three days and with two calls
        (5, "email", "running"),  # four days, but two calls
        (6, "call", "kept"),
    ]  # fmt: skip
    told = []
    for number, (day, channel, _) in enumerate(plan):
        outcome = "no_answer" if channel == "call" else "sent"
        log(owner, hand_off, channel, outcome, now_s=NOW_S + day * DAY_S + (number + 1) * 60)
        told.append((day, channel, clocks(promise="attempts")["attempts"]))
    assert told == plan
    assert sla.act_on_due(now_s=NOW_S + 60 * DAY_S) == 0


def test_the_rule_stays_that_of_the_pact_which_the_lead_began_with(acme, hand_off):
    from leadpact.operations import pact

    text = pact_file.starter().replace("attempts: 6 within", "attempts: 3 within").replace("least: {call: 3}, ", "")
    mia, sam = acme.actor("marketing_head"), acme.actor("sales_head")
    row = pact.propose(actor=mia, text=text.replace("different_days: 4", "different_days: 1"), now_s=NOW_S + 1)
    pact.sign(actor=mia, pact_id=row.pk, now_s=NOW_S + 1)
    pact.sign(actor=sam, pact_id=row.pk, now_s=NOW_S + 1)
    fresh = acme.good_lead("x2")
    qualify.hand_over(actor=acme.actor("marketer"), lead_id=fresh, now_s=NOW_S + 2)
    new = HandOff.objects.get(lead_id=fresh)
    for number in range(3):
        for each in (hand_off, new):
            log(acme.owner(each), each, now_s=NOW_S + 60 * (number + 1))
    states = Clock.objects.filter(promise="attempts").order_by("lead_id").values_list("state", flat=True)
    assert list(states) == ["running", "kept"]
    assert [h.pact_version for h in HandOff.objects.order_by("pk")] == [1, 2]


# --- what the worker does


def test_each_step_is_taken_at_its_time_and_once(acme, hand_off):
    ana, bo, sam = hand_off.owner_id, acme.people["other"].pk, acme.people["sales_head"].pk
    # Tuesday 10:00. First touch: 15 minutes. Answer: 7.2 hours, three quarters of them at 16:24, over on Wednesday
    # at 09:42. Eight working hours after 10:15 it is Wednesday 10:45; the new owner has 15 minutes again.
    times = [
        (hour * 60 + minute) for hour, minute in ((0, 12), (0, 15), (6, 24), (23, 42), (24, 45), (24, 57), (25, 0))
    ]
    for minutes in times:
        assert sla.act_on_due(now_s=NOW_S + minutes * MINUTE_S - 60) == 0
        assert sla.act_on_due(now_s=NOW_S + minutes * MINUTE_S) == 1
        assert sla.act_on_due(now_s=NOW_S + minutes * MINUTE_S) == 0
    assert steps(hand_off.lead_id) == [
        (times[0], "reminded", "first_touch", ana),
        (times[1], "escalated", "first_touch", sam),
        (times[2], "reminded", "answer", ana),
        (times[3], "escalated", "answer", sam),
        (times[4], "reassigned", "late", bo),
        (times[5], "reminded", "first_touch", bo),
        (times[6], "escalated", "first_touch", sam),
    ]
    hand_off.refresh_from_db()
    assert (hand_off.owner_id, hand_off.why) == (bo, f"#{bo}: only")
    assert list(Clock.objects.filter(promise="first_touch").order_by("started_s").values_list("person_id", "state")) == [
        (ana, "late"), (bo, "running"),
    ]  # fmt: skip
    told = Notice.objects.exclude(kind="handed_over").order_by("pk").values_list("kind", "person_id")
    assert list(told) == [(kind, who) for _, kind, _, who in steps(hand_off.lead_id)]


def test_of_steps_that_were_missed_the_reminder_is_left_out(acme, hand_off):
    while sla.act_on_due(now_s=NOW_S + 5 * DAY_S):
        pass
    assert [(kind, what) for _, kind, what, _ in steps(hand_off.lead_id)] == [
        ("escalated", "first_touch"),
        ("escalated", "answer"),
        ("reassigned", "late"),
    ]


def test_where_nobody_else_has_room_the_manager_is_told_in_place_of_it(acme, hand_off):
    Person.objects.exclude(pk=hand_off.owner_id).filter(role="salesperson").update(is_active=False)
    while sla.act_on_due(now_s=NOW_S + 2 * DAY_S):
        pass
    last = FactRow.objects.filter(kind="escalated", reason="nobody_else")
    assert list(last.values_list("field", "person_id")) == [("first_touch", acme.people["sales_head"].pk)]
    assert HandOff.objects.get().owner_id == hand_off.owner_id
    assert sla.act_on_due(now_s=NOW_S + 30 * DAY_S) == 0


def test_a_late_lead_goes_to_somebody_who_speaks_its_language():
    text = pact_file.starter().replace("      - round_robin\n", "      - language\n      - round_robin\n")
    acme = company(text=text)
    form = people.PersonForm("cy@acme.example", "Cy Cole", "salesperson", languages="fr")
    cy = people.invite(actor=acme.actor("operator"), form=form, now_s=NOW_S)
    Person.objects.filter(pk=cy.pk).update(is_active=False)
    hand_off = acme.handed_over(language="fr")
    Person.objects.filter(pk=cy.pk).update(is_active=True)
    while sla.act_on_due(now_s=NOW_S + 2 * DAY_S):
        pass
    hand_off.refresh_from_db()
    assert (hand_off.owner_id, hand_off.why) == (cy.pk, f"#{cy.pk}: only_language fr")


def test_the_manager_is_told_and_where_there_is_none_the_head(acme):
    ana, head, sam = (acme.people[role] for role in ("salesperson", "marketing_head", "sales_head"))
    Person.objects.filter(pk=acme.people["other"].pk).update(is_active=False)
    Person.objects.filter(pk=ana.pk).update(manager_id=head.pk)
    acme.handed_over("x1")
    sla.act_on_due(now_s=NOW_S + 15 * MINUTE_S)
    sla.act_on_due(now_s=NOW_S + 15 * MINUTE_S)
    Person.objects.filter(pk=head.pk).update(is_active=False)
    acme.handed_over("x2")
    sla.act_on_due(now_s=NOW_S + 15 * MINUTE_S)
    sla.act_on_due(now_s=NOW_S + 15 * MINUTE_S)
    assert list(FactRow.objects.filter(kind="escalated").order_by("seq").values_list("person_id", flat=True)) == [
        head.pk,
        sam.pk,
    ]


def test_an_answered_and_touched_lead_is_left_in_peace_until_its_attempts_are_due(acme, hand_off):
    log(acme.owner(hand_off), hand_off)
    assert sla.act_on_due(now_s=NOW_S + 10 * DAY_S) == 0
    while sla.act_on_due(now_s=NOW_S + 40 * DAY_S):
        pass
    assert [(kind, what) for _, kind, what, _ in steps(hand_off.lead_id)] == [("escalated", "attempts")]


def test_a_year_without_holidays_stops_no_other_clock(acme, caplog):
    leads_of = [acme.handed_over(f"x{n}") for n in range(4)]
    ana, bo = acme.people["salesperson"].pk, acme.people["other"].pk
    for minutes in (12, 15):
        assert sla.act_on_due(now_s=NOW_S + minutes * MINUTE_S) == 4
    # Bo now lives where nobody kept the holidays: what is Ana's cannot be given to Bo, what is Bo's can go to Ana.
    Person.objects.filter(pk=bo).update(country="FR")
    HolidayYear.objects.create(code="FR", year=2020, name="France")
    with caplog.at_level(logging.ERROR, "leadpact.sla"):
        while sla.act_on_due(now_s=NOW_S + DAY_S + HOUR_S):
            pass
    assert sorted(HandOff.objects.values_list("owner_id", flat=True)) == [ana] * 4
    told = FactRow.objects.filter(kind="escalated", reason="no_calendar").values_list("lead_id", "field")
    assert sorted(told) == [(each.lead_id, "first_touch") for each in leads_of if each.owner_id == ana]
    assert "There is no holiday data for France in 2026" in caplog.text
    assert sla.act_on_due(now_s=NOW_S + DAY_S + HOUR_S) == 0


def test_an_answer_whose_deadline_cannot_be_counted_says_so_and_writes_nothing(acme, hand_off):
    Person.objects.filter(pk=hand_off.owner_id).update(country="FR")
    HolidayYear.objects.create(code="FR", year=2020, name="France")
    before = FactRow.objects.count()
    with pytest.raises(ValueError, match=r"There is no holiday data for France in 2026: known is 2020\."):
        log(acme.owner(hand_off), hand_off)
    assert FactRow.objects.count() == before


# --- waking, giving up, fading


def test_many_sleeping_leads_wake_in_parts(acme):
    for n in range(3):
        each = acme.handed_over(f"x{n}")
        verdict.reject(actor=acme.owner(each), hand_off_id=each.pk, reason="too_early", now_s=NOW_S + n)
    assert [sla.wake_due(now_s=NOW_S + 91 * DAY_S, limit=2) for _ in range(3)] == [2, 1, 0]
    assert list(Lead.objects.values_list("state", "reason")) == [("new", "too_early")] * 3


def test_silence_is_counted_from_the_last_thing_that_sales_or_the_buyer_did(acme, hand_off):
    owner = acme.owner(hand_off)
    log(owner, hand_off)
    while sla.act_on_due(now_s=NOW_S + 25 * DAY_S):  # reminders and word to the manager are no sign of life
        pass
    last_s = NOW_S + 600
    assert sla.give_up_silent(now_s=last_s + 30 * DAY_S) == 0
    acme.touch(hand_off.lead_id, "page_view", "pricing", occurred_s=last_s + 5 * DAY_S, recorded_s=NOW_S)
    assert sla.give_up_silent(now_s=last_s + 30 * DAY_S + 1) == 0
    assert sla.give_up_silent(now_s=last_s + 35 * DAY_S + 1) == 1
    assert sla.give_up_silent(now_s=last_s + 36 * DAY_S) == 0
    fact = FactRow.objects.get(kind="gave_up")
    assert (fact.reason, fact.side, fact.by_id, Lead.objects.get().state) == ("silent", "system", None, "closed")
    assert HandOff.objects.get().is_open is False


@pytest.mark.parametrize(
    ("kind", "side", "counts"),
    [
        ("asset_sent", "marketing", False), ("described", "system", False), ("described", "marketing", False),
        ("scored", "system", False), ("email", "sales", True), ("asked", "buyer", True), ("email", "buyer", True),
    ],
)  # fmt: skip
def test_only_what_sales_or_the_buyer_did_ends_a_silence(acme, hand_off, kind, side, counts):
    log(acme.owner(hand_off), hand_off)
    acme.touch(hand_off.lead_id, kind, "country", side=side, value_code="DE", occurred_s=NOW_S + 20 * DAY_S)
    assert sla.give_up_silent(now_s=NOW_S + 31 * DAY_S) == (0 if counts else 1)
    assert sla.give_up_silent(now_s=NOW_S + 51 * DAY_S) == (1 if counts else 0)


def test_leads_in_a_deal_or_unanswered_are_not_given_up(acme, hand_off):
    assert sla.give_up_silent(now_s=NOW_S + 300 * DAY_S) == 0
    assert Lead.objects.get().state == "handed_over"


def test_points_fade_and_their_reasons_still_add_up(acme):
    lead_id = acme.good_lead()
    before = Lead.objects.get()
    assert sla.rescore_faded(now_s=before.fades_s - 1) == 0
    totals = [before.points]
    now_s = before.fades_s
    for _ in range(4):
        assert sla.rescore_faded(now_s=now_s) == 1
        lead = Lead.objects.get()
        page = leads.page(acme.actor("marketer"), lead_id, now_s)
        assert page.score.points == lead.points == sum(r.points for r in page.score.rows if r.state == "held")
        totals.append(lead.points)
        assert sla.rescore_faded(now_s=now_s) == 0
        if lead.fades_s is None:
            break
        now_s = lead.fades_s
    assert totals == sorted(totals, reverse=True)
    assert totals[0] > totals[1]
    assert sla.rescore_faded(now_s=NOW_S + 31 * DAY_S) in (0, 1)
    assert Lead.objects.get().points == 66  # the form's ten points are gone, those of fields stay


def test_a_lead_page_shows_the_running_clock_in_words(acme, hand_off):
    page = leads.page(acme.owner(hand_off), hand_off.lead_id, NOW_S + 12 * MINUTE_S)
    assert (page.clock.promise, page.clock.state, page.clock.left_s, page.clock.used_percent) == (
        "Call",
        "risk",
        180,
        80,
    )
