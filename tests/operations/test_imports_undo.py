"""An import is taken back: every table as before, what people did since kept and named, and the file may come again."""

import csv

import pytest
from django.db import connection

from leadpact.ledger import rebuild
from leadpact.ledger.access import SYSTEM, Forbidden, Unknown
from leadpact.ledger.models import FactRow, HandOff, ImportRun, Lead
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Points
from leadpact.operations import imports, imports_undo, merging, sla
from leadpact.operations.imports_undo import NotUndoable
from tests.company import company

pytestmark = pytest.mark.django_db
TABLES = {
    "leads": "points_s",
    "hand_offs": "",
    "clocks": "",
    "deals": "",
    "ledger_account": "",
    "lead_keys": "id",
    "person_values": "",
    "ledger_person": "",
    "ledger_asset": "",
}
"""What is compared, but for a column: when points were counted, and in which order keys were kept."""


@pytest.fixture
def acme():
    return company()


def state():
    """Every row of every table."""
    found = {}
    for table, without in TABLES.items():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            found[table] = sorted(
                tuple(f"{n}={v}" for n, v in zip(names, row, strict=True) if n != without) for row in cursor.fetchall()
            )
    return found


def no_drift(acme):
    rules = Rulebook(acme.now_s)

    def points(pact_id, view, as_of_s):
        held = rules.by_id(pact_id)
        score = held.card.score(rules.with_company(view, held), as_of_s)
        return Points(held.id, score.total, score.fades_at_s)

    return [str(each) for each in rebuild.check(points, lambda _done, _of: None).differences]


def bring(tmp_path, shape, rows, now_s, name="file.csv", **more):
    """Bring rows in from a file. Gives the number of the run, and what became of the rows."""
    path = tmp_path / name
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    report = imports.run(actor=SYSTEM, path=path, shape=shape, now_s=now_s, **more)
    return ImportRun.objects.order_by("-pk").first().pk, report


def leads(count, first=0):
    return [
        {
            "external_id": f"L{n}", "source_system": "crm", "occurred_at": "2026-05-01T08:00:00Z", "source": "fair",
            "name": f"Nadia {n}", "company": f"Kessler {n // 2}", "email": f"n{n}@kessler{n}.example", "country": "DE",
            "found_by": "U7",
        }
        for n in range(first, first + count)
    ]  # fmt: skip


def undo(acme, run_id, later_s=7200, **more):
    return imports_undo.undo(actor=acme.actor("marketing_head"), run_id=run_id, now_s=acme.now_s + later_s, **more)


def test_every_table_is_as_before_and_the_file_may_come_again(acme, tmp_path):
    acme.handed_over("old")
    before, facts = state(), FactRow.objects.count()
    run_id, report = bring(tmp_path, "leads", leads(30), acme.now_s)
    after = state()
    assert report.counts["created"] == 30
    told = undo(acme, run_id)
    assert (told.gone, told.back, told.stay, told.is_done) == (30, 0, 0, True)
    assert state() == before
    assert FactRow.objects.count() == facts + 2 * told.facts
    assert no_drift(acme) == []
    run_id, report = bring(tmp_path, "leads", leads(30), acme.now_s + 8000)
    assert report.counts["created"] == 30
    assert {table: len(rows) for table, rows in state().items()} == {table: len(rows) for table, rows in after.items()}
    assert bring(tmp_path, "leads", leads(30), acme.now_s + 8000)[1].counts["unchanged"] == 30
    undo(acme, run_id, 9000)
    assert state() == before
    assert bring(tmp_path, "leads", leads(30), acme.now_s + 9100)[1].counts["created"] == 30


def test_a_trial_tells_the_same_and_changes_nothing(acme, tmp_path):
    run_id, _ = bring(tmp_path, "leads", leads(10), acme.now_s)
    before = state()
    trial = undo(acme, run_id, dry_run=True)
    assert state() == before
    told = undo(acme, run_id)
    assert (trial.gone, trial.facts) == (told.gone, told.facts)


def test_a_lead_that_was_there_gets_back_what_was_known(acme, tmp_path):
    lead_id = acme.lead("x", email="n1@kessler1.example", name="Nadia Rahman", country="AT")
    before = state()
    rows = [row | {"occurred_at": "2026-06-02T08:00:00Z"} for row in leads(3)]
    run_id, report = bring(tmp_path, "leads", rows, acme.now_s)
    assert report.counts["changed"] == 1
    assert Lead.objects.get(pk=lead_id).name == "Nadia 1"
    told = undo(acme, run_id)
    assert (told.gone, told.back) == (2, 1)
    assert state() == before
    assert no_drift(acme) == []


