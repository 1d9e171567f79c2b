"""Whether the agreed numbers move by more than they do by themselves, and whether their targets still fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from leadpact.evidence.control import FULL_BASE, LEAST_BASE, LEAST_FORECAST, Forecast, forecast, xmr
from leadpact.evidence.measure import AS_OF, Answer, Counts, Layout, Measure, Parameter, Query, Shown, Values
from leadpact.evidence.result import Row, year_month
from leadpact.evidence.series import (
    LEAST_MEAN,
    MONEY,
    PART,
    RUNNING,
    Judged,
    Series,
    all_series,
    around,
    begun_within,
    clocks_of_months,
    facts_of_months,
    firsts_of_months,
    judged,
    place_of,
    running_month,
)  # fmt: skip
from leadpact.evidence.uncertainty import FEW, Range

_LENGTH = {"month": 1, "quarter": 3, "year": 12}
_WEEKS_A_MONTH = 365.25 / 7 / 12


def estimate(counts: Counts, values: Values) -> Answer:
    """Each number's chart, whether its target is stale, and what the running period will come to."""
    as_of_s, running = values["as_of_s"], running_month(values)
    series = {(each.metric, each.currency): each for each in all_series(counts, running)}
    if not series:
        return Answer("Counted", "none", {})
    agreed = [dict(goal) for _, goal in sorted((values["goals"] or {}).items())]
    # A number that is agreed for all leads cannot be met by some of them; a share can.
    goals = [goal for goal in agreed if goal["unit"] == "%" or not values["is_part"]]
    accepted = values["accepted"] or {}
    charts = {key: judged(each, accepted.get(each.metric)) for key, each in series.items()}
    rows = [_row(series[key], charts[key], goal, as_of_s, running) for key, goal in _pairs(series, goals)]
    moved = sum(any(chart.marks) for chart in charts.values())
    stale = sum(bool(row["stale_because"]) for row in rows)
    without = sum(row["without_amount"] for row in counts["facts"])
    notes = _notes(rows, charts.values(), series, without, goals)
    if begun := begun_within(counts):
        notes.append(("begun_within", {"day": begun[1].isoformat(), "month": year_month(begun[0])}))
    if len(goals) < len(agreed):
        notes.append(("for_all", {"goals": len(agreed) - len(goals)}))
    key = _key({chart.state for chart in charts.values()}, "goals" if goals else "part" if agreed else "no_goals")
    return Answer(
        "Counted",
        key,
        {"series": len(series), "moved": moved, "goals": len(goals), "stale": stale, "least": LEAST_BASE},
        rows=tuple(rows),
        tables={"months": tuple(_month_rows(series, charts))},
        notes=tuple(notes),
        chart_data={"goals": {row["goal"]: row["monthly_target"] for row in rows if row["goal"]}},
    )


def _key(states: set[str], held: str) -> str:
    """Which sentence: whether a number moved can be said of those only that have limits.

    ``held``: ``goals``, ``no_goals``, or ``part`` where goals are agreed but none for the part that is asked about.
    """
    if states == {"few"}:
        return "few"
    if states <= {"few", "small_counts", "autocorrelated"}:
        return {"goals": "unjudged_goals", "part": "unjudged_part"}.get(held, "unjudged")
    return held


def _pairs(
    series: Mapping[tuple[str, str], Series], goals: Iterable[Mapping[str, Any]]
) -> list[tuple[tuple[str, str], Mapping[str, Any] | None]]:
    """Every series once for each goal about it, or once without a goal."""
    found: list[tuple[tuple[str, str], Mapping[str, Any] | None]] = []
    asked = list(goals)
    for key in sorted(series):
        own = [goal for goal in asked if _is_about(goal, key)]
        found += [(key, goal) for goal in own] or [(key, None)]
    return found


def _is_about(goal: Mapping[str, Any], key: tuple[str, str]) -> bool:
    metric, currency = key
    return goal["measure"] == metric and (metric != MONEY or goal["unit"] == currency)


