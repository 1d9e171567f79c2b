"""Companies made from known chances: the truth lies in the ranges, where naive figures miss it."""

from __future__ import annotations

import numpy as np
import pytest

from leadpact.evidence.catalogue import ask
from tests.evidence.company import DAY, HOUR, START, sqlite_source

AS_OF = START + 200 * DAY


class Ledger:
    """Facts of many leads, in order of telling."""

    def __init__(self):
        self.facts = []

    def tell(self, kind, lead, second, **columns):
        seq = len(self.facts) + 1
        self.facts.append({"seq": seq, "kind": kind, "lead_id": lead, "occurred_s": int(second), **columns})


def half_hot_half_cold(leads, seed, is_recorded):
    """Hot leads are won at 35% per attempt, cold ones at 1%; cold ones are dropped at 50% per attempt."""
    rng = np.random.default_rng(seed)
    ledger = Ledger()
    for lead in range(1, leads + 1):
        hot = rng.random() < 0.5
        points = (85 if hot else 20) if is_recorded else 50
        ledger.tell("captured", lead, START, side="buyer", source="web")
        ledger.tell("handed_over", lead, START, side="marketing", points=points, person_id=1)
        for attempt in range(1, 11):
            ledger.tell("call", lead, START + attempt * DAY, side="sales", value_code="no_answer")
            if rng.random() < (0.35 if hot else 0.01):
                ledger.tell("won", lead, START + attempt * DAY, side="sales")
                break
            if not hot and rng.random() < 0.5:
                ledger.tell("gave_up", lead, START + attempt * DAY, side="sales")
                break
    return ledger.facts


def truth(attempt):
    return 0.5 * (1 - 0.65**attempt) + 0.5 * (1 - 0.99**attempt)


def test_like_with_like_finds_the_truth_when_the_band_is_recorded():
    source = sqlite_source(half_hot_half_cold(2500, 3, is_recorded=True))
    result = ask("persistence", source, as_of_s=AS_OF, event="won")
    for row in result.rows[:5]:
        assert row["cif_like_with_like"] == pytest.approx(truth(row["attempt"]), abs=0.03)
    for row in result.rows[1:6]:  # At attempt 1 nobody was dropped yet, and the range is that of one share.
        assert row["cif_as_run_low"] <= truth(row["attempt"]) <= row["cif_if_everyone_had_been_kept_high"]
    fifth = result.rows[4]
    naive = result.tables["naive"][4]["naive_rate"]
    assert fifth["cif_if_everyone_had_been_kept"] > truth(5) + 0.1
    assert naive > truth(5) + 0.1
    assert result.grade == "Adjusted"


def test_the_range_holds_the_truth_when_heat_is_not_recorded():
    source = sqlite_source(half_hot_half_cold(1500, 4, is_recorded=False))
    result = ask("persistence", source, as_of_s=AS_OF, event="won")
    for row in result.rows[:5]:
        assert row["cif_as_run_low"] <= truth(row["attempt"]) <= row["cif_if_everyone_had_been_kept_high"]
    assert result.grade == "Corrected"
    assert result.rows[0]["cif_like_with_like"] is None


def two_sources(leads, seed):
    """Both sources win 20% in the end, one after 20 days, one after 70 (medians); volume grows until the snapshot."""
    rng = np.random.default_rng(seed)
    ledger = Ledger()
    for lead in range(1, leads + 1):
        is_fast = rng.random() < 0.5
        born = START + 200 * DAY * np.sqrt(rng.random())
        ledger.tell("captured", lead, born, side="buyer", source="web" if is_fast else "fair")
        wins = rng.random() < 0.2
        days = rng.exponential((20 if is_fast else 70) / np.log(2)) if wins else rng.exponential(90)
        if born + days * DAY <= AS_OF:
            ledger.tell("won" if wins else "lost", lead, born + days * DAY, side="sales")
    return ledger.facts


def test_unripe_sources_are_not_held_against_them():
    facts = two_sources(4000, 11)
    result = ask("source_quality", sqlite_source(facts), as_of_s=AS_OF)
    found = {(row["source"], row["day"]): row for row in result.rows}
    for source, median in (("web", 20), ("fair", 70)):
        for day in (30, 60, 90):
            want = 0.2 * (1 - 0.5 ** ((day + 1) / median))
            row = found[source, day]
            # Three standard errors instead of two: six ranges are asked at once.
            assert abs(row["won_share"] - want) < 3 * row["won_share_se"] + 0.002
    raw = {name: found[name, 90] for name in ("web", "fair")}
    closed = sum(fact["kind"] == "won" for fact in facts) / sum(fact["kind"] in ("won", "lost") for fact in facts)
    assert all(row["won_share"] < closed for row in raw.values())


def test_clocks_still_running_do_not_bend_the_share():
    rng = np.random.default_rng(8)
    ledger = Ledger()
    for lead in range(1, 1501):
        start = AS_OF - 30 * DAY * (1 - np.sqrt(rng.random()))
        wait = rng.exponential(23.4 * HOUR)
        person = int(rng.integers(1, 7))
        ledger.tell("captured", lead, start, side="buyer", source="web")
        ledger.tell("handed_over", lead, start, person_id=person, due_s=int(start) + DAY)
        if start + wait <= AS_OF:
            ledger.tell("call", lead, start + wait, side="sales", value_code="no_answer", worked_s=int(wait))
    result = ask("sla_keeping", sqlite_source(ledger.facts), as_of_s=AS_OF)
    want = 1 - np.exp(-24 / 23.4)
    everybody = result.rows[0]
    assert everybody["kept_share_low"] <= want <= everybody["kept_share_high"]
    half = result.tables["percentiles"][0]
    assert half["seconds_low"] <= 23.4 * HOUR * np.log(2) <= half["seconds_high"]
    assert [row["flag"] for row in result.rows] == [None] * 7
    assert [row["person_id"] for row in result.rows[1:]] == [1, 2, 3, 4, 5, 6]
    touched_only = [fact["worked_s"] for fact in ledger.facts if fact["kind"] == "call"]
    assert np.median(touched_only) < 23.4 * HOUR * np.log(2)


def test_a_person_far_outside_is_flagged_and_shrunk():
    ledger = Ledger()
    lead = 0
    for person, kept in ((3, 5), (1, 45), (2, 44)):
        for place in range(50):
            lead += 1
            ledger.tell("handed_over", lead, START, person_id=person, due_s=START + HOUR)
            ledger.tell("call", lead, START + (HOUR if place < kept else 2 * HOUR), side="sales", worked_s=HOUR)
    rows = ask("sla_keeping", sqlite_source(ledger.facts), as_of_s=AS_OF).rows[1:]
    assert [(row["person_id"], row["flag"]) for row in rows] == [(1, "above"), (2, "above"), (3, "below")]
    assert 0.1 < rows[2]["shrunk_share"] < 0.2
