"""How the funnel is shown: its stages, and its months."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leadpact.queries.evidence_view import View
from leadpact.web import charts
from leadpact.web.charts import Caption
from leadpact.web.measure_door import (
    Door,
    Drawn,
    Links,
    Row,
    Table,
    count_cell,
    k_of_n,
    range_cell,
    sampled,
    table,
    table_url,
    text_cell,
)
from leadpact.web.measure_words import same_code
from leadpact.web.templatetags.look import side_name

SIDES = ("marketing", "sales", "unknown")


def draw(_seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    stages = body["tables"]["stages"]
    there = {row["stage"]: row["still_there"] for row in body["tables"]["stays"]}
    reached = {(row["found_by"], row["stage"]): row["reached"] for row in stages}
    everyone = [row for row in stages if row["found_by"] is None]
    rows = [
        charts.FunnelRow(
            stage_words(row["stage"]),
            reached.get(("marketing", row["stage"]), 0),
            reached.get(("sales", row["stage"]), 0),
            reached.get(("unknown", row["stage"]), 0),
            lost=None,
            open=there.get(row["stage"]),
            leads_url=links.behind({"stage": row["stage"]}),
            onward=row.get("of_before"),
        )
        for row in everyone
    ]
    last = everyone[-1]
    sample = k_of_n(last["reached"], last["captured"], last["of_captured_low"], last["of_captured_high"])
    return Drawn(charts.funnel(sampled(caption, sample, links.behind({"stage": "won"})), rows), (), "")


def tables(_seen: View, body: Row, links: Links) -> list[Table]:
    """Its tables, whose counts open their leads."""
    stages = body["tables"]["stages"]
    reached = {(row["found_by"], row["stage"]): row["reached"] for row in stages}
    finders = [side for side in SIDES if side != "unknown" or reached.get((side, "captured"))]
    rows = []
    for row in (each for each in stages if each["found_by"] is None):
        cells = [
            count_cell(links, reached.get((f, row["stage"]), 0), {"stage": row["stage"], "found_by": f})
            for f in finders
        ]
        first: list[Table] = [
            {"text": stage_words(row["stage"])},
            count_cell(links, row["reached"], {"stage": row["stage"]}),
        ]
        rows.append(
            [
                *first,
                *cells,
                range_cell(row, "of_captured"),
                range_cell(row, "of_before") if "of_before" in row else text_cell("–"),
            ]
        )
    head = [
        gettext("Stage"), gettext("All"), *map(_found_by, finders), gettext("Of captured"),
        gettext("Of the stage before"),
    ]  # fmt: skip
    ends = ("captured", "won", "lost", "sent_back", "still_open")
    months = [
        [
            {"text": row["month"], "badge": row["found_by"]},
            *(
                count_cell(links, row[end], {"month": row["month"], "found_by": row["found_by"], **_end(end)})
                for end in ends
            ),
            range_cell(row, "won_share"),
        ]
        for row in body["rows"]
    ]
    titles = [
        gettext("Month"), stage_words("captured"), stage_words("won"), gettext("Lost"),
        gettext("Sent back or given up"), gettext("Still open"), gettext("Share won"),
    ]  # fmt: skip
    return [
        table(gettext("By stage, and by who found the lead"), head, rows, table_url(links.csv, "stages")),
        table(gettext("By month of capture, and by who found the lead"), titles, months, links.csv),
    ]


def _end(end: str) -> dict[str, str]:
    return {"stage": end} if end in ("captured", "won") else {"outcome": end}


def _found_by(side: str) -> str:
    return gettext("Found by nobody we know") if side == "unknown" else side_name(side)


def stage_words(stage: str) -> str:
    """A stage of the funnel."""
    words = {
        "captured": gettext("Captured"), "qualified": gettext("Qualified"), "handed_over": gettext("Handed over"),
        "accepted": gettext("Accepted"), "first_talk": gettext("First talk"), "deal_opened": gettext("Deal opened"),
        "won": gettext("Won"),
    }  # fmt: skip
    return words.get(stage, same_code(stage))


DOOR = Door(draw, tables, _("How far leads come"))
