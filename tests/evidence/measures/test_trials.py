"""Trials: who was in them and what became of them, counted by hand."""

from __future__ import annotations

import numpy as np

from leadpact.evidence.catalogue import ask
from leadpact.evidence.measures.trials import estimate
from tests.evidence.company import AS_OF, DAY, sqlite_source
from tests.evidence.measures.book import Book, assert_counts_open_their_leads, shown


def told(copies=1):
    """1 to 3 are explored: 1 (35 points) is called at once, talked with and won, 2 (12) is silent, 3 came too late to
    judge. 4 and 5 are in the drawn order, 4 earlier, 5 later and won late. 6 is kept on, and reached ten days after;
    7 is kept on and talked only before. 8 was handed over in the ordinary way, and explored at its second hand-off.
    """
    book = Book()
    for copy in range(copies):
        at = 10 * copy
        buyer, sales = {"side": "buyer"}, {"side": "sales"}
        for lead in range(1, 9):
            book.capture(at + lead, 0)
        book.hand(at + 1, 1, 35, reason="explored", value_number=0.7)
        book.tell("call", at + 1, 1, 2, value_code="no_answer", **sales)
        book.tell("email", at + 1, 12, **buyer)
        book.tell("won", at + 1, 40, **sales)
        book.hand(at + 2, 1, 12, reason="explored")
        book.tell("call", at + 2, 2, 0.5, value_code="reached", **sales)
        book.hand(at + 3, 95, 38, reason="explored")
        book.tell("call", at + 3, 95, 1, value_code="reached", **sales)
        book.hand(at + 4, 3, 60, reason="round_robin", value_number=0.2)
        book.tell("call", at + 4, 3, 1, value_code="reached", **sales)
        book.hand(at + 5, 3, 60, reason="round_robin", value_number=0.5)
        book.tell("call", at + 5, 5, value_code="no_answer", **sales)
        book.tell("won", at + 5, 94, **sales)
        book.hand(at + 6, 1, 50)
        book.tell("kept_on", at + 6, 31, value_number=2.0)
        book.tell("call", at + 6, 40, value_code="no_answer", **sales)
        book.tell("call", at + 6, 41, value_code="reached", **sales)
        book.hand(at + 7, 1, 50)
        book.tell("call", at + 7, 5, value_code="reached", **sales)
        book.tell("kept_on", at + 7, 31, value_number=2.0)
        book.hand(at + 8, 1, 50)
        book.hand(at + 8, 20, 20, reason="explored")
    return book.facts


COLUMNS = (
    *("trial", "arm", "leads", "called_ripe", "called", "talked_ripe", "talked"),
    *("won_ripe", "won"),
)


def test_counts_by_hand():
    result = ask("trials", sqlite_source(told()), as_of_s=AS_OF)
    assert shown(result, COLUMNS) == [
        ("explored_slice", "explored", 3, 3, 2, 2, 2, 2, 1),
        ("persistence", "kept_on", 2, 2, 0, 2, 1, 0, 0),
        ("shuffled_call_order", "earlier", 1, 1, 1, 1, 1, 1, 0),
        ("shuffled_call_order", "later", 1, 1, 0, 1, 0, 1, 0),
    ]
    assert shown(result, ("points", "band", "leads", "won_ripe", "won"), "points") == [
        ("10 to 19", 10, 1, 1, 0), ("30 to 39", 30, 2, 1, 1),
    ]  # fmt: skip
    assert shown(result, ("event", "earlier", "later", "difference", "needed"), "order") == [
        ("called", 1, 0, None, 4445), ("talked", 1, 0, None, 4445), ("won", 0, 0, None, None),
    ]  # fmt: skip
    assert result.grade == "Tried"
    assert result.sentence == (
        "Leads in trials: below the line and handed over to be tried 3, kept on before anybody gave up 2, called in an "
        "order drawn by chance 2."
    )
    assert [note.text for note in result.notes] == [
        "Leads below the line that had 90 days: 2, won of them: 1. Too few to say.",
        "Leads kept on that had 30 days: 2, reached: 1. Too few to say.",
        "Called earlier: 1 leads, later: 1. Too few to say what the order does.",
    ]


def test_what_the_trials_say_of_fifty_companies():
    result = ask("trials", sqlite_source(told(50)), as_of_s=AS_OF)
    assert [note.text for note in result.notes] == [
        "Of leads below the line 50% are won within 90 days when they are handed over (40% to 60%): 50 of 100.",
        "Two more attempts reach 50% of the leads that would have been given up (40% to 60%): 50 of 100 within 30 days.",
        "Being called earlier in the hour gains 100 talks in 100 leads (90 to 100).",
    ]


def test_a_win_counts_within_the_days_asked_for_and_the_period_is_that_of_the_start():
    source = sqlite_source(told())
    result = ask("trials", source, as_of_s=AS_OF, within_days=30)
    assert shown(result, ("arm", "won_ripe", "won"))[0] == ("explored", 2, 0)
    late = ask("trials", source, as_of_s=AS_OF, since_s=AS_OF - 20 * DAY)
    assert shown(late, ("arm", "leads")) == [("explored", 1)]


def test_counts_open_their_leads():
    for given in ({}, {"since_s": AS_OF - 94 * DAY, "within_days": 60}):
        asked = {"as_of_s": AS_OF, **given}
        source = sqlite_source(told(2))
        assert_counts_open_their_leads(ask("trials", source, **asked), source, asked)


def test_none():
    result = ask("trials", sqlite_source(told()), as_of_s=AS_OF, until_s=0)
    assert (result.rows, result.sentence) == ((), "No lead is in a trial of the pact in this period.")


def test_the_range_of_the_difference_holds_the_truth_where_the_order_was_drawn():
    """Calling earlier adds 8 talks in 100; 400 leads a side, 200 companies."""
    rng = np.random.default_rng(7)
    held = 0
    for _ in range(200):
        earlier, later = rng.binomial(400, 0.38), rng.binomial(400, 0.30)
        rows = [
            {"trial": "shuffled_call_order", "arm": arm, "band": 0, "leads": 400, "called": 400, "called_ripe": 400,
             "talked": int(talked), "talked_ripe": 400, "won": 0, "won_ripe": 400}
            for arm, talked in (("earlier", earlier), ("later", later))
        ]  # fmt: skip
        line = estimate({"arms": rows}, {"within_days": 90}).tables["order"][1]
        held += line["difference_low"] <= 0.08 <= line["difference_high"]
    assert 181 <= held <= 198  # 95 % of 200, three standard deviations
