"""Making two leads one, because they are the same buyer, and parting them again.

A merge is a fact of the lead that goes; nothing is moved. Its facts, words and keys stay its own and are told under the
survivor, so parting them gives both back: what came in since by a key goes with the lead whose key it is, and what
people did on the survivor's page stays with the survivor.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from leadpact.ledger import access, reader
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Lead
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.writer import Book, Draft, recording
from leadpact.operations import reactions
from leadpact.rules.facts import Fact
from leadpact.rules.lead import valid
from leadpact.rules.story_merges import rank, standing

MACHINE = frozenset(("merged", "unmerged", "corrected", "scored"))
"""Facts that are not counted when a page says what came since a merge."""


class NotMerged(ValueError):
    """Two leads cannot be made one, or one cannot be parted; the message says why and what to do."""


class Merged(NamedTuple):
    """What a merge did: the lead that stays, the one that went into it, and the fact that says so."""

    survivor_id: int
    lead_id: int
    fact_id: str


class Parted(NamedTuple):
    """What parting two leads did, in entries since the merge.

    ``went`` came in by the keys of the lead that is itself again, ``stayed`` were noted on the survivor and stay there.
    """

    lead_id: int
    survivor_id: int
    went: int
    stayed: int


def survivor_of(first: Lead, second: Lead) -> tuple[Lead, Lead]:
    """Which of two leads stays and which goes: the one further along stays, else the one that was heard of first."""
    ordered = sorted((first, second), key=lambda lead: standing(lead.state, lead.captured_s, lead.pk))
    return ordered[0], ordered[1]


def merge(*, actor: Actor, lead_id: int, other_id: int, now_s: int, keep_id: int | None = None) -> Merged:
    """Make two leads one. ``keep_id`` says which stays; without it the one that is further along, else the older.

    Raises ``NotMerged``, and what ``access`` raises for either.
    """
    with recording(now_s, scorer=Rulebook(now_s)) as book:
        return merge_in(book, actor=actor, lead_id=lead_id, other_id=other_id, keep_id=keep_id)


def merge_in(book: Book, *, actor: Actor, lead_id: int, other_id: int, keep_id: int | None = None) -> Merged:
    """The same in an open book. A lead that was merged before stands for the one it went into."""
    into = reader.roots([lead_id, other_id])
    first = access.lead(actor, "merge_leads", into.get(lead_id, lead_id))
    second = access.lead(actor, "merge_leads", into.get(other_id, other_id))
    if first.pk == second.pk:
        raise NotMerged("These are one lead already. Choose another one, or part them on the page of the lead.")
    stays, goes = survivor_of(first, second)
    if keep_id is not None:
        wanted = into.get(keep_id, keep_id)
        if wanted not in (stays.pk, goes.pk):
            raise NotMerged(f"Lead {keep_id} is none of the two. Keep lead {stays.pk} or lead {goes.pk}.")
        stays, goes = (stays, goes) if wanted == stays.pk else (goes, stays)
    leaves = goes if rank(stays.state) <= rank(goes.state) else stays  # Whose owner has it no more, and is told.
    fact = Fact(
        0, "", "merged", book.now_s, book.now_s, lead_id=goes.pk, by_id=actor.id, side=_side(actor),
        person_id=leaves.owner_id, value_number=float(stays.pk),
    )  # fmt: skip
    appended = book.append([Draft(fact)])
    reactions.follow(appended, book.now_s)
    return Merged(stays.pk, goes.pk, appended.facts[0].id)


def unmerge(*, actor: Actor, lead_id: int, now_s: int) -> Parted:
    """Give both leads back. Raises ``NotMerged`` where the lead stands for itself, and what ``access`` raises."""
    with recording(now_s, scorer=Rulebook(now_s)) as book:
        return unmerge_in(book, actor=actor, lead_id=lead_id)


def unmerge_in(book: Book, *, actor: Actor, lead_id: int) -> Parted:
    """The same in an open book."""
    lead = Lead.objects.filter(pk=lead_id).first()
    if lead is None or lead.merged_into_id is None:
        access.lead(actor, "merge_leads", lead_id)
        raise NotMerged(f"Lead {lead_id} stands for itself; there is nothing to part.")
    # Whoever may act on the survivor may part what is in it.
    access.lead(actor, "merge_leads", reader.root(lead_id))
    went, stayed = since_merge(lead_id)
    fact = Fact(
        0, "", "unmerged", book.now_s, book.now_s, lead_id=lead_id, by_id=actor.id, side=_side(actor),
        value_number=float(lead.merged_into_id),
    )  # fmt: skip
    reactions.follow(book.append([Draft(fact)]), book.now_s)
    return Parted(lead_id, lead.merged_into_id, went, stayed)


def since_merge(lead_id: int) -> tuple[int, int]:
    """What came since a lead was merged: entries by its own keys, and those noted on the survivor."""
    survivor_id = reader.root(lead_id)
    facts = valid(reader.facts_of([survivor_id])[survivor_id])
    began = max((f.seq for f in facts if f.kind == "merged" and f.lead_id == lead_id), default=0)
    later = [fact for fact in facts if fact.seq > began and fact.kind not in MACHINE]
    own = reader.family([lead_id])
    return _count(later, own), _count(later, [survivor_id])


def _count(facts: Iterable[Fact], lead_ids: Iterable[int]) -> int:
    ids = set(lead_ids)
    return len({(fact.occurred_s, fact.by_id) for fact in facts if fact.lead_id in ids})


def _side(actor: Actor) -> str:
    return actor.side if actor.side in ("marketing", "sales") else "system"


def merge_many(*, actor: Actor, pairs: Sequence[tuple[int, int]], now_s: int) -> list[Merged]:
    """Merge many pairs in one transaction; pairs that are one lead by then already are passed over."""
    access.check(actor, "merge_leads")
    done: list[Merged] = []
    with recording(now_s, scorer=Rulebook(now_s)) as book:
        for lead_id, other_id in pairs:
            into = reader.roots([lead_id, other_id])
            if into.get(lead_id, lead_id) != into.get(other_id, other_id):
                done.append(merge_in(book, actor=actor, lead_id=lead_id, other_id=other_id))
    return done


def unmerge_many(*, actor: Actor, lead_ids: Sequence[int], now_s: int) -> list[Parted]:
    """Part many leads in one transaction, the last merge first; those that stand for themselves are passed over."""
    access.check(actor, "merge_leads")
    with recording(now_s, scorer=Rulebook(now_s)) as book:
        merged = set(reader.roots(lead_ids))
        return [unmerge_in(book, actor=actor, lead_id=each) for each in reversed(lead_ids) if each in merged]
