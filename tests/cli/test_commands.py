"""The command line: answers on standard output, reasons on standard error, and an exit status that says which."""

import argparse
import csv
import json
import subprocess
import sys

import pytest

from leadpact.__main__ import main
from leadpact.cli.commands import COMMANDS
from leadpact.connectors import pact_file
from leadpact.evidence.catalogue import MEASURES
from leadpact.ledger.models import FactRow, Lead, PactVersion
from tests.company import company

LEADS = "external_id,occurred_at,source,email\na1,2026-05-01,web,nadia@kessler.example\na2,2026-05-02,fair,nobody\n"


@pytest.fixture
def home(settings, tmp_path, monkeypatch):
    settings.HOME = tmp_path
    monkeypatch.setattr("leadpact.settings.HOME", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys, home):
    def go(*arguments):
        status = main(list(arguments))
        said = capsys.readouterr()
        return status, said.out, said.err

    return go


def _parser(command):
    parser = argparse.ArgumentParser(prog=command.NAME)
    command.add_arguments(parser)
    return parser


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.NAME)
def test_every_command_explains_itself_with_an_example(command, capsys):
    with pytest.raises(SystemExit) as left:
        main([command.NAME, "--help"])
    shown = capsys.readouterr().out
    assert left.value.code == 0
    assert all(line in shown for line in command.EXAMPLE.splitlines())
    assert f"leadpact {command.NAME}" in command.EXAMPLE
    assert command.HELP.endswith(".")


def test_help_is_quick_because_nothing_heavy_is_loaded():
    code = "import sys; from leadpact.cli.commands import parser; parser(); print([m for m in ('django', 'pyarrow', 'numpy', 'ibis') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_import_answers_in_json_and_says_what_it_rejected(db, run, home):
    (home / "leads.csv").write_text(LEADS)
    status, out, _ = run("import", "leads.csv", "--as", "leads", "--json", "--progress")
    body = json.loads(out)
    assert status == 0
    assert body["counts"] == {"created": 1, "changed": 0, "unchanged": 0, "rejected": 1, "flagged": 0}
    assert (body["rejects"][0]["line"], body["rejects"][0]["column"]) == (3, "email")
    assert Lead.objects.get().email == "nadia@kessler.example"
    status, out, _ = run("import", "leads.csv", "--as", "leads")
    assert (status, "1 was unchanged" in out) == (0, True)


def test_a_trial_by_the_command_line_leaves_nothing(db, run, home):
    (home / "leads.csv").write_text(LEADS)
    status, out, _ = run("import", "leads.csv", "--as", "leads", "--dry-run")
    assert (status, "1 would be created" in out, "This was a trial" in out, FactRow.objects.count()) == (
        0,
        True,
        True,
        0,
    )


def test_an_import_that_takes_nothing_says_so_with_its_status(db, run, home):
    (home / "leads.csv").write_text("external_id,email\na,nobody\n")
    assert run("import", "leads.csv", "--as", "leads")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("import", "absent.csv", "--as", "leads"), "there is no such file"),
        (("import", "other.csv", "--as", "leads"), '--column "HEADING=name"'),
        (("import", "other.csv", "--as", "leads", "--map", "absent.yaml"), "absent.yaml: No such file"),
        (("import", "other.csv", "--as", "facts"), "is no column of the ledger"),
        (("evidence", "funel"), "Did you mean funnel?"),
        (("evidence", "funnel", "--as-of", "yesterday"), "expected a day such as 2026-03-31"),
        (("evidence",), "Name a measure: funnel"),
        (("evidence", "funnel", "--source", "mysql://host/db"), "No engine is called mysql"),
        (("evidence", "funnel", "--source", "duckdb:a", "--source", "duckdb:b"), "not twice"),
        (("evidence", "funnel", "--source", "postgres://me:s3cret@127.0.0.1:1/d"), "postgres://me:***@127.0.0.1:1/d: "),
        (("pact", "check", "absent.yaml"), "absent.yaml: No such file"),
        (("pact", "show"), "There is no pact yet"),
        (("score", "--lead", "7"), "There is no lead 7"),
        (("export", "all"), "Name a folder"),
    ],
)
def test_a_mistake_gets_a_reason_and_no_traceback(db, run, home, arguments, says):
    (home / "other.csv").write_text("colour,size\nred,1\n")
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert says in err
    assert "Traceback" not in err


def test_a_measure_answers_in_json_alone(db, run):
    acme = company()
    acme.handed_over("x1")
    status, out, _ = run("evidence", "funnel", "--format", "json")
    body = json.loads(out)
    assert status == 0
    assert {"measure", "as_of", "grade", "sentence", "rows"} <= body.keys()
    assert (body["measure"], sum(row["captured"] for row in body["rows"])) == ("funnel", 1)


