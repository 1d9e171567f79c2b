"""Taking data out: any list, and all facts, as CSV, row by row however many there are."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TextIO

from django.db import connection

from leadpact.ledger import access
from leadpact.ledger.access import Actor
from leadpact.ledger.models import Account, Person
from leadpact.ledger.privacy import Sight
from leadpact.ledger.rulebook import Rulebook
from leadpact.ledger.stamps import stamp
from leadpact.rules.assignment_words import ids_in
from leadpact.rules.facts import COLUMNS
from leadpact.rules.story_rows import ClockRow, DealRow, HandOffRow, LeadRow

CHUNK = 5000
_DOERS = frozenset(
    "person_id by_id owner_id found_by_id marketer_id handed_by_id answered_by_id qualified_by_id closer_id".split()  # noqa: SIM905 - one line instead of twelve
)
"""Columns by which a row tells whose doing something was. ``why`` tells of those it did not go to."""
_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d\s()./-]*$)")
"""How a text begins that a spreadsheet would read as a formula; phone numbers and plain numbers are none."""


class NoSuchList(LookupError):
    """There is no list of that name; the message says which there are."""


@dataclass(frozen=True, slots=True)
class Export:
    """A list that can be taken out: what it is, its columns, and its rows in order of id."""

    says: str
    columns: tuple[str, ...]
    rows: Callable[[], Iterator[Sequence[Any]]]


def write(
    *,
    actor: Actor,
    name: str,
    out: TextIO,
    now_s: int,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> int:
    """Write a list as CSV with a heading. Gives how many rows.

    Facts come out as ``import --as facts`` takes them in. To the machine's own command line everything comes out; to
    a person without whose doing it was, where the pact does not let that reader see it. Raises ``NoSuchList`` and
    ``Forbidden``.
    """
    access.check(actor, "export_data")
    found = LISTS.get(name)
    if found is None:
        raise NoSuchList(f"There is no list {name!r}; choose one of: {', '.join(LISTS)}.")
    writer = csv.writer(out)
    writer.writerow(found.columns)
    done, hide = 0, hiding(actor, found.columns, now_s)
    for row in map(hide, found.rows()):
        writer.writerow(row)
        done += 1
        if done % CHUNK == 0:
            progress(done, done)
    return done


def hiding(actor: Actor, columns: Sequence[str], now_s: int) -> Callable[[Sequence[Any]], Sequence[Any]]:
    """What takes people out of a row whose figures are not the actor's to see, and whose lateness explains itself."""
    places = [place for place, name in enumerate(columns) if name in _DOERS or name == "why"]
    if actor.role == "system" or not places:
        return lambda row: row
    sight = Sight(actor, Rulebook(now_s))

    def hide(row: Sequence[Any]) -> Sequence[Any]:
        told = [row[place] for place in places]
        people = [each for cell in told for each in (ids_in(cell) if isinstance(cell, str) else [cell])]
        if all(sight.figure(person_id) and sight.late(person_id) for person_id in people):
            return row
        return [None if place in places else cell for place, cell in enumerate(row)]

    return hide


def _keyset(table: str, columns: Sequence[str], key: str) -> Iterator[tuple[Any, ...]]:
    """Every row of a table, in order of its key, a chunk at a time, so that nobody waits for a long read."""
    last: Any = None
    select = f"SELECT {key}, {', '.join(columns)} FROM {table}"
    while True:
        where, bound = ("", []) if last is None else (f" WHERE {key} > %s", [last])
        with connection.cursor() as cursor:
            cursor.execute(f"{select}{where} ORDER BY {key} LIMIT {CHUNK}", bound)
            rows = cursor.fetchall()
        for row in rows:
            yield row[1:]
        if len(rows) < CHUNK:
            return
        last = rows[-1][0]


def _facts() -> Iterator[Sequence[Any]]:
    names = [column.name for column in COLUMNS]
    occurred, recorded = names.index("occurred_s"), names.index("recorded_s")
    at, known_at, on = names.index("occurred_at"), names.index("recorded_at"), names.index("occurred_on")
    for row in _keyset("facts", names, "seq"):
        cells = list(row)
        cells[at], cells[known_at], cells[on] = stamp(row[occurred]), stamp(row[recorded]), str(row[on])
        yield cells


def _rows_of(table: str, fields: Sequence[str]) -> Callable[[], Iterator[Sequence[Any]]]:
    instants = [name.endswith("_s") and name != "worked_s" for name in fields]

    def rows() -> Iterator[Sequence[Any]]:
        for row in _keyset(table, fields, "id"):
            yield [_instant(cell) if is_at else _plain(cell) for cell, is_at in zip(row, instants, strict=True)]

    return rows


def _headings(fields: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{name[:-2]}_at" if name.endswith("_s") and name != "worked_s" else name for name in fields)


def _instant(at_s: int | None) -> str:
    return "" if at_s is None else datetime.fromtimestamp(at_s, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _plain(cell: Any) -> Any:
    """A cell that no spreadsheet runs: outsiders may have typed it."""
    if isinstance(cell, str) and _FORMULA.match(cell):
        return f"'{cell}"
    return cell


_PERSON = (
    "id", "email", "name", "role", "team", "manager_id", "zone", "country", "languages", "regions", "capacity",
    "is_active", "can_sign_in", "source_system", "external_id",
)  # fmt: skip


def _people() -> Iterator[Sequence[Any]]:
    for person in Person.objects.select_related("team").order_by("pk").iterator(CHUNK):
        values = {name: getattr(person, name) for name in _PERSON if name != "team"}
        values["team"] = person.team.name if person.team else ""
        yield [_plain(values[name]) for name in _PERSON]


def _accounts() -> Iterator[Sequence[Any]]:
    for account in Account.objects.order_by("pk").iterator(CHUNK):
        values = json.dumps(account.values, ensure_ascii=False, sort_keys=True)
        yield account.pk, _plain(account.key), _plain(account.name), account.owner_id, values


def _list(says: str, table: str, fields: Sequence[str]) -> Export:
    return Export(says, _headings(fields), _rows_of(table, fields))


LISTS: dict[str, Export] = {
    "leads": _list("Every lead as it stands, with the words known of it.", "leads", LeadRow._fields),
    "hand_offs": _list("Every crossing from marketing to sales, with its answer.", "hand_offs", HandOffRow._fields),
    "clocks": _list("Every promise on every lead.", "clocks", ClockRow._fields),
    "deals": _list("Every deal as it stands.", "deals", DealRow._fields),
    "accounts": Export("Every company.", ("id", "key", "name", "owner_id", "values"), _accounts),
    "people": Export("Everybody of the company, and people brought in with history.", _PERSON, _people),
    "facts": Export("Every fact, in the ledger's columns.", tuple(column.name for column in COLUMNS), _facts),
}
"""What can be taken out, by name."""
