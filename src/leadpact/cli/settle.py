"""``leadpact settle``: what two exports say in the argument between marketing and sales. Needs no set-up."""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leadpact.cli.terminal import Progress, add_progress, answer, say, table

if TYPE_CHECKING:
    from leadpact.queries.settle import Asked, Sheet

NAME = "settle"
HELP = "Settle the argument: join marketing's and sales' exports and write one page of findings. Needs no set-up."
EXAMPLE = """\
leadpact settle contacts.csv deals.csv
leadpact settle leads.csv calls.csv --good "Rating=Hot,Warm" --cost web=12000 --cost fair=9000 --out settled.html
leadpact settle leads.csv tasks.csv --dates day-first --lists lists/"""
ANSWERS = ("encoding", "sheet", "heading", "member", "delimiter")


class WrongOption(ValueError):
    """An option cannot be read; the message says what is expected."""


class FileThere(ValueError):
    """The page would be written over another file."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("marketing", type=Path, metavar="MARKETING", help="marketing's export: one row for each lead")
    parser.add_argument("sales", type=Path, metavar="SALES", help="sales' export: deals, calls or leads")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where the page goes (default: settled.html here)")
    parser.add_argument("--force", action="store_true", help="write over a page that is there")
    parser.add_argument(
        "--lists", type=Path, metavar="FOLDER", help="write the leads behind each figure as CSV files too"
    )
    parser.add_argument("--draft", type=Path, metavar="FILE", help="write the first draft of the pact as a file too")
    parser.add_argument(
        "--good", metavar="COLUMN=WORDS", help="which words of a column mean a good lead: Rating=Hot,Warm"
    )
    parser.add_argument("--good-from", type=float, metavar="POINTS", help="from how many points on a lead is good")
    parser.add_argument(
        "--cost", action="append", default=[], metavar="SOURCE=AMOUNT", help="what was spent on a source"
    )
    parser.add_argument(
        "--marketing-column", action="append", default=[], metavar="MEANING=COLUMN",
        help="what a column of marketing's file means: source=Herkunft; a wrong meaning lists all of them",
    )  # fmt: skip
    parser.add_argument(
        "--sales-column", action="append", default=[], metavar="MEANING=COLUMN", help="the same of sales' file"
    )
    parser.add_argument("--dates", choices=("day-first", "month-first"), help="what 3/4/2026 means")
    parser.add_argument("--zone", default="UTC", help="time zone of the files' times (default: UTC)")
    parser.add_argument("--encoding", help="encoding of a file that does not tell it, such as windows-1252")
    parser.add_argument("--sheet", metavar="NAME", help="sheet of a workbook that has several")
    parser.add_argument(
        "--heading", type=int, metavar="LINE", help="line of the headings, in a file that does not tell it"
    )
    parser.add_argument("--member", metavar="NAME", help="file in a zip archive that has several")
    parser.add_argument("--delimiter", metavar="SIGN", help="sign between cells, in a file that does not tell it")
    parser.add_argument(
        "--as-of", metavar="DAY", help="the files tell until the end of this day (default: their last date)"
    )
    parser.add_argument("--as-given", action="store_true", help="the first file is marketing's, whatever it looks like")
    add_progress(parser)


def run(options: argparse.Namespace) -> int:
    """Read, join, write the page, and say the findings."""
    from leadpact.queries.settle import settle
    from leadpact.queries.settle_sheet import page

    gc.disable()  # Nearly all that is made is kept to the end: looking for rings finds nothing and costs a sixth.
    out = options.out or Path("settled.html")
    if out.exists() and not options.force:
        raise FileThere(f"{out} is there already. Name another file with --out, or write over it with --force.")
    shown = Progress("Settling", is_asked=options.progress)
    try:
        sheet = settle(
            options.marketing, options.sales, now_s=int(time.time()), asked=_asked(options),
            progress=lambda what, done, of: shown(done, of, what),
        )  # fmt: skip
    finally:
        shown.end()
        gc.enable()
    out.write_text(page(sheet), encoding="utf-8")
    if options.draft:
        options.draft.write_text(sheet.draft.text, encoding="utf-8")
    _say(sheet)
    if options.lists:
        _write_lists(sheet, options.lists)
    say(f"The page is in {out}. Open it in a browser; it prints on one sheet.")
    return 0


def _asked(options: argparse.Namespace) -> Asked:
    from leadpact.queries.settle import Asked

    columns = dict(_pairs(options.marketing_column, "--marketing-column"))
    good = _pairs([options.good], "--good") if options.good else []
    if good:
        columns["good"] = good[0][0]
    try:
        zone = ZoneInfo(options.zone)
    except (LookupError, ValueError, OSError):
        raise WrongOption(f"--zone {options.zone!r} is no time zone such as Europe/Berlin.") from None
    answers = {name: str(own) for name in ANSWERS if (own := getattr(options, name)) is not None}
    return Asked(
        marketing_columns=columns,
        sales_columns=dict(_pairs(options.sales_column, "--sales-column")),
        good_values=tuple(word.strip() for word in good[0][1].split(",") if word.strip()) if good else (),
        good_from=options.good_from,
        spend={source: _amount(text) for source, text in _pairs(options.cost, "--cost")},
        order=options.dates, zone=zone, answers=answers, as_of_s=_end_of(options.as_of),
        is_as_given=options.as_given,
    )  # fmt: skip


def _pairs(given: Sequence[str], option: str) -> list[tuple[str, str]]:
    found = []
    for text in given:
        name, sign, value = text.rpartition("=") if option == "--cost" else text.partition("=")
        if not sign or not name.strip() or not value.strip():
            raise WrongOption(
                f"{option} {text!r}: write it with an equals sign between, as leadpact settle --help shows."
            )
        found.append((name.strip(), value.strip()))
    return found


def _amount(text: str) -> float:
    try:
        found = float(text.replace(",", "").replace("_", ""))
    except ValueError:
        found = -1
    if not 0 <= found < 1e13:
        raise WrongOption(f"--cost: {text!r} is no amount such as 12000.")
    return found


def _end_of(text: str | None) -> int | None:
    if text is None:
        return None
    try:
        return int((datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC) + timedelta(days=1)).timestamp()) - 1
    except ValueError:
        raise WrongOption(f"--as-of {text!r} is no day such as 2026-03-31.") from None


def _say(sheet: Sheet) -> None:
    """The findings on the terminal."""
    for line in (*sheet.read, *sheet.joined):
        answer(line)
    for each in sheet.findings:
        grade = f" [{each.grade}]" if each.grade else ""
        answer(f"\n{each.title}{grade}\n  {each.says}")
        if each.grade and each.spread:
            answer(f"  {each.figure}; {each.spread}")
        for note in each.notes:
            answer(f"  {note}")
        if each.rows:
            answer(table([{title: row[name] for name, title in each.columns} for row in each.rows]))
    if sheet.good.is_known:
        answer(f"\n{sheet.good.words}")
    options = {"good_from": "--good-from POINTS", "good": "--good COLUMN=WORDS", "cost": "--cost SOURCE=AMOUNT"}
    for option, question in sheet.asks:
        answer(f"\nCan you say? {question} ({options[option]})")


def _write_lists(sheet: Sheet, folder: Path) -> None:
    from leadpact.queries.settle_lists import as_csv, lists

    folder.mkdir(parents=True, exist_ok=True)
    for listed in lists(sheet):
        place = folder / f"{listed.key}.csv"
        place.write_text("\ufeff" + as_csv(listed), encoding="utf-8", newline="")
        say(f"{len(listed.rows):,} rows are in {place}.")
