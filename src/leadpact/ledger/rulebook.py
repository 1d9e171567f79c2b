"""What holds at a moment: the signed pacts, the people's calendars, and the points that follow from them.

Made once per operation or page; it reads each thing once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from leadpact.ledger.models import Absence, HolidayYear, Hours, PactDraft, PactVersion, Person
from leadpact.ledger.reader import account_leads_s
from leadpact.ledger.statements import hand
from leadpact.ledger.writer import Points
from leadpact.rules import clock
from leadpact.rules.criteria import AccountLeads, compile_condition, leaves
from leadpact.rules.criteria_words import conditions_of, words_used
from leadpact.rules.hours import Week, week
from leadpact.rules.lead import Seen
from leadpact.rules.pact import Pact, Step
from leadpact.rules.pact_order import place_of
from leadpact.rules.pact_reading import read_pact
from leadpact.rules.pact_reading_tree import Node
from leadpact.rules.scoring import Card, Score, compile_card
from leadpact.rules.shortlist import a_week


class NoPact(Exception):
    """No signed pact holds; the message says what to do about it."""


_HOLDING = """
SELECT id, effective_s, tree FROM ledger_pactversion AS held WHERE effective_s <= %s AND NOT EXISTS (
  SELECT 1 FROM ledger_pactversion AS newer
  WHERE newer.name = held.name AND newer.effective_s <= %s AND newer.effective_s >= held.effective_s
    AND (newer.effective_s > held.effective_s OR newer.version > held.version)
)"""


class InForce(NamedTuple):
    """A signed version of a pact. ``id`` is its row's.

    ``covers`` is the compiled condition of the leads it covers, None for all; ``words`` are those that its
    criteria look for, by personal field. ``asks_company``: a condition counts the other leads of a lead's company.
    """

    id: int
    effective_s: int
    pact: Pact
    card: Card
    covers: Callable[[Seen, int], bool | None] | None
    words: Mapping[str, frozenset[str]]
    asks_company: bool = False

    @property
    def step(self) -> Step:
        """The first hand-off step."""
        return self.pact.steps[0]

    def step_named(self, name: str | None) -> Step:
        """The step of that name, or the first one."""
        return next((step for step in self.pact.steps if step.name == name), self.pact.steps[0])


def _node(value: Any) -> Node:
    if isinstance(value, dict):
        return Node({key: _node(child) for key, child in value.items()}, 0, 0)
    if isinstance(value, list):
        return Node(tuple(_node(child) for child in value), 0, 0)
    return Node(value, 0, 0)


@lru_cache(maxsize=64)
def _read(pact_id: int, effective_s: int, tree: str) -> InForce:
    # Keyed by the whole text: comparing it costs microseconds, and no version can pass for another.
    reading = read_pact(_node(json.loads(tree)))
    pact = reading.pact
    if pact is None:
        raise NoPact(f"Pact {pact_id} can no longer be read: {reading.errors[0]}. Propose a corrected version.")
    covers = None if pact.covers is None else compile_condition(pact.covers)
    words = {name: frozenset(used) for name, used in words_used(pact).items()}
    asks = any(isinstance(leaf, AccountLeads) for condition in conditions_of(pact) for leaf in leaves(condition))
    return InForce(pact_id, effective_s, pact, compile_card(pact), covers, words, asks)


def read_version(row: PactVersion) -> InForce:
    """A version of the pact, in force or not; read once per process. Raises ``NoPact`` when it cannot be read."""
    return _read(row.pk, row.effective_s or 0, row.tree)


def parsed(row: PactVersion) -> tuple[Pact, Card]:
    """A version's pact and its compiled points table."""
    held = read_version(row)
    return held.pact, held.card


def in_force(at_s: int) -> tuple[InForce, ...]:
    """The version of each pact that holds at an instant, in the order in which they are asked whom they cover."""
    with hand() as cursor:
        cursor.execute(_HOLDING, (at_s, at_s))
        return tuple(sorted((_read(*row) for row in cursor.fetchall()), key=lambda held: place_of(held.pact)))


def takes_a_week(step: Step) -> tuple[int, float]:
    """How many people take leads of a step, and how many leads a week together."""
    sellers = Person.objects.filter(role="salesperson", is_active=True, can_sign_in=True)
    own = list(sellers.values_list("capacity", flat=True))
    return len(own), a_week(step.short_list, own)


def newer_version(draft: PactDraft, now_s: int) -> PactVersion | None:
    """The version in force that came after the one a draft began from; None when the draft has what is in force."""
    base = PactVersion.objects.filter(pk=draft.base_id or 0).first()
    if base is None:
        return None
    later = PactVersion.objects.filter(name=base.name, effective_s__lte=now_s, version__gt=base.version)
    return later.order_by("-effective_s", "-version").first()


@lru_cache(maxsize=256)
def _holidays(
    code: str, name: str, years: tuple[tuple[int, bool, tuple[str, ...], tuple[str, ...]], ...]
) -> clock.Holidays:
    known = frozenset(year for year, is_known, _, _ in years if is_known)
    full = frozenset(date.fromisoformat(day) for _, _, days, _ in years for day in days)
    half = frozenset(date.fromisoformat(day) for _, _, _, days in years for day in days)
    return clock.Holidays(name or code, full, half, known)


