"""The trials at work: the explored slice, leads kept on, and the shuffled call order."""

import logging
from collections import Counter

import pytest

from leadpact.connectors import pact_file
from leadpact.ledger.models import Clock, FactRow, HandOff, HolidayYear, Lead, Notice
from leadpact.operations import qualify, refresh, sla, trials
from leadpact.operations.qualify import GateClosed
from leadpact.queries import handoff_shortlist, leads
from leadpact.queries.evidence import leads_behind
from leadpact.queries.notices import notices_of
from leadpact.rules.trials import call_place, draw, is_explored, is_kept_on
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
DAY_S, HOUR_S = 86_400, 3_600
OFF = "trials: {explored_slice: 0%, persistence: 0%, shuffled_call_order: off}"


def with_trials(text):
    starter = pact_file.starter()
    assert OFF in starter
    return company(text=starter.replace(OFF, f"trials: {{{text}}}"))


def below(acme, many):
    """Leads that lack points and nothing else: qualified by call, but small, slow and silent."""
    made = []
    for n in range(many):
        lead_id = acme.lead(f"b{n}", name=f"Nadia {n}", company=f"Kessler {n}", email=f"n{n}@kessler{n}.example")
        qualify.record_qualification(
            actor=acme.actor("marketer"), lead_id=lead_id, values={"need": "returns", "budget": "none"},
            actions=["qualification_call"], now_s=NOW_S,
        )  # fmt: skip
        made.append(lead_id)
    return made


def test_without_the_trial_nothing_is_explored():
    acme = company()
    below(acme, 3)
    assert trials.explore(now_s=NOW_S + HOUR_S) == 0
    assert HandOff.objects.count() == 0


def test_the_slice_goes_over_with_its_reason_and_the_rest_stays():
    acme = with_trials('explored_slice: "50%, at most 100 a week"')
    made = below(acme, 12)
    incomplete = acme.lead("c", name="Otto", email="otto@kessler.example")
    pact = sla.Rulebook(NOW_S).main().pact
    drawn = {lead for lead in made if is_explored(pact, acme.pact_id, lead)}
    assert 0 < len(drawn) < 12
    with pytest.raises(GateClosed):
        qualify.hand_over(actor=acme.actor("marketer"), lead_id=min(drawn), now_s=NOW_S)
    assert trials.explore(now_s=NOW_S + HOUR_S) == len(drawn)
    handed = FactRow.objects.filter(kind="handed_over")
    assert {row.lead_id for row in handed} == drawn
    assert set(handed.values_list("reason", "side", "lane", "points", "pact_id")) == {
        ("explored", "marketing", "scored", 8, acme.pact_id)
    }
    assert FactRow.objects.filter(kind="qualified").count() == 0  # nobody says that these are good
    assert Lead.objects.get(pk=incomplete).state == "new"
    assert Clock.objects.filter(promise="first_touch", state="running").count() == len(drawn)
    assert trials.explore(now_s=NOW_S + 2 * HOUR_S) == 0


def test_a_week_takes_so_many_in_the_order_of_the_draw():
    acme = with_trials('explored_slice: "100%, at most 3 a week"')
    made = sorted(below(acme, 8), key=lambda lead: draw("explored_slice", acme.pact_id, lead))
    assert [trials.explore(now_s=NOW_S + hour * HOUR_S) for hour in (1, 2)] == [3, 0]
    assert set(HandOff.objects.values_list("lead_id", flat=True)) == set(made[:3])
    assert trials.explore(now_s=NOW_S + 7 * DAY_S) == 3
    assert trials.explore(now_s=NOW_S + 14 * DAY_S) == 2


def test_people_without_room_get_none():
    acme = with_trials('explored_slice: "100%, at most 50 a week"')
    for person in (acme.people["salesperson"], acme.people["other"]):
        person.capacity = 2
        person.save()
    below(acme, 8)
    assert trials.explore(now_s=NOW_S + HOUR_S) == 4
    assert Counter(HandOff.objects.values_list("owner_id", flat=True)).most_common()[0][1] == 2
    assert FactRow.objects.filter(kind="queued").count() == 0


