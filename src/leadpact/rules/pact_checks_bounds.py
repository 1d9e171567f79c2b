"""What conditions can give at most: canonical forms, opposites, contradictions, and the most points a lead can have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import inf

from leadpact.rules.criteria import (
    All,
    AnyOf,
    Between,
    Condition,
    ContainsWord,
    FreeMail,
    InList,
    Is,
    Known,
    Not,
    Touches,
)
from leadpact.rules.pact import Pact, Points

OneField = Is | Between | InList | Known
"""Conditions of which at most some hold for one value of their field."""
OTHER = "\0other"
"""A value that no condition names."""
Value = str | float | None
"""A value of a field; None for unknown."""


def canonical(condition: Condition) -> Condition:
    """The same condition in one form whatever the order it was written in."""
    if isinstance(condition, Is | ContainsWord):
        name = "values" if isinstance(condition, Is) else "words"
        return replace(condition, **{name: tuple(sorted(getattr(condition, name)))})  # type: ignore[arg-type]  # one of the two
    if isinstance(condition, Touches):
        return replace(condition, kinds=tuple(sorted(condition.kinds)))
    if isinstance(condition, Not):
        inner = canonical(condition.condition)
        return inner.condition if isinstance(inner, Not) else canonical_leaf(inner)
    if isinstance(condition, All | AnyOf):
        return _joined(condition)
    return condition


def canonical_leaf(inner: Condition) -> Condition:
    """The opposite of a condition in canonical form."""
    turned = opposite(inner)
    return turned if not isinstance(turned, Not) else Not(inner)


def _joined(condition: All | AnyOf) -> Condition:
    parts: set[Condition] = set()
    for each in condition.conditions:
        part = canonical(each)
        parts.update(part.conditions if type(part) is type(condition) else (part,))
    return next(iter(parts)) if len(parts) == 1 else type(condition)(tuple(sorted(parts, key=repr)))


def opposite(condition: Condition) -> Condition:
    """The condition that holds when this one does not; both are unknown together, but for what is known or not."""
    if isinstance(condition, Not):
        return condition.condition
    if isinstance(condition, Is):
        return replace(condition, negated=not condition.negated)
    if isinstance(condition, Known | FreeMail):
        return replace(condition, wanted=not condition.wanted)
    return Not(condition)


def cannot_hold(condition: Condition) -> bool:
    """Whether a condition contradicts itself: parts that all must hold and never do together."""
    if isinstance(condition, AnyOf):
        return bool(condition.conditions) and all(cannot_hold(each) for each in condition.conditions)
    if not isinstance(condition, All):
        return False
    flat = canonical(condition)
    parts = flat.conditions if isinstance(flat, All) else (flat,)
    if any(cannot_hold(each) for each in parts) or any(canonical(opposite(each)) in parts for each in parts):
        return True
    by_field: dict[str, list[OneField]] = {}
    for each in parts:
        if isinstance(each, OneField):
            by_field.setdefault(each.field, []).append(each)
    return any(
        not any(all(holds(each, value) for each in asked) for value in candidates(asked)) for asked in by_field.values()
    )


def candidates(asked: Iterable[OneField]) -> set[Value]:
    """Values of a field that stand for all it may have: each named one, one that none names, and unknown."""
    found: set[Value] = {None, OTHER}
    for each in asked:
        if isinstance(each, Is | InList):
            found.update(each.values)
        elif isinstance(each, Between):
            found.update(bound for bound in (each.low, each.high) if bound is not None)
    return found


def holds(condition: OneField, value: Value) -> bool:
    """Whether a condition on one field holds for a value of it."""
    if isinstance(condition, Known):
        return (value is not None) is condition.wanted
    if value is None:
        return False
    if isinstance(condition, Is):
        return (value in condition.values) is not condition.negated
    if isinstance(condition, InList):
        return value in condition.values
    if not isinstance(value, float | int):
        return False
    low = -inf if condition.low is None else condition.low
    return low <= value <= (inf if condition.high is None else condition.high)


def most_points(pact: Pact, group: str | None = None) -> int:
    """The most points a lead can have, of one group or in all.

    Rows on the same field count only as far as one value lets them hold together; rows on anything else are taken
    to hold all at once, so the answer is never too low.
    """
    rows = [row for row in pact.good_lead.points if group is None or row.group == group]
    by_field: dict[str, list[Points]] = {}
    total = 0
    for row in rows:
        if isinstance(row.when, OneField):
            by_field.setdefault(row.when.field, []).append(row)
        elif not cannot_hold(row.when):
            total += max(row.points, 0)
    return total + sum(_best(found) for found in by_field.values())


def _best(rows: Sequence[Points]) -> int:
    asked = [row.when for row in rows if isinstance(row.when, OneField)]
    return max(
        sum(row.points for row in rows if isinstance(row.when, OneField) and holds(row.when, value))
        for value in candidates(asked)
    )
