"""``leadpact forms``: forms for the web site and for trade shows."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer, say, table

if TYPE_CHECKING:
    from leadpact.operations.forms import FormPlan

NAME = "forms"
HELP = "List, make, close and open the forms of the web site and of trade shows."
EXAMPLE = """\
leadpact forms
leadpact forms --new Demo --kind demo --heading "See it work" --fields name!,email!,company,need
leadpact forms --new "Fair 2026" --show --fields name!,email!,phone,company --campaign fair_2026"""
USUAL = "name!,email!,company,need"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("--new", metavar="NAME", help="make a form")
    parser.add_argument("--show", action="store_true", help="for a trade show, filled in on a phone")
    parser.add_argument("--kind", default="", help="the word by which the pact knows it; otherwise its name")
    parser.add_argument("--heading", default="", help="its heading; otherwise its name")
    parser.add_argument(
        "--fields", default=USUAL, help=f"what it asks for, with commas; ! marks what is needed (default {USUAL})"
    )
    parser.add_argument("--agreement", default="", help="the text beside the box for consent")
    parser.add_argument("--ways", default="", help="what the box allows, with commas: email, phone, post, tracking")
    parser.add_argument("--campaign", default="", help="the campaign or show")
    parser.add_argument("--close", metavar="NUMBER", type=int, help="close the form of this number")
    parser.add_argument("--open", metavar="NUMBER", type=int, help="open it again")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(options: argparse.Namespace) -> int:
    """Do what was asked, then list."""
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import forms

    if options.new:
        made = forms.make_form(actor=SYSTEM, plan=_plan(options), now_s=now_s)
        say(f"The form {made.name!r} is ready at:")
        answer(_address(made.token, made.purpose))
        return 0
    for number, is_open in ((options.close, False), (options.open, True)):
        if number is not None:
            forms.close_form(actor=SYSTEM, form_id=number, now_s=now_s, is_open=is_open)
            say(f"Form {number} is {'open again' if is_open else 'closed'}.")
            return 0
    return _list(is_json=options.json)


def _plan(options: argparse.Namespace) -> FormPlan:
    from leadpact.operations.forms import FormPlan

    named = [each.strip() for each in options.fields.split(",") if each.strip()]
    return FormPlan(
        name=options.new, kind=options.kind or options.new, title=options.heading or options.new,
        fields=[(each.rstrip("!"), each.endswith("!")) for each in named], purpose="show" if options.show else "web",
        agreement=options.agreement, ways=[way.strip() for way in options.ways.split(",") if way.strip()],
        campaign=options.campaign,
    )  # fmt: skip


def _address(token: str, purpose: str) -> str:
    from django.conf import settings

    return f"{settings.BASE_URL}/{'show' if purpose == 'show' else 'f'}/{token}/"


def _list(*, is_json: bool) -> int:
    from leadpact.ledger.access import SYSTEM
    from leadpact.queries import forms

    rows = [
        {
            "number": row.id, "name": row.name, "for": "trade show" if row.purpose == "show" else "web site",
            "kind": row.kind, "entries": row.entries, "held_back": row.held, "is_open": row.is_open,
            "address": _address(row.token, row.purpose),
        }
        for row in forms.forms(SYSTEM)
    ]  # fmt: skip
    if is_json:
        answer(json.dumps(rows, ensure_ascii=False, indent=2))
    elif rows:
        answer(table(rows))
    else:
        answer("There is no form yet. Make one with: leadpact forms --new NAME")
    return 0