def test_nothing_that_sales_sees_marks_an_explored_lead():
    acme = with_trials('explored_slice: "100%, at most 1 a week"')
    (lead_id,) = below(acme, 1)
    trials.explore(now_s=NOW_S + HOUR_S)
    owner = acme.owner(HandOff.objects.get())
    shown = [
        handoff_shortlist.page(owner, NOW_S + 2 * HOUR_S),
        leads.page(owner, lead_id, NOW_S + 2 * HOUR_S),
        [row.says for row in notices_of(owner.id, now_s=NOW_S + 2 * HOUR_S).notices],
    ]
    assert "explore" not in repr(shown).casefold().replace("explored_slice", "")


def test_sales_reads_what_the_trial_showed_but_not_which_leads_it_was():
    acme = with_trials('explored_slice: "100%, at most 4 a week"')
    below(acme, 4)
    trials.explore(now_s=NOW_S + HOUR_S)
    refresh.run_now(name="trials", parameters={}, now_s=NOW_S + DAY_S)
    key = {"trial": "explored_slice", "arm": "explored", "figure": "leads"}
    found = {
        role: leads_behind(acme.actor(role), "trials", {}, key, now_s=NOW_S + DAY_S)
        for role in ("marketing_head", "sales_head", "salesperson")
    }
    assert {role: (page.total, page.hidden, len(page.rows)) for role, page in found.items()} == {
        "marketing_head": (4, 0, 4), "sales_head": (4, 4, 0), "salesperson": (4, 4, 0),
    }  # fmt: skip


# --- kept on


def silent(acme, n=1):
    """Hand-offs that were taken and called once, without an answer."""
    made = []
    for each in range(n):
        hand_off = acme.handed_over(f"s{each}")
        owner = acme.owner(hand_off)
        sla.log_attempt(actor=owner, lead_id=hand_off.lead_id, channel="call", outcome="no_answer", now_s=NOW_S + 600)
        made.append(hand_off)
    return made


def test_a_lead_of_the_trial_gets_two_more_attempts_instead_of_being_given_up():
    acme = with_trials("persistence: 100%")
    (hand_off,) = silent(acme)
    end_s = NOW_S + 31 * DAY_S
    assert sla.give_up_silent(now_s=end_s) == 1
    fact = FactRow.objects.get(kind="kept_on")
    assert (fact.lead_id, fact.person_id, fact.value_number, fact.reason, fact.side, fact.pact_version) == (
        hand_off.lead_id, hand_off.owner_id, 2.0, "persistence", "system", 1,
    )  # fmt: skip
    assert fact.due_s > end_s
    assert Lead.objects.get().state == "accepted"
    assert list(Clock.objects.filter(promise="attempts").order_by("started_s").values_list("state", flat=True)) == [
        "late", "running",
    ]  # fmt: skip
    hand_off.refresh_from_db()
    assert (hand_off.next_promise, hand_off.next_due_s) == ("attempts", fact.due_s)
    running = Clock.objects.get(promise="attempts", started_s=end_s)
    assert (running.state, running.due_s, running.person_id) == ("running", fact.due_s, hand_off.owner_id)
    notice = Notice.objects.get(kind="kept_on")
    assert notice.person_id == hand_off.owner_id
    told = next(row.says for row in notices_of(acme.owner(hand_off).id, now_s=end_s).notices if row.kind == "kept_on")
    assert told.startswith("Nadia s0, Kessler s0: two more attempts by ")
    owner = acme.owner(hand_off)
    for day in (1, 2):
        sla.log_attempt(
            actor=owner, lead_id=hand_off.lead_id, channel="call", outcome="no_answer", now_s=end_s + day * DAY_S
        )
    assert Clock.objects.get(pk=running.pk).state == "kept"
    assert sla.give_up_silent(now_s=end_s + 30 * DAY_S) == 0
    assert sla.give_up_silent(now_s=end_s + 33 * DAY_S) == 1  # the second silence is the end
    assert Lead.objects.get().state == "closed"


