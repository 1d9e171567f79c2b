"""Learn a draft of the pact from history: ask for it, read what was found, make it a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from leadpact.evidence.learning_quality import RESAMPLES
from leadpact.evidence.pictures.panels import Band, Line, Plane, Said, Spot
from leadpact.operations import learn as acts
from leadpact.operations.learn import NothingLearned
from leadpact.operations.pact import WrongPact
from leadpact.queries import learn as queries
from leadpact.web.door import Asked, door
from leadpact.web.measure_words import same_code, speaker
from leadpact.web.pictures.drawing import Caption, figure, numbers
from leadpact.web.pictures.planes import plane, spoken

WIDE = 200
"""How wide the picture of a ranking is; it reaches from guessing (50 of 100 pairs) to knowing (100)."""


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


def _calibration(figures: Mapping[str, Any] | None) -> SafeString | None:
    """What came against what was foretold, by leads of about as many points: along the diagonal, with its numbers."""
    if not figures:
        return None
    bins = [each for each in figures["calibration"]["bins"] if each[0]]
    says = Said("foretold {foretold:.0%}, came {came:.0%}: {won:,} of {leads:,}")
    spots = tuple(
        Spot(
            foretold, won / leads,
            replace(says, args={"foretold": foretold, "came": won / leads, "won": won, "leads": leads}),
            "value" if low <= won / leads <= high else "out",
        )
        for leads, won, foretold, low, high in bins
    )  # fmt: skip
    lower, upper = (tuple((each[2], each[side]) for each in bins) for side in (3, 4))
    panel = Plane(
        Said("What came against what was foretold"), Said("share foretold by the points"), Said("share that was won"),
        x_unit="share", lines=(Line("diagonal", ((0.0, 0.0), (1.0, 1.0)), Said("foretold is what comes")),),
        bands=(Band("chance", lower, upper, Said("what chance allows")),), spots=spots,
        out_says=Said("beyond what chance allows"),
    )  # fmt: skip
    caption = Caption(
        _("What came against what was foretold"),
        _("Each mark is a tenth of the leads it had not seen, by points. On the line, what was foretold came."),
        "counted",
    )
    table = [
        (
            f"{100 * foretold:.0f}",
            _("%(k)s of %(n)s") % {"k": f"{won:,}", "n": f"{leads:,}"},
            _("%(low).0f to %(high).0f") % {"low": 100 * low, "high": 100 * high},
        )
        for leads, won, foretold, low, high in bins
    ]
    head = (_("Foretold of 100"), _("Came"), _("Chance allows of 100"))
    speak = speaker(same_code)
    return figure("plane", caption, plane(panel, speak), spoken(panel, speak), numbers(caption, head, table))
