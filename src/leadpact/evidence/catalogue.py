"""All measures by name, how to ask one, and its page of documentation."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from leadpact.evidence.behind import Behind, Key, text
from leadpact.evidence.measure import BadParameter, Measure, Parameter, answer, sql_values
from leadpact.evidence.measures import (
    acceptance,
    attribution,
    audience,
    backtrack,
    funnel,
    goals,
    lead_definition,
    loss_reasons,
    material,
    persistence,
    promises,
    readiness,
    referral,
    scoring_quality,
    sla_keeping,
    source_quality,
    source_shares,
    speed_to_lead,
    success_review,
    trials,
)
from leadpact.evidence.result import POOLED, Result
from leadpact.evidence.source import Shaped, Source

MEASURES: dict[str, Measure] = {
    module.MEASURE.name: module.MEASURE
    for module in (
        funnel,
        source_quality,
        acceptance,
        sla_keeping,
        persistence,
        backtrack,
        speed_to_lead,
        attribution,
        loss_reasons,
        goals,
        lead_definition,
        scoring_quality,
        readiness,
        source_shares,
        promises,
        material,
        audience,
        success_review,
        referral,
        trials,
    )
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


def items(
    name: str, source: Source, given: Mapping[str, Any], key: Key, shown: Sequence[str] = ()
) -> list[int] | list[str]:
    """What is behind a figure, in order: ids of leads, or for ``sla_keeping`` ids of handed_over facts.

    ``given`` are the parameters the measure was asked with; ``shown`` are the sources that its result names, for
    the figure of all others together.

    Raises:
        UnknownMeasure: there is no such measure.
        BadParameter: the key has a part or a value that the measure's figures do not have.
    """
    asked = measure(name)
    how = asked.behind
    if how is None:
        raise BadParameter(f"The figures of {name} are not of single leads.")
    checked = asked.checked(given)
    values = sql_values(checked)
    parts = dict(key)
    if given.get("source") is not None and "source" not in parts:
        parts["source"] = given["source"]
    where = [how.always, *(_clause(name, how, part, parts, values, shown) for part in parts)]
    build = how.build if how.shape is None else Shaped(how.build, how.shape(checked))
    inner = source.filled(source.compiled(build, how.needs), {each: values[each] for each in how.needs})
    sql = f"SELECT {how.item} FROM ({inner}) AS behind WHERE {' AND '.join(where)} ORDER BY {how.item}"
    return [row[0] for row in source.run(sql)]


def _clause(name: str, how: Behind, part: str, key: Key, values: Mapping[str, int], shown: Sequence[str]) -> str:
    if part == "source" and key[part] == POOLED and shown:
        return f"source NOT IN ({', '.join(text(each) for each in shown)})"
    clause = how.clauses.get(part)
    if clause is None:
        raise BadParameter(f"The figures of {name} have no {part}; they have: {', '.join(how.clauses)}.")
    try:
        return f"({clause(key[part], key, values)})"
    except (KeyError, ValueError) as error:
        raise BadParameter(f"{part} is {key[part]!r}; no figure of {name} is called that.") from error


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
