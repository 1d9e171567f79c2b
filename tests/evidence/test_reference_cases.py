"""Published numbers, reproduced to their stated tolerances."""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import pytest

from leadpact.evidence.association import gwet, kappa, mantel_haenszel, odds_ratio
from leadpact.evidence.catalogue import ask
from leadpact.evidence.life_table import incidence, life_table, percentile
from leadpact.evidence.source import on_connection
from leadpact.evidence.uncertainty import (
    benjamini_hochberg,
    goodman,
    kleinman,
    newcombe,
    prior_by_moments,
    wilson,
)
from tests.evidence.company import sqlite_connection

CASES = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "reference_cases"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the published data sets are not beside this checkout")


def expected(path):
    return json.loads((CASES / path).read_text())


def table(path):
    with (CASES / path).open() as lines:
        return list(csv.DictReader(lines))


def km(rows):
    times = sorted({float(row["time"]) for row in rows})
    ended = Counter((float(row["time"]), row["event"]) for row in rows)
    return life_table(times, [ended[t, "1"] for t in times], [ended[t, "0"] for t in times])


def at_events(curve):
    return curve.events > 0


def median(curve):
    found = percentile(curve, 0.5)
    return found.time, [found.low, found.high]


def test_remission_under_6mp():
    want = expected("kaplan_meier/remission_6mp.expected.json")
    curve = km(table("kaplan_meier/remission_6mp.csv"))
    seen = at_events(curve)
    assert curve.time[seen].tolist() == want["time"]
    assert curve.at_risk[seen].tolist() == want["at_risk"]
    assert curve.events[seen].tolist() == want["events"]
    for got, name in ((curve.survival, "survival"), (curve.se, "greenwood_se"), (curve.low, "loglog95_lower")):
        assert got[seen] == pytest.approx(want[name], abs=want["tolerance"])
    assert curve.high[seen] == pytest.approx(want["loglog95_upper"], abs=want["tolerance"])
    assert median(curve) == (want["median"], want["median_loglog95"])


@pytest.mark.parametrize("group", ["Maintained", "Nonmaintained"])
def test_aml_maintenance(group):
    whole = expected("kaplan_meier/aml_maintenance.expected.json")
    want = whole[group]
    curve = km([row for row in table("kaplan_meier/aml_maintenance.csv") if row["group"] == group])
    seen = at_events(curve)
    assert curve.time[seen].tolist() == want["time"]
    assert curve.at_risk[seen].tolist() == want["at_risk"]
    assert curve.survival[seen] == pytest.approx(want["survival"], abs=whole["tolerance"])
    if "greenwood_se" in want:
        assert curve.se[seen] == pytest.approx(want["greenwood_se"], abs=whole["tolerance"])
    assert median(curve) == (want["median"], want["median_loglog95"])


def test_teachers_leaving():
    want = expected("discrete_life_table/teachers.expected.json")
    ended = Counter((int(row["years"]), row["censor"]) for row in table("discrete_life_table/teachers.csv"))
    years = want["year"]
    curve = life_table(years, [ended[y, "0"] for y in years], [ended[y, "1"] for y in years])
    assert curve.at_risk.tolist() == want["at_risk"]
    assert curve.events.tolist() == want["events"]
    assert curve.censored.tolist() == want["censored"]
    assert curve.hazard == pytest.approx(want["hazard"], abs=want["tolerance"])
    assert curve.survival == pytest.approx(want["survivor"], abs=want["tolerance"])
    assert curve.hazard_se == pytest.approx(want["hazard_se"], abs=want["tolerance"])


def mgus2():
    rows = table("competing_risks/mgus2.csv")
    ended = Counter((int(row["month"]), int(row["event"])) for row in rows)
    months = sorted({month for month, _ in ended})
    return months, *([ended[month, event] for month in months] for event in (1, 2, 0))


def test_competing_risks_of_mgus2():
    want = expected("competing_risks/mgus2.expected.json")
    months, target, competing, censored = mgus2()
    curve = incidence(months, target, competing, censored)
    other = incidence(months, competing, target, censored)
    counts = want["counts"]
    assert (sum(target), sum(competing), sum(censored)) == (counts["target"], counts["competing"], counts["censored"])
    at = [curve.row(month) for month in want["month"]]
    assert curve.cif[at] == pytest.approx(want["cif_target"], abs=want["tolerance"])
    assert curve.se[at] == pytest.approx(want["cif_target_se"], abs=want["tolerance"])
    assert other.cif[at] == pytest.approx(want["cif_competing"], abs=want["tolerance"])
    assert curve.still_open[at] == pytest.approx(want["still_open"], abs=want["tolerance"])


def test_competing_deaths_are_not_censorings():
    months, target, competing, censored = mgus2()
    wrong = 1 - life_table(months, target, [c + d for c, d in zip(censored, competing, strict=True)]).survival[-1]
    assert wrong > incidence(months, target, competing, censored).cif[-1] + 0.02


def test_proportions():
    want = expected("proportions/expected.json")
    for case in want["wilson"]["cases"]:
        got = wilson(case["k"], case["n"])
        assert tuple(got) == pytest.approx((case["lower"], case["upper"]), abs=want["wilson"]["tolerance"])
    for case in want["difference"]["cases"]:
        got = newcombe(case["k1"], case["n1"], case["k2"], case["n2"])
        assert tuple(got) == pytest.approx((case["lower"], case["upper"]), abs=want["difference"]["tolerance"])
    shares = want["simultaneous_shares"]
    got = goodman(shares["counts"])
    assert [r.low for r in got] == pytest.approx(shares["lower"], abs=shares["tolerance"])
    assert [r.high for r in got] == pytest.approx(shares["upper"], abs=shares["tolerance"])
    for counts in ([7], [0, 7], [0, 30, 0], [1, 10_000]):
        assert all(0 <= r.low <= r.high <= 1 for r in goodman(counts)), counts


