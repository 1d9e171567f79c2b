"""Loss reasons: by hand, and what is named where nothing differs."""

from __future__ import annotations

import numpy as np
import pytest

from leadpact.evidence.catalogue import ask, items
from leadpact.evidence.measures.loss_reasons import MEASURE, estimate
from tests.evidence.company import AS_OF, DAY, START, sqlite_source
from tests.evidence.measures.book import Book, assert_counts_open_their_leads, shown


def small():
    """Nine leads; what each is there for."""
    book = Book()
    for lead in range(1, 10):
        book.capture(lead, 0, source="web" if lead < 6 else "fair")
        book.hand(lead, 1)
    book.tell("lost", 1, 10, deal_id=1, reason="price", stage="proposal", side="sales")
    book.tell("lost", 2, 10, deal_id=2, reason="price", stage="discovery", side="buyer", pact_version=2)
    book.tell("lost", 3, 10, deal_id=3, reason="too_early", side="sales")  # its second deal counts
    book.tell("deal_opened", 3, 12, deal_id=4)
    book.tell("lost", 3, 20, deal_id=4, stage="proposal", side="sales")  # without a reason
    book.tell("lost", 4, 10, deal_id=5, reason="price", side="sales")  # won after it
    book.tell("won", 4, 30, deal_id=6)
    book.tell("rejected", 5, 2, reason="no_budget", side="sales")
    book.tell("recycled", 5, 2)
    book.tell("rejected", 6, 2, reason="no_budget", side="sales")  # came forward again
    book.tell("woken", 6, 30)
    book.tell("disqualified", 7, 3, reason="no_need", side="buyer")
    book.tell("gave_up", 8, 40, reason="silent", side="system")
    wrong = book.tell("disqualified", 9, 3, reason="no_need", side="sales")
    book.tell("corrected", 9, 4, corrects_id=wrong)
    return book.facts


def test_reasons_by_hand():
    result = ask("loss_reasons", sqlite_source(small()), as_of_s=AS_OF)
    columns = ("what", "reason", "lost", "of", "said_by_buyer", "said_by_sales", "said_by_others", "share")
    assert shown(result, columns) == [
        ("deals", "price", 2, 3, 1, 1, 0, None),
        ("deals", "no_reason", 1, 3, 0, 1, 0, None),
        ("leads", "no_budget", 1, 3, 0, 1, 0, None),
        ("leads", "no_need", 1, 3, 1, 0, 0, None),
        ("leads", "silent", 1, 3, 0, 0, 1, None),
    ]
    assert [row for row in shown(result, ("by", "value", "reason", "lost", "of"), "grid") if row[3]] == [
        ("stage", "discovery", "price", 1, 1),
        ("stage", "proposal", "no_reason", 1, 2),
        ("stage", "proposal", "price", 1, 2),
        ("version", "1", "no_reason", 1, 2),
        ("version", "1", "price", 1, 2),
        ("version", "2", "price", 1, 1),
        ("source", "fair", "no_need", 1, 2),
        ("source", "fair", "silent", 1, 2),
        ("source", "web", "no_budget", 1, 1),
        ("stage", "disqualified", "no_need", 1, 1),
        ("stage", "gave_up", "silent", 1, 1),
        ("stage", "rejected", "no_budget", 1, 1),
    ]
    assert {row["finding"] for row in result.tables["grid"]} == {"too_few"}
    assert result.sentence == "Deals lost: 3. Too few to rank their reasons."
    assert [note.text for note in result.notes] == [
        "Leads that ended without a deal: 3. Too few to rank their reasons.",
        "Deals lost without a reason: 1 of 3.",
    ]


def test_a_lead_that_is_given_up_after_its_deal_was_lost_is_one_loss():
    book = Book()
    for lead in (1, 2, 3):
        book.hand(lead, 1)
        book.tell("lost", lead, 10, deal_id=lead, reason="price", side="sales")
    book.tell("gave_up", 1, 12, reason="silent", side="sales")  # the end of the lost deal
    book.tell("woken", 2, 30)  # brought forward, and given up without another deal: a loss of its own
    book.tell("gave_up", 2, 40, reason="silent", side="sales")
    book.tell("gave_up", 3, 12, reason="silent", side="sales")
    book.tell("woken", 3, 30)  # brought forward, and open
    source, given = sqlite_source(book.facts), {"as_of_s": AS_OF}
    assert items("loss_reasons", source, given, {"what": "deals", "reason": "price"}) == [1, 2, 3]
    assert items("loss_reasons", source, given, {"what": "leads", "reason": "silent"}) == [2]


def test_counts_open_their_leads():
    source, given = sqlite_source(small()), {"as_of_s": AS_OF}
    assert_counts_open_their_leads(ask("loss_reasons", source, **given), source, given)
    assert items("loss_reasons", source, given, {"what": "deals", "reason": "price"}) == [1, 2]
    with pytest.raises(ValueError, match="no figure"):
        items("loss_reasons", source, given, {"by": "colour", "value": "red"})


def test_the_period_is_that_of_the_loss():
    source = sqlite_source(small())
    late = ask("loss_reasons", source, as_of_s=AS_OF, since_s=START + 15 * DAY)
    assert shown(late, ("what", "reason", "lost")) == [("deals", "no_reason", 1), ("leads", "silent", 1)]
    assert ask("loss_reasons", source, as_of_s=START + DAY).sentence == "No deal and no lead is lost by 2026-01-02."
    assert shown(ask("loss_reasons", source, as_of_s=AS_OF, source="fair"), ("what",)) == [("leads",), ("leads",)]


