"""What a mapping can say: the shapes, what a column can mean in each, and how the text of its cells is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from typing import Literal, NamedTuple

from leadpact.connectors import tables_cells as cells
from leadpact.connectors.countries import country
from leadpact.connectors.shapes import AccountShape, AssetShape, DealShape, LeadShape, OwnerShape, Shape, TouchShape
from leadpact.rules.terms import DO_NOT_CONTACT, PERMISSIONS, REFUSED

Kind = Literal["id", "code", "text", "instant", "amount", "minor", "side", "touch", "state", "currency"]


class Target(NamedTuple):
    """One thing a column can mean: its name in mappings, the shape's slot, how its text is read."""

    name: str
    slot: str
    kind: Kind = "code"
    is_required: bool = False


_IDS = (Target("external_id", "external_id", "id", True), Target("source_system", "source_system", "id", True))
TARGETS: dict[str, tuple[Target, ...]] = {
    "leads": (
        *_IDS,
        Target("occurred_at", "occurred_s", "instant"),
        Target("source", "source"),
        Target("campaign", "campaign"),
        Target("channel", "channel"),
        Target("side", "side", "side"),
        Target("found_by", "found_by"),
    ),
    "touches": (
        *_IDS,
        Target("lead", "lead", "id", True),
        Target("kind", "kind", "touch", True),
        Target("occurred_at", "occurred_s", "instant", True),
        Target("side", "side", "side"),
        Target("by", "by"),
        Target("channel", "channel"),
        Target("of", "of"),
        Target("asset", "asset"),
        Target("value_code", "value_code"),
        Target("text", "text", "text"),
    ),
    "deals": (
        *_IDS,
        Target("lead", "lead", "id"),
        Target("email", "email", "text"),
        Target("contact", "contact", "text"),
        Target("company", "company", "text"),
        Target("stage", "stage"),
        Target("state", "state", "state", True),
        Target("opened_at", "opened_s", "instant"),
        Target("closed_at", "closed_s", "instant"),
        Target("amount", "amount_minor", "amount"),
        Target("amount_minor", "amount_minor", "minor"),
        Target("currency", "currency", "currency"),
        Target("reason", "reason"),
        Target("qualified_by", "qualified_by"),
        Target("closed_by", "closed_by"),
    ),
    "accounts": (*_IDS, Target("name", "name", "text", True)),
    "owners": (*_IDS, Target("name", "name", "text"), Target("email", "email", "text")),
    "assets": (
        *_IDS,
        Target("title", "title", "text", True),
        Target("kind", "kind", "text"),
        Target("url", "url", "text"),
        Target("occurred_at", "occurred_s", "instant"),
    ),
}
MAKES: dict[str, type[Shape]] = {
    "leads": LeadShape,
    "touches": TouchShape,
    "deals": DealShape,
    "accounts": AccountShape,
    "owners": OwnerShape,
    "assets": AssetShape,
}
HAVE_FIELDS = frozenset(("leads", "deals", "accounts"))
TOP_KEYS = (
    "shape",
    "source_system",
    "encoding",
    "delimiter",
    "zone",
    "date",
    "blanks",
    "key",
    "columns",
    "fields",
    "other_columns",
)
ENTRY_KEYS = (
    "from",
    "constant",
    "values",
    "else",
    "date",
    "zone",
    "decimal",
    "empty",
    "blanks",
    "optional",
    "required",
    "part",
    "countries",
    "refusal",
)
NOS: dict[str, tuple[str, str]] = {
    **{f"no_{way}": (name, REFUSED) for way, name in PERMISSIONS.items()},
    "no_contact": (DO_NOT_CONTACT, "true"),
}
"""Columns that say no, such as ``Email Opt Out``: the field that they fill, and its code for the buyer's no."""


class MappingError(NamedTuple):
    """One mistake in a mapping, with its place (line and column from 1)."""

    file_name: str
    line: int
    column: int
    path: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file_name}:{self.line}:{self.column}"
        return f"{where}: {self.path}: {self.message}" if self.path else f"{where}: {self.message}"


class MappingRefused(Exception):
    """A mapping with mistakes: all of them, in the order of the file."""

    def __init__(self, errors: list[MappingError]) -> None:
        self.errors = tuple(sorted(errors, key=lambda error: (error.line, error.column)))
        super().__init__("\n".join(map(str, self.errors)))


@dataclass(slots=True)
class Entry:
    """Where one target or field comes from: columns of the file, or a constant; and how its text is read.

    With ``takes_first`` only the first of several values in a cell counts; with ``is_digest`` the row's id is made
    from what these columns hold. ``refusal`` is the code for cells that say yes to a no.
    """

    path: str
    line: int
    column: int
    sources: tuple[str, ...] = ()
    constant: str | None = None
    codes: dict[str, str] | None = None
    otherwise: str = "reject"
    date: str | None = None
    zone: tzinfo = UTC
    decimal: str | None = None
    empty: str | None = None
    blanks: frozenset[str] = frozenset()
    is_optional: bool = False
    is_required: bool = False
    takes_first: bool = False
    is_digest: bool = False
    is_country: bool = False
    refusal: str | None = None


@dataclass(slots=True)
class MappingText:
    """A mapping as read, before it meets a file's headings."""

    file_name: str
    shape: str = ""
    encoding: str | None = None
    delimiter: str | None = None
    date: str = "iso"
    zone: tzinfo = UTC
    blanks: frozenset[str] = frozenset()
    columns: dict[str, Entry] = field(default_factory=dict)
    fields: dict[str, Entry] = field(default_factory=dict)
    takes_other_columns: bool = False


def reader_of(kind: Kind, entry: Entry) -> Callable[[str], object]:
    """How the text of a target of this kind, or of a field (kind text), is read; it raises ``ValueError``."""
    if kind == "instant":
        return cells.instant(entry.date or "iso", entry.zone)
    if kind == "amount":
        if entry.decimal == "either":
            return cells.either_number
        has_comma = entry.decimal == "comma"
        return lambda text: cells.number(text, has_comma=has_comma)
    if kind == "text":
        if entry.is_country or entry.refusal is not None:
            return country if entry.refusal is None else cells.refusal_as(entry.refusal)
        if entry.date is not None:
            return cells.day(entry.date, entry.zone)
        if entry.decimal == "either":
            return lambda text: cells.plain_number(cells.either_number(text))
        return cells.number_text(has_comma=entry.decimal == "comma") if entry.decimal is not None else cells.words
    plain: dict[Kind, Callable[[str], object]] = {
        "minor": cells.whole_minor,
        "side": cells.side,
        "touch": cells.touch_kind,
        "state": cells.state,
        "currency": cells.currency,
    }
    return plain.get(kind, cells.code)
