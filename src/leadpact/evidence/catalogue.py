"""All measures by name, how to ask one, and its page of documentation."""

from __future__ import annotations

import difflib
from typing import Any

from leadpact.evidence.measure import Measure, Parameter, answer
from leadpact.evidence.measures import funnel, persistence, sla_keeping, source_quality
from leadpact.evidence.result import Result
from leadpact.evidence.source import Source

MEASURES: dict[str, Measure] = {
    module.MEASURE.name: module.MEASURE for module in (funnel, source_quality, sla_keeping, persistence)
}


class UnknownMeasure(LookupError):
    """No measure of that name; the text names the nearest."""


def measure(name: str) -> Measure:
    """The measure of a name.

    Raises:
        UnknownMeasure: there is none.
    """
    found = MEASURES.get(name)
    if found is None:
        near = difflib.get_close_matches(name, MEASURES, 1)
        hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(MEASURES)}."
        raise UnknownMeasure(f"There is no measure {name}. {hint}")
    return found


def ask(name: str, source: Source, /, **parameters: Any) -> Result:
    """The answer of a measure from a source; ``as_of_s`` is always needed.

    Raises:
        UnknownMeasure: there is no such measure.
        BadParameter: a parameter is not known, missing or not of its kind.
    """
    return answer(measure(name), source, **parameters)


def describe(name: str) -> str:
    """The page of a measure in Markdown: question, what is counted, formula, assumptions, limits, published case.

    Raises:
        UnknownMeasure: there is none.
    """
    m = measure(name)
    lines = [
        f"# {m.title}", "", m.question, "",
        f"Name: `{m.name}`. Unit: {m.unit}. Least sample: {m.least_sample}.", "",
        "## What is counted", "", m.counted, "",
        "## How it is computed", "", m.formula, "",
        "## What it assumes", "", *_list(m.assumptions), "",
        "## What it cannot say", "", *_list(m.cannot_say), "",
        "## Published case it reproduces", "", f"{m.published}.", "",
        "## Facts it reads", "", "| kind | columns |", "| --- | --- |",
        *(f"| {kinds} | {columns} |" for kinds, columns in m.reads), "",
        "Of every fact also `id`, `seq`, `kind`, `lead_id`, `occurred_s` and `recorded_s`.", "",
        "## Parameters", "", "| name | kind | meaning | default |", "| --- | --- | --- | --- |",
        *(f"| {p.name} | {p.kind} | {p.says} | {_default(p)} |" for p in m.parameters),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _default(parameter: Parameter) -> str:
    if parameter.is_needed:
        return "needed"
    return "" if parameter.default is None else str(parameter.default)


def _list(items: tuple[str, ...]) -> list[str]:
    return [f"- {item}" for item in items]
