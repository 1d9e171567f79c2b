"""Leads of the base that look like a few given ones: looked up by name and company, weighed against a part of the base.

What it costs hangs on the given ones, not on the base: leads of the same name, and of companies that begin alike, are
fetched, and how rare a name is gets told by some leads spread evenly over the base.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db import connection
from django.db.models import Max, Q

from leadpact.evidence.duplicates import Part, find
from leadpact.evidence.duplicates_words import company_of, record
from leadpact.ledger import reader
from leadpact.ledger.models import Account, Lead

FIELDS = ("name", "company", "email", "phone", "country")
"""What of a lead is compared."""
PART = 2000
"""So many leads of the base tell how rare names are."""
STRANGERS = 10_000
NAMED_MOST = 300_000
"""In a base of more leads they are looked up by company only: names have no index, and would be read one by one."""
OF_ONE = 300
"""So many leads are fetched for one that is asked about, on average."""
WORD = 4
"""A first word of a company that is shorter says too little to look by."""
AT_ONCE = 100


class Near(NamedTuple):
    """One of those asked about (by its place) looks like a lead of the base, or like another one asked about."""

    at: int
    lead_id: int | None
    other_at: int | None
    level: float
    why: tuple[tuple[str, int], ...]


def near(
    asked: Sequence[Mapping[str, str]], *, at_least: float, ids: Sequence[int] = (), also: Iterable[int] = ()
) -> list[Near]:
    """Which leads look like these, the surest first.

    ``asked`` are values by field; ``ids`` are their own numbers where they are leads themselves, which are then not
    looked for; ``also`` are leads to compare with in any case.
    """
    if not asked:
        return []
    own = set(ids)
    rows = {pk: values for pk, values in _alike(asked, set(also) - own) if pk not in own}
    if not rows and len(asked) < 2:
        return []
    drawn = {pk: values for pk, values in _part() if pk not in own}
    rows = drawn | rows  # Those drawn come first: the others are alike, and would make their names seem frequent.
    of_base = list(rows)
    records = [record(values) for values in (*asked, *rows.values())]
    counted = len(asked) + len(drawn)
    part = Part(counted, len(asked), max(counted, Lead.objects.count()))
    pairs = find(records, at_least=at_least, fresh=range(len(asked)), strangers=STRANGERS, part=part)
    found = []
    for pair in pairs:  # The first one of a pair is always among those asked about: they come first.
        is_asked = pair.other < len(asked)
        lead_id = None if is_asked else of_base[pair.other - len(asked)]
        found.append(Near(pair.one, lead_id, pair.other if is_asked else None, pair.level, pair.why))
    return found


Found = Iterator[tuple[int, dict[str, str]]]


def _rows(where: Q, most: int | None = None) -> Found:
    standing = Lead.objects.filter(where, merged_into_id__isnull=True).values_list("pk", *FIELDS)
    for pk, *texts in standing[:most] if most else standing:
        yield pk, {name: text for name, text in zip(FIELDS, texts, strict=True) if text}


def _part() -> Found:
    """Leads spread evenly over the base."""
    last = Lead.objects.aggregate(last=Max("pk"))["last"] or 0
    for part in reader.chunks(range(1, last + 1, max(1, last // PART))):
        yield from _rows(Q(pk__in=part))


def _alike(asked: Sequence[Mapping[str, str]], also: Iterable[int]) -> Found:
    """Leads of the same name, and of companies whose name is the same or alike."""
    most = OF_ONE * len(asked)
    for part in reader.chunks(also):
        yield from _rows(Q(pk__in=part))
    if (Lead.objects.aggregate(last=Max("pk"))["last"] or 0) <= NAMED_MOST:
        for part in reader.chunks({values["name"] for values in asked if values.get("name")}):
            yield from _rows(Q(name__in=part), most)
    for part in reader.chunks(accounts_of({values["company"] for values in asked if values.get("company")})):
        yield from _rows(Q(account_id__in=part), most)


def accounts_of(names: set[str]) -> set[int]:
    """The companies whose name, without its legal form, begins with one of these, or the other way round."""
    wanted: dict[str, set[str]] = {}
    for name in names:
        wanted.setdefault(_first(name), set()).add(company_of(name))
    found = set()
    for part in reader.chunks(wanted, AT_ONCE):
        begins = reduce(or_, (_begins(str(word)) for word in part))
        rows = Account.objects.filter(begins).values_list("pk", "name", "same_as_id")[: AT_ONCE * OF_ONE]
        for pk, name, root_id in rows:
            plain = company_of(name)
            told = wanted.get(_first(name), ())
            if any(plain.startswith(each) or each.startswith(plain) for each in told):
                found.add(root_id or pk)
    return found


def _first(name: str) -> str:
    """What a company's key is looked up by: its first word, or more where that is short."""
    words = " ".join(name.casefold().split())
    end = words.find(" ", WORD)
    return words[:end] if end > 0 else words


def _begins(text: str) -> Q:
    if connection.vendor == "postgresql":
        return Q(key__startswith=text)
    return Q(key__gte=text, key__lt=text + "\U0010ffff")  # With an escape, LIKE would read every company.