def test_rat_tumours_shrink():
    want = expected("shrinkage/rat_tumours.expected.json")
    rows = [(int(row["y"]), int(row["n"])) for row in table("shrinkage/rat_tumours.csv")]
    history, new = rows[:70], rows[70]
    rates = [y / n for y, n in history]
    prior = prior_by_moments(rates)
    alpha, beta = prior.mean * prior.strength, (1 - prior.mean) * prior.strength
    got = (prior.mean, np.std(rates, ddof=1), alpha, beta, new[0] / new[1], prior.shrunk(*new))
    names = ("mean", "sd", "alpha", "beta", "new_group_raw", "new_group_shrunk")
    assert got == pytest.approx([want[name] for name in names], abs=want["tolerance"])


def test_kleinman_equals_plain_moments_for_groups_of_one_size():
    ks = [1, 4, 2, 6, 3, 9, 2, 5]
    by_counts = kleinman(ks, [12] * 8)
    p = np.array(ks) / 12
    m, spread = p.mean(), np.mean((p - p.mean()) ** 2)
    w = (1 - 1 / 8) / 1
    variance = (spread - m * (1 - m) * w / 12) / (w - w / 12)
    assert by_counts == pytest.approx((m, m * (1 - m) / variance - 1))


def test_benjamini_hochberg_1995():
    want = expected("multiple_testing/expected.json")
    got = benjamini_hochberg(want["p"])
    assert got == pytest.approx(want["q"], abs=want["tolerance"])
    assert sum(q <= 0.05 for q in got) == want["rejected_at_005_bh"]
    shuffled = want["p"][::-1]
    assert benjamini_hochberg(shuffled)[::-1] == got


@pytest.fixture(scope="module")
def bank():
    """Clients of a phone campaign as facts: a call per contact, the last one answered if won, then won or given up."""
    facts = []
    lead = 0
    for row in table("contacts_bank/contacts.csv"):
        k, won = int(row["campaign"]), int(row["won"])
        for client in range(int(row["n"])):
            lead += 1
            codes = ["no_answer"] * (k - 1) + ["reached" if client < won else "no_answer"]
            facts += [("call", lead, day * 86_400, row["contact"], code) for day, code in enumerate(codes, 1)]
            facts.append(("won" if client < won else "gave_up", lead, k * 86_400, None, None))
    connection = sqlite_connection([])
    connection.executemany(
        "insert into facts (seq, id, recorded_s, occurred_month, side, kind, lead_id, occurred_s, source, value_code) "
        "values (?, ?, 0, 197001, 'sales', ?, ?, ?, ?, ?)",
        ((seq, f"fact-{seq}", *fact) for seq, fact in enumerate(facts)),
    )
    return on_connection(connection, "sqlite")


@pytest.mark.parametrize("event", ["won", "reply"])
def test_contacts_of_the_bank(bank, event):
    want = expected("contacts_bank/expected.json")
    result = ask("persistence", bank, as_of_s=100 * 86_400, event=event)
    first = result.rows[:10]
    assert result.rows[0]["at_risk"] == want["clients"]
    assert sum(row["event_here"] for row in result.rows) == want["won"]
    for column, name in (("ended_here", "ended_here"), ("event_here", "won_here"), ("at_risk", "at_risk")):
        assert [row[column] for row in first] == want[name]
    for name in ("hazard", "cif_as_run", "cif_if_everyone_had_been_kept"):
        assert [row[name] for row in first] == pytest.approx(want[name], abs=want["tolerance"])
    naive = [row["naive_rate"] for row in result.tables["naive"][:10]]
    assert naive == pytest.approx(want["naive_win_rate"], abs=want["tolerance"])


def test_agreement_of_two_opinions():
    for case in expected("agreement/expected.json")["cases"]:
        found = kappa(case["table"])
        assert found.kappa == pytest.approx(case["kappa"], abs=case["tolerance"])
        if "agreement" in case:
            assert found.agreement == pytest.approx(case["agreement"], abs=case["tolerance"])
            assert gwet(case["table"]) == pytest.approx(case["ac1"], abs=case["tolerance"])
        if "se" in case:
            assert found.se == pytest.approx(case["se"], abs=case["tolerance"])


def test_admissions_within_departments():
    want = expected("stratified/ucb_admissions.expected.json")
    by_department = defaultdict(dict)
    for row in table("stratified/ucb_admissions.csv"):
        by_department[row["stratum"]][row["group"], row["outcome"]] = int(row["n"])
    cells = [(sex, outcome) for sex in ("Male", "Female") for outcome in ("Admitted", "Rejected")]
    tables = [tuple(counts[cell] for cell in cells) for counts in by_department.values()]
    crude = odds_ratio(tuple(sum(column) for column in zip(*tables, strict=True)))
    assert crude.value == pytest.approx(want["crude_odds_ratio"], abs=1e-5)
    within = mantel_haenszel(tables)
    assert within.value == pytest.approx(want["mantel_haenszel_odds_ratio"], abs=want["tolerance"])
    assert (within.low, within.high) == pytest.approx(want["ci95"], abs=want["tolerance"])
