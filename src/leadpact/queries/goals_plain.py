"""The goals as plain values, for the API and the command line."""

from __future__ import annotations

from typing import Any

from leadpact.queries.goals import BrokenDown, GoalLine, GoalsPage


def plain(page: GoalsPage) -> dict[str, Any]:
    """Everything of the page as JSON holds it; amounts of money in minor units."""
    return {
        "common": None if page.broken is None else _common(page.broken),
        "goals": [_goal(line) for line in page.lines],
        "is_waiting": page.is_waiting or (page.broken is not None and page.broken.is_waiting),
    }


def _common(found: BrokenDown) -> dict[str, Any]:
    amount = found.amount
    return {
        "target": found.target,
        "currency": found.currency,
        "days_ended": found.gone.ended,
        "days": found.gone.of,
        "since": found.since.isoformat(),
        "until": found.until.isoformat(),
        "ripe_days": found.ripe_days,
        "average_won_minor": round(amount.mean) if amount and amount.n else None,
        "won_deals": amount.n if amount else None,
        "steps": [
            {
                "step": part.name,
                "team": part.side,
                "needed": _rounded(part.needed.value),
                "low": _rounded(part.needed.low),
                "high": _rounded(part.needed.high),
                "k": part.k,
                "n": part.n,
                "by_now": _rounded(part.by_now),
                "done": part.done,
                "stands": part.state,
                "why": part.needed.why,
            }
            for part in found.parts
        ],
    }


def _goal(line: GoalLine) -> dict[str, Any]:
    promise = line.promise
    return {
        "pact": line.pact,
        "team": line.side,
        "measure": line.measure,
        "target": line.target,
        "unit": line.unit,
        "per": line.per,
        "value": _rounded(promise.value),
        "due_by_now": _rounded(promise.promised),
        "stands": promise.state,
        "why": promise.why,
        "review_by": line.review_by.isoformat(),
        "is_overdue": line.is_overdue,
        "stale": list(line.stale),
        "forecast": _rounded(line.forecast),
        "forecast_low": _rounded(line.forecast_low),
        "forecast_high": _rounded(line.forecast_high),
        "chance": line.chance,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


__all__ = ["plain"]
