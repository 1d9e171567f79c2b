"""A file is recognised by its format, its headings, its content and by the last time; what could be two things is asked."""

import json

import pytest

from leadpact.connectors.tables_mapping import read_mapping
from leadpact.connectors.tables_names import formats
from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import Deal, FactRow, ImportBatch, ImportRun, Lead
from leadpact.operations import imports, imports_runs
from leadpact.operations.imports import OUTCOMES
from leadpact.operations.imports_prepare import prepare
from tests.company import NOW_S, company

HUBSPOT = """Record ID,First Name,Last Name,Email,Lifecycle Stage,Company Name,Country/Region,Create Date,Original Source
8001,Priya,Example,priya@bluebay.example,Lead,Bluebay,France,2026-03-12 09:14,Organic Search
8002,Jürgen,Müller,j@harbour.example,Lead,Harbour,Germany,2026-03-13 10:00,
"""


@pytest.fixture
def home(settings, tmp_path):
    settings.HOME = tmp_path
    return tmp_path


def ready(home, text, name="file.csv", **said):
    path = home / name
    path.write_text(text, encoding="utf-8")
    return prepare(path, said, NOW_S)


def meanings(prepared):
    return {column.heading: (column.target, column.by) for column in prepared.found.columns if column.target}


def asked(prepared):
    return [(question.setting, [choice.value for choice in question.choices]) for question in prepared.questions]


def test_a_known_format_is_recognised_outright_and_comes_in(db, home):
    prepared = ready(home, HUBSPOT)
    assert (prepared.found.title, prepared.found.settings["source_system"]) == ("HubSpot contacts", "hubspot")
    assert asked(prepared) == []
    report = imports.run(
        actor=SYSTEM, path=home / "file.csv", shape="leads", now_s=NOW_S, mapping_text=prepared.mapping
    )
    assert report.counts == dict.fromkeys(OUTCOMES, 0) | {"created": 2}
    assert list(Lead.objects.order_by("pk").values_list("name", "email", "country", "source", "captured_s")) == [
        ("Priya Example", "priya@bluebay.example", "FR", "Organic Search", 1773306840),
        ("Jürgen Müller", "j@harbour.example", "DE", None, 1773396000),
    ]


def test_columns_are_known_by_name_in_several_languages_and_by_content(db, home):
    text = "Vorname,Nachname,Firma,Kontakt A,Kontakt B\nAna,Ruiz,Kessler,ana@k.example,+49 30 901820\n"
    assert meanings(ready(home, text)) == {
        "Vorname": ("name+", "name"),
        "Nachname": ("name+", "name"),
        "Firma": ("company", "name"),
        "Kontakt A": ("email", "content"),
        "Kontakt B": ("phone", "content"),
    }


@pytest.mark.parametrize(
    ("days", "order"),
    [
        (("31/12/2025", "01/02/2026"), "dmy"),
        (("12/31/2025", "01/02/2026"), "mdy"),
        (("2026-01-02", "2026-03-04T10:00:00Z"), "ymd"),
        (("31.12.2025 14:30", "01.02.2026"), "dmy"),
    ],
)
def test_the_order_of_dates_is_told_by_dates_that_fit_one_alone(db, home, days, order):
    prepared = ready(home, "id,created\n" + "".join(f"x{n},{day}\n" for n, day in enumerate(days)))
    assert (asked(prepared), prepared.found.settings["date_order"]) == ([], order)


def test_a_date_that_could_be_two_is_asked_about_and_never_guessed(db, home):
    text = "id,created\nx1,04/05/2026\nx2,01/02/2026\n"
    assert asked(ready(home, text)) == [("date_order", ["dmy", "mdy"])]
    assert ready(home, text).mapping == ""
    prepared = ready(home, text, date_order="mdy")
    imports.run(actor=SYSTEM, path=home / "file.csv", shape="leads", now_s=NOW_S, mapping_text=prepared.mapping)
    assert Lead.objects.order_by("pk").values_list("captured_s", flat=True)[0] == 1775347200  # 5 April


def test_what_a_deal_cannot_do_without_is_asked_for(db, home):
    prepared = ready(home, "Deal Name,Amount,Close Date\nOne,1.234,2026-05-01\n")
    assert [setting for setting, _ in asked(prepared)] == ["decimal", "column external_id", "column lead", "state"]


