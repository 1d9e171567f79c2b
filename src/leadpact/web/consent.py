"""The page on which people tell what a buyer allows, and the buyer's no."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from leadpact.operations import consent
from leadpact.queries import consent as queries
from leadpact.web.door import Asked, door

HOW = (
    ("phone", gettext_lazy("On the phone")),
    ("talk", gettext_lazy("In a talk")),
    ("mail", gettext_lazy("By e-mail")),
    ("paper", gettext_lazy("On paper")),
    ("hand", gettext_lazy("Otherwise")),
)
"""Through what a buyer told somebody here."""


class Told(forms.Form):
    """What the buyer said of each way, through what, and in which words."""

    def __init__(
        self, *args: object, ways: tuple[queries.Allowed, ...], grounds: tuple[tuple[str, str], ...], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's form takes these
        for way in ways:
            stands = _("Now: {says}").format(says=way.says)
            self.fields[way.way] = forms.ChoiceField(label=way.label, choices=grounds, required=False, help_text=stands)
        self.fields["how"] = forms.ChoiceField(label=_("How they told us"), choices=HOW, required=False)
        self.fields["wording"] = forms.CharField(
            label=_("In which words"),
            required=False,
            max_length=consent.WORDS_MOST,
            help_text=_("What they agreed to, or said. Kept apart from the facts, and deleted with the person."),
            widget=forms.Textarea(attrs={"rows": 2}),
        )


@door
@require_http_methods(["GET", "POST"])
def page(request: Asked, lead_id: int) -> HttpResponse:
    """Tell what a buyer allows; a no to everything is one button."""
    found = queries.page(request.actor, lead_id, request.now_s)
    form = Told(request.POST or None, ways=found.ways, grounds=found.grounds)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        how, wording = told.get("how") or "hand", told.get("wording", "")
        if "nothing" in request.POST:
            facts = consent.refuse(actor=request.actor, lead_id=lead_id, how=how, wording=wording, now_s=request.now_s)
        else:
            codes = {way.way: told.get(way.way, "") for way in found.ways}
            facts = consent.change(
                actor=request.actor, lead_id=lead_id, codes=codes, how=how, wording=wording, now_s=request.now_s
            )
        if facts:
            messages.success(request, _("Noted."), extra_tags=reverse("undo", args=[facts[0].id]))
        else:
            messages.success(request, _("That stood already; nothing was changed."))
        return redirect("lead", lead_id)
    context = {
        "here": "leads", "form": form, "found": found, "back_url": reverse("lead", args=[lead_id]),
        "columns": [way.way for way in found.ways],
    }  # fmt: skip
    return render(request, "leads/permissions.html", context, status=422 if form.errors else 200)
