"""Points and gates of many leads at once are those of each lead at hand, on every engine."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from leadpact.evidence.judged import judging
from leadpact.evidence.moments import moments
from leadpact.evidence.scores import ACTIONS, FIELDS, MUST, NEVER, NO_LANE, NOT_COVERED, SHORT, scores, scoring_of
from leadpact.evidence.source import Shaped
from leadpact.evidence.tally import tally
from leadpact.rules.criteria import AccountLeads, All, AnyOf, Between, DaysSince, Is, Not, Touches, evaluate
from leadpact.rules.gate import decide
from leadpact.rules.pact import Gate, Lane
from leadpact.rules.scoring import compile_card
from leadpact.rules.terms import Span
from tests.evidence.histories import AS_OF, ENGINES, history, moments_of, seen_at
from tests.rules.conditions_strategy import conditions
from tests.rules.small_pact import good_lead, row, small_pact, small_step

QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Each example compiles SQL anew, so that shrinking one takes minutes; the seed and the pact are small as it is."""
GROUPS = (None, "fit", "intent")
SOON = Span(1, "working_days")
_points = st.one_of(st.integers(-30, 60), st.sampled_from((0, 1, -1, 300)))
_row = st.builds(row, conditions, _points, st.sampled_from(GROUPS))
_gate = st.one_of(
    st.just(Gate(always=True)),
    st.builds(Gate, points=st.integers(-5, 40), least=st.sampled_from(((), (("fit", 5),), (("none", 1),)))),
)
_lane = st.builds(Lane, st.sampled_from(("demo", "scored")), _gate, st.just(SOON), st.one_of(st.none(), conditions))
_few = st.lists(conditions, max_size=1).map(tuple)
pacts = st.builds(
    lambda rows, half_life, must, never, lanes, comes_with, after, covers: small_pact(
        good_lead(*rows, half_life_days=half_life, must=must, never=never),
        small_step(*lanes, comes_with=comes_with, after=after),
        covers=covers,
    ),
    st.lists(_row, min_size=1, max_size=4),
    st.sampled_from((None, 7, 30, 0.5)),
    _few,
    _few,
    st.lists(_lane, min_size=1, max_size=3),
    st.sampled_from(((), (("budget",), ("email", "job_title")), (("source", "employees"),))),
    st.sampled_from(((), ("qualification_call",))),
    st.one_of(st.none(), conditions),
)


def asked(table, p, scoring):
    return scores(table, p, moments(table, p["as_of_s"]), scoring)


def at_hand(facts, pact):
    """Total, points per group, lane and what keeps back, of each lead at its moment, by the rules."""
    found = {}
    groups = scoring_of(pact).groups
    for lead, moment in moments_of(facts).items():
        view, at_s = seen_at(facts, moment), moment[2]
        score = compile_card(pact).score(view, at_s)
        answer = decide(view, score, pact.steps[0], pact, at_s)
        lane = next((place for place, each in enumerate(answer.why) if each.fits), -1)
        covered = pact.covers is None or evaluate(pact.covers, view, at_s).holds is True
        kept_by = 0 if lane >= 0 else SHORT if any(each.when is True for each in answer.why) else NO_LANE
        kept_by += FIELDS * bool(answer.missing_fields) + ACTIONS * bool(answer.missing_actions)
        kept_by += MUST * bool(answer.must) + NEVER * bool(answer.never) + NOT_COVERED * (not covered)
        assert answer.open is (kept_by & ~NOT_COVERED == 0)
        found[lead] = score.total, *(score.groups[name] for name in groups), lane, kept_by
    return found


def in_bulk(source, pact):
    scoring = scoring_of(pact)
    names = ["total", *(f"g{place}" for place in range(len(scoring.groups))), "lane", "kept_by"]
    rows = source.rows(Shaped(asked, scoring), {"as_of_s": AS_OF})
    return {row["lead_id"]: tuple(row[name] for name in names) for row in rows}


def added_up(source, pact):
    """The same from levels read before: see ``tally``."""
    scoring = scoring_of(pact)
    looked = judging(source, {"as_of_s": AS_OF, "since_s": 0, "until_s": AS_OF + 1})
    leads = looked.population()
    found = tally(scoring, len(leads), dict(zip(scoring.asked, looked.marked(scoring.asked), strict=True)))
    groups = [
        found.points[[row.group == place for row in scoring.rows]].sum(axis=0) for place in range(len(scoring.groups))
    ]
    columns = [each.tolist() for each in (leads.lead_id, found.total, *groups, found.lane, found.kept_by)]
    return {lead: tuple(told) for lead, *told in zip(*columns, strict=True)}


