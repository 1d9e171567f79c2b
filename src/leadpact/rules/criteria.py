"""Conditions on a lead, as data: a closed set, each true, false or unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import inf, isnan
from typing import Any, NamedTuple

from leadpact.rules.criteria_windows import (
    Reader,
    Reading,
    Witness,
    account_leads,
    counted_touches,
    days_since,
    enough_touches,
    in_order,
    seconds,
)
from leadpact.rules.lead import FAR_S, Seen
from leadpact.rules.terms import DERIVED_FREE_MAIL, derived_word


@dataclass(frozen=True, slots=True)
class Is:
    """A field has one of the values (``negated``: none of them). Unknown while the field is."""

    field: str
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """A number or date field lies within bounds, both included; an open bound is None.

    Dates are ISO text in the pact, days since 1970 here.
    """

    field: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A field has a value (``wanted`` True) or has none (False). Never itself unknown."""

    field: str
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class ContainsWord:
    """A personal text contains one of the words; read from the derived codes written with the fact."""

    field: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FreeMail:
    """The e-mail address is (``wanted``) or is not at a free mail provider."""

    wanted: bool = True


@dataclass(frozen=True, slots=True)
class InList:
    """A field's value is on one of the pact's named lists."""

    field: str
    list_name: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Touches:
    """At least (and at most) so many touches of a kind within a window of days.

    ``of`` narrows to one form, page or campaign.
    """

    kinds: tuple[str, ...]
    of: str | None = None
    at_least: int = 1
    at_most: int | None = None
    within_days: float | None = None


@dataclass(frozen=True, slots=True)
class DaysSince:
    """Days since the last touch of a kind lie within bounds; unknown when there was none."""

    kind: str
    at_least: float | None = None
    at_most: float | None = None


@dataclass(frozen=True, slots=True)
class AccountLeads:
    """At least so many leads of the same account within a window of days."""

    at_least: int
    within_days: float | None = None


@dataclass(frozen=True, slots=True)
class All:
    """Every condition holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one condition holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold; unknown stays unknown."""

    condition: Condition


Condition = (
    Is | Between | Known | ContainsWord | FreeMail | InList | Touches | DaysSince | AccountLeads | All | AnyOf | Not
)


_UNKNOWN: Reading = (None, (), FAR_S)

# Evaluation. Each condition becomes one closure; everything else (the bare answer, the answer with its
# facts, the score) reads that closure, so that they cannot differ.


class Answer(NamedTuple):
    """Whether a condition holds (None: unknown) and by which facts.

    ``because`` are the ``seq`` of the facts whose presence decided it, in order of time: the value read (for a
    text: the fact that it became known), or the latest touches that suffice. It is empty where an absence
    decided, or nothing could. Before ``until_s`` the answer stays as it is unless a fact is added.
    """

    holds: bool | None
    because: tuple[int, ...]
    until_s: int


def evaluate(condition: Condition, seen: Seen, as_of_s: int) -> Answer:
    """Answer one condition for one lead at an instant (epoch seconds), with the facts behind it."""
    holds, because, until_s = compile_reader(condition)(seen, as_of_s)
    return Answer(holds, tuple(dict.fromkeys(fact.seq for fact in because)), until_s)


def compile_condition(condition: Condition) -> Callable[[Seen, int], bool | None]:
    """Make a function of a lead and an instant: True, False, or None for unknown (Kleene's logic)."""
    read = compile_reader(condition)

    def holds(seen: Seen, as_of_s: int) -> bool | None:
        return read(seen, as_of_s)[0]

    return holds


@lru_cache(maxsize=2048)
def compile_reader(condition: Condition) -> Reader:
    """Make a function of a lead and an instant that also names the facts and how long the answer stays."""
    return _COMPILERS[type(condition)](condition)


def leaves(condition: Condition) -> Iterator[Condition]:
    """Yield the conditions inside a condition that are not made of others, in the order written."""
    if isinstance(condition, All | AnyOf):
        for part in condition.conditions:
            yield from leaves(part)
    elif isinstance(condition, Not):
        yield from leaves(condition.condition)
    else:
        yield condition


def fields_used(condition: Condition) -> tuple[str, ...]:
    """List the fields that the condition asks about, each once, in the order written."""
    names: dict[str, None] = {}
    for leaf in leaves(condition):
        if isinstance(leaf, FreeMail):
            names["email"] = None
        elif isinstance(leaf, Is | Between | Known | ContainsWord | InList):
            names[leaf.field] = None
    return tuple(names)


def _read_is(condition: Is) -> Reader:
    return _read_codes(condition.field, frozenset(condition.values), wanted=not condition.negated)


