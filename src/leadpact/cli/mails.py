"""``leadpact mail-in``: take in mails, from a mail server's pipe, from files or from a Maildir."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer, say

NAME = "mail-in"
HELP = (
    "Take in mails sent or forwarded to the company's address: each becomes a touch of its lead, or waits in the tray."
)
EXAMPLE = """\
leadpact mail-in < message.eml
leadpact mail-in message.eml other.eml
leadpact mail-in --maildir /var/mail/leads"""
SAYS = {
    "placed": "placed on their leads",
    "waiting": "waiting in the tray",
    "apart": "kept apart, written by no one",
    "known": "known already",
    "ours": "between colleagues, left out",
    "forgotten": "of somebody who asked to be forgotten, left out",
    "refused": "refused",
}


class NoFolder(Exception):
    """What was named is no Maildir."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("file", nargs="*", help="files with one mail each; without any, one mail on standard input")
    parser.add_argument("--maildir", metavar="FOLDER", help="take in what is new there, and move it to cur")


def run(options: argparse.Namespace) -> int:
    """Take them in, and say what became of them."""
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import mails

    counts: Counter[str] = Counter()
    for name, raw, done in _mails(options):
        try:
            counts[mails.take(actor=SYSTEM, raw=raw, now_s=now_s).what] += 1
        except mails.NotAMail as error:
            counts["refused"] += 1
            say(f"{name}: {error}")
        if done is not None:
            name.replace(done)
    for what, count in counts.items():
        answer(f"{count:,} {SAYS[what]}")
    return 1 if counts["refused"] else 0


def _mails(options: argparse.Namespace) -> Iterator[tuple[Path, bytes, Path | None]]:
    """Each mail with its file's name, and where the file goes once it was taken in."""
    if options.maildir:
        folder = Path(options.maildir)
        if not (folder / "new").is_dir():
            raise NoFolder(f"{folder} is no Maildir: it has no folder called new.")
        (folder / "cur").mkdir(exist_ok=True)
        for path in sorted(each for each in (folder / "new").iterdir() if each.is_file()):
            yield path, path.read_bytes(), folder / "cur" / f"{path.name}:2,S"
    elif options.file:
        for name in options.file:
            yield Path(name), Path(name).read_bytes(), None
    else:
        yield Path("the mail"), sys.stdin.buffer.read(), None
