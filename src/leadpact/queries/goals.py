"""The agreed goals: the common one broken down into what each team must deliver, and how each goal stands.

Rates come from the measure *funnel*, asked about twelve months of leads that had time to be won; amounts from the deals
won in the year before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

from leadpact.evidence.breakdown import Mean, Needed, Rate, broken_down, mean_of
from leadpact.evidence.compiled import fingerprint
from leadpact.ledger import access, results
from leadpact.ledger.access import Actor
from leadpact.ledger.results import Kept
from leadpact.ledger.statements import hand
from leadpact.ledger.writer import company_zone
from leadpact.queries.scoreboard import Standing, standing
from leadpact.queries.scoreboard_promises import SLA, Counting, Promise, Team, against, minor, of_goal, teams
from leadpact.rules.goals import Gone, Period
from leadpact.rules.pact import Goal

FUNNEL, GOALS = "funnel", "goals"
DAY_S, YEAR_S = 86_400, 365 * 86_400
RIPE_SHARE, LEAST_RIPE, MOST_RIPE = 0.9, 30, 365
"""Leads count once they are as old as nine in ten wins were, in days within these bounds."""
STEPS: tuple[tuple[str, str, Literal["marketing", "sales"]], ...] = (
    ("accepted", "leads_accepted", "sales"),
    ("handed_over", "leads_handed_over", "marketing"),
    ("captured", "leads_captured", "marketing"),
)
"""Stage of the funnel, what of it the period counts, and whose act it is; from the win backwards."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one step must come to in the whole period, and how it stands: ``done`` beside ``by_now``.

    ``k`` of ``n`` is the rate that led here (of the step before the next one towards the win); 0 of 0 for wins.
    ``apart`` is how much is missing (or over) beside ``by_now``.
    """

    name: str
    side: Literal["marketing", "sales"]
    needed: Needed
    k: int
    n: int
    done: int
    by_now: float | None
    state: Literal["ahead", "behind", "on_pace", "none"]

    @property
    def apart(self) -> float | None:
        """How much was done beyond what is due by now; negative when it is missing."""
        return None if self.by_now is None else self.done - self.by_now


@dataclass(frozen=True, slots=True)
class BrokenDown:
    """A common goal as a chain. ``amount`` is the average won one in minor units; None for a goal that counts wins.

    ``since`` to ``until`` is the history of the rates (days, the last included), ``ripe_days`` how long before today
    it ends; ``is_waiting`` while the funnel of it is being computed. ``asked`` is the question to the measure.
    """

    target: float
    currency: str
    gone: Gone
    amount: Mean | None
    parts: tuple[Part, ...]
    since: date
    until: date
    ripe_days: int
    is_waiting: bool
    asked: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal with its review, its flags (see the measure *goals*) and what its period will probably come to.

    ``stale`` are moved_since, never_met, always_met, review_passed, definition_changed. Without a forecast there were
    fewer than six months of one level, or too few counted. Forecasts of money are in the currency's main unit.
    """

    pact: str
    side: Literal["together", "marketing", "sales"]
    measure: str
    target: float
    unit: str
    per: str | None
    owner: str
    promise: Promise
    review_by: date
    is_overdue: bool
    stale: tuple[str, ...]
    forecast: float | None
    forecast_low: float | None
    forecast_high: float | None
    chance: str | None


@dataclass(frozen=True, slots=True)
class GoalsPage:
    """All of it. ``lines`` have the reviews that are over first, then by their day.

    ``asked`` is what it rests on: measures, each with its question; none without goals.
    """

    period: Period | None
    as_of_s: int
    broken: BrokenDown | None
    lines: tuple[GoalLine, ...]
    is_waiting: bool
    pacts: int
    asked: tuple[tuple[str, Mapping[str, str]], ...]


def page(actor: Actor, now_s: int) -> GoalsPage:
    """The goals of every pact in force; the common one of the first pact is broken down. Raises ``Forbidden``."""
    access.check(actor, "see_scoreboard")
    found = standing(now_s)
    told, promised = results.latest(GOALS, made_by=fingerprint()), teams(found.counting)
    first = [goal for goal in (found.counting.pact.goals if found.counting.pact else ()) if goal.side == "together"]
    common = next((goal for goal in first if goal.measure in ("revenue_won", "deals_won") and goal.per), None)
    lines = [
        _line(goal, held.pact.name, found, told if place == 0 else None, promised)
        for place, held in enumerate(found.rules.pacts)
        for goal in held.pact.goals
    ]
    lines.sort(key=lambda line: (not line.is_overdue, line.review_by))
    broken = _broken(common, found, now_s) if common else None
    asked: list[tuple[str, Mapping[str, str]]] = [(GOALS, {}), (SLA, found.asked)] if lines else []
    if broken is not None:
        asked.append((FUNNEL, broken.asked))
    return GoalsPage(
        found.period if lines else None, now_s, broken, tuple(lines), told is None, len(found.rules.pacts), tuple(asked)
    )


def history(now_s: int) -> tuple[dict[str, str], int]:
    """The question to the funnel whose rates break the goal down, and how many days a lead has had to be won."""
    days = _ripe_days(now_s)
    today = datetime.fromtimestamp(now_s, company_zone()).date()
    until = (today - timedelta(days=days)).replace(day=1) - timedelta(days=1)
    since = (until + timedelta(days=1)).replace(year=(until + timedelta(days=1)).year - 1)
    return {"since": since.isoformat(), "until": until.isoformat()}, days


