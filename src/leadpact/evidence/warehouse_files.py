"""Facts in a folder of Parquet files, asked by DuckDB, Spark or ClickHouse: which files they are."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from leadpact.evidence.copy import CopyDamaged, manifest_of
from leadpact.evidence.warehouse_address import Address


class Files(NamedTuple):
    """The files of a folder: those in folders ``kind=…``, which lack the column kind, and those of all kinds."""

    folder: Path
    by_kind: tuple[str, ...]
    whole: tuple[str, ...]


def files(address: Address, folder: str) -> Files:
    """The Parquet files of a folder: those that Leadpact's columnar copy lists, else all there are.

    Raises:
        WarehouseRefused: there is no such folder, or no file in it.
    """
    place = Path(folder).expanduser().resolve()
    if place.is_file():
        raise address.refused(f"{place} is a file; name the folder that holds it: {place.parent}")
    if not place.is_dir():
        raise address.refused(f"there is no folder {place}")
    try:
        manifest = manifest_of(place)
    except CopyDamaged as error:
        raise address.refused(error) from None
    if manifest is not None:
        by_kind = [str(place / part.path) for part in manifest.parts]
        whole = [str(place / part.path) for part in manifest.tail]
    else:
        every = sorted(path for path in place.rglob("*.parquet") if path.is_file())
        by_kind = [str(path) for path in every if _is_by_kind(path.relative_to(place))]
        whole = [str(path) for path in every if not _is_by_kind(path.relative_to(place))]
    if not by_kind and not whole:
        raise address.refused(f"there is no file *.parquet in {place}")
    return Files(place, tuple(by_kind), tuple(whole))


def _is_by_kind(path: Path) -> bool:
    return any(part.startswith("kind=") for part in path.parts[:-1])