def test_where_no_deadline_can_be_counted_leads_are_given_up_and_none_is_explored(caplog):
    acme = with_trials("explored_slice: 100%, persistence: 100%")
    silent(acme)
    below(acme, 2)
    HolidayYear.objects.all().delete()
    with caplog.at_level(logging.ERROR, logger="leadpact.trials"):
        assert trials.explore(now_s=NOW_S + HOUR_S) == 0
        assert sla.give_up_silent(now_s=NOW_S + 31 * DAY_S) == 1
    assert FactRow.objects.filter(kind="gave_up").count() == 1
    assert len(caplog.records) == 3


def test_a_lead_of_the_trial_that_nobody_calls_is_given_up_at_the_second_silence():
    acme = with_trials("persistence: 100%")
    silent(acme)
    assert [sla.give_up_silent(now_s=NOW_S + days * DAY_S) for days in (31, 45, 62)] == [1, 0, 1]
    assert list(FactRow.objects.filter(kind__in=("kept_on", "gave_up")).order_by("seq").values_list("kind", flat=True)) == [
        "kept_on", "gave_up",
    ]  # fmt: skip


MANY = 14
"""Of so many leads half are drawn, but never all and never none."""


def test_the_rest_is_given_up_and_so_is_who_had_answered():
    acme = with_trials("persistence: 50%")
    made = silent(acme, MANY)
    talked = made[0]
    sla.log_attempt(
        actor=acme.owner(talked), lead_id=talked.lead_id, channel="call", outcome="reached", now_s=NOW_S + 700
    )
    pact = sla.Rulebook(NOW_S).main().pact
    kept = {row.lead_id for row in made[1:] if is_kept_on(pact, acme.pact_id, row.lead_id)}
    assert 0 < len(kept) < MANY - 1
    assert sla.give_up_silent(now_s=NOW_S + 31 * DAY_S) == MANY
    assert set(FactRow.objects.filter(kind="kept_on").values_list("lead_id", flat=True)) == kept
    assert FactRow.objects.filter(kind="gave_up").count() == MANY - len(kept)


# --- the call order


def test_the_short_list_is_shuffled_within_band_and_hour_and_the_place_is_recorded():
    acme = with_trials("shuffled_call_order: on")
    for n in range(12):
        acme.handed_over(f"s{n}")
    drawn = dict(FactRow.objects.filter(kind="handed_over").values_list("lead_id", "value_number"))
    assert drawn == {lead: call_place(lead) for lead in drawn}
    owner = acme.actor("salesperson")
    shown = handoff_shortlist.page(owner, NOW_S + 60)
    ids = [row.lead_id for row in shown.rows]
    assert ids == sorted(ids, key=call_place) != sorted(ids)
    paged, after = [], ""
    while True:
        part = handoff_shortlist.page(owner, NOW_S + 60, after=after, limit=2)
        paged += [row.lead_id for row in part.rows]
        if not (after := part.after):
            break
    assert paged == ids


def test_bands_and_late_leads_still_go_first():
    acme = with_trials("shuffled_call_order: on")
    low = [acme.handed_over(f"s{n}", employees="5").lead_id for n in range(4)]
    high = [acme.handed_over(f"t{n}").lead_id for n in range(4)]
    rows = handoff_shortlist.page(acme.actor("sales_head"), NOW_S + 60).rows
    assert {row.lead_id for row in rows[:4]} == set(high)
    assert {row.lead_id for row in rows[4:]} == set(low)


def test_without_the_trial_no_place_is_recorded():
    acme = company()
    acme.handed_over()
    assert FactRow.objects.get(kind="handed_over").value_number is None
