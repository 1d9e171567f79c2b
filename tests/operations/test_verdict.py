"""The answer to a hand-off: accept or send back, once, by whoever owns it, with what the pact says follows."""

import threading

import pytest
from django.db import connections

from leadpact.ledger import access
from leadpact.ledger.models import Clock, FactRow, HandOff, Lead, Notice, Person
from leadpact.operations import capture, deals, handoff, people, sla, verdict
from leadpact.operations.handoff import NotOpen
from leadpact.operations.verdict import DealOpen
from leadpact.rules.verdict import AlreadyAnswered, UnknownReason
from tests.company import NOW_S, company

HOUR_S, DAY_S = 3_600, 86_400


@pytest.fixture
def acme(db):
    return company()


@pytest.fixture
def hand_off(acme):
    return acme.handed_over()


def accept(actor, hand_off, now_s=NOW_S + 600):
    return verdict.accept(actor=actor, hand_off_id=hand_off.pk, now_s=now_s)


def reject(actor, hand_off, reason="no_need", now_s=NOW_S + 600, note=""):
    return verdict.reject(actor=actor, hand_off_id=hand_off.pk, reason=reason, now_s=now_s, note=note)


def test_accepting_stops_the_answer_clock_and_starts_the_attempts(acme, hand_off):
    actor = acme.owner(hand_off)
    fact_id = accept(actor, hand_off, NOW_S + 3 * HOUR_S + 1800)  # 13:30, after lunch: 2.5 hours worked
    fact = FactRow.objects.get(id=fact_id)
    # 15 working days of 7.2 hours are three weeks of 36; they are over when the morning of the third Tuesday is.
    assert (fact.kind, fact.by_id, fact.person_id, fact.side, fact.worked_s, fact.channel) == (
        "accepted", actor.id, actor.id, "sales", 9_000, None,
    )  # fmt: skip
    assert fact.due_s == NOW_S + 2 * HOUR_S + 1800 + 21 * DAY_S
    hand_off.refresh_from_db()
    assert (hand_off.answer, hand_off.answered_by_id, hand_off.answered_s, hand_off.is_open) == (
        "accepted", actor.id, fact.occurred_s, True,
    )  # fmt: skip
    assert list(Clock.objects.order_by("promise").values_list("promise", "state", "worked_s")) == [
        ("answer", "kept", 9_000), ("attempts", "running", None), ("first_touch", "running", None),
    ]  # fmt: skip
    assert Lead.objects.get().state == "accepted"
    told = list(Notice.objects.filter(kind="accepted").values_list("person_id", flat=True))
    assert told == [acme.people["marketer"].pk]


def test_the_starter_reasons_and_what_follows(acme, hand_off):
    step = _step(hand_off)
    assert step.reject_reasons == (
        "too_early",
        "no_budget",
        "no_need",
        "wrong_person",
        "not_reachable",
        "duplicate",
        "other",
    )


def _step(hand_off):
    from leadpact.ledger.rulebook import Rulebook

    return Rulebook(NOW_S).by_id(hand_off.pact_id).step


@pytest.mark.parametrize(
    ("reason", "state", "wakes_days", "wake_field"),
    [
        ("too_early", "recycled", 90, None),
        ("no_budget", "recycled", None, "budget"),
        ("no_need", "returned", None, None),
        ("wrong_person", "returned", None, None),
        ("not_reachable", "recycled", 30, None),
        ("duplicate", "returned", None, None),
        ("other", "returned", None, None),
    ],
)
def test_what_follows_each_reason(acme, hand_off, reason, state, wakes_days, wake_field):
    reject(acme.owner(hand_off), hand_off, reason, note="She said call in autumn")
    lead = Lead.objects.get()
    wake_s = None if wakes_days is None else NOW_S + 600 + wakes_days * DAY_S
    assert (lead.state, lead.wake_s, lead.wake_field, lead.reason, lead.owner_id) == (
        state,
        wake_s,
        wake_field,
        reason,
        None,
    )
    hand_off.refresh_from_db()
    assert (hand_off.answer, hand_off.reason, hand_off.is_open, hand_off.next_promise) == (
        "rejected",
        reason,
        False,
        None,
    )
    assert list(Clock.objects.order_by("promise").values_list("promise", "state", "worked_s", "next_s")) == [
        ("answer", "kept", 600, None), ("first_touch", "withdrawn", None, None),
    ]  # fmt: skip
    told = list(Notice.objects.filter(kind="rejected").values_list("person_id", "values__reason"))
    assert told == [(acme.people["marketer"].pk, reason)]


