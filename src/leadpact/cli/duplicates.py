"""``leadpact duplicates``: leads and companies that look alike, and merging those above a level."""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING

from leadpact.cli.ready import ready
from leadpact.cli.terminal import Progress, add_progress, answer, table

if TYPE_CHECKING:
    from leadpact.queries.companies import Side

NAME = "duplicates"
HELP = "List leads or companies that look alike, the surest first, with why; merge leads above a level, join companies."
EXAMPLE = "leadpact duplicates\nleadpact duplicates --merge-above 0.99\nleadpact duplicates --companies"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("--merge-above", metavar="LEVEL", type=float, help="merge all that are so sure, such as 0.99")
    parser.add_argument("--back", metavar="INSTANT", type=int, help="part again what such a merge made one")
    parser.add_argument("--companies", action="store_true", help="list companies that look alike instead of leads")
    parser.add_argument(
        "--join", metavar=("ACCOUNT", "INTO"), type=int, nargs=2, help="make a company one with another"
    )
    parser.add_argument("--part", metavar="ACCOUNT", type=int, help="part such a company again")
    parser.add_argument("--limit", metavar="N", type=int, default=50, help="how many to list (50)")
    add_progress(parser)


def run(options: argparse.Namespace) -> int:
    """Look through every lead and list or merge."""
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import duplicates
    from leadpact.queries import duplicates as queries

    if options.companies or options.join or options.part is not None:
        return _companies(options, now_s)
    if options.back is not None:
        done = duplicates.take_back(actor=SYSTEM, bulk_s=options.back, now_s=now_s)
        answer(f"{done:,} leads stand for themselves again.")
        return 0
    progress = Progress("Leads", is_asked=options.progress)
    try:
        duplicates.look(actor=SYSTEM, progress=progress)
    finally:
        progress.end()
    if options.merge_above is not None:
        now_s = int(time.time())
        done = duplicates.accept_above(actor=SYSTEM, level=options.merge_above, now_s=now_s, most=100_000)
        answer(f"{done:,} leads became one with another. Back: leadpact duplicates --back {now_s}")
        return 0
    count, found = queries.suggestions(SYSTEM, now_s, options.limit)
    answer(f"{count:,} pairs look alike.")
    rows = [
        {"sure": f"{pair.percent} %", "lead": pair.one.id, "other": pair.other.id, "why": pair.why} for pair in found
    ]
    if rows:
        answer(table(rows))
    return 0


def _companies(options: argparse.Namespace, now_s: int) -> int:
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import companies
    from leadpact.queries import companies as queries

    if options.join:
        done = companies.join(actor=SYSTEM, account_id=options.join[0], into_id=options.join[1], now_s=now_s)
        back = f"Back: leadpact duplicates --part {done.from_id}"
        answer(f"Company {done.from_id} is one with {done.to_id}; {_leads(done.leads)} went over. {back}")
        return 0
    if options.part is not None:
        done = companies.part(actor=SYSTEM, account_id=options.part, now_s=now_s)
        answer(f"Company {done.to_id} stands for itself again; {_leads(done.leads)} went back.")
        return 0
    count = companies.look(actor=SYSTEM)
    answer("1 pair of companies looks alike." if count == 1 else f"{count:,} pairs of companies look alike.")
    rows = [
        {"sure": f"{pair.percent} %", "company": _called(pair.one), "other": _called(pair.other), "why": pair.why}
        for pair in queries.suggestions(SYSTEM, options.limit)
    ]
    if rows:
        answer(table(rows))
    return 0


def _called(side: Side) -> str:
    return f"{side.id} {side.name} ({_leads(side.leads)})"


def _leads(count: int) -> str:
    return "1 lead" if count == 1 else f"{count:,} leads"
