"""The score: whole-number points of the pact's table, added up for one lead at one moment, with their reasons."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from math import log2
from typing import Generic, NamedTuple, TypeVar

from leadpact.rules.criteria import AccountLeads, DaysSince, Touches, compile_reader, fields_used, leaves
from leadpact.rules.criteria_windows import DAY_S, Reader, Witness
from leadpact.rules.criteria_words import field_label
from leadpact.rules.lead import FAR_S, Seen, Touch
from leadpact.rules.pact import Pact, Points


class Ask(NamedTuple):
    """A field nobody knows yet, the question that finds out, and the points it could bring."""

    field: str
    question: str
    points: int


class ScoredRow(NamedTuple):
    """One row of the points table for one lead.

    ``points`` count towards the total (0 unless ``holds`` is True), ``worth`` is what the pact gives. ``index``
    is the row's place in the table. ``because_seq`` is the newest fact that decided it, None where an absence
    did. Without a new fact the row stays as it is before ``until_s``. ``asks`` names the unknown fields of an
    unknown row that would bring points.
    """

    points: int
    holds: bool | None
    label: str
    group: str | None
    index: int  # type: ignore[assignment]  # hides tuple.index, which a row of mixed values has no use for
    because_seq: int | None
    worth: int
    until_s: int = FAR_S
    asks: tuple[Ask, ...] = ()


class Score(NamedTuple):
    """A lead's points at a moment. ``total`` is the sum of the rows' points, ``groups`` the sums per group.

    Without a new fact nothing of it changes before ``fades_at_s`` (epoch seconds); None: it never will.
    """

    total: int
    rows: tuple[ScoredRow, ...]
    groups: dict[str, int]
    fades_at_s: int | None

    @property
    def asks(self) -> tuple[Ask, ...]:
        """Fields worth asking for, the one that could bring most points first; a field of several rows once."""
        found: dict[str, Ask] = {}
        for row in self.rows:
            for ask in row.asks:
                before = found.get(ask.field)
                found[ask.field] = ask._replace(points=before.points + ask.points) if before else ask
        return tuple(sorted(found.values(), key=lambda ask: -ask.points))


RowReader = Callable[[Seen, int], ScoredRow]
"""A row of the table for a lead at an instant."""
BareRow = Callable[[Seen, bool | None, int], ScoredRow]
"""A row that no fact of the lead decides, by its answer and the instant until which that stays."""
MOST_POINTS = 10_000
_TIMED = (Touches, DaysSince, AccountLeads)
_make = tuple.__new__
"""Makes a named tuple some three times as fast as calling its class; half the time of a score goes into its rows."""


class Card:
    """A pact's points table, compiled."""

    __slots__ = ("_groups", "_readers", "_timed", "pact")

    def __init__(self, pact: Pact) -> None:
        half_life = pact.good_lead.half_life_days
        rows = pact.good_lead.points
        self.pact = pact
        half_life_s = half_life * DAY_S if half_life else None
        self._readers = tuple(_compile_row(pact, index, row, half_life_s) for index, row in enumerate(rows))
        self._groups = dict.fromkeys((row.group for row in rows if row.group is not None), 0)
        self._timed = tuple(
            index for index, row in enumerate(rows) if any(isinstance(leaf, _TIMED) for leaf in leaves(row.when))
        )

    def score(self, seen: Seen, as_of_s: int) -> Score:
        """Score a lead by what is in ``seen`` at an instant (epoch seconds).

        For a score as it was known then, make ``seen`` with the same instant.
        """
        rows = [read(seen, as_of_s) for read in self._readers]
        total = 0
        groups = self._groups.copy()
        for row in rows:
            points = row[0]
            if points:
                total += points
                group = row[3]
                if group is not None:
                    groups[group] += points
        until_s = min([rows[index][7] for index in self._timed]) if self._timed else FAR_S
        return _make(Score, (total, tuple(rows), groups, None if until_s >= FAR_S else until_s))


_It = TypeVar("_It")


class ByIdentity(Generic[_It]):
    """Something large as the key of a cache: equal to itself alone, and kept alive, so its id is not given away."""

    __slots__ = ("it",)

    def __init__(self, it: _It) -> None:
        self.it = it

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByIdentity) and self.it is other.it

    def __hash__(self) -> int:
        return id(self.it)


