"""``leadpact pact replay``: a draft tried on the leads of the last months, beside the pact in force."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer, say, table

if TYPE_CHECKING:
    from leadpact.queries.replay import Effect

DEFAULT_MONTHS = 6


def add_part(parts: Any) -> None:
    """Declare what it takes, as a part of ``leadpact pact``."""
    part: argparse.ArgumentParser = parts.add_parser(
        "replay",
        help="try a file on past leads",
        description="Say what a pact would have done with the leads of the last months, beside the pact in force.",
    )
    part.add_argument("file", metavar="FILE")
    part.add_argument("--months", type=int, default=DEFAULT_MONTHS, help="so many months back (default: 6)")
    part.add_argument("--line", type=int, metavar="POINTS", help="another number of points for its scored lane")
    part.add_argument("--format", choices=("table", "json", "csv"), default="table", help="csv writes the weeks")


def run(options: argparse.Namespace) -> int:
    """Try it and write what came of it."""
    now_s = ready()
    from leadpact.evidence.export import to_csv
    from leadpact.ledger.access import SYSTEM
    from leadpact.queries.replay import effect
    from leadpact.queries.replay_drafts import NotReadable, draft
    from leadpact.queries.replay_rows import plain, rows_of

    try:
        pact = draft(Path(options.file).read_bytes(), options.file)
    except NotReadable as error:
        for each in error.errors:
            say(str(each))
        say(f"Nothing was tried: {len(error.errors)} mistake{'s' if len(error.errors) != 1 else ''}.")
        return 2
    found = effect(SYSTEM, pact, now_s, options.months, line=options.line)
    if options.format == "json":
        answer(json.dumps(plain(found), ensure_ascii=False, indent=2))
    elif options.format == "csv":
        answer(to_csv(rows_of(found, "weeks")).replace("\r\n", "\n"))
    else:
        _write(found, [row.label for row in pact.good_lead.points])
    return 0


def _write(found: Effect, labels: list[str]) -> None:
    from leadpact.queries.replay_rows import rows_of

    answer("\n".join(found.sentences))
    if found.never_held:
        answer(f"Held for no lead: {'; '.join(labels[place] for place in found.never_held)}.")
    if found.capacity_line is not None:
        answer(f"The lowest line that keeps nine of ten weeks within the room there is: {found.capacity_line}.")
    if not found.leads:
        return
    for name, title in (("wins", "Wins"), ("bands", "Bands of points"), ("lanes", "By lane"), ("weeks", "By week")):
        answer(f"\n{title}\n{table(rows_of(found, name))}")
    agreed = found.agreement
    if agreed.of:
        answer(f"\nJudging the past agrees with {agreed.same:,} of {agreed.of:,} actual gates.")
    if agreed.differs:
        answer(table(rows_of(found, "gates")))
