"""The tray of mails that came in, and what its buttons do."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from leadpact.operations import mails as acts
from leadpact.queries import mails as queries
from leadpact.web.door import Asked, back, door, whole


@door
@require_GET
def tray(request: Asked) -> HttpResponse:
    """What waits to be placed, or with ``?state=`` what became of the other mails."""
    text = request.GET.get("q", "").strip()
    found = queries.tray(
        request.actor, request.GET.get("state", ""), looked_for=whole(request.GET.get("mail", "")), text=text
    )
    labels = {
        "waiting": _("To be placed"),
        "apart": _("Written by no one"),
        "discarded": _("Discarded"),
        "placed": _("Placed"),
    }
    context = {
        "here": "data",
        "found": found,
        "q": text,
        "looked_for": whole(request.GET.get("mail", "")),
        "apart": {"automatic": _("An automatic answer"), "bounce": _("A bounce"), "list": _("A mailing")},
        "views": [
            {
                "label": labels[state],
                "url": f"?state={state}",
                "count": found.counts[state],
                "is_current": state == found.state,
            }
            for state in queries.STATES
        ],
        "may_add": request.actor.may("capture_lead"),
    }
    return render(request, "mails/tray.html", context)


@door
@require_POST
def place(request: Asked, mail_id: int) -> HttpResponse:
    """Make the mail a touch of the lead that was chosen, or of a new one."""
    actor, now_s = request.actor, request.now_s
    if request.POST.get("lead") == "new":
        row = acts.make_lead(actor=actor, mail_id=mail_id, now_s=now_s)
        says = _("A new lead, and the mail is its first touch.")
    else:
        row = acts.place(actor=actor, mail_id=mail_id, lead_id=whole(request.POST.get("lead", "")), now_s=now_s)
        says = _("The mail is a touch of lead %(id)d now.") % {"id": row.lead_ids[0]}
    messages.success(request, says, extra_tags=reverse("mail_back", args=[row.pk]))
    return back(request, "mails")


@door
@require_POST
def discard(request: Asked, mail_id: int) -> HttpResponse:
    """Put the mail away."""
    row = acts.discard(actor=request.actor, mail_id=mail_id, now_s=request.now_s)
    messages.success(request, _("Discarded."), extra_tags=reverse("mail_back", args=[row.pk]))
    return back(request, "mails")


@door
@require_POST
def put_back(request: Asked, mail_id: int) -> HttpResponse:
    """Let the mail wait again."""
    acts.put_back(actor=request.actor, mail_id=mail_id, now_s=request.now_s)
    messages.success(request, _("The mail waits again; its touch is taken back."))
    return redirect("mails")
