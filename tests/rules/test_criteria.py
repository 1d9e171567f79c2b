from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadpact.rules.criteria import (
    AccountLeads,
    All,
    Answer,
    AnyOf,
    Between,
    Condition,
    ContainsWord,
    DaysSince,
    FreeMail,
    InList,
    Is,
    Known,
    Not,
    Touches,
    compile_condition,
    evaluate,
    fields_used,
)
from leadpact.rules.facts import Fact
from leadpact.rules.lead import FAR_S, Seen, Touch, Value, seen
from tests.rules.conditions_strategy import DAY_S, NOW_S, account_leads, ages_s, conditions, histories, meaning


def value(code: str, seq: int = 1, number: float | None = None) -> Value:
    return Value(code, number, NOW_S - DAY_S, seq, "buyer", None)


def touched(*ages_days: float, of: str | None = "pricing", kind: str = "page_view", first_seq: int = 10) -> Seen:
    instants = sorted(NOW_S - round(days * DAY_S) for days in ages_days)
    return Seen(touches={kind: [Touch(at_s, of, first_seq + place, "buyer") for place, at_s in enumerate(instants)]})


TITLE = {"job_title": value("known", 4), "job_title:head": value("false", 5), "job_title:lead": value("true", 6)}


@pytest.mark.parametrize(
    ("condition", "values", "holds", "because"),
    [
        (Is("budget", ("approved", "planned")), {"budget": value("planned", 3)}, True, (3,)),
        (Is("budget", ("approved", "planned")), {"budget": value("none", 3)}, False, (3,)),
        (Is("budget", ("approved",)), {}, None, ()),
        (Is("budget", ("approved",), negated=True), {"budget": value("none")}, True, (1,)),
        (Is("budget", ("approved",), negated=True), {}, None, ()),
        (Between("employees", 50, 500), {"employees": value("50", 2, 50.0)}, True, (2,)),
        (Between("employees", 50, 500), {"employees": value("500", 2, 500.0)}, True, (2,)),
        (Between("employees", 50, 500), {"employees": value("501", 2, 501.0)}, False, (2,)),
        (Between("employees", None, 5), {"employees": value("-1", 2, -1.0)}, True, (2,)),
        (Between("employees", 5), {"employees": value("many", 2)}, None, ()),
        (Between("employees", 5), {"employees": value("nan", 2, float("nan"))}, None, ()),
        (Between("employees", 5), {}, None, ()),
        (Known("need"), {"need": value("known", 7)}, True, (7,)),
        (Known("need"), {}, False, ()),
        (Known("need", wanted=False), {}, True, ()),
        (Known("need", wanted=False), {"need": value("known", 7)}, False, (7,)),
        (FreeMail(), {"email_is_free_mail": value("true", 9)}, True, (9,)),
        (FreeMail(wanted=False), {"email_is_free_mail": value("true", 9)}, False, (9,)),
        (FreeMail(), {}, None, ()),
        (InList("industry", "core", frozenset(("food",))), {"industry": value("food")}, True, (1,)),
        (InList("industry", "core", frozenset(("food",))), {"industry": value("retail")}, False, (1,)),
        (InList("industry", "core", frozenset(("food",))), {}, None, ()),
        (ContainsWord("job_title", ("Head", "Lead")), TITLE, True, (4,)),
        (ContainsWord("job_title", ("head",)), TITLE, False, (4,)),
        (ContainsWord("job_title", ("chief", "lead")), TITLE, True, (4,)),
        (ContainsWord("job_title", ("chief", "head")), TITLE, None, ()),
        (ContainsWord("job_title", ("lead",)), {"job_title:lead": value("true")}, None, ()),
    ],
)
def test_a_condition_on_fields(
    condition: Condition, values: dict[str, Value], holds: bool | None, because: tuple[int, ...]
) -> None:
    assert evaluate(condition, Seen(values), NOW_S) == Answer(holds, because, FAR_S)


@pytest.mark.parametrize(
    ("condition", "ages_days", "holds", "because"),
    [
        (Touches(("page_view",), "pricing", 2, None, 30), (1, 29), True, (10, 11)),
        (Touches(("page_view",), "pricing", 2, None, 30), (1, 30), False, ()),
        (Touches(("page_view",), "pricing", 2, None, 30), (1, 2, 3, 4), True, (12, 13)),
        (Touches(("page_view",), "demo", 1), (1, 2), False, ()),
        (Touches(("page_view",)), (0,), True, (10,)),
        (Touches(("page_view",)), (-0.5,), False, ()),
        (Touches(("page_view",), None, 0, 1), (1,), True, ()),
        (Touches(("page_view",), None, 0, 1), (3, 2, 1), False, (11, 12)),
        (Touches(("page_view",), None, 1, 3), (2, 1), True, (11,)),
        (Touches(("call", "page_view"), None, 2), (2, 1), True, (10, 11)),
        (Touches(("call",)), (1,), False, ()),
        (DaysSince("page_view", None, 7), (7, 20), True, (11,)),
        (DaysSince("page_view", None, 7), (7.1, 20), False, (11,)),
        (DaysSince("page_view", 30), (30,), True, (10,)),
        (DaysSince("page_view", 30), (29.9,), False, (10,)),
        (DaysSince("call", 30), (1,), None, ()),
        (Not(Touches(("page_view",), None, 3)), (1,), True, ()),
        (Not(Touches(("call",))), (), True, ()),
    ],
)
def test_a_condition_on_touches(
    condition: Condition, ages_days: tuple[float, ...], holds: bool | None, because: tuple[int, ...]
) -> None:
    assert evaluate(condition, touched(*ages_days), NOW_S)[:2] == (holds, because)


