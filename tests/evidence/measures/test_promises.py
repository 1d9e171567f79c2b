"""Marketing's promises, counted by hand."""

from __future__ import annotations

import pytest

from leadpact.evidence.catalogue import ask, items
from leadpact.evidence.measure import BadParameter
from tests.evidence.company import AS_OF, DAY, START, sqlite_source
from tests.evidence.measures.book import Book, assert_counts_open_their_leads, shown

GIVEN = {
    "comes_with": {"": [["need"], ["phone", "email"]]},
    "after": {"": ["qualification_call"]},
    "targets": {"handoffs": {"target": 6, "per": "quarter", "from_month": 202602}},
    "promised": {"data": 0.5},
}


def small():
    """Seven leads; what each is there for. Day 0 is 1 January, the snapshot 11 April."""
    book = Book()
    for lead in range(1, 8):
        book.capture(lead, 0, source="web" if lead < 5 else "fair")
    book.describe(1, 1, "need", "known")
    book.describe(1, 1, "email", "known")
    book.tell("action_done", 1, 1, field="qualification_call", side="marketing")
    book.describe(2, 1, "need", "known")  # no phone and no mail
    book.tell("action_done", 2, 31.5, field="qualification_call", side="marketing")  # done after the hand-off
    book.describe(3, 1, "need", "known")
    book.describe(3, 1, "phone", "known")
    book.describe(3, 2, "need", "unknown")  # known no more
    hand = {1: 5, 2: 31, 3: 60, 4: 95}  # January, February, March, April
    for lead, day in hand.items():
        book.tell("queued", lead, day - 4, due_s=START + (day - 1) * DAY, reason="capacity")
        book.hand(lead, day if lead != 1 else 4)  # the first in time, the others a day late
    book.tell("queued", 5, 98, due_s=START + 112 * DAY, reason="capacity")  # still within its time
    book.tell("queued", 6, 90, due_s=START + 99 * DAY, reason="capacity")  # went back before its deadline
    book.tell("recycled", 6, 91)
    book.tell("queued", 7, 20, due_s=START + 30 * DAY, reason="capacity")  # waits on, too long
    book.tell("handed_over", 7, 96, side="sales")  # sales took it itself: too late, and no hand-off by marketing
    return book.facts


def test_promises_by_hand():
    result = ask("promises", sqlite_source(small()), as_of_s=AS_OF, **GIVEN)
    columns = ("promise", "part", "due", "kept", "missed", "running", "withdrawn", "months_kept", "months_due")
    assert shown(result, columns) == [
        ("volume", "handoffs", None, None, None, None, None, 0, 2),
        ("data", "", 4, 1, 3, 0, 0, None, None),
        ("actions", "", 4, 1, 3, 0, 0, None, None),
        ("waiting", "", 5, 1, 4, 1, 1, None, None),
    ]
    # Two a month: one in February and one in March; January lies before the goal, April is not over.
    assert shown(result, ("month", "counted", "target", "state"), "months") == [
        ("2026-01", 1, 2.0, "before_goal"),
        ("2026-02", 1, 2.0, "missed"),
        ("2026-03", 1, 2.0, "missed"),
        ("2026-04", 2, 2.0, "running"),
    ]
    assert shown(result, ("what", "names", "lacked", "of"), "lacking") == [
        ("actions", "qualification_call", 3, 4),
        ("data", "need", 2, 4),
        ("data", "phone, email", 2, 4),
    ]
    assert result.sentence == "Kept of marketing's promises that can be judged: 0 of 1."
    assert [note.key for note in result.notes] == [
        "volume", "data_few", "actions_few", "waiting_few", "lacked", "running",
    ]  # fmt: skip
    assert result.notes[0].text == "Goal for handoffs: reached in 0 of 2 months that are over."


def test_volumes_agreed_for_all_leads_are_not_held_against_some():
    result = ask("promises", sqlite_source(small()), as_of_s=AS_OF, is_part=1, **GIVEN)
    assert [row["promise"] for row in result.rows] == ["data", "actions", "waiting"]
    assert (result.tables["months"], result.notes[-1].key) == ((), "for_all")
    assert result.sentence == "What marketing promised is agreed for all leads, so it is not judged by some of them."
    assert "no_pact" not in [note.key for note in result.notes]


def verdicts():
    """Four leads handed over: taken; taken and sent back; that and taken at the next hand-off; taken twice over."""
    book = Book()
    for lead in (1, 2, 3, 4):
        book.capture(lead, 0)
        book.hand(lead, 1)
        book.tell("accepted", lead, 2, side="sales")
    for lead in (2, 3):
        book.tell("rejected", lead, 2, side="sales")  # within the same second
    for lead in (3, 4):
        book.hand(lead, 10)
        book.tell("accepted", lead, 11, side="sales")
    book.tell("accepted", 5, 3, side="sales")  # never handed over
    return book.facts


