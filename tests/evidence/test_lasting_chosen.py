"""Of some leads or of a period, tables that last say what is counted of these leads' facts alone."""

from __future__ import annotations

import os
import random

import pytest

from leadpact.evidence import copy_lasting
from leadpact.evidence.by import split
from leadpact.evidence.catalogue import MEASURES, ask
from leadpact.evidence.chosen import chosen
from leadpact.evidence.copy import manifest_of
from leadpact.evidence.copy_engine import connect
from leadpact.evidence.copy_source import keeping, opening
from leadpact.evidence.source import Source
from tests.evidence import histories
from tests.evidence.asked import GIVEN
from tests.evidence.company import DAY
from tests.evidence.made_company import made_company
from tests.evidence.test_lasting import append, steps, tangled

FILTERS = (
    {"source": "web"}, {"source": "fair"}, {"source": "unknown"}, {"team": "sales"}, {"team": "marketing"},
    {"campaign": "spring"}, {"campaign": "unknown"}, {"version": "1"}, {"version": "2"}, {"pact": "1,2"},
    {"segment": "industry=logistics"}, {"segment": "industry=unknown"}, {"segment": "employees=50-249"},
    {"team": "marketing", "source": "web"},
)  # fmt: skip
DIMENSIONS = ("source", "team", "campaign", "version", "industry")


pytestmark = pytest.mark.usefixtures("lasts_at_any_size")
NOT_BY_LEAD = {"attribution", "promises"}
"""Measures of which a part is added up over leads: it is counted anew of other leads, and of a period."""


def looking(folder, manifest, *, lasts, is_large=False):
    """An engine's sources: one that counts every question by itself, and one that keeps tables, with those that last.

    Gives them with the SQL that the second one runs.
    """
    os.chdir(folder)
    opened = opening(manifest, str(folder.parent / "spill"), 200, is_lasting=lasts) | {"is_large": is_large}
    engine = connect(**opened)
    ran = []

    def run(sql):
        ran.append(sql)
        return engine.execute(sql).fetchall()

    return engine, Source("duckdb", lambda sql: engine.execute(sql).fetchall()), keeping(run, opened, manifest), ran


def period(name, as_of_s, rng):
    """What a measure is asked with, and now and then a stretch of time."""
    given = {**GIVEN.get(name, {})}
    takes = {parameter.name for parameter in MEASURES[name].parameters}
    if rng.random() < 0.5 and {"since_s", "until_s"} <= takes:
        begin = as_of_s - rng.randrange(20, 200) * DAY
        given |= {"since_s": begin, "until_s": begin + rng.randrange(20, 150) * DAY}
    return given


def differing(seed, folder, measures=tuple(MEASURES)):
    """Where the two sources say something else, and how many tables of all leads were looked at by some."""
    rng = random.Random(seed)
    facts = made_company(40, seed) if seed % 2 else histories.history(seed, 20)
    wrong, narrowed, told = [], 0, 0
    for number, (fresh, as_of_s) in enumerate(steps(tangled(facts, rng), rng)):
        manifest = append(folder, fresh) if fresh else manifest_of(folder)
        engine, plain, lasting, ran = looking(folder, manifest, lasts=seed % 5 != 4, is_large=seed % 3 == 1)
        with engine:
            filters = rng.choice(FILTERS)
            only = chosen(as_of_s, filters)
            for name in measures:
                given = period(name, as_of_s, rng)
                want, said = (ask(name, each.of(only), as_of_s=as_of_s, **given) for each in (plain, lasting))
                if said.to_json() != want.to_json():
                    wrong.append((seed, number, name, filters, given))
                want, said = (ask(name, each, as_of_s=as_of_s, **given) for each in (plain, lasting))
                if said.to_json() != want.to_json():
                    wrong.append((seed, number, name, given))
                told += len(want.rows)
            by, name = rng.choice(DIMENSIONS), rng.choice(measures)
            given = {"as_of_s": as_of_s, **GIVEN.get(name, {})}
            want, said = (split(MEASURES[name], each, chosen(as_of_s, {}), by, given, 2) for each in (plain, lasting))
            if said.to_json() != want.to_json():
                wrong.append((seed, number, name, by))
            narrowed += sum(sql.startswith("CREATE OR REPLACE TEMP VIEW") for sql in ran)
    return wrong, narrowed, told


