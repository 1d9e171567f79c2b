"""The statement of what is recorded of people, to read and to print."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from leadpact.queries import privacy as queries
from leadpact.web.door import Asked, door


@door
@require_GET
def statement(request: Asked, pact_id: int) -> HttpResponse:
    """The statement of one version of the pact."""
    found = queries.statement(request.actor, pact_id)
    return render(request, "pact/statement.html", {"here": "pact", "statement": found})
