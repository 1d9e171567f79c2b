"""What another system sent before: facts by that system, their kind and the id they have there.

Captures have no index of their own, for a lead's keys know its ids already, and an index over a million of another
system's ids is the dearest part of bringing them in.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from leadpact.ledger.reader import chunks, marks
from leadpact.ledger.statements import hand

Sent = tuple[str | None, str, str]
"""System, kind and external id of a fact."""
UNDONE = "import_undone"
"""The reason of a correction that takes a whole import back: what it mends may come in again, and then stands anew."""
_STANDS = f"NOT EXISTS (SELECT 1 FROM facts AS mends WHERE mends.corrects_id = facts.id AND mends.reason = '{UNDONE}')"
_INDEXED = "external_id IS NOT NULL AND NOT (kind = 'captured')"
"""Word for word the condition of the index ``facts_sent``, without which it is not used.

Where a kind is asked for, it is in a form that no index answers: by kind, SQLite would read every fact of that kind.
"""
_OTHERS = f"SELECT source_system, kind, external_id FROM facts WHERE external_id IN ({{}}) AND {_INDEXED} AND {_STANDS}"
_CAPTURES = f"""
SELECT source_system, facts.kind, external_id FROM lead_keys CROSS JOIN facts
WHERE lead_keys.value IN ({{}}) AND lead_keys.kind = 'external' AND facts.lead_id = lead_keys.lead_id
AND NOT (facts.kind <> 'captured') AND external_id IS NOT NULL AND {_STANDS}"""
_OPENINGS = f"""
SELECT source_system, external_id, deal_id, lead_id, occurred_s FROM facts
WHERE external_id IN ({{}}) AND {_INDEXED} AND NOT (kind <> 'deal_opened') AND deal_id IS NOT NULL AND {_STANDS}"""


def sent(asked: Iterable[Sent]) -> set[Sent]:
    """Those that are recorded and were not taken back with their import."""
    wanted = set(asked)
    found = _found(_OTHERS, {external_id for _, kind, external_id in wanted if kind != "captured"})
    found += _found(_CAPTURES, {external_id.strip() for _, kind, external_id in wanted if kind == "captured"})
    return wanted.intersection(found)


def openings(external_ids: Iterable[str]) -> list[tuple[str | None, str, int, int | None, int]]:
    """Deals opened under these ids, in any system, and not taken back: system, id there, deal, lead, instant."""
    return _found(_OPENINGS, set(external_ids))


def _found(statement: str, external_ids: set[str]) -> list[Any]:
    rows: list[Any] = []
    for part in chunks(external_ids):
        with hand() as cursor:
            cursor.execute(statement.format(marks(part)), part)
            rows += cursor.fetchall()
    return rows
