"""The short forms in which a pact writes spans, rates, money, shares, hours and late steps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, TypeVar

from leadpact.rules import retention
from leadpact.rules.hours import WEEKDAYS, UnclearHours, Week, week
from leadpact.rules.pact import LateStep, Recycle
from leadpact.rules.pact_reading_tree import Spot, did_you_mean, shown
from leadpact.rules.terms import Span, Unit

T = TypeVar("T")
P = TypeVar("P", bound=str)
EPOCH = date(1970, 1, 1).toordinal()
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
NUMBER = r"[0-9]{1,12}(?:\.[0-9]{1,20})?"
_COUNT = re.compile(r"[0-9]{1,9}")
_CODE = re.compile(r"[a-z0-9][a-z0-9_]*")
_SPAN = re.compile(rf"(?:within +)?({NUMBER}) +((?:working +)?[a-z]+)")
_PERCENT = re.compile(rf"({NUMBER}) ?%")
_SLICE = re.compile(rf"({NUMBER}) ?%(?:,? at most (\d{{1,6}}) a week)?")
_RATE = re.compile(r"([0-9]{1,9}) +an? +([a-z]+)")
_ATTEMPTS = re.compile(r"([0-9]{1,3}) +within +(.+)")
_WAKE_AFTER = re.compile(r"wake +after +(.+)")
_WAKE_KNOWN = re.compile(r"wake +when +(\S+) +known")
_RECYCLE = "`wake after 90 days`, `wake when budget known` or `back to marketing`"
_LATE = re.compile(r"(remind|tell manager|reassign) +(?:at +([0-9]{1,3}) ?%|after +(.+))")
_KEPT = re.compile(r"[1-9][0-9]{0,3} (?:days?|months?|years?)")
UNITS: tuple[Unit, ...] = ("minutes", "hours", "days", "working_minutes", "working_hours", "working_days")
ACTS: Mapping[str, Literal["remind", "tell_manager", "reassign"]] = {
    "remind": "remind", "tell manager": "tell_manager", "reassign": "reassign",
}  # fmt: skip


def code(spot: Spot) -> str:
    """A short code: small letters, digits and underscores; empty when it is none."""
    text = spot.text("a code such as `too_early`")
    if text and not _CODE.fullmatch(text):
        better = re.sub(r"[^a-z0-9]+", "_", text.casefold()).strip("_")
        hint = f"; write `{better}` and give its label under `words`" if better else ""
        spot.fail(f"{shown(text)} is not a code (small letters, digits and underscores){hint}")
        return ""
    return text


def text(spot: Spot) -> str:
    """Any text but an empty one."""
    return spot.text()


def codes(spot: Spot) -> tuple[str, ...]:
    """A list of codes, none twice."""
    return once(spot.items(), code)


def some_codes(spot: Spot) -> tuple[str, ...]:
    """A list of codes with at least one entry, none twice."""
    return once(spot.items(1), code)


def once(spots: Iterable[Spot], reader: Callable[[Spot], str]) -> tuple[str, ...]:
    """Names read from spots; the same one again is an error, an unreadable one (empty) is left out."""
    found: dict[str, int] = {}
    for spot in spots:
        name = reader(spot)
        if name in found:
            spot.fail(f"{shown(name)} is given twice, first in line {found[name]}")
        elif name:
            found[name] = spot.node.line
    return tuple(found)


def one_of(names: Iterable[str], what: str) -> Callable[[Spot], str]:
    """A reader of one name out of a closed set; empty, with an error, for any other."""
    valid = tuple(names)

    def read(spot: Spot) -> str:
        name = spot.text(what)
        if name and name not in valid:
            spot.fail(f"`{name}` is not {what}{did_you_mean(name, valid)}")
            return ""
        return name

    return read


def phrase(meaning: Mapping[str, T], otherwise: T) -> Callable[[Spot], T]:
    """A reader of one phrase out of a few, each with its meaning (``own and team``)."""

    def read(spot: Spot) -> T:
        words = spot.text(" or ".join(f"`{each}`" for each in meaning))
        if words and words not in meaning:
            spot.fail(f"{shown(words)} is not one of the choices{did_you_mean(words, meaning)}")
        return meaning.get(words, otherwise)

    return read


def form(spot: Spot, pattern: re.Pattern[str], expected: str) -> re.Match[str] | None:
    """The match of a whole text, or None with an error that says what was expected."""
    words = spot.text(expected)
    found = pattern.fullmatch(words.strip()) if words else None
    if words and not found:
        minus = "; a negative number has no meaning here" if re.match(r"(within +)?-", words) else ""
        spot.fail(f"{shown(words)} is not understood; expected {expected}{minus}")
    return found


def count(least: int = 0, most: int = 999_999_999) -> Callable[[Spot], int]:
    """A reader of a whole number within bounds."""
    limits = f"a whole number from {least} up" if most == 999_999_999 else f"a whole number from {least} to {most}"

    def read(spot: Spot) -> int:
        found = form(spot, _COUNT, limits)
        if not found:
            return least
        if not least <= int(found[0]) <= most:
            spot.fail(f"{found[0]} is out of bounds; expected {limits}")
        return int(found[0])

    return read


def yes_no(spot: Spot) -> bool:
    """``true`` or ``false``; ``yes``, ``on``, ``no`` and ``off`` mean the same."""
    words = spot.text("`true` or `false`").casefold()
    if words and words not in {"true", "yes", "on", "false", "no", "off"}:
        spot.fail(f"{shown(words)} is neither `true` nor `false`")
    return words in {"true", "yes", "on"}


def span_of(spot: Spot, words: str) -> Span | None:
    """A span out of a piece of text, or None with an error."""
    found = _SPAN.fullmatch(words.strip())
    expected = "a span such as `15 working minutes`, `14 days` or `1 working day`"
    if not found:
        spot.fail(f"{shown(words)} is not a span of time; expected {expected}")
        return None
    unit = "_".join(found[2].split())
    full = next((each for each in UNITS if unit in {each, each[:-1]}), None)
    if full is None:
        spot.fail(f"`{found[2]}` is not a unit of time{did_you_mean(unit, UNITS).replace('_', ' ')}")
        return None
    if float(found[1]) == 0:
        spot.fail(f"{shown(words)} is no time at all; expected {expected}")
        return None
    return Span(float(found[1]), full)


def span(spot: Spot) -> Span:
    """A length of time, ``within 4 working hours`` or ``14 days``."""
    words = spot.text("a span such as `within 4 working hours`")
    return (span_of(spot, words) if words else None) or Span(1, "days")


def days(spot: Spot) -> float:
    """A length of plain time in days; ``12 hours`` is 0.5."""
    found = span(spot)
    if found.is_working:
        spot.fail(f"`{found}` is working time; plain time such as `30 days` is expected here")
        return 1.0
    return found.seconds / 86400 if found.unit != "days" else found.amount


def percent(spot: Spot) -> float:
    """A share such as ``40%``, as a number from 0 to 100."""
    found = form(spot, _PERCENT, "a share such as `40%`")
    if not found:
        return 0.0
    if float(found[1]) > 100:
        spot.fail(f"{found[0]} is more than all; expected a share from 0% to 100%")
    return float(found[1])


def share(spot: Spot) -> float:
    """A share such as ``5%``, as a fraction of 1."""
    return float(Decimal(repr(percent(spot))) / 100)


def slice_of(spot: Spot) -> tuple[float, int | None]:
    """A share such as ``5%``, as a fraction of 1, with how many a week at most: ``5%, at most 8 a week``."""
    found = form(spot, _SLICE, "a share such as `5%` or `5%, at most 8 a week`")
    if not found:
        return 0.0, None
    if float(found[1]) > 100:
        spot.fail(f"{found[1]}% is more than all; expected a share from 0% to 100%")
    return float(Decimal(found[1]) / 100), None if found[2] is None else int(found[2])


def whole_percent(spot: Spot) -> int:
    """A share in whole percent."""
    found = percent(spot)
    if found != int(found):
        spot.fail(f"{found}% is not whole; expected whole percents such as `40%`")
    return int(found)


def period(spot: Spot, name: str, periods: tuple[P, ...]) -> P | None:
    """One of the periods, or None with an error that names the nearest."""
    found = next((each for each in periods if each == name), None)
    if found is None:
        spot.fail(f"`{name}` is not a period{did_you_mean(name, periods)}")
    return found


def rate(spot: Spot, periods: tuple[P, ...], example: str) -> tuple[int, P]:
    """A number per period, such as ``10 a week``."""
    found = form(spot, _RATE, f"a number for a period, such as `{example}`")
    if not found:
        return 1, periods[0]
    if int(found[1]) == 0:
        spot.fail(f"{shown(found[0])} allows none at all; expected at least 1")
    return int(found[1]), period(spot, found[2], periods) or periods[0]


def day(spot: Spot) -> date:
    """A date such as ``2027-01-15``."""
    found = form(spot, re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})"), "a date such as `2027-01-15`")
    if not found:
        return date(2000, 1, 1)
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        spot.fail(f"{shown(found[0])} is not in the calendar; expected a date such as `2027-01-15`")
        return date(2000, 1, 1)


def attempts(spot: Spot) -> tuple[int, Span]:
    """How many attempts within which time: ``6 within 15 working days``."""
    found = form(spot, _ATTEMPTS, "attempts within a time, such as `6 within 15 working days`")
    if not found:
        return 999, Span(1, "days")
    if int(found[1]) == 0:
        spot.fail("0 attempts is no follow-up; expected at least 1")
    return int(found[1]) or 999, span_of(spot, found[2]) or Span(1, "days")


def recycle(reason: str, spot: Spot) -> Recycle:
    """What follows a rejection: ``wake after 90 days``, ``wake when budget known`` or ``back to marketing``."""
    words = " ".join(spot.text(_RECYCLE).split())
    after, known = _WAKE_AFTER.fullmatch(words), _WAKE_KNOWN.fullmatch(words)
    if after:
        return Recycle(reason, wake_after=span_of(spot, after[1]))
    if known:
        field_name(spot, known[1])
        return Recycle(reason, wake_when_known=known[1])
    if words not in {"back to marketing", ""}:
        spot.fail(f"{shown(words)} is not understood; expected {_RECYCLE}")
    return Recycle(reason)


def late_step(spot: Spot) -> LateStep | None:
    """``remind at 75%``, ``tell manager at 100%`` or ``reassign after 8 working hours``."""
    expected = "`remind`, `tell manager` or `reassign`, then `at 75%` or `after 8 working hours`"
    found = form(spot, _LATE, expected)
    if not found:
        return None
    if found[3]:
        return LateStep(ACTS[found[1]], after=span_of(spot, found[3]))
    if int(found[2]) == 0:
        spot.fail(f"{shown(found[0])} is the start of the clock; expected at least 1%")
    return LateStep(ACTS[found[1]], at_percent=int(found[2]))


def names_kept(spot: Spot) -> str:
    """How long names stay: ``12 months``."""
    found = form(spot, _KEPT, "a time such as `12 months`, `90 days` or `2 years`")
    return found[0] if found else ""


def leads_kept(spot: Spot) -> str | None:
    """How long a lead is kept after the last that happened with it: ``24 months``."""
    found = form(spot, _KEPT, "a time such as `24 months`, `2 years` or `400 days`")
    if not found:
        return None
    shortest, longest = retention.SHORTEST, retention.LONGEST
    if not retention.days_of(shortest) <= retention.days_of(found[0]) <= retention.days_of(longest):
        spot.fail(f"leads cannot be kept for {shown(found[0])}; expected a time from {shortest} to {longest}")
        return None
    return found[0]


def field_name(spot: Spot, name: str) -> bool:
    """Whether a field is declared; if not, an error names the nearest one."""
    if name in spot.names.fields:
        return True
    spot.fail(f"`{name}` is not a known field{did_you_mean(name, spot.names.fields)}")
    return False


def known_field(spot: Spot) -> str:
    """The name of a declared field; empty, with an error, when it is none."""
    name = spot.text("the name of a field")
    return name if name and field_name(spot, name) else ""


def hours(spot: Spot) -> str:
    """A week as a map of days and times, as ``hours.week`` reads it: ``mon-thu 09:00-12:30; fri 09:00-15:00``."""
    taken: dict[int, str] = {}
    parts = []
    for key, entry in spot.entries("a map of days and hours such as `{mon-fri: 09:00-17:00}`").items():
        at = spot.node.keys.get(key)
        for number in _week_days(entry, key, at):
            if number in taken:
                entry.fail(f"`{WEEKDAYS[number]}` has hours twice: in `{taken[number]}` and in `{key}`", at)
                break
            taken[number] = key
        times = " ".join(entry.text("hours such as `09:00-12:30 13:30-17:30`").split())
        if times and _reads(entry, f"mon {times}", None):
            parts.append(f"{key} {times}")
    if spot.node.value == {}:
        spot.fail("a week without working hours; expected at least one day such as `{mon-fri: 09:00-17:00}`")
    return "; ".join(parts)


def _week_days(spot: Spot, key: str, at: tuple[int, int] | None) -> list[int]:
    found = _reads(spot, f"{key} 09:00-17:00", at)
    return [number for number, ranges in enumerate(found.days) if ranges] if found else []


def _reads(spot: Spot, words: str, at: tuple[int, int] | None) -> Week | None:
    try:
        return week(words)
    except UnclearHours as error:
        spot.fail(str(error).partition("cannot be read: ")[2].rstrip(".") or str(error), at)
        return None
