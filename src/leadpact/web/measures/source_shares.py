"""How it is shown who developed the leads: bars split by team, unknown as a part of its own."""

from __future__ import annotations

from django.utils.translation import gettext

from leadpact.queries.evidence_view import View
from leadpact.web.charts import Caption
from leadpact.web.measure_door import Door, Drawn, Links, Row
from leadpact.web.measure_layouts import table_under
from leadpact.web.pictures.pairs import SplitRow, split_bars
from leadpact.web.wording import share_in_words

TEAMS = {"marketing": "m", "sales": "s", "others": "o", "unknown": "u"}


def draw(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    titles = {"leads": gettext("Leads"), "hand_offs": gettext("Hand-offs"), "handed_over": gettext("Handed over"),
              "wins": gettext("Wins"), "won": gettext("Won")}  # fmt: skip
    words = {"marketing": gettext("Marketing"), "sales": gettext("Sales"), "others": gettext("Others"),
             "unknown": gettext("Nobody knows")}  # fmt: skip
    by_among: dict[str, list[Row]] = {}
    for row in body["rows"]:
        by_among.setdefault(row["among"], []).append(row)
    rows = [
        SplitRow(
            titles.get(among, among), [(TEAMS[r["developed_by"]], r["count"], words[r["developed_by"]]) for r in own],
            ", ".join(f"{words[r['developed_by']]} {share_in_words(r['share'])}" for r in own if r["count"]),
        )
        for among, own in by_among.items()
    ]  # fmt: skip
    entries = [(TEAMS[side], word) for side, word in words.items()]
    return Drawn(split_bars(caption, rows, entries, table_under(seen, links)))


DOOR = Door(draw)
