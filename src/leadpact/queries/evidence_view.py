"""A measure's answer as its reader may see it, with what the pact adds: words, promised times, and people's names.

Figures of persons stand in rows with a column that names a person (see ``people_columns``), whatever the measure and
the table. Where a group is smaller than the pact allows they are left out; where the reader may not know whose they
are, they lose their person and are in order of size.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from leadpact.evidence.result import Result, Row
from leadpact.ledger.access import Actor, Forbidden
from leadpact.ledger.models import Person
from leadpact.ledger.rulebook import Rulebook
from leadpact.queries.evidence import MeasurePage
from leadpact.rules.pact import Pact, PeopleFigures


@dataclass(frozen=True, slots=True)
class View:
    """A page as its reader may see it.

    ``names`` are those of the people the reader may know of, ``own_id`` is the reader. ``promised_s`` are the
    agreed lengths of a first touch in seconds, the shortest first; ``word`` gives the pact's word for a code.
    ``may_open`` says whether the leads behind a figure are open to the reader. ``pact_id`` is that of the version in
    force, whose words and limits these are.
    """

    page: MeasurePage
    names: Mapping[int, str]
    own_id: int | None
    promised_s: tuple[int, ...]
    word: Callable[[str], str]
    may_open: bool
    pact_id: int | None = None


def view(actor: Actor, page: MeasurePage, *, now_s: int) -> View:
    """The page without what its reader may not see of people."""
    rules = Rulebook(now_s)
    pact = rules.pacts[0].pact if rules.pacts else None
    word, pact_id = (pact.word, rules.pacts[0].id) if pact else (_in_words, None)
    made = View(page, {}, actor.id, _promised(pact), word, actor.may("see_own_leads"), pact_id)
    columns = people_columns(page)
    if page.result is None or page.body is None or not _has_people(page.result, columns):
        return made
    told = pact.people if pact else PeopleFigures(figures="own")
    seen = _names(actor, told)

    def guarded(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return _guarded(rows, columns, seen, told.smallest_group)

    rows = guarded(page.result.rows)
    tables = {name: guarded(table) for name, table in page.result.tables.items()}
    if not any(_is_of_person(row, columns) for table in (rows, *tables.values()) for row in table):
        tables.pop("limits", None)
    result = replace(page.result, rows=rows, tables=tables)
    body: dict[str, Any] = {**page.body, "rows": list(rows), "tables": {name: list(tables[name]) for name in tables}}
    return replace(made, page=replace(page, result=result, body=body), names=seen)


def _in_words(code: str) -> str:
    return code.replace("_", " ").capitalize()


def _promised(pact: Pact | None) -> tuple[int, ...]:
    """The lengths of the promised first touches that are counted in working hours or minutes."""
    lanes = [lane for step in pact.steps for lane in step.lanes] if pact else []
    return tuple(sorted({lane.first_touch.seconds for lane in lanes if lane.first_touch.unit in _IN_WORK}))


_IN_WORK = ("working_minutes", "working_hours")


def check_key(actor: Actor, page: MeasurePage, key: Mapping[str, str], *, now_s: int) -> None:
    """Raise ``Forbidden`` where a key of ``leads_behind`` asks for a person whose figures the actor may not see."""
    asked = {name: value for name, value in key.items() if name in people_columns(page)}
    if not asked:
        return
    mine = view(actor, page, now_s=now_s).page.result
    tables = () if mine is None else (mine.rows, *mine.tables.values())
    known = {(name, row.get(name)) for table in tables for row in table for name in asked if row.get(name) is not None}
    if not all(value.isdigit() and (name, int(value)) in known for name, value in asked.items()):
        raise Forbidden("The pact lets you see your own figures, and heads those of their team. Ask the two heads.")


PERSON_IDS = ("person_id", "by_id", "owner_id")
"""Names of columns that hold a person in facts and rows, alone or after a word and an underscore."""


def people_columns(page: MeasurePage) -> frozenset[str]:
    """The columns of an answer that name a person: by what the measure declares of them, and by their names."""
    declared = {shown.name for layout in page.about.layouts for shown in layout.columns if shown.kind == "person"}
    tables = () if page.result is None else (page.result.rows, *page.result.tables.values())
    there = {name for table in tables for row in table for name in row}
    named = {name for name in there if any(name == end or name.endswith(f"_{end}") for end in PERSON_IDS)}
    return frozenset(declared | named)


def _is_of_person(row: Row, columns: frozenset[str]) -> bool:
    """Whether a row tells of one person, known or not."""
    return row.get("level") == "person" or any(row.get(name) is not None for name in columns)


def _has_people(result: Result, columns: frozenset[str]) -> bool:
    return any(_is_of_person(row, columns) for table in (result.rows, *result.tables.values()) for row in table)


def _names(actor: Actor, told: PeopleFigures) -> dict[int, str]:
    """Whom the actor may see by name: everybody where the pact says so, a head's team, or only oneself."""
    people = Person.objects.all()
    if told.figures != "all":
        is_head = actor.role.endswith("_head") and told.figures == "own_and_team"
        if not is_head:
            people = people.filter(pk=actor.id or 0)
    return {
        person.pk: person.name
        for person in people
        if told.figures == "all" or person.pk == actor.id or person.side == actor.side
    }


def _guarded(rows: tuple[Row, ...], columns: frozenset[str], seen: Mapping[int, str], smallest: int) -> tuple[Row, ...]:
    """A table without the persons that its reader may not know; without all where they are too few."""
    persons = [row for row in rows if _is_of_person(row, columns)]
    if not persons:
        return rows
    known = {row[name] for row in persons for name in columns if row.get(name) is not None}
    others = [row for row in rows if not _is_of_person(row, columns)]
    if len(known) < smallest:
        return tuple(others)
    named: list[Row] = []
    hidden: list[Row] = []
    for row in persons:
        unknown = {name: None for name in columns if name in row and row[name] not in seen}
        (hidden if unknown else named).append({**row, **unknown})
    hidden.sort(key=_size)
    first = [row for row in others if row.get("level") != "reassigned"]
    last = [row for row in others if row.get("level") == "reassigned"]
    return (*first, *named, *hidden, *last)


def _size(row: Row) -> tuple[float, ...]:
    """The numbers of a row by which those without a name are ordered, so that their place says nothing of whose."""
    first = [row.get(name) or 0 for name in ("due", "kept", "clocks")]
    return (*first, *(value for _name, value in sorted(row.items()) if isinstance(value, (int, float))))
