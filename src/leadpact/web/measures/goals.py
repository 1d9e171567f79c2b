"""How goals are shown: each number by month, between the limits of what it does by itself."""

from __future__ import annotations

from dataclasses import replace

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.queries.evidence_view import View
from leadpact.web.charts import Caption
from leadpact.web.measure_door import EMPTY, Door, Drawn, Links, Row, label_of, sampled
from leadpact.web.measure_layouts import table_under
from leadpact.web.pictures.series import Month, control

MOST = 6


def draw(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    label = label_of(seen)
    by_metric: dict[str, list[Row]] = {}
    for row in body["tables"].get("months", ()):
        by_metric.setdefault(row["metric"], []).append(row)
    goals = {row["metric"]: row["monthly_target"] for row in body["rows"]}
    pictures: list[SafeString] = []
    table = table_under(seen, links)
    for metric, own in list(by_metric.items())[:MOST]:
        months = [
            Month(row["month"], row["value"], row["low"], row["high"], gettext("a signal") if row["signal"] else "")
            for row in own if row["value"] is not None
        ]  # fmt: skip
        about = replace(caption, title=label(metric)) if pictures else caption
        pictures.append(control(sampled(about, label(metric)), months, table, goal=goals.get(metric)))
    shown = [picture for picture in pictures if picture]
    return Drawn(shown[0], tuple(shown[1:])) if shown else Drawn(EMPTY)


DOOR = Door(draw)
