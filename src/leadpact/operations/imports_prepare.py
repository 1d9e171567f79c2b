"""Getting ready to bring a file in: how it is read, what its columns mean, and what has to be asked first."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from leadpact.connectors.shapes import Reject
from leadpact.connectors.tables import NAMES_OF_DELIMITERS, Table, open_table
from leadpact.connectors.tables_plan import mapping_of, targets_of
from leadpact.connectors.tables_reading import ReadAs, TableAsks
from leadpact.connectors.tables_recognition import Question, Recognised, recognise
from leadpact.connectors.tables_targets import TARGETS
from leadpact.ledger.models import Company, ImportMemory
from leadpact.ledger.rulebook import Rulebook
from leadpact.operations.capture import Words

READ_KEYS = ReadAs._fields
SAID_KEYS = ("shape", "date_order", "decimal", "currency", "zone", "source_system", "state")
CODES_LOOKED_AT = 100_000
"""Rows in which the words of a coded column are looked for."""


@dataclass(slots=True)
class Prepared:
    """A file made ready. ``asks`` is what has to be answered before it can be read at all, else ``found`` is there.

    ``mapping`` is the mapping as YAML; ``read_as`` how the file was read, in words.
    """

    asks: TableAsks | None = None
    found: Recognised | None = None
    mapping: str = ""
    headings: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    read_as: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    lines: int = 0

    @property
    def questions(self) -> tuple[Question, ...]:
        """Everything that is still open."""
        if self.asks is not None:
            return (Question(self.asks.setting, self.asks.what, self.asks.choices),)
        return tuple(self.found.questions) if self.found else ()


def read_as(settings: Mapping[str, Any]) -> ReadAs:
    """How a file is to be read, as far as the settings say so."""
    said = {name: settings.get(name) or None for name in READ_KEYS}
    heading = settings.get("heading")
    return ReadAs(**said)._replace(heading=int(heading) if heading not in (None, "") else None)


def prepare(path: Path, settings: Mapping[str, Any], now_s: int) -> Prepared:
    """Recognise a file with the settings that somebody chose. Raises ``TableRefused`` when it is no table at all.

    ``settings`` are the keys of ``ReadAs``, of ``SAID_KEYS``, and ``columns`` (heading to target).
    """
    try:
        table = open_table(path, read_as=read_as(settings))
    except TableAsks as asks:
        return Prepared(asks=asks)
    zone = Company.objects.values_list("zone", flat=True).first() or "UTC"
    fields = (*(name for name in Words.of(Rulebook(now_s)).fields if name != "country"), "country_name")
    memory = ImportMemory.objects.filter(headings=digest_of(table.headings)).first()
    before = {**memory.settings, "shape": memory.shape} if memory else None
    found = recognise(table, settings, memory=before, fields=fields, zone=zone)
    made = Prepared(
        found=found, headings=table.headings, targets=targets_of(found.shape, fields), notes=table.notes,
        lines=table.lines, read_as=_read_words(table),
    )  # fmt: skip
    if not found.questions:
        made.mapping = mapping_of(found, _codes(path, settings, found))
    return made


def _read_words(table: Table) -> dict[str, str]:
    words = {
        "encoding": table.encoding,
        "delimiter": NAMES_OF_DELIMITERS.get(table.delimiter, table.delimiter),
        "sheet": table.sheet,
        "member": table.member or "",
        "heading": str(table.heading_line) if table.kind in ("text", "book") else "",
    }
    return {name: text for name, text in words.items() if text}


def _codes(path: Path, settings: Mapping[str, Any], found: Recognised) -> dict[str, list[str]]:
    """The different words of the columns whose words have a meaning of their own."""
    wanted = {"deals": ("stage", "state"), "touches": ("kind",)}.get(found.shape, ())
    headings = [column.heading for column in found.columns if column.target in wanted]
    if not headings:
        return {}
    table = open_table(path, read_as=read_as(settings))
    places = [(heading, table.headings.index(heading)) for heading in headings]
    seen: dict[str, dict[str, None]] = {heading: {} for heading in headings}
    for _, row in islice(table.rows, CODES_LOOKED_AT):
        if not isinstance(row, Reject):
            for heading, place in places:
                if (text := row[place].strip()) and len(seen[heading]) < 500:
                    seen[heading][text] = None
    return {heading: list(texts) for heading, texts in seen.items()}


def is_plain(headings: tuple[str, ...], shape: str) -> bool:
    """Whether the columns are named as ours: then those that are no slots are fields, as they stand."""
    return {target.name for target in TARGETS[shape] if target.is_required} - {"source_system"} <= set(headings)


def digest_of(headings: tuple[str, ...]) -> str:
    """By what a file with these headings is known again."""
    return hashlib.sha256("\x1f".join(headings).encode()).hexdigest()


def remember(prepared: Prepared, settings: Mapping[str, Any], *, by_id: int | None, now_s: int) -> None:
    """Keep how this file was read, for the next one with the same headings."""
    found = prepared.found
    if found is None:
        return
    columns = {column.heading: column.target for column in found.columns}
    kept = {**{name: settings[name] for name in (*READ_KEYS, *SAID_KEYS) if settings.get(name)}, "columns": columns}
    kept |= {name: value for name, value in found.settings.items() if value}
    ImportMemory.objects.update_or_create(
        headings=digest_of(prepared.headings),
        defaults={
            "shape": found.shape,
            "settings": kept,
            "names": list(prepared.headings),
            "used_s": now_s,
            "by_id": by_id,
        },
    )