@settings(max_examples=3, deadline=None, phases=QUICK, suppress_health_check=list(HealthCheck))
@given(pact=pacts, seed=st.integers(0, 10_000))
def test_points_and_gates_are_those_at_hand_on_sqlite(pact, seed):
    assert_equal_at_hand("sqlite", history(seed), pact)


@pytest.mark.measures
@pytest.mark.parametrize("engine", list(ENGINES))
@settings(max_examples=12, deadline=None, phases=QUICK, suppress_health_check=list(HealthCheck))
@given(pact=pacts, seed=st.integers(0, 10_000))
def test_points_and_gates_are_those_at_hand(engine, pact, seed):
    assert_equal_at_hand(engine, history(seed), pact)


def assert_equal_at_hand(engine, facts, pact):
    """Both ways of adding up give what the rules give; what they do give."""
    want = at_hand(facts, pact)
    assert in_bulk(ENGINES[engine](facts), pact) == want
    assert added_up(ENGINES[engine](facts), pact) == want
    return want


@pytest.mark.long
@pytest.mark.timeout(10_800)
@pytest.mark.parametrize("engine", list(ENGINES))
@settings(
    max_examples=400, deadline=None, database=None, derandomize=True,
    phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(pact=pacts, seed=st.integers(0, 1_000_000))
def test_points_and_gates_are_those_at_hand_for_many(engine, pact, seed):
    assert_equal_at_hand(engine, history(seed), pact)


WIDE = small_pact(
    good_lead(
        row(Is("budget", ("1", "2")), 18, "fit"),
        row(Between("employees", 1, None), -7, "fit"),
        row(Touches(("page_view",), "pricing", 1, None, 30), 10, "intent"),
        row(Touches(("page_view", "form_filled"), None, 0, 2), 9, "intent"),
        row(AnyOf((DaysSince("form_filled", None, 14), Touches(("call",)))), 21, "intent"),
        row(Not(All((Touches(("call",), None, 1, 3), Is("budget", ("0",))))), -13),
        row(AccountLeads(1, 30), 5, "fit"),
        half_life_days=7,
    ),
    small_step(
        Lane("demo", Gate(always=True), SOON, Touches(("form_filled",), "demo")),
        Lane("scored", Gate(points=20, least=(("fit", 5),)), SOON),
        comes_with=(("email", "job_title"),),
        after=("qualification_call",),
    ),
)


@pytest.mark.parametrize(
    ("engine", "seed"), [("sqlite", 1), pytest.param("duckdb", 2, marks=pytest.mark.measures)], ids=["sqlite", "duckdb"]
)
def test_a_wide_pact(engine, seed):
    want = assert_equal_at_hand(engine, history(seed, leads=150), WIDE)
    assert {each[-1] & 3 for each in want.values()} == {0, SHORT}
    assert len({each[0] for each in want.values()}) > 20


def test_a_pact_that_asks_nothing_of_the_facts():
    nothing = small_pact(good_lead(row(AnyOf(()), 5), row(All(()), 7)), small_step(Lane("all", Gate(points=7), SOON)))
    assert set(assert_equal_at_hand("sqlite", history(3), nothing).values()) == {(7, 0, 0)}


def test_nothing_later_moves_a_total():
    facts = history(5, leads=40)
    moments_then = moments_of(facts)
    later = [fact for fact in facts if fact["kind"] in ("qualified", "handed_over")]
    top = max(fact["seq"] for fact in facts)
    extra = []
    for place, fact in enumerate(later):
        at_s = moments_then[fact["lead_id"]][2] + 10 if fact["lead_id"] in moments_then else fact["occurred_s"] + 10
        told = {"lead_id": fact["lead_id"], "recorded_s": AS_OF, "occurred_s": at_s, "seq": top + place + 1}
        extra.append({**told, "kind": "described", "field": "budget", "value_code": "2", "id": f"later-{place}"})
    before, after = (in_bulk(ENGINES["sqlite"](each), WIDE) for each in (facts, facts + extra))
    passed = [lead for lead, moment in moments_then.items() if moment[4]]
    assert passed
    assert {lead: after[lead] for lead in passed} == {lead: before[lead] for lead in passed}
