"""``leadpact retention`` on the command line."""

import time

import pytest

from leadpact.__main__ import main
from leadpact.ledger.models import ExpiringLead, PersonValue
from leadpact.operations import retention
from leadpact.rules.retention import DAY_S
from tests.company import company
from tests.operations.test_retention import KEPT

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(capsys, settings, tmp_path, monkeypatch):
    settings.HOME = tmp_path
    monkeypatch.setattr("leadpact.settings.HOME", tmp_path)

    def go(*arguments):
        status = main(["retention", *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return go


def test_it_shows_plans_keeps_and_forgets(run):
    now_s = int(time.time())
    acme = company(now_s - 731 * DAY_S, text=KEPT)
    lead_id = acme.good_lead("x1")
    status, out, _ = run()
    assert status == 0
    assert "Leads are kept for 24 months (Our pact, version 1)." in out
    assert "1 lead forgotten within 8 weeks" in out
    assert f"lead {lead_id}  Nadia x1" in out
    assert "A run now forgets 0 leads: none." in run("--dry-run")[1]
    assert ExpiringLead.objects.count() == 0
    assert run("--run")[1] == "0 leads forgotten.\n"
    ExpiringLead.objects.update(listed_s=now_s - 15 * DAY_S)
    assert f"A run now forgets 1 lead: {lead_id}." in run("--dry-run")[1]
    assert PersonValue.objects.filter(lead_id=lead_id).exists()
    status, _, err = run("--keep", str(lead_id))
    assert (status, "Say in at most 300 signs why" in err) == (2, True)
    assert "is kept until" in run("--keep", str(lead_id), "--because", "Spring", "--for", "6 months")[1]
    assert run("--run")[1] == "0 leads forgotten.\n"
    assert "is kept as long as agreed" in run("--let-go", str(lead_id))[1]
    assert run("--run")[1] == "1 lead forgotten.\n"
    assert not PersonValue.objects.filter(lead_id=lead_id).exists()


def test_without_an_agreed_time_it_says_so(run):
    company()
    nobody = "No pact in force says how long leads are kept: nobody is forgotten by age.\n"
    assert [run(*given)[1] for given in ((), ("--dry-run",))] == [nobody, nobody]
    assert run("--run")[1] == "0 leads forgotten.\n"
    assert retention.plan(now_s=int(time.time())).agreed is None
