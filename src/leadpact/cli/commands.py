"""Every command, and the parser made of them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from leadpact.cli import (
    backup,
    backup_restore,
    consent,
    copy,
    demo,
    docs,
    doctor,
    duplicates,
    evidence,
    export,
    forget,
    forms,
    goals,
    held,
    imports,
    mails,
    merge,
    migrate,
    pact,
    rebuild,
    retention,
    score,
    serve,
    settle,
    start,
    trackers,
    undo,
    unmerge,
    work,
)
from leadpact.cli.command import STATUS, Command

ABOUT = "One signed agreement, one ledger and one set of honest figures for marketing and sales."


COMMANDS: Sequence[Command] = (
    start,
    imports,
    mails,
    undo,
    export,
    forms,
    trackers,
    backup,
    backup_restore,
    evidence,
    goals,
    score,
    duplicates,
    merge,
    unmerge,
    consent,
    held,
    forget,
    retention,
    pact,
    settle,
    serve,
    work,
    demo,
    migrate,
    rebuild,
    copy,
    doctor,
    docs,
)


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    whole = argparse.ArgumentParser(
        prog="leadpact", description=ABOUT, epilog=STATUS, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parts = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        part = parts.add_parser(
            command.NAME,
            help=command.HELP,
            description=command.HELP,
            epilog=f"Example:\n{_indented(command.EXAMPLE)}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_arguments(part)
        part.set_defaults(run=command.run, commands=COMMANDS)
    return whole


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
