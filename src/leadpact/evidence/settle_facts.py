"""Two files as facts: what measures are asked of when there is no ledger.

They are kept in memory; what does not fit goes to a folder of their own, which is gone when they are.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from leadpact.evidence.copy_source import SQL_TYPES, KeepingSource
from leadpact.evidence.source import Source
from leadpact.evidence.uncertainty import Ints
from leadpact.rules.facts import COLUMNS

MEMORY_MB = 900
NONE_S = -1
"""Stands in arrays of seconds where there is no instant."""
_GIVEN = (
    *("kind", "occurred_s", "lead_id", "side", "source", "campaign", "field", "value_code", "value_number", "due_s"),
    *("deal_id", "amount_minor", "currency", "reason"),
)
_TYPES = {"int64": pa.int64(), "int32": pa.int32(), "float64": pa.float64(), "string": pa.string()}
DAY_S = 86_400


@dataclass(slots=True)
class Deal:
    """What sales' file says of one deal: the lead (its place), how it ended, and when, epoch seconds or ``NONE_S``."""

    lead: int
    state: str
    opened_s: int = NONE_S
    closed_s: int = NONE_S
    amount: float | None = None
    currency: str = ""
    reason: str = ""


@dataclass(slots=True)
class Told:
    """What two files say of each lead of marketing's; lists and arrays have one entry per lead.

    ``good`` and ``sales_good``: 1 good, 0 not, -1 not said. ``contact_s``: the first contact by sales, ``NONE_S`` where
    none is dated. ``called``: 1 where any contact is told of. ``in_sales``: 1 where sales' file has a row, and
    ``doubtful`` 1 where all of its rows were joined doubtfully. ``attributes`` by name: words, or numbers as text.
    """

    as_of_s: int
    created_s: Ints
    sources: Sequence[str]
    campaigns: Sequence[str]
    good: Ints
    good_s: Ints
    sales_good: Ints
    contact_s: Ints
    called: Ints
    in_sales: Ints
    doubtful: Ints
    deals: list[Deal] = field(default_factory=list)
    costs: Sequence[float | None] = ()
    attributes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    numbers: frozenset[str] = frozenset()
    """Names of the attributes that are numbers."""

    def __len__(self) -> int:
        return len(self.created_s)

    @property
    def has_dates(self) -> bool:
        """Whether any lead is dated."""
        return bool((self.created_s > 0).any())


@dataclass(slots=True)
class Reach:
    """What sales' file can tell: contacts (``has_calls``), deals that were not won too, deals won only, or no more."""

    has_calls: bool
    has_deals: bool
    has_lost: bool
    has_wins: bool

    @property
    def is_wins_only(self) -> bool:
        """Whether a lead without a row may just have been lost."""
        return self.has_deals and not self.has_calls and not self.has_lost


class _Batches:
    """Facts as they are gathered: Arrow tables with only the columns that a kind fills."""

    def __init__(self) -> None:
        self.tables: list[pa.Table] = []

    def add(self, kind: str, leads: Any, at_s: Any, side: str, **more: Any) -> None:
        many = len(leads)
        if not many:
            return
        given = {"kind": [kind] * 0, "occurred_s": at_s, "lead_id": np.asarray(leads) + 1, **more}
        arrays = {"kind": _same(kind, many), "side": _same(side, many)}
        types = {column.name: _TYPES.get(column.type, pa.string()) for column in COLUMNS}
        for name, values in given.items():
            if name != "kind":
                arrays[name] = pa.array(values, type=types[name], from_pandas=False)
        for name in _GIVEN:
            if name not in arrays:
                arrays[name] = pa.nulls(many, types[name])
        self.tables.append(pa.table({name: arrays[name] for name in _GIVEN}))


def _same(text: str, many: int) -> pa.Array:
    return pa.repeat(pa.scalar(text, pa.string()), many)


