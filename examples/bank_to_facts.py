"""Turn the UCI Bank Marketing file into facts, so that ``persistence`` can be tried on 41,188 real campaigns.

    python examples/bank_to_facts.py bank-additional-full.csv.gz bank_facts.csv
    leadpact import bank_facts.csv --as facts
    leadpact evidence persistence

Every row of the file is a client whom a Portuguese bank telephoned. It becomes a lead with

- ``captured``: source is the telephone used (cellular or telephone), campaign the month of the last call;
- as many calls by sales as the column ``campaign`` counts; nobody is reached (``no_answer``) until, for a
  client who subscribed, the last one (``reached``): the file knows how many calls there were, not how each
  of them went;
- ``won`` half an hour after the last call of a client who subscribed, ``gave_up`` after that of any other.

**What is real and what is not.** The file is in order of time, from May 2008 to November 2010, and names the
month of the last call, so order and month are real; the year follows from the months' order. Days and hours
are invented: the last calls of a month are spread evenly over its days from 9 to 17 o'clock UTC, earlier
calls lie one day before each other. Never read a figure that rests on days (speed, delay) off these facts.

Data: Moro, Cortez, Rita, "A Data-Driven Approach to Predict the Success of Bank Telemarketing", Decision
Support Systems 62 (2014); CC BY 4.0.
"""

from __future__ import annotations

import csv
import gzip
import sys
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FIRST_YEAR = 2008
HEADINGS = (
    "kind", "occurred_at", "lead_id", "deal_id", "side", "channel", "source", "campaign", "reason", "value_code",
    "source_system", "external_id",
)  # fmt: skip
DAY = timedelta(days=1)
Line = dict[str, str]


def dated(rows: Iterable[Line]) -> Iterator[tuple[int, int, Line]]:
    """Each client with the year and month of the last call: when the months fall back, a year has passed."""
    year, before = FIRST_YEAR, 0
    for row in rows:
        month = MONTHS.index(row["month"]) + 1
        if month < before:
            year += 1
        before = month
        yield year, month, row


def last_calls(rows: Iterable[Line]) -> Iterator[tuple[datetime, str, Line]]:
    """Each client with an invented instant of the last call and the month's name. One month is held in memory."""
    for (year, month), of_month in groupby(dated(rows), key=lambda one: one[:2]):
        clients = [row for _, _, row in of_month]
        days = monthrange(year, month)[1]
        for place, row in enumerate(clients):
            through = (place + 0.5) / len(clients) * days
            day = int(through)
            seconds = int((through - day) * 8 * 3600)
            moment = datetime(year, month, day + 1, 9, tzinfo=UTC) + timedelta(seconds=seconds)
            yield moment, f"{year}-{month:02}", row


def facts(number: int, last: datetime, campaign: str, row: Line) -> Iterator[Line]:
    """The facts of one client, in order of time."""
    lead = f"bank-{number}"
    common = {"lead_id": lead, "source_system": "bank_marketing"}
    calls = int(row["campaign"])
    is_won = row["y"] == "yes"
    first = last - (calls - 1) * DAY
    origin = {"channel": "call", "source": row["contact"], "campaign": campaign}
    captured = {"kind": "captured", "side": "marketing", "external_id": lead, **origin}
    yield {**common, **captured, "occurred_at": (first - timedelta(hours=1)).isoformat()}
    for call in range(calls):
        outcome = "reached" if is_won and call == calls - 1 else "no_answer"
        said = {"kind": "call", "side": "sales", "channel": "call", "value_code": outcome}
        yield {**common, **said, "occurred_at": (first + call * DAY).isoformat()}
    end = {"kind": "won", "deal_id": lead} if is_won else {"kind": "gave_up", "reason": "not_reachable"}
    yield {**common, **end, "side": "sales", "occurred_at": (last + timedelta(minutes=30)).isoformat()}


def main(source: str, target: str) -> int:
    """Write the facts of the file ``source`` to ``target``; returns how many."""
    written = 0
    opener = gzip.open if source.endswith(".gz") else open
    with (
        opener(source, "rt", encoding="utf-8", newline="") as text,
        Path(target).open("w", encoding="utf-8", newline="") as out,
    ):
        writer = csv.DictWriter(out, HEADINGS, restval="", lineterminator="\n")
        writer.writeheader()
        for number, (last, campaign, row) in enumerate(last_calls(csv.DictReader(text, delimiter=";")), 1):
            for fact in facts(number, last, campaign, row):
                writer.writerow(fact)
                written += 1
    return written


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(f"Usage: python {sys.argv[0]} bank-additional-full.csv.gz OUT.csv")
    sys.stdout.write(f"{main(sys.argv[1], sys.argv[2]):,} facts written to {sys.argv[2]}\n")