def test_a_rejection_after_the_first_touch_deadline_leaves_it_broken(acme, hand_off):
    reject(acme.owner(hand_off), hand_off, now_s=NOW_S + HOUR_S)
    assert Clock.objects.get(promise="first_touch").state == "late"


def test_a_lead_sent_to_sleep_wakes_on_its_day_and_once(acme, hand_off):
    reject(acme.owner(hand_off), hand_off, "too_early")
    wakes_s = NOW_S + 600 + 90 * DAY_S
    assert [sla.wake_due(now_s=at_s) for at_s in (wakes_s - 1, wakes_s, wakes_s + 1)] == [0, 1, 0]
    lead = Lead.objects.get()
    assert (lead.state, lead.wake_s) == ("new", None)
    assert list(Notice.objects.filter(kind="woken").values_list("person_id", flat=True)) == [acme.people["marketer"].pk]


def test_the_note_is_kept_apart_from_the_fact(acme, hand_off):
    fact_id = reject(acme.owner(hand_off), hand_off, note="Ms Holt said no")
    fact = FactRow.objects.get(id=fact_id)
    assert (fact.payload, fact.value_code) == (None, None)
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM person_values WHERE fact_seq = %s", [fact.seq])
        assert cursor.fetchall() == [("Ms Holt said no",)]


def test_an_unknown_reason_lists_the_agreed_ones_and_writes_nothing(acme, hand_off):
    before = FactRow.objects.count()
    with pytest.raises(UnknownReason) as unknown:
        reject(acme.owner(hand_off), hand_off, "no_budgt")
    assert str(unknown.value) == (
        "“no_budgt” is no reason for sending a lead back. Did you mean “no_budget”? Choose one of: too_early, no_budget, "
        "no_need, wrong_person, not_reachable, duplicate, other; or agree on it in a new pact."
    )
    assert FactRow.objects.count() == before


# --- twice


@pytest.mark.parametrize("second", [accept, reject])
def test_a_second_answer_after_a_rejection_says_who_and_when(acme, hand_off, second):
    actor = acme.owner(hand_off)
    reject(actor, hand_off, "no_need")
    with pytest.raises(AlreadyAnswered) as told:
        second(acme.actor("sales_head"), hand_off)
    assert str(told.value) == (
        f"This lead was already sent back (reason: no_need) by {actor.name} on 2026-06-02 at 08:10 UTC. "
        f"Talk to {actor.name}, or correct that answer first."
    )


def test_accepting_twice_says_who_and_when(acme, hand_off):
    actor = acme.owner(hand_off)
    accept(actor, hand_off)
    before = FactRow.objects.count()
    with pytest.raises(
        AlreadyAnswered, match=f"This lead was already accepted by {actor.name} on 2026-06-02 at 08:10 UTC"
    ):
        accept(acme.actor("sales_head"), hand_off)
    assert FactRow.objects.count() == before


def test_an_accepted_lead_may_still_be_sent_back(acme, hand_off):
    actor = acme.owner(hand_off)
    accept(actor, hand_off)
    reject(actor, hand_off, "no_budget", NOW_S + HOUR_S)
    hand_off.refresh_from_db()
    assert (hand_off.answer, hand_off.answered_s, Lead.objects.get().state) == ("rejected", NOW_S + HOUR_S, "recycled")
    assert dict(Clock.objects.values_list("promise", "state")) == {
        "answer": "kept",
        "attempts": "withdrawn",
        "first_touch": "late",
    }


