"""The pact: read, proposed as a file, signed."""

from __future__ import annotations

from datetime import UTC, datetime

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from leadpact.ledger.access import check
from leadpact.operations import pact as acts
from leadpact.operations import pact_comments
from leadpact.operations.pact import WrongPact, starter_text
from leadpact.operations.pact_comments import LONGEST
from leadpact.queries import pact as queries
from leadpact.queries import pact_order, retention
from leadpact.queries.pact_draft import drafts
from leadpact.web.door import Asked, door, whole

LARGEST_CHARACTERS = 1_000_000


class Proposal(forms.Form):
    """A pact as its file."""

    text = forms.CharField(
        label=gettext_lazy("The pact as YAML"),
        max_length=LARGEST_CHARACTERS,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 30, "spellcheck": "false", "class": "input code"}),
    )
    note = forms.CharField(
        label=gettext_lazy("What changed and why"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


@door
def page(request: Asked) -> HttpResponse:
    """The version in force, or the newest proposed one; without any, the way to the first."""
    pact_id = queries.current_id(request.now_s)
    if pact_id is None:
        check(request.actor, "see_pact")
        context = {"here": "pact", "can_draft": request.actor.may("draft_pact"), "drafts": drafts(request.actor)}
        return render(request, "pact/none.html", context)
    return version(request, pact_id)


@door
def version(request: Asked, pact_id: int) -> HttpResponse:
    """One version, whole, with the others beside it."""
    context = {
        "here": "pact",
        "pact": queries.page(request.actor, pact_id, request.now_s),
        "versions": queries.versions(request.actor, request.now_s),
        "drafts": drafts(request.actor),
        "forgets": retention.forgets_version(request.actor, pact_id, request.now_s),
        "places": pact_order.places(request.actor, request.now_s),
        "may_see_leads": request.actor.may("see_leads"),
        "can_propose": request.actor.may("propose_pact"),
        "can_draft": request.actor.may("draft_pact"),
        "can_comment": request.actor.may("comment_pact"),
        "longest": LONGEST,
    }
    return render(request, "pact/page.html", context)


@door
def file(request: Asked, pact_id: int) -> HttpResponse:
    """The version as its YAML file."""
    name, text = queries.text(request.actor, pact_id)
    return HttpResponse(
        text,
        content_type="application/yaml; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@door
@require_http_methods(["GET", "POST"])
def propose(request: Asked) -> HttpResponse:
    """Propose a version: begin with the one in force, or with the starter."""
    check(request.actor, "propose_pact")
    pact_id = queries.current_id(request.now_s)
    begin = queries.text(request.actor, pact_id)[1] if pact_id else starter_text()
    form = Proposal(request.POST or None, initial={"text": begin})
    errors: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            row = acts.propose(actor=request.actor, text=said["text"], note=said["note"], now_s=request.now_s)
        except WrongPact as error:
            errors = error.errors
        else:
            messages.success(request, _("Version {n} is proposed. A head of each team signs it.").format(n=row.version))
            return redirect("pact_version", row.pk)
    status = 422 if errors or form.errors else 200
    return render(request, "pact/propose.html", {"here": "pact", "form": form, "errors": errors}, status=status)


@door
@require_POST
def sign(request: Asked, pact_id: int) -> HttpResponse:
    """Sign for one's own team, from a day on."""
    effective_s = acts.day_starts_s(request.POST.get("from", ""), request.now_s)
    row = acts.sign(actor=request.actor, pact_id=pact_id, now_s=request.now_s, effective_s=effective_s)
    if row.state == "signed" and (row.effective_s or 0) > request.now_s:
        day = date_format(timezone.localtime(datetime.fromtimestamp(row.effective_s or 0, UTC)), "j F Y")
        messages.success(request, _("Both teams have signed. The pact holds from {day} on.").format(day=day))
    elif row.state == "signed":
        messages.success(request, _("Both teams have signed. The pact is in force."))
    else:
        messages.success(request, _("Signed. Now the head of the other team signs."))
    return redirect("pact_version", pact_id)


@door
@require_POST
def withdraw(request: Asked, pact_id: int) -> HttpResponse:
    """Take a proposed version back."""
    row = acts.withdraw(actor=request.actor, pact_id=pact_id, now_s=request.now_s)
    messages.success(request, _("Version {n} is withdrawn; its draft can be gone on with.").format(n=row.version))
    return redirect("pact_version", pact_id)


@door
@require_POST
def say(request: Asked, pact_id: int) -> HttpResponse:
    """Say something of a version, or answer."""
    answers = request.POST.get("answers", "")
    pact_comments.say(
        actor=request.actor,
        text=request.POST.get("text", ""),
        now_s=request.now_s,
        pact_id=pact_id,
        answers_id=whole(answers),
    )
    messages.success(request, _("Said; the heads of both teams are told."))
    return redirect("pact_version", pact_id)
