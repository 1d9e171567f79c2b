"""Material, actions and what marketing takes up again: counted, listed, and shown to those who may know."""

import pytest

from leadpact.connectors import pact_file
from leadpact.ledger import access
from leadpact.ledger.writer import Draft, recording
from leadpact.operations import verdict
from leadpact.queries import scoreboard_leads
from leadpact.queries.scoreboard import board
from leadpact.rules.facts import Fact
from tests.board_company import HOUR_S, bare_hand_off, called
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
DAY_S = 86_400


def of(acme, name, now_s):
    found = board(acme.actor("reader"), now_s)
    return next(each for team in found.teams for each in team.promises if each.name == name)


def fact(acme, kind, lead_id, at_s, side="sales", **more):
    with recording(at_s) as book:
        book.append([Draft(Fact(0, "", kind, at_s, at_s, lead_id=lead_id, side=side, **more))])


def test_material_is_due_a_day_after_the_agreed_attempt():
    acme = company(text=pact_file.starter().replace("material: [] ", "material: [{kind: case_study, by_attempt: 2}] "))
    sent, missed, too_late, once = (acme.handed_over(f"x{number}") for number in range(4))
    for hand_off in (sent, missed, too_late, once):
        called(acme, hand_off, NOW_S + HOUR_S)
        if hand_off is not once:
            called(acme, hand_off, NOW_S + 3 * HOUR_S)
    fact(acme, "asset_sent", sent.lead_id, NOW_S + 2 * HOUR_S)
    fact(acme, "asset_sent", too_late.lead_id, NOW_S + 3 * HOUR_S + DAY_S + 60)
    running = of(acme, "material-1", NOW_S + 4 * HOUR_S)
    assert (running.k, running.n, running.why) == (0, 0, "nothing")
    later_s = NOW_S + 2 * DAY_S
    done = of(acme, "material-1", later_s)
    assert (done.k, done.n, done.promised, done.terms[1]) == (1, 3, 1.0, "2")
    rows = scoreboard_leads.behind(acme.actor("sales_head"), later_s, "material-1").rows
    assert {(row.lead.id, row.is_kept) for row in rows} == {
        (sent.lead_id, True), (missed.lead_id, False), (too_late.lead_id, False),
    }  # fmt: skip


def test_actions_are_those_done_before_the_hand_off():
    acme = company()
    whole = acme.handed_over("x1")
    bare_hand_off(acme, "x2", NOW_S + 60)
    found = of(acme, "actions", NOW_S + HOUR_S)
    assert (found.k, found.n, found.terms) == (1, 2, ("Qualification call",))
    rows = scoreboard_leads.behind(acme.actor("marketer"), NOW_S + HOUR_S, "actions").rows
    assert [(row.lead.id == whole.lead_id, row.is_kept) for row in rows] == [(False, False), (True, True)]
    missed = scoreboard_leads.behind(acme.actor("marketer"), NOW_S + HOUR_S, "actions", missed_only=True)
    assert [row.is_kept for row in missed.rows] == [False]


def test_what_comes_back_is_due_in_working_time_and_taken_up_by_any_act_of_marketing():
    acme = company()
    for number in range(3):
        hand_off = acme.handed_over(f"x{number}")
        verdict.reject(actor=acme.owner(hand_off), hand_off_id=hand_off.pk, reason="wrong_person", now_s=NOW_S + HOUR_S)
        if number == 0:
            fact(acme, "described", hand_off.lead_id, NOW_S + DAY_S, "marketing", field="country", value_code="AT")
        if number == 1:
            fact(acme, "described", hand_off.lead_id, NOW_S + 9 * DAY_S, "marketing", field="country", value_code="AT")
    early = of(acme, "back", NOW_S + DAY_S)
    assert (early.k, early.n, early.why) == (0, 0, "nothing")  # Three working days are not over: none is due.
    late = of(acme, "back", NOW_S + 10 * DAY_S)
    assert (late.k, late.n) == (1, 3)


def test_lateness_behind_a_promise_is_listed_for_those_who_may_know():
    acme = company()
    hands = [acme.handed_over(f"x{number}") for number in range(4)]
    later_s = NOW_S + 3 * DAY_S
    whole = scoreboard_leads.behind(acme.actor("sales_head"), later_s, "answer")
    assert (whole.total, whole.hidden, len(whole.rows)) == (4, 0, 4)
    ana = acme.actor("salesperson")
    own = {hand.lead_id for hand in hands if hand.owner_id == ana.id}
    mine = scoreboard_leads.behind(ana, later_s, "answer")
    assert {row.lead.id for row in mine.rows} == own
    assert mine.hidden == 4 - len(own)
    other = scoreboard_leads.behind(acme.actor("marketing_head"), later_s, "answer")
    assert (other.total, other.hidden, other.rows) == (4, 4, ())
    with pytest.raises(access.Forbidden):
        scoreboard_leads.behind(acme.actor("reader"), later_s, "answer")
    for wrong in ("first_touch", "accepted_handoffs", "material-9", "material-x", "nonsense"):
        with pytest.raises(access.Unknown):
            scoreboard_leads.behind(acme.actor("sales_head"), later_s, wrong)
