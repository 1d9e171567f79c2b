"""Speed to lead: by hand, and on companies of known truth."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from leadpact.evidence.association import e_value
from leadpact.evidence.catalogue import ask, items
from leadpact.evidence.measure import BadParameter
from tests.evidence.company import AS_OF, DAY, HOUR, START, sqlite_source
from tests.evidence.measures.book import Book, assert_counts_open_their_leads, shown

BERLIN = {
    "open": [[day * DAY + 9 * HOUR, day * DAY + 17 * HOUR] for day in range(5)],
    "offsets": [[0, 3600], [1_774_746_000, 7200]],  # summer time from 29 March 2026, 2 o'clock
    "closed": [20_454],  # 1 January 2026
}
LONG = START + 300 * DAY


def small():
    """Six leads handed over on Thursday 8 January 2026 at 10:00 in Berlin, and one at night."""
    book = Book()
    for lead in range(1, 8):
        book.capture(lead, 0)
        book.hand(lead, 7, hour=9 if lead < 7 else 1, points=85 if lead == 1 else 50)
    book.tell("call", 1, 7, 9.5, side="sales")  # fast, a deal after it, won later
    book.tell("deal_opened", 1, 20)
    book.tell("won", 1, 150)
    book.tell("email", 2, 7, 9.5, side="buyer")  # the buyer wrote: not a touch by sales
    book.tell("call", 2, 7, 12, side="sales")  # slow, a deal
    book.tell("deal_opened", 2, 30)
    book.tell("deal_opened", 3, 7, 10)  # a deal before anybody touched it: left out
    book.tell("call", 3, 8, side="sales")
    book.tell("rejected", 4, 10)  # never touched, ended before the landmark
    book.tell("call", 5, 9, side="sales")  # slow, its deal came later than 90 days after
    book.tell("deal_opened", 5, 105)
    # 6 was never touched and stays open: slow, from day 14 on
    book.tell("call", 7, 7, 1.5, side="sales")  # at night, fast
    return book.facts


def test_groups_by_hand():
    result = ask("speed_to_lead", sqlite_source(small()), as_of_s=LONG, hours=BERLIN)
    columns = ("band", "arrival", "fast", "fast_event", "slow", "slow_event", "is_covered")
    assert shown(result, columns, "strata") == [
        ("40-59", "in_hours", 0, 0, 3, 1, False),
        ("40-59", "out_of_hours", 1, 0, 0, 0, False),
        ("80+", "in_hours", 1, 1, 0, 0, False),
    ]
    assert result.rows == ()
    assert result.sentence == (
        "Touched within 60 minutes: 2; later or never: 3 that can be judged. Too few to compare."
    )
    assert [(note.key, note.args) for note in result.notes] == [("ended", {"leads": 2})]
    assert (result.grade, ask("speed_to_lead", sqlite_source([]), as_of_s=AS_OF).sentence_key) == (
        "Counted",
        "speed_to_lead.none",
    )


def test_counts_open_their_leads():
    source = sqlite_source(small())
    for event in ("deal", "won"):
        given = {"as_of_s": LONG, "hours": BERLIN, "event": event, "within_days": 160}
        assert_counts_open_their_leads(ask("speed_to_lead", source, **given), source, given)
    key = {"event": "won", "outcome": "fast_event"}
    assert items("speed_to_lead", source, given, key) == [1]


def test_a_lead_that_is_not_followed_long_enough_is_young():
    result = ask("speed_to_lead", sqlite_source(small()), as_of_s=AS_OF)
    # On day 100 those touched on day 7 and 9 were followed for 90 days, that of day 14 was not.
    assert [(note.key, note.args) for note in result.notes] == [
        ("young", {"leads": 1, "days": 90}),
        ("ended", {"leads": 2}),
        ("no_hours", {}),
    ]


@pytest.mark.parametrize(
    ("local", "arrival"),
    [
        ("2026-01-01T10:00", "out_of_hours"),  # a holiday
        ("2026-01-02T09:00", "in_hours"),
        ("2026-01-02T08:59", "out_of_hours"),
        ("2026-01-02T17:00", "out_of_hours"),
        ("2026-01-03T10:00", "out_of_hours"),  # Saturday
        ("2026-03-27T09:00", "in_hours"),
        ("2026-03-30T09:00", "in_hours"),  # summer time
        ("2026-03-30T16:59", "in_hours"),
        ("2026-03-30T17:00", "out_of_hours"),
    ],
)
def test_arrival_is_told_in_local_working_hours(local, arrival):
    at_s = int(datetime.fromisoformat(local).replace(tzinfo=ZoneInfo("Europe/Berlin")).timestamp())
    facts = [{"seq": 1, "kind": "handed_over", "lead_id": 1, "occurred_s": at_s}]
    result = ask("speed_to_lead", sqlite_source(facts), as_of_s=LONG, hours=BERLIN)
    assert shown(result, ("arrival",), "strata") == [(arrival,)]


def world(seed, leads=6000, effect=1.5):
    """Hot leads of a high band are called fast more often and become deals more often; speed multiplies by ``effect``.

    A third of the heat is not recorded in the band.
    """
    rng = np.random.default_rng(seed)
    book = Book()
    for lead in range(1, leads + 1):
        hot = rng.random() < 0.5
        seen_hot = hot if rng.random() < 0.94 else not hot
        fast = rng.random() < (0.65 if hot else 0.35)
        chance = (0.26 if hot else 0.10) * (effect if fast else 1.0)
        book.hand(lead, 0, points=85 if seen_hot else 20, source="web")
        book.tell("call", lead, 0 if fast else 1, 0.5, side="sales")
        if rng.random() < chance:
            book.tell("deal_opened", lead, 20)
    return book.facts


def test_like_with_like_comes_near_the_truth_where_the_naive_ratio_does_not():
    result = ask("speed_to_lead", sqlite_source(world(4)), as_of_s=LONG)
    naive, alike = result.rows
    assert naive["ratio"] == pytest.approx(1.94, abs=0.12)
    assert alike["ratio"] == pytest.approx(1.57, abs=0.1)
    assert alike["ratio_low"] < 1.5 < naive["ratio_low"]
    assert (result.grade, result.sentence_key) == ("Adjusted", "speed_to_lead.deal_differs")
    strength = next(note for note in result.notes if note.key == "e_value").args["strength"]
    assert strength == pytest.approx(e_value(alike["ratio"]))
    assert [note.args for note in result.notes if note.key == "covered"] == [{"covered": 6000, "leads": 6000}]


def test_the_e_value_is_that_of_its_authors():
    # VanderWeele & Ding 2017: a risk ratio of 3.9 (1.8 to 8.7) has an E-value of 7.26, and 3.0 at its lower bound.
    assert (e_value(3.9), e_value(1.8), e_value(1 / 3.9)) == pytest.approx((7.26, 3.0, 7.26), abs=5e-3)


def test_hours_that_cannot_be_read_are_refused():
    with pytest.raises(BadParameter, match="hours cannot be read"):
        ask("speed_to_lead", sqlite_source(small()), as_of_s=AS_OF, hours={"open": [[1, 2, 3]]})


def test_without_like_leads_nothing_is_said():
    book = Book()
    for lead in range(1, 41):
        book.hand(lead, 0, points=85 if lead <= 20 else 20)
        book.tell("call", lead, 0 if lead <= 20 else 1, 0.5, side="sales")
    result = ask("speed_to_lead", sqlite_source(book.facts), as_of_s=LONG)
    assert (result.sentence_key, result.grade, len(result.rows)) == ("speed_to_lead.no_like", "Counted", 1)
    assert "nothing can be said" in result.sentence


@pytest.mark.long
def test_the_range_holds_the_truth_when_all_heat_is_recorded():
    rng = np.random.default_rng(5)
    held = 0
    for _ in range(200):
        book = Book()
        for lead in range(1, 601):
            hot = rng.random() < 0.5
            fast = rng.random() < (0.7 if hot else 0.3)
            book.hand(lead, 0, points=85 if hot else 20)
            book.tell("call", lead, 0 if fast else 1, 0.5, side="sales")
            if rng.random() < (0.4 if hot else 0.2) * (1.5 if fast else 1.0):
                book.tell("deal_opened", lead, 20)
        row = ask("speed_to_lead", sqlite_source(book.facts), as_of_s=LONG).rows[1]
        held += row["ratio_low"] <= 1.5 <= row["ratio_high"]
    assert held >= 0.91 * 200
