"""``leadpact pact trials``: which trials a pact has on, and what they cost."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer

if TYPE_CHECKING:
    from leadpact.rules.pact import Pact


def add_part(parts: Any) -> None:
    """Declare the part of ``leadpact pact``."""
    part: argparse.ArgumentParser = parts.add_parser(
        "trials",
        help="say what each trial costs",
        description="Say which trials are on and what each costs, by the leads of the last three months.",
    )
    part.add_argument("file", metavar="FILE", nargs="?", help="of this file instead of the pact in force")


def show(pact: Pact) -> int:
    """Write the trials of a pact."""
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.queries import trials

    for price in trials.prices(SYSTEM, pact, now_s):
        answer(f"{price.name}: {price.setting}. {price.does}")
        if price.costs:
            answer(f"  Costs {price.costs}.")
    answer(trials.needed())
    return 0
