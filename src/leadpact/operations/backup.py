"""Backups of everything in one file, made while the product runs, and restoring them."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from django.conf import settings

from leadpact.ledger import access, backup, forgotten, rebuild
from leadpact.ledger.access import SYSTEM, Actor
from leadpact.ledger.backup import Filled, Manifest, Progress, WrongBackup
from leadpact.ledger.rulebook import Rulebook
from leadpact.operations import forget


def _quiet(_done: int, _of: int) -> None:
    return None


def folder() -> Path:
    """Where the daily backups lie."""
    return Path(settings.HOME) / "backups"


def make(*, actor: Actor, path: Path, now_s: int, progress: Progress = _quiet) -> Manifest:
    """Write a backup: beside its place, and there only once it is whole. Raises ``OSError`` and ``Forbidden``."""
    access.check(actor, "manage_company")
    half = path.with_name(f".{path.name}.part")
    try:
        with os.fdopen(os.open(half, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as out:
            found = backup.write(out, now_s, progress)
            out.flush()
            os.fsync(out.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    return found


def check(*, actor: Actor, path: Path, progress: Progress = _quiet) -> Manifest:
    """Read a backup whole and say what it holds. Raises ``WrongBackup`` and ``Forbidden``."""
    access.check(actor, "manage_company")
    with _opened(path) as archive:
        return backup.check(archive, progress)


def restore(
    *, actor: Actor, path: Path, now_s: int, is_replacing: bool = False, progress: Progress = _quiet
) -> Manifest:
    """Put a backup in the place of what is here, whole or not at all; who was forgotten since is forgotten again.

    Everybody has to sign in again. Raises ``Filled`` where there is data and nobody said to replace it,
    ``WrongBackup``, and ``Forbidden``.
    """
    access.check(actor, "manage_company")
    with _opened(path) as archive:
        found = backup.check(archive, progress)
        if backup.is_filled() and not is_replacing:
            raise Filled(
                f"There is data here already, and nothing was changed. To put the backup of {found.made_at} "
                f"({found.company or 'no company'}, {found.rows:,} rows) in its place, say so: --replace."
            )
        known = forgotten.kept()
        backup.load(archive, found, progress, lambda: forgotten.write(known))
    forget.forget_again(now_s=now_s)
    if len(found.migrations) < len(backup.applied()):  # Rows of an older version may lack what this one keeps.
        rebuild.rebuild(Rulebook(now_s), now_s, lambda _done, _of: None)
    return found


def _opened(path: Path) -> ZipFile:
    try:
        return ZipFile(path)
    except BadZipFile as error:
        raise WrongBackup(f"{path} is no backup of Leadpact, or was cut short. Take another one.") from error


def daily(*, now_s: int) -> Path | None:
    """Make today's backup and clear the oldest beyond those that are kept; None where none are asked for.

    The newest ``LEADPACT_BACKUPS`` files stay.
    """
    if not settings.BACKUPS:
        return None
    folder().mkdir(mode=0o700, exist_ok=True)
    day = datetime.fromtimestamp(now_s, UTC).strftime("%Y-%m-%d")
    path = folder() / f"leadpact-{day}.zip"
    make(actor=SYSTEM, path=path, now_s=now_s)
    for old in sorted(folder().glob("leadpact-*.zip"))[: -settings.BACKUPS]:
        old.unlink()
    return path


__all__ = ["Filled", "WrongBackup", "check", "daily", "make", "restore"]
