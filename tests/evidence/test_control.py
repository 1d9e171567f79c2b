"""Control charts: published numbers, false alarms of a process that does not change, and forecasts that hold."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from leadpact.evidence.control import autocorrelation, changepoint, forecast, share_limits, signals, xmr
from leadpact.evidence.uncertainty import Range

CASES = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "reference_cases"
PUBLISHED = pytest.mark.skipif(not CASES.is_dir(), reason="the published data sets are not beside this checkout")


def expected():
    return json.loads((CASES / "control_chart/expected.json").read_text())


@PUBLISHED
def test_limits_of_the_handbook():
    want = expected()["nist"]
    found = xmr(want["values"])
    got = (found.mean, found.moving_range, found.low, found.high)
    assert got == pytest.approx([want[name] for name in ("mean", "mean_moving_range", "lower", "upper")], abs=5e-5)


@PUBLISHED
def test_the_nile():
    want = expected()["nile"]
    values = want["values"]
    found = xmr(values[: want["chart_baseline_years"]])
    assert (found.mean, found.low, found.high) == pytest.approx(
        (want["chart_mean"], want["chart_lower"], want["chart_upper"]), abs=5e-5
    )
    marks = signals(values, found.mean, [Range(found.low, found.high)] * len(values))
    assert want["first_year"] + marks.index("run") == want["run_of_8_completed_in"]
    split = changepoint(values)
    assert want["first_year"] + split - 1 == want["least_squares_split_after"]
    assert np.mean(values[:split]) == pytest.approx(want["mean_before"])
    assert np.mean(values[split:]) == pytest.approx(want["mean_after"], abs=5e-5)


def test_eight_on_one_side_and_one_outside():
    limits = [Range(0, 10)] * 12
    values = [5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 4, 11]
    assert signals(values, 5, limits) == [*[None] * 8, "run", "run", None, "outside"]


def test_share_limits_by_hand():
    centre, limits = share_limits([9, 45], [10, 50])
    assert centre == 0.9
    assert limits[0] == pytest.approx((0.9 - 3 * (0.09 / 10) ** 0.5, 1.0))
    assert limits[1] == pytest.approx((0.9 - 3 * (0.09 / 50) ** 0.5, 1.0))


def test_autocorrelation_by_hand():
    assert autocorrelation([1, 2, 3, 4]) == pytest.approx((0.75 - 0.25 + 0.75) / 5)
    assert autocorrelation([3, 3, 3]) == 0


def test_forecast_by_hand():
    found = forecast([8, 12, 10, 9, 11, 10], 2, already=5)
    assert found.value == 25
    assert found.high - found.low == pytest.approx(2 * 2.570582 * 2**0.5 * (2 + 4 / 6) ** 0.5, abs=1e-5)
    assert (found.chance(24.9 - 5), found.chance(25), found.chance(40)) == (
        "likely",
        "could_go_either_way",
        "unlikely",
    )
    assert forecast([1, 2, 3, 4, 5], 2) is None
    assert forecast([0, 9, 0, 0, 3, 0], 1, already=4).low == 4
    assert forecast([2] * 6, 1).chance(2) == "likely"


@pytest.mark.long
def test_false_signals_are_as_many_as_said():
    """Within 12 further periods of a stable process: about 20 in 100 from a baseline of 12, 15 from 20."""
    rng = np.random.default_rng(3)
    for base, share in ((12, 0.20), (20, 0.15)):
        false = 0
        for _ in range(1000):
            values = rng.normal(100, 10, base + 12)
            found = xmr(values[:base])
            marks = signals(values, found.mean, [Range(found.low, found.high)] * len(values))
            false += any(marks[base:])
        assert false / 1000 == pytest.approx(share, abs=0.06)


@pytest.mark.long
@pytest.mark.parametrize(("n", "m"), [(6, 6), (9, 3), (20, 6), (3 + 3, 9)])
def test_forecasts_hold_what_comes(n, m):
    rng = np.random.default_rng(5)
    held = 0
    for _ in range(1000):
        values = rng.gamma(9, 3, n + m)
        found = forecast(list(values[:n]), m)
        held += found.low <= values[n:].sum() <= found.high
    assert 0.93 <= held / 1000 <= 0.975


@pytest.mark.long
@pytest.mark.parametrize("mean", [1, 2, 4])
@pytest.mark.parametrize(("n", "m"), [(6, 6), (9, 3), (20, 6), (20, 1)])
def test_forecasts_of_small_counts_hold_from_ten_counted_on(n, m, mean):
    rng = np.random.default_rng(7)
    held = []
    while len(held) < 1000:
        values = rng.poisson(mean, n + m)
        if values[:n].sum() >= 10:
            found = forecast(list(values[:n]), m)
            held.append(found.low <= values[n:].sum() <= found.high)
    assert 0.92 <= np.mean(held) <= 0.98
