"""``leadpact goals``: what the common goal takes of each team, and how every goal stands."""

from __future__ import annotations

import argparse
import json
from typing import Any

from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer, table

NAME = "goals"
HELP = "Break the common goal down into what each team must deliver, and list every goal with its review."
EXAMPLE = "leadpact goals --json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(options: argparse.Namespace) -> int:
    """Ask the measures it needs, and write it."""
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import refresh
    from leadpact.queries import goals, goals_plain

    for name, asked in goals.page(SYSTEM, now_s).asked:
        refresh.run_now(name=name, parameters=asked, now_s=now_s)
    found = goals_plain.plain(goals.page(SYSTEM, now_s))
    if options.json:
        answer(json.dumps(found, ensure_ascii=False, indent=2))
        return 0
    _write(found)
    return 0


def _write(found: dict[str, Any]) -> None:
    if not found["goals"]:
        answer("No goals are agreed. They come from the pact that both teams sign.")
    if found["common"] is not None:
        common = found["common"]
        answer(
            f"The common goal takes, at the rates of leads from {common['since']} to {common['until']} "
            f"({common['days_ended']} of {common['days']} working days are gone):"
        )
        answer(table(common["steps"]))
    if found["goals"]:
        answer("\nGoals, reviews that are over first")
        answer(table([{**each, "stale": ", ".join(each["stale"])} for each in found["goals"]]))
