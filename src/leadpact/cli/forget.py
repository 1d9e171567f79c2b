"""``leadpact forget``: delete everything personal of a buyer on their request."""

from __future__ import annotations

import argparse
import time

from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer

NAME = "forget"
HELP = "Delete everything personal of a buyer; the countable facts stay, and no file brings them in again."
EXAMPLE = """\
leadpact forget ana@kessler.example
leadpact forget 4711 --yes"""


class NotSure(Exception):
    """Nobody said yes."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("lead", metavar="LEAD", help="the lead's number, e-mail address or phone number")
    parser.add_argument("--yes", action="store_true", help="do not ask; it cannot be undone")


def run(options: argparse.Namespace) -> int:
    """Forget, and say what was done."""
    ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import consent, forget

    lead_id = consent.lead_of(options.lead)
    if not options.yes and input(f"Forget the person of lead {lead_id} for good? Write yes: ").strip().lower() != "yes":
        raise NotSure("Nothing was deleted: write yes, or give --yes.")
    for line in forget.forget(actor=SYSTEM, lead_id=lead_id, now_s=int(time.time())).sentences():
        answer(line)
    return 0
