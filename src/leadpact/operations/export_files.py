"""Everything as files: facts in Parquet, and one zip of every list. The same rules hold as for each list."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

import pyarrow as pa
import pyarrow.parquet as pq

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.operations.export import LISTS, hiding, write
from leadpact.rules.facts import COLUMNS

BATCH = 50_000
_TYPES: dict[str, Any] = {
    "int64": pa.int64(), "int32": pa.int32(), "float64": pa.float64(), "string": pa.string(), "date": pa.date32(),
    "timestamp": pa.timestamp("s", "UTC"),
}  # fmt: skip
SCHEMA = pa.schema([(column.name, _TYPES[column.type]) for column in COLUMNS])
_SECONDS_OF = {"occurred_at": "occurred_s", "recorded_at": "recorded_s"}


def write_parquet(*, actor: Actor, out: IO[bytes] | Path, now_s: int) -> int:
    """Write all facts as Parquet, as ``import --as facts`` takes them in. Gives how many. Raises ``Forbidden``."""
    access.check(actor, "export_data")
    columns = LISTS["facts"].columns
    rows = map(hiding(actor, columns, now_s), LISTS["facts"].rows())
    done = 0
    with pq.ParquetWriter(out, SCHEMA, compression="zstd") as writer:
        while part := list(islice(rows, BATCH)):
            writer.write_table(_table(part))
            done += len(part)
    return done


def _table(rows: Sequence[Sequence[Any]]) -> Any:
    by_name = dict(zip(LISTS["facts"].columns, zip(*rows, strict=True), strict=True))
    arrays = []
    for field in SCHEMA:
        values = by_name[_SECONDS_OF.get(field.name, field.name)]
        if field.type == pa.date32():
            values = tuple(date.fromisoformat(str(each)) for each in values)
        arrays.append(
            pa.array(values, pa.int64()).cast(field.type) if field.name in _SECONDS_OF else pa.array(values, field.type)
        )
    return pa.table(arrays, schema=SCHEMA)


def write_zip(*, actor: Actor, out: IO[bytes], now_s: int) -> dict[str, int]:
    """Write every list as CSV, and the facts as Parquet too, into one zip. Gives the rows of each.

    Raises ``Forbidden``.
    """
    access.check(actor, "export_data")
    counts: dict[str, int] = {}
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=4) as archive:
        for name in LISTS:
            with archive.open(f"{name}.csv", "w", force_zip64=True) as member:
                text = io.TextIOWrapper(member, encoding="utf-8", newline="", write_through=True)
                counts[name] = write(actor=actor, name=name, out=text, now_s=now_s)
                text.flush()
                text.detach()
        with tempfile.TemporaryFile() as half, archive.open("facts.parquet", "w", force_zip64=True) as member:
            write_parquet(actor=actor, out=half, now_s=now_s)
            half.seek(0)
            while block := half.read(1 << 20):
                member.write(block)
        archive.writestr("rows.json", json.dumps(counts, indent=1))
    return counts
