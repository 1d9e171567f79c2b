"""All tables as one file, the same on every database engine, and back.

The file is a zip: a JSON line a row and a list of values a line, one member a table, and ``manifest.json`` with the
version, the columns, how many rows each table has and the SHA-256 of its lines. Sessions are not in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from typing import IO, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from leadpact.ledger.append_only import SQLITE, SQLITE_OFF
from leadpact.ledger.snapshot import snapshot
from leadpact.ledger.writer import LOCK

FORMAT = 1
PAGE = 5_000
LONGEST_LINE = 64 << 20
MANIFEST = "manifest.json"
Progress = Callable[[int, int], None]


class WrongBackup(ValueError):
    """The file is no backup, is damaged, or belongs to another version; the message says which and what to do."""


class Filled(ValueError):
    """There is data here already, and nobody said that it may be replaced."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: made when, on which engine, up to which fact; by table its columns, rows and digest."""

    made_at: str
    engine: str
    watermark: int
    company: str
    migrations: tuple[str, ...]
    tables: dict[str, dict[str, Any]]

    @property
    def rows(self) -> int:
        """All rows."""
        return sum(int(table["rows"]) for table in self.tables.values())


def _models() -> list[Any]:
    """Every table of ours; what belongs to others comes first."""
    return list(apps.get_app_config("ledger").get_models(include_auto_created=True))


def _fields(model: Any) -> list[Any]:
    return list(model._meta.concrete_fields)  # noqa: SLF001 - Django's public description of a model


def _there(model: Any) -> list[Any]:
    """The columns that the database has; before an update it may lack some, or the whole table."""
    with connection.cursor() as cursor:
        if _table(model) not in connection.introspection.table_names(cursor):
            return []
        names = {each.name for each in connection.introspection.get_table_description(cursor, _table(model))}
    return [field for field in _fields(model) if field.column in names]


def _table(model: Any) -> str:
    return str(model._meta.db_table)  # noqa: SLF001 - Django's public description of a model


def applied() -> tuple[str, ...]:
    return tuple(sorted(name for app, name in MigrationRecorder(connection).applied_migrations() if app == "ledger"))


