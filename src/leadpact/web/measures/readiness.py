"""How far buyers had come is shown: touches before the first talk, in deals won and lost."""

from __future__ import annotations

from dataclasses import replace

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.queries.evidence_view import View
from leadpact.web.charts import Caption
from leadpact.web.measure_door import EMPTY, Door, Drawn, Links, Row, label_of, sampled
from leadpact.web.measure_layouts import table_under
from leadpact.web.pictures.groups import DotRow
from leadpact.web.pictures.plain import ranges


def draw(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    label = label_of(seen)
    found: list[SafeString] = []
    for outcome in ("won", "lost"):
        own = [row for row in body["tables"].get("touches", ()) if row["outcome"] == outcome]
        dots = [
            DotRow(
                gettext("%(n)s touches") % {"n": row["touches"]}, row["deals"], row["of"], row["share"],
                row["share_low"], row["share_high"],
            )
            for row in own
        ]  # fmt: skip
        about = replace(caption, title=label(outcome)) if found else caption
        if dots:
            found.append(ranges(sampled(about, label(outcome)), dots, table_under(seen, links)))
    return Drawn(found[0], tuple(found[1:])) if found else Drawn(EMPTY)


DOOR = Door(draw)
