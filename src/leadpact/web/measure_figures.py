"""Results of measures as pictures: plain rows in, the charts' rows out."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from leadpact.queries.evidence_view import View
from leadpact.web import charts
from leadpact.web.charts import Caption
from leadpact.web.measure_layouts import plain_picture
from leadpact.web.measure_words import finding, note, sentence, stage_words
from leadpact.web.pictures.drawing import scale_ticks
from leadpact.web.wording import share_in_words

Row = Mapping[str, Any]
POOLED = "other_small"
STEPS = 60
"""So many places of a waiting curve are drawn and tabled."""


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses around a picture: its files, and by ``behind`` the leads behind a figure (empty where closed)."""

    csv: str = ""
    json: str = ""
    chart: str = ""
    behind: Callable[[Mapping[str, Any]], str] = lambda _key: ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The pictures of a measure: the first one, and further ones. Without a first one ``says`` tells why."""

    figure: SafeString
    more: tuple[SafeString, ...]
    says: str


EMPTY = SafeString("")


def label_of(seen: View) -> Callable[[str], str]:
    """The word of a code: the pact's, and one for small sources taken together."""
    return lambda code: gettext("Others, fewer than 30 each") if code == POOLED else seen.word(code)


def draw(seen: View, links: Links, *, where: str = "") -> Drawn:
    """Draw what a measure says. ``where`` says in words what the figures cover, such as ``this quarter``."""
    body = seen.page.body
    if body is None:
        return Drawn(EMPTY, (), seen.page.error or gettext("Being computed."))
    label = label_of(seen)
    says = sentence(seen.page.about, body, label)
    if not body["rows"]:
        return Drawn(EMPTY, (), says)
    heading = finding(seen.page.about, body, label)
    caption = Caption(heading, says, body["grade"].lower(), where, links.csv, links.json)
    drawing = {"funnel": _funnel, "source_quality": _sources, "sla_keeping": _waiting, "persistence": _attempts}
    own = drawing.get(body["measure"])
    found = own(seen, body, caption, links) if own else Drawn(plain_picture(seen, label, caption, links), (), "")
    return found if found.figure else Drawn(EMPTY, (), says)


def _sampled(caption: Caption, sample: str, leads_url: str = "") -> Caption:
    """The caption with its k of n before what the figures cover."""
    parts = ", ".join(part for part in (sample, caption.sample) if part)
    return Caption(caption.title, caption.sentence, caption.grade, parts, caption.csv_url, caption.json_url, leads_url)


def k_of_n(k: int, n: int, low: float | None, high: float | None) -> str:
    """``262 of 466, 52% to 61%``."""
    if low is None or high is None:
        return gettext("%(k)s of %(n)s") % {"k": f"{k:,}", "n": f"{n:,}"}
    return gettext("%(k)s of %(n)s, %(low)s to %(high)s") % {
        "k": f"{k:,}", "n": f"{n:,}", "low": share_in_words(low), "high": share_in_words(high),
    }  # fmt: skip


