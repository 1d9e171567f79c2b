"""``leadpact score``: a lead's points with their reasons."""

from __future__ import annotations

import argparse
import json

from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer, table

NAME = "score"
HELP = "Show a lead's points by the pact in force, with the reasons that add up to them."
EXAMPLE = "leadpact score --lead 17 --json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("--lead", metavar="ID", required=True, type=int, help="the lead's number, as in its address")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(options: argparse.Namespace) -> int:
    """Score it as of now."""
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.queries import score

    found = score.of_lead(SYSTEM, options.lead, now_s)
    if options.json:
        answer(json.dumps(found, ensure_ascii=False, indent=2))
        return 0
    answer(f"Lead {found['lead']}: {found['points']} points by {found['pact']}, version {found['pact_version']}.")
    if found["reasons"]:
        answer(table(found["reasons"]))
    return 0
