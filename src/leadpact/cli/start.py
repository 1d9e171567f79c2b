"""``leadpact start``: everything at once, for a first look. ``python3 start.py`` ends here."""

from __future__ import annotations

import argparse
import os
import webbrowser

from leadpact.cli import demo, serve
from leadpact.cli.ready import migrate, ready, set_up
from leadpact.cli.terminal import add_progress, say

NAME = "start"
HELP = "Make the tables, fill the demo company when the ledger is empty, serve, and open the browser."
EXAMPLE = "leadpact start --port 8080"


class HoldsDemo(Exception):
    """An empty company was asked for in a folder that holds the demo."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("--port", type=int, default=serve.PORT, help=f"port on {serve.HOST} (default {serve.PORT})")
    parser.add_argument("--empty", action="store_true", help="your own company instead of the demo")
    parser.add_argument("--no-browser", action="store_true", help="do not open the browser")
    add_progress(parser)


def run(options: argparse.Namespace) -> int:
    """Start, and serve until TERM or INT."""
    serve.check_port(serve.HOST, options.port)
    address = f"http://{serve.HOST}:{options.port}"
    os.environ.setdefault("LEADPACT_BASE_URL", address)
    set_up()
    migrate()
    now_s = ready()
    from django.conf import settings

    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import people
    from leadpact.queries import shell

    if options.empty and people.is_set_up() and shell.frame(SYSTEM, now_s).is_demo:
        raise HoldsDemo(
            f"{settings.HOME} holds the demo company. Name another folder for your own, for example:\n"
            f"  LEADPACT_HOME={settings.HOME}-own leadpact start --empty"
        )
    if not options.empty and not people.is_set_up():
        say("Making the demo company: a year of history, once.")
        demo.fill_with(now_s, is_asked=options.progress)

    def open_it() -> None:
        say(f"Leadpact is open at {address}  (data in {settings.HOME}; Ctrl-C stops)")
        if not options.no_browser:
            webbrowser.open(address)

    return serve.serve(serve.HOST, options.port, when_ready=open_it)
