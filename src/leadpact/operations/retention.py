"""Forgetting leads whose agreed time is up: first they stand on a list, then they are forgotten as on request.

Nobody is forgotten by age who did not stand on the list for ``NOTICE_DAYS``, whatever brought them there: a pact that
keeps leads for less, a file with old leads, or a worker that stood still.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from leadpact.ledger import access, retention
from leadpact.ledger.access import Actor
from leadpact.ledger.models import ExpiringLead, Notice, Person, RetentionRun
from leadpact.ledger.retention import Agreed
from leadpact.ledger.rulebook import in_force
from leadpact.operations import forget
from leadpact.operations.forget import Because
from leadpact.operations.pact_notices import HEADS, tell
from leadpact.rules.retention import DAY_S, NOTICE_DAYS, REASON, after_s, due_s, stays

MOST = 10_000
"""So many leads are forgotten in one run; the rest waits for the next."""
BATCH = 25
"""So many at once, so that nobody who writes waits for long."""
NOTICED_EVERY_S = 7 * DAY_S
KEEPS = ("6 months", "12 months", "24 months")
"""For how long somebody may keep a lead longer, from today."""
WHY_MOST = 300
_NOTICE_S = NOTICE_DAYS * DAY_S


class WrongKeeping(ValueError):
    """A lead cannot be kept longer like that; the message says what to do."""


class Plan(NamedTuple):
    """What a run does: the leads it forgets, those that come on the list, and those that leave it."""

    agreed: Agreed | None
    ready: tuple[int, ...] = ()
    fresh: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()
    listed: int = 0
    first_s: int | None = None
    """When the first lead of the list is forgotten."""


def plan(*, now_s: int) -> Plan:
    """What a run at this instant would do; nothing is changed."""
    listed = {row.lead_id: row for row in ExpiringLead.objects.iterator(2000)}
    held = retention.agreed(in_force(now_s))
    if held is None:
        return Plan(None, gone=tuple(lead_id for lead_id, row in listed.items() if row.kept_until_s is None))
    soon: dict[int, int] = {}
    ready, fresh = [], []
    for each in retention.standings(held.kept, now_s + _NOTICE_S):
        if stays(each, held.kept, now_s + _NOTICE_S) is not None:
            continue
        row = listed.get(each.lead_id)
        soon[each.lead_id] = due_s(each, held.kept, now_s if row is None else row.listed_s)
        if row is None:
            fresh.append(each.lead_id)
        elif soon[each.lead_id] <= now_s:
            ready.append(each.lead_id)
    gone = tuple(
        lead_id
        for lead_id, row in listed.items()
        if lead_id not in soon and (row.kept_until_s is None or row.kept_until_s <= now_s)
    )
    return Plan(held, tuple(ready), tuple(fresh), gone, len(soon), min(soon.values(), default=None))


def expire(*, now_s: int, most: int = MOST) -> int:
    """Keep the list, tell the heads and operators what is on it, and forget whose time is up. Gives how many leads.

    Run again it does what is left. Without an agreed time nobody is forgotten.
    """
    asked = plan(now_s=now_s)
    _keep_list(asked, now_s)
    if asked.agreed is None:
        return 0
    _tell(asked, now_s)
    done = 0
    for start in range(0, min(len(asked.ready), most), BATCH):
        done += _forget(asked.agreed, asked.ready[start : min(start + BATCH, most)], now_s)
    if done:
        forget.settle()
    return done


def _keep_list(asked: Plan, now_s: int) -> None:
    for start in range(0, len(asked.gone), 500):
        ExpiringLead.objects.filter(lead_id__in=asked.gone[start : start + 500]).delete()
    rows = [ExpiringLead(lead_id=lead_id, listed_s=now_s) for lead_id in asked.fresh]
    ExpiringLead.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


def _tell(asked: Plan, now_s: int) -> None:
    """Tell who may keep or forget people of what came on the list since they were told last, once a week at most."""
    told_s = Notice.objects.filter(kind="leads_expire").order_by("-made_s").values_list("made_s", flat=True).first()
    newest = ExpiringLead.objects.order_by("-listed_s").values_list("listed_s", flat=True).first()
    if asked.agreed is None or newest is None or not asked.listed:
        return
    if told_s is not None and (newest <= told_s or now_s - told_s < NOTICED_EVERY_S):
        return
    people = Person.objects.filter(role__in=(*HEADS, "operator"), is_active=True, can_sign_in=True)
    tell(
        "leads_expire", people.order_by("pk").values_list("pk", flat=True), access.SYSTEM, now_s,
        f"leads_expire:{now_s}", count=asked.listed, first_s=asked.first_s, kept=asked.agreed.kept,
    )  # fmt: skip


def _forget(held: Agreed, lead_ids: Sequence[int], now_s: int) -> int:
    """Forget leads together, but for those that something keeps by now. Gives how many."""

    def still(ids: Sequence[int]) -> list[int]:
        found = retention.standings(held.kept, now_s, ids)
        return [each.lead_id for each in found if stays(each, held.kept, now_s) is None]

    report = forget.forget_many(
        lead_ids=lead_ids, because=Because(REASON, held.pact_id, held.version), still=still, now_s=now_s
    )
    ExpiringLead.objects.filter(lead_id__in=report.roots).delete()
    if report.roots:
        RetentionRun.objects.create(
            at_s=now_s, kept=held.kept, pact_id=held.pact_id, pact_version=held.version, leads=len(report.roots),
            words=report.words, keys=report.keys,
        )  # fmt: skip
    return len(report.roots)


def keep(*, actor: Actor, lead_id: int, span: str, because: str, now_s: int) -> int:
    """Keep a lead longer than agreed, for a reason that people can read. Gives until when.

    Raises ``WrongKeeping``, and what ``access`` raises.
    """
    access.lead(actor, "forget_person", lead_id)
    held, words = retention.agreed(in_force(now_s)), " ".join(because.split())
    if held is None:
        raise WrongKeeping("No pact in force says how long leads are kept, so nothing has to be kept longer.")
    if span not in KEEPS:
        raise WrongKeeping(f"{span!r} cannot be chosen; keep the lead for {', '.join(KEEPS)}.")
    if not words or len(words) > WHY_MOST:
        raise WrongKeeping(f"Say in at most {WHY_MOST} signs why this lead is kept longer: whoever asks reads it.")
    until_s = after_s(span, now_s)
    ExpiringLead.objects.update_or_create(
        lead_id=lead_id,
        defaults={"kept_until_s": until_s, "kept_because": words, "kept_by_id": actor.id},
        create_defaults={
            "listed_s": now_s,
            "kept_until_s": until_s,
            "kept_because": words,
            "kept_by_id": actor.id,
        },
    )
    return until_s


def let_go(*, actor: Actor, lead_id: int) -> bool:
    """Keep a lead no longer than agreed after all; whether it was kept. Raises what ``access`` raises."""
    access.lead(actor, "forget_person", lead_id)
    kept = ExpiringLead.objects.filter(lead_id=lead_id, kept_until_s__isnull=False)
    return bool(kept.update(kept_until_s=None, kept_because="", kept_by_id=None))
