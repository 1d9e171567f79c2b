"""The operator's page of jobs."""

import re
import time

import pytest
from django.test import Client

from leadpact.jobs import queue
from leadpact.jobs.timetable import EVERY_S
from leadpact.ledger.models import Job
from tests.company import company
from tests.made_once import just_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator():
    made = company(just_now())
    client = Client()
    client.force_login(made.people["operator"])
    return client


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_the_page_says_what_failed_and_why_and_tries_it_again(operator):
    now_s = int(time.time())
    queue.keep_turns(EVERY_S, now_s)
    arguments = {"name": "funnel", "parameters": {"until": "2026-03-31"}}
    job = Job.objects.create(
        name="compute_result", due_s=now_s, failed_s=now_s, tries=8, error="OSError: no disk", arguments=arguments
    )
    page = operator.get("/jobs/")
    assert page.context["heading"] == "1 job failed"
    assert "funnel, until 2026-03-31" in words(page)
    assert "OSError: no disk" in words(page)
    assert words(page).count("Try again") == 1
    again = operator.post(f"/jobs/{job.pk}/again/")
    assert (again.status_code, again["Location"]) == (302, "/jobs/")
    page = operator.get("/jobs/")
    assert "Tried again by Olga Operator" in words(page)
    assert Job.objects.get(pk=job.pk).failed_s is None


@pytest.mark.parametrize(("turns", "heading"), [(EVERY_S, "Everything is done in time"), ({}, "No worker is running")])
def test_without_trouble_it_says_whether_a_worker_runs(operator, turns, heading):
    queue.keep_turns(turns, int(time.time()))
    page = operator.get("/jobs/")
    assert page.context["heading"] == heading
    assert {"tables", "worker", "pact"} <= {check.name for check in page.context["checks"]}
