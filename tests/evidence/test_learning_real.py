"""The learned table on real leads: it ranks about as well as it is said to. Needs the data beside the checkout."""

from __future__ import annotations

import pytest
from benchmarks import learning as figures

from leadpact.evidence.learning import learn
from leadpact.evidence.learning_yardsticks import naive_bayes, ranking

pytestmark = pytest.mark.skipif(not (figures.DATA / "bank_marketing").is_dir(), reason="needs shared/data")


def test_first_contacts_in_time_order() -> None:
    known, asked = figures._in_time(figures.olist_contacts())
    table = learn(known)
    points = table.points(asked.attributes, len(asked.won))
    reached = ranking(points, asked.won)
    assert reached > 0.67
    assert reached > ranking(naive_bayes(known, asked), asked.won) + 0.05
    error, by_chance = figures.calibration_error(table, asked)
    assert error <= by_chance + 0.02


def test_calls_at_random_and_in_time_order() -> None:
    bank = figures.bank_calls()
    known, asked = figures._random(bank, 0)
    table = learn(known)
    points = table.points(asked.attributes, len(asked.won))
    assert ranking(points, asked.won) > 0.79
    error, by_chance = figures.calibration_error(table, asked)
    assert error <= by_chance + 0.02
    known, asked = figures._in_time(bank)
    assert ranking(learn(known).points(asked.attributes, len(asked.won)), asked.won) > 0.65
