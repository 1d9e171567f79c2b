"""The pact: proposed as a file, signed by a head of each team, in effect from an instant on."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import lru_cache

from django.db.models import Max

from leadpact.connectors import pact_file
from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.jobs import enqueue
from leadpact.ledger.models import FactRow, Lead, PactVersion
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Draft, recording
from leadpact.operations.people import keep_holidays
from leadpact.rules.facts import Fact
from leadpact.rules.pact_reading_tree import PactError
from leadpact.rules.pact_writing import pact_tree
from leadpact.rules.story import ENDED

_read = lru_cache(maxsize=4)(pact_file.read)
"""A long file takes a while to read, and comes back with every try to propose it."""
_VERSION = re.compile(r"^version:[ \t]*\d+", re.MULTILINE)


class WrongPact(ValueError):
    """The file is not a valid pact; ``errors`` lists every mistake with its place."""

    def __init__(self, errors: tuple[PactError, ...]) -> None:
        self.errors = errors
        count = len(errors)
        super().__init__(f"{count} mistake{'s' if count != 1 else ''}:\n" + "\n".join(str(error) for error in errors))


class NotToSign(ValueError):
    """The version cannot be signed (any more); the message says why."""


def starter_text() -> str:
    """The pact a company starts from, as its file."""
    return pact_file.starter()


def propose(*, actor: Actor, text: str, now_s: int, file_name: str = "pact.yaml", note: str = "") -> PactVersion:
    """Propose a pact. Its version becomes the next free one of its name, in its file too.

    Raises ``WrongPact`` and ``Forbidden``.
    """
    access.check(actor, "propose_pact")
    reading = _read(text, file_name)
    if reading.pact is None:
        raise WrongPact(tuple(reading.errors))
    with recording(now_s) as book:
        name = reading.pact.name
        newest = PactVersion.objects.filter(name=name).aggregate(top=Max("version"))["top"] or 0
        version = max(newest + 1, reading.pact.version if newest == 0 else 0)
        row = PactVersion.objects.create(
            name=name,
            version=version,
            text=_VERSION.sub(f"version: {version}", text, count=1),
            tree=json.dumps(pact_tree(replace(reading.pact, version=version)), ensure_ascii=False),
            note=note,
            proposed_by_id=actor.id,
            proposed_s=now_s,
        )
        book.append([Draft(_fact("pact_proposed", row, actor, now_s))])
    return row


def _fact(kind: str, row: PactVersion, actor: Actor, now_s: int) -> Fact:
    return Fact(
        0, "", kind, now_s, now_s, by_id=actor.id, side=actor.side, pact_id=row.pk, pact_version=row.version
    )  # fmt: skip


def sign(*, actor: Actor, pact_id: int, now_s: int, effective_s: int | None = None) -> PactVersion:
    """Sign a proposed version for one's own team; with both signatures it takes effect.

    ``effective_s`` (epoch seconds) is when, at the earliest now; the later of the two named holds. Running
    clocks keep the version they began with. Raises ``NotToSign``, ``Unknown``, ``Forbidden``.
    """
    side = actor.side
    verb = "sign_for_marketing" if side == "marketing" else "sign_for_sales"
    access.check(actor, verb)
    with recording(now_s) as book:
        row = PactVersion.objects.filter(pk=pact_id).first()
        if row is None:
            raise access.Unknown(f"There is no pact {pact_id}.")
        if row.state != "proposed":
            raise NotToSign(
                f"Version {row.version} is {row.state.replace('_', ' ')}; propose a new one to change something."
            )
        if getattr(row, f"{side}_signed_s") is not None:
            raise NotToSign(f"{side.capitalize()} has signed version {row.version} already; now the other team.")
        setattr(row, f"{side}_signed_s", now_s)
        setattr(row, f"{side}_signed_by_id", actor.id)
        is_signed = row.marketing_signed_s is not None and row.sales_signed_s is not None
        wished_s = max(now_s, effective_s or now_s, _wished_before(pact_id))
        if is_signed:  # Not before: a version with an instant is one that holds from then on.
            row.state, row.effective_s = "signed", wished_s
        row.save()
        book.append([Draft(_fact("pact_signed", row, actor, now_s)._replace(due_s=effective_s))])
        if is_signed and wished_s > now_s:
            enqueue("take_effect", due_s=wished_s, once=f"take_effect:{row.pk}")
    if is_signed and wished_s <= now_s:
        take_effect(now_s=now_s)
    return row


def _wished_before(pact_id: int) -> int:
    """From when on the other team wished the version to hold, by its signature; 0 when at once."""
    signed = FactRow.objects.filter(kind="pact_signed", pact_id=pact_id)
    return signed.aggregate(wished_s=Max("due_s"))["wished_s"] or 0


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
