"""Taking an import back: each of its facts is corrected, and everything is as if the file had never come.

Nothing is deleted from the ledger, and nothing that people did since is lost: a lead that the import made and on which
somebody worked since stays whole, and is named. A lead that was there before gets back what was known of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.jobs import enqueue
from leadpact.ledger.models import ImportBatch, ImportRun
from leadpact.ledger.reader import chunks, marks
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.sent import UNDONE
from leadpact.ledger.statements import hand, sparing_memory
from leadpact.ledger.writer import Book, Draft, recording
from leadpact.operations import imports_undo_rest
from leadpact.operations.imports_undo_rest import Made
from leadpact.rules.facts import Fact

LEADS = 2000
"""Leads taken back in one transaction."""
JOB = "undo_import"
LISTED = 1000
"""Leads that stay which are listed by number; all are counted."""
FOLLOWS = frozenset((
    "queued", "handed_over", "promised", "reminded", "escalated", "scored", "woken", "recycled", "reassigned",
))  # fmt: skip
"""What the machinery does by itself with a lead; done by nobody, it keeps no lead from going."""
_AFTER_SIDE = Fact._fields.index("side") + 1
_REASON, _MENDS = (Fact._fields.index(name) - _AFTER_SIDE for name in ("reason", "corrects_id"))
_REST = (None,) * (len(Fact._fields) - _AFTER_SIDE)
_FACTS = """
SELECT seq, id, kind, lead_id, by_id, side, occurred_s, corrects_id, account_id FROM facts
WHERE lead_id IN ({}) ORDER BY seq"""


class NotUndoable(ValueError):
    """The import cannot be taken back now; the message says why."""


class Brief(NamedTuple):
    """The part of a fact that is needed here."""

    seq: int
    id: str
    kind: str
    lead_id: int
    by_id: int | None
    side: str
    occurred_s: int
    corrects_id: str | None
    account_id: int | None


class Stays(NamedTuple):
    """A lead that the import made and that stays: what was done since, by whom and when."""

    lead_id: int
    kind: str
    by_id: int | None
    occurred_s: int


@dataclass
class Undone:
    """What taking back did, or would do: facts corrected, leads gone, leads given back, leads that stay.

    ``looked`` of the ``of`` leads of the import were looked at.
    """

    run_id: int
    file_name: str = ""
    facts: int = 0
    gone: int = 0
    back: int = 0
    stay: int = 0
    stays: list[Stays] = field(default_factory=list)
    deals: int = 0
    accounts: int = 0
    keys: int = 0
    is_done: bool = False
    is_dry_run: bool = False
    looked: int = 0
    of: int = 0

    def add(self, stays: Stays) -> None:
        """Count a lead that stays, and list it while there are few."""
        self.stay += 1
        if len(self.stays) < LISTED:
            self.stays.append(stays)


class Ranges:
    """The facts of a run: from seq to seq, batch by batch."""

    def __init__(self, batches: Iterable[ImportBatch]) -> None:
        spans = sorted((batch.first_seq, batch.last_seq) for batch in batches if batch.last_seq >= batch.first_seq)
        self.spans = spans
        self._firsts = [first for first, _ in spans]

    def __contains__(self, seq: int) -> bool:
        at = bisect_right(self._firsts, seq) - 1
        return at >= 0 and seq <= self.spans[at][1]

    @property
    def first(self) -> int:
        """The first fact of the run."""
        return self._firsts[0] if self._firsts else 0


class Fate(NamedTuple):
    """What becomes of a lead: ``gone``, ``back`` or ``stays``; the facts to correct; and what keeps it."""

    what: str
    wrong: Sequence[Brief]
    since: Brief | None = None


def fate_of(facts: Sequence[Brief], ranges: Ranges) -> Fate:
    """Decide by a lead's facts, in order of recording."""
    mended = {fact.corrects_id for fact in facts if fact.kind == "corrected"}
    standing = [fact for fact in facts if fact.kind != "corrected" and fact.id not in mended]
    own = [fact for fact in standing if fact.seq in ranges]
    others = [fact for fact in standing if fact.seq not in ranges]
    if not own:
        return Fate("none", ())
    if any(fact.seq < own[0].seq for fact in others) or not any(fact.kind == "captured" for fact in own):
        return Fate("back", own)
    since = next((fact for fact in others if not (fact.kind in FOLLOWS and fact.by_id is None)), None)
    return Fate("gone", standing) if since is None else Fate("stays", (), since)


def _quiet(_done: int, _of: int) -> None:
    return None