def test_stages_become_won_lost_and_open(db, home):
    imports.run(actor=SYSTEM, path=_leads(home), shape="leads", now_s=NOW_S)
    text = 'id,lead id,Stage,Amount,Close Date\nd1,a1,Closed Won,"1.234,50",2026-05-02\nd2,a1,Closed Lost,,2026-05-03\nd3,a1,Demo,9,\n'
    prepared = ready(home, text, source_system="file", currency="EUR")
    assert asked(prepared) == []
    report = imports.run(
        actor=SYSTEM, path=home / "file.csv", shape="deals", now_s=NOW_S, mapping_text=prepared.mapping
    )
    assert report.counts["created"] == 3, report.rejects
    assert list(Deal.objects.order_by("pk").values_list("state", "amount_minor")) == [
        ("won", 123450), ("lost", None), ("open", 900)
    ]  # fmt: skip


def _leads(home):
    path = home / "leads.csv"
    path.write_text("external_id,occurred_at,source_system\na1,2026-05-01,file\n", encoding="utf-8")
    return path


def test_how_a_file_was_read_is_known_the_next_time(db, home):
    run = imports_runs.upload(actor=SYSTEM, name="a.csv", pieces=[b"Wer,Am\nAna,04/05/2026\n"], now_s=NOW_S)
    assert asked(imports_runs.look(actor=SYSTEM, run_id=run.pk, now_s=NOW_S))[0][0] == "column name"
    chosen = {"columns": {"Wer": "name", "Am": "occurred_at"}, "date_order": "dmy"}
    imports_runs.choose(actor=SYSTEM, run_id=run.pk, chosen=chosen)
    imports_runs.begin(actor=SYSTEM, run_id=run.pk, now_s=NOW_S)
    again = imports_runs.upload(actor=SYSTEM, name="b.csv", pieces=[b"Wer,Am\nBo,06/05/2026\n"], now_s=NOW_S)
    prepared = imports_runs.look(actor=SYSTEM, run_id=again.pk, now_s=NOW_S)
    assert (asked(prepared), meanings(prepared)) == (
        [], {"Wer": ("name", "memory"), "Am": ("occurred_at", "memory")}
    )  # fmt: skip


def test_every_known_format_makes_a_mapping_that_can_be_read(db, home):
    for known in formats():
        headings = list(dict.fromkeys([*known.recognised_by, *known.columns]))
        row = ["2026-01-0" + str(1 + n % 9) for n in range(len(headings))]
        prepared = ready(home, json.dumps([dict(zip(headings, row, strict=True))]), "file.json")
        assert prepared.found.shape == known.shape, known.title
        if prepared.mapping:
            read_mapping(prepared.mapping, known.title)


def test_an_import_whose_worker_died_goes_on_without_doubling(db, home, monkeypatch):
    monkeypatch.setattr("leadpact.operations.imports_records.BATCH_ROWS", 2)
    rows = "".join(f"x{n},2026-05-01,{'many' if n % 2 else 5}\n" for n in range(7))
    content = f"external_id,occurred_at,employees\n{rows}".encode()
    whole = imports_runs.upload(actor=SYSTEM, name="a.csv", pieces=[content], now_s=NOW_S)
    imports_runs.begin(actor=SYSTEM, run_id=whole.pk, now_s=NOW_S)
    real, calls = imports._keep, []

    def dies(*args):
        calls.append(1)
        if len(calls) == 2:
            raise SystemExit
        real(*args)

    monkeypatch.setattr(imports, "_keep", dies)
    with pytest.raises(SystemExit):
        imports_runs.go_on(now_s=NOW_S, run_id=whole.pk)
    monkeypatch.setattr(imports, "_keep", real)
    assert ImportRun.objects.get(pk=whole.pk).state == "running"
    imports_runs.go_on(now_s=NOW_S, run_id=whole.pk)
    run = ImportRun.objects.get(pk=whole.pk)
    assert (run.state, run.lines, run.counts["created"], run.counts["rejected"]) == ("done", 7, 4, 3)
    assert FactRow.objects.filter(kind="captured").count() == 4
    assert list(ImportBatch.objects.order_by("pk").values_list("lines", flat=True)) == [2, 2, 2, 1]
    with open(run.rejects_file, encoding="utf-8") as file:
        assert [line.split(",")[0] for line in file] == ["external_id", "x1", "x3", "x5"]


