"""Conditions at moments: for many leads at once whether each holds, and how old the touch is that made it hold.

The reader of ``rules.criteria`` and ``rules.scoring`` for millions of leads (tests compare them lead by lead). Beside
what ``criteria.levels`` reads it counts the other leads of a company, and what came later is left out altogether:
corrections and merges as well (see ``moments.told_by``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, TypeAlias

import ibis

from leadpact.evidence.criteria import MET, NOT_MET, Level, Reader
from leadpact.evidence.moments import members, told_by
from leadpact.evidence.moments_accounts import account_counts
from leadpact.evidence.tables import DAY_S, FAR_S, NEVER_S, latest, one, settled
from leadpact.rules import criteria as rules
from leadpact.rules.criteria import Condition

FIELDS_AT_ONCE = 4
"""So many fields are counted together: what engines keep for each moment while they count stays small."""


@dataclass(frozen=True, slots=True)
class Done:
    """An action of marketing was done before the moment; never unknown."""

    action: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Something to be judged of each lead; ``is_fading``: also when the newest touch was that made it so."""

    condition: Condition | Done
    is_fading: bool = False


Newest: TypeAlias = Callable[[Any], Any] | None
"""When the newest touch was among the facts that decided, ``NEVER_S`` where none was; None where none ever is."""


def marks(table: Any, p: Mapping[str, Any], judged: Any, asked: Sequence[Asked], family: Any = None) -> Any:
    """The moments with a whole-number column for each thing asked: ``c0`` ... as in ``criteria.levels``.

    And ``t0`` ... for those that fade: epoch seconds of the newest touch that decided it, ``NEVER_S`` where no touch
    did. ``judged`` has one row per ``hand_key``, with own_id, hand_s and heard_s; ``family`` are its ``members``,
    where they are at hand.
    """
    family = members(table, p["as_of_s"], judged) if family is None else family
    reader = MomentReader()
    levels = [reader.asked(each.condition) for each in asked]
    newest = [reader.newest(each.condition) if each.is_fading else None for each in asked]
    whole = _gathered(table, p["as_of_s"], judged, family, reader)
    columns = {f"c{place}": level(whole) for place, level in enumerate(levels)}
    for place, each in enumerate(asked):
        if each.is_fading:
            found = newest[place]
            columns[f"t{place}"] = ibis.literal(NEVER_S, "int64") if found is None else found(whole)
    return settled(whole.select(*judged.columns, **columns))


def _gathered(table: Any, as_of_s: Any, judged: Any, family: Any, reader: MomentReader) -> Any:
    """The moments with everything that the reader collects.

    Counted part by part from the facts that each is about, so that no fact is looked at for what it does not tell.
    """
    whole = judged
    for kinds, fields, names in reader.counted():
        told = told_by(table, as_of_s, kinds, family, fields)
        found = told.group_by(told_key="hand_key").agg(**{name: reader.columns[name][0](told) for name in names})
        found = settled(found.select("told_key", **{name: reader.told(found, name) for name in names}))
        both = settled(whole.left_join(found, [("hand_key", "told_key")]))
        filled = {name: both[name].fill_null(reader.columns[name][1]) for name in names}
        whole = settled(both.select(*whole.columns, **filled))
    if reader.windows:
        found = account_counts(table, as_of_s, family, reader.windows)
        both = settled(whole.left_join(found, [("hand_key", "counted_key")]))
        counts = {name: both[name].fill_null(0) for name in reader.windows.values()}
        whole = settled(both.select(*whole.columns, **counts))
    return whole


