"""A job is taken by one worker, kept while it runs, done once, and tried again with patience."""

import pytest

from leadpact.jobs import queue
from leadpact.jobs.queue import Lease
from leadpact.ledger.jobs import enqueue
from leadpact.ledger.models import Job

pytestmark = pytest.mark.django_db
COLUMNS = ("name", "due_s", "lease_until_s", "lease_by", "tries", "every_s", "error", "failed_s")


def rows():
    return list(Job.objects.order_by("id").values_list(*COLUMNS))


def test_only_one_worker_gets_a_job_and_the_longest_due_goes_first():
    enqueue("second", due_s=110, once="b")
    enqueue("first", due_s=100, once="a", arguments={"x": 1})
    enqueue("later", due_s=500, once="c")
    first, second = queue.claim(120, "ana"), queue.claim(120, "bo")
    assert (first[1:], second[1:]) == (("first", {"x": 1}, None, 1, "ana"), ("second", {}, None, 1, "bo"))
    assert queue.claim(120, "cy") is None
    assert rows() == [
        ("second", 110, 180, "bo", 1, None, "", None),
        ("first", 100, 180, "ana", 1, None, "", None),
        ("later", 500, 0, "", 0, None, "", None),
    ]


def test_a_job_asked_for_twice_is_done_once_and_can_be_asked_for_again_afterwards():
    assert [enqueue("count", due_s=100, once="c"), enqueue("count", due_s=100, once="c")] == [True, False]
    lease = queue.claim(100, "ana")
    assert enqueue("count", due_s=100, once="c") is False
    queue.finish(lease, 101)
    assert rows() == []
    assert enqueue("count", due_s=100, once="c") is True


def test_work_asked_for_sooner_is_due_sooner_but_never_later():
    enqueue("count", due_s=100, once="c")
    assert [enqueue("count", due_s=90, once="c"), enqueue("count", due_s=300, once="c")] == [True, False]
    assert rows() == [("count", 90, 0, "", 0, None, "", None)]


def test_a_lease_that_runs_out_goes_to_another_worker_and_the_first_can_no_longer_put_it_down():
    enqueue("count", due_s=100, once="c")
    dead = queue.claim(100, "ana", lease_s=60)
    assert queue.claim(159, "bo") is None
    assert queue.renew(dead, 150) is True
    assert queue.claim(160, "bo") is None
    taken = queue.claim(210, "bo")
    assert taken == Lease(dead.id, "count", {}, None, 2, "bo")
    assert queue.renew(dead, 211) is False
    queue.finish(dead, 212)
    queue.fail(dead, 212, "late")
    assert rows() == [("count", 100, 270, "bo", 2, None, "", None)]


def test_a_turn_comes_round_and_forgets_its_errors():
    queue.keep_turns({"often": 15}, 1_000)
    queue.fail(queue.claim(1_000, "ana"), 1_001, "OSError: no mail")
    assert rows() == [("often", 1_016, 0, "", 1, 15, "OSError: no mail", None)]
    assert queue.claim(1_015, "bo") is None
    queue.finish(queue.claim(1_016, "bo"), 1_020)
    assert rows() == [("often", 1_035, 0, "", 0, 15, "", None)]


def test_the_table_follows_the_timetable():
    queue.keep_turns({"often": 15, "gone": 60}, 1_000)
    queue.finish(queue.claim(1_000, "ana"), 1_000)
    queue.keep_turns({"often": 30, "new": 60}, 1_005)
    queue.keep_turns({"often": 30, "new": 60}, 1_010)
    assert rows() == [("often", 1_005, 0, "", 0, 30, "", None), ("new", 1_005, 0, "", 0, 60, "", None)]


def test_patience_grows_and_ends():
    assert [queue.back_off_s(tries) for tries in range(1, 9)] == [15, 30, 60, 120, 240, 480, 600, 600]
    enqueue("count", due_s=0, once="c")
    now_s = 0
    for _ in range(queue.TRIES):
        lease = queue.claim(now_s, "ana")
        queue.fail(lease, now_s, "ValueError: wrong")
        now_s += queue.back_off_s(lease.tries)
    assert rows() == [("count", now_s, 0, "", 8, None, "ValueError: wrong", now_s - 600)]
    assert queue.claim(now_s + 9_999, "ana") is None
    assert enqueue("count", due_s=now_s, once="c") is True
    assert rows() == [("count", now_s, 0, "", 0, None, "", None)]


def test_a_job_that_kills_its_worker_each_time_is_left_alone_in_the_end():
    enqueue("deadly", due_s=0, once="d")
    for turn in range(queue.TRIES):
        assert queue.claim(turn * 60, "ana", lease_s=60) is not None
    assert queue.claim(queue.TRIES * 60, "bo") is None
    assert rows() == [("deadly", 0, 480, "", 8, None, "Its worker died in each of 8 tries.", 480)]


def test_a_turn_is_never_given_up():
    queue.keep_turns({"often": 15}, 0)
    now_s = 0
    for _ in range(20):
        lease = queue.claim(now_s, "ana")
        queue.fail(lease, now_s, "OSError: away")
        now_s += queue.back_off_s(lease.tries)
    assert rows() == [("often", now_s, 0, "", 20, 15, "OSError: away", None)]