@pytest.mark.parametrize(
    ("condition", "answers", "until_s"),
    [
        (Touches(("page_view",), None, 1, None, 2), [False, True, True, False], 2 * DAY_S),
        (Touches(("page_view",), None, 1, 3, 2), [False, True, True, False], 2 * DAY_S),
        (Touches(("page_view", "call"), None, 1, None, 2), [False, True, True, False], 2 * DAY_S),
        (Touches(("page_view",), None, 0, 0, 2), [True, False, False, True], 2 * DAY_S),
        (DaysSince("page_view", None, 2), [None, True, True, True], 2 * DAY_S + 1),
        (DaysSince("page_view", 2), [None, False, False, True], 2 * DAY_S),
    ],
)
def test_the_edges_of_a_window_are_exact_to_the_second(
    condition: Condition, answers: list[bool | None], until_s: int
) -> None:
    lead, touched_s = touched(1), NOW_S - DAY_S
    holds = compile_condition(condition)
    assert [holds(lead, touched_s + each) for each in (-1, 0, 2 * DAY_S - 1, 2 * DAY_S)] == answers
    assert [evaluate(condition, lead, touched_s + each).until_s - touched_s for each in (-1, 0)] == [0, until_s]


def test_other_leads_of_the_account_count_within_the_window() -> None:
    lead = Seen(account_leads_s=(NOW_S, NOW_S - 30 * DAY_S, NOW_S - DAY_S, NOW_S + 5))
    counts = [evaluate(AccountLeads(wanted, 30), lead, NOW_S).holds for wanted in (0, 1, 2, 3)]
    assert counts == [True, True, True, False]
    assert evaluate(AccountLeads(3), lead, NOW_S) == Answer(True, (), NOW_S + 5)


def test_facts_behind_a_combination_are_those_that_decide_it_in_order_of_time() -> None:
    budget, phone = Is("budget", ("approved",)), Known("phone")
    lead = Seen(
        {"budget": Value("approved", None, 20, 8, "buyer", None), "phone": Value("known", None, 10, 9, "buyer", None)}
    )
    assert evaluate(All((budget, phone)), lead, NOW_S) == Answer(True, (9, 8), FAR_S)
    assert evaluate(AnyOf((Known("need"), budget)), lead, NOW_S) == Answer(True, (8,), FAR_S)
    assert evaluate(All((phone, Not(budget))), lead, NOW_S) == Answer(False, (8,), FAR_S)
    assert evaluate(All((phone, Is("country", ("DE",)))), lead, NOW_S) == Answer(None, (), FAR_S)
    assert evaluate(All(()), lead, NOW_S) == Answer(True, (), FAR_S)
    assert evaluate(AnyOf(()), lead, NOW_S) == Answer(False, (), FAR_S)


def test_fields_used_name_each_field_once_in_order() -> None:
    condition = All(
        (
            Is("budget", ("approved",)),
            AnyOf((Not(FreeMail()), Between("employees", 1), Touches(("call",)), AccountLeads(2), DaysSince("call"))),
            Known("budget"),
            ContainsWord("job_title", ("head",)),
            InList("industry", "core", frozenset()),
        )
    )
    assert fields_used(condition) == ("budget", "email", "employees", "job_title", "industry")


@given(conditions, histories(), account_leads)
def test_every_condition_means_what_the_plain_definition_says(
    condition: Condition, facts: list[Fact], leads_s: tuple[int, ...]
) -> None:
    lead = seen(facts, NOW_S, leads_s)
    expected = meaning(condition, lead, NOW_S)
    answer = evaluate(condition, lead, NOW_S)
    assert (answer.holds, compile_condition(condition)(lead, NOW_S)) == (expected, expected)
    assert set(answer.because) <= {fact.seq for fact in facts}


@given(conditions, histories(), account_leads, ages_s, st.data())
def test_an_answer_stays_until_the_instant_it_names(
    condition: Condition, facts: list[Fact], leads_s: tuple[int, ...], before_s: int, data: st.DataObject
) -> None:
    lead = seen(facts, account_leads_s=leads_s)
    as_of_s = NOW_S - before_s
    answer = evaluate(condition, lead, as_of_s)
    assert answer.until_s > as_of_s
    last_s = min(answer.until_s, NOW_S + 100 * DAY_S) - 1
    for at_s in (last_s, data.draw(st.integers(as_of_s, last_s))):
        assert meaning(condition, lead, at_s) is answer.holds


@given(conditions, histories(), histories())
def test_facts_recorded_later_change_nothing(condition: Condition, facts: list[Fact], others: list[Fact]) -> None:
    later = [
        fact._replace(id=f"later {fact.id}", seq=fact.seq + 100, recorded_s=NOW_S + 1 + place)
        for place, fact in enumerate(others)
    ]
    assert evaluate(condition, seen(facts + later, NOW_S), NOW_S) == evaluate(condition, seen(facts, NOW_S), NOW_S)
