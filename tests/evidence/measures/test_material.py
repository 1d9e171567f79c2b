"""Material: use and deals counted by hand, the published ratio within strata, and no credit for what came later."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from leadpact.evidence.association import mantel_haenszel
from leadpact.evidence.catalogue import ask
from leadpact.evidence.measures.material import standardised
from leadpact.evidence.pictures import of_outcomes
from tests.evidence.company import AS_OF, DAY, sqlite_source
from tests.evidence.measures.book import Book, assert_counts_open_their_leads, shown

CASES = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "reference_cases"


def told(copies=1):
    """Three deals and some material.

    1  discovery on day 5, proposal on day 10, won on day 20; piece 1 sent on day 4 and read on day 12, piece 2 on day 15
    2  discovery on day 5, lost on day 9; piece 1 sent by marketing on day 20, after all was over
    3  discovery on day 5, proposal on day 8, back to discovery on day 9, still there; nothing sent
    4  no deal; piece 3 read on day 95
    """
    book = Book()
    for copy in range(copies):
        lead, deal = 10 * copy, 100 * copy
        sales, buyer = {"side": "sales"}, {"side": "buyer"}
        book.tell("asset_sent", lead + 1, 4, asset_id=1, **sales)
        book.tell("asset_viewed", lead + 1, 12, asset_id=1, **buyer)
        book.tell("asset_viewed", lead + 1, 15, asset_id=2, **buyer)
        for each in (1, 2, 3):
            book.tell("deal_opened", lead + each, 5, deal_id=deal + each, stage="discovery", **sales)
        book.tell("stage_changed", lead + 1, 10, deal_id=deal + 1, stage="proposal", **sales)
        book.tell("won", lead + 1, 20, deal_id=deal + 1, stage="proposal", **sales)
        book.tell("lost", lead + 2, 9, deal_id=deal + 2, stage="discovery", **sales)
        book.tell("asset_sent", lead + 2, 20, asset_id=1, side="marketing")
        book.tell("stage_changed", lead + 3, 8, deal_id=deal + 3, stage="proposal", **sales)
        book.tell("stage_changed", lead + 3, 9, deal_id=deal + 3, stage="discovery", **sales)
        book.tell("asset_viewed", lead + 4, 95, asset_id=3, **buyer)
        book.tell("asset_viewed", lead + 4, 96, **buyer)
    return book.facts


STAGES = "discovery,proposal"


def test_use_by_hand():
    result = ask("material", sqlite_source(told()), as_of_s=AS_OF, stages=STAGES)
    columns = ("asset_id", "sent_by_sales", "sent_by_marketing", "viewed", "leads_sent", "leads_viewed")
    assert shown(result, columns) == [(1, 1, 1, 1, 2, 1), (2, 0, 0, 1, 0, 1), (3, 0, 0, 1, 0, 1)]
    assert shown(result, ("deals_with", "won_with", "deals", "last_used_on", "is_unused")) == [
        (1, 1, 3, "2026-01-21", False),
        (1, 1, 3, "2026-01-16", False),
        (0, 0, 3, "2026-04-06", False),
    ]
    later = ask("material", sqlite_source(told()), as_of_s=AS_OF + 20 * DAY, available={"9": 0, "1": 0})
    assert shown(later, ("asset_id", "is_unused")) == [(1, True), (2, True), (3, False), (9, True)]
    assert [note.key for note in later.notes] == []


def test_people_read_titles_and_the_number_where_there_is_none():
    """The number stays beside the title; without one a piece goes by its number, and so does the picture."""
    titles = {"1": "Case study: Acme, ROI", "2": "price_list"}
    result = ask("material", sqlite_source(told()), as_of_s=AS_OF, stages=STAGES, titles=titles)
    called = [(1, "Case study: Acme, ROI"), (2, "price_list"), (3, "material 3")]
    assert shown(result, ("asset_id", "title")) == called
    assert set(shown(result, ("asset_id", "title"), "stages")) == set(called[:2])
    links = ask("referral", sqlite_source(told()), as_of_s=AS_OF, titles=titles)
    assert set(shown(links, ("name", "title"), "links")) == {("1", "Case study: Acme, ROI")}
    alike = {"deals_share": 0.5, "odds_ratio": 1.0, "finding": "alike"}
    (picture,) = of_outcomes.material({"rows": [row | alike for row in result.rows]})
    assert [dot.name.english() for dot in picture.rows] == [title for _, title in called]


def test_stages_by_hand():
    result = ask("material", sqlite_source(told()), as_of_s=AS_OF, stages=STAGES)
    columns = ("asset_id", "stage", "moved_with", "with_it", "moved_without", "without_it")
    # From discovery 1 and 3 moved on, 2 was lost; from proposal 1 was won, 3 went back. Piece 2 came at the proposal.
    assert shown(result, columns, "stages") == [
        (1, "discovery", 1, 1, 1, 2), (1, "proposal", 1, 1, 0, 1), (2, "discovery", 0, 0, 2, 3),
        (2, "proposal", 1, 1, 0, 1),
    ]  # fmt: skip
    assert all(row["finding"] == "too_few" for row in result.rows)


def test_deals_with_and_without_in_twelve_companies():
    result = ask("material", sqlite_source(told(12)), as_of_s=AS_OF, stages=STAGES)
    first = result.rows[0]
    assert (first["visits_with"], first["visits_without"]) == (24, 36)
    assert first["odds_ratio"] is None  # nobody who had it stayed behind, so there is no ratio
    assert first["difference"] == pytest.approx(36 / 60 * 0.5 + 24 / 60 * 1)
    assert first["covered_share"] == 1
    assert result.sentence_key == "material.used"


def test_counts_open_their_leads():
    for given in ({}, {"since_s": AS_OF - 90 * DAY}):
        asked = {"as_of_s": AS_OF, **given}
        source = sqlite_source(told(2))
        assert_counts_open_their_leads(ask("material", source, **asked), source, asked)


def confounded(rng, deals, effect=0.0):
    """Late stages win more and get more material; within a stage the material adds ``effect``."""
    book = Book()
    for deal in range(1, deals + 1):
        stage = "late" if rng.random() < 0.5 else "early"
        had = rng.random() < (0.7 if stage == "late" else 0.2)
        won = rng.random() < (0.7 if stage == "late" else 0.3) + effect * had
        book.tell("deal_opened", deal, 1, deal_id=deal, stage=stage, side="sales")
        if had:
            book.tell("asset_sent", deal, 2, asset_id=1, side="sales")
        book.tell("won" if won else "lost", deal, 3, deal_id=deal, side="sales")
    return book.facts


def test_within_stages_nothing_is_left_of_what_stages_explain():
    import random

    result = ask("material", sqlite_source(confounded(random.Random(2), 900)), as_of_s=AS_OF)
    (row,) = result.rows
    assert row["crude_odds_ratio"] > 1.8
    assert row["odds_ratio_low"] < 1 < row["odds_ratio_high"]
    assert row["finding"] == "alike"
    assert result.grade == "Adjusted"
    strong = ask("material", sqlite_source(confounded(random.Random(2), 900, 0.25)), as_of_s=AS_OF)
    assert "Within the same stage, deals that had it moved on more often: material 1." in [
        note.text for note in strong.notes
    ]


@pytest.mark.skipif(not CASES.is_dir(), reason="the published data sets are not beside this checkout")
def test_berkeley():
    want = json.loads((CASES / "stratified/ucb_admissions.expected.json").read_text())
    with (CASES / "stratified/ucb_admissions.csv").open() as lines:
        rows = list(csv.DictReader(lines))
    count = {(row["outcome"], row["group"], row["stratum"]): int(row["n"]) for row in rows}
    tables = [
        tuple(count[outcome, group, s] for group in ("Male", "Female") for outcome in ("Admitted", "Rejected"))
        for s in "ABCDEF"
    ]
    found = mantel_haenszel(tables)
    assert found.value == pytest.approx(want["mantel_haenszel_odds_ratio"], abs=want["tolerance"])
    assert (found.low, found.high) == pytest.approx(want["ci95"], abs=want["tolerance"])
    value, band, covered = standardised(tables)
    assert band.low < value < band.high
    assert covered == 1


def test_none():
    result = ask("material", sqlite_source([]), as_of_s=AS_OF)
    assert result.sentence == "No material was sent or read yet."
