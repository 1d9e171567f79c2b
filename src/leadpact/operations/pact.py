"""The pact: proposed as a file, signed by a head of each team, in effect from an instant on."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.db.models import Max

from leadpact.connectors import pact_file
from leadpact.connectors.pact_file_checks import check
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.jobs import enqueue
from leadpact.ledger.models import FactRow, Lead, PactDraft, PactVersion
from leadpact.ledger.rulebook import Rulebook, in_force, parsed
from leadpact.ledger.writer import Draft, company_zone, recording
from leadpact.operations.pact_notices import tell_heads
from leadpact.operations.people import keep_holidays
from leadpact.rules.facts import Fact
from leadpact.rules.pact import EXPIRES_AFTER_S
from leadpact.rules.pact_checks import Finding
from leadpact.rules.pact_order import same_place
from leadpact.rules.pact_reading_tree import PactError
from leadpact.rules.pact_writing import pact_tree
from leadpact.rules.story import ENDED

_VERSION = re.compile(r"^version:[ \t]*\d+", re.MULTILINE)


class WrongPact(ValueError):
    """The file is not a valid pact, or contradicts itself; ``errors`` lists every mistake with its place."""

    def __init__(self, errors: tuple[PactError | Finding, ...]) -> None:
        self.errors = errors
        count = len(errors)
        super().__init__(f"{count} mistake{'s' if count != 1 else ''}:\n" + "\n".join(str(error) for error in errors))


class NotToSign(ValueError):
    """The version cannot be signed (any more); the message says why."""


def starter_text() -> str:
    """The pact a company starts from, as its file."""
    return pact_file.starter()


def propose(
    *,
    actor: Actor,
    text: str,
    now_s: int,
    file_name: str = "pact.yaml",
    note: str = "",
    draft_id: int | None = None,
) -> PactVersion:
    """Propose a pact. Its version becomes the next free one of its name, in its file too; the heads are told.

    Raises ``WrongPact``, also for what reads well and contradicts itself, and ``Forbidden``.
    """
    access.check(actor, "propose_pact")
    text = text.replace("\r\n", "\n")
    checked = check(text, file_name)
    if checked.pact is None or checked.errors:
        raise WrongPact(checked.errors)
    with recording(now_s) as book:
        name = checked.pact.name
        newest = PactVersion.objects.filter(name=name).aggregate(top=Max("version"))["top"] or 0
        version = max(newest + 1, checked.pact.version if newest == 0 else 0)
        row = PactVersion.objects.create(
            name=name,
            version=version,
            text=_VERSION.sub(f"version: {version}", text, count=1),
            tree=json.dumps(pact_tree(replace(checked.pact, version=version)), ensure_ascii=False),
            note=note,
            proposed_by_id=actor.id,
            proposed_s=now_s,
            draft_id=draft_id,
        )
        PactDraft.objects.filter(pk=draft_id or 0).update(state="proposed", version_id=row.pk)
        book.append([Draft(_fact("pact_proposed", row, actor, now_s))])
        tell_heads("pact_proposed", row, actor, now_s)
    return row


def _fact(kind: str, row: PactVersion, actor: Actor, now_s: int) -> Fact:
    return Fact(
        0, "", kind, now_s, now_s, by_id=actor.id, side=actor.side, pact_id=row.pk, pact_version=row.version
    )  # fmt: skip


def sign(*, actor: Actor, pact_id: int, now_s: int, effective_s: int | None = None) -> PactVersion:
    """Sign a proposed version for one's own team; with both signatures it takes effect. The other head is told.

    ``effective_s`` (epoch seconds) is when, at the earliest today; the later of the two named holds. Running
    clocks keep the version they began with. Raises ``NotToSign``, ``Unknown``, ``Forbidden``.
    """
    side = actor.side
    verb = "sign_for_marketing" if side == "marketing" else "sign_for_sales"
    access.check(actor, verb)
    with recording(now_s) as book:
        row = _found(pact_id)
        _refuse_closed(row, "sign")
        if getattr(row, f"{side}_signed_s") is not None:
            raise NotToSign(f"{side.capitalize()} has signed version {row.version} already; now the other team.")
        _refuse_contradictions(row)
        _refuse_place(row, now_s)
        wished_s = max(now_s, effective_s or now_s, _wished_before(pact_id))
        _refuse_day(row, effective_s, wished_s, now_s)
        setattr(row, f"{side}_signed_s", now_s)
        setattr(row, f"{side}_signed_by_id", actor.id)
        is_signed = row.marketing_signed_s is not None and row.sales_signed_s is not None
        if is_signed:  # Not before: a version with an instant is one that holds from then on.
            row.state, row.effective_s = "signed", wished_s
        row.save()
        book.append([Draft(_fact("pact_signed", row, actor, now_s)._replace(due_s=effective_s))])
        tell_heads("pact_signed", row, actor, now_s)
        if is_signed and wished_s > now_s:
            enqueue("take_effect", due_s=wished_s, once=f"take_effect:{row.pk}")
    if is_signed and wished_s <= now_s:
        take_effect(now_s=now_s)
    return row


def _found(pact_id: int) -> PactVersion:
    row = PactVersion.objects.filter(pk=pact_id).first()
    if row is None:
        raise access.Unknown(f"There is no pact {pact_id}.")
    return row


def _refuse_closed(row: PactVersion, act: str) -> None:
    if row.state in ("withdrawn", "expired"):
        ended = "was withdrawn" if row.state == "withdrawn" else "was not signed in time and is over"
        raise NotToSign(f"Version {row.version} {ended}; begin a draft from it and propose that.")
    if row.state != "proposed":
        other = (
            "propose a new one to change something" if act == "sign" else "a signed version stays; propose a new one"
        )
        raise NotToSign(f"Version {row.version} is {row.state}; {other}.")


def _refuse_contradictions(row: PactVersion) -> None:
    errors = check(row.text).errors
    if errors:
        said = "; ".join(f"{error.path}: {error.message}" for error in errors)
        raise NotToSign(f"Version {row.version} cannot be signed: {said}. Begin a draft from it and mend that first.")


def _refuse_place(row: PactVersion, now_s: int) -> None:
    """Refuse a pact with the same place as another one that holds or will: nobody could say which judges a lead."""
    own, _card = parsed(row)
    signed = PactVersion.objects.filter(state="signed", effective_s__gt=now_s).exclude(name=row.name)
    others = [*(held.pact for held in in_force(now_s)), *(parsed(each)[0] for each in signed)]
    other = same_place(own, others)
    if other is None:
        return
    place = "none names its place" if own.order is None else f"both have place {own.order}"
    raise NotToSign(
        f"{row.name} and {other.name} would hold at once, and {place} in the order in which pacts are asked whom they "
        "cover. Begin a draft from this one, write `order: 2` (a number that no other has), and sign that."
    )


def _refuse_day(row: PactVersion, effective_s: int | None, wished_s: int, now_s: int) -> None:
    """Refuse a day that is over, and one on which another version of the same pact takes effect."""
    zone = company_zone()
    today = datetime.fromtimestamp(now_s, zone).date()
    if effective_s is not None and datetime.fromtimestamp(effective_s, zone).date() < today:
        day = datetime.fromtimestamp(effective_s, zone)
        raise NotToSign(f"{day:%-d %B %Y} is over; a pact holds from today at the earliest. Name today or a later day.")
    day = datetime.fromtimestamp(wished_s, zone)
    for other in PactVersion.objects.filter(name=row.name, state="signed", effective_s__gt=now_s):
        if datetime.fromtimestamp(other.effective_s or 0, zone).date() == day.date():
            raise NotToSign(
                f"Version {other.version} takes effect on {day:%-d %B %Y} too, and one day has one pact. "
                "Name another day, or withdraw this version and put both changes into one draft."
            )


def day_starts_s(text: str, now_s: int) -> int | None:
    """The instant from which a version holds whose day was typed as ``2026-12-01``; None for today or nothing.

    Raises ``NotToSign`` for what is no day.
    """
    if not text.strip():
        return None
    zone: ZoneInfo = company_zone()
    try:
        day = datetime.fromisoformat(text.strip()).replace(tzinfo=zone)
        starts_s = int(day.astimezone(UTC).timestamp())
    except (ValueError, OverflowError):
        raise NotToSign(f"“{text.strip()}” is no day; write it as 2026-12-01, or leave it empty for today.") from None
    return None if day.date() == datetime.fromtimestamp(now_s, zone).date() else starts_s


def _wished_before(pact_id: int) -> int:
    """From when on the other team wished the version to hold, by its signature; 0 when at once."""
    signed = FactRow.objects.filter(kind="pact_signed", pact_id=pact_id)
    return signed.aggregate(wished_s=Max("due_s"))["wished_s"] or 0


def withdraw(*, actor: Actor, pact_id: int, now_s: int) -> PactVersion:
    """Take a proposed version back; its draft can be gone on with. Raises ``NotToSign``, ``Unknown``, ``Forbidden``."""
    access.check(actor, "withdraw_pact")
    with recording(now_s) as book:
        row = _found(pact_id)
        _refuse_closed(row, "withdraw")
        row.state, row.ended_s, row.ended_by_id = "withdrawn", now_s, actor.id
        row.save()
        _open_draft_of(row)
        book.append([Draft(_fact("pact_withdrawn", row, actor, now_s))])
        tell_heads("pact_withdrawn", row, actor, now_s)
    return row


def _open_draft_of(row: PactVersion) -> None:
    """Let a draft that became nothing be gone on with."""
    PactDraft.objects.filter(version_id=row.pk, state="proposed").update(state="draft", version_id=None)


def expire(*, now_s: int) -> int:
    """Close proposed versions that not both teams signed within 60 days, and tell the heads. Gives how many."""
    late = PactVersion.objects.filter(state="proposed", proposed_s__lte=now_s - EXPIRES_AFTER_S)
    ids = list(late.values_list("pk", flat=True))
    for pact_id in ids:
        with recording(now_s) as book:
            row = _found(pact_id)
            if row.state != "proposed":
                continue
            row.state, row.ended_s = "expired", now_s
            row.save()
            _open_draft_of(row)
            book.append([Draft(_fact("pact_expired", row, access.SYSTEM, now_s))])
            tell_heads("pact_expired", row, access.SYSTEM, now_s)
    return len(ids)


def take_effect(*, now_s: int) -> int:
    """Score every lead anew that still matters, after another version took effect. Gives how many."""
    rules = Rulebook(now_s)
    keep_holidays([held.pact.time.holidays for held in rules.pacts], now_s)
    scored, last = 0, 0
    while True:
        open_leads = Lead.objects.filter(pk__gt=last).exclude(state__in=ENDED).order_by("pk")
        ids = list(open_leads.values_list("pk", flat=True)[:500])
        if not ids:
            return scored
        with recording(now_s, scorer=rules) as book:
            scored += book.rescore(ids)
        last = ids[-1]
