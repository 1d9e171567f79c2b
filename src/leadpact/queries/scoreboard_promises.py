"""What each team promised the other, and how it stands: shares of clocks kept, and counts against a target."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from leadpact.evidence.uncertainty import Range, wilson
from leadpact.ledger.results import Kept
from leadpact.ledger.rulebook import Rulebook
from leadpact.queries import scoreboard_cases as cases
from leadpact.queries.scoreboard_counts import Span, Tally, complete, counted, is_counted, kept, won
from leadpact.rules import goals
from leadpact.rules.goals import Per, Period
from leadpact.rules.pact import Goal, Pact
from leadpact.rules.pact_reading_money import minor_digits

FEW = 10
"""With fewer than so many clocks or hand-offs nothing is said of a share."""
SLA = "sla_keeping"
"""The measure whose headline is the promise of the first touch."""
State = Literal["kept", "missed", "none"]
Why = Literal["", "few", "nothing", "excused", "computing", "no_number", "running"]
"""Why there is no verdict: too few, nothing fell due, the pact lets it rest, the figure is being computed, the
measure has no single number, the period has only begun."""


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise of a team. Shares are fractions of 1; counts and amounts (minor units) are of the period so far.

    ``promised`` is the share promised, or what the target comes to by now; ``target`` is the goal as signed, per
    ``per``. ``terms`` are the pact's own, such as ``1 working day``; ``weeks`` the last eight, for a small curve
    with ``weekly`` promised.
    """

    name: str
    unit: Literal["share", "count", "money"]
    k: int
    n: int
    promised: float | None
    state: State = "none"
    why: Why = ""
    weeks: tuple[float | None, ...] = ()
    weekly: float | None = None
    target: float | None = None
    per: Per | None = None
    terms: tuple[str, ...] = ()
    unless: str = ""
    currency: str = ""

    @property
    def value(self) -> float | None:
        """The share, or the count, or the amount."""
        return self.k if self.unit != "share" else self.k / self.n if self.n else None

    @property
    def range(self) -> Range:
        """Wilson's range of the share k of n."""
        return wilson(self.k, self.n)


@dataclass(frozen=True, slots=True)
class Team:
    """What one team promised the other; ``kept`` of the ``judged`` promises are kept."""

    side: Literal["marketing", "sales"]
    promises: tuple[Promise, ...]

    @property
    def kept(self) -> int:
        """How many are kept."""
        return sum(promise.state == "kept" for promise in self.promises)

    @property
    def judged(self) -> int:
        """How many have a verdict."""
        return sum(promise.state != "none" for promise in self.promises)


@dataclass
class Counting:
    """What the figures of one page are made from; each thing is asked once.

    ``agreed_on`` is the day from which the first version of the pact held: before it nothing was promised.
    """

    span: Span
    period: Period
    today: date
    pact: Pact | None
    rules: Rulebook
    is_working: Callable[[date], bool]
    sla: Kept | None
    agreed_on: date
    _counts: dict[tuple[str, str | None], Tally] = field(default_factory=dict)

    def counted(self, measure: str, found_side: str | None = None) -> Tally:
        """How many leads, hand-offs or deals there were."""
        key = measure, found_side
        if key not in self._counts:
            self._counts[key] = counted(measure, self.span, found_side)
        return self._counts[key]

    @cached_property
    def clocks(self) -> dict[str, Tally]:
        """Clocks due and kept, by promise."""
        return kept(self.span)

    @cached_property
    def complete(self) -> Tally:
        """Hand-offs that came with everything, of all."""
        return complete(self.span, self.rules)

    @cached_property
    def actions(self) -> Tally:
        """Hand-offs before which everything agreed was done, of all that asked for something."""
        return cases.counted(cases.actions(self.span, self.rules), self.span)

    @cached_property
    def back(self) -> Tally:
        """Leads sent back that marketing took up in time, of those due."""
        return cases.tallied(cases.back(self.span, self.rules), self.span)

    def material(self, piece: int) -> Tally:
        """Leads that got so many pieces of material by the agreed attempt, of those with so many attempts."""
        return cases.counted(self.material_cases(piece), self.span)

    def material_cases(self, piece: int) -> list[cases.Asked]:
        """The question for them; none where the pact agrees on fewer pieces."""
        agreed = self.pact.follow_up.material if self.pact else ()
        return cases.material(self.span, agreed[piece - 1].by_attempt, piece) if 0 < piece <= len(agreed) else []

    def owed(self, target: float, per: Per, *, since: date = date.min, is_whole: bool = False) -> float:
        """What a target per week, month … comes to in the period by today, from a day on; or in the whole of it."""
        until = self.period.last_on + timedelta(days=1) if is_whole else self.today
        over = self.period._replace(first_on=max(self.period.first_on, since))
        starts = self.pact.time.year_starts if self.pact else "january"
        return goals.owed(target, per, over, until, self.is_working, starts)

    def goals_of(self, side: str) -> list[Goal]:
        """The goals that a side signed."""
        return [goal for goal in self.pact.goals if goal.side == side] if self.pact else []


