"""The page on which an import is taken back: what it would do, how far it came, stopping it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from leadpact.operations import imports_undo as acts
from leadpact.queries import imports_undo as queries
from leadpact.web.door import Asked, door


@door
@require_http_methods(["GET", "POST"])
def page(request: Asked, run_id: int) -> HttpResponse:
    """What taking an import back would do, and the button that does it."""
    run = queries.run_of(request.actor, run_id)
    if request.method == "POST":
        if "stop" in request.POST:
            acts.ask_stop(actor=request.actor, run_id=run_id)
            messages.success(request, _("It stops after the leads at hand. What is taken back stays so."))
        else:
            acts.ask(actor=request.actor, run_id=run_id, now_s=request.now_s)
            messages.success(request, _("The worker takes it back. This page says how far it came."))
        return redirect("import_undo", run_id)
    told, refused = None, ""
    if run.state != "undone" and not run.undo.get("is_asked"):
        try:
            told = acts.preview(actor=request.actor, run_id=run_id, now_s=request.now_s)
        except acts.NotUndoable as error:
            refused = str(error)
    stays = told.stays if told else run.undo.get("stays", [])
    context = {
        "here": "data", "run": run, "told": told, "refused": refused,
        "kept": queries.kept(request.actor, stays, request.now_s),
        "more": max(0, (told.stay if told else run.undo.get("stay", 0)) - queries.SHOWN),
    }  # fmt: skip
    return render(request, "imports/undo.html", context)
