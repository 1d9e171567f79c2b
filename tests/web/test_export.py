"""Files that people take out in the browser."""

import csv
import io
import zipfile

import pyarrow.parquet as pq
import pytest
from django.test import Client
from django.urls import reverse

from leadpact.ledger.models import FactRow
from tests.company import company

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    made = company()
    made.handed_over("x1", name="=HYPERLINK(1)")
    return made


def taken(acme, name, role="operator"):
    client = Client()
    client.force_login(acme.people[role])
    answer = client.get(reverse("export_file", args=[name]))
    return answer, b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_a_list_comes_with_formulas_made_harmless(acme):
    answer, raw = taken(acme, "leads.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="leadpact-leads.csv"'
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert [row["name"] for row in rows] == ["'=HYPERLINK(1)"]


def test_facts_come_as_parquet_with_every_column(acme):
    _, raw = taken(acme, "facts.parquet")
    table = pq.read_table(io.BytesIO(raw))
    assert table.num_rows == FactRow.objects.count()
    first = table.slice(0, 1).to_pylist()[0]
    fact = FactRow.objects.order_by("seq").first()
    assert (first["id"], first["kind"], first["occurred_s"]) == (fact.id, fact.kind, fact.occurred_s)
    assert (first["occurred_at"], first["occurred_on"]) == (fact.occurred_at, fact.occurred_on)


def test_everything_comes_as_one_file_and_the_pact_holds_in_it(acme):
    _, raw = taken(acme, "everything.zip")
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        names = {"leads.csv", "hand_offs.csv", "clocks.csv", "deals.csv", "accounts.csv", "people.csv", "facts.csv"}
        assert names | {"facts.parquet", "rows.json"} <= set(archive.namelist())
        # An operator is nobody's head: whose doing it was is not theirs to see.
        table = pq.read_table(io.BytesIO(archive.read("facts.parquet")))
    calls = [row for row in table.to_pylist() if row["kind"] == "handed_over"]
    assert [(row["person_id"], row["by_id"]) for row in calls] == [(None, None)]


def test_the_page_names_every_file_and_an_unknown_one_is_not_there(acme):
    client = Client()
    client.force_login(acme.people["operator"])
    page = client.get(reverse("exports")).content.decode()
    assert all(name in page for name in ("everything.zip", "leads.csv", "facts.parquet"))
    assert taken(acme, "secrets.csv")[0].status_code == 404
