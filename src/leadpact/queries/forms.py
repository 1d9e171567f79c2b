"""Forms as people see them: what came by each, what was held back, and the fields that one may ask for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from leadpact.ledger import access
from leadpact.ledger.access import Actor, Unknown
from leadpact.ledger.models import CaptureForm, HeldEntry
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.statements import hand
from leadpact.rules.terms import DO_NOT_CONTACT, FIELDS, PERMISSIONS, Field

HELD_MOST = 50
NOT_ASKED = frozenset((DO_NOT_CONTACT, *PERMISSIONS.values(), "score_elsewhere", "segment", "region"))
FIRST = ("name", "email", "phone", "company", "job_title", "need")
"""What forms ask for most comes first."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form in the list, with how many entries came by it and how many are held back."""

    id: int
    token: str
    purpose: str
    name: str
    kind: str
    title: str
    made_at: datetime
    is_open: bool
    entries: int
    held: int


@dataclass(frozen=True, slots=True)
class HeldRow:
    """An entry that is held back: what was typed, and why it is held."""

    id: int
    values: tuple[tuple[str, str], ...]
    why: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AskedField:
    """A field as a form asks for it."""

    name: str
    label: str
    ask: str
    type: str
    codes: tuple[tuple[str, str], ...]
    is_needed: bool


@dataclass(frozen=True, slots=True)
class FormPage:
    """A form whole. ``fields`` are those that it asks for, in their order."""

    id: int
    token: str
    purpose: str
    name: str
    kind: str
    title: str
    intro: str
    button: str
    thanks: str
    agreement: str
    ways: tuple[str, ...]
    campaign: str
    language: str
    is_open: bool
    fields: tuple[AskedField, ...]
    changed_s: int


def forms(actor: Actor) -> tuple[FormRow, ...]:
    """Every form, the newest first. Raises ``Forbidden``."""
    access.check(actor, "manage_capture")
    rows = list(CaptureForm.objects.order_by("closed_s", "-pk"))
    held = dict(_held_counts())
    return tuple(
        FormRow(
            row.pk, row.token, row.purpose, row.name, row.kind, row.title, datetime.fromtimestamp(row.made_s, UTC),
            row.closed_s is None, row.entries, held.get(row.pk, 0),
        )
        for row in rows
    )  # fmt: skip


def _held_counts() -> list[tuple[int, int]]:
    with hand() as cursor:
        cursor.execute("SELECT form_id, COUNT(*) FROM ledger_heldentry GROUP BY form_id")
        return list(cursor.fetchall())


def form(actor: Actor, form_id: int, now_s: int) -> FormPage:
    """A form, for those who make them. Raises ``Unknown``, ``Forbidden``."""
    access.check(actor, "manage_capture")
    row = CaptureForm.objects.filter(pk=form_id).first()
    if row is None:
        raise Unknown(f"There is no form {form_id}.")
    return shown(row, now_s)


def form_to_fill(token: str, now_s: int, purpose: str) -> FormPage:
    """The form at an address, for those who fill it in. Raises ``Unknown``."""
    row = CaptureForm.objects.filter(token=token, purpose=purpose).first()
    if row is None:
        raise Unknown("There is no form at this address.")
    return shown(row, now_s)


def shown(row: CaptureForm, now_s: int) -> FormPage:
    """A form as a page shows it; fields that the pact no longer has are left out."""
    offered = {each.name: each for each in offered_fields(now_s)}
    fields = tuple(replace(offered[name], is_needed=bool(needed)) for name, needed in row.fields if name in offered)
    return FormPage(
        row.pk, row.token, row.purpose, row.name, row.kind, row.title, row.intro, row.button, row.thanks,
        row.agreement, tuple(row.ways.split()), row.campaign, row.language, row.closed_s is None, fields,
        row.changed_s,
    )  # fmt: skip


def offered_fields(now_s: int) -> tuple[AskedField, ...]:
    """The fields that a form may ask for: the standard ones and those of the pacts in force."""
    rules = Rulebook(now_s)
    found: dict[str, Field] = dict(FIELDS)
    words: dict[str, Mapping[str, str]] = {}
    for held in rules.pacts:
        found |= {own.name: own for own in held.pact.fields}
        words |= held.pact.words
    names = sorted(found, key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST))
    return tuple(
        AskedField(
            name, found[name].label, found[name].ask, found[name].type,
            tuple((code, words.get(code, {}).get("en") or code.replace("_", " ")) for code in found[name].codes), False,
        )
        for name in names
        if name not in NOT_ASKED
    )  # fmt: skip


def held(actor: Actor, form_id: int) -> tuple[HeldRow, ...]:
    """What is held back of a form, the newest first. Raises ``Forbidden``."""
    access.check(actor, "manage_capture")
    return tuple(
        HeldRow(row.pk, tuple(row.values.items()), row.why, datetime.fromtimestamp(row.at_s, UTC))
        for row in HeldEntry.objects.filter(form_id=form_id).order_by("-at_s", "-pk")[:HELD_MOST]
    )


def as_json(page: FormPage) -> str:
    """A form as the page for trade shows keeps it in the browser."""
    fields = [
        {"name": each.name, "label": each.label, "type": each.type, "codes": each.codes, "needed": each.is_needed}
        for each in page.fields
    ]
    return json.dumps({"token": page.token, "title": page.title, "fields": fields}, ensure_ascii=False)
