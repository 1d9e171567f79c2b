"""How good the scoring is: by hand, and for scores of known quality."""

from __future__ import annotations

import numpy as np
import pytest

from leadpact.evidence.calibration import calibration, concordance, equal_bins, rising
from leadpact.evidence.catalogue import MEASURES, ask, items
from leadpact.evidence.measures.scoring_quality import estimate
from tests.evidence.company import AS_OF, START, sqlite_source
from tests.evidence.measures.book import Book, assert_counts_open_their_leads, shown

VALUES = {"as_of_s": AS_OF, "source": None, "event": "accepted", "within_days": 90}


def small():
    """Seven leads handed over with points; what each is there for."""
    book = Book()
    for lead, (day, points) in enumerate(((1, 5), (1, 35), (2, 38), (3, 95), (9, 90), (60, 70), (99, None)), 1):
        book.capture(lead, 0, source="web" if lead < 5 else "fair")
        book.hand(lead, day, points=points)
    book.tell("rejected", 1, 2)
    book.tell("accepted", 2, 2)
    book.tell("won", 2, 50)
    book.tell("rejected", 3, 4)
    book.tell("accepted", 4, 4)
    book.tell("won", 4, 96)  # later than 90 days after the hand-off
    book.tell("accepted", 6, 61)
    book.tell("won", 6, 62)  # not handed over long enough ago
    return book.facts


def test_bands_by_hand():
    source = sqlite_source(small())
    result = ask("scoring_quality", source, as_of_s=AS_OF)
    columns = ("band", "judged", "had", "had_share")
    assert shown(result, columns) == [
        ("below 10", 1, 0, None),
        ("30 to 39", 2, 1, None),
        ("70 to 79", 1, 1, None),
        ("90 or more", 1, 1, None),
    ]
    assert result.sentence == ("Leads with points that can be judged: 5, successes: 3. Too few to judge the scoring.")
    assert [(note.key, note.args) for note in result.notes] == [
        ("unscored", {"leads": 1}),
        ("accepted_waiting", {"leads": 1}),
    ]
    won = ask("scoring_quality", source, as_of_s=AS_OF, event="won")
    assert shown(won, columns) == [
        ("below 10", 1, 0, None),
        ("30 to 39", 2, 1, None),
        ("90 or more", 2, 0, None),
    ]
    assert [(note.key, note.args) for note in won.notes] == [
        ("unscored", {"leads": 1}),
        ("won_waiting", {"leads": 1, "days": 90}),
    ]


def test_counts_open_their_leads():
    source = sqlite_source(world(2, 200))
    for event in ("accepted", "won"):
        given = {"as_of_s": AS_OF, "event": event, "within_days": 10}
        assert_counts_open_their_leads(ask("scoring_quality", source, **given), source, given)
    source = sqlite_source(small())
    key = {"edge": "30", "event": "won", "figure": "judged"}
    assert items("scoring_quality", source, {"as_of_s": AS_OF}, key) == [2, 3]
    assert items("scoring_quality", source, {"as_of_s": AS_OF, "source": "fair"}, key) == []


def test_one_source_alone_and_nothing():
    source = sqlite_source(small())
    fair = ask("scoring_quality", source, as_of_s=AS_OF, source="fair")
    assert shown(fair, ("band", "judged")) == [("70 to 79", 1)]
    assert ask("scoring_quality", source, as_of_s=START).sentence_key == "scoring_quality.none"


def test_rising_shares_pool_what_falls():
    # 1/4 and 3/4 rise; 2/4 falls behind 3/4, so both are 5/8; half an event and one lead are added to each pool.
    assert rising([1, 3, 2], [4, 4, 4]) == pytest.approx([1 / 4, 5 / 8, 5 / 8])
    assert rising([3, 2, 1], [4, 4, 4]) == pytest.approx([6 / 12] * 3)
    assert rising([1, 3, 2], [4, 4, 4], 0.5) == pytest.approx([1.5 / 5, 5.5 / 9, 5.5 / 9])


def test_rising_shares_never_fall_though_a_band_has_one_lead():
    # With half a lead added the first would be 1 of 4, and the second, of a hundred times as many, less: 3 of 202.
    assert rising([0, 1], [1, 100]) == pytest.approx([0, 1 / 100])
    assert equal_bins(np.array([5, 5, 30, 5, 5]), 5).tolist() == [0, 0, 2, 4, 4]


def test_concordance_by_hand():
    # Successes at ranks 1, 2, 2, failures at 0, 1, 2: pairs won 3 + ... counted one by one.
    events, others = np.array([0, 1, 2]), np.array([1, 1, 1])
    wins = (1 + 0.5) + 2 * (1 + 1 + 0.5)
    assert concordance(events, others).value == pytest.approx(wins / 9)
    assert concordance(np.array([0, 3]), np.array([3, 0])) == (1.0, 1.0, 1.0)
    assert concordance(np.array([0, 0]), np.array([3, 0])) is None


def test_spiegelhalters_z_by_hand():
    found = calibration(np.array([0, 1]), np.array([0.2, 0.7]), np.array([30, 60]), np.array([100, 100]))
    top = (30 - 20) * 0.6 + (60 - 70) * -0.4
    spread = 100 * 0.36 * 0.16 + 100 * 0.16 * 0.21
    assert found.z == pytest.approx(top / spread**0.5)
    assert found.error == pytest.approx(0.1)


def world(seed, leads=1500, shift=0.0):
    """Points foretell acceptance; in the later half all chances change by ``shift``."""
    rng = np.random.default_rng(seed)
    book = Book()
    for lead in range(1, leads + 1):
        points, day = int(rng.integers(0, 101)), 84 * lead / leads
        book.hand(lead, day, points=points)
        if rng.random() < 0.1 + 0.7 * points / 100 + (shift if day >= 42 else 0.0):
            book.tell("accepted", lead, day + 1)
            book.tell("won", lead, day + 2)
        else:
            book.tell("rejected", lead, day + 1)
    return book.facts


