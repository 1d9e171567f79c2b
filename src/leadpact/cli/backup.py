"""``leadpact backup``: everything in one file, while the product runs."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from leadpact.cli.ready import ready, set_up
from leadpact.cli.terminal import Progress, add_progress, answer

NAME = "backup"
HELP = "Write everything into one file, while people and systems go on working."
EXAMPLE = """\
leadpact backup leadpact-2026-06-02.zip
leadpact backup --check leadpact-2026-06-02.zip"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument(
        "file", metavar="FILE", help="the file to write; one that is there is replaced once it is whole"
    )
    parser.add_argument("--check", action="store_true", help="write nothing: read a backup and say whether it is whole")
    add_progress(parser)


def run(options: argparse.Namespace) -> int:
    """Write or check it."""
    if options.check:
        ready()
    else:  # Also a database that is to be updated next: its tables are taken as they are.
        set_up()
    now_s = int(time.time())
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import backup

    progress = Progress("Rows", is_asked=options.progress)
    path = Path(options.file)
    try:
        if options.check:
            found = backup.check(actor=SYSTEM, path=path, progress=progress)
        else:
            found = backup.make(actor=SYSTEM, path=path, now_s=now_s, progress=progress)
    finally:
        progress.end()
    says = "is whole" if options.check else "written"
    answer(f"{path} {says}: {found.company or 'no company'}, {found.rows:,} rows, {found.watermark:,} facts at most.")
    answer("It holds personal data and the digests of passwords: keep it where only you can read it.")
    return 0
