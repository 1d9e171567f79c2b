"""Turn advertising touches, or paths already grouped, into facts, so that ``attribution`` can be tried on them.

    python examples/attribution_to_facts.py attribution_data.csv.gz touches.csv
    leadpact import touches.csv --as facts
    leadpact evidence attribution

Two shapes of file are read; the headings say which it is.

*Touches*, one a row (``customer_id, time, interaction, conversion, conversion_value, channel``). Each customer becomes
a lead that is first heard of at its first row; each row becomes a ``page_view`` on its channel, and a row that is a
conversion a ``won`` at the same second as well: its channel is the one that the customer came through. The file says
what a conversion is worth, but not in which currency, so no amount is taken.

*Paths* (``path, total_conversions, total_conversion_value, total_null``): a path such as ``eta > iota`` becomes as many
leads as it has conversions and failures, each with the path's touches and, for a conversion, ``won`` with the last.
**Their instants are invented**: one hour between touches, all paths from the same moment. The order is real. Never
read a figure that rests on hours or days (time decay) off these facts.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

HEADINGS = (
    "kind", "occurred_at", "lead_id", "deal_id", "side", "channel", "source", "source_system", "external_id",
)  # fmt: skip
BEGIN = datetime(2020, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
Line = dict[str, str]
Touch = tuple[str, str, bool]
"""When (ISO), the channel's code, and whether it is a conversion."""


def code(name: str) -> str:
    """A channel's code: "Paid Search" is paid_search."""
    return name.strip().lower().replace(" ", "_")


def customers(rows: Iterable[Line]) -> Iterator[tuple[str, list[Touch]]]:
    """Each customer with all touches in order of time; a conversion comes after what was seen in its second."""
    told: dict[str, list[Touch]] = {}
    for row in rows:
        told.setdefault(row["customer_id"], []).append((row["time"], code(row["channel"]), row["conversion"] == "1"))
    for name, touches in told.items():
        yield name, sorted(touches, key=lambda touch: (touch[0], touch[2]))


def paths(rows: Iterable[Line]) -> Iterator[tuple[str, list[Touch]]]:
    """Each path once for every conversion and for every failure, with invented hours."""
    number = count(1)
    for row in rows:
        channels = [code(name) for name in row["path"].split(">")]
        touches = [((BEGIN + place * HOUR).isoformat(), name, False) for place, name in enumerate(channels)]
        last_at, last, _ = touches[-1]
        for _ in range(int(row["total_conversions"])):
            yield f"path-{next(number)}", [*touches[:-1], (last_at, last, True)]
        for _ in range(int(row["total_null"])):
            yield f"path-{next(number)}", touches


def facts(lead: str, touches: list[Touch], system: str) -> Iterator[Line]:
    """The facts of one lead, in order of time."""
    common = {"lead_id": lead, "source_system": system}
    first_at, first, _ = touches[0]
    yield {**common, "kind": "captured", "occurred_at": first_at, "side": "marketing", "channel": "web",
           "source": first, "external_id": lead}  # fmt: skip
    for place, (at, channel, is_won) in enumerate(touches):
        yield {**common, "kind": "page_view", "occurred_at": at, "side": "marketing", "channel": channel}
        if is_won:
            yield {**common, "kind": "won", "occurred_at": at, "side": "sales", "deal_id": f"{lead}-{place}"}


def main(source: str, target: str) -> int:
    """Write the facts of the file ``source`` to ``target``; returns how many."""
    opener = gzip.open if source.endswith(".gz") else open
    written = 0
    with (
        opener(source, "rt", encoding="utf-8", newline="") as text,
        Path(target).open("w", encoding="utf-8", newline="") as out,
    ):
        rows = csv.DictReader(text)
        writer = csv.DictWriter(out, HEADINGS, restval="", lineterminator="\n")
        writer.writeheader()
        is_grouped = "path" in (rows.fieldnames or ())
        system = "attribution_paths" if is_grouped else "attribution_touches"
        for lead, touches in (paths if is_grouped else customers)(rows):
            for fact in facts(lead, touches, system):
                writer.writerow(fact)
                written += 1
    return written


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(f"Usage: python {sys.argv[0]} attribution_data.csv.gz|channel_paths_10k.csv.gz OUT.csv")
    sys.stdout.write(f"{main(sys.argv[1], sys.argv[2]):,} facts written to {sys.argv[2]}\n")
