"""The pact: what both teams signed, as frozen data. ``pact_reading`` makes one from a file."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as made
from datetime import date
from typing import Literal

from leadpact.rules.criteria import Condition
from leadpact.rules.terms import FIELDS, Field, Span

EXPIRES_AFTER_S = 60 * 86_400
"""A proposed version that not both teams have signed by then is over."""
Words = dict[str, str]
"""One text per language code, ``{"en": "No budget", "de": "Kein Budget"}``."""


@dataclass(frozen=True, slots=True)
class Points:
    """A row of the points table."""

    when: Condition
    points: int
    label: str
    group: str | None
    asked_by: Literal["marketing", "sales", "both"]
    because: str


@dataclass(frozen=True, slots=True)
class GoodLead:
    """What makes a lead good: rows that add up, and conditions that always or never let it cross."""

    points: tuple[Points, ...]
    half_life_days: float | None
    must: tuple[Condition, ...]
    never: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """How many points a lane asks for, in all and per group; ``always`` opens whatever the points."""

    always: bool = False
    points: int = 0
    least: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Surge:
    """On days with more than so many hand-offs another first-touch promise holds."""

    over_a_day: int
    first_touch: Span


@dataclass(frozen=True, slots=True)
class Lane:
    """The first lane of a step whose condition and gate fit decides how fast a lead is touched."""

    name: str
    gate: Gate
    first_touch: Span
    when: Condition | None = None
    surge: Surge | None = None


@dataclass(frozen=True, slots=True)
class ShortList:
    """How many leads each person takes per period, in which order, and how long one may wait."""

    each_person: int
    per: Literal["day", "week", "month"]
    order: Literal["score", "age"]
    waits_at_most: Span


AssignBy = Literal["open_deal_owner", "account_owner", "named_accounts", "language", "region", "round_robin"]


@dataclass(frozen=True, slots=True)
class AssignRule:
    """One rule of the assignment order; what it does with capacity and with an absent person."""

    by: AssignBy
    counts_against_capacity: bool = True
    if_absent: Literal["next_rule", "wait"] = "next_rule"


@dataclass(frozen=True, slots=True)
class Recycle:
    """What follows a rejection: wake after a span, wake when a field is known, or straight back to marketing."""

    reason: str
    wake_after: Span | None = None
    wake_when_known: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One hand-off step with what comes with a lead, its lanes, short list, assignment and answers."""

    name: str
    comes_with: tuple[tuple[str, ...], ...]
    """Required fields; each entry is a group of which one must be known (a single name is a group of one)."""
    after: tuple[str, ...]
    lanes: tuple[Lane, ...]
    short_list: ShortList
    assign: tuple[AssignRule, ...]
    answer: Span
    reject_reasons: tuple[str, ...]
    recycle: tuple[Recycle, ...]
    from_side: Literal["marketing", "sales"] = "marketing"
    to_side: Literal["marketing", "sales"] = "sales"


@dataclass(frozen=True, slots=True)
class Material:
    """A kind of material to be used by an attempt."""

    kind: str
    by_attempt: int


@dataclass(frozen=True, slots=True)
class AttemptRule:
    """What counts as an attempt and what the attempts must contain."""

    by: Literal["person", "anyone"]
    channels: tuple[str, ...]
    least: tuple[tuple[str, int], ...]
    different_days: int


@dataclass(frozen=True, slots=True)
class LateStep:
    """What happens when a promise nears or passes its deadline.

    ``at_percent`` counts from the start of the clock (75 reminds before, 100 is the deadline);
    ``after`` counts working time past the deadline.
    """

    act: Literal["remind", "tell_manager", "reassign"]
    at_percent: int | None = None
    after: Span | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How often and how long sales follows up."""

    attempts: int
    within: Span
    attempt: AttemptRule
    material: tuple[Material, ...]
    if_late: tuple[LateStep, ...]
    rest_days: float


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units with its currency."""

    amount_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Deals:
    """Stages, reasons for a loss, and what a deal and an attempt are worth."""

    stages: tuple[str, ...]
    loss_reasons: tuple[str, ...]
    value_of_a_deal: Money | None
    cost_of_an_attempt: Money | None


