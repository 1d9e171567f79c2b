"""Facts in Parquet: rows in small batches, only the columns that are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from leadpact.connectors.tables_reading import TableRefused

BATCH_ROWS = 5000


def open_parquet(path: Path) -> tuple[tuple[str, ...], Iterator[tuple[int, tuple[Any, ...]]]]:
    """The names of the columns, and the rows with their number from 1. Instants come as epoch seconds.

    Raises ``TableRefused`` when the file is damaged or a column holds lists, records or bytes.
    """
    try:
        with pq.ParquetFile(path) as file:
            schema = file.schema_arrow
    except (pa.ArrowException, OSError) as error:
        reason = f"the Parquet file cannot be read ({str(error).splitlines()[0]})."
        raise TableRefused(reason, str(path), "Write it again.") from None
    wrong = [f"{column.name} ({column.type})" for column in schema if not _is_plain(column)]
    if wrong:
        reason = f"these columns have a type that no column of the ledger has: {', '.join(wrong)}."
        raise TableRefused(reason, str(path), "Write numbers, text, and timestamps for the columns ending in _at.")
    return tuple(schema.names), _rows(path)


def _is_plain(column: Any) -> bool:
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if column.name.endswith("_at"):
        return bool(pa.types.is_timestamp(kind) or pa.types.is_date(kind) or _is_text(kind) or pa.types.is_null(kind))
    is_number = pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind)
    is_day = column.name == "occurred_on" and pa.types.is_date(kind)
    return bool(is_number or is_day or _is_text(kind) or pa.types.is_null(kind))


def _is_text(kind: Any) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _rows(path: Path) -> Iterator[tuple[int, tuple[Any, ...]]]:
    number = 0
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=BATCH_ROWS):
                for row in zip(*(_cells(column) for column in batch.columns), strict=True):
                    number += 1
                    yield number, row
    except (pa.ArrowException, OSError) as error:
        reason = f"the Parquet file is damaged ({str(error).splitlines()[0]})."
        raise TableRefused(reason, f"{path}, after row {number}", "Write it again.") from None


def _cells(column: Any) -> list[Any]:
    kind = column.type
    if pa.types.is_date(kind):
        column = column.cast(pa.timestamp("us"))
    if pa.types.is_timestamp(column.type):
        # As integers, timestamps count from 1970 in UTC whatever their zone; those without one are UTC here.
        micros = column.cast(pa.timestamp("us", column.type.tz), safe=False).cast(pa.int64())
        column = pc.divide(micros, 1_000_000)
    return list(column.to_pylist())
