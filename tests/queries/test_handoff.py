"""A salesperson's short list: its order, its clocks, points that add up, counts that agree, and one lead at a glance."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadpact.ledger.access import Forbidden, Unknown
from leadpact.ledger.models import HandOff, Lead, Person
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Draft, recording
from leadpact.operations import deals, people, qualify, sla, verdict
from leadpact.queries import handoff_shortlist as shortlist
from leadpact.queries.handoff import More, Reason, Why, due_for, why_of
from leadpact.queries.handoff_shortlist import Behind, Colleague, Slots
from leadpact.queries.lead_views import ClockView, Found, KnownField
from leadpact.queries.shell import frame
from leadpact.rules.facts import Fact
from leadpact.rules.scoring import Ask, Score, ScoredRow
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
MINUTE, HOUR, DAY = 60, 3600, 86400


@pytest.fixture
def acme():
    """A company in which Ana alone gets leads."""
    made = company()
    people.leave(actor=made.actor("operator"), person_id=made.people["other"].pk)
    return made


def ana(acme):
    return acme.actor("salesperson")


def at(instant_s):
    return datetime.fromtimestamp(instant_s, UTC)


def hand_over_at(acme, name, at_s, **more):
    acme.now_s = at_s
    return acme.handed_over(name, **more)


def names_of(page):
    return [row.name for row in page.rows]


def test_a_row_says_who_how_long_and_why(acme):
    hand_off = acme.handed_over("x1", phone="+49 30 901820", employees="")
    row = shortlist.page(ana(acme), NOW_S + 12 * MINUTE).rows[0]
    step = Rulebook(NOW_S).main().step
    assert row == shortlist.Row(
        lead_id=hand_off.lead_id,
        handoff_id=hand_off.pk,
        name="Nadia x1",
        job_title="Head of Operations",
        company="Kessler x1",
        facts="DE",
        points=64,
        reasons=(
            Reason(18, "Budget approved or planned"),
            Reason(12, "Timeframe (months) at most 6"),
            Reason(10, "Authority decides or influences"),
            Reason(10, "Form submitted in 30 days"),
        ),
        more=More(14, 2),
        asks=("How many people?",),
        found=Found("marketing", "Web form", ""),
        clock=ClockView("Call", "risk", 3 * MINUTE, 80, at(NOW_S + 15 * MINUTE)),
        stops="call",
        is_accepted=False,
        refused=(),
        phone="+49 30 901820",
        email="n-x1@kessler.example",
        is_selected=True,
        owner="",
        reasons_to_reject=tuple(
            {"code": code, "label": Rulebook(NOW_S).main().pact.word(code)} for code in step.reject_reasons
        ),
    )


def test_late_ones_come_first_then_points_then_age(acme):
    # Marketing's lane "By points" gives four working hours, "Asked for a demo" a quarter of one.
    hand_over_at(acme, "few-old", NOW_S, job_title="Clerk")
    hand_over_at(acme, "many-young", NOW_S + 2)
    hand_over_at(acme, "few-young", NOW_S + 3, job_title="Clerk")
    hand_over_at(acme, "many-old", NOW_S + 1)
    for hand_off in HandOff.objects.exclude(lead_id=Lead.objects.get(name="Nadia few-young").pk):
        sla.log_attempt(
            actor=ana(acme), lead_id=hand_off.lead_id, channel="call", outcome="no_answer", now_s=NOW_S + MINUTE
        )
    page = shortlist.page(ana(acme), NOW_S + HOUR)
    assert names_of(page) == ["Nadia few-young", "Nadia many-old", "Nadia many-young", "Nadia few-old"]
    assert [row.clock.state for row in page.rows] == ["late", "ok", "ok", "ok"]
    assert page.rows[0].clock == ClockView("Call", "late", -45 * MINUTE + 3, 100, at(NOW_S + 15 * MINUTE + 3))


def test_points_are_those_kept_and_add_up_while_they_fade(acme):
    for name in ("x1", "x2", "x3"):
        acme.handed_over(name)
    hand_off = HandOff.objects.get(lead_id=1)
    sla.log_attempt(
        actor=ana(acme), lead_id=hand_off.lead_id, channel="call", outcome="no_answer", now_s=NOW_S + 20 * DAY
    )
    page = shortlist.page(ana(acme), NOW_S + 20 * DAY)
    kept = dict(Lead.objects.values_list("pk", "points"))
    assert {row.lead_id: row.points for row in page.rows} == kept
    assert kept[1] < kept[2] == 76
    for row in page.rows:
        assert sum(each.points for each in row.reasons) + (row.more.points if row.more else 0) == row.points


def test_reasons_name_the_biggest_and_sum_the_rest():
    def row(points, label, holds=True):
        return ScoredRow(points, holds, label, None, 0, None, points)

    rows = (row(1, "a"), row(9, "b"), row(-8, "c"), row(0, "gone"), row(5, "d"), row(3, "e"), row(2, "f"))
    asking = row(0, "open", None)._replace(asks=(Ask("x", "X?", 3), Ask("y", "Y?", 5), Ask("z", "Z?", 4)))
    score = Score(12, (*rows, asking), {}, None)
    assert why_of(score) == Why(
        12, (Reason(9, "b"), Reason(-8, "c"), Reason(5, "d"), Reason(3, "e")), More(3, 2), ("Y?", "Z?")
    )
    assert why_of(Score(9, (row(9, "b"),), {}, None)) == Why(9, (Reason(9, "b"),), None, ())
    assert why_of(None) == Why(None, (), None, ())


def test_the_heading_the_tab_and_the_navigation_count_the_same(acme):
    acme.handed_over("x1")
    acme.handed_over("x2")
    hand_over_at(acme, "x3", NOW_S + 2 * HOUR)
    hand_over_at(acme, "x4", NOW_S + 2 * HOUR)
    sla.log_attempt(actor=ana(acme), lead_id=4, channel="call", outcome="no_answer", now_s=NOW_S + 2 * HOUR + 60)
    now_s = NOW_S + 2 * HOUR + 120
    page = shortlist.page(ana(acme), now_s, view="due")
    seen = frame(ana(acme), now_s)
    assert (page.due.late, page.due.today, page.due.now) == (2, 1, 3)
    assert page.counts == {"all": 4, "due": 3, "unanswered": 3, "accepted": 1}
    assert due_for(ana(acme), now_s) == page.due
    assert (seen.counts["shortlist"], seen.late) == (3, 2)
    assert len(page.rows) == page.of == 3


def test_views_divide_the_list(acme):
    for name in ("x1", "x2", "x3"):
        acme.handed_over(name)
    verdict.accept(actor=ana(acme), hand_off_id=HandOff.objects.get(lead_id=2).pk, now_s=NOW_S + 60)
    by_view = {view: names_of(shortlist.page(ana(acme), NOW_S + 90, view=view)) for view in ("unanswered", "accepted")}
    assert by_view == {"unanswered": ["Nadia x1", "Nadia x3"], "accepted": ["Nadia x2"]}
    row = shortlist.page(ana(acme), NOW_S + 90, view="accepted").rows[0]
    assert (row.is_accepted, row.stops) == (True, "call")


def test_a_lead_that_became_a_deal_leaves_the_list(acme):
    hand_off = acme.handed_over("x1")
    deals.open_deal(actor=ana(acme), lead_id=hand_off.lead_id, now_s=NOW_S + 60)
    page = shortlist.page(ana(acme), NOW_S + DAY)
    assert (page.rows, page.of, page.due.now, page.brief) == ((), 0, 0, None)
    assert frame(ana(acme), NOW_S + DAY).counts["shortlist"] == 0


def test_the_answers_clock_is_stopped_by_accepting(acme):
    hand_off = acme.handed_over("x1")
    with recording(NOW_S + 60, scorer=Rulebook(NOW_S + 60)) as book:
        call = Fact(0, "", "call", NOW_S + 60, 0, lead_id=hand_off.lead_id, side="sales", value_code="no_answer")
        book.append([Draft(call)])
    row = shortlist.page(ana(acme), NOW_S + 120).rows[0]
    assert (row.stops, row.clock.promise, row.is_accepted) == ("accept", "Answer", False)


def test_a_kept_promise_leaves_no_clock(acme):
    hand_off = acme.handed_over("x1")
    sla.log_attempt(actor=ana(acme), lead_id=hand_off.lead_id, channel="call", outcome="reached", now_s=NOW_S + 60)
    page = shortlist.page(ana(acme), NOW_S + 90 * DAY)
    assert [row.clock for row in page.rows] == [None]
    assert page.due.now == 0


def test_long_promises_are_told_in_working_days(acme):
    hand_off = acme.handed_over("x1")
    verdict.accept(actor=ana(acme), hand_off_id=hand_off.pk, now_s=NOW_S)
    sla.log_attempt(actor=ana(acme), lead_id=hand_off.lead_id, channel="call", outcome="no_answer", now_s=NOW_S)
    clock = shortlist.page(ana(acme), NOW_S).rows[0].clock
    assert (clock.promise, clock.state, clock.used_percent) == ("6 attempts", "ok", 0)
    assert clock.left_s // DAY == 15


def test_slots_count_what_was_taken_this_week(acme):
    hand_over_at(acme, "this-week", NOW_S)
    hand_over_at(acme, "sunday", NOW_S + 5 * DAY)

    def slots(at_s):
        return shortlist.page(ana(acme), at_s).slots

    assert slots(NOW_S + 5 * DAY) == Slots(2, 10, "week")
    hand_over_at(acme, "monday", NOW_S + 6 * DAY)
    assert slots(NOW_S + 6 * DAY) == Slots(1, 10, "week")
    Person.objects.filter(pk=ana(acme).id).update(capacity=4)
    assert slots(NOW_S + 6 * DAY) == Slots(1, 4, "week")
    Person.objects.filter(pk=ana(acme).id).update(capacity=40)
    assert slots(NOW_S + 6 * DAY) == Slots(1, 10, "week")


def test_the_queue_behind_the_list_is_told(acme):
    Person.objects.filter(pk=ana(acme).id).update(capacity=1)
    acme.handed_over("x1")
    for number in (2, 3):
        lead_id = acme.good_lead(f"x{number}")
        qualify.hand_over(actor=acme.actor("marketer"), lead_id=lead_id, now_s=NOW_S)
    assert shortlist.page(ana(acme), NOW_S + 3 * DAY + 60).waiting == Behind(2, 3)


def test_no_line_is_told_where_a_lane_opens_always(acme):
    assert shortlist.page(ana(acme), NOW_S).line is None


def test_a_line_is_told_where_every_lane_asks_for_points():
    from leadpact.connectors import pact_file

    made = company(text=pact_file.starter().replace("gate: always", "gate: {points: 30}"))
    assert shortlist.page(made.actor("salesperson"), NOW_S).line == 30


def test_a_head_sees_the_team_with_owners_and_can_look_at_one(acme):
    head = acme.actor("sales_head")
    acme.handed_over("x1")
    acme.handed_over("x2")
    team = shortlist.page(head, NOW_S)
    assert [(row.name, row.owner) for row in team.rows] == [("Nadia x1", "Ana Lind"), ("Nadia x2", "Ana Lind")]
    assert team.team == (Colleague(ana(acme).id, "Ana Lind", 2),)
    assert team.slots is None
    assert frame(head, NOW_S + HOUR).counts["shortlist"] == team.counts["due"] == 2
    one = shortlist.page(head, NOW_S, of=ana(acme).id)
    assert (one.owner, names_of(one), one.rows[0].owner) == ("Ana Lind", ["Nadia x1", "Nadia x2"], "")
    nobody = shortlist.page(head, NOW_S, of=head.id)
    assert nobody.rows == ()


def test_lists_of_others_are_closed(acme):
    with pytest.raises(Unknown):
        shortlist.page(ana(acme), NOW_S, of=acme.people["other"].pk)
    with pytest.raises(Unknown):
        shortlist.page(acme.actor("sales_head"), NOW_S, of=acme.people["marketer"].pk)
    for role in ("marketer", "marketing_head", "operator", "reader"):
        with pytest.raises(Forbidden):
            shortlist.page(acme.actor(role), NOW_S)


def test_pages_follow_each_other_without_gap_or_double(acme):
    for number in range(5):
        hand_over_at(acme, f"x{number}", NOW_S + number)
    now_s = NOW_S + HOUR
    first = shortlist.page(ana(acme), now_s, limit=2)
    second = shortlist.page(ana(acme), now_s, limit=2, after=first.after)
    third = shortlist.page(ana(acme), now_s, limit=2, after=second.after)
    assert names_of(first) + names_of(second) + names_of(third) == [f"Nadia x{number}" for number in range(5)]
    assert [(p.first, p.of, bool(p.after)) for p in (first, second, third)] == [
        (1, 5, True),
        (3, 5, True),
        (5, 5, False),
    ]
    assert (first.before, second.before) == ("", "first")
    assert names_of(shortlist.page(ana(acme), now_s, limit=2, after=third.before)) == names_of(second)
    assert names_of(shortlist.page(ana(acme), now_s, limit=2, after="no_such_mark_x")) == names_of(first)


def test_a_list_costs_the_same_queries_whatever_its_length(acme):
    counts = {}
    Person.objects.filter(pk=ana(acme).id).update(capacity=10)
    for number in range(20):
        hand_over_at(acme, f"x{number}", NOW_S + (number // 10) * 7 * DAY)
        if number + 1 in (1, 3, 20):
            with CaptureQueriesContext(connection) as queries:
                assert len(shortlist.page(ana(acme), NOW_S + 8 * DAY).rows) == number + 1
            counts[number + 1] = len(queries)
    assert counts == dict.fromkeys((1, 3, 20), counts[1])
    assert counts[1] <= 20


def test_at_a_glance_is_what_came_with_the_lead(acme):
    hand_off = acme.handed_over("x1")
    acme.handed_over("x2")
    brief = shortlist.page(ana(acme), NOW_S + 60, lead_id=hand_off.lead_id).brief
    ida = "Ida Brandt"
    assert brief.fields == (
        KnownField("Company", "Kessler x1", True, True, "", "Which company?"),
        KnownField("Need", "too many returns", True, True, ida, "What should it solve?"),
        KnownField("Source", "Web form", True, True, "", ""),
        KnownField("E-mail", "n-x1@kessler.example", True, True, "", "E-mail?"),
        KnownField("Authority", "Decides", True, False, ida, "Who decides?"),
        KnownField("Budget", "Approved", True, False, ida, "Budget?"),
        KnownField("Timeframe (months)", "3", True, False, ida, "When to start?"),
    )
    assert (brief.known, brief.required) == (4, 4)
    assert brief.why == "Ana Lind: the only one free"
    assert (brief.says, brief.story[0].says, len(brief.story)) == ("", "Handed over to Ana Lind, 76 points", 7)


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ([], ""),
        ([("page_view", "pricing", None, None)], "They looked at: pricing."),
        (
            [
                ("page_view", "home", None, None),
                ("page_view", "pricing", None, None),
                ("page_view", "home", None, None),
            ],
            "They looked at: home, pricing.",
        ),
        ([("asset_viewed", None, '{"asset": "The price list"}', None)], "They read “The price list”."),
        ([("asset_viewed", None, None, None)], ""),
        (
            [("asset_viewed", None, '{"asset": "Case"}', None), ("page_view", "pricing", None, None)],
            "They read “Case” and looked at: pricing.",
        ),
        (
            [
                ("asked", None, None, "Old?"),
                ("asked", None, None, "Does it talk to SAP?"),
                ("page_view", "pricing", None, None),
            ],
            "They asked: “Does it talk to SAP?” They looked at: pricing.",
        ),
    ],
)
def test_the_opening_is_built_from_what_they_did(acme, told, says):
    hand_off = acme.handed_over("x1")
    with recording(NOW_S + 600, scorer=Rulebook(NOW_S + 600)) as book:
        book.append(
            [
                Draft(
                    Fact(
                        0, "", kind, NOW_S + place, 0, lead_id=hand_off.lead_id, side="buyer", field=of, payload=payload
                    ),
                    words,
                )
                for place, (kind, of, payload, words) in enumerate(told)
            ]
        )
    assert shortlist.page(ana(acme), NOW_S + 600).brief.says == says


def test_the_first_lead_is_chosen_unless_another_is_asked_for(acme):
    for name in ("x1", "x2"):
        acme.handed_over(name)
    assert shortlist.page(ana(acme), NOW_S).brief.name == "Nadia x1"
    page = shortlist.page(ana(acme), NOW_S, lead_id=2)
    assert (page.brief.name, [row.is_selected for row in page.rows]) == ("Nadia x2", [False, True])
    assert shortlist.page(ana(acme), NOW_S, lead_id=999).brief.name == "Nadia x1"