def test_a_file_again_looks_only_at_what_was_touched_since(db, home):
    path = home / "a.csv"
    path.write_text("external_id,email,employees\nx1,a@b.example,5\nx2,c@d.example,many\nx3,e@f.example,7\n")
    first = imports.run(actor=SYSTEM, path=path, shape="leads", now_s=NOW_S)
    facts = FactRow.objects.count()
    again = imports.run(actor=SYSTEM, path=path, shape="leads", now_s=NOW_S)
    assert (first.counts["created"], again.counts["unchanged"], again.counts["rejected"]) == (2, 2, 1)
    assert FactRow.objects.count() == facts
    other = home / "b.csv"
    other.write_text("external_id,occurred_at,employees\nx1,2020-01-01,9\n")
    imports.run(actor=SYSTEM, path=other, shape="leads", now_s=NOW_S)
    assert imports.run(actor=SYSTEM, path=path, shape="leads", now_s=NOW_S).counts["rejected"] == 1


def test_rejects_come_back_in_the_delimiter_and_encoding_of_the_file_and_harmless(db, home):
    path = home / "a.csv"
    path.write_bytes(
        "external_id;name;employees\nx1;=HYPERLINK(1);viele\nx2;Müller\nx3;+49 30 1;5;6\n".encode("cp1252")
    )
    report = imports.run(
        actor=SYSTEM, path=path, shape="leads", now_s=NOW_S,
        read_as=imports.ReadAs(encoding="windows-1252"),
    )  # fmt: skip
    with open(report.rejects_file, encoding="cp1252", newline="") as file:
        rows = [line.rstrip().split(";")[:4] for line in file]
    assert rows == [
        ["external_id", "name", "employees", "reject line"],
        ["x1", "'=HYPERLINK(1)", "viele", "2"],
        ["x2", "Müller", "", "3"],
        ["x3", "+49 30 1", "5", "4"],
    ]


OPT_OUTS = """External ID,Email,Has Opted Out of Email,Unsubscribed,Do Not Call,Do Not Contact,Opt in date
b1,a@k.example,False,,0,false,
b2,b@k.example,False,2026-02-01,0,No,
b3,c@k.example,TRUE,,yes,,
b4,d@k.example,,,,1,
"""


def refused():
    return dict(Lead.objects.order_by("pk").values_list("email", "refused"))


def bring_in(home, prepared, name, later_s):
    return imports.run(
        actor=SYSTEM, path=home / name, shape="leads", mapping_text=prepared.mapping, now_s=NOW_S + later_s
    )


def test_columns_that_say_no_are_understood_and_no_file_takes_a_no_back(db, home):
    company()
    prepared = ready(home, OPT_OUTS)
    assert {name: target for name, (target, _by) in meanings(prepared).items()} == {
        "External ID": "external_id", "Email": "email", "Has Opted Out of Email": "no_email",
        "Unsubscribed": "no_email", "Do Not Call": "no_phone", "Do Not Contact": "do_not_contact",
    }  # fmt: skip
    report = bring_in(home, prepared, "file.csv", 0)
    assert (report.counts["created"], report.counts["rejected"]) == (4, 0)
    no_way = "email phone post"
    before = {"a@k.example": None, "b@k.example": "email", "c@k.example": no_way, "d@k.example": no_way}
    assert refused() == before
    told = set(FactRow.objects.filter(field__startswith="permission_").values_list("value_code", flat=True))
    assert told == {"refused"}
    later = OPT_OUTS.replace("2026-02-01", "").replace("TRUE,,yes", "false,,no").replace(",1,", ",0,")
    bring_in(home, ready(home, later, name="later.csv"), "later.csv", 9)
    assert refused() == before
    yes = "external_id,email,permission_email,do_not_contact\nb2,b@k.example,consent,false\nb4,d@k.example,consent,no\n"
    bring_in(home, ready(home, yes, name="yes.csv", source_system="file"), "yes.csv", 19)
    assert refused() == before
