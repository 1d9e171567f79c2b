"""What a measure declares, and how it is asked.

Page, API, command line, CSV and documentation are made from the declaration alone.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from leadpact.evidence.behind import Behind
from leadpact.evidence.result import Grade, Note, Result, Row, in_english, iso
from leadpact.evidence.source import Build, Shaped, Source
from leadpact.evidence.tables import FAR_S, NEVER_S

Counts = Mapping[str, list[Row]]
Values = Mapping[str, Any]


class BadParameter(ValueError):
    """A parameter is not known, missing or of the wrong kind; the text says which and what was expected."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something a measure may be asked with. ``kind`` is instant, number, text, choice or mapping."""

    name: str
    kind: str
    says: str
    default: Any = None
    choices: tuple[str, ...] = ()
    is_needed: bool = False


AS_OF = Parameter("as_of_s", "instant", "only facts recorded and happened by then count", is_needed=True)
SINCE = Parameter("since_s", "instant", "only leads whose story starts at or after it")
UNTIL = Parameter("until_s", "instant", "only leads whose story starts before it")
TITLES = Parameter("titles", "mapping", "what each piece of material is called, by number")
SOURCE = Parameter("source", "text", "only leads of this source")


@dataclass(frozen=True, slots=True)
class Query:
    """A grouped count. ``build(table, values)`` gives an expression; ``values`` are whole-number literals by name.

    ``is_wanted`` sees the rows of the queries before it and the parameters, and says whether this one is run.
    ``shape`` says what of the parameters, beside numbers, the expression depends on; ``build`` takes it third.
    """

    name: str
    build: Callable[..., Any]
    needs: tuple[str, ...] = ("as_of_s", "since_s", "until_s")
    is_wanted: Callable[[Counts, Values], bool] = lambda _counts, _values: True
    shape: Callable[[Values], Hashable] | None = None

    def shaped(self, values: Values) -> Build:
        """What builds the expression for the parameters."""
        return self.build if self.shape is None else Shaped(self.build, self.shape(values))