class MomentReader(Reader):
    """Collects what must be known at each moment, touches' instants and other leads of the company too."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: dict[int, str] = {}
        self.last_told: dict[str, str] = {}

    def counted(self) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
        """What is counted together: kinds of facts, fields of described ones, and names of columns."""
        fields = sorted(self.fields)
        for first in range(0, len(fields), FIELDS_AT_ONCE):
            some = tuple(fields[first : first + FIELDS_AT_ONCE])
            wanted = {f"field:{field}" for field in some}
            yield ("described",), some, tuple(name for name, part in self.parts.items() if part in wanted)
        for part, kinds in (("captured", {"captured"}), ("touches", self.kinds - {"described", "captured"})):
            names = tuple(name for name, own in self.parts.items() if own == part)
            if names:
                yield tuple(sorted(kinds)), (), names

    def told(self, found: Any, name: str) -> Any:
        """A column as small as what is asked of it: whether the last told of a field is so, not which fact says it."""
        part = self.parts[name]
        if not part.startswith("field:"):
            return found[name]
        last = found[self.last_told[part.removeprefix("field:")]]
        return one((found[name] > 0) & (found[name] == last)).cast("int8")

    def last(self, field: str, asked: object, holds: Callable[[Any], Any]) -> str:
        """The place of the last described fact of a field that holds something; see ``told``."""
        if field not in self.last_told:
            self.last_told[field] = super().last(field, "told", lambda t: t.key > 0)
        return super().last(field, asked, holds)

    def asked(self, condition: Condition | Done) -> Level:
        """The level of a condition or an action."""
        if isinstance(condition, Done):
            return self._done(condition.action)
        return self.level(condition)

    def level(self, condition: Condition) -> Level:
        """What gives the level of a condition from the collected columns."""
        if isinstance(condition, rules.AccountLeads):
            name = self.account_leads(condition.within_days)
            return lambda t: (t[name] >= condition.at_least).ifelse(MET, NOT_MET)
        return super().level(condition)

    def account_leads(self, within_days: float | None) -> str:
        """How many other leads of the company were captured within the days before."""
        window_s = FAR_S if within_days is None else round(within_days * DAY_S)
        return self.windows.setdefault(window_s, f"a{len(self.windows)}")

    def _done(self, action: str) -> Level:
        self.kinds.add("action_done")
        name = self.column(
            ("done", action), lambda t: one((t.kind == "action_done") & (t.field == action)).max().cast("int64"), 0
        )
        return lambda t: (t[name] == 1).ifelse(MET, NOT_MET)

    def newest(self, condition: Condition | Done) -> Newest:
        """When the newest touch was that decided a condition, for as long as it is known."""
        match condition:
            case rules.Touches():
                return self._newest_of(condition)
            case rules.DaysSince():
                last = self.last_touch(condition.kind)
                return lambda t: t[last]
            case rules.Not():
                return self.newest(condition.condition)
            case rules.All():
                return self._newest_part(condition.conditions, NOT_MET)
            case rules.AnyOf():
                return self._newest_part(condition.conditions, MET)
        return None

    def _newest_of(self, asked: rules.Touches) -> Newest:
        """The newest of the touches counted, where there are enough to decide anything; see ``_judge_count``."""
        many = self.touches(asked.kinds, asked.of, asked.within_days)
        wanted = sorted(asked.kinds)
        window_s = FAR_S if asked.within_days is None else round(asked.within_days * DAY_S)

        def last(t: Any) -> Any:
            is_it = t.kind.isin(wanted) & (t.occurred_s > t.hand_s - window_s)
            if asked.of is not None:
                is_it = is_it & ((t.field != "").ifelse(t.field, t.campaign) == asked.of)
            return latest(is_it, t.occurred_s)

        name = self.column(("newest", tuple(wanted), asked.of, window_s), last, NEVER_S)
        if asked.at_least > 0:
            return lambda t: (t[many] >= asked.at_least).ifelse(t[name], NEVER_S)
        most = FAR_S if asked.at_most is None else asked.at_most
        return lambda t: (t[many] > most).ifelse(t[name], NEVER_S)

    def _newest_part(self, parts: Sequence[Condition], decides: int) -> Newest:
        """Of the parts that decided, or of all where none did."""
        levels = [self.level(part) for part in parts]
        found = [(self.level(part), self.newest(part)) for part in parts]
        told = [(level, newest) for level, newest in found if newest is not None]
        if not told:
            return None

        def newest(t: Any) -> Any:
            is_decided = reduce(lambda a, b: a | b, [level(t) == decides for level in levels])
            each = [(~is_decided | (level(t) == decides)).ifelse(last(t), NEVER_S) for level, last in told]
            return each[0] if len(each) == 1 else ibis.greatest(*each)

        return newest
