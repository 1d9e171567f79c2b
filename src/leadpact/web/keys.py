"""The page of keys for other systems."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from leadpact.operations import keys as acts
from leadpact.queries import people as queries
from leadpact.web.door import Asked, door


class NewKey(forms.Form):
    """A name and what the key may do."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=100,
        help_text=gettext_lazy("Which system will use it, for instance Web shop."),
    )
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("What it may do"),
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("capture", gettext_lazy("Send leads, touches and deals")),
            ("read", gettext_lazy("Read leads and figures")),
            ("merge", gettext_lazy("Say which leads are one buyer, and part them again")),
            ("draft", gettext_lazy("Draft the pact, and learn from history")),
        ],
    )


@door
@require_http_methods(["GET", "POST"])
def page(request: Asked) -> HttpResponse:
    """All keys, and a form for another; a new key is shown once, on this answer only."""
    lines = queries.keys(request.actor)
    form = NewKey(request.POST or None)
    fresh = ""
    if request.method == "POST" and form.is_valid():
        _row, fresh = acts.make_key(actor=request.actor, **form.cleaned_data)
        lines, form = queries.keys(request.actor), NewKey()
    context = {"here": "keys", "keys": lines, "form": form, "fresh": fresh}
    return render(request, "keys/page.html", context, status=422 if form.errors else 200)


@door
@require_POST
def revoke(request: Asked, key_id: int) -> HttpResponse:
    """Revoke a key."""
    acts.revoke_key(actor=request.actor, key_id=key_id, now_s=request.now_s)
    messages.success(request, _("The key is revoked and no longer works."))
    return redirect("keys")
