"""The truth of the simulation adds up."""

import dataclasses

import pytest

from leadpact.demo.truth import TRUTH, Truth


def test_the_sources_share_all_leads():
    assert sum(source.share for source in TRUTH.sources) == pytest.approx(1)


def test_it_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        TRUTH.late_answers = 1.0


def test_answers_by_attempts_are_the_mixture_of_hot_and_cold():
    # Two attempts: hot 1 - 0.7^2 = 0.51, cold 1 - 0.93^2 = 0.1351; half of each.
    assert TRUTH.answered_by(2, 0.5) == pytest.approx((0.51 + 0.1351) / 2)
    assert TRUTH.answered_by(0, 0.5) == 0
    assert Truth().answered_by(1, 1.0) == pytest.approx(TRUTH.hot.answers)


def test_there_is_a_chance_of_being_in_time_for_each_salesperson():
    from leadpact.demo.company import SALES

    assert len(TRUTH.in_time) == len(SALES)


def test_the_documentation_tells_the_truth():
    from pathlib import Path

    text = (Path(__file__).parents[2] / "docs" / "explanation" / "demo.md").read_text(encoding="utf-8")
    for source in TRUTH.sources:
        shares = (source.share, source.by_sales, source.hot, source.fits, source.asks_demo)
        cells = [source.code, *(f"{share * 100:.0f} %" for share in shares), f"{source.days_to_win:.0f}"]
        assert f"| {' | '.join(cells)} |" in text
    hot, cold = TRUTH.hot, TRUTH.cold
    for says, name in (
        ("sent back before the first touch", "refused"),
        ("an attempt is answered, when the first touch was in time", "answers"),
        ("sales stops after an unanswered attempt, from the third on", "dropped"),
        ("an answer becomes a deal", "deal"),
        ("a deal is won", "won"),
    ):
        assert f"| {says} | {getattr(hot, name) * 100:.0f} % | {getattr(cold, name) * 100:.0f} % |" in text
    assert f"{TRUTH.late_answers} times" in text
    assert ", ".join(f"{share * 100:.0f}" for share in TRUTH.in_time[:-1]) in text
    first, fourth, ninth = (f"{TRUTH.answered_by(count, 0.6) * 100:.0f} %" for count in (1, 4, 9))
    assert f"it is {first} after one attempt, {fourth} after four and {ninth} after nine" in text
