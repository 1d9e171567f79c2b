"""A measure's answer as its reader may see it, with what the pact adds: words, promised times, and people's names.

Figures of persons stand in the rows of level ``person``. Where a group is smaller than the pact allows they are
left out; where the reader may not know whose they are, they lose their person and are in order of size.
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
    ``may_open`` says whether the leads behind a figure are open to the reader.
    """

    page: MeasurePage
    names: Mapping[int, str]
    own_id: int | None
    promised_s: tuple[int, ...]
    word: Callable[[str], str]
    may_open: bool


def view(actor: Actor, page: MeasurePage, *, now_s: int) -> View:
    """The page without what its reader may not see of people."""
    rules = Rulebook(now_s)
    pact = rules.pacts[0].pact if rules.pacts else None
    made = View(page, {}, actor.id, _promised(pact), pact.word if pact else _in_words, actor.may("see_own_leads"))
    if page.result is None or page.body is None or not _has_people(page.result):
        return made
    told = pact.people if pact else PeopleFigures(figures="own")
    seen = _names(actor, told)
    rows = _guarded(page.result.rows, seen, told.smallest_group)
    tables = dict(page.result.tables)
    if not any(row.get("level") == "person" for row in rows):
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
    if "person_id" not in key:
        return
    mine = view(actor, page, now_s=now_s).page.result
    known = {row["person_id"] for row in mine.rows if row.get("level") == "person"} if mine is not None else set()
    if not key["person_id"].isdigit() or int(key["person_id"]) not in known:
        raise Forbidden("The pact lets you see your own figures, and heads those of their team. Ask the two heads.")


def _has_people(result: Result) -> bool:
    return any(row.get("level") == "person" for row in result.rows)


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


def _guarded(rows: tuple[Row, ...], seen: Mapping[int, str], smallest: int) -> tuple[Row, ...]:
    persons = [row for row in rows if row.get("level") == "person"]
    if sum(row["person_id"] is not None for row in persons) < smallest:
        return tuple(row for row in rows if row.get("level") != "person")
    named = [row for row in persons if row["person_id"] in seen]
    others = [{**row, "person_id": None} for row in persons if row["person_id"] not in seen]
    others.sort(key=lambda row: (row["due"], row["kept"], row["clocks"]))
    first = [row for row in rows if row.get("level") not in ("person", "reassigned")]
    last = [row for row in rows if row.get("level") == "reassigned"]
    return (*first, *named, *others, *last)
