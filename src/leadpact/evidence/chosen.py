"""Which leads a measure looks at: by where they came from, by what is known of them, by the pact that judged them.

A filter narrows the table of facts that a measure's counts are built on, so that every measure takes every filter
and needs to know of none: its SQL reads a table that is named before it. That SQL is compiled once per set of filters;
their values are put in at each run, like the measure's own whole numbers.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import sqlglot

from leadpact.evidence.leads import stories
from leadpact.evidence.tables import known, merges, settled
from leadpact.rules.terms import FIELDS

TEAMS = ("marketing", "sales", "unknown")
UNKNOWN = "unknown"
DIMENSIONS = ("source", "team", "campaign", "version")
"""By these a measure can be split; and by any field of the lead."""
FILTERS = ("source", "team", "segment", "pact", "version", "campaign")
_FACT_STEP = 4_000_000_000
_FAR_KEY = 9_000_000_000_000_000_000
_FIRST_MARK = 7_760_000_000_000_000_001
_NUMBERS = ("as_of_s", "version", "at_least", "at_most")
_TEXTS = ("source", "team", "campaign", "field", "value", "by_field", "by_value", "by_others", "pact")
_MARKS: dict[str, Any] = {
    **{name: ibis.literal(_FIRST_MARK + place, "int64") for place, name in enumerate(_NUMBERS)},
    **{name: ibis.literal(f"~{name} of the chosen~") for name in _TEXTS},
}
CHOSEN_FACTS = "chosen_facts"
_BETWEEN = re.compile(r"(\d{1,15})-(\d{1,15})|(\d{1,15})\+")
_MOST = 999_999_999_999_999


class BadFilter(ValueError):
    """A filter cannot be read; the text says which, why and what was expected."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Filters that hold all at once; None does not filter. ``as_of_s`` is the snapshot they are judged at.

    ``source`` and ``campaign`` are those of the lead's first captured fact, ``team`` (marketing, sales, unknown) is
    who found it, ``unknown`` where it is not told. ``version`` is the pact's, of the lead's first hand-off, else of its
    first qualification; ``pact`` holds the ids of all versions of one pact, of the same. ``segment`` is
    ``field=value`` by the value last told: a code, ``unknown``, or for a number also a span such as
    ``employees=50-249`` or ``employees=250+``. ``by`` names a dimension (see ``valued``), of which ``by_value`` alone
    counts, or all but ``by_others``.
    """

    as_of_s: int = 0
    source: str | None = None
    team: str | None = None
    segment: str | None = None
    version: int | None = None
    campaign: str | None = None
    pact: tuple[int, ...] | None = None
    by: str | None = None
    by_value: str | None = None
    by_others: tuple[str, ...] = ()

    @property
    def shape(self) -> tuple[str, ...]:
        """Which filters there are, and of what form: what the SQL is compiled for."""
        found = [name for name in FILTERS if name != "segment" and getattr(self, name) is not None]
        if self.segment is not None:
            value = self.segment.partition("=")[2]
            form = "segment_unknown" if value == UNKNOWN else "segment"
            found.append("segment_span" if _BETWEEN.fullmatch(value) else form)
        if self.by is not None and (self.by_value is not None or self.by_others):
            found.append(f"{'by' if self.by_value is not None else 'rest'}_{kind_of(self.by)}")
        return tuple(found)

    def literals(self, dialect: str) -> dict[str, str]:
        """Each value that the SQL of this shape needs, by the name of its place, as the dialect writes it."""
        field, _, value = (self.segment or "").partition("=")
        low, high, above = (_BETWEEN.fullmatch(value) or re.fullmatch("()()()", "")).groups()  # type: ignore[union-attr]  # the empty text matches
        texts = {"source": self.source, "team": self.team, "campaign": self.campaign, "field": field, "value": value}
        numbers = {
            "as_of_s": self.as_of_s, "version": self.version or 0, "at_least": int(low or above or 0),
            "at_most": int(high or _MOST),
        }  # fmt: skip
        texts |= {"by_field": self.by, "by_value": self.by_value}
        written = {f"chosen_{name}": text_literal(text or "", dialect) for name, text in texts.items()}
        written["chosen_by_others"] = ", ".join(text_literal(text, dialect) for text in self.by_others or ("",))
        written["chosen_pact"] = ", ".join(text_literal(str(each), dialect) for each in self.pact or (0,))
        return written | {f"chosen_{name}": f"({int(number)})" for name, number in numbers.items()}


EVERY = Chosen()
"""No filter."""


def chosen(as_of_s: int, given: Mapping[str, str]) -> Chosen:
    """Read filters from texts by name, as doors have them.

    Raises:
        BadFilter: one is not known or cannot be read.
    """
    for name, text in given.items():
        if name not in FILTERS:
            raise BadFilter(f"There is no filter {name}; there are: {', '.join(FILTERS)}.")
        if "\0" in text:
            raise BadFilter(f"{name} holds a zero sign; write it without.")
    team, segment, version = (given.get(name) for name in ("team", "segment", "version"))
    if team is not None and team not in TEAMS:
        raise BadFilter(f"team is {team!r}; expected who found the lead: {', '.join(TEAMS)}.")
    if segment is not None and not all(segment.partition("=")[::2]):
        raise BadFilter(
            f"segment is {segment!r}; expected a field and its value, such as industry=logistics or employees=50-249."
        )
    span = _BETWEEN.fullmatch((segment or "").partition("=")[2])
    if span is not None and span[1] and int(span[1]) > int(span[2]):
        raise BadFilter(f"segment is {segment!r}; a span begins with the smaller number, such as employees=50-249.")
    if segment is not None and re.fullmatch(r"\d{1,15}-", segment.partition("=")[2]):
        raise BadFilter(f"segment is {segment!r}; a span without an end is written with a plus: {segment[:-1]}+.")
    if version is not None and not re.fullmatch(r"\d{1,6}", version):
        raise BadFilter(f"version is {version!r}; expected the number of a version of the pact, such as 2.")
    number = None if version is None else int(version)
    pact = given.get("pact")
    if pact is not None and not re.fullmatch(r"\d{1,9}(,\d{1,9})*", pact):
        raise BadFilter(f"pact is {pact!r}; expected the ids of its versions with commas between, such as 1,4.")
    versions = None if pact is None else tuple(map(int, pact.split(",")))
    return Chosen(as_of_s, given.get("source"), team, segment, number, given.get("campaign"), versions)


def check_dimension(name: str, own: Iterable[str] = ()) -> None:
    """Refuse a dimension that no lead has; ``own`` are fields beside the standard ones.

    Raises:
        BadFilter: it is none; the text names those that are.
    """
    fields = [field.name for field in FIELDS.values() if field.type != "personal"]
    known = [*DIMENSIONS, *fields, *own]
    if name not in known:
        near = difflib.get_close_matches(name, known, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}."
        raise BadFilter(f"There is no dimension {name} to split by; {hint}")


def filters_of(takes: Container[str], given: Mapping[str, str]) -> dict[str, str]:
    """The filters that narrow a measure's facts: all but those that it takes as a parameter of its own."""
    return {name: text for name, text in given.items() if name not in takes}


