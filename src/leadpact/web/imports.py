"""Imports in the browser: a file is uploaded, recognised, looked at, brought in by the worker, and told of."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from leadpact.connectors.tables_refused import TableAsks, TableRefused
from leadpact.connectors.tables_targets import MappingRefused
from leadpact.ledger import access
from leadpact.operations import imports_runs as acts
from leadpact.operations.imports_prepare import READ_KEYS, SAID_KEYS, Prepared
from leadpact.queries import imports as queries
from leadpact.web.door import Asked, door

CODES = ("date_order", "decimal", "state", "heading", "names")
"""Questions whose answers are said in words; their values are codes for the command line."""
COLUMNS_SHOWN = 200
"""Columns whose meaning can be chosen on the page; of a wider table the others are chosen on the command line."""


def states() -> dict[str, str]:
    """The states of an import in words."""
    return {
        "prepared": _("not begun"),
        "waiting": _("waits for the worker"),
        "running": _("is coming in"),
        "done": _("came in"),
        "stopped": _("stopped"),
        "failed": _("failed"),
        "undone": _("taken back"),
    }


def shapes() -> dict[str, str]:
    """What rows can be, in words."""
    return {
        "leads": _("leads"),
        "accounts": _("companies"),
        "deals": _("deals"),
        "touches": _("touches"),
        "owners": _("owners of leads"),
        "assets": _("marketing material"),
        "facts": _("facts"),
    }


@door
@require_GET
def listing(request: Asked) -> HttpResponse:
    """The files that came in, newest first, and a place to bring another."""
    words, named = states(), shapes()
    rows = [
        (row, words.get(row.state, row.state), named.get(row.shape, row.shape)) for row in queries.runs(request.actor)
    ]
    return render(request, "imports/list.html", {"here": "data", "rows": rows})


@door
@require_POST
def upload(request: Asked) -> HttpResponse:
    """Keep a copy of a file, and go on to what it is taken for."""
    access.check(request.actor, "import_data")
    file = request.FILES.get("file")
    if file is None or isinstance(file, list):
        messages.error(request, _("Choose a file first."))
        return redirect("imports")
    run = acts.upload(actor=request.actor, name=file.name or "", pieces=file.chunks(), now_s=request.now_s)
    return redirect("import_run", run.pk)


@door
@require_GET
def page(request: Asked, run_id: int) -> HttpResponse:
    """One import: what the file was taken for and what would become of its rows, how far it is, or what it did."""
    run = queries.run(request.actor, run_id)
    context: dict[str, Any] = {"here": "data", "run": run, "state": states().get(run.state, run.state)}
    if run.state != "prepared":
        context["is_looking"] = run.state in ("waiting", "running")
        context["heading"] = _progress(run)
        return render(request, "imports/run.html", context)
    try:
        prepared = acts.look(actor=request.actor, run_id=run_id, now_s=request.now_s)
        context |= _prepared(prepared)
        if prepared.found is not None and not prepared.questions:
            context["preview"] = acts.look_closer(
                actor=request.actor, run_id=run_id, prepared=prepared, now_s=request.now_s
            )
    except (TableRefused, MappingRefused) as error:
        context["all_settings"] = (*READ_KEYS, *SAID_KEYS)
        context["refused"] = _in_words(error, run_id)
    return render(request, "imports/prepared.html", context)


def _in_words(error: Exception, run_id: int) -> str:
    """Why a file is refused, without where our copy of it lies and how the command line would be told."""
    if isinstance(error, TableAsks):
        return error.what
    return str(error).replace(str(Path(settings.HOME) / "imports" / f"{run_id}-"), "")


def _prepared(prepared: Prepared) -> dict[str, Any]:
    found = prepared.found
    context: dict[str, Any] = {"prepared": prepared, "questions": prepared.questions, "codes": CODES}
    if found is None:
        return context
    means = [("", _("nothing"))] + [(name, target_words(name)) for name in prepared.targets]
    context["columns"] = [
        (column, [*means, *_extra(column.target, means)], _by(column.by)) for column in found.columns[:COLUMNS_SHOWN]
    ]
    context["more_columns"] = max(0, len(found.columns) - COLUMNS_SHOWN)
    context["shapes"] = [(name, words) for name, words in shapes().items() if name != "facts"]
    context["settings"] = [
        (name, label, {**prepared.read_as, **found.settings}.get(name, ""))
        for name, label in _labels().items()
        if name in {**prepared.read_as, **found.settings}
    ]
    taken = sum(bool(column.target) for column in found.columns)
    of = len(found.columns)
    context["heading"] = ngettext("%(n)d of %(of)d columns is taken", "%(n)d of %(of)d columns are taken", taken) % {
        "n": taken,
        "of": of,
    }
    return context


def _extra(target: str, means: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A meaning of the format's own, such as the first of several addresses in a cell."""
    return [] if target in dict(means) else [(target, target_words(target))]


