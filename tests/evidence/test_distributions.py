"""The tails and points are those of scipy.stats."""

from __future__ import annotations

import pytest
from scipy import stats

from leadpact.evidence import distributions as ours

TRIALS = [(n, p) for n in (1, 2, 7, 30, 466, 20_000) for p in (0.0, 0.002, 0.3, 0.5, 0.97, 1.0)]
CHANCES = (0.0005, 0.025, 0.05, 0.5, 0.95, 0.999)


@pytest.mark.parametrize(("n", "p"), TRIALS)
def test_binomial(n, p):
    some = sorted({-1, 0, 1, n // 3, round(n * p), n - 1, n, n + 1})
    assert [ours.binomial_at_most(k, n, p) for k in some] == pytest.approx(list(stats.binom.cdf(some, n, p)), abs=1e-10)
    assert [ours.binomial_at_least(k, n, p) for k in some] == pytest.approx(
        [float(stats.binom.sf(k - 1, n, p)) for k in some], abs=1e-10
    )
    assert [ours.binomial_point(q, n, p) for q in CHANCES] == [max(int(stats.binom.ppf(q, n, p)), 0) for q in CHANCES]


def test_normal_chi_square_and_t():
    points = (-40.0, -2.5, 0.0, 0.3, 1.96, 9.0)
    assert [ours.normal_tail(x) for x in points] == pytest.approx(list(stats.norm.sf(points)), rel=1e-12)
    for df in (1, 2, 9, 60):
        assert [ours.chi2_tail(x, df) for x in (0.0, 0.5, 3.84, 90.0)] == pytest.approx(
            list(stats.chi2.sf((0.0, 0.5, 3.84, 90.0), df)), rel=1e-10
        )
        assert [ours.chi2_point(q, df) for q in CHANCES] == pytest.approx(list(stats.chi2.ppf(CHANCES, df)), rel=1e-9)
        assert [ours.t_tail(x, df) for x in points] == pytest.approx(list(stats.t.sf(points, df)), rel=1e-9)
        assert [ours.t_point(q, df) for q in CHANCES] == pytest.approx(
            list(stats.t.ppf(CHANCES, df)), rel=1e-9, abs=1e-12
        )
