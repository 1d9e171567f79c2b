from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadpact.rules.criteria import (
    All,
    AnyOf,
    Between,
    Condition,
    ContainsWord,
    DaysSince,
    Is,
    Known,
    Not,
    Touches,
    evaluate,
)
from leadpact.rules.facts import Fact
from leadpact.rules.lead import Seen, Touch, Value, seen
from leadpact.rules.pact import Pact
from leadpact.rules.scoring import Ask, Score, ScoredRow, compile_card, fading_ages
from tests.rules.conditions_strategy import DAY_S, NOW_S, ages_s, conditions, histories
from tests.rules.small_pact import good_lead, row, small_pact

PRICING = Touches(("page_view",), "pricing", 1, None, 90)
BUDGET = Is("budget", ("approved", "planned"))
FAR = 1 << 62


def score_of(pact: Pact, lead: Seen, as_of_s: int = NOW_S) -> Score:
    return compile_card(pact).score(lead, as_of_s)


def lead_with(*, touch_age_s: int | None = None, **codes: str) -> Seen:
    values = {
        name: Value(code, float(code) if code.isdigit() else None, NOW_S - DAY_S, place, "buyer", None)
        for place, (name, code) in enumerate(codes.items(), start=1)
    }
    touches = {} if touch_age_s is None else {"page_view": [Touch(NOW_S - touch_age_s, "pricing", 50, "buyer")]}
    return Seen(values, touches)


def test_a_score_is_its_rows_and_groups_with_their_reasons() -> None:
    pact = small_pact(
        good_lead(
            row(BUDGET, 18, "fit", "Budget"),
            row(Between("employees", 50, 500), 12, "fit", "Size"),
            row(PRICING, 10, "intent", "Pricing"),
            row(Known("country", wanted=False), 3, None, "Country unknown"),
            row(Is("industry", ("retail",)), -5, "fit", "Retail"),
            row(Touches(("form_filled",)), 7, "other", "Form"),
            half_life_days=30,
        )
    )
    answer = score_of(pact, lead_with(touch_age_s=30 * DAY_S, budget="planned", industry="retail"))
    falls_s = NOW_S - 30 * DAY_S + fading_ages(10, 30 * DAY_S)[5]
    assert answer == Score(
        21,
        (
            ScoredRow(18, True, "Budget", "fit", 0, 1, 18),
            ScoredRow(0, None, "Size", "fit", 1, None, 12, FAR, (Ask("employees", "How many people?", 12),)),
            ScoredRow(5, True, "Pricing", "intent", 2, 50, 10, falls_s),
            ScoredRow(3, True, "Country unknown", None, 3, None, 3),
            ScoredRow(-5, True, "Retail", "fit", 4, 2, -5),
            ScoredRow(0, False, "Form", "other", 5, None, 7),
        ),
        {"fit": 13, "intent": 5, "other": 0},
        falls_s,
    )


@pytest.mark.parametrize(
    ("worth", "age_days", "points"),
    [(10, 0, 10), (10, 30, 5), (10, 60, 3), (10, 90, 1), (15, 30, 8), (-15, 30, -8), (1, 30, 1), (1, 31, 0), (0, 5, 0)],
)
def test_points_of_a_touch_halve_each_half_life(worth: int, age_days: int, points: int) -> None:
    pact = small_pact(good_lead(row(Touches(("page_view",)), worth), half_life_days=30))
    assert score_of(pact, lead_with(touch_age_s=age_days * DAY_S)).total == points


@pytest.mark.parametrize(
    ("condition", "total"),
    [
        (PRICING, 50),
        (DaysSince("page_view", None, 60), 50),
        (All((BUDGET, PRICING)), 50),
        (AnyOf((BUDGET, PRICING)), 50),
        (AnyOf((BUDGET, Touches(("call",)))), 100),
        (Not(Touches(("call",))), 100),
        (Not(Touches(("page_view",), None, 2)), 100),
        (Touches(("page_view",), None, 0, 3), 100),
        (BUDGET, 100),
    ],
)
def test_only_rows_that_a_touch_made_true_fade(condition: Condition, total: int) -> None:
    lead = lead_with(touch_age_s=30 * DAY_S, budget="approved")
    assert score_of(small_pact(good_lead(row(condition, 100), half_life_days=30)), lead).total == total
    assert score_of(small_pact(good_lead(row(condition, 100))), lead).total == 100


def test_the_newest_of_the_touches_sets_the_age() -> None:
    touches = [Touch(NOW_S - 60 * DAY_S, "pricing", 1, "buyer"), Touch(NOW_S - 30 * DAY_S, "pricing", 2, "buyer")]
    pact = small_pact(good_lead(row(Touches(("page_view",), "pricing", 2), 100), half_life_days=30))
    assert score_of(pact, Seen(touches={"page_view": touches})).rows[0][:6] == (50, True, "Row", None, 0, 2)


