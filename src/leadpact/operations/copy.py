"""The columnar copy: bringing it up to date, writing it again, comparing it with the ledger, asking it."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
from django.conf import settings

from leadpact.evidence import copy, copy_source
from leadpact.evidence.copy import CopyBusy, CopyDamaged, Manifest, manifest_of, writing
from leadpact.evidence.copy_parts import MENDED, NAMES, Sum, by_kind, table_of
from leadpact.evidence.source import Source
from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.copy import facts_after, id_at

__all__ = [
    "CopyBusy",
    "CopyDamaged",
    "Look",
    "bring_up_to_date",
    "check",
    "check_lasting",
    "is_used",
    "lasting_bytes",
    "look",
    "write_again",
]

log = logging.getLogger("leadpact.evidence")
Progress = Callable[[int, int], None]
STEP = 200_000
"""After so many facts the copy is put in place: work that is broken off is done up to there."""
MOST_BEHIND = 20_000
"""A copy that somebody else is writing may be asked when it lags no more facts than this."""


class Look(NamedTuple):
    """A source of facts, and the seq of the newest fact it has."""

    source: Source
    watermark: int


class Line(NamedTuple):
    """A kind in the ledger and in the copy: how many facts, and the checksum of all their values."""

    kind: str
    ledger_facts: int
    copy_facts: int
    ledger_sum: str
    copy_sum: str

    @property
    def is_equal(self) -> bool:
        """Whether both hold the same."""
        return (self.ledger_facts, self.ledger_sum) == (self.copy_facts, self.copy_sum)


def folder() -> Path:
    """Where the copy lies."""
    return Path(settings.HOME) / "copy"


def is_used(facts: int) -> bool:
    """Whether the measures are asked of the copy when the ledger has so many facts."""
    least = settings.COPY_FROM
    return least is not None and facts >= least


def quiet(_done: int, _of: int) -> None:
    """No progress is told."""


def bring_up_to_date(*, now_s: int, progress: Progress = quiet) -> Manifest:
    """Add the facts that came since; a copy of another ledger, of another version or damaged is made anew.

    Gives what the copy consists of then. It may be broken off at any moment. Raises ``CopyBusy``.
    """
    with writing(folder()) as writer:
        known = writer.manifest
        if known.watermark and (id_at(known.watermark) != known.last_id or not copy.is_whole(folder(), known)):
            log.warning("the columnar copy is not one of this ledger, or is damaged; it is made anew")
            writer.begin_anew(now_s)
        _fill(writer, now_s, progress)
        return writer.manifest


def write_again(*, actor: Actor, now_s: int, progress: Progress = quiet) -> Manifest:
    """Make the copy anew from the ledger. Raises ``CopyBusy`` and ``Forbidden``."""
    access.check(actor, "see_jobs")
    with writing(folder()) as writer:
        writer.begin_anew(now_s)
        _fill(writer, now_s, progress)
        return writer.manifest


def _fill(writer: copy.Writer, now_s: int, progress: Progress) -> None:
    begun, top = writer.manifest.watermark, reader.watermark()
    held: list[Any] = []
    rows = done = 0
    for page in facts_after(begun, top, (*NAMES, MENDED)):
        held.append(table_of(page))
        rows += len(page)
        if rows >= STEP:
            writer.append(pa.concat_tables(held), now_s)
            held, rows = [], 0
        done += len(page)
        progress(begun + done, top)
    if held:
        writer.append(pa.concat_tables(held), now_s)


def keep_up(*, now_s: int) -> None:
    """Bring the copy up to date where the measures are asked of it. Called by the timetable."""
    if is_used(reader.watermark()):
        try:
            bring_up_to_date(now_s=now_s)
        except CopyBusy:
            log.info("the columnar copy is being written by another process")


@contextmanager
def look(*, now_s: int) -> Iterator[Look]:
    """The copy, brought up to date, as a source of facts.

    While somebody else writes it, as it was put in place last, if it lags little. Raises ``CopyBusy`` when it lags
    much, and ``CopyDamaged``.
    """
    try:
        manifest = bring_up_to_date(now_s=now_s)
    except CopyBusy:
        found = manifest_of(folder())
        if found is None or reader.watermark() - found.watermark > MOST_BEHIND:
            raise
        manifest = found
    with copy_source.asked(folder(), manifest, settings.COPY_MEMORY_MB, is_lasting=True) as source:
        yield Look(source, manifest.watermark)


def lasting_bytes() -> int:
    """How much what lasts beside the copy weighs; nought when there is none."""
    path = folder() / copy_source.LASTING
    return path.stat().st_size if path.exists() else 0


def check_lasting(*, actor: Actor, progress: Progress = quiet) -> tuple[int, int]:
    """Count anew what lasts beside the copy: how many tables there are, and how many differ; (0, 0) without any.

    Raises ``Forbidden``, and ``CopyBusy`` when somebody asks the measures at this moment.
    """
    access.check(actor, "see_jobs")
    manifest = manifest_of(folder())
    is_there = manifest is not None and manifest.facts >= copy_source.LASTING_FROM
    if manifest is None or not is_there or not (folder() / copy_source.LASTING).exists():
        return 0, 0
    with copy_source.asked(folder(), manifest, settings.COPY_MEMORY_MB, is_lasting=True) as source:
        if source.lasting is None:
            raise CopyBusy("The measures are being asked of the copy by another process. Try again when it is done.")
        return source.lasting.check(progress)


def check(*, actor: Actor, progress: Progress = quiet) -> tuple[Line, ...]:
    """Compare the copy with the ledger up to the copy's watermark, kind by kind; changes nothing.

    Raises ``Forbidden``, and ``CopyDamaged`` when there is no copy or it cannot be read.
    """
    access.check(actor, "see_jobs")
    manifest = manifest_of(folder())
    if manifest is None:
        raise CopyDamaged(f"There is no columnar copy in {folder()}. Make it: leadpact copy")
    try:
        there = copy.sums(folder(), manifest)
    except (OSError, pa.ArrowException) as error:
        reason = str(error).splitlines()[0]
        raise CopyDamaged(f"The columnar copy cannot be read ({reason}). Run: leadpact copy --rebuild") from error
    here: dict[str, Sum] = defaultdict(Sum)
    done = 0
    for page in facts_after(0, manifest.watermark, NAMES):
        for kind, facts in by_kind(table_of(page)).items():
            here[kind].add(facts)
        done += len(page)
        progress(done, manifest.watermark)
    nothing = Sum()
    return tuple(
        Line(
            kind,
            (ours := here.get(kind, nothing)).facts,
            (theirs := there.get(kind, nothing)).facts,
            ours.digest,
            theirs.digest,
        )
        for kind in sorted(here.keys() | there.keys())
    )
