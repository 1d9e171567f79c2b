"""Which records are worth comparing: those that share a key which duplicates tend to share.

Comparing every pair costs the square of the base; blocking costs about as much as the base is long. A key that too
many records share (a street name, a large company) is not compared whole: its records are sorted, and each is compared
with its neighbours only (sorted neighbourhood: Hernández and Stolfo 1995).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

MOST = 40
"""A block of more records than this is compared by neighbours."""
NEIGHBOURS = 8
_CODES = {sign: digit for signs, digit in (
    ("bfpv", "1"), ("cgjkqsxz", "2"), ("dt", "3"), ("l", "4"), ("mn", "5"), ("r", "6"),
) for sign in signs}  # fmt: skip
Values = Mapping[str, str]


@lru_cache(maxsize=65_536)
def sound(text: str) -> str:
    """How a word sounds, in a few signs (Soundex: Russell and Odell 1918); empty for an empty word."""
    letters = [sign for sign in text if sign.isalpha()]
    if not letters:
        return ""
    found, last = [letters[0]], _CODES.get(letters[0], "")
    for sign in letters[1:]:
        code = _CODES.get(sign, "")
        if code and code != last:
            found.append(code)
        if sign not in "hw":
            last = code
    return "".join(found)[:4]


def keys_of(values: Values) -> Iterator[str]:
    """The keys of a record. ``values`` are normalised; fields that it has not are absent or empty."""
    get = values.get
    first, last, birth = get("first", ""), get("last", ""), get("birth", "")
    postcode, street, number = get("postcode", ""), get("street", ""), get("number", "")
    email, phone, company, city = get("email", ""), get("phone", ""), get("company", ""), get("city", "")
    local, _, domain = email.partition("@")
    names = sorted((sound(first), sound(last)))
    parts = (
        ("em", email), ("el", local if len(local) > 4 else ""), ("ph", phone[-7:] if len(phone) > 5 else ""),
        ("nn", "".join(names) if all(names) else ""), ("bd", birth),
        ("lb", last[:4] and birth[:4] and f"{last[:4]} {birth[:4]}"),
        ("fb", first[:4] and birth[:4] and f"{first[:4]} {birth[:4]}"),
        ("fp", first[:3] and postcode and f"{first[:3]} {postcode}"),
        ("lp", last[:3] and postcode and f"{last[:3]} {postcode}"),
        ("sn", street and number and f"{street[:6]} {number}"),
        ("sp", street and postcode and f"{street[:6]} {postcode}"),
        ("fs", first and street and f"{first[:3]} {street[:5]}"),
        ("lt", last and street and f"{last[:3]} {street[:5]}"),
        ("lc", last and city and f"{last[:4]} {city[:4]}"), ("fc", first and city and f"{first[:4]} {city[:4]}"),
        ("co", company), ("cp", company and f"{company[:8]} {first[:1]}{last[:3]}"),
        ("cs", " ".join(sorted(company.split())[:2]) if " " in company else ""),
        ("ld", last and domain and f"{last[:4]} {domain}"), ("np", number and postcode and f"{number} {postcode}"),
        ("ls", sound(last)), ("dm", domain), ("by", birth[:4] and city and f"{birth[:4]} {city[:3]}"),
        ("sb", birth[:4] and last and f"{sound(last)} {birth[:4]}"),
        ("sf", birth[:4] and first and f"{sound(first)} {birth[:4]}"),
        ("tn", birth[:4] and first and f"{sound(first)} {birth[4:]}"), ("pc", phone[:6] if len(phone) > 5 else ""),
    )  # fmt: skip
    for kind, key in parts:
        if key:
            yield f"{kind} {key}"


def blocks(records: Sequence[Values]) -> dict[str, list[int]]:
    """The places of the records by key; keys of one record alone are left out."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, values in enumerate(records):
        for key in keys_of(values):
            found[key].append(place)
    return {key: places for key, places in found.items() if len(places) > 1}


def candidates(records: Sequence[Values], fresh: Collection[int] | None = None) -> set[tuple[int, int]]:
    """The pairs of places worth comparing, the smaller first; with ``fresh`` only pairs that have one of those."""
    found: set[tuple[int, int]] = set()
    for places in blocks(records).values():
        found.update(_pairs(records, places, fresh))
    return found


def _pairs(records: Sequence[Values], places: list[int], fresh: Collection[int] | None) -> Iterable[tuple[int, int]]:
    if fresh is not None and not any(place in fresh for place in places):
        return
    if len(places) > MOST:
        places = sorted(places, key=lambda place: _order(records[place]))
        reach = NEIGHBOURS
    else:
        reach = len(places)
    for at, one in enumerate(places):
        for other in places[at + 1 : at + 1 + reach]:
            if fresh is None or one in fresh or other in fresh:
                yield (one, other) if one < other else (other, one)


def _order(values: Values) -> str:
    return " ".join(values.get(name, "") for name in ("last", "first", "company", "birth", "email"))
