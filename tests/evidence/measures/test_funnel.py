"""The funnel tells a stage that nobody records from a stage that nobody reaches."""

from __future__ import annotations

from leadpact.evidence.catalogue import ask
from tests.evidence.company import AS_OF, sqlite_source
from tests.evidence.measures.book import Book


def noted(*stages, leads=30):
    book = Book()
    for lead in range(1, leads + 1):
        book.capture(lead, 0)
        for day, stage in enumerate(stages, 1):
            book.tell(stage, lead, day, side="sales")
    return [(note.key, note.text) for note in ask("funnel", sqlite_source(book.facts), as_of_s=AS_OF).notes]


def test_one_month_is_not_called_a_span_of_months():
    book = Book()
    for lead in range(1, 13):
        book.capture(lead, 0)
    source = sqlite_source(book.facts)
    assert ask("funnel", source, as_of_s=AS_OF).sentence.startswith("0 of 12 leads captured in 2026-01 were won: 0.0%")
    book.tell("captured", 13, 1, source="cold_call", side="sales")  # a row of its own, in the same month
    found = ask("funnel", sqlite_source(book.facts), as_of_s=AS_OF)
    assert found.sentence.startswith("0 of 13 leads captured in 2026-01 were won: 0.0%")
    book = Book()
    book.capture(1, 0)
    found = ask("funnel", sqlite_source(book.facts), as_of_s=AS_OF)
    assert found.sentence == "0 of 1 leads captured in 2026-01 were won: too few to say more."


def test_stages_left_out_are_named():
    text = (
        "Nothing is recorded of these stages, though later ones are reached: qualified, accepted, first talk. Their "
        "0% is a gap in the records, not in the leads."
    )
    assert noted("handed_over", "deal_opened", "won") == [("unrecorded", text)]


def test_a_stage_that_nothing_follows_is_one_that_nobody_reached():
    assert noted("qualified", "handed_over") == noted("won", leads=29) == []


def test_leads_accepted_and_sent_back_later_are_told_apart():
    book = Book()
    for lead in range(1, 5):
        book.capture(lead, 0)
        book.hand(lead, 1)
        book.tell("accepted", lead, 2, side="sales")
        if lead > 1:
            book.tell("rejected", lead, 3, side="sales")
    book.tell("accepted", 3, 4, side="sales")  # thought better of it
    book.hand(4, 5)  # handed over again, and taken
    book.tell("accepted", 4, 6, side="sales")
    found = ask("funnel", sqlite_source(book.facts), as_of_s=AS_OF)
    (told,) = [row for row in found.tables["stages"] if (row["found_by"], row["stage"]) == (None, "accepted")]
    assert (told["reached"], told["not_sent_back"]) == (4, 3)
    (says,) = [note.text for note in found.notes if note.key == "accepted_and_sent_back"]
    assert says.startswith("Accepted at first and sent back later, of 4 leads accepted: 1.")


def test_leads_that_were_let_through_to_be_tried_are_told_apart():
    book = Book()
    for lead in range(1, 41):
        book.capture(lead, 0)
        if lead <= 25:
            book.tell("qualified", lead, 1, side="marketing")
        if lead <= 33:  # Eight below the line, and one that was qualified before it was drawn.
            book.tell("handed_over", lead, 2, side="marketing", reason="explored" if lead >= 25 else None)
        book.tell("accepted", lead, 3, side="sales")
    found = ask("funnel", sqlite_source(book.facts), as_of_s=AS_OF)
    stages = {row["stage"]: row["reached"] for row in found.tables["stages"] if row["found_by"] is None}
    assert (stages["qualified"], stages["handed_over"]) == (25, 33)
    (says,) = [note.text for note in found.notes if note.key == "explored"]
    assert says.startswith("Below the line and never qualified, of 33 leads handed over: 8.")
    assert "explored" not in [key for key, _text in noted("qualified", "handed_over")]


def test_what_happens_within_a_second_happens_in_the_order_of_telling():
    book = Book()
    for lead in (1, 2, 3):
        book.capture(lead, 0)
    book.tell("gave_up", 1, 5, side="sales")
    book.tell("handed_over", 1, 5)  # handed over again
    book.tell("handed_over", 2, 5)
    book.tell("gave_up", 2, 5, side="sales")  # and given up at once
    book.tell("woken", 3, 5)
    book.tell("disqualified", 3, 5, side="sales")
    (row,) = [row for row in ask("funnel", sqlite_source(book.facts), as_of_s=AS_OF).rows if row["found_by"]]
    assert (row["still_open"], row["sent_back"], row["lost"]) == (1, 1, 1)
