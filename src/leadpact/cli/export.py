"""``leadpact export``: take a list, or everything, out as CSV."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from leadpact.cli.ready import ready
from leadpact.cli.terminal import Progress, add_progress, say

NAME = "export"
HELP = "Take a list, all facts, or everything out as CSV (UTF-8)."
EXAMPLE = """\
leadpact export leads --out leads.csv
leadpact export facts > facts.csv
leadpact export all --out backup/"""
NAMES = ("leads", "hand_offs", "clocks", "deals", "accounts", "people", "facts")


class NoFolder(Exception):
    """Where everything should go was not said, or is no folder."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("list", metavar="LIST", choices=(*NAMES, "all"), help=f"{', '.join(NAMES)}, or all")
    parser.add_argument("--out", metavar="FILE", help="file to write (for all: a folder); otherwise standard output")
    add_progress(parser)


def run(options: argparse.Namespace) -> int:
    """Write it."""
    if options.list == "all" and not options.out:
        raise NoFolder("Name a folder for everything: leadpact export all --out FOLDER")
    ready()
    if options.list != "all":
        if options.out:
            _to_file(options.list, Path(options.out), options)
        else:
            _to_output(options.list)
        return 0
    folder = Path(options.out)
    if folder.exists() and not folder.is_dir():
        raise NoFolder(f"{folder} is a file; name a folder for everything.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in NAMES:
        _to_file(name, folder / f"{name}.csv", options)
    return 0


def _to_output(name: str) -> None:
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import export

    export.write(actor=SYSTEM, name=name, out=sys.stdout, now_s=int(time.time()))


def _to_file(name: str, path: Path, options: argparse.Namespace) -> None:
    """Write beside the place and move there at the end, that nobody finds half a file; only the owner may read it."""
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import export

    half = path.with_name(f".{path.name}.part")
    progress = Progress(name, is_asked=options.progress)
    try:
        with os.fdopen(
            os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8", newline=""
        ) as out:
            done = export.write(actor=SYSTEM, name=name, out=out, now_s=int(time.time()), progress=progress)
        half.replace(path)
    finally:
        progress.end()
        half.unlink(missing_ok=True)
    say(f"{path}: {done:,} rows.")