def counted_anew(ran):
    """The SQL of tables that were made of facts for this look alone."""
    made = [sql for sql in ran if sql.startswith("CREATE OR REPLACE TEMP TABLE shared_")]
    return [sql for sql in made if copy_lasting.LEADS_OF_SHARED_DEALS not in sql]


SOME = ("funnel", "material")


@pytest.mark.measures
def test_of_chosen_leads_some_of_what_lasts_says_what_is_counted_of_them_alone(folder):
    wrong, narrowed, told = differing(1, folder, SOME)
    assert wrong == []
    assert narrowed > 20
    assert told > 50


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("first", range(0, 40, 10))
def test_of_chosen_leads_what_lasts_says_what_is_counted_of_them_alone(first, tmp_path):
    times = 0
    for seed in range(first, first + 10):
        place = tmp_path / f"company-{seed}"
        place.mkdir()
        wrong, narrowed, told = differing(seed, place)
        assert wrong == []
        assert told > 50
        times += narrowed
    assert times > 400


def test_a_deal_of_a_chosen_lead_and_another_is_counted_of_the_chosen_one_alone(folder):
    """Its row is that of the lower lead, which is not chosen."""
    when = {"occurred_s": 40 * DAY, "recorded_s": 40 * DAY}
    told = [
        {"kind": "captured", "lead_id": 1, "source": "web"},
        {"kind": "captured", "lead_id": 2, "source": "fair"},
        {"kind": "captured", "lead_id": 3, "source": "fair"},
        {"kind": "asset_sent", "lead_id": 2, "asset_id": 5, "side": "sales"},
        {"kind": "deal_opened", "lead_id": 1, "deal_id": 7, "stage": "talks"},
        {"kind": "stage_changed", "lead_id": 2, "deal_id": 7, "stage": "offer"},
        {"kind": "won", "lead_id": 2, "deal_id": 7},
        {"kind": "deal_opened", "lead_id": 3, "deal_id": 8, "stage": "talks"},
    ]
    facts = [{**when, **fact, "seq": seq, "id": f"x{seq}"} for seq, fact in enumerate(told, 1)]
    engine, plain, lasting, ran = looking(folder, append(folder, facts), lasts=True)
    with engine:
        for source, is_shared in (("fair", True), ("web", True), ("unknown", False)):
            ran.clear()
            only = chosen(50 * DAY, {"source": source})
            want, said = (ask("material", each.of(only), as_of_s=50 * DAY).to_json() for each in (plain, lasting))
            assert said == want
            assert bool(counted_anew(ran)) is is_shared


@pytest.mark.measures
def test_every_period_asks_the_same_tables(folder):
    """And a filter none of its own but views of them, where no deal is shared."""
    facts = [
        fact for fact in made_company(40, 5) if fact["kind"] not in ("deal_opened", "stage_changed", "won", "lost")
    ]
    facts = [{**fact, "seq": seq, "id": f"x{seq}"} for seq, fact in enumerate(facts, 1)]
    as_of_s = facts[-1]["recorded_s"]
    engine, plain, lasting, ran = looking(folder, append(folder, facts), lasts=True)
    with engine:
        for name in MEASURES:
            ask(name, lasting, as_of_s=as_of_s, **GIVEN.get(name, {}))
        for name in sorted(MEASURES.keys() - NOT_BY_LEAD):
            ran.clear()
            takes = {parameter.name for parameter in MEASURES[name].parameters}
            span = {"since_s": as_of_s - 90 * DAY, "until_s": as_of_s - 10 * DAY} if "since_s" in takes else {}
            given = {"as_of_s": as_of_s, **GIVEN.get(name, {}), **span}
            for filters in ({}, {"source": "web"}):
                only = chosen(as_of_s, filters)
                want, said = (ask(name, each.of(only), **given).to_json() for each in (plain, lasting))
                assert said == want, (name, filters)
            assert counted_anew(ran) == [], name
