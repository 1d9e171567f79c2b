"""Facts from a file: any history in the ledger's own columns, with the file's own ids."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from leadpact.connectors.fact_files import FactRow as FileFact
from leadpact.connectors.fact_files import is_parquet, read_facts, systems_of
from leadpact.connectors.shapes import Reject, shown
from leadpact.ledger.fact_checks import too_long
from leadpact.ledger.models import Account, FactRow
from leadpact.ledger.reader import chunks
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.sent import sent
from leadpact.ledger.writer import Appended, Book, Draft
from leadpact.operations import imports_anew
from leadpact.operations.account_records import account_key
from leadpact.operations.capture import SYSTEM_MOST, Intake
from leadpact.operations.imports_rows import Batch, Rows, Taken
from leadpact.rules.facts import Fact
from leadpact.rules.identity import Key, KeyKind

MERGES = frozenset(("merged",))
"""Kinds whose ``value_number`` is the id of a lead."""
Known = dict[str, int]
"""The ledger's ids by the file's."""


def open_facts(path: Path, *, now_s: int, encoding: str | None = None, delimiter: str | None = None) -> Rows:
    """Open a file of facts. Raises ``TableRefused`` when its columns are not the ledger's."""
    batches = read_facts(path, now_s=now_s, encoding=encoding, delimiter=delimiter)
    systems = sorted(systems_of(path, encoding=encoding, delimiter=delimiter))
    notes: list[str] = []
    if len(systems) > 1:
        notes.append(
            f"The file names several systems ({', '.join(systems[:5])}): an id means the same in all its rows."
        )
    scope = systems[0] if len(systems) == 1 else f"file:{path.name.split('.')[0]}"
    return Rows(iter(batches), _Facts(scope[:SYSTEM_MOST], notes), _lines(path), notes)


