"""``leadpact duplicates``: leads that look alike, and merging those above a level."""

from __future__ import annotations

import argparse
import time

from leadpact.cli.ready import ready
from leadpact.cli.terminal import Progress, add_progress, answer, table

NAME = "duplicates"
HELP = "List leads that look alike, the surest first, with why; merge all above a level with --merge-above."
EXAMPLE = "leadpact duplicates\nleadpact duplicates --merge-above 0.99"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("--merge-above", metavar="LEVEL", type=float, help="merge all that are so sure, such as 0.99")
    parser.add_argument("--back", metavar="INSTANT", type=int, help="part again what such a merge made one")
    parser.add_argument("--limit", metavar="N", type=int, default=50, help="how many to list (50)")
    add_progress(parser)


def run(options: argparse.Namespace) -> int:
    """Look through every lead and list or merge."""
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import duplicates
    from leadpact.queries import duplicates as queries

    if options.back is not None:
        done = duplicates.take_back(actor=SYSTEM, bulk_s=options.back, now_s=now_s)
        answer(f"{done:,} leads stand for themselves again.")
        return 0
    progress = Progress("Leads", is_asked=options.progress)
    try:
        duplicates.look(actor=SYSTEM, progress=progress)
    finally:
        progress.end()
    if options.merge_above is not None:
        now_s = int(time.time())
        done = duplicates.accept_above(actor=SYSTEM, level=options.merge_above, now_s=now_s, most=100_000)
        answer(f"{done:,} leads became one with another. Back: leadpact duplicates --back {now_s}")
        return 0
    count, found = queries.suggestions(SYSTEM, now_s, options.limit)
    answer(f"{count:,} pairs look alike.")
    rows = [
        {"sure": f"{pair.percent} %", "lead": pair.one.id, "other": pair.other.id, "why": pair.why} for pair in found
    ]
    if rows:
        answer(table(rows))
    return 0
