"""The page for trade shows: made for a phone, works without a network, sends when there is one again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from django.contrib import messages
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leadpact.connectors.codes import read_qr
from leadpact.ledger.access import check
from leadpact.operations.forms import Entry
from leadpact.operations.show import Arrived, TooMany, take_show
from leadpact.queries import forms as queries
from leadpact.queries.leads import state_words
from leadpact.web.door import Asked, door, refusal
from leadpact.web.forms_public import Filled, wrong
from leadpact.web.forms_stamp import fresh_id

CAMERA = "camera=(self), microphone=(), geolocation=(), payment=()"


@door
@require_http_methods(["GET", "POST"])
def page(request: Asked, token: str) -> HttpResponse:
    """The form for the phone; without a script it is sent like any other form."""
    check(request.actor, "capture_lead")
    form = queries.form_to_fill(token, request.now_s, "show")
    if not form.is_open:
        return refusal(request, 409, _("This form is closed. Open it again under Data in and out, Forms."))
    filled = Filled(request.POST or None, page=form)
    if request.method == "POST" and filled.is_valid():
        once = request.POST.get("once") or fresh_id()
        entry = Entry(once, filled.values(), request.now_s, bool(filled.cleaned_data.get("agreed")))
        arrived = take_show(actor=request.actor, token=token, entries=[entry], now_s=request.now_s)[0]
        if arrived.status != "refused":
            messages.success(request, _says(arrived))
            return redirect("show", token)
        for problem in arrived.problems:
            filled.add_error(problem.field if problem.field in filled.fields else None, wrong(problem))
    context = {"page": form, "form": filled, "once": fresh_id(), "told": queries.as_json(form)}
    answer = render(request, "forms/show.html", context, status=422 if filled.errors else 200)
    answer.headers["Permissions-Policy"] = CAMERA
    return answer


@door
@require_POST
def send(request: Asked, token: str) -> HttpResponse:
    """Take what a phone has waiting: ``{"sent_ms": …, "entries": [{"id", "at_ms", "values", "agreed"}]}``."""
    check(request.actor, "capture_lead")
    try:
        told = json.loads(request.body)
        entries = [_entry(each, told, request.now_s) for each in told["entries"]]
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return JsonResponse({"says": _("What the phone sent cannot be read. Load the page again.")}, status=422)
    try:
        arrived = take_show(actor=request.actor, token=token, entries=entries, now_s=request.now_s)
    except TooMany as error:
        return JsonResponse({"says": str(error)}, status=413)
    except ValueError as error:
        return JsonResponse({"says": str(error)}, status=409)
    return JsonResponse({"results": [_told(each) for each in arrived]})


def _entry(each: Mapping[str, Any], told: Mapping[str, Any], now_s: int) -> Entry:
    """One entry; when it was made is by our clock, whatever the phone's says."""
    ago_s = max(0, int(told["sent_ms"]) - int(each["at_ms"])) // 1000
    values = {str(name): str(text) for name, text in each["values"].items()}
    return Entry(str(each["id"]), values, max(0, now_s - ago_s), each.get("agreed") is True)


def _told(arrived: Arrived) -> dict[str, Any]:
    says = " ".join(wrong(problem) for problem in arrived.problems) if arrived.problems else _says(arrived)
    return {"id": arrived.once, "status": arrived.status, "says": says, "points": arrived.points}


def _says(arrived: Arrived) -> str:
    """Where the lead is now, in a line."""
    parts = [_("{n} points").format(n=arrived.points)] if arrived.points is not None else []
    if arrived.owner:
        parts.append(_("with {name}").format(name=arrived.owner))
    else:
        parts.append(state_words(arrived.state))
    return ", ".join(parts)


@door
@require_POST
def read(request: Asked, token: str) -> HttpResponse:
    """Read the QR code in a picture of a camera: grey points as the body, ``?width=``; nothing of it is kept."""
    check(request.actor, "capture_lead")
    queries.form_to_fill(token, request.now_s, "show")
    try:
        text = read_qr(request.body, int(request.GET.get("width", "")))
    except (ValueError, RequestDataTooBig):
        return JsonResponse({"says": _("The picture cannot be read. Load the page again.")}, status=422)
    return JsonResponse({"text": text})


@require_GET
def worker(_request: HttpRequest) -> HttpResponse:
    """The script that keeps the page on the phone; it has to come from the pages' own folder."""
    text = files("leadpact.web").joinpath("static/show-worker.js").read_text(encoding="utf-8")
    headers = {"Service-Worker-Allowed": "/show/", "Cache-Control": "no-cache"}
    return HttpResponse(text, content_type="text/javascript", headers=headers)