def counts_of(by_source):
    """Counts as the query gives them, for (source, reason) -> deals lost."""
    named = {"what": "deals", "stage": "none", "version": 1, "side": "sales"}
    return {"grid": [{**named, "source": s, "reason": r, "lost": n} for (s, r), n in by_source.items() if n]}


VALUES = {"as_of_s": AS_OF, "source": None}


def test_no_reason_is_crowned_that_overlaps_the_next():
    close = estimate(counts_of({("web", "price"): 30, ("web", "too_early"): 26, ("web", "other"): 5}), VALUES)
    assert (close.sentence_key, close.sentence_args["reasons"]) == ("deals_several", "price, too_early")
    clear = estimate(counts_of({("web", "price"): 60, ("web", "too_early"): 20, ("web", "other"): 20}), VALUES)
    assert (clear.sentence_key, clear.sentence_args["reason"]) == ("deals_one", "price")
    # Three categories, Goodman's limits by hand: chi-square of 1 - 0.05/3 with one degree is 5.7311.
    low, high = clear.rows[0]["share_low"], clear.rows[0]["share_high"]
    chi = 5.731082
    half = (chi**2 + 4 * 100 * 0.6 * 0.4 * chi) ** 0.5
    want = [(chi + 120 + sign * half) / (2 * (chi + 100)) for sign in (-1, 1)]
    assert (low, high) == pytest.approx(want, rel=1e-5)


def test_a_real_difference_is_named_and_only_it():
    cells = {(s, r): 40 for s in ("web", "fair", "ads") for r in ("price", "too_early", "other")}
    cells["ads", "too_early"] = 90
    found = estimate(counts_of(cells), VALUES)
    named = [(c["value"], c["reason"]) for c in found.tables["grid"] if c["finding"] == "more"]
    assert named == [("ads", "too_early")]
    assert ("source_more", {"what": "deals", "source": "ads", "reason": "too_early"}) in found.notes


def test_what_deals_show_is_said_before_how_leads_ended_and_no_version_is_no_number():
    """Leads given up are silent, which is no finding, and larger than any; version 0 is that of no pact."""
    deals = [
        {"what": "deals", "source": source, "stage": "none", "version": int(source == "ads"), "side": "sales",
         "reason": reason, "lost": 90 if (source, reason) == ("ads", "price") else 40}
        for source in ("web", "ads") for reason in ("price", "too_early")
    ]  # fmt: skip
    leads = [
        {"what": "leads", "source": "web", "stage": stage, "version": 1, "side": "", "reason": reason, "lost": 200}
        for stage, reason in (("gave_up", "silent"), ("rejected", "no_need"), ("disqualified", "other"))
    ]
    notes = [MEASURE.sentences[key].format(**args) for key, args in estimate({"grid": [*deals, *leads]}, VALUES).notes]
    assert notes[1] == "Source ads: deals lost as “price” more often than others."
    assert "Judged under no pact: deals lost as “price” less often than under one." in notes


@pytest.mark.long
def test_where_nothing_differs_hardly_anything_is_named():
    rng = np.random.default_rng(7)
    shares = np.array([0.3, 0.2, 0.15, 0.12, 0.1, 0.08, 0.05])
    sources = np.array([0.4, 0.3, 0.2, 0.1])
    named = alike = 0
    for _ in range(400):
        drawn = rng.multinomial(900, np.outer(sources, shares).ravel()).reshape(4, 7)
        cells = {(f"s{i}", f"r{j}"): int(drawn[i, j]) for i in range(4) for j in range(7)}
        found = estimate(counts_of(cells), VALUES)
        named += any(cell["finding"] in ("more", "less") for cell in found.tables["grid"])
        alike += ("alike", {}) in found.notes
    assert named + alike == 400
    assert named <= 0.09 * 400


@pytest.mark.long
def test_simultaneous_ranges_hold_all_shares_at_once():
    rng = np.random.default_rng(8)
    shares = np.array([0.35, 0.25, 0.2, 0.12, 0.08])
    held = 0
    for _ in range(400):
        drawn = rng.multinomial(200, shares)
        rows = estimate(counts_of({("web", f"r{j}"): int(n) for j, n in enumerate(drawn)}), VALUES).rows
        by_name = {row["reason"]: row for row in rows}
        held += all(
            by_name[f"r{j}"]["share_low"] <= share <= by_name[f"r{j}"]["share_high"] for j, share in enumerate(shares)
        )
    assert held >= 0.92 * 400


def test_a_single_reason_is_not_certain():
    book = Book()
    for lead in range(1, 13):
        book.capture(lead, 0)
        book.tell("lost", lead, 5, reason="price", side="sales")
    (row,) = ask("loss_reasons", sqlite_source(book.facts), as_of_s=AS_OF).rows
    # Of one share Goodman's range is Wilson's: 12 / (12 + 1.96 squared).
    assert (row["share"], row["share_low"], row["share_high"]) == (
        1,
        pytest.approx(12 / 15.841459, abs=1e-6),
        pytest.approx(1),
    )
