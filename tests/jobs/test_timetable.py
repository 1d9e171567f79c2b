"""What the pact asks for happens when it is due, with nobody looking: only the worker runs, and time goes by."""

import json

import pytest

from leadpact.connectors import pact_file
from leadpact.evidence.catalogue import MEASURES
from leadpact.jobs import queue, worker
from leadpact.jobs.timetable import EVERY_S, TIMETABLE, TURNS
from leadpact.ledger.models import Clock, FactRow, HandOff, HolidayYear, Job, Lead, MeasureResult, Notice
from leadpact.operations import pact, qualify, refresh, sla, verdict
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
MINUTE_S, HOUR_S, DAY_S = 60, 3_600, 86_400


@pytest.fixture
def acme():
    return company()


WITHOUT_MEASURES = {name: every_s for name, every_s in EVERY_S.items() if name != "refresh_evidence"}


def live(until_s, every_s=300, since_s=NOW_S, turns=WITHOUT_MEASURES):
    """Let the worker run from one instant to another, looking as often as asked."""
    queue.keep_turns(turns, since_s)
    for now_s in range(since_s, until_s + 1, every_s):
        worker.run_due(now_s, "test")


def steps(lead_id):
    """(minutes since the hand-off, kind, promise) of what the worker did to a lead."""
    kinds = ("reminded", "escalated", "reassigned", "woken", "gave_up", "handed_over", "recycled")
    rows = FactRow.objects.filter(lead_id=lead_id, kind__in=kinds).order_by("seq")
    return [((f.occurred_s - NOW_S) // MINUTE_S, f.kind, f.field or f.reason) for f in rows]


def test_a_late_lead_is_reminded_of_told_about_and_given_to_somebody_else(acme):
    hand_off = acme.handed_over()
    first = hand_off.owner_id
    live(NOW_S + 16 * MINUTE_S, every_s=MINUTE_S)
    live(NOW_S + 25 * HOUR_S, every_s=HOUR_S, since_s=NOW_S + HOUR_S)
    # 15 working minutes: reminded at three quarters, the manager told at the end. Eight working hours later it is
    # tomorrow, 10:45 in Berlin with an hour of lunch, seen by the worker at 11. The answer is due tomorrow at 10.
    assert steps(hand_off.lead_id) == [
        (0, "handed_over", "round_robin"),
        (12, "reminded", "first_touch"),
        (15, "escalated", "first_touch"),
        (7 * 60, "reminded", "answer"),
        (24 * 60, "escalated", "answer"),
        (25 * 60, "reassigned", "late"),
    ]
    hand_off.refresh_from_db()
    assert hand_off.owner_id != first
    told = sorted(Notice.objects.filter(lead_id=hand_off.lead_id).values_list("kind", "person_id"))
    head = acme.people["sales_head"].pk
    assert told == [
        *[("escalated", head)] * 2,
        ("handed_over", first),
        ("reassigned", hand_off.owner_id),
        *[("reminded", first)] * 2,
    ]


def test_nothing_is_done_twice_however_often_the_worker_looks(acme):
    hand_off = acme.handed_over()
    live(NOW_S + 30 * MINUTE_S, every_s=60)
    Job.objects.update(due_s=NOW_S)
    live(NOW_S + 31 * MINUTE_S, every_s=60, since_s=NOW_S + 30 * MINUTE_S)
    kinds = [step[1] for step in steps(hand_off.lead_id)]
    assert kinds == ["handed_over", "reminded", "escalated"]


def test_an_answered_lead_is_left_in_peace(acme):
    hand_off = acme.handed_over()
    sla.log_attempt(
        actor=acme.owner(hand_off), lead_id=hand_off.lead_id, channel="call", outcome="reached", now_s=NOW_S + 300
    )
    live(NOW_S + 12 * HOUR_S, every_s=HOUR_S)
    assert steps(hand_off.lead_id) == [(0, "handed_over", "round_robin")]


def test_a_lead_sent_back_wakes_on_its_day(acme):
    hand_off = acme.handed_over()
    verdict.reject(actor=acme.owner(hand_off), hand_off_id=hand_off.pk, reason="too_early", now_s=NOW_S + 60)
    wakes_s = NOW_S + 60 + 90 * DAY_S
    live(wakes_s - 1, since_s=wakes_s - 1)
    assert Lead.objects.get().state == "recycled"
    live(wakes_s + 60, since_s=wakes_s + 60)
    assert Lead.objects.get().state == "new"
    assert steps(hand_off.lead_id)[-1] == (90 * 24 * 60 + 2, "woken", "time")


def test_silence_ends_a_hand_off(acme):
    hand_off = acme.handed_over()
    sla.log_attempt(
        actor=acme.owner(hand_off), lead_id=hand_off.lead_id, channel="email", outcome="sent", now_s=NOW_S + 60
    )
    live(NOW_S + 70 * DAY_S, every_s=5 * DAY_S)
    assert steps(hand_off.lead_id)[-1][1:] == ("gave_up", "silent")
    assert Lead.objects.get().state == "closed"


def test_waiting_leads_go_over_when_a_new_week_brings_room():
    text = pact_file.starter().replace("each_person: 10 a week", "each_person: 1 a week")
    acme = company(text=text)
    leads = [acme.good_lead(f"x{number}") for number in range(3)]
    for lead_id in leads:
        qualify.hand_over(actor=acme.actor("marketer"), lead_id=lead_id, now_s=NOW_S)
    assert sorted(Lead.objects.values_list("state", flat=True)) == ["handed_over", "handed_over", "queued"]
    live(NOW_S + 4 * DAY_S, every_s=6 * HOUR_S)
    assert Lead.objects.filter(state="queued").count() == 1
    live(NOW_S + 7 * DAY_S, every_s=6 * HOUR_S, since_s=NOW_S + 4 * DAY_S)
    assert Lead.objects.filter(state="queued").count() == 0
    assert HandOff.objects.count() == 3


def test_points_fade_without_anybody_looking(acme):
    lead_id = acme.good_lead()
    before = Lead.objects.get(pk=lead_id)
    assert before.fades_s is not None
    live(NOW_S + 60 * DAY_S, since_s=NOW_S + 60 * DAY_S)
    after = Lead.objects.get(pk=lead_id)
    assert after.points < before.points
    assert after.points_s == NOW_S + 60 * DAY_S


def test_a_pact_signed_for_later_takes_effect_on_its_day(acme):
    lead_id = acme.good_lead()
    text = pact_file.starter().replace("points: 18", "points: 3")
    mia, sam = acme.actor("marketing_head"), acme.actor("sales_head")
    row = pact.propose(actor=mia, text=text, now_s=NOW_S)
    pact.sign(actor=mia, pact_id=row.pk, now_s=NOW_S)
    pact.sign(actor=sam, pact_id=row.pk, now_s=NOW_S, effective_s=NOW_S + HOUR_S)
    old = Lead.objects.get(pk=lead_id)
    worker.run_due(NOW_S + HOUR_S - 1, "test")
    assert Lead.objects.get(pk=lead_id).points_pact_id == acme.pact_id
    worker.run_due(NOW_S + HOUR_S, "test")
    new = Lead.objects.get(pk=lead_id)
    assert (new.points_pact_id, new.points) == (row.pk, old.points - 15)
    assert not Job.objects.filter(name="take_effect").exists()


def test_holidays_are_kept_ahead_as_years_go_by(acme):
    newest = HolidayYear.objects.order_by("-year").first().year
    live(NOW_S + 366 * DAY_S, since_s=NOW_S + 366 * DAY_S)
    assert set(HolidayYear.objects.filter(year=newest + 1).values_list("code", flat=True)) == {"DE"}


def test_the_measures_are_asked_when_facts_came_and_not_otherwise(acme):
    live(NOW_S, turns=EVERY_S)
    first = dict(MeasureResult.objects.values_list("measure", "watermark"))
    assert set(first) == set(MEASURES)
    many = len(MEASURES)
    live(NOW_S + HOUR_S, every_s=MINUTE_S, turns=EVERY_S)
    assert MeasureResult.objects.count() == many
    acme.good_lead()
    worker.run_due(NOW_S + HOUR_S + MINUTE_S, "test")
    assert MeasureResult.objects.count() == 2 * many
    acme.good_lead("x2")
    live(NOW_S + HOUR_S + 5 * MINUTE_S, every_s=MINUTE_S, since_s=NOW_S + HOUR_S + 2 * MINUTE_S, turns=EVERY_S)
    assert MeasureResult.objects.count() == 2 * many
    worker.run_due(NOW_S + HOUR_S + 6 * MINUTE_S, "test")
    assert MeasureResult.objects.count() == 3 * many


def test_a_question_that_was_asked_for_is_answered_at_once(acme):
    acme.good_lead()
    asked = {"as_of": "2026-06-01", "source": "web_form"}
    assert refresh.request(actor=acme.actor("reader"), name="funnel", parameters=asked, now_s=NOW_S + 61) is True
    assert refresh.request(actor=acme.actor("reader"), name="funnel", parameters=asked, now_s=NOW_S + 61) is False
    assert worker.run_due(NOW_S + 61, "test") == 1
    row = MeasureResult.objects.get(parameters__contains="web_form")
    body = json.loads(row.body)
    assert (body["measure"], body["as_of"], body["parameters"]["source"]) == (
        "funnel",
        "2026-06-01T21:59:59Z",
        "web_form",
    )


def test_a_job_that_fails_is_kept_with_its_error_and_stops_no_other(acme):
    queue.keep_turns(EVERY_S, NOW_S)
    Job.objects.create(name="no_such_job", once="wrong", due_s=NOW_S - 1)
    assert worker.run_due(NOW_S, "test") == len(EVERY_S) + 1
    wrong = Job.objects.get(once="wrong")
    assert (wrong.tries, wrong.lease_by, wrong.due_s) == (1, "", NOW_S + 15)
    assert wrong.error.startswith("LookupError: This version has no job no_such_job")
    assert Job.objects.exclude(once="wrong").filter(error="").count() == len(EVERY_S)


def test_every_job_says_what_it_is_for_and_is_named_once():
    assert len(TURNS) == len(TIMETABLE)
    assert all(turn.says.endswith(".") for turn in TIMETABLE)


def test_clocks_due_in_a_crowd_are_all_taken_in_one_turn(acme, monkeypatch):
    text = pact_file.starter().replace("each_person: 10 a week", "each_person: 1000 a week")
    mia, sam = acme.actor("marketing_head"), acme.actor("sales_head")
    row = pact.propose(actor=mia, text=text, now_s=NOW_S)
    pact.sign(actor=mia, pact_id=row.pk, now_s=NOW_S)
    pact.sign(actor=sam, pact_id=row.pk, now_s=NOW_S)
    for number in range(25):
        acme.handed_over(f"x{number}")
    monkeypatch.setattr(sla.act_on_due, "__kwdefaults__", {"limit": 4})
    TURNS["act_on_due"].run(NOW_S + 12 * MINUTE_S, {})
    assert FactRow.objects.filter(kind="reminded").count() == 25
    assert Clock.objects.filter(next_s__lte=NOW_S + 12 * MINUTE_S).count() == 0
