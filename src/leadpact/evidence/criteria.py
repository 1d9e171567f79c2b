"""The criteria of a pact as expressions: for many hand-offs at once whether each holds, does not, or is unknown.

A second reader of ``rules.criteria`` with the same answers (a test compares them lead by lead). What was recorded
with the hand-off or before it counts, and nothing later.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from typing import Any, TypeAlias

import ibis

from leadpact.evidence.measure import BadParameter
from leadpact.evidence.tables import DAY_S, FAR_KEY, FAR_S, count_of, fact_key, known, latest, one, settled
from leadpact.rules import criteria as rules
from leadpact.rules.criteria import Condition, leaves
from leadpact.rules.terms import DERIVED_FREE_MAIL, derived_word

NOT_MET, MET, UNKNOWN = 0, 1, 2
LEVELS = ("not_met", "met", "unknown")
ORIGIN = ("source", "campaign")
"""Fields that the captured fact tells, where nobody described them."""
Criteria: TypeAlias = tuple[tuple[str, Condition], ...]
_KINDS: dict[str, Any] = {
    kind.__name__: kind
    for kind in (
        *(rules.Is, rules.Between, rules.Known, rules.ContainsWord, rules.FreeMail, rules.InList),
        *(rules.Touches, rules.DaysSince, rules.AccountLeads, rules.All, rules.AnyOf, rules.Not),
    )
}


def plain_condition(condition: Condition) -> dict[str, Any]:
    """A condition as plain values (JSON holds them), for a measure's parameter."""
    found: dict[str, Any] = {"asks": type(condition).__name__}
    for each in dataclasses.fields(condition):
        value = getattr(condition, each.name)
        if isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0]):
            value = [plain_condition(part) for part in value]
        elif dataclasses.is_dataclass(value):
            value = plain_condition(value)  # type: ignore[arg-type]  # the only dataclasses in a condition are conditions
        elif isinstance(value, frozenset | tuple):
            value = sorted(value) if isinstance(value, frozenset) else list(value)
        found[each.name] = value
    return found


def condition_of(plain: Mapping[str, Any]) -> Condition:
    """The condition of plain values.

    Raises:
        BadParameter: there is no such condition; the text lists those there are.
    """
    asks = plain.get("asks") if isinstance(plain, Mapping) else plain
    kind = _KINDS.get(asks) if isinstance(asks, str) else None
    if kind is None:
        raise BadParameter(f"A criterion asks {asks!r}; expected one of {', '.join(_KINDS)}.")
    try:
        made: Condition = kind(**{name: _read(kind, value) for name, value in plain.items() if name != "asks"})
    except TypeError as error:
        raise BadParameter(f"A criterion that asks {plain['asks']} cannot be read: {error}.") from error
    return made


def _read(kind: Any, value: Any) -> Any:
    if isinstance(value, Mapping):
        return condition_of(value)
    if isinstance(value, list | tuple):
        parts = [_read(kind, part) for part in value]
        return frozenset(parts) if kind is rules.InList else tuple(parts)
    return value


def criteria_of(plain: Mapping[str, Mapping[str, Any]] | None) -> Criteria:
    """The criteria of a parameter that this reader can judge, in the order given."""
    found = ((label, condition_of(each)) for label, each in (plain or {}).items())
    return tuple((label, condition) for label, condition in found if can_judge(condition))


def can_judge(condition: Condition) -> bool:
    """Whether it asks about the lead alone; other leads of its company are not looked at here."""
    return not any(isinstance(leaf, rules.AccountLeads) for leaf in leaves(condition))


def levels(table: Any, p: Mapping[str, Any], hands: Any, conditions: Sequence[Condition]) -> Any:
    """The hand-offs with one whole-number column per condition, ``c0`` ...: ``NOT_MET``, ``MET`` or ``UNKNOWN``.

    ``hands`` has one row per ``hand_key``, with lead_id, hand_s and heard_s.
    """
    reader = Reader()
    made = [reader.level(condition) for condition in conditions]
    if not reader.columns:
        return hands
    told = known(table, p["as_of_s"], reader.kinds, ("recorded_s", "field", "campaign"))
    is_field = told.field.fill_null("").isin(sorted(reader.fields))
    told = told.filter((told.kind != "described") | is_field)
    told = told.select(
        *("lead_id", "kind", "occurred_s", "recorded_s", "value_number"),
        key=fact_key(told),
        field=told.field.fill_null(""),
        code=told.value_code.fill_null("unknown"),
        source=told.source.fill_null(""),
        campaign=told.campaign.fill_null(""),
    )
    asked = hands.select("hand_key", "hand_s", "heard_s", handed_lead_id="lead_id")
    both = settled(asked.join(told, [("handed_lead_id", "lead_id")]))
    both = both.filter((both.key <= both.hand_key) & (both.recorded_s <= both.heard_s))
    names = list(reader.columns)
    found = both.group_by(told_key="hand_key").agg(**{name: reader.columns[name][0](both) for name in names})
    whole = settled(hands.left_join(found, [("hand_key", "told_key")]))
    filled = {name: whole[name].fill_null(reader.columns[name][1]) for name in names}
    whole = settled(whole.select(*hands.columns, **filled))
    return whole.select(*hands.columns, **{f"c{place}": level(whole) for place, level in enumerate(made)})


