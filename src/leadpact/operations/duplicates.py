"""Finding leads of one buyer in the whole base, and acting on what was found: one by one, or all above a level."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Q

from leadpact.evidence.duplicates import find
from leadpact.evidence.duplicates_words import record
from leadpact.evidence.uncertainty import wilson
from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.jobs import enqueue
from leadpact.ledger.models import DuplicatePair, FactRow, Lead, LookedThrough
from leadpact.operations import companies, merging
from leadpact.operations.duplicates_near import FIELDS, near

JOB = "find_duplicates"
LEAST = 0.3
"""Pairs that are less sure are not suggested."""
FEW = 20
"""With fewer answers of one's own a level is not vouched for."""
AT_ONCE, FACTS = 2000, 100_000
"""Leads that are compared in one turn of the timetable, and facts that are looked at for them."""
Ids = tuple[int, int]
Told = tuple[float, list[list[Any]]]
"""How sure a pair is, and how each field agrees."""


class NoPair(ValueError):
    """The pair is not there to be decided any more."""


class Precision(NamedTuple):
    """Of ``n`` suggestions at a level, looked at one by one, ``k`` were one buyer; with the range of that."""

    k: int
    n: int
    low: float
    high: float

    @property
    def is_enough(self) -> bool:
        """Whether there are enough answers to say something."""
        return self.n >= FEW


def _quiet(_done: int, _of: int) -> None:
    return None


def look(*, actor: Actor, progress: Callable[[int, int], None] = _quiet) -> int:
    """Look through every lead for others of the same buyer. Gives how many pairs are to be decided.

    What people said of a pair stands; pairs that nobody decided and that look alike no more are dropped.
    """
    access.check(actor, "merge_leads")
    seq = reader.watermark()
    rows = list(Lead.objects.filter(merged_into_id__isnull=True).order_by("pk").values_list("pk", *FIELDS))
    progress(0, len(rows))
    records = [record({name: text for name, text in zip(FIELDS, row[1:], strict=True) if text}) for row in rows]
    found = {
        (rows[pair.one][0], rows[pair.other][0]): (pair.level, [list(each) for each in pair.why])
        for pair in find(records, at_least=LEAST)
    }
    _keep(found, {(pair.one_id, pair.other_id): pair for pair in DuplicatePair.objects.all()}, seq)
    progress(len(rows), len(rows))
    return DuplicatePair.objects.filter(state="open").count()


def look_fresh(*, limit: int = AT_ONCE) -> int:
    """Compare the leads that came or changed since the last look with all others. Gives how many these were.

    At most ``limit`` leads at once: the next turn goes on. Where nothing came it costs a question or two.
    """
    mark = LookedThrough.objects.filter(pk=1).values_list("seq", flat=True).first() or 0
    last = reader.watermark()
    if last <= mark:
        return 0
    ids, seq = _fresh(mark, last, limit)
    rows = list(Lead.objects.filter(pk__in=ids, merged_into_id__isnull=True).order_by("pk").values_list("pk", *FIELDS))
    own = [row[0] for row in rows]
    known: dict[Ids, DuplicatePair] = {}
    for part in reader.chunks(own):
        for pair in DuplicatePair.objects.filter(Q(one_id__in=part) | Q(other_id__in=part)):
            known[pair.one_id, pair.other_id] = pair
    asked = [{name: text for name, text in zip(FIELDS, row[1:], strict=True) if text} for row in rows]
    found: dict[Ids, Told] = {}
    for each in near(asked, at_least=LEAST, ids=own, also={lead_id for pair in known for lead_id in pair}):
        other = each.lead_id if each.other_at is None else own[each.other_at]
        one, other = sorted((own[each.at], other or 0))
        found[one, other] = each.level, [list(field) for field in each.why]
    _keep(found, known, seq)
    return len(own)


def _fresh(after: int, last: int, limit: int) -> tuple[list[int], int]:
    """The leads of which a fact after this one tells who they are, and up to which fact that was looked for."""
    upto = min(last, after + FACTS)
    telling = Q(kind__in=("captured", "unmerged")) | Q(kind="described", field__in=FIELDS)
    facts = FactRow.objects.filter(telling, seq__gt=after, seq__lte=upto).order_by("seq")
    ids: dict[int, int] = {}
    for lead_id, seq in facts.values_list("lead_id", "seq").iterator():
        if lead_id is None:
            continue
        if lead_id not in ids and len(ids) == limit:
            upto = seq - 1
            break
        ids.setdefault(lead_id, seq)
    into = reader.roots(ids)
    return sorted({into.get(lead_id, lead_id) for lead_id in ids}), upto


