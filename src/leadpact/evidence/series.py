"""Numbers by month: how they are counted, and what each does by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import ibis

from leadpact.evidence.clocks import clocks
from leadpact.evidence.control import (
    FULL_BASE,
    LEAST_BASE,
    MOST_AUTOCORRELATION,
    autocorrelation,
    changepoint,
    share_limits,
    signals,
    xmr,
)  # fmt: skip
from leadpact.evidence.handed import acceptances
from leadpact.evidence.leads import origins
from leadpact.evidence.measure import Counts, Parameter, Values
from leadpact.evidence.result import major
from leadpact.evidence.shared import lasts
from leadpact.evidence.tables import count_of, known, one
from leadpact.evidence.uncertainty import FEW, Range

LEAST_MEAN = 5
"""Months that count fewer on average get no limits: of numbers that do not change 24 in 100 would alarm within a year
at 2 a month, 59 at 0.3, and at most 20 from 5 on."""
PLAIN = {"handed_over": "handoffs", "accepted": "accepted_handoffs", "won": "deals_won"}
FIRSTS = {"captured": "leads_captured", "qualified": "qualified_leads"}
MONEY, RATIO = "revenue_won", "promise_kept"
FIRST_DAYS = 5
"""A month is complete when records are there from one of its first days on: who begins on a Monday or after a holiday
begins with the month."""


def facts_of_months(table: Any, p: Values) -> Any:
    """Hand-offs, those of them that sales took, and wins per month and currency, with the amounts of the wins."""
    told = known(table, p["as_of_s"], PLAIN.keys() - {"accepted"}, ("amount_minor", "currency"))
    is_won = told.kind == "won"
    told = told.select(
        "kind", month=told.occurred_month.cast("int64"),
        currency=is_won.ifelse(told.currency.fill_null(""), ""),
        amount=is_won.ifelse(told.amount_minor.fill_null(0), 0),
        has_none=one(is_won & (told.amount_minor.fill_null(0) == 0)),
    )  # fmt: skip
    taken = acceptances(table, p["as_of_s"])
    taken = taken.filter(taken.is_handed == 1)
    nothing = ibis.literal(0, "int64")
    told = told.union(
        taken.select(
            "month", kind=ibis.literal("accepted"), currency=ibis.literal(""), amount=nothing,
            has_none=ibis.literal(0, told.has_none.type()),
        ).select(*told.columns)
    )  # fmt: skip
    return told.group_by(["kind", "month", "currency"]).agg(
        n=told.count(), amount=told.amount.sum().cast("int64"), without_amount=count_of(told.has_none == 1)
    )


def firsts_of_months(table: Any, p: Values) -> Any:
    """Leads per month of their first captured and of their first qualified fact; ``first_s`` is the earliest."""
    per = _firsts(table, p, FIRSTS)
    if lasts():  # Then where each lead came from is there already.
        captured = origins(table, p["as_of_s"]).select(
            kind=ibis.literal("captured"), month="origin_month", first_s="origin_s"
        )
        per = captured.union(_firsts(table, p, FIRSTS.keys() - {"captured"}).select(*captured.columns))
    return per.group_by(["kind", "month"]).agg(n=per.count(), first_s=per.first_s.min())


def _firsts(table: Any, p: Values, kinds: Collection[str]) -> Any:
    told = known(table, p["as_of_s"], kinds)
    return told.group_by(["lead_id", "kind"]).agg(
        month=told.occurred_month.min().cast("int64"), first_s=told.occurred_s.min()
    )


def clocks_of_months(table: Any, p: Values) -> Any:
    """First-touch clocks due and kept, per month of the hand-off."""
    told = clocks(table, p)
    is_due = (told.due_s <= p["as_of_s"]) & ~((told.touch_s > told.due_s) & (told.withdrawn_s <= told.due_s))
    told = told.select("month", is_due=is_due, is_kept=is_due & (told.touch_s <= told.due_s))
    return told.group_by("month").agg(due=count_of(told.is_due), kept=count_of(told.is_kept))


class Series(NamedTuple):
    """A number by complete month: values, and of a ratio its counts; months run without a gap.

    ``counted`` says how many facts each month's value is made of: wins of money, due clocks of a share.
    """

    metric: str
    currency: str
    months: tuple[int, ...]
    values: tuple[float, ...]
    counted: tuple[int, ...]
    k: tuple[int, ...] = ()
    n: tuple[int, ...] = ()

    def is_small(self, first: int, end: int | None = None) -> bool:
        """Whether these months count too few on average for limits."""
        told = self.counted[first:end]
        return sum(told) < (FEW if self.n else LEAST_MEAN) * len(told)


def place_of(month: int) -> int:
    """Months since year 0 of yyyymm."""
    return month // 100 * 12 + month % 100 - 1


def month_of(place: int) -> int:
    """The opposite of ``place_of``."""
    return place // 12 * 100 + place % 12 + 1


RUNNING = Parameter(
    "running_month", "number", "the month, yyyymm in the company's zone, that runs after the snapshot; else that in UTC"
)
PART = Parameter(
    "is_part", "number", "1 where only some leads are asked about: numbers agreed for all are not held against these"
)


def running_month(values: Values) -> int:
    """The month that runs once the snapshot's last second is over: the one before it is complete."""
    if values["running_month"] is not None:
        return int(values["running_month"])
    when = datetime.fromtimestamp(values["as_of_s"] + 1, UTC)
    return when.year * 100 + when.month


