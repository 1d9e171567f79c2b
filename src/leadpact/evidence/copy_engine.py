"""DuckDB over the columnar copy: the view of facts, and a process of its own that answers SQL.

The process keeps what a large question takes away from whoever asks, and gives it back to the system when it ends:
no web process ever runs DuckDB. It speaks lines of JSON: ``{"sql": …}`` in, ``{"rows": …}`` or ``{"error": …}`` out;
the first line is ``{"open": …}`` with the arguments of ``connect``.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

import duckdb

THREADS = max(1, min(8, (os.cpu_count() or 1) // 2))
"""Half of the machine: the other half is for whoever looks at pages. One thread also spends a sixth less than two."""


def connect(
    columns: Mapping[str, str],
    parts: Sequence[str],
    tail: Sequence[str],
    spill: str,
    memory_mb: int,
    is_large: bool,
    lasting: str = "",
) -> duckdb.DuckDBPyConnection:
    """An engine in memory with the view ``facts`` over the files, which are paths from the current folder.

    ``parts`` lie in folders ``kind=…``: a query that filters by kind opens the files of these kinds alone. ``tail``
    are parts of all kinds; ``columns`` gives each column its type. What does not fit into ``memory_mb`` goes to files
    in the folder ``spill``; where the copy ``is_large``, tables that are made go there at once. ``lasting`` is a file
    with tables of its own, which is made where it is not there or cannot be read; where another engine has it open,
    this one has no schema ``lasting``.
    """
    connection = duckdb.connect(
        config={
            "threads": THREADS,
            "memory_limit": f"{memory_mb}MB",
            "temp_directory": spill,
            # Else what is no longer needed stays with the allocator, up to 128 MB beside the limit.
            "allocator_flush_threshold": "8MB",
            "allocator_bulk_deallocation_flush_threshold": "16MB",
            "preserve_insertion_order": "false",
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        }
    )
    connection.execute("SET enable_progress_bar = false")
    moments = [f"make_timestamp({name}_s * 1000000) AS {name}_at" for name in ("occurred", "recorded")]
    connection.execute(f"CREATE VIEW facts AS {_view([*columns, *moments], columns, parts, tail)}")
    own = ["seq", "id", "kind", "recorded_s", "corrects_id", "corrects_seq"]
    connection.execute(f"CREATE VIEW told AS {_view(own, {**columns, 'corrects_seq': 'BIGINT'}, parts, tail)}")
    _find_corrections(connection)
    places = ["memory.main"]
    if lasting and _attach_lasting(connection, Path(lasting)):
        places.append("lasting.main")
    if is_large:  # In memory, tables that are kept would crowd out what works on them; packing them costs a tenth.
        place = Path(spill) / f"kept-{uuid4().hex}.duckdb"
        place.parent.mkdir(parents=True, exist_ok=True)
        connection.execute(f"ATTACH {_quoted(str(place))} AS kept")
        places.insert(0, "kept.main")
    connection.execute(f"SET search_path = '{','.join(places)}'")
    return connection


def _attach_lasting(connection: duckdb.DuckDBPyConnection, path: Path) -> bool:
    """Open the file of tables that last; one that cannot be read is thrown away."""
    for _ in range(2):
        try:
            connection.execute(f"ATTACH {_quoted(str(path))} AS lasting")
        except duckdb.Error as error:
            if "Could not set lock" in str(error):
                return False
            path.unlink(missing_ok=True)
            path.with_name(f"{path.name}.wal").unlink(missing_ok=True)
        else:
            return True
    return False


def _find_corrections(connection: duckdb.DuckDBPyConnection) -> None:
    """A table of which facts were mended (``seq``), since when (``recorded_s``) and by which one (``told_seq``)."""
    connection.execute(
        "CREATE TEMP TABLE corrections AS SELECT corrects_seq AS seq, recorded_s, corrects_id, told.seq AS told_seq"
        " FROM told"
        " WHERE kind = 'corrected' AND corrects_id <> ''"
    )
    # It may be mended before it is told: when the ledger was read the fact was not there yet.
    missing = connection.execute("SELECT count(*) FROM corrections WHERE seq IS NULL").fetchone()
    if missing and missing[0]:
        connection.execute(
            "UPDATE corrections SET seq = told.seq FROM told"
            " WHERE corrections.seq IS NULL AND told.id = corrections.corrects_id"
        )
    connection.execute("DELETE FROM corrections WHERE seq IS NULL")


def _view(names: Sequence[str], columns: Mapping[str, str], parts: Sequence[str], tail: Sequence[str]) -> str:
    """The facts of all files, with the instants that the files leave out."""
    reads = []
    if parts:
        reads.append(f"read_parquet({_list(parts)}, hive_partitioning = true, hive_types = {{'kind': VARCHAR}})")
    if tail:
        reads.append(f"read_parquet({_list(tail)}, hive_partitioning = false)")
    if not reads:
        empty = ", ".join(f"CAST(NULL AS {type_}) AS {name}" for name, type_ in columns.items())
        reads.append(f"(SELECT {empty} WHERE false)")
    return " UNION ALL ".join(f"SELECT {', '.join(names)} FROM {each}" for each in reads)


def _list(paths: Sequence[str]) -> str:
    return f"[{', '.join(_quoted(path) for path in paths)}]"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def serve() -> None:
    """Answer what comes on standard input until it ends."""
    connection: duckdb.DuckDBPyConnection | None = None
    for line in sys.stdin:
        told = json.loads(line)
        answer: dict[str, Any]
        try:
            if connection is None:
                connection = connect(**told["open"])
                answer = {"rows": []}
            else:
                answer = {"rows": connection.execute(told["sql"]).fetchall()}
        except duckdb.Error as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        json.dump(answer, sys.stdout, separators=(",", ":"), default=str)
        sys.stdout.write("\n")
        sys.stdout.flush()


if __name__ == "__main__":
    # Whoever breaks off the asking at a terminal breaks off this too; what it was writing is whole or not there.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        serve()
    except BrokenPipeError:  # Whoever asked has gone.
        sys.exit(130)