def _never() -> bool:
    return False


def undo(
    *,
    actor: Actor,
    run_id: int,
    now_s: int,
    dry_run: bool = False,
    progress: Callable[[int, int], None] = _quiet,
    stop: Callable[[], bool] = _never,
) -> Undone:
    """Take an import back, lead by lead; stopped or broken off, the same again goes on where it stopped.

    With ``dry_run`` nothing is changed and the answer says what would be. ``progress`` gets leads done, of all;
    ``stop`` is asked between transactions. Raises ``NotUndoable``, and what ``access`` raises.
    """
    access.check(actor, "import_data")
    run, ranges, made = _open(run_id)
    lead_ids = sorted(_leads(ranges))
    if not dry_run:  # What a file brought is not there any more, so the next import of any looks at each of its rows.
        ImportRun.objects.exclude(digest="").update(digest="")
    told = Undone(run_id, run.file_name, is_dry_run=dry_run, of=len(lead_ids))
    with sparing_memory():
        for part in chunks(lead_ids, LEADS):
            if stop():
                break
            ids = [int(each) for each in part]
            if dry_run:
                for fate in _fates(ids, ranges).items():
                    _count(told, *fate)
            else:
                with recording(now_s, scorer=Rulebook(now_s)) as book:
                    _take_back(book, ids, ranges, told, actor)
            told.looked += len(ids)
            progress(told.looked, told.of)
        else:
            told.is_done = True
            if not dry_run:
                with recording(now_s, scorer=Rulebook(now_s)) as book:
                    told.facts += _of_no_lead(book, ranges, actor)
                    told.accounts, told.keys = imports_undo_rest.take_back(made, ranges.first)
    if not dry_run:
        _keep(run, told, actor, now_s)
    return told


def _open(run_id: int) -> tuple[ImportRun, Ranges, Made]:
    run = ImportRun.objects.filter(pk=run_id).first()
    if run is None:
        raise access.Unknown(f"There is no import {run_id}. The page of imports lists them with their numbers.")
    if run.state in ("prepared", "waiting", "running"):
        raise NotUndoable("This import still runs. Stop it first, or wait until it is done; then it can be taken back.")
    batches = list(ImportBatch.objects.filter(run_id=run_id).order_by("first_seq"))
    if not batches:
        raise NotUndoable(
            "It is not kept which facts this import wrote: it came in with an older version, or it wrote none."
        )
    return run, Ranges(batches), Made.of(batch.made for batch in batches)


def _leads(ranges: Ranges) -> set[int]:
    found: set[int] = set()
    for first, last in ranges.spans:
        with hand() as cursor:
            cursor.execute(
                "SELECT DISTINCT lead_id FROM facts WHERE seq BETWEEN %s AND %s AND lead_id IS NOT NULL", [first, last]
            )
            found.update(row[0] for row in cursor.fetchall())
    return found


def _briefs(lead_ids: Sequence[int]) -> Iterator[Brief]:
    with hand() as cursor:
        cursor.execute(_FACTS.format(marks(lead_ids)), lead_ids)
        yield from map(Brief._make, cursor.fetchall())


def _fates(lead_ids: Sequence[int], ranges: Ranges) -> dict[int, Fate]:
    told: dict[int, list[Brief]] = {lead_id: [] for lead_id in lead_ids}
    for fact in _briefs(lead_ids):
        told[fact.lead_id].append(fact)
    fates = {lead_id: fate_of(facts, ranges) for lead_id, facts in told.items()}
    for lead_id, since in imports_undo_rest.survivors(
        lead_id for lead_id, fate in fates.items() if fate.what == "gone"
    ):
        fates[lead_id] = Fate("stays", (), since=told[lead_id][-1]._replace(kind="merged", by_id=since))
    return fates


def _count(told: Undone, lead_id: int, fate: Fate) -> None:
    told.facts += len(fate.wrong)
    if fate.what == "gone":
        told.gone += 1
    elif fate.what == "back":
        told.back += 1
    elif fate.since is not None:
        told.add(Stays(lead_id, fate.since.kind, fate.since.by_id, fate.since.occurred_s))


