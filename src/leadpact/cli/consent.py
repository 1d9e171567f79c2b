"""``leadpact consent``: what a buyer allows, and their no."""

from __future__ import annotations

import argparse
import time

from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer

NAME = "consent"
HELP = "Say what a buyer allows or refuses: e-mail, phone, post, tracking; without a choice show what stands."
EXAMPLE = """\
leadpact consent 4711
leadpact consent ana@kessler.example --allow email --ground consent --how paper
leadpact consent 4711 --refuse phone
leadpact consent 4711 --refuse all"""
WAYS = ("email", "phone", "post", "tracking")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("lead", metavar="LEAD", help="the lead's number, e-mail address or phone number")
    parser.add_argument("--allow", action="append", choices=WAYS, default=[], help="a way that stands open")
    parser.add_argument(
        "--ground", choices=("consent", "contract", "legitimate_interest"), default="consent", help="on what ground"
    )
    parser.add_argument("--refuse", action="append", choices=(*WAYS, "all"), default=[], help="a way that is refused")
    parser.add_argument("--how", default="hand", help="through what it was told: phone, talk, mail, paper, hand")
    parser.add_argument("--wording", default="", help="in which words; kept apart from the facts")


def run(options: argparse.Namespace) -> int:
    """Say it, and show what stands."""
    ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import consent
    from leadpact.queries.consent import ground_words, how_words, way_words

    now_s = int(time.time())
    lead_id = consent.lead_of(options.lead)
    told = {"actor": SYSTEM, "lead_id": lead_id, "now_s": now_s, "how": options.how, "wording": options.wording}
    if options.refuse:
        ways = [] if "all" in options.refuse else options.refuse
        consent.refuse(ways=ways, **told)
    if options.allow:
        consent.give(ways=options.allow, ground=options.ground, **told)
    for each in consent.standing(actor=SYSTEM, lead_id=lead_id):
        when = "" if each.occurred_s is None else time.strftime(", %d %B %Y", time.localtime(each.occurred_s))
        how = f", {how_words(each.how)}" if each.how else ""
        answer(f"{way_words(each.way)}: {ground_words(each.code or '')}{when}{how}")
    return 0
