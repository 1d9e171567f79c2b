"""The one door through which facts enter the ledger, with the rows they change, in one transaction.

``with recording(now_s) as book`` opens a transaction and takes the ledger's lock: on PostgreSQL an advisory
lock, so that the order of commit is the order of ``seq``; SQLite has one writer anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from typing import Any, NamedTuple, Protocol
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from leadpact.ledger import projections
from leadpact.ledger.fact_checks import check
from leadpact.ledger.models import FactRow
from leadpact.ledger.reader import Words, account_leads_s, chunks, facts_of, marks, words_of
from leadpact.ledger.sent import sent
from leadpact.ledger.stamps import local_day, new_ids, stamp
from leadpact.ledger.statements import hand, insert
from leadpact.rules.facts import Fact
from leadpact.rules.identity import Key
from leadpact.rules.lead import READS, Seen, merged_into, seen
from leadpact.rules.story import ENDED, Story, tell
from leadpact.rules.story_rows import LeadRow

LOCK = 0x1EAD9AC7
_FACT_COLUMNS = tuple(f.attname for f in FactRow._meta.concrete_fields)  # noqa: SLF001 - Django's public description of a model
_INSERT_WORDS = "INSERT INTO person_values (fact_seq, lead_id, field, text) VALUES (%s, %s, %s, %s)"
_INSERT_KEY = (
    "INSERT INTO lead_keys (kind, system, value, lead_id) VALUES (%s, %s, %s, %s) "
    "ON CONFLICT (value, kind, system) DO NOTHING"
)
_STANDING = """
SELECT (SELECT COALESCE(MAX(seq), 0) FROM facts), (SELECT COALESCE(MAX(id), 0) FROM leads),
  (SELECT COALESCE(MAX(lead_id), 0) FROM facts), (SELECT COALESCE(MAX(id), 0) FROM deals),
  (SELECT COALESCE(MAX(deal_id), 0) FROM facts WHERE deal_id IS NOT NULL),
  (SELECT zone FROM ledger_company ORDER BY id LIMIT 1)"""
_MERGES = frozenset(("merged", "unmerged"))
_RESHAPES = _MERGES | {"corrected"}
_COMPANY = _RESHAPES | {"captured"}
"""Facts that change how many leads a company has."""


class Draft(NamedTuple):
    """A fact to record (``seq`` 0; ``id`` empty unless the sender gave one) with the words it makes known."""

    fact: Fact
    words: str | None = None


class Appended(NamedTuple):
    """What was recorded, and which drafts (by position) were already there."""

    facts: list[Fact]
    duplicates: list[int]
    stories: dict[int, Story]


class Points(NamedTuple):
    """A lead's points, the pact that gave them, and from when on they are fewer without a new fact."""

    pact_id: int
    total: int
    fades_s: int | None


class Scorer(Protocol):
    """Gives a lead's points by the pact in force; None when no pact covers it."""

    @property
    def asks_company(self) -> bool:
        """Whether one lead of a company moves the points of its others."""
        ...

    def points(self, seen: Seen, as_of_s: int) -> Points | None:
        """Points as of an instant."""
        ...