def _take_back(book: Book, lead_ids: Sequence[int], ranges: Ranges, told: Undone, actor: Actor) -> None:
    fates = _fates(lead_ids, ranges)
    drafts: list[Draft] = []
    for lead_id, fate in fates.items():
        _count(told, lead_id, fate)
        drafts += _corrections(book, lead_id, fate.wrong, actor)
    gone = {lead_id for lead_id, fate in fates.items() if fate.what == "gone"}
    accounts = {fact.account_id for lead_id in gone for fact in fates[lead_id].wrong if fact.account_id is not None}
    told.deals += imports_undo_rest.forget(gone)
    wrong = [fact.seq for lead_id, fate in fates.items() if lead_id not in gone for fact in fate.wrong]
    for part in chunks(wrong):
        with hand() as cursor:
            cursor.execute(f"DELETE FROM person_values WHERE fact_seq IN ({marks(part)})", part)
    book.append(drafts, gone=gone)
    if accounts and book.scorer is not None and book.scorer.asks_company:
        book.rescore_companies(accounts)


def _corrections(book: Book, lead_id: int, wrong: Iterable[Brief], actor: Actor) -> list[Draft]:
    """The facts that these are wrong; put together by place, which costs a fifth of replacing by name."""
    head, rest = (0, "", "corrected", book.now_s, book.now_s, lead_id, None, None, None, actor.id), _REST
    return [
        Draft(
            Fact._make(
                (*head, fact.side, *rest[:_REASON], UNDONE, *rest[_REASON + 1 : _MENDS], fact.id, *rest[_MENDS + 1 :])
            )
        )
        for fact in wrong
    ]


def _of_no_lead(book: Book, ranges: Ranges, actor: Actor) -> int:
    """Correct what the run wrote that is about no lead."""
    found: list[tuple[str, str]] = []
    for first, last in ranges.spans:
        with hand() as cursor:
            cursor.execute(
                "SELECT id, side FROM facts WHERE seq BETWEEN %s AND %s AND lead_id IS NULL AND kind <> 'corrected' "
                "AND NOT EXISTS (SELECT 1 FROM facts AS mends WHERE mends.corrects_id = facts.id)",
                [first, last],
            )
            found += cursor.fetchall()
    base = Fact(0, "", "corrected", book.now_s, book.now_s, by_id=actor.id, reason=UNDONE)
    book.append([Draft(base._replace(side=side, corrects_id=id_)) for id_, side in found])
    return len(found)


def _keep(run: ImportRun, told: Undone, actor: Actor, now_s: int) -> None:
    before: Mapping[str, Any] = run.undo
    counts = {
        name: before.get(name, 0) + getattr(told, name) for name in ("facts", "gone", "back", "deals", "accounts")
    }
    run.undo = {
        **counts, "stay": told.stay, "stays": [list(each) for each in told.stays], "by_id": actor.id, "at_s": now_s,
        "is_done": told.is_done, "is_asked": False, "looked": told.looked, "of": told.of,
    }  # fmt: skip
    if told.is_done:
        run.state = "undone"
    run.save(update_fields=["undo", "state"])


def preview(*, actor: Actor, run_id: int, now_s: int, most: int = 4 * LEADS) -> Undone:
    """What taking an import back would do, by its first leads, at least ``most`` where it has so many."""
    seen = [0]

    def count(done: int, _of: int) -> None:
        seen[0] = done

    return undo(actor=actor, run_id=run_id, now_s=now_s, dry_run=True, progress=count, stop=lambda: seen[0] >= most)


def ask(*, actor: Actor, run_id: int, now_s: int) -> None:
    """Have the worker take an import back. Raises as ``undo``."""
    access.check(actor, "import_data")
    run, _, _ = _open(run_id)
    run.undo = run.undo | {"is_asked": True, "is_done": False, "by_id": actor.id, "at_s": now_s}
    run.is_stop_asked = False
    run.save(update_fields=["undo", "is_stop_asked"])
    enqueue(JOB, due_s=now_s, once=f"{JOB} {run_id}", arguments={"run_id": run_id, "by_id": actor.id})


def ask_stop(*, actor: Actor, run_id: int) -> None:
    """Have the worker stop after the leads at hand; what is taken back stays so, and asking again goes on."""
    access.check(actor, "import_data")
    ImportRun.objects.filter(pk=run_id).update(is_stop_asked=True)


def compute(*, now_s: int, run_id: int, by_id: int | None) -> None:
    """Take back what was asked for. Called by the timetable."""

    def keep(done: int, of: int) -> None:
        run = ImportRun.objects.get(pk=run_id)
        run.undo = run.undo | {"looked": done, "of": of}
        run.save(update_fields=["undo"])

    undo(
        actor=Actor(by_id, "system", "system"), run_id=run_id, now_s=now_s, progress=keep,
        stop=lambda: ImportRun.objects.filter(pk=run_id, is_stop_asked=True).exists(),
    )  # fmt: skip
