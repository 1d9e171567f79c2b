"""A small demo company: every kind of fact, told by the product's own rules, with the chances it was made of."""

from collections import Counter
from datetime import datetime
from math import sqrt
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, transaction

from leadpact import demo
from leadpact.demo.truth import TRUTH
from leadpact.demo.year import simulate
from leadpact.ledger import reader, rebuild
from leadpact.ledger.models import CaptureForm, Company, HandOff, Lead, MailIn, Notice, Person, WriteKey
from leadpact.ledger.rulebook import Rulebook
from leadpact.operations import handoff, sla
from leadpact.rules import clock
from leadpact.rules.facts import KINDS
from leadpact.rules.gate import decide
from leadpact.rules.lead import seen
from leadpact.rules.sla import start

NOW_S = 1_780_387_200
"""Tuesday 2 June 2026, 10:00 in Berlin."""
LEADS = 400
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """The company, filled once for all tests of this file and rolled back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield simulate(NOW_S, 7, LEADS)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def facts(world):
    """Every fact of every lead, by lead (merged ones under the lead they were merged into)."""
    return reader.facts_of(Lead.objects.filter(merged_into_id=None).values_list("pk", flat=True))


def every(facts, kind):
    return [fact for told in facts.values() for fact in told if fact.kind == kind]


def rows(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def test_every_kind_of_fact_occurs_but_erasure(world):
    kinds = {kind for (kind,) in rows("SELECT DISTINCT kind FROM facts")}
    talked_over = {"pact_drafted", "pact_commented", "pact_withdrawn", "pact_expired"}  # the demo's pacts came at once
    assert set(KINDS) - kinds == {"erased", *talked_over}


def test_the_rows_are_what_the_facts_add_up_to(world):
    rules = Rulebook(NOW_S)

    def points(pact_id, view, as_of_s):
        from leadpact.ledger.writer import Points

        score = rules.by_id(pact_id).card.score(view, as_of_s)
        return Points(pact_id, score.total, score.fades_at_s)

    drift = rebuild.check(points, lambda done, of: None)
    assert (drift.count, drift.differences) == (0, [])
    assert drift.leads == len(world.lives)


def test_facts_are_recorded_in_order_of_time_and_never_in_the_future(world):
    told = rows("SELECT recorded_s, occurred_s FROM facts WHERE lead_id IS NOT NULL ORDER BY seq")
    assert all(recorded_s == occurred_s <= NOW_S for recorded_s, occurred_s in told)
    assert told == sorted(told)


def test_no_lead_passed_a_closed_gate(world, facts):
    passed = every(facts, "qualified")
    assert len(passed) > 50
    rules = Rulebook(NOW_S)
    merged = {life.id for life in world.lives if life.merged}
    for fact in passed:
        if fact.lead_id in merged:
            continue
        held = rules.by_id(fact.pact_id)
        view = seen([each for each in facts[fact.lead_id] if each.seq < fact.seq], fact.occurred_s)
        score = held.card.score(view, fact.occurred_s)
        answer = decide(view, score, held.step, held.pact, fact.occurred_s)
        assert (answer.open, answer.lane, score.total) == (True, fact.lane, fact.points), answer.refusal


def test_nobody_takes_more_than_their_week_holds(world, facts):
    berlin = ZoneInfo("Europe/Berlin")
    capacity = dict(Person.objects.filter(role="salesperson").values_list("pk", "capacity"))
    taken = Counter()
    passed_on = {(fact.lead_id, fact.seq) for fact in every(facts, "reassigned")}  # their place is free again
    for fact in every(facts, "handed_over"):
        is_kept = not any(lead_id == fact.lead_id and seq > fact.seq for lead_id, seq in passed_on)
        if fact.reason != "open_deal_owner" and is_kept:
            year, week, _ = datetime.fromtimestamp(fact.occurred_s, berlin).isocalendar()
            taken[fact.person_id, year, week] += 1
    assert taken
    assert {key: count for key, count in taken.items() if count > capacity[key[0]]} == {}
    assert max(taken[key] / capacity[key[0]] for key in taken) == 1


def test_promises_are_due_in_their_owners_hours(world, facts):
    rules = Rulebook(NOW_S)
    for fact in every(facts, "handed_over"):
        held = rules.by_id(fact.pact_id)
        lane = next(lane for lane in held.step.lanes if lane.name == fact.lane)
        assert fact.due_s == start(rules.calendar(fact.person_id, held), fact.occurred_s, lane.first_touch)


def test_a_first_touch_says_how_long_it_took_in_working_time(world):
    rules = Rulebook(NOW_S)
    told = rows(
        "SELECT c.person_id, c.started_s, c.stopped_s, c.worked_s, h.pact_id FROM clocks c "
        "JOIN hand_offs h ON h.id = c.hand_off_id WHERE c.promise = 'first_touch' AND c.worked_s IS NOT NULL"
    )
    assert len(told) > 50
    for person_id, started_s, stopped_s, worked_s, pact_id in told:
        assert worked_s == clock.elapsed(rules.calendar(person_id, rules.by_id(pact_id)), started_s, stopped_s)


def test_a_worker_that_starts_now_finds_nothing_overdue(world):
    with transaction.atomic():
        done = [
            sla.act_on_due(now_s=NOW_S), sla.wake_due(now_s=NOW_S), sla.give_up_silent(now_s=NOW_S),
            sla.rescore_faded(now_s=NOW_S), handoff.fill_short_lists(now_s=NOW_S),
        ]  # fmt: skip
        transaction.set_rollback(True)
    assert done == [0, 0, 0, 0, 0]


STATES = {"new", "handed_over", "accepted", "deal", "won", "lost", "recycled", "returned", "closed", "merged"}


def test_today_fills_every_page(world):
    assert set(Lead.objects.values_list("state", flat=True)) >= STATES
    assert len(set(HandOff.objects.filter(is_open=True).values_list("owner_id", flat=True))) >= 4
    assert HandOff.objects.filter(is_open=True).exclude(next_due_s=None).exists()
    assert rows("SELECT COUNT(DISTINCT stage) FROM deals WHERE state = 'open'") >= [(2,)]
    assert Notice.objects.filter(read_s=None).exists()
    assert not Notice.objects.filter(mailed_s=None).exists()


def test_its_doors_are_open(world):
    assert set(CaptureForm.objects.values_list("purpose", flat=True)) == {"web", "show"}
    assert WriteKey.objects.count() == 1
    assert sorted(MailIn.objects.values_list("state", flat=True)) == ["apart", "waiting", "waiting"]


def test_people_and_pacts(world):
    roles = Counter(Person.objects.values_list("role", flat=True))
    assert roles == {
        "marketer": 5, "salesperson": 8, "marketing_head": 1, "sales_head": 1, "operator": 1, "reader": 1,
    }  # fmt: skip
    assert set(Person.objects.filter(role="salesperson").values_list("zone", flat=True)) == {
        "Europe/Berlin", "America/New_York",
    }  # fmt: skip
    assert not any(person.has_usable_password() for person in Person.objects.all())
    assert Company.objects.get().is_demo
    signed = rows("SELECT pact_version, side FROM facts WHERE kind = 'pact_signed' ORDER BY seq")
    assert signed == [(1, "marketing"), (1, "sales"), (2, "marketing"), (2, "sales")]


def test_no_address_belongs_to_anybody(world):
    for (text,) in rows("SELECT text FROM person_values WHERE field = 'email'"):
        assert text.endswith(".example")


def near(count, of, share):
    """Whether a count lies within four standard errors of a share."""
    return abs(count - of * share) <= 4 * sqrt(of * share * (1 - share)) + 1


def test_chances_fall_as_the_truth_says(world):
    attempts = [attempt for life in world.lives for attempt in life.answers_at]
    for is_hot in (True, False):
        for is_late in (True, False):
            answered = [was for hot, late, was in attempts if (hot, late) == (is_hot, is_late)]
            share = TRUTH.kind(is_hot=is_hot).answers * (TRUTH.late_answers if is_late else 1)
            assert near(sum(answered), len(answered), share), (is_hot, is_late)
    ended = [
        deal
        for life in world.lives
        if life.buyer.is_hot
        for deal in life.story.deals
        if deal.opened_s < NOW_S - 150 * 86_400
    ]
    assert len(ended) > 10
    assert near(sum(deal.state == "won" for deal in ended), len(ended), TRUTH.hot.won)
    for source in TRUTH.sources:
        met = [life for life in world.lives if life.buyer.source == source]
        assert abs(len(met) - source.share * LEADS) <= 6


def test_the_queue_was_used_in_the_year(facts):
    waited = Counter(fact.reason for fact in every(facts, "queued"))
    assert waited["capacity"] > 0


def test_only_an_empty_house_is_filled(world):
    with pytest.raises(demo.NotEmpty, match="company here already"):
        demo.fill(NOW_S)


def test_too_few_leads_are_refused():
    with pytest.raises(ValueError, match="100 or more"):
        demo.fill(NOW_S, leads=10)
