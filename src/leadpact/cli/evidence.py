"""``leadpact evidence``: ask a measure."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from typing import Any

from leadpact.cli.ready import ready
from leadpact.cli.terminal import answer, say, table

NAME = "evidence"
HELP = "Ask a measure of the facts as they are now; days are days in the company's zone."
EXAMPLE = """\
leadpact evidence --list
leadpact evidence funnel --as-of 2018-11-30
leadpact evidence source_quality --format json > quality.json
leadpact evidence funnel --by team --since 2018-01-01 --format svg > funnel.svg
leadpact evidence funnel --source postgres://reader@db.example/warehouse?table=crm.facts"""
LISTED = 30
"""Rows shown of each further table."""
ASKED = ("as_of", "since", "until", "source", "team", "segment", "pact", "version", "campaign", "event", "by")


class NoMeasure(Exception):
    """No measure was named."""


class TwoSources(Exception):
    """More than one source of leads, or more than one warehouse, was named."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what it takes."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="the measure")
    parser.add_argument("--list", action="store_true", help="list the measures and what each answers")
    parser.add_argument("--as-of", metavar="DAY", help="what was known at the end of this day (default: now)")
    parser.add_argument(
        "--since", metavar="DAY", help="from this day on; docs/reference/measures.md says of what, for each measure"
    )
    parser.add_argument("--until", metavar="DAY", help="up to this day")
    parser.add_argument(
        "--source",
        action="append",
        metavar="CODE|ADDRESS",
        default=[],
        help="leads from this source only; or the address of a warehouse to ask instead of the ledger: postgres://…, "
        "duckdb:file, sqlite:file, parquet:folder, spark:local, spark://…, clickhouse://…; may be given once for each",
    )
    parser.add_argument("--team", choices=("marketing", "sales", "unknown"), help="leads found by this team only")
    parser.add_argument(
        "--segment", metavar="FIELD=VALUE", help="leads of which this is known only: industry=retail, employees=50-249"
    )
    parser.add_argument("--pact", metavar="NAME", help="leads judged by the pact of this name only, where several run")
    parser.add_argument("--version", metavar="N", help="leads judged by this version of the pact only")
    parser.add_argument("--campaign", help="leads of this campaign only")
    parser.add_argument("--event", help="what counts, for measures that let one choose")
    parser.add_argument(
        "--by", metavar="DIM", help="split by source, team, campaign, version or a field such as industry: one by one"
    )
    parser.add_argument("--format", choices=("table", "json", "csv", "svg", "png"), default="table")


def run(options: argparse.Namespace) -> int:
    """Ask it and write the answer."""
    from leadpact.evidence.catalogue import MEASURES

    if options.list:
        answer("\n".join(f"{each.name}\n    {each.question}" for each in MEASURES.values()))
        return 0
    if not options.name:
        raise NoMeasure(f"Name a measure: {', '.join(MEASURES)}. With --list they say what they answer.")
    now_s = ready()
    from leadpact.operations import refresh

    asked = {name: getattr(options, name) for name in ASKED}
    asked["source"], address = _sources(options.source)
    if address is None:
        body = refresh.run_now(name=options.name, parameters=asked, now_s=now_s)
    else:
        body = refresh.ask_elsewhere(address=address, name=options.name, parameters=asked, now_s=now_s)
    if options.format == "json":
        answer(json.dumps(body, ensure_ascii=False, indent=2))
    elif options.format == "csv":
        _write_csv(body)
    elif options.format in ("svg", "png"):
        _write_picture(body, options.format)
    else:
        _write_table(body)
    return 0


def _sources(given: Sequence[str]) -> tuple[str | None, str | None]:
    """The source of leads and the warehouse's address among what was given as ``--source``.

    Raises:
        TwoSources: there are two of a sort.
    """
    from leadpact.evidence.warehouse import is_address

    addresses = [text for text in given if is_address(text)]
    codes = [text for text in given if not is_address(text)]
    if len(addresses) > 1 or len(codes) > 1:
        raise TwoSources("Give --source once for the leads' source and once for the warehouse's address, not twice.")
    return next(iter(codes), None), next(iter(addresses), None)


def _write_csv(body: Mapping[str, Any]) -> None:
    from leadpact.evidence.export import to_csv

    say(body["sentence"])
    if body["rows"]:
        answer(to_csv(body["rows"]).replace("\r\n", "\n"))


def _write_picture(body: Mapping[str, Any], form: str) -> None:
    import sys

    from leadpact.evidence.catalogue import measure
    from leadpact.evidence.svg import to_png, to_svg

    picture = to_svg(body, measure(body["measure"]).layouts)
    if form == "png":
        sys.stdout.buffer.write(to_png(picture))
    else:
        answer(picture)


def _write_table(body: Mapping[str, Any]) -> None:
    answer(f"{body['sentence']}\n{body['grade']}. As of {body['as_of']}.")
    if body["rows"]:
        answer(f"\n{table(body['rows'])}")
    for title, rows in body["tables"].items():
        if rows:
            answer(f"\n{title.replace('_', ' ').capitalize()}\n{table(rows[:LISTED])}")
        if len(rows) > LISTED:
            answer(f"… {len(rows) - LISTED} further rows; --format json has them all.")
    for note in body["notes"]:
        answer(f"\n{note['text']}")
