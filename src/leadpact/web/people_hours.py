"""The page of one's own hours and absences; heads have it for their team, the operator for everybody."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from leadpact.operations import people as acts
from leadpact.operations.people import WrongPerson
from leadpact.queries import people_hours as queries
from leadpact.web.door import Asked, door


class Working(forms.Form):
    """Where and when somebody works."""

    zone = forms.CharField(label=gettext_lazy("Time zone"), required=False, max_length=60)
    hours = forms.CharField(label=gettext_lazy("Working hours"), required=False, max_length=300)


class Away(forms.Form):
    """Days on which somebody is away, both included."""

    from_on = forms.DateField(label=gettext_lazy("First day"), widget=forms.DateInput(attrs={"type": "date"}))
    until_on = forms.DateField(
        label=gettext_lazy("Last day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("Empty: that day alone."),
    )


@door
@require_http_methods(["GET", "POST"])
def mine(request: Asked) -> HttpResponse:
    """One's own hours and absences."""
    return _page(request, request.person.pk)


@door
@require_http_methods(["GET", "POST"])
def theirs(request: Asked, person_id: int) -> HttpResponse:
    """Somebody's hours and absences."""
    return _page(request, person_id)


def _page(request: Asked, person_id: int) -> HttpResponse:
    """Show them; posting ``do=away`` enters an absence, anything else the hours."""
    page = queries.hours_page(request.actor, person_id, request.now_s)
    posted = request.POST if request.method == "POST" else None
    is_away = posted is not None and posted.get("do") == "away"
    working = Working(None if is_away else posted, initial={"zone": page.zone, "hours": page.hours})
    away = Away(posted if is_away else None)
    working.fields["zone"].help_text = _("Empty: {zone}, as the pact says.").format(zone=page.common_zone)
    working.fields["hours"].help_text = _("Empty: {hours}, as the pact says.").format(hours=page.common_hours)
    done = _enter(request, page, away) if is_away else _set(request, page, working)
    if done:
        messages.success(request, done)
        return redirect("my_hours") if page.is_own else redirect("hours", person_id)
    context = {
        "here": "my_hours" if page.is_own else "people", "page": page, "heading": _heading(page), "working": working,
        "away": away, "week": list(zip(WEEKDAYS.values(), page.days, strict=True)),
    }  # fmt: skip
    return render(request, "people/hours.html", context, status=422 if working.errors or away.errors else 200)


def _heading(page: queries.HoursPage) -> str:
    """Whether the person is away, else how much of a week they work."""
    away = page.away_now
    hours = f"{page.week_s / 3600:.1f}".removesuffix(".0")
    if page.is_own:
        if away:
            return _("You are away until {day}").format(day=date_format(away.until_on, "D j M"))
        return _("You work {n} hours a week").format(n=hours) if page.week_s else _("You have no working hours")
    if away:
        return _("{name} is away until {day}").format(name=page.name, day=date_format(away.until_on, "D j M"))
    if not page.week_s:
        return _("{name} has no working hours").format(name=page.name)
    return _("{name} works {n} hours a week").format(name=page.name, n=hours)


def _set(request: Asked, page: queries.HoursPage, form: Working) -> str:
    """Set the hours; gives what to say when it is done."""
    if not form.is_valid():
        return ""
    try:
        acts.set_hours(actor=request.actor, person_id=page.id, now_s=request.now_s, **form.cleaned_data)
    except WrongPerson as error:
        form.add_error(error.field, str(error))
        return ""
    return _("Saved. The hours hold from today on; deadlines that run already stay as they were promised.")


def _enter(request: Asked, page: queries.HoursPage, form: Away) -> str:
    """Enter an absence; gives what to say when it is done."""
    if not form.is_valid():
        return ""
    first = form.cleaned_data["from_on"]
    last = form.cleaned_data["until_on"] or first
    try:
        acts.add_absence(actor=request.actor, person_id=page.id, from_on=first, until_on=last)
    except WrongPerson as error:
        form.add_error(error.field, str(error))
        return ""
    return _("The absence is entered: no new leads and no working time on these days.")


@door
@require_POST
def take_back(request: Asked, absence_id: int) -> HttpResponse:
    """Remove an absence that was entered."""
    absence = acts.take_back_absence(actor=request.actor, absence_id=absence_id)
    says = _("The absence from {first} to {last} is taken back.").format(
        first=date_format(absence.from_on, "j M"), last=date_format(absence.until_on, "j M Y")
    )
    messages.success(request, says)
    return redirect("my_hours") if absence.person_id == request.person.pk else redirect("hours", absence.person_id)