def _read_in_list(condition: InList) -> Reader:
    return _read_codes(condition.field, condition.values, wanted=True)


def _read_free_mail(condition: FreeMail) -> Reader:
    return _read_codes(DERIVED_FREE_MAIL, frozenset(("true",)), wanted=condition.wanted)


def _read_codes(field: str, codes: frozenset[str], *, wanted: bool) -> Reader:
    def read(seen: Seen, _as_of_s: int) -> Reading:
        value = seen.values.get(field)
        if value is None:
            return _UNKNOWN
        return (value[0] in codes) is wanted, (value,), FAR_S

    return read


def _read_between(condition: Between) -> Reader:
    field = condition.field
    low = -inf if condition.low is None else condition.low
    high = inf if condition.high is None else condition.high

    def read(seen: Seen, _as_of_s: int) -> Reading:
        value = seen.values.get(field)
        number = None if value is None else value.number
        if value is None or number is None:
            return _UNKNOWN
        if low <= number <= high:
            return True, (value,), FAR_S
        return _UNKNOWN if isnan(number) else (False, (value,), FAR_S)

    return read


def _read_known(condition: Known) -> Reader:
    field, wanted = condition.field, condition.wanted
    absent: Reading = (not wanted, (), FAR_S)

    def read(seen: Seen, _as_of_s: int) -> Reading:
        value = seen.values.get(field)
        return absent if value is None else (wanted, (value,), FAR_S)

    return read


def _read_word(condition: ContainsWord) -> Reader:
    field = condition.field
    names = tuple(derived_word(field, word) for word in condition.words)

    def read(seen: Seen, _as_of_s: int) -> Reading:
        values = seen.values
        text = values.get(field)
        if text is None:
            return _UNKNOWN
        unread = False
        for name in names:
            value = values.get(name)
            if value is None:
                # The text was written before the pact asked for this word, so nobody looked for it.
                unread = True
            elif value.code == "true":
                return True, (text,), FAR_S
        return _UNKNOWN if unread else (False, (text,), FAR_S)

    return read


def _read_touches(condition: Touches) -> Reader:
    """Count touches. No touch at all is a count of zero, so False and not unknown.

    The ledger records each touch it hears of; "none recorded" is the plain answer to "how often", while a
    field without a value is a question nobody has answered yet.
    """
    kinds, of, at_least, at_most = condition.kinds, condition.of, condition.at_least, condition.at_most
    if len(kinds) == 1 and at_most is None and at_least > 0:
        return enough_touches(kinds[0], of, at_least, seconds(condition.within_days))
    return counted_touches(kinds, of, at_least, at_most, seconds(condition.within_days))


def _read_days_since(condition: DaysSince) -> Reader:
    return days_since(condition.kind, seconds(condition.at_least or 0), seconds(condition.at_most))


def _read_account_leads(condition: AccountLeads) -> Reader:
    return account_leads(condition.at_least, seconds(condition.within_days))


def _read_all(condition: All) -> Reader:
    return _read_parts(condition.conditions, decisive=False)


def _read_any(condition: AnyOf) -> Reader:
    return _read_parts(condition.conditions, decisive=True)


def _read_parts(conditions: tuple[Condition, ...], *, decisive: bool) -> Reader:
    """One part with the ``decisive`` answer decides; else one unknown part leaves all unknown."""
    readers = tuple(compile_reader(condition) for condition in conditions)

    def read(seen: Seen, as_of_s: int) -> Reading:
        until_s = FAR_S
        decided = unknown = False
        facts: tuple[Witness, ...] = ()
        for reader in readers:
            holds, because, part_until_s = reader(seen, as_of_s)
            if part_until_s != FAR_S:
                until_s = min(until_s, part_until_s)
            if holds is decisive:
                facts = facts + because if decided else because
                decided = True
            elif holds is None:
                unknown = True
            elif not decided:
                facts += because
        if decided:
            return decisive, in_order(facts), until_s
        return (None, (), until_s) if unknown else (not decisive, in_order(facts), until_s)

    return read


def _read_not(condition: Not) -> Reader:
    inner = compile_reader(condition.condition)

    def read(seen: Seen, as_of_s: int) -> Reading:
        holds, because, until_s = inner(seen, as_of_s)
        return None if holds is None else not holds, because, until_s

    return read


_COMPILERS: dict[type, Callable[[Any], Reader]] = {
    Is: _read_is,
    Between: _read_between,
    Known: _read_known,
    ContainsWord: _read_word,
    FreeMail: _read_free_mail,
    InList: _read_in_list,
    Touches: _read_touches,
    DaysSince: _read_days_since,
    AccountLeads: _read_account_leads,
    All: _read_all,
    AnyOf: _read_any,
    Not: _read_not,
}
