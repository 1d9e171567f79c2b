"""What columns are called: the names of our own slots and fields in many files, and the formats of other systems."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML

_NAMES: dict[str, str] = {
    "external_id": "external id, id, lead id, contact id, record id, uid, uuid, key, nr, number, kundennummer, mql id",
    "name+": "first name, firstname, given name, forename, vorname, prénom, last name, lastname, surname, family name, "
    "nachname, nom",
    "name": "name, full name, contact, contact name, person, lead name, ansprechpartner, nombre",
    "email": "email, e mail, email address, e mail address, mail, work email, business email, correo",
    "phone": "phone, phone number, telephone, tel, telefon, mobile, mobile phone, mobile number, work phone",
    "company": "company, company name, organisation, organization, account, account name, firm, firma, unternehmen, "
    "employer, société, empresa",
    "job_title": "job title, title, position, role, job position, function, designation",
    "website": "website, web site, url, homepage, domain, company domain",
    "city": "city, town, ort, stadt, ville",
    "country_name": "country, country name, land, country region, pays, country code",
    "region": "region, state, province, bundesland",
    "language": "language, locale, sprache",
    "industry": "industry, sector, trade, branche",
    "employees": "employees, number of employees, headcount, company size, staff, mitarbeiter, people",
    "budget": "budget",
    "need": "need, message, inquiry, interest, requirement",
    "note": "note, notes, comment, comments, remark, description",
    "source": "source, lead source, origin, original source, channel source, quelle, herkunft, utm source",
    "campaign": "campaign, campaign name, utm campaign, kampagne",
    "occurred_at": "occurred at, created, created at, created on, create date, created date, creation date, date, "
    "date added, first contact, first contact date, timestamp, datum, erstellt am, signup date, submitted at",
    "no_email": "email opt out, email optout, opted out of email, has opted out of email, email opted out, opt out, "
    "opted out, unsubscribed, unsubscribed from all email, is unsubscribed, do not email, no email, "
    "no emails, abgemeldet",
    "no_phone": "do not call, donotcall, phone opt out, no calls, do not phone, nicht anrufen",
    "no_post": "do not mail, do not post, mail opt out, no post",
    "no_contact": "do not contact, donotcontact, no contact, blacklisted, blacklist, suppressed, nicht kontaktieren",
    "no_tracking": "do not track, no tracking, tracking opt out",
    "found_by": "found by, owner, lead owner, contact owner, sdr, bdr",
}
_DEALS: dict[str, str] = {
    "external_id": "external id, id, deal id, opportunity id, record id",
    "lead": "lead, lead id, contact id, associated contact ids, mql id, person id",
    "email": "email, e mail, email address, contact email, lead email, person email, customer email, associated email",
    "contact": "contact, contact name, contact person, primary contact, person, person name, lead name, "
    "associated contact, ansprechpartner",
    "company": "company, company name, account, account name, organization, organisation, customer, "
    "associated company, firma, kunde",
    "stage": "stage, deal stage, stage name, phase, pipeline stage",
    "state": "state, status, deal status, outcome, won lost",
    "opened_at": "opened at, opened, created, created at, create date, created date, opened on",
    "closed_at": "closed at, closed, close date, closed date, won date, closing date, won on",
    "amount": "amount, value, deal value, revenue, price, betrag, summe, deal amount",
    "currency": "currency, currency code, währung",
    "reason": "reason, lost reason, loss reason, closed lost reason, reason for loss",
    "qualified_by": "qualified by, sdr id, sdr",
    "closed_by": "closed by, owner, deal owner, opportunity owner, sr id, closer, salesperson",
}
_TOUCHES: dict[str, str] = {
    "external_id": "external id, id, activity id, event id, message id",
    "lead": "lead, lead id, contact id, who id, person id",
    "kind": "kind, type, activity type, event, activity, event type",
    "occurred_at": "occurred at, date, created, created at, timestamp, time, activity date, start time",
    "by": "by, owner, assigned, assigned to, owner id, user",
    "of": "of, campaign, form, page, subject",
    "asset": "asset, asset id, asset name, content, content id, material, document",
    "value_code": "value code, outcome, result, disposition",
    "text": "text, note, notes, description, body, comment",
}
_ACCOUNTS: dict[str, str] = {
    "external_id": "external id, id, account id, company id, record id",
    "name": "name, company, company name, account name, organization, organisation",
}
_OWNERS: dict[str, str] = {
    "external_id": "external id, id, owner id, user id, record id",
    "name+": "first name, firstname, given name, last name, lastname, surname, vorname, nachname",
    "name": "name, full name, owner, owner name, user, user name, salesperson",
    "email": "email, e mail, email address, owner email, user email",
}
_ASSETS: dict[str, str] = {
    "external_id": "external id, id, asset id, content id, material id, document id, record id, guid",
    "title": "title, name, asset, asset name, asset title, content, content title, content name, material, document",
    "kind": "kind, type, asset type, content type, format, category",
    "url": "url, link, address, web address, page url",
    "occurred_at": "occurred at, published, published at, publish date, publication date, created, created at, "
    "created on, since, date",
}
SHAPES = ("leads", "deals", "touches", "accounts", "owners", "assets")
_KNOWN = {
    "leads": _NAMES, "deals": _DEALS, "touches": _TOUCHES, "accounts": _ACCOUNTS, "owners": _OWNERS, "assets": _ASSETS,
}  # fmt: skip
TOLD_BY = {
    "owners": frozenset(("owner", "user")),
    "assets": frozenset(("asset", "content", "material")),
}
"""Words of which a heading must begin with one for a table to be of this shape: else many tables would be."""


def plain(heading: str) -> str:
    """A heading without case, signs and double spaces: ``E-Mail_Address*`` is ``e mail address``."""
    split = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", heading)
    return " ".join(re.sub(r"[\W_]+", " ", split).casefold().split())


@lru_cache(maxsize=8)
def names_of(shape: str) -> Mapping[str, str]:
    """What a column of a shape means, by its plain heading."""
    known = _KNOWN[shape]
    return {plain(name): target for target, names in known.items() for name in (*names.split(","), target.rstrip("+"))}


@dataclass(frozen=True, slots=True)
class Format:
    """A file as another system writes it: by which headings it is known, and what its columns mean.

    ``columns`` are plain heading to target; ``zone`` is None when times are local to the company.
    """

    title: str
    shape: str
    source_system: str
    recognised_by: frozenset[str]
    columns: Mapping[str, str]
    zone: str | None = None


@lru_cache(maxsize=1)
def formats() -> tuple[Format, ...]:
    """The formats that are known outright, as ``mappings/formats.yaml`` tells."""
    text = (files("leadpact.connectors") / "mappings" / "formats.yaml").read_text("utf-8")
    return tuple(_format(each) for each in YAML(typ="safe").load(text))


def _format(said: Mapping[str, Any]) -> Format:
    known_by = frozenset(plain(name) for name in said["recognised_by"])
    columns = {plain(name): target for name, target in said["columns"].items()}
    return Format(said["title"], said["shape"], said["source_system"], known_by, columns, said.get("zone"))


def format_of(headings: Sequence[str], shape: str | None = None) -> Format | None:
    """The format that these headings are in: of several the one that is known by the most of them."""
    have = {plain(heading) for heading in headings}
    fits = [each for each in formats() if each.recognised_by <= have and shape in (None, each.shape)]
    return max(fits, key=lambda each: (len(each.recognised_by), len(have & each.columns.keys())), default=None)