@contextmanager
def facts_of(told: Told, waiting: Ints, *, has_attributes: bool = True) -> Iterator[Source]:
    """A source of the facts of all dated leads. ``waiting`` are the leads whose wait for sales is measured.

    ``has_attributes``: with what marketing's file says of them, which only learning asks for.

    A lead's hand-off is when it was called good where that is known, else when it came; a day is its deadline.
    """
    batches = _Batches()
    dated = np.flatnonzero(told.created_s > 0)
    made_s = told.created_s[dated]
    batches.add(
        "captured", dated, made_s, "buyer",
        source=[told.sources[lead] or None for lead in dated.tolist()],
        campaign=[told.campaigns[lead] or None for lead in dated.tolist()],
    )  # fmt: skip
    if has_attributes:
        _add_attributes(batches, told, dated)
    start_s = np.where(told.good_s[waiting] > 0, told.good_s[waiting], told.created_s[waiting])
    batches.add("handed_over", waiting, start_s, "marketing", due_s=start_s + DAY_S)
    _add_contacts(batches, told, waiting, start_s)
    _add_deals(batches, told)
    with tempfile.TemporaryDirectory(prefix="leadpact-settle-") as spill:
        connection = duckdb.connect(
            ":memory:",
            config={
                "memory_limit": f"{MEMORY_MB}MB", "preserve_insertion_order": "false", "temp_directory": spill,
                "autoinstall_known_extensions": "false", "autoload_known_extensions": "false",
            },
        )  # fmt: skip
        try:
            _fill(connection, batches.tables)
            yield KeepingSource("duckdb", lambda sql: connection.execute(sql).fetchall(), "facts")
        finally:
            connection.close()


def _fill(connection: duckdb.DuckDBPyConnection, tables: list[pa.Table]) -> None:
    """Give the facts their numbers in order of time, and a view of them with all columns of the ledger."""
    connection.execute("SET enable_progress_bar = false")
    connection.register("given", pa.concat_tables(tables) if tables else _empty())
    tables.clear()
    rank = "CASE kind WHEN 'captured' THEN 0 WHEN 'described' THEN 1 WHEN 'handed_over' THEN 2 ELSE 3 END"
    order = f"occurred_s, lead_id, {rank}, field"
    connection.execute(f"CREATE TABLE told AS SELECT row_number() OVER (ORDER BY {order}) AS seq, * FROM given")
    connection.unregister("given")
    connection.execute(f"CREATE VIEW facts AS {_view()}")


def _empty() -> pa.Table:
    types = {column.name: _TYPES.get(column.type, pa.string()) for column in COLUMNS}
    return pa.table({name: pa.nulls(0, types[name]) for name in _GIVEN})


def _view() -> str:
    """All columns of the ledger; what the files do not tell is empty."""
    instant = "make_timestamp(occurred_s * 1000000)"
    made = {
        "id": "CAST(seq AS VARCHAR)",
        "occurred_month": f"CAST(strftime({instant}, '%Y%m') AS INTEGER)",
        "occurred_on": f"CAST({instant} AS DATE)",
        "recorded_s": "occurred_s",
        "occurred_at": instant,
        "recorded_at": instant,
    }
    has = {"seq", *_GIVEN}
    parts = []
    for column in COLUMNS:
        own = column.name if column.name in has else made.get(column.name)
        type_ = SQL_TYPES.get(column.type, "TIMESTAMP")
        parts.append(f"{own or f'CAST(NULL AS {type_})'} AS {column.name}")
    return f"SELECT {', '.join(parts)} FROM told"


def _add_attributes(batches: _Batches, told: Told, dated: Ints) -> None:
    """What marketing's file says of a lead counts as known from the day it came; nobody wrote down when it was."""
    for name, words in told.attributes.items():
        known = np.array([lead for lead in dated if words[lead]], dtype=np.int64)
        own = [words[lead] for lead in known]
        more: dict[str, Any] = {"field": [name] * len(own), "value_code": own}
        if name in told.numbers:
            more["value_number"] = [float(word) for word in own]
        batches.add("described", known, told.created_s[known], "buyer", **more)


def _add_contacts(batches: _Batches, told: Told, waiting: Ints, start_s: Ints) -> None:
    """First contacts; one that is dated before the wait began ended it at once."""
    begun = told.created_s.copy()
    begun[waiting] = start_s
    dated = np.flatnonzero((told.contact_s > 0) & (told.created_s > 0))
    at_s = np.maximum(told.contact_s[dated], begun[dated])
    batches.add("call", dated, at_s, "sales")


def _add_deals(batches: _Batches, told: Told) -> None:
    own = [
        (place + 1, deal, max(int(told.created_s[deal.lead]), 1))
        for place, deal in enumerate(told.deals)
        if told.created_s[deal.lead] > 0
    ]
    for state in ("won", "lost"):
        ended = [(deal_id, deal, since) for deal_id, deal, since in own if deal.state == state and deal.closed_s > 0]
        batches.add(
            state, np.array([deal.lead for _, deal, _ in ended], dtype=np.int64),
            [max(deal.closed_s, since) for _, deal, since in ended], "sales",
            deal_id=[deal_id for deal_id, _, _ in ended],
            amount_minor=[None if deal.amount is None else round(deal.amount * 100) for _, deal, _ in ended],
            currency=[deal.currency or None for _, deal, _ in ended],
            reason=[deal.reason or None for _, deal, _ in ended] if state == "lost" else [None] * len(ended),
        )  # fmt: skip
