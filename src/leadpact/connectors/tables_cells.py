"""What a cell's text means: instants, days, money, numbers and codes.

Every reading takes stripped text that is not empty and raises ``ValueError`` with a reason that a person
understands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal
from difflib import get_close_matches
from typing import cast

from leadpact.connectors.shapes import STATES, State
from leadpact.rules.facts import SIDES, TOUCHES

TOUCH_KINDS = TOUCHES | {"asked"}
"""Kinds that a file of touches may hold: the touches, and the buyer's question."""
_NO_DIGITS = (
    "BIF",
    "CLP",
    "DJF",
    "GNF",
    "ISK",
    "JPY",
    "KMF",
    "KRW",
    "PYG",
    "RWF",
    "UGX",
    "VND",
    "VUV",
    "XAF",
    "XOF",
    "XPF",
)
_THREE_DIGITS = ("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND")
MINOR_DIGITS = {
    **dict.fromkeys(_NO_DIGITS, 0),
    **dict.fromkeys(_THREE_DIGITS, 3),
}
"""Digits after the decimal point of the currencies (ISO 4217) that have not two."""
LONGEST_CODE = 200
LONGEST_TEXT = 20_000
LARGEST_MINOR = 1 << 62
_EPOCH_UNITS = {"epoch_s": 1, "epoch_ms": 1000}
_POINT = re.compile(r"[+-]?(?=[\d.])(\d{1,3}(,\d{3})+|\d*)(\.\d*)?")
_COMMA = re.compile(r"[+-]?(?=[\d,])(\d{1,3}(\.\d{3})+|\d*)(,\d*)?")
_CODE_BEFORE = re.compile(r"[A-Za-z]{3}[\d.,+-]|.*\d[A-Za-z]{3}$")
_THREE_AFTER = re.compile(r"^[+-]?\d{1,3}[.,]\d{3}$")
ORDERS = {"dmy": "day, month, year", "mdy": "month, day, year", "ymd": "year, month, day"}
"""Orders in which a date can be written; ISO dates are read in each of them."""
_LOOSE = re.compile(
    r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})\.?"
    r"(?:[ T,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AaPp]\.?[Mm]\.?)?)?"
)
_PROBE = datetime(2001, 12, 31, 23, 59, 58, tzinfo=UTC)


def nearest(word: str, known: Iterable[str]) -> str:
    """``; did you mean …?`` when a known word is close to this one, else nothing."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean {close[0]!r}?" if close else ""


def code(text: str) -> str:
    """A short code or key: an id, a source, a campaign, a person's key."""
    if len(text) > LONGEST_CODE:
        raise ValueError(f"it is longer than {LONGEST_CODE} characters")
    return text


def words(text: str) -> str:
    """Free text of a field."""
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"it is longer than {LONGEST_TEXT} characters")
    return text


_NOT = frozenset(
    ("false", "no", "n", "0", "f", "off", "none", "null", "never", "nein", "nicht", "non", "subscribed", "opted", "in")
)


def refusal_as(code: str) -> Callable[[str], str]:
    """A reader of columns that say no, such as ``Email Opt Out``: the code, or nothing where a cell says it is not so.

    A date or a reason in the cell is a no too: rather one too many than a buyer who is written to all the same.
    """
    return lambda text: "" if _NOT.issuperset(re.findall(r"\w+", text.casefold())) else code


def one_of(known: tuple[str, ...]) -> Callable[[str], str]:
    """A reader that takes only the known codes, whatever their case."""
    allowed = {one.casefold(): one for one in known}

    def read(text: str) -> str:
        found = allowed.get(text.casefold())
        if found is None:
            raise ValueError(f"it is none of {', '.join(known)}{nearest(text.casefold(), allowed)}")
        return found

    return read


side = one_of(SIDES)
touch_kind = one_of(tuple(sorted(TOUCH_KINDS)))
_state = one_of(STATES)


def state(text: str) -> State:
    """Where a deal stands: open, won or lost."""
    return cast("State", _state(text))


def currency(text: str) -> str:
    """An ISO 4217 code, three letters."""
    if len(text) != 3 or not text.isascii() or not text.isalpha():
        raise ValueError("it is no currency code of three letters such as EUR")
    return text.upper()


def number(text: str, *, has_comma: bool = False) -> Decimal:
    """A decimal number, with or without thousands separators and a currency sign. ``has_comma``: 1.234,50."""
    bare = "".join(sign for sign in text if not sign.isspace() and unicodedata.category(sign) != "Sc")
    pattern = _COMMA if has_comma else _POINT
    if not pattern.fullmatch(bare) or not any(sign.isdigit() for sign in bare) or len(bare) > 40 or not bare.isascii():
        example = "1.234,50 (decimal: comma)" if has_comma else "1234.50 (decimal: point)"
        raise ValueError(f"it is no number such as {example}")
    bare = bare.replace(".", "").replace(",", ".") if has_comma else bare.replace(",", "")
    return Decimal(bare)


def either_number(text: str) -> Decimal:
    """A number with its decimal sign told by the number itself: 15,000.00 and 9.500,00.

    One separator before three digits could be either (1.234): it is refused.
    """
    bare = "".join(sign for sign in text if not sign.isspace() and unicodedata.category(sign) != "Sc")
    if _CODE_BEFORE.match(bare):
        raise ValueError("it names a currency: give the currency a column of its own")
    signs = [sign for sign in bare if sign in ".,"]
    if len(signs) == 1 and _THREE_AFTER.search(bare):
        raise ValueError("it could be two numbers, thousands or a fraction; say the decimal sign")
    last = signs[-1] if signs else "."
    many = signs.count(last) > 1
    return number(text, has_comma=(last == ",") != many)


