"""``leadpact import``: bring a file in."""

from __future__ import annotations

import argparse
import json
import signal
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from leadpact.cli.ready import ready
from leadpact.cli.terminal import Progress, add_progress, answer, say

if TYPE_CHECKING:
    from leadpact.connectors.tables_reading import ReadAs
    from leadpact.operations.imports import ImportReport

NAME = "import"
HELP = "Bring in a file of leads, companies, deals, touches or facts; the same file again changes nothing."
EXAMPLE = """\
leadpact import leads.csv --as leads --map examples/mappings/olist_leads.yaml --dry-run
leadpact import leads.csv --as leads --map examples/mappings/olist_leads.yaml
leadpact import history.parquet --as facts"""


class NeedsMapping(Exception):
    """A file without a mapping whose columns are not named as ours."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument(
        "file",
        metavar="FILE",
        help="a table: CSV, Excel, ODS, JSON, JSON lines, Parquet; also packed (gz, bz2, xz, zip)",
    )
    parser.add_argument(
        "--as", dest="shape", required=True, choices=("leads", "accounts", "deals", "touches", "facts"),
        help="what the rows are",
    )  # fmt: skip
    parser.add_argument(
        "--map", metavar="FILE", help="which column means what (YAML); without it they are named as ours"
    )
    parser.add_argument("--dry-run", action="store_true", help="do everything, say what it did, and take it back")
    parser.add_argument("--live", action="store_true", help="it happens now: clocks run and people are told")
    parser.add_argument("--encoding", help="of the file, such as windows-1252; otherwise it is found out")
    parser.add_argument("--delimiter", help="of the file: comma, semicolon, tab, pipe; otherwise it is found out")
    parser.add_argument("--sheet", help="of a workbook, or the list in a JSON record; asked for when there are several")
    parser.add_argument("--member", help="the file in a zip archive; asked for when there are several")
    parser.add_argument("--heading", type=int, help="the line of the heading row; 0 when there is none")
    parser.add_argument("--names", choices=("number",), help="number: tell blank and double headings apart by a number")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    add_progress(parser)


def run(options: argparse.Namespace) -> int:
    """Bring it in. Gives 1 when there were rows and not one was taken."""
    now_s = ready()
    from leadpact.connectors.tables_targets import MappingRefused
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import imports

    mapping = Path(options.map).read_text(encoding="utf-8-sig") if options.map else None
    told = _Told()
    progress = Progress("Trying" if options.dry_run else "Bringing in", is_asked=options.progress)
    try:
        report = imports.run(
            actor=SYSTEM, path=options.file, shape=options.shape, now_s=now_s, mapping_text=mapping,
            mapping_name=options.map or "mapping.yaml", dry_run=options.dry_run, live=options.live,
            read_as=read_as(options), progress=progress, stop=told,
        )  # fmt: skip
    except MappingRefused as error:
        if options.map:
            raise
        cure = "The columns are not named as ours: say in a mapping which means what, and name it with --map FILE."
        raise NeedsMapping(f"{error}\n{cure}") from None
    finally:
        progress.end()
        told.restore()
    answer(_json(report) if options.json else _text(report))
    if report.is_stopped:
        return 130
    return 1 if report.lines and report.counts["rejected"] == report.lines else 0


def read_as(options: argparse.Namespace) -> ReadAs:
    """How the file is to be read, as far as the options say so."""
    from leadpact.connectors.tables_reading import ReadAs

    return ReadAs(options.encoding, options.delimiter, options.sheet, options.member, options.heading, options.names)


class _Told:
    """Whether somebody pressed Ctrl-C: the batch at hand is finished first. A second time ends it at once."""

    def __init__(self) -> None:
        self._is_told = False
        self._before = signal.signal(signal.SIGINT, self._tell)

    def __call__(self) -> bool:
        return self._is_told

    def _tell(self, _number: int, _frame: FrameType | None) -> None:
        if self._is_told:
            raise KeyboardInterrupt
        self._is_told = True
        say("\nStopping after this batch …")

    def restore(self) -> None:
        """Let Ctrl-C mean what it did before."""
        signal.signal(signal.SIGINT, self._before)


def _json(report: ImportReport) -> str:
    return json.dumps(
        {
            "file": report.file,
            "as": report.shape,
            "dry_run": report.is_dry_run,
            "counts": report.counts,
            "lines": report.lines,
            "seconds": report.seconds,
            "stopped": report.is_stopped,
            "rejects_file": report.rejects_file,
            "rejects": [reject._asdict() for reject in report.rejects],
            "notes": report.notes,
        },
        ensure_ascii=False,
        indent=2,
    )


def _text(report: ImportReport) -> str:
    lines = [f"{report.file}: {report.lines:,} rows in {report.seconds:.1f} s."]
    for outcome, count in report.counts.items():
        did = "would be" if report.is_dry_run else "was" if count == 1 else "were"
        lines.append(f"  {count:>9,} {did} {outcome}")
    if report.rejects:
        lines += [
            "First rejects:",
            *(f"  line {r.line}, {r.column}: {r.reason} ({r.value!r})" for r in report.rejects[:5]),
        ]
    if report.rejects_file:
        lines.append(f"All rejects: {report.rejects_file}")
    return "\n".join([*lines, *report.notes])