def minor(amount: float, currency: str) -> int:
    """An amount in the minor unit of its currency."""
    return round(amount * float(10 ** minor_digits(currency)))


def together(counting: Counting) -> tuple[Promise, ...]:
    """Common goals beside money."""
    return tuple(of_goal(goal, counting) for goal in counting.goals_of("together") if goal.measure != "revenue_won")


def teams(counting: Counting) -> tuple[Team, ...]:
    """Both teams' promises; none while no pact holds."""
    if counting.pact is None:
        return ()
    return Team("marketing", _marketing(counting, counting.pact)), Team("sales", _sales(counting, counting.pact))


def _marketing(counting: Counting, pact: Pact) -> tuple[Promise, ...]:
    """What marketing owes sales: its goals, leads that come complete, and none that waits too long."""
    own = counting.goals_of("marketing")
    waits = _terms(step.short_list.waits_at_most for step in pact.steps)
    return (
        *(of_goal(goal, counting) for goal in own if goal.measure not in ("promise_kept", "conformity")),
        _share("conformity", counting.complete, _first(own, "conformity"), counting),
        *((_share("actions", counting.actions, None, counting, _asked(pact)),) if _asked(pact) else ()),
        _share("waiting", counting.clocks["waiting"], _first(own, "promise_kept"), counting, waits),
        *(
            (_share("back", counting.back, None, counting, (str(pact.back_to_marketing.answer),)),)
            if pact.back_to_marketing
            else ()
        ),
    )


def _sales(counting: Counting, pact: Pact) -> tuple[Promise, ...]:
    """What sales owes marketing: a first touch, an answer and attempts in time, and its goals."""
    own = counting.goals_of("sales")
    goal = _first(own, "promise_kept", SLA)
    touches = _terms(lane.first_touch for step in pact.steps for lane in step.lanes)
    follow = pact.follow_up
    return (
        _first_touch(counting, goal, touches),
        _share("answer", counting.clocks["answer"], goal, counting, _terms(step.answer for step in pact.steps)),
        _share("attempts", counting.clocks["attempts"], goal, counting, (str(follow.attempts), str(follow.within))),
        *(
            _share(
                f"material-{piece}",
                counting.material(piece),
                None,
                counting,
                (pact.word(each.kind), str(each.by_attempt)),
            )
            for piece, each in enumerate(follow.material, 1)
        ),
        *(of_goal(each, counting) for each in own if each.measure not in ("promise_kept", SLA)),
    )


def _asked(pact: Pact) -> tuple[str, ...]:
    """The actions that marketing owes before a hand-off, as the pact calls them."""
    steps = (step for step in pact.steps if step.from_side == "marketing")
    return tuple(dict.fromkeys(pact.word(action) for step in steps for action in step.after))


def _first(own: Iterable[Goal], *measures: str) -> Goal | None:
    return next((goal for goal in own if goal.measure in measures), None)


def _terms(spans: Iterable[object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(span) for span in spans))


