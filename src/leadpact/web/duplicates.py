"""The page of leads that look alike: one buyer or two, one by one by key, or all above a level; and of companies."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from leadpact.ledger import access
from leadpact.operations import companies as company_acts
from leadpact.operations import duplicates as acts
from leadpact.queries import companies
from leadpact.queries import duplicates as queries
from leadpact.web.door import Asked, door

LEVELS = (99, 95, 90, 80)


@door
@require_GET
def page(request: Asked) -> HttpResponse:
    """The pairs to be decided, the surest first, and what one's own answers say of each level."""
    count, found = queries.suggestions(request.actor, request.now_s)
    levels = [(percent, acts.precision(percent / 100)) for percent in LEVELS]
    context = {"here": "data", "count": count, "counted": f"{count:,}", "found": found, "levels": levels}
    context |= {"companies": companies.suggestions(request.actor), "joined": companies.joined(request.actor)}
    return render(request, "leads/duplicates.html", context)


@door
@require_POST
def decide(request: Asked, pair_id: int) -> HttpResponse:
    """One buyer, or two."""
    is_one = request.POST.get("say") == "one"
    gone = acts.decide(actor=request.actor, pair_id=pair_id, is_one=is_one, now_s=request.now_s)
    if gone is None:
        messages.success(request, _("Kept apart; they are not suggested again."))
    else:
        messages.success(request, _("They are one lead now."), extra_tags=reverse("lead_part", args=[gone]))
    return redirect("duplicates")


@door
@require_POST
def company_decide(request: Asked, pair_id: int) -> HttpResponse:
    """One company, or two."""
    is_one = request.POST.get("say") == "one"
    done = company_acts.decide(actor=request.actor, pair_id=pair_id, is_one=is_one, now_s=request.now_s)
    if done is None:
        messages.success(request, _("Kept apart; these companies are not suggested again."))
    else:
        undo = reverse("company_part", args=[done.from_id])
        messages.success(request, _("They are one company now."), extra_tags=undo)
    return redirect("duplicates")


@door
@require_POST
def company_part(request: Asked, account_id: int) -> HttpResponse:
    """Two companies again."""
    done = company_acts.part(actor=request.actor, account_id=account_id, now_s=request.now_s)
    says = ngettext(
        "They are two companies again; %(n)d lead went back.", "They are two companies again; %(n)d leads went back.",
        done.leads,
    )  # fmt: skip
    messages.success(request, says % {"n": done.leads})
    return redirect("duplicates")


@door
@require_POST
def look(request: Asked) -> HttpResponse:
    """Have every lead and every company looked at."""
    acts.ask(actor=request.actor, now_s=request.now_s)
    messages.success(request, _("The worker looks through every lead and company. Come back in a moment."))
    return redirect("duplicates")


@door
@require_POST
def accept(request: Asked) -> HttpResponse:
    """Merge all above a level."""
    access.check(request.actor, "see_leads")
    percent = request.POST.get("level", "")
    level = int(percent) / 100 if percent in {str(each) for each in LEVELS} else 0.99
    done = acts.accept_above(actor=request.actor, level=level, now_s=request.now_s)
    says = ngettext("%(n)d lead became one with another.", "%(n)d leads became one with another.", done) % {"n": done}
    messages.success(request, says, extra_tags=reverse("duplicates_back", args=[request.now_s]))
    return redirect("duplicates")


@door
@require_POST
def back(request: Asked, bulk_s: int) -> HttpResponse:
    """Take back what was merged together."""
    done = acts.take_back(actor=request.actor, bulk_s=bulk_s, now_s=request.now_s)
    says = ngettext("%(n)d lead stands for itself again.", "%(n)d leads stand for themselves again.", done) % {
        "n": done
    }
    messages.success(request, says)
    return redirect("duplicates")
