"""The lead definition: two opinions by hand, published agreement, and drift against its chance level."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from leadpact.evidence.association import drift
from leadpact.evidence.catalogue import MEASURES, ask, items
from tests.evidence.company import AS_OF, DAY, START, sqlite_source
from tests.evidence.measures.book import Book, assert_counts_open_their_leads, shown

CASES = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "reference_cases" / "agreement"


def small():
    """Eleven leads; what each is there for."""
    book = Book()
    for lead in range(1, 12):
        book.tell("captured", lead, 0, source="web" if lead < 8 else "fair", side="sales" if lead == 9 else "buyer")
    for lead in (1, 2, 3):
        book.hand(lead, 5, points=55)
    book.tell("accepted", 1, 6)  # good, accepted
    book.tell("accepted", 2, 6)  # good, sent back after all
    book.tell("rejected", 2, 8)
    book.tell("qualified", 4, 5)  # good, waiting
    book.tell("deal_opened", 5, 6)  # held back, but sales made a deal
    book.tell("qualified", 6, 5, side="marketing")  # good, and sales took it without a hand-off
    book.tell("accepted", 6, 6)
    book.tell("disqualified", 7, 6, side="sales")  # held back, sales said no
    book.tell("disqualified", 8, 6, side="buyer")  # the buyer said no, sales did not judge
    book.tell("accepted", 9, 6)  # found by sales, never crossed: left out
    book.hand(10, 5, points=20, reason="explored")  # crossed only as a trial
    book.tell("rejected", 10, 6)
    book.hand(11, 95, points=95)  # sent back at the first hand-off, accepted at the second
    book.tell("rejected", 11, 96)
    book.hand(11, 97, points=40)
    book.tell("accepted", 11, 98)
    return book.facts


def test_two_opinions_by_hand():
    result = ask("lead_definition", sqlite_source(small()), as_of_s=AS_OF, recent_days=30)
    columns = ("marketing", "leads", "judged", "accepted", "rejected", "unjudged")
    assert shown(result, columns) == [("good", 6, 4, 2, 2, 2), ("held_back", 4, 3, 1, 2, 1)]
    assert result.tables["agreement"] == ()
    assert result.sentence == "Sales has judged 7 of 10 leads: too few to say whether you mean the same."
    # Day 100 less 30 days is lately; before it, day 5 lies within 90 days more.
    assert shown(result, ("what", "bin", "before", "after"), "mix") == [
        ("points", "20-29", 1, 0),
        ("points", "50-59", 3, 0),
        ("points", "90+", 0, 1),
        ("source", "fair", 1, 1),
        ("source", "web", 3, 0),
    ]
    assert [row["psi"] for row in result.tables["drift"]] == [None, None]


def test_every_lead_is_held_back_of_which_nobody_said_anything():
    book = Book()
    book.capture(1, 0)  # never mentioned again
    book.tell("call", 2, 1, side="sales")  # never captured, only called
    book.tell("lost", 3, 1)  # never captured, but a deal was lost
    book.tell("gave_up", 4, 1, side="sales")
    book.tell("page_view", 5, 1, side="buyer")  # a visit alone makes nobody a lead
    source = sqlite_source(book.facts)
    result = ask("lead_definition", source, as_of_s=AS_OF)
    funnel = ask("funnel", source, as_of_s=AS_OF)
    assert sum(row["leads"] for row in result.rows) == sum(row["captured"] for row in funnel.rows) == 4
    assert items("lead_definition", source, {"as_of_s": AS_OF}, {"marketing": "held_back", "answer": "leads"}) == [
        1, 2, 3, 4,
    ]  # fmt: skip


def test_a_period_goes_by_when_the_lead_was_first_heard_of():
    book = Book()
    book.tell("call", 1, 1, side="sales")  # first heard of by a call, and qualified in the period
    book.tell("qualified", 1, 20)
    book.tell("call", 2, 20, side="sales")
    book.tell("qualified", 2, 40)  # qualified after the period
    source = sqlite_source(book.facts)
    given = {"as_of_s": AS_OF, "since_s": START + 10 * DAY, "until_s": START + 30 * DAY}
    assert items("lead_definition", source, given, {"marketing": "good", "answer": "leads"}) == [2]
    assert ask("funnel", source, **given).rows[0]["captured"] == 1


def test_a_lead_tried_out_is_good_once_marketing_says_so_before_sales_answers():
    book = Book()
    for lead in (1, 2, 3):
        book.capture(lead, 0)
        book.hand(lead, 5, reason="explored")
    book.hand(1, 6)  # handed over in earnest before an answer
    book.tell("accepted", 1, 7)
    book.tell("accepted", 2, 6)
    book.hand(2, 7)  # too late to be an opinion of its own
    source = sqlite_source(book.facts)
    given = {"as_of_s": AS_OF}
    assert items("lead_definition", source, given, {"marketing": "good", "answer": "leads"}) == [1]
    assert items("lead_definition", source, given, {"marketing": "held_back", "answer": "leads"}) == [2, 3]


def test_counts_open_their_leads():
    source, given = sqlite_source(small()), {"as_of_s": AS_OF, "recent_days": 30}
    assert_counts_open_their_leads(ask("lead_definition", source, **given), source, given)
    key = {"marketing": "held_back", "answer": "accepted"}
    assert items("lead_definition", source, given, key) == [5]


def test_without_a_hand_off_marketing_has_said_nothing():
    book = Book()
    for lead in range(1, 13):
        book.capture(lead, 0)
        book.tell("won", lead, 9, side="sales")
    result = ask("lead_definition", sqlite_source(book.facts), as_of_s=AS_OF)
    day = datetime.fromtimestamp(AS_OF, UTC).date().isoformat()
    assert (result.sentence, result.notes) == (
        f"Of 12 leads none was qualified or handed over by {day}; which are good nobody said.",
        (),
    )


def test_nothing_recorded_and_one_source():
    source = sqlite_source(small())
    assert ask("lead_definition", source, as_of_s=START - 1).sentence == "No leads are recorded by 2025-12-31."
    fair = ask("lead_definition", source, as_of_s=AS_OF, source="fair")
    assert shown(fair, ("marketing", "leads")) == [("good", 1), ("held_back", 2)]


def agreeing(square):
    """Leads with two opinions in these numbers."""
    book = Book()
    lead = 0
    for marketing, row in enumerate(square):
        for sales, many in enumerate(row):
            for _ in range(many):
                lead += 1
                book.capture(lead, 0)
                if marketing == 0:
                    book.tell("qualified", lead, 1)
                book.tell(("accepted", "rejected")[sales], lead, 2)
    return sqlite_source(book.facts)


def test_only_one_sided_where_sales_judged_what_was_handed_over():
    result = ask("lead_definition", agreeing([[69, 31], [2, 3]]), as_of_s=AS_OF)
    assert result.sentence == (
        "Of the leads marketing called good, sales accepted 69 of 100: 69% (59% to 77%). "
        "Of those held back sales judged 5: too few to say how often you agree."
    )
    assert [note.key for note in result.notes] == ["chosen"]


@pytest.mark.skipif(not CASES.is_dir(), reason="the published data sets are not beside this checkout")
def test_the_published_tables_through_the_measure():
    cases = json.loads((CASES / "expected.json").read_text())["cases"]
    balanced = cases[0]
    result = ask("lead_definition", agreeing(balanced["table"]), as_of_s=AS_OF)
    (row,) = result.tables["agreement"]
    assert (row["agreement"], row["kappa"]) == pytest.approx(
        (balanced["agreement"], balanced["kappa"]), abs=balanced["tolerance"]
    )
    assert row["ac1"] is None
    assert result.sentence == (
        "You agree on 85 of 100 leads: 85% (77% to 91%); 50% would be expected from tossing coins with your habits."
    )
    # The paradox at three times its size, so that both sides have thirty: the same agreement, kappa and AC1.
    paradox = cases[1]
    tripled = [[3 * many for many in each] for each in paradox["table"]]
    result = ask("lead_definition", agreeing(tripled), as_of_s=AS_OF)
    (row,) = result.tables["agreement"]
    assert (row["agreement"], row["kappa"], row["ac1"]) == pytest.approx(
        (paradox["agreement"], paradox["kappa"], paradox["ac1"]), abs=paradox["tolerance"]
    )
    assert "ac1" in [note.key for note in result.notes]


@pytest.mark.parametrize(("lately", "says"), [(10, "changed"), (40, "small"), (48, "steady")])
def test_drift_beyond_chance_that_is_a_trifle_is_called_so(lately, says):
    """Of 1,000 leads half had few points; of the 500 handed over lately so many in a hundred have."""
    book = Book()
    for lead in range(1_500):
        is_lately = lead >= 1_000
        is_low = (lead - 1_000) % 100 < lately if is_lately else lead % 2 == 0
        book.capture(lead, 0)
        book.hand(lead, 95 if is_lately else 20, points=25 if is_low else 75)
    source = sqlite_source(book.facts)
    keys = [note.key for note in ask("lead_definition", source, as_of_s=AS_OF, recent_days=30).notes]
    assert keys == [f"points_{says}"]
    of_a_period = ask("lead_definition", source, as_of_s=AS_OF, recent_days=30, since_s=START).notes
    assert [note.key for note in of_a_period] == [*keys, "whatever_period"]


def test_drift_is_called_only_when_it_is_neither_chance_nor_a_trifle():
    assert drift([100, 100, 100], [60, 100, 140]).is_changed
    assert not drift([10, 10, 10], [6, 10, 14]).is_changed  # as far apart, but chance does that
    assert not drift([100_000, 100_000], [101_000, 99_000]).is_changed  # real, but a trifle
    assert drift([1], [2]) is None
    found = drift([100, 100], [50, 50])
    assert found.psi == pytest.approx(0)
    assert found.critical == pytest.approx(3.841459 * (1 / 200 + 1 / 100), rel=1e-6)


@pytest.mark.long
def test_drift_is_rarely_called_where_nothing_changed():
    rng = np.random.default_rng(11)
    above = changed = 0
    for _ in range(1000):
        before, after = rng.multinomial(200, [0.1] * 10), rng.multinomial(200, [0.1] * 10)
        found = drift(before, after)
        above += found.psi > 0.1
        changed += found.is_changed
    assert above > 250  # the fixed line alone would cry wolf in a third of all months
    assert 0.02 * 1000 <= changed <= 0.07 * 1000


@pytest.mark.long
def test_kappas_range_holds_the_truth():
    rng = np.random.default_rng(12)
    from leadpact.evidence.association import kappa

    truth = np.array([[0.5, 0.15], [0.1, 0.25]])
    chance = truth.sum(axis=1) @ truth.sum(axis=0)
    want = (np.trace(truth) - chance) / (1 - chance)
    held = 0
    for _ in range(500):
        found = kappa(rng.multinomial(150, truth.ravel()).reshape(2, 2).tolist())
        held += found.low <= want <= found.high
    assert held >= 0.92 * 500


def test_a_distance_has_two_digits_in_the_table_as_in_the_picture_and_in_words():
    columns = {each.name: each for layout in MEASURES["lead_definition"].layouts for each in layout.columns}
    assert (columns["psi"].digits, columns["critical"].digits) == (2, 2)
