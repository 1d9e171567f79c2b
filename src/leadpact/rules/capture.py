"""From an incoming record to the facts it adds: each value typed, only what is new, no words in a fact."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from math import isfinite
from types import MappingProxyType
from typing import NamedTuple

from leadpact.rules import consent
from leadpact.rules.facts import SIDES, Fact
from leadpact.rules.identity import is_free_mail, read_email
from leadpact.rules.lead import Value
from leadpact.rules.terms import DERIVED_FREE_MAIL, DO_NOT_CONTACT, Field, derived_word

KNOWN, UNKNOWN = "known", "unknown"
"""Value codes of a personal field; ``unknown`` sent as a value makes any field unknown again."""
CODE_MOST = 64
"""Longest value of a coded field, in signs."""
TEXT_MOST: dict[str, int] = {"email": 254, "phone": 60, "need": 5_000, "note": 20_000}
"""Longest text of a personal field, in signs; ``TEXT_MOST_ELSE`` for all others."""
TEXT_MOST_ELSE = 300
NUMBER_MOST = 1e15
PEOPLE_MOST = 2_147_483_647
"""So many people work at the largest company that a row can say."""
"""Numbers are kept exactly up to here."""
_EPOCH = date(1970, 1, 1)
_LINES = frozenset(("need", "note"))
_PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?", re.IGNORECASE)
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:(?P<group>[,.' ’])\d{3})(?:(?P=group)\d{3})*(?:(?!(?P=group))[.,]\d+)?")
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
"""People are whole: a dot before three digits parts thousands of them."""
_LAND = re.compile(r"[A-Za-z]{2}(?:-[A-Za-z0-9]{1,3})?")
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=$|[T ])")
_JOINERS = "\u200c\u200d"
"""Invisible, but part of the spelling in several scripts."""
_TRUE, _FALSE = frozenset(("true", "yes", "y", "on", "1")), frozenset(("false", "no", "n", "off", "0"))


class Incoming(NamedTuple):
    """What a form, file or system says of one lead. ``values`` are texts by field name; empty and None say nothing.

    ``occurred_s`` is when it was said (epoch seconds), ``found_by`` the id of the person who found the lead or
    typed it in, ``side`` whose words these are. ``source``, ``campaign`` and ``channel`` are codes.
    """

    occurred_s: int
    external_id: str | None = None
    source_system: str | None = None
    source: str | None = None
    campaign: str | None = None
    channel: str | None = None
    found_by: int | None = None
    side: str = "buyer"
    values: Mapping[str, str | None] = MappingProxyType({})


class Personal(NamedTuple):
    """The words that a fact makes known: the fact by its position, the field, the text."""

    at: int
    field: str
    text: str


class FieldProblem(NamedTuple):
    """A value that was not taken, and what was expected instead."""

    field: str
    value: str
    expected: str

    def __str__(self) -> str:
        return f"{self.field}: {self.value!r} was not taken; expected {self.expected}."


WAS_FORGOTTEN = {
    "request": FieldProblem(
        "lead", "asked to be forgotten", "somebody else; who was forgotten comes in again only by a form they fill in"
    ),
    "age": FieldProblem(
        "lead", "was forgotten when the time that the pact agrees on was up",
        "something that happened since, with its date; or type the lead in by hand",
    ),
}  # fmt: skip
"""Why somebody who was forgotten is not taken in: they asked for it, or their time was up."""


@dataclass(slots=True)
class CaptureResult:
    """Facts to append, their words, and what was wrong.

    ``seq`` and ``recorded_s`` are 0 and ``id`` is empty for the ledger to fill. Whether a record with problems
    is refused whole or taken without these values is the door's decision.
    """

    facts: list[Fact] = field(default_factory=list)
    personal: list[Personal] = field(default_factory=list)
    problems: list[FieldProblem] = field(default_factory=list)


class Typed(NamedTuple):
    """A value as a fact keeps it; ``expected`` says what was wrong, and then there is no value."""

    code: str | None
    number: float | None = None
    expected: str | None = None


def facts_for(
    incoming: Incoming,
    fields: Mapping[str, Field],
    words_used: Mapping[str, AbstractSet[str]],
    known: Mapping[str, Value],
    known_personal: Mapping[str, str],
    *,
    is_new: bool = True,
    lead_id: int | None = None,
    account_id: int | None = None,
    recorded_s: int = 0,
) -> CaptureResult:
    """Work out the facts that a record adds to what is known of its lead.

    ``fields`` are the declared ones (``terms.FIELDS`` and the pact's own), ``words_used`` the words that the
    pact's criteria look for in each personal field, ``known`` the latest values, ``known_personal`` the latest
    words. A new lead gets ``captured`` first; then each changed value is a ``described``. A value that is
    already so, not given, or older than the one known adds nothing, so that sending twice changes nothing. A
    personal field adds what is derived from its words: whether the address is free mail, and each word looked
    for, true or false. Facts with ``recorded_s`` 0 are dated when they are written.
    """
    result = CaptureResult()
    (source, campaign, channel), wrong = _origin(incoming.source, incoming.campaign, incoming.channel)
    result.problems += wrong
    side = incoming.side
    if side not in SIDES:
        result.problems.append(FieldProblem("side", side, f"one of {', '.join(SIDES)}"))
        side = "system"
    # Facts are made by place, several times as fast as by name: an import makes millions of them.
    about = (incoming.occurred_s, recorded_s, lead_id, account_id, None, None, incoming.found_by, side, channel)
    if is_new:
        ends = incoming.source_system, incoming.external_id, None
        result.facts.append(Fact._make((0, "", "captured", *about, source, campaign, *_UNSAID, *ends)))
    if not incoming.values:
        return result
    blank = Fact._make((0, "", "described", *about, None, None, *_UNSAID, incoming.source_system, None, None))
    desk = _Describing(blank, incoming.values.keys(), words_used, known, known_personal, result)
    for name, given in incoming.values.items():
        text = "" if given is None else given.strip()
        if not text:
            continue
        declared = fields.get(name)
        if declared is None:
            result.problems.append(FieldProblem(name, text, _no_such_field(name, fields)))
        elif text.casefold() == UNKNOWN:
            desk.clear(declared)
        elif declared.type == "personal":
            desk.personal(declared, text)
        else:
            desk.plain(declared, text)
    desk.sum_up()
    return result


def type_value(declared: Field, text: str) -> Typed:
    """Type the text of a coded, number or date field: its code as facts keep it, and its number.

    The number of a date is days since 1970-01-01; ``1.200`` employees are twelve hundred; ``de`` as a country is DE.
    A field with declared codes takes those alone, in whatever case.
    """
    if declared.type == "number":
        is_people = declared.name == "employees"
        found = _number(text.replace(".", "") if is_people and _DOTTED.fullmatch(text.strip()) else text)
        if is_people and found.number is not None and not 0 <= found.number <= PEOPLE_MOST:
            return Typed(None, None, f"a number of people from 0 to {PEOPLE_MOST:,}")
        return found
    if declared.type == "date":
        return _date(text)
    return _code(declared, text.upper() if declared.name == "country" and _LAND.fullmatch(text.strip()) else text)


def clean_text(name: str, text: str) -> Typed:
    """Tidy the words of a personal field; ``code`` is the text itself.

    Signs that cannot be seen are dropped, line breaks stay in ``need`` and ``note`` only, an e-mail address is
    normalised.
    """
    if name == "email":
        address = read_email(text)
        expected = None if address.email else f"an e-mail address such as ana@example.com; {address.problem}"
        return Typed(address.email, None, expected)
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    lines = (_visible(line).split() for line in composed.split("\n"))
    tidy = ("\n" if name in _LINES else " ").join(" ".join(words) for words in lines).strip()
    most = TEXT_MOST.get(name, TEXT_MOST_ELSE)
    if len(tidy) > most:
        return Typed(None, None, f"at most {most} signs, not {len(tidy)}")
    return Typed(tidy, None, None if tidy else "some text")


def contains_word(text: str, word: str) -> bool:
    """Whether a text contains a word, or several in a row, whole and whatever the case."""
    wanted = _pattern(word)
    return wanted is not None and wanted.search(_folded(text)) is not None


@lru_cache(maxsize=1024)
def _pattern(word: str) -> re.Pattern[str] | None:
    wanted = r"\s+".join(re.escape(part) for part in _folded(word).split())
    return re.compile(rf"(?<!\w){wanted}(?!\w)") if wanted else None


def derived_codes(name: str, text: str, words: Iterable[str]) -> dict[str, str]:
    """What facts may say of a personal text: the derived fields with ``true`` or ``false``."""
    codes = {derived_word(name, word): _truth(contains_word(text, word)) for word in sorted(words)}
    if name == "email":
        codes[DERIVED_FREE_MAIL] = _truth(is_free_mail(text))
    return codes


_FIELD, _NUMBER = Fact._fields.index("field"), Fact._fields.index("value_number")
_UNSAID = (None,) * (Fact._fields.index("source_system") - Fact._fields.index("asset_id"))
"""The columns between where a lead comes from and which system said so: a capture says nothing there."""


class _Describing:
    """Adds the ``described`` facts of one record."""

    def __init__(
        self,
        blank: Fact,
        given: AbstractSet[str],
        words_used: Mapping[str, AbstractSet[str]],
        known: Mapping[str, Value],
        known_personal: Mapping[str, str],
        result: CaptureResult,
    ) -> None:
        self.blank = blank
        self.ends = blank[:_FIELD], blank[_NUMBER + 1 :]
        self.given = given
        self.words_used = words_used
        self.known = known
        self.known_personal = known_personal
        self.result = result

    def describe(self, name: str, code: str, number: float | None = None) -> None:
        before, after = self.ends
        # Several times as fast as _replace, and most of a new lead's facts are made here.
        self.result.facts.append(Fact._make((*before, name, code, number, *after)))

    def change(self, name: str, code: str, number: float | None = None) -> None:
        now = self.known.get(name)
        if now is None or (now.code != code and not self.is_old(name)):
            self.describe(name, code, number)

    def is_old(self, name: str) -> bool:
        now = self.known.get(name)
        return now is not None and now.occurred_s > self.blank.occurred_s

    def plain(self, declared: Field, text: str) -> None:
        typed = type_value(declared, text)
        if typed.code is None:
            self.result.problems.append(FieldProblem(declared.name, text, typed.expected or "another value"))
        else:
            self.change(declared.name, typed.code, typed.number)

    def sum_up(self) -> None:
        """Say beside new permissions what they add up to."""
        if self.given.isdisjoint(consent.FIELDS):
            return
        fresh = {f.field or "": f.value_code or "" for f in self.result.facts if f.field in consent.FIELDS}
        stops = consent.beside(self.known, fresh)
        for name, code in consent.still_refused(self.known, fresh).items():
            self.change(name, code)
        if stops is not None:
            self.change(DO_NOT_CONTACT, stops)

    def personal(self, declared: Field, text: str) -> None:
        name = declared.name
        typed = clean_text(name, text)
        if typed.code is None or typed.expected:
            self.result.problems.append(FieldProblem(name, text, typed.expected or "some text"))
            return
        if self.known_personal.get(name) != typed.code:
            if self.is_old(name):
                return
            self.result.personal.append(Personal(len(self.result.facts), name, typed.code))
            self.describe(name, KNOWN)
        # Also beside words that stay the same: the pact may look for more words than when they were written.
        for derived, code in derived_codes(name, typed.code, self.words_used.get(name, ())).items():
            self.change(derived, code)

    def clear(self, declared: Field) -> None:
        name = declared.name
        if self.is_old(name):
            return
        if name in self.known or name in self.known_personal:
            self.describe(name, UNKNOWN)
        if declared.type == "personal":
            for derived in self.known:
                if derived.startswith(f"{name}:") or (name == "email" and derived == DERIVED_FREE_MAIL):
                    self.describe(derived, UNKNOWN)


_ORIGIN = (("source", 100), ("campaign", 200), ("channel", 30))


@lru_cache(maxsize=4096)
def _origin(*texts: str | None) -> tuple[tuple[str | None, ...], tuple[FieldProblem, ...]]:
    """Source, campaign and channel as codes, and what is wrong with them."""
    codes: list[str | None] = []
    wrong = []
    for (name, most), text in zip(_ORIGIN, texts, strict=True):
        typed = free_code(text, most) if text and text.strip() else Typed(None)
        codes.append(typed.code)
        if typed.expected:
            wrong.append(FieldProblem(name, text or "", typed.expected))
    return tuple(codes), tuple(wrong)


@lru_cache(maxsize=4096)
def free_code(text: str, most: int) -> Typed:
    """Take a free code; what could be an address is refused, for codes stand in facts for ever."""
    code = " ".join(unicodedata.normalize("NFC", text).split())
    if len(code) > most or "@" in code or not code.isprintable():
        return Typed(None, None, f"a short code: at most {most} signs, no @, nothing that names a person")
    return Typed(code)


def _code(declared: Field, text: str) -> Typed:
    if not declared.codes:
        return free_code(text, CODE_MOST)
    plain = "_".join(text.casefold().replace("-", " ").split())
    for code in declared.codes:
        if plain in {code.casefold(), "_".join(code.casefold().replace("-", " ").split())}:
            return Typed(code)
    if set(declared.codes) == {"true", "false"} and plain in _TRUE | _FALSE:
        return Typed(_truth(plain in _TRUE))
    near = get_close_matches(plain, declared.codes, n=1)
    return Typed(None, None, f"one of {', '.join(declared.codes)}" + (f"; did you mean {near[0]}?" if near else ""))


def _number(text: str) -> Typed:
    """Read a number. One dot is a decimal point; one comma before exactly three digits parts thousands."""
    plain = text.replace("\u00a0", " ").replace("\u202f", " ").strip()
    if not _PLAIN.fullmatch(plain):
        grouped = _GROUPED.fullmatch(plain)
        if grouped:
            plain = plain.replace(grouped["group"], "").replace(",", ".")
        elif _DECIMAL_COMMA.fullmatch(plain):
            plain = plain.replace(",", ".")
        else:
            return Typed(None, None, "a number such as 1200, 1,200 or 12.5, without a unit")
    number = float(plain) + 0.0
    if not isfinite(number) or abs(number) > NUMBER_MOST:
        return Typed(None, None, "a number up to 1,000,000,000,000,000")
    return Typed(str(int(number)) if number == int(number) else repr(number), number)


def _date(text: str) -> Typed:
    day = _DAY.match(text)
    try:
        found = date.fromisoformat(day.group()) if day else None
    except ValueError:
        found = None
    if found is None:
        return Typed(None, None, "a date such as 2026-03-31 (year-month-day)")
    return Typed(found.isoformat(), float((found - _EPOCH).days))


def _no_such_field(name: str, fields: Mapping[str, Field]) -> str:
    near = get_close_matches(name, fields, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"a field that is declared{hint} (declare your own under fields in the pact)"


def _visible(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(sign for sign in line if sign.isprintable() or sign.isspace() or sign in _JOINERS)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _truth(is_true: bool) -> str:
    return "true" if is_true else "false"
