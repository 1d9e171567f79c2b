"""Files of facts: any history whose columns are the ledger's, as CSV or Parquet, read in batches.

Ids of leads, people, deals and material stay as the file has them; the operation matches them with the
ledger's. A fact without an id of its own gets one made from its content, so that the same file brought in
again, in either format, gives the same ids.
"""

from __future__ import annotations

import hashlib
import json
import math
import uuid
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from leadpact.connectors.shapes import Reject, shown
from leadpact.connectors.tables import open_table
from leadpact.connectors.tables_cells import currency, nearest
from leadpact.connectors.tables_reading import TableRefused
from leadpact.rules.facts import COLUMNS, KINDS, PACT_KINDS, SIDES
from leadpact.rules.terms import FIELDS

BATCH_ROWS = 5000
DERIVED = frozenset(("seq", "occurred_month", "occurred_on"))
"""Columns that the ledger works out itself; a file may have them, they are not read."""
LONGEST = 200
LONGEST_PAYLOAD = 4000
WITHOUT_LEAD = PACT_KINDS | {"corrected"}
"""Kinds that may have no lead."""
LAST_S = 253_402_300_799
_NAMES = tuple(column.name for column in COLUMNS)


class FactRow(NamedTuple):
    """One fact of a file. As ``rules.facts.Fact`` without ``seq``, but ids (``*_id``) are text as the file has them.

    ``id`` and ``corrects_id`` are UUIDs; ``recorded_s`` is ``occurred_s`` where the file does not say.
    """

    id: str
    kind: str
    occurred_s: int
    recorded_s: int
    lead_id: str | None = None
    account_id: str | None = None
    deal_id: str | None = None
    person_id: str | None = None
    by_id: str | None = None
    side: str = "system"
    channel: str | None = None
    source: str | None = None
    campaign: str | None = None
    asset_id: str | None = None
    stage: str | None = None
    reason: str | None = None
    step: str | None = None
    lane: str | None = None
    field: str | None = None
    value_code: str | None = None
    value_number: float | None = None
    amount_minor: int | None = None
    currency: str | None = None
    points: int | None = None
    pact_id: str | None = None
    pact_version: int | None = None
    due_s: int | None = None
    worked_s: int | None = None
    corrects_id: str | None = None
    source_system: str | None = None
    external_id: str | None = None
    payload: str | None = None


Batch = list[tuple[int, FactRow | Reject]]
_PLACES = {name: place for place, name in enumerate(FactRow._fields)}
_EMPTY: list[Any] = [None] * len(FactRow._fields)
_ID, _KIND, _OCCURRED, _RECORDED, _LEAD = (
    _PLACES[name] for name in ("id", "kind", "occurred_s", "recorded_s", "lead_id")
)
_SIDE, _FIELD, _CODE, _CORRECTS = (_PLACES[name] for name in ("side", "field", "value_code", "corrects_id"))
_SYSTEM = _PLACES["source_system"]
_RESERVED = frozenset((*FactRow._fields, "occurred_at", "recorded_at")) | DERIVED
Read = Callable[[Any], Any]
Plan = tuple[tuple[int, int, Read, str], ...]
"""For each column that is read: its place in the row, its place in ``FactRow``, its reader, its name."""


def read_facts(
    path: Path | str, *, now_s: int, encoding: str | None = None, delimiter: str | None = None
) -> Iterator[Batch]:
    """Read a file of facts in batches of (line, fact or reject); in Parquet, the line is the row's number from 1.

    ``now_s`` (epoch seconds) is the present: nothing may have happened, or been recorded, after it. The file
    and its columns are checked at once, before the first batch is asked for; raises ``TableRefused``.
    """
    path = Path(path)
    rows: Iterator[tuple[int, Any]]
    if is_parquet(path):
        names, rows = _open_parquet(path)
        plan = _plan(names, f"{path}")
    else:
        table = open_table(path, encoding=encoding, delimiter=delimiter)
        rows = table.rows
        plan = _plan(table.headings, f"{path}, line {table.heading_line}")
    return _batches(rows, plan, now_s)


def is_parquet(path: Path) -> bool:
    """Whether the file begins as Parquet does, whatever its name."""
    try:
        with path.open("rb") as raw:
            return raw.read(4) == b"PAR1"
    except OSError:
        return False


def _open_parquet(path: Path) -> tuple[tuple[str, ...], Iterator[tuple[int, tuple[Any, ...]]]]:
    opens: Any = import_module("leadpact.connectors.fact_parquet")  # Slow to load, and few files are of this kind.
    found: tuple[tuple[str, ...], Iterator[tuple[int, tuple[Any, ...]]]] = opens.open_parquet(path)
    return found


