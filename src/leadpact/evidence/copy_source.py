"""The columnar copy as a source of facts for measures."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import leadpact
from leadpact.evidence.copy import CopyDamaged, Manifest
from leadpact.evidence.copy_parts import NAMES
from leadpact.evidence.source import Source
from leadpact.rules.facts import COLUMNS

ENGINE = "leadpact.evidence.copy_engine"
"""Named, not imported: whoever asks never loads DuckDB."""
SQL_TYPES = {"int64": "BIGINT", "int32": "INTEGER", "float64": "DOUBLE", "string": "VARCHAR", "date": "DATE"}
SPILL = "spill-"
"""So the folders begin in which the engine puts what does not fit into memory."""
WAIT_S = 10
"""How long the engine may take to end once nobody asks any more."""


@contextmanager
def asked(folder: Path, manifest: Manifest, memory_mb: int) -> Iterator[Source]:
    """A source over the copy, as its list of parts says, for as long as the block runs.

    The engine runs in a process of its own. What several queries need is computed once and kept in it.
    """
    with tempfile.TemporaryDirectory(prefix=SPILL, dir=folder, ignore_cleanup_errors=True) as spill:
        engine = _Engine(folder, manifest, spill, memory_mb)
        try:
            yield Source("duckdb", engine.run)
        finally:
            engine.end()


class _Engine:
    """The process that runs DuckDB."""

    def __init__(self, folder: Path, manifest: Manifest, spill: str, memory_mb: int) -> None:
        home = str(Path(leadpact.__file__).parents[1])
        paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(  # noqa: S603 - a module of our own, run by this very Python
            [sys.executable, "-m", ENGINE],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        try:
            self._answer({"open": opening(manifest, spill, memory_mb)})
        except BaseException:
            self.end()
            raise

    def run(self, sql: str) -> Sequence[Sequence[Any]]:
        """The rows of a statement. Raises ``CopyDamaged`` when the engine refuses it or has ended."""
        return self._answer({"sql": sql})

    def _answer(self, told: dict[str, Any]) -> Sequence[Sequence[Any]]:
        line = ""
        if self._process.stdin is not None and self._process.stdout is not None:
            with suppress(BrokenPipeError):  # Then nothing is answered either, and that is said.
                self._process.stdin.write(json.dumps(told) + "\n")
                self._process.stdin.flush()
            line = self._process.stdout.readline()
        if not line:
            raise CopyDamaged("The engine of the columnar copy ended without an answer; it may lack memory.")
        answer = json.loads(line)
        if "error" in answer:
            reason = " ".join(answer["error"].split())
            raise CopyDamaged(
                f"The columnar copy gives no answer ({reason}). If that persists: leadpact copy --rebuild"
            )
        rows: list[list[Any]] = answer["rows"]
        return rows

    def end(self) -> None:
        """Let the process end, or end it."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()
        try:
            self._process.wait(WAIT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def opening(manifest: Manifest, spill: str, memory_mb: int) -> dict[str, Any]:
    """The arguments of ``copy_engine.connect`` for a list of parts."""
    # The longest part of a kind first: of the first one alone the engine learns how much there is.
    parts = sorted(manifest.parts, key=lambda part: -part.rows)
    return {
        "columns": {column.name: SQL_TYPES[column.type] for column in COLUMNS if column.name in NAMES},
        "parts": [part.path for part in parts],
        "tail": [part.path for part in manifest.tail],
        "spill": spill,
        "memory_mb": memory_mb,
    }
