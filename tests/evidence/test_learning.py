"""A learned points table: whole points that add up, few round bins, unknown its own, the same whatever the order."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadpact.evidence import learning
from leadpact.evidence.learning import MOST_ATTRIBUTES, TooLittle, check_enough, learn, whole_points
from leadpact.evidence.learning_bins import best_cuts, bins, cuts, round_between
from leadpact.evidence.learning_table import TOTAL, Attribute, Examples, Table
from leadpact.evidence.learning_yardsticks import naive_bayes, ranking


def made(seed: int, leads: int, *, fields: int = 4, known: float = 0.8, rises: int = 0) -> Examples:
    """Leads whose wins depend on a number and on a level; the other attributes say nothing."""
    draw = np.random.default_rng(seed)
    size = np.where(draw.random(leads) < known, np.round(draw.lognormal(4, 1, leads)), np.nan)
    trade = np.where(draw.random(leads) < known, draw.integers(0, 6, leads), -1)
    pull = np.where(np.isnan(size), -1.0, 0.8 * (np.log(np.maximum(np.nan_to_num(size), 1)) - 4))
    pull = pull + np.array([1.5, 0.5, 0.0, 0.0, -1.0, -1.5, -0.5])[trade]
    won = (draw.random(leads) < 1 / (1 + np.exp(1 - pull))).astype(np.int64)
    names = tuple(f"trade {n}" for n in range(6))
    more = [Attribute(f"noise {n}", numbers=draw.normal(size=leads)) for n in range(fields - 2)]
    own = (Attribute("size", numbers=size, rises=rises), Attribute("trade", levels=trade, names=names))
    return Examples(np.arange(leads), draw.integers(0, 1_000_000, leads), won, (*own, *more))


def bins_of(table: Table, name: str) -> list[tuple[int, bool]]:
    return [(each.points, each.is_unknown) for scale in table.scales if scale.name == name for each in scale.bins]


@pytest.mark.parametrize("leads", [400, 4000])
def test_best_bins_add_up_and_worst_have_none(leads: int) -> None:
    table = learn(made(1, leads, fields=20))
    assert sum(scale.most for scale in table.scales) == TOTAL
    assert all(min(each.points for each in scale.bins) == 0 for scale in table.scales)
    assert len(table.scales) <= MOST_ATTRIBUTES
    assert {"size", "trade"} <= {scale.name for scale in table.scales[:2]}


@settings(deadline=None, max_examples=15)
@given(seed=st.integers(0, 10_000), leads=st.integers(300, 1500))
def test_points_of_leads_are_the_sums_of_their_bins(seed: int, leads: int) -> None:
    told = made(seed, leads)
    try:
        table = learn(told)
    except TooLittle:
        return
    by_name = {each.name: each for each in told.attributes}
    sums = np.zeros(leads, dtype=np.int64)
    for scale in table.scales:
        places = scale.places(by_name[scale.name])
        for place, each in enumerate(scale.bins):
            assert (each.leads, each.won) == (int((places == place).sum()), int(told.won[places == place].sum()))
            sums += np.where(places == place, each.points, 0)
    assert table.points(told.attributes, leads).tolist() == sums.tolist()
    assert 0 <= sums.min() <= sums.max() <= TOTAL


def test_order_of_rows_and_of_levels_does_not_matter() -> None:
    told = made(2, 1500)
    rows = np.random.default_rng(0).permutation(len(told.won))
    trade = told.attributes[1]
    turned = Attribute("trade", levels=np.where(trade.levels < 0, -1, 5 - trade.levels), names=trade.names[::-1])
    other = Examples(told.ids, told.moments, told.won, (told.attributes[0], turned, *told.attributes[2:]))
    assert learn(told.of(rows)) == learn(told) == learn(other)


def test_unknown_is_a_level_of_its_own() -> None:
    table = learn(made(3, 3000))
    assert [unknown for _points, unknown in bins_of(table, "size")].count(True) == 1
    assert [unknown for _points, unknown in bins_of(table, "trade")].count(True) == 1
    whole = learn(made(3, 3000, known=1.0))
    assert not any(unknown for _points, unknown in bins_of(whole, "size"))


@pytest.mark.parametrize("leads", [400, 6000])
def test_not_having_been_asked_is_never_better_than_what_is_known(leads: int) -> None:
    draw = np.random.default_rng(9)
    size = np.where(draw.random(leads) < 0.5, draw.normal(size=leads), np.nan)
    won = (draw.random(leads) < np.where(np.isnan(size), 0.8, np.where(size > 0, 0.5, 0.2))).astype(np.int64)
    table = learn(Examples(np.arange(leads), np.arange(leads), won, (Attribute("size", numbers=size, is_asked=True),)))
    (unknown,) = [points for points, is_unknown in bins_of(table, "size") if is_unknown]
    assert unknown < max(points for points, is_unknown in bins_of(table, "size") if not is_unknown)


@pytest.mark.parametrize("leads", [400, 6000])
@pytest.mark.parametrize("rises", [1, -1])
def test_more_is_never_worth_less_where_the_meaning_asks_for_it(leads: int, rises: int) -> None:
    draw = np.random.default_rng(5)
    many = draw.poisson(2.0, leads).astype(float)
    hill = np.array([-1.0, 0.2, 1.5, 0.3, 0.9, -0.5])[np.minimum(many, 5).astype(int)] * rises
    other = draw.normal(size=leads)
    won = (draw.random(leads) < 1 / (1 + np.exp(-hill - other))).astype(np.int64)
    told = (Attribute("touches", numbers=many, rises=rises), Attribute("other", numbers=other))
    table = learn(Examples(np.arange(leads), np.arange(leads), won, told))
    points = [each for each, unknown in bins_of(table, "touches") if not unknown]
    assert points == sorted(points, reverse=rises < 0)


def test_a_level_never_seen_counts_as_any_other() -> None:
    told = made(4, 3000)
    table = learn(told)
    new = Attribute("trade", levels=np.array([0, 1]), names=("moon dust", "trade 0"))
    scale = next(each for each in table.scales if each.name == "trade")
    places = scale.places(new)
    assert scale.bins[places[0]].is_rest
    assert scale.bins[places[1]].levels.count("trade 0") == 1


def test_chance_is_calibrated_on_other_leads() -> None:
    known, asked = made(6, 6000), made(7, 6000)
    table = learn(known)
    points = table.points(asked.attributes, len(asked.won))
    assert abs(float(table.chance(points).mean()) - float(asked.won.mean())) < 0.02
    assert table.each_point > 0
    assert ranking(points, asked.won) > 0.72


def test_few_wins_still_rank_no_worse_than_naive_bayes() -> None:
    found = []
    for seed in range(12):
        known, asked = made(100 + seed, 200, fields=10), made(200 + seed, 2000, fields=10)
        points = learn(known, least_wins=1).points(asked.attributes, len(asked.won))
        found.append(ranking(points, asked.won) - ranking(naive_bayes(known, asked), asked.won))
    assert float(np.mean(found)) > -0.005


@pytest.mark.parametrize(
    ("leads", "wins", "words"),
    [
        (0, 0, "no lead yet"),
        (500, 0, "none was won"),
        (500, 500, "none was lost or is still open"),
        (500, 30, "There are 30 wins among 500 leads"),
        (500, 480, "There are 20 leads that were not won"),
    ],
)
def test_too_little_history_says_so(leads: int, wins: int, words: str) -> None:
    with pytest.raises(TooLittle) as refused:
        check_enough(leads, wins)
    assert words in str(refused.value)
    assert "points of your pact stay" in str(refused.value)


def test_nothing_that_tells_is_nothing_learned() -> None:
    same = Attribute("same", numbers=np.ones(400))
    won = (np.arange(400) % 3 == 0).astype(np.int64)
    with pytest.raises(TooLittle, match="nothing tells those that were won"):
        learn(Examples(np.arange(400), np.arange(400), won, (same,)))
    with pytest.raises(TooLittle, match="Nothing is known"):
        learn(Examples(np.arange(400), np.arange(400), won, ()))


@given(
    worth=st.lists(st.lists(st.floats(-5, 5), min_size=1, max_size=6), min_size=1, max_size=12),
)
def test_whole_points_add_up_and_keep_the_order(worth: list[list[float]]) -> None:
    given_worth = [np.array(each) for each in worth]
    points = whole_points(given_worth)
    is_flat = all(each.max() - each.min() <= 0 for each in given_worth)
    assert sum(int(each.max()) for each in points) == (0 if is_flat else TOTAL)
    for each, own in zip(given_worth, points, strict=True):
        assert int(own.min()) >= 0
        ordered = own[np.argsort(each, kind="stable")]
        assert ordered.tolist() == sorted(ordered.tolist())


@given(low=st.floats(-1e6, 1e6), wide=st.floats(1e-3, 1e6))
def test_a_round_number_lies_between(low: float, wide: float) -> None:
    high = low + wide
    number = round_between(low, high)
    assert low < number <= high


def test_round_numbers_are_the_roundest() -> None:
    asked = [(47.0, 52.0), (0.0, 1.0), (99.0, 130.0), (1.27, 1.34), (-3.0, 2.0), (-52.0, -47.0), (5190.0, 5230.0)]
    assert [round_between(*each) for each in asked] == [50.0, 1.0, 100.0, 1.3, 0.0, -50.0, 5200.0]


def test_cuts_part_neighbouring_values() -> None:
    assert cuts(np.array([1.0, 2.0, 2.0, 7.0, np.nan])).tolist() == [2.0, 5.0]
    assert cuts(np.array([np.nan, np.nan])).tolist() == []
    assert cuts(np.array([3.0, 3.0])).tolist() == []
    many = cuts(np.random.default_rng(1).lognormal(4, 1, 5000))
    assert len(many) <= 63
    assert (np.diff(many) > 0).all()


def test_best_cuts_are_the_best_of_all() -> None:
    draw = np.random.default_rng(8)
    leads = draw.integers(5, 40, 8).astype(float)
    won = draw.binomial(leads.astype(int), draw.random(8)).astype(float)

    def value(ends: list[int]) -> float:
        total = 0.0
        for i, j in pairwise(ends):
            k, n = won[i:j].sum(), leads[i:j].sum()
            if n < 20:
                return -np.inf
            total += sum(c * np.log(c / n) for c in (k, n - k) if c) - 1.5
        return float(total)

    ways = [[0, *(b for b in range(1, 8) if mask >> (b - 1) & 1), 8] for mask in range(128)]
    best = max((ends for ends in ways if len(ends) <= 5), key=value)
    assert best_cuts(won, leads, 4, 20, 1.5).tolist() == best


def test_bins_of_nothing_but_the_unknown() -> None:
    found = bins(np.array([3.0]), np.array([10.0]), is_level=False, rises=0, most=5, least=5, price=1)
    assert found.bins.tolist() == [0]


@pytest.mark.parametrize("seed", range(4))
def test_an_attribute_that_only_tells_by_not_being_known_teaches_nothing(seed):
    draw = np.random.default_rng(seed)
    leads = 2_000
    known = draw.random(leads) < 0.5
    won = (draw.random(leads) < np.where(known, 0.1, 0.4)).astype(np.int64)
    asked = Attribute("asked", levels=np.where(known, 0, -1), names=("yes",), is_asked=True)
    with pytest.raises(TooLittle, match="nothing tells those that were won"):
        learn(Examples(np.arange(leads), np.arange(leads), won, (asked,)))


def test_a_lead_that_was_drawn_twice_is_in_one_fold():
    folds = learning._folds(np.array([7, 7, 8, 9, 9, 9, 11]))
    assert folds.tolist() == [0, 0, 1, 2, 2, 2, 3]
