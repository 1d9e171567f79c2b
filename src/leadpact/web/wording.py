"""Numbers, shares, amounts and lengths of time as people read them. Used by pages and charts alike."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

MINUTE = 60
SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "INR": "₹", "BRL": "R$"}
EXPONENTS = {"JPY": 0, "KRW": 0, "CLP": 0, "VND": 0, "ISK": 0, "BHD": 3, "KWD": 3, "OMR": 3, "TND": 3}
"""Digits behind the point of currencies that do not have two (ISO 4217)."""


def count_in_words(number: float | Decimal, decimals: int = 0) -> str:
    """A number with the reader's grouping, rounded half away from zero."""
    # ``number_format`` alone would cut the digits off instead of rounding.
    rounded = Decimal(str(number)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return number_format(rounded, decimal_pos=decimals, use_l10n=True, force_grouping=True)


def share_in_words(share: float | None) -> str:
    """A share of 1 in whole percent; one decimal below 10%; never rounded to a false 0% or 100%."""
    if share is None:
        return "–"
    hundred = 100 * share
    if hundred in {0, 100}:
        return f"{hundred:.0f}%"
    if 0 < hundred < 0.1:
        return "<" + count_in_words(0.1, 1) + "%"
    if abs(hundred) < 9.95:
        return count_in_words(hundred, 1) + "%"
    if 99.5 <= hundred < 100:
        return ">99%"
    return f"{hundred:.0f}%"


def points(difference: float) -> str:
    """A difference of shares in points: ``+12 points``."""
    return gettext("%(n)s points") % {"n": bare_points(difference)}


def bare_points(difference: float) -> str:
    """A difference of shares in points without the word: ``+12``, with one decimal below 10; no sign before 0."""
    digits = 0 if abs(difference) >= 0.0995 else 1
    hundred = round(100 * difference, digits)
    sign = "+" if hundred > 0 else "−" if hundred < 0 else ""
    return sign + count_in_words(abs(hundred), digits if hundred else 0)


def tick_in_words(share: float) -> str:
    """A share under an axis: whole percent without a decimal, so that all marks of an axis read alike."""
    hundred = round(100 * share, 6)
    return f"{hundred:.0f}%" if hundred == int(hundred) else share_in_words(share)


def times(ratio: float) -> str:
    """A ratio: ``1.52 times``."""
    return gettext("%(n)s times") % {"n": ratio_in_words(ratio)}


def ratio_in_words(ratio: float) -> str:
    """A ratio without the word: 12, or with two decimals below 10."""
    return count_in_words(ratio, 0 if ratio >= 10 else 2)


def _signed(words: str, currency: str, *, is_negative: bool) -> str:
    minus = "−" if is_negative else ""
    sign = SIGNS.get(currency)
    return f"{minus}{sign}{words}" if sign else f"{minus}{words} {currency}"


def amount_in_words(amount_minor: int | None, currency: str) -> str:
    """Money in full: ``€48,000``, ``€19.90``; a dash where the amount is not known."""
    if amount_minor is None:
        return "–"
    digits = EXPONENTS.get(currency, 2)
    whole = Decimal(abs(amount_minor)).scaleb(-digits)
    shown = 0 if whole == whole.to_integral_value() else digits
    return _signed(count_in_words(whole, shown), currency, is_negative=amount_minor < 0)


def short_amount_in_words(amount_minor: int | None, currency: str) -> str:
    """Money at a glance: ``€980``, ``€8k``, ``€8.2k``, ``€412k``, ``€1.30M``."""
    if amount_minor is None:
        return "–"
    whole = abs(amount_minor) / 10 ** EXPONENTS.get(currency, 2)
    for limit, unit, letter in ((999_500_000, 1e9, "bn"), (999_500, 1e6, "M"), (9_950, 1e3, "k")):
        if whole >= limit:
            value = whole / unit
            words = count_in_words(value, 0 if value >= 99.5 or letter == "k" else 2) + letter
            return _signed(words, currency, is_negative=amount_minor < 0)
    if whole >= 1_000:
        thousands = round(whole / 1e3, 1)
        words = count_in_words(thousands, 0 if thousands == int(thousands) else 1) + "k"
        return _signed(words, currency, is_negative=amount_minor < 0)
    return _signed(count_in_words(whole), currency, is_negative=amount_minor < 0)


def duration_in_words(seconds: float) -> str:
    """A length of time in its two largest units, rounded down so that no minute is promised that is not there."""
    minutes = int(abs(seconds)) // MINUTE
    if minutes < 1:
        return gettext("under a minute")
    if minutes < 60:
        return gettext("%(n)d min") % {"n": minutes}
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        return gettext("%(h)d h %(m)02d") % {"h": hours, "m": rest} if rest else gettext("%(h)d h") % {"h": hours}
    days = hours // 24
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
