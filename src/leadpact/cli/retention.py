"""``leadpact retention``: who is forgotten when, because the agreed time is up."""

from __future__ import annotations

import argparse
import time

from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer

NAME = "retention"
HELP = "Show who is forgotten in the coming weeks by the pact, keep somebody longer, or forget now whose time is up."
EXAMPLE = """\
leadpact retention
leadpact retention --weeks 26
leadpact retention --dry-run
leadpact retention --run
leadpact retention --keep ana@kessler.example --because "Asked to be called in spring" --for "12 months"
leadpact retention --let-go ana@kessler.example"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("--weeks", type=int, default=8, help="how many weeks ahead to show (default: 8)")
    acts = parser.add_mutually_exclusive_group()
    acts.add_argument("--run", dest="is_run", action="store_true", help="do now what the daily run does")
    acts.add_argument("--dry-run", action="store_true", help="say what the daily run would do now, and do nothing")
    acts.add_argument("--keep", metavar="LEAD", help="keep this lead longer (number, e-mail or phone)")
    acts.add_argument("--let-go", metavar="LEAD", help="keep this lead no longer than agreed after all")
    parser.add_argument("--for", dest="span", default="12 months", help="how long: 6, 12 or 24 months from today")
    parser.add_argument("--because", default="", help="why it is kept longer")


def run(options: argparse.Namespace) -> int:
    """Do it, and say what was done."""
    now_s = ready()
    if options.keep is not None or options.let_go is not None:
        return _keep(options, now_s)
    if options.is_run:
        from leadpact.operations import retention

        done = retention.expire(now_s=now_s)
        answer(f"{_leads(done)} forgotten.")
        return 0
    return _plan(now_s) if options.dry_run else _show(now_s, options.weeks)


def _keep(options: argparse.Namespace, now_s: int) -> int:
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import consent, retention

    if options.let_go is not None:
        lead_id = consent.lead_of(options.let_go)
        was = retention.let_go(actor=SYSTEM, lead_id=lead_id)
        answer(f"Lead {lead_id} is kept as long as agreed." if was else f"Lead {lead_id} was not kept longer.")
        return 0
    lead_id = consent.lead_of(options.keep)
    until_s = retention.keep(actor=SYSTEM, lead_id=lead_id, span=options.span, because=options.because, now_s=now_s)
    answer(f"Lead {lead_id} is kept until {_day(until_s)}.")
    return 0


def _plan(now_s: int) -> int:
    from leadpact.operations import retention

    found = retention.plan(now_s=now_s)
    if found.agreed is None:
        answer("No pact in force says how long leads are kept: nobody is forgotten by age.")
        return 0
    answer(f"Leads are kept for {found.agreed.kept} ({found.agreed.name}, version {found.agreed.version}).")
    answer(f"A run now forgets {_leads(len(found.ready))}: {_numbers(found.ready)}.")
    answer(f"It puts {_leads(len(found.fresh))} on the list, which are forgotten in two weeks at the earliest.")
    answer(f"It takes {_leads(len(found.gone))} off the list, because something happened with them or keeps them.")
    return 0


def _show(now_s: int, weeks: int) -> int:
    from leadpact.ledger.access import SYSTEM
    from leadpact.queries import retention

    found = retention.page(SYSTEM, now_s, weeks)
    if found.agreed is None:
        answer("No pact in force says how long leads are kept: nobody is forgotten by age.")
        return 0
    answer(f"Leads are kept for {found.agreed.kept} ({found.agreed.name}, version {found.agreed.version}).")
    answer(f"{_leads(found.count)} forgotten within {found.weeks} weeks, unless something happens with them.")
    for row in found.rows:
        last, due = _day(int(row.last_at.timestamp())), _day(int(row.due_at.timestamp()))
        answer(f"  {due}  lead {row.lead_id}  {row.title}  (last on {last})")
    if found.count > len(found.rows):
        answer(f"  and {found.count - len(found.rows):,} more")
    for words, count in found.held:
        answer(f"Older than that and not forgotten: {words.lower()}: {_leads(count)}.")
    for kept in found.kept:
        answer(f"Lead {kept.lead_id} is kept until {_day(int(kept.until_at.timestamp()))}: {kept.because}")
    return 0


def _leads(count: int) -> str:
    return f"{count:,} lead{'' if count == 1 else 's'}"


def _numbers(lead_ids: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, lead_ids[:20]))
    return "none" if not shown else shown + (" ..." if len(lead_ids) > 20 else "")


def _day(at_s: int) -> str:
    return time.strftime("%d %B %Y", time.localtime(at_s)).lstrip("0")
