"""Ids and instants as facts carry them."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo


def new_ids(count: int, now_ms: int | None = None) -> list[str]:
    """Fresh UUIDv7 texts, in order (RFC 9562: 48 bits of milliseconds, then chance)."""
    stamp = f"{(time.time_ns() // 1_000_000 if now_ms is None else now_ms) & 0xFFFFFFFFFFFF:012x}"
    noise = os.urandom(10 * count).hex()
    lead = f"{stamp[:8]}-{stamp[8:]}-7"
    made = []
    for i in range(0, 20 * count, 20):
        n = noise[i : i + 20]
        made.append(f"{lead}{n[:3]}-{'89ab'[int(n[3], 16) & 3]}{n[4:7]}-{n[7:19]}")
    return made


@lru_cache(maxsize=4096)
def _day(day: int) -> str:
    return datetime.fromtimestamp(day * 86400, UTC).strftime("%Y-%m-%d")


@lru_cache(maxsize=4096)
def stamp(at_s: int) -> str:
    """An instant as text that both databases read as UTC."""
    day, rest = divmod(at_s, 86400)
    hours, rest = divmod(rest, 3600)
    return f"{_day(day)} {hours:02d}:{rest // 60:02d}:{rest % 60:02d}+00:00"


@lru_cache(maxsize=4096)
def local_day(at_s: int, zone: ZoneInfo) -> tuple[int, str]:
    """Month (yyyymm) and day of an instant in a zone."""
    local = datetime.fromtimestamp(at_s, zone)
    return local.year * 100 + local.month, f"{local.year:04d}-{local.month:02d}-{local.day:02d}"
