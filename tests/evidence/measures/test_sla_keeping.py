"""People beside each other: flagged only far outside, and not when the whole team is spread."""

from __future__ import annotations

import json

import numpy as np
import pytest

from leadpact.evidence.catalogue import ask, items
from leadpact.evidence.export import to_vega_lite
from leadpact.evidence.pictures.of_measures import panels_of
from leadpact.evidence.svg import to_svg
from leadpact.evidence.uncertainty import overdispersion
from leadpact.rules.facts import Fact
from leadpact.rules.story import tell
from tests.evidence.company import AS_OF, HOUR, START, sqlite_source
from tests.evidence.measures.book import Book

_ENDS = ("kept", "late", "overdue", "withdrawn")


def team(kept_of_each, due=40):
    book = Book()
    lead = 0
    for person, kept in enumerate(kept_of_each, 1):
        for place in range(due):
            lead += 1
            book.hand(lead, 0, person_id=person, due_s=START + HOUR)
            book.tell("call", lead, 0, 1 if place < kept else 2, side="sales", worked_s=HOUR)
    return ask("sla_keeping", sqlite_source(book.facts), as_of_s=AS_OF)


def test_what_stops_a_clock_within_a_second_goes_by_the_order_of_telling():
    """As on the pages, which tell facts one by one."""
    book = Book()
    book.tell("call", 1, 0, 0, side="sales")  # before the hand-off: nobody has touched it since
    hands = {book.hand(lead, 0, person_id=1, due_s=START + HOUR): lead for lead in range(1, 7)}
    book.tell("call", 2, 0, 0, side="sales")  # at once after it
    book.tell("rejected", 3, 0, 0.5, side="sales")
    book.tell("call", 3, 0, 0.5, side="sales")  # nothing runs any more
    book.tell("call", 4, 0, 0.5, side="sales")
    book.tell("rejected", 4, 0, 0.5, side="sales")  # it was touched before
    book.tell("call", 5, 0, 0.5, side="sales")
    book.hand(5, 0, hour=0.5, person_id=1)  # without a deadline; the first clock had been stopped
    book.tell("call", 6, 0, 2, side="sales")
    book.tell("reassigned", 6, 0, 2, person_id=2, due_s=START + 3 * HOUR)  # too late for a later deadline
    source, given = sqlite_source(book.facts), {"as_of_s": AS_OF}
    found = {end: {hands[each] for each in items("sla_keeping", source, given, {"outcome": end})} for end in _ENDS}
    assert found == {"kept": {2, 4, 5}, "late": {6}, "overdue": {1}, "withdrawn": {3}}
    facts = [Fact(recorded_s=told["occurred_s"], id=str(told["seq"]), **told) for told in book.facts]
    first = [tell(lead, [fact for fact in facts if fact.lead_id == lead], {}).clocks[0] for lead in range(1, 7)]
    assert [clock.state for clock in first] == ["running", "kept", "withdrawn", "kept", "kept", "late"]


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
