"""What the next attempt is worth, by score band."""

from __future__ import annotations

import pytest

from leadpact.evidence.catalogue import ask, items
from tests.evidence.company import DAY, START, sqlite_source
from tests.evidence.measures.book import Book

AS_OF = START + 300 * 86_400


def test_value_and_stopping_point_are_those_of_the_band():
    """100 hot leads: 40, then 20 of the 60 left are won. 100 cold ones: 4, then 1 of the 96 left."""
    book = Book()
    lead = 0
    for points, first, second in ((85, 40, 20), (20, 4, 1)):
        for place in range(100):
            lead += 1
            book.hand(lead, 0, points=points, source="web")
            wins = 1 if place < first else 2 if place < first + second else 0
            for attempt in (1, 2):
                book.tell("call", lead, attempt, side="sales", value_code="no_answer")
                if attempt == wins:
                    book.tell("won", lead, attempt, 1, side="sales")
                    break
            if not wins:
                book.tell("gave_up", lead, 3, side="sales")
    given = {"deal_value_minor": 100_000, "attempt_cost_minor": 5_000, "currency": "EUR", "event": "won"}
    result = ask("persistence", sqlite_source(book.facts), as_of_s=AS_OF, **given)
    found = {
        (row["band"], row["attempt"]): (row["worth_minor"], row["going_on_minor"]) for row in result.tables["bands"]
    }
    hot_second = 100_000 / 3 - 5_000
    assert found["80+", 2] == pytest.approx((100_000 / 3, hot_second))
    assert found["80+", 1] == pytest.approx((40_000, 40_000 - 5_000 + 0.6 * hot_second))
    # A cold lead's attempts are worth 4,000 and about 1,042, and cost 5,000: not one is worth it.
    assert found["0-39", 2] == pytest.approx((100_000 / 96, 0))
    assert found["0-39", 1] == pytest.approx((4_000, 0))
    stops = {row["band"]: (row["stop_after"], row["is_seen"]) for row in result.tables["stop_points"]}
    assert (stops["80+"], stops["0-39"]) == ((2, False), (0, True))
    bare = ask("persistence", sqlite_source(book.facts), as_of_s=AS_OF, event="won")
    assert {row["worth_minor"] for row in bare.tables["bands"]} == {None}
    naive = [(row["attempt"], row["leads"], row["event"]) for row in result.tables["naive"]]
    assert naive == [(1, 44, 44), (2, 156, 21)]
    assert "naive" in [note.key for note in result.notes]


def called_once(replied, won):
    """Sixty leads called once; so many replied, and so many of these are won."""
    book = Book()
    for lead in range(1, 61):
        book.hand(lead, 0, points=50, source="web")
        book.tell("call", lead, 1, side="sales", value_code="reached" if lead <= replied else "no_answer")
        if lead <= won:
            book.tell("won", lead, 2, side="sales")
    return sqlite_source(book.facts)


def test_where_no_reply_is_won_yet_nothing_says_what_a_reply_is_worth():
    """A worth of 0 would tell sales to stop before the first call."""
    given = {"deal_value_minor": 100_000, "attempt_cost_minor": 5_000, "currency": "EUR"}
    result = ask("persistence", called_once(40, 0), as_of_s=START + 5 * 86_400, **given)
    assert [note.key for note in result.notes] == ["naive", "no_win"]
    assert result.notes[1].text == (
        "No lead that replied was won by day 4 after the reply, the last day to which 30 leads or more were followed, "
        "so nothing says what a reply is worth."
    )
    assert {row["worth_minor"] for row in result.rows} == {None}
    assert result.tables["stop_points"] == ()
    dear = ask(
        "persistence", called_once(40, 40), as_of_s=START + 5 * 86_400, **{**given, "attempt_cost_minor": 90_000}
    )
    assert "Not even the first attempt was worth what it costs." in [note.text for note in dear.notes]


def test_the_day_is_said_up_to_which_wins_after_a_reply_were_looked_at():
    """40 replied on day 1; once 15 of them are won a day later, only 25 are followed further."""
    given = {"deal_value_minor": 100_000, "attempt_cost_minor": 5_000, "currency": "EUR"}
    result = ask("persistence", called_once(40, 15), as_of_s=START + 6 * DAY, **given)
    (told,) = [note for note in result.notes if note.key == "after_reply"]
    assert told.args == {"won": pytest.approx(37.5), "days": 1, "least": 30, "latest": 180}
    assert told.text.startswith(
        "Of 100 leads that replied, 37.5 are won by day 1 after the reply: the last day, up to day 180, to which 30"
    )
    assert result.chart_data["win_after_reply_days"] == 1
    older = ask("persistence", called_once(60, 15), as_of_s=START + 6 * DAY, **given)
    assert [note.args["days"] for note in older.notes if note.key == "after_reply"] == [5]
    won = ask("persistence", called_once(40, 15), as_of_s=START + 6 * DAY, **given, event="won")
    assert "after_reply" not in [note.key for note in won.notes]
    assert won.chart_data["win_after_reply_days"] is None


def test_a_range_without_width_is_not_called_a_range():
    result = ask("persistence", called_once(40, 0), as_of_s=START + 5 * 86_400)
    assert result.sentence == (
        "Of 100 such leads about 67 reply by attempt 1 as you work today; as far as can be seen it would be as many "
        "had none been dropped."
    )


