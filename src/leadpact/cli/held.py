"""``leadpact tell``: everything that is held about a buyer, for the buyer."""

from __future__ import annotations

import argparse
import json
import time

from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer

NAME = "tell"
HELP = "Tell everything that is held about a buyer, readable or as JSON."
EXAMPLE = """\
leadpact tell ana@kessler.example
leadpact tell 4711 --json > held.json"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("lead", metavar="LEAD", help="the lead's number, e-mail address or phone number")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: argparse.Namespace) -> int:
    """Tell it."""
    ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import consent
    from leadpact.queries import held

    found = held.held(SYSTEM, consent.lead_of(options.lead), int(time.time()))
    if options.json:
        answer(json.dumps(found.plain(), ensure_ascii=False, indent=2))
        return 0
    answer(f"What {found.company or 'we'} hold about {found.name}: {found.state}, since {found.since:%d %B %Y}")
    _part("Names, addresses and texts", [(each.label, each.value) for each in found.values])
    _part("What else is known", [(each.label, each.value) for each in found.coded])
    _part("Found again by", list(found.marks))
    _part("What you allowed", [(each.label, each.says) for each in found.allowed])
    _part("What happened, newest first", [(f"{e.at:%d %b %Y}", f"{e.says}  {e.detail}".strip()) for e in found.story])
    return 0


def _part(title: str, rows: list[tuple[str, str]]) -> None:
    answer(f"\n{title}")
    for name, text in rows or [("nothing", "")]:
        answer(f"  {name}: {text}" if text else f"  {name}")
