"""A file is uploaded, asked about, looked at, brought in by the worker, and its refused rows come back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from leadpact.connectors.shapes import LeadShape
from leadpact.jobs import worker
from leadpact.ledger.access import SYSTEM
from leadpact.ledger.models import FactRow, ImportRun, Job, Lead
from leadpact.operations.capture import capture_lead
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db
FILE = "id,Name,E-Mail,Created,Employees\nx1,Ana Ruiz,ana@k.example,04/05/2026,5\nx2,Bo Berg,bo@k.example,01/02/2026,many\n"


@pytest.fixture
def head(client, settings, tmp_path):
    settings.HOME = tmp_path
    client.force_login(company().people["marketing_head"])
    return client


def send(client, content=FILE, name="our leads.csv"):
    answer = client.post("/data/imports/upload/", {"file": SimpleUploadedFile(name, content.encode())})
    assert answer.status_code == 302
    return answer["Location"]


def test_from_upload_to_the_file_of_refused_rows(head):
    before = FactRow.objects.count()
    place = send(head)
    page = head.get(place).content.decode()
    assert "could be two dates" in page
    assert "Day, month, year: 04/05/2026 is 4 May 2026" in page
    assert "Month, day, year: 04/05/2026 is 5 April 2026" in page
    assert "Bring it in" not in page
    head.post(f"{place}choose/", {"shape": "leads", "date_order": ""})
    assert "could be two dates" in head.get(place).content.decode(), "no choice is none"
    head.post(f"{place}choose/", {"date_order": "mdy"})
    page = head.get(place).content.decode()
    assert "What would become of its 2 rows" in page
    assert "employees: expected a number" in page
    assert FactRow.objects.count() == before, "nothing is written before somebody says so"
    assert head.post(f"{place}begin/").status_code == 302
    assert "waits for the worker" in head.get(place).content.decode()
    assert worker.run_next(2_000_000_000, "w") == "import_file"
    page = head.get(place).content.decode()
    assert "1 row came in, 1 refused" in page
    run = ImportRun.objects.get()
    assert (run.state, run.counts["created"], run.counts["rejected"]) == ("done", 1, 1)
    assert list(Lead.objects.filter(name="Ana Ruiz").values_list("captured_s", flat=True)) == [
        1775340000
    ]  # 5 April in Berlin
    refused = b"".join(head.get(f"{place}rejects/").streaming_content).decode().splitlines()
    assert refused[1].startswith("x2,Bo Berg,bo@k.example,01/02/2026,many,3,employees,")


def test_what_is_asked_and_refused_is_worded_for_the_page(head):
    page = head.get(send(head)).content.decode()
    assert ">Day, month, year: " in page
    assert ">dmy" not in page
    page = head.get(send(head, "Deal ID,Company,Amount\nd1,Kessler,1200\n", "deals.csv")).content.decode()
    assert ">All are won</option>" in page
    page = head.get(send(head, "%PDF-1.7", "a.csv")).content.decode()
    assert ">a.csv: this is a PDF" in page
    assert "--" not in page.split("<main")[1].split("</main>")[0].replace("<!--", "").replace("-->", "")


def test_new_rows_that_look_like_leads_are_named(head):
    known = {"name": "Nadia Rahman", "company": "Kessler GmbH", "email": "n.rahman@kessler.example"}
    capture_lead(actor=SYSTEM, shape=LeadShape("a", "web", values=known), now_s=NOW_S)
    text = "Name,Company,Email\nNadia Rahman,Kessler,nadia@home.example\nGrace Abara,Nordlicht,grace@n.example\n"
    page = head.get(send(head, text)).content.decode()
    assert "Of 2 new rows 1 looks like a lead you already have" in page
    assert ">Nadia Rahman, Kessler GmbH</a>" in page
    assert "same name, same company" in page


def test_what_columns_mean_can_be_changed(head):
    place = send(head, "Wer,Was\nAna,Kessler\n")
    head.post(f"{place}choose/", {"heading_of": ["Wer", "Was"], "target_of": ["name", "company"]})
    page = head.get(place).content.decode()
    assert "2 of 2 columns are taken" in page
    assert "company Kessler" in page


def test_what_is_no_table_is_refused_in_words(head):
    page = head.get(send(head, "%PDF-1.7", "a.csv")).content.decode()
    assert "this is a PDF" in page


def test_a_run_can_be_stopped_and_gone_on_with(head):
    place = send(head, "id,name\nx1,Ana\nx2,Bo\n")
    head.post(f"{place}begin/")
    head.post(f"{place}stop/")
    worker.run_next(2_000_000_000, "w")
    assert ImportRun.objects.get().state == "stopped"
    head.post(f"{place}begin/")
    Job.objects.filter(name="import_file").update(due_s=NOW_S)
    worker.run_next(2_000_000_000, "w")
    assert (ImportRun.objects.get().state, ImportRun.objects.get().counts["created"]) == ("done", 2)