def text_literal(value: str, dialect: str) -> str:
    """A text as the dialect writes it, whatever it holds."""
    return str(sqlglot.exp.Literal.string(value).sql(dialect=dialect))


def ids(table: Any, name: str) -> Any:
    """The leads, one row each in ``lead_id``, that hold one filter of a shape; see ``marked`` for its values."""
    return _ids(table, name, _MARKS)


def gone(table: Any) -> Any:
    """The merged leads, ``gone_id``, with the leads they count for, ``into_id``."""
    return merges(table, _MARKS["as_of_s"]).select("gone_id", "into_id")


def marked(text: str) -> str:
    """SQL with ``${chosen_name}`` in place of each value."""
    for place, name in enumerate(_NUMBERS):
        text = text.replace(str(_FIRST_MARK + place), f"${{chosen_{name}}}")
    for name in _TEXTS:
        text = text.replace(f"'~{name} of the chosen~'", f"${{chosen_{name}}}")
    return text


def leads_sql(filters: Sequence[str], merged: str, once: str = "") -> str:
    """The ids of the chosen leads and of those merged into them.

    ``filters`` are the queries of each filter, ``merged`` is that of the merges, and ``once`` the engine's word for a
    table that is computed once.
    """
    parts = [f"chosen_{place} AS {once}({sql})" for place, sql in enumerate(filters)]
    both = "".join(f" AND lead_id IN (SELECT lead_id FROM chosen_{place})" for place in range(1, len(filters)))
    held = f"SELECT lead_id FROM chosen_0 WHERE 1 = 1{both}"
    into = "SELECT gone_id AS lead_id FROM chosen_gone WHERE into_id IN (SELECT lead_id FROM chosen_held)"
    tables = ", ".join([*parts, f"chosen_gone AS {once}({merged})", f"chosen_held AS {once}({held})"])
    return f"WITH {tables} SELECT lead_id FROM chosen_held UNION ALL {into}"


def facts_sql(leads: str, table: str) -> str:
    """The facts of the leads in a table, and the facts of no lead."""
    return f"SELECT * FROM {table} WHERE COALESCE(lead_id, 0) = 0 OR lead_id IN (SELECT lead_id FROM {leads})"


