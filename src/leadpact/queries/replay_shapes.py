"""What a replay gives: frozen page data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from leadpact.evidence.replay import Band, Wins


@dataclass(frozen=True, slots=True)
class Differs:
    """A gate that is judged otherwise now: points and pact as recorded then, points now, what would keep it back."""

    lead_id: int
    at: datetime
    version: int
    points_then: int
    points_now: int
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of so many gates that opened (``of``) so many are judged the same now: they open, with the same points.

    ``elsewhere`` name no pact of ours or carry no points, so that nothing can be compared; ``differs`` lists the
    first of those that are judged otherwise.
    """

    same: int
    of: int
    elsewhere: int
    differs: tuple[Differs, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """A week, by its Monday: leads that pass under the draft, under the pact in force, and that did pass.

    A week is whole when it is over and the history had begun before it.
    """

    starts_on: date
    draft: int
    before: int
    crossed: int
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Volume:
    """Leads a week over the whole weeks: on average, in nine of ten weeks at most, and weeks above the capacity."""

    mean: float
    high: float
    weeks_over: int


@dataclass(frozen=True, slots=True)
class LaneLoad:
    """What comes to sales by a lane: leads a week under the draft and in force (None: it is not there), its promise."""

    lane: str
    first_touch: str
    draft: float
    before: float | None


@dataclass(frozen=True, slots=True)
class Side:
    """One of two pacts tried on the same leads. ``missed`` are those that it would not have sent on."""

    line: int | None
    passed: int
    volume: Volume
    wins: Wins
    missed: Wins
    nothing_passes: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """What a draft would have done, beside the pact in force; see ``docs/explanation/replay.md``.

    ``leads`` were judged, each at its moment. ``capacity_a_week`` is what sales takes by the draft's short list,
    ``capacity_line`` the lowest line that keeps nine of ten weeks within it (None: no line does, or nobody takes
    leads). ``joins`` pass under the draft alone, ``leaves`` under the pact in force alone. ``attempts_a_week`` is at
    most what follow-up asks of sales. ``never_held`` are places of rows of the points table that held for no lead.
    """

    pact: str
    version_before: int | None
    months: int
    since_on: date
    as_of: datetime
    leads: int
    weeks: tuple[Week, ...]
    capacity_a_week: float
    people: int
    draft: Side
    before: Side | None
    capacity_line: int | None
    bands: tuple[Band, ...]
    lanes: tuple[LaneLoad, ...]
    attempts_a_week: float
    attempts_before: float
    joins: int
    leaves: int
    unchanged: int
    never_held: tuple[int, ...]
    nothing_passes: bool
    agreement: Agreement
    sentences: tuple[str, ...]
