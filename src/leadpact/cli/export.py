"""``leadpact export``: take a list, or everything, out as CSV."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leadpact.cli.ready import ready
from leadpact.cli.terminal import Progress, add_progress, say

NAME = "export"
HELP = "Take a list, all facts, or everything out: CSV (UTF-8), facts also as Parquet."
EXAMPLE = """\
leadpact export leads --out leads.csv
leadpact export facts > facts.csv
leadpact export facts --out facts.parquet
leadpact export all --out everything.zip"""
NAMES = ("leads", "hand_offs", "clocks", "deals", "accounts", "people", "facts")


class NoFolder(Exception):
    """Where everything should go was not said, or is no folder."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("list", metavar="LIST", choices=(*NAMES, "all"), help=f"{', '.join(NAMES)}, or all")
    parser.add_argument(
        "--out",
        metavar="FILE",
        help="file to write (facts: also .parquet; all: a folder or a .zip); otherwise standard output",
    )
    add_progress(parser)


def run(options: argparse.Namespace) -> int:
    """Write it."""
    if options.list == "all" and not options.out:
        raise NoFolder("Name a folder for everything: leadpact export all --out FOLDER")
    ready()
    if options.list == "facts" and options.out and options.out.endswith(".parquet"):
        _facts_as_parquet(Path(options.out))
        return 0
    if options.list != "all":
        if options.out:
            _to_file(options.list, Path(options.out), options)
        else:
            _to_output(options.list)
        return 0
    folder = Path(options.out)
    if folder.suffix == ".zip":
        _everything(folder)
        return 0
    if folder.exists() and not folder.is_dir():
        raise NoFolder(f"{folder} is a file; name a folder for everything.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in NAMES:
        _to_file(name, folder / f"{name}.csv", options)
    return 0


def _everything(path: Path) -> None:
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import export_files

    with _whole(path) as half, os.fdopen(os.open(half, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as out:
        counts = export_files.write_zip(actor=SYSTEM, out=out, now_s=int(time.time()))
    say(f"{path}: {sum(counts.values()):,} rows of {len(counts)} lists.")


def _facts_as_parquet(path: Path) -> None:
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import export_files

    with _whole(path) as half, os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        done = export_files.write_parquet(actor=SYSTEM, out=out, now_s=int(time.time()))
    say(f"{path}: {done:,} rows.")


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A file beside the place, put there at the end of the block, so that nobody finds half a file."""
    half = path.with_name(f".{path.name}.part")
    try:
        yield half
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


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
