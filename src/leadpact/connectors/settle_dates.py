"""Instants in whatever spelling an export has them: a whole column is read by one rule, or asked about.

``03/04/2026`` is two dates. The column's other values, then the file's other columns, decide which part is the day;
where they do not, nobody guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Literal

Order = Literal["day-first", "month-first"]
NONE_S = -1
"""Stands where a row has no instant that can be read."""
_TIME = (
    r"(?:[T ,]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_TIME}")
_YEAR_LAST = re.compile(
    rf"(?P<one>\d{{1,2}})(?P<sign>[-/.])(?P<two>\d{{1,2}})(?P=sign)(?P<year>\d{{4}}|\d{{2}}){_TIME}"
)
_NAMED = re.compile(
    rf"(?:(?P<day>\d{{1,2}})[ .\-]+(?P<name>[A-Za-z]{{3,9}})\.?|(?P<name2>[A-Za-z]{{3,9}})\.? (?P<day2>\d{{1,2}}),?)"
    rf"[ ,\-]+(?P<year>\d{{4}}){_TIME}"
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_NAMES_OF_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name: place for place, name in enumerate(_NAMES_OF_MONTHS.split(), 1)}


@dataclass(slots=True)
class Dates:
    """A column read: seconds per row (``NONE_S`` where none), whether it has times of day, and what was unreadable."""

    seconds: list[int]
    has_times: bool
    unread: int
    example: str


class TwoDates(ValueError):
    """A column's dates could be two dates each; the message asks for the order."""


def order_of(columns: Iterable[Sequence[str]]) -> Order | None:
    """Which part is the day in dates such as 30/4/2026, over all columns of a file; None where nothing tells."""
    found: set[Order] = set()
    for values in columns:
        for text in dict.fromkeys(values):
            match = _YEAR_LAST.fullmatch(text.strip()) if text else None
            if match is None:
                continue
            if match["sign"] == "." or int(match["one"]) > 12:
                found.add("day-first")
            elif int(match["two"]) > 12:
                found.add("month-first")
    return found.pop() if len(found) == 1 else None


def read(values: Sequence[str], zone: tzinfo, order: Order | None, where: str) -> Dates:
    """The instants of a column; local times are in ``zone``.

    Raises ``TwoDates`` when one could be two dates and the order is not known; ``where`` names column and file.
    """
    known: dict[str, int] = {"": NONE_S}
    seconds: list[int] = []
    has_times, unread, example = False, 0, ""
    for text in values:
        at_s = known.get(text)
        if at_s is None:
            found = _read(text.strip(), order, where)
            at_s = NONE_S if found is None else _seconds(found, zone)
            known[text] = at_s
            has_times = has_times or (found is not None and (found.hour, found.minute, found.second) != (0, 0, 0))
        if at_s == NONE_S and text.strip():
            unread += 1
            example = example or text.strip()[:40]
        seconds.append(at_s)
    return Dates(seconds, has_times, unread, example)


def _seconds(moment: datetime, zone: tzinfo) -> int:
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)
    try:
        found = int(aware.timestamp() // 1)
    except (OverflowError, ValueError):
        return NONE_S
    # What a copying tool writes for never lies in the year 9999; nothing was sold before 1970.
    return found if 0 < found < 7_000_000_000 else NONE_S


def _read(text: str, order: Order | None, where: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if len(text) > 8 else _spelled(text, order, where)
    except ValueError as error:
        if isinstance(error, TwoDates):
            raise
    return _spelled(text, order, where)


def _spelled(text: str, order: Order | None, where: str) -> datetime | None:
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text) / (1000 if len(text) == 13 else 1), UTC)
    if match := _YEAR_FIRST.fullmatch(text):
        return _made(match, int(match["year"]), int(match["month"]), int(match["day"]))
    if match := _NAMED.fullmatch(text):
        month = _MONTHS.get((match["name"] or match["name2"])[:3].lower(), 0)
        return _made(match, int(match["year"]), month, int(match["day"] or match["day2"]))
    match = _YEAR_LAST.fullmatch(text)
    if match is None:
        return None
    one, two = int(match["one"]), int(match["two"])
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    is_day_first = match["sign"] == "." or one > 12 or (order == "day-first" and two <= 12)
    if not is_day_first and two <= 12 and order is None and one != two:
        raise TwoDates(
            f"{where}: {text} could be two dates. Say which part is the day: --dates day-first or --dates month-first."
        )
    return _made(match, year, two, one) if is_day_first else _made(match, year, one, two)


def _made(match: re.Match[str], year: int, month: int, day: int) -> datetime | None:
    hour = int(match["hour"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    try:
        return datetime(
            year, month, day, hour, int(match["minute"] or 0), int(match["second"] or 0), tzinfo=_zone(match["zone"])
        )
    except ValueError:
        return None


def _zone(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text in {"Z", "UTC", "GMT"}:
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    return timezone(timedelta(hours=hours, minutes=minutes) * (-1 if text[0] == "-" else 1))


def latest(columns: Mapping[str, Sequence[int]]) -> int:
    """The last instant of several columns, ``NONE_S`` where there is none."""
    return max((max(values, default=NONE_S) for values in columns.values()), default=NONE_S)