def _lines(path: Path) -> int:
    """About how many rows there are, for progress."""
    if is_parquet(path):
        from pyarrow import parquet  # noqa: PLC0415 - only Parquet files need it, and it is slow to load

        return int(parquet.read_metadata(path).num_rows)
    size = path.stat().st_size * (8 if path.suffix == ".gz" else 1)
    return max(1, size // 120)


@dataclass
class _Names:
    """The ledger's ids for the ids of one batch."""

    leads: Known = field(default_factory=dict)
    deals: Known = field(default_factory=dict)
    accounts: Known = field(default_factory=dict)
    keys: list[tuple[Key, int]] = field(default_factory=list)
    corrected: dict[str, int | None] = field(default_factory=dict)


class _Facts:
    """Takes batches of facts. Rows that are in the ledger already are dropped before anything is made for them.

    The ids of leads, people, deals and companies are the file's own: one thing each, whatever system a row came
    from. ``scope`` is under which name they are known: the file's only source system, else the file's name.
    """

    def __init__(self, scope: str, notes: list[str]) -> None:
        self._scope = scope
        self._notes = notes
        self._intake: Intake | None = None

    def __call__(self, batch: Batch, book: Book, rules: Rulebook, live: bool) -> tuple[list[Taken], list[Appended]]:
        if self._intake is None:
            self._intake = Intake(book, rules, live=live)
        self._intake.turn_to(book)
        batch = imports_anew.taken_anew(batch)
        rows = [row for _, row in batch if not isinstance(row, Reject)]
        there = _there(rows)
        fresh = [row for row in rows if not _is_there(row, there)]
        names = self._names(rows, fresh, book)
        taken: list[Taken] = []
        drafts: list[Draft] = []
        drafted: list[int] = []
        for line, row in batch:
            if isinstance(row, Reject):
                taken.append(Taken("rejected", row))
            elif _is_there(row, there):
                taken.append(Taken("unchanged"))
            else:
                fact = self._fact(line, row, names, self._intake)
                if isinstance(fact, Reject):
                    taken.append(Taken("rejected", fact))
                else:
                    drafted.append(len(taken))
                    drafts.append(Draft(fact))
                    taken.append(Taken("created"))
        appended = book.append(drafts, self._used(names, drafts))
        for position in appended.duplicates:
            taken[drafted[position]] = Taken("unchanged")
        return taken, [appended]

    def _used(self, names: _Names, drafts: Sequence[Draft]) -> list[tuple[Key, int]]:
        """The fresh keys of what some fact is really about."""
        leads = {draft.fact.lead_id for draft in drafts} | {
            int(draft.fact.value_number or 0) for draft in drafts if draft.fact.kind in MERGES
        }
        deals = {draft.fact.deal_id for draft in drafts}
        return [(key, made) for key, made in names.keys if made in (deals if key.kind == "deal" else leads)]

    def _names(self, rows: Sequence[FileFact], fresh: Sequence[FileFact], book: Book) -> _Names:
        names = _Names()
        leads = {row.lead_id for row in fresh if row.lead_id is not None}
        leads |= {_survivor(row) for row in fresh if row.kind in MERGES and row.value_number is not None}
        others = {
            row.lead_id: Key("external", row.source_system or "", row.external_id)
            for row in rows
            if row.kind == "captured" and row.external_id is not None and row.lead_id in leads
        }
        names.leads = self._ids("external", leads, book, names, others)
        names.deals = self._ids("deal", {row.deal_id for row in fresh if row.deal_id is not None}, book, names, {})
        names.accounts = self._account_ids({row.account_id for row in fresh if row.account_id is not None})
        names.corrected = _corrected(fresh, names.leads)
        return names

    def _ids(self, kind: KeyKind, wanted: Iterable[str], book: Book, names: _Names, others: Mapping[str, Key]) -> Known:
        """The ledger's ids for the file's: found by their key, or by the other one that they have, or made."""
        keys = {Key(kind, self._scope, text): text for text in wanted}
        known = book.match([*keys, *others.values()])
        found: Known = {}
        for key, text in sorted(keys.items()):
            other = others.get(text)
            made = known.get(key) or (known.get(other) if other else None)
            if made is None:
                made = book.new_deal_id() if kind == "deal" else book.new_lead_id()
            found[text] = made
            names.keys += [(each, made) for each in (key, other) if each is not None and each not in known]
        return found

    def _account_ids(self, wanted: Iterable[str]) -> Known:
        keys = {account_key(self._scope, text): text for text in wanted}
        found: Known = {}
        for part in chunks(keys):
            rows = Account.objects.filter(key__in=part).values_list("key", "pk", "same_as_id")
            found.update({keys[key]: same_as_id or pk for key, pk, same_as_id in rows})
        fresh = [Account(key=key, name=text) for key, text in keys.items() if text not in found]
        found.update({keys[account.key]: account.pk for account in Account.objects.bulk_create(fresh)})
        return found

    def _fact(self, line: int, row: FileFact, names: _Names, intake: Intake) -> Fact | Reject:
        lead_id = None if row.lead_id is None else names.leads[row.lead_id]
        if row.kind == "corrected":
            if row.corrects_id not in names.corrected:
                reason = "the fact it mends is neither here nor earlier in the file"
                return Reject(line, "corrects_id", reason, shown(row.corrects_id or ""))
            lead_id = names.corrected[row.corrects_id]
        number = row.value_number
        if row.kind in MERGES:
            if number is None:
                return Reject(line, "value_number", "it is blank; say which lead this one was merged into")
            number = float(names.leads[_survivor(row)])
            if int(number) == lead_id:
                return Reject(line, "value_number", "a lead cannot be merged into itself", _survivor(row))
        fact = Fact(0, *row)._replace(  # type: ignore[arg-type] # its ids are text until they are replaced here
            recorded_s=0 if intake.live else row.recorded_s,
            lead_id=lead_id,
            account_id=None if row.account_id is None else names.accounts[row.account_id],
            deal_id=None if row.deal_id is None else names.deals[row.deal_id],
            person_id=intake.person(self._scope, row.person_id),
            by_id=intake.person(self._scope, row.by_id),
            asset_id=self._asset(row.asset_id),
            pact_id=None,  # The file's pact is none of ours, though its version may be counted by.
            value_number=number,
            payload=row.payload if intake.live else _at_rest(row, intake.rules.now_s),
        )
        wrong = too_long(fact)
        if wrong is not None:
            return Reject(line, wrong[0], f"expected {wrong[1]}", shown(str(getattr(row, wrong[0]))))
        return fact

    def _asset(self, text: str | None) -> int | None:
        if text is None:
            return None
        if text.isascii() and text.isdigit() and len(text) <= 18:
            return int(text)
        note = "Some asset_id are no numbers; these facts do not say which material it was."
        if note not in self._notes:
            self._notes.append(note)
        return None


def _survivor(row: FileFact) -> str:
    number = row.value_number or 0.0
    return str(int(number)) if number == int(number) else str(number)


def _at_rest(row: FileFact, now_s: int) -> str | None:
    """The payload without steps that the worker would take: history reminds nobody, and wakes no lead of long ago.

    A lead whose day to come forward is still to come does so on that day.
    """
    is_past = row.kind == "recycled" and row.due_s is not None and row.due_s <= now_s
    if not is_past and (row.payload is None or '"late"' not in row.payload):
        return row.payload
    kept = {name: value for name, value in json.loads(row.payload or "{}").items() if name != "late"}
    if is_past:
        kept["rests"] = True
    return json.dumps(kept) if kept else None


def _there(rows: Sequence[FileFact]) -> set[object]:
    """Which of these are in the ledger: their ids, and their (system, kind, external id)."""
    found: set[object] = set()
    for part in chunks(row.id for row in rows):
        found.update(FactRow.objects.filter(id__in=part).values_list("id", flat=True))
    rest = [row for row in rows if row.id not in found]
    return found | sent((row.source_system, row.kind, row.external_id) for row in rest if row.external_id)


def _is_there(row: FileFact, there: set[object]) -> bool:
    return row.id in there or (row.external_id is not None and (row.source_system, row.kind, row.external_id) in there)


def _corrected(rows: Sequence[FileFact], leads: Known) -> dict[str, int | None]:
    """The leads of the facts that these rows mend, by fact id; those that nobody knows are absent."""
    wanted = {row.corrects_id for row in rows if row.kind == "corrected" and row.corrects_id}
    found: dict[str, int | None] = {}
    for part in chunks(wanted):
        found.update(FactRow.objects.filter(id__in=part).values_list("id", "lead_id"))
    if wanted:
        for row in rows:
            if row.id in wanted:
                found[row.id] = None if row.lead_id is None else leads[row.lead_id]
    return found
