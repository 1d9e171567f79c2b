"""What every page does first: who is asking, what time it is for them, and what a refusal looks like."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from typing import Concatenate, ParamSpec
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from leadpact.ledger.access import Actor, Forbidden, Unknown, actor_of
from leadpact.ledger.models import Company, Person
from leadpact.ledger.rulebook import NoPact

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


class Asked(HttpRequest):
    """A request whose sender is known; for type checkers only."""

    actor: Actor
    person: Person
    now_s: int


def door(view: Callable[Concatenate[Asked, P], HttpResponse]) -> View[P]:
    """Let signed-in people in, as actors, with their zone; turn refusals into pages that say what to do.

    The view finds ``request.actor``, ``request.person`` and ``request.now_s``. A ``ValueError`` of a kind of our own
    is a refusal in words: it is shown on the page the person came from. Any other one is a mistake of ours.
    """

    @functools.wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect("first_run") if not Company.objects.exists() else _sign_in_first(request)
        request.person = request.user  # type: ignore[attr-defined]  # declared in the class Asked
        request.actor = actor_of(request.user)  # type: ignore[attr-defined]  # declared in the class Asked
        request.now_s = int(time.time())  # type: ignore[attr-defined]  # declared in the class Asked
        with timezone.override(zone_of(request.user)):
            return _answer(view, request, *args, **kwargs)  # type: ignore[arg-type]  # declared in the class Asked

    return answer


def _sign_in_first(request: HttpRequest) -> HttpResponse:
    """To the sign-in, and from there back to the page the person was on; what they sent is not done."""
    if request.method == "GET":
        onward = redirect_to_login(request.get_full_path())
    else:
        messages.error(request, _("Your session is over, and nothing was saved. Sign in and do it once more."))
        onward = redirect_to_login(_path(request.headers.get("Referer", "")) or reverse("home"))
    # A part of a page would be looked for in the sign-in in vain: the whole page goes there.
    return HttpResponse(headers={"HX-Redirect": onward["Location"]}) if "HX-Request" in request.headers else onward


def too_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django gives a reason for its log
    """What a form is told whose page was open so long that its token no longer fits."""
    says = _("This page was open too long, and nothing was saved. Load it again and do it once more.")
    if "HX-Request" in request.headers:
        messages.error(request, says)
        return HttpResponse(headers={"HX-Redirect": _path(request.headers.get("Referer", "")) or reverse("home")})
    return render(request, "refusal.html", {"status": 409, "says": says}, status=403)


def _answer(
    view: Callable[Concatenate[Asked, P], HttpResponse], request: Asked, *args: P.args, **kwargs: P.kwargs
) -> HttpResponse:
    try:
        return view(request, *args, **kwargs)
    except Unknown as error:
        return refusal(request, 404, str(error))
    except Forbidden as error:
        return refusal(request, 403, str(error))
    except NoPact as error:
        return refusal(request, 409, str(error))
    except ValueError as error:
        if request.method != "POST" or not type(error).__module__.startswith("leadpact."):
            raise
        messages.error(request, str(error))
        return back(request)


_DIGITS_MOST = 15


def whole(text: str) -> int | None:
    """The whole number that stands in an address or a form; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _DIGITS_MOST else None


def refusal(request: HttpRequest, status: int, says: str, onward: str = "") -> HttpResponse:
    """A page that says why not, with the way on: ``onward`` is an address, else everybody's own place."""
    return render(request, "refusal.html", {"status": status, "says": says, "onward": onward}, status=status)


def back(request: HttpRequest, otherwise: str = "home") -> HttpResponse:
    """Go on to ``next``, else to the page the person came from, else to another."""
    for place in (request.POST.get("next", ""), _path(request.headers.get("Referer", ""))):
        if place and url_has_allowed_host_and_scheme(place, allowed_hosts=None):
            return redirect(place)
    return redirect(otherwise)


def _path(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def zone_of(person: Person) -> ZoneInfo:
    """The person's zone, else the company's."""
    name = person.zone or Company.objects.values_list("zone", flat=True).first()
    return ZoneInfo(name or settings.TIME_ZONE)
