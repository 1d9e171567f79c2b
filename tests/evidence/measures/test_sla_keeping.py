"""People beside each other: flagged only far outside, and not when the whole team is spread."""

from __future__ import annotations

import json

import numpy as np
import pytest

from leadpact.evidence.catalogue import ask
from leadpact.evidence.export import to_vega_lite
from leadpact.evidence.pictures.of_measures import panels_of
from leadpact.evidence.svg import to_svg
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


def test_of_fewer_than_ten_clocks_nothing_but_their_count_is_said():
    """Nine clocks have no curve and no percentiles, in no table and no picture; ten have."""
    nine, ten = team([7], 9), team([7], 10)
    assert nine.sentence.startswith("7 of 9 due clocks kept: too few to say more.")
    assert (nine.tables["curve"], nine.tables["limits"]) == ((), ())
    empty = {"seconds": None, "seconds_low": None, "seconds_high": None, "is_reached": None, "support": "none"}
    assert nine.tables["percentiles"] == tuple({"share": share, **empty} for share in (0.5, 0.8, 0.9))
    said = "too few to say: 7 of 9"
    (panel,) = panels_of(nine.to_json())
    assert [row.value.english() for row in panel.rows] == [said]
    assert said in to_svg(nine.to_json())
    assert said in json.dumps(to_vega_lite(nine))
    assert "calculate" not in json.dumps(to_vega_lite(nine))
    assert [row["seconds"] for row in ten.tables["curve"]] == [HOUR]
    assert [row["seconds"] for row in ten.tables["percentiles"]] == [HOUR] * 3
    assert "calculate" in json.dumps(to_vega_lite(ten))


@pytest.mark.long
def test_in_a_team_of_equals_hardly_anybody_is_flagged():
    rng = np.random.default_rng(2)
    flagged = sum(any(row["flag"] for row in team(rng.binomial(20, 0.8, 20), 20).rows) for _ in range(200))
    assert flagged <= 0.05 * 200
