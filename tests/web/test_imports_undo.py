"""The page on which an import is taken back, from what it would do to what it did."""

import csv
import time

import pytest
from django.test import Client
from django.urls import reverse

from leadpact.jobs import worker
from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import ImportRun, Job, Lead
from leadpact.operations import imports, sla
from tests.company import company

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return company()


def bring(tmp_path, acme):
    path = tmp_path / "fair.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["external_id", "source_system", "name"])
        rows.writerows([[f"F{n}", "fair", f"Nadia {n}"] for n in range(4)])
    imports.run(actor=SYSTEM, path=path, shape="leads", now_s=acme.now_s)
    return ImportRun.objects.get().pk


def test_it_tells_what_it_would_do_does_it_and_names_what_stays(acme, tmp_path):
    run_id = bring(tmp_path, acme)
    worked = Lead.objects.get(name="Nadia 2").pk
    sla.log_attempt(
        actor=acme.actor("marketer"), lead_id=worked, channel="call", outcome="reached", now_s=acme.now_s + 60
    )
    client, url = Client(), reverse("import_undo", args=[run_id])
    client.force_login(acme.people["marketing_head"])
    assert f'href="{url}"' in client.get(reverse("imports")).content.decode()
    page = client.get(url).content.decode()
    assert "3 leads that came with it go." in page
    assert "1 lead stays, because somebody worked on it since." in page
    assert "Called, Ida Brandt" in page
    assert client.post(url).status_code == 302
    assert "It is being taken back" in client.get(url).content.decode()
    Job.objects.exclude(name="undo_import").delete()
    assert worker.run_next(int(time.time()) + 5, "w") == "undo_import"
    page = client.get(url).content.decode()
    assert "3 leads are gone, 0 are as they were before, 1 stay." in page
    assert list(Lead.objects.values_list("pk", flat=True)) == [worked]


def test_it_can_be_stopped_and_gone_on_with(acme, tmp_path):
    run_id = bring(tmp_path, acme)
    client, url = Client(), reverse("import_undo", args=[run_id])
    client.force_login(acme.people["marketing_head"])
    client.post(url)
    client.post(url, {"stop": "1"})
    Job.objects.exclude(name="undo_import").delete()
    worker.run_next(int(time.time()) + 5, "w")
    assert Lead.objects.count() == 4
    client.post(url)
    worker.run_next(int(time.time()) + 5, "w")
    assert Lead.objects.count() == 0
