"""What the pact in force says that measures are asked with, beside its plain numbers: as values that JSON holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from leadpact.evidence.criteria import plain_condition
from leadpact.rules.criteria import Condition
from leadpact.rules.criteria_words import in_words, lower_first
from leadpact.rules.pact import Pact


def terms(pact: Pact) -> dict[str, Any]:
    """Parameters of measures by name; what the pact leaves open is left out."""
    found = {"criteria": criteria(pact)}
    return {name: value for name, value in found.items() if value}


def criteria(pact: Pact) -> dict[str, dict[str, Any]]:
    """The pact's criteria by label: rows of the points table, then what must and what must never be."""
    found: dict[str, dict[str, Any]] = {}
    for label, condition in _criteria(pact):
        name, place = label, 2
        while name in found:
            name, place = f"{label} ({place})", place + 1
        found[name] = plain_condition(condition)
    return found


def _criteria(pact: Pact) -> Iterator[tuple[str, Condition]]:
    for row in pact.good_lead.points:
        yield row.label, row.when
    for condition in pact.good_lead.must:
        yield f"Must: {lower_first(in_words(condition, pact))}", condition
    for condition in pact.good_lead.never:
        yield f"Never: {lower_first(in_words(condition, pact))}", condition
