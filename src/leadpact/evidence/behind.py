"""The leads behind a figure, by the very expressions that counted them.

A figure is named by a key: the columns of its row and what of it was counted, as texts, such as
``{"month": "2018-03", "found_by": "marketing", "stage": "won"}``. The same snapshot gives exactly as many.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from string import Template
from typing import Any

from leadpact.evidence.catalogue import measure
from leadpact.evidence.measure import BadParameter, sql_values
from leadpact.evidence.measures import funnel, sla_keeping, source_quality
from leadpact.evidence.source import Source, compiled_query
from leadpact.evidence.spells import endings, tried
from leadpact.evidence.tables import FAR_S, one

PERIOD = ("as_of_s", "since_s", "until_s")
Key = Mapping[str, str]
Clause = Callable[[str, Key, Mapping[str, int]], str]


@dataclass(frozen=True, slots=True)
class Behind:
    """How the rows behind a measure's figures are found.

    ``build`` gives one row per lead or clock, ``item`` is the column that names it, ``clauses`` say by name of a
    part of the key which rows it means, and ``always`` which rows count at all.
    """

    build: Callable[[Any, Mapping[str, Any]], Any]
    item: str
    clauses: Mapping[str, Clause]
    needs: tuple[str, ...] = PERIOD
    always: str = "1 = 1"


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
    how = BEHIND[asked.name]
    values = sql_values(asked.checked(given))
    parts = dict(key)
    if given.get("source") is not None and "source" not in parts:
        parts["source"] = given["source"]
    where = [how.always, *(_clause(name, how, part, parts, values, shown) for part in parts)]
    compiled = compiled_query(how.build, how.needs, source.dialect, source.table)
    inner = Template(compiled.text).substitute({each: f"({int(values[each])})" for each in how.needs})
    sql = f"SELECT {how.item} FROM ({inner}) AS behind WHERE {' AND '.join(where)} ORDER BY {how.item}"
    return [row[0] for row in source.run(sql)]


def _clause(name: str, how: Behind, part: str, key: Key, values: Mapping[str, int], shown: Sequence[str]) -> str:
    if part == "source" and key[part] == source_quality.POOLED and shown:
        return f"source NOT IN ({', '.join(_text(each) for each in shown)})"
    clause = how.clauses.get(part)
    if clause is None:
        raise BadParameter(f"The figures of {name} have no {part}; they have: {', '.join(how.clauses)}.")
    try:
        return f"({clause(key[part], key, values)})"
    except (KeyError, ValueError) as error:
        raise BadParameter(f"{part} is {key[part]!r}; no figure of {name} is called that.") from error


def _text(value: str) -> str:
    if "\0" in value:
        raise ValueError("a text with a zero sign")
    return "'" + value.replace("'", "''") + "'"


def _same(column: str) -> Clause:
    return lambda value, _key, _values: f"{column} = {_text(value)}"


def _month(value: str, _key: Key, _values: Mapping[str, int]) -> str:
    year, month = value.split("-")
    return f"month = {int(year) * 100 + int(month)}"


def _stage(value: str, _key: Key, _values: Mapping[str, int]) -> str:
    return f"{funnel.STAGES[funnel.STAGES.index(value)]}_s < {FAR_S}"


_NOT_WON, _NOT_LOST, _NOT_BACK = (f"{column} = {FAR_S}" for column in ("won_s", "lost_s", "back_s"))
_FUNNEL_ENDS = {
    "lost": f"lost_s < {FAR_S}",
    "sent_back": f"{_NOT_LOST} AND back_s < {FAR_S}",
    "still_open": f"{_NOT_WON} AND {_NOT_LOST} AND {_NOT_BACK}",
    "won_before_captured": "won_s < captured_s",
}


def _day(key: Key) -> int:
    return source_quality.DAYS[source_quality.DAYS.index(int(key["day"]))]


def _source_end(value: str, key: Key, _values: Mapping[str, int]) -> str:
    """How a lead stood, by a day since its capture when the key names one."""
    if value in ("ripe_leads", "ripe_won"):
        return f"is_{value.removesuffix('_leads')}_{_day(key)} = 1"
    by = f" AND days <= {_day(key)}" if "day" in key else ""
    before = f" AND days < {_day(key)}" if "day" in key else ""
    return {
        "won": f"is_won = 1{by}",
        "ended_without_win": f"is_ended = 1{by}",
        "open_and_younger": f"is_won = 0 AND is_ended = 0{before}",
    }[value]


_DUE = "due_s <= {as_of_s} AND is_withdrawn = 0"
_CLOCKS = {
    "due": _DUE,
    "kept": f"{_DUE} AND touch_s <= due_s",
    "late": f"{_DUE} AND is_touched = 1 AND touch_s > due_s",
    "overdue": f"{_DUE} AND is_open = 1",
    "missed": f"{_DUE} AND touch_s > due_s",
    "running": "due_s > {as_of_s} AND is_open = 1",
    "withdrawn": "is_withdrawn = 1",
    "touched": "is_touched = 1",
    "late_again": "is_late_again = 1",
    "unmeasured": "is_unmeasured = 1",
}


def _clock(value: str, _key: Key, values: Mapping[str, int]) -> str:
    return _CLOCKS[value].format(as_of_s=values["as_of_s"])


def _attempt(value: str, key: Key, _values: Mapping[str, int]) -> str:
    """At risk before this attempt are all that got at least so many; how one ended belongs to its last attempt."""
    is_all = key.get("outcome", "at_risk") == "at_risk" or key.get("is_pooled") == "true"
    return f"k {'>=' if is_all else '='} {int(value)}"


def _tried_end(value: str, key: Key, _values: Mapping[str, int]) -> str:
    value = value.removesuffix("_here")
    event = {"reply": "reply", "won": "won"}[key.get("event", "reply")]
    ends = {each: f"{event}_{each}" for each in ("event", "lost", "gave_up")}
    if value == "open":
        return " AND ".join(f"{column} = 0" for column in ends.values())
    return "1 = 1" if value in ("at_risk", "ended") else f"{ends[value]} = 1"


def _anything(value: str, _key: Key, _values: Mapping[str, int]) -> str:
    return f"{_text(value)} = {_text(value)}"


def _leads_aged(table: Any, p: Mapping[str, Any]) -> Any:
    told = source_quality.aged(table, p, "lead_id")
    ripe = {name: one(told[name]) for day in source_quality.DAYS for name in (f"is_ripe_{day}", f"is_ripe_won_{day}")}
    ends = {"is_won": one(told.is_won), "is_ended": one(told.is_lost | told.is_back), "is_early": one(told.is_early)}
    return told.select("lead_id", "source", "found_by", "days", **ends, **ripe)


def _leads_tried(table: Any, p: Mapping[str, Any]) -> Any:
    told = tried(table, p, "lead_id")
    ends = {name: one(condition) for name, condition in endings(told, p).items()}
    return told.select("lead_id", "band", "source", "k", **ends)


BEHIND: dict[str, Behind] = {
    "funnel": Behind(
        funnel.reached,
        "lead_id",
        {
            "month": _month,
            "source": _same("source"),
            "found_by": _same("found_by"),
            "stage": _stage,
            "before": _stage,
            "outcome": lambda value, _key, _values: _FUNNEL_ENDS[value],
        },
    ),
    "source_quality": Behind(
        _leads_aged,
        "lead_id",
        {
            "source": _same("source"),
            "found_by": _same("found_by"),
            "day": lambda _value, key, _values: f"{_day(key)} > 0",
            "outcome": _source_end,
        },
    ),
    "sla_keeping": Behind(
        sla_keeping.states,
        "hand_id",
        {
            "level": lambda value, _key, _values: {
                "all": "1 = 1",
                "person": "is_reassigned = 0",
                "reassigned": "is_reassigned = 1",
            }[value],
            "person_id": lambda value, _key, _values: f"person_id = {int(value or 0)}",
            "outcome": _clock,
        },
    ),
    "persistence": Behind(
        _leads_tried,
        "lead_id",
        {
            "attempt": _attempt,
            "is_pooled": _anything,
            "band": _same("band"),
            "source": _same("source"),
            "event": _anything,
            "outcome": _tried_end,
        },
        needs=(*PERIOD, "rest_s"),
        always="k > 0",
    ),
}
"""By measure. Its figures are told apart by the clauses' names."""
