"""The learned table on real leads: it ranks about as well as it is said to. Needs the data beside the checkout."""

from __future__ import annotations

import pytest
from benchmarks import learning as figures

from leadpact.evidence.learning import TooLittle, learn
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


@pytest.mark.parametrize("read", [figures.bank_calls, figures.olist_contacts])
def test_two_hundred_leads_as_they_come_are_told_to_be_too_few(read) -> None:
    """Some twenty wins among them: the teams' own points stay, and the answer says so with its numbers."""
    examples = read()
    for seed in range(figures.RESAMPLES):
        known, _asked = figures._few(examples, 0, seed)
        with pytest.raises(TooLittle) as refused:
            learn(known)
        says = f"There are {int(known.won.sum())} wins among 200 leads whose outcome is known; at least 50 are needed"
        assert str(refused.value).startswith(says)
        assert str(refused.value).endswith("The points of your pact stay as they are.")
