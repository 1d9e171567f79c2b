"""``leadpact unmerge``: give back both leads of a merge."""

from __future__ import annotations

import argparse

from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer

NAME = "unmerge"
HELP = "Part a lead from the one it was merged into; each gets its own history back."
EXAMPLE = "leadpact unmerge 42"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("lead", metavar="LEAD", type=int, help="the number of the lead that was merged into another")


def run(options: argparse.Namespace) -> int:
    """Part them as of now."""
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import merging

    done = merging.unmerge(actor=SYSTEM, lead_id=options.lead, now_s=now_s)
    answer(
        f"Lead {done.lead_id} and lead {done.survivor_id} are two again. Since the merge, entries: {done.went} that "
        f"came in by the keys of lead {done.lead_id} went with it, {done.stayed} stay with lead {done.survivor_id}."
    )
    return 0
