"""How the success review is shown: what won deals have more often than lost ones."""

from __future__ import annotations

from django.utils.translation import gettext

from leadpact.queries.evidence_view import View
from leadpact.web.charts import Caption
from leadpact.web.measure_door import EMPTY, Door, Drawn, Links, Row, label_of
from leadpact.web.measure_layouts import table_under
from leadpact.web.pictures.effects import EffectRow, effects
from leadpact.web.wording import points, share_in_words

MOST = 12


def draw(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    label = label_of(seen)
    told = [row for row in body["rows"] if row["finding"] != "too_few"]
    told.sort(key=lambda row: (row["finding"] == "alike", -abs(row["difference"] or 0)))
    rows = [
        EffectRow(
            f"{label(row['trait'])}: {label(row['level'])}",
            row["difference"], row["difference_low"], row["difference_high"],
            note=gettext("%(won)s of won, %(lost)s of lost")
            % {"won": share_in_words(row["won_share"]), "lost": share_in_words(row["lost_share"])},
            is_named=row["finding"] in ("more_won", "less_won"),
        )
        for row in told[:MOST]
    ]  # fmt: skip
    towards = (gettext("more often in lost deals"), gettext("more often in won deals"))
    return Drawn(effects(caption, rows, table_under(seen, links), says=points, towards=towards) if rows else EMPTY)


DOOR = Door(draw)
