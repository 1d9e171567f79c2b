"""Tables that last from one look at the copy to the next say what tables made anew would say."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys

import duckdb
import pytest

from leadpact.evidence import copy_lasting, copy_source
from leadpact.evidence.catalogue import MEASURES, ask
from leadpact.evidence.copy import CopyStarved, manifest_of, writing
from leadpact.evidence.copy_engine import connect
from leadpact.evidence.copy_parts import table_of
from leadpact.evidence.copy_source import asked, keeping, opening
from tests.evidence import histories
from tests.evidence.asked import GIVEN
from tests.evidence.company import DAY
from tests.evidence.made_company import made_company
from tests.evidence.warehoused import copied

NOW_S = 1_900_000_000
pytestmark = pytest.mark.usefixtures("lasts_at_any_size")


def append(folder, facts):
    with writing(folder) as writer:
        writer.append(table_of([copied(fact) for fact in facts]), NOW_S)
    return manifest_of(folder)


def answers(folder, manifest, as_of_s, names=tuple(MEASURES), *, lasts, given=GIVEN, is_large=False):
    """What measures say, and the SQL that was run; the tables that last are used, or none."""
    os.chdir(folder)
    opened = opening(manifest, str(folder.parent / "spill"), 200, is_lasting=lasts) | {"is_large": is_large}
    ran = []
    with connect(**opened) as engine:

        def run(sql):
            ran.append(sql)
            return engine.execute(sql).fetchall()

        source = keeping(run, opened, manifest)
        said = {name: ask(name, source, as_of_s=as_of_s, **given.get(name, {})).to_json() for name in names}
    return said, ran


def tangled(facts, rng):
    """The facts, with some of the future, deals of two leads, and mending without a lead or before what it mends."""
    for fact in facts:
        if rng.random() < 0.03:
            fact["occurred_s"] += 40 * DAY
        if fact["kind"] == "corrected" and rng.random() < 0.3:
            fact["lead_id"] = None
        if fact.get("deal_id") and rng.random() < 0.1:
            fact["deal_id"] = 1 + rng.randrange(20)
    early = [place for place, fact in enumerate(facts) if fact["kind"] == "corrected" and rng.random() < 0.3]
    for place in early:
        facts.insert(max(0, place - rng.randrange(60)), facts.pop(place))
    return [{**fact, "seq": seq, "id": fact.get("id") or f"fact-{seq}"} for seq, fact in enumerate(facts, 1)]


def steps(facts, rng):
    """Facts as they come, with the snapshot that is asked of: the same one, a later one, and once an earlier one."""
    as_of_s = rng.choice(sorted({fact["recorded_s"] for fact in facts}))
    begun, back = 0, rng.randrange(6)
    for number, share in enumerate((0.4, 0.4 + 0.02 * rng.random(), 0.6, 0.6, 0.9, 1.0)):
        until = max(begun, round(share * len(facts)))
        yield facts[begun:until], as_of_s - (10 * DAY if number == back else 0)
        begun = until
        as_of_s += rng.choice((0, 0, 3600, 20 * DAY, 60 * DAY))


def differing(seed, folder, measures=tuple(MEASURES)):
    """Where what lasts says something else, and how often a table was brought up to date."""
    rng = random.Random(seed)
    facts = made_company(40, seed) if seed % 2 else histories.history(seed, 20)
    wrong, brought = [], 0
    for number, (fresh, as_of_s) in enumerate(steps(tangled(facts, rng), rng)):
        manifest = append(folder, fresh) if fresh else manifest_of(folder)
        want, _ = answers(folder, manifest, as_of_s, measures, lasts=False)
        said, ran = answers(folder, manifest, as_of_s, measures, lasts=True, is_large=seed % 3 == 1)
        wrong += [(seed, number, name) for name in measures if said[name] != want[name]]
        brought += sum(sql.startswith("INSERT INTO lasting.lasting_") for sql in ran)
    return wrong, brought


def seeds(first, many, *marks):
    return pytest.param(range(first, first + many), id=f"{first}", marks=marks)


SOME = ("funnel", "sla_keeping", "attribution", "loss_reasons", "material", "persistence")


@pytest.mark.parametrize("seed", [0, 1])
def test_some_of_what_lasts_says_what_is_counted_anew(seed, folder):
    wrong, brought = differing(seed, folder, SOME)
    assert wrong == []
    assert brought > 10


@pytest.mark.parametrize(
    "some",
    [
        seeds(0, 3, pytest.mark.measures),
        *(seeds(first, 20, pytest.mark.long, pytest.mark.timeout(1800)) for first in range(3, 203, 20)),
    ],
)
def test_what_lasts_says_what_is_counted_anew(some, tmp_path):
    """After facts of every kind, late ones, mended ones, merges and their undoing, and from one day to another."""
    times = 0
    for seed in some:
        place = tmp_path / f"company-{seed}"
        place.mkdir()
        wrong, brought = differing(seed, place)
        assert wrong == []
        times += brought
    assert times > 20 * len(some)


FEW = ("funnel", "sla_keeping", "attribution")


def company(folder, share=1.0):
    """A copy of a part of a company, and the rest of its facts."""
    facts = made_company(40, 5)
    cut = round(share * len(facts))
    return append(folder, [{**fact, "id": fact.get("id", f"x{fact['seq']}")} for fact in facts[:cut]]), facts[cut:]


def lasting_tables(folder):
    with duckdb.connect(str(folder / "lasting.duckdb")) as engine:
        return {name: row for name, *row in engine.execute("SELECT name, lead, used_s FROM tables").fetchall()}


AS_OF_S = made_company(40, 5)[-1]["recorded_s"]


def test_rows_of_untouched_leads_stay_as_they_are(folder):
    manifest, _ = company(folder)
    answers(folder, manifest, AS_OF_S, FEW, lasts=True)
    stories = next(name for name, (lead, _) in lasting_tables(folder).items() if lead == "lead_id")
    with duckdb.connect(str(folder / "lasting.duckdb")) as engine:
        ((told,),) = engine.execute(f"SELECT count(*) FROM {stories}").fetchall()
        engine.execute(f"UPDATE {stories} SET source = 'of old'")
    fact = {"kind": "captured", "lead_id": 41, "occurred_s": AS_OF_S, "recorded_s": AS_OF_S, "source": "new"}
    manifest = append(folder, [{**fact, "seq": manifest.watermark + 1, "id": "one-more"}])
    answers(folder, manifest, AS_OF_S, FEW, lasts=True)
    with duckdb.connect(str(folder / "lasting.duckdb")) as engine:
        found = dict(engine.execute(f"SELECT source, count(*) FROM {stories} GROUP BY ALL").fetchall())
    assert found.pop("new") == 1
    assert found == {"of old": told}
    assert told > 35  # Of the forty a few may be merged into others.


def test_the_leads_of_one_deal_are_brought_up_to_date_together(folder):
    """The deal is told of the lower lead; what came is told of the other."""

    def told(seq, kind, lead, **more):
        when = AS_OF_S + seq * DAY
        return {
            "seq": seq,
            "id": f"x{seq}",
            "kind": kind,
            "lead_id": lead,
            "occurred_s": when,
            "recorded_s": when,
        } | more

    begun = [
        told(1, "captured", 1, source="web"),
        told(2, "captured", 2, source="web"),
        told(3, "asset_sent", 1, asset_id=5, side="sales"),
        told(4, "deal_opened", 1, deal_id=7, stage="talks"),
        told(5, "stage_changed", 2, deal_id=7, stage="offer"),
    ]
    as_of_s = AS_OF_S + 30 * DAY
    answers(folder, append(folder, begun), as_of_s, ("material",), lasts=True)
    manifest = append(folder, [told(6, "won", 2, deal_id=7)])
    want, _ = answers(folder, manifest, as_of_s, ("material",), lasts=False)
    assert want["material"]["rows"][0]["won_with"] == 1
    assert answers(folder, manifest, as_of_s, ("material",), lasts=True)[0] == want


def test_the_lead_of_a_mended_fact_is_brought_up_to_date(folder):
    """Also where what mends it names no lead."""
    told = {"kind": "captured", "occurred_s": AS_OF_S, "recorded_s": AS_OF_S}
    begun = [{**told, "seq": lead, "id": f"x{lead}", "lead_id": lead, "source": "web"} for lead in (1, 2)]
    before, _ = answers(folder, append(folder, begun), AS_OF_S, ("source_shares",), lasts=True)
    mended = {**told, "kind": "corrected", "seq": 3, "id": "x3", "lead_id": None, "corrects_id": "x1"}
    manifest = append(folder, [mended])
    want, _ = answers(folder, manifest, AS_OF_S, ("source_shares",), lasts=False)
    assert want != before
    assert answers(folder, manifest, AS_OF_S, ("source_shares",), lasts=True)[0] == want


def test_when_many_leads_are_touched_all_is_made_anew(folder, monkeypatch):
    monkeypatch.setattr(copy_lasting, "MOST_OF_100", 2)
    manifest, rest = company(folder, 0.5)
    answers(folder, manifest, AS_OF_S, FEW, lasts=True)
    manifest = append(folder, rest)
    want, _ = answers(folder, manifest, AS_OF_S, FEW, lasts=False)
    said, ran = answers(folder, manifest, AS_OF_S, FEW, lasts=True)
    assert said == want
    assert sum(sql.startswith("CREATE TABLE lasting.lasting_") for sql in ran) == len(lasting_tables(folder)) > 3
    assert not any(sql.startswith("DELETE FROM lasting.lasting_") for sql in ran)


def test_an_earlier_day_and_whole_accounts_are_counted_anew(folder):
    manifest, _ = company(folder)
    answers(folder, manifest, AS_OF_S, FEW, lasts=True)
    before = lasting_tables(folder)
    answers(folder, manifest, AS_OF_S - DAY, FEW, lasts=True)
    accounts = {"attribution": {"level": "account"}}
    want, _ = answers(folder, manifest, AS_OF_S, ("attribution",), lasts=False, given=accounts)
    said, _ = answers(folder, manifest, AS_OF_S, ("attribution",), lasts=True, given=accounts)
    assert said == want
    assert lasting_tables(folder) == before


def test_a_table_that_nobody_asks_of_is_dropped(folder, monkeypatch):
    monkeypatch.setattr(copy_lasting, "UNUSED_DAYS", 3)
    manifest, _ = company(folder)
    answers(folder, manifest, AS_OF_S, FEW, lasts=True)
    before = lasting_tables(folder)
    for day in range(1, 6):
        answers(folder, manifest, AS_OF_S + day * DAY + day, ("funnel",), lasts=True)
    after = lasting_tables(folder)
    assert 0 < len(after) < len(before)
    assert set(after) < set(before)


@pytest.mark.parametrize("what", ["another copy", "other sources"])
def test_what_was_made_of_something_else_is_not_used(folder, what, monkeypatch):
    manifest, _ = company(folder)
    answers(folder, manifest, AS_OF_S, FEW, lasts=True)
    if what == "another copy":
        with writing(folder) as writer:
            writer.begin_anew(NOW_S)
        manifest = append(folder, made_company(30, 6))
    else:
        monkeypatch.setattr(copy_source, "fingerprint", lambda: "newer")
    want, _ = answers(folder, manifest, AS_OF_S, FEW, lasts=False)
    said, ran = answers(folder, manifest, AS_OF_S, FEW, lasts=True)
    assert said == want
    assert sum(sql.startswith("DROP TABLE") for sql in ran) > 3


def test_a_look_at_an_older_list_leaves_what_lasts_alone(folder):
    older, rest = company(folder, 0.5)
    newer = append(folder, rest)
    answers(folder, newer, AS_OF_S, FEW, lasts=True)
    before = lasting_tables(folder)
    want, _ = answers(folder, older, AS_OF_S, FEW, lasts=False)
    assert answers(folder, older, AS_OF_S, FEW, lasts=True)[0] == want
    assert lasting_tables(folder) == before


NO_DATABASE, DAMAGED_BLOCK = b"no tables at all" * 1000, "a block"


@pytest.mark.parametrize("wrong", [NO_DATABASE, DAMAGED_BLOCK], ids=["no database", "a damaged block"])
def test_a_file_that_cannot_be_read_is_thrown_away(folder, wrong):
    manifest, _ = company(folder)
    path = folder / "lasting.duckdb"
    if wrong == DAMAGED_BLOCK:
        answers(folder, manifest, AS_OF_S, FEW, lasts=True)
        wrong = bytearray(path.read_bytes())
        wrong[12_288:] = bytes(len(wrong) - 12_288)  # All behind the three headers.
    path.write_bytes(wrong)
    want, _ = answers(folder, manifest, AS_OF_S, FEW, lasts=False)
    assert answers(folder, manifest, AS_OF_S, FEW, lasts=True)[0] == want
    assert len(lasting_tables(folder)) > 3


def test_what_lasts_stays_when_the_engine_only_lacked_memory(folder, monkeypatch):
    manifest, rest = company(folder, 0.9)
    with asked(folder, manifest, 200, is_lasting=True) as source:
        ask("funnel", source, as_of_s=AS_OF_S)
    before = lasting_tables(folder)
    manifest = append(folder, rest)

    def starves(*_):
        raise CopyStarved("This answer needs more memory.")

    with asked(folder, manifest, 200) as source:
        want = ask("funnel", source, as_of_s=AS_OF_S)
    with asked(folder, manifest, 200, is_lasting=True) as source, monkeypatch.context() as patched:
        patched.setattr(copy_lasting.Lasting, "_find_touched", starves)
        assert ask("funnel", source, as_of_s=AS_OF_S) == want
    assert lasting_tables(folder) == before
    with asked(folder, manifest, 200, is_lasting=True) as source:
        assert ask("funnel", source, as_of_s=AS_OF_S) == want


@pytest.mark.parametrize("what", ["rows", "list", "list of another release"])
def test_what_is_broken_within_the_file_is_thrown_away_too(folder, what):
    """The worker's own way, with the engine in a process of its own."""
    manifest, rest = company(folder, 0.9)
    with asked(folder, manifest, 200, is_lasting=True) as source:
        ask("funnel", source, as_of_s=AS_OF_S)
    broken = {"rows": next(iter(lasting_tables(folder))), "list": "tables", "list of another release": "tables"}[what]
    with duckdb.connect(str(folder / "lasting.duckdb")) as engine:
        engine.execute(f"DROP TABLE {broken}")
        if what != "rows":
            engine.execute(
                "CREATE TABLE tables AS SELECT 1 AS another"
                if "release" in what
                else "CREATE VIEW tables AS FROM state"
            )
    manifest = append(folder, rest)
    with asked(folder, manifest, 200) as source:
        want = ask("funnel", source, as_of_s=AS_OF_S)
    with asked(folder, manifest, 200, is_lasting=True) as source:
        assert ask("funnel", source, as_of_s=AS_OF_S) == want
    assert not (folder / "lasting.duckdb").exists()
    with asked(folder, manifest, 200, is_lasting=True) as source:
        assert ask("funnel", source, as_of_s=AS_OF_S) == want
    assert len(lasting_tables(folder)) > 2