def test_goals_and_promises_count_what_sales_took_and_kept():
    source = sqlite_source(verdicts())
    given = {"targets": {"accepted_handoffs": {"target": 4, "per": "month", "from_month": 202601}}}
    result = ask("promises", source, as_of_s=AS_OF, **given)
    assert shown(result, ("month", "counted", "state"), "months")[:2] == [
        ("2026-01", 4, "kept"),
        ("2026-02", 0, "missed"),
    ]
    key = {"promise": "volume", "part": "accepted_handoffs", "month": "2026-01", "state": "counted"}
    assert items("promises", source, {"as_of_s": AS_OF, **given}, key) == [1, 3, 4, 4]
    months = ask("goals", source, as_of_s=AS_OF).tables["months"]
    counted = {(row["metric"], row["month"]): row["value"] for row in months}
    assert (counted["accepted_handoffs", "2026-01"], counted["handoffs", "2026-01"]) == (4, 6)


def test_a_lead_that_had_a_deal_or_was_given_up_waits_no_more():
    book = Book()
    for lead, kind in enumerate(("deal_opened", "won", "lost", "gave_up", "page_view"), 1):
        book.capture(lead, 0)
        book.tell("queued", lead, 1, due_s=START + 5 * DAY, reason="capacity")
        book.tell(kind, lead, 2, side="sales")
    result = ask("promises", sqlite_source(book.facts), as_of_s=AS_OF)
    assert shown(result, ("promise", "due", "missed", "withdrawn")) == [("waiting", 1, 1, 4)]


def test_months_that_lie_in_the_period_only_partly_are_not_judged():
    """From 10 February to 31 March: what February had by then is told, but only March is held against the goal."""
    given = {**GIVEN, "since_s": START + 30 * DAY, "until_s": START + 90 * DAY, "first_month": 202603}
    result = ask("promises", sqlite_source(small()), as_of_s=AS_OF, **given, last_month=202603)
    assert shown(result, ("month", "counted", "state"), "months") == [
        ("2026-02", 1, "partly"),
        ("2026-03", 1, "missed"),
    ]
    assert shown(result, ("promise", "months_kept", "months_due"))[0] == ("volume", 0, 1)
    one_day = {**GIVEN, "since_s": START + 30 * DAY, "until_s": START + 31 * DAY, "first_month": 202603}
    result = ask("promises", sqlite_source(small()), as_of_s=AS_OF, **one_day, last_month=202601)
    assert "volume" not in [row["promise"] for row in result.rows if row["months_due"]]


def test_counts_open_their_leads():
    source, given = sqlite_source(small()), {"as_of_s": AS_OF, **GIVEN}
    assert_counts_open_their_leads(ask("promises", source, **given), source, given)
    assert items("promises", source, given, {"promise": "waiting", "state": "missed"}) == [2, 3, 4, 7]
    assert items("promises", source, given, {"promise": "data", "state": "kept"}) == [1]
    # A month is written as people read it; links that were kept from before name it by its number.
    months = [
        items("promises", source, given, {"promise": "volume", "part": "handoffs", "month": month, "state": "counted"})
        for month in ("2026-04", "202604", "2026-05")
    ]
    assert (len(months[0]), months[0], months[2]) == (2, months[1], [])


def test_a_share_is_judged_from_ten_cases_on():
    facts = []
    for copy in range(3):
        facts += [{**fact, "lead_id": fact["lead_id"] + 10 * copy} for fact in small()]
    facts = [{**fact, "seq": seq} for seq, fact in enumerate(facts, 1)]
    result = ask("promises", sqlite_source(facts), as_of_s=AS_OF, **GIVEN)
    data = result.rows[1]
    assert (data["kept"], data["due"], data["kept_share"], data["verdict"]) == (3, 12, 0.25, "missed")
    assert result.sentence == "Kept of marketing's promises that can be judged: 1 of 2."
    assert "3 of 12 hand-offs came with all the data asked for: 25% (8.9% to 53%)." in [n.text for n in result.notes]
    wanted = {**GIVEN, "promised": {"data": 0.25}}
    assert ask("promises", sqlite_source(facts), as_of_s=AS_OF, **wanted).rows[1]["verdict"] == "kept"


def test_without_a_pact_only_waiting_is_judged():
    source = sqlite_source(small())
    result = ask("promises", source, as_of_s=AS_OF)
    assert shown(result, ("promise", "due")) == [("waiting", 5)]
    assert result.notes[-1].text == "No pact in force says what marketing promises, so only waiting is judged."
    assert ask("promises", source, as_of_s=START - 1).sentence_key == "promises.none"
    fair = ask("promises", source, as_of_s=AS_OF, source="fair")
    assert shown(fair, ("promise", "due", "running", "withdrawn")) == [("waiting", 1, 1, 1)]


def test_a_goal_that_cannot_be_read_is_refused():
    targets = {"handoffs": {"target": 6, "per": "decade"}}
    with pytest.raises(
        BadParameter, match=r"target of handoffs is .*; expected target, a number, and per: week, month"
    ):
        ask("promises", sqlite_source(small()), as_of_s=AS_OF, targets=targets)


@pytest.mark.parametrize(("per", "target"), [("month", 6), ("year", 0.5), ("week", pytest.approx(6 * 365.25 / 84))])
def test_goals_of_other_periods_are_taken_by_month(per, target):
    given = {"targets": {"handoffs": {"target": 6, "per": per}}}
    result = ask("promises", sqlite_source(small()), as_of_s=AS_OF, **given)
    assert result.tables["months"][0]["target"] == target
