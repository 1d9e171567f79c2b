"""What is said where nothing is found of the part that was asked about: that it is a part, and what there is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from leadpact.evidence.chosen import BadFilter, check_dimension
from leadpact.evidence.measure import NONE, NONE_OF_PART, OF_PART
from leadpact.evidence.result import Note, Result
from leadpact.evidence.source import Source
from leadpact.ledger.results import Question

NAMED = ("source", "campaign", "version")
"""Filters whose value is one of those that leads have."""
LISTED = 8


def of_part(found: Result, source: Source, asked: Question, as_of_s: int) -> Result:
    """An answer as it is, unless nothing was found of a part: "none are recorded" would be said of all leads then.

    ``source`` holds all facts. A source, campaign or version that no lead has is named with those that leads have,
    and so is a field that is not known.
    """
    if not asked.is_part or found.sentence_key != f"{found.measure}.{NONE}":
        return found
    part = (
        ", ".join([*(f"{name} {value}" for name, value in asked.filters.items()), *_period(asked)]) or f"by {asked.by}"
    )
    return replace(
        found,
        sentence_key=f"{found.measure}.{NONE_OF_PART}",
        sentence_args={"part": part},
        sentence=OF_PART[NONE_OF_PART].format(part=part),
        notes=(*(_note(key, args) for key, args in _unknown(source, asked, as_of_s)), *found.notes),
    )


def _note(key: str, args: dict[str, Any]) -> Note:
    return Note(key, args, OF_PART[key].format(**args))


def _period(asked: Question) -> list[str]:
    return [f"{word} {day}" for word, day in (("since", asked.since), ("until", asked.until)) if day is not None]


def _unknown(source: Source, asked: Question, as_of_s: int) -> list[tuple[str, dict[str, Any]]]:
    found: list[tuple[str, dict[str, Any]]] = []
    for what, value in asked.filters.items():
        if what in NAMED:
            there = [each for each, _ in source.sizes(what, as_of_s)]
            if value not in there:
                listed = ", ".join([*there[:LISTED], *(["…"] if len(there) > LISTED else [])])
                args = {"what": what, "value": value}
                found.append(("no_such", {**args, "there": listed}) if there else ("no_such_yet", args))
        elif what == "segment":
            field = value.partition("=")[0]
            try:
                check_dimension(field)
            except BadFilter:
                if all(each == "unknown" for each, _ in source.sizes(field, as_of_s)):
                    found.append(("no_field", {"field_name": field}))
    return found
