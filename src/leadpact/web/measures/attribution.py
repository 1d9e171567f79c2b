"""How shared credit is shown: marketing's share by the agreed rule, and by the others."""

from __future__ import annotations

from django.utils.translation import gettext

from leadpact.queries.evidence_view import View
from leadpact.web.charts import Caption
from leadpact.web.measure_door import EMPTY, Door, Drawn, Links, Row, sampled
from leadpact.web.measure_layouts import table_under
from leadpact.web.pictures.groups import DotRow
from leadpact.web.pictures.plain import ranges

RULES = ("agreed", "first", "last", "linear", "position", "decay", "shapley", "markov")


def draw(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    names = {
        "agreed": gettext("The rule you both signed"), "first": gettext("First touch"), "last": gettext("Last touch"),
        "linear": gettext("All touches alike"), "position": gettext("40-20-40"), "decay": gettext("Late touches more"),
        "shapley": gettext("Split among the channels that touched it"), "markov": gettext("What would be missing"),
    }  # fmt: skip
    wins = {row["rule"]: 0.0 for row in body["rows"]}
    for row in body["rows"]:
        wins[row["rule"]] += row["wins"]
    own = {row["rule"]: row for row in body["rows"] if row["team"] == "marketing"}
    rows = [
        DotRow(
            names[rule], round(own[rule]["wins"]), round(wins[rule]), own[rule]["share"], own[rule]["share_low"],
            own[rule]["share_high"], "marketing",
        )
        for rule in RULES if rule in own
    ]  # fmt: skip
    about = sampled(caption, gettext("marketing's share; sales has the rest"))
    agreed = own.get("agreed", {}).get("share")
    return Drawn(ranges(about, rows, table_under(seen, links), reference=agreed) if rows else EMPTY)


DOOR = Door(draw)
