"""A pact tried on the leads of the last months: a version, or a draft that is not kept anywhere yet."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from leadpact.evidence.export import to_csv
from leadpact.queries import replay as queries
from leadpact.queries import replay_drafts
from leadpact.queries.replay import BadMonths, ChangedPage, CopyDamaged, Effect, Moved
from leadpact.queries.replay_drafts import NotReadable
from leadpact.queries.replay_rows import TABLES, rows_of
from leadpact.rules.pact import Pact
from leadpact.web.door import Asked, door, whole
from leadpact.web.measure_door import Table
from leadpact.web.pictures import replays
from leadpact.web.pictures.drawing import Caption

MOST_LINE = 100_000
SPANS = (3, 6, 12, 24)
LARGEST_CHARACTERS = 1_000_000


class Question(forms.Form):
    """What to try: over how many months, and with which line instead of the pact's own."""

    months = forms.IntegerField(label=gettext_lazy("Months back"), required=False, min_value=1, max_value=60)
    line = forms.IntegerField(
        label=gettext_lazy("Points from which a lead passes"), required=False, min_value=-MOST_LINE, max_value=MOST_LINE
    )
    text = forms.CharField(required=False, max_length=LARGEST_CHARACTERS, strip=False, widget=forms.HiddenInput)


@door
@require_http_methods(["GET", "POST"])
def page(request: Asked, pact_id: int) -> HttpResponse:
    """What a version, or (sent) the text of a draft made of it, would have done."""
    pact, _text = replay_drafts.version(request.actor, pact_id)
    form = Question(request.POST if request.method == "POST" else request.GET)
    context: dict[str, Any] = {"here": "pact", "pact_id": pact_id, "pact": pact, "form": form, "spans": SPANS}
    context["text"] = request.POST.get("text", "")  # What was typed is never lost, whatever else is wrong.
    if not form.is_valid():
        return render(request, "replay/page.html", {**context, "effect": None}, status=422)
    asked = form.cleaned_data
    months, line, text = asked["months"] or queries.MONTHS, asked["line"], asked["text"]
    try:
        tried = replay_drafts.draft(text) if text else pact
        found = queries.effect(request.actor, tried, request.now_s, months, line=line)
        context["opened"] = _opened(request, tried, months, line)
    except NotReadable as error:
        context |= {"effect": None, "errors": error.errors}
        return render(request, "replay/page.html", context, status=422)
    except (BadMonths, Moved, CopyDamaged) as error:
        form.add_error(None, str(error))
        return render(request, "replay/page.html", {**context, "effect": None, "months": months}, status=422)
    context |= _shown(pact_id, found, months, line, text)
    context["never_held"] = [tried.good_lead.points[place].label for place in found.never_held]
    return render(request, "replay/page.html", context)


@door
@require_GET
def as_csv(request: Asked, pact_id: int) -> HttpResponse:
    """The numbers of a replay as a file: its weeks, or the table that is named."""
    form = Question(request.GET)
    table = request.GET.get("table", "weeks")
    if not form.is_valid() or table not in TABLES:
        return HttpResponse(
            _("Ask for one of the tables: %(names)s.") % {"names": ", ".join(TABLES)},
            status=422,
            content_type="text/plain",
        )
    asked = form.cleaned_data
    pact, _text = replay_drafts.version(request.actor, pact_id)
    months = asked["months"] or queries.MONTHS
    try:
        found = queries.effect(request.actor, pact, request.now_s, months, line=asked["line"])
    except (Moved, CopyDamaged) as error:
        return HttpResponse(str(error), status=503, content_type="text/plain")
    return HttpResponse(
        to_csv(rows_of(found, table)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="replay-{table}.csv"'},
    )


def _shown(pact_id: int, found: Effect, months: int, line: int | None, text: str) -> dict[str, Any]:
    """What the page draws of a replay."""
    own = reverse("pact_replay", args=[pact_id])
    parameters = {"months": months, **({} if line is None else {"line": line})}
    csv = "" if text else f"{reverse('pact_replay_csv', args=[pact_id])}?{urlencode(parameters)}"
    shown = found.draft.line or 0
    highest = max([100, shown, *(band.high for band in found.bands)])
    lowest = min([0, shown, *(band.low for band in found.bands)])
    return {
        "effect": found, "months": months, "line": found.draft.line, "text": text, "own_url": own, "csv_url": csv,
        "figures": [] if not found.leads else _figures(found, csv), "line_low": lowest,
        "line_high": highest, "has_moved": found.joins or found.leaves,
    }  # fmt: skip


def _figures(found: Effect, csv: str) -> list[SafeString]:
    whole = sum(week.is_whole for week in found.weeks)
    weeks = Caption(
        _("Leads a week"), found.sentences[0], "counted",
        _("%(k)s of %(n)s leads pass; %(w)s whole weeks")
        % {"k": f"{found.draft.passed:,}", "n": f"{found.leads:,}", "w": whole},
        csv,
    )  # fmt: skip
    rows = [(_("This pact"), found.draft.wins)]
    if found.before is not None:
        rows.append((_("In force"), found.before.wins))
    grade = "tried" if found.draft.wins.tried is not None else "corrected" if found.draft.wins.unseen else "counted"
    wins = Caption(
        _("Wins it would have caught"),
        found.sentences[1] if not found.nothing_passes and len(found.sentences) > 1 else "",
        grade,  # type: ignore[arg-type]  # one of the three grades above
        _("%(k)s of %(n)s leads that pass were worked on")
        % {"k": f"{found.draft.wins.leads - found.draft.wins.unseen:,}", "n": f"{found.draft.wins.leads:,}"},
        f"{csv}&table=wins" if csv else "",
    )
    bands = Caption(
        _("What is known of each band of points"),
        _("Rates are of leads that sales worked on. Where hardly any were, nobody can say what the rest would bring."),
        "counted", "", f"{csv}&table=bands" if csv else "",
    )  # fmt: skip
    return [
        replays.volume(weeks, found.weeks, room=found.capacity_a_week, has_before=found.before is not None),
        replays.outcome(wins, rows),
        replays.bands(bands, found.bands, line=found.draft.line),
    ]


def _opened(request: Asked, pact: Pact, months: int, line: int | None) -> dict[str, Any] | None:
    """The leads that change side, where the reader asked for them."""
    side = request.GET.get("side") or request.POST.get("side")
    if side not in ("joins", "leaves"):
        return None
    after = request.GET.get("after") or request.POST.get("after") or ""
    found = queries.changed(
        request.actor, pact, request.now_s, months, line=line, joins=side == "joins",
        after=whole(after) or 0,
    )  # fmt: skip
    return {"side": side, "page": found, "table": _table(found), "after": found.after}


def _table(found: ChangedPage) -> Table:
    rows: list[list[Table]] = [
        [
            {
                "text": row.lead.name, "url": reverse("lead", args=[row.lead.id]),
                "sub": row.lead.company if row.lead.company != row.lead.name else "",
            },
            {"text": row.lead.state_words},
            {"text": f"{row.before:,}", "is_number": True},
            {"text": f"{row.draft:,}", "is_number": True},
            {"text": ", ".join(row.why)},
        ]
        for row in found.rows
    ]  # fmt: skip
    head = [
        {"label": _("Lead")}, {"label": _("State")}, {"label": _("Points in force"), "is_number": True},
        {"label": _("Points in this pact"), "is_number": True}, {"label": _("Kept back by")},
    ]  # fmt: skip
    return {"caption": _("Leads that change side"), "head": head, "rows": rows}
