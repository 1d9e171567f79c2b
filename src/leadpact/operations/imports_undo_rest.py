"""What an import made besides facts, taken back with it: keys, companies and people that nothing stands on any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from leadpact.ledger.models import Account, Person
from leadpact.ledger.reader import chunks, marks
from leadpact.ledger.statements import hand
from leadpact.operations.owner_records import KEPT

_FREE_ACCOUNTS = """
DELETE FROM ledger_account WHERE id BETWEEN %s AND %s AND same_as_id IS NULL
AND id NOT IN (SELECT same_as_id FROM ledger_account WHERE same_as_id IS NOT NULL)
AND id NOT IN (SELECT account_id FROM leads WHERE account_id IS NOT NULL)
AND id NOT IN (SELECT account_id FROM deals WHERE account_id IS NOT NULL)"""
_FREE_KEYS = """
DELETE FROM lead_keys WHERE id BETWEEN %s AND %s AND (
  (kind = 'deal' AND lead_id NOT IN (SELECT id FROM deals))
  OR (kind <> 'deal' AND NOT EXISTS (
    SELECT 1 FROM facts WHERE facts.lead_id = lead_keys.lead_id AND facts.seq BETWEEN %s AND %s
    AND facts.kind = 'captured'
    AND NOT EXISTS (SELECT 1 FROM facts AS mends WHERE mends.corrects_id = facts.id AND mends.kind = 'corrected'))))"""
_FREE_PEOPLE = """
DELETE FROM ledger_person WHERE id BETWEEN %s AND %s AND NOT can_sign_in
AND id NOT IN (SELECT found_by_id FROM leads WHERE found_by_id IS NOT NULL)
AND id NOT IN (SELECT owner_id FROM leads WHERE owner_id IS NOT NULL)
AND id NOT IN (SELECT marketer_id FROM leads WHERE marketer_id IS NOT NULL)
AND NOT EXISTS (
  SELECT 1 FROM facts WHERE facts.seq >= %s AND (facts.by_id = ledger_person.id OR facts.person_id = ledger_person.id)
  AND NOT EXISTS (SELECT 1 FROM facts AS mends WHERE mends.corrects_id = facts.id AND mends.kind = 'corrected'))"""


_FREE_ASSETS = """
DELETE FROM ledger_asset WHERE id BETWEEN %s AND %s AND id NOT IN (
  SELECT asset_id FROM facts WHERE asset_id IS NOT NULL AND seq >= %s
  AND NOT EXISTS (SELECT 1 FROM facts AS mends WHERE mends.corrects_id = facts.id AND mends.kind = 'corrected'))"""


@dataclass
class Made:
    """What the batches of a run made: spans of ids, and companies and people as they were and as the run left them."""

    accounts: list[list[int]] = field(default_factory=list)
    keys: list[list[int]] = field(default_factory=list)
    people: list[list[int]] = field(default_factory=list)
    assets: list[list[int]] = field(default_factory=list)
    changed: dict[int, list[Any]] = field(default_factory=dict)
    people_changed: dict[int, list[Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, parts: Iterable[Mapping[str, Any]]) -> Made:
        """Gather it from what each batch keeps, in order."""
        found = cls()
        for part in parts:
            for name in ("accounts", "keys", "people", "assets"):
                if name in part:
                    getattr(found, name).append(part[name])
            for name in ("changed", "people_changed"):
                kept = getattr(found, name)
                for id_, (was, now) in part.get(name, {}).items():
                    kept[int(id_)] = [kept.get(int(id_), [was])[0], now]
        return found


def survivors(lead_ids: Iterable[int]) -> Iterator[tuple[int, int | None]]:
    """Those of these leads into which others were merged since, with who did it."""
    for part in chunks(lead_ids):
        with hand() as cursor:
            cursor.execute(f"SELECT DISTINCT merged_into_id FROM leads WHERE merged_into_id IN ({marks(part)})", part)
            for (lead_id,) in cursor.fetchall():
                yield lead_id, None


def forget(lead_ids: Iterable[int]) -> int:
    """Delete the keys and words of leads that go. Gives how many deals go with them."""
    deals = 0
    for part in chunks(lead_ids):
        with hand() as cursor:
            cursor.execute(f"SELECT COUNT(*) FROM deals WHERE lead_id IN ({marks(part)})", part)
            deals += int(cursor.fetchone()[0])
            cursor.execute(f"DELETE FROM lead_keys WHERE kind <> 'deal' AND lead_id IN ({marks(part)})", part)
            cursor.execute(f"DELETE FROM person_values WHERE lead_id IN ({marks(part)})", part)
    return deals


def take_back(made: Made, first_seq: int) -> tuple[int, int]:
    """Delete what nothing stands on any more, and give changed companies back. Gives companies and keys mended.

    A company that somebody changed since keeps that; so does one that another lead belongs to.
    """
    accounts = _give_back(made.changed)
    keys = _delete(_FREE_KEYS, made.keys, (first_seq, 1 << 62))
    accounts += _delete(_FREE_ACCOUNTS, made.accounts, ())
    _give_people_back(made.people_changed)
    _delete(_FREE_PEOPLE, made.people, (first_seq,))
    _delete(_FREE_ASSETS, made.assets, (first_seq,))
    return accounts, keys


def _delete(statement: str, spans: Sequence[Sequence[int]], more: tuple[int, ...]) -> int:
    count = 0
    for first, last in spans:
        with hand() as cursor:
            cursor.execute(statement, [first, last, *more])
            count += max(cursor.rowcount, 0)
    return count


def _give_people_back(changed: Mapping[int, Sequence[Any]]) -> None:
    """Give people back what a file changed of them, as far as nobody changed that since."""
    for part in chunks(changed):
        for person in Person.objects.filter(pk__in=part):
            was, now = changed[person.pk]
            if [getattr(person, name) for name in KEPT] == list(now):
                for name, value in zip(KEPT, was, strict=True):
                    setattr(person, name, value)
                person.save(update_fields=list(KEPT))


def _give_back(changed: Mapping[int, Sequence[Any]]) -> int:
    back = []
    for part in chunks(changed):
        for account in Account.objects.filter(pk__in=part):
            was, now = changed[account.pk]
            if [account.name, account.values] == list(now):
                account.name, account.values = was
                back.append(account)
    Account.objects.bulk_update(back, ["name", "values"])
    return len(back)
