"""The pages of leads: one lead, the list, typing one in, logging a contact, finding."""

from __future__ import annotations

from dataclasses import asdict
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from leadpact.ledger.access import check
from leadpact.operations import capture, corrections, sla
from leadpact.operations.capture import WrongValues
from leadpact.queries import lead_list, leads
from leadpact.queries.lead_views import EditField
from leadpact.queries.pact_order import UNCOVERED
from leadpact.web.door import Asked, back, door, whole

STATES = (
    UNCOVERED,
    "new",
    "queued",
    "handed_over",
    "accepted",
    "deal",
    "won",
    "lost",
    "returned",
    "recycled",
    "closed",
)


class NewLead(forms.Form):
    """A lead typed in by hand."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=300, required=False)
    company = forms.CharField(label=gettext_lazy("Company"), max_length=300, required=False)
    job_title = forms.CharField(label=gettext_lazy("Job title"), max_length=300, required=False)
    email = forms.CharField(label=gettext_lazy("E-mail"), max_length=254, required=False)
    phone = forms.CharField(label=gettext_lazy("Phone"), max_length=60, required=False)
    country = forms.RegexField(
        r"^[A-Za-z]{2}$",
        label=gettext_lazy("Country"),
        required=False,
        help_text=gettext_lazy("Two letters, for instance DE."),
        error_messages={"invalid": gettext_lazy("Write the country's two letters, for instance DE.")},
    )
    source = forms.CharField(
        label=gettext_lazy("Where it came from"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("For instance trade_show, referral or cold_call."),
    )
    need = forms.CharField(
        label=gettext_lazy("What it should solve"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@door
def listing(request: Asked) -> HttpResponse:
    """Leads, newest first."""
    state = request.GET.get("state", "")
    state = state if state in STATES else ""
    found = lead_list.listing(request.actor, request.now_s, state=state, after=request.GET.get("after", ""))
    views = [{"label": _("All"), "url": "?", "is_current": not state}]
    views += [
        {
            "label": _("No pact covers") if each == UNCOVERED else leads.state_words(each),
            "url": "?" + urlencode({"state": each}),
            "is_current": each == state,
        }
        for each in STATES
    ]
    more = "?" + urlencode({"state": state, "after": found.next}) if found.next else ""
    context = {"here": "leads", "found": found, "views": views, "more": more}
    context["is_blind"] = any(row.is_points_hidden for row in found.rows)
    context["may_add"] = request.actor.may("capture_lead")
    return render(request, "leads/list.html", context)


@door
def page(request: Asked, lead_id: int) -> HttpResponse:
    """One lead, whole."""
    before = request.GET.get("before", "")
    found = leads.page(request.actor, lead_id, request.now_s, before_seq=whole(before))
    context = {name: getattr(found, name) for name in found.__dataclass_fields__}
    context["here"] = "leads"
    context["story_more_url"] = f"?before={found.older}#story-h" if found.older else ""
    return render(request, "leads/page.html", context)


@door
@require_http_methods(["GET", "POST"])
def new(request: Asked) -> HttpResponse:
    """Type in a lead; one that is known already is opened instead of doubled."""
    check(request.actor, "capture_lead")
    form = NewLead(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        source = values.pop("source").strip().lower().replace(" ", "_")
        try:
            taken = capture.type_in_lead(actor=request.actor, values=values, source=source, now_s=request.now_s)
        except WrongValues as error:
            blame(form, error)
        else:
            said = {
                "created": _("The lead is in."),
                "changed": _("This lead was known already; what you typed was added."),
                "unchanged": _("This lead was known already, with all of this."),
            }
            messages.success(request, said.get(taken.status, _("The lead is in.")))
            return redirect("lead", taken.lead_id)
    context = {
        "here": "leads", "form": form, "title": _("Add a lead"), "submit": _("Add it"), "back_url": reverse("home"),
        "intro": _("A name, a company, an e-mail address or a phone number is enough to begin with."),
        "columns": ["name", "company", "job_title", "email", "phone", "country"],
    }  # fmt: skip
    return render(request, "form.html", context, status=422 if form.errors else 200)


def blame(form: forms.Form, error: WrongValues) -> None:
    """Put each problem of an operation at its field, or above the form."""
    for problem in error.problems:
        says = _("Expected {expected}.").format(expected=problem.expected)
        form.add_error(problem.field if problem.field in form.fields else None, says)


class EditLead(forms.Form):
    """What is known of a lead, to be filled in or mended: one text per field."""

    def __init__(self, *args: object, known: tuple[EditField, ...], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's form takes these
        for each in known:
            text = forms.Textarea(attrs={"rows": 2}) if each.is_long else None
            if each.choices:
                choices = [("", _("Not known")), *each.choices]
                self.fields[each.name] = forms.ChoiceField(label=each.label, choices=choices, required=False)
            else:
                self.fields[each.name] = forms.CharField(label=each.label, required=False, widget=text)
            self.fields[each.name].initial = each.value


@door
@require_http_methods(["GET", "POST"])
def edit(request: Asked, lead_id: int) -> HttpResponse:
    """Fill in or mend what is known."""
    title, known = leads.edit_fields(request.actor, lead_id, request.now_s)
    form = EditLead(request.POST or None, known=known)
    if request.method == "POST" and form.is_valid():
        was = {each.name: each.value for each in known}
        values = {name: text or ("unknown" if was[name] else "") for name, text in form.cleaned_data.items()}
        try:
            capture.describe_lead(actor=request.actor, lead_id=lead_id, values=values, now_s=request.now_s)
        except WrongValues as error:
            blame(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("lead", lead_id)
    context = {
        "here": "leads", "form": form, "title": title, "submit": _("Save"), "back_url": reverse("lead", args=[lead_id]),
        "intro": _("What you fill in here is kept with your name and the time."),
        "columns": [each.name for each in known],
    }  # fmt: skip
    return render(request, "form.html", context, status=422 if form.errors else 200)


@door
@require_POST
def log(request: Asked, lead_id: int) -> HttpResponse:
    """Note a contact in one tap; the owner of an unanswered lead takes it by that."""
    done = sla.log_attempt(
        actor=request.actor,
        lead_id=lead_id,
        channel=request.POST.get("kind", ""),
        outcome=request.POST.get("outcome", ""),
        note=request.POST.get("note", ""),
        now_s=request.now_s,
    )
    says = _("Noted, and the lead is yours.") if done.accepted else _("Noted.")
    messages.success(request, says, extra_tags=reverse("undo", args=[done.fact_id]))
    return back(request)


@door
@require_POST
def undo(request: Asked, fact_id: str) -> HttpResponse:
    """Take back one's last entry."""
    corrections.take_back(actor=request.actor, fact_id=fact_id, now_s=request.now_s)
    messages.success(request, _("Taken back."))
    return back(request)


@door
def search(request: Asked) -> HttpResponse:
    """What the palette and the search page find."""
    text = request.GET.get("q", "")
    hits = lead_list.search(request.actor, text) if request.actor.may("see_own_leads") else []
    found = [{**asdict(hit), "url": reverse("lead", args=[hit.lead_id]), "icon": "user"} for hit in hits]
    return render(request, "search.html", {"found": found, "q": text})