def test_a_lead_is_given_up_by_what_was_told_last_within_the_second():
    book = Book()
    for lead in (1, 2, 3, 4):
        book.tell("call", lead, 299, side="sales", value_code="no_answer")
    book.tell("gave_up", 1, 299, 1, side="sales")
    book.tell("call", 1, 299, 1, side="sales", value_code="no_answer")  # tried again at once: still open
    book.tell("call", 2, 299, 1, side="sales", value_code="no_answer")
    book.tell("gave_up", 2, 299, 1, side="sales")
    book.tell("gave_up", 3, 299, 1, side="sales")
    book.tell("woken", 3, 299, 1)  # brought forward at once: still open
    book.tell("woken", 4, 299, 1)
    book.tell("disqualified", 4, 299, 1, side="sales")
    source = sqlite_source(book.facts)
    found = {
        end: items("persistence", source, {"as_of_s": AS_OF}, {"outcome": end}) for end in ("open", "gave_up", "lost")
    }
    assert found == {"open": [1, 3], "gave_up": [2], "lost": [4]}


def test_attempts_and_answers_within_a_second_go_by_the_order_of_telling():
    book, sales = Book(), {"side": "sales", "value_code": "no_answer"}
    book.tell("call", 1, 1, **sales)  # before the hand-off of its second: not an attempt of it
    for lead in (1, 2, 3, 4):
        book.hand(lead, 1)
        book.tell("call", lead, 1, **sales)
    book.tell("deal_opened", 2, 2, side="sales")
    book.tell("call", 2, 2, **sales)  # after the deal of its second
    book.tell("disqualified", 3, 2, side="sales")
    book.tell("email", 3, 2, side="buyer")  # an answer after the end is none
    book.tell("email", 4, 2, side="buyer")
    book.tell("disqualified", 4, 2, side="sales")
    source, given = sqlite_source(book.facts), {"as_of_s": AS_OF}
    result = ask("persistence", source, **given)
    assert [(row["attempt"], row["at_risk"]) for row in result.rows] == [(1, 4)]
    assert items("persistence", source, given, {"outcome": "event"}) == [2, 4]
    assert items("persistence", source, given, {"outcome": "lost"}) == [3]


def test_a_period_goes_by_when_a_lead_was_first_handed_over_or_else_heard_of():
    book = Book()
    for lead, hand in ((1, None), (2, None), (3, 20), (4, 40)):
        day = 20 if lead == 2 else 1
        book.tell("qualified", lead, day, side="marketing")  # never captured; the first that is told of it
        if hand:
            book.hand(lead, hand)
        book.tell("call", lead, 41 if lead in (2, 4) else 25, side="sales", value_code="no_answer")
    source = sqlite_source(book.facts)
    given = {"as_of_s": AS_OF, "since_s": START + 10 * DAY, "until_s": START + 30 * DAY}
    assert items("persistence", source, given, {"outcome": "ended"}) == [2, 3]


def test_the_kept_are_no_limit_where_the_warmer_ones_were_dropped():
    """Of the warm source half are dropped after the first call, of the cold one nobody: the mix at call 2 is colder."""
    book = Book()
    lead = 0
    for source, first, dropped, second in (("warm", 0, 160, 20), ("cold", 0, 0, 0)):
        for place in range(200):
            lead += 1
            book.tell("captured", lead, 0, source=source, side="buyer")
            book.tell("call", lead, 1, side="sales", value_code="no_answer")
            if first <= place < dropped:
                book.tell("gave_up", lead, 2, side="sales")
                continue
            reached = "reached" if place < dropped + second else "no_answer"
            book.tell("call", lead, 2, side="sales", value_code=reached)
            book.tell("gave_up", lead, 3, side="sales")
    result = ask("persistence", sqlite_source(book.facts), as_of_s=AS_OF)
    # Kept: 20 of 240 at the second call. Like with like: half of 20 of 40.
    last = result.rows[1]
    assert last["cif_if_everyone_had_been_kept"] == pytest.approx(20 / 240)
    assert last["cif_like_with_like"] == pytest.approx(0.25)
    assert (
        "it would be 8 if the dropped were like the kept, and about 25 if they were like kept ones" in result.sentence
    )
    assert "so neither is a limit from above" in result.sentence


def test_silence_after_a_reply_gives_a_lead_up_where_the_win_counts():
    """Of 40 that replied at once, ten fell silent, ten talk still, ten have a deal and ten are won."""
    book = Book()
    for lead in range(1, 41):
        book.hand(lead, 0, points=50, source="web")
        book.tell("call", lead, 1, side="sales", value_code="reached")
        if 10 < lead <= 20:
            book.tell("email", lead, 290, side="buyer", value_code="reply")
        if lead > 20:
            book.tell("deal_opened", lead, 2, side="sales", deal_id=lead)
        if lead > 30:
            book.tell("won", lead, 3, side="sales", deal_id=lead)

    def ends(**given):
        [row] = ask("persistence", sqlite_source(book.facts), as_of_s=AS_OF, **given).rows
        return tuple(row[f"{name}_here"] for name in ("event", "lost", "gave_up", "open"))

    assert ends(event="won") == (10, 0, 10, 20)
    assert ends(event="won", rest_days=8) == (10, 0, 20, 10)
    assert ends(event="reply") == (40, 0, 0, 0)
