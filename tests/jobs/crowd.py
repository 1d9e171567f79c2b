"""Run by tests in a process of its own: a company with many promises near their deadline, and workers on it.

``python -m tests.jobs.crowd make 60`` makes the company; ``work 2 3`` runs 3 workers with leases of 2 seconds from
the instant on when every owner is to be reminded, until nothing is left to do. ``told`` and ``embedded`` go by the real
clock: a process that works until TERM, and one whose thread works.
"""

import signal
import sys
import threading
import time

import django

django.setup()

from tests.compiled_once import keep_compiled  # noqa: E402 - before what compiles is loaded

keep_compiled()

from django.core.management import call_command  # noqa: E402 - after django.setup
from django.db import connections  # noqa: E402 - after django.setup

from leadpact.connectors import pact_file  # noqa: E402 - after django.setup
from leadpact.jobs import queue, worker  # noqa: E402 - after django.setup
from leadpact.jobs.timetable import EVERY_S  # noqa: E402 - after django.setup
from leadpact.ledger.models import Clock  # noqa: E402 - after django.setup
from tests.company import NOW_S, company, hash_quickly  # noqa: E402 - after django.setup

DUE_S = NOW_S + 12 * 60
"""When three quarters of every first touch's time are over: one reminder is due for each lead."""


def make(many):
    call_command("migrate", verbosity=0)
    hash_quickly()
    acme = company(text=pact_file.starter().replace("each_person: 10 a week", "each_person: 1000 a week"))
    for number in range(many):
        acme.handed_over(f"x{number}")
    queue.keep_turns(EVERY_S, 0)


def clock():
    """A clock that starts at that instant and runs as time does."""
    return DUE_S + time.monotonic() - _STARTED


_STARTED = time.monotonic()


def work(lease_s, workers):
    stop = threading.Event()
    threads = [
        threading.Thread(target=worker.work, args=(stop, clock), kwargs={"lease_s": lease_s}) for _ in range(workers)
    ]
    for thread in threads:
        thread.start()
    for _ in range(600):
        time.sleep(0.1)
        if not Clock.objects.filter(next_s__lte=DUE_S).exists():
            break
    stop.set()
    for thread in threads:
        thread.join()
    connections.close_all()


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(int(sys.argv[2]))
    elif sys.argv[1] == "embedded":
        worker.GRACE_S = 60  # The job at hand ends in a second, but on a busy machine.
        over = threading.Event()
        signal.signal(signal.SIGTERM, lambda *_: over.set())
        worker.start_thread()
        while not over.wait(0.1):  # A web server that ends as usual when it is told to.
            pass
    elif sys.argv[1] == "told":
        worker.work_until_told()
    else:
        work(int(sys.argv[2]), int(sys.argv[3]))
