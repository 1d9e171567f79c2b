"""Which companies look like one: by name without its legal form, by one slip, and by the web domain of their people.

A company has little but its name to be known by, so how sure a pair is gets declared for each way in which names
agree; a web domain that both have makes it eight times as likely, or as unlikely where each has another one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from leadpact.evidence.duplicates_words import company_of, plain

LEVELS = {"spelling": 0.92, "form": 0.9, "spaces": 0.95, "slip": 0.42, "two_slips": 0.5, "begins": 0.2, "other": 0.08}
"""How sure it is that two companies are one whose names agree so, with nothing else known of them.

The first five are as counted among messy organisations with known answers (92 % of 2507 pairs, 90 % of 20, all 27,
42 % of 122, 54 % of 82); the others are declared.
"""
DOMAIN = 8.0
LEAST = 0.3
"""Pairs that are less sure are not given."""
NEIGHBOURS, MOST = 8, 40
SHARED = 5
"""A domain of more companies than this is a provider's, or a group's, and says nothing."""
SLIP_FROM, TWO_FROM, WORD = 6, 14, 4
"""From how many letters a name may differ by one slip or two; a shorter first word is no name to begin with."""


class Firm(NamedTuple):
    """A company as it is compared: its name as written, and the web domain of most of its people, where known."""

    name: str
    domain: str = ""


class Alike(NamedTuple):
    """Two places in the list, how sure it is that they are one, and how names and domains agree (two words)."""

    one: int
    other: int
    level: float
    name: str
    domain: str


def alike(firms: Sequence[Firm]) -> list[Alike]:
    """The pairs that may be one company, the surest first. It costs about as much as the list is long."""
    bare = [company_of(firm.name) for firm in firms]
    joined = ["".join(name.split()) for name in bare]
    shared = Counter(firm.domain for firm in firms)
    domains = [firm.domain if shared[firm.domain] <= SHARED else "" for firm in firms]
    places = sorted(_worth_comparing(bare, joined, domains))
    if not places:
        return []
    ones, others = [joined[one] for one, _ in places], [joined[other] for _, other in places]
    slips = cpdist(ones, others, scorer=OSA.distance, score_cutoff=2, dtype=np.uint8).tolist()
    found = []
    for (one, other), slip in zip(places, slips, strict=True):
        name = _names(firms[one].name, firms[other].name, bare[one], bare[other], slip)
        domain = _domains(domains[one], domains[other])
        level = _level(name, domain)
        if level >= LEAST:
            found.append(Alike(one, other, level, name, domain))
    return sorted(found, key=lambda pair: (-pair.level, pair.one, pair.other))


def _level(name: str, domain: str) -> float:
    odds = LEVELS[name] / (1 - LEVELS[name]) * {"same": DOMAIN, "other": 1 / DOMAIN, "": 1.0}[domain]
    return odds / (1 + odds)


def _domains(one: str, other: str) -> str:
    if not one or not other:
        return ""
    return "same" if one == other else "other"


def _names(one: str, other: str, bare_one: str, bare_other: str, slips: int) -> str:
    """How two names agree, one of ``LEVELS``."""
    if bare_one == bare_other:
        return "spelling" if plain(one) == plain(other) else "form"
    if slips == 0 or sorted(bare_one.split()) == sorted(bare_other.split()):
        return "spaces"
    short, long = sorted((bare_one.split(), bare_other.split()), key=len)
    length = min(len(bare_one), len(bare_other))
    is_numbered = [sign for sign in bare_one if sign.isdigit()] != [sign for sign in bare_other if sign.isdigit()]
    if slips == 1 and length >= SLIP_FROM and not is_numbered:
        return "slip"
    if slips == 2 and length >= TWO_FROM and not is_numbered:
        return "two_slips"
    return "begins" if long[: len(short)] == short and len(short[0]) >= WORD else "other"


def _worth_comparing(bare: Sequence[str], joined: Sequence[str], domains: Sequence[str]) -> set[tuple[int, int]]:
    """Places that share a name or a domain, and neighbours in the order of names, read from either end."""
    found: set[tuple[int, int]] = set()
    keys: tuple[Callable[[int], str], ...] = (
        joined.__getitem__, lambda at: " ".join(sorted(bare[at].split())), domains.__getitem__,
    )  # fmt: skip
    for key in keys:
        together: dict[str, list[int]] = defaultdict(list)
        for at in range(len(bare)):
            if key(at):
                together[key(at)].append(at)
        for places in together.values():
            found.update(_near(places, len(places) if len(places) <= MOST else NEIGHBOURS))
    for order in (joined.__getitem__, lambda at: joined[at][::-1]):
        found.update(_near(sorted(filter(joined.__getitem__, range(len(joined))), key=order), NEIGHBOURS))
    return found


def _near(places: Sequence[int], reach: int) -> Iterator[tuple[int, int]]:
    for at, one in enumerate(places):
        for other in places[at + 1 : at + 1 + reach]:
            yield (one, other) if one < other else (other, one)


def why(one: str, other: str, name: str, domain: str, say: Callable[[str], str] = str) -> str:
    """Why two companies look alike, and what speaks against it: ``same name but for GmbH; other web domain``."""
    differ = _differ(one, other)
    says = {
        "spelling": say("same name but for its spelling"),
        "form": say("same name but for {words}").format(words=differ) if differ else say("same name"),
        "spaces": say("same name but for spaces and order"),
        "slip": say("one letter differs"),
        "two_slips": say("two letters differ"),
        "begins": say("one name begins with the other"),
        "other": say("other name"),
    }
    if one == other:
        says["spelling"] = say("same name")
    parts = [says[name], {"same": say("same web domain"), "other": say("other web domain"), "": ""}[domain]]
    is_against = name == "other" or domain == "other"
    if name == "other":
        parts.reverse()
    return ("; " if is_against else ", ").join(filter(None, parts))


def _differ(one: str, other: str) -> str:
    """The words that only one of the names has, as written."""
    return ", ".join(_only(one, other) + _only(other, one))


def _only(one: str, other: str) -> list[str]:
    has = set(plain(other).split())
    return [word.strip(",") for word in _words(one) if plain(word) and plain(word) not in has]


def _words(text: str) -> Iterable[str]:
    return text.split()
