"""Going back for information, counted by hand."""

from __future__ import annotations

import pytest

from leadpact.evidence.catalogue import ask, items
from tests.evidence.company import AS_OF, START, sqlite_source
from tests.evidence.measures.book import Book, assert_counts_open_their_leads, shown


def told(copies=1):
    """Two leads: sales corrects the budget of the first and fills in the size of the second."""
    book = Book()
    for copy in range(copies):
        lead = 10 * copy
        for each in (lead + 1, lead + 2):
            book.capture(each, 0, source="ads")
        book.describe(lead + 1, 1, "budget", "planned")
        book.hand(lead + 1, 5)
        book.hand(lead + 2, 5)
        book.describe(lead + 1, 7, "budget", "approved", side="sales")
        book.describe(lead + 2, 8, "employees", "80", 80.0, side="sales")
    return book.facts


def small():
    """Five leads, handed over on day 10; the last two come from the fair."""
    book = Book()
    for lead in range(1, 6):
        book.capture(lead, 0, source="web" if lead < 4 else "fair")
    book.describe(1, 1, "budget", "planned")
    book.describe(2, 1, "budget", "planned")
    book.describe(2, 2, "budget", "unknown")  # known, then made unknown before the hand-off
    book.describe(4, 3, "need", "known", side="sales")  # sales told it before the hand-off
    for lead in range(1, 6):
        book.hand(lead, 10)
    book.describe(1, 12, "budget", "approved", side="sales")  # corrected
    book.describe(1, 13, "budget", "none", side="sales")  # once more: the same lead counts once
    book.describe(1, 13, "employees", "80", 80.0, side="sales")  # filled
    book.describe(2, 12, "budget", "approved", side="sales")  # filled, because it had become unknown
    book.describe(3, 12, "budget", "approved")  # the buyer told it
    book.describe(3, 12, "job_title:head", "true", side="sales")  # derived
    book.describe(3, 45, "need", "known", side="sales")  # later than 30 days
    book.describe(4, 12, "need", "unknown", side="sales")  # no value
    wrong = book.describe(5, 12, "budget", "approved", side="sales")
    book.tell("corrected", 5, 13, corrects_id=wrong)
    book.capture(6, 90)
    book.hand(6, 95)  # young
    return book.facts


def test_fields_and_sources_by_hand():
    result = ask("backtrack", sqlite_source(small()), as_of_s=AS_OF)
    assert shown(result, ("field", "leads", "known", "back", "filled", "corrected")) == [
        ("budget", 6, 1, 2, 1, 1),
        ("employees", 6, 0, 1, 1, 0),
    ]
    assert shown(result, ("source", "leads", "back", "filled", "corrected", "young"), "sources") == [
        ("fair", 2, 0, 0, 0, 0),
        ("web", 4, 2, 2, 1, 1),
    ]
    assert shown(result, ("source", "field", "leads", "back"), "grid") == [
        ("web", "budget", 4, 2),
        ("web", "employees", 4, 1),
    ]
    assert result.sentence == "Sales went back for information on 2 of 6 leads handed over: too few to say more."
    assert [note.text for note in result.notes] == [
        "Leads handed over less than 30 days ago, so that sales may still go back for more: 1."
    ]


def test_a_value_told_again_is_not_another_value():
    book = Book()
    for lead, (before, after) in enumerate([(("a",), ("a",)), (("a",), ("a", "b")), (("b", "a"), ("b",))], 1):
        book.capture(lead, 0)
        for day, code in enumerate(before, 1):
            book.describe(lead, day, "budget", code)
        book.describe(lead, 1, "phone", "known")
        book.hand(lead, 10)
        for day, code in enumerate(after, 11):
            book.describe(lead, day, "budget", code, side="sales")
    book.describe(3, 12, "phone", "known", side="sales")  # the words changed, which facts do not hold
    result = ask("backtrack", sqlite_source(book.facts), as_of_s=AS_OF)
    assert shown(result, ("field", "known", "back", "corrected")) == [("budget", 3, 2, 2), ("phone", 3, 1, 1)]


def test_counts_open_their_leads():
    source, given = sqlite_source(small()), {"as_of_s": AS_OF}
    assert_counts_open_their_leads(ask("backtrack", source, **given), source, given)
    assert items("backtrack", source, given, {"field": "budget", "outcome": "back"}) == [1, 2]
    assert items("backtrack", source, given, {"field": "any_field", "outcome": "young"}) == [6]


def test_more_days_see_more():
    result = ask("backtrack", sqlite_source(small()), as_of_s=AS_OF, within_days=40)
    assert ("need", 1) in shown(result, ("field", "back"))


def many(copies):
    facts = []
    for copy in range(copies):
        book = Book()
        book.facts = small()
        facts += [
            {**fact, "lead_id": fact["lead_id"] + 10 * copy} for fact in book.facts if fact["kind"] != "corrected"
        ]
    return [{**fact, "seq": seq} for seq, fact in enumerate(facts, 1)]


def test_the_sentence_names_the_fields_that_may_be_the_most_frequent():
    result = ask("backtrack", sqlite_source(many(3)), as_of_s=AS_OF)
    # Without the correction lead 5 counts too: 3 of 6 leads, and for the budget all three of them.
    assert result.sentence == (
        "Sales went back for information on 9 of 18 leads handed over: 50% (29% to 71%). "
        "Most often for: budget, employees."
    )
    assert shown(result, ("back_share", "filled_share", "support"))[0] == (0.5, pytest.approx(6 / 15), "few")
    none = ask("backtrack", sqlite_source(many(3)), as_of_s=START + 11 * 86_400)
    assert none.sentence == (
        "Sales went back for information on none of 15 leads handed over (0% to 20% would fit that as well)."
    )
    assert ask("backtrack", sqlite_source(small()), as_of_s=START).sentence_key == "backtrack.none"
