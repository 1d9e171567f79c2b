"""Facts come in with the file's own ids, once, whatever the file is called."""

import pytest

from leadpact.connectors.tables_reading import TableRefused
from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import Account, Clock, Deal, FactRow, HandOff, Lead, LeadKey, Person
from leadpact.operations import export, imports, rebuild, sla, verdict
from leadpact.operations.imports import OUTCOMES
from tests.company import NOW_S, company

HISTORY = """kind,occurred_at,lead_id,account_id,deal_id,person_id,by_id,source,reason,value_code,due_s,payload,id
captured,2026-01-01T08:00:00,17,k1,,,,web,,,,,f-1
handed_over,2026-01-02T08:00:00,17,k1,,ana,ida,,,,1767355200,"{""late"": [[""remind"", 1767350000]], ""why"": ""her turn""}",f-2
call,2026-01-02T09:00:00,17,k1,,,ana,,,reached,,,f-3
deal_opened,2026-01-03T09:00:00,17,k1,d9,ana,ana,,,,,,f-4
won,2026-01-09T09:00:00,17,k1,d9,ana,,,,,,,f-5
call,2026-01-02T09:00:00,18,,,,ana,,,no_answer,,,f-6
"""


@pytest.fixture
def home(settings, tmp_path):
    settings.HOME = tmp_path
    return tmp_path


def run(home, text, name="history.csv", **more):
    path = home / name
    path.write_text(text, encoding="utf-8")
    return imports.run(actor=SYSTEM, path=path, shape="facts", now_s=NOW_S, **more)


def counts(**some):
    return dict.fromkeys(OUTCOMES, 0) | some


def test_a_history_is_told_as_rows(db, home):
    assert run(home, HISTORY).counts == counts(created=6)
    assert list(Lead.objects.order_by("pk").values_list("state", "source", "attempts")) == [
        ("won", "web", 1),
        ("new", None, 1),
    ]
    assert HandOff.objects.get().why == "her turn"
    deal = Deal.objects.get()
    ana = Person.objects.get(external_id="ana")
    assert (deal.state, deal.closer_id, deal.account_id) == (
        "won",
        ana.pk,
        Account.objects.get(key="file:history:k1").pk,
    )
    assert {(key.kind, key.system, key.value) for key in LeadKey.objects.all()} == {
        ("external", "file:history", "17"), ("external", "file:history", "18"), ("deal", "file:history", "d9")
    }  # fmt: skip


def test_history_reminds_nobody(db, home):
    run(home, HISTORY.replace("call,", "page_view,").replace("won,", "asked,").replace("deal_opened,", "referred,"))
    assert list(Clock.objects.values_list("state", "next_act", "next_s")) == [("running", None, None)]


def test_the_worker_leaves_history_alone_and_people_may_go_on_with_it(db, home):
    acme = company()
    text = """kind,occurred_at,lead_id,due_s,person_id
captured,2026-01-01,1,,
handed_over,2026-01-02,1,1767355200,ana
accepted,2026-01-03,1,1767555200,ana
captured,2026-01-01,2,,
handed_over,2026-01-02,2,1767355200,ana
"""
    run(home, text)
    assert (sla.act_on_due(now_s=NOW_S), sla.give_up_silent(now_s=NOW_S)) == (0, 0)
    waiting = HandOff.objects.get(answer="open")
    verdict.accept(actor=acme.actor("sales_head"), hand_off_id=waiting.pk, now_s=NOW_S)
    assert Lead.objects.get(pk=waiting.lead_id).state == "accepted"


def test_the_same_facts_again_change_nothing_also_under_another_name(db, home):
    run(home, HISTORY)
    people, leads = Person.objects.count(), list(Lead.objects.order_by("pk").values())
    assert run(home, HISTORY).counts == counts(unchanged=6)
    assert run(home, HISTORY, name="renamed.csv").counts == counts(unchanged=6)
    assert (Person.objects.count(), list(Lead.objects.order_by("pk").values())) == (people, leads)
    assert not LeadKey.objects.filter(system="file:renamed").exists()


def test_a_trial_leaves_nothing(db, home):
    trial = run(home, HISTORY, dry_run=True)
    assert (trial.counts, FactRow.objects.count(), Person.objects.count(), LeadKey.objects.count()) == (
        counts(created=6),
        0,
        0,
        0,
    )


def test_an_id_means_the_same_lead_in_all_rows_of_a_file(db, home):
    text = "kind,occurred_s,lead_id,source_system,side\ncaptured,1767000000,1,crm,buyer\ncall,1767000001,1,,sales\n"
    assert run(home, text).notes == []
    assert list(Lead.objects.values_list("pk", "attempts")) == [(1, 1)]
    assert LeadKey.objects.get().system == "crm"
    mixed = run(home, text.replace("1,,sales", "1,phone,sales"), name="mixed.csv")
    assert mixed.notes == ["The file names several systems (crm, phone): an id means the same in all its rows."]
    assert LeadKey.objects.filter(system="file:mixed").count() == 1