def systems_of(path: Path | str, *, encoding: str | None = None, delimiter: str | None = None) -> frozenset[str]:
    """The source systems that a file of facts names, read through once. Raises ``TableRefused``."""
    path = Path(path)
    rows: Iterator[tuple[int, Any]]
    if is_parquet(path):
        names, rows = _open_parquet(path)
    else:
        table = open_table(path, encoding=encoding, delimiter=delimiter)
        names, rows = table.headings, table.rows
    if "source_system" not in names:
        return frozenset()
    place = names.index("source_system")
    named = {str(row[place] or "").strip() for _, row in rows if not isinstance(row, Reject)}
    return frozenset(named - {""})


def _plan(names: Sequence[str], where: str) -> Plan:
    complaints = [
        f"{name!r} is no column of the ledger{nearest(name, _NAMES)}" for name in names if name not in _RESERVED
    ]
    complaints += [f"the column {name} is missing" for name in ("kind", "lead_id") if name not in names]
    if "occurred_at" not in names and "occurred_s" not in names:
        complaints.append("the column occurred_at (or occurred_s) is missing")
    if complaints:
        raise TableRefused("; ".join(complaints) + ".", where, f"The columns are: {', '.join(_NAMES)}.")
    plan = []
    for index, name in enumerate(names):
        if name not in DERIVED:
            slot = name.removesuffix("_at") + "_s" if name.endswith("_at") else name
            plan.append((index, _PLACES[slot], READERS[name], name))
    return tuple(plan)


def _batches(rows: Iterator[tuple[int, Any]], plan: Plan, now_s: int) -> Iterator[Batch]:
    ids = _Ids()
    batch: Batch = []
    for line, row in rows:
        batch.append((line, row if isinstance(row, Reject) else _fact(line, row, plan, now_s, ids)))
        if len(batch) == BATCH_ROWS:
            yield batch
            batch = []
    if batch:
        yield batch


def _fact(line: int, row: Sequence[Any], plan: Plan, now_s: int, ids: _Ids) -> FactRow | Reject:
    slots = _EMPTY.copy()
    for index, place, read, name in plan:
        cell = row[index]
        if isinstance(cell, str):
            cell = cell.strip()
        if cell is None or cell == "":
            continue
        try:
            value = read(cell)
        except ValueError as error:
            return Reject(line, name, str(error), shown(str(cell)))
        if slots[place] is not None and slots[place] != value:
            return Reject(
                line, name, f"it is not the instant that the other column says ({slots[place]})", shown(str(cell))
            )
        slots[place] = value
    wrong = _missing(slots) or _impossible(slots, now_s)
    if wrong is not None:
        name, reason = wrong
        return Reject(line, name, reason, shown(str(slots[_PLACES[name]] or "")))
    ids.settle(slots)
    return FactRow(*slots)


def _missing(slots: list[Any]) -> tuple[str, str] | None:
    """The column that this kind of fact needs and has not, with the reason."""
    kind = slots[_KIND]
    if kind is None:
        return "kind", "it is blank; say what happened"
    if slots[_OCCURRED] is None:
        return "occurred_s", "it is blank; say when it happened, in occurred_at or occurred_s"
    if slots[_LEAD] is None and kind not in WITHOUT_LEAD:
        return "lead_id", f"it is blank; {kind} is about a lead"
    if kind == "corrected" and slots[_CORRECTS] is None:
        return "corrects_id", "it is blank; name the id of the fact that was wrong"
    if kind == "described" and slots[_FIELD] is None:
        return "field", "it is blank; name the field that got a value"
    return None


def _impossible(slots: list[Any], now_s: int) -> tuple[str, str] | None:
    """The column whose value cannot be, with the reason. Fills in what the kind and the other columns say."""
    if slots[_OCCURRED] > now_s:
        return "occurred_s", "it lies in the future"
    if slots[_RECORDED] is None:
        slots[_RECORDED] = slots[_OCCURRED]
    elif slots[_RECORDED] > now_s:
        return "recorded_s", "it lies in the future"
    if slots[_SIDE] is None:
        slots[_SIDE] = KINDS[slots[_KIND]].side
    if slots[_KIND] == "described":
        declared = FIELDS.get(slots[_FIELD])
        if declared and declared.type == "personal" and slots[_CODE] not in {"known", "unknown"}:
            reason = (
                f"{slots[_FIELD]} is personal: a fact says only known or unknown, words are brought in with the leads"
            )
            return "value_code", reason
    return None


