"""Guards and ranges: small checks that can be done by hand, and laws that must hold."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from leadpact.evidence.attempts import cumulative, curves, going_on, grid, stop
from leadpact.evidence.life_table import incidence, life_table, percentile
from leadpact.evidence.uncertainty import (
    Prior,
    benjamini_hochberg,
    difference_p,
    kleinman,
    limits,
    multinomial_draws,
    outside,
    support,
    wilson,
)


@pytest.mark.parametrize(("n", "want"), [(0, "none"), (9, "none"), (10, "few"), (29, "few"), (30, "enough")])
def test_support(n, want):
    assert support(n) == want


@given(st.integers(1, 2000), st.data())
def test_wilson_holds_the_share_and_stays_inside(n, data):
    k = data.draw(st.integers(0, n))
    low, high = wilson(k, n)
    assert 0 <= low <= k / n <= high <= 1
    assert wilson(n - k, n) == pytest.approx((1 - high, 1 - low))


def test_nobody_counted_says_nothing():
    assert wilson(0, 0) == (0, 1)
    assert benjamini_hochberg([]) == []
    assert kleinman([], []) == Prior(0.0, math.inf)


def test_people_within_chance_all_get_the_mean():
    prior = kleinman([8, 8, 8], [10, 10, 10])
    assert prior.strength == math.inf
    assert prior.shrunk(0, 50) == pytest.approx(0.8)


def test_shrinking_moves_small_counts_more():
    prior = kleinman([2, 40, 9, 10], [10, 50, 30, 12])
    assert 0.2 < prior.shrunk(2, 10) < prior.mean
    assert abs(prior.shrunk(20, 100) - 0.2) < abs(prior.shrunk(2, 10) - 0.2)


@given(st.integers(1, 200), st.floats(0.05, 0.95), st.data())
@settings(max_examples=60)
def test_outside_agrees_with_its_limits(n, rate, data):
    k = data.draw(st.integers(0, n))
    low, high = limits(n, rate)
    tail = 0.001
    is_low, is_high = stats.binom.cdf(k, n, rate) < tail, stats.binom.sf(k - 1, n, rate) < tail
    assert outside(k, n, rate) == ("below" if is_low else "above" if is_high else "within")
    if low < k / n < high:
        assert outside(k, n, rate) == "within"
    if k / n < low:
        assert outside(k, n, rate) == "below"
    if k / n > high:
        assert outside(k, n, rate) == "above"


def test_limits_flag_few_people_who_are_all_alike():
    rng = np.random.default_rng(1)
    flagged = [outside(int(k), 25, 0.8) != "within" for k in rng.binomial(25, 0.8, size=2000)]
    assert sum(flagged) <= 8  # at most 0.2 percent each, with room for chance


def test_exact_estimates_differ_or_do_not():
    assert difference_p(0.5, 0.0, 0.5, 0.0) == 1.0
    assert difference_p(0.5, 0.0, 0.4, 0.0) == 0.0
    assert difference_p(0.5, 0.03, 0.4, 0.04) == pytest.approx(0.0455, abs=1e-4)


def test_draws_are_the_same_every_time_and_keep_nobody_at_risk_at_zero():
    n, counts = np.array([100, 0]), np.array([[20, 30], [0, 0]])
    first, second = (multinomial_draws(n, counts, 400, np.random.default_rng(7)) for _ in range(2))
    assert (first == second).all()
    assert (first[:, 1] == 0).all()
    assert first[:, 0].mean(axis=0) == pytest.approx([20, 30], abs=1)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=30))
def test_shares_of_an_incidence_add_up(rows):
    won, lost, open_ = (list(column) for column in zip(*rows, strict=True))
    days = list(range(len(rows)))
    a, b = incidence(days, won, lost, open_), incidence(days, lost, won, open_)
    assert a.cif + b.cif + a.still_open == pytest.approx(np.ones(len(rows)))
    assert (np.diff(a.cif) >= -1e-12).all()
    assert (a.low <= a.cif + 1e-12).all()
    assert (a.cif <= a.high + 1e-12).all()


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=30))
def test_without_competing_events_incidence_is_one_minus_survival(rows):
    events, open_ = (list(column) for column in zip(*rows, strict=True))
    days = list(range(len(rows)))
    curve, table = incidence(days, events, [0] * len(rows), open_), life_table(days, events, open_)
    assert curve.cif == pytest.approx(1 - table.survival)
    assert curve.se == pytest.approx(table.se, abs=1e-6)


def test_the_range_of_a_share_of_nearly_one_does_not_overflow():
    curve = incidence([0, 1, 2, 3, 4], [5, 4, 1, 5, 3], [0] * 5, [0, 7, 9, 6, 0])
    assert curve.cif[-1] == pytest.approx(1)
    assert (curve.high <= 1 + 1e-12).all()


def test_no_rows_give_empty_curves():
    assert len(life_table([], [], []).survival) == 0
    assert percentile(life_table([], [], []), 0.5).time is None
    assert len(incidence([], [], [], []).cif) == 0


def test_a_percentile_that_is_not_reached_is_none():
    found = percentile(life_table([1, 2], [3, 1], [0, 6]), 0.5)
    assert (found.time, found.high) == (None, None)


HAZARDS = np.array([18, 12, 8, 5.5, 3.5, 2.2, 1.4, 0.9, 0.6, 0.4]) / 100


@pytest.mark.parametrize(("value", "cost", "attempts"), [(8000, 60, 8), (2000, 60, 5), (8000, 200, 5)])
def test_where_to_stop(value, cost, attempts):
    worth = going_on(HAZARDS, np.zeros(10), value, cost)
    assert int(np.argmax(worth <= 0)) == attempts


def test_going_on_looks_beyond_a_dip():
    worth = going_on(np.array([0.10, 0.001, 0.20]), np.zeros(3), 1000, 50)
    assert (worth > 0).all()
    assert worth[1] == pytest.approx(0.001 * 1000 - 50 + 0.999 * 150)


def table_of(hazards, n=2000):
    rows, left = {}, n
    for attempt, hazard in enumerate(hazards, 1):
        event = round(left * hazard)
        rows[attempt] = np.array([event, 0, 0, left - event if attempt == len(hazards) else 0], dtype=np.int64)
        left -= event
    return grid({("none", "web"): rows})


def test_stop_point_has_a_range_that_holds_it():
    found = stop(table_of(HAZARDS).ended.sum(axis=0), is_pooled=False, worth=8000.0, cost=60.0)
    assert found.low <= found.attempts <= found.high
    assert (found.attempts, found.is_seen) == (8, True)
    never = stop(table_of(HAZARDS).ended.sum(axis=0), is_pooled=False, worth=80_000_000.0, cost=60.0)
    assert (never.attempts, never.is_seen) == (10, False)


def test_thin_tail_becomes_one_row():
    counts = {("none", "web"): {1: [5, 0, 60, 0], 2: [3, 0, 9, 0], 3: [2, 1, 4, 0], 4: [1, 0, 0, 8]}}
    counts = {group: {k: np.array(row) for k, row in by.items()} for group, by in counts.items()}
    found = grid(counts)
    assert found.is_pooled
    assert found.at_risk.tolist() == [[93, 28]]
    assert found.ended.tolist() == [[[5, 0, 60, 0], [6, 1, 13, 8]]]


def test_small_groups_go_together_within_their_band():
    row = {1: np.array([1, 0, 9, 0])}
    counts = {
        ("80+", "web"): {1: np.array([9, 0, 31, 0])},
        ("80+", "fair"): row,
        ("80+", "ads"): row,
        ("none", "ads"): row,
    }
    found = grid(counts)
    assert found.groups == (("80+", ""), ("80+", "web"), ("none", ""))
    assert found.ended[0].tolist() == [[2, 0, 18, 0]]


def test_range_holds_the_line():
    lower, upper, alike = curves(table_of(HAZARDS))
    assert alike is None
    assert (lower.low <= lower.value).all()
    assert (lower.value <= upper.value + 1e-12).all()
    assert (upper.value <= upper.high).all()
    assert cumulative(HAZARDS, np.zeros(10)) == pytest.approx(1 - np.cumprod(1 - HAZARDS))