def _funnel(_seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
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
    return Drawn(charts.funnel(_sampled(caption, sample, links.behind({"stage": "won"})), rows), (), "")


def _sources(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    label, day = label_of(seen), _common_day(body)
    points: dict[str, list[charts.CurvePoint]] = {}
    for row in body["tables"]["curve"]:
        points.setdefault(row["source"], []).append(_point(row))
    for row in body["rows"]:
        if row["day"] == day and row["won_share"] is not None:  # The figure of the table, exactly on its day.
            own = [point for point in points.get(row["source"], []) if point.day != day]
            points[row["source"]] = sorted([*own, _point(row)])
    curves = [
        charts.SourceCurve(
            label(row["source"]), row.get("found_by") or "", row["won"], row["leads"],
            tuple(points.get(row["source"], ())), links.behind({"source": row["source"], "outcome": "won"}),
        )
        for row in body["tables"]["sources"]
    ]  # fmt: skip
    if not any(curve.points for curve in curves):
        return Drawn(EMPTY, (), "")
    whole = next(row for row in body["tables"]["all"] if row["day"] == 180)
    sample = gettext("%(won)s of %(leads)s won so far") % {
        "won": f"{sum(curve.k for curve in curves):,}", "leads": f"{whole['leads']:,}",
    }  # fmt: skip
    return Drawn(
        charts.rising(_sampled(caption, sample, links.behind({"outcome": "won"})), curves, mark_day=day), (), ""
    )


def _point(row: Row) -> charts.CurvePoint:
    return charts.CurvePoint(row["day"], row["won_share"], row["won_share_low"], row["won_share_high"], row["at_risk"])


def _common_day(body: Row) -> int:
    """The day at which most sources can be compared, of those the later; 90 where none can."""
    followed = dict.fromkeys((30, 60, 90, 180), 0)
    for row in body["rows"]:
        followed[row["day"]] += row["won_share"] is not None
    most = max(followed.values())
    return max(day for day, count in followed.items() if count == most) if most else 90


def _waiting(seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
    total = body["rows"][0]
    curve = body["tables"]["curve"]
    if total["support"] == "none" or not curve:
        return Drawn(EMPTY, (), "")
    sample = k_of_n(total["kept"], total["due"], total["kept_share_low"], total["kept_share_high"])
    half_s = body["tables"]["percentiles"][0]["seconds"]
    promised = seen.promised_s
    first = charts.answered(
        _sampled(caption, sample, links.behind({"level": "all", "outcome": "missed"})),
        _hours(curve, body["tables"]["percentiles"], promised),
        promise_h=promised[-1] / 3600 if promised else None,
        half_h=round(half_s / 3600, 1) if half_s is not None else None,
        promise_says=""
        if len(promised) < 2
        else gettext("within %(h)s h, today's longest promise") % {"h": f"{promised[-1] / 3600:g}"},
    )
    people = _people(seen, body, caption, total)
    return Drawn(first, (people,) if people else (), "")


def _hours(curve: Sequence[Row], percentiles: Sequence[Row], promised: Sequence[int]) -> list[charts.AnsweredRow]:
    """The curve at even steps, as far as nine in ten (else the most that is known), and past the promise."""
    reached = [row["seconds"] for row in percentiles if row["seconds"] is not None]
    far_s = max([reached[-1] if reached else curve[-1]["seconds"], 1.25 * max(promised, default=0), 3600])
    step = scale_ticks(far_s / 3600, STEPS)[1]
    seconds = [row["seconds"] for row in curve]
    even = {round(place * step, 6) for place in range(1, math.ceil(far_s / 3600 / step) + 1)}
    found: list[charts.AnsweredRow] = []
    for hours in sorted(even | {length / 3600 for length in promised}):
        at = bisect_right(seconds, round(hours * 3600)) - 1
        left = curve[at + 1]["at_risk"] if at + 1 < len(curve) else 0
        if at < 0:
            found.append(charts.AnsweredRow(hours, 0.0, 0.0, 0.0, left))
            continue
        low, share, high = (curve[at][f"touched_share{end}"] for end in ("_low", "", "_high"))
        if low is None:  # Past the last open clock nothing is known of the range: the last one is kept.
            low = found[-1].low if found else share
        found.append(charts.AnsweredRow(hours, share, low, share if high is None else high, left))
    return found


def _people(seen: View, body: Row, caption: Caption, total: Row) -> SafeString:
    """Whether anybody differs from the team beyond chance; nothing where the pact shows no persons."""
    rows = [row for row in body["rows"] if row["level"] == "person" and row["due"]]
    if not rows or total["kept_share"] is None:
        return EMPTY
    dots = [
        charts.PersonDot(_who(seen, row), row["kept"], row["due"], bool(row["flag"]) and row["person_id"] in seen.names)
        for row in rows
    ]
    told = [
        note(seen.page.about, each, label_of(seen)) for each in body["notes"] if each["key"] in ("within", "outside")
    ]
    title = gettext("Does anybody differ from the team?")
    says = " ".join([*told, gettext("Between the dashed lines lies what chance alone gives. Nobody is ranked.")])
    limits = [charts.TrumpetLimit(row["due"], row["low"], row["high"]) for row in body["tables"].get("limits", ())]
    about = Caption(title, says, caption.grade, caption.sample, caption.csv_url, caption.json_url)
    whole = total["kept"], total["due"]
    return charts.trumpet(about, dots, rate=total["kept_share"], limits=limits, whole=whole)


def _who(seen: View, row: Row) -> str:
    if row["person_id"] is not None and row["person_id"] == seen.own_id:
        return gettext("You")
    return seen.names.get(row["person_id"], "")


def _attempts(_seen: View, body: Row, caption: Caption, links: Links) -> Drawn:
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
        _sampled(caption, sample, links.behind({"attempt": 1, "outcome": "at_risk"})),
        rows,
        stop_before=stop["stop_after"] + 1 if stop and stop["is_seen"] else None,
        cost_minor=body["chart"]["data"].get("attempt_cost_minor"),
        currency=body["parameters"].get("currency") or "EUR",
    )
    return Drawn(picture, (), "")