def _first_touch(counting: Counting, goal: Goal | None, terms: tuple[str, ...]) -> Promise:
    """The headline of the measure; only its weeks are counted here."""
    tally = counting.clocks["first_touch"]
    if counting.sla is None:
        unknown = _share("first_touch", replace(tally, k=0, n=0), goal, counting, terms)
        return replace(unknown, why="computing")
    rows = counting.sla.body["rows"]
    head = next((row for row in rows if row["level"] == "all"), {"kept": 0, "due": 0})
    return _share("first_touch", replace(tally, k=head["kept"], n=head["due"]), goal, counting, terms)


def _share(name: str, tally: Tally, goal: Goal | None, counting: Counting, terms: tuple[str, ...] = ()) -> Promise:
    """A share of promises kept, against the share that the pact promises; without a goal against all."""
    promised = goal.target / 100 if goal is not None and goal.unit == "%" else 1.0
    made = Promise(
        name, "share", tally.k, tally.n, promised, weeks=tally.shares(), weekly=promised, terms=terms,
        unless=(goal.unless if goal else None) or "",
    )  # fmt: skip
    return _of_share(made, goal, counting)


def against(made: Promise, goal: Goal, counting: Counting) -> Promise:
    """A share of promises kept, judged by what a goal promises of it; without a verdict where that is no share."""
    if goal.unit != "%":
        return replace(made, promised=None, weekly=None, state="none")
    promised = goal.target / 100
    judged = replace(made, promised=promised, weekly=promised, unless=goal.unless or "", state="none")
    return judged if made.why == "computing" else _of_share(replace(judged, why=""), goal, counting)


def _of_share(made: Promise, goal: Goal | None, counting: Counting) -> Promise:
    """The share with its verdict, or with the reason why there is none."""
    if made.n < FEW:
        return replace(made, why="few" if made.n else "nothing")
    if goal is not None and _is_excused(goal, counting):
        return replace(made, why="excused")
    return replace(made, state="kept" if made.k / made.n >= (made.promised or 0) else "missed")


def of_goal(goal: Goal, counting: Counting) -> Promise:
    """A goal as a promise: a share, or a count or an amount against what it comes to by now."""
    if goal.measure == "conformity":
        return _share("conformity", counting.complete, goal, counting)
    side = "marketing" if goal.side == "marketing" else None
    if goal.measure == "revenue_won":
        rows = won(counting.span)
        amount = sum(row.amount_minor for row in rows if row.currency in (goal.unit, "") and side in (None, row.side))
        target = float(minor(goal.target, goal.unit))
        made = Promise("revenue_won", "money", amount, 0, None, target=target, per=goal.per, currency=goal.unit)
        return _judged(made, replace(goal, target=target), counting)
    if not is_counted(goal.measure) or goal.unit == "%":
        return Promise(goal.measure, "share", 0, 0, goal.target / 100, why="no_number")
    tally = counting.counted(goal.measure, side)
    weeks = len(counting.period.days()) / 7
    made = Promise(
        goal.measure, "count", tally.n, tally.n, None, weeks=tuple(float(n) for n in tally.counts()),
        weekly=counting.owed(goal.target, goal.per, is_whole=True) / weeks if goal.per else None,
        target=goal.target, per=goal.per,
    )  # fmt: skip
    return _judged(made, goal, counting)


def _judged(made: Promise, goal: Goal, counting: Counting) -> Promise:
    """The promise with what is owed by now, and the verdict."""
    owed = counting.owed(goal.target, goal.per, since=counting.agreed_on) if goal.per else goal.target
    made = replace(made, promised=owed, unless=goal.unless or "")
    if _is_excused(goal, counting):
        return replace(made, why="excused")
    if owed == 0:
        return replace(made, why="running")
    return replace(made, state="kept" if made.k >= owed else "missed")


def _is_excused(goal: Goal, counting: Counting) -> bool:
    """Whether the pact lets the goal rest, because something else went beyond what was agreed."""
    limit = goals.limit_of(goal)
    if limit is None:
        return False
    if limit.measure == "conformity":
        whole = counting.complete
        return whole.n >= FEW and limit.is_passed(whole.k / whole.n, limit.target)
    if not is_counted(limit.measure) or limit.per is None:
        return False
    return limit.is_passed(counting.counted(limit.measure).n, counting.owed(limit.target, limit.per))