def _keep(found: Mapping[Ids, Told], known: Mapping[Ids, DuplicatePair], seq: int) -> None:
    """Keep what was found beside what was known of these leads, and up to which fact that holds."""
    gone = [pair.pk for ids, pair in known.items() if pair.state == "open" and ids not in found]
    fresh, changed = [], []
    for (one, other), (level, why) in found.items():
        pair = known.get((one, other))
        if pair is None:
            fresh.append(DuplicatePair(one_id=one, other_id=other, level=level, why=why))
        elif pair.state == "open" and (pair.level, pair.why) != (level, why):
            pair.level, pair.why = level, why
            changed.append(pair)
    with transaction.atomic():
        for part in reader.chunks(gone):
            DuplicatePair.objects.filter(pk__in=part, state="open").delete()
        DuplicatePair.objects.bulk_create(fresh, batch_size=500, ignore_conflicts=True)
        DuplicatePair.objects.bulk_update(changed, ["level", "why"], batch_size=500)
        LookedThrough.objects.update_or_create(pk=1, defaults={"seq": seq})


def ask(*, actor: Actor, now_s: int) -> bool:
    """Have the worker look through every lead. True when it was not asked for already."""
    access.check(actor, "merge_leads")
    return enqueue(JOB, due_s=now_s, once=JOB)


def decide(*, actor: Actor, pair_id: int, is_one: bool, now_s: int) -> int | None:
    """Say whether a pair is one buyer: then they are merged. Gives the lead that went, None where they are two.

    Raises ``NoPair``, ``NotMerged`` and what ``access`` raises.
    """
    access.check(actor, "merge_leads")
    pair = DuplicatePair.objects.filter(pk=pair_id, state="open").first()
    if pair is None:
        raise NoPair("This pair was decided already, or its leads look alike no more.")
    if not is_one:
        for lead_id in (pair.one_id, pair.other_id):
            access.lead(actor, "merge_leads", lead_id)
        _say(pair, "apart", actor, now_s)
        return None
    done = merging.merge(actor=actor, lead_id=pair.one_id, other_id=pair.other_id, now_s=now_s)
    _say(pair, "merged", actor, now_s, gone_id=done.lead_id)
    return done.lead_id


def accept_above(*, actor: Actor, level: float, now_s: int, most: int = 1000) -> int:
    """Merge every pair that is at least so surely one. Gives how many leads became one with another."""
    access.check(actor, "merge_leads")
    pairs = list(DuplicatePair.objects.filter(state="open", level__gte=level).order_by("-level", "pk")[:most])
    done = merging.merge_many(actor=actor, pairs=[(pair.one_id, pair.other_id) for pair in pairs], now_s=now_s)
    by_gone = {each.lead_id: each for each in done}
    for pair in pairs:
        gone = next((each for each in (pair.one_id, pair.other_id) if each in by_gone), None)
        _say(
            pair, "merged", actor, now_s, gone_id=by_gone.pop(gone).lead_id if gone is not None else None, bulk_s=now_s
        )
    return len(done)


def take_back(*, actor: Actor, bulk_s: int, now_s: int) -> int:
    """Part again what was merged together at that instant. Gives how many leads stand for themselves again."""
    access.check(actor, "merge_leads")
    pairs = DuplicatePair.objects.filter(bulk_s=bulk_s, state="merged").order_by("pk")
    gone = [pair.gone_id for pair in pairs if pair.gone_id is not None]
    done = merging.unmerge_many(actor=actor, lead_ids=gone, now_s=now_s)
    pairs.update(state="open", by_id=None, at_s=None, gone_id=None, bulk_s=None)
    return len(done)


def precision(level: float) -> Precision:
    """What people said of the pairs at this level or above that they looked at one by one."""
    answered = DuplicatePair.objects.filter(level__gte=level, bulk_s__isnull=True)
    k, n = answered.filter(state="merged").count(), answered.exclude(state="open").count()
    if not n:
        return Precision(0, 0, 0.0, 1.0)
    found = wilson(k, n)
    return Precision(k, n, found.low, found.high)


def _say(
    pair: DuplicatePair, state: str, actor: Actor, now_s: int, gone_id: int | None = None, bulk_s: int | None = None
) -> None:
    pair.state, pair.by_id, pair.at_s, pair.gone_id, pair.bulk_s = state, actor.id, now_s, gone_id, bulk_s
    pair.save()


def compute() -> None:
    """Look through every lead and every company. Called by the timetable."""
    look(actor=access.SYSTEM)
    companies.look(actor=access.SYSTEM)
