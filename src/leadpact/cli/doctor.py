"""``leadpact doctor``: whether the installation is well."""

from __future__ import annotations

import argparse
import json
import time

from leadpact.cli.ready import set_up
from leadpact.cli.terminal import answer

NAME = "doctor"
HELP = "Look at versions, database, worker, disk and mail; each warning comes with its cure."
EXAMPLE = "leadpact doctor"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(options: argparse.Namespace) -> int:
    """Look. Gives 1 when something must be mended before anything works; advice alone gives 0."""
    set_up()
    from leadpact.queries import doctor

    found = doctor.checks(int(time.time()))
    if options.json:
        answer(json.dumps([check._asdict() for check in found], ensure_ascii=False, indent=2))
    else:
        for check in found:
            answer(f"{'ok  ' if check.is_well else 'warn'}  {check.name}: {check.says}")
            if check.cure:
                answer(f"      {check.cure}")
    return 0 if all(check.is_well for check in found if check.name in doctor.NEEDED) else 1
