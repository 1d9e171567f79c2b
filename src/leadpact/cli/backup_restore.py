"""``leadpact restore``: put a backup in the place of what is here."""

from __future__ import annotations

import argparse
from pathlib import Path

from leadpact.cli.ready import ready
from leadpact.cli.terminal import Progress, add_progress, answer

NAME = "restore"
HELP = "Put a backup in the place of what is here, whole or not at all; from SQLite to PostgreSQL too, and back."
EXAMPLE = """\
leadpact restore leadpact-2026-06-02.zip
leadpact restore leadpact-2026-06-02.zip --replace"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("file", metavar="FILE", help="a file made by leadpact backup")
    parser.add_argument(
        "--replace", action="store_true", help="replace what is here; without it only an empty one is filled"
    )
    add_progress(parser)


def run(options: argparse.Namespace) -> int:
    """Restore it."""
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import backup

    progress = Progress("Rows", is_asked=options.progress)
    try:
        found = backup.restore(
            actor=SYSTEM, path=Path(options.file), now_s=now_s, is_replacing=options.replace, progress=progress
        )
    finally:
        progress.end()
    answer(f"Restored: {found.company or 'no company'} as of {found.made_at}, {found.rows:,} rows.")
    answer("Everybody signs in again. Who was forgotten since the backup was made is forgotten again.")
    return 0