def target_words(name: str) -> str:
    """What a column means, in words."""
    special = {
        "name+": _("part of the name"),
        "external_id": _("the row's own id"),
        "occurred_at": _("when it was first heard of"),
        "country_name": _("country"),
        "lead": _("the lead's id"),
        "found_by": _("who found it"),
        "no_email": _("no e-mail wanted"),
        "no_phone": _("no call wanted"),
        "no_post": _("no post wanted"),
        "no_tracking": _("no tracking wanted"),
        "no_contact": _("no contact wanted"),
    }
    bare, _sep, part = name.partition(" ")
    words = special.get(bare, bare.replace("_", " "))
    return _("{what}, the first one").format(what=words) if part == "first" else words


def _by(by: str) -> str:
    return {
        "format": _("known format"),
        "name": _("its heading"),
        "content": _("what stands in it"),
        "memory": _("the last time"),
        "choice": _("your choice"),
    }.get(by, "")


def _labels() -> dict[str, str]:
    return {
        "encoding": _("Encoding"),
        "delimiter": _("Delimiter"),
        "sheet": _("Sheet"),
        "member": _("File in the archive"),
        "heading": _("Line of the headings"),
        "date_order": _("Order of dates"),
        "decimal": _("Decimal sign"),
        "currency": _("Currency"),
        "zone": _("Time zone"),
        "source_system": _("System whose ids these are"),
    }


def _progress(run: queries.RunRow) -> str:
    if run.state in ("waiting", "running"):
        return _("{done} of about {of} rows").format(done=f"{run.lines:,}", of=f"{run.of_lines:,}")
    kept = run.counts.get("created", 0) + run.counts.get("changed", 0)
    came = ngettext("%(n)s row came in", "%(n)s rows came in", kept) % {"n": f"{kept:,}"}
    refused = run.counts.get("rejected", 0)
    return f"{came}, " + _("{n} refused").format(n=f"{refused:,}") if refused else came


@door
@require_POST
def choose(request: Asked, run_id: int) -> HttpResponse:
    """Keep what was chosen, and show what it changes."""
    chosen: dict[str, Any] = {name: request.POST[name] for name in (*READ_KEYS, *SAID_KEYS) if name in request.POST}
    headings, targets = request.POST.getlist("heading_of"), request.POST.getlist("target_of")
    columns = dict(zip(headings, targets, strict=False))
    for name, heading in request.POST.items():
        if name.startswith("column ") and isinstance(heading, str) and heading:
            columns[heading] = name.removeprefix("column ")
    if columns and request.POST.get("was_shape", chosen.get("shape")) == chosen.get("shape"):
        chosen["columns"] = columns  # What columns mean for leads says nothing of deals.
    acts.choose(actor=request.actor, run_id=run_id, chosen=chosen)
    return redirect("import_run", run_id)


@door
@require_POST
def begin(request: Asked, run_id: int) -> HttpResponse:
    """Have the worker bring the file in, or go on."""
    try:
        acts.begin(actor=request.actor, run_id=run_id, now_s=request.now_s)
    except (TableRefused, MappingRefused) as error:
        messages.error(request, _in_words(error, run_id))
    return redirect("import_run", run_id)


@door
@require_POST
def stop(request: Asked, run_id: int) -> HttpResponse:
    """Stop after the batch at hand."""
    acts.stop(actor=request.actor, run_id=run_id)
    messages.success(request, _("It stops in a moment. What came in stays."))
    return redirect("import_run", run_id)


@door
@require_GET
def rejects(request: Asked, run_id: int) -> HttpResponse:
    """The rows that were not taken, as they stood, with line, column and reason."""
    run = queries.run(request.actor, run_id)
    path = Path(run.rejects_file) if run.rejects_file else None
    if path is None or not path.is_file():
        messages.error(request, _("There is no file of refused rows here."))
        return redirect("import_run", run_id)
    return cast("HttpResponse", FileResponse(path.open("rb"), as_attachment=True, filename=path.name))
