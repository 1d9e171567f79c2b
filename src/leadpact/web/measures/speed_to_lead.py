"""How speed to lead is shown: the ratio as it is, and like with like."""

from __future__ import annotations

from django.utils.translation import gettext

from leadpact.queries.evidence_view import View
from leadpact.web.charts import Caption
from leadpact.web.measure_door import Door, Drawn, Links, Row
from leadpact.web.measure_layouts import table_under
from leadpact.web.pictures.effects import EffectRow, effects
from leadpact.web.wording import share_in_words, times


def draw(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    names = {"as_they_are": gettext("As they are"), "like_with_like": gettext("Like with like")}
    rows = [
        EffectRow(
            names.get(row["compared"], row["compared"]), row["ratio"], row["ratio_low"], row["ratio_high"],
            words=times(row["ratio"]) if row["ratio"] is not None else "",
            note=gettext("fast %(fast)s, slow %(slow)s")
            % {"fast": share_in_words(row["fast_share"]), "slow": share_in_words(row["slow_share"])},
            is_named=row["ratio_low"] is not None and (row["ratio_low"] > 1 or row["ratio_high"] < 1),
        )
        for row in body["rows"]
    ]  # fmt: skip
    towards = (gettext("slow ones do better"), gettext("fast ones do better"))
    return Drawn(effects(caption, rows, table_under(seen, links), says=times, neutral=1.0, towards=towards))


DOOR = Door(draw)
