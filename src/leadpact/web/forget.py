"""The pages on which people ask what is held about a buyer, tell it to them, and forget them."""

from __future__ import annotations

import json

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from leadpact.ledger.access import check
from leadpact.operations import forget as operations
from leadpact.queries import held as queries
from leadpact.web.door import Asked, door


@door
@require_GET
def find(request: Asked) -> HttpResponse:
    """Find the buyer who asks, by number, address, phone or name."""
    check(request.actor, "forget_person")
    text = request.GET.get("q", "").strip()
    ids = queries.leads_of(text) if text else []
    if len(ids) == 1:
        return redirect("held", ids[0])
    found = [queries.held(request.actor, lead_id, request.now_s) for lead_id in ids]
    return render(request, "forget/find.html", {"here": "data", "q": text, "found": found})


@door
@require_GET
def held(request: Asked, lead_id: int) -> HttpResponse:
    """Everything that is held about a buyer, to print and give to them."""
    found = queries.held(request.actor, lead_id, request.now_s)
    return render(request, "forget/held.html", {"here": "data", "held": found})


@door
@require_GET
def as_json(request: Asked, lead_id: int) -> HttpResponse:
    """The same as a file for machines."""
    told = json.dumps(queries.held(request.actor, lead_id, request.now_s).plain(), ensure_ascii=False, indent=2)
    name = f"held-about-lead-{lead_id}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(told, content_type="application/json; charset=utf-8", headers=headers)


@door
@require_http_methods(["GET", "POST"])
def forget(request: Asked, lead_id: int) -> HttpResponse:
    """Say what will be done, and do it once somebody says yes: this cannot be undone."""
    found = queries.held(request.actor, lead_id, request.now_s)
    if request.method == "POST" and request.POST.get("sure") == "yes":
        report = operations.forget(actor=request.actor, lead_id=lead_id, now_s=request.now_s)
        return render(request, "forget/done.html", {"here": "data", "lead_id": lead_id, "lines": report.sentences()})
    context = {
        "here": "data", "held": found, "is_unsure": request.method == "POST",
        "back_url": reverse("held", args=[lead_id]),
    }  # fmt: skip
    return render(request, "forget/page.html", context, status=422 if request.method == "POST" else 200)
