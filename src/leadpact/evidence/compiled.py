"""Compiled queries kept on the disk, so that each is compiled once per installation and not once per process.

Compiling the queries of all measures takes longer than running them over a million facts. What is kept belongs to
these very sources and versions of the compiler: anything else lies in another folder, and is thrown away.
"""

from __future__ import annotations

import dataclasses
import gc
import json
import shutil
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, NamedTuple

from leadpact.evidence.shared import Aside


class Compiled(NamedTuple):
    """SQL text with ``${name}`` where a value goes, and the name and type of each column it gives.

    ``tables`` are those that it shares with other queries, in the order they are needed.
    """

    text: str
    columns: tuple[tuple[str, str], ...] = ()
    tables: tuple[Aside, ...] = ()


_SOURCES = ("evidence", "rules")
_place: list[Path] = []


def keep_in(folder: Path) -> None:
    """Keep what is compiled from now on in a folder, which may be deleted at any time."""
    _place[:] = [folder]


def kept_in() -> Path | None:
    """The folder in which this process keeps what is compiled; None where it keeps nothing."""
    return _place[0] if _place else None


def once(asked: tuple[Hashable, ...], build: Any, make: Callable[[], Compiled]) -> Compiled:
    """The compiled query of what is asked, read where it is kept, else made and kept.

    ``build`` names the query: what is made within another function is not kept, for nothing tells it from others.
    """
    named = name_of(build)
    if not _place or named is None:
        with unswept():
            return make()
    key = sha256(json.dumps([named, plain(asked)]).encode()).hexdigest()[:40]
    path = _place[0] / fingerprint() / f"{key}.json"
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        columns = tuple((name, type_) for name, type_ in told["columns"])
        return Compiled(told["text"], columns, tuple(Aside(*each) for each in told["tables"]))
    except (OSError, ValueError, KeyError, TypeError):
        with unswept():
            found = make()
        _write(path, found)
        return found


@contextmanager
def unswept() -> Iterator[None]:
    """Without the collector of rings: what is made meanwhile is a great many small parts without any."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def name_of(build: Any) -> str | None:
    """The name of a query's function with its shape; None for one that has no name of its own."""
    if dataclasses.is_dataclass(build):
        inner = name_of(getattr(build, "build", None))
        return None if inner is None else json.dumps([inner, plain(getattr(build, "shape", None))])
    name = getattr(build, "__qualname__", None)
    return None if name is None or "<" in name else f"{build.__module__}.{name}"


def plain(value: Any) -> Any:
    """A value as JSON, the same in every process: sets in order, and of dataclasses the name and the parts."""
    if dataclasses.is_dataclass(value):
        return [type(value).__name__, *(plain(getattr(value, each.name)) for each in dataclasses.fields(value))]
    if isinstance(value, frozenset):
        return ["a set", *sorted((plain(each) for each in value), key=repr)]
    if isinstance(value, Mapping):
        return ["a map", *([plain(name), plain(each)] for name, each in value.items())]
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value if value is None or isinstance(value, bool | int | float | str) else repr(value)


@cache
def fingerprint() -> str:
    """What the compiled text depends on: our own sources, and the versions of the compiler."""
    found = sha256(f"{version('ibis-framework')} {version('sqlglot')}".encode())
    root = Path(__file__).resolve().parents[1]
    for part in _SOURCES:
        for path in sorted((root / part).rglob("*.py")):
            found.update(path.read_bytes())
    return found.hexdigest()[:16]


def _write(path: Path, found: Compiled) -> None:
    """Keep it, whole or not at all; where the folder cannot be written, nothing is kept."""
    try:
        if not path.parent.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            for old in path.parent.parent.iterdir():
                if old != path.parent:
                    shutil.rmtree(old, ignore_errors=True)
        with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, suffix=".part", delete=False) as file:
            json.dump(found._asdict(), file)
        Path(file.name).replace(path)
    except OSError:
        return
