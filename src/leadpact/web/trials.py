"""The trials of a pact: which are on, and what they cost."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from leadpact.queries import trials as queries
from leadpact.web.door import Asked, door


@door
def page(request: Asked, pact_id: int) -> HttpResponse:
    """The three trials of one version."""
    found = queries.page(request.actor, pact_id, request.now_s)
    context = {
        "here": "pact",
        "line": found.line,
        "prices": found.prices,
        "on": sum(price.is_on for price in found.prices),
        "needed": queries.needed(),
    }
    return render(request, "trials/page.html", context)
