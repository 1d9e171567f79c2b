"""Which rows of two files are about the same lead: by id, e-mail, phone, company with a name, and company alone.

Two files of two systems rarely share one key. Each row of the second file is tried by the surest key first. A join
is *doubtful* where a key fits several leads, or is no more than a company's or a person's name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from leadpact.rules.identity import read_email
from leadpact.rules.settle_words import plain

By = Literal["id", "email", "phone", "company and name", "company", "name"]
ORDER: tuple[By, ...] = ("id", "email", "phone", "company and name", "company", "name")
"""The surest first."""
_LEGAL = frozenset(
    (
        *("gmbh", "ag", "kg", "ohg", "ug", "se", "inc", "incorporated", "corp", "corporation", "co", "company", "llc"),
        *("ltd", "limited", "plc", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "oy", "ab", "as", "aps", "kk", "pty"),
        *(
            "llp",
            "lp",
            "eirl",
            "ltda",
            "sl",
            "slu",
            "sp",
            "zoo",
            "z",
            "o",
            "mbh",
            "the",
            "group",
            "holding",
            "und",
            "and",
        ),
    )
)
_DIGITS = re.compile(r"\D+")
_SALESFORCE = re.compile(r"[0-9a-zA-Z]{18}")
_LEAST_DIGITS = 8
_PLAIN_EMAIL = re.compile(r"[a-z0-9_%+-]+(\.[a-z0-9_%+-]+)*@[a-z0-9-]+(\.[a-z0-9-]+)+")
_SPLIT = re.compile(r"[;,|\s]+")


@dataclass(slots=True)
class Marks:
    """What the rows of one file can be known by; each list has one entry per row, blank where there is none.

    ``ids`` are already chosen to be comparable with those of the other file.
    """

    ids: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    companies: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return max(len(self.ids), len(self.emails), len(self.phones), len(self.companies), len(self.names))


class Join(NamedTuple):
    """The lead (its place in marketing's file) that a row is about, by what, and whether that is doubtful."""

    lead: int
    by: By
    is_doubtful: bool


@lru_cache(maxsize=50_000)
def company_key(text: str) -> str:
    """A company's name without its legal form, accents and signs: ``Société Île S.A.`` becomes ``societe ile``."""
    words = plain(text.replace(".", "")).split()
    kept = [word for word in words if word not in _LEGAL]
    return " ".join(kept or words)


def phone_key(text: str) -> str:
    """The last eight digits of a number: they are the same with and without the country's code."""
    digits = _DIGITS.sub("", text).lstrip("0")
    return digits[-_LEAST_DIGITS:] if len(digits) >= _LEAST_DIGITS else ""


def id_key(text: str) -> str:
    """An id as it is compared: of Salesforce's 18 signs the first 15, without the ``.0`` that spreadsheets add."""
    own = text.strip()
    if own.endswith(".0") and own[:-2].isdigit():
        own = own[:-2]
    return own[:15] if len(own) == 18 and own[0] in "0a" and _SALESFORCE.fullmatch(own) else own


def ids_of(text: str) -> list[str]:
    """The ids of a cell that may hold several."""
    return [id_key(part) for part in _SPLIT.split(text.strip()) if part]


def emails_of(text: str) -> list[str]:
    """The valid addresses of a cell that may hold several, normalised."""
    if not text:
        return []
    own = text.strip().lower()
    if _PLAIN_EMAIL.fullmatch(own):
        return [own]
    found = (read_email(part).email for part in re.split(r"[;,|]", text) if "@" in part)
    return [email for email in found if email]


def phones_of(text: str) -> list[str]:
    """The numbers of a cell that may hold several, as keys."""
    return [key for part in re.split(r"[;,|]", text) if (key := phone_key(part))] if text else []


def company_of(text: str) -> list[str]:
    """The company's key, if there is one."""
    return [company_key(text)] if text.strip() else []


def name_of(text: str) -> list[str]:
    """A person's name as it is compared: its words in order of the alphabet."""
    words = plain(text).split()
    return [" ".join(sorted(words))] if len(words) > 1 else []


def both_of(company: str, name: str) -> list[str]:
    """A company and a person there as one key."""
    firm, person = company_of(company), name_of(name)
    return [f"{firm[0]}\n{person[0]}"] if firm and person else []


def keys(marks: Marks, by: By, place: int) -> list[str]:
    """The keys of one kind that a row has."""
    match by:
        case "id":
            return ids_of(marks.ids[place]) if marks.ids else []
        case "email":
            return emails_of(marks.emails[place]) if marks.emails else []
        case "phone":
            return phones_of(marks.phones[place]) if marks.phones else []
        case "company and name":
            return both_of(marks.companies[place], marks.names[place]) if marks.companies and marks.names else []
        case "company":
            return company_of(marks.companies[place]) if marks.companies else []
        case "name":
            return name_of(marks.names[place]) if marks.names else []


def has(marks: Marks, by: By) -> bool:
    """Whether a file has a column for a kind of key."""
    lists = {
        "id": (marks.ids,), "email": (marks.emails,), "phone": (marks.phones,), "company": (marks.companies,),
        "name": (marks.names,), "company and name": (marks.companies, marks.names),
    }  # fmt: skip
    return all(lists[by])


def repeated(marks: Marks) -> list[int]:
    """For each row of marketing's file the row that stands for its lead: the first with the same id or e-mail."""
    first_of: dict[str, int] = {}
    stands = list(range(len(marks)))
    for by in ("id", "email"):
        if not has(marks, by):
            continue
        first_of.clear()
        for place in range(len(stands)):
            for key in keys(marks, by, place):
                held = first_of.setdefault(key, stands[place])
                if held < stands[place]:
                    stands[place] = stands[held]
    return stands


def join(marketing: Marks, sales: Marks, stands: Sequence[int]) -> list[Join | None]:
    """For each row of sales' file the lead it is about, None where no key fits.

    ``stands`` is what ``repeated`` gave for marketing's rows.
    """
    found: list[Join | None] = [None] * len(sales)
    open_rows: Iterable[int] = range(len(found))
    for by in ORDER:
        if not (has(marketing, by) and has(sales, by)):
            continue
        wanted = {place: own for place in open_rows if (own := keys(sales, by, place))}
        index = _index(marketing, by, stands, {key for own in wanted.values() for key in own})
        for place, own in wanted.items():
            leads = sorted({lead for key in own for lead in index.get(key, ())})
            if leads:
                # At a company where the person is nobody that marketing knows, it may be about somebody else.
                is_another = by == "company" and bool(keys(sales, "name", place)) and has(marketing, "name")
                found[place] = Join(leads[0], by, by == "name" or is_another or len(leads) > 1)
        open_rows = [place for place in open_rows if found[place] is None]
    return found


def _index(marks: Marks, by: By, stands: Sequence[int], wanted: set[str]) -> dict[str, list[int]]:
    """The leads that have each of the wanted keys."""
    index: dict[str, list[int]] = defaultdict(list)
    for key, lead in _keyed(marks, by, stands):
        if key in wanted and lead not in index[key]:
            index[key].append(lead)
    return index


def _keyed(marks: Marks, by: By, stands: Sequence[int]) -> Iterator[tuple[str, int]]:
    for place, lead in enumerate(stands):
        for key in keys(marks, by, place):
            yield key, lead
