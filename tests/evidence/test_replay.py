"""Replay against worlds whose truth is known, and against counts by hand."""

from __future__ import annotations

import numpy as np
import pytest

from leadpact.evidence.replay import Past, bands, capacity_line, edges, high_week, weekly, wins

LINE = 50
LEADS = 20_000


def world(seed, *, is_hidden=True, slice_share=0.05):
    """People hand over leads by their points and, ``is_hidden``, by a warmth that nobody recorded, which also wins.

    Gives what the ledger knows, who passes a line at 50, and how many of these would be won were all handed over.
    """
    rng = np.random.default_rng(seed)
    total = np.clip(rng.normal(48, 20, LEADS), 0, 100).astype(np.int64)
    warmth = rng.normal(0, 1, LEADS)
    chance = 1 / (1 + np.exp(-(-3.2 + 0.035 * total + 1.2 * warmth)))
    would_win = rng.random(LEADS) < chance
    liking = 1 / (1 + np.exp(-(-3.2 + 0.06 * total + (1.5 * warmth if is_hidden else 0))))
    is_handed = rng.random(LEADS) < liking
    is_tried = ~is_handed & (rng.random(LEADS) < slice_share)
    is_seen = is_handed | is_tried
    passes = total >= LINE
    return Past(total, is_seen, would_win & is_seen, is_tried), passes, int((would_win & passes).sum())


def naive(past, passes):
    """What one would say at first: the rate of those handed over, for all that pass."""
    judged = past.is_seen & ~past.is_tried
    return past.is_won[judged & passes].sum() / (judged & passes).sum() * passes.sum()


def test_truth_lies_between_known_and_the_cap_when_people_act_on_what_nobody_recorded():
    past, passes, truth = world(1)
    found = wins(past, passes)
    assert naive(past, passes) > 1.25 * truth
    assert found.known < truth < found.at_most < found.without_assumption
    assert found.never_tried == 0
    assert found.tried.low < truth < found.tried.high
    assert found.tried.high - found.tried.low < 0.5 * (found.at_most - found.known)


def test_the_cap_is_right_when_nothing_unrecorded_plays_a_part():
    past, passes, truth = world(2, is_hidden=False)
    found = wins(past, passes)
    assert abs(found.at_most - truth) < 0.04 * truth
    assert found.known < truth


@pytest.mark.parametrize("seed", range(20))
def test_truth_lies_within_the_range_each_time(seed):
    past, passes, truth = world(seed)
    found = wins(past, passes)
    assert found.known <= truth <= found.at_most


@pytest.mark.long
@pytest.mark.timeout(600)
def test_the_slice_is_unbiased_and_its_range_holds_the_truth_in_19_of_20():
    held, off, within = 0, [], 0
    for seed in range(300):
        past, passes, truth = world(1_000 + seed)
        found = wins(past, passes)
        held += found.tried.low <= truth <= found.tried.high
        within += found.known <= truth <= found.at_most
        off.append((found.tried.value - truth) / truth)
    assert within == 300
    assert 0.92 <= held / 300 <= 0.98
    assert abs(np.mean(off)) < 0.01


def past_of(rows):
    """(points, seen, won, tried) -> leads."""
    total, seen, won, tried = (np.array(column) for column in zip(*rows, strict=True))
    return Past(total.astype(np.int64), seen == 1, won == 1, tried == 1)


def test_wins_counted_by_hand():
    rows = [(55, 1, won, 0) for won in [1] * 3 + [0] * 7] + [(57, 0, 0, 0)] * 4
    rows += [(65, 1, 1, 0)] * 2 + [(68, 0, 0, 0)] * 5
    past = past_of(rows)
    found = wins(past, past.total >= 50)
    # Three of ten in the fifties; of the sixties only two were ever worked on: no rate, and none is invented.
    assert found[:6] == (21, 5, 5 + 4 * 0.3, 5 + 9, 9, 5)
    assert found.tried is None
    assert [(each.low, each.seen, each.won, each.unseen, each.share) for each in bands(past, ~past.is_seen)] == [
        (50, 10, 3, 4, 0.3),
        (60, 2, 2, 5, None),
    ]


def test_a_band_never_tried_has_no_number():
    past = past_of([(55, 0, 0, 0)] * 12)
    found = wins(past, past.total >= 50)
    assert (found.known, found.at_most, found.without_assumption, found.never_tried) == (0, None, 12, 12)
    nothing = wins(past, past.total >= 90)
    assert (nothing.leads, nothing.known, nothing.at_most, nothing.unseen) == (0, 0, 0, 0)


def test_wins_on_both_sides_of_the_line_are_all_wins():
    past, passes, _ = world(3)
    assert wins(past, passes).known + wins(past, ~passes).known == int(past.is_won.sum())


def test_bands_are_never_more_than_twenty():
    assert edges(np.array([0, 99])).tolist() == list(range(0, 101, 10))
    assert edges(np.array([-15, 4])).tolist() == [-20, -10, 0, 10]
    assert len(edges(np.array([-500, 9_000]))) <= 22
    assert edges(np.array([], dtype=np.int64)).tolist() == [0, 10]


def test_weeks_and_the_line_that_fits_them():
    starts = [0, 100, 200]
    at_s = np.array([-5, 0, 99, 100, 150, 199, 250])
    everybody = np.ones(7, dtype=bool)
    assert weekly(at_s, everybody, starts).tolist() == [2, 3, 1]
    assert weekly(at_s, at_s > 120, starts).tolist() == [0, 2, 1]
    assert high_week(np.array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])) == 10
    assert high_week(np.array([], dtype=np.int64)) == 0
    total = np.array([90, 10, 80, 70, 60, 50, 40])
    nobody = ~everybody
    assert capacity_line(total, at_s, everybody, nobody, starts, 3) == 0
    # With a line at 51 the weeks have 1, 2 and 0; one point less gives 1, 3 and 0, whose ninth tenth is 2.6.
    assert capacity_line(total, at_s, everybody, nobody, starts, 2) == 51
    assert capacity_line(total, at_s, everybody, nobody, starts, 0) == 81
    assert capacity_line(total, at_s, everybody, everybody, starts, 1) is None
    assert capacity_line(total, at_s, everybody, nobody, [], 3) is None
