"""The simulated world: a clock, what is planned for later, and what everybody needs to act on a lead."""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from random import Random
from typing import Any

from leadpact.demo.company import Member, Staff
from leadpact.demo.placing import Desk
from leadpact.demo.truth import Kind, Truth
from leadpact.demo.writing import Diary, Life
from leadpact.ledger.rulebook import InForce, Rulebook
from leadpact.operations.capture import Words
from leadpact.rules import clock
from leadpact.rules.capture import Incoming, facts_for
from leadpact.rules.clock import Calendar
from leadpact.rules.facts import Fact

HOUR_S = 3_600
DAY_S = 86_400
Doing = Callable[..., None]
Follows = Callable[["World", Life, Fact], None]
"""What follows when a fact of a kind is noted."""


class World:
    """Time goes by from one planned doing to the next; ``now_s`` is the present instant of the simulation."""

    def __init__(self, staff: Staff, truth: Truth, rng: Random, diary: Diary, start_s: int, end_s: int) -> None:
        self.staff = staff
        self.truth = truth
        self.rng = rng
        self.diary = diary
        self.desk = Desk()
        self.lives: list[Life] = []
        self.waiting: dict[int, Life] = {}
        self.deal_count = 0
        self.explored: dict[int, int] = {}
        self.follows: dict[str, Follows] = {}
        self.now_s = start_s
        self.end_s = end_s
        self._plans: list[tuple[int, int, Doing, tuple[Any, ...]]] = []
        self._planned = 0
        self.use_rules(start_s)
        self.behind = [(self._worked_before(hours), share) for hours, share in truth.untouched]

    def use_rules(self, at_s: int) -> None:
        """Go by the pact in force at an instant from now on."""
        self.rules = Rulebook(at_s)
        self.words = Words.of(self.rules)
        self._members = {member.id: member for member in (*self.staff.marketers, *self.staff.sellers)}

    def _worked_before(self, hours: float) -> int:
        """The instant from which the company works so many hours until the end of the simulation."""
        calendar = self.rules.calendar(None, self.held)
        at_s = self.end_s
        while clock.elapsed(calendar, at_s, self.end_s) < hours * HOUR_S:
            at_s -= HOUR_S
        return at_s

    @property
    def held(self) -> InForce:
        """The pact in force."""
        return self.rules.main()

    def plan(self, at_s: int, doing: Doing, *about: object) -> None:
        """Plan a doing; what lies after the end of the simulation never happens."""
        at_s = max(at_s, self.now_s)
        if at_s <= self.end_s:
            self._planned += 1
            heappush(self._plans, (at_s, self._planned, doing, about))

    def plan_at_work(self, who: Member, hours: float, doing: Doing, *about: object) -> None:
        """Plan a doing after so many of a person's working hours."""
        self.plan(clock.due(self.calendar(who), self.now_s, max(1, round(hours * HOUR_S))), doing, *about)

    def plan_in_days(self, days: float, doing: Doing, *about: object) -> None:
        """Plan a doing after so many days, at any hour."""
        self.plan(self.now_s + round(days * DAY_S), doing, *about)

    def run(self, until_s: int) -> None:
        """Let time go by."""
        while self._plans and self._plans[0][0] <= until_s:
            at_s, _, doing, about = heappop(self._plans)
            self.now_s = self.rules.now_s = at_s
            doing(self, *about)
        self.now_s = self.rules.now_s = until_s

    def chance(self, share: float) -> bool:
        """Whether something of this chance happens."""
        return self.rng.random() < share

    def calendar(self, who: Member, held: InForce | None = None) -> Calendar:
        """When a person works."""
        return self.rules.calendar(who.id, held or self.held)

    def member(self, person_id: int | None) -> Member:
        """The person of that id."""
        return self._members[person_id or 0]

    def marketer(self, life: Life) -> Member:
        """Who of marketing looks after a lead."""
        return self.staff.marketers[life.marketer]

    def kind(self, life: Life) -> Kind:
        """How the lead truly behaves."""
        return self.truth.kind(is_hot=life.buyer.is_hot)

    def add(self, life: Life, fact: Fact, words: str | None = None) -> Fact:
        """Note a fact about a lead, and plan what follows from it."""
        fact = self.diary.add(life, fact, words)
        follows = self.follows.get(fact.kind)
        if follows is not None:
            follows(self, life, fact)
        return fact

    def note(self, life: Life, kind: str, *, words: str | None = None, **columns: Any) -> Fact:
        """Note that something happened to a lead now."""
        fact = Fact(0, "", kind, self.now_s, self.now_s, account_id=life.account_id)
        return self.add(life, fact._replace(**columns), words)

    def describe(self, life: Life, values: dict[str, str], by: Member | None, side: str) -> list[Fact]:
        """Note what became known of a lead, as far as it is new."""
        told = {name: text for name, text in values.items() if text}
        incoming = Incoming(self.now_s, found_by=by.id if by else None, side=side, channel="hand", values=told)
        known = life.seen(self.now_s).values
        result = facts_for(
            incoming, self.words.fields, self.words.used, known, life.texts, is_new=False, account_id=life.account_id
        )
        return self.take(life, result.facts, {each.at: (each.field, each.text) for each in result.personal})

    def take(self, life: Life, facts: list[Fact], personal: dict[int, tuple[str, str]]) -> list[Fact]:
        """Note facts made by the rules of capture, with their words."""
        noted = []
        for at, fact in enumerate(facts):
            name, text = personal.get(at, ("", None))
            if text is not None:
                life.texts[name] = text
            noted.append(self.add(life, fact, text))
        return noted