def begun_within(counts: Counts) -> tuple[int, date] | None:
    """The month within which the records of leads begin, and the day; None where they begin with a month."""
    told = [row for row in counts["firsts"] if row["kind"] == "captured"]
    if not told:
        return None
    first = min(told, key=lambda row: row["month"])
    day = datetime.fromtimestamp(first["first_s"], UTC).date()
    # Near the turn of a month the company's zone may be a month ahead of UTC, or behind.
    is_late = day.day > FIRST_DAYS if day.year * 100 + day.month == first["month"] else day.day < FIRST_DAYS
    return (first["month"], day) if is_late else None


def all_series(counts: Counts, running: int) -> list[Series]:
    """Every number there is, by complete month, from its first one to the last one before the running one."""
    begun = begun_within(counts)
    least = 0 if begun is None else begun[0] + 1
    told: dict[tuple[str, str], dict[int, tuple[float, int]]] = defaultdict(dict)
    for row in counts["facts"]:
        by_month = told[PLAIN[row["kind"]], ""]
        n = by_month.get(row["month"], (0, 0))[1] + row["n"]
        by_month[row["month"]] = (n, n)
        if row["kind"] == "won" and row["currency"]:
            paid = row["n"] - row["without_amount"]
            told[MONEY, row["currency"]][row["month"]] = (major(row["amount"], row["currency"]), paid)
    for row in counts["firsts"]:
        told[FIRSTS[row["kind"]], ""][row["month"]] = (row["n"], row["n"])
    whole = {key: {month: told[key][month] for month in told[key] if month >= least} for key in sorted(told)}
    found = [_filled(*key, by_month, running) for key, by_month in whole.items() if by_month]
    ratio = {row["month"]: row for row in counts["clocks"] if row["due"] and least <= row["month"] < running}
    months = tuple(sorted(ratio))
    k, n = (tuple(ratio[month][name] for month in months) for name in ("kept", "due"))
    shares = tuple(a / b for a, b in zip(k, n, strict=True))
    return [each for each in (*found, Series(RATIO, "", months, shares, n, k, n)) if each.months]


def _filled(metric: str, currency: str, by_month: Mapping[int, tuple[float, int]], running: int) -> Series:
    first, end = place_of(min(by_month)), place_of(running)
    months = tuple(month_of(place) for place in range(first, end))
    told = [by_month.get(month, (0, 0)) for month in months]
    return Series(metric, currency, months, tuple(float(value) for value, _ in told), tuple(n for _, n in told))


class Judged(NamedTuple):
    """What a series does: its limits by month, signals, and from which month on its present level holds."""

    state: str
    centre: float | None
    limits: tuple[Range | None, ...]
    marks: tuple[str | None, ...]
    moving_range: float | None
    level_from: int
    changed_after: int | None


def judged(series: Series, accepted: int | None) -> Judged:
    """The control chart of a series. A signal whose month was accepted with a note begins a new baseline."""
    start = next((place for place, month in enumerate(series.months) if accepted and month >= accepted), 0)
    values = series.values[start:]
    n = len(values)
    empty = Judged("few", None, (None,) * len(series.months), (None,) * len(series.months), None, start, None)
    if n < LEAST_BASE:
        return empty
    base = values[:FULL_BASE]
    if series.is_small(start, start + FULL_BASE):
        return empty._replace(state="small_counts")
    if autocorrelation(base) > MOST_AUTOCORRELATION:
        return empty._replace(state="autocorrelated")
    if series.n:
        centre, _ = share_limits(series.k[start:][:FULL_BASE], series.n[start:][:FULL_BASE])
        _, limits = share_limits(series.k[start:], series.n[start:])
        limits = [around(centre, size) for size in series.n[start:]]
        moving = None
    else:
        found = xmr(base)
        centre, moving = found.mean, found.moving_range
        limits = [Range(max(0.0, found.low), found.high)] * n
    marks = signals(values, centre, limits)
    state = "signal" if any(marks) else "provisional" if n < FULL_BASE else "stable"
    split = start + changepoint(values) if any(marks) else None
    return Judged(
        state, centre, (*(None,) * start, *limits), (*(None,) * start, *marks), moving,
        start if split is None else split, split,
    )  # fmt: skip


def around(centre: float, size: int) -> Range:
    """Three standard errors of a share of so many around its centre."""
    half = 3 * (centre * (1 - centre) / size) ** 0.5
    return Range(max(0.0, centre - half), min(1.0, centre + half))
