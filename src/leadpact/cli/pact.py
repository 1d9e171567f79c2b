"""``leadpact pact``: check a pact's file, propose it, show the one in force."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from leadpact.cli import learn, pact_drafts, replay, trials
from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer, say
from leadpact.rules.pact import Pact

NAME = "pact"
HELP = "Check a pact's file, propose it for signing, or show one."
EXAMPLE = """\
leadpact pact starter > pact.yaml
leadpact pact check pact.yaml
leadpact pact compare 2 pact.yaml
leadpact pact learn --out learned.yaml
leadpact pact draft learned.yaml
leadpact pact statement > people.txt
leadpact pact replay pact.yaml --months 12
leadpact pact put pact.yaml --note "More room in the short list" """.rstrip()


class NoPactYet(Exception):
    """There is no pact to show; the message says how to get one."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    acts = "check | compare | draft | learn | put | show | starter ..."
    parts = parser.add_subparsers(dest="act", metavar=acts, required=True)
    check = parts.add_parser("check", help="list every mistake of a file", description="List every mistake of a file.")
    compare = parts.add_parser(
        "compare", help="say what differs between two pacts", description="Say what differs between two pacts."
    )
    for name, what in (
        ("before", "the earlier one"),
        ("after", "the later one; without it the version in force comes first"),
    ):
        compare.add_argument(
            name,
            metavar=name.upper(),
            help=f"{what}: a file, or the number of a version",
            nargs="?" if name == "after" else None,
        )
    learn.add_part(parts)
    replay.add_part(parts)
    trials.add_part(parts)
    pact_drafts.add_parts(parts)
    put = parts.add_parser("put", help="propose a file", description="Propose a file; a head of each team signs it.")
    for part in (check, put):
        part.add_argument("file", metavar="FILE")
    put.add_argument("--note", default="", help="what changes, for those who sign")
    parts.add_parser("starter", help="write the starter pact", description="Write the starter pact, to begin with.")
    parts.add_parser(
        "places",
        help="list the pacts in force in their order",
        description="List the pacts in force in their order, with how many open leads each covers.",
    )
    show = parts.add_parser("show", help="write the pact in force", description="Write the file of a pact.")
    show.add_argument("--id", type=int, help="that version instead of the one in force")
    show.add_argument("--draft", type=int, metavar="N", help="that draft instead")
    told = parts.add_parser(
        "statement",
        help="write what is recorded of people and who sees it",
        description="Write what is recorded of people and who sees it, for a works council.",
    )
    told.add_argument("--id", type=int, help="of that version instead of the one in force")


def run(options: argparse.Namespace) -> int:
    """Do the part that was named."""
    acts = {
        "check": _check, "compare": _compare, "put": _put, "starter": _starter, "show": _show,
        "statement": _statement, "places": _places, "replay": replay.run, "learn": learn.run,
        "trials": _trials,
    }  # fmt: skip
    act: Callable[[argparse.Namespace], int] = getattr(options, "act_on_draft", None) or acts[options.act]
    return act(options)


def _check(options: argparse.Namespace) -> int:
    from leadpact.connectors.pact_file_checks import check

    today = datetime.now(tz=UTC).date()
    found = check(Path(options.file).read_bytes(), options.file, today)
    for each in (*found.mistakes, *found.findings):
        say(str(each))
    count, warned = len(found.errors), len(found.warnings)
    if found.pact is None or count:
        say(f"{count} mistake{'s' if count != 1 else ''}.")
        return 2
    said = f" {warned} warning{'s' if warned != 1 else ''} above." if warned else ""
    answer(f"{options.file} is a valid pact: {found.pact.name}.{said}")
    return 0


def _compare(options: argparse.Namespace) -> int:
    from leadpact.rules.pact_compare import compare

    given = [options.before] if options.after is None else [options.before, options.after]
    after = _named(given.pop())
    before = _named(given.pop() if given else "")
    if before is None or after is None:
        return 2
    found = compare(before, after)
    for section in found:
        answer(f"{section.title} ({section.side})")
        for each in section.changes:
            answer(f"  {each.kind}: {each.says}")
    if not found:
        answer("Both say the same.")
    return 0


def _trials(options: argparse.Namespace) -> int:
    pact = _named(options.file or "")
    return 2 if pact is None else trials.show(pact)


def _named(name: str) -> Pact | None:
    """The pact of a file, or of a version by its number; of the version in force when nothing is named."""
    from leadpact.connectors import pact_file

    path = Path(name)
    if name and not (name.isdigit() and not path.exists()):
        reading = pact_file.read(path.read_bytes(), name)
    else:
        reading = pact_file.read(_text_of(int(name) if name else None))
    for error in reading.errors:
        say(str(error))
    return reading.pact


def _text_of(version: int | None) -> str:
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.queries import pact

    pact_id = pact.current_id(now_s) if version is None else pact.id_of_version(SYSTEM, version, now_s)
    if pact_id is None:
        raise NoPactYet("There is no pact yet. Begin with: leadpact pact starter > pact.yaml")
    return pact.text(SYSTEM, pact_id)[1]


def _put(options: argparse.Namespace) -> int:
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import pact
    from leadpact.queries import retention

    text = Path(options.file).read_text(encoding="utf-8-sig")
    row = pact.propose(actor=SYSTEM, text=text, now_s=now_s, file_name=options.file, note=options.note)
    answer(f"{row.name}, version {row.version}, is proposed. A head of each team signs it on the page Pact.")
    forgets = retention.forgets_version(SYSTEM, row.pk, now_s)
    if forgets:
        answer(forgets)
    return 0


def _starter(_options: argparse.Namespace) -> int:
    from leadpact.connectors import pact_file

    answer(pact_file.starter())
    return 0


def _show(options: argparse.Namespace) -> int:
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.queries import pact, pact_draft

    if options.draft is not None:
        answer(pact_draft.text(SYSTEM, options.draft)[1])
        return 0
    pact_id = options.id or pact.current_id(now_s)
    if pact_id is None:
        raise NoPactYet("There is no pact yet. Begin with: leadpact pact starter > pact.yaml")
    answer(pact.text(SYSTEM, pact_id)[1])
    return 0


def _statement(options: argparse.Namespace) -> int:
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.queries import pact, privacy

    pact_id = options.id or pact.current_id(now_s)
    if pact_id is None:
        raise NoPactYet("There is no pact yet. Begin with: leadpact pact starter > pact.yaml")
    answer(privacy.statement(SYSTEM, pact_id).as_text())
    return 0


def _places(_options: argparse.Namespace) -> int:
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.queries import pact_order

    found = pact_order.places(SYSTEM, now_s)
    for each in found.pacts:
        answer(f"{each.place}. {each.name}, version {each.version}: {each.covers}. Open leads: {each.leads:,}.")
    for pair in found.overlaps:
        answer(
            f"{pair.leads:,} of the newest {found.looked_at:,} open leads fit {pair.second} too; "
            f"{pair.first} judges them."
        )
    for name in found.never:
        answer(f"No lead reaches {name}: a pact before it is for every lead.")
    if not found.pacts:
        raise NoPactYet("There is no pact yet. Begin with: leadpact pact starter > pact.yaml")
    answer(f"Leads that no pact covers: {found.uncovered:,}.")
    return 0
