"""A learned table as rows of a pact: each bin a condition on the lead, with its points and its counts in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil
from typing import NamedTuple

from leadpact.evidence.history_examples import Asks
from leadpact.evidence.learning_table import Bin, Cross, Scale, Table
from leadpact.rules.criteria import (
    All,
    Between,
    Condition,
    ContainsWord,
    FreeMail,
    Is,
    Known,
    Not,
    Touches,
)


class LearnedRow(NamedTuple):
    """A row to propose: its condition and points, its group, and how many leads with it and without it were won."""

    when: Condition
    points: int
    group: str
    won: int
    leads: int
    other_won: int
    other_leads: int

    @property
    def because(self) -> str:
        """The counts in words."""
        others = f"{self.other_won:,} of {self.other_leads:,} without"
        return f"{self.won:,} of {self.leads:,} leads with it were won, {others}."


def rows(table: Table, asks: Mapping[str, Asks]) -> list[LearnedRow]:
    """The rows of a table, attribute by attribute; a bin without points has none, but the unknown always has.

    Two conditions that earn points when both hold are a row of their own, the last.
    """
    found = []
    for scale in table.scales:
        asked = asks[scale.name]
        for each in scale.bins:
            if each.points > 0 or (each.is_unknown and asked.kind != "touches"):
                when = condition(scale, each, asked)
                group = "intent" if asked.kind == "touches" else "fit"
                found.append(
                    LearnedRow(
                        *(when, each.points, group, each.won, each.leads),
                        table.won - each.won,
                        table.leads - each.leads,
                    )
                )
    if table.cross is not None:
        cross = table.cross
        group = "intent" if any(asks[side.name].kind == "touches" for side in cross.sides) else "fit"
        found.append(
            LearnedRow(
                *(both(cross, asks), cross.points, group, cross.won, cross.leads),
                table.won - cross.won,
                table.leads - cross.leads,
            )
        )
    return found


def both(cross: Cross, asks: Mapping[str, Asks]) -> Condition:
    """The condition that holds where both conditions of a crossed attribute do."""
    parts: list[Condition] = []
    for side in cross.sides:
        own = condition(side, next(each for each in side.bins if each.points > 0), asks[side.name])
        parts += own.conditions if isinstance(own, All) else (own,)
    return All(tuple(parts))


def condition(scale: Scale, wanted: Bin, asked: Asks) -> Condition:
    """The condition that holds for the leads of a bin and for no others."""
    return _CONDITIONS[asked.kind](scale, wanted, asked)


def _level(scale: Scale, wanted: Bin, asked: Asks) -> Condition:
    if wanted.is_unknown:
        return Known(asked.field, wanted=False)
    if not wanted.is_rest:
        return Is(asked.field, wanted.levels)
    others = tuple(level for each in scale.bins if each is not wanted for level in each.levels)
    return Is(asked.field, others, negated=True) if others else Known(asked.field)


def _number(scale: Scale, wanted: Bin, asked: Asks) -> Condition:
    if wanted.is_unknown:
        return Known(asked.field, wanted=False)
    if scale.is_whole:
        low = None if wanted.low is None else float(ceil(wanted.low))
        return Between(asked.field, low, None if wanted.high is None else float(ceil(wanted.high) - 1))
    below: Condition | None = None if wanted.high is None else Not(Between(asked.field, wanted.high, None))
    above: Condition | None = None if wanted.low is None else Between(asked.field, wanted.low, None)
    parts = tuple(each for each in (above, below) if each is not None)
    return All(parts) if len(parts) > 1 else parts[0] if parts else Known(asked.field)


def _known(_scale: Scale, wanted: Bin, asked: Asks) -> Condition:
    return Known(asked.field, wanted=not wanted.is_unknown)


def _free_mail(_scale: Scale, wanted: Bin, asked: Asks) -> Condition:
    if wanted.is_unknown:
        return Known(asked.field, wanted=False)
    return FreeMail(wanted="true" in wanted.levels)


def _word(_scale: Scale, wanted: Bin, asked: Asks) -> Condition:
    if wanted.is_unknown:
        return Known(asked.field, wanted=False)
    has = ContainsWord(asked.field, (asked.word,))
    return has if "true" in wanted.levels else Not(has)


def _touches(_scale: Scale, wanted: Bin, asked: Asks) -> Condition:
    low = 0 if wanted.low is None else ceil(wanted.low)
    high = None if wanted.high is None else ceil(wanted.high) - 1
    return Touches((asked.touch,), asked.of, low, high, None if asked.days is None else float(asked.days))


_CONDITIONS: dict[str, Callable[[Scale, Bin, Asks], Condition]] = {
    "level": _level,
    "number": _number,
    "known": _known,
    "free_mail": _free_mail,
    "word": _word,
    "touches": _touches,
}
