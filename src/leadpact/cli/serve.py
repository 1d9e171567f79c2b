"""``leadpact serve``: the web server."""

from __future__ import annotations

import argparse
import ctypes
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from types import FrameType

from leadpact.cli.ready import ready
from leadpact.cli.terminal import say

NAME = "serve"
HELP = "Serve the pages and the API; the worker runs inside unless LEADPACT_WORKER is off."
EXAMPLE = "leadpact serve --host 0.0.0.0 --port 8000 --workers 2"
HOST, PORT = "127.0.0.1", 8000
LOCAL = ("127.0.0.1", "localhost")
STARTS_WITHIN_S, STOPS_WITHIN_S = 30.0, 10.0
SHELL_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class PortTaken(Exception):
    """Another program listens there; the message names a port that is free."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("--host", default=HOST, help=f"address to listen on (default {HOST}, this machine only)")
    parser.add_argument("--port", type=int, default=PORT, help=f"port to listen on (default {PORT})")
    parser.add_argument("--workers", type=int, default=1, help="processes; more than one wants PostgreSQL (default 1)")
    parser.add_argument("--threads", type=int, default=4, help="requests at a time in each process (default 4)")


def run(options: argparse.Namespace) -> int:
    """Serve until TERM or INT."""
    if options.host in LOCAL:
        os.environ.setdefault("LEADPACT_BASE_URL", f"http://{options.host}:{options.port}")
    ready()
    return serve(
        options.host, options.port, workers=options.workers, threads=options.threads,
        when_ready=lambda: say(f"Serving on http://{options.host}:{options.port}. Ctrl-C stops."),
    )  # fmt: skip


def server(host: str, port: int, *, workers: int = 1, threads: int = 4) -> list[str]:
    """The command of the server itself."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    command += ["--workers", str(workers), "--blocking-threads", str(threads), "--log-level", "warning", "--no-ws"]
    return [*command, "--respawn-failed-workers", "leadpact.wsgi:application"]


def serve(host: str, port: int, *, when_ready: Callable[[], None], workers: int = 1, threads: int = 4) -> int:
    """Run the server as a child process until it ends or this one is told to stop. Gives the exit status.

    The child hangs when it is told to stop before it is ready, so that is waited for. Raises ``PortTaken``.
    """
    check_port(host, port)
    command = server(host, port, workers=workers, threads=threads)
    told: list[int] = []

    def tell(number: int, _frame: FrameType | None) -> None:
        told.append(number)

    before = [(number, signal.signal(number, tell)) for number in SHELL_SIGNALS]
    # A group of its own: Ctrl-C on the terminal reaches this process alone, which then stops the child in order.
    child = subprocess.Popen(  # noqa: S603 - our own command, no shell
        command,
        start_new_session=True,
        preexec_fn=_end_with_parent,  # noqa: PLW1509 - there is no other thread yet
    )
    try:
        if _wait_until_ready(child, host, port) and not told:
            when_ready()
        while child.poll() is None and not told:
            time.sleep(0.1)
        if told:
            return _stop(child)
        say("The server ended by itself; what it said is above.")
        return child.wait() or 1
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()
        for number, handler in before:
            signal.signal(number, handler)


def check_port(host: str, port: int) -> None:
    """See that nobody listens there. Raises ``PortTaken`` with the next free port."""
    if not _is_free(host, port):
        free = next((other for other in range(port + 1, min(port + 50, 65536)) if _is_free(host, other)), None)
        cure = f"Choose another one, for example: --port {free}" if free else "Choose another one with --port."
        raise PortTaken(f"Port {port} on {host} is taken by another program or may not be used. {cure}")


def _is_free(host: str, port: int) -> bool:
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except (OSError, OverflowError):
        return False
    return True


def _end_with_parent() -> None:
    """In the child: be told to stop when this process dies without a word (Linux)."""
    if sys.platform == "linux":
        set_death_signal = 1
        ctypes.CDLL(None).prctl(set_death_signal, signal.SIGTERM)


def _wait_until_ready(child: subprocess.Popen[bytes], host: str, port: int) -> bool:
    """Wait for the first answer, whatever it says; False when the child ended or takes too long."""
    asked = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared with, not listened on
    end = time.monotonic() + STARTS_WITHIN_S
    while child.poll() is None and time.monotonic() < end:
        connection = http.client.HTTPConnection(asked, port, timeout=5)
        try:
            connection.request("GET", "/healthz/")
            connection.getresponse().read()
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
        else:
            return True
        finally:
            connection.close()
    return False


def _stop(child: subprocess.Popen[bytes]) -> int:
    child.terminate()
    try:
        child.wait(STOPS_WITHIN_S)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
    return 0
