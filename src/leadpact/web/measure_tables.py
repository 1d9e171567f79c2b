"""Results of measures as tables whose numbers open the leads behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext

from leadpact.queries.evidence import BehindPage
from leadpact.queries.evidence_view import View
from leadpact.web import measure_layouts
from leadpact.web.measure_figures import Links, label_of
from leadpact.web.measure_words import stage_words
from leadpact.web.templatetags.look import side_name
from leadpact.web.wording import count_in_words, share_in_words, short_amount_in_words

Row = Mapping[str, Any]
Table = dict[str, Any]
SIDES = ("marketing", "sales", "unknown")


def tables(seen: View, links: Links) -> list[Table]:
    """The tables of a measure, each for ``_parts/table.html`` with a title; none where nothing is known."""
    body = seen.page.body
    if body is None or not body["rows"]:
        return []
    makes: dict[str, Callable[[View, Row, Links], list[Table]]] = {
        "funnel": _funnel, "source_quality": _sources, "sla_keeping": _clocks, "persistence": _attempts,
    }  # fmt: skip
    own = makes.get(body["measure"])
    return own(seen, body, links) if own else measure_layouts.tables(seen, label_of(seen), links)


def _table(title: str, head: Sequence[str], rows: list[list[Table]], csv_url: str = "") -> Table:
    columns = [{"label": name, "is_number": place > 0} for place, name in enumerate(head)]
    return {"title": title, "caption": title, "head": columns, "rows": rows, "csv_url": csv_url}


def _count(links: Links, count: int | None, key: Row) -> Table:
    """A number that opens its leads; nothing opens where there are none."""
    if count is None:
        return {"text": "–", "is_number": True}
    return {"text": count_in_words(count), "is_number": True, "url": links.behind(key) if count else ""}


def _text(text: str) -> Table:
    return {"text": text, "is_number": True}


def _range(row: Row, name: str) -> Table:
    if row[name] is None:
        return _text(gettext("too few"))
    low, high = row[f"{name}_low"], row[f"{name}_high"]
    said = {"text": share_in_words(row[name]), "is_number": True}
    return said if low is None else {**said, "sub": f"{share_in_words(low)} – {share_in_words(high)}"}


def _funnel(_seen: View, body: Row, links: Links) -> list[Table]:
    stages = body["tables"]["stages"]
    reached = {(row["found_by"], row["stage"]): row["reached"] for row in stages}
    finders = [side for side in SIDES if side != "unknown" or reached.get((side, "captured"))]
    rows = []
    for row in (each for each in stages if each["found_by"] is None):
        cells = [
            _count(links, reached.get((f, row["stage"]), 0), {"stage": row["stage"], "found_by": f}) for f in finders
        ]
        first: list[Table] = [
            {"text": stage_words(row["stage"])},
            _count(links, row["reached"], {"stage": row["stage"]}),
        ]
        rows.append(
            [*first, *cells, _range(row, "of_captured"), _range(row, "of_before") if "of_before" in row else _text("–")]
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
                _count(links, row[end], {"month": row["month"], "found_by": row["found_by"], **_end(end)})
                for end in ends
            ),
            _range(row, "won_share"),
        ]
        for row in body["rows"]
    ]
    titles = [
        gettext("Month"), stage_words("captured"), stage_words("won"), gettext("Lost"), gettext("Sent back"),
        gettext("Still open"), gettext("Share won"),
    ]  # fmt: skip
    return [
        _table(gettext("By stage, and by who found the lead"), head, rows, f"{links.csv}{_and(links.csv)}table=stages"),
        _table(gettext("By month of capture, and by who found the lead"), titles, months, links.csv),
    ]


def _and(url: str) -> str:
    return "&" if "?" in url else "?"


def _end(end: str) -> dict[str, str]:
    return {"stage": end} if end in ("captured", "won") else {"outcome": end}


def _found_by(side: str) -> str:
    return gettext("Found by nobody we know") if side == "unknown" else side_name(side)


def _sources(seen: View, body: Row, links: Links) -> list[Table]:
    label = label_of(seen)
    by_day = {(row["source"], row["day"]): row for row in body["rows"]}
    days = (30, 60, 90, 180)
    rows = []
    for row in body["tables"]["sources"]:
        source = row["source"]
        last = by_day[source, 180]
        ended = row["leads"] - row["won"] - row["open"]
        rows.append([
            {"text": label(source), "sub": _standing(row["group"])},
            _text(count_in_words(row["leads"])),
            _count(links, row["won"], {"source": source, "outcome": "won"}),
            _count(links, ended, {"source": source, "outcome": "ended_without_win"}),
            _count(links, row["open"], {"source": source, "outcome": "open_and_younger"}),
            *(_range(by_day[source, day], "won_share") for day in days),
            _count(links, last["ripe_won"], {"source": source, "day": "180", "outcome": "ripe_won"})
            | {"sub": gettext("of %(n)s") % {"n": count_in_words(last["ripe_leads"])}},
        ])  # fmt: skip
    head = [
        gettext("Source"), gettext("Leads"), gettext("Won so far"), gettext("Ended without a win"), gettext("Open"),
        *(gettext("Won by day %(day)d") % {"day": day} for day in days), gettext("Ripe ones won"),
    ]  # fmt: skip
    return [_table(gettext("By source"), head, rows, links.csv)]


def _standing(group: str) -> str:
    words = {
        "clearly_above": gettext("clearly above the rest"), "like_the_rest": gettext("like the rest"),
        "clearly_below": gettext("clearly below the rest"), "too_few": gettext("too few to compare"),
    }  # fmt: skip
    return words.get(group, group)


def _clocks(seen: View, body: Row, links: Links) -> list[Table]:
    rows = []
    for row in _in_order(seen, body["rows"]):
        key = {"level": row["level"]}
        if row["level"] == "person":
            key["person_id"] = str(row["person_id"])
        numbers = [_count(links, row[name], {**key, "outcome": name}) for name in ("due", "kept")]
        missed = _count(links, row["due"] - row["kept"], {**key, "outcome": "missed"})
        rest = [_count(links, row[name], {**key, "outcome": name}) for name in ("overdue", "running", "withdrawn")]
        rows.append([{"text": _whose(seen, row)}, *numbers, missed, *rest, _range(row, "kept_share")])
    head = [
        gettext("Whose"), gettext("Due"), gettext("Kept"), gettext("Missed"), gettext("Of those still untouched"),
        gettext("Still running"), gettext("Withdrawn"), gettext("Share kept"),
    ]  # fmt: skip
    return [_table(gettext("Clocks"), head, rows, links.csv)]


def _in_order(seen: View, rows: Sequence[Row]) -> list[Row]:
    """All together, the people whom the reader may know by name, and what is in nobody's own figures."""
    place = {"all": 0, "person": 1, "reassigned": 2}
    shown = [row for row in rows if row["level"] != "person" or row["person_id"] in seen.names]
    return sorted(shown, key=lambda row: (place[row["level"]], seen.names.get(row["person_id"] or 0, "")))


