"""The pages on which forms are made: what each asks for, where it stands, and what was held back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leadpact.ledger.access import check
from leadpact.operations import forms as acts
from leadpact.operations.forms import FormPlan, WrongForm
from leadpact.queries import forms as queries
from leadpact.queries.forms import AskedField, FormPage
from leadpact.web.door import Asked, back, door

TOP = ("name", "purpose", "title", "kind", "intro")
REST = ("agreement", "ways", "campaign", "button", "thanks", "language")
USUAL = {"name": True, "email": True, "company": False, "need": False}
"""What a new form asks for, and whether it is needed."""


class MakeForm(forms.Form):
    """Everything of a form but the fields it asks for, which are added by name."""

    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=100, help_text=gettext_lazy("For yourselves, such as Demo, German site.")
    )
    purpose = forms.ChoiceField(
        label=gettext_lazy("What it is for"),
        widget=forms.RadioSelect,
        choices=[
            ("web", gettext_lazy("The web site: buyers fill it in")),
            ("show", gettext_lazy("A trade show: we fill it in on a phone, also without a network")),
        ],
        initial="web",
    )
    title = forms.CharField(label=gettext_lazy("Heading"), max_length=200)
    kind = forms.CharField(
        label=gettext_lazy("Its word in the pact"),
        max_length=60,
        help_text=gettext_lazy("By this word the pact's points and lanes know the form, such as demo or contact."),
    )
    intro = forms.CharField(
        label=gettext_lazy("Text under the heading"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    agreement = forms.CharField(
        label=gettext_lazy("Text beside the box for consent"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "Who ticks the box agrees to this wording, which is kept. It is never ticked beforehand."
        ),
    )
    ways = forms.MultipleChoiceField(
        label=gettext_lazy("What the box allows"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("email", gettext_lazy("E-mail")),
            ("phone", gettext_lazy("Phone")),
            ("post", gettext_lazy("Post")),
            ("tracking", gettext_lazy("Noting which pages and mails they read")),
        ],
    )
    campaign = forms.CharField(
        label=gettext_lazy("Campaign or show"),
        required=False,
        max_length=100,
        help_text=gettext_lazy("Counts where the address of the page names none."),
    )
    button = forms.CharField(label=gettext_lazy("Words on the button"), required=False, max_length=60)
    thanks = forms.CharField(
        label=gettext_lazy("Thank-you text"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=settings.LANGUAGES, initial="en")

    def __init__(self, *args: Any, offered: tuple[AskedField, ...], **more: Any) -> None:
        super().__init__(*args, **more)
        self.offered = offered
        for each in offered:
            self.fields[f"ask_{each.name}"] = forms.BooleanField(label=each.label, required=False)
            self.fields[f"need_{each.name}"] = forms.BooleanField(label=each.label, required=False)

    def plan(self) -> FormPlan:
        """What the form is to be."""
        told = self.cleaned_data
        asked = [
            (each.name, bool(told[f"need_{each.name}"]))
            for each in self.offered
            if told[f"ask_{each.name}"] or told[f"need_{each.name}"]
        ]
        plain = {name: told[name] for name in (*TOP, *REST)}
        return FormPlan(fields=asked, **plain)


@door
@require_GET
def listing(request: Asked) -> HttpResponse:
    """Every form."""
    return render(request, "forms/list.html", {"here": "data", "rows": queries.forms(request.actor)})


@door
@require_http_methods(["GET", "POST"])
def new(request: Asked) -> HttpResponse:
    """Make a form."""
    check(request.actor, "manage_capture")
    offered = queries.offered_fields(request.now_s)
    usual = {f"ask_{name}": True for name in USUAL} | {f"need_{name}": needed for name, needed in USUAL.items()}
    form = MakeForm(request.POST or None, offered=offered, initial=usual)
    if request.method == "POST" and form.is_valid():
        try:
            made = acts.make_form(actor=request.actor, plan=form.plan(), now_s=request.now_s)
        except WrongForm as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The form is ready. Below stands what to paste."))
            return redirect("form", made.pk)
    return _page(request, form, None)


@door
@require_http_methods(["GET", "POST"])
def edit(request: Asked, form_id: int) -> HttpResponse:
    """A form: what it asks for, where it stands, what was held back."""
    shown = queries.form(request.actor, form_id, request.now_s)
    offered = queries.offered_fields(request.now_s)
    now = {name: getattr(shown, name) for name in (*TOP, *REST)} | {"ways": list(shown.ways)}
    now |= {f"ask_{each.name}": True for each in shown.fields}
    now |= {f"need_{each.name}": each.is_needed for each in shown.fields}
    form = MakeForm(request.POST or None, offered=offered, initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            acts.change_form(actor=request.actor, form_id=form_id, plan=form.plan(), now_s=request.now_s)
        except WrongForm as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Saved. The form on the site has changed with it."))
            return redirect("form", form_id)
    return _page(request, form, shown)


@door
@require_POST
def close(request: Asked, form_id: int) -> HttpResponse:
    """Close a form, or open it again."""
    is_open = request.POST.get("open") == "yes"
    acts.close_form(actor=request.actor, form_id=form_id, now_s=request.now_s, is_open=is_open)
    messages.success(request, _("The form is open again.") if is_open else _("The form is closed."))
    return redirect("form", form_id)


@door
@require_POST
def held(request: Asked, held_id: int) -> HttpResponse:
    """Take in an entry that was held back, or throw it away."""
    if request.POST.get("act") == "take":
        acts.release(actor=request.actor, held_id=held_id, now_s=request.now_s)
        messages.success(request, _("The entry is in."))
    else:
        acts.throw_away(actor=request.actor, held_id=held_id)
        messages.success(request, _("Thrown away."))
    return back(request, "forms")


def _page(request: Asked, form: MakeForm, shown: FormPage | None) -> HttpResponse:
    context = {
        "here": "data", "page": shown, "form": form, "top": [form[name] for name in TOP],
        "rest": [form[name] for name in REST],
        "picked": [(each.label, form[f"ask_{each.name}"], form[f"need_{each.name}"]) for each in form.offered],
        "snippets": snippets(shown) if shown else (), "link": _address(shown) if shown else "",
        "held": queries.held(request.actor, shown.id) if shown else (),
    }  # fmt: skip
    return render(request, "forms/edit.html", context, status=422 if form.errors else 200)


def _address(shown: FormPage) -> str:
    return reverse("show" if shown.purpose == "show" else "form_fill", args=[shown.token])


def snippets(shown: FormPage) -> tuple[tuple[str, str], ...]:
    """What to paste where."""
    base, link = settings.BASE_URL, settings.BASE_URL + _address(shown)
    if shown.purpose == "show":
        return ((_("The page for the phones at the show; open it once while there is a network"), link),)
    title = escape(shown.title)
    script = f'src="{base}/static/form-embed.js" data-form="{shown.token}" data-title="{title}" defer'
    frame = f'<iframe src="{link}?embed=1" title="{title}" width="100%" height="640"></iframe>'
    return (
        (_("A link, which works everywhere"), f"{link}?utm_source=WHERE&utm_campaign=WHICH"),
        (_("In a page, with our small script"), f"<script {script}></script>"),
        (_("In a page, without any script"), frame),
    )
