"""How source quality is shown: rising curves, and a table by source."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

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
    label_of,
    range_cell,
    sampled,
    table,
    text_cell,
)
from leadpact.web.wording import count_in_words


def draw(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    label, day = label_of(seen), _common_day(body)
    points: dict[str, list[charts.CurvePoint]] = {}
    for row in body["tables"]["curve"]:
        points.setdefault(row["source"], []).append(_point(row))
    for row in body["rows"]:
        if row["day"] == day and row["won_share"] is not None:  # The figure of the table, exactly on its day.
            own = [point for point in points.get(row["source"], []) if point.day != day]
            points[row["source"]] = sorted([*own, _point(row)])
    curves = [
        charts.SourceCurve(
            label(row["source"]), row.get("found_by") or "", row["won"], row["leads"],
            tuple(points.get(row["source"], ())), links.behind({"source": row["source"], "outcome": "won"}),
        )
        for row in body["tables"]["sources"]
    ]  # fmt: skip
    if not any(curve.points for curve in curves):
        return Drawn(EMPTY, (), "")
    whole = next(row for row in body["tables"]["all"] if row["day"] == 180)
    sample = gettext("%(won)s of %(leads)s won so far") % {
        "won": f"{sum(curve.k for curve in curves):,}", "leads": f"{whole['leads']:,}",
    }  # fmt: skip
    return Drawn(
        charts.rising(sampled(caption, sample, links.behind({"outcome": "won"})), curves, mark_day=day), (), ""
    )


def _point(row: Row) -> charts.CurvePoint:
    return charts.CurvePoint(row["day"], row["won_share"], row["won_share_low"], row["won_share_high"], row["at_risk"])


def _common_day(body: Row) -> int:
    """The day at which most sources can be compared, of those the later; 90 where none can."""
    followed = dict.fromkeys((30, 60, 90, 180), 0)
    for row in body["rows"]:
        followed[row["day"]] += row["won_share"] is not None
    most = max(followed.values())
    return max(day for day, count in followed.items() if count == most) if most else 90


def tables(seen: View, body: Row, links: Links) -> list[Table]:
    """Its tables, whose counts open their leads."""
    label = label_of(seen)
    by_day = {(row["source"], row["day"]): row for row in body["rows"]}
    days = (30, 60, 90, 180)
    rows = []
    for row in body["tables"]["sources"]:
        source = row["source"]
        last = by_day[source, 180]
        ended = row["leads"] - row["won"] - row["open"]
        rows.append([
            {"text": label(source), "sub": _standing(row["group"])},
            text_cell(count_in_words(row["leads"])),
            count_cell(links, row["won"], {"source": source, "outcome": "won"}),
            count_cell(links, ended, {"source": source, "outcome": "ended_without_win"}),
            count_cell(links, row["open"], {"source": source, "outcome": "open_and_younger"}),
            *(range_cell(by_day[source, day], "won_share") for day in days),
            count_cell(links, last["ripe_won"], {"source": source, "day": "180", "outcome": "ripe_won"})
            | {"sub": gettext("of %(n)s") % {"n": count_in_words(last["ripe_leads"])}},
        ])  # fmt: skip
    head = [
        gettext("Source"), gettext("Leads"), gettext("Won so far"), gettext("Ended without a win"), gettext("Open"),
        *(gettext("Won by day %(day)d") % {"day": day} for day in days), gettext("Ripe ones won"),
    ]  # fmt: skip
    return [table(gettext("By source"), head, rows, links.csv)]


def _standing(group: str) -> str:
    words = {
        "clearly_above": gettext("clearly above the rest"), "like_the_rest": gettext("like the rest"),
        "clearly_below": gettext("clearly below the rest"), "too_few": gettext("too few to compare"),
    }  # fmt: skip
    return words.get(group, group)


DOOR = Door(draw, tables, _("What each source brings in the end"))
