"""``leadpact trackers``: write keys of trackers, and what came in with them."""

from __future__ import annotations

import argparse
import json

from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer, say, table

NAME = "trackers"
HELP = "List, make and revoke the write keys of trackers, with what came in and what was refused."
EXAMPLE = """\
leadpact trackers
leadpact trackers --new "Web site" --own THE_KEY_USED_TODAY
leadpact trackers --new Shop --server --system shop"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("--new", metavar="NAME", help="make a write key")
    parser.add_argument("--server", action="store_true", help="it stays on a server: what it tells of a lead holds")
    parser.add_argument("--own", metavar="KEY", default="", help="a write key that trackers send already")
    parser.add_argument("--app", default="", help="the application id that Snowplow's trackers send")
    parser.add_argument("--system", default="", help="the system whose user ids it sends")
    parser.add_argument("--revoke", metavar="NUMBER", type=int, help="revoke the write key of this number")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(options: argparse.Namespace) -> int:
    """Do what was asked, then list."""
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import trackers_keys

    if options.new:
        row, key = trackers_keys.make_write_key(
            actor=SYSTEM, name=options.new, is_public=not options.server, now_s=now_s, app=options.app,
            system=options.system, own=options.own,
        )  # fmt: skip
        if options.json:
            answer(json.dumps({"number": row.pk, "name": row.name, "key": key}, ensure_ascii=False))
        else:
            say(f"The write key of {row.name!r}; one for a server is shown only now:")
            answer(key)
        return 0
    if options.revoke is not None:
        trackers_keys.revoke_write_key(actor=SYSTEM, key_id=options.revoke, now_s=now_s)
        say(f"Write key {options.revoke} is revoked.")
        return 0
    return _list(now_s, is_json=options.json)


def _list(now_s: int, *, is_json: bool) -> int:
    from leadpact.ledger.access import SYSTEM
    from leadpact.queries import trackers

    page = trackers.page(SYSTEM, now_s)
    keys = [
        {
            "number": key.id, "name": key.name, "key": key.shown,
            "stands": "in pages" if key.is_public else "on a server",
            "is_revoked": key.revoked_at is not None, **key.counts,
        }
        for key in page.keys
    ]  # fmt: skip
    refused = [{"at": f"{each.at:%Y-%m-%d %H:%M}", "key": each.key, "why": each.why} for each in page.refused]
    if is_json:
        answer(json.dumps({"keys": keys, "refused": refused}, ensure_ascii=False, indent=2))
        return 0
    if not keys:
        answer("There is no write key yet. Make one with: leadpact trackers --new NAME")
    else:
        answer(f"Events of the last {page.days} days by what became of them:")
        answer(table(keys))
    if refused:
        answer("\nRefused last:")
        answer(table(refused))
    return 0