def holidays_of(code: str) -> clock.Holidays:
    """The holidays kept for a country or region; an empty code needs none."""
    if not code:
        return clock.NO_HOLIDAYS
    rows = HolidayYear.objects.filter(code=code).order_by("year")
    years = tuple((row.year, row.is_known, tuple(row.full), tuple(row.half)) for row in rows)
    return _holidays(code, next((row.name for row in rows), code), years)


@lru_cache(maxsize=256)
def _week(text: str) -> Week:
    return week(text)


def _add_companies(leads: Sequence[Seen]) -> None:
    """Tell each lead when the other leads of its company came."""
    by_account = account_leads_s({view.account_id for view in leads if view.account_id is not None})
    for view in leads:
        if view.account_id is not None:
            others = by_account.get(view.account_id, ())
            view.account_leads_s = tuple(at_s for lead_id, at_s in others if lead_id not in view.members)


class Rulebook:
    """The pacts in force at ``now_s`` and the calendars of people under them."""

    def __init__(self, now_s: int) -> None:
        self.now_s = now_s
        self.pacts = in_force(now_s)
        self._by_id: dict[int, InForce] = {held.id: held for held in self.pacts}
        self._calendars: dict[tuple[int | None, int], clock.Calendar] = {}
        self._holidays: dict[str, clock.Holidays] = {}
        self._people: dict[int, tuple[Person, list[Hours], list[Absence]]] | None = None

    def of(self, seen: Seen, as_of_s: int) -> InForce | None:
        """The pact that covers a lead; None when none does. The lead is then read with its company."""
        self.with_company(seen)
        for held in self.pacts:
            if held.covers is None or held.covers(seen, as_of_s):
                return held
        return None

    def by_id(self, pact_id: int | None) -> InForce:
        """The signed version with that id, in force or not; without an id the one in force. Raises ``NoPact``."""
        if pact_id is None and self.pacts:
            return self.pacts[0]
        if pact_id not in self._by_id:
            row = PactVersion.objects.filter(pk=pact_id or 0).first()
            if row is None:
                raise NoPact(
                    "No pact is signed by both teams yet. Propose one on the page Pact; a head of each team signs it."
                )
            self._by_id[row.pk] = read_version(row)
            return self._by_id[row.pk]
        return self._by_id[pact_id or 0]

    def main(self) -> InForce:
        """The first pact in force, for pages that speak of one. Raises ``NoPact``."""
        if not self.pacts:
            return self.by_id(None)
        return self.pacts[0]

    @property
    def asks_company(self) -> bool:
        """Whether a pact in force counts the other leads of a lead's company, so that one's points move with them."""
        return any(held.asks_company for held in self.pacts)

    def with_company(self, seen: Seen, held: InForce | None = None) -> Seen:
        """The lead with the other leads of its company, where the pacts in force (or ``held``) count them."""
        is_asked = self.asks_company if held is None else held.asks_company
        if is_asked:
            _add_companies([seen])
        return seen

    def with_companies(self, leads: Sequence[Seen]) -> Sequence[Seen]:
        """The same for many leads, asked for together."""
        if self.asks_company:
            _add_companies(leads)
        return leads

    def points(self, seen: Seen, as_of_s: int) -> Points | None:
        """Points of a lead by the pact that covers it."""
        held = self.of(seen, as_of_s)
        if held is None:
            return None
        score = held.card.score(seen, as_of_s)
        return Points(held.id, score.total, score.fades_at_s)

    def score(self, seen: Seen, as_of_s: int) -> tuple[InForce, Score] | None:
        """The same with its reasons."""
        held = self.of(seen, as_of_s)
        return None if held is None else (held, held.card.score(seen, as_of_s))

    def calendar(self, person_id: int | None, held: InForce) -> clock.Calendar:
        """When a person works: own zone, hours, holidays and absences, else the pact's."""
        key = person_id, held.id
        if key not in self._calendars:
            self._calendars[key] = self._calendar(person_id, held.pact)
        return self._calendars[key]

    def _calendar(self, person_id: int | None, pact: Pact) -> clock.Calendar:
        person, hours, absences = self._person(person_id)
        zone = (person.zone if person else "") or pact.time.zone
        code = (person.country if person else "") or pact.time.holidays
        if code not in self._holidays:
            self._holidays[code] = holidays_of(code)
        # Somebody who gave up hours of their own works the pact's again.
        own = ((row.from_on, _week(row.week or pact.time.hours)) for row in hours)
        weeks = ((date.min, _week(pact.time.hours)), *own)
        return clock.Calendar(zone, weeks, self._holidays[code], tuple((a.from_on, a.until_on) for a in absences))

    def _person(self, person_id: int | None) -> tuple[Person | None, list[Hours], list[Absence]]:
        if self._people is None:
            hours: dict[int, list[Hours]] = {}
            absences: dict[int, list[Absence]] = {}
            for row in Hours.objects.order_by("from_on"):
                hours.setdefault(row.person_id, []).append(row)
            for away in Absence.objects.order_by("from_on"):
                absences.setdefault(away.person_id, []).append(away)
            self._people = {
                person.pk: (person, hours.get(person.pk, []), absences.get(person.pk, []))
                for person in Person.objects.filter(can_sign_in=True)
            }
        return self._people.get(person_id or 0, (None, [], []))

    def people(self) -> Iterable[tuple[Person, list[Hours], list[Absence]]]:
        """Everybody of the company with hours and absences."""
        self._person(None)
        return (self._people or {}).values()