def test_one_look_at_a_time_has_what_lasts(folder):
    manifest, _ = company(folder)
    with (
        asked(folder, manifest, 200, is_lasting=True) as first,
        asked(folder, manifest, 200, is_lasting=True) as second,
    ):
        assert first.lasting is not None
        assert second.lasting is None
        assert ask("funnel", first, as_of_s=AS_OF_S) == ask("funnel", second, as_of_s=AS_OF_S)
    with asked(folder, manifest, 200, is_lasting=True) as third:
        assert third.lasting is not None


def test_a_small_copy_has_none(folder, monkeypatch):
    monkeypatch.setattr(copy_source, "LASTING_FROM", 1_000_000)
    manifest, _ = company(folder)
    with asked(folder, manifest, 200, is_lasting=True) as source:
        assert source.lasting is None
    assert not (folder / "lasting.duckdb").exists()


KILLED = """
import os, signal, sys
from pathlib import Path
from leadpact.evidence.catalogue import ask
from leadpact.evidence.copy import manifest_of
from leadpact.evidence.copy_engine import connect
from leadpact.evidence.copy_source import keeping, opening
from leadpact.evidence import copy_lasting
from tests import compiled_once; compiled_once.keep_compiled()
copy_lasting.MOST_OF_100, ran = 1000, 0
manifest, until, as_of_s = manifest_of(Path(".")), int(sys.argv[1]), int(sys.argv[2])
opened = opening(manifest, "../spill", 200, is_lasting=True)
with connect(**opened) as engine:
    def run(sql):
        global ran
        ran += 1
        if ran == until:
            os.kill(os.getpid(), signal.SIGKILL)
        return engine.execute(sql).fetchall()
    source = keeping(run, opened, manifest)
    for name in ("funnel", "sla_keeping", "attribution"):
        ask(name, source, as_of_s=as_of_s)
"""


def test_an_engine_killed_at_any_moment_leaves_what_is_right(folder):
    manifest, rest = company(folder, 0.3)
    chance = random.Random(3)
    answers(folder, manifest, AS_OF_S, FEW, lasts=True)
    size = len(rest) // 8
    for number in range(8):
        manifest = append(folder, rest[number * size : (number + 1) * size])
        killed = subprocess.run(
            [sys.executable, "-c", KILLED, str(chance.randrange(5, 60)), str(AS_OF_S)],
            cwd=folder, check=False, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )  # fmt: skip
        assert killed.returncode == -signal.SIGKILL
        if number % 2:
            want, _ = answers(folder, manifest, AS_OF_S, FEW, lasts=False)
            assert answers(folder, manifest, AS_OF_S, FEW, lasts=True)[0] == want
