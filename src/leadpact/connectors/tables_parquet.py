"""Parquet files as tables of text: any columns, in batches, instants and days written as ISO."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from leadpact.connectors.tables_refused import TableRefused

BATCH_ROWS = 5000


def open_parquet_table(path: Path) -> tuple[tuple[str, ...], int, Iterator[tuple[int, list[str]]]]:
    """The names of the columns, the number of rows, and the rows with their number from 1.

    Raises ``TableRefused`` when the file is damaged or a name stands twice.
    """
    try:
        with pq.ParquetFile(path) as file:
            names, count = tuple(file.schema_arrow.names), int(file.metadata.num_rows)
    except (pa.ArrowException, OSError) as error:
        reason = f"the Parquet file cannot be read ({str(error).splitlines()[0]})."
        raise TableRefused(reason, str(path), "Write it again.") from None
    if len(set(names)) != len(names) or not all(name.strip() for name in names):
        raise TableRefused("a column has no name, or one that stands twice.", str(path), "Name each column once.")
    return names, count, _rows(path)


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    number = 0
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=BATCH_ROWS):
                for row in zip(*(map(_text, column.to_pylist()) for column in batch.columns), strict=True):
                    number += 1
                    yield number, list(row)
    except (pa.ArrowException, OSError) as error:
        reason = f"the Parquet file is damaged ({str(error).splitlines()[0]})."
        raise TableRefused(reason, f"{path}, after row {number}", "Write it again.") from None


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime | date | time):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, int | float | Decimal):
        return repr(value) if isinstance(value, float) else str(value)
    if isinstance(value, list) and not any(isinstance(each, dict | list) for each in value):
        return ";".join(_text(each) for each in value)
    return json.dumps(value, ensure_ascii=False, default=str)
