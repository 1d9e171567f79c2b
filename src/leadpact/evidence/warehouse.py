"""Another engine's table of facts as a source for the same measures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module

from leadpact.evidence.source import Source
from leadpact.evidence.warehouse_address import Address, WarehouseRefused, address, is_address

_OPENS = {
    "postgres": ("warehouse_rows", "opened_postgres", ""),
    "duckdb": ("warehouse_duckdb", "opened", ""),
    "sqlite": ("warehouse_rows", "opened_sqlite", ""),
    "parquet": ("warehouse_duckdb", "opened_folder", ""),
    "spark": ("warehouse_spark", "opened", "pip install 'leadpact[spark]'"),
    "clickhouse": ("warehouse_clickhouse", "opened", "pip install 'leadpact[clickhouse]'"),
}
"""Each engine: the module that opens it, its function, and how a driver is installed that is no part of Leadpact.

Named, not imported: whoever asks one engine loads no other's driver.
"""
MEMORY_MB = 600
"""How much the engine may take that runs within this process."""


@contextmanager
def warehouse(text: str, memory_mb: int = MEMORY_MB) -> Iterator[Source]:
    """The facts behind an address, for as long as the block runs; its table is checked first.

    Raises:
        WarehouseRefused: the address is wrong, nobody answers there, or the table is not as measures need it.
    """
    at = address(text, memory_mb)
    with _opens(at)(at) as source:
        yield source


def _opens(at: Address) -> Callable[[Address], AbstractContextManager[Source]]:
    module, function, installs = _OPENS[at.engine]
    try:
        opens: Callable[[Address], AbstractContextManager[Source]] = getattr(
            import_module(f"leadpact.evidence.{module}"), function
        )
    except ModuleNotFoundError as error:
        if not installs:
            raise
        raise at.refused(f"its driver is not installed ({error.name} is missing). Run: {installs}") from None
    return opens


__all__ = ["MEMORY_MB", "WarehouseRefused", "is_address", "warehouse"]
