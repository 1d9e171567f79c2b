"""How persistence is shown: two staircases with the line between, worth against cost, and the attempts."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leadpact.queries.evidence_view import View
from leadpact.web import charts
from leadpact.web.charts import Caption
from leadpact.web.measure_door import (
    EMPTY,
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
from leadpact.web.pictures.bars import Bit, stack
from leadpact.web.wording import count_in_words, share_in_words, short_amount_in_words

MOST_NAIVE = 10


def draw(_seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    """The picture of what the measure found."""
    drawn = [row for row in body["rows"] if not row["is_pooled"] and row["cif_as_run"] is not None]
    if not drawn:
        return Drawn(EMPTY, (), "")
    rows = [
        charts.PersistenceRow(
            row["attempt"], row["at_risk"], row["event_here"], row["cif_as_run"], row["cif_like_with_like"],
            row["cif_if_everyone_had_been_kept"], None if row["worth_minor"] is None else round(row["worth_minor"]),
            links.behind({"attempt": row["attempt"], "outcome": "at_risk"}),
        )
        for row in drawn
    ]  # fmt: skip
    stop = next((row for row in body["tables"]["stop_points"] if row["band"] is None), None)
    sample = gettext("%(n)s leads with attempts") % {"n": f"{drawn[0]['at_risk']:,}"}
    picture = charts.persistence(
        sampled(caption, sample, links.behind({"attempt": 1, "outcome": "at_risk"})),
        rows,
        stop_before=stop["stop_after"] + 1 if stop and stop["is_seen"] else None,
        cost_minor=body["chart"]["data"].get("attempt_cost_minor"),
        currency=body["parameters"].get("currency") or "EUR",
    )
    return Drawn(picture + _used_to(body), (), "")


def _used_to(body: Row) -> SafeString:
    """The table people are used to, greyed, with why it misleads; it opens where somebody asks for it."""
    naive = [row for row in body["tables"].get("naive", ()) if row["leads"]]
    if not naive:
        return EMPTY
    widest = max((row["naive_rate"] or 0 for row in naive), default=0) or 1
    bars = format_html_join(
        "",
        '<div class="frow"><span class="fname">{}</span>{}<b class="num">{}</b><small>{}</small></div>',
        (
            (
                gettext("%(n)s contacts") % {"n": row["attempt"]},
                stack([Bit("o", row["naive_rate"] or 0)], widest, 16),
                share_in_words(row["naive_rate"]) if row["naive_rate"] is not None else gettext("too few"),
                k_of_n(row["event"], row["leads"], None, None),
            )
            for row in naive[:MOST_NAIVE]
        ),
    )
    return format_html(
        '<details class="used-to"><summary>{}</summary><p>{}</p><div class="naive">{}</div></details>',
        gettext("The table you are used to"),
        gettext(
            "Share by the number of contacts in the end. It slopes by who is dropped when, not by what an attempt is "
            "worth, so do not decide by it."
        ),
        bars,
    )


def tables(_seen: View, body: Row, links: Links) -> list[Table]:
    """Its tables, whose counts open their leads."""
    currency = body["parameters"].get("currency") or ""
    rows = []
    for row in body["rows"]:
        key = {"attempt": str(row["attempt"])} | ({"is_pooled": "true"} if row["is_pooled"] else {})
        ends = (("event_here", "event"), ("lost_here", "lost"), ("gave_up_here", "gave_up"), ("open_here", "open"))
        worth = None if row["worth_minor"] is None else round(row["worth_minor"])
        rows.append([
            {"text": gettext("%(n)d or more") % {"n": row["attempt"]} if row["is_pooled"] else str(row["attempt"])},
            count_cell(links, row["at_risk"], {**key, "outcome": "at_risk"}),
            *(count_cell(links, row[column], {**key, "outcome": end}) for column, end in ends),
            range_cell(row, "hazard"),
            text_cell(short_amount_in_words(worth, currency)),
        ])  # fmt: skip
    event = gettext("Won") if body["parameters"].get("event") == "won" else gettext("Replied")
    head = [
        gettext("Attempt"), gettext("Still silent before it"), event, gettext("Lost"), gettext("Given up"),
        gettext("Still open"), gettext("Chance of this attempt"), gettext("Worth"),
    ]  # fmt: skip
    naive = [
        [
            {"text": count_in_words(row["attempt"])}, text_cell(count_in_words(row["leads"])),
            text_cell(count_in_words(row["event"])), range_cell(row, "naive_rate"),
        ]
        for row in body["tables"].get("naive", ())
    ]  # fmt: skip
    found = [table(gettext("By attempt"), head, rows, links.csv)]
    if naive:
        titles = [gettext("Contacts in the end"), gettext("Leads"), event, gettext("Share")]
        url = table_url(links.csv, "naive")
        found.append(table(gettext("The table people are used to, which misleads"), titles, naive, url))
    return found


DOOR = Door(draw, tables, _("What the next attempt is worth"))