@dataclass(frozen=True, slots=True)
class Answer:
    """What the pure function of a measure finds, before name, instant and parameters are put to it."""

    grade: Grade
    sentence_key: str
    sentence_args: Mapping[str, Any]
    rows: tuple[Row, ...] = ()
    tables: Mapping[str, tuple[Row, ...]] | None = None
    notes: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    chart_data: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A column of a table as people read it.

    ``kind``: text; code (a word of the pact); month; count and days (with one digit where it is not whole); number
    (with ``digits``); share (with its ``_low`` and ``_high``); points (a difference of shares, shown in percentage
    points, which its title says); amount (minor units, in the answer's currency); followed (of what the row's
    ``metric`` is: a share or a count); person.
    ``opens`` is the part of a key that names what was counted, where a count opens its leads. ``of`` is a column
    without which a share is not asked for at all, rather than one of too few. ``words`` are those of codes of our own.
    """

    name: str
    title: str
    kind: str = "count"
    opens: Mapping[str, str] | None = None
    digits: int = 0
    of: str = ""
    words: Mapping[str, str] | None = None

    def is_of_few(self, row: Mapping[str, Any]) -> bool:
        """Whether a row has no value here because it would be of too few."""
        return self.kind == "share" and (not self.of or row.get(self.of) is not None)


@dataclass(frozen=True, slots=True)
class Layout:
    """A table of an answer as people read it; ``table`` is empty for its rows.

    ``key`` are the columns that, with what a count opens, name a figure to ``behind``. ``whole`` are the values of the
    row that says most of all of an answer: where it is split, that row is drawn of each value.
    """

    table: str
    title: str
    columns: tuple[Shown, ...]
    key: tuple[str, ...] = ()
    whole: Mapping[str, Any] | None = None


NONE, NONE_OF_PART = "none", "none_of_part"
"""The keys of the sentence of a measure that found nothing, and of what is said where a part was asked about."""
OF_PART = {
    NONE_OF_PART: (
        "No facts to tell this from are recorded of the part asked about ({part}). Take a filter away, or ask about a "
        "longer time."
    ),
    "no_such": "No lead has the {what} “{value}”; there are: {there}.",
    "no_such_yet": "No lead has the {what} “{value}”, nor any other.",
    "no_field": "Of no lead anything is known in a field “{field_name}”.",
}
"""What any measure may say of a part of the leads or of the time, by key."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure, declared.

    ``sentences`` holds the English text of every sentence and note by key, with places for its arguments.
    ``reads`` lists each kind of fact with the columns read of it. ``layouts`` say how its tables are read, and
    ``behind`` how the leads behind a figure are found.
    """

    name: str
    title: str
    question: str
    unit: str
    least_sample: int
    counted: str
    formula: str
    assumptions: tuple[str, ...]
    cannot_say: tuple[str, ...]
    published: str
    reads: tuple[tuple[str, str], ...]
    parameters: tuple[Parameter, ...]
    queries: tuple[Query, ...]
    estimate: Callable[[Counts, Values], Answer]
    chart: str
    sentences: Mapping[str, str]
    layouts: tuple[Layout, ...] = ()
    behind: Behind | None = None

    @property
    def takes(self) -> frozenset[str]:
        """The names of its parameters."""
        return frozenset(parameter.name for parameter in self.parameters)

    def checked(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """All parameters with their defaults.

        Raises:
            BadParameter: one is not known, missing, or not of its kind.
        """
        named = {parameter.name: parameter for parameter in self.parameters}
        for name in given:
            if name not in named:
                near = difflib.get_close_matches(name, named, 1)
                hint = f"did you mean {near[0]}?" if near else f"it takes {', '.join(named)}."
                raise BadParameter(f"{self.name} has no parameter {name}; {hint}")
        return {name: _checked(self.name, parameter, given.get(name)) for name, parameter in named.items()}


def _checked(measure: str, parameter: Parameter, value: Any) -> Any:
    if value is None:
        if parameter.is_needed:
            raise BadParameter(f"{measure} needs {parameter.name}: {parameter.says}.")
        return parameter.default
    expected = {"instant": int, "number": (int, float), "text": str, "choice": str, "mapping": Mapping}[parameter.kind]
    if isinstance(value, bool) or not isinstance(value, expected):  # type: ignore[arg-type]  # a table of types
        raise BadParameter(f"{measure}: {parameter.name} is {value!r}; expected {parameter.kind} ({parameter.says}).")
    if parameter.choices and value not in parameter.choices:
        raise BadParameter(f"{measure}: {parameter.name} is {value!r}; expected one of {', '.join(parameter.choices)}.")
    return value


def answer(measure: Measure, source: Source, /, **given: Any) -> Result:
    """Ask a measure of a source: run its counts on the source's own driver, then its pure function on the rows.

    Raises:
        BadParameter: see ``Measure.checked``.
    """
    values = measure.checked(given)
    asked = sql_values(values)
    counts: dict[str, list[Row]] = {}
    for query in measure.queries:
        if query.is_wanted(counts, values):
            counts[query.name] = source.rows(query.shaped(values), {name: asked[name] for name in query.needs})
    return result_of(measure, measure.estimate(counts, values), values)


def sql_values(values: Values) -> dict[str, int]:
    """The whole numbers that counts are bound to; an open period has bounds that never come."""
    bounds = {"since_s": NEVER_S, "until_s": FAR_S}
    asked = {name: int(value) for name, value in values.items() if isinstance(value, (int, float))}
    spans = {
        f"{name.removesuffix('_days')}_s": round(value * 86_400)
        for name, value in values.items()
        if name.endswith("_days") and value is not None
    }
    chosen = {
        "is_by_account": int(values.get("level") == "account"),
        "is_first_touch": int(values.get("sourced") == "first_touch"),
    }
    return {**bounds, **asked, **spans, **chosen}


def result_of(measure: Measure, found: Answer, values: Values) -> Result:
    """The answer with its words in English, its instant and the parameters it was asked with."""
    notes = tuple(Note(key, args, in_english(measure.sentences[key], args)) for key, args in found.notes)
    return Result(
        measure=measure.name,
        as_of=iso(values["as_of_s"]),
        grade=found.grade,
        sentence_key=f"{measure.name}.{found.sentence_key}",
        sentence_args=found.sentence_args,
        sentence=in_english(measure.sentences[found.sentence_key], found.sentence_args),
        rows=found.rows,
        tables=found.tables or {},
        parameters={name: value for name, value in values.items() if value is not None},
        notes=notes,
        chart=measure.chart,
        chart_data=found.chart_data or {},
    )
