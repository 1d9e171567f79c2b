"""Reading leads and the queue: the same data as the pages show."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from ninja.params import functions as params
from pydantic import BaseModel, ConfigDict, Field

from leadpact.api.keys import READ, Sent, now_s, router
from leadpact.api.refusals import REFUSALS, Refused
from leadpact.queries import handoff_queue, lead_list
from leadpact.queries import leads as queries

LIMIT_MOST = 100
_LIMIT: Any = params.Query(25, ge=1, le=LIMIT_MOST, description=f"How many at most, 1 to {LIMIT_MOST}.")
_AFTER: Any = params.Query("", pattern=r"^(-?\d{1,18}-\d{1,18})?$", description="The mark next of the page before.")
_AFTER_QUEUE: Any = params.Query(
    "", pattern=r"^(-?\d{1,18}(_-?\d{1,18}){3})?$", description="The mark after of the page before."
)
_LEAD_ID: Any = params.Path(
    ..., ge=1, lt=1 << 63, description="The lead's id here, as it was answered when it was sent."
)
_BEFORE: Any = params.Query(
    None, ge=1, lt=1 << 63, description="The mark older of the page before, for the rest of a long story."
)
State = Literal[
    "",
    "new",
    "queued",
    "handed_over",
    "accepted",
    "returned",
    "recycled",
    "deal",
    "won",
    "lost",
    "closed",
    "merged",
    "uncovered",
]


class Shown(BaseModel):
    """An answer made from what a query found."""

    model_config = ConfigDict(from_attributes=True)


class LeadLine(Shown):
    """A lead in the list."""

    id: int
    name: str
    company: str
    state: str
    points: int | None
    source: str
    found_side: str = Field(description="Who found it: marketing, sales or unknown.")
    owner: str
    captured_at: datetime
    has_warning: bool = Field(description="Its history contradicts itself, for instance won before it was known.")


class LeadList(Shown):
    """A page of leads, newest first."""

    rows: list[LeadLine]
    next: str = Field(description="The mark of the next page for after; empty at the end.")


class Head(Shown):
    """Who the lead is."""

    id: int
    name: str
    job_title: str
    company: str
    phone: str
    email: str
    state: str
    owner: str
    pact_version: int | None
    has_warning: bool


class Row(Shown):
    """A row of the points table on this lead."""

    points: int
    label: str
    state: Literal["held", "missed", "unknown"]
    because: str
    asked_by: str
    fact: str
    at: datetime | None


class Points(Shown):
    """The points with every row; the held ones add up."""

    points: int
    line: int | None = Field(description="The points that the gate asks for.")
    rows: list[Row]


class Found(Shown):
    """Who found the lead, and where."""

    side: str
    source: str
    by: str


class Need(Shown):
    """One thing the gate looks at."""

    kind: str
    label: str
    is_met: bool


class Gate(Shown):
    """What the gate says before a hand-off."""

    is_open: bool
    says: str
    needs: list[Need]


class Clock(Shown):
    """The promise that runs."""

    promise: str
    state: Literal["ok", "risk", "late"]
    left_s: int = Field(description="Working seconds left, negative when it is late.")
    due_at: datetime


class Known(Shown):
    """A field with its value."""

    label: str
    value: str
    is_known: bool
    is_required: bool
    by: str
    ask: str


class Allowed(Shown):
    """One way of reaching or watching the buyer: the ground it stands open on, refused, or nothing."""

    way: Literal["email", "phone", "post", "tracking"]
    code: Literal["", "consent", "contract", "legitimate_interest", "refused"]
    by: str
    how: str
    at: datetime | None


class Event(Shown):
    """One line of the story."""

    fact_id: str
    at: datetime
    side: str
    says: str
    detail: str


class Deal(Shown):
    """A deal of the lead."""

    id: int
    stage: str
    state: str
    amount_minor: int | None
    currency: str
    finder: str
    closer: str
    at: datetime


class LeadWhole(Shown):
    """Everything that is known of a lead."""

    lead: Head
    score: Points
    found: Found
    gate: Gate | None = Field(description="Only while the lead is with marketing.")
    clock: Clock | None = Field(
        description="The promise that runs; null for a promise of one person that the pact does not let the key see."
    )
    fields: list[Known]
    allowed: list[Allowed] = Field(description="What the buyer allows, by way.")
    refused: list[str] = Field(description="The ways by which the buyer does not want to be reached or watched.")
    story: list[Event] = Field(description="Newest first.")
    older: int | None = Field(description="The mark of the rest of the story for before; null at its end.")
    deals: list[Deal]


class Waiting(Shown):
    """A lead that waits for an owner."""

    place: int
    lead_id: int
    name: str
    company: str
    points: int | None
    lane: str
    marketer: str
    queued_at: datetime
    why: str = Field(description="For what it waits, in words.")
    is_overdue: bool


class Queue(Shown):
    """A page of the queue, best first."""

    count: int
    oldest_waits_s: int | None = Field(description="How long the oldest has waited, in seconds.")
    order: str
    room_at: datetime | None = Field(description="When everybody's list has room again.")
    rows: list[Waiting]
    after: str = Field(description="The mark of the next page for after; empty at the end.")


@router.get(
    "/leads", response={200: LeadList, **REFUSALS}, auth=READ, tags=["read"], summary="List leads, newest first"
)
def listing(request: Sent, state: State = "", after: str = _AFTER, limit: int = _LIMIT) -> Any:
    """A page of leads, newest first: all, those in one state, or with ``uncovered`` those that no pact covers."""
    return lead_list.listing(request.auth, now_s(), state=state, after=after, limit=limit)


@router.get(
    "/leads/{lead_id}",
    response={200: LeadWhole, 404: Refused, **REFUSALS},
    auth=READ,
    tags=["read"],
    summary="Read one lead",
)
def one(request: Sent, lead_id: int = _LEAD_ID, before: int | None = _BEFORE) -> Any:
    """A lead whole: who it is, its points with their reasons, its gate, its clock, its story and its deals."""
    return queries.page(request.auth, lead_id, now_s(), before_seq=before)


@router.get(
    "/queue", response={200: Queue, 409: Refused, **REFUSALS}, auth=READ, tags=["read"], summary="Read the queue"
)
def queue(request: Sent, after: str = _AFTER_QUEUE, limit: int = _LIMIT) -> Any:
    """The leads that passed the gate and wait for an owner, ranked, each with its reason."""
    return handoff_queue.page(request.auth, now_s(), after=after, limit=limit)
