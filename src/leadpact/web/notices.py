"""The pages of notices: the list, marking them read, and the answer from the link in a mail."""

from __future__ import annotations

import time

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leadpact.operations import mail_links
from leadpact.operations import notices as acts
from leadpact.operations.mail_links import WrongLink
from leadpact.queries import notices as queries
from leadpact.queries.leads import at
from leadpact.queries.notices import LinkPage
from leadpact.web.door import Asked, back, door, refusal, whole

ICONS = {
    "handed_over": "inbox",
    "reassigned": "inbox",
    "reminded": "clock",
    "escalated": "triangle-alert",
    "accepted": "check",
    "rejected": "undo-2",
    "woken": "sunrise",
    "won": "trophy",
    "merged": "git-merge",
    "pact_proposed": "scroll-text",
    "pact_signed": "pen-line",
    "pact_withdrawn": "undo-2",
    "pact_expired": "hourglass",
    "pact_commented": "message-square",
    "leads_expire": "hourglass",
}
"""What stands before a notice of each kind; any other gets a bell."""


@door
@require_GET
def listing(request: Asked) -> HttpResponse:
    """Somebody's own notices, newest first."""
    before = request.GET.get("before", "")
    found = queries.notices_of(request.actor.id or 0, now_s=request.now_s, before=whole(before))
    rows = [
        {
            "id": row.id, "icon": ICONS.get(row.kind, "bell"), "says": row.says, "made_at": at(row.made_s),
            "is_new": row.read_s is None, "lead_id": row.lead_id if request.actor.may("see_own_leads") else None,
            "asks": row.is_for_owner and row.is_unanswered,
            "path": row.path,
        }
        for row in found.notices
    ]  # fmt: skip
    more = f"?before={found.before}" if found.before is not None else ""
    context = {"here": "", "now": at(request.now_s), "rows": rows, "unread": found.unread, "more": more}
    return render(request, "notices/list.html", context)


@door
@require_POST
def read(request: Asked, notice_id: int) -> HttpResponse:
    """Mark one of one's notices read."""
    acts.mark_read(actor=request.actor, notice_id=notice_id, now_s=request.now_s)
    return back(request, "notices")


@door
@require_POST
def read_all(request: Asked) -> HttpResponse:
    """Mark all of one's notices read."""
    acts.mark_read(actor=request.actor, now_s=request.now_s)
    return back(request, "notices")


@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Accept a lead or send it back from the link in a mail, without signing in.

    Opening the link shows the page and changes nothing, because mail scanners follow links; its buttons act.
    """
    now_s = int(time.time())
    try:
        if request.method == "POST":
            return _acted(request, token, now_s)
        return _page(request, queries.open_link(token, now_s))
    except WrongLink as error:
        return refusal(request, 404, str(error))


def _acted(request: HttpRequest, token: str, now_s: int) -> HttpResponse:
    act = request.POST.get("act", "")
    reason, note = request.POST.get("reason", ""), request.POST.get("note", "")
    try:
        mail_links.answer_link(token=token, act=act, reason=reason, note=note, now_s=now_s)
    except WrongLink:
        raise
    except (ValueError, PermissionError) as error:  # A refusal in words: answered already, no such reason, no right.
        messages.error(request, str(error))
        return _page(request, queries.open_link(token, now_s), status=422)
    said = {"accept": _("The lead is yours."), "reject": _("Sent back, with your reason.")}
    messages.success(request, said[act])
    return redirect("answer", token)


def _page(request: HttpRequest, link: LinkPage, status: int = 200) -> HttpResponse:
    wanted = request.POST.get("act", request.GET.get("act", ""))
    context = {
        "link": link,
        "answered_at": at(link.answered_s) if link.answered_s is not None else None,
        "is_sending_back": wanted == "reject",
        "reason": request.POST.get("reason", ""),
        "note": request.POST.get("note", ""),
    }
    return render(request, "notices/answer.html", context, status=status)
