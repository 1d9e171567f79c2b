"""The worker: does what is due, one job after the other, until it is told to stop.

Any number of workers may run, as threads of web processes or as processes of their own: jobs are leased.
"""

from __future__ import annotations

import atexit
import logging
import os
import secrets
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from django.conf import settings
from django.db import Error, close_old_connections, connections

from leadpact.jobs import queue
from leadpact.jobs.queue import LEASE_S, Lease
from leadpact.jobs.timetable import EVERY_S, TURNS, Turn

log = logging.getLogger("leadpact.jobs")
POLL_S = 1.0
"""How long an idle worker sleeps."""
MOST_WAIT_S = 30.0
"""How long it sleeps while the database cannot be reached."""
GRACE_S = 5.0
"""How long the end of the process waits for the thread to put its job down."""


def worker_name() -> str:
    """A name that no other worker has: host, process and a few letters by chance."""
    return f"{socket.gethostname()[:30]}:{os.getpid()}:{secrets.token_hex(4)}"


def run_next(now_s: int, worker_id: str, *, lease_s: int = LEASE_S) -> str | None:
    """Do one job that is due, whatever comes of it; its name, or None when nothing is due."""
    lease = queue.claim(now_s, worker_id, lease_s)
    if lease is None:
        return None
    started = time.monotonic()
    try:
        with _kept(lease, now_s, lease_s):
            _turn(lease.name).run(now_s, lease.arguments)
    except Exception as error:  # Whatever a job raises is kept with it, and it is tried again.
        log.warning("job %s failed at try %d", lease.name, lease.tries, exc_info=True)
        queue.fail(lease, now_s + _since(started), f"{type(error).__name__}: {error}"[:2000])
    else:
        queue.finish(lease, now_s + _since(started))
    return lease.name


def run_due(now_s: int, worker_id: str, *, lease_s: int = LEASE_S) -> int:
    """Do everything that is due at an instant. Gives how many jobs were run."""
    ran = 0
    while run_next(now_s, worker_id, lease_s=lease_s) is not None:
        ran += 1
    return ran


def _turn(name: str) -> Turn:
    if name not in TURNS:
        raise LookupError(f"This version has no job {name}; another worker, that is newer or older, may have it.")
    return TURNS[name]


def _since(started: float) -> int:
    return int(time.monotonic() - started)


@contextmanager
def _kept(lease: Lease, now_s: int, lease_s: int) -> Iterator[None]:
    """Renew the lease from a thread of its own for as long as the block runs."""
    over = threading.Event()
    started = time.monotonic()

    def beat() -> None:
        while not over.wait(lease_s / 3):
            try:
                if not queue.renew(lease, now_s + _since(started), lease_s):
                    log.warning("job %s was taken over by another worker", lease.name)
                    break
            except Error:
                log.warning("the lease of job %s could not be renewed", lease.name, exc_info=True)
        connections.close_all()

    keeper = threading.Thread(target=beat, name=f"lease of {lease.name}", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join(GRACE_S)


def work(
    stop: threading.Event,
    clock: Callable[[], float] = time.time,
    *,
    worker_id: str = "",
    lease_s: int = LEASE_S,
) -> None:
    """Do what is due until ``stop`` is set; the job at hand is finished first. Closes its connections at the end."""
    name = worker_id or worker_name()
    wait_s = 0.0
    is_kept = False
    try:
        while not stop.wait(wait_s):
            try:
                if not is_kept:
                    queue.keep_turns(EVERY_S, int(clock()))
                    is_kept = True
                wait_s = 0.0 if run_next(int(clock()), name, lease_s=lease_s) else POLL_S
            except Error:
                log.warning("the worker cannot reach the database", exc_info=True)
                wait_s = min(MOST_WAIT_S, max(POLL_S, 2 * wait_s))
            close_old_connections()
    finally:
        connections.close_all()


def work_until_told() -> None:
    """Work in this process until TERM or INT arrives. For the command line."""
    stop = threading.Event()

    def told(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, told)
    work(stop)


_embedded: list[threading.Thread] = []
_lock = threading.Lock()


def start_thread() -> threading.Thread | None:
    """Start the worker of this web process, once, unless the setting ``LEADPACT_WORKER`` is ``off``."""
    if settings.WORKER != "thread":
        return None
    with _lock:
        if not _embedded or not _embedded[0].is_alive():
            stop = threading.Event()
            thread = threading.Thread(target=work, args=(stop,), name="leadpact worker", daemon=True)
            atexit.register(_end, thread, stop)
            thread.start()
            _embedded[:] = [thread]
        return _embedded[0]


def _end(thread: threading.Thread, stop: threading.Event) -> None:
    stop.set()
    thread.join(GRACE_S)
