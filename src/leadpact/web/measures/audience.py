"""How the audience is shown: visitors to the left, customers to the right."""

from __future__ import annotations

from django.utils.translation import gettext

from leadpact.queries.evidence_view import View
from leadpact.web.charts import Caption
from leadpact.web.measure_door import EMPTY, Door, Drawn, Links, Row, label_of
from leadpact.web.measure_layouts import table_under
from leadpact.web.pictures.pairs import MirrorRow, mirror
from leadpact.web.wording import count_in_words

MOST = 12


def draw(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    label = label_of(seen)
    rows = [
        MirrorRow(
            label(row["segment"]), row["visitor_share"], row["customer_share"],
            gettext("%(index)s visitors for 100 among customers") % {"index": count_in_words(row["index"])}
            if row["is_different"] and row["index"] is not None else "",
        )
        for row in body["rows"][:MOST] if row["visitor_share"] is not None
    ]  # fmt: skip
    sides = (gettext("Visitors"), gettext("Customers"))
    return Drawn(mirror(caption, rows, sides, table_under(seen, links)) if rows else EMPTY)


DOOR = Door(draw)
