"""Whose doing stands behind an answer: the people of a chosen part of the leads, so that no part is too small."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from leadpact.evidence.by import parts
from leadpact.evidence.chosen import Chosen
from leadpact.evidence.source import Source
from leadpact.evidence.tables import FAR_S, NEVER_S, known

OF_SELLERS = frozenset(
    ("sla_keeping", "speed_to_lead", "persistence", "acceptance", "backtrack", "material", "success_review")
)
"""Measures that tell how salespeople work; cut small enough, they would tell it of one."""
OF_MARKETERS = frozenset(("promises",))
"""Measures that tell how marketers work."""
PERIOD = ("as_of_s", "since_s", "until_s")
ALL = "\0all"
"""Stands for no filter at all; no value is called so."""
Values = Mapping[str, int]


def sellers(table: Any, p: Values) -> Any:
    """Who got leads in the period, each once."""
    told = known(table, p["as_of_s"], ("handed_over", "reassigned"))
    told = told.filter((told.occurred_s >= p["since_s"]) & (told.occurred_s < p["until_s"]))
    return told.filter(told.person_id.fill_null(0) != 0).select("person_id").distinct()


def marketers(table: Any, p: Values) -> Any:
    """Who handed leads over to sales in the period, each once."""
    told = known(table, p["as_of_s"], ("handed_over",), ("by_id",))
    told = told.filter((told.occurred_s >= p["since_s"]) & (told.occurred_s < p["until_s"]))
    told = told.filter((told.side != "sales") & (told.by_id.fill_null(0) != 0))
    return told.select(person_id="by_id").distinct()


def people_of(name: str, source: Source, chosen: Chosen, given: Mapping[str, Any], by: str | None) -> dict[str, Any]:
    """The ids of the people behind each part of an answer, by part ("" where it is not split), and of ``ALL`` ever.

    Empty for measures that do not tell how people work.
    """
    if name not in OF_SELLERS | OF_MARKETERS:
        return {}
    build = sellers if name in OF_SELLERS else marketers
    bounds = {"since_s": NEVER_S, "until_s": FAR_S}
    values = {each: int(given.get(each, bounds.get(each, 0))) for each in PERIOD}
    wanted = [("", chosen)] if by is None else parts(source, chosen, by)
    found = {value: _ids(source.of(own).rows(build, values)) for value, own in wanted}
    return {**found, ALL: _ids(source.rows(build, {**bounds, "as_of_s": values["as_of_s"]}))}


def _ids(rows: Iterable[Mapping[str, Any]]) -> list[int]:
    return sorted(row["person_id"] for row in rows)


__all__ = ["ALL", "OF_MARKETERS", "OF_SELLERS", "people_of"]