class Book:
    """The open ledger: lives for one transaction, made by ``recording``; ``last_seq`` is that of its last fact."""

    def __init__(self, now_s: int, scorer: Scorer | None) -> None:
        with hand() as cursor:
            cursor.execute(_STANDING)
            seq, lead_id, told_lead_id, deal_id, told_deal_id, zone = cursor.fetchone()
        # What was taken back has facts and no rows; its ids are not given again.
        self.last_seq, self._lead_id = int(seq), max(int(lead_id), int(told_lead_id))
        self._deal_id = max(int(deal_id), int(told_deal_id))
        self.now_s = now_s
        self.zone = ZoneInfo(zone or "UTC")
        self.scorer = scorer
        self._unborn: set[int] = set()
        self._read: dict[int, list[Fact]] = {}
        self._points: dict[int, Points] = {}
        self.accounts_changed: dict[int, tuple[Any, Any]] = {}
        self.people_changed: dict[int, tuple[Any, Any]] = {}

    def facts_of(self, lead_ids: Sequence[int]) -> dict[int, list[Fact]]:
        """All facts of each lead, kept until they are told anew, so that a decision and its record read them once."""
        found = facts_of(lead_ids)
        self._read.update(found)
        return found

    def keep_points(self, lead_id: int, points: Points) -> None:
        """Points that a decision of this transaction rests on, as of now; they stand until a fact changes them."""
        self._points[lead_id] = points

    @property
    def next_lead_id(self) -> int:
        """The id that ``new_lead_id`` gives next."""
        return self._lead_id + 1

    def new_lead_id(self) -> int:
        """The id of a lead that is about to be captured."""
        self._lead_id += 1
        self._unborn.add(self._lead_id)
        return self._lead_id

    def new_deal_id(self) -> int:
        """The id of a deal that is about to be opened."""
        self._deal_id += 1
        return self._deal_id

    def match(self, keys: Iterable[Key]) -> dict[Key, int]:
        """The leads known by these keys; keys nobody has are absent."""
        by_value: dict[str, list[Key]] = {}
        for key in keys:
            by_value.setdefault(key.value, []).append(key)
        found: dict[Key, int] = {}
        for part in chunks(by_value):
            with hand() as cursor:
                cursor.execute(
                    f"SELECT kind, system, value, lead_id FROM lead_keys WHERE value IN ({marks(part)})", part
                )
                for kind, system, value, lead_id in cursor.fetchall():
                    for key in by_value[value]:
                        if (key.kind, key.system) == (kind, system):
                            found[key] = lead_id
        return found

    def append(
        self, drafts: Sequence[Draft], keys: Sequence[tuple[Key, int]] = (), gone: AbstractSet[int] = frozenset()
    ) -> Appended:
        """Record facts in the order given, with the words and keys of their leads, and tell their leads anew.

        A draft whose id, or whose (source_system, kind, external_id), is already recorded is left out, unless that one
        was taken back. ``gone`` are leads of which these facts take back everything: they are not told, but dropped.
        Raises ``WrongFact`` for an unknown kind or side, a time in the future, or a correction of nothing.
        """
        check([draft.fact for draft in drafts], self.now_s)
        known = self._known([d.fact for d in drafts])
        ids = new_ids(len(drafts), self.now_s * 1000)
        facts: list[Fact] = []
        words: list[tuple[int, int | None, str | None, str]] = []
        duplicates: list[int] = []
        for position, draft in enumerate(drafts):
            fact = draft.fact
            marks_of = _marks_of(fact)
            if not known.isdisjoint(marks_of):
                duplicates.append(position)
                continue
            known.update(marks_of)
            self.last_seq += 1
            head = self.last_seq, fact.id or ids[position], fact.kind, fact.occurred_s, fact.recorded_s or self.now_s
            fact = Fact._make((*head, *fact[5:]))  # several times as fast as _replace
            facts.append(fact)
            if draft.words is not None:
                name = (fact.field or "") if fact.kind == "described" else fact.kind
                words.append((fact.seq, fact.lead_id, name, draft.words))
        insert("facts", _FACT_COLUMNS, map(self._row, facts))
        with hand() as cursor:
            if words:
                cursor.executemany(_INSERT_WORDS, words)
            if keys:
                cursor.executemany(_INSERT_KEY, [(k.kind, k.system, k.value, lead_id) for k, lead_id in keys])
        if gone:
            projections.drop(gone)
        return Appended(facts, duplicates, self._tell([f for f in facts if f.lead_id not in gone], words))

    def _known(self, facts: list[Fact]) -> set[object]:
        found: set[object] = set()
        with hand() as cursor:
            for part in chunks(f.id for f in facts if f.id):
                cursor.execute(f"SELECT id FROM facts WHERE id IN ({marks(part)})", part)
                found.update(row[0] for row in cursor.fetchall())
        unborn = self._unborn  # Nobody has captured these before.
        found |= sent(
            (f.source_system, f.kind, f.external_id)
            for f in facts
            if f.external_id and (f.kind != "captured" or f.lead_id not in unborn)
        )
        return found

    def _row(self, fact: Fact) -> tuple[str | float | None, ...]:
        month, day = local_day(fact.occurred_s, self.zone)
        return (
            fact.seq, fact.id, fact.kind, stamp(fact.occurred_s), fact.occurred_s, month, day,
            stamp(fact.recorded_s), *fact[4:],
        )  # fmt: skip

    def _tell(self, facts: list[Fact], words: Sequence[tuple[int, int | None, str | None, str]]) -> dict[int, Story]:
        """Tell every lead that the facts touch, and write its rows."""
        ids = {fact.lead_id for fact in facts if fact.lead_id is not None}
        if not ids:
            return {}
        old = projections.existing(ids - self._unborn)
        self._unborn -= ids
        by_lead: dict[int, list[Fact]] = {lead_id: [] for lead_id in ids}
        fresh_words: dict[int, Words] = {}
        for fact in facts:
            if fact.lead_id is not None:
                by_lead[fact.lead_id].append(fact)
                if fact.kind in READS:
                    self._points.pop(fact.lead_id, None)
        for seq, word_lead, field, text in words:
            fresh_words.setdefault(word_lead or 0, {})[seq] = (field or "", text)
        if any(
            fact.kind in _MERGES for fact in facts
        ):  # Merges are followed through rows, so new leads get theirs first.
            self._points.clear()
            self.project({lead_id: by_lead[lead_id] for lead_id in ids - set(old)}, fresh_words, replace=False)
            old = projections.existing(ids)
        reread = facts_of([each for each in old if any(fact.kind in _RESHAPES for fact in by_lead[each])])
        roots = self._roots(old, reread)
        self._unborn -= roots
        for each in roots:  # What is new of a merged lead is new of its survivor.
            self._read.pop(each, None)
            self._points.pop(each, None)
        told = {lead_id: by_lead[lead_id] for lead_id in ids - set(old)}
        again = (set(old) | roots) - set(told)
        if again:
            told |= self._earlier(again, by_lead, facts, reread)
            fresh_words |= words_of(again)
            projections.drop(
                again - told.keys()
            )  # Survivors of a merge that was taken back, without a fact of their own.
        # What comes late may undo rows that were told without it.
        is_late = any(
            f.kind in _RESHAPES or f.occurred_s < old[f.lead_id or 0].last_s for f in facts if f.lead_id in old
        )
        stories = self.project(told, fresh_words, replace=is_late or bool(roots), fresh=ids - set(old))
        if self.scorer is not None and self.scorer.asks_company and any(fact.kind in _COMPANY for fact in facts):
            own = {s.lead.account_id for s in stories.values()}
            gone = {fact.account_id for lead_id in told.keys() - stories.keys() for fact in told[lead_id]}
            self.rescore_companies({each for each in own | gone if each is not None})
        return stories

    def rescore_companies(self, account_ids: set[int]) -> None:
        """Score every open lead of these companies anew: one more lead of it may be worth points to the others."""
        others = [lead_id for leads in account_leads_s(account_ids).values() for lead_id, _ in leads]
        for lead_id in others:
            self._points.pop(lead_id, None)
        self.rescore(others)

    def _earlier(
        self,
        lead_ids: set[int],
        by_lead: Mapping[int, list[Fact]],
        facts: Sequence[Fact],
        reread: Mapping[int, list[Fact]],
    ) -> dict[int, list[Fact]]:
        """All facts of these leads: those this book has read already, with the new ones, else read now."""
        if any(fact.kind in _MERGES for fact in facts):
            self._read.clear()
        kept = {
            lead_id: [*self._read.pop(lead_id), *by_lead.get(lead_id, ())] for lead_id in lead_ids & self._read.keys()
        } | {lead_id: told for lead_id, told in reread.items() if lead_id in lead_ids}
        missing = lead_ids - kept.keys()
        return kept | (facts_of(missing) if missing else {})

    def _roots(self, old: Mapping[int, projections.Standing], reread: dict[int, list[Fact]]) -> set[int]:
        """The surviving leads of merged ones, which have to be told too; marks fresh merges first.

        ``reread`` are the facts of those whose merges may be others now; it is emptied when some are.
        """
        roots: set[int] = set()
        targets = {lead_id: merged_into(told, lead_id) for lead_id, told in reread.items()}
        for lead_id, (into, _) in old.items():
            target = targets.get(lead_id, into)
            if target != into:
                with hand() as cursor:
                    cursor.execute("UPDATE leads SET merged_into_id = %s WHERE id = %s", [target, lead_id])
                reread.clear()
            roots.update(root for root in (into, target) if root is not None)
        front = roots
        while front:  # A lead may have been merged into one that was merged in its turn.
            front = {into for into, _ in projections.existing(front).values() if into is not None} - roots
            roots |= front
        return roots

    def project(
        self,
        told: Mapping[int, list[Fact]],
        words: Mapping[int, Words],
        *,
        replace: bool,
        fresh: AbstractSet[int] = frozenset(),
    ) -> dict[int, Story]:
        """Write the rows of these leads. ``replace`` deletes rows that no fact accounts for any more.

        ``fresh`` are leads that have no row yet.
        """
        stories = {}
        for lead_id, facts in told.items():
            story = tell(lead_id, facts, words.get(lead_id, {}))
            if story.lead.last_seq:
                stories[lead_id] = story if self.scorer is None else story._replace(lead=self._scored(story, facts))
        if len(stories) < len(told):  # Everything that was said of them was taken back.
            projections.drop(told.keys() - stories.keys())
        projections.write(stories, replace=replace, fresh=fresh)
        return stories

    def _scored(self, story: Story, facts: list[Fact]) -> LeadRow:
        row = story.lead
        if self.scorer is None or row.state in ENDED:
            return row
        as_of_s = max(fact.recorded_s for fact in facts)
        points = self._points.get(row.id) if as_of_s == self.now_s else None
        return with_points(row, points or self.scorer.points(seen(facts, as_of_s), as_of_s), as_of_s)

    def rescore(self, lead_ids: Sequence[int]) -> int:
        """Score leads anew as of now, because points fade or another pact took effect. Gives how many."""
        told = facts_of(lead_ids)
        words = words_of(lead_ids)
        stories = {}
        for lead_id, facts in told.items():
            story = tell(lead_id, facts, words.get(lead_id, {}))
            if self.scorer is not None and story.lead.state not in ENDED:
                points = self.scorer.points(seen(facts, self.now_s), self.now_s)
                stories[lead_id] = story._replace(lead=with_points(story.lead, points, self.now_s))
        projections.write(stories, replace=False)
        return len(stories)


def with_points(row: LeadRow, points: Points | None, as_of_s: int) -> LeadRow:
    """The lead's row with its points as of an instant, or without when no pact covers it."""
    if points is None:
        return row
    return row._replace(points=points.total, points_s=as_of_s, points_pact_id=points.pact_id, fades_s=points.fades_s)


def _marks_of(fact: Fact) -> tuple[object, ...]:
    if fact.external_id:
        mark = (fact.source_system, fact.kind, fact.external_id)
        return (fact.id, mark) if fact.id else (mark,)
    return (fact.id,) if fact.id else ()


@contextmanager
def recording(now_s: int, *, scorer: Scorer | None = None) -> Iterator[Book]:
    """Open the ledger for writing: a transaction and the ledger's lock, held until the end of the block."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with hand() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        yield Book(now_s, scorer)


def company_zone() -> ZoneInfo:
    """The company's zone, in which facts are dated; UTC before the company is set up."""
    with hand() as cursor:
        cursor.execute("SELECT zone FROM ledger_company ORDER BY id LIMIT 1")
        row = cursor.fetchone()
    return ZoneInfo(row[0] if row else "UTC")