def _row(series: Series, chart: Judged, goal: Mapping[str, Any] | None, as_of_s: int, running: int) -> Row:
    last = [(month, mark) for month, mark in zip(series.months, chart.marks, strict=True) if mark]
    limits = next((each for each in reversed(chart.limits) if each is not None), None)
    level = series.values[chart.level_from :]
    split = chart.changed_after
    monthly = _monthly(goal, series)
    coming, target = _coming(series, chart, goal, running)
    return {
        "metric": series.metric, "currency": series.currency or None,
        "goal": None if goal is None else f"{goal['side']}: {goal['measure']}",
        "side": None if goal is None else goal["side"],
        "target": None if goal is None else goal["target"], "per": None if goal is None else goal["per"],
        "monthly_target": monthly, "months": len(series.months), "state": chart.state, "mean": chart.centre,
        "low": limits.low if limits else None, "high": limits.high if limits else None,
        "moving_range": chart.moving_range, "signals": len(last),
        "first_signal": year_month(last[0][0]) if last else None,
        "last_signal": year_month(last[-1][0]) if last else None,
        "changed_after": None if split is None else year_month(series.months[split - 1]),
        "mean_before": None if split is None else _mean(series.values[:split]),
        "mean_now": _mean(level) if level else None,
        "stale_because": "" if goal is None else ", ".join(_stale(series, goal, monthly, last, as_of_s)),
        "forecast": coming.value if coming else None, "forecast_low": coming.low if coming else None,
        "forecast_high": coming.high if coming else None,
        "chance": coming.chance(target) if coming and target is not None else None,
    }  # fmt: skip


def _mean(values: tuple[float, ...]) -> float:
    return sum(values) / len(values)


def _monthly(goal: Mapping[str, Any] | None, series: Series) -> float | None:
    """The target as one month's value, in the series' own unit."""
    if goal is None:
        return None
    if goal["unit"] == "%":
        return float(goal["target"]) / 100 if series.n else None
    if goal["per"] == "week":
        return float(goal["target"]) * _WEEKS_A_MONTH
    return float(goal["target"]) / _LENGTH.get(goal["per"], 1)


def _stale(
    series: Series, goal: Mapping[str, Any], monthly: float | None, last: list[tuple[int, str]],
    as_of_s: int,
) -> list[str]:  # fmt: skip
    """Why the target should be looked at again: any of the four plain tests."""
    found = []
    agreed = goal.get("agreed_month")
    if agreed and any(month >= agreed for month, _ in last):
        found.append("moved_since")
    recent = series.values[-LEAST_BASE:]
    if monthly is not None and len(recent) == LEAST_BASE and not series.is_small(-LEAST_BASE):
        limits = _recent_limits(series, recent)
        if not limits.low <= monthly <= limits.high:
            found.append("never_met" if monthly > limits.high else "always_met")
    if date.fromisoformat(goal["review_by"]) < datetime.fromtimestamp(as_of_s, UTC).date():
        found.append("review_passed")
    if goal.get("is_changed"):
        found.append("definition_changed")
    return found


def _recent_limits(series: Series, recent: tuple[float, ...]) -> Range:
    if series.n:
        k, n = series.k[-LEAST_BASE:], series.n[-LEAST_BASE:]
        return around(sum(k) / sum(n), round(sum(n) / len(n)))
    found = xmr(recent)
    return Range(max(0.0, found.low), found.high)


def _coming(
    series: Series, chart: Judged, goal: Mapping[str, Any] | None, running: int
) -> tuple[Forecast | None, float | None]:
    """What the goal's running period will come to, and its target; months of the present level only.

    Of fewer than ten counted nothing is said: the range holds what it promises from there on.
    """
    is_sum = goal is not None and not series.n and goal["per"] in _LENGTH
    if goal is None or not is_sum or sum(series.counted[chart.level_from :]) < FEW:
        return None, None
    this = place_of(running)
    length = _LENGTH[goal["per"]]
    begun = this - (this - int(goal.get("year_starts", 0))) % length if length > 1 else this
    already = sum(value for month, value in zip(series.months, series.values, strict=True) if place_of(month) >= begun)
    return forecast(series.values[chart.level_from :], begun + length - this, already), float(goal["target"])


