"""The operator sees what the worker does, and what it could not do first."""

import pytest

from leadpact.jobs import queue, worker
from leadpact.jobs.timetable import EVERY_S
from leadpact.ledger.access import Forbidden
from leadpact.ledger.jobs import enqueue
from leadpact.ledger.models import Job
from leadpact.queries.jobs import JobRow, jobs_page
from tests.company import NOW_S, company

pytestmark = pytest.mark.django_db


def test_trouble_comes_first_and_a_missing_worker_shows():
    operator = company().actor("operator")
    queue.keep_turns({"act_on_due": 15, "wake_due": 60}, NOW_S)
    enqueue("take_effect", due_s=NOW_S, once="x")
    enqueue("compute_result", due_s=NOW_S, once="y")
    queue.fail(queue.claim(NOW_S, "ana"), NOW_S, "OSError: no disk")
    queue.claim(NOW_S, "ana")
    Job.objects.filter(once="y").update(failed_s=NOW_S, error="ValueError: wrong", tries=8)
    page = jobs_page(operator, NOW_S)
    assert [(row.name, row.state) for row in page.jobs] == [
        ("compute_result", "failed"),
        ("act_on_due", "failing"),
        ("wake_due", "running"),
        ("take_effect", "waiting"),
    ]
    assert page.jobs[1] == JobRow(page.jobs[1].id, "act_on_due", "failing", NOW_S + 15, 15, 1, "OSError: no disk", "")
    assert page.is_working
    assert not jobs_page(operator, NOW_S + 3_600).is_working


def test_after_a_turn_of_the_worker_everything_waits():
    operator = company().actor("operator")
    assert not jobs_page(operator, NOW_S).is_working, "no worker ever ran"
    turns = {name: every_s for name, every_s in EVERY_S.items() if name != "refresh_evidence"}  # It has its own tests.
    queue.keep_turns(turns, NOW_S)
    worker.run_due(NOW_S, "test")
    page = jobs_page(operator, NOW_S)
    assert {row.state for row in page.jobs} == {"waiting"}
    assert {row.name for row in page.jobs} == set(turns)


def test_only_the_operator_sees_jobs():
    with pytest.raises(Forbidden):
        jobs_page(company().actor("marketing_head"), NOW_S)