def test_asks_are_unknown_fields_that_would_bring_points_best_first() -> None:
    pact = small_pact(
        good_lead(
            row(Between("employees", 50, 500), 12),
            row(BUDGET, 8),
            row(All((BUDGET, Known("phone"), Is("authority", ("decides",)))), 6),
            row(Is("industry", ("retail",)), -9),
            row(Is("country", ("DE",)), 4),
            row(Is("region", ("north",)), 2),
            row(DaysSince("call", None, 7), 30),
        )
    )
    lead = lead_with(country="FR", phone="known")
    assert score_of(pact, lead).asks == (
        Ask("budget", "Budget?", 14),
        Ask("employees", "How many people?", 12),
        Ask("authority", "Who decides?", 6),
        Ask("region", "Region?", 2),
    )


def test_a_text_known_but_not_yet_searched_is_unknown_and_not_asked_for() -> None:
    pact = small_pact(good_lead(row(ContainsWord("job_title", ("head",)), 5)))
    known, unknown = (score_of(pact, lead) for lead in (lead_with(job_title="known"), lead_with()))
    assert [(each.rows[0].holds, each.asks) for each in (known, unknown)] == [
        (None, ()),
        (None, (Ask("job_title", "What is your role?", 5),)),
    ]


def test_a_card_is_made_once_for_a_pact_and_never_given_to_another() -> None:
    one, other = (small_pact(good_lead(row(BUDGET, points))) for points in (1, 2))
    assert compile_card(one) is compile_card(one)
    assert [score_of(pact, lead_with(budget="planned")).total for pact in (one, other)] == [1, 2]


def test_a_fading_row_of_absurd_points_is_refused() -> None:
    with pytest.raises(ValueError, match=r"A row gives 10001 points; give at most 10000"):
        compile_card(small_pact(good_lead(row(PRICING, 10_001), half_life_days=30)))


@given(st.integers(1, 300), st.sampled_from((0.5, 7.0, 30.0)))
def test_a_point_goes_in_the_second_in_which_the_formula_rounds_it_away(points: int, half_life_days: float) -> None:
    half_life_s = half_life_days * DAY_S
    ages_s = fading_ages(points, half_life_s)
    assert len(ages_s) == points
    for left, age_s in zip(range(points - 1, -1, -1), ages_s, strict=True):
        before, after = (points * 2 ** (-each / half_life_s) for each in (age_s - 1, age_s))
        assert after < left + 0.5 + 1e-9
        assert before >= left + 0.5 - 1e-9


rows = st.lists(st.builds(row, conditions, st.integers(-20, 30), st.sampled_from((None, "fit", "intent"))), max_size=6)


@given(rows, st.sampled_from((None, 1.0, 30.0)), histories())
def test_the_rows_add_up_and_say_what_the_conditions_say(
    points: list[object], half_life_days: float | None, facts: list[Fact]
) -> None:
    pact = small_pact(good_lead(*points, half_life_days=half_life_days))
    lead = seen(facts, NOW_S)
    answer = score_of(pact, lead)
    assert answer.total == sum(each.points for each in answer.rows)
    grouped = {name: sum(each.points for each in answer.rows if each.group == name) for name in answer.groups}
    assert answer.groups == grouped
    for each, written in zip(answer.rows, pact.good_lead.points, strict=True):
        expected = evaluate(written.when, lead, NOW_S)
        assert each.holds is expected.holds
        assert each.because_seq == (expected.because[-1] if expected.because else None)
        assert each.points in (range(min(each.worth, 0), max(each.worth, 0) + 1) if each.holds else (0,))
        assert half_life_days or each.points == (each.worth if each.holds else 0)


@given(rows, st.sampled_from((None, 1.0, 30.0)), histories(), ages_s, st.data())
def test_a_score_stays_until_the_instant_it_names(
    points: list[object], half_life_days: float | None, facts: list[Fact], before_s: int, data: st.DataObject
) -> None:
    card = compile_card(small_pact(good_lead(*points, half_life_days=half_life_days)))
    lead = seen(facts)
    as_of_s = NOW_S - before_s
    answer = card.score(lead, as_of_s)
    last_s = (answer.fades_at_s or NOW_S + 100 * DAY_S) - 1
    assert last_s >= as_of_s
    for at_s in (last_s, data.draw(st.integers(as_of_s, last_s))):
        assert [each.points for each in card.score(lead, at_s).rows] == [each.points for each in answer.rows]


@given(rows, histories(), histories())
def test_facts_recorded_later_change_no_score(points: list[object], facts: list[Fact], others: list[Fact]) -> None:
    card = compile_card(small_pact(good_lead(*points, half_life_days=30)))
    later = [
        fact._replace(id=f"later {fact.id}", seq=fact.seq + 100, recorded_s=NOW_S + 1 + place)
        for place, fact in enumerate(others)
    ]
    assert card.score(seen(facts + later, NOW_S), NOW_S) == card.score(seen(facts, NOW_S), NOW_S)
