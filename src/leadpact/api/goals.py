"""Reading the goals: the common one broken down for each team, and how every goal stands."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from leadpact.api.keys import READ, Sent, now_s, router
from leadpact.api.refusals import REFUSALS
from leadpact.operations.evidence import answer_each
from leadpact.queries import goals, goals_plain


class Step(BaseModel):
    """What one step towards the common goal must come to in the whole period, and how it stands."""

    step: str = Field(description="won, accepted, handed_over or captured.")
    team: Literal["marketing", "sales"]
    needed: float | None
    low: float | None
    high: float | None
    k: int = Field(description="So many of n went on to the step nearer to the goal.")
    n: int
    by_now: float | None
    done: int
    stands: Literal["ahead", "behind", "on_pace", "none"]
    why: str = Field(description="Why nothing is said: few, none, or before; else empty.")


class Common(BaseModel):
    """The common goal broken down; amounts in minor units."""

    target: float
    currency: str = Field(description="Empty for a goal that counts wins.")
    days_ended: int = Field(description="Working days of the period that are gone, of days.")
    days: int
    since: str = Field(description="The first day of the leads that the rates come from.")
    until: str
    ripe_days: int
    average_won_minor: int | None
    won_deals: int | None
    steps: list[Step]


class Goal(BaseModel):
    """An agreed goal; value and due_by_now are shares of 1, counts, or minor units."""

    pact: str
    team: Literal["together", "marketing", "sales"]
    measure: str
    target: float
    unit: str
    per: str | None
    value: float | None
    due_by_now: float | None
    stands: Literal["kept", "missed", "none"]
    why: str
    review_by: str
    is_overdue: bool
    stale: list[str] = Field(description="moved_since, never_met, always_met, review_passed, definition_changed.")
    forecast: float | None = Field(description="What the period will come to; null under six months of one level.")
    forecast_low: float | None
    forecast_high: float | None
    chance: str | None


class Goals(BaseModel):
    """All goals."""

    common: Common | None
    goals: list[Goal]
    is_waiting: bool = Field(description="A measure it rests on was not answered yet; ask again.")


@router.get("/goals", response={200: Goals, **REFUSALS}, auth=READ, tags=["read"], summary="Read the goals")
def one(request: Sent) -> Any:
    """The common goal broken down into what each team must deliver, and every goal, reviews that are over first."""
    at_s = now_s()
    found = goals.page(request.auth, at_s)
    if answer_each(actor=request.auth, questions=found.asked, now_s=at_s):
        found = goals.page(request.auth, at_s)
    return goals_plain.plain(found)
