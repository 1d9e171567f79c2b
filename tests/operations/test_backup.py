"""Backups: whole, made while others write, restored on either engine, or not at all."""

import os
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from django.db import connection

from leadpact.connectors.shapes import LeadShape
from leadpact.ledger import forgotten
from leadpact.ledger.access import SYSTEM, Forbidden
from leadpact.ledger.backup import Filled, WrongBackup, _models, _pages
from leadpact.ledger.models import FactRow, Lead, PersonValue
from leadpact.operations import backup, capture, forget, rebuild, verdict
from tests.company import NOW_S, set_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme(emptied_db, tmp_path, settings):
    settings.HOME = tmp_path
    made = set_up(NOW_S, None)
    hand_off = made.handed_over("x1", phone="+4930123456", note="An e\u0301 and a 'quote\"\n line")
    verdict.reject(actor=made.owner(hand_off), hand_off_id=hand_off.pk, reason="too_early", now_s=NOW_S + 60)
    made.good_lead("x2")
    return made


def everything():
    """Every row of every table of ours, as a backup writes it."""
    return {model.__name__: [row for part in _pages(connection, model) for row in part] for model in _models()}


def test_what_is_restored_is_what_was_there(acme, tmp_path):
    path = tmp_path / "all.zip"
    made = backup.make(actor=acme.actor("operator"), path=path, now_s=NOW_S + 100)
    before = everything()
    assert made.rows == sum(map(len, before.values()))
    assert path.stat().st_mode & 0o777 == 0o600
    acme.lead("x3", name="After")
    assert everything() != before
    backup.restore(actor=SYSTEM, path=path, now_s=NOW_S + 200, is_replacing=True)
    assert everything() == before
    assert rebuild.check(actor=SYSTEM, now_s=NOW_S + 200).count == 0
    # Facts are as safe as before, numbers go on where they stood, and the product works on.
    with pytest.raises(Exception, match="append-only"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM facts")
    assert acme.lead("x3", name="After") == max(row[0] for row in before["Lead"]) + 1


def test_data_is_not_overwritten_without_being_told(acme, tmp_path):
    path = tmp_path / "all.zip"
    backup.make(actor=SYSTEM, path=path, now_s=NOW_S)
    before = everything()
    with pytest.raises(Filled, match=r"nothing was changed\. To put the backup of 2026-06-02T08:00:00Z \(Acme,"):
        backup.restore(actor=SYSTEM, path=path, now_s=NOW_S)
    with pytest.raises(Forbidden):
        backup.restore(actor=acme.actor("sales_head"), path=path, now_s=NOW_S, is_replacing=True)
    assert everything() == before


def test_a_damaged_or_foreign_file_changes_nothing(acme, tmp_path):
    path, bad = tmp_path / "all.zip", tmp_path / "bad.zip"
    backup.make(actor=SYSTEM, path=path, now_s=NOW_S)
    before = everything()

    def damaged(change):
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(bad, "w") as new:
            for name in old.namelist():
                text = change(name, old.read(name))
                if text is not None:
                    new.writestr(name, text)
        with pytest.raises(WrongBackup) as told:
            backup.restore(actor=SYSTEM, path=bad, now_s=NOW_S, is_replacing=True)
        return str(told.value)

    assert "table facts is not what was written" in damaged(
        lambda n, t: t.replace(b"captured", b"caught!!") if n == "facts.jsonl" else t
    )
    assert "table leads cannot be read" in damaged(lambda n, t: None if n == "leads.jsonl" else t)
    assert "no backup of Leadpact" in damaged(lambda n, t: None if n == "manifest.json" else t)
    assert "newer Leadpact" in damaged(
        lambda n, t: t.replace(b"0001_initial", b"9001_tomorrow") if n == "manifest.json" else t
    )
    assert "format 9" in damaged(lambda n, t: t.replace(b'"format": 1', b'"format": 9') if n == "manifest.json" else t)
    bad.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(WrongBackup, match="cut short"):
        backup.restore(actor=SYSTEM, path=bad, now_s=NOW_S, is_replacing=True)
    assert everything() == before


def test_a_backup_is_of_one_moment_while_others_write(acme, tmp_path):
    path, stop, written = tmp_path / "all.zip", threading.Event(), []

    def write():
        number = 0
        try:
            while not stop.is_set() and number < 200:
                number += 1
                shape = LeadShape(
                    f"w{number}", "web", None, "web_form", None, "web", "buyer", None, {"name": f"W {number}"}
                )
                written.append(capture.capture_lead(actor=SYSTEM, shape=shape, now_s=NOW_S + 10).lead_id)
        finally:
            connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        while len(written) < 5:
            stop.wait(0.01)
        made = backup.make(actor=SYSTEM, path=path, now_s=NOW_S + 100)
    finally:
        stop.set()
        writer.join()
    assert len(written) >= 5
    backup.restore(actor=SYSTEM, path=path, now_s=NOW_S + 200, is_replacing=True)
    assert FactRow.objects.count() == made.tables["facts"]["rows"]
    # No lead without its facts, no words without theirs, no row that the facts do not account for.
    assert rebuild.check(actor=SYSTEM, now_s=NOW_S + 200).count == 0
    assert not PersonValue.objects.exclude(fact_seq__in=FactRow.objects.values("seq")).exists()


def test_who_dies_in_the_middle_leaves_the_old_state(acme, tmp_path):
    path = tmp_path / "all.zip"
    backup.make(actor=SYSTEM, path=path, now_s=NOW_S)
    acme.lead("x9", name="After the backup")
    before = everything()
    rows = sum(map(len, before.values()))
    database = connection.settings_dict
    script = f"""
import os, signal, sys
import leadpact.settings as settings
import django
django.setup()
from django.db import connections
connections["default"].settings_dict["NAME"] = {str(database["NAME"])!r}
from pathlib import Path
from leadpact.ledger.access import SYSTEM
from leadpact.operations import backup
calls = []
def die(done, of):
    calls.append(done)
    if len(calls) > {rows} + 3:  # The reading calls once a row; then it writes.
        os.kill(os.getpid(), signal.SIGKILL)
backup.restore(actor=SYSTEM, path=Path({str(path)!r}), now_s=1, is_replacing=True, progress=die)
"""
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "leadpact.settings"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=env, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == -9, done.stderr
    assert everything() == before
    acme.lead("x10", name="And it works on")


def test_who_was_forgotten_since_is_forgotten_again(acme, tmp_path):
    path = tmp_path / "all.zip"
    backup.make(actor=SYSTEM, path=path, now_s=NOW_S)
    lead_id = Lead.objects.exclude(phone=None).get().pk
    forget.forget(actor=SYSTEM, lead_id=lead_id, now_s=NOW_S + 300)
    backup.restore(actor=SYSTEM, path=path, now_s=NOW_S + 400, is_replacing=True)
    assert "x1@kessler.example" not in str(everything()).casefold()
    assert not PersonValue.objects.filter(lead_id=lead_id).exists()
    assert forgotten.kept()


def test_a_backup_of_sqlite_fills_this_engine(acme, tmp_path):
    other = tmp_path / "other"
    env = {name: text for name, text in os.environ.items() if name != "LEADPACT_DATABASE_URL"}
    env |= {"LEADPACT_HOME": str(other), "DJANGO_SETTINGS_MODULE": "leadpact.settings"}
    env["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).resolve().parents[2]), env.get("PYTHONPATH", "")])
    path = tmp_path / "sqlite.zip"
    script = f"""
from leadpact.cli.ready import ready
ready()
from tests.company import NOW_S, hash_quickly, set_up
hash_quickly()
made = set_up(NOW_S, None)
made.handed_over("s1", phone="+4930999999")
from leadpact.__main__ import main
raise SystemExit(main(["backup", {str(path)!r}]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], env=env, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Acme" in done.stdout
    found = backup.restore(actor=SYSTEM, path=path, now_s=NOW_S + 500, is_replacing=True)
    assert (found.engine, Lead.objects.get().phone) == ("sqlite", "+4930999999")
    assert rebuild.check(actor=SYSTEM, now_s=NOW_S + 500).count == 0
    again = tmp_path / "again.zip"
    assert backup.make(actor=SYSTEM, path=again, now_s=NOW_S + 500).tables["facts"] == found.tables["facts"]


def test_daily_backups_are_kept_as_long_as_agreed(acme, settings):
    assert backup.daily(now_s=NOW_S) is None
    settings.BACKUPS = 2
    for day in range(4):
        backup.daily(now_s=NOW_S + day * 86_400)
    assert [path.name for path in sorted(backup.folder().iterdir())] == [
        "leadpact-2026-06-04.zip",
        "leadpact-2026-06-05.zip",
    ]