Level: TypeAlias = Callable[[Any], Any]


class Reader:
    """Collects what must be known of each hand-off for its conditions, each thing once.

    ``parts`` says of each column which facts it is counted from: ``field:name``, ``captured`` or ``touches``.
    """

    def __init__(self) -> None:
        self.columns: dict[str, tuple[Callable[[Any], Any], int]] = {}
        self.kinds: set[str] = set()
        self.fields: set[str] = set()
        self.parts: dict[str, str] = {}
        self._names: dict[object, str] = {}

    def level(self, condition: Condition) -> Level:
        """What gives the level of a condition from the collected columns."""
        made: Level = _LEVELS[type(condition)](self, condition)
        return made

    def column(self, asked: object, expression: Callable[[Any], Any], empty: int, part: str = "touches") -> str:
        """The name of a collected column; the same thing asked twice is collected once."""
        if asked not in self._names:
            name = f"k{len(self._names)}"
            self._names[asked] = name
            self.columns[name] = (expression, empty)
            self.parts[name] = part
        return self._names[asked]

    def last(self, field: str, asked: object, holds: Callable[[Any], Any]) -> str:
        """The place of the last described fact of a field that holds something, 0 where none does."""
        self.kinds.add("described")
        self.fields.add(field)
        return self.column(
            (field, asked),
            lambda t: ((t.kind == "described") & (t.field == field) & holds(t)).ifelse(t.key, 0).max(),
            0,
            f"field:{field}",
        )

    def known(self, field: str) -> Level:
        """1 where the field has a value, else 0."""
        told = self.last(field, "told", lambda t: t.key > 0)
        value = self.last(field, "known", lambda t: t.code != "unknown")
        if field not in ORIGIN:
            return lambda t: one((t[value] > 0) & (t[value] == t[told]))
        first = self._captured(field, "first", lambda t: t[field] != "")
        return lambda t: one(((t[value] > 0) & (t[value] == t[told])) | ((t[told] == 0) & (t[first] < FAR_KEY)))

    def codes(self, field: str, codes: Iterable[str]) -> Level:
        """1 where the field's value is one of the codes, else 0."""
        wanted = sorted(codes)
        told = self.last(field, "told", lambda t: t.key > 0)
        hit = self.last(field, tuple(wanted), lambda t: t.code.isin(wanted))
        if field not in ORIGIN:
            return lambda t: one((t[hit] > 0) & (t[hit] == t[told]))
        first = self._captured(field, "first", lambda t: t[field] != "")
        own = self._captured(field, tuple(wanted), lambda t: t[field].isin(wanted))
        return lambda t: one(
            ((t[hit] > 0) & (t[hit] == t[told])) | ((t[told] == 0) & (t[own] < FAR_KEY) & (t[own] == t[first]))
        )

    def _captured(self, field: str, asked: object, holds: Callable[[Any], Any]) -> str:
        self.kinds.add("captured")
        return self.column(
            ("captured", field, asked),
            lambda t: ((t.kind == "captured") & holds(t)).ifelse(t.key, FAR_KEY).min(),
            FAR_KEY,
            "captured",
        )

    def touches(self, kinds: Iterable[str], of: str | None, within_days: float | None) -> str:
        """How many touches of the kinds lie within the days before the hand-off."""
        wanted = sorted(kinds)
        self.kinds.update(wanted)
        window_s = FAR_S if within_days is None else round(within_days * DAY_S)

        def counted(t: Any) -> Any:
            is_it = t.kind.isin(wanted) & (t.occurred_s > t.hand_s - window_s)
            if of is not None:
                is_it = is_it & ((t.field != "").ifelse(t.field, t.campaign) == of)
            return count_of(is_it)

        return self.column(("touches", tuple(wanted), of, window_s), counted, 0)

    def last_touch(self, kind: str) -> str:
        """When the last touch of a kind before the hand-off was."""
        self.kinds.add(kind)
        return self.column(("last", kind), lambda t: latest(t.kind == kind, t.occurred_s), -FAR_S)


