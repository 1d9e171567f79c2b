"""``leadpact work``: do what is due, in a process of its own."""

from __future__ import annotations

import argparse

from leadpact.cli.ready import ready
from leadpact.cli.terminal import say

NAME = "work"
HELP = "Do what is due (reminders, reassignments, mails, measures) until stopped; any number may run."
EXAMPLE = "LEADPACT_WORKER=off leadpact serve & leadpact work"


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Takes nothing."""


def run(_options: argparse.Namespace) -> int:
    """Work until TERM or INT; the job at hand is finished first."""
    ready()
    from leadpact.jobs.worker import work_until_told

    say("Working. Ctrl-C stops after the job at hand.")
    work_until_told()
    return 0
