"""How the use of material is shown: odds of moving on with it, within the same stage."""

from __future__ import annotations

from django.utils.translation import gettext

from leadpact.queries.evidence_view import View
from leadpact.web.charts import Caption
from leadpact.web.measure_door import Door, Drawn, Links, Row
from leadpact.web.measure_layouts import table_under
from leadpact.web.pictures.effects import EffectRow, effects
from leadpact.web.wording import share_in_words, times

MOST = 12


def draw(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    rows = [
        EffectRow(
            gettext("Material %(id)s") % {"id": row["asset_id"]},
            row["odds_ratio"], row.get("odds_ratio_low"), row.get("odds_ratio_high"),
            words=times(row["odds_ratio"]) if row["odds_ratio"] is not None else "",
            note=gettext("used in %(share)s of deals") % {"share": share_in_words(row["deals_share"])},
            is_named=row["finding"] in ("more_often", "less_often"),
        )
        for row in body["rows"][:MOST]
    ]  # fmt: skip
    towards = (gettext("moved on less often with it"), gettext("moved on more often with it"))
    return Drawn(effects(caption, rows, table_under(seen, links), says=times, neutral=1.0, towards=towards))


DOOR = Door(draw)
