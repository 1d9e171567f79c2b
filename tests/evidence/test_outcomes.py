"""Medians of whole numbers with the interval between two of them."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from leadpact.evidence.outcomes import order_median


def test_median_by_hand():
    # Ten values: the interval goes from the second to the ninth (97.9% by the binomial).
    found = order_median(Counter([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
    assert found == {"median": 5.5, "low": 2, "high": 9}
    assert order_median({0: 5}) == {"median": None, "low": None, "high": None}
    assert order_median({0: 7, 3: 4}) == {"median": 0, "low": 0, "high": 3}


@pytest.mark.long
@pytest.mark.parametrize("n", [12, 35, 200])
def test_interval_holds_the_median(n):
    rng = np.random.default_rng(n)
    truth = 14  # the median of a geometric count with p = 1 / 20, from 1 on
    held = 0
    for _ in range(600):
        found = order_median(Counter(int(each) for each in rng.geometric(0.05, n)))
        held += found["low"] <= truth <= found["high"]
    assert held / 600 >= 0.94
