"""Mappings as people write them: a YAML file that says which column means what, checked as a whole.

Every mistake is found in one reading, with file, line and column. ``tables_shaping`` turns
what is read here into code that runs once per row.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from leadpact.connectors import tables_cells as cells
from leadpact.connectors.tables import DELIMITER_NAMES
from leadpact.connectors.tables_cells import nearest
from leadpact.connectors.tables_targets import (
    ENTRY_KEYS,
    HAVE_FIELDS,
    TARGETS,
    TOP_KEYS,
    Entry,
    Kind,
    MappingError,
    MappingRefused,
    MappingText,
    reader_of,
)
from leadpact.rules.terms import REFUSED

_ODD_YAML = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RuntimeError)
"""What the YAML library raises, besides its own errors, at odd tags and anchors, and at nesting without end."""
_FIELD_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")


def read_mapping(text: str, file_name: str) -> MappingText:
    """Read and check a mapping; its ``encoding`` and ``delimiter`` are for ``open_table``.

    Raises ``MappingRefused`` with every mistake.
    """
    return _Reading(file_name).read(text)


class _Reading:
    """One reading of one file, collecting its mistakes."""

    def __init__(self, file_name: str) -> None:
        self.errors: list[MappingError] = []
        self.found = MappingText(file_name)

    def read(self, text: str) -> MappingText:
        top = self._load(text)
        if top is not None:
            self._top(top)
        if self.errors:
            raise MappingRefused(self.errors)
        return self.found

    def _wrong(self, line: int, column: int, path: str, message: str) -> None:
        self.errors.append(MappingError(self.found.file_name, line, column, path, message))

    def _load(self, text: str) -> CommentedMap | None:
        try:
            top = YAML(typ="rt").load(text)
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            self._wrong(line, column, "", f"this is not YAML: {' '.join(str(error.problem or error.context).split())}")
            return None
        except (YAMLError, *_ODD_YAML) as error:
            why = " ".join(str(error).split()) or "a tag or an anchor does not fit what it stands at"
            self._wrong(1, 1, "", f"this is not YAML: {why}")
            return None
        if not isinstance(top, CommentedMap):
            self._wrong(1, 1, "", "a mapping begins with shape:, source_system: and columns:")
            return None
        return top

    def _top(self, top: CommentedMap) -> None:
        self._check_keys(top, TOP_KEYS, "")
        found = self.found
        found.shape = self._choice(top, "shape", tuple(TARGETS), "", "") or ""
        if top.get("shape") is None:
            self._wrong(
                *(_key_place(top, "shape") if "shape" in top else (1, 1)),
                "shape",
                f"say which shape the rows have: {', '.join(TARGETS)}",
            )
        found.encoding = self._text(top, "encoding", "")
        found.delimiter = self._text(top, "delimiter", "")
        if found.delimiter and len(found.delimiter) != 1 and found.delimiter not in DELIMITER_NAMES:
            self._wrong(*_value_place(top, "delimiter"), "delimiter", "give one sign, or comma, semicolon, tab or pipe")
        found.zone = self._zone(top, "", UTC)
        found.date = self._date(top, "") or "iso"
        found.blanks = self._blanks(top, "")
        self._columns(top)
        self._fields(top)
        others = self._choice(top, "other_columns", ("ignore", "fields"), "", "ignore")
        found.takes_other_columns = others == "fields"
        self._check_required(top)

    def _columns(self, top: CommentedMap) -> None:
        columns, found = self._section(top, "columns"), self.found
        targets = {target.name: target for target in TARGETS.get(found.shape, ())}
        if "source_system" in top and (name := self._text(top, "source_system", "")):
            place = _value_place(top, "source_system")
            found.columns["source_system"] = Entry("source_system", *place, constant=name)
        if "key" in top:
            found.columns["external_id"] = self._key(top)
        for name in columns:
            path, place = f"columns.{name}", _key_place(columns, name)
            if targets and name not in targets:
                known = f"{found.shape} have {', '.join(targets)}; other columns go under fields:"
                self._wrong(*place, path, f"there is no {str(name)!r}; {known}{nearest(str(name), targets)}")
            elif name in found.columns:
                self._wrong(*place, path, "it is said twice; leave one out")
            else:
                target = targets.get(name)
                found.columns[name] = self._entry(columns, name, path, target.kind if target else "code")
        amounts = [found.columns[name] for name in ("amount", "amount_minor") if name in found.columns]
        if len(amounts) == 2 and not any(entry.is_optional for entry in amounts):
            both = "give amount or amount_minor, not both"
            self._wrong(*_key_place(columns, "amount_minor"), "columns.amount_minor", both)

    def _key(self, top: CommentedMap) -> Entry:
        line, column = _value_place(top, "key")
        key = top["key"]
        is_digest = isinstance(key, CommentedMap) and list(key) == ["digest"]
        if is_digest:
            key = key["digest"]
        names = [str(one) for one in key] if isinstance(key, CommentedSeq) else [str(key)]
        if not names or any(not one.strip() for one in names) or isinstance(key, CommentedMap):
            self._wrong(line, column, "key", "give the column of the row's own id, or a list of columns that make one")
        return Entry("key", line, column, tuple(names), blanks=self.found.blanks, is_digest=is_digest)

    def _fields(self, top: CommentedMap) -> None:
        fields = self._section(top, "fields")
        if fields and self.found.shape in TARGETS and self.found.shape not in HAVE_FIELDS:
            self._wrong(*_key_place(top, "fields"), "fields", f"{self.found.shape} have no fields")
        for name in fields:
            path = f"fields.{name}"
            if not _FIELD_NAME.fullmatch(str(name)):
                lower = "a field's name is written in small letters, digits and underscores"
                self._wrong(*_key_place(fields, name), path, lower)
            self.found.fields[str(name)] = self._entry(fields, name, path, "text")

    def _entry(self, section: CommentedMap, name: Any, path: str, kind: Kind) -> Entry:
        line, column = _value_place(section, name)
        said = section[name]
        found = self.found
        entry = Entry(path, line, column, zone=found.zone, blanks=found.blanks)
        if not isinstance(said, CommentedMap):
            entry.sources = (str(said),) if said is not None and str(said).strip() else ()
            if not entry.sources or isinstance(said, CommentedSeq):
                self._wrong(line, column, path, "give a column's name, or {from: column} or {constant: value}")
            entry.date = found.date if kind == "instant" else None
            return entry
        self._check_keys(said, ENTRY_KEYS, path)
        self._origin(entry, said, path, kind)
        entry.is_country = self._flag(said, "countries", path)
        entry.refusal = self._choice(said, "refusal", (REFUSED, "true"), path, None)
        entry.takes_first = self._choice(said, "part", ("first",), path, None) is not None
        entry.date = self._date(said, path) or (found.date if kind == "instant" else None)
        entry.zone = self._zone(said, path, found.zone)
        entry.blanks = self._blanks(said, path) or found.blanks
        entry.decimal = self._choice(said, "decimal", ("point", "comma", "either"), path, None)
        entry.empty = self._scalar(said, "empty", path)
        entry.is_optional = self._flag(said, "optional", path)
        entry.is_required = self._flag(said, "required", path)
        self._values(entry, said, path)
        self._check_entry(entry, said, kind)
        return entry

    def _origin(self, entry: Entry, said: CommentedMap, path: str, kind: Kind) -> None:
        entry.constant = self._scalar(said, "constant", path)
        if kind in ("text", "instant") and isinstance(said.get("from"), CommentedSeq):
            entry.sources = tuple(str(one) for one in said["from"] if str(one).strip())
            source: str | None = " ".join(entry.sources)
        else:
            source = self._scalar(said, "from", path)
            entry.sources = (source,) if source else ()
        if ("from" in said) == ("constant" in said):
            self._wrong(entry.line, entry.column, path, "give either from: (a column) or constant: (a value)")
        elif "from" in said and not source:
            self._wrong(*_value_place(said, "from"), f"{path}.from", "name a column of the file")

    def _values(self, entry: Entry, said: CommentedMap, path: str) -> None:
        entry.otherwise = self._choice(said, "else", ("keep", "reject", "unknown"), path, "reject") or "reject"
        if "values" not in said:
            if "else" in said:
                self._wrong(*_key_place(said, "else"), f"{path}.else", "else: belongs to values:")
            return
        codes = self._section(said, "values", path)
        entry.codes = {}
        for written in codes:
            if isinstance(written, bool | float) or written is None:
                quoted = f"put the word in quotation marks, as it stands in the file ({written!r} is not text in YAML)"
                self._wrong(*_key_place(codes, written), f"{path}.values", quoted)
            else:
                entry.codes[str(written)] = self._scalar(codes, written, f"{path}.values") or ""

    def _check_entry(self, entry: Entry, said: CommentedMap, kind: Kind) -> None:
        path = entry.path
        if "date" in said and kind not in {"instant", "text"}:
            self._wrong(*_key_place(said, "date"), f"{path}.date", "only instants and fields have a date format")
        if "decimal" in said and kind not in {"amount", "text"}:
            self._wrong(*_key_place(said, "decimal"), f"{path}.decimal", "only amount and fields are numbers")
        if "date" in said and "decimal" in said:
            self._wrong(*_key_place(said, "decimal"), f"{path}.decimal", "a field is a date or a number, not both")
        read = reader_of(kind, entry)
        fixed = [("constant", entry.constant), ("empty", entry.empty)]
        for key, text in fixed:
            if text:
                self._try(read, text, _value_place(said, key), f"{path}.{key}")
        if entry.codes is not None and entry.otherwise == "unknown":
            self._try(read, "unknown", _value_place(said, "else"), f"{path}.else")
        for written, text in (entry.codes or {}).items():
            if text:
                codes = said["values"]
                place = _value_place(codes, written) if written in codes else (entry.line, entry.column)
                self._try(read, text, place, f"{path}.values.{written}")

    def _try(self, read: Callable[[str], object], text: str, place: tuple[int, int], path: str) -> None:
        try:
            read(text)
        except ValueError as error:
            self._wrong(*place, path, f"{text!r}: {error}")

    def _check_required(self, top: CommentedMap) -> None:
        for target in TARGETS.get(self.found.shape, ()):
            if not target.is_required or target.name in self.found.columns:
                continue
            if target.name == "external_id":
                message = (
                    "say which column holds the row's own id: key: COLUMN, so that importing again changes nothing"
                )
            elif target.name == "source_system":
                message = "name the system the file comes from: source_system: NAME"
            else:
                message = f"{self.found.shape} need it: give its column or a constant under columns:"
            self._wrong(*(_key_place(top, "columns") if "columns" in top else (1, 1)), target.name, message)

    # -- pieces -----------------------------------------------------------------------------------------------

    def _check_keys(self, said: CommentedMap, known: tuple[str, ...], path: str) -> None:
        for key in said:
            if key not in known:
                message = f"unknown key {str(key)!r}; known are {', '.join(known)}{nearest(str(key), known)}"
                self._wrong(*_key_place(said, key), f"{path}.{key}" if path else str(key), message)

    def _section(self, said: CommentedMap, key: str, path: str = "") -> CommentedMap:
        section = said.get(key)
        if section is None:
            return CommentedMap()
        if not isinstance(section, CommentedMap):
            self._wrong(*_value_place(said, key), f"{path}.{key}" if path else key, "write name: value pairs below it")
            return CommentedMap()
        return section

    def _scalar(self, said: CommentedMap, key: Any, path: str) -> str | None:
        """Text, whole numbers and dates as text; anything else is a mistake."""
        value = said.get(key)
        if value is None:
            return None
        if isinstance(value, str):
            return str(value).strip()
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(int(value))
        self._wrong(*_value_place(said, key), f"{path}.{key}", "put it in quotation marks: it is not text in YAML")
        return None

    def _text(self, said: CommentedMap, key: str, path: str) -> str | None:
        value = said.get(key)
        if value is None or (isinstance(value, str) and value):
            return str(value) if value else None
        self._wrong(*_value_place(said, key), f"{path}.{key}" if path else key, "one word of text is expected")
        return None

    def _flag(self, said: CommentedMap, key: str, path: str) -> bool:
        value = said.get(key, False)
        if not isinstance(value, bool):
            self._wrong(*_value_place(said, key), f"{path}.{key}", "write true or false")
        return value is True

    def _choice(
        self, said: CommentedMap, key: str, known: tuple[str, ...], path: str, default: str | None
    ) -> str | None:
        value = said.get(key)
        if value is None:
            return default
        if value not in known:
            message = f"{str(value)!r} is none of {', '.join(known)}{nearest(str(value), known)}"
            self._wrong(*_value_place(said, key), f"{path}.{key}" if path else key, message)
            return default
        return str(value)

    def _date(self, said: CommentedMap, path: str) -> str | None:
        form = self._text(said, "date", path)
        if form is not None and (wrong := cells.check_date_format(form)):
            self._wrong(*_value_place(said, "date"), f"{path}.date" if path else "date", wrong)
            return None
        return form

    def _zone(self, said: CommentedMap, path: str, default: tzinfo) -> tzinfo:
        name = self._text(said, "zone", path)
        if name is None:
            return default
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            message = f"{name!r} is no time zone such as Europe/Berlin or UTC{nearest(name, available_timezones())}"
            self._wrong(*_value_place(said, "zone"), f"{path}.zone" if path else "zone", message)
            return default

    def _blanks(self, said: CommentedMap, path: str) -> frozenset[str]:
        value = said.get("blanks")
        if value is None:
            return frozenset()
        if not isinstance(value, CommentedSeq) or not all(isinstance(one, str) for one in value):
            message = 'give a list of words that mean nothing, in quotation marks: ["NULL", "n/a"]'
            self._wrong(*_value_place(said, "blanks"), f"{path}.blanks" if path else "blanks", message)
            return frozenset()
        return frozenset(str(one).strip() for one in value)


def _key_place(said: CommentedMap, key: Any) -> tuple[int, int]:
    return _place(said, said.lc.key, key)


def _value_place(said: CommentedMap, key: Any) -> tuple[int, int]:
    # A value left out has no place of its own.
    return _place(said, said.lc.key if said.get(key) is None else said.lc.value, key)


def _place(said: CommentedMap, find: Callable[[Any], tuple[int, int]], key: Any) -> tuple[int, int]:
    try:
        line, column = find(key)
    except (KeyError, TypeError):  # a key that came in by a YAML merge has no place of its own
        line, column = said.lc.line, said.lc.col
    return line + 1, column + 1