def write(out: IO[bytes], now_s: int, progress: Progress) -> Manifest:
    """Write everything as it stands at one moment; others go on writing meanwhile."""
    known = applied()
    fields = {model: there for model in _models() if (there := _there(model))}
    with snapshot() as seen, ZipFile(out, "w", ZIP_DEFLATED, compresslevel=4) as archive:
        on = seen.connection
        of = sum(_count(on, _table(model)) for model in fields)
        tables: dict[str, dict[str, Any]] = {}
        done = 0
        for model, there in fields.items():
            digest, rows = hashlib.sha256(), 0
            with archive.open(f"{_table(model)}.jsonl", "w", force_zip64=True) as member:
                for part in _pages(on, model, there):
                    lines = b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in part)
                    digest.update(lines)
                    member.write(lines)
                    rows += len(part)
                    progress(done + rows, of)
            done += rows
            columns = [field.column for field in there]
            tables[_table(model)] = {"columns": columns, "rows": rows, "sha256": digest.hexdigest()}
        made_at = datetime.fromtimestamp(now_s, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        found = Manifest(made_at, connection.vendor, seen.watermark, _company(on), known, tables)
        told = {"format": FORMAT, **{name: getattr(found, name) for name in Manifest.__slots__}}
        archive.writestr(MANIFEST, json.dumps(told, indent=1))
    return found


def _company(on: Any) -> str:
    cursor = on.cursor()
    cursor.execute("SELECT name FROM ledger_company ORDER BY id LIMIT 1")
    row = cursor.fetchone()
    return str(row[0]) if row else ""


def _count(on: Any, table: str) -> int:
    cursor = on.cursor()
    cursor.execute(f'SELECT COUNT(*) FROM "{table}"')
    return int(cursor.fetchone()[0])


def _pages(on: Any, model: Any, fields: Sequence[Any] = ()) -> Iterator[list[list[Any]]]:
    """The rows of a table in order of its key, a page at a time, each value as JSON takes it."""
    fields = fields or _fields(model)
    key = next(place for place, field in enumerate(fields) if field.primary_key)
    names = ", ".join(f'"{field.column}"' for field in fields)
    mark = "%s" if hasattr(on, "vendor") else "?"
    select, last = f'SELECT {names} FROM "{_table(model)}"', None
    plain = [_plain_of(field) for field in fields]
    while True:
        bound: list[Any]
        where, bound = ("", []) if last is None else (f' WHERE "{fields[key].column}" > {mark}', [last])
        cursor = on.cursor()
        cursor.execute(f'{select}{where} ORDER BY "{fields[key].column}" LIMIT {PAGE}', bound)
        rows = cursor.fetchall()
        if rows:
            yield [[make(cell) for make, cell in zip(plain, row, strict=True)] for row in rows]
        if len(rows) < PAGE:
            return
        last = rows[-1][key]


def _plain_of(field: Any) -> Callable[[Any], Any]:
    """How a value of this field is written down, whichever engine it comes from."""
    if isinstance(field, models.BooleanField):
        return lambda cell: None if cell is None else bool(cell)
    if isinstance(field, models.DateTimeField):
        return _instant
    if isinstance(field, models.DateField):
        return lambda cell: cell.isoformat() if isinstance(cell, date) else cell
    if isinstance(field, models.JSONField):
        return lambda cell: cell if cell is None or isinstance(cell, str) else json.dumps(cell)
    return lambda cell: cell


def _instant(cell: Any) -> Any:
    if isinstance(cell, datetime):
        text = cell.astimezone(UTC).isoformat(sep=" ")
        return text if text.endswith("+00:00") else f"{text}+00:00"
    return cell if cell is None or str(cell).endswith("+00:00") else f"{cell}+00:00"


def manifest_of(archive: ZipFile) -> Manifest:
    """What a backup says of itself. Raises ``WrongBackup``."""
    try:
        told = json.loads(archive.read(MANIFEST))
        if told["format"] != FORMAT:
            raise WrongBackup(
                f"The backup has format {told['format']}, and this program reads {FORMAT}: update it first."
            )
        return Manifest(
            str(told["made_at"]), str(told["engine"]), int(told["watermark"]), str(told["company"]),
            tuple(map(str, told["migrations"])), dict(told["tables"]),
        )  # fmt: skip
    except (KeyError, ValueError, TypeError, BadZipFile, OSError) as error:
        if isinstance(error, WrongBackup):
            raise
        raise WrongBackup("This is no backup of Leadpact, or its list of contents is damaged.") from error


def check(archive: ZipFile, progress: Progress) -> Manifest:
    """Read a whole backup and compare every table with what the backup says of it. Raises ``WrongBackup``."""
    found = manifest_of(archive)
    newer = sorted(set(found.migrations) - set(applied()))
    if newer:
        raise WrongBackup(f"The backup was made by a newer Leadpact (it knows {newer[-1]}): update this one first.")
    ours = {_table(model) for model in _models()}
    done = 0
    for name, table in found.tables.items():
        if name not in ours:
            raise WrongBackup(f"The backup has a table {name} that this version does not know.")
        digest, rows = hashlib.sha256(), 0
        for line in _lines(archive, name):
            digest.update(line)
            rows += 1
            progress(done + rows, found.rows)
        done += rows
        if rows != table["rows"] or digest.hexdigest() != table["sha256"]:
            raise WrongBackup(f"The backup is damaged: its table {name} is not what was written. Take another one.")
    return found


def _lines(archive: ZipFile, name: str) -> Iterator[bytes]:
    try:
        with archive.open(f"{name}.jsonl") as member:
            while line := member.readline(LONGEST_LINE):
                if len(line) == LONGEST_LINE:
                    raise WrongBackup(f"The backup is damaged: its table {name} has a line without an end.")
                yield line
    except (KeyError, BadZipFile, OSError, EOFError) as error:
        raise WrongBackup(f"The backup is damaged: its table {name} cannot be read ({error}).") from error


def is_filled() -> bool:
    """Whether there is anything here that a restore would overwrite."""
    return any(_count(connection, table) for table in ("ledger_company", "facts", "leads"))


def load(archive: ZipFile, found: Manifest, progress: Progress, after: Callable[[], None]) -> None:
    """Replace everything by the backup, in one transaction in which ``after`` runs too: dying leaves the old state."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
                cursor.execute("ALTER TABLE facts DISABLE TRIGGER USER")
            else:
                for statement in SQLITE_OFF:
                    cursor.execute(statement)
            for model in reversed(_models()):
                cursor.execute(f'DELETE FROM "{_table(model)}"')
            cursor.execute("DELETE FROM django_session")
        done = 0
        for model in _models():
            if _table(model) in found.tables:
                done = _fill(archive, found, model, progress, done)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
                    cursor.execute(statement)
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("ALTER TABLE facts ENABLE TRIGGER USER")
            else:
                for statement in SQLITE:
                    cursor.execute(statement)
        after()


def _fill(archive: ZipFile, found: Manifest, model: Any, progress: Progress, done: int) -> int:
    """Write the rows of one table; a column that the backup does not know gets its default."""
    table = _table(model)
    told: Sequence[str] = found.tables[table]["columns"]
    by_column = {field.column: field for field in _fields(model)}
    gone = [name for name in told if name not in by_column]
    if gone:
        raise WrongBackup(f"The backup has a column {table}.{gone[0]} that this version does not know.")
    fresh = [field for field in by_column.values() if field.column not in told and field.has_default()]
    names = ", ".join(f'"{name}"' for name in (*told, *(field.column for field in fresh)))
    marks = ", ".join(["%s"] * (len(told) + len(fresh)))
    makes = [_value_of(by_column[name], table) for name in told]
    more = [json.dumps(f.get_default()) if isinstance(f, models.JSONField) else f.get_default() for f in fresh]
    lines = _lines(archive, table)
    with connection.cursor() as cursor:
        while part := list(islice(lines, PAGE)):
            rows = [[make(cell) for make, cell in zip(makes, json.loads(line), strict=True)] + more for line in part]
            cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)
            done += len(part)
            progress(done, found.rows)
    return done


def _value_of(field: Any, table: str) -> Callable[[Any], Any]:
    """How a written value is handed to this engine."""
    if isinstance(field, models.DateTimeField) and connection.vendor == "sqlite" and table != "facts":
        return lambda cell: cell and cell.removesuffix("+00:00")  # As Django writes it there.
    return lambda cell: cell


__all__ = ["Filled", "Manifest", "WrongBackup", "check", "is_filled", "load", "manifest_of", "write"]
