"""Which records are the same person or company: compared field by field, with how sure that is and why.

Each field that both records give speaks for or against them being one, by how often it agrees that well among
duplicates and among strangers (Fellegi and Sunter 1969). How often strangers agree is counted in the records
themselves: the same rare name says more than the same frequent one. What is not given says nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import numpy as np
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cpdist

from leadpact.evidence.duplicates_blocks import Values, candidates
from leadpact.rules.identity import FREE_MAIL

SAME, NEAR, ALIKE, OTHER, MISSING = range(5)
"""How well a field agrees: to the letter, but for one slip, in part, not at all; or one has none."""
SAMPLE = 50_000
"""Pairs of strangers that are compared to count how often fields agree by chance."""
SHARE = 0.1
"""About how many duplicates a record has; it only shifts the level, not the order."""
CHUNK = 200_000
LEARNED = 100_000
"""So many pairs of those worth comparing are learned from."""
ROUNDS, HELD = 8, 200.0
MOST_OTHER = 2.0
"""How much more often than declared a field of duplicates may be another one, as far as is learned."""
LEAST_EACH = 0.02
"""Duplicates that those asked about are taken to have at least, on average: of few nothing can be learned."""
MOST_EACH = 0.1
"""Duplicates a record is taken to have at most, so that people who only bear the same name do not count as some."""


class Field(NamedTuple):
    """How often a field of duplicates is the same, near and alike (the rest: other), and how it is compared.

    ``among`` is how many values to reckon with beside those of the records, so that few records know no certainty.
    """

    name: str
    same: float
    near: float
    alike: float
    how: str
    among: int


FIELDS: tuple[Field, ...] = (
    Field("first", 0.75, 0.12, 0.07, "word", 200),
    Field("last", 0.78, 0.12, 0.05, "word", 1000),
    Field("company", 0.72, 0.12, 0.11, "words", 2000),
    Field("email", 0.70, 0.12, 0.10, "email", 20000),
    Field("phone", 0.80, 0.06, 0.02, "digits", 20000),
    Field("birth", 0.80, 0.12, 0.03, "digits", 5000),
    Field("street", 0.70, 0.16, 0.07, "words", 2000),
    Field("number", 0.80, 0.08, 0.02, "digits", 100),
    Field("place", 0.70, 0.10, 0.06, "words", 500),
    Field("city", 0.75, 0.12, 0.06, "words", 300),
    Field("postcode", 0.83, 0.09, 0.03, "digits", 1000),
    Field("region", 0.88, 0.05, 0.01, "digits", 10),
)
NAMES = ("first", "last")


class Pair(NamedTuple):
    """Two places in the records, how sure it is that they are one (0 to 1), and each field with its agreement."""

    one: int
    other: int
    level: float
    why: tuple[tuple[str, int], ...]


class Part(NamedTuple):
    """The records are those asked about and a part of a base: the first ``counted`` tell how rare values are.

    ``asked`` are looked for among ``of`` records of the base; what was fetched because it is alike is not counted.
    """

    counted: int
    asked: int
    of: int


def find(
    records: Sequence[Values],
    *,
    at_least: float = 0.5,
    fresh: Collection[int] | None = None,
    strangers: int = SAMPLE,
    part: Part | None = None,
) -> list[Pair]:
    """The pairs of records that are at least so surely one, the surest first.

    ``records`` are normalised (see ``duplicates_words.record``); with ``fresh`` only pairs with one of those places.
    ``strangers`` is how many pairs are compared to count how often fields agree by chance; ``part`` says that the
    records are not the whole base.
    """
    wanted = sorted(candidates(records, fresh))
    if not wanted:
        return []
    weights = Weights(records, strangers, part)
    weights.learn(np.array(wanted if len(wanted) <= LEARNED else wanted[:: len(wanted) // LEARNED]), len(wanted))
    found: list[Pair] = []
    for start in range(0, len(wanted), CHUNK):
        found += weights.pairs(np.array(wanted[start : start + CHUNK]), at_least)
    found.sort(key=lambda pair: (-pair.level, pair.one, pair.other))
    return found


class Weights:
    """What each agreement is worth in these records, in bits."""

    def __init__(self, records: Sequence[Values], strangers: int = SAMPLE, part: Part | None = None) -> None:
        columns = {field.name: [values.get(field.name, "") for values in records] for field in FIELDS}
        self._columns = {name: column for name, column in columns.items() if any(column)}
        self._fields = [field for field in FIELDS if field.name in self._columns]
        self._codes = {name: _numbered(column) for name, column in self._columns.items()}
        counted = part.counted if part else len(records)
        self._size = part.of if part else len(records)
        self._least = LEAST_EACH * part.asked if part else 1.0
        self._every = float(part.asked * part.of) if part else self._size * (self._size - 1) / 2
        self._prior = float(np.log2(SHARE / max(self._size, 20)))
        pairs = np.random.default_rng(20_240_601).integers(0, counted, (strangers, 2))
        levels = self._table(pairs[pairs[:, 0] != pairs[:, 1]])
        self._ours = [np.array([f.same, f.near, f.alike, 1 - f.same - f.near - f.alike]) for f in self._fields]
        self._by_chance, self._rarity = [], []
        for at, field in enumerate(self._fields):
            column = self._columns[field.name]
            told = Counter(filter(None, column[:counted]))
            of = sum(told.values()) + field.among
            self._rarity.append(np.array([max(told[value] - 1, 1) / of for value in column]))
            given = max(int((levels[:, at] != MISSING).sum()), 1)
            same = max(sum((n / of) ** 2 for n in told.values()), 1.0 / of)
            rest = [max(float((levels[:, at] == level).sum()) / given, 0.5 / given) for level in (NEAR, ALIKE)]
            self._by_chance.append(np.array([same, *rest, max(1.0 - same - sum(rest), 0.05)]))

    def learn(self, places: Any, of: int) -> None:
        """Adjust how duplicates agree, and how many there are, to the ``of`` pairs of which these are a part.

        Expectation and maximisation without answers (Dempster, Laird and Rubin 1977), held to the declared shares as if
        these had been seen in ``HELD`` pairs.
        """
        table = self._table(places)
        for _round in range(ROUNDS):
            sure = _level(self._bits(table, places))
            ones = max(max(float(sure.sum()), 1.0) * of / len(places), self._least)
            most = MOST_EACH / max(self._size, 20)
            self._prior = float(np.log2(min(max(ones, 1.0) / max(self._every, 2.0), most)))
            for at, field in enumerate(self._fields):
                counts = np.bincount(table[:, at], weights=sure, minlength=5)[:MISSING]
                declared = np.array([field.same, field.near, field.alike, 1 - field.same - field.near - field.alike])
                self._ours[at] = _held((counts + HELD * declared) / (counts.sum() + HELD), declared)

    def pairs(self, places: Any, at_least: float) -> list[Pair]:
        """Weigh these pairs; those that are less sure are left out."""
        table = self._table(places)
        sure = _level(self._bits(table, places))
        names = [field.name for field in self._fields]
        return [
            Pair(
                int(places[at, 0]),
                int(places[at, 1]),
                float(sure[at]),
                tuple(zip(names, table[at].tolist(), strict=True)),
            )
            for at in np.flatnonzero(sure >= at_least)
        ]

    def _bits(self, table: Any, places: Any) -> Any:
        bits = np.full(len(table), self._prior)
        for at, ours in enumerate(self._ours):
            worth = np.append(np.log2(ours / self._by_chance[at]), 0.0)[table[:, at]]
            rarity = np.maximum(self._rarity[at][places[:, 0]], self._rarity[at][places[:, 1]])
            bits += np.where(table[:, at] == SAME, np.log2(ours[SAME] / rarity), worth)
        return bits

    def _table(self, places: Any) -> Any:
        """The agreement of every field (columns) of every pair (rows)."""
        levels = {field.name: self._compared(field, places[:, 0], places[:, 1]) for field in self._fields}
        if all(name in levels for name in NAMES):
            self._turn(levels, places)
            if "email" in levels:
                _follow(levels)
        if "company" in levels and "email" in levels:
            self._part_by_domain(levels["company"], places)
        return np.stack([levels[field.name] for field in self._fields], axis=1).astype(np.int64)

    def _part_by_domain(self, companies: Any, places: Any) -> None:
        """Companies that are called nearly the same, and whose people write from domains of their own, are two."""
        emails = self._columns["email"]
        for at in np.flatnonzero((companies == NEAR) | (companies == ALIKE)).tolist():
            one, other = (emails[int(place)].partition("@")[2] for place in places[at])
            if one and other and _are_apart(one, other):
                companies[at] = OTHER

    def _compared(self, field: Field, ones: Any, others: Any) -> Any:
        """The agreement of one field; only what is neither the same nor missing is looked at letter by letter."""
        codes, column = self._codes[field.name], self._columns[field.name]
        one, other = codes[ones], codes[others]
        found = np.where((one == 0) | (other == 0), MISSING, np.where(one == other, SAME, OTHER))
        unlike = np.flatnonzero(found == OTHER)
        if len(unlike):
            found[unlike] = levels_of(
                field.how, [column[int(at)] for at in ones[unlike]], [column[int(at)] for at in others[unlike]]
            )
        return found

    def _turn(self, levels: dict[str, Any], places: Any) -> None:
        """First and last name written the other way round are near, not others."""
        unlike = np.flatnonzero((levels["first"] == OTHER) & (levels["last"] == OTHER))
        if not len(unlike):
            return
        first, last = (self._columns[name] for name in NAMES)
        one, other = places[unlike, 0], places[unlike, 1]
        crossed = [
            levels_of("word", [left[at] for at in one], [right[at] for at in other])
            for left, right in ((first, last), (last, first))
        ]
        turned = unlike[(crossed[0] <= NEAR) & (crossed[1] <= NEAR)]
        for name in NAMES:
            levels[name][turned] = NEAR


def _held(learned: Any, declared: Any) -> Any:
    """What was learned, with the share of those that differ held to a few times what is declared.

    Else many who only bear the same name would teach that one buyer has two companies and two addresses.
    """
    other = min(float(learned[OTHER]), MOST_OTHER * float(declared[OTHER]))
    return np.append(learned[:OTHER] * (1 - other) / (1 - learned[OTHER]), other)


def _follow(levels: dict[str, Any]) -> None:
    """An address that is alike says nothing beside a name that agrees: it is made of it."""
    named = (levels["first"] <= ALIKE) | (levels["last"] <= ALIKE)
    levels["email"][named & ((levels["email"] == NEAR) | (levels["email"] == ALIKE))] = MISSING


def _are_apart(one: str, other: str) -> bool:
    """Whether two mail domains are two companies' own; a slip, another land's and private mail boxes tell nothing."""
    if FREE_MAIL & {one, other}:
        return False
    names = [max(domain.split(".")[:-1], key=len, default=domain) for domain in (one, other)]
    return OSA.distance(*names, score_cutoff=1) > 1


def _level(bits: Any) -> Any:
    return 1.0 / (1.0 + np.exp2(-np.clip(bits, -60, 60)))


def _numbered(column: Sequence[str]) -> Any:
    """Each value as a number of its own; 0 for none."""
    numbers: dict[str, int] = {"": 0}
    return np.array([numbers.setdefault(value, len(numbers)) for value in column], dtype=np.int64)


def levels_of(how: str, ones: Sequence[str], others: Sequence[str]) -> Any:
    """How well values that are not the same agree, pair by pair."""
    if how == "email":  # Colleagues share what stands behind the @, and the company tells of it already.
        ones, others = ([text.partition("@")[0] for text in texts] for texts in (ones, others))
    slips = cpdist(ones, others, scorer=OSA.distance, score_cutoff=2, dtype=np.uint8)
    long = np.minimum(
        np.fromiter(map(len, ones), np.int64, len(ones)), np.fromiter(map(len, others), np.int64, len(ones))
    )
    missing = long == 0
    near = (slips <= 1) & (long >= 3)
    if how == "digits":
        alike = (slips <= 2) & (long >= 6)
        near |= _turned(ones, others, (slips <= 2) & ~near & (long >= 4))
    else:
        likeness = cpdist(ones, others, scorer=JaroWinkler.normalized_similarity, dtype=np.float32)
        near |= (slips <= 2) & (long >= 8)
        near |= likeness >= (0.96 if how == "email" else 0.95)
        alike = likeness >= (0.9 if how == "email" else 0.86)
        if how == "words":
            alike |= _within(ones, others, (likeness >= 0.6) & ~near & ~alike)
    same = (slips == 0) & (how != "email")  # The same mailbox at another provider is near.
    return np.where(missing, MISSING, np.where(same, SAME, np.where(near, NEAR, np.where(alike, ALIKE, OTHER))))


def _turned(ones: Sequence[str], others: Sequence[str], where: Any) -> Any:
    """The same digits in another order, two of them exchanged."""
    found = np.zeros(len(ones), dtype=bool)
    for at in np.flatnonzero(where).tolist():
        found[at] = len(ones[at]) == len(others[at]) and sorted(ones[at]) == sorted(others[at])
    return found


def _within(ones: Sequence[str], others: Sequence[str], where: Any) -> Any:
    """All words of the shorter are among those of the longer."""
    found = np.zeros(len(ones), dtype=bool)
    for at in np.flatnonzero(where).tolist():
        one, other = set(ones[at].split()), set(others[at].split())
        found[at] = one <= other or other <= one
    return found
