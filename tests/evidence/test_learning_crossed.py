"""A crossed attribute: proposed where two things together tell more than their sum, and not by chance."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from leadpact.evidence.history_examples import Asks
from leadpact.evidence.learning import MOST_ATTRIBUTES, learn
from leadpact.evidence.learning_quality import judged
from leadpact.evidence.learning_rows import rows
from leadpact.evidence.learning_table import TOTAL, Attribute, Examples
from leadpact.evidence.learning_words import quality
from leadpact.rules.criteria import All, Between, Is

TRADES = tuple(f"trade {n}" for n in range(6))
BIG = 60
SEEDS = 25
ASKS = {"size": Asks("number", "employees"), "trade": Asks("level", "industry"), "visits": Asks("touches")}


def made(
    seed: int, together: float, *, leads: int = 3_000, noise: int = 5, visits: int = 0, alone: float = 1.0
) -> Examples:
    """Leads won for their size and, ``alone`` times, their trade, and ``together`` more where both are right."""
    draw = np.random.default_rng(seed)
    size = np.where(draw.random(leads) < 0.85, np.round(draw.lognormal(4, 1, leads)), np.nan)
    trade = np.where(draw.random(leads) < 0.85, draw.integers(0, 6, leads), -1)
    pull = np.where(np.isnan(size), -0.5, 0.5 * (np.log(np.maximum(np.nan_to_num(size), 1)) - 4))
    pull = pull + alone * np.array([1.0, 0.8, 0.0, 0.0, -0.5, -1.0, -0.3])[trade]
    pull = pull + together * ((np.nan_to_num(size) >= BIG) & np.isin(trade, [0, 1]))
    more = [Attribute(f"noise {n}", numbers=draw.normal(size=leads)) for n in range(noise)]
    for n in range(visits):  # Small effects of their own, so that more than twelve attributes have something to say.
        many = draw.poisson(1.0, leads).astype(float)
        pull = pull + 0.3 * (many - 1)
        more.append(Attribute(f"visits {n}", numbers=many, rises=1))
    won = (draw.random(leads) < 1 / (1 + np.exp(2 - pull))).astype(np.int64)
    own = (
        Attribute("size", numbers=size, is_asked=True),
        Attribute("trade", levels=trade, names=TRADES, is_asked=True),
    )
    return Examples(np.arange(leads), draw.integers(0, 1_000_000, leads), won, (*own, *more))


def test_what_only_adds_up_is_never_crossed() -> None:
    assert [seed for seed in range(SEEDS) if learn(made(seed, 0.0)).cross is not None] == []


def test_a_true_interaction_is_proposed_as_the_two_that_make_it() -> None:
    found = [learn(made(seed, 1.5)).cross for seed in range(SEEDS)]
    assert sum(cross is not None for cross in found) >= SEEDS - 1
    assert {frozenset(side.name for side in cross.sides) for cross in found if cross} == {frozenset({"size", "trade"})}


def test_its_points_are_whole_add_up_and_hold_only_for_both() -> None:
    told = made(3, 1.5)
    table = learn(told)
    cross = table.cross
    assert cross is not None
    assert sum(scale.most for scale in table.scales) + cross.points == TOTAL
    is_both = cross.holds(told.attributes, len(told.won)) == 1
    assert (cross.leads, cross.won) == (int(is_both.sum()), int(told.won[is_both].sum()))
    without = replace(table, cross=None).points(told.attributes, len(told.won))
    assert (table.points(told.attributes, len(told.won)) - without).tolist() == (cross.points * is_both).tolist()
    is_unknown = np.isnan(told.attributes[0].numbers) | (told.attributes[1].levels < 0)
    assert not is_both[is_unknown].any()


def test_it_is_a_row_with_two_conditions() -> None:
    table = learn(made(3, 1.5))
    row = rows(table, {**ASKS, **{f"noise {n}": Asks("number", f"noise_{n}") for n in range(5)}})[-1]
    assert table.cross is not None
    assert isinstance(row.when, All)
    assert {type(each) for each in row.when.conditions} == {Between, Is}
    low = next(each.low for each in row.when.conditions if isinstance(each, Between))
    assert low is not None
    assert abs(low - BIG) <= 20
    assert next(set(each.values) for each in row.when.conditions if isinstance(each, Is)) == set(TRADES[:2])
    assert (row.points, row.won, row.leads) == (table.cross.points, table.cross.won, table.cross.leads)


def test_where_one_of_two_is_enough_the_points_go_to_one_without_the_other() -> None:
    told = made(5, -1.5, leads=6_000, alone=2.0)
    cross = learn(told).cross
    assert cross is not None
    holds = cross.holds(told.attributes, len(told.won)) == 1
    is_big, is_right = np.nan_to_num(told.attributes[0].numbers) >= BIG, np.isin(told.attributes[1].levels, [0, 1])
    assert (holds & is_big & is_right).sum() < 0.1 * holds.sum()


@pytest.mark.parametrize("rises", [1, -1])
def test_more_is_never_worth_less_also_where_it_is_crossed(rises: int) -> None:
    for seed in range(8):
        told = made(seed, 1.5 if rises > 0 else -1.5, alone=2.0)
        held = replace(told, attributes=(replace(told.attributes[0], rises=rises), *told.attributes[1:]))
        table = learn(held)
        for trade in range(6):
            sizes = np.arange(1.0, 600.0)
            asked = (
                Attribute("size", numbers=sizes),
                Attribute("trade", levels=np.full(len(sizes), trade), names=TRADES),
            )
            steps = np.diff(table.points(asked, len(sizes)))
            assert (rises * steps >= 0).all()


def test_it_counts_as_one_of_the_twelve() -> None:
    table = learn(made(1, 2.5, leads=8_000, noise=0, visits=12))
    assert table.cross is not None
    assert len(table.scales) + 1 <= MOST_ATTRIBUTES


def test_what_it_adds_on_leads_not_seen_is_said() -> None:
    told = made(2, 1.5, leads=8_000)
    found = judged(told)
    assert found is not None
    assert found.plain is not None
    assert found.ranks.value > found.plain.value
    assert "Without the row for two conditions at once" in " ".join(quality(found, "Size", is_crossed=True))
    plain = judged(made(2, 0.0, leads=8_000))
    assert plain is not None
    assert plain.plain is None
    assert "two conditions" not in " ".join(quality(plain, "Size"))
    assert "look hard at it" in " ".join(quality(plain, "Size", is_crossed=True))


def test_a_pair_given_is_tried_and_left_out_where_it_earns_nothing() -> None:
    cross = learn(made(3, 1.5)).cross
    assert cross is not None
    assert learn(made(4, 1.5), cross=cross).cross is not None
    assert learn(made(4, -1.5, alone=2.0), cross=cross).cross is None
    assert learn(made(3, 1.5), cross=False).cross is None
