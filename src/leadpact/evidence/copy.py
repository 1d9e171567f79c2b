"""The columnar copy of the ledger: a folder of Parquet parts under a manifest.

Parts are never changed. What the copy consists of is said by ``manifest.json`` alone, which is written last and put
in place by one renaming: a reader has the old list or the new one, each whole. Parts that a newer list no longer
names stay for a while, so that readers of the older list are not disturbed. New facts come as one small part of all
kinds; several of these are folded into the folders ``kind=…``, whose parts are joined as they become many.

One writer at a time, held by a lock on a file that the system lets go of when its process ends.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import uuid4

from leadpact.evidence.copy_parts import FORMAT, SCHEMA, Part, Sum, by_kind, read, write

MANIFEST, LOCK = "manifest.json", "lock"
TAIL_PARTS, TAIL_ROWS = 16, 50_000
"""With more parts or facts than this the tail is folded into the folders by kind."""
JOINED = 4
"""A part takes in the one before it that is less than so many times as long."""
MOST_ROWS = 4_000_000
"""Longer than this no part becomes by joining."""
SPILL = "spill-"
"""So the folders begin in which an engine puts what does not fit into memory; one that was killed leaves its own."""
DAY_S = 86_400
GRACE_S = 600
"""For so long parts stay that no list names any more."""


class CopyBusy(Exception):
    """Another process writes the copy at this moment; the text says what to do."""


class CopyDamaged(Exception):
    """The copy cannot be read as its manifest says; the text carries the cure."""


class CopyStarved(CopyDamaged):
    """The engine lacks memory or room on the disk for an answer; the copy itself may well be sound."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the copy consists of.

    ``watermark`` is the seq of the newest fact in it and ``last_id`` that fact's id; ``parts`` lie in folders by kind,
    ``tail`` holds parts of all kinds with higher seqs; ``retired`` are files that may go after the epoch second.
    ``born`` names this copy, until it is made anew: what was made of another one is of no use.
    """

    watermark: int = 0
    last_id: str = ""
    parts: tuple[Part, ...] = ()
    tail: tuple[Part, ...] = ()
    retired: Mapping[str, int] = field(default_factory=dict)
    born: str = ""

    @property
    def facts(self) -> int:
        """How many facts the copy holds."""
        return sum(part.rows for part in (*self.parts, *self.tail))

    @property
    def bytes(self) -> int:
        """How much its parts weigh."""
        return sum(part.bytes for part in (*self.parts, *self.tail))


def manifest_of(folder: Path) -> Manifest | None:
    """The list of parts as it is now; None where there is no copy, or one of another format or other columns.

    Raises ``CopyDamaged`` when it cannot be understood.
    """
    try:
        told = json.loads((folder / MANIFEST).read_bytes())
        if told["format"] != FORMAT or told["columns"] != SCHEMA.names:
            return None
        return Manifest(
            int(told["watermark"]),
            str(told["last_id"]),
            tuple(Part(*each) for each in told["parts"]),
            tuple(Part(*each) for each in told["tail"]),
            {str(path): int(until_s) for path, until_s in told["retired"].items()},
            str(told.get("born", "")),
        )
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CopyDamaged(f"{folder / MANIFEST} cannot be read: {error!r}. Run: leadpact copy --rebuild") from error


def is_whole(folder: Path, manifest: Manifest) -> bool:
    """Whether every part is there and as long as it was written."""
    try:
        return all((folder / part.path).stat().st_size == part.bytes for part in (*manifest.parts, *manifest.tail))
    except FileNotFoundError:
        return False


@contextmanager
def writing(folder: Path) -> Iterator[Writer]:
    """Hold the copy for writing.

    Raises ``CopyBusy`` when another process, or another thread of this one, does.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with alone(folder / LOCK) as is_alone:
        if not is_alone:
            raise CopyBusy(f"{folder} is being written by another process. Try again when it is done.")
        yield Writer(folder)


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Whether nobody else holds the lock on a file, which is then held for as long as the block runs."""
    with path.open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


class Writer:
    """Changes the copy. Made by ``writing``. ``now_s`` is epoch seconds."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            self.manifest = manifest_of(folder) or Manifest()
        except CopyDamaged:
            self.manifest = Manifest()

    def begin_anew(self, now_s: int) -> None:
        """Empty the copy. Its parts stay for those who read them, for the grace."""
        retired = {part.path: now_s + GRACE_S for part in (*self.manifest.parts, *self.manifest.tail)}
        self._publish(Manifest(retired={**self.manifest.retired, **retired}))
        self._clear_strays(now_s)

    def append(self, table: Any, now_s: int) -> None:
        """Add facts with higher seqs than all that are there, in order, and keep the parts few.

        Raises ``ValueError`` when the first of them is not newer than the watermark.
        """
        if not len(table):
            return
        first, last = table["seq"][0].as_py(), table["seq"][-1].as_py()
        if first <= self.manifest.watermark:
            raise ValueError(f"seq {first} is not above the copy's watermark, {self.manifest.watermark}.")
        coming = replace(self.manifest, watermark=last, last_id=table["id"][-1].as_py())
        tail = self.manifest.tail
        if len(tail) >= TAIL_PARTS or sum(part.rows for part in tail) + len(table) > TAIL_ROWS:
            coming = self._folded(coming, table, now_s)
        else:
            path = f"tail/{first}-{last}{self._nonce('tail', first, last)}.parquet"
            coming = replace(coming, tail=(*tail, write(self._folder, path, [table])))
        self._publish(self._without_old(coming, now_s))

    def _folded(self, manifest: Manifest, table: Any, now_s: int) -> Manifest:
        """The tail's facts, and newer ones, among the folders by kind, with short parts joined."""
        fresh: dict[str, list[Any]] = defaultdict(list)
        for each in chain(read(self._folder, manifest.tail), [table]):
            for kind, facts in by_kind(each).items():
                fresh[kind].append(facts)
        kept: dict[str, list[Part]] = defaultdict(list)
        for part in manifest.parts:
            kept[part.kind].append(part)
        gone = list(manifest.tail)
        for kind, tables in fresh.items():
            rows = sum(map(len, tables))
            older = _to_join([part.rows for part in kept[kind]], rows)
            joined = kept[kind][len(kept[kind]) - older :]
            lo = joined[0].lo if joined else tables[0]["seq"][0].as_py()
            hi = tables[-1]["seq"][-1].as_py()
            path = f"kind={kind}/{lo}-{hi}{self._nonce(f'kind={kind}', lo, hi)}.parquet"
            part = write(self._folder, path, chain(read(self._folder, joined), tables), kind)
            kept[kind] = [*kept[kind][: len(kept[kind]) - older], part]
            gone += joined
        retired = {part.path: now_s + GRACE_S for part in gone}
        parts = tuple(part for kind in sorted(kept) for part in kept[kind])
        return replace(manifest, parts=parts, tail=(), retired={**manifest.retired, **retired})

    def _nonce(self, folder: str, lo: int, hi: int) -> str:
        """What makes the name of a part new, where a writer that died left one behind or an emptied copy had one."""
        number = 0
        while (self._folder / f"{folder}/{lo}-{hi}{f'-{number}' if number else ''}.parquet").exists():
            number += 1
        return f"-{number}" if number else ""

    def _without_old(self, manifest: Manifest, now_s: int) -> Manifest:
        """Delete the retired parts whose grace is over, and those that a dead writer never put in a list."""
        due = [path for path, until_s in manifest.retired.items() if until_s <= now_s]
        if not due:
            return manifest
        for path in due:
            (self._folder / path).unlink(missing_ok=True)
        self._clear_strays(now_s, manifest)
        return replace(manifest, retired={path: at for path, at in manifest.retired.items() if path not in due})

    def _clear_strays(self, now_s: int, coming: Manifest | None = None) -> None:
        lists = (self.manifest, coming or self.manifest)
        named = {part.path for each in lists for part in (*each.parts, *each.tail)}
        named |= {path for each in lists for path in each.retired}
        for place in self._folder.glob("*/*.parquet"):
            with suppress(FileNotFoundError):
                if str(place.relative_to(self._folder)) not in named and place.stat().st_mtime < now_s - GRACE_S:
                    place.unlink()
        for place in self._folder.glob(f"{SPILL}*"):
            with suppress(FileNotFoundError):
                if place.stat().st_mtime < now_s - DAY_S:
                    shutil.rmtree(place, ignore_errors=True)

    def _publish(self, manifest: Manifest) -> None:
        """Put the list in place: parts are on the disk before it names them."""
        manifest = manifest if manifest.born else replace(manifest, born=uuid4().hex)
        told = {
            "format": FORMAT,
            "columns": SCHEMA.names,
            "watermark": manifest.watermark,
            "last_id": manifest.last_id,
            "parts": manifest.parts,
            "tail": manifest.tail,
            "retired": manifest.retired,
            "born": manifest.born,
        }
        for inner in {Path(part.path).parent for part in set(manifest.parts + manifest.tail) - set(self._listed())}:
            _sync_folder(self._folder / inner)
        fresh = self._folder / f"{MANIFEST}.new"
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(told, file, separators=(",", ":"))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._folder / MANIFEST)
        _sync_folder(self._folder)
        self.manifest = manifest

    def _listed(self) -> tuple[Part, ...]:
        return self.manifest.parts + self.manifest.tail


def _to_join(rows: list[int], fresh: int) -> int:
    """How many of the last parts a new one takes in, so that lengths grow fourfold and parts stay few."""
    taken = 0
    while taken < len(rows) and rows[-1 - taken] < JOINED * fresh and fresh + rows[-1 - taken] <= MOST_ROWS:
        fresh += rows[-1 - taken]
        taken += 1
    return taken


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sums(folder: Path, manifest: Manifest) -> dict[str, Sum]:
    """Count and checksum of each kind in the copy.

    Raises ``OSError`` when a part is not there, and Arrow's errors when one is damaged.
    """
    found: dict[str, Sum] = defaultdict(Sum)
    for part in manifest.parts:
        for table in read(folder, [part]):
            found[part.kind].add(table)
    for table in read(folder, manifest.tail):
        for kind, facts in by_kind(table).items():
            found[kind].add(facts)
    return dict(found)
