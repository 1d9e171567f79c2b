"""A measure split by a dimension: asked once for each of its values, most leads first, and once for all others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from leadpact.evidence.chosen import Chosen
from leadpact.evidence.measure import NONE, Measure, answer
from leadpact.evidence.result import POOLED, Note, Result, Row
from leadpact.evidence.source import Source

MOST = 8
"""So many values are asked one by one."""
OTHERS = "all_others"
"""The name that all other values go by together."""
UNJUDGED = "Leads that no version of a pact judged are in none of them."


def parts(source: Source, chosen: Chosen, dimension: str, most: int = MOST) -> list[tuple[str, Chosen]]:
    """The values of a dimension among the chosen leads, each with the filters that leave it alone."""
    values = [value for value, _ in source.of(chosen).sizes(dimension, chosen.as_of_s)]
    shown = values if len(values) <= most + 1 else values[:most]
    found = [(value, replace(chosen, by=dimension, by_value=value)) for value in shown]
    if len(shown) < len(values):
        found.append((OTHERS, replace(chosen, by=dimension, by_others=tuple(shown))))
    return found


def split(
    measure: Measure, source: Source, chosen: Chosen, dimension: str, given: Mapping[str, Any], most: int = MOST
) -> Result:
    """The answers for each value as one: its rows begin with a column named like the dimension.

    Raises ``BadParameter``; see ``Measure.checked``.
    """
    answers = [
        (value, answer(measure, source.of(own), **given)) for value, own in parts(source, chosen, dimension, most)
    ]
    if all(found.sentence_key == f"{measure.name}.{NONE}" for _, found in answers):
        return answer(measure, source.of(chosen), **given)
    first = answers[0][1]
    names = list(dict.fromkeys(name for _, found in answers for name in found.tables))
    return replace(
        first,
        sentence_key=f"{measure.name}.by",
        sentence_args={"dimension": dimension, "values": len(answers)},
        sentence=f"Each of {len(answers)} values of {dimension} is judged alone, the one with the most leads first.",
        rows=tuple(row for value, found in answers for row in _named(dimension, value, found.rows)),
        tables={
            name: tuple(row for value, found in answers for row in _named(dimension, value, found.tables.get(name, ())))
            for name in names
        },
        notes=(
            *(_note(value, found) for value, found in answers),
            *((Note("unjudged", {}, UNJUDGED),) if dimension == "version" and _has_unjudged(source, chosen) else ()),
        ),
        chart="",
        chart_data={},
    )


def _has_unjudged(source: Source, chosen: Chosen) -> bool:
    """Whether no version of a pact judged some of the chosen leads."""
    own = source.of(chosen)
    every, judged = (sum(leads for _, leads in own.sizes(name, chosen.as_of_s)) for name in ("team", "version"))
    return every > judged


def _named(dimension: str, value: str, rows: tuple[Row, ...]) -> list[Row]:
    """The rows with the value before them; a column of that name that is there already and names one stays as it is.

    Small ones shown together are the value's own where they stand alone.
    """
    kept = (None,) if value == OTHERS else (None, POOLED)
    return [{dimension: value, **row, **({dimension: value} if row.get(dimension) in kept else {})} for row in rows]


def _note(value: str, found: Result) -> Note:
    key = found.sentence_key.removeprefix(f"{found.measure}.")
    return Note(
        "by_value", {"value": value, "key": key, "args": dict(found.sentence_args)}, f"{value}: {found.sentence}"
    )
