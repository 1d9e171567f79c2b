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
    from leadpact.connectors.tables_recognition import Question
    from leadpact.operations.imports import ImportReport
    from leadpact.operations.imports_likely import Looked
    from leadpact.operations.imports_prepare import Prepared

NAME = "import"
HELP = "Bring in a table of leads, companies, deals, touches, owners, material or facts; again it changes nothing."
EXAMPLE = """\
leadpact import contacts.xlsx --preview
leadpact import contacts.xlsx
leadpact import leads.csv --as leads --map examples/mappings/olist_leads.yaml --dry-run
leadpact import history.parquet --as facts"""
_READ = ("encoding", "delimiter", "sheet", "member", "heading", "names")
_SAID = ("shape", "date_order", "decimal", "currency", "zone", "source_system", "state")
CHOICES_MOST = 20
"""Choices of a question that are listed."""
_OUTCOMES = {"created": "new", "changed": "changed", "unchanged": "the same", "rejected": "refused"}


class Asked(Exception):
    """A file that could mean two things; the message lists what has to be said."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("file", metavar="FILE", help="a table: CSV, Excel, ODS, JSON, Parquet; also packed")
    parser.add_argument(
        "--as", dest="shape", choices=("leads", "accounts", "deals", "touches", "owners", "assets", "facts"),
        help="what the rows are; without it that is recognised",
    )  # fmt: skip
    parser.add_argument("--map", metavar="FILE", help="which column means what (YAML); without it that is recognised")
    parser.add_argument("--preview", action="store_true", help="say what was recognised and what would become of rows")
    parser.add_argument("--dry-run", action="store_true", help="do everything, say what it did, and take it back")
    parser.add_argument("--live", action="store_true", help="it happens now: clocks run and people are told")
    parser.add_argument("--resume", action="store_true", help="go on with this file where it was broken off")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    _add_reading(parser.add_argument_group("how the file is to be read, where that is not recognised"))
    add_progress(parser)


def _add_reading(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--encoding", help="such as windows-1252; mixed where lines differ")
    group.add_argument("--delimiter", help="comma, semicolon, tab, pipe, or another sign")
    group.add_argument("--sheet", help="of a workbook, or the list in a JSON record")
    group.add_argument("--member", help="the file in a zip archive")
    group.add_argument("--heading", type=int, help="the line of the heading row; 0 when there is none")
    group.add_argument("--names", choices=("number",), help="number: tell blank and double headings apart by a number")
    group.add_argument("--date-order", choices=("dmy", "mdy", "ymd"), help="how dates are written: 31/12, 12/31")
    group.add_argument("--decimal", choices=("point", "comma", "either"), help="how amounts are written: 1.50 or 1,50")
    group.add_argument("--currency", help="of amounts without one, such as EUR")
    group.add_argument("--zone", help="of times without one, such as Europe/Berlin; else the company's")
    group.add_argument("--source-system", metavar="NAME", help="the system whose ids these are")
    group.add_argument("--state", choices=("won", "lost", "open"), help="of deals of which no column says it")
    group.add_argument(
        "--column", action="append", default=[], metavar="HEADING=MEANING", help="what a column means; may come often"
    )


def run(options: argparse.Namespace) -> int:
    """Bring it in. Gives 1 when there were rows and not one was taken."""
    now_s = ready()
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations import imports

    shape, mapping, said, words = chosen(options, now_s)
    if options.preview:
        answer(words)
        return 0
    kept = imports.broken_off(Path(options.file).name) if options.resume else None
    told = _Told()
    progress = Progress("Trying" if options.dry_run else "Bringing in", is_asked=options.progress)
    try:
        report = imports.run(
            actor=SYSTEM, path=options.file, shape=shape, now_s=now_s, mapping_text=mapping,
            mapping_name=options.map or "mapping", dry_run=options.dry_run, live=options.live,
            read_as=said, progress=progress, stop=told, kept=kept,
        )  # fmt: skip
    finally:
        progress.end()
        told.restore()
    answer(_json(report) if options.json else _text(report))
    if report.is_stopped:
        return 130
    return 1 if report.lines and report.counts["rejected"] == report.lines else 0


def chosen(options: argparse.Namespace, now_s: int) -> tuple[str, str | None, ReadAs, str]:
    """The shape, the mapping, how to read the file, and in words what was recognised and what would become of rows.

    Raises ``Asked`` with every open question when the file could mean two things.
    """
    from leadpact.operations.imports_prepare import is_plain, prepare, read_as

    settings = {name: value for name in (*_READ, *_SAID) if (value := getattr(options, name)) is not None}
    said = read_as(settings)
    if options.shape == "facts":
        return "facts", None, said, "Facts are brought in as they stand; try it with --dry-run."
    if options.map:
        mapping = Path(options.map).read_text(encoding="utf-8-sig")
        shape = _shape_in(mapping, options)
        return shape, mapping, said, _looked(options, shape, mapping, said, now_s)
    settings["columns"] = dict(_pair(each) for each in options.column)
    prepared = prepare(Path(options.file), settings, now_s)
    if options.shape and is_plain(prepared.headings, options.shape) and not options.column:
        return options.shape, None, said, _looked(options, options.shape, None, said, now_s)
    if prepared.asks is not None:
        raise prepared.asks
    if prepared.found is None or prepared.questions:
        raise Asked("\n".join([f"{options.file}: before it can be brought in:", *map(_question, prepared.questions)]))
    shape = prepared.found.shape
    looked = _looked(options, shape, prepared.mapping, said, now_s)
    return shape, prepared.mapping, said, "\n".join(filter(None, [recognised(prepared), looked]))


def _question(asked: Question) -> str:
    column, _, name = asked.setting.partition(" ")
    option = f'--column "HEADING={name}"' if name else f"--{column.replace('_', '-')}"
    choices = [f"{choice.value} ({choice.says})" for choice in asked.choices[:CHOICES_MOST]]
    if len(asked.choices) > CHOICES_MOST:
        choices.append(f"and {len(asked.choices) - CHOICES_MOST:,} more")
    return f"- {asked.says} Say it with {option}: {'; '.join(choices)}"


def _pair(text: str) -> tuple[str, str]:
    heading, sign, target = text.rpartition("=")
    if not sign:
        raise Asked(f"--column {text!r}: write it as HEADING=MEANING, such as 'Kunde=company'.")
    return heading, target


def _shape_in(mapping: str, options: argparse.Namespace) -> str:
    from leadpact.connectors.tables_mapping import read_mapping

    return options.shape or read_mapping(mapping, options.map).shape


def _looked(options: argparse.Namespace, shape: str, mapping: str | None, said: ReadAs, now_s: int) -> str:
    """What would become of the first rows, in words; nothing unless it is asked for."""
    if not options.preview:
        return ""
    from leadpact.ledger.access import SYSTEM
    from leadpact.operations.imports_preview import preview

    path = Path(options.file)
    found = preview(actor=SYSTEM, path=path, shape=shape, mapping_text=mapping, read_as=said, now_s=now_s)
    counts = ", ".join(f"{count:,} {_OUTCOMES[status]}" for status, count in found.counts.items())
    which = f"the first {found.looked_at:,} rows of about {found.of_lines:,}"
    if found.looked_at == found.of_lines:
        which = f"its {found.looked_at:,} rows"
    lines = [f"Of {which}: {counts or 'none'}. Nothing is kept."]
    kinds = (
        ("New", found.created), ("Changed", found.changed), ("Duplicates", found.duplicates),
        ("Refused", found.rejected),
    )  # fmt: skip
    for title, listed in kinds:
        lines += [f"{title}:"] if listed else []
        for each in listed[:10]:
            leads = ", ".join(f"lead {lead_id} {called}" for lead_id, called in each.named)
            says = ": ".join(filter(None, (f"line {each.line}", each.who, each.says)))
            lines.append(f"  {says}" + (f" ({leads})" if leads else ""))
    return "\n".join([*lines, *_alike(found.likely), *found.notes])


def _alike(looked: Looked) -> list[str]:
    """New rows that look like leads that are there, in words."""
    if not looked.count:
        return []
    likes = "row looks" if looked.count == 1 else "rows look"
    lines = [f"Of {looked.compared:,} new rows, {looked.count:,} {likes} like a lead you already have or another row:"]
    for each in looked.rows[:10]:
        other = f"line {each.other_line}" if each.lead_id is None else f"lead {each.lead_id}"
        lines.append(f"  line {each.line}: {each.who} ~ {other} {each.called}: {each.why} ({each.percent} % sure)")
    return lines


def recognised(prepared: Prepared) -> str:
    """What was recognised, in words."""
    found = prepared.found
    if found is None:
        return ""
    read = ", ".join(f"{name} {text}" for name, text in prepared.read_as.items())
    lines = [f"Read as {found.title or found.shape}" + (f" ({read})." if read else ".")]
    lines += [f"  {name.replace('_', ' ')}: {text}" for name, text in found.settings.items() if text]
    for column in found.columns:
        means = f"{column.target} (by {column.by})" if column.target else "(not taken)"
        lines.append(f"  {column.heading} -> {means}   {'; '.join(column.shown)[:60]}")
    return "\n".join([*lines, *found.notes, *prepared.notes])


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
