"""Hours of a week as the pact writes them: ``mon-thu 09:00-12:30 13:30-17:30; fri 09:00-15:00``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NO_HOURS = "none"
"""How a week without hours is written."""
EXAMPLE = "mon-thu 09:00-12:30 13:30-17:30; fri 09:00-15:00"
_MIDNIGHT = 1440
_LONG = {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6}
_DAYS = {**{name: number for number, name in enumerate(WEEKDAYS)}, **_LONG}
_DASHES = str.maketrans("–—−", "---")
_ENTRY = re.compile(r"\s*(?P<days>[^\d:]*?)\s*:?\s*(?P<times>\d.*)?$", re.DOTALL)
_RANGE = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")

Range = tuple[int, int]


class Unanswerable(ValueError):
    """A question on working time that has no answer; the message says what to do about it."""


class UnclearHours(Unanswerable):
    """Hours that cannot be read; the message says which part, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Week:
    """Hours per weekday, Monday first: ranges in minutes after midnight (0 to 1440), in order, not touching."""

    days: tuple[tuple[Range, ...], ...]

    @property
    def seconds(self) -> int:
        """Working seconds of an ordinary week."""
        return 60 * sum(closes - opens for day in self.days for opens, closes in day)

    @property
    def working_days(self) -> int:
        """Number of weekdays with hours."""
        return sum(bool(day) for day in self.days)

    def text(self) -> str:
        """Write the hours as ``week`` reads them; weekdays with the same hours stand together."""
        alike: dict[tuple[Range, ...], list[int]] = {}
        for number, hours in enumerate(self.days):
            if hours:
                alike.setdefault(hours, []).append(number)
        entries = (f"{_days_text(numbers)} {_ranges_text(hours)}" for hours, numbers in alike.items())
        return "; ".join(entries) or NO_HOURS

    def __str__(self) -> str:
        return self.text()


def week(text: str) -> Week:
    """Read the hours of a week.

    Entries are separated by ``;``: weekdays (``mon``, ``mon-thu``, ``mon,wed``), an optional colon, then ranges
    ``09:00-12:30``. A day ends at ``24:00`` and a night is written on both of its days, as in
    ``mon-fri 22:00-24:00; tue-sat 00:00-06:00``. ``none`` is a week without hours. Raises UnclearHours.
    """
    if text.strip().casefold() == NO_HOURS:
        return Week(((),) * 7)
    found: dict[int, list[Range]] = {}
    for entry in text.translate(_DASHES).split(";"):
        if not entry.strip():
            continue
        days, ranges = _entry(entry.strip(), text)
        for day in days:
            found[day] = _joined(found.get(day, []) + ranges, entry, text)
    if not found:
        raise UnclearHours(f"The hours are empty. Write for instance {EXAMPLE!r}, or {NO_HOURS!r} for no hours.")
    return Week(tuple(tuple(found.get(day, ())) for day in range(7)))


def _entry(entry: str, text: str) -> tuple[list[int], list[Range]]:
    parts = _ENTRY.match(entry)
    if parts is None or not parts["days"]:
        raise _unclear(text, entry, "it names no weekday", "begin with days, as in 'mon-fri 09:00-17:00'")
    if not parts["times"]:
        raise _unclear(text, entry, "it has no times", f"write times, as in '{parts['days']} 09:00-17:00'")
    return _weekdays(parts["days"], entry, text), _ranges(parts["times"], entry, text)


def _weekdays(words: str, entry: str, text: str) -> list[int]:
    found: list[int] = []
    for word in re.split(r"[,\s]+", re.sub(r"\s*-\s*", "-", words.casefold()).strip(", ")):
        first, dash, last = word.partition("-")
        begin = _weekday(first, entry, text)
        end = _weekday(last, entry, text) if dash else begin
        found += [(begin + step) % 7 for step in range((end - begin) % 7 + 1)]
    return found


def _weekday(word: str, entry: str, text: str) -> int:
    number = _DAYS.get(word)
    if number is None:
        near = get_close_matches(word, _DAYS, n=1, cutoff=0.4)
        cure = f"write {WEEKDAYS[_DAYS[near[0]]]!r}" if near else f"write one of {', '.join(WEEKDAYS)}"
        raise _unclear(text, entry, f"{word!r} is no weekday", cure)
    return number


def _ranges(words: str, entry: str, text: str) -> list[Range]:
    written = re.split(r"[,\s]+", re.sub(r"\s*-\s*", "-", words).strip(", "))
    return [_range(word, entry, text) for word in written]


def _joined(ranges: list[Range], entry: str, text: str) -> list[Range]:
    """Ranges in order, those that touch made one."""
    joined: list[Range] = []
    for opens, closes in sorted(ranges):
        if joined and opens < joined[-1][1]:
            both = f"{_range_text(joined[-1])} and {_range_text((opens, closes))}"
            raise _unclear(text, entry, f"{both} overlap", "let one end before the next begins")
        if joined and opens == joined[-1][1]:
            joined[-1] = (joined[-1][0], closes)
        else:
            joined.append((opens, closes))
    return joined


def _range(word: str, entry: str, text: str) -> Range:
    parts = _RANGE.fullmatch(word)
    if parts is None:
        raise _unclear(text, entry, f"{word!r} is no range of times", "write it as 09:00-17:30")
    h1, m1, h2, m2 = (int(part) for part in parts.groups())
    opens, closes = h1 * 60 + m1, h2 * 60 + m2
    if m1 > 59 or m2 > 59 or closes > _MIDNIGHT or opens >= _MIDNIGHT:
        raise _unclear(text, entry, f"{word!r} holds a time that no clock shows", "times go from 00:00 to 24:00")
    if closes <= opens:
        night = f"{_clock(opens)}-24:00" + (f", and 00:00-{_clock(closes)} on the day after" if closes else "")
        raise _unclear(text, entry, f"{word!r} ends before it begins", f"for a night write {night}")
    return opens, closes


def _unclear(text: str, entry: str, what: str, cure: str) -> UnclearHours:
    where = f" in {entry.strip()!r}" if entry.strip() != text.strip() else ""
    return UnclearHours(f"The hours {text.strip()!r} cannot be read: {what}{where}; {cure}.")


def _days_text(numbers: list[int]) -> str:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(WEEKDAYS[a] if a == b else f"{WEEKDAYS[a]}-{WEEKDAYS[b]}" for a, b in runs)


def _ranges_text(hours: tuple[Range, ...]) -> str:
    return " ".join(_range_text(each) for each in hours)


def _range_text(hours: Range) -> str:
    return f"{_clock(hours[0])}-{_clock(hours[1])}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
