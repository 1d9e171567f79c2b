"""The page of trackers: write keys, what to paste where, what came in and what was refused."""

from __future__ import annotations

from typing import NamedTuple

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from leadpact.operations import trackers_keys as acts
from leadpact.operations.trackers_keys import WrongKey
from leadpact.queries import trackers as queries
from leadpact.rules.criteria_words import code_label
from leadpact.web.door import Asked, door


class NewWriteKey(forms.Form):
    """A name, where the key stands, and what is known of the system that sends."""

    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=100, help_text=gettext_lazy("What will send with it, such as Web site.")
    )
    place = forms.ChoiceField(
        label=gettext_lazy("Where it stands"),
        widget=forms.RadioSelect,
        choices=[
            ("page", gettext_lazy("In web pages, where everybody can read it: it adds to a lead and changes nothing")),
            ("server", gettext_lazy("On a server of ours: what it tells of a lead holds")),
        ],
        initial="page",
    )
    own = forms.CharField(
        label=gettext_lazy("Write key that you use already"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Then only the address of the server changes in the tracker. Empty: a new one is made."),
    )
    app = forms.CharField(
        label=gettext_lazy("Application id"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("For Snowplow, whose trackers send no key: the appId that they are set to."),
    )
    system = forms.CharField(
        label=gettext_lazy("Whose user ids it sends"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("The name of the system your leads were imported from, if the user ids are its ids."),
    )


class Snippet(NamedTuple):
    """What to paste for one kind of tracker."""

    title: str
    text: str


@door
@require_http_methods(["GET", "POST"])
def page(request: Asked) -> HttpResponse:
    """Everything of trackers, and a form for another write key; a secret one is shown once, on this answer."""
    form = NewWriteKey(request.POST or None)
    fresh = ""
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        try:
            _row, fresh = acts.make_write_key(
                actor=request.actor, name=asked["name"], is_public=asked["place"] == "page", now_s=request.now_s,
                app=asked["app"], system=asked["system"], own=asked["own"],
            )  # fmt: skip
            form = NewWriteKey()
        except WrongKey as error:
            form.add_error(None, str(error))
    shown = queries.page(request.actor, request.now_s)
    example = fresh or next((key.shown for key in shown.keys if key.is_public and not key.revoked_at), "WRITE_KEY")
    context = {
        "here": "data", "page": shown, "form": form, "fresh": fresh, "snippets": snippets(example),
        "counts": [(words, shown.counts[state]) for state, words in states().items()], "last": _last(shown),
    }  # fmt: skip
    return render(request, "trackers/page.html", context, status=422 if form.errors else 200)


@door
@require_POST
def revoke(request: Asked, key_id: int) -> HttpResponse:
    """Revoke a write key."""
    acts.revoke_write_key(actor=request.actor, key_id=key_id, now_s=request.now_s)
    messages.success(request, _("The write key is revoked. What trackers send with it is refused from now on."))
    return redirect("trackers")


def _last(shown: queries.TrackersPage) -> list[tuple[queries.EventRow, str, str, str, str]]:
    """The last events, each with what it was, of what, where from, and whose."""
    kinds, words = touches(), states()
    return [
        (
            row, kinds.get(row.touch, _("Something else")), code_label(row.of), code_label(row.source),
            words.get(row.state, row.state),
        )
        for row in shown.last
    ]  # fmt: skip


def states() -> dict[str, str]:
    """What became of an event, in words."""
    return {
        "joined": _("on a lead"),
        "waiting": _("visitor unknown"),
        "counted": _("counted only"),
        "machine": _("a machine"),
        "declined": _("no consent"),
    }


def touches() -> dict[str, str]:
    """Kinds of touches, in words."""
    return {
        "page_view": _("Looked at a page"),
        "form_filled": _("Filled in a form"),
        "email_opened": _("Opened a mail"),
        "email_clicked": _("Followed a link in a mail"),
        "event_visit": _("Came to an event"),
        "asset_viewed": _("Read material"),
        "referred": _("Was recommended"),
        "email_sent": _("A mail was sent"),
    }


def snippets(key: str) -> tuple[Snippet, ...]:
    """What to paste for each kind of tracker, with this write key and our address."""
    base = settings.BASE_URL
    scheme, _sep, host = base.partition("://")
    segment = f'{{integrations: {{"Segment.io": {{apiHost: "{host}/v1", protocol: "{scheme}"}}}}}}'
    set_up = f'analytics.write_key = "{key}"\nanalytics.'
    picture = f"{base}/i?e=pv&amp;aid={key}&amp;eid=ONE_ID_A_VIEW&amp;url=PAGE"
    told = (
        (_("Any web page, with our own small script"), f'src="{base}/static/visits.js" data-key="{key}" defer'),
        (_("Segment in web pages"), f'analytics.load("{key}", {segment});'),
        (_("RudderStack in web pages"), f'rudderanalytics.load("{key}", "{base}");'),
        (_("Segment in Python"), f'import segment.analytics as analytics\n{set_up}host = "{base}"'),
        (_("RudderStack in Python"), f'import rudderstack.analytics as analytics\n{set_up}dataPlaneUrl = "{base}"'),
        (_("Segment in Node"), f'new Analytics({{writeKey: "{key}", host: "{base}"}});'),
        (_("Snowplow in web pages"), f'snowplow("newTracker", "sp", "{host}", {{appId: "{key}"}});'),
        (_("Without any script"), f'<img src="{picture}" alt="">'),
    )
    return tuple(
        Snippet(title, f"<script {text}></script>" if at == 0 else text) for at, (title, text) in enumerate(told)
    )