def _of(is_known: Level, holds: Level, *, wanted: bool = True) -> Level:
    """Unknown where it is not known, else met or not."""
    yes, no = (MET, NOT_MET) if wanted else (NOT_MET, MET)
    return lambda t: (is_known(t) == 0).ifelse(UNKNOWN, (holds(t) == 1).ifelse(yes, no))


def _is(reader: Reader, asked: rules.Is) -> Level:
    return _of(reader.known(asked.field), reader.codes(asked.field, asked.values), wanted=not asked.negated)


def _in_list(reader: Reader, asked: rules.InList) -> Level:
    return _of(reader.known(asked.field), reader.codes(asked.field, asked.values))


def _free_mail(reader: Reader, asked: rules.FreeMail) -> Level:
    return _of(reader.known(DERIVED_FREE_MAIL), reader.codes(DERIVED_FREE_MAIL, ("true",)), wanted=asked.wanted)


def _known(reader: Reader, asked: rules.Known) -> Level:
    found, wanted = reader.known(asked.field), int(asked.wanted)
    return lambda t: (found(t) == wanted).ifelse(MET, NOT_MET)


def _between(reader: Reader, asked: rules.Between) -> Level:
    field = asked.field
    low = -1e300 if asked.low is None else float(asked.low)
    high = 1e300 if asked.high is None else float(asked.high)
    told = reader.last(field, "told", lambda t: t.key > 0)
    # What is no number lies beyond every bound, so that a value without one is neither in nor out.
    number = reader.last(field, "number", lambda t: (t.code != "unknown") & (t.value_number.fill_null(2e300) < 1.5e300))
    inside = reader.last(
        field,
        ("between", low, high),
        lambda t: (
            (t.code != "unknown") & (t.value_number.fill_null(2e300) >= low) & (t.value_number.fill_null(2e300) <= high)
        ),
    )
    return _of(
        lambda t: one((t[number] > 0) & (t[number] == t[told])),
        lambda t: one((t[inside] > 0) & (t[inside] == t[told])),
    )


def _word(reader: Reader, asked: rules.ContainsWord) -> Level:
    derived = [derived_word(asked.field, word) for word in asked.words]
    text = reader.known(asked.field)
    found = [_of(reader.known(name), reader.codes(name, ("true",))) for name in derived]
    any_of = _any(found)
    return lambda t: (text(t) == 0).ifelse(UNKNOWN, any_of(t))


def _touches(reader: Reader, asked: rules.Touches) -> Level:
    many = reader.touches(asked.kinds, asked.of, asked.within_days)
    most = FAR_S if asked.at_most is None else asked.at_most
    return lambda t: ((t[many] >= asked.at_least) & (t[many] <= most)).ifelse(MET, NOT_MET)


def _days_since(reader: Reader, asked: rules.DaysSince) -> Level:
    last = reader.last_touch(asked.kind)
    low = round((asked.at_least or 0) * DAY_S)
    high = FAR_S if asked.at_most is None else round(asked.at_most * DAY_S)

    def level(t: Any) -> Any:
        age = t.hand_s - t[last]
        return (t[last] == -FAR_S).ifelse(UNKNOWN, ((age >= low) & (age <= high)).ifelse(MET, NOT_MET))

    return level


def _all(parts: Sequence[Level]) -> Level:
    """Not met where one is not, else unknown where one is (Kleene)."""
    return _joined(parts, NOT_MET, MET)


def _any(parts: Sequence[Level]) -> Level:
    """Met where one is, else unknown where one is (Kleene)."""
    return _joined(parts, MET, NOT_MET)


def _joined(parts: Sequence[Level], decides: int, rest: int) -> Level:
    def level(t: Any) -> Any:
        found = [part(t) for part in parts]
        if not found:
            return ibis.literal(rest, "int64")
        is_decided = reduce(lambda a, b: a | b, [each == decides for each in found])
        is_unknown = reduce(lambda a, b: a | b, [each == UNKNOWN for each in found])
        return is_decided.ifelse(decides, is_unknown.ifelse(UNKNOWN, rest))

    return level


def _not(reader: Reader, asked: rules.Not) -> Level:
    inner = reader.level(asked.condition)
    return lambda t: (inner(t) == UNKNOWN).ifelse(UNKNOWN, (inner(t) == MET).ifelse(NOT_MET, MET))


_LEVELS: dict[type, Callable[[Reader, Any], Level]] = {
    rules.Is: _is,
    rules.Between: _between,
    rules.Known: _known,
    rules.ContainsWord: _word,
    rules.FreeMail: _free_mail,
    rules.InList: _in_list,
    rules.Touches: _touches,
    rules.DaysSince: _days_since,
    rules.All: lambda reader, asked: _all([reader.level(each) for each in asked.conditions]),
    rules.AnyOf: lambda reader, asked: _any([reader.level(each) for each in asked.conditions]),
    rules.Not: _not,
}
