"""A measure's answer as its reader may see it, with what the pact adds: words, promised times, and people's names.

Figures of persons stand in rows with a column that names a person (see ``people_columns``), whatever the measure and
the table: rows of people whose figures the reader may not see are left out. So is a chosen part of an answer behind
which fewer people stand than the pact shows together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from leadpact.evidence.privacy import ALL, OF_MARKETERS
from leadpact.evidence.result import Result, Row
from leadpact.ledger.access import Actor, Forbidden
from leadpact.ledger.models import Person
from leadpact.ledger.privacy import Sight
from leadpact.ledger.results import PEOPLE
from leadpact.ledger.rulebook import Rulebook
from leadpact.queries.evidence import MeasurePage
from leadpact.rules.pact import Pact


@dataclass(frozen=True, slots=True)
class View:
    """A page as its reader may see it.

    ``names`` are those of the people the reader may know of, ``own_id`` is the reader. ``promised_s`` are the
    agreed lengths of a first touch in seconds, the shortest first; ``word`` gives the pact's word for a code.
    ``may_open`` says whether the leads behind a figure are open to the reader. ``pact_id`` is that of the version in
    force, whose words and limits these are. ``left_out`` are the parts of the answer that too few people stand behind.
    """

    page: MeasurePage
    names: Mapping[int, str]
    own_id: int | None
    promised_s: tuple[int, ...]
    word: Callable[[str], str]
    may_open: bool
    pact_id: int | None = None
    left_out: frozenset[str] = frozenset()


def view(actor: Actor, page: MeasurePage, *, now_s: int) -> View:
    """The page without what its reader may not see of people. Raises ``TooFewPeople``."""
    rules = Rulebook(now_s)
    pact = rules.pacts[0].pact if rules.pacts else None
    word, pact_id = (pact.word, rules.pacts[0].id) if pact else (_in_words, None)
    sight = Sight(actor, rules)
    page, small = _of_enough(page, sight)
    made = View(page, {}, actor.id, _promised(pact), word, actor.may("see_own_leads"), pact_id, small)
    columns = people_columns(page)
    if page.result is None or page.body is None or not _has_people(page.result, columns):
        return made
    seen = _names(sight, page.as_of_s)
    rows = _guarded(page.result.rows, columns, seen)
    tables = {name: _guarded(table, columns, seen) for name, table in page.result.tables.items()}
    hidden = _count(page.result, columns) - sum(_is_of_person(row, columns) for row in _all(rows, tables))
    if hidden and "limits" in tables:  # They stand at the sizes of people, so only those of the shown ones may.
        sizes = {row.get("due") for row in _all(rows, tables) if _is_of_person(row, columns)}
        tables["limits"] = tuple(row for row in tables["limits"] if row.get("due") in sizes)
    people = {row[name] for row in _all(page.result.rows, page.result.tables) for name in columns if row.get(name)}
    if hidden and len(people) < sight.agreed.smallest_group:
        page = _without_notes(page, ("within", "outside"))
    return replace(made, page=_with(page, rows, tables), names=seen)


class TooFewPeople(Forbidden):
    """So few people stand behind what was chosen that it would tell of them one by one."""


def _of_enough(page: MeasurePage, sight: Sight) -> tuple[MeasurePage, frozenset[str]]:
    """The page without the parts behind which too few people stand, those parts; and without the list of people."""
    if page.result is None or page.body is None or PEOPLE not in page.body:
        return page, frozenset()
    behind: dict[str, list[int]] = {**page.body[PEOPLE]}
    everybody = set(behind.pop(ALL, ()))
    body = {name: value for name, value in page.body.items() if name != PEOPLE}
    result, page = page.result, replace(page, body=body)
    small = frozenset(value for value, ids in behind.items() if ids and not _is_open(page, set(ids), everybody, sight))
    if not small:
        return page, small
    if small >= set(behind):
        raise TooFewPeople(
            f"Fewer than {sight.agreed.smallest_group} people stand behind what is chosen here, and the pact shows "
            "nothing of so few. Choose more leads or a longer time."
        )
    by = page.asked.by or ""
    rows = tuple(row for row in result.rows if row.get(by) not in small)
    tables = {name: tuple(row for row in each if row.get(by) not in small) for name, each in result.tables.items()}
    notes = tuple(note for note in result.notes if note.args.get("value") not in small)
    shown = replace(page, result=replace(result, notes=notes))
    told = [note for note in body["notes"] if note["args"].get("value") not in small]
    return _with(replace(shown, body={**body, "notes": told}), rows, tables), small


def _without_notes(page: MeasurePage, keys: tuple[str, ...]) -> MeasurePage:
    """The page without remarks that say of how many people something holds."""
    if page.result is None or page.body is None:
        return page
    result = replace(page.result, notes=tuple(note for note in page.result.notes if note.key not in keys))
    told = [note for note in page.body["notes"] if note["key"] not in keys]
    return replace(page, result=result, body={**page.body, "notes": told})


def _is_open(page: MeasurePage, ids: set[int], everybody: set[int], sight: Sight) -> bool:
    """Whether a part of an answer may be shown: enough people, all there are, or people one sees one by one."""
    if sight.group(ids) or (everybody and everybody <= ids):
        return True
    roles = ("marketer",) if page.about.name in OF_MARKETERS else ("salesperson",)
    team = Person.objects.filter(role__in=roles, is_active=True).values_list("pk", flat=True)
    return bool(team) and set(team) <= ids


def _with(page: MeasurePage, rows: tuple[Row, ...], tables: dict[str, tuple[Row, ...]]) -> MeasurePage:
    """The page with other rows and tables, in its answer and in the JSON of it."""
    if page.result is None:
        return page
    result = replace(page.result, rows=rows, tables=tables)
    told = {"rows": list(rows), "tables": {name: list(each) for name, each in tables.items()}}
    return replace(page, result=result, body={**(page.body or {}), **told})


def _all(rows: tuple[Row, ...], tables: Mapping[str, tuple[Row, ...]]) -> list[Row]:
    return [row for table in (rows, *tables.values()) for row in table]


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
    if not all(value.isdecimal() and (name, int(value)) in known for name, value in asked.items()):
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
    return _count(result, columns) > 0


def _count(result: Result, columns: frozenset[str]) -> int:
    """How many rows tell of one person."""
    return sum(_is_of_person(row, columns) for row in _all(result.rows, result.tables))


def _names(sight: Sight, as_of_s: int | None) -> Mapping[int, str]:
    """The names of those whose figures are open to the reader, as they are told at the snapshot."""
    people = list(Person.objects.select_related(None))
    sight.know(person.pk for person in people)
    return sight.names_of(person for person in people if sight.figure(person.pk)).told_at(as_of_s)


def _guarded(rows: tuple[Row, ...], columns: frozenset[str], seen: Mapping[int, str]) -> tuple[Row, ...]:
    """A table without the rows of persons whose figures its reader may not see; what is nobody's stays."""
    return tuple(row for row in rows if all(row.get(name) is None or row[name] in seen for name in columns))
