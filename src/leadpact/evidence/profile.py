"""What is known of leads by the fields that people compare them by: the last value told of each, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from leadpact.evidence.tables import known

FIELDS = ("segment", "industry", "employees", "country", "region", "language", "budget", "authority", "tool_today")
"""Coded fields, and the number of people in bands. Fields with names or free words are never compared."""
SIZES = ((11, "1-10"), (51, "11-50"), (251, "51-250"), (1001, "251-1000"))
UNKNOWN = "unknown"
_DIGITS = 19


def valued(table: Any, p: Mapping[str, Any], of: Any = None) -> Any:
    """Every told value of a field: lead_id, occurred_s, recorded_s, field, and ``named``: its order and its level.

    ``of`` as of ``tables.known``. The greatest ``named`` is the last one told, by (occurred_s, seq).
    """
    told = known(table, p["as_of_s"], ("described",), ("field", "recorded_s"), of)
    told = told.filter(told.field.fill_null("").isin(list(FIELDS)))
    number = told.value_number.fill_null(0.0)
    size = ibis.cases((number < 1.0, UNKNOWN), *((number < float(line), name) for line, name in SIZES), else_="1001+")
    level = (told.field == "employees").ifelse(size, told.value_code.fill_null(UNKNOWN))
    order = told.occurred_s * 2**31 + told.seq + 10**18
    return told.select("lead_id", "occurred_s", "recorded_s", "field", named=order.cast("string") + level)


def last_named(told: Any) -> dict[str, Any]:
    """Aggregates of ``valued`` rows: the last value of each field, to be read by ``level_of``."""
    return {f"named_{field}": (told.field == field).ifelse(told.named, "").max() for field in FIELDS}


def levels(row: Any) -> dict[str, Any]:
    """The level of each field of rows with ``last_named``; what nobody told is unknown, a level of its own."""
    found = {}
    for field in FIELDS:
        level = row[f"named_{field}"].fill_null("").substr(_DIGITS)
        found[field] = (level == "").ifelse(UNKNOWN, level)
    return found
