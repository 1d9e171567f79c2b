"""Amounts, currencies and targets as a pact's file writes them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from leadpact.rules.pact import Money
from leadpact.rules.pact_reading_forms import NUMBER, form, one_of, period
from leadpact.rules.pact_reading_tree import Spot, did_you_mean, shown

Per = Literal["week", "month", "quarter", "year"]
PERIODS: tuple[Per, ...] = ("week", "month", "quarter", "year")
_IN_USE = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF
    CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
    IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK
    MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
    SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UYW UZS
    VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
"""
_DIGITS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
CURRENCIES = frozenset(_IN_USE.split())
"""Currencies in use, ISO 4217."""
_DIGITS_OF = {name: digits for digits, names in _DIGITS.items() for name in names.split()}
_MONEY = re.compile(rf"({NUMBER}) +([A-Za-z]{{3}})")
_TARGET = re.compile(rf"({NUMBER})(?: ?(%)| +([A-Z]{{3}}))?(?: +an? +([a-z]+))?")
_UNLESS = re.compile(r"(\S+) +(over|under) +(.+)")


def minor_digits(currency: str) -> int:
    """How many decimals a currency has: 2 for most, 0 for JPY, 3 for KWD."""
    return _DIGITS_OF.get(currency, 2)


def currency(spot: Spot) -> str:
    """An ISO 4217 code in use."""
    return one_of(sorted(CURRENCIES), "a currency (ISO 4217, such as EUR)")(spot)


def money(spot: Spot) -> Money | None:
    """An amount such as ``8000 EUR`` or ``12.50 EUR``, in minor units."""
    found = form(spot, _MONEY, "an amount with its currency and no thousands sign, such as `8000 EUR`")
    if not found or not is_currency(spot, found[2]):
        return None
    minor = Decimal(found[1]).scaleb(minor_digits(found[2]))
    if minor != int(minor):
        spot.fail(f"`{found[1]}` has more decimals than {found[2]} has ({minor_digits(found[2])})")
        return None
    return Money(int(minor), found[2])


def is_currency(spot: Spot, name: str) -> bool:
    """Whether a currency is in use; if not, an error names the nearest."""
    if name in CURRENCIES:
        return True
    spot.fail(f"`{name}` is not a currency (ISO 4217, such as EUR){did_you_mean(name, CURRENCIES)}")
    return False


def target(spot: Spot, words: str) -> tuple[float, str, Per | None] | None:
    """An amount, its unit (a currency, ``%`` or nothing) and its period out of a text, or None with an error."""
    expected = "a target such as `600000 EUR a quarter`, `40 a month` or `90%`"
    found = _TARGET.fullmatch(words.strip())
    if not found:
        spot.fail(f"{shown(words)} is not a target; expected {expected}")
        return None
    if found[3] and not is_currency(spot, found[3]):
        return None
    per = period(spot, found[4], PERIODS) if found[4] else None
    if found[4] and not per:
        return None
    if not found[2] and not per:
        spot.fail(f"{shown(words)} does not say for which period; expected {expected}")
        return None
    if found[2] and float(found[1]) > 100:
        spot.fail(f"{shown(words)} is more than all; expected a share from 0% to 100%")
        return None
    return float(found[1]), found[2] or found[3] or "", per


def unless(spot: Spot) -> str | None:
    """When a goal does not hold: ``accepted_handoffs over 60 a month``."""
    found = form(spot, _UNLESS, "a measure over or under a target, such as `accepted_handoffs over 60 a month`")
    if not found:
        return None
    if found[1] not in spot.names.measures:
        spot.fail(f"`{found[1]}` is not a measure{did_you_mean(found[1], spot.names.measures)}")
    elif target(spot, found[3]):
        return " ".join(found[0].split())
    return None
