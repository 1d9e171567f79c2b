"""How well duplicates are found in sets with known answers: the level chosen on one half, reported on the other.

The halves are of true buyers, so that nobody stands in both. ``python -m benchmarks.duplicates FOLDER`` reads the sets
of ``../shared/data/duplicates`` when no folder is named.
"""

from __future__ import annotations

import csv
import sys
import time
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from leadpact.evidence.duplicates import Pair, find
from leadpact.evidence.duplicates_words import record

HERE = Path(__file__).resolve().parents[2] / "shared" / "data" / "duplicates"
FEBRL = ("id", "first", "last", "number", "street", "place", "city", "postcode", "region", "birth", "nobody")
SPLINK = {"first_name": "", "last_name": "surname", "birth": "dob", "city": "", "email": ""}
LEVELS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99)


class Known(NamedTuple):
    """Records with who each really is; with ``first_of`` only pairs across that place count (two lists are linked)."""

    name: str
    records: list[dict[str, str]]
    truth: list[str]
    first_of: int | None = None


class Measured(NamedTuple):
    """What came out of a set on the half that was not chosen on; ``seconds`` of CPU for the whole set."""

    name: str
    level: float
    precision: float
    recall: float
    f1: float
    seconds: float


def sets(folder: Path) -> Iterator[Known]:
    """The sets of a folder."""
    yield _febrl("FEBRL 3", folder, "febrl_dataset3.csv")
    yield _febrl("FEBRL 4", folder, "febrl_dataset4a.csv", "febrl_dataset4b.csv")
    with (folder / "splink_fake_1000.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    people = [
        record({n: r.get(n) or r.get(was, "") for n, was in SPLINK.items()})
        for r in rows
    ]  # fmt: skip
    yield Known("splink fake 1000", people, [r["cluster"] for r in rows])
    with (folder / "messy_organisations_with_true_ids.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    companies = [
        record({"company": r["Site name"], "address": r["Address"], "postcode": r["Zip"], "phone": r["Phone"]})
        for r in rows
    ]
    yield Known("organisations", companies, [r["True Id"] for r in rows])


def _febrl(name: str, folder: Path, *files: str) -> Known:
    records: list[dict[str, str]] = []
    truth: list[str] = []
    first_of = None
    for file_name in files:
        first_of = len(records) if records else None
        with (folder / file_name).open(encoding="utf-8") as file:
            for row in csv.reader(file):
                values = dict(zip(FEBRL, (cell.strip() for cell in row), strict=True))
                number = values.pop("id")
                values.pop("nobody")  # The number of the social security would give the answer away.
                if number != "rec_id":
                    truth.append(number.split("-")[1])
                    records.append({key: text for key, text in values.items() if text})
    return Known(name, records, truth, first_of)


def measured(known: Known) -> Measured:
    """Find the pairs of a set, choose the level on one half and measure the other."""
    began = time.process_time()
    pairs = [pair for pair in find(known.records, at_least=min(LEVELS)) if _counts(known, pair.one, pair.other)]
    seconds = time.process_time() - began
    real = _real(known)
    level = max(LEVELS, key=lambda level: _scores(known, pairs, real, level, half=0)[2])
    precision, recall, f1 = _scores(known, pairs, real, level, half=1)
    return Measured(known.name, level, precision, recall, f1, seconds)


def _counts(known: Known, one: int, other: int) -> bool:
    return known.first_of is None or (one < known.first_of) != (other < known.first_of)


def _real(known: Known) -> set[tuple[int, int]]:
    members: dict[str, list[int]] = defaultdict(list)
    for place, who in enumerate(known.truth):
        members[who].append(place)
    return {
        (one, other)
        for places in members.values()
        for at, one in enumerate(places)
        for other in places[at + 1 :]
        if _counts(known, one, other)
    }


def _half(known: Known, place: int) -> int:
    return zlib.crc32(known.truth[place].encode()) % 2


def _scores(
    known: Known, pairs: list[Pair], real: set[tuple[int, int]], level: float, half: int
) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs of one half; a pair across the halves counts for the half of its first."""
    found = {(pair.one, pair.other) for pair in pairs if pair.level >= level and _half(known, pair.one) == half}
    true = {pair for pair in real if _half(known, pair[0]) == half}
    right = len(found & true)
    precision, recall = right / max(len(found), 1), right / max(len(true), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main(arguments: list[str]) -> None:
    """Measure every set and write a line for each."""
    folder = Path(arguments[0]) if arguments else HERE
    if not folder.is_dir():
        sys.exit(f"There is no folder {folder}; name the one with the sets.")
    for known in sets(folder):
        found = measured(known)
        print(
            f"{found.name:18} level {found.level:.3f}  precision {found.precision:.4f}  recall {found.recall:.4f}  "
            f"F1 {found.f1:.4f}  {len(known.records):,} records in {found.seconds:.1f} CPU s"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
