"""How what followed tracked links is shown: steps from sent to won, for each way."""

from __future__ import annotations

from dataclasses import replace

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.queries.evidence_view import View
from leadpact.web.charts import Caption
from leadpact.web.measure_door import EMPTY, Door, Drawn, Links, Row, label_of, sampled
from leadpact.web.measure_layouts import table_under
from leadpact.web.pictures.plain import LengthRow, lengths

STEPS = ("leads", "followed", "came_back", "talked", "deal", "won")


def draw(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    titles = {
        "leads": gettext("Leads"), "followed": gettext("Followed the link"), "came_back": gettext("Came back"),
        "talked": gettext("Talked with us"), "deal": gettext("Deal opened"), "won": gettext("Won"),
    }  # fmt: skip
    label = label_of(seen)
    found: list[SafeString] = []
    for row in body["rows"]:
        bars = [LengthRow(titles[step], row[step]) for step in STEPS if row.get(step) is not None]
        about = replace(caption, title=label(row["way"])) if found else caption
        found.append(lengths(sampled(about, label(row["way"])), bars, table_under(seen, links)))
    return Drawn(found[0], tuple(found[1:])) if found else Drawn(EMPTY)


DOOR = Door(draw)
