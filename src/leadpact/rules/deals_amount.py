"""Amounts of money as people type them: 12000, 12,000.50, 12.000,50, 12 000, 12'000, with or without a currency."""

from __future__ import annotations

import re
from decimal import Decimal

_BESIDE = re.compile(r"[^\W\d_]{1,3}\$?|[$€£¥₹₩₽₺₪฿]")
"""A currency beside the number: its sign, its code, or R$."""
_SPACES = re.compile(r"(?<=\d)[\s'’](?=\d{3}(?!\d))")
_DIGITS = re.compile(r"\d+")
_GROUPED = {mark: re.compile(rf"[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+") for mark in ".,"}


def read_amount(text: str, digits: int) -> Decimal | None:
    """Read an amount of a currency with so many decimals; None when it is no amount, is negative or more exact.

    Where both marks stand, the last one parts the decimals. A mark that stands alone before exactly three digits parts
    thousands, for no amount has three decimals: ``12.000`` and ``12,000`` are twelve thousand. In currencies with
    three decimals a lone dot parts the decimals and a lone comma thousands.
    """
    plain = _SPACES.sub("", _without_currency(text.strip()))
    whole, mark, rest = _parted(plain, digits)
    if mark and not (_DIGITS.fullmatch(rest) and len(rest) <= digits):
        return None
    for group, pattern in _GROUPED.items():
        if group != mark and pattern.fullmatch(whole):
            whole = whole.replace(group, "")
    if not _DIGITS.fullmatch(whole) or not (whole + rest).isascii():
        return None
    return Decimal(f"{whole}.{rest}" if rest else whole)


def _without_currency(text: str) -> str:
    """The number alone, of a text that may name a currency before or after it."""
    before = _BESIDE.match(text)
    if before:
        return text[before.end() :].strip()
    numbers = text.rstrip(" \t\u00a0\u202f")
    at = next(
        (place for place, sign in enumerate(numbers) if not (sign.isdigit() or sign in ".,'’ \u00a0\u202f")), None
    )
    if at is not None and _BESIDE.fullmatch(numbers[at:]):
        return numbers[:at].strip()
    return numbers


def _parted(plain: str, digits: int) -> tuple[str, str, str]:
    """Whole part, decimal mark and decimals; the mark is empty where there are no decimals."""
    last = max(plain.rfind("."), plain.rfind(","))
    if last < 0:
        return plain, "", ""
    mark = plain[last]
    other = "," if mark == "." else "."
    is_group = bool(_GROUPED[mark].fullmatch(plain)) and other not in plain
    if is_group and (plain.count(mark) > 1 or digits != 3 or mark == ","):
        return plain, "", ""
    return plain[:last], mark, plain[last + 1 :]


__all__ = ["read_amount"]
