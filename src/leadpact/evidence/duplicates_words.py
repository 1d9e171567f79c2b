"""What records say, in the spelling in which they are compared; and why two look alike, in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from cleanco import basename

from leadpact.evidence.duplicates import ALIKE, MISSING, NEAR, OTHER, SAME, Pair

_NOT_WORD = re.compile(r"[^\w]+")
_NOT_DIGIT = re.compile(r"\D+")
_TITLES = frozenset((
    "mr", "mrs", "ms", "miss", "dr", "prof", "dipl", "ing", "frau", "herr", "sir", "madame", "mme", "m", "jr", "sr",
    "ii", "iii", "phd", "mba",
))  # fmt: skip
_STREETS = {"street": "st", "road": "rd", "avenue": "ave", "boulevard": "blvd", "strasse": "str", "straße": "str"}
_NUMBER = re.compile(r"(\d+)\s*([a-z]?)\b")
_SMALL = frozenset(("the", "of", "and", "und", "et", "de", "la"))


def plain(text: str) -> str:
    """Small letters and digits without accents or signs, one space between words."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return _NOT_WORD.sub(" ", "".join(sign for sign in spread if not unicodedata.combining(sign))).strip()


def name_of(text: str) -> tuple[str, str]:
    """First and last name of a person as written: ``Rahman, Nadia`` and ``Dr. Nadia Rahman`` are one."""
    before, comma, after = text.partition(",")
    ordered = f"{after} {before}" if comma and after.strip() else text
    words = [word for word in plain(ordered).split() if word not in _TITLES]
    if not words:
        return "", ""
    return (words[0], "") if len(words) == 1 else (words[0], words[-1])


@lru_cache(maxsize=65_536)
def company_of(text: str) -> str:
    """A company's name without its legal form: ``Kessler GmbH & Co. KG`` is ``kessler``."""
    bare = basename(" ".join(text.split()))
    return " ".join(word for word in plain(bare or text).split() if word not in _SMALL) or plain(text)


def street_of(text: str) -> tuple[str, str]:
    """Street and number of an address; either may be empty."""
    words = plain(text)
    found = _NUMBER.search(words)
    number = found.group(1) + found.group(2) if found else ""
    rest = words[: found.start()] + words[found.end() :] if found else words
    return " ".join(_STREETS.get(word, word) for word in rest.split()), number


def record(values: Mapping[str, str]) -> dict[str, str]:
    """A record to compare, from a lead's own fields: name, company, email, phone, and where known address and birth.

    ``phone`` is best given in E.164. Fields of other names are left out.
    """
    get = values.get
    first, last = name_of(get("name", ""))
    street, number = street_of(get("address", ""))
    found = {
        "first": plain(get("first_name", "")) or first,
        "last": plain(get("last_name", "")) or last,
        "company": company_of(get("company", "")) if get("company") else "",
        "email": get("email", "").strip().casefold(),
        "phone": _NOT_DIGIT.sub("", get("phone", "")),
        "birth": _NOT_DIGIT.sub("", get("birth", "")),
        "street": street,
        "number": number,
        "city": plain(get("city", "")),
        "postcode": plain(get("postcode", "")).replace(" ", ""),
        "region": plain(get("region", "") or get("country", "")),
    }
    return {name: text for name, text in found.items() if text}


Translate = Callable[[str], str]
_LABELS = {
    "email": "e-mail", "phone": "phone", "birth": "date of birth", "street": "street", "number": "house number",
    "place": "place", "city": "town", "postcode": "postcode", "region": "country", "company": "company",
}  # fmt: skip
_HOW = {
    SAME: "same {field}", NEAR: "{field} differs by a slip", ALIKE: "{field} alike in part", OTHER: "other {field}",
}  # fmt: skip
_SAYS_MOST = ("email", "phone", "name", "company", "birth", "street", "postcode", "city", "number", "place", "region")


def why(pair: Pair, say: Translate = str) -> str:
    """Why two records look alike, and what speaks against it: ``same phone, name differs by a slip; other company``."""
    levels = dict(pair.why)
    name = [levels.pop(each) for each in ("first", "last") if each in levels]
    given = [level for level in name if level != MISSING]
    if given:
        levels["name"] = max(given)
    for_it = [_part(field, levels[field], say) for field in _told(levels, (SAME, NEAR, ALIKE))]
    against = [_part(field, levels[field], say) for field in _told(levels, (OTHER,))]
    return "; ".join(", ".join(parts) for parts in (for_it, against) if parts)


def _told(levels: Mapping[str, int], wanted: Iterable[int]) -> list[str]:
    order = {level: place for place, level in enumerate(wanted)}
    found = [field for field in _SAYS_MOST if levels.get(field) in order]
    return sorted(found, key=lambda field: order[levels[field]])


def _part(field: str, level: int, say: Translate) -> str:
    return say(_HOW[level]).format(field=say(_LABELS.get(field, field)))
