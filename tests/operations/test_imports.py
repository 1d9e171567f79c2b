"""Files come in whole row by whole row, once, with every row accounted for."""

import csv
from pathlib import Path

import pytest

from leadpact.connectors.tables_reading import TableRefused
from leadpact.connectors.tables_targets import MappingRefused
from leadpact.ledger.access import SYSTEM, Forbidden
from leadpact.ledger.models import Account, Clock, Deal, FactRow, ImportBatch, ImportRun, Lead, Notice, Person
from leadpact.operations import imports, imports_records
from leadpact.operations.imports import OUTCOMES, WrongShape
from tests.company import NOW_S, company

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "mappings"
LEADS = """external_id,occurred_at,source,name,email,company,employees
a1,2026-05-01,web,Nadia Rahman,nadia@kessler.example,Kessler,420
a2,2026-05-02,fair,Bo Berg,bo@berg.example,Berg,12
a3,2026-05-03,web,Cy Cole,cy@cole.example,Cole,many
a4,2026-05-04,web,Di Dahl,no address,Dahl,5
"""


@pytest.fixture
def home(settings, tmp_path):
    settings.HOME = tmp_path
    return tmp_path


def run(home, text, shape, **more):
    path = home / more.pop("name", f"{shape}.csv")
    path.write_text(text, encoding="utf-8")
    return imports.run(actor=more.pop("actor", SYSTEM), path=path, shape=shape, now_s=NOW_S, **more)


def counts(**some):
    return dict.fromkeys(OUTCOMES, 0) | some


def state():
    """Everything an import may touch, as plain rows."""
    return (
        list(FactRow.objects.order_by("seq").values_list("seq", "id", "kind", "lead_id", "value_code")),
        list(Lead.objects.order_by("pk").values_list()),
        list(Deal.objects.order_by("pk").values_list()),
        sorted(Person.objects.values_list("external_id", flat=True)),
        sorted(Account.objects.values_list("key", flat=True)),
    )


def test_leads_come_in_and_wrong_rows_are_listed_with_line_column_and_reason(db, home):
    report = run(home, LEADS, "leads")
    assert (report.counts, report.lines) == (counts(created=2, rejected=2), 4)
    assert list(Lead.objects.order_by("pk").values_list("name", "source", "captured_s", "employees")) == [
        ("Nadia Rahman", "web", 1777593600, 420), ("Bo Berg", "fair", 1777680000, 12)
    ]  # fmt: skip
    with open(report.rejects_file, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["external_id"], row["reject line"], row["reject column"]) for row in rows] == [
        ("a3", "4", "employees"),
        ("a4", "5", "email"),
    ]
    assert (rows[0]["employees"], rows[1]["email"]) == ("many", "no address")
    assert rows[0]["reject reason"] == "expected a number such as 1200, 1,200 or 12.5, without a unit"
    assert Path(report.rejects_file).parent == home / "imports"


def test_the_same_file_again_changes_nothing(db, home):
    run(home, LEADS, "leads")
    before = state()
    again = run(home, LEADS, "leads", name="other.csv")
    assert again.counts == counts(unchanged=2, rejected=2)
    assert state() == before


def test_a_trial_counts_as_the_real_thing_and_leaves_nothing(db, home):
    before = state()
    trial = run(home, LEADS, "leads", dry_run=True)
    assert state() == before
    assert (ImportRun.objects.count(), list((home).glob("imports/*")), trial.rejects_file) == (0, [], "")
    assert trial.notes[-1].startswith("This was a trial")
    assert trial.counts == run(home, LEADS, "leads").counts


def test_history_starts_no_clock_and_no_notice_and_keeps_its_time(db, home):
    company()
    run(home, LEADS, "leads")
    assert (Clock.objects.count(), Notice.objects.count()) == (0, 0)
    assert all(
        occurred == recorded
        for occurred, recorded in FactRow.objects.filter(lead_id__isnull=False).values_list("occurred_s", "recorded_s")
    )


def test_what_happens_live_is_recorded_now(db, home):
    company()
    run(home, LEADS, "leads", live=True)
    assert set(FactRow.objects.filter(kind="captured").values_list("recorded_s", flat=True)) == {NOW_S}


def test_the_run_is_kept_with_its_counts(db, home):
    report = run(home, LEADS, "leads")
    kept = ImportRun.objects.get()
    assert (kept.file_name, kept.shape, kept.counts, kept.started_s) == ("leads.csv", "leads", report.counts, NOW_S)
    assert kept.ended_s >= NOW_S
    assert kept.rejects_file == report.rejects_file


def test_each_batch_says_which_facts_are_its_own(db, home, monkeypatch):
    monkeypatch.setattr(imports_records, "BATCH_ROWS", 3)
    run(home, LEADS, "leads")
    kept = ImportRun.objects.get()
    batches = list(ImportBatch.objects.order_by("pk").values_list("run_id", "first_seq", "last_seq", "lines"))
    facts = list(FactRow.objects.order_by("seq").values_list("seq", flat=True))
    assert batches == [(kept.pk, facts[0], facts[-1], 3), (kept.pk, facts[-1] + 1, facts[-1], 1)]
    assert (kept.state, kept.lines) == ("done", 4)


def test_a_row_that_adds_something_changes_the_lead(db, home):
    run(home, LEADS, "leads")
    more = run(home, "external_id,occurred_at,job_title\na1,2026-05-20,Head of Operations\n", "leads", name="more.csv")
    assert more.counts == counts(changed=1)
    assert Lead.objects.get(pk=1).job_title == "Head of Operations"


