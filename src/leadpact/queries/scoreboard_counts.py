"""What the scoreboard counts: won money, leads and hand-offs, promises by week, and the latest win.

A span is a half-open stretch of epoch seconds. Weeks are the eight stretches of seven days before the end of the
figures, numbered from 0. Each function is one grouped question, whatever the number of leads.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from leadpact.ledger.rulebook import NoPact, Rulebook
from leadpact.ledger.statements import hand

WEEKS, WEEK_S = 8, 7 * 86_400


class Span(NamedTuple):
    """The period of the page and the weeks of its small curves: ``from_s`` until ``to_s``, known at ``as_of_s``."""

    from_s: int
    to_s: int
    as_of_s: int

    @property
    def end_s(self) -> int:
        """Where the figures end: the end of the period, or now while it runs."""
        return min(self.to_s, self.as_of_s + 1)

    @property
    def weeks_s(self) -> int:
        """Where the first of the eight weeks begins."""
        return self.end_s - WEEKS * WEEK_S

    @property
    def since_s(self) -> int:
        """From when on anything is counted."""
        return min(self.from_s, self.weeks_s)

    @property
    def marks(self) -> tuple[int, int, int, int]:
        """What the columns week and is_in are bound to."""
        return self.weeks_s, self.weeks_s, self.from_s, self.end_s


@dataclass
class Tally:
    """k of n in the period, and the same for each of the eight weeks."""

    k: int = 0
    n: int = 0
    weeks: list[list[int]] = field(default_factory=lambda: [[0, 0] for _ in range(WEEKS)])

    def add(self, week: int | None, *, is_in: bool, k: int, n: int) -> None:
        """Count a group of rows."""
        if is_in:
            self.k, self.n = self.k + k, self.n + n
        if week is not None and 0 <= week < WEEKS:
            self.weeks[week][0] += k
            self.weeks[week][1] += n

    def shares(self) -> tuple[float | None, ...]:
        """The share of each week; None where there was nothing."""
        return tuple(k / n if n else None for k, n in self.weeks)

    def counts(self) -> tuple[int, ...]:
        """How many in each week."""
        return tuple(n for _, n in self.weeks)


class Won(NamedTuple):
    """Deals won in the period, by who found the lead and in which currency."""

    side: str
    currency: str
    amount_minor: int
    deals: int
    without_amount: int


def won(span: Span) -> list[Won]:
    """What was won, by side and currency."""
    return [
        Won(side, currency or "", int(amount or 0), int(deals), int(bare or 0))
        for side, currency, amount, deals, bare in _rows(
            "SELECT l.found_side, d.currency, SUM(d.amount_minor), COUNT(*), "
            "SUM(CASE WHEN d.amount_minor IS NULL THEN 1 ELSE 0 END) FROM deals d JOIN leads l ON l.id = d.lead_id "
            "WHERE d.state = 'won' AND d.closed_s >= %s AND d.closed_s < %s "
            "GROUP BY l.found_side, d.currency ORDER BY l.found_side, d.currency",
            (span.from_s, span.end_s),
        )
    ]


def kept(span: Span) -> dict[str, Tally]:
    """Clocks that fell due, and those of them that were kept, by promise and week of their start.

    As the measure of answering in time counts: due are the clocks started in the period whose deadline has passed
    and that were not withdrawn.
    """
    found: dict[str, Tally] = defaultdict(Tally)
    rows = _rows(
        f"SELECT promise, {_week('started_s')}, {_is_in('started_s')}, "
        "SUM(CASE WHEN state = 'kept' THEN 1 ELSE 0 END), COUNT(*) FROM clocks "
        "WHERE started_s >= %s AND started_s < %s AND due_s <= %s AND state <> 'withdrawn' GROUP BY 1, 2, 3",
        (*span.marks, span.since_s, span.end_s, span.as_of_s),
    )
    for promise, week, is_in, k, n in rows:
        found[promise].add(week, is_in=bool(is_in), k=int(k), n=int(n))
    return found


_FIRST_QUALIFIED = (
    "SELECT lead_id, MIN(occurred_s) AS first_s FROM facts f WHERE kind = 'qualified' AND NOT EXISTS "
    "(SELECT 1 FROM facts c WHERE c.corrects_id = f.id) GROUP BY lead_id"
)
_FIRST_HANDED = "SELECT lead_id, MIN(handed_s) AS first_s FROM hand_offs GROUP BY lead_id"
_FIRST_ACCEPTED = "SELECT lead_id, MIN(answered_s) AS first_s FROM hand_offs WHERE answer = 'accepted' GROUP BY lead_id"
_COUNTED: Mapping[str, tuple[str, str, str]] = {
    "handoffs": ("hand_offs", "handed_s", "1 = 1"),
    "accepted_handoffs": ("hand_offs", "answered_s", "answer = 'accepted'"),
    "leads_captured": ("leads", "captured_s", "state <> 'merged'"),
    "deals_won": ("deals", "closed_s", "state = 'won'"),
    "qualified_leads": (f"({_FIRST_QUALIFIED}) q", "first_s", "1 = 1"),
    "leads_handed_over": (f"({_FIRST_HANDED}) h", "first_s", "1 = 1"),
    "leads_accepted": (f"({_FIRST_ACCEPTED}) a", "first_s", "1 = 1"),
}
"""What is counted -> its table, instant and condition. Leads qualified, handed over and accepted by their first time;
of what goals name, hand-offs each."""
_FOUND_BY = {
    "leads_captured": "found_side = %s",
    "deals_won": "lead_id IN (SELECT id FROM leads WHERE found_side = %s)",
}


def is_counted(measure: str) -> bool:
    """Whether a goal's measure is a plain count."""
    return measure in _COUNTED


