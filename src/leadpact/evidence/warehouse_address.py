"""Addresses of warehouses: which engine, where it is, and what must never be printed of them."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlencode

FORMS: Mapping[str, str] = {
    "postgres": "postgres://user@host:5432/database",
    "duckdb": "duckdb:path/to/file.duckdb",
    "sqlite": "sqlite:path/to/file.sqlite3",
    "parquet": "parquet:path/to/folder",
    "spark": "spark:local?folder=path or spark://host:7077?table=name",
    "clickhouse": "clickhouse://user@host:8123/database or clickhouse:local?folder=path",
}
"""Each engine with the form of its address."""
_OPTIONS: Mapping[str, tuple[str, ...]] = {
    "duckdb": ("table",),
    "sqlite": ("table",),
    "parquet": (),
    "spark": ("table", "folder"),
    "clickhouse": ("table", "folder", "secure"),
}
"""What may be written after the question mark; PostgreSQL's own parameters are its driver's business."""
_SCHEME = re.compile(r"(\w+):(?://)?")
_SAYS_WHO = re.compile(r"://([^:@/?]*):(.*)@", re.DOTALL)
_TABLE = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*){0,2}")
_WAIT_S = 5


class WarehouseRefused(Exception):
    """A warehouse cannot be asked; the text says which, why and what to do, and holds no password."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the facts of another engine are.

    ``place`` is what stands between the engine and the question mark; ``options`` is what stands behind it, without
    ``table``, the name of the table. ``memory_mb`` is what an engine may take that runs within this process.
    """

    engine: str
    place: str
    table: str
    options: Mapping[str, str] = field(default_factory=dict)
    secrets: tuple[str, ...] = ()
    memory_mb: int = 600

    @property
    def shown(self) -> str:
        """The address without its password and its options."""
        return self.hidden(f"{self.engine}:{self.place}")

    @property
    def query(self) -> str:
        """The options as they stand in an address, with the question mark; empty without options."""
        return f"?{urlencode(self.options)}" if self.options else ""

    def hidden(self, text: str) -> str:
        """A text without the password."""
        for secret in self.secrets:
            text = text.replace(secret, "***")
        return text

    def refused(self, reason: object) -> WarehouseRefused:
        """The refusal for a reason: the first lines of a driver's message, or words of ours."""
        said = " ".join(self.hidden(str(reason)).split())
        return WarehouseRefused(f"{self.shown}: {said[:600]}{'' if said.endswith('.') else '.'}")

    @contextmanager
    def answering(self, *errors: type[BaseException]) -> Iterator[None]:
        """Turn a driver's errors into refusals. Raises ``WarehouseRefused``."""
        try:
            yield
        except errors as error:
            raise self.refused(error) from None

    def reach(self, host: str, port: int) -> None:
        """See that somebody listens there, because some drivers try for minutes. Raises ``WarehouseRefused``."""
        try:
            socket.create_connection((host, port), _WAIT_S).close()
        except OSError as error:
            raise self.refused(f"nobody answers at {host}:{port} ({error.strerror or error})") from None


def is_address(text: str) -> bool:
    """Whether a text names a warehouse, of an engine that we know or not, and not a source of leads."""
    begin = text.partition(":")[0].lower()
    return ":" in text and (begin in FORMS or begin == "postgresql" or "://" in text)


def address(text: str, memory_mb: int = 600) -> Address:
    """Read an address.

    Raises:
        WarehouseRefused: there is no such engine, or something in the address is not known or missing.
    """
    found = _SCHEME.match(text)
    engine = found[1].lower().replace("postgresql", "postgres") if found else ""
    if found is None or engine not in FORMS:
        forms = "\n".join(f"  {form}" for form in FORMS.values())
        raise WarehouseRefused(f"No engine is called {engine or 'that'}. An address looks like one of these:\n{forms}")
    secrets = _secrets(text)
    place, _, query = (
        text[len(engine) if engine == found[1].lower() else len(found[1]) :].removeprefix(":").partition("?")
    )
    options = dict(parse_qsl(query, keep_blank_values=True))
    secrets += tuple(value for name, value in options.items() if "password" in name and value)
    table = options.pop("table", "facts")
    read = Address(engine, place, table, options, secrets, memory_mb)
    if not _TABLE.fullmatch(table):
        raise read.refused(f"table is {table!r}; expected the name of a table, such as reporting.facts")
    _check(read)
    return read


def _secrets(text: str) -> tuple[str, ...]:
    """The password as it stands and as it is meant; one with signs that end it too early is refused."""
    said = _SAYS_WHO.search(text)
    if said is None or not said[2]:
        return ()
    if re.search(r"[/?#@\s]", said[2]):
        raise WarehouseRefused(
            "The password in the address has a sign that ends it; write @ as %40, / as %2F, ? as %3F."
        )
    return tuple(dict.fromkeys((said[2], unquote(said[2]))))


def _check(read: Address) -> None:
    known = _OPTIONS.get(read.engine)
    for name in read.options if known is not None else ():
        if name not in (known or ()) and not (read.engine == "spark" and name.startswith("spark.")):
            raise read.refused(f"there is no option {name}; there are: {', '.join(known or ()) or 'none'}")
    if not read.place.strip("/"):
        raise read.refused(f"the address ends too early; it looks like {FORMS[read.engine]}")
