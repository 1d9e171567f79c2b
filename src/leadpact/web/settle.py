"""Settle the argument: two files dropped on one page. They are read, answered with one sheet, and forgotten."""

from __future__ import annotations

import secrets
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from leadpact.queries.settle_apart import Unsettled, settled_page
from leadpact.web.door import Asked, door

_LOCAL = frozenset(("localhost", "127.0.0.1", "::1"))
_LONGEST_NAME = 80
_one_at_a_time = threading.BoundedSemaphore(1)
"""Large files take much memory: one sheet after the other is made."""


class SettleForm(forms.Form):
    """Two files, and what only people can say."""

    marketing = forms.FileField(
        label=gettext_lazy("Marketing's file"), help_text=gettext_lazy("Leads or contacts, one row for each.")
    )
    sales = forms.FileField(label=gettext_lazy("Sales' file"), help_text=gettext_lazy("Deals, calls or leads."))
    good = forms.CharField(
        label=gettext_lazy("A lead is good where"), required=False, max_length=300,
        help_text=gettext_lazy("A column and its words, for instance Rating=Hot,Warm. Empty: seen by the file."),
    )  # fmt: skip
    good_from = forms.FloatField(
        label=gettext_lazy("or from how many points"),
        required=False,
        help_text=gettext_lazy("If marketing scores leads."),
    )
    cost = forms.CharField(
        label=gettext_lazy("What was spent on each source"), required=False, max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("One source in a line, for instance web=12000. Empty: the file's own cost column."),
    )  # fmt: skip
    order = forms.ChoiceField(
        label=gettext_lazy("3/4/2026 means"), required=False,
        choices=(
            ("", gettext_lazy("seen by the file")), ("day-first", gettext_lazy("3 April")),
            ("month-first", gettext_lazy("4 March")),
        ),
    )  # fmt: skip
    encoding = forms.ChoiceField(
        label=gettext_lazy("If letters cannot be told"), required=False,
        choices=(
            ("", gettext_lazy("seen by the file")), ("windows-1252", gettext_lazy("Western Europe (Windows)")),
            ("iso-8859-2", gettext_lazy("Central Europe")), ("utf-16", "UTF-16"),
        ),
    )  # fmt: skip
    zone = forms.CharField(
        label=gettext_lazy("Time zone of the files"), required=False, max_length=60,
        help_text=gettext_lazy("For instance Europe/Berlin. Empty: UTC."),
    )  # fmt: skip

    def clean_zone(self) -> str:
        """A zone that there is."""
        zone: str = self.cleaned_data["zone"]
        if zone and zone not in available_timezones():
            raise forms.ValidationError(_("There is no such time zone. Write it as in Europe/Berlin."))
        return zone

    def clean_good(self) -> tuple[str, list[str]]:
        """A column and its words."""
        text: str = self.cleaned_data["good"]
        if not text:
            return "", []
        column, sign, words = text.partition("=")
        found = [word.strip() for word in words.split(",") if word.strip()]
        if not sign or not column.strip() or not found:
            raise forms.ValidationError(_("Write a column, an equals sign and its words: Rating=Hot,Warm."))
        return column.strip(), found

    def clean_cost(self) -> dict[str, float]:
        """An amount for each source."""
        found: dict[str, float] = {}
        for line in filter(str.strip, self.cleaned_data["cost"].splitlines()):
            source, sign, amount = line.rpartition("=")
            try:
                value = float(amount.replace(",", "").replace(" ", ""))
            except ValueError:
                value = -1
            if not sign or not source.strip() or not 0 <= value < 1e13:
                raise forms.ValidationError(
                    _("“%(line)s” is no source with an amount, such as web=12000."), params={"line": line.strip()[:60]}
                )
            found[source.strip()] = value
        return found

    def options(self) -> dict[str, Any]:
        """What was said, as plain values."""
        said = self.cleaned_data
        column, words = said["good"]
        return {
            "marketing_columns": {"good": column} if column else {}, "good_values": words,
            "good_from": said["good_from"],
            "spend": said["cost"], "order": said["order"] or None,
            "answers": {"encoding": said["encoding"]} if said["encoding"] else {},
            "zone": said["zone"] or None,
        }  # fmt: skip


def is_own(request: HttpRequest) -> bool:
    """Whether the request comes from the very machine that serves, and this machine serves nobody else."""
    named = {urlsplit(f"//{request.get_host()}").hostname, urlsplit(settings.BASE_URL).hostname}
    is_near = request.META.get("REMOTE_ADDR") in _LOCAL | {""}
    return is_near and named <= _LOCAL and "X-Forwarded-For" not in request.headers


def open_on_own(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let anybody in at a laptop's own installation, and people who are signed in elsewhere."""

    @door
    def signed_in(request: Asked) -> HttpResponse:
        return view(request)

    def answer(request: HttpRequest) -> HttpResponse:
        return view(request) if is_own(request) else signed_in(request)

    return answer


@open_on_own
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The form; with two files the sheet itself, as a page that stands alone."""
    form = SettleForm(request.POST or None, request.FILES or None)
    if request.method == "GET":
        return render(request, "settle/page.html", {"form": SettleForm()})
    if not form.is_valid():
        return render(request, "settle/page.html", {"form": form}, status=422)
    nonce = secrets.token_urlsafe(16)
    try:
        with _kept(form.cleaned_data) as (files, names), _one_at_a_time:
            bar = render_to_string("settle/bar.html")
            html = settled_page(files, names, form.options(), now_s=int(time.time()), nonce=nonce, bar=bar)
    except Unsettled as error:
        form.add_error(None, str(error))
        return render(request, "settle/page.html", {"form": form}, status=422)
    policy = (
        f"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'self'; form-action 'none'; "
        "frame-ancestors 'none'; base-uri 'none'"
    )
    return HttpResponse(html, headers={"Content-Security-Policy": policy, "Cache-Control": "no-store"})


@contextmanager
def _kept(said: Mapping[str, Any]) -> Iterator[tuple[tuple[Path, Path], tuple[str, str]]]:
    """The two files in a folder of their own, as long as the block runs, and their names."""
    with tempfile.TemporaryDirectory(prefix="leadpact-settle-") as folder:
        files = []
        for which in ("marketing", "sales"):
            sent: UploadedFile[Any] = said[which]
            place = Path(folder) / f"{which}{_ending(sent.name or '')}"
            with place.open("wb") as file:
                for piece in sent.chunks():
                    file.write(piece)
            files.append(place)
        names = tuple(_named(said[which], which) for which in ("marketing", "sales"))
        yield (files[0], files[1]), (names[0], names[1])


def _ending(name: str) -> str:
    """The last endings of a file's name, which say what is in it."""
    endings = [part for part in Path(name).suffixes[-2:] if part[1:].isalnum() and len(part) < 9]
    return "".join(endings).lower()


def _named(sent: UploadedFile[Any], which: str) -> str:
    return (sent.name or which)[-_LONGEST_NAME:]