class _Ids:
    """The ids of one file's facts.

    A fact without an id gets one from its content and, as two calls in the same second may be alike, from how
    many alike came before it. Remembering what came costs some 80 bytes a fact.
    """

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._again: dict[int, int] = {}

    def settle(self, slots: list[Any]) -> None:
        """Make the row's ids UUIDs."""
        if slots[_CORRECTS] is not None:
            slots[_CORRECTS] = fact_id(slots[_CORRECTS], slots[_SYSTEM])
        if slots[_ID] is not None:
            slots[_ID] = fact_id(slots[_ID], slots[_SYSTEM])
            return
        content = hashlib.sha256(repr(slots).encode()).digest()
        key = int.from_bytes(content[:8])
        if key in self._seen:
            count = self._again[key] = self._again.get(key, 0) + 1
            content = hashlib.sha256(content + count.to_bytes(8)).digest()
        else:
            self._seen.add(key)
        slots[_ID] = _uuid8(content)


def fact_id(text: str, source_system: str | None) -> str:
    """An id as the file has it, as a UUID: itself when it is one, else one made from it and the system it came from."""
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return _uuid8(hashlib.sha256(f"{source_system or ''}\n{text}".encode()).digest())


def _uuid8(digest: bytes) -> str:
    """A version 8 UUID (RFC 9562, 5.8) of the digest's first bytes."""
    text = digest[:16].hex()
    variant = "89ab"[digest[8] & 3]
    return f"{text[:8]}-{text[8:12]}-8{text[13:16]}-{variant}{text[17:20]}-{text[20:]}"


# -- cells: text from CSV, or the value that Parquet holds ---------------------------------------------------


def _word(cell: Any) -> str:
    text = str(cell)
    if len(text) > LONGEST:
        raise ValueError(f"it is longer than {LONGEST} characters")
    return text


def _key(cell: Any) -> str:
    # An id column with gaps comes out of many tools as decimals: 17.0 is 17.
    text = _word(cell)
    return text[:-2] if text.endswith(".0") and text[:-2].isdigit() else text


def _whole(bits: int) -> Read:
    limit = 1 << (bits - 1)

    def read(cell: Any) -> int:
        try:
            found = cell if type(cell) is int else int(cell)
        except (ValueError, OverflowError):
            found = _whole_of(cell)
        else:
            if not isinstance(cell, str) and found != cell:
                raise ValueError("it is no whole number")
        if not -limit <= found < limit:
            raise ValueError("it is too large")
        return found

    return read


def _whole_of(cell: Any) -> int:
    try:
        number = float(cell)
    except ValueError:
        raise ValueError("it is no whole number") from None
    if not number.is_integer():
        raise ValueError("it is no whole number")
    return int(number)


def _second(cell: Any) -> int:
    found: int = _int64(cell)
    if not 0 <= found <= LAST_S:
        raise ValueError("it is no number of seconds since 1970 (milliseconds?)")
    return found


def _decimal(cell: Any) -> float:
    try:
        found = float(cell)
    except ValueError:
        raise ValueError("it is no number such as 12.5") from None
    if not math.isfinite(found):
        raise ValueError("it is no finite number")
    return found


def _instant(cell: Any) -> int:
    if type(cell) is int:  # Parquet's timestamps are seconds already
        return _second(cell)
    try:
        moment = datetime.fromisoformat(str(cell))
        seconds = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        raise ValueError("it is no ISO instant such as 2026-03-01T09:30:00+00:00 (UTC without an offset)") from None
    return _second(math.floor(seconds))


def _one_of(known: Sequence[str], noun: str) -> Read:
    allowed = frozenset(known)

    def read(cell: Any) -> str:
        if cell not in allowed:
            raise ValueError(f"there is no such {noun}{nearest(str(cell), known)}; known are {', '.join(known)}")
        return str(cell)

    return read


def _payload(cell: Any) -> str:
    text = str(cell)
    try:
        is_object = isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        is_object = False
    if not is_object or len(text) > LONGEST_PAYLOAD:
        raise ValueError(f"it is no JSON object of at most {LONGEST_PAYLOAD} characters")
    return text


_int64 = _whole(64)
_BY_TYPE: dict[str, Read] = {
    "string": _word,
    "int32": _whole(32),
    "int64": _int64,
    "float64": _decimal,
    "timestamp": _instant,
}
_BY_NAME: dict[str, Read] = {
    "kind": _one_of(tuple(KINDS), "kind of fact"),
    "side": _one_of(SIDES, "side"),
    "currency": currency,
    "payload": _payload,
    "due_s": _second,
    "occurred_s": _second,
    "recorded_s": _second,
    **{name: _key for name in _NAMES if name == "id" or name.endswith("_id")},
}
READERS = {
    column.name: _BY_NAME.get(column.name) or _BY_TYPE[column.type] for column in COLUMNS if column.name not in DERIVED
}
