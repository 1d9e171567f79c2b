"""Conditions and the short forms of a pact, as its file shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from leadpact.rules.criteria import (
    AccountLeads,
    All,
    AnyOf,
    Between,
    Condition,
    ContainsWord,
    DaysSince,
    FreeMail,
    InList,
    Is,
    Known,
    Not,
    Touches,
)
from leadpact.rules.pact_reading_criteria import ANY_TOUCH
from leadpact.rules.pact_reading_forms import EPOCH
from leadpact.rules.pact_reading_names import STANDARD
from leadpact.rules.terms import Field, Span

Tree = str | list["Tree"] | dict[str, "Tree"]
"""What a file holds; numbers are their text."""
FieldOf = Callable[[str], Field | None]
"""The declared field of a name, as ``Pact.field`` gives it."""


def number(value: float) -> str:
    """A number as a file writes it: no exponent, no needless decimals, nothing lost."""
    return str(int(value)) if value == int(value) else format(Decimal(repr(float(value))), "f")


def span(value: Span) -> str:
    """A span as a file writes it, ``4 working hours``."""
    unit = value.unit.replace("_", " ")
    return f"{number(value.amount)} {unit[:-1] if value.amount == 1 else unit}"


def given(tree: dict[str, Tree | None]) -> dict[str, Tree]:
    """A map without the keys that have no value."""
    return {key: value for key, value in tree.items() if value is not None}


def days(value: float) -> str:
    """Days as a file writes them, ``30 days``."""
    return span(Span(value, "days"))


def one_or_many(values: Iterable[str]) -> Tree:
    """One value alone, or several as a list."""
    found = list(values)
    return found[0] if len(found) == 1 else list(found)


def _yes(value: bool) -> str:
    return "true" if value else "false"


def condition_tree(condition: Condition, field_of: FieldOf) -> dict[str, Tree]:
    """A condition as its file shows it. Raises ValueError for bounds without a bound."""
    return _WRITERS[type(condition)](condition, field_of)


def condition_trees(conditions: Iterable[Condition], field_of: FieldOf) -> list[Tree]:
    """Several conditions as their file shows them."""
    return [condition_tree(each, field_of) for each in conditions]


def _bound(name: str, value: float, field_of: FieldOf) -> str:
    field = field_of(name) or STANDARD.get(name)
    if field and field.type == "date":
        return date.fromordinal(int(value) + EPOCH).isoformat()
    return number(value)


def _between(condition: Between, field_of: FieldOf) -> dict[str, Tree]:
    low, high = condition.low, condition.high
    if low is not None and high is not None:
        both: list[Tree] = [_bound(condition.field, low, field_of), _bound(condition.field, high, field_of)]
        return {"field": condition.field, "between": both}
    if low is not None:
        return {"field": condition.field, "at_least": _bound(condition.field, low, field_of)}
    if high is not None:
        return {"field": condition.field, "at_most": _bound(condition.field, high, field_of)}
    raise ValueError(
        f"A condition on {condition.field!r} has no bound at all; give it one, or ask whether it is known."
    )


def _is(condition: Is, _field_of: FieldOf) -> dict[str, Tree]:
    return {"field": condition.field, "is_not" if condition.negated else "is": one_or_many(condition.values)}


def _known(condition: Known, _field_of: FieldOf) -> dict[str, Tree]:
    return {"field": condition.field, "known" if condition.wanted else "unknown": "true"}


def _touches(condition: Touches, _field_of: FieldOf) -> dict[str, Tree]:
    usual = 1 if condition.at_most is None else 0
    return given(
        {
            "touches": "any" if condition.kinds == ANY_TOUCH else one_or_many(condition.kinds),
            "of": condition.of,
            "at_least": None if condition.at_least == usual else str(condition.at_least),
            "at_most": None if condition.at_most is None else str(condition.at_most),
            "within": None if condition.within_days is None else days(condition.within_days),
        }
    )


def _days_since(condition: DaysSince, _field_of: FieldOf) -> dict[str, Tree]:
    return given(
        {
            "days_since": condition.kind,
            "at_least": None if condition.at_least is None else number(condition.at_least),
            "at_most": None if condition.at_most is None else number(condition.at_most),
        }
    )


def _account_leads(condition: AccountLeads, _field_of: FieldOf) -> dict[str, Tree]:
    within = None if condition.within_days is None else days(condition.within_days)
    return {"account_leads": given({"at_least": str(condition.at_least), "within": within})}


_WRITERS: dict[type, Callable[[Any, FieldOf], dict[str, Tree]]] = {
    Is: _is,
    Between: _between,
    Known: _known,
    ContainsWord: lambda each, _: {"field": each.field, "contains_word": one_or_many(each.words)},
    FreeMail: lambda each, _: {"field": "email", "is_free_mail": _yes(each.wanted)},
    InList: lambda each, _: {"field": each.field, "matches_list": each.list_name},
    Touches: _touches,
    DaysSince: _days_since,
    AccountLeads: _account_leads,
    All: lambda each, field_of: {"all": condition_trees(each.conditions, field_of)},
    AnyOf: lambda each, field_of: {"any": condition_trees(each.conditions, field_of)},
    Not: lambda each, field_of: {"not": condition_tree(each.condition, field_of)},
}