def test_a_good_score_ranks_well_and_fits():
    result = ask("scoring_quality", sqlite_source(world(1)), as_of_s=AS_OF)
    (line,) = result.tables["quality"]
    # Two leads with points x and y: chances 0.1 + 0.7 x and 0.1 + 0.7 y give a concordance of 0.7457.
    x = np.arange(101) / 100
    with_it, without = 0.1 + 0.7 * x, 0.9 - 0.7 * x
    truth = sum(a * (without[:i].sum() + without[i] / 2) for i, a in enumerate(with_it)) / with_it.sum() / without.sum()
    assert line["concordance_low"] < truth < line["concordance_high"]
    assert (line["fits"], result.grade, result.sentence_key) == (True, "Counted", "scoring_quality.accepted")
    assert line["learned"] + line["tested"] == line["judged"] == 1500
    assert line["error"] <= line["error_by_chance"]
    assert [note.key for note in result.notes] == ["fits"]
    assert len(result.tables["reliability"]) == 10


def test_a_score_that_no_longer_fits_is_said_to():
    result = ask("scoring_quality", sqlite_source(world(1, shift=-0.2)), as_of_s=AS_OF)
    (line,) = result.tables["quality"]
    assert (line["fits"], [note.key for note in result.notes]) == (False, ["off", "means"])
    assert line["observed"] < line["foretold"]


def few_earlier_leads(seed):
    """A score that holds, learned from few leads of each number of points and held against many."""
    truth, rng = 0.5 * (np.arange(101) / 100) ** 4, np.random.default_rng(seed)
    rows = []
    for week, many in ((1, 100), (2, 99)):
        leads = rng.multinomial(many, np.full(101, 1 / 101))
        events = rng.binomial(leads, truth)
        rows += [
            {"week": week, "is_scored": 1, "points": x, "leads": n, "accepted_judged": n, "accepted": k}
            for x, (n, k) in enumerate(zip(leads.tolist(), events.tolist(), strict=True))
            if n
        ]
    return {"by_points": rows}


def test_z_stands_beside_what_chance_gives_a_score_that_was_learned_from_few_leads():
    """A bare z beyond 1.96 would contradict that they hold; within the range beside it, it does not."""
    beyond = outside = 0
    for seed in range(20):
        found = estimate(few_earlier_leads(seed), VALUES)
        (line,) = found.tables["quality"]
        assert line["z_by_chance_high"] > 3
        is_within = line["z_by_chance_low"] <= line["z"] <= line["z_by_chance_high"]
        beyond += abs(line["z"]) > 1.96
        outside += not is_within
        named = {"z_beyond", "z_within"} & {key for key, _ in found.notes}
        assert named == (set() if line["fits"] == is_within else {"z_beyond" if line["fits"] else "z_within"})
    assert (beyond, outside) == (2, 0)


def test_what_a_score_is_off_by_is_said_in_percentage_points():
    result = ask("scoring_quality", sqlite_source(world(1)), as_of_s=AS_OF)
    (line,) = result.tables["quality"]
    assert f"is off by {100 * line['error']:.1f} percentage points from" in result.notes[0].text
    assert f"off by up to {100 * line['error_by_chance']:.1f}." in result.notes[0].text
    kinds = {column.name: column.kind for column in MEASURES["scoring_quality"].layouts[2].columns}
    assert (kinds["error"], kinds["error_by_chance"]) == ("points", "points")


def test_points_that_do_worse_than_fewer_points_are_named():
    rows = [
        {"points": points, "week": week, "is_scored": 1, "leads": 100, "accepted_judged": 100, "accepted": accepted}
        for week in (1, 2)
        for points, accepted in ((15, 20), (25, 60), (35, 20))
    ]
    found = estimate({"by_points": rows}, VALUES)
    assert ("falls", {"lower": "20 to 29", "upper": "30 to 39"}) in found.notes


@pytest.mark.long
def test_a_perfect_score_is_called_off_in_few_companies_and_the_rank_holds_the_truth():
    x = np.arange(101) / 100
    truth = 0.1 + 0.7 * x
    pair = sum(a * ((1 - truth)[:i].sum() + (1 - truth)[i] / 2) for i, a in enumerate(truth))
    want = pair / truth.sum() / (1 - truth).sum()
    rng = np.random.default_rng(3)
    called = held = 0
    for _ in range(300):
        leads = rng.multinomial(1000, np.full(101, 1 / 101))
        events = rng.binomial(leads, truth)
        found = calibration(equal_bins(leads), truth, events, leads)
        called += found.error > found.by_chance
        ranked = concordance(events, leads - events)
        held += ranked.low <= want <= ranked.high
    assert 0.02 * 300 <= called <= 0.09 * 300
    assert held >= 0.91 * 300


@pytest.mark.long
def test_a_score_that_holds_is_called_off_in_few_companies():
    truth = 0.1 + 0.7 * np.arange(101) / 100
    rng = np.random.default_rng(4)
    off = 0
    for _ in range(200):
        rows = []
        for week in (1, 2):
            leads = rng.multinomial(400, np.full(101, 1 / 101))
            events = rng.binomial(leads, truth)
            named = {"week": week, "is_scored": 1}
            rows += [
                {**named, "points": x, "leads": int(n), "accepted_judged": int(n), "accepted": int(k)}
                for x, (n, k) in enumerate(zip(leads, events, strict=True))
                if n
            ]
        off += not estimate({"by_points": rows}, VALUES).tables["quality"][0]["fits"]
    assert off <= 0.09 * 200
