"""How answering in time is shown: the curve of waiting, the people, and the clocks."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leadpact.evidence.pictures.of_promises import kept
from leadpact.queries.evidence_view import View
from leadpact.web import charts
from leadpact.web.charts import Caption
from leadpact.web.measure_door import (
    EMPTY,
    Door,
    Drawn,
    Links,
    Row,
    Table,
    count_cell,
    k_of_n,
    label_of,
    range_cell,
    sampled,
    table,
)
from leadpact.web.measure_layouts import table_under
from leadpact.web.measure_words import note, speaker
from leadpact.web.pictures.drawing import scale_ticks
from leadpact.web.pictures.panel_figures import panel_figure

STEPS = 60
"""So many places of a waiting curve are drawn and tabled."""


def draw(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    total = body["rows"][0]
    curve = body["tables"]["curve"]
    if not curve:
        return Drawn(_bullet(seen, body, caption, links))
    sample = k_of_n(total["kept"], total["due"], total["kept_share_low"], total["kept_share_high"])
    half_s = body["tables"]["percentiles"][0]["seconds"]
    promised = seen.promised_s
    first = charts.answered(
        sampled(caption, sample, links.behind({"level": "all", "outcome": "missed"})),
        _hours(curve, body["tables"]["percentiles"], promised),
        promise_h=promised[-1] / 3600 if promised else None,
        half_h=round(half_s / 3600, 1) if half_s is not None else None,
        promise_says=""
        if len(promised) < 2
        else gettext("within %(h)s h, today's longest promise") % {"h": f"{promised[-1] / 3600:g}"},
    )
    bullet = Caption(gettext("What sales promised"), "", caption.grade, "", caption.csv_url, caption.json_url)
    more = [_bullet(seen, body, bullet, links), _people(seen, body, caption, total)]
    return Drawn(first, tuple(each for each in more if each), "")


def _bullet(seen: View, body: Row, caption: Caption, links: Links) -> SafeString:
    """What sales promised and how much of it was kept; nothing where the pact promises no share."""
    panel = kept(body)
    if panel is None:
        return EMPTY
    return panel_figure(panel, caption, speaker(label_of(seen)), table_under(seen, links), with_title=False)


def _hours(curve: Sequence[Row], percentiles: Sequence[Row], promised: Sequence[int]) -> list[charts.AnsweredRow]:
    """The curve at even steps, as far as nine in ten (else the most that is known), and past the promise."""
    reached = [row["seconds"] for row in percentiles if row["seconds"] is not None]
    far_s = max([reached[-1] if reached else curve[-1]["seconds"], 1.25 * max(promised, default=0), 3600])
    step = scale_ticks(far_s / 3600, STEPS)[1]
    seconds = [row["seconds"] for row in curve]
    even = {round(place * step, 6) for place in range(1, math.ceil(far_s / 3600 / step) + 1)}
    found: list[charts.AnsweredRow] = []
    for hours in sorted(even | {length / 3600 for length in promised}):
        at = bisect_right(seconds, round(hours * 3600)) - 1
        left = curve[at + 1]["at_risk"] if at + 1 < len(curve) else 0
        if at < 0:
            found.append(charts.AnsweredRow(hours, 0.0, 0.0, 0.0, left))
            continue
        low, share, high = (curve[at][f"touched_share{end}"] for end in ("_low", "", "_high"))
        if low is None:  # Past the last open clock nothing is known of the range: the last one is kept.
            low = found[-1].low if found else share
        found.append(charts.AnsweredRow(hours, share, low, share if high is None else high, left))
    return found


def _people(seen: View, body: Row, caption: Caption, total: Row) -> SafeString:
    """Whether anybody differs from the team beyond chance; nothing where the pact shows no persons."""
    rows = [row for row in body["rows"] if row["level"] == "person" and row["due"]]
    if not rows or total["kept_share"] is None:
        return EMPTY
    dots = [
        charts.PersonDot(_who(seen, row), row["kept"], row["due"], bool(row["flag"]) and row["person_id"] in seen.names)
        for row in rows
    ]
    told = [
        note(seen.page.about, each, label_of(seen)) for each in body["notes"] if each["key"] in ("within", "outside")
    ]
    title = gettext("Does anybody differ from the team?")
    says = " ".join([*told, gettext("Between the dashed lines lies what chance alone gives. Nobody is ranked.")])
    limits = [charts.TrumpetLimit(row["due"], row["low"], row["high"]) for row in body["tables"].get("limits", ())]
    about = Caption(title, says, caption.grade, caption.sample, caption.csv_url, caption.json_url)
    whole = total["kept"], total["due"]
    return charts.trumpet(about, dots, rate=total["kept_share"], limits=limits, whole=whole)


def _who(seen: View, row: Row) -> str:
    if row["person_id"] is not None and row["person_id"] == seen.own_id:
        return gettext("You")
    return seen.names.get(row["person_id"], "")


def tables(seen: View, body: Row, links: Links) -> list[Table]:
    """Its tables, whose counts open their leads."""
    rows = []
    for row in _in_order(seen, body["rows"]):
        key = {"level": row["level"]}
        if row["level"] == "person":
            key["person_id"] = str(row["person_id"])
        numbers = [count_cell(links, row[name], {**key, "outcome": name}) for name in ("due", "kept")]
        missed = count_cell(links, row["due"] - row["kept"], {**key, "outcome": "missed"})
        rest = [count_cell(links, row[name], {**key, "outcome": name}) for name in ("overdue", "running", "withdrawn")]
        rows.append([{"text": _whose(seen, row)}, *numbers, missed, *rest, range_cell(row, "kept_share")])
    head = [
        gettext("Whose"), gettext("Due"), gettext("Kept"), gettext("Missed"), gettext("Of those still untouched"),
        gettext("Still running"), gettext("Withdrawn"), gettext("Share kept"),
    ]  # fmt: skip
    return [table(gettext("Clocks"), head, rows, links.csv)]


def _in_order(seen: View, rows: Sequence[Row]) -> list[Row]:
    """All together, the people whom the reader may know by name, and what is in nobody's own figures."""
    place = {"all": 0, "person": 1, "reassigned": 2}
    shown = [row for row in rows if row["level"] != "person" or row["person_id"] in seen.names]
    return sorted(shown, key=lambda row: (place[row["level"]], seen.names.get(row["person_id"] or 0, "")))


def _whose(seen: View, row: Row) -> str:
    if row["level"] == "all":
        return gettext("All together")
    if row["level"] == "reassigned":
        return gettext("Passed on to a colleague; in nobody's own figures")
    if row["person_id"] is not None and row["person_id"] == seen.own_id:
        return gettext("You")
    return seen.names[row["person_id"]]


DOOR = Door(draw, tables, _("Touched in time"))
