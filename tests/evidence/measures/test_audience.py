"""Audience: accounts counted by hand, refusal of small groups, and the driver of a difference."""

from __future__ import annotations

from leadpact.evidence.catalogue import ask
from leadpact.rules.facts import Fact
from leadpact.rules.story import tell
from tests.evidence.company import AS_OF, DAY, sqlite_source
from tests.evidence.measures.book import Book, shown


def crowd(visitors, customers, field="industry"):
    """Accounts by segment; every account has a lead that visited, and those of customers won."""
    book, lead = Book(), 0
    for group, sizes in (("visitor", visitors), ("customer", customers)):
        for segment, count in sizes.items():
            for _ in range(count):
                lead += 1
                account = {"account_id": 1000 + lead}
                book.tell("page_view", lead, 1, side="buyer", **account)
                if segment:
                    book.describe(lead, 1, field, segment, **account)
                if group == "customer":
                    book.tell("won", lead, 20, side="sales", **account)
    return book


def test_counts_by_hand():
    book = crowd({"metal": 2, "wood": 1, "": 1}, {"metal": 1})
    book.tell("page_view", 1, 2, side="buyer", account_id=1001)  # a second view counts no more
    book.tell("page_view", 90, 2, side="buyer", account_id=1001)  # nor does a colleague
    book.describe(90, 3, "industry", "paper", account_id=1001)  # the last value told of the account
    book.tell("won", 91, 5, side="sales", recorded_s=AS_OF + DAY)
    book.tell("page_view", 92, -300, side="buyer")  # more than a year before
    book.tell("page_view", 93, 1, side="buyer")
    book.describe(93, 1, "employees", "120", number=120.0)
    result = ask("audience", sqlite_source(book.facts), as_of_s=AS_OF, field="industry")
    assert shown(result, ("segment", "visitors", "customers")) == [("metal", 1, 1), ("paper", 1, 0), ("wood", 1, 0)]
    fields = {row["field"]: row for row in result.tables["fields"]}
    assert (fields["industry"]["visitors_known"], fields["industry"]["visitors_unknown"]) == (3, 2)
    assert (fields["employees"]["visitors_known"], fields["employees"]["customers_known"]) == (1, 0)
    assert result.sentence == ("Known by industry: visitors 3, customers 1. Too few to compare: it takes 30 of each.")


def test_two_companies_made_one_count_once_whichever_number_is_the_larger():
    for goes, stays in ((1001, 1002), (1002, 1001)):
        book = crowd({"metal": 3}, {})
        for lead in (1, 2):
            book.tell("captured", lead, 0, side="buyer", account_id=1000 + lead)
        before = ask("audience", sqlite_source(book.facts), as_of_s=AS_OF, field="industry")
        assert shown(before, ("segment", "visitors")) == [("metal", 3)]
        book.tell("captured", goes - 1000, 1, side="marketing", account_id=stays)
        after = ask("audience", sqlite_source(book.facts), as_of_s=AS_OF, field="industry")
        assert shown(after, ("segment", "visitors")) == [("metal", 2)]


def test_a_lead_is_of_the_company_that_its_page_shows():
    """That of its last fact which names any, of whatever kind, and with those of a lead merged into it."""
    book = crowd({"metal": 3}, {})
    book.tell("captured", 1, 2, side="buyer", account_id=1001)
    book.tell("call", 1, 3, side="sales", account_id=1002)  # a later fact of another kind names the company of lead 2
    book.tell("call", 1, 4, side="sales")  # and one that names none leaves it
    asked = {"as_of_s": AS_OF, "field": "industry"}
    assert shown(ask("audience", sqlite_source(book.facts), **asked), ("segment", "visitors")) == [("metal", 2)]
    book.tell("captured", 4, 5, side="buyer", account_id=1003)
    book.tell("merged", 4, 5, value_number=1.0)
    facts = [Fact(recorded_s=told["occurred_s"], id=str(told["seq"]), **told) for told in book.facts]
    story = tell(1, [fact for fact in facts if fact.lead_id in (1, 4)], {})
    assert story.lead.account_id == 1003
    result = ask("audience", sqlite_source(book.facts), **asked)
    assert shown(result, ("segment", "visitors")) == [("metal", 2)]
    book.tell("reminded", 2, 6, account_id=1003)
    result = ask("audience", sqlite_source(book.facts), **asked)
    assert shown(result, ("segment", "visitors")) == [("metal", 1)]


def test_a_difference_names_its_driver():
    book = crowd({"metal": 34, "wood": 33, "paper": 33}, {"metal": 5, "wood": 20, "paper": 20})
    result = ask("audience", sqlite_source(book.facts), as_of_s=AS_OF)
    assert result.parameters.get("field") is None
    assert result.sentence_args["field"] == "industry"
    assert result.sentence.startswith("By industry, metal is 34% of visitors but 11% of customers (1.3 to 7.3 times).")
    assert shown(result, ("segment", "visitors", "customers")) == [
        ("metal", 34, 5), ("paper", 33, 20), ("wood", 33, 20),
    ]  # fmt: skip
    assert sum(row["visitors"] for row in result.rows) == 100
    (overlap,) = result.tables["overlap"]
    assert overlap["is_different"]
    assert 0 < overlap["overlap"] < overlap["overlap_by_chance"] < 1


def test_one_crowd_shows_no_difference():
    book = crowd({"metal": 50, "wood": 50}, {"metal": 20, "wood": 20, "": 70})
    result = ask("audience", sqlite_source(book.facts), as_of_s=AS_OF)
    assert result.sentence_key == "audience.same"
    assert [note.key for note in result.notes] == ["half_unknown"]
    (overlap,) = result.tables["overlap"]
    assert overlap["overlap"] == 1
    assert 0 < overlap["overlap_least"] < overlap["overlap_most"] <= 1


def test_the_period_may_be_chosen():
    book = crowd({"metal": 2}, {"metal": 1})
    asked = {"as_of_s": AS_OF, "field": "industry"}
    late = ask("audience", sqlite_source(book.facts), since_s=AS_OF - 90 * DAY, **asked)
    assert shown(late, ("segment", "visitors", "customers")) == [("metal", 0, 1)]
    none = ask("audience", sqlite_source(book.facts), until_s=0, **asked)
    assert (none.rows, none.sentence) == ((), "No visitors or customers are recorded in this period.")