def test_a_lead_that_is_known_by_its_external_id_is_not_made_again(db, home):
    (home / "leads.csv").write_text("external_id,source_system,occurred_at\na1,crm,2026-01-01\n")
    imports.run(actor=SYSTEM, path=home / "leads.csv", shape="leads", now_s=NOW_S)
    text = """kind,occurred_at,lead_id,source_system,external_id,side
captured,2026-01-01,900,crm,a1,buyer
call,2026-01-02,900,,,sales
captured,2026-01-01,901,crm,a2,buyer
"""
    assert run(home, text).counts == counts(created=2, unchanged=1)
    assert list(Lead.objects.order_by("pk").values_list("pk", "attempts")) == [(1, 1), (2, 0)]
    (home / "more.csv").write_text("external_id,source_system,email\na2,crm,b@b.example\n")
    assert imports.run(actor=SYSTEM, path=home / "more.csv", shape="leads", now_s=NOW_S).counts == counts(changed=1)


def test_more_facts_of_a_known_lead_join_it(db, home):
    run(home, "kind,occurred_s,lead_id,source_system\ncaptured,1767000000,1,crm\n")
    run(home, "kind,occurred_s,lead_id,source_system,side\ncall,1767000500,1,crm,sales\n", name="calls.csv")
    assert list(Lead.objects.values_list("pk", "attempts")) == [(1, 1)]


def test_corrections_and_merges_speak_of_the_files_own_ids(db, home):
    text = """id,kind,occurred_s,lead_id,corrects_id,value_number,side
1,captured,1767000000,50,,,buyer
2,captured,1767000000,60,,,buyer
3,call,1767000100,60,,,sales
4,call,1767000200,60,,,sales
5,corrected,1767000300,,4,,sales
6,merged,1767000400,60,,50,system
7,corrected,1767000500,,999,,sales
8,merged,1767000600,60,,60,system
"""
    report = run(home, text)
    assert report.counts == counts(created=6, rejected=2)
    assert [(r.line, r.column) for r in report.rejects] == [(8, "corrects_id"), (9, "value_number")]
    assert list(Lead.objects.order_by("pk").values_list("state", "attempts", "merged_into_id")) == [
        ("new", 1, None),
        ("merged", 1, 1),
    ]
    assert rebuild.check(actor=SYSTEM, now_s=NOW_S).count == 0


def test_values_that_the_ledger_cannot_keep_are_rejected_with_their_line(db, home):
    text = f"kind,occurred_s,lead_id,stage\ncaptured,1767000000,1,\nstage_changed,1767000001,1,{'x' * 61}\n"
    report = run(home, text)
    assert report.counts == counts(created=1, rejected=1)
    assert (report.rejects[0].line, report.rejects[0].column) == (3, "stage")


def test_a_file_with_other_columns_is_refused(db, home):
    with pytest.raises(TableRefused, match="'colour' is no column of the ledger"):
        run(home, "kind,occurred_s,lead_id,colour\ncaptured,1,1,red\n")


def test_facts_taken_out_come_in_again_as_they_were(db, home):
    acme = company()
    acme.handed_over("x1")
    with (home / "facts.csv").open("w", encoding="utf-8", newline="") as out:
        taken = export.write(actor=SYSTEM, name="facts", out=out, now_s=NOW_S)
    facts = FactRow.objects.count()
    report = imports.run(actor=SYSTEM, path=home / "facts.csv", shape="facts", now_s=NOW_S)
    assert (taken, report.counts, FactRow.objects.count()) == (facts, counts(unchanged=facts), facts)


def test_a_history_spread_over_batches_adds_up(db, home, monkeypatch):
    monkeypatch.setattr("leadpact.connectors.fact_files.BATCH_ROWS", 2)
    assert run(home, HISTORY).counts == counts(created=6)
    assert Lead.objects.get(pk=1).state == "won"
    assert rebuild.check(actor=SYSTEM, now_s=NOW_S).count == 0


ASLEEP = """kind,occurred_at,lead_id,reason,due_s,payload
captured,2024-01-01T08:00:00,1,,,
recycled,2024-01-02T08:00:00,1,too_early,{past},
captured,2024-01-01T08:00:00,2,,,
recycled,2024-01-02T08:00:00,2,too_early,{future},
captured,2024-01-01T08:00:00,3,,,
recycled,2024-01-02T08:00:00,3,no_budget,{past},"{{""note"": 1}}"
"""


@pytest.mark.parametrize(("live", "woken"), [(False, [0, 1]), (True, [2, 1])])
def test_leads_that_slept_past_their_day_are_not_all_woken_on_the_day_of_the_import(db, home, live, woken):
    run(home, ASLEEP.format(past=NOW_S - 86_400, future=NOW_S + 86_400), live=live)
    assert list(Lead.objects.values_list("state", flat=True)) == ["recycled"] * 3
    assert [sla.wake_due(now_s=NOW_S + 60), sla.wake_due(now_s=NOW_S + 86_400)] == woken
    assert FactRow.objects.filter(kind="recycled", due_s=NOW_S - 86_400).count() == 2, "the fact keeps its day"
    assert rebuild.check(actor=SYSTEM, now_s=NOW_S).count == 0