def counted(measure: str, span: Span, found_side: str | None = None) -> Tally:
    """How many there were. ``found_side`` narrows leads and deals to those that a side found."""
    table, instant, condition = _COUNTED[measure]
    bound: list[Any] = [*span.marks, span.since_s, span.end_s]
    if found_side is not None and measure in _FOUND_BY:
        condition += f" AND {_FOUND_BY[measure]}"
        bound.append(found_side)
    tally = Tally()
    rows = _rows(
        f"SELECT {_week(instant)}, {_is_in(instant)}, COUNT(*) FROM {table} "
        f"WHERE {instant} >= %s AND {instant} < %s AND {condition} GROUP BY 1, 2",
        bound,
    )
    for week, is_in, n in rows:
        tally.add(week, is_in=bool(is_in), k=int(n), n=int(n))
    return tally


def complete(span: Span, rules: Rulebook) -> Tally:
    """Hand-offs, and those of them for which every field was known that their pact asks for, by week.

    A field is known when it was described by the hand-off and not made unknown after that; entries taken back do
    not count. Hand-offs without a pact have nothing to come with, and are left out. One question per version.
    """
    steps = _rows(
        "SELECT pact_id, step FROM hand_offs WHERE handed_s >= %s AND handed_s < %s AND pact_id IS NOT NULL "
        "GROUP BY pact_id, step ORDER BY pact_id, step",
        (span.since_s, span.end_s),
    )
    tally = Tally()
    for pact_id, step in steps:
        try:
            asked = rules.by_id(pact_id).step_named(step)
        except NoPact:
            continue
        if asked.from_side != "marketing":
            continue
        for week, is_in, n, k in _complete_of(span, pact_id, step, asked.comes_with):
            tally.add(week, is_in=bool(is_in), k=int(k), n=int(n))
    return tally


def _complete_of(span: Span, pact_id: int, step: str | None, groups: Sequence[Sequence[str]]) -> list[tuple[Any, ...]]:
    """Rows of (week, is_in, hand-offs, complete ones) of one step of one version."""
    names = [name for group in groups for name in group]
    captured = [name for name in ("source", "campaign") if name in names] or ["source"]
    same_step = "step = %s" if step is not None else "step IS NULL"
    marks = [f"MAX(CASE WHEN k.field IN ({_marks(group)}) THEN 1 ELSE 0 END) = 1" for group in groups]
    bound: list[Any] = [*span.marks, span.since_s, span.end_s, pact_id, *([] if step is None else [step])]
    return _rows(
        f"WITH h AS (SELECT id, lead_id, handed_s, {_week('handed_s')} AS week, {_is_in('handed_s')} AS is_in "
        f"FROM hand_offs WHERE handed_s >= %s AND handed_s < %s AND pact_id = %s AND {same_step}), "
        f"told AS ({' UNION ALL '.join(_told(name) for name in captured)}), "
        f"k AS (SELECT id, field FROM told WHERE field IN ({_marks(names) or 'NULL'}) GROUP BY id, field HAVING "
        "MAX(known_s) IS NOT NULL AND MAX(known_s) >= COALESCE(MAX(unknown_s), MAX(known_s))), "
        f"each_one AS (SELECT h.id, h.week, h.is_in, CASE WHEN {' AND '.join(marks) or '1 = 1'} THEN 1 ELSE 0 END "
        "AS ok FROM h LEFT JOIN k ON k.id = h.id GROUP BY h.id, h.week, h.is_in) "
        "SELECT week, is_in, COUNT(*), SUM(ok) FROM each_one GROUP BY week, is_in",
        [*bound, *names, *names],
    )


def _told(captured: str) -> str:
    """SQL: what facts told of a lead (and of those merged into it) by the hand-off, and where it was captured from.

    Columns: ``field``, ``known_s`` or ``unknown_s``.
    """
    own = _told_of("f.lead_id = h.lead_id", captured)
    return f"{own} UNION ALL {_told_of('m.merged_into_id = h.lead_id AND f.lead_id = m.id', captured, 'leads m, ')}"


def _told_of(of_lead: str, captured: str, others: str = "") -> str:
    # Joining the empty text to the kind keeps the engine from reading every described fact there is.
    return (
        f"SELECT h.id, CASE WHEN f.kind = 'captured' THEN '{captured}' ELSE f.field END AS field, "
        "CASE WHEN f.kind = 'captured' OR COALESCE(f.value_code, 'unknown') <> 'unknown' THEN f.occurred_s END AS "
        "known_s, CASE WHEN f.kind = 'described' AND COALESCE(f.value_code, 'unknown') = 'unknown' THEN f.occurred_s "
        f"END AS unknown_s FROM h, {others}facts f WHERE {of_lead} AND f.occurred_s <= h.handed_s AND "
        f"(f.kind || '' = 'described' OR (f.kind || '' = 'captured' AND f.{captured} IS NOT NULL)) AND "
        "NOT EXISTS (SELECT 1 FROM facts c WHERE c.corrects_id = f.id)"
    )


def _marks(names: Sequence[str]) -> str:
    return ", ".join(["%s"] * len(names))


def _week(instant: str) -> str:
    # The division of whole numbers cuts towards zero, so what lies before the first week is told apart.
    return f"CASE WHEN {instant} < %s THEN -1 ELSE ({instant} - %s) / {WEEK_S} END"


def _is_in(instant: str) -> str:
    return f"CASE WHEN {instant} >= %s AND {instant} < %s THEN 1 ELSE 0 END"


def _rows(sql: str, bound: Iterable[Any]) -> list[tuple[Any, ...]]:
    with hand() as cursor:
        cursor.execute(sql, list(bound))
        return list(cursor.fetchall())
