"""Learn a draft of the pact from history: ask for it, read what was found, make it a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from leadpact.operations import learn as acts
from leadpact.operations.learn import NothingLearned
from leadpact.operations.pact import WrongPact
from leadpact.queries import learn as queries
from leadpact.web.door import Asked, door

WIDE = 200
"""How wide the picture of a ranking is; it reaches from guessing (50 of 100 pairs) to knowing (100)."""
RESAMPLES = 50


@door
@require_GET
def page(request: Asked) -> HttpResponse:
    """What was learned last, and the button that learns it again."""
    found = queries.page(request.actor)
    context = {
        "here": "pact",
        "page": found,
        "body": found.body,
        "is_looking": found.is_looking,
        "tables": [_table(each) for each in found.body.get("attributes", ())],
        "left_out": sorted(found.body.get("left_out", ()), key=lambda each: not each["is_leak"]),
        "rankings": _rankings(found.body.get("figures")),
        "calibration": _calibration(found.body.get("figures")),
    }
    return render(request, "pact/learn.html", context)


@door
@require_POST
def ask(request: Asked) -> HttpResponse:
    """Have it learned by the worker."""
    if acts.request(actor=request.actor, now_s=request.now_s):
        messages.success(request, _("A draft is being learned from your history."))
    return redirect("pact_learn")


@door
@require_POST
def begin(request: Asked) -> HttpResponse:
    """Make what was learned a draft that both teams edit."""
    try:
        row = acts.begin_draft(actor=request.actor, now_s=request.now_s)
    except (NothingLearned, WrongPact) as error:
        messages.error(request, str(error))
        return redirect("pact_learn")
    messages.success(request, _("The learned table is a draft now. Read it together, change it, propose it."))
    return redirect("pact_draft", row.pk)


def _table(attribute: Mapping[str, Any]) -> dict[str, Any]:
    head = [
        {"label": _("Condition")},
        {"label": _("Points"), "is_number": True},
        {"label": _("Won"), "is_number": True},
        {"label": _("Same in resamples"), "is_number": True},
    ]
    rows = [
        [
            {"text": each["label"]},
            {"text": each["points"], "is_number": True},
            {"text": _("%(k)s of %(n)s") % {"k": f"{each['won']:,}", "n": f"{each['leads']:,}"}, "is_number": True},
            {"text": _("%(k)s of %(n)s") % {"k": each["steady"], "n": RESAMPLES}, "is_number": True},
        ]
        for each in attribute["bins"]
    ]
    return {"name": attribute["name"], "most": attribute["most"], "table": {
        "caption": attribute["name"], "head": head, "rows": rows, "csv_url": "",
    }}  # fmt: skip


def _rankings(figures: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    """Each way of ranking with its bar and whisker, from 50 to 100 pairs of 100."""
    if not figures:
        return []
    names = {
        "table": _("The learned table"), "now": _("Your points of the time"), "one": _("The best attribute alone"),
        "bayes": _("Naive Bayes"), "box": _("A black box"),
    }  # fmt: skip
    found = []
    for key, name in names.items():
        told = figures["ranks"].get(key)
        if told is not None:
            value, low, high = (max(0, min(WIDE, round((each - 0.5) * 2 * WIDE))) for each in told)
            found.append({
                "name": name, "is_own": key == "table", "bar": value, "low": low, "wide": max(1, high - low),
                "text": _("%(n).0f of 100 (%(low).0f to %(high).0f)")
                % {"n": 100 * told[0], "low": 100 * told[1], "high": 100 * told[2]},
            })  # fmt: skip
    return found


def _calibration(figures: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """What came against what was foretold, by leads of about as many points."""
    if not figures:
        return None
    head = [
        {"label": _("Foretold of 100"), "is_number": True},
        {"label": _("Came"), "is_number": True},
        {"label": _("Chance allows"), "is_number": True},
    ]
    rows = [
        [
            {"text": f"{100 * foretold:.0f}", "is_number": True},
            {
                "text": _("%(k)s of %(n)s") % {"k": f"{won:,}", "n": f"{leads:,}"},
                "sub": f"{100 * won / leads:.0f}" if leads else "",
                "is_number": True,
            },
            {"text": _("%(low).0f to %(high).0f") % {"low": 100 * low, "high": 100 * high}, "is_number": True},
        ]
        for leads, won, foretold, low, high in figures["calibration"]["bins"]
    ]
    return {"caption": _("What came against what was foretold"), "head": head, "rows": rows, "csv_url": ""}
