"""Which lead a deal belongs to when nobody says the lead's id: told by the e-mail address, else by name and company.

Only where one lead alone fits. Where several do, or the company is known and the person is not, the deal is refused
with what to say: a deal at the wrong lead would credit the wrong people with its win.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from django.db.models import Q

from leadpact.connectors.shapes import DealShape
from leadpact.evidence.duplicates_words import company_of, name_of
from leadpact.ledger import reader
from leadpact.ledger.models import Lead
from leadpact.ledger.writer import Book
from leadpact.operations.duplicates_near import accounts_of
from leadpact.rules.capture import FieldProblem
from leadpact.rules.identity import Key, read_email

LISTED = 5
"""Leads that a refusal lists."""
GIVE = "give the lead's id or e-mail address"


class Said(NamedTuple):
    """What a record says of the lead of a deal."""

    email: str
    contact: str
    company: str


class Placed(NamedTuple):
    """The lead that a record means, or why none is taken and which ones it could be."""

    lead_id: int | None
    problem: FieldProblem | None = None
    could_be: tuple[int, ...] = ()


class _Known(NamedTuple):
    id: int
    name: tuple[str, str]
    company: str


def said_of(shape: DealShape) -> Said:
    """What the record says, apart from the lead's id; of a lead whose id is given only its address counts."""
    words = (None, None) if shape.lead.strip() else (shape.contact, shape.company)
    return Said(*(" ".join((text or "").split()) for text in (shape.email, *words)))


def leads_of(book: Book, told: Iterable[Said]) -> dict[Said, Placed]:
    """For each the lead that it means, or why none is taken. What says nothing at all is left out."""
    wanted = {each for each in told if any(each)}
    addresses = {each: address for each in wanted if (address := read_email(each.email).email)}
    known = book.match({Key("email", "", address) for address in addresses.values()})
    into = reader.roots(known.values())
    found: dict[Said, Placed] = {}
    for each, address in addresses.items():
        lead_id = known.get(Key("email", "", address))
        if lead_id is not None:
            found[each] = Placed(into.get(lead_id, lead_id))
    rest = [each for each in wanted if each not in found]
    if rest:
        by_company, by_name = _by_words(rest)
        found |= {each: _placed(each, by_company, by_name) for each in rest}
    return found


def _by_words(told: Sequence[Said]) -> tuple[dict[str, list[_Known]], dict[tuple[str, str], list[_Known]]]:
    """The leads of the companies, and of the names where no company is said."""
    by_company: dict[str, list[_Known]] = {}
    for part in reader.chunks(accounts_of({each.company for each in told if each.company})):
        for lead in _leads(Q(account_id__in=part)):
            by_company.setdefault(lead.company, []).append(lead)
    by_name: dict[tuple[str, str], list[_Known]] = {}
    for part in reader.chunks({each.contact for each in told if each.contact and not each.company}):
        for lead in _leads(Q(name__in=part)):
            by_name.setdefault(lead.name, []).append(lead)
    return by_company, by_name


def _leads(where: Q) -> Iterator[_Known]:
    rows = Lead.objects.filter(where, merged_into_id__isnull=True).order_by("pk").values_list("pk", "name", "company")
    for pk, name, company in rows.iterator():
        yield _Known(pk, name_of(name or ""), company_of(company or ""))


def _placed(said: Said, by_company: dict[str, list[_Known]], by_name: dict[tuple[str, str], list[_Known]]) -> Placed:
    name = name_of(said.contact)
    if not said.company:
        if not said.contact:
            expected = f"the address of a known lead: import the leads first, or {GIVE}"
            return Placed(None, FieldProblem("email", said.email, expected))
        return _one(by_name.get(name, []), "contact", said.contact, "called so")
    leads = by_company.get(company_of(said.company), [])
    if not said.contact or not leads:
        return _one(leads, "company", said.company, "of this company")
    named = [lead for lead in leads if lead.name == name]
    if not named:
        listed = _listed(leads)
        is_there = "lead {} is" if len(leads) == 1 else "leads {} are"
        expected = f"a lead of {said.company}: {is_there.format(listed)} of it, and nobody is called so; {GIVE}"
        return Placed(None, FieldProblem("contact", said.contact, expected), _ids(leads))
    return _one(named, "contact", said.contact, f"called so at {said.company}")


def _one(leads: Sequence[_Known], field: str, text: str, which: str) -> Placed:
    if len(leads) == 1:
        return Placed(leads[0].id)
    expected = f"a lead {which}, and there is none: import the leads first, or {GIVE}"
    if leads:
        expected = f"one lead {which}, and leads {_listed(leads)} are: which? {GIVE.capitalize()}"
    return Placed(None, FieldProblem(field, text, expected), _ids(leads))


def _ids(leads: Sequence[_Known]) -> tuple[int, ...]:
    return tuple(lead.id for lead in leads[:LISTED])


def _listed(leads: Sequence[_Known]) -> str:
    ids = [str(lead.id) for lead in leads[:LISTED]]
    more = f" and {len(leads) - LISTED:,} more" if len(leads) > LISTED else ""
    if more or len(ids) == 1:
        return ", ".join(ids) + more
    return ", ".join(ids[:-1]) + f" and {ids[-1]}"
