"""``leadpact merge``: two leads become one buyer."""

from __future__ import annotations

import argparse

from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer

NAME = "merge"
HELP = "Make two leads one, because they are the same buyer; both histories are kept."
EXAMPLE = "leadpact merge 17 42\nleadpact merge 17 42 --keep 42"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("lead", metavar="LEAD", type=int, help="a lead's number, as in its address")
    parser.add_argument("other", metavar="OTHER", type=int, help="the number of the other lead")
    parser.add_argument(
        "--keep", metavar="LEAD", type=int, help="which of them stays; otherwise the one further along, else the older"
    )


def run(options: argparse.Namespace) -> int:
    """Merge them as of now."""
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import merging

    done = merging.merge(actor=SYSTEM, lead_id=options.lead, other_id=options.other, keep_id=options.keep, now_s=now_s)
    answer(f"Lead {done.lead_id} is one with lead {done.survivor_id} now. Back: leadpact unmerge {done.lead_id}")
    return 0
