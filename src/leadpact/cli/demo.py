"""``leadpact demo``: fill an empty ledger with the simulated company."""

from __future__ import annotations

import argparse

from leadpact.cli.ready import ready
from leadpact.cli.terminal import Progress, add_progress, answer

NAME = "demo"
HELP = "Fill an empty ledger with a simulated company: a year of history up to today, its truth known."
EXAMPLE = "leadpact demo fill"
SEED, LEADS, LEAST = 7, 6000, 100


class NotEmpty(Exception):
    """The home folder holds a company; the message says what to do instead."""


def _enough(text: str) -> int:
    if int(text) < LEAST:
        raise argparse.ArgumentTypeError(f"a year needs at least {LEAST} leads")
    return int(text)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parts = parser.add_subparsers(dest="act", metavar="fill", required=True)
    fill = parts.add_parser("fill", help="fill an empty ledger", description="Fill an empty ledger.")
    fill.add_argument("--seed", type=int, default=SEED, help=f"the same seed gives the same company (default {SEED})")
    fill.add_argument("--leads", type=_enough, default=LEADS, help=f"about how many leads (default {LEADS:,})")
    add_progress(fill)


def run(options: argparse.Namespace) -> int:
    """Fill it."""
    now_s = ready()
    from leadpact.operations import people

    if people.is_set_up():
        raise NotEmpty("There is a company here already. Name another folder in LEADPACT_HOME for the demo.")
    fill_with(now_s, seed=options.seed, leads=options.leads, is_asked=options.progress)
    answer("The demo company is ready: leadpact serve")
    return 0


def fill_with(now_s: int, *, seed: int = SEED, leads: int = LEADS, is_asked: bool = False) -> None:
    """Fill the ledger, counting aloud."""
    from leadpact import demo

    progress = Progress("Making the demo company", is_asked=is_asked)
    try:
        demo.fill(now_s=now_s, seed=seed, leads=leads, progress=progress)
    finally:
        progress.end()
