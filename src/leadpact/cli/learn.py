"""``leadpact pact learn``: a draft whose points table is learned from the company's own history."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leadpact.cli.ready import ready
from leadpact.cli.terminal import Progress, add_progress, answer, say, table


def add_part(parts: Any) -> None:
    """Declare what it takes, as a part of ``leadpact pact``."""
    part: argparse.ArgumentParser = parts.add_parser(
        "learn",
        help="learn a draft from history",
        description="Learn the points table of a draft from the leads of the past, say how good it is, and write it.",
    )
    part.add_argument("--out", metavar="FILE", help="where the draft is written; without it no file is")
    part.add_argument("--as-of", metavar="DAY", help="from what was known at the end of that day (2026-03-31)")
    part.add_argument("--horizon", type=int, metavar="DAYS", help="a lead counts as won within so many days")
    part.add_argument(
        "--rising",
        action="append",
        default=[],
        metavar="FIELD",
        help="a number field of which more is never to be worth less (may be given again)",
    )
    part.add_argument(
        "--yardstick", action="store_true", help="compare with a black box too; needs the extra leadpact[yardstick]"
    )
    add_progress(part)


def run(options: argparse.Namespace) -> int:
    """Learn it, write it, and say how good it is."""
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import learn

    shown = Progress("Learning", is_asked=options.progress)
    try:
        found = learn.learn_draft(
            actor=SYSTEM,
            now_s=now_s,
            as_of=options.as_of,
            horizon_days=options.horizon,
            rising=options.rising,
            with_box=options.yardstick,
            progress=lambda what, done, of: shown(done, of, what),
        )
    finally:
        shown.end()
    _write(found)
    if not found["is_learned"]:
        say(found["too_little"])
        return 1
    if options.out:
        Path(options.out).write_text(found["text"], encoding="utf-8")
        answer(f"\nThe draft is in {options.out}. Read it, change it, and propose it: leadpact pact put {options.out}")
    return 0


def _write(found: Mapping[str, Any]) -> None:
    from leadpact.evidence.learning_quality import RESAMPLES

    answer(found["population"])
    for each in found["attributes"]:
        answer(f"\n{each['name']}")
        answer(
            table(
                [
                    {
                        "condition": one["label"],
                        "points": one["points"],
                        "won": f"{one['won']:,} of {one['leads']:,}",
                        "same in resamples": f"{one['steady']} of {RESAMPLES}",
                    }
                    for one in each["bins"]
                ]
            )
        )
    if found["left_out"]:
        answer("\nLeft out")
        for each in sorted(found["left_out"], key=lambda one: not one["is_leak"]):
            answer(f"  {each['name']}: {each['reason']}")
    for title in ("notes", "quality"):
        if found[title]:
            answer("\n" + "\n".join(found[title]))