def test_a_lead_with_an_open_deal_is_lost_not_sent_back(acme, hand_off):
    actor = acme.owner(hand_off)
    deal_id = deals.open_deal(actor=actor, lead_id=hand_off.lead_id, now_s=NOW_S + 60)
    with pytest.raises(DealOpen, match="A deal is open on this lead: lose it"):
        reject(actor, hand_off)
    deals.lose(actor=actor, deal_id=deal_id, reason="price", now_s=NOW_S + 120)
    with pytest.raises(AlreadyAnswered):
        reject(actor, hand_off)


def test_a_hand_off_that_was_closed_without_an_answer_says_so(acme, hand_off):
    acme.touch(hand_off.lead_id, "disqualified")
    for answer in (accept, reject):
        with pytest.raises(NotOpen, match=f"Hand-off {hand_off.pk} is closed; the lead went on without an answer"):
            answer(acme.owner(hand_off), hand_off)


def test_of_two_who_accept_at_once_one_wins_and_the_other_is_told(emptied_db):
    acme = company()
    hand_off = acme.handed_over()
    actors = [acme.owner(hand_off), acme.actor("sales_head")]
    start, outcomes = threading.Barrier(2), []

    def answer(actor):
        try:
            start.wait()
            outcomes.append((actor.id, accept(actor, hand_off)))
        except AlreadyAnswered as error:
            outcomes.append((actor.id, error))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=answer, args=(actor,)) for actor in actors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    won = [who for who, what in outcomes if isinstance(what, str)]
    lost = [what for _, what in outcomes if isinstance(what, AlreadyAnswered)]
    assert (len(won), len(lost)) == (1, 1)
    assert FactRow.objects.filter(kind="accepted").count() == 1
    winner = Person.objects.get(pk=won[0])
    assert lost[0].given.by == winner.name
    assert HandOff.objects.get().answered_by_id == winner.pk


# --- whose


def test_a_reassigned_lead_is_answered_by_its_new_owner(acme, hand_off):
    old, new = acme.owner(hand_off), acme.actor("other")
    handoff.reassign(actor=acme.actor("sales_head"), hand_off_id=hand_off.pk, person_id=new.id, now_s=NOW_S + 60)
    with pytest.raises(access.Unknown, match=f"There is no hand-off {hand_off.pk} that you may see"):
        accept(old, hand_off)
    accept(new, hand_off)
    hand_off.refresh_from_db()
    assert (hand_off.answer, hand_off.answered_by_id, hand_off.owner_id) == ("accepted", new.id, new.id)


def test_leads_of_somebody_who_left_stay_until_the_head_answers_or_gives_them_on(acme, hand_off):
    people.leave(actor=acme.actor("operator"), person_id=hand_off.owner_id)
    hand_off.refresh_from_db()
    assert hand_off.is_open is True
    head, other = acme.actor("sales_head"), acme.actor("other")
    handoff.reassign(actor=head, hand_off_id=hand_off.pk, person_id=other.id, now_s=NOW_S + 60)
    accept(other, hand_off)
    assert HandOff.objects.get().answer == "accepted"


@pytest.mark.parametrize(
    ("role", "error"),
    [
        ("other", access.Unknown),
        ("marketer", access.Forbidden),
        ("marketing_head", access.Forbidden),
        ("operator", access.Forbidden),
        ("reader", access.Forbidden),
    ],
)
@pytest.mark.parametrize("answer", [accept, reject])
def test_who_may_not_answer(acme, hand_off, role, error, answer):
    with pytest.raises(error):
        answer(acme.actor(role), hand_off)
    assert HandOff.objects.get().answer == "open"


def test_no_such_hand_off(acme):
    with pytest.raises(access.Unknown, match="There is no hand-off 999"):
        verdict.accept(actor=acme.actor("salesperson"), hand_off_id=999, now_s=NOW_S)


def test_what_sales_found_out_before_sending_back_stays_known(acme, hand_off):
    owner = acme.owner(hand_off)
    capture.describe_lead(actor=owner, lead_id=hand_off.lead_id, values={"tool_today": "Excel"}, now_s=NOW_S + 60)
    reject(owner, hand_off, "no_need")
    assert FactRow.objects.filter(lead_id=hand_off.lead_id, field="tool_today").count() == 1
    assert Lead.objects.get().points == 80
