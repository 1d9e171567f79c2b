"""What a table most likely is: its shape, what its columns mean, how its dates and numbers are written.

Told by the formats of other systems, by headings, by what stands in the columns, and by how a file with these headings
was read before. What could be two things becomes a question; a choice that somebody made goes before everything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from leadpact.connectors.shapes import Reject
from leadpact.connectors.tables import Table
from leadpact.connectors.tables_cells import ORDERS, instant
from leadpact.connectors.tables_names import SHAPES, TOLD_BY, Format, format_of, names_of, plain
from leadpact.connectors.tables_refused import Choice
from leadpact.connectors.tables_targets import NOS

LOOKED_AT = 2000
"""Rows that the recognition looks at."""
DATES = frozenset(("occurred_at", "opened_at", "closed_at"))
NUMBERS = frozenset(("amount",))
_SHOWN = 3
_MAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
_PHONE = re.compile(r"\+?[\d][\d ()/.-]{6,}")
_LINK = re.compile(r"(https?://|www\.)\S+")
_DATE = re.compile(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})\.?(?:[ T,]+\d.*)?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d([T ].*)?")
_OFFSET = re.compile(r".*\d(Z|[+-]\d\d:?\d\d)")


@dataclass(slots=True)
class Column:
    """One column: its heading, what it means (empty: nothing), by what that was told, and some of what stands in it."""

    heading: str
    target: str
    by: str
    shown: tuple[str, ...]


@dataclass(slots=True)
class Question:
    """Something that could be two things: a setting, what is asked, and its choices."""

    setting: str
    says: str
    choices: tuple[Choice, ...]


@dataclass(slots=True)
class Recognised:
    """What a table most likely is. ``settings`` are date_order, decimal, currency, zone and source_system."""

    shape: str
    title: str
    columns: list[Column]
    settings: dict[str, str]
    questions: list[Question] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def recognise(
    table: Table, said: Mapping[str, Any], *, memory: Mapping[str, Any] | None, fields: Sequence[str], zone: str
) -> Recognised:
    """Recognise an open table from its first rows, which are taken from it: open it anew to read it.

    ``said`` are choices made by somebody: shape, date_order, decimal, currency, zone, source_system, and columns
    (heading to target); ``memory`` the same, as it was the last time; ``fields`` the names of fields that leads have;
    ``zone`` the company's.
    """
    rows = [row for _, row in islice(table.rows, LOOKED_AT) if not isinstance(row, Reject)]
    known = format_of(table.headings, said.get("shape"))
    before = memory if memory and said.get("shape") in (None, memory.get("shape")) else {}
    shape = said.get("shape") or before.get("shape") or (known.shape if known else _shape_of(table.headings))
    cells = {name: _cells(rows, place) for place, name in enumerate(table.headings)}
    columns = _columns(table.headings, cells, shape, known, before, fields)
    for column in columns:
        chosen = said.get("columns", {}).get(column.heading)
        if chosen is not None and chosen != column.target:
            column.target, column.by = chosen, "choice"
    title = known.title if known and known.shape == shape else ""
    found = Recognised(shape, title, columns, {})
    stem = re.sub(r"[\W\d_]+", "_", str(said.get("file_name") or table.path.name).split(".")[0].lower()).strip("_")
    system = known.source_system if title and known else stem[:40]
    _settle(found, "source_system", said, before, system or "file")
    _settle(found, "currency", said, before, "")
    _dates(found, cells, said, before, (known.zone if known else None) or zone)
    _numbers(found, cells, said, before)
    _ids(found, cells)
    if shape == "deals" and not {"stage", "state"} & {column.target for column in columns}:
        _settle(found, "state", said, before, "")
        if not found.settings["state"]:
            choices = (Choice("won", "all are won"), Choice("lost", "all are lost"), Choice("open", "all are open"))
            found.questions.append(Question("state", "No column says whether deals are won: what are they?", choices))
    return found


def _settle(found: Recognised, name: str, said: Mapping[str, Any], before: Mapping[str, Any], told: str) -> None:
    found.settings[name] = said.get(name) or before.get(name) or told


def _cells(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [text for row in rows if (text := row[place].strip())]


def _shape_of(headings: Sequence[str]) -> str:
    """The shape most of whose columns are there; leads where nothing tells."""
    have = [plain(heading) for heading in headings]

    def hits(shape: str) -> int:
        known = names_of(shape)
        targets = {known[name] for name in have if name in known}
        needed = {"deals": {"amount", "stage", "state", "closed_at"}, "touches": {"kind"}, "accounts": {"name"}}
        needed |= {"owners": {"name", "name+", "email"}, "assets": {"title"}}
        if shape == "touches" and not {"lead", "kind"} <= targets:
            return 0
        if shape in needed and not needed[shape] & targets:
            return 0
        if shape in TOLD_BY and not any(name.split(" ")[0] in TOLD_BY[shape] for name in have if name):
            return 0
        return len(targets)

    return max(SHAPES, key=lambda shape: (hits(shape), shape == "leads"))


def _columns(
    headings: Sequence[str], cells: Mapping[str, list[str]], shape: str, known: Format | None,
    before: Mapping[str, Any], fields: Sequence[str],
) -> list[Column]:  # fmt: skip
    named = names_of(shape)
    own = {plain(name): name for name in fields} if shape == "leads" else {}
    columns = []
    for heading in headings:
        name, by = plain(heading), "name"
        target = before.get("columns", {}).get(heading)
        if target is not None:
            by = "memory"
        elif known and known.shape == shape:
            target, by = known.columns.get(name), "format"
        if target is None:
            target, by = own.get(name) or named.get(name) or "", "name"
        columns.append(Column(heading, target, by if target else "", tuple(dict.fromkeys(cells[heading]))[:_SHOWN]))
    _once(columns)
    if shape == "leads":
        _by_content(columns, cells)
    return columns


def _once(columns: list[Column]) -> None:
    """Let each meaning stand at one column: the first that is told best; a column alone cannot be a part of a name."""
    order = {"choice": 0, "memory": 1, "format": 2, "name": 3}
    taken: dict[str, Column] = {}
    for column in columns:
        target = column.target
        if not target or target.endswith("+") or target in NOS or (target in DATES and column.by == "format"):
            continue
        other = taken.get(target.split(" ")[0])
        if other is None:
            taken[target.split(" ")[0]] = column
        elif order[column.by] < order[other.by]:
            other.target, other.by = "", ""
            taken[target.split(" ")[0]] = column
        else:
            column.target, column.by = "", ""
    if "name" in taken:
        for column in columns:
            if column.target == "name+":
                column.target, column.by = "", ""


def _by_content(columns: list[Column], cells: Mapping[str, list[str]]) -> None:
    """Give what stands in columns without a meaning its own, where it is plain to see and nobody else has it."""
    for target, pattern in (("email", _MAIL), ("phone", _PHONE), ("website", _LINK)):
        if any(column.target.split(" ")[0] == target for column in columns):
            continue
        for column in columns:
            texts = cells[column.heading]
            hits = sum(pattern.fullmatch(text) is not None for text in texts)
            if (
                not column.target
                and texts
                and hits >= 0.8 * len(texts)
                and not (target == "phone" and _plain_digits(texts))
            ):
                column.target, column.by = target, "content"
                break


def _plain_digits(texts: Sequence[str]) -> bool:
    """Whether a column that could hold phones more likely holds dates or numbers."""
    return all(text.isdigit() or _DATE.fullmatch(text) for text in texts)


def _dates(
    found: Recognised, cells: Mapping[str, list[str]], said: Mapping[str, Any], before: Mapping[str, Any], zone: str
) -> None:
    """Find the order in which dates are written; where every date could be two, it is asked."""
    texts = [text for column in found.columns if column.target in DATES for text in cells[column.heading]]
    _settle(found, "zone", said, before, zone)
    if not texts:
        return
    if not all(_OFFSET.fullmatch(text) for text in texts):
        found.notes.append(f"Times without a zone are read in {found.settings['zone']}.")
    chosen = said.get("date_order") or before.get("date_order")
    fits = [order for order in ORDERS if any(_fits(text, order) for text in texts)]
    sure = [order for order in fits if all(_fits(text, order) for text in texts if not _ISO.fullmatch(text))]
    if chosen:
        found.settings["date_order"] = str(chosen)
    elif all(_ISO.fullmatch(text) or text.isdigit() for text in texts):
        found.settings["date_order"] = "ymd"
    elif len(sure) == 1:
        found.settings["date_order"] = sure[0]
    elif len(fits) > 1:
        example = next(text for text in texts if not _ISO.fullmatch(text))
        choices = tuple(Choice(order, f"{ORDERS[order]}: {_as_read(example, order)}") for order in fits)
        says = f"{example!r} could be two dates: in which order are they written?"
        if not sure:
            says = f"Dates are written in different orders, such as {example!r}: which one is meant?"
        found.questions.append(Question("date_order", says, choices))
        found.settings["date_order"] = ""
    else:
        found.settings["date_order"] = fits[0] if fits else "ymd"


def _as_read(text: str, order: str) -> str:
    """A date as it is written, and which day that is in an order."""
    try:
        day = datetime.fromtimestamp(instant(order, UTC)(text), UTC)
    except ValueError:
        return text
    return f"{text} is {day.day} {day:%B %Y}"


def _fits(text: str, order: str) -> bool:
    """Whether a text can be a date in an order. An ISO date can be one in the order year, month, day alone."""
    parts = _DATE.fullmatch(text)
    if parts is None:
        return False
    numbers = [int(part) for part in parts.groups()]
    if len(parts[1]) > 2:
        return order == "ymd"
    day, month = (numbers[0], numbers[1]) if order == "dmy" else (numbers[1], numbers[0])
    return order != "ymd" and 1 <= day <= 31 and 1 <= month <= 12


def _numbers(
    found: Recognised, cells: Mapping[str, list[str]], said: Mapping[str, Any], before: Mapping[str, Any]
) -> None:
    texts = [text for column in found.columns if column.target == "amount" for text in cells[column.heading]]
    comma = any(re.search(r",\d{1,2}\s*\D{0,3}$", text) for text in texts)
    point = any(re.search(r"\.\d{1,2}\s*\D{0,3}$", text) for text in texts)
    unclear = any(re.fullmatch(r"\D*\d{1,3}[.,]\d{3}\s*\D{0,3}", text) for text in texts)
    told = "comma" if comma and not point else "point" if point and not comma else "either"
    _settle(found, "decimal", said, before, told)
    if unclear and told == "either" and not (said.get("decimal") or before.get("decimal")):
        example = next(text for text in texts if re.fullmatch(r"\D*\d{1,3}[.,]\d{3}\s*\D{0,3}", text))
        choices = (Choice("point", "a point before cents: 1,234.50"), Choice("comma", "a comma before cents: 1.234,50"))
        found.questions.append(
            Question("decimal", f"{example!r} could be two numbers: how are cents written?", choices)
        )
    names = {column.target for column in found.columns}
    if "amount" in names and "currency" not in names and not found.settings["currency"]:
        found.notes.append("No column names a currency: the company's own is taken.")


def _ids(found: Recognised, cells: Mapping[str, list[str]]) -> None:
    """Say how rows are told apart where no column is their id; ask for what a shape cannot do without."""
    names = {column.target.split(" ")[0].rstrip("+") for column in found.columns}
    for column in found.columns:
        texts = cells[column.heading]
        if column.target == "external_id" and len(set(texts)) < len(texts):
            found.notes.append(
                f"{column.heading!r} stands several times with the same id; later rows add to the first."
            )
    if found.shape == "leads" and "external_id" not in names:
        found.notes.append("No column is the row's own id: rows are told apart by name, e-mail, phone and company.")
    if found.shape == "leads" and not names & {"external_id", "name", "email", "phone", "company"}:
        says = "No column says who the lead is: which one is the name, e-mail address, phone, company or id?"
        free = tuple(Choice(column.heading, ", ".join(column.shown)) for column in found.columns)
        found.questions.append(Question("column name", says, free))
    tells = {"lead", "email", "contact", "company"} & names
    if found.shape == "deals" and tells and "lead" not in tells:
        found.notes.append("No column is the lead's id: each deal goes to the one lead of its e-mail, name or company.")
    needed = {
        "deals": ("external_id",) if tells else ("external_id", "lead"),
        "touches": ("lead", "kind", "occurred_at"),
        "accounts": ("name",),
        "owners": (),
        "assets": ("title",),
    }
    for name in needed.get(found.shape, ()):
        if name not in names:
            says = {
                "lead": "Which column tells the lead that each row belongs to, by its id, e-mail address or company?"
                if found.shape == "deals"
                else "Which column holds the id of the lead that each row belongs to?",
                "external_id": "Which column is the row's own id?",
            }.get(name, f"Which column is {name.replace('_', ' ')}?")
            free = tuple(
                Choice(column.heading, ", ".join(column.shown)) for column in found.columns if not column.target
            )
            found.questions.append(Question(f"column {name}", says, free))
