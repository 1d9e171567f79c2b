"""The columnar copy: what it holds, what readers see while it is written, and what a killed writer leaves."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time

import duckdb
import pytest

from leadpact.evidence import copy
from leadpact.evidence.catalogue import MEASURES, ask
from leadpact.evidence.copy import CopyBusy, CopyDamaged, CopyStarved, Manifest, manifest_of, sums, writing
from leadpact.evidence.copy_engine import connect
from leadpact.evidence.copy_parts import NAMES, Part, Sum, by_kind, read, table_of
from leadpact.evidence.copy_source import asked, keeping, opening
from leadpact.rules.facts import COLUMNS
from tests.evidence.asked import GIVEN
from tests.evidence.company import AS_OF, company, row_of, sqlite_source
from tests.evidence.copied import KINDS, NOW_S, facts_between, start_writer

TYPES = {column.name: column.type for column in COLUMNS}
DAY = NAMES.index("occurred_on")


def filled(folder, sizes, first=1):
    """A copy written in steps of these sizes."""
    for size in sizes:
        with writing(folder) as writer:
            writer.append(facts_between(first, first + size - 1), NOW_S)
        first += size
    return manifest_of(folder)


def engine(folder, manifest, tmp_path):
    os.chdir(folder)
    return connect(**opening(manifest, str(tmp_path / "spill"), 200))


def seqs(folder, manifest):
    return [seq for table in read(folder, [*manifest.parts, *manifest.tail]) for seq in table["seq"].to_pylist()]


def digests(tables):
    found = {}
    for table in tables:
        for kind, part in by_kind(table).items():
            found.setdefault(kind, Sum()).add(part)
    return {kind: (each.facts, each.digest) for kind, each in found.items()}


def watermark(folder):
    manifest = manifest_of(folder)
    return 0 if manifest is None else manifest.watermark


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "copy"


@pytest.fixture
def small_tail(monkeypatch):
    monkeypatch.setattr(copy, "TAIL_PARTS", 3)
    monkeypatch.setattr(copy, "TAIL_ROWS", 500)


def test_it_holds_every_value_however_it_was_written(folder, small_tail):
    sizes = [1, 700, 3, 40, 40, 40, 40, 499, 5, 5]
    manifest = filled(folder, sizes)
    total = sum(sizes)
    assert sorted(seqs(folder, manifest)) == list(range(1, total + 1))
    assert (manifest.watermark, manifest.facts, manifest.last_id) == (total, total, f"fact-{total}")
    want = digests([facts_between(1, total)])
    assert {kind: (each.facts, each.digest) for kind, each in sums(folder, manifest).items()} == want
    assert {part.path.split("/")[0] for part in manifest.parts} == {f"kind={kind}" for kind in KINDS}


def test_another_value_gives_another_checksum():
    rows = [list(row) for row in zip(*facts_between(1, 50).to_pydict().values(), strict=True)]
    plain = digests([table_of(rows)])
    for place, name in enumerate(NAMES):
        if name == "kind":
            continue
        kept = rows[0][place]
        numeric = TYPES[name] in ("int64", "int32", "float64")
        rows[0][place] = "1999-01-01" if name == "occurred_on" else 0 if numeric and kept != 0 else 7 if numeric else ""
        changed = [[str(cell) if at == DAY else cell for at, cell in enumerate(row)] for row in rows]
        assert digests([table_of(changed)]) != plain, name
        rows[0][place] = kept


def test_parts_stay_few_and_each_seq_is_rewritten_seldom(folder, monkeypatch):
    monkeypatch.setattr(copy, "TAIL_PARTS", 4)
    written = []
    whole = copy.write

    def counted(where, path, tables, kind=""):
        part = whole(where, path, tables, kind)
        written.append(part.rows)
        return part

    monkeypatch.setattr(copy, "write", counted)
    manifest = filled(folder, [20] * 200)
    assert manifest.facts == 4000
    assert len(manifest.parts) + len(manifest.tail) <= 5 * 5 + 4
    assert sum(written) <= 8 * 4000


def test_parts_of_older_lists_stay_for_the_grace_and_then_go(folder, small_tail):
    before = filled(folder, [10, 10, 10])
    filled(folder, [10], first=31)
    assert seqs(folder, before) == list(range(1, 31))
    with writing(folder) as writer:
        writer.append(facts_between(41, 50), NOW_S + copy.GRACE_S + 1)
    after = manifest_of(folder)
    there = {str(path.relative_to(folder)) for path in folder.glob("*/*.parquet")}
    assert there == {part.path for part in (*after.parts, *after.tail)}
    assert after.retired == {}


def test_what_a_dead_writer_left_goes_after_the_grace(folder, small_tail):
    filled(folder, [600])
    stray = folder / "kind=call" / "9-9.parquet"
    stray.write_bytes(b"half a part")
    spill = folder / "spill-x"
    spill.mkdir()
    for place in (stray, spill):
        os.utime(place, (NOW_S, NOW_S))
    with writing(folder) as writer:
        writer.begin_anew(NOW_S + 1)
        assert stray.exists()
        writer.append(facts_between(1, 20), NOW_S + copy.GRACE_S + 5)
        assert (stray.exists(), spill.exists()) == (False, True)
        writer.begin_anew(NOW_S + copy.DAY_S + 1)
        writer.append(facts_between(1, 20), NOW_S + 2 * copy.DAY_S)
    assert not spill.exists()
    assert seqs(folder, manifest_of(folder)) == list(range(1, 21))


def test_facts_that_are_there_already_are_refused(folder):
    filled(folder, [20])
    with writing(folder) as writer, pytest.raises(ValueError, match="seq 20 is not above"):
        writer.append(facts_between(20, 30), NOW_S)
    assert manifest_of(folder).facts == 20


def test_one_writer_at_a_time(folder):
    with writing(folder), pytest.raises(CopyBusy, match="another process"), writing(folder):
        pass
    with writing(folder):
        pass


def test_a_list_that_cannot_be_read_says_so_and_is_written_anew(folder):
    filled(folder, [20])
    (folder / "manifest.json").write_text('{"format": 1, "col')
    with pytest.raises(CopyDamaged, match="leadpact copy --rebuild"):
        manifest_of(folder)
    assert filled(folder, [30]).facts == 30


def test_a_copy_of_another_format_or_other_columns_is_none(folder):
    filled(folder, [20])
    told = json.loads((folder / "manifest.json").read_text())
    for wrong in ({"format": 99}, {"columns": ["seq"]}):
        (folder / "manifest.json").write_text(json.dumps({**told, **wrong}))
        assert manifest_of(folder) is None


def row_of_company(fact):
    row = dict(zip((column.name for column in COLUMNS), row_of({"occurred_on": "2026-01-01", **fact}), strict=True))
    return tuple(row[name] for name in NAMES)


@pytest.fixture(scope="module")
def sqlite():
    return sqlite_source(company(30))


@pytest.fixture(scope="module", params=[(10_000,), (400, 7, 50, 1000, 90)], ids=["in folders", "with a tail"])
def copied(request, tmp_path_factory):
    """The copy of thirty companies, written in steps of these sizes, as a source."""
    folder, told, begun = tmp_path_factory.mktemp("copied") / "copy", company(30), 0
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(copy, "TAIL_PARTS", 3)
        patched.setattr(copy, "TAIL_ROWS", 500)
        for size in request.param:
            with writing(folder) as writer:
                writer.append(table_of([row_of_company(fact) for fact in told[begun : begun + size]]), NOW_S)
            begun += size
    assert begun >= len(told)
    with asked(folder, manifest_of(folder), 200) as source:
        yield source
    assert not list(folder.glob("spill-*"))


@pytest.mark.parametrize("name", list(MEASURES))
def test_measures_of_the_copy_equal_those_of_sqlite(name, copied, sqlite):
    given = {"as_of_s": AS_OF, **GIVEN.get(name, {})}
    assert ask(name, copied, **given).to_json() == ask(name, sqlite, **given).to_json()


def test_only_the_folders_of_the_kinds_asked_for_are_read(folder, tmp_path, small_tail, monkeypatch):
    monkeypatch.chdir(tmp_path)
    manifest = filled(folder, [1000])
    connection = engine(folder, manifest, tmp_path)
    plan = connection.execute(
        "EXPLAIN ANALYZE SELECT count(*), sum(seq) FROM facts WHERE kind IN ('call', 'won') AND lead_id > 0"
    ).fetchall()[0][1]
    assert "Scanning Files: 2/5" in " ".join(plan.split())


def test_the_instants_left_out_of_the_files_are_in_the_view(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    connection = engine(folder, filled(folder, [5]), tmp_path)
    columns = [row[0] for row in connection.execute("DESCRIBE facts").fetchall()]
    assert set(columns) == {column.name for column in COLUMNS} - {"payload"}
    wrong = connection.execute("SELECT count(*) FROM facts WHERE epoch(occurred_at) <> occurred_s").fetchone()
    assert wrong == (0,)


def test_an_empty_copy_answers(folder, tmp_path):
    with writing(folder) as writer:
        writer.begin_anew(NOW_S)
    with asked(folder, manifest_of(folder), 200) as source:
        assert source.run("SELECT count(*) FROM facts") == [[0]]


@pytest.mark.parametrize(("facts", "lies"), [(10_000_000, "temp"), (10_000_001, "kept")])
def test_tables_that_are_kept_of_a_large_copy_lie_on_the_disk(tmp_path, facts, lies):
    opened = opening(
        Manifest(parts=(Part("kind=won/1-9.parquet", "won", 1, 9, facts, 1),)), str(tmp_path / "spill"), 100
    )
    with connect(**{**opened, "parts": []}) as connection:
        keeps = keeping(connection.execute, opened).keeps
        connection.execute(f"CREATE OR REPLACE {keeps} shared_0 AS SELECT range AS n FROM range(10)")
        assert connection.execute("SELECT sum(n) FROM shared_0").fetchone() == (45,)
        held = connection.execute("SELECT database_name FROM duckdb_tables() WHERE table_name = 'shared_0'").fetchall()
        assert held == [(lies,)]
        assert len(list((tmp_path / "spill").glob("kept-*.duckdb"))) == (lies == "kept")


def test_an_engine_that_is_broken_off_goes_without_a_word(folder, tmp_path):
    """At a terminal Ctrl-C reaches it as it reaches whoever asked, who says that the work has stopped."""
    opened = opening(filled(folder, [5]), str(tmp_path / "spill"), 200)
    command = [sys.executable, "-m", "leadpact.evidence.copy_engine"]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, cwd=folder, text=True, **pipes) as process:
        process.stdin.write(json.dumps({"open": opened}) + "\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline()) == {"rows": []}
        process.stdin.write(
            json.dumps({"sql": "SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b"})
        )
        process.stdin.write("\n")
        process.stdin.flush()
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=30)
    assert (said, process.returncode) == (("", ""), -signal.SIGINT)


def test_a_missing_part_is_said_with_the_cure(folder):
    manifest = filled(folder, [5])
    assert copy.is_whole(folder, manifest)
    (folder / manifest.tail[0].path).unlink()
    assert not copy.is_whole(folder, manifest)
    with pytest.raises(CopyDamaged, match="leadpact copy --rebuild"), asked(folder, manifest, 200):
        pass


@pytest.mark.parametrize(
    ("setting", "cure"),
    [
        ("memory_limit = '5MB'", "needs more memory than the 20 MB that it may take. Set LEADPACT_COPY_MEMORY_MB=50,"),
        ("max_temp_directory_size = '1MB'", "The disk has no room .* Make room there, or move LEADPACT_HOME"),
    ],
    ids=["memory", "disk"],
)
def test_an_answer_that_lacks_room_says_of_what_and_how_to_give_it_more(folder, setting, cure):
    with asked(folder, filled(folder, [5]), 20) as source:
        source.run(f"SET {setting}")
        with pytest.raises(CopyStarved, match=cure) as refused:
            source.run("SELECT count(*) FROM (SELECT DISTINCT hash(range) FROM range(3000000))")
    assert "SET threads" not in str(refused.value)


def test_what_it_says_to_set_goes_by_what_is_set_where_an_answer_may_take_twice_that(folder):
    with asked(folder, filled(folder, [5]), 40, times=2) as source:
        source.run("SET memory_limit = '5MB'")
        with pytest.raises(CopyStarved, match=r"more memory than the 80 MB .* Set LEADPACT_COPY_MEMORY_MB=80,"):
            source.run("SELECT count(*) FROM (SELECT DISTINCT hash(range) FROM range(3000000))")


def test_a_writer_killed_at_any_moment_leaves_a_whole_copy(folder):
    chance = random.Random(4)
    for _ in range(10):
        process = start_writer(folder, 1_000_000)
        seen = watermark(folder)
        while watermark(folder) < seen + 50 and process.is_alive():
            time.sleep(0.002)
        time.sleep(chance.uniform(0.0, 0.1))
        process.kill()
        process.join()
        assert process.exitcode == -signal.SIGKILL
        process.close()
        manifest = manifest_of(folder)
        assert copy.is_whole(folder, manifest)
        assert sorted(seqs(folder, manifest)) == list(range(1, manifest.watermark + 1))
    with writing(folder) as writer:
        seq = writer.manifest.watermark
        writer.append(facts_between(seq + 1, seq + 50), NOW_S)
    assert seq >= 500
    manifest = manifest_of(folder)
    want = digests([facts_between(1, seq + 50)])
    assert {kind: (each.facts, each.digest) for kind, each in sums(folder, manifest).items()} == want


def test_readers_and_a_writer_do_not_disturb_each_other(folder, tmp_path, monkeypatch):
    """The writer appends, folds and joins, and deletes old parts after three seconds, while two readers count."""
    monkeypatch.chdir(tmp_path)
    filled(folder, [10])
    os.chdir(folder)
    wrong, reads, top = [], [], 10 + 50 * 60
    process = start_writer(folder, top, grace_s=3)

    def count():
        while True:
            manifest = manifest_of(folder)
            try:
                with connect(**opening(manifest, str(tmp_path / "spill"), 100)) as connection:
                    found = connection.execute("SELECT count(*), count(DISTINCT seq), max(seq) FROM facts").fetchone()
                    calls = connection.execute("SELECT count(*) FROM facts WHERE kind = 'call'").fetchone()[0]
            except duckdb.Error as error:
                wrong.append(str(error))
                return
            mark = manifest.watermark
            if found != (mark, mark, mark) or calls != sum(
                1 for seq in range(1, mark + 1) if KINDS[seq * 7 % 5] == "call"
            ):
                wrong.append((mark, found, calls))
            reads.append(mark)
            if mark >= top:
                return

    readers = [threading.Thread(target=count) for _ in range(2)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(60)
    process.join(60)
    assert process.exitcode == 0
    process.close()
    assert wrong == []
    assert len(set(reads)) > 10
