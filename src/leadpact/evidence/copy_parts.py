"""The files of the columnar copy: facts as Arrow tables, and Parquet parts that are written once and never changed."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from leadpact.rules.facts import COLUMNS

FORMAT = 1
"""Of the files and the manifest; a copy of another format is made anew."""
DERIVED = ("occurred_at", "recorded_at")
"""The same instants as ``occurred_s`` and ``recorded_s``: whoever reads the copy makes them of these."""
NAMES = tuple(column.name for column in COLUMNS if column.name not in (*DERIVED, "payload"))
"""The columns of the copy, in order. The payload is never read by a measure and stays in the ledger."""
MENDED = "corrects_seq"
"""A column more than the facts have: the ``seq`` of the fact that ``corrects_id`` names, empty where it is not known.
Whoever looks for mended facts by it need not read the ids, which weigh more than all else that a measure reads."""
_ARROW: Mapping[str, Any] = {
    "int64": pa.int64(), "int32": pa.int32(), "float64": pa.float64(), "string": pa.string(), "date": pa.date32(),
}  # fmt: skip
_TYPES = {column.name: _ARROW[column.type] for column in COLUMNS if column.name in NAMES}
SCHEMA = pa.schema([*((name, _TYPES[name]) for name in NAMES), (MENDED, pa.int64())])
_KIND_SCHEMA = pa.schema([field for field in SCHEMA if field.name != "kind"])
_SUMMED = [field for field in _KIND_SCHEMA if field.name != MENDED]
_COUNTING = ("seq", "occurred_s", "recorded_s", "lead_id")
_DELTA = {"id": "DELTA_BYTE_ARRAY", **dict.fromkeys(_COUNTING, "DELTA_BINARY_PACKED")}
"""Columns in which neighbours are alike: a third less to read than with a dictionary."""
GROUP_ROWS = 122_880
"""Rows of a row group: what DuckDB reads at once."""


class Part(NamedTuple):
    """A file: its path within the copy, its kind (empty: of all kinds), the first and last seq, rows and bytes."""

    path: str
    kind: str
    lo: int
    hi: int
    rows: int
    bytes: int


def table_of(rows: Sequence[Sequence[Any]]) -> Any:
    """Facts as an Arrow table; each row has the values of ``NAMES``, days as dates or as ISO text.

    A row may have ``MENDED`` after them.
    """
    columns: list[Sequence[Any]] = list(zip(*rows, strict=True)) if rows else [()] * len(SCHEMA)
    if len(columns) == len(NAMES):
        columns.append((None,) * len(rows))
    return pa.table([_array(field.name, values) for field, values in zip(SCHEMA, columns, strict=True)], schema=SCHEMA)


def _array(name: str, values: Sequence[Any]) -> Any:
    is_day_as_text = name == "occurred_on" and bool(values) and isinstance(values[0], str)
    return (
        pa.array(values, pa.string()).cast(pa.date32()) if is_day_as_text else pa.array(values, SCHEMA.field(name).type)
    )


def by_kind(table: Any) -> dict[str, Any]:
    """The facts of a table by kind, in the order they had, without the column kind."""
    kinds = pc.dictionary_encode(table["kind"].combine_chunks())
    # Rows of a kind lie side by side after one stable sort; then they are cut, which copies nothing.
    order = pc.sort_indices(pa.table({"code": kinds.indices, "row": pa.array(range(len(table)))}),
                            sort_keys=[("code", "ascending"), ("row", "ascending")])  # fmt: skip
    ordered = table.drop(["kind"]).take(order)
    counts = {row["values"]: row["counts"] for row in pc.value_counts(kinds.indices).to_pylist()}
    found: dict[str, Any] = {}
    begun = 0
    for code, kind in enumerate(kinds.dictionary.to_pylist()):
        found[kind] = ordered.slice(begun, counts[code])
        begun += counts[code]
    return found


def write(folder: Path, path: str, tables: Iterable[Any], kind: str = "") -> Part:
    """Write a part from tables in order of seq, to the disk and not only to the system's memory.

    ``path`` lies within ``folder`` and is new.
    """
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    schema = _KIND_SCHEMA if kind else SCHEMA
    lo, hi, rows = 0, 0, 0
    plain = [name for name in schema.names if name not in _DELTA]
    with (
        place.open("wb") as file,
        pq.ParquetWriter(
            file, schema, compression="zstd", use_dictionary=plain, column_encoding=_DELTA, store_schema=False
        ) as writer,
    ):
        for table in _groups(tables):
            seqs = pc.min_max(table["seq"]).as_py()
            lo, hi, rows = lo or seqs["min"], seqs["max"], rows + len(table)
            writer.write_table(table.cast(schema), row_group_size=GROUP_ROWS)
        writer.close()
        file.flush()
        os.fsync(file.fileno())
    return Part(path, kind, lo, hi, rows, place.stat().st_size)


def _groups(tables: Iterable[Any]) -> Iterator[Any]:
    """The same rows in tables of whole row groups, but for the last one."""
    held: list[Any] = []
    rows = 0
    for table in tables:
        held.append(table)
        rows += len(table)
        if rows >= GROUP_ROWS:
            whole = pa.concat_tables(held)
            full = rows - rows % GROUP_ROWS
            yield whole.slice(0, full)
            held, rows = [whole.slice(full)], rows - full
    if rows:
        yield pa.concat_tables(held)


def read(folder: Path, parts: Iterable[Part]) -> Iterator[Any]:
    """The rows of parts, one part after the other, in tables of at most a row group."""
    for part in parts:
        with pq.ParquetFile(folder / part.path) as file:
            for batch in file.iter_batches(batch_size=GROUP_ROWS):
                yield pa.Table.from_batches([batch])


class Sum:
    """How many facts of a kind there are, and a checksum of every value of them in order of seq."""

    def __init__(self) -> None:
        self.facts = 0
        self._sums = [0] * (2 * len(_SUMMED))

    def add(self, table: Any) -> None:
        """Count further facts of the kind, those with the next higher seq."""
        self.facts += len(table)
        for place, field in enumerate(_SUMMED):
            column = table[field.name].combine_chunks()
            if pa.types.is_string(field.type):
                self._update(2 * place, pc.fill_null(pc.binary_length(column), -1).to_numpy(zero_copy_only=False))
                self._update(2 * place + 1, "".join(pc.fill_null(column, "").to_pylist()).encode())
            else:
                number = column.cast(pa.int32()) if pa.types.is_date(field.type) else column
                self._update(2 * place, pc.is_null(number).to_numpy(zero_copy_only=False))
                self._update(2 * place + 1, pc.fill_null(number, 0).to_numpy(zero_copy_only=False))

    def _update(self, place: int, values: Any) -> None:
        self._sums[place] = zlib.crc32(values if isinstance(values, bytes) else values.tobytes(), self._sums[place])

    @property
    def digest(self) -> str:
        """Eight signs for all columns together."""
        return f"{zlib.crc32(b''.join(each.to_bytes(4, 'big') for each in self._sums)):08x}"