def _month_rows(series: Mapping[tuple[str, str], Series], charts: Mapping[tuple[str, str], Judged]) -> list[Row]:
    return [
        {
            "metric": each.metric, "currency": each.currency or None, "month": year_month(month),
            "value": each.values[place], "k": each.k[place] if each.n else None, "n": each.n[place] if each.n else None,
            "mean": charts[key].centre, "low": limits.low if (limits := charts[key].limits[place]) else None,
            "high": limits.high if limits else None, "signal": charts[key].marks[place],
        }
        for key, each in sorted(series.items())
        for place, month in enumerate(each.months)
    ]  # fmt: skip


def _notes(
    rows: list[Row], charts: Iterable[Judged], series: Mapping[tuple[str, str], Series], without: int, goals: list[Any]
) -> list[tuple[str, Row]]:
    notes: list[tuple[str, Row]] = []
    states = [chart.state for chart in charts]
    args = {"least": LEAST_BASE, "full": FULL_BASE, "mean": LEAST_MEAN, "due": FEW}
    for state, key in _STATES:
        if state in states:
            notes.append((key, {"series": states.count(state), **args}))
    currencies = sorted(currency for metric, currency in series if metric == MONEY)
    if len(currencies) > 1:
        notes.append(("currencies", {"currencies": ", ".join(currencies)}))
    if without:
        notes.append(("without_amount", {"deals": without}))
    about = {row["goal"] for row in rows if row["goal"]}
    missing = sorted({f"{goal['side']}: {goal['measure']}" for goal in goals} - about)
    if missing:
        notes.append(("no_number", {"goals": ", ".join(missing)}))
    if any(row["goal"] and row["forecast"] is None for row in rows):
        notes.append(("no_forecast", {"least": LEAST_FORECAST, "counted": FEW}))
    return notes


_STATES = (
    ("few", "few_months"), ("small_counts", "small_counts"), ("provisional", "provisional"),
    ("autocorrelated", "autocorrelated"),
)  # fmt: skip
"""States of a number that a note tells of, and the note's key."""


