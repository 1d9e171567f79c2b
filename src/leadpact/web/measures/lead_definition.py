"""How two opinions on the same leads are shown: squares of agreement."""

from __future__ import annotations

from django.utils.translation import gettext

from leadpact.queries.evidence_view import View
from leadpact.web.charts import Caption
from leadpact.web.measure_door import Door, Drawn, Links, Row
from leadpact.web.measure_layouts import table_under
from leadpact.web.pictures.pairs import Square, squares


def draw(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    told = {row["marketing"]: row for row in body["rows"]}
    names = {"good": gettext("good for Marketing"), "held_back": gettext("held back by Marketing")}
    ends = {"accepted": gettext("accepted"), "rejected": gettext("sent back")}
    cells = [
        Square(
            told[said][end], f"{ends[end]}, {names[said]}", (said == "good") == (end == "accepted"),
        )
        for said in names if said in told
        for end in ends
    ]  # fmt: skip
    heads = (gettext("Sales accepted"), gettext("Sales sent back"))
    return Drawn(squares(caption, cells, heads, table_under(seen, links)))


DOOR = Door(draw)
