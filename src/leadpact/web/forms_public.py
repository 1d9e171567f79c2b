"""A form as buyers see it: a plain page that needs no script, by itself or in a frame of another site."""

from __future__ import annotations

import time
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from leadpact.ledger.access import Unknown
from leadpact.operations import forms as acts
from leadpact.operations.capture import WrongValues
from leadpact.operations.forms import Entry, FormClosed
from leadpact.queries import forms as queries
from leadpact.queries.forms import AskedField, FormPage
from leadpact.rules.capture import TEXT_MOST, TEXT_MOST_ELSE, FieldProblem
from leadpact.web import forms_stamp
from leadpact.web.forms_stamp import LEAST_S, MOST_S
from leadpact.web.headers import POLICY

TRAP = "fax_number"
"""A field that people do not see and machines fill in."""
IN_FRAMES = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
AUTOCOMPLETE = {
    "name": "name", "email": "email", "phone": "tel", "company": "organization", "job_title": "organization-title",
    "website": "url", "city": "address-level2", "country": "country-name", "language": "language",
}  # fmt: skip
_TYPES = {"email": "email", "phone": "tel"}


class Filled(forms.Form):
    """A form's fields as its reader fills them in; what is wrong is said at each."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, page: FormPage) -> None:
        super().__init__(data)
        for each in page.fields:
            self.fields[each.name] = field_of(each)
        if page.agreement:
            self.fields["agreed"] = forms.BooleanField(label=page.agreement, required=False)

    def values(self) -> dict[str, str]:
        """What was typed, by field."""
        return {name: str(text) for name, text in self.cleaned_data.items() if name != "agreed"}


def field_of(each: AskedField) -> forms.Field:
    """A field of a form by what the pact says of it."""
    words: dict[str, Any] = {"label": each.label, "required": each.is_needed}
    words["error_messages"] = {"required": _("Please fill this in.")}
    if each.codes:
        return forms.ChoiceField(choices=[("", _("Please choose")), *each.codes], **words)
    attrs: dict[str, Any] = {"autocomplete": AUTOCOMPLETE.get(each.name, "off")}
    if each.name in ("need", "note"):
        widget: forms.Widget = forms.Textarea(attrs={"rows": 3})
    elif each.type == "number":
        widget = forms.TextInput(attrs={**attrs, "inputmode": "decimal"})
    elif each.type == "date":
        widget = forms.DateInput(attrs={"type": "date"})
    else:
        widget = forms.TextInput(attrs={**attrs, "type": _TYPES.get(each.name, "text")})
    return forms.CharField(max_length=TEXT_MOST.get(each.name, TEXT_MOST_ELSE), widget=widget, **words)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "POST"])
def fill(request: HttpRequest, token: str) -> HttpResponse:
    """Show the form, or take what was filled in.

    Nothing is kept in the browser, so no token against forgery is needed: who could send an entry in somebody's name
    could type it as well.
    """
    now_s = int(time.time())
    try:
        page = queries.form_to_fill(token, now_s, "web")
    except Unknown:
        return _closed(request, 404)
    with translation.override(page.language):
        if not page.is_open:
            return _closed(request, 410)
        if request.method == "GET":
            stamp = forms_stamp.stamped(request, now_s)
            return _page(request, page, Filled(page=page), stamp)
        return _sent(request, page, now_s)


def _sent(request: HttpRequest, page: FormPage, now_s: int) -> HttpResponse:
    filled = Filled(request.POST, page=page)
    stamp = forms_stamp.read(request.POST.get("stamp", ""), page.id)
    if filled.is_valid():
        says = _hurdle(request, stamp, now_s)
        if says:
            filled.add_error(None, says)
        elif request.POST.get(TRAP):
            acts.hold(form=acts.open_form(page.token), values=filled.values(), why="trap", now_s=now_s)
            return _thanks(request, page)  # A machine learns nothing; a person's entry is looked at and not lost.
        elif stamp is not None and _take(page, filled, stamp, now_s):
            return _thanks(request, page)
    is_fresh = stamp is not None and stamp.age_s(now_s) <= MOST_S
    return _page(request, page, filled, stamp if stamp and is_fresh else forms_stamp.again(stamp, now_s), status=422)


def _hurdle(request: HttpRequest, stamp: forms_stamp.Stamp | None, now_s: int) -> str:
    """Why an entry is not taken yet; empty when nothing is in its way."""
    if stamp is None or stamp.age_s(now_s) > MOST_S:
        return _("This page was open for very long. Nothing you typed is lost: please send it once more.")
    if stamp.age_s(now_s) < LEAST_S:
        return _("That was faster than we can read. Nothing you typed is lost: please send it once more.")
    if forms_stamp.is_too_many(request):
        return _("Many entries came from your address just now. Please wait ten minutes and send it once more.")
    return ""


def _take(page: FormPage, filled: Filled, stamp: forms_stamp.Stamp, now_s: int) -> bool:
    """Take the entry in; False when a value is wrong, which then stands at its field."""
    agreed = bool(filled.cleaned_data.get("agreed"))
    entry = Entry(stamp.once, filled.values(), now_s, agreed, stamp.visitor, stamp.origin)
    try:
        acts.fill_in(form=acts.open_form(page.token), entry=entry, now_s=now_s)
    except WrongValues as error:
        for problem in error.problems:
            filled.add_error(problem.field if problem.field in filled.fields else None, wrong(problem))
        return False
    except FormClosed as error:
        filled.add_error(None, str(error))
        return False
    return True


def wrong(problem: FieldProblem) -> str:
    """What is wrong with a value, for a buyer."""
    if problem.field == "email" and problem.value:
        return _("Please give an e-mail address such as ana@example.com.")
    return _("Please give {expected}.").format(expected=problem.expected.removeprefix("some ").strip())


def _page(
    request: HttpRequest, page: FormPage, filled: Filled, stamp: forms_stamp.Stamp, status: int = 200
) -> HttpResponse:
    context = {
        "page": page, "form": filled, "stamp": forms_stamp.written(stamp, page.id), "trap": TRAP,
        "is_framed": "embed" in request.GET,
    }  # fmt: skip
    return _framed(render(request, "forms/fill.html", context, status=status))


def _thanks(request: HttpRequest, page: FormPage) -> HttpResponse:
    return _framed(render(request, "forms/thanks.html", {"page": page, "is_framed": "embed" in request.GET}))


def _closed(request: HttpRequest, status: int) -> HttpResponse:
    return _framed(render(request, "forms/closed.html", {"is_framed": "embed" in request.GET}, status=status))


def _framed(answer: HttpResponse) -> HttpResponse:
    answer.headers["Content-Security-Policy"] = IN_FRAMES
    answer.headers["X-Frame-Options"] = "ALLOWALL"  # Older than the policy, which says who may frame it.
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
