"""The page of leads whose agreed time is nearly up, and the buttons that keep one longer."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from leadpact.operations import retention as acts
from leadpact.queries import retention as queries
from leadpact.queries.leads import at
from leadpact.web.door import Asked, back, door, whole


@door
@require_GET
def page(request: Asked) -> HttpResponse:
    """Who is forgotten in the coming weeks, who is kept longer, and who was forgotten so far."""
    weeks = whole(request.GET.get("weeks", "")) or queries.WEEKS
    found = queries.page(request.actor, request.now_s, weeks)
    context = {"here": "data", "found": found, "views": (4, 8, 26, 52), "longest": acts.WHY_MOST}
    return render(request, "data/retention.html", context)


@door
@require_POST
def keep(request: Asked, lead_id: int) -> HttpResponse:
    """Keep a lead longer, for a reason."""
    asked = request.POST
    until_s = acts.keep(
        actor=request.actor, lead_id=lead_id, span=asked.get("span", ""), because=asked.get("because", ""),
        now_s=request.now_s,
    )  # fmt: skip
    day = date_format(at(until_s), "j F Y")
    messages.success(request, _("The lead is kept until %(day)s.") % {"day": day})
    return back(request, "retention")


@door
@require_POST
def let_go(request: Asked, lead_id: int) -> HttpResponse:
    """Keep a lead no longer than agreed after all."""
    acts.let_go(actor=request.actor, lead_id=lead_id)
    messages.success(request, _("The lead is kept for as long as the pact says, and no longer."))
    return back(request, "retention")
