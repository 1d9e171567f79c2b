"""Limits, signals and forecast of a number by month, and credit by removal, against a second count."""

from __future__ import annotations

import itertools
import random
from fractions import Fraction
from math import sqrt
from statistics import mean, stdev

import pytest

from leadpact.evidence.catalogue import ask
from tests.evidence.company import DAY, START, sqlite_source
from tests.evidence.measures.book import Book
from tests.evidence.second_hand_sums import t_at

MONTH_STARTS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]


def start_of(month):
    """Days from the start of 2026 to a month after it; none of these years is a leap year but 2028."""
    years, month = divmod(month, 12)
    return years * 365 + MONTH_STARTS[month]


def judged(values):
    """Wheeler's chart of the first 12 to 20 months and what follows from it, in the words of the reference."""
    base = values[:20]
    centre, moving = mean(base), mean(abs(b - a) for a, b in itertools.pairwise(base))
    low, high = max(0, centre - 3 * moving / 1.128), centre + 3 * moving / 1.128
    sides = [(value > centre) - (value < centre) for value in values]
    marks = [
        "outside"
        if not low <= value <= high
        else "run"
        if any(abs(sum(sides[first : first + 8])) == 8 for first in range(max(0, i - 7), min(i, len(values) - 8) + 1))
        else None
        for i, value in enumerate(values)
    ]
    row = {"mean": centre, "low": low, "high": high, "moving_range": moving}
    level = values
    if any(marks):

        def squares(part):
            return sum((value - mean(part)) ** 2 for value in part)

        split = min(range(1, len(values)), key=lambda at: squares(values[:at]) + squares(values[at:]))
        row |= {"mean_before": mean(values[:split])}
        level = values[split:]
    row |= {"mean_now": mean(level)}
    if len(level) >= 6:
        half = t_at(0.975, len(level) - 1) * stdev(level) * sqrt(1 + 1 / len(level))
        row |= {
            "forecast": mean(level),
            "forecast_low": max(0, mean(level) - half),
            "forecast_high": mean(level) + half,
        }
    return row, [mark is not None for mark in marks]


SHAPES = {
    "stable": [(14, 26)] * 24,
    "provisional": [(14, 26)] * 14,
    "risen": [(14, 26)] * 20 + [(34, 46)] * 8,
    "one outside": [(18, 22)] * 21 + [(40, 40)] + [(18, 22)] * 2,
}


@pytest.mark.parametrize("shape", list(SHAPES))
def test_limits_signals_and_forecast_of_a_number(shape):
    dice = random.Random(7)
    values = [float(dice.randint(*span)) for span in SHAPES[shape]]
    book = Book()
    lead = 0
    for month, value in enumerate(values):
        for _ in range(int(value)):
            lead += 1
            book.tell("captured", lead, start_of(month) + 2, side="buyer", source="web")
    goal = {
        "side": "marketing", "measure": "leads_captured", "target": 20, "unit": "", "per": "month",
        "review_by": "2090-01-01", "agreed_month": 202601, "is_changed": False, "year_starts": 0,
    }  # fmt: skip
    as_of = START + (start_of(len(values)) + 3) * DAY
    result = ask("goals", sqlite_source(book.facts), as_of_s=as_of, goals={"000": goal})
    (row,) = result.rows
    want, marks = judged(values)
    assert row["state"] != "autocorrelated"
    assert {name: row[name] for name in want} == {name: pytest.approx(value, abs=1e-6) for name, value in want.items()}
    told = [each["signal"] is not None for each in result.tables["months"]]
    assert told == marks
    assert row["signals"] == sum(marks)


def removed(paths):
    """Credit of each player by Anderl's removal, over (players, won, times): Gauss' elimination in fractions."""
    steps = {}
    for players, won, times in paths:
        states = ["start", *players, "won" if won else "lost"]
        for a, b in itertools.pairwise(states):
            steps.setdefault(a, {})[b] = steps.get(a, {}).get(b, 0) + times
    names = list(steps)

    def chance(without=None):
        rows = []
        for a in names:
            total = sum(steps[a].values())
            row = [Fraction(a == b) for b in names] + [Fraction(0)]
            for b, n in steps[a].items() if a != without else ():
                if b == "won":
                    row[-1] += Fraction(n, total)
                elif b in names and b != without:
                    row[names.index(b)] -= Fraction(n, total)
            rows.append(row)
        for i in range(len(names)):
            pivot = next(r for r in range(i, len(rows)) if rows[r][i])
            rows[i], rows[pivot] = rows[pivot], rows[i]
            rows[i] = [value / rows[i][i] for value in rows[i]]
            for r in range(len(rows)):
                if r != i and rows[r][i]:
                    rows[r] = [x - rows[r][i] * y for x, y in zip(rows[r], rows[i], strict=True)]
        return rows[names.index("start")][-1]

    whole = chance()
    effects = {name: 1 - chance(name) / whole for name in names if name != "start"}
    wins = sum(times for _, won, times in paths if won)
    return {name: wins * effect / sum(effects.values()) for name, effect in effects.items()}


PATHS = (
    (("page_view", "form_filled", "event_visit"), True, 110),
    (("page_view",), False, 110),
    (("form_filled", "event_visit"), False, 110),
    (("event_visit", "page_view", "event_visit"), True, 70),
    (("form_filled",), True, 40),
    (("form_filled", "page_view"), False, 30),
)


def test_removal_by_hand():
    """The toy of AnalyzeCore: the first player gets a fifth, the others two each."""
    assert removed(PATHS[:3]) == {"page_view": 22, "form_filled": 44, "event_visit": 44}


def test_credit_by_removal():
    book = Book()
    lead = 0
    for players, won, times in PATHS:
        for _ in range(times):
            lead += 1
            book.tell("captured", lead, 0, side="buyer", source="web")
            for place, player in enumerate(players):
                book.tell(player, lead, place + 1, side="buyer")
                if place == 0:
                    book.tell(player, lead, place + 1, 1, side="buyer")  # A repeat is dropped.
            if won:
                book.tell("won", lead, 9, side="sales")
    rule = {"originator": 40, "touches_between": 20, "closer": 40}
    result = ask("attribution", sqlite_source(book.facts), as_of_s=START + 60 * DAY, **rule)
    found = {row["channel"]: row["markov"] for row in result.tables["channels"]}
    assert found == {name: pytest.approx(float(value), abs=1e-5) for name, value in removed(PATHS).items()}