def test_a_lead_on_which_people_worked_since_stays_whole_and_is_named(acme, tmp_path):
    run_id, _ = bring(tmp_path, "leads", leads(5), acme.now_s)
    worked = Lead.objects.get(name="Nadia 2").pk
    merged = Lead.objects.get(name="Nadia 3").pk
    own = acme.lead("own")
    sla.log_attempt(
        actor=acme.actor("marketer"), lead_id=worked, channel="call", outcome="reached", now_s=acme.now_s + 60
    )
    merging.merge(actor=acme.actor("marketer"), lead_id=merged, other_id=own, now_s=acme.now_s + 90, keep_id=merged)
    told = undo(acme, run_id)
    assert {each[:2] for each in told.stays} == {(worked, "call"), (merged, "merged")}
    assert told.gone == 3
    assert list(Lead.objects.order_by("pk").values_list("name", "attempts", "state")) == [
        ("Nadia 2", 0, "new"), ("Nadia 3", 0, "new"), (None, 0, "merged")
    ]  # fmt: skip
    assert no_drift(acme) == []


def test_what_the_machinery_did_goes_with_the_lead(acme, tmp_path):
    run_id, _ = bring(tmp_path, "leads", leads(3), acme.now_s, live=True)
    before = HandOff.objects.count()
    told = undo(acme, run_id)
    assert (told.gone, HandOff.objects.count()) == (3, before)


def test_it_goes_on_where_it_stopped(acme, tmp_path, monkeypatch):
    before = state()
    run_id, _ = bring(tmp_path, "leads", leads(30), acme.now_s)
    monkeypatch.setattr(imports_undo, "LEADS", 10)
    asked = iter([False, True])
    first = undo(acme, run_id, stop=lambda: next(asked))
    assert (first.gone, first.is_done) == (10, False)
    assert ImportRun.objects.get(pk=run_id).undo["gone"] == 10
    assert undo(acme, run_id).gone == 20
    assert state() == before
    run = ImportRun.objects.get(pk=run_id)
    assert (run.undo["gone"], run.state) == (30, "undone")


def test_deals_and_companies_come_and_go(acme, tmp_path):
    bring(tmp_path, "leads", leads(3), acme.now_s)
    accounts = [{"external_id": "A1", "source_system": "crm", "name": "Kessler", "city": "Bonn"}]
    bring(tmp_path, "accounts", accounts, acme.now_s)
    before = state()
    deals = [
        {
            "external_id": f"D{n}", "source_system": "crm", "lead": f"L{n}", "state": "won", "stage": "closed",
            "opened_at": "2026-05-02T08:00:00Z", "closed_at": "2026-05-12T08:00:00Z", "amount": "100", "currency": "EUR",
        }
        for n in range(2)
    ]  # fmt: skip
    for _again in range(2):
        run_id, report = bring(tmp_path, "deals", deals, acme.now_s + 100)
        assert report.counts["created"] == 2
        assert undo(acme, run_id).back == 2
        assert state() == before
    changed = [accounts[0] | {"name": "Kessler AG"}, accounts[0] | {"external_id": "A2", "name": "Berg"}]
    run_id, report = bring(tmp_path, "accounts", changed, acme.now_s)
    assert (report.counts["created"], report.counts["changed"]) == (1, 1)
    assert undo(acme, run_id).accounts == 2
    assert state() == before


def test_facts_come_again_with_the_same_file(acme, tmp_path):
    before = state()
    rows = [
        {"id": f"019700000000{n:04d}", "kind": kind, "occurred_at": "2026-05-01T08:00:00Z", "lead_id": str(lead), "side": "buyer"}
        for n, (kind, lead) in enumerate([("captured", 1), ("page_view", 1), ("captured", 2)])
    ]  # fmt: skip
    for _again in range(3):
        run_id, report = bring(tmp_path, "facts", rows, acme.now_s)
        assert report.counts["created"] == 3, report.rejects
        assert bring(tmp_path, "facts", rows, acme.now_s)[1].counts["unchanged"] == 3
        assert undo(acme, run_id).gone == 2
        assert state() == before


def test_what_cannot_be_taken_back_is_said(acme, tmp_path):
    with pytest.raises(Unknown, match="no import 99"):
        undo(acme, 99)
    old = ImportRun.objects.create(file_name="old.csv", shape="leads", started_s=1)
    with pytest.raises(NotUndoable, match="older version"):
        undo(acme, old.pk)
    running = ImportRun.objects.create(file_name="new.csv", shape="leads", started_s=1, state="running")
    with pytest.raises(NotUndoable, match="still runs"):
        undo(acme, running.pk)
    with pytest.raises(Forbidden):
        imports_undo.undo(actor=acme.actor("marketer"), run_id=old.pk, now_s=acme.now_s)
