"""The past that pacts are tried on, kept in this process: which leads there were, and what holds of each.

Read once for a state of the ledger; then an edit of points costs an addition and a condition asked anew one question.
"""

from __future__ import annotations

import shutil
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from threading import RLock, Timer
from zoneinfo import ZoneInfo

from django.conf import settings

from leadpact.evidence import copy_source
from leadpact.evidence.compiled import keep_in
from leadpact.evidence.copy import CopyDamaged, Manifest, is_whole, manifest_of
from leadpact.evidence.judged import MEMORY_TIMES, Judging, Marked, Population, judging
from leadpact.evidence.marks import Asked
from leadpact.evidence.source import on_connection
from leadpact.ledger import reader
from leadpact.ledger.copy import id_at
from leadpact.ledger.snapshot import snapshot
from leadpact.queries.replay_shapes import Agreement

keep_in(Path(settings.HOME) / "compiled")
MOST_BEHIND = 20_000
"""A copy that lags no more facts than this is asked; it says which is its newest."""
SPACING_S = 300
"""Of a large past a state may be this old, so that facts which come every second do not have it read all the time."""
LARGE = 20_000
MOST_BYTES = 96_000_000
"""What all that is kept may take of this process's memory."""
MOST_KEPT = 3
_grounds: OrderedDict[tuple[str, int, bool], Ground] = OrderedDict()
_lock = RLock()


WAITS_S = 30
"""So long the engine waits for the next edit before it ends."""


@dataclass(slots=True)
class _Engine:
    """The copy's engine with the leads of a past set aside on it."""

    manifest: Manifest
    kept: Path
    judging: Judging
    stack: ExitStack
    timer: Timer | None = None


_engine: dict[str, _Engine] = {}


class Moved(Exception):
    """The ledger moved between two questions, so that their answers do not belong together."""


@dataclass(slots=True)
class Ground:
    """A past: its leads and what was read of them so far."""

    watermark: int
    as_of_s: int
    since_s: int
    is_gates: bool
    leads: Population
    marked: OrderedDict[Asked, Marked] = field(default_factory=OrderedDict)
    agreed: Agreement | None = None
    """Of gates: how many are judged the same now, once that was asked."""

    @property
    def bytes(self) -> int:
        """The memory it takes."""
        return 5 * 8 * len(self.leads) + sum(each.bytes for each in self.marked.values())


def weeks_of(months: int, now_s: int, zone: ZoneInfo) -> list[int]:
    """The first seconds of the weeks of some months back, by Mondays of a zone; the running one is the last."""
    today = datetime.fromtimestamp(now_s, zone).date()
    monday = today - timedelta(days=today.weekday())
    count = max(1, round(months * 365.25 / 12 / 7))
    days = [monday - timedelta(weeks=back) for back in range(count, -1, -1)]
    return [int(datetime(day.year, day.month, day.day, tzinfo=zone).timestamp()) for day in days]


def ground(since_s: int, now_s: int, *, is_gates: bool = False) -> Ground:
    """The past from an instant on: every lead at its moment, or (``is_gates``) every gate that opened."""
    with _lock:
        key = str(settings.HOME) + str(settings.DATABASES["default"]["NAME"]), since_s, is_gates
        found = _grounds.get(key)
        if found is None or not _is_fresh(found, now_s):
            with _looking(since_s, now_s, is_gates, None) as (looked, watermark):
                found = Ground(watermark, now_s, since_s, is_gates, looked.population())
            _grounds[key] = found
        _grounds.move_to_end(key)
        _make_room()
        return found


def _is_fresh(found: Ground, now_s: int) -> bool:
    if len(found.leads) > LARGE and 0 <= now_s - found.as_of_s < SPACING_S:
        return True
    top = reader.watermark()
    return found.watermark == (_copied(top) or Manifest(watermark=top)).watermark


def marked(of: Ground, asked: Sequence[Asked]) -> Mapping[Asked, Marked]:
    """What holds of each lead of a past; what was not asked before is read now.

    Raises ``Moved`` when the ledger moved in between.
    """
    with _lock:
        missing = [each for each in asked if each not in of.marked]
        if missing:
            with _looking(of.since_s, of.as_of_s, of.is_gates, of) as (looked, _):
                found = looked.marked(missing)
            if any(len(each.levels) != len(of.leads) for each in found):
                forget()
                raise Moved("The ledger moved while the past was read; ask again.")
            of.marked.update(zip(missing, found, strict=True))
        for each in asked:
            of.marked.move_to_end(each)
        # Taken before room is made: what is asked at once may be more than is kept.
        levels = {each: of.marked[each] for each in asked}
        _make_room()
        return levels