def _ripe_days(now_s: int) -> int:
    """As many days as nine in ten wins of the last two years took from the first word on."""
    with hand() as cursor:
        cursor.execute(
            "SELECT d.closed_s - l.captured_s FROM deals d JOIN leads l ON l.id = d.lead_id WHERE d.state = 'won' AND "
            "d.closed_s >= %s AND d.closed_s <= %s ORDER BY 1",
            (now_s - 2 * YEAR_S, now_s),
        )
        took = [row[0] for row in cursor.fetchall()]
    if not took:
        return LEAST_RIPE
    days = -(-took[min(len(took) - 1, int(len(took) * RIPE_SHARE))] // DAY_S)
    return max(LEAST_RIPE, min(MOST_RIPE, int(days)))


def _amounts(currency: str, now_s: int) -> list[float]:
    with hand() as cursor:
        cursor.execute(
            "SELECT amount_minor FROM deals WHERE state = 'won' AND closed_s > %s AND closed_s <= %s AND "
            "amount_minor IS NOT NULL AND COALESCE(currency, %s) = %s",
            (now_s - YEAR_S, now_s, currency, currency),
        )
        return [float(row[0]) for row in cursor.fetchall()]


def _broken(goal: Goal, found: Standing, now_s: int) -> BrokenDown:
    counting = found.counting
    asked, days = history(now_s)
    funnel = results.latest(FUNNEL, results.question(asked).key, made_by=fingerprint())
    reached = _reached(funnel)
    is_money = goal.measure == "revenue_won"
    amount = mean_of(_amounts(goal.unit, now_s)) if is_money else None
    target = float(minor(goal.target, goal.unit)) if is_money else goal.target
    whole = counting.owed(target, goal.per, is_whole=True) if goal.per else target
    recorded = [step for step in STEPS if reached.get(step[0])]
    after = ["won", *(step[0] for step in recorded)]
    rates = [
        Rate(stage, min(reached.get(then, 0), reached[stage]), reached[stage])
        for then, (stage, _what, _side) in zip(after, recorded, strict=False)
    ]
    needed = broken_down(whole, amount, rates)
    wins = _part("won", "sales", needed[0], Rate("won", 0, 0), "deals_won", counting, found.gone)
    parts = [
        _part(stage, side, need, rate, what, counting, found.gone)
        for (stage, what, side), need, rate in zip(recorded, needed[1:], rates, strict=True)
    ]
    since, until = (date.fromisoformat(asked[name]) for name in ("since", "until"))
    return BrokenDown(
        whole, goal.unit if is_money else "", found.gone, amount, (wins, *parts), since, until, days, funnel is None,
        asked,
    )  # fmt: skip


def _reached(funnel: Kept | None) -> dict[str, int]:
    """How many leads of the history came to each stage; accepted are those that sales did not send back later."""
    rows: list[Mapping[str, Any]] = funnel.body["tables"].get("stages", []) if funnel else []
    return {row["stage"]: row.get("not_sent_back", row["reached"]) for row in rows if row["found_by"] is None}


def _part(
    name: str,
    side: Literal["marketing", "sales"],
    needed: Needed,
    rate: Rate,
    what: str,
    counting: Counting,
    gone: Gone,
) -> Part:
    done = counting.counted(what).n
    by_now = needed.value * gone.share if needed.value is not None else None
    return Part(name, side, needed, rate.k, rate.n, done, by_now, needed.verdict(done, gone.share))


def _line(goal: Goal, pact: str, found: Standing, told: Kept | None, promised: tuple[Team, ...]) -> GoalLine:
    row = _row(goal, told)
    stale = tuple(part for part in str(row.get("stale_because") or "").split(", ") if part)
    is_overdue = goal.review_by < found.counting.today
    if is_overdue and "review_passed" not in stale:
        stale = (*stale, "review_passed")
    return GoalLine(
        pact, goal.side, goal.measure, goal.target, goal.unit, goal.per, goal.owner or "",
        _promise(goal, found.counting, promised), goal.review_by, is_overdue, stale,
        row.get("forecast"), row.get("forecast_low"), row.get("forecast_high"), row.get("chance"),
    )  # fmt: skip


def _promise(goal: Goal, counting: Counting, promised: tuple[Team, ...]) -> Promise:
    """How the goal stands in the running period; shares of promises kept are those of the clocks they are about."""
    if goal.measure in ("promise_kept", "sla_keeping"):
        name = "waiting" if goal.side == "marketing" else "first_touch"
        own = next((each for team in promised for each in team.promises if each.name == name), None)
        if own is not None:
            return against(own, goal, counting)
    return of_goal(goal, counting)


def _row(goal: Goal, told: Kept | None) -> Mapping[str, Any]:
    """What the measure *goals* said last about a goal; nothing while it has not."""
    name = f"{goal.side}: {goal.measure}"
    rows: list[Mapping[str, Any]] = told.body["rows"] if told else []
    mine = [row for row in rows if row["goal"] == name and row["target"] == goal.target and row["per"] == goal.per]
    return mine[0] if mine else {}


__all__ = ["FUNNEL", "GOALS", "BrokenDown", "GoalLine", "GoalsPage", "Part", "history", "page"]
