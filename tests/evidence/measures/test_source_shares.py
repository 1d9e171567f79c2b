"""Who developed the leads: counted by hand, with nobody and others as shares of their own."""

from __future__ import annotations

import pytest

from leadpact.evidence.catalogue import ask
from leadpact.evidence.uncertainty import goodman
from tests.evidence.company import AS_OF, sqlite_source
from tests.evidence.measures.book import Book, assert_counts_open_their_leads, shown


def told(copies=1):
    """Marketing developed 1, 2 and 3 (the buyer came), sales 4; 5 was recommended; of 6 and 7 nobody knows."""
    book = Book()
    for copy in range(copies):
        at = 10 * copy
        book.tell("captured", at + 1, 0, source="web", side="buyer")
        book.tell("captured", at + 2, 1, source="web", side="marketing")
        book.tell("captured", at + 3, 1, source="fair", side="marketing")
        book.tell("referred", at + 3, 5, side="buyer")  # after it was captured
        book.tell("captured", at + 4, 2, source="list", side="sales")
        book.tell("referred", at + 5, 3, side="buyer")
        book.tell("captured", at + 5, 3, source="friend", side="buyer")
        book.tell("captured", at + 6, 3, source="web", side="system")
        book.tell("handed_over", at + 7, 4, side="marketing")
        book.tell("handed_over", at + 1, 4, side="marketing")
        book.tell("won", at + 1, 9, side="sales")
        book.tell("won", at + 5, 9, side="sales")
    return book.facts


def test_counts_by_hand():
    result = ask("source_shares", sqlite_source(told()), as_of_s=AS_OF)
    assert shown(result, ("among", "developed_by", "count", "of", "share")) == [
        ("leads", "marketing", 3, 7, None), ("leads", "sales", 1, 7, None), ("leads", "others", 1, 7, None),
        ("leads", "unknown", 2, 7, None), ("handed_over", "marketing", 1, 2, None),
        ("handed_over", "sales", 0, 2, None), ("handed_over", "others", 0, 2, None),
        ("handed_over", "unknown", 1, 2, None), ("won", "marketing", 1, 2, None), ("won", "sales", 0, 2, None),
        ("won", "others", 1, 2, None), ("won", "unknown", 0, 2, None),
    ]  # fmt: skip
    assert result.sentence == (
        "Of 7 leads marketing developed 3, sales 1, others 1, and of 2 nobody knows: too few to speak of shares."
    )


def test_shares_of_ten_companies():
    result = ask("source_shares", sqlite_source(told(10)), as_of_s=AS_OF)
    ranges = goodman([30, 10, 10, 20])
    first = result.rows[0]
    assert (first["share"], first["share_low"], first["share_high"]) == pytest.approx((3 / 7, *ranges[0]))
    assert result.sentence == (
        "Of 70 leads marketing developed 43% (29% to 58%), sales 14% (6.8% to 28%), others 14% (6.8% to 28%); of 29% "
        "nobody knows."
    )
    assert [note.key for note in result.notes] == ["many_unknown"]
    assert shown(result, ("source", "developed_by", "leads", "of", "won"), "sources")[-2:] == [
        ("web", "marketing", 20, 30, 10),
        ("web", "unknown", 10, 30, 0),
    ]


def test_counts_open_their_leads():
    for given in ({}, {"source": "web"}, {"since_s": AS_OF - 99 * 86_400}):
        asked = {"as_of_s": AS_OF, **given}
        source = sqlite_source(told(2))
        assert_counts_open_their_leads(ask("source_shares", source, **asked), source, asked)


def test_no_leads_is_an_answer():
    result = ask("source_shares", sqlite_source(told()), as_of_s=AS_OF, until_s=0)
    assert (result.rows, result.sentence) == ((), "No leads are recorded in this period.")
