"""The page on which two leads become one, and the button that parts them again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from leadpact.operations import merging as acts
from leadpact.operations.merging import Parted
from leadpact.queries import duplicates
from leadpact.web.door import Asked, door


@door
@require_http_methods(["GET", "POST"])
def merge(request: Asked, lead_id: int) -> HttpResponse:
    """Find the other lead of the same buyer and make the two one."""
    if request.method == "POST":
        other, keep = request.POST.get("other", ""), request.POST.get("keep", "")
        done = acts.merge(
            actor=request.actor,
            lead_id=lead_id,
            other_id=int(other) if other.isdecimal() and len(other) < 19 else 0,
            keep_id=int(keep) if keep.isdecimal() and len(keep) < 19 else None,
            now_s=request.now_s,
        )
        says = _("They are one lead now. Both histories are kept.")
        messages.success(request, says, extra_tags=reverse("lead_part", args=[done.lead_id]))
        return redirect("lead", done.survivor_id)
    found = duplicates.to_merge(request.actor, lead_id, request.now_s, request.GET.get("q", "").strip())
    return render(request, "leads/merge.html", {"here": "leads", "found": found, "q": request.GET.get("q", "")})


@door
@require_POST
def part(request: Asked, lead_id: int) -> HttpResponse:
    """Give both leads back."""
    done = acts.unmerge(actor=request.actor, lead_id=lead_id, now_s=request.now_s)
    messages.success(request, _parted(done))
    return redirect("lead", lead_id)


def _parted(done: Parted) -> str:
    says = [_("They are two leads again.")]
    if done.went:
        text = ngettext(
            "%(n)d entry that came in since by its own keys went with this lead.",
            "%(n)d entries that came in since by its own keys went with this lead.",
            done.went,
        )
        says.append(text % {"n": done.went})
    if done.stayed:
        text = ngettext(
            "%(n)d entry noted since stays with lead %(id)d.",
            "%(n)d entries noted since stay with lead %(id)d.",
            done.stayed,
        )
        says.append(text % {"n": done.stayed, "id": done.survivor_id})
    return " ".join(says)
