"""Public holidays of a country or region, read from the ``holidays`` library as plain data for the clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from holidays import HALF_DAY, PUBLIC, HolidayBase, country_holidays
from holidays.registry import COUNTRIES

from leadpact.rules.clock import NO_HOLIDAYS, Holidays, Unanswerable


class UnknownCountry(Unanswerable):
    """No holidays are known for that country; the message names the nearest."""


class UnknownRegion(UnknownCountry):
    """The country has no such region; the message names those it has."""


def holidays(code: str, years: Iterable[int]) -> Holidays:
    """Holidays of a country (``DE``) or region (``DE-BY``) in the years asked for; an empty code needs none.

    Days are as observed: a holiday moved from a weekend lies on its new day. Half days are those the library
    knows, and never a full holiday as well. ``years`` of the answer leaves out those the library does not
    cover. Raises UnknownCountry and UnknownRegion.
    """
    if not code.strip():
        return NO_HOLIDAYS
    return _read(code.strip(), tuple(sorted(set(years))))


@lru_cache(maxsize=512)
def _read(code: str, years: tuple[int, ...]) -> Holidays:
    country, region = _found(code)
    source = country_holidays(country, subdiv=region)
    covered = tuple(year for year in years if source.start_year <= year <= source.end_year)
    full = _days(country, region, covered, PUBLIC) if PUBLIC in source.supported_categories else frozenset()
    half = _days(country, region, covered, HALF_DAY) if HALF_DAY in source.supported_categories else frozenset()
    name = _names()[country]
    return Holidays(f"{name} ({region})" if region else name, full, half - full, frozenset(covered))


def _days(country: str, region: str | None, years: tuple[int, ...], category: str) -> frozenset[date]:
    found = country_holidays(country, subdiv=region, years=years, categories=(category,))
    # The library also lists days that an observed holiday moved into a neighbouring year.
    return frozenset(day for day in found if day.year in years)


def _found(code: str) -> tuple[str, str | None]:
    """Country and region codes as the library writes them."""
    wanted, dash, region = code.partition("-")
    names = _names()
    country = wanted.strip().upper()
    if country not in names:
        raise UnknownCountry(_unknown_country(code, names))
    if not dash:
        return country, None
    source = country_holidays(country)
    known = {name.casefold(): name for name in source.subdivisions}
    known |= {name.casefold(): short for name, short in _aliases(source).items()}
    asked = region.strip().casefold()
    if asked not in known:
        raise UnknownRegion(_unknown_region(code, names[country], country, known, asked))
    return country, known[asked]


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Country names by two-letter code, made from the library's list: ``UnitedStates`` is United States."""
    names: dict[str, str] = {}
    for name, two_letters, *_ in COUNTRIES.values():
        words = "".join(f" {letter}" if letter.isupper() else letter for letter in name).strip()
        names[two_letters] = words
    return names


def _aliases(source: HolidayBase) -> dict[str, str]:
    return dict(getattr(source, "subdivisions_aliases", None) or {})


def _unknown_country(code: str, names: dict[str, str]) -> str:
    hint = " or ".join(f"{short} ({names[short]})" for short in _nearest(code, names))
    return f"No public holidays are known for {code!r}. Write a two-letter country code: {hint or 'for instance DE'}."


def _nearest(code: str, names: dict[str, str]) -> list[str]:
    """Countries that may have been meant: by three letters, initials (``UK``), name, or nearly the same code."""
    asked = code.strip().upper()
    three = {other: two for _, two, *others in COUNTRIES.values() for other in others}
    initials = {"".join(word[0] for word in name.split()): short for short, name in names.items() if " " in name}
    by_name = {name.upper(): short for short, name in names.items()}
    if asked in three or asked in initials:
        return [three.get(asked) or initials[asked]]
    near = get_close_matches(asked, by_name, n=1, cutoff=0.6)
    return [by_name[near[0]]] if near else get_close_matches(asked[:2], sorted(names), n=3, cutoff=0.5)


def _unknown_region(code: str, name: str, country: str, known: dict[str, str], asked: str) -> str:
    regions = sorted(set(known.values()))
    if not regions:
        return f"{name} has no regions with holidays of their own, so {code!r} cannot be read. Write {country!r}."
    near = get_close_matches(asked, known, n=1, cutoff=0.5)
    nearest = f"{country}-{known[near[0]]}, or " if near else ""
    return (
        f"{name} has no region {code.partition('-')[2]!r}. Write {nearest}one of {', '.join(regions)}, or {country!r}."
    )
