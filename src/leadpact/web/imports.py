"""Imports in the browser: which files came in and what became of them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from leadpact.queries import imports as queries
from leadpact.web.door import Asked, door


def states() -> dict[str, str]:
    """The states of an import in words."""
    return {
        "prepared": _("not begun"),
        "waiting": _("waits for the worker"),
        "running": _("is coming in"),
        "done": _("came in"),
        "stopped": _("stopped"),
        "failed": _("failed"),
    }


def shapes() -> dict[str, str]:
    """What rows can be, in words."""
    return {
        "leads": _("leads"),
        "accounts": _("companies"),
        "deals": _("deals"),
        "touches": _("touches"),
        "facts": _("facts"),
    }


@door
@require_GET
def listing(request: Asked) -> HttpResponse:
    """The files that came in, newest first."""
    words, named = states(), shapes()
    rows = [
        (row, words.get(row.state, row.state), named.get(row.shape, row.shape)) for row in queries.runs(request.actor)
    ]
    return render(request, "imports/list.html", {"here": "data", "rows": rows})