def plain_number(found: Decimal) -> str:
    """A number written plainly: 1234.5."""
    whole = found.to_integral_value()
    return str(int(whole)) if whole == found else f"{found.normalize():f}"


def number_text(*, has_comma: bool) -> Callable[[str], str]:
    """A reader that writes a number plainly: ``1.234,50`` becomes ``1234.5``."""

    def read(text: str) -> str:
        return plain_number(number(text, has_comma=has_comma))

    return read


def minor_units(amount: Decimal, of_currency: str | None) -> int:
    """An amount in the currency's minor unit (hundredths while the currency is not known)."""
    digits = MINOR_DIGITS.get(of_currency or "", 2)
    scaled = amount.scaleb(digits)
    if scaled != scaled.to_integral_value():
        raise ValueError(f"it has more than {digits} digits after the decimal point")
    if abs(scaled) > LARGEST_MINOR:
        raise ValueError("it is too large")
    return int(scaled)


def whole_minor(text: str) -> int:
    """An amount that already is in minor units."""
    try:
        found = int(text)
    except ValueError:
        raise ValueError("it is no whole number of minor units (cents)") from None
    if abs(found) > LARGEST_MINOR:
        raise ValueError("it is too large")
    return found


def check_date_format(form: str) -> str | None:
    """What is wrong with a date format of a mapping, or None.

    Allowed are iso, epoch_s, epoch_ms and a ``strptime`` pattern with a full date.
    """
    if form == "iso" or form in _EPOCH_UNITS or form in ORDERS:
        return None
    cure = "write iso, dmy, mdy, ymd, epoch_s, epoch_ms or a pattern such as '%d/%m/%Y %H:%M'"
    if "%" not in form:
        return f"{form!r} is no date format; {cure}"
    try:
        again = datetime.strptime(_PROBE.strftime(form), form)  # noqa: DTZ007 - only its date is compared
    except ValueError as error:
        return f"{form!r} is no date format ({error}); {cure}"
    if again.date() != _PROBE.date():
        return f"{form!r} does not hold day, month and year; {cure}"
    return None


def instant(form: str, zone: tzinfo) -> Callable[[str], int]:
    """A reader of instants, to epoch seconds.

    Text without an offset is local time in ``zone``; a bare date is the start of that day there. Of the hour
    that comes twice when clocks go back, the first is meant.
    """
    if form in _EPOCH_UNITS:
        return _epoch(_EPOCH_UNITS[form])
    parse = _parser(form)

    def read(text: str) -> int:
        moment = parse(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=zone)
        try:
            seconds = int(moment.timestamp() // 1)
        except OverflowError:
            seconds = -1
        if seconds < 0:
            raise ValueError("it lies before 1970")
        return seconds

    return read


def day(form: str, zone: tzinfo) -> Callable[[str], str]:
    """A reader of dates, to ISO text (``2018-02-01``); of an instant, its day in ``zone``."""
    if form in _EPOCH_UNITS:
        seconds = _epoch(_EPOCH_UNITS[form])
        return lambda text: datetime.fromtimestamp(seconds(text), zone).date().isoformat()
    parse = _parser(form)

    def read(text: str) -> str:
        moment = parse(text)
        return (moment.astimezone(zone) if moment.tzinfo else moment).date().isoformat()

    return read


def _parser(form: str) -> Callable[[str], datetime]:
    if form == "iso":

        def read_iso(text: str) -> datetime:
            try:
                return datetime.fromisoformat(text)
            except ValueError:
                raise ValueError(
                    "it is no ISO date such as 2018-02-01 or 2018-02-01 14:30:00; say date: with its format"
                ) from None

        return read_iso
    if form in ORDERS:
        return lambda text: loose_date(text, form)

    def read_pattern(text: str) -> datetime:
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007 - the caller adds the mapping's zone
        except ValueError:
            example = date(2018, 2, 1).strftime(form)
            raise ValueError(f"it does not fit the date format {form}, as {example} would") from None

    return read_pattern


def loose_date(text: str, order: str) -> datetime:
    """A date in an order (dmy, mdy, ymd) with any separators and an optional time, or an ISO date."""
    if text[:4].isdigit():
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass
    found = _LOOSE.fullmatch(text)
    if found is None:
        raise ValueError(f"it is no date such as {_EXAMPLES[order]}")
    one, two, three, hours, minutes, seconds, half = found.groups()
    if len(one) == 4:
        order = "ymd"
    year, month, day_of = {"dmy": (three, two, one), "mdy": (three, one, two), "ymd": (one, two, three)}[order]
    hour = int(hours or 0)
    if half:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    full = int(year) + (0 if len(year) > 2 else 2000 if int(year) < 70 else 1900)
    try:
        return datetime(full, int(month), int(day_of), hour, int(minutes or 0), int(seconds or 0))  # noqa: DTZ001 - the caller adds the zone
    except ValueError:
        raise ValueError(f"it is no date in the order {ORDERS[order]}, such as {_EXAMPLES[order]}") from None


_EXAMPLES = {"dmy": "31/12/2026", "mdy": "12/31/2026", "ymd": "2026-12-31"}


def _epoch(unit: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        try:
            seconds = int(float(text)) // unit if unit == 1 else int(text) // unit
        except (ValueError, OverflowError):
            raise ValueError("it is no number of seconds or milliseconds since 1970") from None
        if not 0 <= seconds <= 253_402_300_799:
            raise ValueError("it lies before 1970 or after the year 9999")
        return seconds

    return read
