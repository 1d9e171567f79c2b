"""Very many facts of a company that never was, made by DuckDB: for engines and files, not for eyes.

Twenty facts a lead over three years: 200 people, 60 materials, one correction in a thousand facts, one merge in two
hundred leads. Facts of a lead follow each other as they do in life; ``seq`` is their order in time.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import duckdb

from leadpact.rules.facts import COLUMNS

START_S, END_S = 1_672_531_200, 1_767_225_600
"""2023-01-01 to 2026-01-01, UTC."""
AS_OF_S = END_S
NOT_KEPT = ("occurred_at", "recorded_at", "payload")


class Told(NamedTuple):
    """A kind: one in ``one_in`` leads has it, up to ``most`` times, so many days after the last stage; its columns."""

    kind: str
    share: float
    most: int
    first_day: float
    spread_days: float
    fills: str = ""


WHO = "person_id: 1 + lead_id % 200"
CODE = "value_code: ['no_answer', 'reached', 'voicemail'][1 + h % 3]"
WORTH = "deal_id: lead_id; amount_minor: 100 * (h % 90000); currency: 'EUR'"
TOLD = (
    Told("captured", 1.0, 1, 0, 0, "source: 's' || (lead_id % 12); side: ['buyer','buyer','sales'][1 + lead_id % 3]"),
    Told("described", 1.0, 7, 0, 1, "field: 'f' || (h % 8); value_code: 'v' || (h % 20); side: 'buyer'"),
    Told("page_view", 0.9, 11, 0, 60, "field: 'p' || (h % 5); side: 'buyer'"),
    Told("email_opened", 0.6, 8, 1, 90, "campaign: 'c' || (h % 40); side: 'buyer'"),
    Told("email_clicked", 0.3, 2, 1, 90, "campaign: 'c' || (h % 40); side: 'buyer'"),
    Told("form_filled", 0.4, 2, 0, 20, "field: 'demo'; side: 'buyer'"),
    Told("asset_viewed", 0.3, 3, 2, 90, "asset_id: 1 + h % 60; side: 'buyer'"),
    Told("action_done", 0.3, 1, 4, 3, "field: 'qualification_call'; side: 'marketing'"),
    Told("qualified", 0.4, 1, 5, 5, "points: h % 101; side: 'marketing'"),
    Told("scored", 0.4, 1, 5, 5, "points: h % 101"),
    Told("handed_over", 0.35, 1, 10, 2, f"points: h % 101; due_s: occurred_s + 14400; {WHO}; side: 'marketing'"),
    Told("promised", 0.35, 2, 10, 2, f"field: 'answer'; due_s: occurred_s + 172800; {WHO}"),
    Told("reminded", 0.1, 2, 11, 3, f"field: 'first_touch'; {WHO}"),
    Told("reassigned", 0.03, 1, 12, 5, f"due_s: occurred_s + 14400; {WHO}"),
    Told("call", 0.33, 6, 12, 25, f"{CODE}; worked_s: 60 + h % 20000; side: 'sales'"),
    Told("email", 0.28, 3, 12, 25, "side: ['sales','sales','buyer'][1 + h % 3]; worked_s: 60 + h % 20000"),
    Told("meeting", 0.1, 2, 14, 30, "value_code: 'held'; side: 'sales'; worked_s: 60 + h % 20000"),
    Told("asset_sent", 0.15, 2, 12, 30, "asset_id: 1 + h % 60; side: 'sales'"),
    Told("accepted", 0.25, 1, 14, 6, "side: 'sales'; worked_s: 60 + h % 20000"),
    Told("rejected", 0.06, 1, 14, 6, "side: 'sales'; reason: 'r' || (h % 6)"),
    Told("recycled", 0.1, 1, 30, 40, "reason: 'r' || (h % 6)"),
    Told("woken", 0.04, 1, 90, 40, "reason: 'due'"),
    Told("gave_up", 0.15, 1, 45, 30, "reason: 'silent'; side: 'sales'"),
    Told("disqualified", 0.05, 1, 15, 30, "reason: 'r' || (h % 6); side: 'sales'"),
    Told("deal_opened", 0.1, 1, 25, 20, f"{WORTH}; side: 'sales'"),
    Told("stage_changed", 0.1, 3, 40, 20, "deal_id: lead_id; stage: 'stage' || (h % 4); side: 'sales'"),
    Told("won", 0.03, 1, 60, 60, f"{WORTH}; {WHO}; side: 'sales'"),
    Told("lost", 0.06, 1, 60, 60, f"deal_id: lead_id; reason: 'r' || (h % 8); {WHO}; side: 'sales'"),
    Told("merged", 0.005, 1, 5, 90, "value_number: cast(1 + h % greatest(lead_id - 1, 1) as double)"),
)  # fmt: skip
FACTS_OF_A_LEAD = 20


def write(facts: int, folder: Path, first_lead: int = 1) -> list[Path]:
    """About so many facts in Parquet files with the ledger's columns, in order of ``seq``; their paths in order.

    Made in slices of leads, so that memory does not grow; a slice's facts are all recorded before the next one's.
    """
    made = []
    seq = 0
    leads = max(1, facts // FACTS_OF_A_LEAD)
    slice_leads = 50_000
    slices = -(-leads // slice_leads)
    for number in range(slices):
        begun = first_lead + number * slice_leads
        ended = min(first_lead + leads, begun + slice_leads)
        path = folder / f"slice-{number:04d}.parquet"
        with duckdb.connect() as connection:
            connection.execute("SET threads TO 2")
            connection.execute("SET memory_limit = '1500MB'")
            connection.execute("SET TimeZone = 'UTC'")
            span = (END_S - START_S) // slices
            connection.execute(
                f"COPY ({_slice(begun, ended, START_S + number * span, span, seq)}) TO '{path}' (FORMAT parquet)"
            )
            count = connection.execute(f"SELECT count(*) FROM '{path}'").fetchone()
        seq += count[0] if count else 0
        made.append(path)
    return made


def _slice(begun: int, ended: int, start_s: int, span_s: int, seq: int) -> str:
    each = " UNION ALL BY NAME ".join(_kind(told, begun, ended, start_s, span_s) for told in TOLD)
    told = f"SELECT * FROM ({each}) WHERE occurred_s < {END_S}"
    corrected = f"""
      SELECT 'corrected' AS kind, lead_id, occurred_s + 3600 AS occurred_s, id AS corrects_id, 'system' AS side,
        {_id("id || 'x'")} AS id
      FROM told WHERE hash(id) % 1000 = 0 AND kind <> 'captured'"""
    whole = f"SELECT * FROM told UNION ALL BY NAME ({corrected})"
    columns = ", ".join(_column(column.name, column.type) for column in COLUMNS if column.name not in NOT_KEPT)
    numbered = f"SELECT *, {seq} + row_number() OVER (ORDER BY occurred_s, id) AS seq FROM ({whole})"
    names = ", ".join(_given())
    mended = "numbered AS own JOIN numbered AS mended ON own.corrects_id = mended.id"
    return f"""
      WITH told AS ({told}), numbered AS ({numbered}), wrong AS (
        SELECT own.id AS wrong_id, mended.seq AS corrects_seq FROM {mended})
      SELECT {columns}, corrects_seq FROM (SELECT {names} FROM numbered)
      LEFT JOIN wrong ON id = wrong_id ORDER BY seq"""


def _given() -> list[str]:
    filled = {part.split(":")[0].strip() for told in TOLD for part in told.fills.split(";") if part.strip()}
    known = {*filled, "seq", "id", "kind", "occurred_s", "lead_id", "side", "corrects_id"}
    return [name if name in known else f"NULL AS {name}" for name in (c.name for c in COLUMNS) if name not in NOT_KEPT]


def _column(name: str, type_: str) -> str:
    sql = {"int64": "BIGINT", "int32": "INTEGER", "float64": "DOUBLE", "string": "VARCHAR", "date": "DATE"}[type_]
    moment = "make_timestamp(occurred_s * 1000000)"
    worth = {
        "recorded_s": "occurred_s",
        "occurred_month": f"year({moment}) * 100 + month({moment})",
        "occurred_on": f"{moment}",
        "side": "coalesce(side, 'system')",
    }.get(name, name)
    return f"CAST({worth} AS {sql}) AS {name}"


def _kind(told: Told, begun: int, ended: int, start_s: int, span_s: int) -> str:
    """Facts of one kind: each lead draws whether it has any, and how many, from a hash."""
    salt = f"'{told.kind}'"
    has_any = f"hash(l, {salt}) % 10000 < {round(told.share * 10000)}"
    count = f"CASE WHEN {has_any} THEN 1 + hash(l, {salt}, 1) % {told.most} ELSE 0 END"
    fills = "".join(
        f", {part.split(':', 1)[1]} AS {part.split(':', 1)[0].strip()}"
        for part in told.fills.split(";")
        if part.strip()
    )
    spread = max(1, round(told.spread_days * 86400))
    return f"""
      SELECT '{told.kind}' AS kind, lead_id, occurred_s, id{fills} FROM (
        SELECT lead_id, h, occurred_s, {_id(f"lead_id || {salt} || n")} AS id FROM (
        SELECT l AS lead_id, n, CAST(hash(l, {salt}, n, 2) % 1000003 AS BIGINT) AS h,
          {start_s} + CAST(hash(l) % {span_s} AS BIGINT) + {round(told.first_day * 86400)}
            + CAST(hash(l, {salt}, n, 3) % {spread} AS BIGINT) AS occurred_s
        FROM (SELECT l, unnest(range(0, CAST({count} AS BIGINT))) AS n FROM range({begun}, {ended}) AS t(l))))"""


def _id(of: str) -> str:
    """A text like a UUIDv7: its first twelve digits are the milliseconds."""
    stamp = "printf('%012x', occurred_s * 1000)"
    noise = f"md5({of})"
    return (
        f"left({stamp}, 8) || '-' || right({stamp}, 4) || '-7' || substr({noise}, 1, 3)"
        f" || '-a' || substr({noise}, 4, 3) || '-' || substr({noise}, 7, 12)"
    )
