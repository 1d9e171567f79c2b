"""Two crowds: pooling, ratios, and what chance leaves of one crowd."""

from __future__ import annotations

import numpy as np
import pytest

from leadpact.evidence.crowds import alike, divergence, katz, pooled


def test_small_segments_go_together():
    # Of 100 and 50 in all, a segment of both needs 15 to expect five customers.
    assert pooled([60, 30, 6, 4], [30, 15, 3, 2]) == [True, True, False, False]
    assert pooled([60, 36, 4, 0], [30, 18, 2, 0]) == [True, False, False, False]
    assert pooled([70, 30], [30, 20]) == [True, True]


def test_katz_by_hand():
    found = katz(34, 100, 9, 100)
    half = 1.959964 * (1 / 34 - 1 / 100 + 1 / 9 - 1 / 100) ** 0.5
    assert found == pytest.approx((34 / 9 * np.exp(-half), 34 / 9 * np.exp(half)))


def test_divergence_by_hand():
    assert divergence(np.array([[1.0, 0.0]]), np.array([[0.0, 1.0]]))[0] == pytest.approx(1)
    assert divergence(np.array([[0.5, 0.5]]), np.array([[0.5, 0.5]]))[0] == 0


def test_overlap_and_its_chance_level():
    found = alike([340, 330, 330], [90, 455, 455])
    assert found.overlap == pytest.approx(0.09 + 0.33 + 0.33)
    assert found.is_different
    assert 0.9 < found.overlap_by_chance < 1
    assert not alike([34, 33, 33], [33, 34, 33]).is_different
    assert alike([34, 33, 33], [33, 34, 33]) == alike([34, 33, 33], [33, 34, 33])


def test_chance_level_of_the_divergence():
    """Five bins, 200 and 100: 95% by the chi-square is 0.0205 bits."""
    found = alike([40] * 5, [20] * 5)
    assert found.divergence_by_chance == pytest.approx(9.4877 * (1 / 200 + 1 / 100) / (8 * np.log(2)), rel=0.12)


@pytest.mark.long
def test_one_crowd_is_called_different_in_one_of_twenty():
    rng = np.random.default_rng(8)
    mix = [0.4, 0.3, 0.2, 0.1]
    called = sum(alike(rng.multinomial(300, mix), rng.multinomial(120, mix)).is_different for _ in range(400))
    assert 0.02 <= called / 400 <= 0.09


@pytest.mark.long
def test_katz_holds_the_true_ratio():
    rng = np.random.default_rng(9)
    held = 0
    for _ in range(1000):
        found = katz(int(rng.binomial(300, 0.34)), 300, int(rng.binomial(150, 0.17)), 150)
        held += found.low <= 2 <= found.high
    assert 0.93 <= held / 1000 <= 0.975
