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


def test_stages_left_out_are_named():
    text = (
        "Nothing is recorded of these stages, though later ones are reached: qualified, accepted, first talk. Their "
        "0% is a gap in the records, not in the leads."
    )
    assert noted("handed_over", "deal_opened", "won") == [("unrecorded", text)]


def test_a_stage_that_nothing_follows_is_one_that_nobody_reached():
    assert noted("qualified", "handed_over") == noted("won", leads=29) == []