def test_a_measure_without_facts_has_no_rows_and_a_sentence(db, run):
    status, out, _ = run("evidence", "persistence", "--format", "json", "--as-of", "2026-01-01")
    body = json.loads(out)
    assert (status, body["rows"], body["sentence"]) == (
        0,
        [],
        "No attempts are recorded by 2026-01-01, so there is nothing to learn from yet.",
    )


def test_a_measure_as_csv_has_its_sentence_apart(db, run):
    company().lead("x1")
    status, out, err = run("evidence", "funnel", "--format", "csv")
    assert (status, len(list(csv.DictReader(out.splitlines()))), err.strip().endswith(".")) == (0, 1, True)


def test_a_copy_asked_as_a_warehouse_answers_as_the_ledger_does(db, run, home):
    acme = company()
    acme.handed_over("x1")
    acme.lead("x2")
    assert run("copy")[0] == 0
    asked = ("evidence", "funnel", "--format", "json", "--as-of", "2026-06-30")
    want = run(*asked)[1]
    assert run(*asked, "--source", f"parquet:{home / 'copy'}")[:2] == (0, want)
    some = run(*asked, "--source", "web_form")[1]
    assert run(*asked, "--source", f"parquet:{home / 'copy'}", "--source", "web_form")[:2] == (0, some)
    assert some != want


def test_a_password_is_not_written_to_the_log_of_errors(db, run, home, monkeypatch):
    def broken(**asked):
        raise ZeroDivisionError(asked["address"])

    monkeypatch.setattr("leadpact.operations.refresh.ask_elsewhere", broken)
    address = "postgres://me:s3cret@127.0.0.1:1/d"
    monkeypatch.setattr("sys.argv", ["leadpact", "evidence", "funnel", "--source", address])
    assert run("evidence", "funnel", "--source", address)[0] == 70
    assert "postgres://***@127.0.0.1:1/d" in (home / "errors.log").read_text()
    assert "s3cret" not in (home / "errors.log").read_text()


def test_measures_are_listed(db, run):
    status, out, _ = run("evidence", "--list")
    assert (status, [line for line in out.splitlines() if not line.startswith(" ")]) == (0, list(MEASURES))


def test_every_mistake_of_a_pact_is_listed_with_its_place(run, home):
    broken = pact_file.starter().replace("points: ", "pints: ")
    (home / "pact.yaml").write_text(broken)
    status, _, err = run("pact", "check", "pact.yaml")
    lines = err.strip().splitlines()
    assert (status, lines[-1]) == (2, f"{len(lines) - 1} mistakes.")
    assert all(line.startswith("pact.yaml:") for line in lines[:-1])
    assert len(lines) > 5


def test_the_starter_is_checked_proposed_and_shown(db, run, home):
    _, text, _ = run("pact", "starter")
    (home / "pact.yaml").write_text(text)
    assert run("pact", "check", "pact.yaml")[0] == 0
    status, out, _ = run("pact", "put", "pact.yaml", "--note", "first")
    row = PactVersion.objects.get()
    assert (status, row.state, row.note, f"version {row.version}, is proposed" in out) == (0, "proposed", "first", True)
    assert run("pact", "show")[1] == text
    (home / "broken.yaml").write_text("name: 1\n")
    status, _, err = run("pact", "put", "broken.yaml")
    assert (status, "mistake" in err, PactVersion.objects.count()) == (2, True, 1)


def test_a_file_is_compared_with_the_version_in_force(db, run, home):
    company()
    text = run("pact", "starter")[1]
    (home / "new.yaml").write_text(text.replace("points: 18", "points: 3").replace("points: 60,", "points: 99,"))
    says = "A good lead (both)\n  changed: Budget approved or planned: +18 → +3\n"
    status, out, _ = run("pact", "compare", "new.yaml")
    assert (status, out.startswith(says)) == (0, True)
    assert run("pact", "compare", "1", "new.yaml")[1] == out
    (home / "old.yaml").write_text(text)
    assert run("pact", "compare", "old.yaml", "1")[1] == "Both say the same.\n"
    assert run("pact", "compare", "7")[0] == 2
    status, _, err = run("pact", "check", "new.yaml")
    assert (status, err.splitlines()[-1]) == (2, "1 mistake.")
    assert "asks for 99 points, and a lead can have 93 at most" in err