@dataclass(frozen=True, slots=True)
class Credit:
    """How a win's 1,000 points are shared; the three shares add up to 100."""

    originator: int
    touches_between: int
    closer: int
    level: Literal["account", "lead"]
    window_days: float
    sourced: Literal["first_touch", "captured_by"]


@dataclass(frozen=True, slots=True)
class Goal:
    """A target a team, or both together, owe: a measure, an amount per period, and when it is looked at again."""

    side: Literal["together", "marketing", "sales"]
    measure: str
    target: float
    unit: str
    per: Literal["week", "month", "quarter", "year"] | None
    review_by: date
    by: str | None = None
    owner: str | None = None
    unless: str | None = None


@dataclass(frozen=True, slots=True)
class BackToMarketing:
    """Leads that sales hands to marketing: agreed reasons and how fast marketing answers."""

    reasons: tuple[str, ...]
    answer: Span


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """The company's default zone, holidays and week; a person's own go before."""

    zone: str
    holidays: str
    """Country, optionally with a region: ``DE`` or ``DE-BY``; empty for none."""
    hours: str
    """As written: ``mon-thu 09:00-12:30 13:30-17:30; fri 09:00-15:00`` (see ``clock.week``)."""
    year_starts: str = "january"


@dataclass(frozen=True, slots=True)
class PeopleFigures:
    """What people may see of people, and how long buyers are kept."""

    figures: Literal["own_and_team", "own", "all"] = "own_and_team"
    smallest_group: int = 5
    individual_late: Literal["owner_and_manager", "owner", "team"] = "owner_and_manager"
    names_kept: str = "12 months"
    trials: Literal["announced"] = "announced"
    leads_kept: str | None = None
    """How long after the last that happened with it a lead is forgotten, such as ``24 months``; None: never."""


@dataclass(frozen=True, slots=True)
class Trials:
    """Small experiments, off by default. Shares are fractions of 1, ``explored_most`` is leads a week."""

    explored_slice: float = 0.0
    persistence: float = 0.0
    shuffled_call_order: bool = False
    explored_most: int | None = None


@dataclass(frozen=True, slots=True)
class Pact:
    """One version of the agreement. Everything a hand-off, clock or figure needs of it, nothing about who signed."""

    name: str
    version: int
    vision: str
    teams: tuple[tuple[str, str], ...]
    covers: Condition | None
    time: WorkingTime
    report_in: str
    rates: str
    good_lead: GoodLead
    steps: tuple[Step, ...]
    back_to_marketing: BackToMarketing | None
    follow_up: FollowUp
    deals: Deals
    credit: Credit
    goals: tuple[Goal, ...]
    people: PeopleFigures = PeopleFigures()
    trials: Trials = Trials()
    fields: tuple[Field, ...] = ()
    """The pact's own fields, beside the standard ones of ``terms.FIELDS``."""
    qualification: tuple[str, ...] = ("budget", "need", "timeframe_months")
    """Fields of the short call form."""
    actions: tuple[tuple[str, str], ...] = ()
    """Actions marketing may record: code and label."""
    order: int | None = None
    """Its place among several pacts in force: the lower number is asked first whether it covers a lead."""
    words: dict[str, Words] = made(default_factory=dict)
    """Label of a code (reason, stage, lane, action, source, field) per language; a missing one is the code in words."""

    def word(self, code: str, language: str = "en") -> str:
        """The label of a code: in the language, else in English, else the code with spaces."""
        texts = self.words.get(code, {})
        return texts.get(language) or texts.get("en") or code.replace("_", " ").capitalize()

    def field(self, name: str) -> Field | None:
        """The declared field of that name, the pact's own before the standard ones."""
        return next((f for f in self.fields if f.name == name), FIELDS.get(name))
