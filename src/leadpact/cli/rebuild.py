"""``leadpact rebuild``: compare the rows that pages list with the facts, or write them again."""

from __future__ import annotations

import argparse

from leadpact.cli.ready import ready
from leadpact.cli.terminal import Progress, add_progress, answer

NAME = "rebuild"
HELP = "Write every row that pages list again from the facts; --check only compares."
EXAMPLE = "leadpact rebuild --check"
SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("--check", action="store_true", help="change nothing; exit status 1 when something differs")
    add_progress(parser)


def run(options: argparse.Namespace) -> int:
    """Compare or write."""
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import rebuild

    progress = Progress("Leads", is_asked=options.progress)
    try:
        if not options.check:
            done = rebuild.write_again(actor=SYSTEM, now_s=now_s, progress=progress)
        else:
            drift = rebuild.check(actor=SYSTEM, now_s=now_s, progress=progress)
    finally:
        progress.end()
    if not options.check:
        answer(f"The rows of {done:,} leads were written again.")
        return 0
    answer(f"{drift.rows:,} rows of {drift.leads:,} leads compared; {drift.count:,} values differ from the facts.")
    for difference in drift.differences[:SHOWN]:
        answer(f"  {difference}")
    if drift.count:
        answer("leadpact rebuild writes them again.")
    return 1 if drift.count else 0
