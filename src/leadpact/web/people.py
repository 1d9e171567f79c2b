"""The page of people: inviting, changing, absences, and leaving."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from leadpact.operations import people as acts
from leadpact.operations.people import PersonForm, WrongPerson
from leadpact.queries import people as queries
from leadpact.queries.people import PersonLine
from leadpact.rules.permissions import ROLES
from leadpact.web.accounts import WELCOME_DAYS, welcome_token
from leadpact.web.door import Asked, door


class Details(forms.Form):
    """What is entered about a person."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    email = forms.CharField(label=gettext_lazy("E-mail address"), max_length=254)
    role = forms.ChoiceField(label=gettext_lazy("Role"))
    team_id = forms.TypedChoiceField(label=gettext_lazy("Team"), required=False, coerce=int, empty_value=None)
    manager_id = forms.TypedChoiceField(
        label=gettext_lazy("Manager"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=gettext_lazy("Is told when a promise is late."),
    )
    zone = forms.CharField(
        label=gettext_lazy("Time zone"), required=False, help_text=gettext_lazy("Empty: the pact's.")
    )
    hours = forms.CharField(
        label=gettext_lazy("Working hours"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("For instance mon-thu 09:00-12:30 13:30-17:30; fri 09:00-15:00. Empty: the pact's."),
    )
    country = forms.CharField(
        label=gettext_lazy("Public holidays of"),
        required=False,
        max_length=10,
        help_text=gettext_lazy("For instance DE or DE-BY. Empty: the pact's."),
    )
    languages = forms.CharField(
        label=gettext_lazy("Languages"), required=False, max_length=100, help_text=gettext_lazy("For instance de, en.")
    )
    regions = forms.CharField(
        label=gettext_lazy("Regions"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Regions or countries served."),
    )
    capacity = forms.IntegerField(
        label=gettext_lazy("Leads per period"),
        required=False,
        min_value=0,
        help_text=gettext_lazy("Never more than the pact's. Empty: the pact's."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role, f"{_label(role)}: {says}") for role, says in ROLES.items()]  # type: ignore[attr-defined]  # a choice field
        self.fields["team_id"].choices = [("", _("By role")), *queries.teams()]  # type: ignore[attr-defined]  # a choice field
        self.fields["manager_id"].choices = [("", _("Nobody")), *queries.managers()]  # type: ignore[attr-defined]  # a choice field


def _label(role: str) -> str:
    return role.replace("_", " ").capitalize()


@door
def listing(request: Asked) -> HttpResponse:
    """Everybody, with role, hours and absences."""
    lines = queries.people(request.actor, datetime.fromtimestamp(request.now_s, UTC).date())
    return render(request, "people/page.html", {"here": "people", "people": lines})


@door
@require_http_methods(["GET", "POST"])
def new(request: Asked) -> HttpResponse:
    """Invite somebody; their page shows the link by which they set a password."""
    queries.people(request.actor)
    form = Details(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = acts.invite(actor=request.actor, form=PersonForm(**form.cleaned_data), now_s=request.now_s)
        except WrongPerson as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            messages.success(request, _("{name} is invited. Send them the link below.").format(name=person.name))
            return redirect("person", person.pk)
    context = {
        "here": "people", "form": form, "title": _("Invite somebody"), "intro": "", "submit": _("Invite"),
        "back_url": reverse("people"), "columns": ["zone", "country", "languages", "regions", "team_id", "manager_id"],
    }  # fmt: skip
    return render(request, "form.html", context, status=422 if form.errors else 200)


def _way_in(line: PersonLine, *, is_asked: bool) -> str:
    """The link by which somebody sets a password: at hand until they have one, afterwards when it is asked for."""
    if not line.is_active or (line.has_password and not is_asked):
        return ""
    return str(settings.BASE_URL) + reverse("welcome", args=[welcome_token(line.id)])


@door
@require_http_methods(["GET", "POST"])
def edit(request: Asked, person_id: int) -> HttpResponse:
    """Change what is entered about a person."""
    line = queries.person(request.actor, person_id)
    initial = {
        name: getattr(line, name)
        for name in ("name", "email", "role", "team_id", "manager_id", "zone", "hours", "country")
    }
    initial |= {"languages": line.languages, "regions": line.regions, "capacity": line.capacity}
    form = Details(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            acts.change(
                actor=request.actor, person_id=person_id, form=PersonForm(**form.cleaned_data), now_s=request.now_s
            )
        except WrongPerson as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            messages.success(request, _("{name} is changed.").format(name=line.name))
            return redirect("people")
    context = {
        "here": "people", "form": form, "line": line, "days": WELCOME_DAYS,
        "link": _way_in(line, is_asked=request.GET.get("link") == "new"),
    }  # fmt: skip
    return render(request, "people/person.html", context, status=422 if form.errors else 200)


@door
@require_POST
def leave(request: Asked, person_id: int) -> HttpResponse:
    """Close an account."""
    acts.leave(actor=request.actor, person_id=person_id)
    says = _("The account is closed. Reassign the leads that are still theirs.")
    messages.success(request, says, extra_tags=reverse("person_return", args=[person_id]))
    return redirect("people")


@door
@require_POST
def come_back(request: Asked, person_id: int) -> HttpResponse:
    """Open a closed account again."""
    acts.come_back(actor=request.actor, person_id=person_id)
    messages.success(request, _("The account is open again."))
    return redirect("person", person_id)
