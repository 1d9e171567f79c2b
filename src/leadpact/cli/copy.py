"""``leadpact copy``: bring the columnar copy of the ledger up to date, make it anew, or compare it."""

from __future__ import annotations

import argparse

from leadpact.cli.ready import ready
from leadpact.cli.terminal import Progress, add_progress, answer, table

NAME = "copy"
HELP = (
    "Bring the columnar copy, which measures of large ledgers are asked of, up to date, and ask them; or make it anew, "
    "or check it."
)
EXAMPLE = "leadpact copy\nleadpact copy --check\nleadpact copy --rebuild --progress"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--rebuild", action="store_true", help="make the copy anew from the ledger")
    which.add_argument(
        "--check",
        action="store_true",
        help="only compare counts and checksums of each kind with the ledger, and what measures keep of it with what "
        "is counted anew; exit status 1 when they differ",
    )
    add_progress(parser)


def run(options: argparse.Namespace) -> int:
    """Copy or compare."""
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import copy, refresh

    progress = Progress("Facts", is_asked=options.progress)
    try:
        if options.check:
            lines = copy.check(actor=SYSTEM, progress=progress)
        elif options.rebuild:
            made = copy.write_again(actor=SYSTEM, now_s=now_s, progress=progress)
        else:
            made = copy.bring_up_to_date(now_s=now_s, progress=progress)
    finally:
        progress.end()
    if not options.check:
        parts = len(made.parts) + len(made.tail)
        answer(f"{made.facts:,} facts in {parts} parts, {made.bytes / 1e6:,.1f} MB, up to seq {made.watermark}.")
        if copy.is_used(made.facts):
            progress = Progress("Measures", is_asked=options.progress)
            try:
                asked = refresh.refresh_due(now_s=now_s, spacing_s=0, is_each=options.rebuild, progress=progress)
            finally:
                progress.end()
            answer(f"{asked} measures asked of it{_lasting(copy.lasting_bytes())}.")
        return 0
    answer(table([{**line._asdict(), "is_equal": line.is_equal} for line in lines]))
    wrong = [line.kind for line in lines if not line.is_equal]
    facts = sum(line.ledger_facts for line in lines)
    answer(f"{facts:,} facts of {len(lines)} kinds compared; {len(wrong)} kinds differ.")
    progress = Progress("Tables", is_asked=options.progress)
    try:
        tables, differ = copy.check_lasting(actor=SYSTEM, progress=progress)
    finally:
        progress.end()
    if tables:
        answer(f"{tables} tables that measures keep of it counted anew; {differ} differ.")
    if wrong or differ:
        answer("leadpact copy --rebuild makes the copy anew.")
    return 1 if wrong or differ else 0


def _lasting(weighs: int) -> str:
    return f"; what they share lasts beside it, {weighs / 1e6:,.1f} MB" if weighs else ""
