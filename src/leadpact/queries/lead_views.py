"""The parts of a lead's page, as plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from leadpact.queries.consent import Allowed
from leadpact.queries.merging import Family
from leadpact.queries.story import Event
from leadpact.queries.trackers_came import Came


@dataclass(frozen=True, slots=True)
class LeadHead:
    """The head of a lead's page."""

    id: int
    name: str
    job_title: str
    company: str
    facts: str
    phone: str
    email: str
    state: str
    state_words: str
    owner: str
    pact_version: int | None
    has_warning: bool


@dataclass(frozen=True, slots=True)
class ClockView:
    """A running promise as a page draws it."""

    promise: str
    state: str
    left_s: int
    used_percent: int
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Acts:
    """What the reader may do with the lead now."""

    can_answer: bool
    can_log: bool
    can_qualify: bool
    can_hand_over: bool
    can_open_deal: bool
    can_edit: bool
    can_reassign: bool


@dataclass(frozen=True, slots=True)
class PointRow:
    """A row of the points table on this lead; ``state`` is held, missed or unknown."""

    points: int
    label: str
    state: str
    because: str
    asked_by: str
    fact: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class ScoreView:
    """The points with every row; the held ones add up."""

    points: int
    line: int | None
    rows: tuple[PointRow, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Who found the lead, and where."""

    side: str
    source: str
    by: str


@dataclass(frozen=True, slots=True)
class Need:
    """One thing the gate looks at: a field, an action or points."""

    kind: str
    label: str
    is_met: bool


@dataclass(frozen=True, slots=True)
class GateView:
    """What the gate says before a hand-off."""

    is_open: bool
    says: str
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class KnownField:
    """A field with its value, who gave it, or the question that finds it out."""

    label: str
    value: str
    is_known: bool
    is_required: bool
    by: str
    ask: str


@dataclass(frozen=True, slots=True)
class DealView:
    """A deal on the lead's page."""

    id: int
    stage: str
    amount_minor: int | None
    currency: str
    state: str
    finder: str
    closer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class LeadPage:
    """Everything a lead's page shows."""

    lead: LeadHead
    clock: ClockView | None
    is_clock_hidden: bool
    """Whether a promise runs that the pact lets only its owner and those it names see."""
    stops: str
    handoff_id: int | None
    acts: Acts
    reasons_to_reject: tuple[dict[str, str], ...]
    score: ScoreView
    is_points_hidden: bool
    """Whether a trial keeps the points from the reader; ``score`` is then empty."""
    found: Found
    came: tuple[Came, ...]
    gate: GateView | None
    fields: tuple[KnownField, ...]
    allowed: tuple[Allowed, ...]
    refused: tuple[str, ...]
    """The ways by which the buyer does not want to be reached or watched."""
    story: tuple[Event, ...]
    older: int | None
    deals: tuple[DealView, ...]
    why: str
    colleagues: tuple[tuple[int, str], ...]
    open_handoff_id: int | None
    family: Family


@dataclass(frozen=True, slots=True)
class EditField:
    """A field in the form that fills in or mends: its present value, and the choices of a coded one."""

    name: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...]
    is_long: bool
