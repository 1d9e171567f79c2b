"""Readiness: the way of five closed deals counted by hand, and what makes no deal vanish from it."""

from __future__ import annotations

from leadpact.evidence.catalogue import ask, items
from tests.evidence.company import AS_OF, DAY, sqlite_source
from tests.evidence.measures.book import Book, assert_counts_open_their_leads, shown


def told(copies=1):
    """What each lead is there for:

    1  won on day 20: page on day 0, material viewed on day 4, first talk on day 10, another page on day 12
    2  won on day 5 without any touch: a call that was reached on day 1
    3  lost on day 8: mail clicked on day 2, no talk, deal opened on day 6
    4  lost, then a new deal is open: not closed
    5  lost on day 9, then won on day 30: won; its buyer wrote on day 3 after a page on day 1
    6  won after the snapshot
    """
    book = Book()
    for copy in range(copies):
        at = 10 * copy
        buyer, sales = {"side": "buyer"}, {"side": "sales"}
        book.capture(at + 1, 0, "ads")
        book.tell("page_view", at + 1, 0, **buyer)
        book.tell("asset_viewed", at + 1, 4, asset_id=1, **buyer)
        book.tell("call", at + 1, 5, value_code="no_answer", **sales)
        book.tell("meeting", at + 1, 10, value_code="held", **sales)
        book.tell("page_view", at + 1, 12, **buyer)
        book.tell("deal_opened", at + 1, 11, **sales)
        book.tell("won", at + 1, 20, **sales)
        book.tell("page_view", at + 1, 25, **buyer)
        book.tell("call", at + 2, 1, value_code="reached", **sales)
        book.tell("won", at + 2, 5, **sales)
        book.tell("email_clicked", at + 3, 2, **buyer)
        book.tell("deal_opened", at + 3, 6, **sales)
        book.tell("lost", at + 3, 8, **sales)
        book.tell("lost", at + 4, 8, **sales)
        book.tell("deal_opened", at + 4, 9, **sales)
        book.tell("page_view", at + 5, 1, **buyer)
        book.tell("email", at + 5, 3, **buyer)
        book.tell("lost", at + 5, 9, **sales)
        book.tell("won", at + 5, 30, **sales)
        book.tell("won", at + 6, 130, **sales)
    return book.facts


def test_counts_by_hand():
    result = ask("readiness", sqlite_source(told()), as_of_s=AS_OF)
    assert shown(result, ("outcome", "deals", "no_touch", "touches")) == [("won", 3, 1, None), ("lost", 1, 0, None)]
    assert shown(result, ("outcome", "touches", "deals"), "touches")[:3] == [
        ("won", "0", 1),
        ("won", "1", 1),
        ("won", "2", 1),
    ]
    assert result.sentence == "Deals won: 3, lost: 1. Too few to say how far buyers had come."
    assert [note.key for note in result.notes] == ["at_least", "no_talk"]


def test_a_deal_opened_after_a_loss_of_the_same_second_is_newer():
    book = Book()
    book.tell("lost", 1, 8, side="sales")
    book.tell("deal_opened", 1, 8, side="sales")
    book.tell("deal_opened", 2, 8, side="sales")
    book.tell("lost", 2, 8, side="sales")
    source = sqlite_source(book.facts)
    assert shown(ask("readiness", source, as_of_s=AS_OF), ("outcome", "deals")) == [("won", 0), ("lost", 1)]
    assert items("readiness", source, {"as_of_s": AS_OF}, {"outcome": "lost"}) == [2]


def test_medians_of_twelve_companies():
    result = ask("readiness", sqlite_source(told(12)), as_of_s=AS_OF)
    won, lost = result.rows
    # Won: 2, 0 and 1 touches before the talk; days from the first touch to it 10, 0 and 2.
    assert (won["deals"], won["touches"], won["days"], won["material"]) == (36, 1, 2, 0)
    # Of all touches and talks: 2 of 4, 0 of 1, 1 of 2; of the days 10 of 20, none, 2 of 29.
    assert (won["touches_of_100"], won["days_of_100"]) == (50, 6)
    assert (lost["deals"], lost["touches"], lost["days"], lost["days_of_100"]) == (12, 1, 4, 66)
    assert result.sentence == (
        "Buyers of 36 deals won had at least 1 touches (0 to 2) over 2 days (0 to 10) before the first talk: half of "
        "them had gone at least 6 of 100 days of their way. Without a recorded touch before, and counted as 0: 12."
    )


def test_nothing_recorded_before_any_win_is_no_zero():
    book = Book()
    for lead in range(1, 13):
        book.tell("captured", lead, 0, side="buyer")
        book.tell("deal_opened", lead, 2, side="sales")
        book.tell("won", lead, 9, side="sales")
    result = ask("readiness", sqlite_source(book.facts), as_of_s=AS_OF)
    assert result.sentence == (
        "Of 12 deals won none has a recorded touch before the first talk, so nothing says how far their buyers had "
        "come by then."
    )


def test_counts_open_their_leads():
    for given in ({}, {"source": "ads"}, {"since_s": AS_OF - 92 * DAY, "until_s": AS_OF - 79 * DAY}):
        asked = {"as_of_s": AS_OF, **given}
        source = sqlite_source(told(2))
        assert_counts_open_their_leads(ask("readiness", source, **asked), source, asked)


def test_a_fact_after_the_end_changes_nothing():
    facts = told(12)
    late = {"kind": "meeting", "lead_id": 2, "occurred_s": AS_OF - 5, "side": "buyer", "seq": len(facts) + 1}
    first, second = (ask("readiness", sqlite_source(each), as_of_s=AS_OF) for each in (facts, [*facts, late]))
    assert first.to_json() == second.to_json()


def test_no_deals_is_an_answer():
    open_only = [fact for fact in told() if fact["kind"] not in ("won", "lost")]
    result = ask("readiness", sqlite_source(open_only), as_of_s=AS_OF)
    assert (result.rows, result.sentence) == (
        (),
        "No deals ended in this period, so there is no way to look back on.",
    )
