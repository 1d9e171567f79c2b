"""How reasons of losses are shown: ranked bars with ranges, and the grid of what differs."""

from __future__ import annotations

from dataclasses import replace

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.queries.evidence_view import View
from leadpact.web.charts import Caption
from leadpact.web.measure_door import EMPTY, Door, Drawn, Links, Row, label_of, sampled
from leadpact.web.measure_layouts import table_under
from leadpact.web.pictures.groups import DotRow
from leadpact.web.pictures.plain import ranges

MOST = 10


def draw(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    label = label_of(seen)
    pictures: list[SafeString] = []
    titles = {"deals": gettext("Why deals are lost"), "leads": gettext("Why leads end without a deal")}
    for what, title in titles.items():
        rows = [row for row in body["rows"] if row["what"] == what]
        if not rows:
            continue
        dots = [
            DotRow(
                label(row["reason"]), row["lost"], row["of"], row["share"], row["share_low"], row["share_high"], "",
                gettext("may be the first of all") if row["may_be_first"] and len(rows) > 1 else "",
            )
            for row in rows[:MOST]
        ]  # fmt: skip
        about = replace(caption, title=title) if pictures else caption
        pictures.append(ranges(sampled(about, title.lower()), dots, table_under(seen, links)))
    return Drawn(pictures[0], tuple(pictures[1:])) if pictures else Drawn(EMPTY)


DOOR = Door(draw)
