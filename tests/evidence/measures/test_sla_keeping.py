"""People beside each other: flagged only far outside, and not when the whole team is spread."""

from __future__ import annotations

import numpy as np
import pytest

from leadpact.evidence.catalogue import ask
from leadpact.evidence.uncertainty import overdispersion
from tests.evidence.company import AS_OF, HOUR, START, sqlite_source
from tests.evidence.measures.book import Book


def team(kept_of_each, due=40):
    book = Book()
    lead = 0
    for person, kept in enumerate(kept_of_each, 1):
        for place in range(due):
            lead += 1
            book.hand(lead, 0, person_id=person, due_s=START + HOUR)
            book.tell("call", lead, 0, 1 if place < kept else 2, side="sales", worked_s=HOUR)
    return ask("sla_keeping", sqlite_source(book.facts), as_of_s=AS_OF)


def test_one_far_outside_of_twelve_is_flagged():
    result = team([32] * 11 + [10])
    assert [row["flag"] for row in result.rows[1:]] == [None] * 11 + ["below"]
    assert "wide" not in [note.key for note in result.notes]


def test_a_team_of_two_halves_widens_the_limits():
    result = team([38] * 6 + [16] * 6)
    assert [row["flag"] for row in result.rows[1:]] == [None] * 12
    assert "wide" in [note.key for note in result.notes]
    band = result.tables["limits"][0]
    assert band["low"] < 16 / 40 < 38 / 40 < band["high"]


def test_overdispersion_by_hand():
    # Six of 40 shares at 0.95, six at 0.4 around 0.675: z is 0.275 / sqrt(0.675 x 0.325 / 40) each.
    z = 0.275 / (0.675 * 0.325 / 40) ** 0.5
    assert overdispersion([38] * 6 + [16] * 6, [40] * 12, 0.675) == pytest.approx(z**2)
    assert overdispersion([38] * 4 + [16] * 4, [40] * 8, 0.675) == 1.0


@pytest.mark.long
def test_in_a_team_of_equals_hardly_anybody_is_flagged():
    rng = np.random.default_rng(2)
    flagged = sum(any(row["flag"] for row in team(rng.binomial(20, 0.8, 20), 20).rows) for _ in range(200))
    assert flagged <= 0.05 * 200
