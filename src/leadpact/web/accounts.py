"""Signing in and out, the first run, and the welcome of an invited person."""

from __future__ import annotations

import time

from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.core import signing
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leadpact.ledger.models import Company, Person
from leadpact.operations import people
from leadpact.operations.people import PersonForm, WrongPerson
from leadpact.queries.people import demo_people
from leadpact.web.door import Asked, back, door, refusal
from leadpact.web.settle import is_own

HOME_OF = {
    "marketer": "desk",
    "marketing_head": "desk",
    "salesperson": "shortlist",
    "sales_head": "shortlist",
    "operator": "people",
    "reader": "scoreboard",
}
WELCOME_SALT = "leadpact.welcome"
WELCOME_DAYS = 7
THEME_AGE_S = 365 * 86400


@door
def home(request: Asked) -> HttpResponse:
    """Each role begins at its own place."""
    return redirect(HOME_OF.get(request.actor.role, "scoreboard"))


@require_GET
def healthz(_request: HttpRequest) -> HttpResponse:
    """Whether the server answers; for start-up and for watchers."""
    return JsonResponse({"ok": True})


class SignIn(LoginView):
    """Sign in with e-mail and password; in the demo, enter as anybody with one click."""

    template_name = "accounts/sign_in.html"
    authentication_form = AuthenticationForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """The form, where to go on to, and the demo's people."""
        context: dict[str, object] = super().get_context_data(**kwargs)
        context["next"] = self.get_redirect_url()
        context["demo"] = demo_people()
        context["may_settle"] = is_own(self.request)
        return context

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Before there is a company there is nobody to sign in as."""
        if not people.is_set_up():
            return redirect("first_run")
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)  # type: ignore[assignment]  # always one here
        return answer


sign_in = SignIn.as_view()
sign_out = LogoutView.as_view()


@require_POST
def enter_demo(request: HttpRequest, person_id: int) -> HttpResponse:
    """Enter the demo company as one of its people; only there, and never in one's own company."""
    if not Company.objects.filter(is_demo=True).exists():
        return refusal(request, 404, _("Only the demo lets people in without a password."))
    person = Person.objects.filter(pk=person_id, is_active=True, can_sign_in=True).first()
    if person is None:
        return refusal(request, 404, _("There is nobody with this number in the demo."))
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("home")


class FirstRunForm(forms.Form):
    """The company and the operator's account."""

    company = forms.CharField(label=gettext_lazy("Company"), max_length=200)
    zone = forms.CharField(
        label=gettext_lazy("Time zone"), initial="Europe/Berlin", help_text=gettext_lazy("For instance Europe/Berlin.")
    )
    country = forms.CharField(
        label=gettext_lazy("Public holidays of"),
        required=False,
        help_text=gettext_lazy("A country or region, for instance DE or DE-BY. Empty: no holidays."),
    )
    name = forms.CharField(label=gettext_lazy("Your name"), max_length=200)
    email = forms.EmailField(label=gettext_lazy("Your e-mail address"))
    password = forms.CharField(
        label=gettext_lazy("Password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy("At least 10 characters."),
    )


@require_http_methods(["GET", "POST"])
def first_run(request: HttpRequest) -> HttpResponse:
    """Set the company up; open only while there is none."""
    if people.is_set_up():
        return redirect("sign_in")
    form = FirstRunForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            person = people.set_up(
                company=said["company"],
                zone=said["zone"],
                country=said["country"],
                operator=PersonForm(said["email"], said["name"], "operator"),
                password=said["password"],
                now_s=int(time.time()),
            )
        except WrongPerson as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            login(request, person, backend="django.contrib.auth.backends.ModelBackend")
            messages.success(request, _("The company is set up. Invite both teams, then propose a pact."))
            return redirect("people")
    context = {"form": form, "may_settle": is_own(request)}
    return render(request, "accounts/first_run.html", context, status=422 if form.errors else 200)


def welcome_token(person_id: int) -> str:
    """A link's token for setting a password; void once one is set by it, or after ``WELCOME_DAYS``."""
    mark = Person.objects.values_list("password", flat=True).get(pk=person_id)[-12:]
    return signing.dumps({"id": person_id, "mark": mark}, salt=WELCOME_SALT)


class PasswordForm(forms.Form):
    """A new password."""

    password = forms.CharField(
        label=gettext_lazy("Password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy("At least 10 characters."),
    )


@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """An invited person sets a password and is in."""
    try:
        said = signing.loads(token, salt=WELCOME_SALT, max_age=WELCOME_DAYS * 86400)
    except signing.BadSignature:
        return refusal(request, 404, _("This link is damaged or older than a week. Ask the operator for a new one."))
    person = Person.objects.filter(pk=said["id"], is_active=True).first()
    if person is None or person.password[-12:] != said["mark"]:
        return refusal(request, 404, _("This link has been used. Sign in, or ask the operator for a new one."))
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            people.set_password(person=person, password=form.cleaned_data["password"])
        except WrongPerson as error:
            form.add_error("password", str(error))
        else:
            login(request, person, backend="django.contrib.auth.backends.ModelBackend")
            return redirect("home")
    context = {"form": form, "person": person}
    return render(request, "accounts/welcome.html", context, status=422 if form.errors else 200)


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Choose light, dark, or what the machine says."""
    chosen = request.POST.get("theme", "")
    answer = back(request)
    if chosen in ("light", "dark"):
        answer.set_cookie("theme", chosen, max_age=THEME_AGE_S, samesite="Lax")
    else:
        answer.delete_cookie("theme")
    return answer
