"""Failed jobs are tried again by the operator, who stays named."""

import logging

import pytest

from leadpact.jobs import queue
from leadpact.ledger import access
from leadpact.ledger.jobs import enqueue
from leadpact.ledger.models import Job
from leadpact.operations.jobs import NothingToTry, try_again
from leadpact.queries.jobs import jobs_page
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return company()


def failed_for_good(once="pact"):
    """A job whose tries are used up."""
    enqueue("take_effect", due_s=NOW_S, once=once)
    Job.objects.filter(once=once).update(tries=queue.TRIES - 1)
    queue.fail(queue.claim(NOW_S, "w1"), NOW_S, "OSError: no disk")
    job = Job.objects.get(once=once)
    assert job.failed_s == NOW_S
    return job


def test_a_failed_job_is_due_at_once_with_new_tries_and_says_who_asked(acme, caplog):
    job = failed_for_good()
    olga = acme.people["operator"]
    with caplog.at_level(logging.INFO, "leadpact.jobs"):
        try_again(actor=acme.actor("operator"), job_id=job.pk, now_s=NOW_S + 60)
    assert caplog.messages == [f"job {job.pk} is tried again, asked for by person {olga.pk}"]
    [row] = jobs_page(acme.actor("operator"), NOW_S + 60).jobs
    assert (row.due_s, row.tries, row.again_by, int(row.again_at.timestamp())) == (NOW_S + 60, 0, olga.name, NOW_S + 60)
    assert queue.claim(NOW_S + 60, "w2").id == job.pk


def test_a_job_of_the_timetable_that_waits_for_its_next_try_is_tried_at_once(acme):
    queue.keep_turns({"wake_due": 60}, NOW_S)
    queue.fail(queue.claim(NOW_S, "w1"), NOW_S, "OSError: no disk")
    job = Job.objects.get()
    assert queue.claim(NOW_S + 1, "w1") is None
    try_again(actor=acme.actor("operator"), job_id=job.pk, now_s=NOW_S + 1)
    assert queue.claim(NOW_S + 1, "w1").id == job.pk


def test_what_is_well_running_or_gone_is_left_alone(acme):
    running = failed_for_good("running")
    enqueue("take_effect", due_s=NOW_S, once="well")
    well = Job.objects.get(once="well").pk
    Job.objects.filter(pk=running.pk).update(failed_s=None, lease_until_s=NOW_S + 60, lease_by="w1")
    before = list(Job.objects.order_by("pk").values())
    for job_id in (well, running.pk, 999):
        with pytest.raises(NothingToTry, match="runs just now, or is done already"):
            try_again(actor=acme.actor("operator"), job_id=job_id, now_s=NOW_S)
    assert list(Job.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("role", ["marketing_head", "sales_head", "salesperson", "reader"])
def test_only_the_operator_tries_again(acme, role):
    job = failed_for_good()
    with pytest.raises(access.Forbidden):
        try_again(actor=acme.actor(role), job_id=job.pk, now_s=NOW_S)
    assert Job.objects.get().failed_s == NOW_S