def test_a_draft_is_begun_saved_talked_about_proposed_and_withdrawn(db, run, home):
    company()
    assert run("pact", "draft") == (0, "Draft 1 is begun: both teams edit it on the page Pact.\n", "")
    text = run("pact", "show", "--draft", "1")[1]
    (home / "a.yaml").write_text(text.replace("points: 18", "points: 20"))
    (home / "b.yaml").write_text(text.replace("points: 18", "points: 3"))
    saved = "Saved as revision 2. changed: Budget approved or planned: +18 → +20.\n"
    assert run("pact", "draft", "a.yaml", "--draft", "1", "--revision", "1")[:2] == (0, saved)
    status, _, err = run("pact", "draft", "b.yaml", "--draft", "1", "--revision", "1")
    assert (status, "points: 20" in err, "Save again with --revision 2" in err) == (2, True, True)
    assert run("pact", "draft", "--draft", "1")[0] == 2
    assert run("pact", "said", "--draft", "1")[1] == "Nothing was said yet.\n"
    assert run("pact", "say", "Why 20?", "--draft", "1", "--row", "good_lead.points[1]")[0] == 0
    assert "of “Budget approved or planned: +20”:\n  Why 20?\n" in run("pact", "said", "--draft", "1")[1]
    assert "version 2, is proposed" in run("pact", "propose", "--draft", "1", "--note", "More")[1]
    listed = run("pact", "list")[1]
    assert ("version 2" in listed, "proposed" in listed, "in force" in listed) == (True, True, True)
    assert run("pact", "withdraw")[0] == 2
    row = PactVersion.objects.get(version=2)
    assert run("pact", "withdraw", "--id", str(row.pk))[1] == "Version 2 is withdrawn; its draft can be gone on with.\n"
    assert run("pact", "withdraw", "--draft", "1")[1] == "Draft 1 is put away.\n"
    assert run("pact", "propose", "--draft", "1")[0] != 0


def test_a_score_adds_up(db, run):
    acme = company()
    lead_id = acme.good_lead("x1")
    status, out, _ = run("score", "--lead", str(lead_id), "--json")
    body = json.loads(out)
    assert (status, body["lead"], body["points"] > 0) == (0, lead_id, True)
    assert sum(reason["points"] for reason in body["reasons"]) == body["points"]
    assert f"{body['points']} points" in run("score", "--lead", str(lead_id))[1]


def test_drift_is_found_named_and_mended(db, run):
    company().handed_over("x1")
    assert run("rebuild", "--check")[0] == 0
    Lead.objects.update(state="won")
    status, out, _ = run("rebuild", "--check")
    assert (status, "state: kept 'won'" in out) == (1, True)
    assert run("rebuild")[0] == 0
    assert run("rebuild", "--check")[0] == 0


def test_the_doctor_names_the_cure(db, run):
    status, out, _ = run("doctor", "--json")
    found = {check["name"]: check for check in json.loads(out)}
    assert status == 0
    assert found["tables"]["is_well"] is True
    assert found["company"] == {
        "name": "company", "is_well": False, "says": "not set up",
        "cure": "Run leadpact start --empty and fill in the first page.",
    }  # fmt: skip
    assert all(check["is_well"] or check["cure"] for check in found.values())


def test_everything_is_taken_out_into_a_folder(db, run, home):
    company().handed_over("x1")
    status, _, err = run("export", "all", "--out", "backup")
    assert (status, len(err.strip().splitlines())) == (0, 7)
    assert {path.name for path in (home / "backup").iterdir()} == {
        "leads.csv", "hand_offs.csv", "clocks.csv", "deals.csv", "accounts.csv", "people.csv", "facts.csv"
    }  # fmt: skip
    status, out, _ = run("export", "leads")
    assert (status, out.replace("\r\n", "\n")) == (0, (home / "backup" / "leads.csv").read_text())


def test_the_reference_is_written_once(run, home):
    status, _, _ = run("docs", "reference")
    names = sorted(path.name for path in (home / "reference").iterdir())
    assert (status, names) == (
        0,
        ["commands.md", "exports.md", "facts.md", "measures.md", "permissions.md", "settings.md"],
    )
    assert run("docs", "reference")[1] == ""


def test_tables_that_are_there_are_left_alone(db, run):
    assert run("migrate")[:2] == (0, "The tables are up to date.\n")


def test_the_demo_is_not_poured_over_a_company(db, run):
    company()
    status, _, err = run("demo", "fill")
    assert (status, "There is a company here already" in err) == (2, True)


def test_a_defect_is_named_and_its_traceback_kept_apart(db, run, home, monkeypatch):
    def burst(**_):
        raise ZeroDivisionError("a wheel came off")

    monkeypatch.setattr("leadpact.operations.rebuild.check", burst)
    status, _, err = run("rebuild", "--check")
    assert (status, "ZeroDivisionError: a wheel came off" in err, "Traceback" in err) == (70, True, False)
    assert "Traceback" in (home / "errors.log").read_text()
