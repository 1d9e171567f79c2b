"""The scoreboard's figures on a quarter counted by hand."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadpact.ledger.models import Lead
from leadpact.ledger.rulebook import Rulebook
from leadpact.operations import capture, qualify, refresh
from leadpact.queries.scoreboard import CommonGoal, Foreign, Win, board
from leadpact.queries.scoreboard_counts import Span, complete, counted
from leadpact.rules.goals import Gone, Period
from tests.board_company import FRIDAY_S, HOUR_S, bare_hand_off, called, handed, pact_text, quarter, won
from tests.company import NOW_S, company
from tests.story import story

pytestmark = pytest.mark.django_db
DAY_S = 24 * HOUR_S


def seen(acme, role="reader", now_s=FRIDAY_S, **more):
    return board(acme.actor(role), now_s, **more)


def computed(acme, now_s=FRIDAY_S):
    """The board after its measure was asked."""
    asked = seen(acme, now_s=now_s).sla_asked
    body = refresh.run_now(name="sla_keeping", parameters=asked, now_s=now_s)
    return seen(acme, now_s=now_s), body


def told(found):
    return {
        p.name: (p.unit, p.k, p.n, None if p.promised is None else round(p.promised, 4), p.state, p.why)
        for team in found.teams
        for p in team.promises
    }


def test_the_common_goal_adds_up_and_says_its_pace():
    acme, _ = quarter()
    found = seen(acme)
    assert found.period == Period("quarter", date(2026, 4, 1), date(2026, 6, 30), 2)
    assert found.goal == CommonGoal(
        won_minor=1_700_000,
        target_minor=15_000_000,
        pace_minor=10_500_000,  # 150,000 x 42 / 60
        currency="EUR",
        shares=(("marketing", 1_700_000), ("sales", 0)),
        others=(Foreign("USD", 90_000, 1),),
        without_amount=0,
        gone=Gone(42, 60),
        has_holidays=True,
    )


def test_the_latest_win_names_who_found_it_who_closed_it_and_who_helped():
    acme, hands = quarter()
    closer = acme.owner(hands[2])
    assert seen(acme).win == Win(
        company="Kessler x3", amount_minor=500_000, currency="EUR", finder="", finder_side="marketing",
        closer=closer.name, source="Web form", helpers=("Ida Brandt",), closed_s=FRIDAY_S - HOUR_S + 60, deal_id=None,
    )  # fmt: skip
    assert seen(acme, "marketing_head").win.deal_id is not None


def test_a_win_that_sales_found_is_theirs_in_the_bar():
    acme, _ = quarter()
    seller = acme.actor("salesperson")
    values = {"name": "Omar", "company": "Lund", "email": "omar@lund.example", "need": "less waste"}
    taken = capture.type_in_lead(actor=seller, values=values, source="cold_call", now_s=NOW_S)
    from leadpact.operations import deals

    deal_id = deals.open_deal(actor=seller, lead_id=taken.lead_id, now_s=NOW_S + 60)
    deals.win(actor=seller, deal_id=deal_id, amount_minor=250_000, currency="EUR", now_s=FRIDAY_S - 60)
    found = seen(acme)
    assert found.goal.shares == (("marketing", 1_700_000), ("sales", 250_000))
    assert found.goal.won_minor == 1_950_000
    assert (found.win.finder, found.win.closer, found.win.helpers) == ("Ana Lind", "Ana Lind", ())


def test_promises_of_both_teams_are_counted_and_judged():
    acme, _ = quarter()
    bare_hand_off(acme, "bare", NOW_S + HOUR_S)
    found, _ = computed(acme)
    assert told(found) == {
        # Eleven leads were accepted by the first call; the pact holds since 2 June, three working days of 22.
        "accepted_handoffs": ("count", 11, 11, round(40 * 3 / 22, 4), "kept", ""),
        "conformity": ("share", 12, 13, 1.0, "missed", ""),
        "actions": ("share", 12, 13, 1.0, "missed", ""),
        "waiting": ("share", 0, 0, 1.0, "none", "nothing"),
        "back": ("share", 0, 0, 1.0, "none", "nothing"),
        "first_touch": ("share", 10, 12, 0.9, "missed", ""),
        "answer": ("share", 11, 12, 0.9, "kept", ""),
        "attempts": ("share", 0, 0, 0.9, "none", "nothing"),
    }
    assert [(team.side, team.kept, team.judged) for team in found.teams] == [("marketing", 1, 3), ("sales", 1, 2)]


def test_the_measures_count_accepted_hand_offs_as_the_scoreboard_does():
    acme = company()
    for text in (
        "captured web; qualified 70; handed over to Ana; accepted; call reached",
        "captured web; qualified 70; handed over to Ana; accepted; call reached; rejected too_early",
        "captured web; qualified 70; handed over to Ana; rejected too_early; handed over to Bo; accepted",
    ):
        story(acme, text, start_s=NOW_S - 60 * DAY_S)
    months = refresh.run_now(name="goals", parameters={}, now_s=NOW_S)["tables"]["months"]
    promised = refresh.run_now(name="promises", parameters={}, now_s=NOW_S)["tables"]["months"]
    by_goals = sum(row["value"] for row in months if row["metric"] == "accepted_handoffs")
    by_promises = sum(row["counted"] for row in promised if row["part"] == "accepted_handoffs")
    span = Span(NOW_S - 90 * DAY_S, NOW_S, NOW_S)
    assert (by_goals, by_promises, counted("accepted_handoffs", span).n) == (2, 2, 2)


def test_nothing_is_missed_that_was_promised_only_today():
    acme = company()
    assert told(seen(acme, now_s=NOW_S))["accepted_handoffs"] == ("count", 0, 0, 0.0, "none", "running")
    assert told(seen(acme, now_s=NOW_S + 7 * DAY_S))["accepted_handoffs"][3:5] == (round(40 * 5 / 22, 4), "missed")


def test_the_first_touch_is_the_headline_of_the_measure():
    acme, _ = quarter()
    assert told(seen(acme))["first_touch"] == ("share", 0, 0, 0.9, "none", "computing")
    found, body = computed(acme)
    head = body["rows"][0]
    assert found.sla_asked == {"since": "2026-04-01", "until": "2026-06-30"}
    assert told(found)["first_touch"][1:3] == (head["kept"], head["due"]) == (10, 12)


def test_under_ten_nothing_is_said():
    acme = company()
    hands = handed(acme, 9)
    for hand_off in hands:
        called(acme, hand_off, NOW_S + 60)
    found = told(seen(acme))
    assert found["answer"] == ("share", 9, 9, 0.9, "none", "few")
    assert found["conformity"] == ("share", 9, 9, 1.0, "none", "few")


def test_leads_that_waited_longer_than_agreed_break_marketings_promise():
    acme = company(text=pact_text(capacity="each_person: 1 a week"))
    for place in range(12):
        lead_id = acme.good_lead(f"x{place}")
        qualify.hand_over(actor=acme.actor("marketer"), lead_id=lead_id, now_s=NOW_S)
    assert Lead.objects.filter(state="queued").count() == 10
    assert told(seen(acme, now_s=NOW_S + 13 * DAY_S))["waiting"] == ("share", 0, 0, 1.0, "none", "nothing")
    assert told(seen(acme, now_s=NOW_S + 15 * DAY_S))["waiting"] == ("share", 0, 10, 1.0, "missed", "")


def test_sales_promise_rests_when_more_came_than_agreed():
    acme, _ = quarter(text=pact_text(sales="unless: accepted_handoffs over 1 a month, "))
    found, _ = computed(acme)
    assert told(found)["answer"] == ("share", 11, 12, 0.9, "none", "excused")
    # Two whole months and four days of June allow 2.18 accepted leads; eleven came.
    assert told(found)["first_touch"] == ("share", 10, 12, 0.9, "none", "excused")


def test_a_field_made_unknown_or_taken_back_before_the_hand_off_was_not_known():
    acme = company()
    full = {"company": "Kessler", "need": "returns", "email": "n@kessler.example"}
    bare_hand_off(acme, "all", NOW_S + 60, **full)
    bare_hand_off(acme, "no need", NOW_S + 60, **{**full, "email": "o@kessler.example", "need": ""})
    lead_id = acme.lead("forgotten", **{**full, "email": "p@kessler.example"})
    capture.describe_lead(actor=acme.actor("marketer"), lead_id=lead_id, values={"need": "unknown"}, now_s=NOW_S + 30)
    bare_hand_off(acme, "forgotten", NOW_S + 60)
    bare_hand_off(acme, "later", NOW_S + 60, **{**full, "email": "q@kessler.example", "need": ""})
    later = Lead.objects.order_by("-pk").first()
    capture.describe_lead(actor=acme.actor("marketer"), lead_id=later.pk, values={"need": "late"}, now_s=NOW_S + 120)
    now_s = NOW_S + DAY_S
    tally = complete(Span(NOW_S - DAY_S, now_s, now_s), Rulebook(now_s))
    assert (tally.k, tally.n, tally.weeks[7]) == (1, 4, [1, 4])


def test_last_quarter_is_judged_by_the_pact_that_held_at_its_end():
    acme, _ = quarter()
    found = seen(acme, now_s=NOW_S + 60 * DAY_S, is_last=True)  # August looks back at April to June
    assert (found.period.name, found.goal.won_minor, found.goal.pace_minor) == ("Q2 2026", 1_700_000, 15_000_000)
    assert told(found)["accepted_handoffs"][3] == round(40 * 21 / 22, 4)  # Signed on the second working day of June.
    before = seen(acme, is_last=True)  # No pact was signed before 2 June.
    assert (before.period.name, before.has_pact, before.goal, before.teams, before.win) == (
        "Q1 2026",
        False,
        None,
        (),
        None,
    )


def test_without_anything_the_board_still_stands():
    acme = company()
    found = seen(acme)
    assert (found.goal.won_minor, found.goal.shares, found.win) == (0, (("marketing", 0), ("sales", 0)), None)
    assert {why for *_, why in told(found).values()} == {"", "nothing", "computing"}


def test_the_number_of_questions_does_not_grow():
    def asked(number):
        acme = company()
        for hand_off in handed(acme, number):
            called(acme, hand_off, NOW_S + 60)
            won(acme, hand_off, 1_000, "EUR", NOW_S + 120)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            seen(acme)
        return len(queries)

    from django.db import transaction

    counts = []
    for number in (1, 3):
        with transaction.atomic():
            counts.append(asked(number))
            transaction.set_rollback(True)
    assert counts[0] == counts[1] <= 25