def compile_card(pact: Pact) -> Card:
    """Compile a pact's points table; the same pact object gives the same card."""
    return _card(ByIdentity(pact))


@lru_cache(maxsize=64)
def _card(pact: ByIdentity[Pact]) -> Card:
    return Card(pact.it)


def fading_ages(points: int, half_life_s: float) -> list[int]:
    """List the ages of a touch, in seconds, at which its points lose one more.

    The points are ``points * 2^(-age/half life)``, made whole by rounding, a half away from zero. As many
    ages as there are points, in rising order; the last is where nothing is left. Raises ValueError above
    ``MOST_POINTS``.
    """
    worth = abs(points)
    if worth > MOST_POINTS:
        raise ValueError(f"A row gives {points} points; give at most {MOST_POINTS} to a row whose points fade.")
    return [int(half_life_s * log2(worth / (left - 0.5))) + 1 for left in range(worth, 0, -1)]


def _compile_row(pact: Pact, index: int, row: Points, half_life_s: float | None) -> RowReader:
    read = compile_reader(row.when)
    bare = _bare_row(index, row, _asks(pact, row))
    if half_life_s is not None and any(isinstance(leaf, Touches | DaysSince) for leaf in leaves(row.when)):
        return _fading_row(index, row, read, bare, half_life_s)
    return _lasting_row(index, row, read, bare)


def _asks(pact: Pact, row: Points) -> tuple[Ask, ...]:
    if row.points <= 0:
        return ()
    questions = []
    for name in fields_used(row.when):
        field = pact.field(name)
        question = field.ask if field and field.ask else f"{field_label(name, pact)}?"
        questions.append(Ask(name, question, row.points))
    return tuple(questions)


def _bare_row(index: int, row: Points, asks: tuple[Ask, ...]) -> BareRow:
    """Make the row that no fact decides; it is the same for nearly every lead, so made once."""
    worth, label, group = row.points, row.label, row.group
    made = {holds: ScoredRow(worth if holds else 0, holds, label, group, index, None, worth) for holds in (True, False)}
    unknown = ScoredRow(0, None, label, group, index, None, worth)
    asking = unknown._replace(asks=asks)
    field = asks[0].field if len(asks) == 1 else None

    def bare(seen: Seen, holds: bool | None, until_s: int) -> ScoredRow:
        if holds is not None:
            return made[holds] if until_s == FAR_S else made[holds]._replace(until_s=until_s)
        if field is not None and until_s == FAR_S:
            return unknown if field in seen.values else asking
        missing = tuple(ask for ask in asks if ask.field not in seen.values)
        return unknown._replace(asks=missing, until_s=until_s)

    return bare


def _lasting_row(index: int, row: Points, read: Reader, bare: BareRow) -> RowReader:
    """Read a row whose points do not fade."""
    worth, label, group = row.points, row.label, row.group

    def score(seen: Seen, as_of_s: int) -> ScoredRow:
        holds, because, until_s = read(seen, as_of_s)
        if not because:
            return bare(seen, holds, until_s)
        points = worth if holds else 0
        return _make(ScoredRow, (points, holds, label, group, index, because[-1].seq, worth, until_s, ()))

    return score


def _fading_row(index: int, row: Points, read: Reader, bare: BareRow, half_life_s: float) -> RowReader:
    """Read a row whose points fade with the age of the newest touch that made it hold."""
    worth, label, group = row.points, row.label, row.group
    ages = fading_ages(worth, half_life_s)
    each = 1 if worth > 0 else -1

    def score(seen: Seen, as_of_s: int) -> ScoredRow:
        holds, because, until_s = read(seen, as_of_s)
        if not because:
            return bare(seen, holds, until_s)
        points, newest = 0, because[-1]
        if holds:
            points = worth
            touched_s = newest.occurred_s if type(newest) is Touch else _last_touch_s(because)
            if touched_s is not None:
                lost = bisect_right(ages, as_of_s - touched_s)
                points -= each * lost
                if lost < len(ages):
                    until_s = min(until_s, touched_s + ages[lost])
        return _make(ScoredRow, (points, holds, label, group, index, newest.seq, worth, until_s, ()))

    return score


def _last_touch_s(because: tuple[Witness, ...]) -> int | None:
    """When the newest touch among the facts was; a row that no touch made true does not fade."""
    return next((fact.occurred_s for fact in reversed(because) if isinstance(fact, Touch)), None)