def test_a_row_in_the_future_is_rejected(db, home):
    report = run(home, "external_id,occurred_at\nz,2099-01-01\n", "leads")
    assert report.counts == counts(rejected=1)
    assert (report.rejects[0].column, report.rejects[0].reason) == (
        "occurred_at",
        "expected an instant since 1970 that is not in the future",
    )


def test_it_stops_between_batches_and_goes_on_when_run_again(db, home, monkeypatch):
    monkeypatch.setattr("leadpact.operations.imports_records.BATCH_ROWS", 2)
    text = "external_id,occurred_at\n" + "".join(f"n{i},2026-05-01\n" for i in range(6))
    asked = []
    told = []
    report = run(
        home,
        text,
        "leads",
        stop=lambda: len(asked) == 2 or asked.append(1),
        progress=lambda done, of: told.append(done),
    )
    assert (report.is_stopped, report.counts, told) == (True, counts(created=4), [2, 4])
    assert run(home, text, "leads").counts == counts(created=2, unchanged=4)


@pytest.mark.parametrize(
    ("text", "more", "error", "says"),
    [
        (LEADS, {"shape": "people"}, WrongShape, "choose one of: leads, accounts"),
        ("", {}, TableRefused, "the file is empty"),
        ("name,email\nx,y@z.example\n", {}, MappingRefused, "no column 'external_id'"),
        (LEADS, {"mapping_text": "shape: deals\n"}, MappingRefused, "say which column holds the row's own id"),
        (
            LEADS,
            {"mapping_text": (EXAMPLES / "olist_deals.yaml").read_text()},
            MappingRefused,
            "the mapping is for deals",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_before_anything_is_written(db, home, text, more, error, says):
    before = state()
    with pytest.raises(error, match=says):
        run(home, text, more.pop("shape", "leads"), **more)
    assert (state(), ImportRun.objects.count()) == (before, 0)


def test_only_those_may_who_may(db, home):
    acme = company()
    with pytest.raises(Forbidden):
        run(home, LEADS, "leads", actor=acme.actor("marketer"))
    assert run(home, LEADS, "leads", actor=acme.actor("operator")).counts["created"] == 2


def test_companies_come_in_by_their_id(db, home):
    text = "external_id,source_system,name,industry\n7,crm,Kessler,logistics\n8,crm,Berg,\n"
    assert run(home, text, "accounts").counts == counts(created=2)
    assert run(home, text, "accounts").counts == counts(unchanged=2)
    assert run(home, text.replace("logistics", "food"), "accounts").counts == counts(changed=1, unchanged=1)
    assert list(Account.objects.order_by("key").values_list("key", "name", "values")) == [
        ("crm:7", "Kessler", {"industry": "food"}), ("crm:8", "Berg", {})
    ]  # fmt: skip


def test_touches_find_their_lead_and_come_in_once(db, home):
    run(home, LEADS, "leads")
    text = """external_id,lead,kind,occurred_at,side,of,by,value_code,text
t1,a1,page_view,2026-05-02T10:00:00,,pricing,,,
t2,a1,call,2026-05-03T10:00:00,,,rep-9,reached,wants an offer
t3,zz,call,2026-05-03T10:00:00,,,,reached,
t4,a2,wedding,2026-05-03T10:00:00,,,,,
"""
    report = run(home, text, "touches")
    assert report.counts == counts(created=2, rejected=2)
    assert [(r.line, r.column) for r in report.rejects] == [(4, "lead"), (5, "kind")]
    assert "import the leads first" in report.rejects[0].reason
    assert list(FactRow.objects.filter(kind__in=["page_view", "call"]).order_by("seq").values_list("kind", "side", "field", "value_code")) == [
        ("page_view", "buyer", "pricing", None), ("call", "sales", None, "reached")
    ]  # fmt: skip
    assert Person.objects.get(external_id="rep-9").can_sign_in is False
    assert Lead.objects.get(pk=1).attempts == 1
    assert run(home, text, "touches").counts == counts(unchanged=2, rejected=2)


@pytest.fixture
def olist(shared_data):
    return shared_data / "olist_funnel"


def _olist(folder, shape, **more):
    name = "marketing_qualified_leads" if shape == "leads" else "closed_deals"
    text = (EXAMPLES / f"olist_{shape}.yaml").read_text(encoding="utf-8")
    path = folder / f"olist_{name}_dataset.csv"
    return imports.run(actor=SYSTEM, path=path, shape=shape, now_s=NOW_S, mapping_text=text, **more)


def test_the_olist_funnel_comes_in_whole(db, home, olist):
    assert _olist(olist, "deals", dry_run=True).counts == counts(rejected=842)
    assert _olist(olist, "leads").counts == counts(created=8000)
    assert _olist(olist, "deals", dry_run=True).counts == counts(created=842, flagged=1)
    report = _olist(olist, "deals")
    assert report.counts == counts(created=842, flagged=1)
    assert [note for note in report.notes if "kept and flagged" in note] == [
        "Line 669: deal 5e063e85d44b0f5c3e6ec3131103a57e was won before lead 6358 was first heard of; kept and flagged."
    ]
    assert (Lead.objects.filter(state="won").count(), Deal.objects.filter(state="won").count()) == (842, 842)
    assert list(Lead.objects.filter(has_warning=True).values_list("pk", flat=True)) == [6358]
    people = Deal.objects.values_list("closer_id", "qualified_by_id")
    assert (len({closer for closer, _ in people}), len({by for _, by in people})) == (22, 32)
    facts = FactRow.objects.count()
    assert (_olist(olist, "leads").counts, _olist(olist, "deals").counts) == (
        counts(unchanged=8000),
        counts(unchanged=842, flagged=1),
    )
    assert FactRow.objects.count() == facts
