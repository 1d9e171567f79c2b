"""Links and referrals: what followed them, counted by hand."""

from __future__ import annotations

from leadpact.evidence.catalogue import ask
from tests.evidence.company import AS_OF, DAY, sqlite_source
from tests.evidence.measures.book import Book, assert_counts_open_their_leads, shown


def told(copies=1):
    """1 was sent a piece by sales, read it, came back, talked and was won; 2 never read it; 3 read it before it was
    sent; 4 clicked two mails and came back 40 days later; 5 was recommended and had a deal.
    """
    book = Book()
    for copy in range(copies):
        at = 10 * copy
        buyer, sales = {"side": "buyer"}, {"side": "sales"}
        for lead in (1, 2, 3):
            book.tell("asset_sent", at + lead, 5, asset_id=7, **sales)
        book.tell("asset_viewed", at + 1, 6, asset_id=7, **buyer)
        book.tell("asset_viewed", at + 1, 6, asset_id=8, **buyer)
        book.tell("page_view", at + 1, 10, **buyer)
        book.tell("call", at + 1, 11, value_code="reached", **sales)
        book.tell("won", at + 1, 20, **sales)
        book.tell("asset_viewed", at + 3, 4, asset_id=7, **buyer)
        book.tell("email_clicked", at + 4, 5, campaign="spring", **buyer)
        book.tell("email_clicked", at + 4, 8, campaign="summer", **buyer)
        book.tell("page_view", at + 4, 48, **buyer)
        book.tell("asset_sent", at + 4, 50, asset_id=7, side="marketing")
        book.tell("referred", at + 5, 90, source="friend", **buyer)
        book.tell("page_view", at + 5, 91, **buyer)
        book.tell("deal_opened", at + 5, 95, **sales)
    return book.facts


COLUMNS = ("way", "leads", "followed", "ripe", "came_back", "talked", "deal", "won")


def test_counts_by_hand():
    result = ask("referral", sqlite_source(told()), as_of_s=AS_OF)
    assert shown(result, COLUMNS) == [
        ("material_sales", 3, 1, 1, 1, 1, 1, 1),
        ("material_marketing", 1, 0, 0, 0, 0, 0, 0),
        ("mail", 1, 1, 1, 0, 0, 0, 0),
        ("recommendation", 1, 1, 0, 0, 0, 1, 0),
    ]
    assert shown(result, ("way", "name", "leads", "came_back"), "links") == [
        ("mail", "spring", 1, 0), ("mail", "summer", 1, 0), ("material_marketing", "7", 1, 0),
        ("material_sales", "7", 3, 1), ("recommendation", "friend", 1, 0),
    ]  # fmt: skip
    assert result.sentence == ("3 of 5 leads followed a link or a recommendation: too few to speak of shares.")


def test_shares_of_ten_companies():
    result = ask("referral", sqlite_source(told(10)), as_of_s=AS_OF)
    assert result.sentence == (
        "30 of 50 leads followed a link or a recommendation. After that 10 of them talked with us, 20 had a deal and 10 "
        "bought; of 20 that did so at least 30 days ago 10 came back within 30 days."
    )
    first, _, mail, _ = result.rows
    assert (first["followed_share"], first["won_share"], mail["followed_share"]) == (1 / 3, 1.0, None)
    assert [note.key for note in result.notes] == ["not_because", "no_sent"]


def test_a_lead_reached_in_several_ways_is_one_lead_in_the_sentence():
    """Each of twelve leads read material, clicked and was recommended, and one was won: the sentence says one."""
    book = Book()
    for lead in range(1, 13):
        book.tell("asset_sent", lead, 1, asset_id=7, side="sales")
        book.tell("asset_viewed", lead, 2, asset_id=7, side="buyer")
        book.tell("email_clicked", lead, 3, campaign="spring", side="buyer")
        book.tell("referred", lead, 4, source="friend", side="buyer")
    book.tell("won", 1, 20, side="sales")
    result = ask("referral", sqlite_source(book.facts), as_of_s=AS_OF)
    assert [row["won"] for row in result.rows] == [1, 1, 1]
    assert {name: result.sentence_args[name] for name in ("leads", "followed", "won")} == {
        "leads": 12, "followed": 12, "won": 1,
    }  # fmt: skip


def test_counts_open_their_leads():
    for given in ({}, {"since_s": AS_OF - 94 * DAY}):
        asked = {"as_of_s": AS_OF, **given}
        source = sqlite_source(told(2))
        assert_counts_open_their_leads(ask("referral", source, **asked), source, asked)


def test_none():
    result = ask("referral", sqlite_source(told()), as_of_s=AS_OF, until_s=0)
    assert (result.rows, result.sentence) == (
        (),
        "No links, material or recommendations are recorded in this period.",
    )
