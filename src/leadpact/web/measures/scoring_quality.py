"""How good the scoring is, is shown: the outcome by points, with the rising line beside it."""

from __future__ import annotations

from django.utils.translation import gettext

from leadpact.queries.evidence_view import View
from leadpact.web.charts import Caption
from leadpact.web.measure_door import EMPTY, Door, Drawn, Links, Row
from leadpact.web.measure_layouts import table_under
from leadpact.web.pictures.groups import DotRow
from leadpact.web.pictures.plain import ranges


def draw(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    rows = [
        DotRow(
            gettext("%(band)s points") % {"band": row["band"]}, row["had"], row["judged"], row["had_share"],
            row["had_share_low"], row["had_share_high"], "sales",
        )
        for row in body["rows"]
    ]  # fmt: skip
    return Drawn(ranges(caption, rows, table_under(seen, links)) if rows else EMPTY)


DOOR = Door(draw)
