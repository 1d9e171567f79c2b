"""The single cases behind the promises of the scoreboard: one row per clock, hand-off or lead that came back.

Each kind of case is one question to the ledger; counting groups it, and the page of a promise lists it. A case counts
in the week and period in which it began, and only once it fell due: what still runs counts neither way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from leadpact.ledger.rulebook import InForce, NoPact, Rulebook
from leadpact.ledger.statements import hand
from leadpact.queries.scoreboard_counts import WEEK_S, Span, Tally
from leadpact.rules import clock, sla
from leadpact.rules.facts import ATTEMPTS

CLOCKS = ("first_touch", "answer", "attempts", "waiting")
MATERIAL, ACTIONS, BACK = "material", "actions", "back"
GRACE_S = 86_400
"""Material counts as sent with an attempt when it went out by a day after it."""
_STANDS = "NOT EXISTS (SELECT 1 FROM facts c WHERE c.corrects_id = f.id)"


class Case(NamedTuple):
    """One case: the lead, whose promise it was (None for a team's), when it began, and whether it was kept."""

    lead_id: int
    person_id: int | None
    at_s: int
    is_kept: bool


class Asked(NamedTuple):
    """A question for cases: SQL with the columns of ``Case``, and what it is bound to."""

    sql: str
    bound: tuple[Any, ...]


def counted(asked: Sequence[Asked], span: Span) -> Tally:
    """How many cases were kept, of how many, in the period and in each of its weeks."""
    tally = Tally()
    for each in asked:
        rows = _rows(
            f"SELECT CASE WHEN at_s < %s THEN -1 ELSE (at_s - %s) / {WEEK_S} END, "
            "CASE WHEN at_s >= %s AND at_s < %s THEN 1 ELSE 0 END, SUM(is_kept), COUNT(*) "
            f"FROM ({each.sql}) AS cases GROUP BY 1, 2",
            (*span.marks, *each.bound),
        )
        for week, is_in, k, n in rows:
            tally.add(week, is_in=bool(is_in), k=int(k), n=int(n))
    return tally


def listed(asked: Sequence[Asked], span: Span) -> list[Case]:
    """The cases of the period, newest first."""
    found = [Case(row[0], row[1], row[2], bool(row[3])) for each in asked for row in _rows(each.sql, each.bound)]
    return sorted((case for case in found if span.from_s <= case.at_s < span.end_s), key=lambda case: -case.at_s)


def tallied(cases: Iterable[Case], span: Span) -> Tally:
    """The same count of cases that are at hand."""
    tally = Tally()
    for case in cases:
        week = -1 if case.at_s < span.weeks_s else (case.at_s - span.weeks_s) // WEEK_S
        tally.add(week, is_in=span.from_s <= case.at_s < span.end_s, k=int(case.is_kept), n=1)
    return tally


def clocks(promise: str, span: Span) -> list[Asked]:
    """Clocks of a promise that fell due."""
    return [
        Asked(
            "SELECT lead_id, person_id, started_s AS at_s, CASE WHEN state = 'kept' THEN 1 ELSE 0 END AS is_kept "
            "FROM clocks WHERE promise = %s AND started_s >= %s AND started_s < %s AND due_s <= %s "
            "AND state <> 'withdrawn'",
            (promise, span.since_s, span.end_s, span.as_of_s),
        )
    ]


def actions(span: Span, rules: Rulebook) -> list[Asked]:
    """Hand-offs by marketing of steps that ask for actions before; kept when all were done by then."""
    found = []
    for pact_id, step in _rows(
        "SELECT pact_id, step FROM hand_offs WHERE handed_s >= %s AND handed_s < %s AND pact_id IS NOT NULL "
        "GROUP BY pact_id, step ORDER BY pact_id, step",
        (span.since_s, span.end_s),
    ):
        held = _held(rules, pact_id)
        agreed = held.step_named(step) if held else None
        if agreed is None or agreed.from_side != "marketing" or not agreed.after:
            continue
        same = "h.step = %s" if step is not None else "h.step IS NULL"
        marks = ", ".join(["%s"] * len(agreed.after))
        found.append(
            Asked(
                "SELECT h.lead_id, NULL AS person_id, h.handed_s AS at_s, CASE WHEN (SELECT COUNT(DISTINCT f.field) "
                "FROM facts f WHERE f.lead_id = h.lead_id AND f.kind || '' = 'action_done' AND "
                f"f.occurred_s <= h.handed_s AND f.field IN ({marks}) AND {_STANDS}) = %s THEN 1 ELSE 0 END AS is_kept "
                f"FROM hand_offs h WHERE h.handed_s >= %s AND h.handed_s < %s AND h.pact_id = %s AND {same}",
                (
                    *agreed.after, len(agreed.after), span.since_s, span.end_s, pact_id,
                    *(() if step is None else (step,)),
                ),
            )
        )  # fmt: skip
    return found


def material(span: Span, by_attempt: int, piece: int) -> list[Asked]:
    """Accepted hand-offs with so many attempts; kept when so many pieces of material had gone out by a day after.

    The ledger knows which piece was sent, not of which kind it is, so any piece counts.
    """
    kinds = ", ".join(f"'{kind}'" for kind in sorted(ATTEMPTS))
    mine = "f.lead_id = h.lead_id AND f.occurred_s >= h.handed_s AND f.side = 'sales' AND " + _STANDS
    return [
        Asked(
            "SELECT n.lead_id, n.person_id, n.at_s, CASE WHEN (SELECT COUNT(*) FROM facts f JOIN hand_offs h ON "
            f"h.id = n.id WHERE {mine} AND f.kind || '' = 'asset_sent' AND f.occurred_s <= n.done_s + {GRACE_S}) >= %s "
            "THEN 1 ELSE 0 END AS is_kept FROM (SELECT h.id, h.lead_id, h.owner_id AS person_id, h.answered_s AS at_s, "
            "f.occurred_s AS done_s, ROW_NUMBER() OVER (PARTITION BY h.id ORDER BY f.occurred_s, f.seq) AS nth "
            f"FROM hand_offs h JOIN facts f ON {mine} AND f.kind || '' IN ({kinds}) WHERE h.answer = 'accepted' "
            f"AND h.answered_s >= %s AND h.answered_s < %s) AS n WHERE n.nth = %s AND n.done_s + {GRACE_S} <= %s",
            (piece, span.since_s, span.end_s, by_attempt, span.as_of_s),
        )
    ]


def back(span: Span, rules: Rulebook) -> list[Case]:
    """Leads that sales sent straight back, each until marketing's next act; in the company's working time.

    Those whose deadline has not come, or cannot be told because holidays are not known, are left out.
    """
    rows = _rows(
        "SELECT h.lead_id, h.answered_s, h.pact_id, h.step, h.reason, MIN(f.occurred_s) FROM hand_offs h "
        "LEFT JOIN facts f ON f.lead_id = h.lead_id AND f.occurred_s > h.answered_s AND f.side = 'marketing' "
        f"AND {_STANDS} WHERE h.answer = 'rejected' AND h.answered_s >= %s AND h.answered_s < %s "
        "AND h.pact_id IS NOT NULL GROUP BY h.id, h.lead_id, h.answered_s, h.pact_id, h.step, h.reason",
        (span.since_s, span.end_s),
    )
    found = []
    for lead_id, answered_s, pact_id, step, reason, acted_s in rows:
        held = _held(rules, pact_id)
        if held is None or held.pact.back_to_marketing is None or not _is_straight(held, step, reason):
            continue
        try:
            due_s = sla.start(rules.calendar(None, held), answered_s, held.pact.back_to_marketing.answer)
        except clock.Unanswerable:
            continue
        if due_s <= span.as_of_s:
            found.append(Case(lead_id, None, answered_s, acted_s is not None and acted_s <= due_s))
    return found


def _is_straight(held: InForce, step: str | None, reason: str | None) -> bool:
    """Whether a lead sent back for this reason is marketing's at once, and does not sleep first."""
    rule = next((each for each in held.step_named(step).recycle if each.reason == reason), None)
    return rule is None or (rule.wake_after is None and rule.wake_when_known is None)


def _held(rules: Rulebook, pact_id: int) -> InForce | None:
    try:
        return rules.by_id(pact_id)
    except NoPact:
        return None


def _rows(sql: str, bound: Iterable[Any]) -> list[tuple[Any, ...]]:
    with hand() as cursor:
        cursor.execute(sql, list(bound))
        return list(cursor.fetchall())


__all__ = [
    "ACTIONS",
    "BACK",
    "CLOCKS",
    "MATERIAL",
    "Asked",
    "Case",
    "actions",
    "back",
    "clocks",
    "counted",
    "listed",
    "material",
    "tallied",
]
