"""``leadpact undo``: take an import back."""

from __future__ import annotations

import argparse
import json
import signal
from dataclasses import asdict
from types import FrameType
from typing import TYPE_CHECKING

from leadpact.cli.ready import ready
from leadpact.cli.terminal import Progress, add_progress, answer, say

if TYPE_CHECKING:
    from leadpact.operations.imports_undo import Undone

NAME = "undo"
HELP = "Take an import back, also when it changed leads; what people did since is kept and named."
EXAMPLE = "leadpact undo 12 --dry-run\nleadpact undo 12"
SHOWN = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("number", metavar="RUN", type=int, help="the number of the import, as the page of imports says")
    parser.add_argument("--dry-run", action="store_true", help="change nothing and say what it would do")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    add_progress(parser)


def run(options: argparse.Namespace) -> int:
    """Take it back, or as much of it as there is time for."""
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import imports_undo

    told: list[bool] = []

    def stop(_number: int, _frame: FrameType | None) -> None:
        say("Stopping after the leads at hand …")
        told.append(True)

    before = signal.signal(signal.SIGINT, stop)
    progress = Progress("Leads", is_asked=options.progress)
    try:
        done = imports_undo.undo(
            actor=SYSTEM, run_id=options.number, now_s=now_s, dry_run=options.dry_run, progress=progress,
            stop=lambda: bool(told),
        )  # fmt: skip
    finally:
        progress.end()
        signal.signal(signal.SIGINT, before)
    if options.json:
        answer(json.dumps(asdict(done), ensure_ascii=False, indent=2))
        return 0
    _say(done)
    return 0


def _say(done: Undone) -> None:
    would = "would be " if done.is_dry_run else ""
    answer(
        f"Import {done.run_id}, {done.file_name}. Leads {would}gone: {done.gone:,}; {would}given back as they were: "
        f"{done.back:,}; staying, because somebody worked on them since: {done.stay:,}. Facts {would}corrected: "
        f"{done.facts:,}."
    )
    for stays in done.stays[:SHOWN]:
        answer(f"  lead {stays.lead_id} stays: {stays.kind.replace('_', ' ')} since")
    if done.stay > SHOWN:
        answer(f"  and {done.stay - SHOWN:,} more")
    if not done.is_done:
        answer(f"Stopped before the end; what is done stays done. Go on with: leadpact undo {done.run_id}")
    elif done.is_dry_run:
        answer("Nothing was changed. The same without --dry-run takes it back.")
