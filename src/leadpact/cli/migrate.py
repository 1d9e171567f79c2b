"""``leadpact migrate``: bring the tables to the version of the program."""

from __future__ import annotations

import argparse

from leadpact.cli.ready import migrate, set_up
from leadpact.cli.terminal import answer

NAME = "migrate"
HELP = "Bring the database's tables to this version; back it up before."
EXAMPLE = "leadpact migrate"


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Takes nothing."""


def run(_options: argparse.Namespace) -> int:
    """Migrate."""
    set_up()
    made = migrate()
    answer(f"{made} change{'s' if made != 1 else ''} made." if made else "The tables are up to date.")
    return 0