def kind_of(dimension: str) -> str:
    """How the values of a dimension are found: it is a filter of that name, else a field that is described."""
    return dimension if dimension in DIMENSIONS else "field"


def sizes(table: Any, kind: str) -> Any:
    """How many leads each value of a dimension of a kind has: ``value``, ``leads``."""
    values = valued(table, kind, _MARKS)
    return values.group_by("value").agg(leads=values.count())


def valued(table: Any, kind: str, p: Mapping[str, Any]) -> Any:
    """The value of a dimension for each lead, as a text: ``lead_id``, ``value``; ``unknown`` where it is not told.

    ``version`` is there only for leads that were judged. A ``field`` is that of ``by_field``.
    """
    if kind in ("source", "team"):
        leads = stories(table, p["as_of_s"])
        return leads.select("lead_id", value=leads.source if kind == "source" else leads.found_by)
    if kind == "campaign":
        first = _last_of(known(table, p["as_of_s"], ("captured",), ("campaign",)), "campaign", is_first=True)
        return first.select("lead_id", value=first.campaign.fill_null(UNKNOWN))
    if kind == "version":
        judged = _judged(table, p)
        return judged.select("lead_id", value=judged.pact_version.fill_null(0).cast("string"))
    last = _told(table, p["by_field"], p)
    leads = stories(table, p["as_of_s"])
    both = settled(
        leads.select("lead_id").left_join(last.select("value_code", told_id="lead_id"), [("lead_id", "told_id")])
    )
    return both.select("lead_id", value=both.value_code.fill_null(UNKNOWN))


def _ids(table: Any, name: str, p: Mapping[str, Any]) -> Any:
    """The leads, one row each in ``lead_id``, that hold one filter."""
    how, _, kind = name.partition("_")
    if how in ("by", "rest"):
        leads = valued(table, kind, p)
        # Two places, so that it is written as a list: the first takes all the values, the second is no value.
        others = leads.value.isin([p["by_others"], ""])
        return leads.filter(leads.value == p["by_value"] if how == "by" else ~others).select("lead_id")
    if name == "version":
        judged = _judged(table, p)
        return judged.filter(judged.pact_version.fill_null(0) == p["version"]).select("lead_id")
    if name == "pact":  # Texts and two places, so that it is written as a list of as many as there are.
        judged = _judged(table, p, "pact_id")
        own = judged.pact_id.fill_null(0).cast("int64").cast("string")
        return judged.filter(own.isin([p["pact"], ""])).select("lead_id")
    if name in DIMENSIONS:
        leads = valued(table, name, p)
        return leads.filter(leads.value == p[name]).select("lead_id")
    return _of_segment(table, name, p)


def _last_of(told: Any, *columns: str, is_first: bool = False) -> Any:
    """The last (or first) fact of each lead, by (occurred_s, seq), with some of its columns."""
    told = told.select("lead_id", *columns, key=(told.occurred_s * _FACT_STEP + told.seq).cast("int64"))
    per = told.group_by(only_id="lead_id").agg(only_key=told.key.min() if is_first else told.key.max())
    both = settled(told.join(per, [("lead_id", "only_id"), ("key", "only_key")]))
    return both.select("lead_id", *columns)


def _judged(table: Any, p: Mapping[str, Any], column: str = "pact_version") -> Any:
    told = known(table, p["as_of_s"], ("handed_over", "qualified"), (column,))
    told = told.select(
        "lead_id",
        "seq",
        column,
        # A qualification counts only where there is no hand-off: it comes after all of them.
        occurred_s=(told.kind == "handed_over").ifelse(told.occurred_s - _FACT_STEP // 8, told.occurred_s),
    )
    return _last_of(told, column, is_first=True)


def _told(table: Any, field: Any, p: Mapping[str, Any]) -> Any:
    """What was told last of a field, per lead."""
    told = known(table, p["as_of_s"], ("described",), ("field",))
    return _last_of(told.filter(told.field == field), "value_code", "value_number")


def _of_segment(table: Any, form: str, p: Mapping[str, Any]) -> Any:
    last = _told(table, p["field"], p)
    code = last.value_code.fill_null(UNKNOWN)
    if form == "segment":
        return last.filter(code == p["value"]).select("lead_id")
    if form == "segment_span":
        number = last.value_number.fill_null(-1.0)
        is_within = (number >= p["at_least"].cast("float64")) & (number <= p["at_most"].cast("float64"))
        return last.filter((code == p["value"]) | is_within).select("lead_id")
    said = last.filter(code != UNKNOWN)
    everybody = stories(table, p["as_of_s"])
    return everybody.filter(everybody.lead_id.notin(said.lead_id)).select("lead_id")