MEASURE = Measure(
    name="goals",
    title="Goals",
    question="Does an agreed number move by more than it does by itself, does its target still fit, will it be met?",
    unit="value per month",
    least_sample=LEAST_BASE,
    counted=(
        "Complete months, in the company's zone, from the first one with such a fact on; a month after whose first "
        "five days the records of leads begin is not complete. Leads captured and qualified count once, in their first "
        "month; hand-offs, those of them that sales took, and wins count each; taken is what sales accepted and did "
        "not send back before the next hand-off, in the month of accepting it; money won counts per currency; promises "
        "kept are first-touch clocks due, by the month of their hand-off. Where only some leads are asked about, goals "
        "in numbers, which are for all, are left out."
    ),
    formula=(
        "Individuals chart: mean +- 3 x mean moving range / 1.128 of the first 12 to 20 months, frozen until a signal "
        "is accepted; for shares p +- 3 sqrt(p(1-p)/n) of each month. Two rules: one value outside, or eight in a row "
        "on one side. Refused where the months of the baseline count fewer than 5 on average (money: wins; shares: "
        "fewer than 10 due), and where they follow each other (lag-1 autocorrelation over 0.4). The "
        "change lies at the split with the least squares. Forecast of m months from the n of the present level: "
        "m x mean +- t(n-1) sd sqrt(m + m^2/n), from 6 months and 10 counted on, never below what is there already."
    ),
    assumptions=(
        "A month is like another: there is no season, or two years to see one.",
        "A number that changed stays on its new level for the months to come.",
    ),
    cannot_say=(
        "Why a number changed. It says when, so that people can look.",
        "Anything of a running month: it counts when it is over.",
    ),
    published="control_chart (NIST/SEMATECH 6.3.2.2; Nile 1871-1970)",
    reads=(
        ("captured, qualified", "occurred_s, occurred_month"),
        ("handed_over, accepted", "occurred_s, occurred_month, due_s"),
        ("won", "occurred_month, amount_minor, currency"),
        ("call, email, meeting, social, deal_opened, lost, rejected, recycled, gave_up, disqualified, reassigned",
         "occurred_s (they stop, end or renew a clock)"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF,
        Parameter("goals", "mapping", "the pact's goals: side, measure, target, unit, per, review_by, agreed_month"),
        RUNNING,
        PART,
        Parameter("accepted", "mapping", "month (yyyymm) from which a new level of a number was accepted, by measure"),
    ),
    queries=(
        Query("facts", facts_of_months, needs=("as_of_s",)),
        Query("firsts", firsts_of_months, needs=("as_of_s",)),
        Query("clocks", clocks_of_months),
    ),
    estimate=estimate,
    chart="control",
    sentences={
        "none": "No complete month with figures is recorded yet, so there is nothing to compare.",
        "few": (
            "Numbers followed: {series}, none of them for {least} months yet: too few to say what they do by "
            "themselves."
        ),
        "goals": (
            "Numbers followed by month: {series}; moved by more than they do by themselves: {moved}. Agreed "
            "goals that should be looked at again: {stale} of {goals}."
        ),
        "no_goals": (
            "Numbers followed by month: {series}; moved by more than they do by themselves: {moved}. No goals are "
            "agreed yet."
        ),
        "unjudged": (
            "Numbers followed by month: {series}. None can be told from chance yet; the notes say why. No goals are "
            "agreed yet."
        ),
        "unjudged_goals": (
            "Numbers followed by month: {series}. None can be told from chance yet; the notes say why. "
            "Agreed goals that should be looked at again: {stale} of {goals}."
        ),
        "part": "Numbers followed by month: {series}; moved by more than they do by themselves: {moved}.",
        "unjudged_part": "Numbers followed by month: {series}. None can be told from chance yet; the notes say why.",
        "begun_within": (
            "The records of leads begin on {day}. They do not hold the whole of {month}, so no number has that month."
        ),
        "for_all": "Goals agreed for all leads, and so not held against some of them: {goals}.",
        "few_months": "Numbers followed for fewer than {least} months, without limits: {series}.",
        "small_counts": (
            "Numbers that count fewer than {mean} a month on average (shares: of fewer than {due}), too few for "
            "limits: {series}. Nothing is said of their single months, nor of their targets beside them."
        ),
        "provisional": "Numbers with limits from fewer than {full} months, which are provisional: {series}.",
        "autocorrelated": (
            "Numbers whose months follow each other too closely for limits to mean anything: {series}."
        ),
        "currencies": "Money won is in {currencies}; each currency is followed by itself, nothing is converted.",
        "without_amount": "Wins without an amount, which add nothing to the money won: {deals:,}.",
        "no_number": "Agreed goals without a number by month here: {goals}.",
        "no_forecast": (
            "A forecast needs {least} months on one level with at least {counted} counted, a target per month, quarter "
            "or year, and a sum."
        ),
    },
    layouts=(
        Layout(
            "", "By number and goal",
            (
                Shown("metric", "Number", "code"), Shown("side", "Goal of", "code"),
                Shown("months", "Months", "number"), Shown("mean", "Mean", "followed"),
                Shown("low", "Lower limit", "followed"), Shown("high", "Upper limit", "followed"),
                Shown("state", "State", "code"), Shown("signals", "Signals", "number"),
                Shown("changed_after", "Changed after", "text"),
                Shown("monthly_target", "Target a month", "followed"),
                Shown("stale_because", "Look again because", "code"),
                Shown("forecast", "Forecast", "followed"), Shown("chance", "Will it be met", "code"),
            ),
        ),
        Layout(
            "months", "By month",
            (
                Shown("metric", "Number", "code"), Shown("month", "Month", "text"),
                Shown("value", "Value", "followed"), Shown("signal", "Signal", "code"),
            ),
        ),
    ),
)  # fmt: skip
