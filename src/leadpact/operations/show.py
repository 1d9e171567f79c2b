"""Leads taken at a trade show: entered on a phone, sent when there is a network, scored and routed on arrival."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from django.db import transaction

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import CaptureForm, Lead, Person
from leadpact.ledger.privacy import Sight
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import recording
from leadpact.operations import qualify
from leadpact.operations.capture import Captured, Intake
from leadpact.operations.forms import Entry, open_form, take_entry
from leadpact.rules.capture import FieldProblem

ENTRIES_MOST = 200
OLDEST_S = 60 * 86_400


class TooMany(ValueError):
    """More entries at once than are taken; the phone sends the rest after them."""


class Arrived(NamedTuple):
    """What became of one entry. ``state`` is the lead's, ``owner`` who has it now, ``why`` it did not cross.

    ``points`` are None where no pact covers it, or a trial keeps them from who entered it.
    """

    once: str
    status: Literal["taken", "unchanged", "refused"]
    lead_id: int | None = None
    points: int | None = None
    state: str = ""
    owner: str = ""
    why: str = ""
    problems: tuple[FieldProblem, ...] = ()


def take_show(*, actor: Actor, token: str, entries: Sequence[Entry], now_s: int) -> list[Arrived]:
    """Take in what phones at a show collected, and hand over what the pact lets cross; one answer for each, in order.

    An entry that came before changes nothing. Raises ``TooMany``, ``FormClosed`` and what ``access`` raises.
    """
    access.check(actor, "capture_lead")
    form = open_form(token)
    if form.purpose != "show":
        raise access.Unknown("There is no form for a show at this address.")
    if len(entries) > ENTRIES_MOST:
        raise TooMany(f"At most {ENTRIES_MOST} entries are taken at a time.")
    with transaction.atomic():
        taken = _take(form, actor, entries, now_s)
        fresh = [one.lead_id for one in taken if one.lead_id is not None and one.status in ("created", "changed")]
        refused: Mapping[int, str] = {}
        if fresh and actor.may("hand_over"):
            refused = qualify.hand_over_all(actor=actor, lead_ids=fresh, now_s=now_s).refused
    return _told(entries, taken, refused, Sight(actor, Rulebook(now_s)))


def _take(form: CaptureForm, actor: Actor, entries: Sequence[Entry], now_s: int) -> list[Captured]:
    rules = Rulebook(now_s)
    by = Person.objects.filter(pk=actor.id or 0).values_list("email", flat=True).first()
    with recording(now_s, scorer=rules) as book:
        intake = Intake(book, rules, live=True)
        taken = []
        for entry in entries:
            at_s = max(now_s - OLDEST_S, min(entry.occurred_s, now_s))
            own = Entry(entry.once, entry.values, at_s, entry.is_agreed)
            taken.append(take_entry(intake, form, own, actor, found_by=by))
    return taken


def _told(
    entries: Sequence[Entry], taken: Sequence[Captured], refused: Mapping[int, str], sight: Sight
) -> list[Arrived]:
    leads = Lead.objects.in_bulk([one.lead_id for one in taken if one.lead_id is not None])
    owners = dict(
        Person.objects.filter(pk__in={lead.owner_id for lead in leads.values() if lead.owner_id}).values_list(
            "pk", "name"
        )
    )
    blind, told = sight.blind(leads), []
    for entry, one in zip(entries, taken, strict=True):
        lead = leads.get(one.lead_id or 0)
        if one.status == "rejected" or lead is None:
            told.append(Arrived(entry.once, "refused", problems=one.problems))
            continue
        told.append(
            Arrived(
                entry.once, "unchanged" if one.status == "unchanged" else "taken", lead.pk,
                None if lead.pk in blind else lead.points, lead.state,
                owners.get(lead.owner_id or 0, ""), refused.get(lead.pk, ""),
            )
        )  # fmt: skip
    return told
