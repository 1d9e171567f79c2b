"""How acceptance by criterion is shown: differences around none."""

from __future__ import annotations

from django.utils.translation import gettext

from leadpact.queries.evidence_view import View
from leadpact.web.charts import Caption
from leadpact.web.measure_door import Door, Drawn, Links, Row, k_of_n
from leadpact.web.measure_layouts import table_under
from leadpact.web.pictures.effects import EffectRow, effects
from leadpact.web.wording import points


def draw(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    rows = [
        EffectRow(
            row["criterion"],
            row["accepted_difference"],
            row["accepted_difference_low"],
            row["accepted_difference_high"],
            note=k_of_n(row["met"], row["leads"], None, None),
            is_named=row["accepted_finding"] in ("more", "less"),
        )
        for row in body["rows"]
    ]  # fmt: skip
    towards = (gettext("accepted less often where met"), gettext("accepted more often where met"))
    return Drawn(effects(caption, rows, table_under(seen, links), says=points, towards=towards))


DOOR = Door(draw)