def _whose(seen: View, row: Row) -> str:
    if row["level"] == "all":
        return gettext("All together")
    if row["level"] == "reassigned":
        return gettext("Passed on to a colleague; in nobody's own figures")
    if row["person_id"] is not None and row["person_id"] == seen.own_id:
        return gettext("You")
    return seen.names[row["person_id"]]


def _attempts(_seen: View, body: Row, links: Links) -> list[Table]:
    currency = body["parameters"].get("currency") or ""
    rows = []
    for row in body["rows"]:
        key = {"attempt": str(row["attempt"])} | ({"is_pooled": "true"} if row["is_pooled"] else {})
        ends = (("event_here", "event"), ("lost_here", "lost"), ("gave_up_here", "gave_up"), ("open_here", "open"))
        worth = None if row["worth_minor"] is None else round(row["worth_minor"])
        rows.append([
            {"text": gettext("%(n)d or more") % {"n": row["attempt"]} if row["is_pooled"] else str(row["attempt"])},
            _count(links, row["at_risk"], {**key, "outcome": "at_risk"}),
            *(_count(links, row[column], {**key, "outcome": end}) for column, end in ends),
            _range(row, "hazard"),
            _text(short_amount_in_words(worth, currency)),
        ])  # fmt: skip
    event = gettext("Won") if body["parameters"].get("event") == "won" else gettext("Replied")
    head = [
        gettext("Attempt"), gettext("Still silent before it"), event, gettext("Lost"), gettext("Given up"),
        gettext("Still open"), gettext("Chance of this attempt"), gettext("Worth"),
    ]  # fmt: skip
    naive = [
        [
            {"text": count_in_words(row["attempt"])}, _text(count_in_words(row["leads"])),
            _text(count_in_words(row["event"])), _range(row, "naive_rate"),
        ]
        for row in body["tables"].get("naive", ())
    ]  # fmt: skip
    found = [_table(gettext("By attempt"), head, rows, links.csv)]
    if naive:
        titles = [gettext("Contacts in the end"), gettext("Leads"), event, gettext("Share")]
        url = f"{links.csv}{_and(links.csv)}table=naive"
        found.append(_table(gettext("The table people are used to, which misleads"), titles, naive, url))
    return found


def behind(found: BehindPage, address: Callable[[int], str]) -> Table:
    """The leads behind a figure; ``address`` gives the page of a lead."""
    rows: list[list[Table]] = [
        [
            {
                "text": row.lead.name,
                "url": address(row.lead.id),
                "sub": row.lead.company if row.lead.company != row.lead.name else "",
            },
            {"text": row.lead.state_words},
            {"text": row.lead.source, "badge": row.lead.found_side},
            {"text": row.lead.owner or "–"},
            {"text": f"{row.lead.captured_at:%Y-%m-%d}"},
        ]
        for row in found.rows
    ]
    head = [gettext("Lead"), gettext("State"), gettext("Found by"), gettext("Owner"), gettext("First heard of")]
    return {"caption": gettext("The leads behind the figure"), "head": [{"label": name} for name in head], "rows": rows}
