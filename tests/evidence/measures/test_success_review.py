"""Success review: traits counted by hand, only what was known before the deal, and no difference out of chance."""

from __future__ import annotations

import random

from leadpact.evidence.catalogue import ask
from tests.evidence.company import AS_OF, sqlite_source
from tests.evidence.measures.book import Book, assert_counts_open_their_leads, shown


def told(copies=1):
    """1 and 2 are won, 3 is lost, 4 is open.

    1 comes from the fair, its industry was told as wood and then metal, its budget only after the deal was opened;
    2 comes from the web and viewed a page; 3 comes from the web and has 60 people; the deal of 4 is open.
    """
    book = Book()
    for copy in range(copies):
        at = 10 * copy
        sales = {"side": "sales"}
        book.capture(at + 1, 0, "fair")
        for lead in (2, 3, 4):
            book.capture(at + lead, 0)
        book.describe(at + 1, 1, "industry", "wood")
        book.describe(at + 1, 2, "industry", "metal")
        book.describe(at + 3, 2, "employees", "60", number=60.0)
        book.tell("page_view", at + 2, 3, side="buyer")
        for lead in (1, 2, 3, 4):
            book.tell("deal_opened", at + lead, 5, **sales)
        book.describe(at + 1, 6, "budget", "approved")
        book.describe(at + 2, 4, "segment", "small", recorded_s=AS_OF - 5)
        book.tell("page_view", at + 3, 6, side="buyer")
        book.tell("won", at + 1, 10, **sales)
        book.tell("won", at + 2, 20, **sales)
        book.tell("lost", at + 3, 9, **sales)
    return book.facts


def test_traits_by_hand():
    result = ask("success_review", sqlite_source(told()), as_of_s=AS_OF)
    rows = {(row["trait"], row["level"]): (row["won_with"], row["lost_with"]) for row in result.rows}
    some = {key: rows[key] for key in rows if key[0] in ("source", "industry", "employees", "budget", "segment")}
    assert some == {
        ("source", "fair"): (1, 0), ("source", "web"): (1, 1), ("industry", "metal"): (1, 0),
        ("industry", "unknown"): (1, 1), ("employees", "51-250"): (0, 1), ("employees", "unknown"): (2, 0),
        ("budget", "unknown"): (2, 1), ("segment", "unknown"): (2, 1),
    }  # fmt: skip
    assert rows["page_view", "yes"] == (1, 0)
    assert shown(result, ("step", "won", "lost"), "way") == [
        ("captured", 2, 1),
        ("page_view", 1, 1),
        ("deal_opened", 2, 1),
    ]
    assert result.sentence == "Deals won: 2, lost: 1. Too few to compare them."


def test_differences_of_twenty_companies():
    result = ask("success_review", sqlite_source(told(20)), as_of_s=AS_OF)
    found = {(row["trait"], row["level"]): row["finding"] for row in result.rows}
    assert found["source", "fair"] == "more_won"
    assert found["source", "web"] == "less_won"
    assert found["budget", "unknown"] == "too_few"
    assert result.sentence.startswith("Among 40 deals won these are more frequent than among 20 lost: ")
    way = {row["step"]: row for row in result.tables["way"]}
    assert (way["deal_opened"]["won_days_before_end"], way["deal_opened"]["lost_days_before_end"]) == (10, 4)


def test_chance_alone_is_not_named():
    rng, book = random.Random(6), Book()
    for lead in range(1, 301):
        book.capture(lead, 0, rng.choice("abcd"))
        for field in ("industry", "country", "language"):
            book.describe(lead, 1, field, rng.choice("xyz"))
        book.tell("won" if rng.random() < 0.4 else "lost", lead, 5, side="sales")
    result = ask("success_review", sqlite_source(book.facts), as_of_s=AS_OF)
    assert result.sentence_key == "success_review.alike"


def test_counts_open_their_leads():
    for given in ({}, {"source": "web"}):
        asked = {"as_of_s": AS_OF, **given}
        source = sqlite_source(told(2))
        assert_counts_open_their_leads(ask("success_review", source, **asked), source, asked)


def test_none():
    open_only = [fact for fact in told() if fact["kind"] not in ("won", "lost")]
    result = ask("success_review", sqlite_source(open_only), as_of_s=AS_OF)
    assert (result.rows, result.sentence) == (
        (),
        "No deals ended in this period, so there is nothing to review.",
    )
