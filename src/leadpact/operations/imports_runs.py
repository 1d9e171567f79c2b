"""Imports step by step, as a page needs them: upload, choose, look, begin, stop, go on; the worker brings the file in.

A run whose worker died goes on where its last whole batch ended, because each batch says in its own transaction which
rows it took.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings as home

from leadpact.connectors.tables_reading import TableRefused
from leadpact.connectors.tables_targets import MappingRefused
from leadpact.ledger import access
from leadpact.ledger.access import SYSTEM, Actor, Unknown
from leadpact.ledger.jobs import enqueue
from leadpact.ledger.models import ImportRun
from leadpact.operations import imports
from leadpact.operations.imports_prepare import READ_KEYS, SAID_KEYS, Prepared, prepare, read_as, remember
from leadpact.operations.imports_preview import Preview, preview

JOB = "import_file"
MOST_BYTES = 2 << 30
"""The largest file that can be uploaded; a larger one is brought in on the command line."""
OPEN = ("prepared", "stopped", "failed")
"""States from which a run can be begun, or gone on with."""


class NotNow(ValueError):
    """The import is not in a state in which this can be done; the message says why."""


class TooLarge(ValueError):
    """The file is too large to be uploaded."""


def upload(*, actor: Actor, name: str, pieces: Iterable[bytes], now_s: int) -> ImportRun:
    """Keep a copy of a file and a run for it; nothing of it is brought in. Raises ``TooLarge`` and ``Forbidden``."""
    access.check(actor, "import_data")
    folder = Path(home.HOME) / "imports"
    folder.mkdir(mode=0o700, exist_ok=True)
    bare = re.sub(r"[^\w. ()-]", "_", name.replace("\\", "/").rsplit("/", 1)[-1])[-120:] or "file"
    run = ImportRun.objects.create(file_name=bare, shape="", started_s=now_s, by_id=actor.id, state="prepared")
    path = folder / f"{run.pk}-{bare}"
    size = 0
    with path.open("wb") as file:
        for piece in pieces:
            size += len(piece)
            if size > MOST_BYTES:
                break
            file.write(piece)
    if size > MOST_BYTES:
        path.unlink()
        run.delete()
        raise TooLarge(f"The file is larger than {MOST_BYTES >> 30} GB. Bring it in with: leadpact import FILE.")
    run.path = str(path)
    run.save(update_fields=["path"])
    return run


def of_actor(actor: Actor, run_id: int) -> ImportRun:
    """The run. Raises ``Unknown`` and ``Forbidden``."""
    access.check(actor, "import_data")
    run = ImportRun.objects.filter(pk=run_id).first()
    if run is None:
        raise Unknown(f"There is no import {run_id}.")
    return run


def look(*, actor: Actor, run_id: int, now_s: int) -> Prepared:
    """Recognise the file of a run with what was chosen so far. Raises ``TableRefused`` when it is no table."""
    run = of_actor(actor, run_id)
    if not run.path or not Path(run.path).exists():
        raise TableRefused("the copy of the file is gone.", run.file_name, "Upload it again.")
    return prepare(Path(run.path), {**run.settings, "file_name": run.file_name}, now_s)


def look_closer(*, actor: Actor, run_id: int, prepared: Prepared, now_s: int) -> Preview:
    """Say what would become of the first rows of a prepared file. Raises ``TableRefused`` and ``MappingRefused``."""
    run = of_actor(actor, run_id)
    shape = prepared.found.shape if prepared.found else ""
    return preview(
        actor=actor, path=Path(run.path), shape=shape, mapping_text=prepared.mapping, read_as=read_as(run.settings),
        now_s=now_s,
    )  # fmt: skip


def choose(*, actor: Actor, run_id: int, chosen: Mapping[str, Any]) -> None:
    """Keep what somebody chose for a run that has not begun; an empty text takes a choice back. Raises ``NotNow``."""
    run = of_actor(actor, run_id)
    if run.state != "prepared":
        raise NotNow("This import has begun already; its settings stand.")
    kept = dict(run.settings)
    for name in (*READ_KEYS, *SAID_KEYS):
        if name in chosen:
            kept[name] = str(chosen[name]).strip()[:200]
    if "columns" in chosen:
        kept["columns"] = {**kept.get("columns", {}), **dict(chosen["columns"])}
    if not str(kept.get("heading") or "0").isdecimal():
        raise NotNow("The line of the headings is a number; 0 when there are none.")
    if "shape" in run.settings and kept.get("shape") != run.settings["shape"]:
        kept["columns"] = dict(chosen.get("columns", {}))  # What columns meant for leads says nothing of deals.
    run.settings = {name: value for name, value in kept.items() if value not in ("", None)}
    run.save(update_fields=["settings"])


def begin(*, actor: Actor, run_id: int, now_s: int) -> None:
    """Have the worker bring the file in, or go on where it was stopped. Raises ``NotNow`` while something is open."""
    run = of_actor(actor, run_id)
    if run.state not in OPEN:
        raise NotNow("This import runs already, or has ended.")
    if run.state == "prepared":
        prepared = look(actor=actor, run_id=run_id, now_s=now_s)
        if prepared.questions or prepared.found is None:
            raise NotNow("Answer what is asked first: nothing is brought in on a guess.")
        run.shape = prepared.found.shape
        run.settings = {**run.settings, "mapping": prepared.mapping}
        remember(prepared, run.settings, by_id=actor.id, now_s=now_s)
    run.state, run.is_stop_asked, run.error = "waiting", False, ""
    run.save(update_fields=["state", "is_stop_asked", "error", "shape", "settings"])
    enqueue(JOB, due_s=now_s, once=f"import:{run_id}", arguments={"run_id": run_id})


def stop(*, actor: Actor, run_id: int) -> None:
    """Ask a run to stop after the batch at hand; what came in stays. Raises ``NotNow`` when it has ended."""
    run = of_actor(actor, run_id)
    if run.state not in ("waiting", "running"):
        raise NotNow("This import does not run.")
    ImportRun.objects.filter(pk=run_id).update(is_stop_asked=True)


def go_on(*, now_s: int, run_id: int) -> None:
    """Bring the file of a run in, from its last whole batch on. What cannot be read ends the run with its reason."""
    run = ImportRun.objects.filter(pk=run_id).first()
    if run is None or run.state not in ("waiting", "running"):
        return
    try:
        report = imports.run(
            actor=SYSTEM, path=run.path, shape=run.shape, now_s=now_s, mapping_text=run.settings.get("mapping"),
            read_as=read_as(run.settings), kept=run, stop=lambda: _is_stop_asked(run_id),
        )  # fmt: skip
    except (TableRefused, MappingRefused) as error:
        ImportRun.objects.filter(pk=run_id).update(state="failed", error=str(error)[:2000], ended_s=now_s)
        return
    if not report.is_stopped:
        Path(run.path).unlink(missing_ok=True)  # What is known of people lies in the ledger now, and nowhere twice.


def _is_stop_asked(run_id: int) -> bool:
    return ImportRun.objects.filter(pk=run_id, is_stop_asked=True).exists()
