"""``leadpact pact``: check a pact's file, propose it, show the one in force."""

from __future__ import annotations

import argparse
from pathlib import Path

from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer, say

NAME = "pact"
HELP = "Check a pact's file, propose it for signing, or show one."
EXAMPLE = """\
leadpact pact starter > pact.yaml
leadpact pact check pact.yaml
leadpact pact put pact.yaml --note "More room in the short list" """.rstrip()


class NoPactYet(Exception):
    """There is no pact to show; the message says how to get one."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parts = parser.add_subparsers(dest="act", metavar="check | put | starter | show", required=True)
    check = parts.add_parser("check", help="list every mistake of a file", description="List every mistake of a file.")
    put = parts.add_parser("put", help="propose a file", description="Propose a file; a head of each team signs it.")
    for part in (check, put):
        part.add_argument("file", metavar="FILE")
    put.add_argument("--note", default="", help="what changes, for those who sign")
    parts.add_parser("starter", help="write the starter pact", description="Write the starter pact, to begin with.")
    show = parts.add_parser("show", help="write the pact in force", description="Write the file of a pact.")
    show.add_argument("--id", type=int, help="that version instead of the one in force")


def run(options: argparse.Namespace) -> int:
    """Do the part that was named."""
    return {"check": _check, "put": _put, "starter": _starter, "show": _show}[options.act](options)


def _check(options: argparse.Namespace) -> int:
    from leadpact.connectors import pact_file

    reading = pact_file.read(Path(options.file).read_bytes(), options.file)
    if reading.pact is None:
        for error in reading.errors:
            say(str(error))
        count = len(reading.errors)
        say(f"{count} mistake{'s' if count != 1 else ''}.")
        return 2
    answer(f"{options.file} is a valid pact: {reading.pact.name}.")
    return 0


def _put(options: argparse.Namespace) -> int:
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import pact

    text = Path(options.file).read_text(encoding="utf-8-sig")
    row = pact.propose(actor=SYSTEM, text=text, now_s=now_s, file_name=options.file, note=options.note)
    answer(f"{row.name}, version {row.version}, is proposed. A head of each team signs it on the page Pact.")
    return 0


def _starter(_options: argparse.Namespace) -> int:
    from leadpact.connectors import pact_file

    answer(pact_file.starter())
    return 0


def _show(options: argparse.Namespace) -> int:
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.queries import pact

    pact_id = options.id or pact.current_id(now_s)
    if pact_id is None:
        raise NoPactYet("There is no pact yet. Begin with: leadpact pact starter > pact.yaml")
    answer(pact.text(SYSTEM, pact_id)[1])
    return 0