def forget() -> None:
    """Keep nothing any more."""
    with _lock:
        _grounds.clear()
        end_engine()


def _make_room() -> None:
    """Let go of what was asked for longest ago; what was asked last stays, whatever it takes."""
    while len(_grounds) > MOST_KEPT:
        _grounds.popitem(last=False)
    while sum(each.bytes for each in _grounds.values()) > MOST_BYTES:
        oldest = next(iter(_grounds.values()))
        if len(_grounds) > 1:
            _grounds.popitem(last=False)
        elif len(oldest.marked) > 40:
            oldest.marked.popitem(last=False)
        else:
            return


def _copied(top: int) -> Manifest | None:
    """The columnar copy, where measures are asked of it and it is one of this ledger and lags little."""
    least = settings.COPY_FROM
    if least is None or top < least:
        return None
    manifest = manifest_of(_folder())
    if manifest is None or not manifest.watermark or top - manifest.watermark > MOST_BEHIND:
        return None
    return manifest if id_at(manifest.watermark) == manifest.last_id and is_whole(_folder(), manifest) else None


def _folder() -> Path:
    return Path(settings.HOME) / "copy"


@contextmanager
def _looking(since_s: int, as_of_s: int, is_gates: bool, of: Ground | None) -> Iterator[tuple[Judging, int]]:
    """The leads of a past set aside on an engine, and the seq of the newest fact that it sees."""
    values = {"as_of_s": as_of_s, "since_s": since_s, "until_s": as_of_s + 1}
    manifest = _copied(reader.watermark())
    if manifest is not None and (of is None or of.watermark <= manifest.watermark):
        # What came since the past was read was recorded after each of its moments, so that it makes no difference.
        kept = _kept(manifest.watermark if of is None else of.watermark, values, is_gates)
        try:
            yield _on_engine(manifest, values, kept, is_gates), manifest.watermark
        except BaseException:
            end_engine()
            raise
        return
    with snapshot() as look:
        source = on_connection(look.connection, look.dialect)
        yield judging(source, values, is_gates=is_gates), look.watermark


def _on_engine(manifest: Manifest, values: Mapping[str, int], kept: Path, is_gates: bool) -> Judging:
    """The leads set aside on the copy's engine, which waits a while for the next question: to start it costs most."""
    open_now = _engine.get("open")
    if open_now is None or open_now.manifest != manifest or open_now.kept != kept:
        end_engine()
        stack = ExitStack()
        try:
            source = stack.enter_context(
                copy_source.asked(_folder(), manifest, settings.COPY_MEMORY_MB, times=MEMORY_TIMES)
            )
            open_now = _Engine(manifest, kept, judging(source, values, kept, is_gates=is_gates), stack)
        except BaseException:
            stack.close()
            raise
        _engine["open"] = open_now
    if open_now.timer is not None:
        open_now.timer.cancel()
    open_now.timer = Timer(WAITS_S, end_engine)
    open_now.timer.daemon = True
    open_now.timer.start()
    return open_now.judging


def end_engine() -> None:
    """Let the engine end, where one waits."""
    with _lock:
        open_now = _engine.pop("open", None)
        if open_now is not None:
            if open_now.timer is not None:
                open_now.timer.cancel()
            open_now.stack.close()


def _kept(watermark: int, values: Mapping[str, int], is_gates: bool) -> Path:
    """The folder in which the engine keeps the leads of a past; those of other states of the ledger are thrown away."""
    home = Path(settings.HOME) / "replay"
    own = home / f"{watermark}-{values['since_s']}-{values['as_of_s']}-{'gates' if is_gates else 'leads'}"
    if home.is_dir() and not own.is_dir():
        for path in sorted(home.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)[2 * MOST_KEPT :]:
            shutil.rmtree(path, ignore_errors=True)
    return own


__all__ = ["CopyDamaged", "Ground", "Moved", "forget", "ground", "marked", "weeks_of"]
