"""A goal broken down through rates: exact values, ranges by another way, refusals, and verdicts."""

import math
import random

import pytest

from leadpact.evidence.breakdown import Mean, Needed, Rate, broken_down, mean_of


def test_a_goal_divides_by_the_amount_and_by_each_rate():
    found = broken_down(
        600_000,
        Mean(100, 8_000, 0),
        [Rate("accepted", 30, 120), Rate("handed_over", 120, 150), Rate("captured", 150, 600)],
    )
    assert [(each.name, round(each.value, 6)) for each in found] == [
        ("won", 75), ("accepted", 300), ("handed_over", 375), ("captured", 1_500),
    ]  # fmt: skip
    assert (found[0].low, found[0].high) == (75, 75)
    assert [each.why for each in found] == [""] * 4


def test_the_ranges_hold_what_another_draw_of_the_history_gives():
    """By drawing histories anew: the range of the last step covers about 95 of 100 of them."""
    amounts, rates = Mean(60, 9_000, 4_000), [Rate("accepted", 40, 160), Rate("captured", 90, 300)]
    last = broken_down(500_000, amounts, rates)[-1]
    draw, inside, rounds = random.Random(7), 0, 4_000
    for _ in range(rounds):
        mean = draw.gauss(amounts.mean, amounts.deviation / math.sqrt(amounts.n))
        shares = [draw.gauss(r.k / r.n, math.sqrt(r.k / r.n * (1 - r.k / r.n) / r.n)) for r in rates]
        inside += last.low <= 500_000 / mean / math.prod(shares) <= last.high
    assert inside / rounds == pytest.approx(0.95, abs=0.012)


@pytest.mark.parametrize(
    ("amount", "rates", "whys"),
    [
        (Mean(0, 0, 0), [Rate("accepted", 30, 120)], ["none", "before"]),
        (Mean(9, 8_000, 10), [Rate("accepted", 30, 120)], ["few", "before"]),
        (Mean(10, 8_000, 10), [Rate("accepted", 4, 120), Rate("captured", 90, 300)], ["", "few", "before"]),
        (Mean(10, 8_000, 10), [Rate("accepted", 0, 120)], ["", "none"]),
        (None, [Rate("accepted", 7, 9), Rate("captured", 90, 300)], ["", "few", "before"]),
        (None, [Rate("accepted", 0, 0)], ["", "none"]),
    ],
)
def test_a_step_with_too_little_history_and_all_behind_it_are_refused(amount, rates, whys):
    found = broken_down(40, amount, rates)
    assert [each.why for each in found] == whys
    assert all((each.value is None) is bool(each.why) for each in found)


def test_a_goal_of_wins_needs_as_many_wins():
    assert broken_down(40, None, [])[0] == Needed("won", 40, 40, 40)


@pytest.mark.parametrize(("done", "verdict"), [(3, "behind"), (4, "on_pace"), (6, "on_pace"), (7, "ahead")])
def test_apart_is_only_what_lies_outside_the_range(done, verdict):
    assert Needed("won", 10, 8, 12).verdict(done, 0.5) == verdict
    assert Needed("won", 10, 8, 12).verdict(done, 0) == "none"
    assert Needed("won", None, None, None, "few").verdict(done, 0.5) == "none"


def test_the_mean_of_amounts():
    assert mean_of([]) == Mean(0, 0.0, 0.0)
    assert mean_of([5]) == Mean(1, 5.0, 0.0)
    assert mean_of([2, 4, 4, 4, 5, 5, 7, 9]) == Mean(8, 5.0, pytest.approx(2.13808993))
